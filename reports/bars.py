"""The lengths of the bars that picture how counts divide a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_WHOLE = 100.0
# One contradiction among thousands of claims still has to be seen.
_LEAST = 1.5


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of the whole, which is 100 units long."""

    name: str
    count: int
    start: float
    length: float


def divide(counts: Mapping[str, int]) -> tuple[Bar, ...]:
    """Divide the whole by counts; what occurs at all is long enough to be seen."""
    total = sum(counts.values())
    shown = {name: max(_WHOLE * count / total, _LEAST) for name, count in counts.items() if count}
    scale = _WHOLE / sum(shown.values()) if shown else 0.0
    bars, start = [], 0.0
    for name, length in shown.items():
        bars.append(Bar(name, counts[name], round(start, 2), round(length * scale, 2)))
        start += length * scale
    return tuple(bars)
