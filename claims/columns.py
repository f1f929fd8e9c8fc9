"""Tables as columns: which table and which column a claim is of, and a row's numbers by column."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.column_headers import without_brackets
from claims.lexicon.terms import forms_of, terms_of
from claims.passages import with_headers
from claims.quantities import find_quantities
from claims.quantities.dates import years_written
from claims.values import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from claims.lexicon.terms import Vocabulary
    from claims.passages import PageIndex, Unit
    from claims.values import Cell, Claim, Quantity

    # The header of a column, and its place from the left.
    Column = tuple[str, int]

MINUS = re.compile(r"\s*[-\u2212\u2013]\s?\d")
_NAME = re.compile(r"(?<=\s)[A-Z][\w'’-]+\s$")
_PLACES = re.compile(r"\brank(?:ing|ed)?\b|\bposition\b|名次|排名|位次|[順顺]位", re.IGNORECASE)
_GREATEST_IN_NAME = 1_000
# What can be put in an order.
KINDS = frozenset(
    {Kind.COUNT, Kind.MONEY, Kind.PHYSICAL, Kind.PERCENT, Kind.DURATION, Kind.MULTIPLE}
)
# "8.1 percent more than in 2023" is by how much, and 19至24歲 whom.
_BY_SO_MUCH = re.compile(
    r"\s+(?:more|fewer|less|higher|lower|larger|smaller|greater|better|worse|longer|shorter)\b",
    re.IGNORECASE,
)
_AGE = re.compile(r"[歲岁]|\byears?\s+old\b")


def measured_in(unit: Unit, index: PageIndex) -> list[Quantity]:
    """The numbers of a sentence that can be put in an order: that of "Falcon 9" is a name's."""
    return [
        one
        for one in index.quantities_in(unit)
        if one.kind in KINDS
        and one.unit != "pp"  # by how much something changed
        and not (one.low != one.high and _AGE.search(one.text))
        and not _BY_SO_MUCH.match(unit.text, one.end)
        and not (
            one.kind is Kind.COUNT
            and one.value < _GREATEST_IN_NAME
            and _NAME.search(unit.text, 0, one.start)
        )
    ]


def forms_of_claim(claim: Claim, vocabulary: Vocabulary) -> frozenset[str]:
    """All forms of a claim's words."""
    return frozenset().union(*(t.forms for t in terms_of(claim.plain, claim.language, vocabulary)))


def first_cell(key: str) -> str:
    """The first of the cells that a row's key holds."""
    return key.partition(" | ")[0]


def rows_named(
    rows: Iterable[tuple[Unit, str]],
    words: frozenset[str],
    index: PageIndex,
    vocabulary: Vocabulary,
) -> list[Unit]:
    """The rows of a table whose first cell has only words that are among some."""
    return [
        unit
        for unit, key in rows
        if (forms := forms_of(first_cell(key), index.page.language, vocabulary)) and forms <= words
    ]


def rows_by_likeness(
    claim: Claim, index: PageIndex, vocabulary: Vocabulary
) -> list[tuple[tuple[Unit, str], ...]]:
    """The tables of a page, the one first that has most words of a claim above it."""
    ours = forms_of_claim(claim, vocabulary)

    def likeness(rows: Sequence[tuple[Unit, str]]) -> int:
        above = f"{with_headers(rows[0][0])} {index.lead_in(rows[0][0])}"
        return len(ours & forms_of(above, index.page.language, vocabulary))

    return sorted(filter(likeness, index.tables), key=likeness, reverse=True)


def cells_of(unit: Unit, index: PageIndex) -> dict[Column, Quantity]:
    """The numbers of a row by its columns: each its header and its number from the left.

    Places in a ranking are negative, so that the better is the greater.
    """
    cells = unit.row.cells if unit.row else ()
    return {
        (cell.header, number): found[0]
        for number, cell in enumerate(cells)
        if (found := _measured(index, cell))
    }


def _measured(index: PageIndex, cell: Cell) -> list[Quantity]:
    text = index.page.text[cell.start : cell.end]
    found = [one for one in find_quantities(text, index.page.language) if one.kind in KINDS]
    if _PLACES.search(cell.header):
        # Who is third stands before who is fourth.
        return [replace(one, low=-one.high, high=-one.low) for one in found]
    if "%" not in cell.header:
        return found
    # By how many percent something fell is less than by how many it rose.
    sign, mark = (-1, "-") if MINUS.match(text) else (1, "")
    return [
        replace(
            one,
            kind=Kind.PERCENT,
            unit="",
            text=f"{mark}{one.text.strip()}",
            low=min(sign * one.low, sign * one.high),
            high=max(sign * one.low, sign * one.high),
        )
        for one in found
    ]


def column_for(
    columns: Collection[Column], claim: Claim, index: PageIndex, vocabulary: Vocabulary
) -> Column | None:
    """The column of a claim's year, or with most of its words in its header; else the latest."""
    years = {str(int(one.low)) for one in claim.quantities if one.kind is Kind.YEAR}
    ours = forms_of_claim(claim, vocabulary)
    language = index.page.language
    begun = Counter(
        " ".join(words[:length])
        for words in {tuple(header.split()) for header, _ in columns}
        for length in range(1, len(words))
    )

    def fit(column: Column) -> tuple[bool, int, int, int, int]:
        header, place = column
        # "Exports (bn)" goes before "Exports Change", whatever it is measured in.
        bare = without_brackets(header)
        is_base = begun[bare] > header.startswith(f"{bare} ")
        there = forms_of(bare if is_base else header, language, vocabulary)
        named = years_written(header, language)
        latest = max(map(int, named), default=0)
        is_of_year = not years.isdisjoint(named)
        return is_of_year, len(there & ours), -len(there - ours), latest, place

    return max(columns, key=fit, default=None)
