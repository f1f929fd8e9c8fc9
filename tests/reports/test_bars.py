from __future__ import annotations

from itertools import pairwise

import pytest

from reports.bars import divide


@pytest.mark.parametrize(
    "counts", [{"a": 1}, {"a": 3, "b": 1}, {"a": 5000, "b": 1, "c": 0}, dict.fromkeys("abcdef", 7)]
)
def test_bars_fill_the_whole_and_follow_each_other(counts: dict[str, int]) -> None:
    bars = divide(counts)

    assert sum(bar.length for bar in bars) == pytest.approx(100, abs=0.05)
    for left, right in pairwise(bars):
        assert left.start + left.length == pytest.approx(right.start, abs=0.02)


def test_one_among_thousands_is_seen() -> None:
    assert divide({"many": 5000, "one": 1})[1].length > 1


def test_what_does_not_occur_has_no_bar() -> None:
    assert divide({"a": 0, "b": 0}) == ()
