"""Ninety short texts of many genres with claims of many kinds, written without the rules.

A block of a file is a text on a line of its own and its claims, each behind the letter of what it
deserves and before " ## " and the kind of slip, or of rewording. In `many_kinds.txt` the false ones
have the text's own words but for a slip, of two hundred kinds, and the true ones say it in others,
many by a little arithmetic: the hardest that we have. In `fair_summaries.txt` two thirds are true,
worded so that a rule that is too eager objects. The figures are what is reached; docs/accuracy.md
has the first try's.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from claims.languages import language_of
from claims.values import Judgement, Verdict
from tests.claims.makers import judged, what_is_told
from tests.golden_files import assert_golden

HERE = Path(__file__).parent
KIND = " ## "


@dataclass(frozen=True)
class Reached:
    """Of the true claims, the least share that passes and the most that is called contradicted.

    Of the others the most that passes; and how many blocks and kinds of slips there are.
    """

    supported: float
    alarms: float
    false_passes: float
    blocks: int
    kinds: int


REACHED = {
    "many_kinds": Reached(0.29, 0.08, 0.38, 60, 200),
    "fair_summaries": Reached(0.52, 0.06, 0.24, 30, 80),
}


def blocks_of(name: str) -> list[list[str]]:
    """The blocks of a file: a text, and behind it the lines of its claims."""
    text = (HERE / f"{name}.txt").read_text("utf-8").strip()
    return [block.split("\n") for block in text.split("\n\n")]


@pytest.fixture(scope="module", params=REACHED)
def told(request: pytest.FixtureRequest) -> tuple[str, list[tuple[str, Judgement]]]:
    """The name of a file, and each claim of it behind its letter with what its text says of it."""
    return request.param, [
        (line, judged(line[2:].partition(KIND)[0], page, language=language_of(page)))
        for page, *lines in blocks_of(request.param)
        for line in lines
    ]


@pytest.mark.parametrize("name", REACHED)
def test_there_are_many_kinds(name: str) -> None:
    blocks = blocks_of(name)
    slips = {
        line.partition(KIND)[2]
        for _, *lines in blocks
        for line in lines
        if not line.startswith("S")
    }
    assert len(blocks) >= REACHED[name].blocks
    assert len(slips) >= REACHED[name].kinds


def test_what_is_reached_is_kept(told: tuple[str, list[tuple[str, Judgement]]]) -> None:
    name, judgements = told
    counted = Counter((line.startswith("S"), one.verdict) for line, one in judgements)
    shares = {
        (is_true, verdict): count / sum(n for (side, _), n in counted.items() if side is is_true)
        for (is_true, verdict), count in counted.items()
    }
    assert shares[True, Verdict.SUPPORTED] >= REACHED[name].supported, counted
    assert shares[True, Verdict.CONTRADICTED] <= REACHED[name].alarms, counted
    assert shares[False, Verdict.SUPPORTED] <= REACHED[name].false_passes, counted


def test_what_is_told_of_each_claim_is_as_before(
    told: tuple[str, list[tuple[str, Judgement]]],
) -> None:
    name, judgements = told
    lines = [what_is_told(line, judgement) for line, judgement in judgements]
    assert_golden("\n\n".join(lines) + "\n", f"{name}.told", HERE / "told")
