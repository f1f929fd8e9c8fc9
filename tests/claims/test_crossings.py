"""A claim with all the words of a sentence, that gives one part's to the other's year or name."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.crossings import find_turned_round
from claims.values import Verdict
from tests.claims.makers import grounds_in, judged, what_is_told
from tests.golden_files import assert_golden

SUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.CONTRADICTED

MILL = "The timber was felled at Orrin, while the slates were shipped from Tarvik."
CLERK = (
    "Ada Lund was made a junior clerk of the harbour in 1921 and a chief clerk of the harbour in"
    " 1934."
)
CENSUS = (
    "The 2021 census was conducted by telephone, whereas the 2016 and 2011 censuses were conducted"
    " on paper."
)
WELLS = "Among the valleys, Corra had the highest share of dry wells, and Belden had the lowest."
LIST = "The song was written by Ina Moss, Carl Dunn and Vera Holm, and was first sung in Oslo."
PETITION = "The petition for the ferry was started in May by the teacher Ida Brandt."
PACT = "The pact was adopted in May 2022 and entered into force for its members on 1 January 2024."
SHARES = "Norland had 46% of the sales of the firm, and Westmark 31%."
GAUGES = "水位計於1998年由手動改裝，而雨量計於2007年由手動改裝為自動記錄。"


PARTS = [
    (MILL, "The slates for the mill were shipped from Tarvik.", SUPPORTED),
    (MILL, "The timber for the mill was brought from Tarvik.", CONTRADICTED),
    (MILL, "The slates for the mill were brought from Orrin.", CONTRADICTED),
    (CLERK, "Ada Lund became chief clerk of the harbour in 1934.", SUPPORTED),
    (CLERK, "Ada Lund became chief clerk of the harbour in 1921.", CONTRADICTED),
    (CLERK, "Ada Lund became a junior clerk of the harbour in 1921.", SUPPORTED),
    (CENSUS, "The 2021 census was conducted by telephone.", SUPPORTED),
    (CENSUS, "The 2021 census was conducted on paper.", CONTRADICTED),
    (CENSUS, "The 2016 census was conducted on paper.", SUPPORTED),
    (WELLS, "Corra had the highest share of dry wells of the valleys.", SUPPORTED),
    (WELLS, "Belden had the highest share of dry wells of the valleys.", CONTRADICTED),
    (PACT, "The pact was adopted in May 2022.", SUPPORTED),
    (PACT, "The pact has been in force for its members since May 2022.", CONTRADICTED),
    # What the shares are of is said of the first alone.
    (SHARES, "Westmark had 31% of the firm's sales.", SUPPORTED),
    # The last name of a list is no part of its own.
    (LIST, "The song was written by Vera Holm.", SUPPORTED),
]


@pytest.mark.parametrize(("page", "claim", "verdict"), PARTS)
def test_what_is_said_of_one_is_not_said_of_the_other(
    page: str, claim: str, verdict: Verdict
) -> None:
    judgement = judged(claim, page)
    assert judgement.verdict is verdict, judgement.reason


def test_the_part_that_says_it_is_quoted() -> None:
    judgement = judged("Ada Lund became chief clerk of the harbour in 1921.", CLERK)
    assert judgement.reason == "the source says that of “a chief clerk of the harbour in 1934.”"
    (evidence,) = judgement.evidence
    assert evidence.quote == CLERK
    assert evidence.facts[-1].claim == "Ada Lund was made a junior clerk of the harbour in 1921"
    assert evidence.facts[-1].source == "a chief clerk of the harbour in 1934."


def test_another_sentence_that_says_it_bears_it_out() -> None:
    page = f"{CLERK} From 1921 Ada Lund also stood in as chief clerk."
    claim = "Ada Lund became chief clerk of the harbour in 1921."
    assert judged(claim, page).verdict is SUPPORTED


@pytest.mark.parametrize(
    ("language", "page", "claim", "said"),
    [
        (
            "en",
            "The town moved its library from Karsk to Orrin in 1998.",
            "The town moved its library from Orrin to Karsk in 1998.",
            "from Karsk to Orrin",
        ),
        (
            "en",
            "The mill has changed from gas into oil since the war.",
            "The mill has changed from oil to gas.",
            "from gas to oil",
        ),
        (
            "zh-Hant",
            "公司在1998年把總部從台北遷至高雄。",
            "公司把總部由高雄搬到台北。",
            "from 台北 to 高雄",
        ),
        (
            "zh-Hant",
            "校方將暖氣由煤氣改為石油。",
            "校方將暖氣從石油換成煤氣。",
            "from 煤氣 to 石油",
        ),
    ],
)
def test_from_one_to_the_other_is_not_the_other_way_round(
    language: str, page: str, claim: str, said: str
) -> None:
    found = find_turned_round(grounds_in(language, claim, page))
    assert found is not None
    assert found[1].found == said
    assert found[1].reason == f"the source says “{said}”"
    assert find_turned_round(grounds_in(language, page, page)) is None


@pytest.mark.parametrize(
    "claim",
    [
        "The town moved its library from Karsk to Melby.",
        "The town moved its library from Orrin to Melby.",
        "The town moved its library from Melby to Karsk.",
        "The town moved its library from Karsk by Orrin to Karsk by Melby.",
    ],
)
def test_only_both_ends_turn_a_way_round(claim: str) -> None:
    page = "The town moved its library from Karsk to Orrin in 1998."
    assert find_turned_round(grounds_in("en", claim, page)) is None


def test_years_part_a_sentence_in_chinese_too() -> None:
    right, wrong = "雨量計於2007年改裝為自動記錄。", "雨量計於1998年改裝為自動記錄。"
    assert judged(right, GAUGES, language="zh-Hant").verdict is SUPPORTED
    assert judged(wrong, GAUGES, language="zh-Hant").verdict is CONTRADICTED


DEEDS = [
    # One that does and one that it is done to, in each other's place.
    (
        "The order came from Melby Post, which ordered 300 vans from Rask Motors in May.",
        "Melby Post ordered 300 vans from Rask Motors.",
        SUPPORTED,
    ),
    (
        "The order came from Melby Post, which ordered 300 vans from Rask Motors in May.",
        "Rask Motors ordered 300 vans from Melby Post.",
        CONTRADICTED,
    ),
    (
        "Corran Shipping sued Melby Docks over the broken crane.",
        "Melby Docks sued Corran Shipping over the broken crane.",
        CONTRADICTED,
    ),
    (
        "Melby Docks was sued by Corran Shipping over the broken crane.",
        "Corran Shipping sued Melby Docks over the broken crane.",
        SUPPORTED,
    ),
    # Done by somebody else.
    (
        "The survey of the reef was paid for by the Holm Foundation.",
        "A maker of fishing nets paid for the survey of the reef.",
        CONTRADICTED,
    ),
    (
        "The survey of the reef was paid for by the Holm Foundation.",
        "The Holm Foundation paid for the survey of the reef.",
        SUPPORTED,
    ),
    (
        PETITION + " The councillor Olav Ness spoke for it.",
        "The petition for the ferry was launched by the councillor Olav Ness.",
        CONTRADICTED,
    ),
    (
        PETITION,
        "The petition for the ferry was launched by the teacher Ida Brandt.",
        SUPPORTED,
    ),
    (
        "The contract for the piers went to Lund Works, and the cables were supplied by Rask.",
        "The cables were supplied by Lund Works.",
        CONTRADICTED,
    ),
    # "By May" names nobody.
    (
        "The pier was finished by May with help from Lund Works.",
        "The pier was finished by Lund Works with help.",
        SUPPORTED,
    ),
]


@pytest.mark.parametrize(("page", "claim", "verdict"), DEEDS)
def test_who_did_it_and_to_whom(page: str, claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, page)
    assert judgement.verdict is verdict, judgement.reason


def test_all_that_is_told_of_these_is_as_before() -> None:
    told = [what_is_told(claim, judged(claim, page)) for page, claim, _ in (*PARTS, *DEEDS)]
    assert_golden("\n\n".join(told) + "\n", "crossings.told", Path(__file__).parent / "told")
