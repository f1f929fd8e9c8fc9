"""Pairs of a claim's quantity and a source's, line by line: `claim | source => relation`.

The relation is agrees, differs, or none where the two do not measure the same. Written by hand.
"""

from __future__ import annotations

from pathlib import Path

from claims.quantities.compare import compare
from tests.claims.test_compare import quantity

FILE = Path(__file__).parent / "comparisons.txt"


def test_pairs_relate_like_this() -> None:
    lines = FILE.read_text("utf-8").splitlines()
    pairs = [line.partition(" => ")[0].split(" | ") for line in lines]
    relations = [compare(quantity(claim), quantity(source)) for claim, source in pairs]
    found = [
        f"{claim} | {source} => {relation.value if relation else 'none'}"
        for (claim, source), relation in zip(pairs, relations, strict=True)
    ]
    assert found == lines
