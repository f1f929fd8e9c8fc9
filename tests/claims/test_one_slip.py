"""Short pages and plain claims, two thirds of them false by one slip, written without the rules.

A block of `one_slip.txt` is a page on a line of its own and its claims, each behind the first
letter of what it deserves. Of so short a page most words stand in any claim, so this is where most
of the false ones pass. The figures are what is reached; docs/accuracy.md has the first try's.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claims.languages import language_of
from claims.values import Judgement, Verdict
from tests.claims.each_rule import what_each_rule_says
from tests.claims.makers import judged_on, the_grounds, what_is_told
from tests.golden_files import assert_golden

if TYPE_CHECKING:
    from claims.grounds import Grounds

BLOCKS = Path(__file__).with_name("one_slip.txt").read_text("utf-8").strip().split("\n\n")
LEAST_SUPPORTED = 0.70
MOST_ALARMS = 0.05
MOST_FALSE_PASSES = 0.34


@pytest.fixture(scope="module")
def grounds() -> list[tuple[str, Grounds]]:
    """Each claim, behind the letter of what it deserves, and what of its page speaks of it."""
    return [
        (line, the_grounds(line[2:], page, language=language_of(page)))
        for page, *lines in (block.split("\n") for block in BLOCKS)
        for line in lines
    ]


@pytest.fixture(scope="module")
def judgements(grounds: list[tuple[str, Grounds]]) -> list[tuple[str, Judgement]]:
    """Each claim, and what its page says of it."""
    return [(line, judged_on(of_line)) for line, of_line in grounds]


@pytest.fixture(scope="module")
def told(judgements: list[tuple[str, Judgement]]) -> Counter[tuple[bool, Verdict]]:
    """How many claims that are true, or false, got which verdict."""
    return Counter((line[0] == "S", judgement.verdict) for line, judgement in judgements)


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


def test_what_is_told_of_each_claim_is_as_before(judgements: list[tuple[str, Judgement]]) -> None:
    lines = [what_is_told(line, judgement) for line, judgement in judgements]
    assert_golden("\n\n".join(lines) + "\n", "one_slip.told", Path(__file__).parent / "told")


def test_what_each_rule_says_by_itself_is_as_before(grounds: list[tuple[str, Grounds]]) -> None:
    lines = [what_each_rule_says(line, of_line) for line, of_line in grounds]
    assert_golden("\n".join(lines) + "\n", "one_slip.rules", Path(__file__).parent / "told")
