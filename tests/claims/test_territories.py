"""Countries whose English names are several words or letters: the United States, the U.K."""

from __future__ import annotations

import pytest

from claims.lexicon.terms import forms_of, terms_of, vocabulary_for
from claims.lexicon.territories import named_in
from claims.values import Verdict
from tests.claims.makers import judged

SUPPORTED, CONTRADICTED, PARTIAL = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.PARTIAL


@pytest.mark.parametrize(
    ("text", "written", "stem"),
    [
        ("ports of the United States", "United States", "america"),
        ("the U.S. ports", "U.S.", "america"),
        ("ports of the U.S.A.", "U.S.A.", "america"),
        ("ports of the United Kingdom", "United Kingdom", "britain"),
        ("the U.K. ports", "U.K.", "britain"),
        ("ports of Great Britain", "Great Britain", "britain"),
        ("the United Arab Emirates", "United Arab Emirates", "uae"),
    ],
)
def test_names_of_several_words_are_found(text: str, written: str, stem: str) -> None:
    ((start, end, forms),) = named_in(text, "en")
    assert text[start:end] == written
    assert stem in forms


@pytest.mark.parametrize(
    "text", ["the United Nations", "the united front of many states", "United Statesmen", "xU.S."]
)
def test_words_like_them_are_no_countries(text: str) -> None:
    assert list(named_in(text, "en")) == []


@pytest.mark.parametrize(
    ("name", "language", "other", "other_language", "is_same"),
    [
        ("the United States", "en", "American ports", "en", True),
        ("the U.S.", "en", "the United States", "en", True),
        ("the United Kingdom", "en", "British ports", "en", True),
        ("the United Kingdom", "en", "American ports", "en", False),
        ("美國", "zh-Hant", "the United States", "en", True),
        ("英國", "zh-Hant", "the United Kingdom", "en", True),
        ("英國", "zh-Hant", "the United States", "en", False),
        ("the U.S.", "en", "美國", "zh-Hant", True),
        ("the United Kingdom", "en", "英國", "zh-Hant", True),
        ("the United Kingdom", "en", "美國", "zh-Hant", False),
    ],
)
def test_a_country_is_the_same_by_all_its_names(
    name: str, language: str, other: str, other_language: str, *, is_same: bool
) -> None:
    vocabulary = vocabulary_for(language, other_language)
    there = forms_of(other, other_language, vocabulary)
    terms = terms_of(name, language, vocabulary)
    assert any(not term.forms.isdisjoint(there) for term in terms) is is_same


LIGHTS = """Lighthouses
There are 310 lighthouses in the United States but only 95 lighthouses in the United Kingdom."""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("There are 310 lighthouses in the U.S.", SUPPORTED),
        ("There are 95 lighthouses in the U.K.", SUPPORTED),
        ("There are 95 lighthouses in the U.S.", CONTRADICTED),
        ("There are 310 lighthouses in the U.K.", CONTRADICTED),
        ("There are 310 lighthouses in Britain.", CONTRADICTED),
        ("美國有310座燈塔。", SUPPORTED),
        ("美國有95座燈塔。", CONTRADICTED),
        ("英國有95座燈塔。", SUPPORTED),
        ("英國有310座燈塔。", CONTRADICTED),
    ],
)
def test_each_country_has_its_number(claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, LIGHTS)
    assert judgement.verdict is verdict, judgement.reason


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("The United States has 310 lighthouses.", SUPPORTED),
        ("The United Kingdom has 95 lighthouses.", SUPPORTED),
        ("The United Kingdom has 310 lighthouses.", CONTRADICTED),
        ("The U.S. has 95 lighthouses.", CONTRADICTED),
    ],
)
def test_on_a_chinese_page(claim: str, verdict: Verdict) -> None:
    page = "燈塔\n美國有310座燈塔，英國有95座燈塔。"
    judgement = judged(claim, page, language="zh-Hant")
    assert judgement.verdict is verdict, judgement.reason


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("The U.S. keeps 310 lighthouses.", SUPPORTED),
        ("American crews keep 310 lighthouses.", SUPPORTED),
        ("America keeps 310 lighthouses.", SUPPORTED),
        ("Britain keeps 310 lighthouses.", PARTIAL),
        ("The United Kingdom keeps 310 lighthouses.", PARTIAL),
        ("美國有310座燈塔。", SUPPORTED),
        ("英國有310座燈塔。", PARTIAL),
    ],
)
def test_a_page_on_the_united_states_alone(claim: str, verdict: Verdict) -> None:
    page = "Lights of the coast\nThe United States keeps 310 lighthouses.\nThe buoys are red."
    judgement = judged(claim, page)
    assert judgement.verdict is verdict, judgement.reason
