"""Whose each number of a claim is, where rows of a table have them: "A and B had 36 and 41".

All its numbers stand in rows that it names, and one is in the row of another.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from claims.bonds import lone_characters
from claims.columns import first_cell, forms_of_claim
from claims.languages import plain_in
from claims.lexicon.terms import forms_of, placed_forms
from claims.polarity import Opposition
from claims.quantities.dates import years_written
from claims.table_rows import rows_named
from claims.values import Kind, Relation
from claims.year_columns import year_cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.grounds import Grounds
    from claims.lexicon.terms import Vocabulary
    from claims.matches import Match
    from claims.passages import PageIndex, Passage, Unit
    from claims.values import Claim

    # Where a claim names each row, in the order of its words.
    Named = list[tuple[int, Unit]]

_RESPECTIVELY = re.compile(r"\brespectively\b|分别|各[为是有]", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d.,]*(?<=\d)")
_PAIR = 2


def find_other_row(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The row that has a number which a claim has of another row that it names."""
    index = grounds.index
    in_rows = [
        (one, index.table_of(one.passage.unit))
        for one in grounds.numbers
        if one.relation is Relation.AGREES
        and one.passage
        and one.passage.unit.row
        # What two rows make is of neither.
        and one.claimed.kind is not Kind.MULTIPLE
    ]
    for rows in index.tables:
        given = [one for one, table in in_rows if table is rows]
        named = _named(rows, grounds) if len(given) >= _PAIR else []
        if len(named) < _PAIR:
            continue
        for one, owner in _owned(given, named, grounds):
            if one.passage and one.found and one.passage.unit != owner:
                theirs, ours = (first_cell(index.keys[row]) for row in (one.passage.unit, owner))
                reason = f"the source gives {one.found.text.strip()} of “{theirs}”, not of “{ours}”"
                return one.passage, Opposition(one.claimed.text, one.found.text, reason)
    return None


def find_other_column(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The row that has two numbers of a claim under each other's header.

    "7.2 million for operations and 146.1 million for capital works", the other way round.
    """
    claim, index = grounds.claim, grounds.index
    vocabulary = grounds.vocabulary
    given = [
        (one, header)
        for one in grounds.numbers
        if one.relation is Relation.AGREES and one.passage and one.found
        if (header := _header_of(one, index))
    ]
    for (one, mine), (other, theirs) in combinations(given, 2):
        if one.passage is None or other.passage is None or one.found is None:
            continue
        if one.passage.unit != other.passage.unit or mine == theirs:
            continue
        ours, others = (
            forms_of(header, index.page.language, vocabulary) | lone_characters(header)
            for header in (mine, theirs)
        )
        near, far = (
            _nearer(claim, vocabulary, own, (one, other)) for own in (ours - others, others - ours)
        )
        if near is other and far is one:
            reason = f"the source gives {one.found.text.strip()} under “{mine}”"
            return one.passage, Opposition(one.claimed.text, one.found.text, reason)
    return None


def _header_of(match: Match, index: PageIndex) -> str:
    """The header of the one cell of its row that has a number, or ""."""
    row = match.passage.unit.row if match.passage else None
    if row is None or match.found is None:
        return ""
    written = _NUMBER.search(match.found.text)
    held = [
        cell.header
        for cell in row.cells
        if written and written.group() in _NUMBER.findall(index.page.text[cell.start : cell.end])
    ]
    return held[0] if len(held) == 1 else ""


def _nearer(
    claim: Claim, vocabulary: Vocabulary, words: frozenset[str], pair: tuple[Match, Match]
) -> Match | None:
    """Which of two numbers of a claim some words stand nearer to; None where they are not there."""
    places = [
        place
        for place, forms in placed_forms(claim.plain, claim.language, vocabulary)
        if not forms.isdisjoint(words)
    ]
    places = places or [
        claim.plain.find(one) for one in words if len(one) == 1 and one in claim.plain
    ]
    if len(places) != 1:
        return None
    first, second = (_distance(places[0], one) for one in pair)
    return None if first == second else pair[0] if first < second else pair[1]


def _distance(place: int, match: Match) -> int:
    claimed = match.claimed
    return max(claimed.start - place, place - claimed.end, 0)


def _named(rows: Sequence[tuple[Unit, str]], grounds: Grounds) -> Named:
    """The rows of a table that a claim names by what they are of, or by their years."""
    claim, index = grounds.claim, grounds.index
    vocabulary = grounds.vocabulary
    placed = placed_forms(claim.plain, claim.language, vocabulary)
    found: Named = []
    units = rows_named(rows, forms_of_claim(claim, vocabulary), index, vocabulary)
    keys = [forms_of(index.keys[unit], index.page.language, vocabulary) for unit in units]
    for number, (unit, key) in enumerate(zip(units, keys, strict=True)):
        # 國際觀光旅館 and 一般觀光旅館 are told apart by what they do not share.
        own = key.difference(*(keys[:number] + keys[number + 1 :]))
        places = [place for place, forms in placed if not forms.isdisjoint(own)]
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


def _owned(given: Sequence[Match], named: Named, grounds: Grounds) -> Iterator[tuple[Match, Unit]]:
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
