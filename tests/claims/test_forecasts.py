"""A forecast, or a plan, that a claim tells as a fact."""

from __future__ import annotations

import pytest

from claims.languages import language_of
from claims.values import Verdict
from tests.claims.makers import judged

S, C, P = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.PARTIAL
BANK = (
    "The economy is forecast to grow 2.1% next year after 1.4% this year, the central bank said."
    " It expects unemployment to fall to 5.2% by December 2026. Exports of 40 million tonnes were"
    " above the 38 million that the bank had expected."
)
FERRY = (
    "The ferry company plans to cut 120 jobs. It will buy 3 ships, which will cost 90 million"
    " euros. It employs 1,400 people."
)
FESTIVAL = "The festival will open on 4 May 2019 with a concert by 60 singers in the old mill."
FAB = (
    "工研院預估，2026年產值將達5.2兆元，年增8%。廠長表示，新廠可望在明年第二季量產，月產能3萬片。"
    "公司目前有員工1,200人，去年營收84億元。"
)


@pytest.mark.parametrize(
    ("page", "claim", "verdict"),
    [
        (BANK, "The central bank forecasts growth of 2.1% next year.", S),
        (BANK, "The economy grew 2.1%.", C),
        (BANK, "The economy is growing at 2.1% a year.", P),
        (BANK, "Unemployment fell to 5.2% in December 2026.", P),
        (BANK, "The central bank expects unemployment to be 5.2% by the end of 2026.", S),
        (BANK, "Exports were 40 million tonnes, more than the bank had expected.", S),
        (BANK, "Exports reached 40 million tonnes.", S),
        (FERRY, "The ferry company cut 120 jobs.", C),
        (FERRY, "The ferry company wants to cut 120 jobs.", S),
        (FERRY, "The ferry company employs 1,400 people.", S),
        (FERRY, "The 3 ships cost 90 million euros.", S),
        # What was announced for a day may have taken place.
        (FESTIVAL, "The festival opened on 4 May 2019 with a concert by 60 singers.", S),
        (FAB, "2026年產值達5.2兆元。", P),
        (FAB, "2026年產值成長了8%。", P),
        (FAB, "工研院預估2026年產值為5.2兆元。", S),
        (FAB, "新廠月產能已達3萬片。", C),
        (FAB, "新廠預計明年第二季量產。", S),
        (FAB, "公司員工有1,200人。", S),
        (FAB, "公司去年營收為84億元。", S),
        (BANK, "央行預測明年經濟將成長2.1%。", S),
        (BANK, "經濟已成長2.1%。", C),
    ],
)
def test_a_forecast_is_no_fact(page: str, claim: str, verdict: Verdict) -> None:
    assert judged(claim, page, language=language_of(page)).verdict is verdict


def test_the_reason_quotes_the_forecast() -> None:
    told = judged("Unemployment fell to 5.2% in December 2026.", BANK)
    assert told.reason.endswith("expects unemployment to fall to 5.2% by December 2026.”")


MEMO = (
    "Orvenzo plans to file for approval in the first half. Deck crew will walk out for 48 hours"
    " next Friday. Prosecutors said they were considering asking the Supreme Court for leave."
    " The museum will reopen its east wing; it reopened the west wing in May."
)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Orvenzo filed for approval.", C),
        ("Orvenzo plans to file for approval.", S),
        ("Deck crew walked out for 48 hours.", C),
        ("Prosecutors asked the Supreme Court for leave.", C),
        ("Prosecutors may ask the Supreme Court for leave.", S),
        ("The museum reopened its west wing in May.", S),
    ],
)
def test_what_is_still_to_be_done_was_not_done(claim: str, verdict: Verdict) -> None:
    assert judged(claim, MEMO).verdict is verdict
