"""From which number something changed, and to which; months that nothing tells of; plans beaten."""

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
