"""Tables as columns: which table and which column a claim is of, and a row's numbers by column."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.column_headers import without_brackets
from claims.lexicon.terms import forms_of, terms_of
from claims.quantities import find_quantities
from claims.quantities.dates import without_years, years_written
from claims.values import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from claims.lexicon.terms import Vocabulary
    from claims.passages import PageIndex, Unit
    from claims.values import Cell, Claim, Quantity

    # The header of a column, and its place from the left.
    Column = tuple[str, int]

MINUS = re.compile(r"\s*[-\u2212\u2013]\s?\d")
_NAME = re.compile(r"(?<=\s)[A-Z][\w'’-]+\s$")
_NOW = 9999
# What grew most is told by the column of changes, and what is largest by another.
_GREW_MOST = re.compile(
    r"\b(?:grew|rose|gained|fell|lost|declined|increased|growth|growing|rise|gains?|increase|drop|fall"
    r"|decline)\b[^.;]{0,40}\b(?:most|fastest|more\s+than\s+any)\b"
    r"|\b(?:most|fastest|biggest|largest|steepest|sharpest|greatest|strongest)\b[\s-](?:\w+\s){0,2}?"
    r"(?:growth|growing|rise|gains?|increase|drop|fall|decline|improvement)\b"
    r"|(?:成[长長]|增[长長加]|[减減]少|下降|衰退|[涨漲跌升降])[^，。；]{0,4}最|最[^，。；]{0,3}(?:增幅|[涨漲]幅|成[长長]|[跌降]幅)"
    r"|增幅最|[涨漲]幅最|[跌降]幅最",
    re.IGNORECASE,
)
_CHANGE_IN_HEADER = re.compile(
    r"\b(?:change|growth|increase|difference)\b|\+\s?/\s?[-\u2212]|±|Δ|增率|增[减減]|增幅|年增|成[长長]率|[变變][动動化]",
    re.IGNORECASE,
)
_TIME_IN_HEADER = re.compile(
    r"\b(?:years?|season|period|date|time|since|founded|established|opened|built|born|died|launched"
    r"|completed|introduced|first|last|settled|incorporated|start\w*|end\w*|début|jahr|ann[ée]e|año|fy)\b"
    r"|[年期時时日]|成立|[開开启啟]用|[創创]立|出生|完工|竣工|上市",
    re.IGNORECASE,
)
_HAN_RUNS = re.compile(r"[^\u3400-\u9fff]+")
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
_COMPARED_WITH = re.compile(
    r"(?:\b(?:than|since|on|over|against|compared\s+(?:with|to))\s+(?:in\s+)?|[比較较])$",
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


def rows_by_likeness(
    claim: Claim, index: PageIndex, vocabulary: Vocabulary
) -> list[tuple[tuple[Unit, str], ...]]:
    """The tables of a page, the one first that has most words of a claim above it."""
    ours = forms_of_claim(claim, vocabulary)

    def likeness(rows: Sequence[tuple[Unit, str]]) -> int:
        above = index.in_table(rows[0][0])
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
        if (found := _measured(index, cell, is_first=number == 0))
    }


def _measured(index: PageIndex, cell: Cell, *, is_first: bool) -> list[Quantity]:
    text = index.page.text[cell.start : cell.end]
    read = find_quantities(text, index.page.language)
    if not is_first:
        read = tuple(counted_in_cell(one, text, cell.header) for one in read)
    found = [one for one in read if one.kind in KINDS]
    if _PLACES.search(cell.header):
        # Who is third stands before who is fourth.
        return [replace(one, low=-one.high, high=-one.low) for one in found]
    is_percent = "%" in cell.header
    if not (is_percent or _CHANGE_IN_HEADER.search(cell.header)):
        return found
    # By how much something fell is less than by how much it rose.
    sign, mark = (-1, "-") if MINUS.match(text) else (1, "")
    return [
        replace(
            one,
            kind=Kind.PERCENT if is_percent else one.kind,
            unit="" if is_percent else one.unit,
            text=f"{mark}{one.text.strip()}",
            low=min(sign * one.low, sign * one.high),
            high=max(sign * one.low, sign * one.high),
        )
        for one in found
    ]


def _abbreviated(text: str, header: str) -> int:
    """How many pairs of Chinese characters of a text a header has with others between: 營收."""
    pairs = {"".join(pair) for pair in pairwise(_HAN_RUNS.sub(" ", text)) if " " not in pair}
    return sum(
        re.search(f"{pair[0]}[\u3400-\u9fff]{{1,2}}{pair[1]}", header) is not None for pair in pairs
    )


def counted_in_cell(number: Quantity, text: str, header: str) -> Quantity:
    """The number of a cell; what looks like a year is a count where the header names no time."""
    is_bare = (
        number.kind is Kind.YEAR and text.strip() == number.text.strip() == f"{number.low:.0f}"
    )
    if not is_bare or not header or _TIME_IN_HEADER.search(header):
        return number
    return replace(number, kind=Kind.COUNT, unit="", step=1.0)


def column_told(
    columns: Collection[Column],
    clause: str,
    claim: Claim,
    index: PageIndex,
    vocabulary: Vocabulary,
) -> Column | None:
    """The column that a clause of a claim speaks of; None where it may be any of several."""
    language = index.page.language
    words = forms_of(clause, claim.language, vocabulary)
    measures = {without_years(header, language) for header, _ in columns}
    if len(measures) > 1:
        held = {one: forms_of(one, language, vocabulary) & words for one in measures}
        # Of words that stand over all of them none is told.
        shared = frozenset.intersection(*held.values())
        fit = {one: len(forms - shared) for one, forms in held.items()}
        most = max(fit.values())
        told = [one for one, number in fit.items() if number == most]
        if not most or len(told) > 1:
            return None
        columns = [one for one in columns if without_years(one[0], language) == told[0]]
    return column_for(columns, claim, index, vocabulary)


def column_for(
    columns: Collection[Column], claim: Claim, index: PageIndex, vocabulary: Vocabulary
) -> Column | None:
    """The column of a claim's year, or with most of its words in its header; else the latest."""
    years = {
        str(int(one.low))
        for one in claim.quantities
        # With what it is compared no claim tells of: "two places up on 2023".
        if one.kind is Kind.YEAR and not _COMPARED_WITH.search(claim.plain, 0, one.start)
    }
    ours = forms_of_claim(claim, vocabulary)
    language = index.page.language
    begun = Counter(
        " ".join(words[:length])
        for words in {tuple(header.split()) for header, _ in columns}
        for length in range(1, len(words))
    )

    is_of_change = bool(_GREW_MOST.search(claim.plain))
    is_dated = any(years_written(header, language) for header, _ in columns)

    def fit(column: Column) -> tuple[bool, bool, int, int, int, int]:
        header, place = column
        # "Exports (bn)" goes before "Exports Change", whatever it is measured in.
        bare = without_brackets(header)
        is_base = begun[bare] > header.startswith(f"{bare} ")
        there = forms_of(bare if is_base else header, language, vocabulary)
        there = frozenset(form for form in there if not form[0].isdigit())
        named = years_written(header, language)
        # Of two of one measure, one without a year is of now.
        latest = max(map(int, named), default=0) or (_NOW if is_dated else 0)
        is_of_year = not years.isdisjoint(named)
        told = len(there & ours) + _abbreviated(claim.plain, header)
        is_wanted = bool(_CHANGE_IN_HEADER.search(header)) is is_of_change
        return is_wanted, is_of_year, told, -len(there - ours), latest, place

    return max(columns, key=fit, default=None)
