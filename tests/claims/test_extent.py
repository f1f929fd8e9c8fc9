"""Most, all, the first: what a claim says of more than its source does."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.values import Verdict
from tests.claims.makers import judged, what_is_told
from tests.golden_files import assert_golden

SUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.CONTRADICTED

VALLEYS = "Every valley recorded less rain in 2022 than in 2021, with the exception of Corra."
RAIN = "Every valley recorded less rain in 2022."
BRIDGE = "At its opening it was the second-longest bridge of the county, after that at Melby."
FEARS = "Only 6% of the keepers named storms at night. Theft worried 38% of them."
SHARES = "Of the closed mills, 44% named the cost of coal and 23% named a lack of carters."
TUNNEL = "該隧道通車時為全縣第二長的公路隧道，僅次於松嶺隧道。"


REACHES = [
    (VALLEYS, "en", "All valleys recorded less rain in 2022 than in 2021.", CONTRADICTED),
    (VALLEYS, "en", "All valleys but Corra, apart from none, recorded less rain.", SUPPORTED),
    (RAIN, "en", "All valleys recorded less rain in 2022.", SUPPORTED),
    (BRIDGE, "en", "It was the longest bridge of the county at its opening.", CONTRADICTED),
    (BRIDGE, "en", "It was the second-longest bridge of the county at its opening.", SUPPORTED),
    (TUNNEL, "zh-Hant", "該隧道通車時為全縣最長的公路隧道。", CONTRADICTED),
    (TUNNEL, "zh-Hant", "該隧道通車時為全縣第二長的公路隧道。", SUPPORTED),
    (FEARS, "en", "Storms at night are the chief fear of the keepers.", CONTRADICTED),
    (SHARES, "en", "Most of the closed mills named a lack of carters.", CONTRADICTED),
    (SHARES, "en", "Most of the closed mills named the cost of coal.", CONTRADICTED),
    (SHARES.replace("44%", "61%"), "en", "Most of the closed mills named the cost of coal.",
     SUPPORTED),
]  # fmt: skip


@pytest.mark.parametrize(("page", "language", "claim", "verdict"), REACHES)
def test_how_far_it_reaches(page: str, language: str, claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, page, language=language)
    assert judgement.verdict is verdict, judgement.reason


@pytest.mark.parametrize(
    ("page", "claim", "reason"),
    [
        (
            VALLEYS,
            "All valleys recorded less rain in 2022 than in 2021.",
            "the claim says “All”, the source “with the exception of Corra.”",
        ),
        (
            BRIDGE,
            "It was the longest bridge of the county at its opening.",
            "the claim says “longest”, the source “second-longest”",
        ),
        (
            SHARES,
            "Most of the closed mills named a lack of carters.",
            "the passage is on the same, but the claim says “Most of”, the source “23%”",
        ),
        (
            FEARS,
            "Storms at night are the chief fear of the keepers.",
            "the passage is on the same, but the claim says “chief”, the source “6%”",
        ),
    ],
)
def test_the_words_of_both_are_given(page: str, claim: str, reason: str) -> None:
    assert judged(claim, page).reason == reason


def test_a_page_that_calls_both_so_is_against_neither() -> None:
    page = "Melby is the third largest town of the county and the largest town on the river Orr."
    assert judged("Melby is the largest town on the river Orr.", page).verdict is SUPPORTED


def test_all_that_is_told_of_these_is_as_before() -> None:
    told = [
        what_is_told(claim, judged(claim, page, language=language))
        for page, language, claim, _ in REACHES
    ]
    assert_golden("\n\n".join(told) + "\n", "extent.told", Path(__file__).parent / "told")
