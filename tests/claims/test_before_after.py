"""What was before and what after, and which part of a sentence a year is of."""

from __future__ import annotations

import pytest

from claims.languages import language_of
from claims.values import Verdict
from tests.claims.makers import judged

S, C = Verdict.SUPPORTED, Verdict.CONTRADICTED
DRIVER = (
    "The driver passed a medical nine days before the derailment and braked 120 metres before the"
    " points. Two years after the merger the firm closed its mill in Torvale."
)
PROBE = "The probe Linnet, launched in 2021, reached orbit in 2023 and was renamed in May 2024."
HAN_DRIVER = (
    "駕駛在事故發生九天前通過體檢，並在道岔前120公尺煞車。合併兩年後，公司關閉了工廠。"
    "海鷹號2021年發射，2023年進入軌道。"
)
BROOCH = (
    "The brooch will go on show at Calder Museum from May, after conservation. The architects"
    " settled with the residents before the verdict."
)
HAN_BROOCH = "建築師事務所在一審宣判前與住戶和解。公司漲價後營收減少一成。"


@pytest.mark.parametrize(
    ("page", "claim", "verdict"),
    [
        (DRIVER, "The driver had passed a medical nine days earlier.", S),
        (DRIVER, "The driver passed a medical nine days after the derailment.", C),
        (DRIVER, "The driver braked 120 metres before the points.", S),
        (DRIVER, "The driver braked 120 metres after the points.", C),
        (DRIVER, "Two years before the merger the firm closed its mill in Torvale.", C),
        (DRIVER, "The mill in Torvale was closed two years after the merger.", S),
        (HAN_DRIVER, "駕駛在事故發生九天後通過體檢。", C),
        (HAN_DRIVER, "駕駛在過了道岔120公尺後煞車。", C),
        (HAN_DRIVER, "合併前兩年，公司關閉了工廠。", C),
        (HAN_DRIVER, "合併兩年後，公司關閉工廠。", S),
    ],
)
def test_before_is_not_after(page: str, claim: str, verdict: Verdict) -> None:
    assert judged(claim, page, language=language_of(page)).verdict is verdict


@pytest.mark.parametrize(
    ("page", "claim", "verdict"),
    [
        (BROOCH, "The brooch will go on show at Calder Museum after conservation.", S),
        (BROOCH, "The brooch will go on show at Calder Museum before conservation.", C),
        (BROOCH, "The architects had settled with the residents before the verdict.", S),
        (BROOCH, "The architects settled with the residents after the verdict.", C),
        (HAN_BROOCH, "建築師事務所在一審宣判後與住戶和解。", C),
        (HAN_BROOCH, "事務所在一審宣判之前與住戶和解。", S),
        (HAN_BROOCH, "公司漲價前營收減少一成。", C),
        (HAN_BROOCH, "公司漲價之後營收減少一成。", S),
    ],
)
def test_before_an_event_is_not_after_it(page: str, claim: str, verdict: Verdict) -> None:
    assert judged(claim, page, language=language_of(page)).verdict is verdict


@pytest.mark.parametrize(
    ("page", "claim", "verdict"),
    [
        (PROBE, "Linnet was launched in 2021.", S),
        (PROBE, "Linnet was launched in 2023.", C),
        (PROBE, "Linnet reached orbit in 2021.", C),
        (PROBE, "Linnet was renamed in 2023.", C),
        (PROBE, "Linnet, which reached orbit in 2023, had been launched in 2021.", S),
        (HAN_DRIVER, "海鷹號在2021年發射。", S),
        (HAN_DRIVER, "海鷹號2021年進入軌道。", C),
        (HAN_DRIVER, "海鷹號在2023年進入軌道。", S),
    ],
)
def test_a_year_is_of_its_own_part_of_a_sentence(page: str, claim: str, verdict: Verdict) -> None:
    assert judged(claim, page, language=language_of(page)).verdict is verdict
