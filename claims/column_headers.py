"""The columns of a table: what stands over each, where cells span several columns or rows."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Of more columns or rows no cell is thought to stand over all.
_WIDEST = 100
_DIGITS = 6
_IN_BRACKETS = re.compile(r"\s*[(（\[][^)）\]]*[)）\]]")


def told_apart(headers: Sequence[str]) -> list[str]:
    """The headers; one that comes again further on has the one before it in front.

    Of "Exports (bn) | Change | Imports (bn) | Change" the changes are "Exports Change" and
    "Imports Change". One that spans several columns stands beside itself and stays as it is; so
    do all where they would not be told apart: "Place | Player | Goals | Player | Goals".
    """
    kinds = Counter(
        header
        for number, header in enumerate(headers)
        if number == 0 or header != headers[number - 1]
    )
    found: list[str] = []
    own = ""
    for header in headers:
        if kinds[header] == 1:
            own = without_brackets(header)
        found.append(f"{own} {header}".strip() if kinds[header] > 1 else header)
    told = [new for new, header in zip(found, headers, strict=True) if kinds[header] > 1]
    return found if len(set(told)) == len(told) else [*headers]


def without_brackets(header: str) -> str:
    """A header without what it sets in brackets: the unit, as a rule."""
    return _IN_BRACKETS.sub("", header).strip()


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell in its row: its column from 0, how many it spans, and whether it begins there."""

    column: int
    width: int
    text: str
    is_own: bool = True


class Grid:
    """The cells of a table row by row: one that spans several rows stands in each of them.

    `headers` has those that stand over the rows to come, by column.
    """

    def __init__(self) -> None:
        self.headers: list[str] = []
        self._is_below_header = False
        self._from_above: dict[int, tuple[int, PlacedCell]] = {}

    @property
    def key_from_above(self) -> str:
        """What the first column of the next row has from the row above, or ""."""
        return self._from_above[0][1].text if 0 in self._from_above else ""

    def placed(self, cells: Sequence[tuple[str, int, int]]) -> list[PlacedCell]:
        """All cells of the next row in their columns, those from above among them.

        Of each of its own the text, and how many columns and rows it spans.
        """
        spanning, self._from_above = self._from_above, {}
        found: list[PlacedCell] = []
        column = 0
        for text, width, height in cells:
            column = self._go_on(spanning, column, found)
            one = PlacedCell(column, width, text)
            found.append(one)
            self._keep(height - 1, one)
            column += width
        while spanning:
            self._go_on(spanning, min(spanning), found)
        return found

    def add_header(self, placed: Sequence[PlacedCell]) -> bool:
        """Take a row for one of headers, below those right above it; whether it names columns."""
        if is_over_all(placed, self.headers):
            return False
        self.headers = stacked(self.headers if self._is_below_header else [], placed)
        self._is_below_header = True
        return True

    def add_data(self) -> None:
        """Take a row for one of data: headers below it stand alone."""
        self._is_below_header = False

    def _go_on(
        self, spanning: dict[int, tuple[int, PlacedCell]], column: int, found: list[PlacedCell]
    ) -> int:
        while column in spanning:
            rows, one = spanning.pop(column)
            found.append(one)
            self._keep(rows - 1, one)
            column += one.width
        return column

    def _keep(self, rows: int, one: PlacedCell) -> None:
        if rows > 0:
            self._from_above[one.column] = rows, replace(one, is_own=False)


def span_of(told: str | None) -> int:
    """How many columns or rows a cell spans, by its attribute."""
    written = (told or "1").strip()
    is_number = written.isascii() and written.isdigit() and len(written) < _DIGITS
    return max(min(int(written), _WIDEST), 1) if is_number else 1


def header_over(column: int, headers: Sequence[str]) -> str:
    """The header of a column, "" where there is none."""
    return headers[column] if column < len(headers) else ""


def is_over_all(placed: Sequence[PlacedCell], headers: Sequence[str]) -> bool:
    """Whether a row is a single cell over all columns there are: it names none of them."""
    return len(placed) == 1 and placed[0].width > 1 and placed[0].width >= len(headers)


def stacked(headers: Sequence[str], placed: Sequence[PlacedCell]) -> list[str]:
    """Headers by column, each behind what stands over it in the row before: "Season 2021/22"."""
    width = max((one.column + one.width for one in placed), default=0)
    width = max(width, len(headers))
    below = [""] * width
    for one in placed:
        if one.is_own or not headers:
            below[one.column : one.column + one.width] = [one.text] * one.width
    above = [*headers, *[""] * (width - len(headers))]
    return [
        over if over == under else f"{over} {under}".strip()
        for over, under in zip(above, below, strict=True)
    ]
