"""Numbers whose unit a sentence says once for several: "74 kroner for cars and 210 for lorries"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.values import MEASURES, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.values import Quantity

# What is counted or named by a number has it right behind: "Falcon 9", "Article 12", "page 7".
_NAMED = re.compile(r"(?:\b[A-Z]\w*|\b(?:page|no\.|number|article|section|chapter|phase))\s$")
_GREATEST_IN_NAME = 1_000
# "42 more days": what is counted stands behind.
_COUNTS = re.compile(r"\s+(?:more|fewer|other|additional|extra|further|new)\s+[a-z]")
# Marks that end what a unit goes for.
_STOP = re.compile(r"[()（）]")
_REACH = 160
_WHOLE = 100.0
# A score, or one of two numbers that stand for one thing.
_SCORE = re.compile(r"[:\-–/]\s?\d|^\d+\s?[:\-–/]")


def with_units_understood(
    quantities: Sequence[Quantity], text: str
) -> Iterator[tuple[Quantity, Quantity]]:
    """Each bare number of a sentence, and what it is with the unit of the one before it.

    Or else of the one behind it: "8.2 million from Thuringia and 5.4 million euros from Bavaria".
    """
    for place, one in enumerate(quantities):
        if not _is_bare(one, text):
            continue
        before = next((o for o in reversed(quantities[:place]) if o.kind in MEASURES), None)
        if before is None or not _goes_for(before, one, text):
            before = None
        behind = next((o for o in quantities[place + 1 :] if o.kind in MEASURES), None)
        if behind is None or _STOP.search(text, one.end, behind.start):
            behind = None
        measure = before or behind
        if measure is None or measure.unit == "pp":
            continue
        # "48.4% were confirmed, 8,960 were severe": no share is so great.
        if measure.kind is Kind.PERCENT and one.low > _WHOLE:
            continue
        yield one, _measured_as(one, measure)


def _goes_for(measure: Quantity, bare: Quantity, text: str) -> bool:
    """Whether the unit of a number may go for one behind it: none goes into brackets."""
    between = text[measure.end : bare.start]
    brackets = _STOP.findall(between)
    return len(between) <= _REACH and not (brackets and brackets[0] in "(（")


def _is_bare(one: Quantity, text: str) -> bool:
    """Whether a number counts nothing that the sentence names, and names nothing itself."""
    if one.kind is not Kind.COUNT or one.unit or one.low != one.high:
        return False
    digits = one.text.strip()
    is_small = one.low < _GREATEST_IN_NAME and digits.isdigit()
    if is_small and _NAMED.search(text, 0, one.start):
        return False
    if _COUNTS.match(text, one.end):
        return False
    around = text[max(one.start - 2, 0) : one.end + 2]
    return not _SCORE.search(around)


def _measured_as(one: Quantity, measure: Quantity) -> Quantity:
    return replace(one, kind=measure.kind, unit=measure.unit)
