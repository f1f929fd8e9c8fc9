"""Names of the same: aliases that a user adds, and countries in any language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.lexicon.aliases import Aliases, parse_aliases, use_aliases
from claims.lexicon.names import find_names, scores_otherwise
from claims.lexicon.territories import chinese_names
from claims.passages import PageIndex
from claims.values import Verdict
from tests.claims.makers import a_page, judged

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def health_aliases() -> Iterator[None]:
    use_aliases(parse_aliases("WHO\tWorld Health Organization\t世衛\nNorvalt AG\t諾伐特\n"))
    yield
    use_aliases(())


PAGE = "The WHO counted 31 outbreaks.\nA world of health was promised by an organisation."


def best_unit(claim: str, language: str, page: str = PAGE) -> str:
    retrieval = PageIndex(a_page(page)).retrieve(claim, language)
    return retrieval.chosen[0].unit.text if retrieval.chosen else ""


def test_without_aliases_the_words_decide() -> None:
    assert best_unit("The World Health Organization acted.", "en").startswith("A world")


@pytest.mark.usefixtures("health_aliases")
@pytest.mark.parametrize(
    ("claim", "language"),
    [("The World Health Organization counted.", "en"), ("世衛統計", "zh-Hant")],
)
def test_any_name_of_a_line_finds_the_others(claim: str, language: str) -> None:
    assert best_unit(claim, language).startswith("The WHO")


@pytest.mark.usefixtures("health_aliases")
def test_a_chinese_alias_stands_for_the_latin_words() -> None:
    page = "Norvalt AG hired 40 people.\nKestrel hired 50 people."
    assert best_unit("諾伐特聘用", "zh-Hant", page).startswith("Norvalt")


@pytest.mark.usefixtures("health_aliases")
@pytest.mark.parametrize("name", ["WHO", "World Health Organization"])
def test_an_acronym_is_borne_out_by_the_name_it_stands_for(name: str) -> None:
    page = "Many work in Geneva. The World Health Organization employs 8,000 people."
    assert judged(f"The {name} employs 8,000 people.", page).verdict is Verdict.SUPPORTED


def test_an_alias_inside_a_word_is_none() -> None:
    found = Aliases((("WHO", "World Health Organization"),)).places("WHOM the WHO asked")
    assert [(start, end) for start, end, _ in found] == [(9, 12)]


def test_comments_and_empty_lines_are_no_names() -> None:
    assert parse_aliases("# names\n\nA\tB\n") == (("A", "B"),)


def test_a_line_with_one_name_is_told_by_its_number() -> None:
    with pytest.raises(ValueError, match="line 2: needs two names"):
        parse_aliases("A\tB\nalone\n")


@pytest.mark.parametrize(
    ("text", "language", "stem"),
    [
        ("因其支持敘利亞", "zh-Hant", "syria"),
        ("支持叙利亚的", "zh-Hans", "syria"),
        ("紐西蘭與寮國", "zh-Hant", "zealand"),
        ("in Österreich", "de", "austria"),
        ("フランスの首都", "ja", "french"),
        ("l’Allemagne", "fr", "german"),
        ("en Suecia", "es", "swedish"),
        ("the Croatian coast", "en", "croatia"),
    ],
)
def test_countries_are_named_in_every_language(text: str, language: str, stem: str) -> None:
    assert any(stem in name.forms for name in find_names(text, language))


def test_a_state_of_america_is_no_country() -> None:
    assert find_names("馬里蘭州的居民", "zh-Hant") == ()


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Côte d'Ivoire sold 60 boats.", "Ivory Coast sold 60 boats."),
        ("The Czech Republic sold 60 boats.", "Czechia sold 60 boats."),
        ("The DRC sold 60 boats.", "The Democratic Republic of the Congo sold 60 boats."),
        ("Swaziland sold 60 boats.", "Eswatini sold 60 boats."),
    ],
)
def test_a_country_may_have_another_name(claim: str, page: str) -> None:
    assert judged(claim, page).verdict is Verdict.SUPPORTED


def test_no_country_is_without_english_words() -> None:
    assert all(chinese_names().values())


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Ayton beat Melby 5-4.", []),
        ("Melby lost 4\u20135 to Ayton.", []),
        ("Ayton beat Melby 5-3.", ["5-3"]),
        ("Ayton won 21 - 17.", ["21 - 17"]),
        ("Children of 5-3 years were there.", []),
        ("阿頓以5：3擊敗梅比", ["5：3"]),
    ],
)
def test_scores_must_be_on_the_page(text: str, missing: list[str]) -> None:
    assert scores_otherwise(text, "Ayton went past Melby, 5\u20134 after extra time.") == missing
