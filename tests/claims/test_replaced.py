"""One word in the place of another, in a claim that is else written as its source is."""

from __future__ import annotations

import pytest

from claims.replaced import find_replaced
from tests.claims.makers import an_html_page, grounds_in

REEFS = "Ines Falk, a biologist at the University of Karsk, led the study of 40 reefs in 2021."
SONG = "She taught the old song to them in Karsk and went home in the spring."
SEALS = "The keepers counted the seals of the bay each winter, near 12 gigawatt-hours of turbines."
PAINTINGS = "館方在夏天展出十幅水墨畫，並開放學生免費參觀。"


@pytest.mark.parametrize(
    ("language", "page", "ours", "theirs"),
    [
        ("en", REEFS, "physicist", "biologist"),
        ("en", REEFS, "Orrin", "Karsk"),
        ("en", REEFS, "survey", "study"),
        ("en", REEFS, "marine chemist", "biologist"),
        ("en", SEALS, "walruses", "seals"),
        ("zh-Hant", PAINTINGS, "老人", "學生"),
    ],
)
def test_a_word_in_the_place_of_another(language: str, page: str, ours: str, theirs: str) -> None:
    found = find_replaced(grounds_in(language, page.replace(theirs, ours), page))
    assert found is not None
    passage, opposition = found
    assert (opposition.claimed, opposition.found) == (ours, theirs)
    assert opposition.reason == f"the source has “{theirs}” where the claim has “{ours}”"
    assert passage.unit.text == page


@pytest.mark.parametrize(
    ("language", "page", "ours", "theirs"),
    [
        ("en", REEFS, "biologist", "biologist"),
        # What is more than the source has is for other rules, and so are numbers.
        ("en", REEFS, "marine biologist", "biologist"),
        ("en", REEFS, "90", "40"),
        ("en", REEFS, "GWh", "gigawatt-hours"),
        ("en", REEFS, "made", "led"),
        ("en", SEALS, "marked", "seals"),
        ("en", SEALS, "seals and birds of the land", "seals"),
        # A pronoun may stand for it.
        ("en", SONG, "pupils", "them"),
        # As many words as these make it another sentence.
        ("en", REEFS, "a cook of the old inn who had never left his town and", "a biologist at"),
        # A dictionary has the same of both, or takes it for a verb.
        ("zh-Hant", PAINTINGS, "學生", "學生"),
        ("zh-Hant", PAINTINGS, "油", "水墨"),
        ("zh-Hant", PAINTINGS, "展示", "展出"),
    ],
)
def test_no_word_in_the_place_of_another(language: str, page: str, ours: str, theirs: str) -> None:
    assert find_replaced(grounds_in(language, page.replace(theirs, ours), page)) is None


@pytest.mark.parametrize(
    "more", ["A physicist read it.", "The physicists of the town did not.", "Physicist!"]
)
def test_a_word_that_the_page_has_elsewhere_may_stand_there(more: str) -> None:
    page = f"{REEFS}\n{more}"
    claim = REEFS.replace("biologist", "physicist").replace("led", "made")
    assert find_replaced(grounds_in("en", claim, page)) is None
    # Not where it is all that differs.
    found = find_replaced(grounds_in("en", REEFS.replace("biologist", "physicist"), page))
    assert found is not None
    assert (found[1].claimed, found[1].found) == ("physicist", "biologist")


@pytest.mark.parametrize(
    ("ours", "theirs", "is_other"),
    [
        ("solar", "nuclear", True),
        ("sold", "built", True),
        # Spelled alike, of one side, said of somebody, or saying nothing.
        ("nucleus", "nuclear", False),
        ("grew", "rose", False),
        ("Mayor", "Una", False),
        ("those", "nuclear", False),
        ("12", "11", False),
        ("power station", "mill", False),
    ],
)
def test_one_word_alone_that_the_page_has_elsewhere(
    ours: str, theirs: str, *, is_other: bool
) -> None:
    page = f"The town of Karsk had its {theirs} in the valley. Elsewhere they have {ours} too."
    claim = f"The town of Karsk had its {ours} in the valley."
    assert (find_replaced(grounds_in("en", claim, page)) is not None) is is_other


@pytest.mark.parametrize(("ours", "is_other"), [("老師", True), ("學徒", True), ("學員", False)])
def test_the_same_in_chinese(ours: str, *, is_other: bool) -> None:
    page = f"{PAINTINGS}{ours}另有展覽。"
    claim = PAINTINGS.replace("學生", ours)
    assert (find_replaced(grounds_in("zh-Hant", claim, page)) is not None) is is_other


def test_rows_and_other_languages_are_left_alone() -> None:
    page = an_html_page(
        "<article><h1>Reefs</h1><table><tr><th>Reef</th><th>Led by</th></tr>"
        "<tr><td>The study of the reef</td><td>a biologist of Karsk</td></tr></table></article>"
    )
    claim = "The study of the reef; Led by: a physicist of Karsk"
    assert find_replaced(grounds_in("en", claim, page)) is None
    assert find_replaced(grounds_in("de", REEFS.replace("biologist", "physicist"), REEFS)) is None
