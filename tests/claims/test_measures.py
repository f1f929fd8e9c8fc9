"""Which of several measures of the like a number is: core inflation, net profit, the median."""

from __future__ import annotations

import pytest

from claims.languages import language_of
from claims.values import Verdict
from tests.claims.makers import judged

S, C, P = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.PARTIAL
BULLETIN = (
    "Core inflation in Valmark was 3.1% in June. Average hourly pay rose 4.2%, and median household"
    " income rose 1.9%. Total spending was 90 million crowns; per-capita spending was 1,200 crowns."
)
FIRM = (
    "Net sales at Ostmark Foods were $3.2 billion and its gross margin was 41%. Operating profit"
    " fell 8% to $210 million; net profit fell 3% to $150 million."
)
HAN_FIRM = "衡山科技第三季稅後純益52億元，營業利益61億元，毛利率5.1%。每股配發現金股利4元。"
SURVEY = "受訪家庭所得中位數為98萬元，人均消費5,200元。六月核心通膨率為1.9%。"


@pytest.mark.parametrize(
    ("page", "claim", "verdict"),
    [
        (BULLETIN, "Core inflation in Valmark was 3.1% in June.", S),
        (BULLETIN, "Inflation in Valmark was 3.1% in June.", P),
        (BULLETIN, "Headline inflation in Valmark was 3.1% in June.", C),
        (BULLETIN, "Median household income was up 1.9%.", S),
        (BULLETIN, "Average household income rose 1.9%.", C),
        (BULLETIN, "Total spending in Valmark was 1,200 crowns.", Verdict.NOT_FOUND),
        (FIRM, "Ostmark Foods had net sales of $3.2 billion.", S),
        (FIRM, "Ostmark Foods had gross sales of $3.2 billion.", C),
        (FIRM, "The net margin of Ostmark Foods was 41%.", C),
        (FIRM, "Net income at Ostmark Foods fell 3% to $150 million.", S),
        (FIRM, "Operating profit at Ostmark Foods fell 3% to $150 million.", C),
        (FIRM, "Profit at Ostmark Foods fell 3% to $150 million.", S),
        (HAN_FIRM, "衡山科技第三季稅後純益為52億元。", S),
        (HAN_FIRM, "衡山科技第三季稅前純益為52億元。", C),
        (HAN_FIRM, "衡山科技每股配發股票股利4元。", C),
        (SURVEY, "受訪家庭平均所得為98萬元。", C),
        (SURVEY, "受訪家庭總消費5,200元。", C),
        (SURVEY, "六月通膨率為1.9%。", P),
        (SURVEY, "六月核心通膨率為1.9%。", S),
        (FIRM, "Ostmark Foods的營業利益下降3%，為1.5億美元。", C),
        (BULLETIN, "Valmark六月的核心通膨率為3.1%。", S),
    ],
)
def test_a_number_is_of_the_measure_that_its_source_gives(
    page: str, claim: str, verdict: Verdict
) -> None:
    assert judged(claim, page, language=language_of(page)).verdict is verdict


def test_the_reason_names_both_measures() -> None:
    told = judged("Headline inflation in Valmark was 3.1% in June.", BULLETIN)
    assert told.reason == "the source says it of “Core inflation”, not of “Headline inflation”"


GROUP = (
    "Harrowgate expects full-year operating profit of between £150 million and £160 million, on"
    " revenue of £1.9 billion. Its pre-tax loss was £12 million in 2022. Orders reached £2.4"
    " billion. The closure of a mill, with the loss of 430 jobs, is for May."
)
HAN_GROUP = "衡山科技第三季營收512億元，稅後純益52億元，在手訂單達800億元，去年虧損6億元。"


@pytest.mark.parametrize(
    ("page", "claim", "verdict"),
    [
        (
            GROUP,
            "Harrowgate expects an operating profit of between £150 million and £160 million.",
            S,
        ),
        (GROUP, "Harrowgate expects revenue of between £150 million and £160 million.", C),
        (GROUP, "Harrowgate expects full-year sales of £1.9 billion.", S),
        (GROUP, "Harrowgate made a pre-tax profit of £12 million in 2022.", C),
        (GROUP, "Orders came to £2.4 billion.", S),
        (GROUP, "Revenue reached £2.4 billion.", C),
        (GROUP, "The closure of a mill will cost 430 jobs.", S),
        (HAN_GROUP, "衡山科技第三季營收512億元。", S),
        (HAN_GROUP, "衡山科技第三季淨利52億元。", S),
        (HAN_GROUP, "衡山科技第三季營收52億元。", C),
        (HAN_GROUP, "衡山科技去年獲利6億元。", C),
        (HAN_GROUP, "衡山科技營收達800億元。", C),
        (GROUP, "Harrowgate預期全年營收為1.5億至1.6億英鎊。", C),
        (GROUP, "Harrowgate預期全年營業利益為1.5億至1.6億英鎊。", S),
    ],
)
def test_profit_is_no_revenue(page: str, claim: str, verdict: Verdict) -> None:
    assert judged(claim, page, language=language_of(page)).verdict is verdict
