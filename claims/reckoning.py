"""Numbers of a claim that no passage gives, and that two numbers of a passage, or of two, make."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from claims.candidates import candidates_of
from claims.columns import cells_of, column_for, first_cell, forms_of_claim
from claims.derivations import derive, rest_of_share
from claims.languages import is_han_written, simplified
from claims.lexicon.terms import forms_of, placed_forms, vocabulary_for
from claims.matches import COUNTED, Match, is_by_chance
from claims.other_ways import han_change_by
from claims.passages import Passage
from claims.polarity import clause_around, direction_of, has_negation
from claims.quantities.compare import SHARES, compare, digits_of, is_calendar, years_named
from claims.quantities.dates import without_years
from claims.table_rows import TOTAL, rows_named
from claims.values import Claim, Kind, Quantity, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claims.bonds import Bonds
    from claims.candidates import Candidate
    from claims.lexicon.terms import Vocabulary
    from claims.passages import PageIndex, Unit

# Of the words beside a number, what a sentence needs for it to be reckoned, and how many are.
_DERIVING_SHARE = 0.3
_MOST_DERIVING = 3
_TELLING_DIGITS = 3
# And what a sentence needs that gives the number of one of the claim's two years.
_LEAST_OF_YEAR = 0.15
_PAIR = 2
_NUMBERS = re.compile(r"\d+(?:[.,]\d+)*")
_FIRST_YEAR = 1000
# The year that another one is compared with.
_BASE = re.compile(
    r"(?:\b(?:than|since|from|with|on|as|over)\s+(?:in\s+|during\s+|that\s+of\s+|at\s+)?(?:the\s+\w+\s+of\s+)?"
    r"|[比较自从由]|与|和)$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\s+(?:[^\W\d]+\s+){0,2}?(?:(?P<more>more|higher|longer|larger|greater|up|above)"
    r"|fewer|less|lower|shorter|smaller|down|below)\b",
    re.IGNORECASE,
)
_ALL_BUT = re.compile(
    r"\b(?:all|every\w*|everyone)\s+(?:but|except(?:\s+for)?)\s+(?:some\s+|about\s+|around\s+)?$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsince\b|以[來来]|(?<=年)[來来]", re.IGNORECASE)


def derived(
    match: Match,
    claim: Claim,
    pool: Sequence[Candidate],
    bonds: Bonds,
    index: PageIndex,
) -> Match:
    """A number that no sentence gives, if it follows from two that one gives, or two of them."""
    if is_calendar(match.claimed) or bonds.is_at_same_end(match, pool):
        return match
    most = max((one.passage.coverage for one in pool), default=0.0)
    if match.relation is Relation.AGREES and not is_by_chance(match, most):
        return match
    given = [part for one in pool if not one.is_reckoned for part in _with_parts(one)]
    if rest := _rest_of_share(match.claimed, claim, pool, bonds):
        return rest
    change = _Change(match.claimed, claim, given)
    for basis in _bases(match.claimed, claim, given, bonds, index):
        if found := derive(
            match.claimed,
            claim.plain,
            claim.language,
            basis.numbers,
            basis.nearest,
            change.may_be,
            are_parts=basis.are_parts,
            way=change.way,
        ):
            place = basis.place_of(found)
            unit = place.passage.unit
            return Match(
                match.claimed,
                found,
                Relation.AGREES,
                place.passage,
                place.text,
                basis.place.share,
                is_asked=any(one.is_asked for one in pool if one.passage.unit == unit),
                years=basis.years,
            )
    return match


def _rest_of_share(
    claimed: Quantity, claim: Claim, pool: Sequence[Candidate], bonds: Bonds
) -> Match | None:
    """The share of those who do not, where a sentence has that of those who do, or the reverse."""
    if claimed.kind not in SHARES or claimed.unit == "pp":
        return None
    own = clause_around(claim.plain, claimed.start, claimed.end)
    # "All but 6 per cent" did what 94 per cent did.
    is_all_but = _ALL_BUT.search(claim.plain, 0, claimed.start) is not None
    denies = has_negation(own, claim.language) is not is_all_but
    most = max((one.passage.coverage for one in pool), default=0.0)
    for one in sorted(pool, key=lambda one: -one.share):
        rest = None if one.passage.unit.row else rest_of_share(one.quantity)
        is_likely = one.share >= _DERIVING_SHARE or one.passage.coverage == most
        if rest is None or not is_likely or one.is_reckoned:
            continue
        there = clause_around(one.text, one.quantity.start, one.quantity.end)
        if has_negation(there, bonds.page_language) is not denies and (
            compare(claimed, rest) is Relation.AGREES
        ):
            found = replace(rest, start=one.quantity.start, end=one.quantity.end)
            near = bonds(claimed, one)
            return Match(
                claimed, found, Relation.AGREES, one.passage, one.text, one.share, near,
                years=one.years,
            )  # fmt: skip
    return None


def _with_parts(candidate: Candidate) -> Iterator[Candidate]:
    """A number, and of one such as "31 of the 48 pupils" also the 31 and the 48."""
    yield candidate
    share = candidate.quantity
    if share.kind is not Kind.RATIO or share.denominator is None or share.low != share.high:
        return
    if len(_NUMBERS.findall(share.text)) == _PAIR:
        for value in (share.low, share.denominator):
            count = replace(
                share, kind=Kind.COUNT, low=value, high=value, denominator=None, step=1.0
            )
            yield replace(candidate, quantity=count)


class _Change:
    """A change that a number of a claim tells: between which years, and which way it went."""

    def __init__(self, claimed: Quantity, claim: Claim, pool: Sequence[Candidate]) -> None:
        self._year_of = {
            one.quantity: one.years[0].low
            for one in pool
            if len(one.years) == 1 and one.years[0].low == one.years[0].high
        }
        plain = simplified(claim.plain) if is_han_written(claim.language) else claim.plain
        named = [
            one
            for one in claim.quantities
            if one.kind is Kind.YEAR and one.low == one.high and one.low >= _FIRST_YEAR
        ]
        self._named = [one.low for one in named]
        self._is_base = [bool(_BASE.search(plain, 0, one.start)) for one in named]
        self.way = _way_of(claimed, plain, claim.language)

    def may_be(self, great: Quantity, small: Quantity) -> bool:
        """Whether what lies between two numbers may be what a claim says, by their years."""
        of_great, of_small = self._year_of.get(great), self._year_of.get(small)
        if of_great is None or of_small is None or of_great == of_small:
            return True
        first, last = sorted((of_great, of_small))
        is_turned = False
        match self._named:
            case [year]:
                if year != (first if self._is_base[0] else last):
                    return False
            case [one, other]:
                if {one, other} != {first, last}:
                    return False
                # "More in 2022 than in 2024": the one that is compared stands first.
                is_turned = one == last if self._is_base[0] else self._is_base[1] and one == first
        grown = 1 if of_great > of_small else -1
        return self.way in {0, -grown if is_turned else grown}


def _way_of(claimed: Quantity, plain: str, language: str) -> int:
    """Whether a text says that something is more (1) or less (-1) by a number of it, or neither."""
    is_han = is_han_written(language)
    told = han_change_by(claimed, plain) if is_han else _MORE.match(plain, claimed.end)
    if told:
        return 1 if told["more"] else -1
    return direction_of(clause_around(plain, claimed.start, claimed.end), language)[0]


@dataclass(frozen=True, slots=True)
class _Basis:
    """Numbers that one may be reckoned from, where they stand, and of which years they are.

    `nearest` has that first which stands nearest to the claim's words, where that is known.
    """

    numbers: Sequence[Quantity]
    place: Candidate
    nearest: Sequence[Quantity] = ()
    years: tuple[Quantity, ...] = ()
    places: Sequence[Candidate] = ()
    are_parts: bool = True

    def place_of(self, found: Quantity) -> Candidate:
        """Where the number stands that one was reckoned from; the greater of two."""
        for place in self.places:
            if (place.quantity.start, place.quantity.end) == (found.start, found.end):
                return place
        return self.place


def _bases(
    claimed: Quantity,
    claim: Claim,
    pool: Sequence[Candidate],
    bonds: Bonds,
    index: PageIndex,
) -> Iterator[_Basis]:
    """What a number may be reckoned from, the likeliest first."""
    likely = _likely(pool)
    nearest: list[Candidate] = []
    for place in likely:
        here = [one for one in pool if one.passage.unit == place.passage.unit]
        measured = [one for one in here if one.quantity.kind is not Kind.YEAR]
        measured.sort(key=lambda one: -bonds(claimed, one))
        beside = [one.quantity for one in measured]
        yield _Basis([one.quantity for one in here], place, beside)
        nearest += [one for one in measured if _may_make(claimed, one.quantity)][:1]
    if nearest:
        # Of several sentences only the number of each that stands nearest to the claim's words.
        yield _Basis([one.quantity for one in nearest], nearest[0], places=nearest)
    for first, last in _of_two_rows(claimed, claim, index):
        yield _Basis([first.quantity, last.quantity], first, years=first.years)
    for part, whole in _of_row(claimed, claim, pool, index):
        yield _Basis([part.quantity, whole.quantity], part, years=part.years)
    for first, last in _of_two_years(claimed, claim, pool):
        years = (*first.years, *last.years)
        numbers = [first.quantity, last.quantity]
        yield _Basis(numbers, last, years=years, are_parts=False)
    # But for a number of so many digits that no two make it by chance.
    if likely and digits_of(claimed) > 1 and claimed.kind is not Kind.PERCENT:
        units = [place.passage.unit for place in likely]
        units += [one for one in index.beside(units[0]) if one.row is None and one not in units]
        known = {one.passage.unit: one.passage for one in pool}
        given = [
            one
            for unit in units
            for one in candidates_of(known.get(unit) or Passage(unit, 0.0), index)
            if not one.is_reckoned and _may_make(claimed, one.quantity)
        ]
        yield _Basis([one.quantity for one in given], likely[0], places=given)


def _likely(pool: Sequence[Candidate]) -> list[Candidate]:
    """One candidate of each sentence that has much of what the claim says of its number."""
    most = max((one.passage.coverage for one in pool), default=0.0)
    places = {
        one.passage.unit: one
        for one in pool
        if one.passage.unit.row is None
        and (one.share >= _DERIVING_SHARE or one.passage.coverage == most)
    }
    ordered = sorted(places.values(), key=lambda one: (-one.share, one.passage.unit.start))
    return ordered[:_MOST_DERIVING]


def _of_two_years(
    claimed: Quantity, claim: Claim, pool: Sequence[Candidate]
) -> Iterable[tuple[Candidate, Candidate]]:
    """Pairs of numbers that are said of the two years of a claim: "400 more than in 2023".

    In a table's row, of its year and the one before.
    """
    years = years_named(claim.quantities)
    is_one = len(years) == 1
    if not years:
        yield from _years_apart(claimed, claim, pool)
    if not (is_one or len(years) == _PAIR):
        return
    sides = [
        [
            one
            for one in pool
            if (one.share >= _LEAST_OF_YEAR or one.passage.unit.row)
            and _may_make(claimed, one.quantity)
            and any(year == told.low == told.high for told in one.years)
        ]
        for year in (years[0] - 1 if is_one else years[0], years[-1])
    ]
    pairs = [*product(sides[0], sides[1])]
    if is_one and _SINCE.search(claim.plain):
        # "By 18 points since 2021": from that year to the last one of its row.
        latest = max(
            (one.years[0].low for one in pool if one.passage.unit.row and one.years), default=0.0
        )
        at_last = [one for one in pool if one.years and one.years[0].low == latest > years[0]]
        pairs += [*product(sides[1], at_last)]
    for first, last in pairs:
        is_row = first.passage.unit == last.passage.unit and first.passage.unit.row is not None
        # Of a column of years the rows of one thing.
        is_row = is_row or bool(first.column and first.column == last.column)
        if is_row or not (is_one or first.passage.unit.row or last.passage.unit.row):
            yield first, last


def _years_apart(
    claimed: Quantity, claim: Claim, pool: Sequence[Candidate]
) -> Iterator[tuple[Candidate, Candidate]]:
    """Two numbers of a row, so many years apart as a claim says: "in ten years"."""
    spans = [one for one in claim.quantities if one.kind is Kind.DURATION and one.unit == "year"]
    dated = [
        one
        for one in pool
        if one.is_asked and len(one.years) == 1 and _may_make(claimed, one.quantity)
    ]
    for first, last in product(dated, dated):
        apart = last.years[0].low - first.years[0].low
        is_one_measure = without_years(first.column, "en") == without_years(last.column, "en")
        is_of_row = first.passage.unit == last.passage.unit and is_one_measure
        if is_of_row and any(one.low == one.high == apart for one in spans):
            yield first, last


def _of_two_rows(
    claimed: Quantity, claim: Claim, index: PageIndex
) -> Iterable[tuple[Candidate, Candidate]]:
    """The cells of one column in two rows of a table: of both things that a claim names.

    Or of the one that it names, and of the total. In the column of the claim's year, or with most
    of its words.
    """
    vocabulary = vocabulary_for(claim.language, index.page.language)
    words = forms_of_claim(claim, vocabulary)
    for rows in index.tables:
        named = rows_named(rows, words, index, vocabulary)
        totals = [unit for unit, key in rows if TOTAL.search(first_cell(key))]
        named.sort(key=lambda unit: _place_in(claim, unit, index, vocabulary))
        pair = named if len(named) == _PAIR else [*named, *totals]
        if len(pair) != _PAIR or pair[0] == pair[1]:
            continue
        shared = [one for one in cells_of(pair[0], index) if one in cells_of(pair[1], index)]
        column = column_for(shared, claim, index, vocabulary)
        # Of so many digits no two numbers of another column make it by chance.
        is_telling = digits_of(claimed) >= _TELLING_DIGITS and claimed.kind is not Kind.PERCENT
        others = [one for one in shared if one != column] if is_telling else []
        for one in [column, *others] if column else []:
            yield from _in_column(one[0], pair, claimed, index, is_of_two=len(named) == _PAIR)


def _of_row(
    claimed: Quantity, claim: Claim, pool: Sequence[Candidate], index: PageIndex
) -> Iterator[tuple[Candidate, Candidate]]:
    """The cell under a header that a claim names, and the one of all, in a row that it asks for."""
    if claimed.kind not in SHARES:
        return
    vocabulary = vocabulary_for(claim.language, index.page.language)
    words = forms_of_claim(claim, vocabulary)
    rows: dict[Unit, list[Candidate]] = {}
    for one in pool:
        if one.is_asked and not one.is_as_written and not is_calendar(one.quantity):
            rows.setdefault(one.passage.unit, []).append(one)
    for cells in rows.values():
        wholes = [one for one in cells if TOTAL.search(one.column)]
        of_all = [forms_of(one.column, index.page.language, vocabulary) for one in wholes]
        for one in cells:
            header = forms_of(one.column, index.page.language, vocabulary)
            for whole, above in zip(wholes, of_all, strict=True):
                # What stands over both, "passengers", names neither.
                own = header - above
                if one is not whole and own and not own.isdisjoint(words):
                    yield one, whole


def _in_column(
    header: str, pair: Sequence[Unit], claimed: Quantity, index: PageIndex, *, is_of_two: bool
) -> Iterator[tuple[Candidate, Candidate]]:
    """The cells of two rows under one header."""
    firsts, lasts = (
        [
            one
            for one in candidates_of(Passage(unit, 1.0), index)
            if one.column == header and not one.is_as_written
        ]
        for unit in pair
    )
    for first, last in product(firsts, lasts):
        # "Five times as much as": the one that is named first has more.
        is_turned = (
            claimed.kind is Kind.MULTIPLE
            and is_of_two
            and (first.quantity.value > last.quantity.value) is not (claimed.value > 1)
        )
        if not (is_turned or is_calendar(first.quantity)):
            yield first, last


def _place_in(claim: Claim, row: Unit, index: PageIndex, vocabulary: Vocabulary) -> int:
    """Where a claim first has a word of a row's first cell."""
    cell = row.row.cells[0] if row.row else None
    key = index.page.text[cell.start : cell.end] if cell else ""
    forms = forms_of(key, index.page.language, vocabulary)
    placed = placed_forms(claim.plain, claim.language, vocabulary)
    return min((place for place, one in placed if not one.isdisjoint(forms)), default=0)


def _may_make(claimed: Quantity, part: Quantity) -> bool:
    """Whether a number may be a part of one that is reckoned: a share is of counts or sums."""
    if claimed.kind is Kind.PERCENT:
        return part.kind in COUNTED | {Kind.MONEY, Kind.PHYSICAL, Kind.PERCENT}
    if claimed.kind is Kind.MULTIPLE:
        return part.kind in {Kind.COUNT, Kind.MONEY, Kind.PHYSICAL, Kind.PERCENT, Kind.DURATION}
    return (part.kind, part.unit) == (claimed.kind, claimed.unit) or (
        part.kind is claimed.kind is Kind.COUNT
    )
