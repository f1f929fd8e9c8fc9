"""Claims that something rose or fell, without a number, beside what a table gives for two years.

The years may stand in the headers of a row's columns, or in a column of their own, a row each.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.columns import KINDS, cells_of, first_cell, rows_by_likeness
from claims.languages import plain_in
from claims.lexicon.terms import forms_of, vocabulary_for
from claims.orderings import Ordered, find_years_ordered, ordered, pair_of
from claims.passages import Passage
from claims.polarity import clause_around, direction_of, has_negation, places_of_change
from claims.quantities.compare import is_calendar, years_named
from claims.quantities.dates import without_years, years_written
from claims.table_rows import rows_named
from claims.values import Relation
from claims.year_columns import year_cell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.lexicon.terms import Vocabulary
    from claims.passages import PageIndex, Unit
    from claims.values import Claim, Quantity

    # What is measured, and its number in each year.
    Series = dict[str, dict[int, Quantity]]

_CHANGE_IN = re.compile(
    r"\b(?:fall|rise|drop|decline|increase|decrease|growth|gain|reduction|slump|surge|jump)\s+in\s+"
    r"(?:the\s+(?:number|amount|share|level|rate)\s+of\s+)?(?P<what>[^,.;:]+?)"
    r"(?=\s+(?:in|of|at|for|by|since|from|between|during)\b|[,.;:]|$)",
    re.IGNORECASE,
)
# The one year that a claim names is that with which another is compared.
_SINCE = re.compile(
    r"\b(?:than|since|on|over|from|compared\s+(?:with|to))\s+(?:in\s+)?(?:19|20)\d\d\b"
    r"|[比较自从由](?:19|20)\d\d年|(?:19|20)\d\d年以?来",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_]{2,}|[\u3400-\u9fff]{2,}")
_PAIR = 2


def find_trend(claim: Claim, index: PageIndex) -> Ordered | None:
    """The numbers of two years of what a claim says rose or fell, if it gives no number itself.

    Of two years that it names; of one, and the year before; or else of the last two of the table.
    """
    way, _ = direction_of(claim.plain, claim.language)
    places = places_of_change(claim.plain, claim.language)
    is_measured = any(one.kind in KINDS for one in claim.quantities)
    # "Cut its forecast as demand offset a decline": which of them is of what, is not told.
    clauses = [clause_around(claim.plain, *place) for place in places]
    is_plain = len(set(clauses)) == len(clauses)
    if not (way and is_plain) or is_measured or has_negation(claim.plain, claim.language):
        return None
    vocabulary = vocabulary_for(claim.language, index.page.language)
    # "Profit improved, but sales fell": what fell is named where it is said to.
    words = forms_of(clauses[0], claim.language, vocabulary)
    # "Robots led to a fall in the number of workers": workers fell.
    fallen = _CHANGE_IN.search(clauses[0])
    what = forms_of(fallen["what"], claim.language, vocabulary) if fallen else words
    for rows in rows_by_likeness(claim, index, vocabulary):
        named = _rows_of_one(rows, words, index, vocabulary)
        told = _told(_series_of(named, index), words, index, vocabulary) if named else {}
        above = f"{' '.join(told)} {index.lead_in(named[0])}" if told else ""
        if fallen and what.isdisjoint(forms_of(above, index.page.language, vocabulary)):
            continue
        pairs = [pair for years in told.values() if (pair := _pair_of_years(years, claim))]
        if not pairs:
            continue
        against = [pair for pair in pairs if (pair[1].value - pair[0].value) * way < 0]
        is_level = any(first.value == last.value for first, last in pairs)
        if is_level and not against:
            return None
        relation = Relation.DIFFERS if against else Relation.AGREES
        first, last = (against or pairs)[0]
        return Ordered(relation, Passage(named[-1], 1.0), pair_of(last, first))
    return None


def find_years_in_rows(claim: Claim, index: PageIndex) -> Ordered | None:
    """What a table gives for the two years of a claim that it was more in the one."""
    if (compared := find_years_ordered(claim, index)) is None:
        return None
    year, earlier, direction, clause = compared
    vocabulary = vocabulary_for(claim.language, index.page.language)
    words = forms_of(claim.plain, claim.language, vocabulary)
    of_clause = forms_of(clause, claim.language, vocabulary)
    for rows in rows_by_likeness(claim, index, vocabulary):
        named = _rows_of_one(rows, words, index, vocabulary)
        told = _told(_series_of(named, index), of_clause, index, vocabulary) if named else {}
        pairs = [
            (years[int(year)], years[int(earlier)])
            for years in told.values()
            if {int(year), int(earlier)} <= years.keys()
        ]
        if len(pairs) == 1:
            return ordered(direction, Passage(named[-1], 1.0), *pairs[0])
    return None


def _rows_of_one(
    rows: Sequence[tuple[Unit, str]],
    words: frozenset[str],
    index: PageIndex,
    vocabulary: Vocabulary,
) -> list[Unit]:
    """The rows of the one thing that some words name: one row, or one for each year."""
    if all(_is_of_year(unit, index) for unit, _ in rows) and not any(
        _NAME.search(first_cell(key)) for _, key in rows
    ):
        return [unit for unit, _ in rows]  # years are all that tells its rows apart
    named = rows_named(rows, words, index, vocabulary)
    if not named:
        held = [forms_of(first_cell(key), index.page.language, vocabulary) for _, key in rows]
        own = [
            unit
            for (unit, _), there in zip(rows, held, strict=True)
            if words & there.difference(*(other for other in held if other != there))
        ]
        named = own
    first = {first_cell(key) for unit, key in rows if unit in named}
    is_long = all(_is_of_year(unit, index) for unit in named)
    return named if len(first) == 1 and (is_long or len(named) == 1) else []


def _is_of_year(row: Unit, index: PageIndex) -> bool:
    return bool(row.row and year_cell(row.row.cells, index.page.text))


def _series_of(rows: Sequence[Unit], index: PageIndex) -> Series:
    """What rows give of one thing: for each measure its number by years."""
    series: Series = {}
    text, language = index.page.text, index.page.language
    for unit in rows:
        when = year_cell(unit.row.cells, text) if unit.row else None
        of_row = years_written(text[when.start : when.end], language) if when else []
        for (header, _), number in cells_of(unit, index).items():
            years = years_written(header, language) or of_row
            if len(years) == 1 and not is_calendar(number):
                series.setdefault(without_years(header, language), {})[int(years[0])] = number
    return {measure: years for measure, years in series.items() if len(years) > 1}


def _told(
    series: Mapping[str, Mapping[int, Quantity]],
    words: frozenset[str],
    index: PageIndex,
    vocabulary: Vocabulary,
) -> Mapping[str, Mapping[int, Quantity]]:
    """The measures that have some words of their own, or else the only one."""
    held = {one: forms_of(one, index.page.language, vocabulary) for one in series}
    shared = frozenset.intersection(*held.values()) if len(held) > 1 else frozenset()
    named = {one: series[one] for one, forms in held.items() if words & (forms - shared)}
    return named or (series if len(series) == 1 else {})


def _pair_of_years(years: Mapping[int, Quantity], claim: Claim) -> tuple[Quantity, Quantity] | None:
    """The numbers of the two years of a claim, the earlier first."""
    named = [int(year) for year in years_named(claim.quantities)]
    if len(named) > _PAIR:
        return None
    match named:
        case [first, last]:
            pair = (first, last)
        case [year] if _SINCE.search(plain_in(claim.plain, claim.language)):
            pair = (year, max(years))
        case [year]:
            pair = (year - 1, year)
        case _:
            pair = list(pairwise(sorted(years)))[-1]
    if not all(year in years for year in pair):
        return None
    return years[pair[0]], years[pair[1]]
