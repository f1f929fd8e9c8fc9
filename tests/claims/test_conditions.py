"""What a source says under a condition alone, and a claim outright."""

from __future__ import annotations

import pytest

from claims.conditions import find_dropped_condition
from claims.values import Verdict
from tests.claims.makers import judged, the_grounds

FORECAST = (
    "Delvig expects revenue of 310 million euros this year, provided that the Osk plant reopens"
    " before June."
)
CLINICS = "Residents may choose any of the four clinics, but only for dental treatment."
IF_FIRST = "If no frost comes before May, the growers will pick about 900 tonnes of plums."
HAN = "業者表示，若新港區如期完工，2027年貨櫃量可望達到240萬箱。"
HAN_PREMISE = "公司明年產能將增加12%，惟以機台如期交貨為前提。"


@pytest.mark.parametrize(
    ("claim", "page", "language", "condition"),
    [
        ("Delvig expects revenue of 310 million euros this year.", FORECAST, "en", "provided that"),
        ("Residents may choose among the four clinics.", CLINICS, "en", "but only for dental"),
        ("The growers will pick about 900 tonnes of plums.", IF_FIRST, "en", "If no frost"),
        ("2027年貨櫃量可望達到240萬箱。", HAN, "zh-Hant", "若新港區如期完工"),
        ("公司明年產能將增加12%。", HAN_PREMISE, "zh-Hant", "惟以機台如期交貨為前提"),
    ],
)
def test_a_condition_that_is_left_out_is_named(
    claim: str, page: str, language: str, condition: str
) -> None:
    judgement = judged(claim, page, language=language)
    assert judgement.verdict is Verdict.PARTIAL
    assert f"the source says so “{condition}" in judgement.reason


@pytest.mark.parametrize(
    ("claim", "page", "language"),
    [
        ("If the Osk plant reopens, Delvig expects 310 million euros.", FORECAST, "en"),
        ("For dental treatment residents may choose among the four clinics.", CLINICS, "en"),
        ("Provided no frost comes, growers will pick about 900 tonnes.", IF_FIRST, "en"),
        ("若新港區完工，2027年貨櫃量可望達240萬箱。", HAN, "zh-Hant"),
        # What is subject to rules is under them, and who provided 40 beds gave them.
        ("Beds are subject to rules.", "Beds are subject to strict rules of the county.", "en"),
        ("The county gave 40 beds.", "The county provided 40 beds for the new clinic.", "en"),
        # A name, and what a sentence goes on to say of something else.
        ("若蘭說，鎮上有40家店。", "若蘭說，鎮上有40家店。", "zh-Hant"),
        ("第2季占比達45%。", "第2季占比達45%，若客戶如期出貨，第3季營收可再成長一成。", "zh-Hant"),
    ],
)
def test_what_is_no_dropped_condition(claim: str, page: str, language: str) -> None:
    assert find_dropped_condition(the_grounds(claim, page, language=language)) is None
