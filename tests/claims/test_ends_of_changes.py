"""From which number something changed, to which and when; early and late; months left unsaid."""

from __future__ import annotations

import pytest

from claims.languages import language_of
from claims.values import Verdict
from tests.claims.makers import an_html_page, judged

S, C, P, N = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.PARTIAL, Verdict.NOT_FOUND
TURNOUT = "Turnout rose from 45% in 2019 to 52% in 2023. The mayor was pleased."
COMPARED_BACK = "Turnout was 52%, up from 45% in 2019. The mayor was pleased."
HAN_TURNOUT = "投票率由2019年的45%升至2023年的52%。市長很高興。"
HAN_WAGES = "明年起時薪由190元調高至196元。工會表示歡迎。"
HAN_DAM = (
    "水庫清淤工程完工，有效庫容由2,300萬噸恢復到2,720萬噸。局長表示，工程比原訂時程提前四個月完成。"
    "原訂八月完工。"
)
BRIDGE = "The Tarn bridge opened to traffic on Monday, two years later than planned. It is long."
TRAFFIC = "About 9,000 cars a day are expected at first, rising to 14,000 by 2030. It rained."
PLANT = "The plant made 300 cars in 2020, falling to 210 in 2022. It rained."
MAYOR = "Mayor Ada Krell, 52, called it the best day of her eleven years in office. It rained."


@pytest.mark.parametrize(
    ("page", "claim", "verdict"),
    [
        (TURNOUT, "Turnout rose to 52%.", S),
        (TURNOUT, "Turnout rose to 45%.", C),
        (TURNOUT, "Turnout rose from 45%.", S),
        (TURNOUT, "Turnout rose from 52%.", C),
        (TURNOUT, "Turnout is 52%.", S),
        (TURNOUT, "Turnout in 2019 was 52%.", C),
        (COMPARED_BACK, "Turnout rose from 45%.", S),
        (COMPARED_BACK, "Turnout was up to 45%.", C),
        (HAN_TURNOUT, "投票率升至52%。", S),
        (HAN_TURNOUT, "投票率升至45%。", C),
        (HAN_TURNOUT, "投票率為52%。", S),
        (HAN_TURNOUT, "投票率2019年為52%。", C),
        (HAN_TURNOUT, "投票率由45%上升。", S),
        (HAN_DAM, "水庫有效庫容恢復到2,720萬噸。", S),
        (HAN_DAM, "水庫有效庫容恢復到2,300萬噸。", C),
        # What is still to come is not so yet, and a level is not by how much.
        (HAN_WAGES, "今年時薪為196元。", N),
        (HAN_WAGES, "時薪調高196元。", C),
        (HAN_WAGES, "明年時薪調高至196元。", S),
    ],
)
def test_a_change_has_two_ends(page: str, claim: str, verdict: Verdict) -> None:
    assert judged(claim, an_html_page(page), language=language_of(claim)).verdict is verdict


@pytest.mark.parametrize(
    ("page", "claim", "verdict"),
    [
        (TRAFFIC, "By 2030 traffic is expected to reach 14,000 cars a day.", S),
        (TRAFFIC, "By 2030 traffic is expected to reach 9,000 cars a day.", C),
        (TRAFFIC, "About 9,000 cars a day are expected.", S),
        (TRAFFIC, "Some 14,000 cars a day are expected in 2030.", S),
        (PLANT, "The plant made 300 cars in 2020.", S),
        (PLANT, "The plant made 210 cars in 2022.", S),
        (PLANT, "The plant made 300 cars in 2022.", C),
        (PLANT, "The plant made 210 cars in 2020.", C),
    ],
)
def test_the_year_of_a_change_is_that_of_its_end(page: str, claim: str, verdict: Verdict) -> None:
    assert judged(claim, page).verdict is verdict


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Krell has been mayor for 52 years.", N),
        ("Krell has been in office for eleven years.", S),
        ("Krell has been in office for twelve years.", C),
        ("Mayor Ada Krell is 52 years old.", S),
        ("The 52-year-old mayor Ada Krell called it the best day.", S),
    ],
)
def test_an_age_is_not_how_long_anything_took(claim: str, verdict: Verdict) -> None:
    assert judged(claim, MAYOR).verdict is verdict


@pytest.mark.parametrize(
    ("page", "claim", "verdict"),
    [
        (BRIDGE, "The Tarn bridge opened two years late.", S),
        (BRIDGE, "The Tarn bridge opened two years early.", C),
        # It was finished before it was to be: that denies nothing.
        (HAN_DAM, "清淤工程提前四個月完成。", S),
        (HAN_DAM, "清淤工程延後四個月完成。", C),
        (HAN_DAM, "清淤工程完工。", S),
    ],
)
def test_what_is_early_is_not_late(page: str, claim: str, verdict: Verdict) -> None:
    assert judged(claim, an_html_page(page), language=language_of(claim)).verdict is verdict


@pytest.mark.parametrize(
    ("page", "claim", "verdict"),
    [
        (BRIDGE, "The Tarn bridge opened in July.", P),
        (BRIDGE, "The Tarn bridge opened in summer.", P),
        (f"{BRIDGE} July was dry.", "The Tarn bridge opened in July.", S),
        # From the page's own day a month may follow, or it may stand there as a number.
        (f"{BRIDGE} That was last week.", "The Tarn bridge opened in July.", S),
        (f"{BRIDGE} Updated 14.07.2021.", "The Tarn bridge opened in July.", S),
    ],
)
def test_a_month_that_nothing_tells_of_is_unsaid(page: str, claim: str, verdict: Verdict) -> None:
    found = judged(claim, page)
    assert found.verdict is verdict
    assert ("nothing in it says" in found.reason) is (verdict is P)


def test_a_page_tells_of_its_own_month() -> None:
    claim = "The Tarn bridge opened in July."
    for day, verdict in (("2021-07-30", S), ("2021-08-02", S), ("2021-11-02", P)):
        page = f'<meta property="article:published_time" content="{day}T08:00:00Z"><p>{BRIDGE}</p>'
        assert judged(claim, an_html_page(page)).verdict is verdict
