"""How far a record reaches, and what is the first of which kind."""

from __future__ import annotations

import pytest

from claims.languages import language_of
from claims.values import Verdict
from tests.claims.makers import judged

S, C, P = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.PARTIAL
TOWN = (
    "The number of visitors to Kelmar rose to 2.4 million last year, the highest since 2012."
    " Hotels there reported their best August in a decade. The airport handled a record 6.1 million"
    " passengers."
)
RAIN = (
    "Rainfall in October was the heaviest for that month since 1987, the weather office said. The"
    " river reached its highest level this year. The lake at Tarby is at a 20-year low."
)
FACTORY = "The factory at Penryn made 84,600 bicycles in 2024, and 79,000 in 2023."
ARCHIVE = "The temperature record of Penryn begins in 1880. A record 300 volunteers copied it."
PORT = "台達港去年貨櫃量達512萬個，創五年新高；八月單月47萬個，創歷年同期新高。"
MEDAL = (
    "She is the first woman from Oceania to win the medal, and the youngest winner since 1974. The"
    " prize was shared with two Canadians."
)
PRIZE = "林湘是首位獲得該獎的台灣女作家。她今年三十八歲，住在花蓮。"
STORM = "颱風是1967年以來首個在10月下旬登陸的颱風，也是今年第二個登陸的颱風。"


@pytest.mark.parametrize(
    ("page", "claim", "verdict"),
    [
        (TOWN, "The number of visitors to Kelmar was the highest ever.", C),
        (TOWN, "Kelmar drew a record 2.4 million visitors last year.", C),
        (TOWN, "Visitor numbers in Kelmar were the highest since 2012.", S),
        (TOWN, "Hotels in Kelmar had their best year in a decade.", C),
        (TOWN, "Hotels reported their best August ever.", C),
        (TOWN, "Hotels reported their best August in a decade.", S),
        (TOWN, "The airport handled 6.1 million passengers, a record.", S),
        (TOWN, "The airport handled more passengers than ever before, 6.1 million.", S),
        (RAIN, "Rainfall in October was the heaviest on record.", C),
        (RAIN, "Rainfall in October was the heaviest for the month since 1987.", S),
        (RAIN, "The river reached its highest level ever.", C),
        (RAIN, "The lake at Tarby is at an all-time low.", C),
        (FACTORY, "The factory at Penryn made a record 84,600 bicycles in 2024.", P),
        (ARCHIVE, "The temperature record of Penryn begins in 1880.", S),
        (ARCHIVE, "The temperature record was copied by 300 volunteers.", S),
        (PORT, "台達港去年貨櫃量創歷史新高。", C),
        (PORT, "台達港去年貨櫃量創五年來新高。", S),
        (PORT, "台達港八月貨櫃量創單月歷史新高。", C),
        (PORT, "台達港八月貨櫃量創歷年同期新高。", S),
        (TOWN, "Kelmar去年的遊客達240萬人，創歷史新高。", C),
    ],
)
def test_a_record_reaches_as_far_as_its_source_says(
    page: str, claim: str, verdict: Verdict
) -> None:
    assert judged(claim, page, language=language_of(page)).verdict is verdict


@pytest.mark.parametrize(
    ("page", "claim", "verdict"),
    [
        (MEDAL, "She is the first woman to win the medal.", P),
        (MEDAL, "She is the first person from Oceania to win the medal.", P),
        (MEDAL, "She is the first Oceanian woman to win the medal.", S),
        (MEDAL, "She is the first woman from Oceania to win the medal.", S),
        (MEDAL, "She is the youngest winner ever.", C),
        (PRIZE, "林湘是首位獲得該獎的女作家。", P),
        (PRIZE, "林湘是首位獲得該獎的台灣作家。", P),
        (PRIZE, "林湘是首位獲得該獎的台灣女作家。", S),
        (STORM, "這是1967年以來首個登陸的颱風。", P),
    ],
)
def test_the_first_of_a_kind_is_not_the_first_of_a_wider_one(
    page: str, claim: str, verdict: Verdict
) -> None:
    assert judged(claim, page, language=language_of(page)).verdict is verdict


def test_the_reason_quotes_both() -> None:
    told = judged("Rainfall in October was the heaviest on record.", RAIN)
    assert "the claim says “heaviest on record”, the source “heaviest for that month" in told.reason
    told = judged("She is the first woman to win the medal.", MEDAL)
    assert "the source says “first woman from Oceania”, the claim “first woman”" in told.reason
