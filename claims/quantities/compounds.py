"""What is told in two units at once: "6 feet 2 inches", 5小時30分鐘, "2 years and 3 months"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.values import Comparator

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.values import Quantity

# How many of the second unit make one of the first.
_MAKE = {
    ("ft", "inch"): 12, ("lb", "ounce"): 16, ("year", "month"): 12, ("week", "day"): 7,
    ("day", "hour"): 24, ("hour", "minute"): 60, ("minute", "second"): 60, ("m", "cm"): 100,
    ("kg", "g"): 1000,
}  # fmt: skip
_JOINED = re.compile(r"\s*(?:,?\s*(?:and|und|et|y|&)\s+|,\s*|又|零|と)?")


def with_compounds(text: str, found: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """Each number with the one behind it that goes on with it, in the smaller unit: 74 inches.

    `found` is in the order of `text`.
    """
    joined: list[Quantity] = []
    for one in found:
        before = joined[-1] if joined else None
        if before and _goes_on(text, before, one):
            make = _MAKE[before.unit, one.unit]
            joined[-1] = replace(
                before,
                end=one.end,
                text=text[before.start : one.end],
                low=before.low * make + one.low,
                high=before.high * make + one.high,
                step=one.step,
                unit=one.unit,
            )
        else:
            joined.append(one)
    return tuple(joined)


def _goes_on(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether a number in a smaller unit stands right behind a whole one."""
    make = _MAKE.get((first.unit, second.unit))
    return (
        make is not None
        and first.kind is second.kind
        and second.comparator is Comparator.EQUAL
        and first.low == first.high == int(first.low)
        and second.low == second.high < make
        and bool(_JOINED.fullmatch(text, first.end, second.start))
    )
