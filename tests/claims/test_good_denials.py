"""Claims that deny, and say what their source says: no week as bad, none disagreed."""

from __future__ import annotations

import pytest

from claims.languages import language_of
from claims.values import Verdict
from tests.claims.makers import judged

S, C, P, N = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.PARTIAL, Verdict.NOT_FOUND
ISLANDS = (
    "It was the wettest July on the islands since records began in 1904. Marguerite Soll does not"
    " rule out a sale of the repair yards. The three judges agreed that the jury had been misled."
    " The party won 34.2% of the vote, down 2.6 percentage points. The index had its worst week"
    " since March."
)
RATES = (
    "Six members voted for the rise, which takes the rate to 6.75%; three of the nine were against"
    " it. The jobless rate stayed at 4.3% in May. Tenreiro finished four seconds outside the course"
    " record. The flat fee of 190 euros will be abolished. Sales rose in the three months to June."
)
SUMMER = (
    "今年夏季是1951年有完整紀錄以來第二高溫的夏季，僅次於2020年的29.2度。"
    "羅薩斯是首位帶隊奪冠的女性總教練。五月失業率維持在4.3%。"
)


@pytest.mark.parametrize(
    ("page", "claim", "verdict"),
    [
        (ISLANDS, "No July on the islands has been wetter since records began.", S),
        (ISLANDS, "Soll has not ruled out a sale of the repair yards.", S),
        (ISLANDS, "None of the three judges disagreed that the jury had been misled.", S),
        (ISLANDS, "The party had won 36.8% of the vote four years before.", N),
        (ISLANDS, "Not since March has the index had as bad a week.", S),
        (ISLANDS, "July on the islands was not wet.", C),
        (RATES, "Six of the nine members voted for the rise.", N),
        (RATES, "The jobless rate was unchanged at 4.3% in May.", S),
        (RATES, "The jobless rate rose to 4.3% in May.", C),
        (RATES, "Tenreiro missed the course record by four seconds.", S),
        (RATES, "Tenreiro broke the course record by four seconds.", C),
        (RATES, "The flat fee of 190 euros will be kept.", C),
        (RATES, "Sales rose from April to June.", S),
        (SUMMER, "今年夏季的氣溫排名第二，只低於2020年。", P),
        (SUMMER, "今年夏季是1951年以來最熱的夏季。", C),
        (SUMMER, "五月失業率上升到4.3%。", C),
        (SUMMER, "五月失業率持平，為4.3%。", S),
    ],
)
def test_a_denial_may_say_the_same(page: str, claim: str, verdict: Verdict) -> None:
    assert judged(claim, page, language=language_of(page)).verdict is verdict
