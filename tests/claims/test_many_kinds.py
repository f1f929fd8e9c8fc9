"""Sixty short texts of many genres, with slips of two hundred kinds, written without the rules.

A block of `many_kinds.txt` is a text on a line of its own and its claims, each behind the letter of
what it deserves and before " ## " and the kind of slip, or of rewording. The true ones say it in
other words, many by a little arithmetic; the false ones have the text's own words but for the slip.
This is the hardest that we have. The figures are what is reached; docs/accuracy.md has the first
try's.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from claims.languages import language_of
from claims.values import Judgement, Verdict
from tests.claims.makers import judged, what_is_told
from tests.golden_files import assert_golden

BLOCKS = Path(__file__).with_name("many_kinds.txt").read_text("utf-8").strip().split("\n\n")
KIND = " ## "
LEAST_SUPPORTED = 0.25
MOST_ALARMS = 0.10
MOST_FALSE_PASSES = 0.42


@pytest.fixture(scope="module")
def judgements() -> list[tuple[str, Judgement]]:
    """Each claim behind its letter, and what its text says of it."""
    return [
        (line, judged(line[2:].partition(KIND)[0], page, language=language_of(page)))
        for page, *lines in (block.split("\n") for block in BLOCKS)
        for line in lines
    ]


def test_there_are_many_kinds_of_both() -> None:
    lines = [line for block in BLOCKS for line in block.split("\n")[1:]]
    letters = Counter(line[0] for line in lines)
    assert len(BLOCKS) >= 60
    assert letters["S"] >= 240
    assert letters["C"] >= 320
    assert len({line.partition(KIND)[2] for line in lines if line[0] != "S"}) >= 200


def test_what_is_reached_is_kept(judgements: list[tuple[str, Judgement]]) -> None:
    told = Counter((line[0] == "S", one.verdict) for line, one in judgements)
    true, false = (
        {verdict: count for (is_true, verdict), count in told.items() if is_true is side}
        for side in (True, False)
    )
    assert true[Verdict.SUPPORTED] >= LEAST_SUPPORTED * sum(true.values()), told
    assert true[Verdict.CONTRADICTED] <= MOST_ALARMS * sum(true.values()), told
    assert false[Verdict.SUPPORTED] <= MOST_FALSE_PASSES * sum(false.values()), told


def test_what_is_told_of_each_claim_is_as_before(
    judgements: list[tuple[str, Judgement]],
) -> None:
    lines = [what_is_told(line, judgement) for line, judgement in judgements]
    assert_golden("\n\n".join(lines) + "\n", "many_kinds.told", Path(__file__).parent / "told")
