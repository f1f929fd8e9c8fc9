"""Shares of which the whole is told first: "of the 148 talks only 22", 44項技術中，有37項."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.values import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claims.values import Quantity


def with_shares(
    text: str, found: Iterable[Quantity], is_part_of: Callable[[Quantity, Quantity], bool]
) -> tuple[Quantity, ...]:
    """Join each count and the one behind it that is its part into one ratio, 22 of 148.

    `found` is in the order of `text`; `is_part_of` is asked of a count and the one before it.
    """
    joined: list[Quantity] = []
    for part in found:
        whole = joined[-1] if joined else None
        if whole and whole.kind is part.kind is Kind.COUNT and is_part_of(part, whole):
            joined[-1] = replace(
                part,
                start=whole.start,
                text=text[whole.start : part.end],
                kind=Kind.RATIO,
                denominator=whole.low,
                unit=whole.unit,
            )
        else:
            joined.append(part)
    return tuple(joined)
