"""What a sentence calls the rest, of a whole or of shares; and who is left out: "all but"."""

from __future__ import annotations

import pytest

from claims.values import Verdict
from tests.claims.makers import judged

SUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.CONTRADICTED
BOATS = "Of the 42 boats in the harbour 22 are Danish, 9 Swedish, and the rest Dutch."
HALL = (
    "The hall cost 26 million euros: 12 million euros were paid by the city, 5 million euros by the"
    " region and the rest came from lottery funds."
)
HAN = "縣府撤離三個鄉共1,274人，比去年的1,655人少，其中桃園鄉702人、瑪夏鄉341人，其餘在茂林鄉。"
FUND = "Two-thirds of the sum was paid by the research fund, the rest by the university."
STARS = "The bay had many sea stars, 94 per cent of which died of a wasting disease."


@pytest.mark.parametrize(
    ("claim", "page", "verdict"),
    [
        ("Eleven of the boats in the harbour are Dutch.", BOATS, SUPPORTED),
        ("Twelve of the boats in the harbour are Dutch.", BOATS, CONTRADICTED),
        ("Nine million euros for the hall came from lottery funds.", HALL, SUPPORTED),
        ("Seven million euros for the hall came from lottery funds.", HALL, CONTRADICTED),
        ("縣府撤離的居民中，茂林鄉占231人。", HAN, SUPPORTED),
        ("縣府撤離的居民中，茂林鄉占251人。", HAN, CONTRADICTED),
        ("研究基金（the research fund）負擔三分之二，其餘三分之一由大學支付。", FUND, SUPPORTED),
        (
            "研究基金（the research fund）負擔三分之二，其餘四分之一由大學支付。",
            FUND,
            Verdict.PARTIAL,
        ),
        ("All but 6 per cent of the sea stars died of a wasting disease.", STARS, SUPPORTED),
    ],
)
def test_the_rest(claim: str, page: str, verdict: Verdict) -> None:
    language = "zh-Hant" if page is HAN else "en"
    assert judged(claim, page, language=language).verdict is verdict
