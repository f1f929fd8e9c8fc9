"""What led to what, and who did what to whom, turned round."""

from __future__ import annotations

import pytest

from claims.languages import language_of
from claims.values import Verdict
from tests.claims.makers import judged

S, C = Verdict.SUPPORTED, Verdict.CONTRADICTED
SALES = (
    "Mira Dostal blamed the weaker sales on the closure of two shops in the north. The failed"
    " software update led to the loss of crew rosters. Flights were cancelled because of fog at the"
    " hub. A strike caused a shortage of bread in Torvale."
)
HAN_SALES = (
    "因為缺工，工程延宕兩年。暴雨導致鐵路中斷。衡山重工以三比一擊敗遠東機械，取得訂單。"
    "林書豪接替陳建宏出任董事長。中國女排昨晚在巴黎以3比2逆轉美國隊。工會批評政府未保障就業。"
    "凱旋科技被藍海集團收購。"
)


@pytest.mark.parametrize(
    ("page", "claim", "verdict"),
    [
        (SALES, "The weaker sales were a result of the closure of two shops in the north.", S),
        (SALES, "The closure of two shops in the north was a result of the weaker sales.", C),
        (SALES, "The loss of crew rosters led to the failed software update.", C),
        (SALES, "The loss of the crew rosters was caused by the failed software update.", S),
        (SALES, "Fog at the hub was caused by the cancelled flights.", C),
        (SALES, "There was a shortage of bread in Torvale because of a strike.", S),
        (SALES, "A shortage of bread caused a strike in Torvale.", C),
        (HAN_SALES, "鐵路因為暴雨而中斷。", S),
        (HAN_SALES, "鐵路中斷導致暴雨。", C),
    ],
)
def test_a_cause_is_no_effect(page: str, claim: str, verdict: Verdict) -> None:
    assert judged(claim, page, language=language_of(page)).verdict is verdict


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("衡山重工戰勝遠東機械。", S),
        ("遠東機械擊敗衡山重工。", C),
        ("陳建宏接替林書豪出任董事長。", C),
        ("陳建宏被林書豪取代。", S),
        ("美國女排3比2戰勝中國隊。", C),
        ("中國女排在巴黎3比2擊敗美國隊。", S),
        ("政府批評工會。", C),
        ("凱旋科技收購藍海集團。", C),
        ("藍海集團收購凱旋科技。", S),
    ],
)
def test_who_did_it_is_not_to_whom(claim: str, verdict: Verdict) -> None:
    assert judged(claim, HAN_SALES, language="zh-Hant").verdict is verdict
