"""Whose each number of a claim is, where rows of a table have them: "A and B had 36 and 41".

All its numbers stand in rows that it names, and one is in the row of another.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.columns import first_cell, forms_of_claim
from claims.languages import plain_in
from claims.lexicon.terms import forms_of, placed_forms, vocabulary_for
from claims.polarity import Opposition
from claims.quantities.dates import years_written
from claims.table_rows import rows_named
from claims.values import Kind, Relation
from claims.year_columns import year_cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.grounds import Grounds
    from claims.matches import Match
    from claims.passages import Passage, Unit

    # Where a claim names each row, in the order of its words.
    Named = list[tuple[int, Unit]]

_RESPECTIVELY = re.compile(r"\brespectively\b|分别|各[为是有]", re.IGNORECASE)
_PAIR = 2


def find_other_row(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The row that has a number which a claim has of another row that it names."""
    index = grounds.index
    for rows in index.tables:
        units = {unit for unit, _ in rows}
        given = [
            one
            for one in grounds.numbers
            if one.relation is Relation.AGREES
            and one.passage
            and one.passage.unit in units
            # What two rows make is of neither.
            and one.claimed.kind is not Kind.MULTIPLE
        ]
        named = _named(rows, grounds)
        if len(given) < _PAIR or len(named) < _PAIR:
            continue
        for one, owner in _owned(given, named, grounds):
            if one.passage and one.found and one.passage.unit != owner:
                theirs, ours = (first_cell(index.keys[row]) for row in (one.passage.unit, owner))
                reason = f"the source gives {one.found.text.strip()} of “{theirs}”, not of “{ours}”"
                return one.passage, Opposition(one.claimed.text, one.found.text, reason)
    return None


def _named(rows: Sequence[tuple[Unit, str]], grounds: Grounds) -> Named:
    """The rows of a table that a claim names by what they are of, or by their years."""
    claim, index = grounds.claim, grounds.index
    vocabulary = vocabulary_for(claim.language, index.page.language)
    placed = placed_forms(claim.plain, claim.language, vocabulary)
    found: Named = []
    for unit in rows_named(rows, forms_of_claim(claim, vocabulary), index, vocabulary):
        key = forms_of(index.keys[unit], index.page.language, vocabulary)
        places = [place for place, forms in placed if not forms.isdisjoint(key)]
        if places:
            found.append((min(places), unit))
    return sorted(found or _of_years(rows, grounds), key=lambda one: one[0])


def _of_years(rows: Sequence[tuple[Unit, str]], grounds: Grounds) -> Named:
    text, language = grounds.index.page.text, grounds.index.page.language
    found: Named = []
    for unit, _ in rows:
        when = year_cell(unit.row.cells, text) if unit.row else None
        years = years_written(text[when.start : when.end], language) if when else []
        found += [
            (one.start, unit)
            for one in grounds.claim.quantities
            if one.kind is Kind.YEAR and str(int(one.low)) in years
        ]
    return found


def _owned(
    given: Sequence[Match], named: Named, grounds: Grounds
) -> Iterator[tuple[Match, Unit]]:
    """Each number with the row that a claim has it of; none where that is not plain."""
    claim = grounds.claim
    numbers = sorted(given, key=lambda one: one.claimed.start)
    if _RESPECTIVELY.search(plain_in(claim.plain, claim.language)):
        if len(numbers) == len(named) and len({one.claimed.kind for one in numbers}) == 1:
            yield from zip(numbers, (unit for _, unit in named), strict=True)
        return
    for one in numbers:
        before = [unit for place, unit in named if place < one.claimed.start]
        behind = [other for other in numbers if other.claimed.start < one.claimed.start]
        # A name and its number by turns.
        if len(before) == len(behind) + 1:
            yield one, before[-1]
