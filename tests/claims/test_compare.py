"""Comparison of quantities: does the source's number bear out the claim's?"""

from __future__ import annotations

import pytest

from claims.quantities import find_quantities
from claims.quantities.compare import compare
from claims.values import Quantity, Relation

AGREES, DIFFERS = Relation.AGREES, Relation.DIFFERS


def quantity(text: str) -> Quantity:
    language = "zh-Hant" if any(character > "\u3000" for character in text) else "en"
    (found,) = find_quantities(text, language)
    return found


@pytest.mark.parametrize(
    ("claim", "source", "relation"),
    [
        ("54%", "54%", AGREES),
        ("64%", "54%", DIFFERS),
        ("over 50%", "54%", AGREES),
        ("over 50%", "48%", DIFFERS),
        ("over 50%", "50%", DIFFERS),
        ("over 50%", "over 50%", AGREES),
        ("over 50%", "over 40%", Relation.DIFFERS),
        ("over 50%", "under 50%", DIFFERS),
        ("under 50%", "48%", AGREES),
        ("at least 50%", "50%", AGREES),
        ("54%", "over 50%", None),
        ("44%", "over 50%", DIFFERS),
        ("nearly 50%", "48.7%", AGREES),
        ("about 50%", "70%", DIFFERS),
        ("42%", "41%", DIFFERS),
        ("42%", "41.7%", AGREES),
        ("2.4 billion people", "2,412 million people", AGREES),
        ("2,412 million people", "2.4 billion people", AGREES),
        ("2.5 billion people", "2,412 million people", DIFFERS),
        ("4.28 million robots", "4,281,585 robots", AGREES),
        ("37 of 44", "37 of 44", AGREES),
        ("37 of 44", "57 of 64", DIFFERS),
        ("70%", "seven out of every ten", AGREES),
        ("60%", "seven out of every ten", DIFFERS),
        ("84%", "37 of 44", AGREES),
        ("half of all", "49%", AGREES),
        ("57 robots", "57 of 64", AGREES),
        ("$5 million", "€5 million", None),
        ("5 km", "5 kg", None),
        ("in 2024", "on 28 August 2024", AGREES),
        ("in 2023", "on 28 August 2024", DIFFERS),
        ("28 August 2024", "29 August 2024", DIFFERS),
        ("逾50%", "54%", AGREES),
        ("2萬億美元", "$2 trillion", AGREES),
        ("30% to 40%", "35%", DIFFERS),
        ("35%", "30% to 40%", None),
    ],
)
def test_comparison(claim: str, source: str, relation: Relation | None) -> None:
    assert compare(quantity(claim), quantity(source)) is relation
