"""Short pages and plain claims, two thirds of them false by one slip, written without the rules.

A block of `one_slip.txt` is a page on a line of its own and its claims, each behind the first
letter of what it deserves. Of so short a page most words stand in any claim, so this is where most
of the false ones pass. The figures are what is reached; docs/accuracy.md has the first try's.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from claims.languages import language_of
from claims.values import Verdict
from tests.claims.makers import judged

BLOCKS = Path(__file__).with_name("one_slip.txt").read_text("utf-8").strip().split("\n\n")
LEAST_SUPPORTED = 0.70
MOST_ALARMS = 0.08
MOST_FALSE_PASSES = 0.40


@pytest.fixture(scope="module")
def told() -> Counter[tuple[bool, Verdict]]:
    """How many claims that are true, or false, got which verdict."""
    found: Counter[tuple[bool, Verdict]] = Counter()
    for block in BLOCKS:
        page, *lines = block.split("\n")
        for line in lines:
            judgement = judged(line[2:], page, language=language_of(page))
            found[line[0] == "S", judgement.verdict] += 1
    return found


def share(told: Counter[tuple[bool, Verdict]], verdict: Verdict, *, is_true: bool) -> float:
    every = sum(count for (true, _), count in told.items() if true is is_true)
    return told[is_true, verdict] / every


def test_there_are_many_of_both(told: Counter[tuple[bool, Verdict]]) -> None:
    assert len(BLOCKS) >= 50
    assert sum(count for (true, _), count in told.items() if true) >= 250
    assert sum(count for (true, _), count in told.items() if not true) >= 450


def test_most_true_claims_pass(told: Counter[tuple[bool, Verdict]]) -> None:
    assert share(told, Verdict.SUPPORTED, is_true=True) >= LEAST_SUPPORTED


def test_few_true_claims_are_called_contradicted(told: Counter[tuple[bool, Verdict]]) -> None:
    assert share(told, Verdict.CONTRADICTED, is_true=True) <= MOST_ALARMS


def test_no_more_false_claims_pass_than_before(told: Counter[tuple[bool, Verdict]]) -> None:
    assert share(told, Verdict.SUPPORTED, is_true=False) <= MOST_FALSE_PASSES
