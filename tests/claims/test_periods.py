"""From when on something changed: a year before is not the quarter before."""

from __future__ import annotations

import pytest

from claims.languages import language_of
from claims.periods import period_of
from claims.quantities import find_quantities
from claims.values import Verdict
from tests.claims.makers import judged

S, C = Verdict.SUPPORTED, Verdict.CONTRADICTED
YEAR, QUARTER, MONTH, WEEK = ({one} for one in ("year", "quarter", "month", "week"))
MILL = (
    "Ostmark Mills said its profit rose 12% from a year earlier to $84 million. Orders were down"
    " 6% on the previous quarter, at $410 million. Exports rose 0.4% in May from April."
)
YARD = (
    "衡山造船公布，第三季營收512億元，季增8%，年增21%；毛利率18.4%，季減0.6個百分點。"
    "十月營收月減3%。"
)


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Profit rose 12% from a year earlier to $84 million.", [YEAR]),
        ("en", "Orders were down 6% on the previous quarter, at $410 million.", [QUARTER]),
        ("en", "Compared with May last year they were up 2.7%.", [YEAR]),
        ("en", "Year on year, sales were up 3%.", [YEAR]),
        ("en", "Retail sales rose 0.4% in May from April.", [MONTH]),
        ("en", "Prices rose 3% from the same month last year.", [YEAR]),
        ("en", "Output fell 4% from the third quarter of last year.", [YEAR]),
        ("en", "Output was 4% lower than in the same period of 2023.", [YEAR]),
        ("en", "GDP grew 0.3% quarter-on-quarter and 1.4% year-on-year.", [QUARTER, YEAR]),
        ("en", "Shipments were down 5 percent on-year to 12,000.", [YEAR]),
        ("en", "Claims fell 2% from the week before.", [WEEK]),
        ("en", "Lending rose 3% in the year to June.", [set()]),
        ("en", "Lending grew 12% from March 2023.", [set()]),
        ("en", "From 2019 to 2023 it rose 8%.", [set()]),
        ("en", "The share was 8% last quarter.", [set()]),
        ("zh-Hant", "季增8%，年增21%；毛利率季減0.6個百分點。", [QUARTER, YEAR, QUARTER]),
        ("zh-Hant", "較去年同期成長8%。", [YEAR]),
        ("zh-Hant", "與去年同期相比，營收成長8%。", [YEAR]),
        ("zh-Hant", "今年增加5%，去年增3%。", [set(), set()]),
        ("zh-Hant", "2025年增加8%。", [set()]),
        ("zh-Hant", "比九月少3%。", [MONTH]),
        ("zh-Hant", "訪客按年升31%。", [YEAR]),
        ("zh-Hans", "同比增长5%，环比下降2%。", [YEAR, QUARTER | MONTH]),
        ("de", "Der Umsatz stieg um 3% im Jahr.", [set()]),
    ],
)
def test_since_when_a_share_has_changed(language: str, text: str, told: list[set[str]]) -> None:
    shares = [one for one in find_quantities(text, language) if one.kind.value == "percent"]
    assert [set(period_of(text, one, language)) for one in shares] == told


@pytest.mark.parametrize(
    ("page", "claim", "verdict"),
    [
        (MILL, "Ostmark Mills' profit rose 12% year on year.", S),
        (MILL, "Ostmark Mills' profit rose 12% from the previous quarter.", C),
        (MILL, "The profit of Ostmark Mills rose 12% quarter on quarter.", C),
        (MILL, "Orders at Ostmark Mills fell 6% from the quarter before.", S),
        (MILL, "Orders at Ostmark Mills fell 6% from a year earlier.", C),
        (MILL, "Exports rose 0.4% month on month in May.", S),
        (MILL, "Exports rose 0.4% in May from a year earlier.", C),
        (YARD, "衡山造船第三季營收較上季成長8%。", S),
        (YARD, "第三季營收較去年同期成長8%。", C),
        (YARD, "第三季營收年增21%。", S),
        (YARD, "毛利率較去年同期減少0.6個百分點。", C),
        (YARD, "十月營收年減3%。", C),
        (YARD, "十月營收比九月少3%。", S),
        (MILL, "Ostmark Mills的獲利較前一季成長12%。", C),
        (MILL, "Ostmark Mills的獲利年增12%。", S),
    ],
)
def test_a_change_since_another_time_is_another(page: str, claim: str, verdict: Verdict) -> None:
    assert judged(claim, page, language=language_of(page)).verdict is verdict


def test_the_reason_names_both_times() -> None:
    told = judged("Orders fell 6% from a year earlier.", MILL)
    said = "the source says 6% from the quarter before, not 6% from the year before"
    assert told.reason == said
