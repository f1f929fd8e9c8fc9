"""The door for measurements: a claim and a text, without a document or a fetch."""

from __future__ import annotations

import pytest

from claims.lexicon.glosses import words_of
from claims.values import Verdict
from claims.verification import verify

PAGE = [
    "The mill at Orra ground 4,100 tonnes of rye in 2021.",
    "[5] https://mills.example/orra-mill-rye-barley-oats-prices-rose",
]


@pytest.mark.parametrize("mark", ["", " [5]", "[5][6]", " [3-7]", "［5］"])
def test_a_mark_that_points_to_a_list_is_no_word_of_the_claim(mark: str) -> None:
    told = verify(f"The mill at Orra ground 4,100 tonnes of rye in 2021{mark}.", PAGE)
    assert told.judgement.verdict is Verdict.SUPPORTED
    assert told.judgement == verify(PAGE[0], PAGE).judgement


def test_an_address_is_no_evidence() -> None:
    told = verify("Prices of rye, barley and oats rose at the mill of Orra [5].", PAGE)
    assert told.judgement.verdict is Verdict.PARTIAL
    assert not any("https" in passage for passage in told.passages)


def test_words_keep_their_places_behind_a_date() -> None:
    text = "2024年5月宣布與台達電合作"
    assert text.index("台達電") in {place for place, _, _ in words_of(text)}
