"""What a number says: a level or a change, of each or of all, of those who do not."""

from __future__ import annotations

import pytest

from claims.languages import language_of
from claims.values import Verdict
from tests.claims.makers import judged

S, C, N = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.NOT_FOUND
COURT = (
    "Her sentence was cut from four years to eighteen months. Numbers on the island have doubled to"
    " 390 pairs. The order book stood at 1.3 billion euros, and the water was at 3.2 degrees. Cases"
    " fell by 38% to 1,240. The rate was lowered to 4.25%. Growth was 2.1% last year."
)
CRASH = (
    "The damage to the three cars is put at 60,000 crowns. Over nine years, 620 of the volunteers"
    " fell ill. Volunteers counted 1,312 breeding pairs of gulls. The club paid its four coaches"
    " 90,000 crowns in all. A ticket costs 12 crowns. Of the 26 contracts that were looked at, 11"
    " were awarded without a tender; the ministry signed 1,300 contracts that year."
)
HAN_COURT = (
    "病例數較去年同期減少38%，降至1,240例。冷泉區水溫為3.2度，在手訂單達13億歐元。"
    "法院判賠全體住戶1,890萬元。每張票12元。經濟成長率為2.1%。"
)


@pytest.mark.parametrize(
    ("page", "claim", "verdict"),
    [
        (COURT, "Her sentence was reduced to eighteen months.", S),
        (COURT, "Her sentence was cut by eighteen months.", C),
        (COURT, "Numbers on the island have grown by 390 pairs.", C),
        (COURT, "The order book was worth 1.3 billion euros.", S),
        (COURT, "The order book grew by 1.3 billion euros.", C),
        (COURT, "The water was 3.2 degrees warmer.", C),
        (COURT, "There were 1,240 cases, 38% fewer than before.", S),
        (COURT, "Cases fell by 1,240.", N),
        (COURT, "The rate was lowered by 4.25%.", C),
        (COURT, "The economy grew by 2.1% last year, its growth being slow.", S),
        (HAN_COURT, "病例數比去年同期少38%。", S),
        (HAN_COURT, "病例數降至去年同期的38%。", C),
        (HAN_COURT, "病例數減少1,240例。", N),
        (HAN_COURT, "冷泉區水溫高出3.2度。", C),
        (HAN_COURT, "在手訂單增加13億歐元。", C),
        (HAN_COURT, "在手訂單為13億歐元。", S),
        (HAN_COURT, "經濟成長2.1%。", S),
    ],
)
def test_a_level_is_no_change(page: str, claim: str, verdict: Verdict) -> None:
    assert judged(claim, page, language=language_of(page)).verdict is verdict


@pytest.mark.parametrize(
    ("page", "claim", "verdict"),
    [
        (CRASH, "The damage is estimated at 60,000 crowns.", S),
        (CRASH, "The damage to each of the cars is put at 60,000 crowns.", C),
        (CRASH, "Each year 620 of the volunteers fell ill.", C),
        (CRASH, "The club paid each of its four coaches 90,000 crowns.", C),
        (CRASH, "Each ticket costs 12 crowns.", S),
        (CRASH, "Volunteers counted 1,312 pairs of gulls.", S),
        (CRASH, "Volunteers counted 1,312 gulls.", C),
        (HAN_COURT, "法院判賠每位住戶1,890萬元。", C),
        (HAN_COURT, "法院判賠住戶1,890萬元。", S),
        (HAN_COURT, "一張票12元。", S),
    ],
)
def test_all_together_is_not_each(page: str, claim: str, verdict: Verdict) -> None:
    assert judged(claim, page, language=language_of(page)).verdict is verdict


def test_a_share_of_a_sample_is_not_one_of_all() -> None:
    page = "Of the 26 contracts that were looked at, 11 were awarded without a tender."
    told = judged("42% of the 26 contracts were awarded without a tender.", page)
    assert told.verdict is S
    wrong = judged("42% of the 1,300 contracts were awarded without a tender.", CRASH)
    assert wrong.verdict is not S


SCHOOLS = (
    "Of the 148 starters 61 finished. In the survey 35% of schools had a librarian, and 12% of them"
    " had no library at all. Some 29% of the projects were monitored for three years or longer."
)
HAN_SCHOOLS = "35%的受訪學校設有專任圖書教師，12%的學校沒有圖書館。29%的計畫持續監測三年以上。"


@pytest.mark.parametrize(
    ("page", "claim", "verdict"),
    [
        (SCHOOLS, "More than half of the starters did not finish.", S),
        (SCHOOLS, "Nearly three quarters of the starters did not finish.", N),
        (SCHOOLS, "About two thirds of the schools in the survey had no librarian.", S),
        (SCHOOLS, "About two thirds of the schools in the survey had a librarian.", C),
        (SCHOOLS, "Some 35% of the schools in the survey had no librarian.", C),
        (SCHOOLS, "Of the schools in the survey 88% had a library.", S),
        (SCHOOLS, "Seven in ten of the projects were not monitored for three years.", S),
        (HAN_SCHOOLS, "大約三分之二的受訪學校沒有專任圖書教師。", S),
        (HAN_SCHOOLS, "三分之二的受訪學校設有專任圖書教師。", C),
        (HAN_SCHOOLS, "35%的受訪學校沒有專任圖書教師。", C),
        (HAN_SCHOOLS, "約七成的計畫沒有監測到三年以上。", S),
    ],
)
def test_those_who_do_not_are_the_rest(page: str, claim: str, verdict: Verdict) -> None:
    assert judged(claim, page, language=language_of(page)).verdict is verdict


CUPS = (
    "Some 310,000 paper cups were handed out, 40 per cent fewer than last year. Four of the firms"
    " hold 12 per cent of the market between them."
)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("40 per cent fewer paper cups were handed out than last year.", S),
        ("40 per cent more paper cups were handed out than last year.", C),
        # "Per" of a per cent is of no each.
        ("Four of the firms have 12 per cent of the market.", S),
    ],
)
def test_so_many_more_or_fewer(claim: str, verdict: Verdict) -> None:
    assert judged(claim, CUPS).verdict is verdict
