"""Of true claims with one thing changed by a machine, no larger a share passes than before."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.claims.one_change import changed_claims

# The most that may pass, as docs/accuracy.md has it.
MOST = {
    "digit": 0.03,
    "year": 0.085,
    "unit": 0.02,
    "swapped numbers": 0.26,
    "swapped years": 0.40,
    "not": 0.36,
    "way": 0.37,
    "name": 0.44,
}


@pytest.fixture(scope="module")
def counted() -> dict[str, Counter[bool]]:
    """By kind of change how many claims pass, and how many do not."""
    found: dict[str, Counter[bool]] = {kind: Counter() for kind in MOST}
    for one in changed_claims():
        found[one.kind][one.passes()] += 1
    return found


def test_there_are_many_of_each_kind(counted: dict[str, Counter[bool]]) -> None:
    assert all(count.total() >= 25 for count in counted.values())
    assert sum(count.total() for count in counted.values()) >= 1_000


@pytest.mark.parametrize("kind", MOST)
def test_no_more_pass_than_before(counted: dict[str, Counter[bool]], kind: str) -> None:
    assert counted[kind][True] <= MOST[kind] * counted[kind].total()
