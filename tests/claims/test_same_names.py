"""Names of one thing that a claim and its page write otherwise: the IEA, GDP, 人工智慧."""

from __future__ import annotations

from importlib.resources import files
from time import monotonic

import pytest

from claims.lexicon.aliases import parse_aliases
from claims.passages import PageIndex
from claims.same_names import in_words_of
from claims.values import Verdict
from tests.claims.makers import a_page, a_stated_claim, judged

IEA = "The IEA expects demand to reach 104 million barrels a day."
UNESCO = "United Nations Educational, Scientific and Cultural Organization"


def read(claim: str, page: str, language: str = "en") -> str:
    """A claim's words as they are held against a page."""
    return in_words_of(PageIndex(a_page(page, language=language)), a_stated_claim(claim)).plain


@pytest.mark.parametrize(
    ("claim", "page", "told"),
    [
        ("The International Energy Agency expects less.", IEA, "The IEA expects less."),
        (
            "The International Energy Agency (IEA) expects less.",
            IEA,
            "The IEA expects less.",
        ),
        (
            "UNESCO listed the site in 2011.",
            f"The {UNESCO} met in 2011.",
            f"{UNESCO} listed the site in 2011.",
        ),
        (
            "The country's GDP grew by 3.1%.",
            "Its gross domestic product increased by 3.1%.",
            "The country's gross domestic product grew by 3.1%.",
        ),
        (
            "The film won three Oscars.",
            "The picture took three Academy Awards.",
            "The film won three Academy Awards.",
        ),
        (
            "Electric vehicles made up 8% of the cars that were sold.",
            "Of all cars 8% were EVs.",
            "EVs made up 8% of the cars that were sold.",
        ),
    ],
)
def test_a_name_is_read_as_the_page_has_it(claim: str, page: str, told: str) -> None:
    assert read(claim, page) == told


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        # The page has it too, in whatever letters.
        ("The International Energy Agency expects less.", f"{IEA} An international energy agency."),
        ("Byte Pair Encoding joins pairs.", "Byte-pair encoding (BPE) joins pairs."),
        # Two letters are initials of much.
        ("South Korea exported more.", "The maker SK Hynix exported more."),
        # What somebody said stays as it was said.
        ("She said “the International Energy Agency errs”.", IEA),
        ("Roles include CEO (Chief Executive Officer).", "The CEO leads."),
        ("The WTO ruled.", "The World Health Organization ruled."),
        # What initials are known to stand for is nothing else.
        ("The WHO asked for more staff.", "The White House Office asked for more staff."),
        ("The White House Office asked for more staff.", "The WHO asked for more staff."),
    ],
)  # fmt: skip
def test_else_a_claim_stays_as_it_is(claim: str, page: str) -> None:
    assert read(claim, page) == claim


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("衛福部公布今年有1,200例。", "衛生福利部公布，今年有1,200例，比去年多。"),
        ("人工智慧將取代三成工作。", "人工智能將取代三成工作，也會創造新崗位。"),
        ("第二次世界大戰期間，這座橋毀壞了三成。", "二戰期間，這座橋毀壞了三成，其後重建。"),
    ],
)
def test_chinese_names_of_one_thing_meet(claim: str, page: str) -> None:
    assert judged(claim, page, language="zh-Hant").verdict is Verdict.SUPPORTED


def test_another_number_is_told_of_the_same_name() -> None:
    judgement = judged("The International Energy Agency expects 140 million barrels.", IEA)
    assert judgement.verdict is Verdict.CONTRADICTED
    assert judgement.reason == "the source says 104 million barrels, not 140 million barrels"


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("輝達將提供800伏特的供電架構。", Verdict.PARTIAL),
        ("台達電將提供800伏特的供電架構。", Verdict.SUPPORTED),
    ],
)
def test_a_listed_name_that_an_english_page_lacks_is_told(claim: str, verdict: Verdict) -> None:
    page = (
        "Delta Electronics will provide an 800-volt power architecture for data centres. The"
        " first supply comes in May."
    )
    assert judged(claim, page).verdict is verdict


def test_a_long_name_behind_a_short_word_is_read_whole() -> None:
    page = "Nvidia plans a research campus in Tel Aviv."
    assert judged("輝達計畫在台拉維夫興建研究園區。", page).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "text", ["A" * 50_000, "Aaa " * 15_000, "Aa of the " * 8_000, '"' * 50_000, "ABC " * 15_000]
)
def test_no_heap_of_capitals_takes_long(text: str) -> None:
    index, claim = PageIndex(a_page(text[:20_000])), a_stated_claim(text)
    begun = monotonic()
    in_words_of(index, claim)
    assert monotonic() - begun < 5


def test_every_line_of_the_list_is_of_one_thing() -> None:
    text = files("claims.lexicon").joinpath("same_names.tsv").read_text("utf-8")
    groups = parse_aliases(text)
    assert len(groups) > 100
    names = [name for group in groups for name in group]
    assert len(set(names)) == len(names)
