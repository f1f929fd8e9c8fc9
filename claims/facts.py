"""The numbers and times of a claim beside those of its passages."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import islice, permutations
from typing import TYPE_CHECKING

from claims.bonds import Bonds
from claims.candidates import Candidate, candidates_of
from claims.columns import first_cell
from claims.ellipsis import with_units_understood
from claims.languages import is_han_written
from claims.match_numbers import match_number
from claims.match_times import match_when
from claims.matches import Match
from claims.passages import Passage
from claims.quantities.compare import SHARES, compare, digits_of, is_calendar
from claims.quantities.times import is_telling, is_very_time
from claims.reckoning import derived
from claims.rivals import with_own_numbers, without_outbid
from claims.table_rows import TOTAL, rows_of_claim
from claims.values import Claim, Kind, Quantity, Relation
from claims.years_told import IS_A_TEXT, claimed_years

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claims.passages import PageIndex, Unit

# Before a year that tells when; "the 2016 report" tells which.
_WHEN = re.compile(
    r"\b(?:in|by|since|from|to|until|till|during|before|after|between|and|early|mid|late|of|year"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|spring|summer|autumn|fall|winter)[\s,-]*$",
    re.IGNORECASE,
)
_AS_WRITTEN = re.compile(r" = |\b(?:thousand|million|billion)s?\b|[千万萬百億亿]", re.IGNORECASE)
# A passage that speaks of less than this share of what the best one does is of another subject.
_LEAST_SHARE = 0.5
_ANCHOR = 0.08
# How many rows of tables that a claim asks for are looked at.
_MOST_ASKED = 8
# Of the words beside a number, what a sentence elsewhere must have, and how many are looked at.
_LEAST_BESIDE = 0.25
_MOST_BESIDE = 6
# How many numbers of a claim have to stand together, and how many such places are looked at.
_TOGETHER = 2
_YEARS_LATER = re.compile(r"\s*(?:[後后]|later\b|afterwards\b)", re.IGNORECASE)
_MOST_TOGETHER = 3
# How near the words of a claim a place has to stand that is told in words.
_SAME_PLACE = 0.15
# From which on a count is seldom met by chance.
_TOO_MANY_BY_CHANCE = 10
# Before and behind how long something is to last.
_SO_LONG = re.compile(
    r"(?:[為为]期|期限|[長长][達达]|[歷历][時时]|[僅仅只滿满約约近逾超過过每第後后再剩]|[還还]有|不到)$"
)
_SO_LONG_BEHIND = re.compile(r"(?:期|[約约]|合[約约]|制|任|以[上下]|左右|[後后前半多]|[級级])")


def match_quantities(
    claim: Claim, passages: Sequence[Passage], index: PageIndex
) -> tuple[Match, ...]:
    """Each quantity of the claim against the passages, in the claim's order.

    Years and dates are matched like the rest; a number that belongs to another year than the
    claim's, by its table column or its place in the sentence, differs even when it is equal.
    """
    best = max((passage.coverage for passage in passages), default=0.0)
    near = [
        passage
        for number, passage in enumerate(passages)
        if number == 0 or passage.coverage >= best * _LEAST_SHARE
    ]
    rows = rows_of_claim(claim, index)
    # A row has few words besides the name that the claim gives.
    known = {passage.unit for passage in near}
    asked = sorted(rows.named | rows.asked, key=_start)
    near += [Passage(unit, 0.0) for unit in asked[:_MOST_ASKED] if unit not in known]
    bonds = Bonds(claim, index)
    if bonds.is_across:
        known = {passage.unit for passage in near}
        near += [Passage(unit, 0.0) for unit in _with_two(claim, index) if unit not in known]
    candidates = [candidate for passage in near for candidate in candidates_of(passage, index)]
    years = claimed_years(claim)
    # A cell of the document's table may be in thousands as that of the source is.
    is_written = _AS_WRITTEN.search(claim.plain) is not None
    shares = [
        index.shares(bonds.words_beside(quantity), claim.language) for quantity in claim.quantities
    ]
    given = [
        [
            one
            for one in (*candidates, *_beside(quantity, share, near, index))
            if one.passage.unit not in rows.others and (is_written or not one.is_as_written)
        ]
        for quantity, share in zip(claim.quantities, shares, strict=True)
    ]
    company = _company(claim.quantities, given)
    pools = [
        [
            replace(
                one,
                share=share.get(one.passage.unit.start, 0.0),
                company=beside.get(one.passage.unit, 0),
                is_named=one.passage.unit in rows.named,
                is_asked=one.passage.unit in rows.asked,
                is_of_nobody=one.passage.unit in rows.nameless - rows.asked,
            )
            for one in pool
        ]
        for pool, share, beside in zip(given, shares, company, strict=True)
    ]
    matches: list[Match] = []
    kept: list[list[Candidate]] = []
    is_han = is_han_written(claim.language)
    understood = dict(with_units_understood(claim.quantities, claim.plain))
    for quantity, pool in zip(claim.quantities, pools, strict=True):
        if is_calendar(quantity):
            before, after = claim.plain[: quantity.start], claim.plain[quantity.end :]
            is_when = bool(_WHEN.search(before) or IS_A_TEXT.match(after))
            match = match_when(quantity, bonds, pool, near, index, is_when=is_when or is_han)
            if match.relation is Relation.MISSING and IS_A_TEXT.match(after):
                continue  # "a 2013 study" says which: its own text need not say when it came out
        else:
            match = match_number(quantity, years, bonds, pool)
            if measured := understood.get(quantity):
                match = _of_both(match, match_number(measured, years, bonds, pool))
            if match.relation is not Relation.AGREES and _is_any_year(quantity, claim):
                continue
            if _is_place_in_words(quantity) and match.nearness < _SAME_PLACE:
                continue  # a table, or an order of numbers, may tell who is first
        matches.append(match)
        kept.append(pool)
    matches = list(with_own_numbers(matches, years, bonds, kept))
    matches = list(without_outbid(matches, years, bonds, kept))
    matches = [
        derived(match, claim, pool, bonds, index) for match, pool in zip(matches, kept, strict=True)
    ]
    matches = [_years_later(match, matches, claim) for match in matches]
    matches = [_rows_counted(match, matches, index) for match in matches]
    matches = [_years_between(match, matches) for match in matches]
    matches = [_restated(match, matches) for match in matches]
    return tuple(_told_with(match, matches) for match in matches)


def _is_place_in_words(quantity: Quantity) -> bool:
    """Whether who comes first is told without a number: 居冠."""
    is_numbered = "第" in quantity.text or quantity.text.isascii()
    return quantity.kind is Kind.RANK and not is_numbered


def _is_any_year(quantity: Quantity, claim: Claim) -> bool:
    """Whether "a year" is in what a figure is told for: 一年增加近50億元, 一年的發電量."""
    return (
        quantity.text in {"一年", "1年"}
        and not _SO_LONG.search(claim.plain, 0, quantity.start)
        and not _SO_LONG_BEHIND.match(claim.plain, quantity.end)
    )


def _restated(match: Match, matches: Sequence[Match]) -> Match:
    """A share that says again what another number of the claim says: "37 of 44, or 84%"."""
    if match.relation is Relation.AGREES or match.claimed.kind not in SHARES:
        return match
    for one in matches:
        is_told = one.relation is Relation.AGREES and one.claimed.kind is Kind.RATIO
        if is_told and compare(match.claimed, one.claimed) is Relation.AGREES:
            return replace(one, claimed=match.claimed)
    return match


def _of_both(plain: Match, measured: Match) -> Match:
    """Of a number as it stands and with the unit of another, the reading that the source has."""
    if plain.relation is Relation.AGREES:
        return plain
    is_measured = plain.relation is Relation.MISSING or measured.relation is Relation.AGREES
    return measured if is_measured else plain


def _rows_counted(match: Match, matches: Sequence[Match], index: PageIndex) -> Match:
    """How many things a claim speaks of, where a table that has its numbers has a row of each."""
    claimed = match.claimed
    if match.relation is Relation.AGREES or claimed.kind is not Kind.COUNT:
        return match
    for one in matches:
        if one.relation is not Relation.AGREES or one.passage is None or not one.is_asked:
            continue
        rows = index.table_of(one.passage.unit)
        things = [key for _, key in rows if not TOTAL.search(first_cell(key))]
        if len(things) > 1 and claimed.low == claimed.high == len(things):
            found = replace(claimed, text=f"{len(things)} rows")
            return Match(claimed, found, Relation.AGREES, one.passage, one.context, one.share)
    return match


def _years_between(match: Match, matches: Sequence[Match]) -> Match:
    """How long it was between the years that two other numbers of a claim are of, or its years."""
    claimed = match.claimed
    is_of_years = claimed.kind is Kind.DURATION and claimed.unit in {"year", "decade"}
    if match.relation is Relation.AGREES or not is_of_years:
        return match
    agreeing = [one for one in matches if one.relation is Relation.AGREES and one.passage]
    told = [(year, one) for one in agreeing for year in (one.years if one.is_asked else ())]
    told += [(one.found, one) for one in agreeing if one.found and one.found.kind is Kind.YEAR]
    for (first, one), (last, _) in permutations(told, 2):
        if first.low == first.high and last.low == last.high and last.low > first.low:
            years = last.low - first.low
            span = replace(first, kind=Kind.DURATION, unit="year", low=years, high=years, step=1.0)
            if compare(claimed, span) is Relation.AGREES:
                span = replace(span, text=f"{first.text.strip()} to {last.text.strip()}")
                return Match(claimed, span, Relation.AGREES, one.passage, one.context, one.share)
    return match


def _years_later(match: Match, matches: Sequence[Match], claim: Claim) -> Match:
    """The years from one that the claim names to that of another number: "two years later"."""
    later = _YEARS_LATER.match(claim.plain, match.claimed.end)
    before = [
        year.low
        for year in claim.quantities
        if year.kind is Kind.YEAR and year.end <= match.claimed.start and year.low == year.high
    ]
    if match.relation is not Relation.MISSING or not (later and before):
        return match
    for one in matches:
        for year in one.years if one.relation is Relation.AGREES else ():
            if year.low == year.high == before[-1] + match.claimed.low:
                return Match(
                    match.claimed, year, Relation.AGREES, one.passage, one.context, one.share
                )
    return match


def _told_with(match: Match, matches: Sequence[Match]) -> Match:
    """A year that the page tells with a number of the claim, if it is found nowhere else."""
    if match.relation is Relation.AGREES or match.claimed.kind is not Kind.YEAR:
        return match
    for one in matches:
        for year in one.years if one.relation is Relation.AGREES else ():
            if compare(match.claimed, year) is Relation.AGREES:
                return Match(
                    match.claimed, year, Relation.AGREES, one.passage, one.context, one.share
                )
    return match


def _start(unit: Unit) -> int:
    return unit.start


def _company(
    numbers: Sequence[Quantity], pools: Sequence[Sequence[Candidate]]
) -> list[Counter[Unit]]:
    """For each number of a claim, how many of its others each unit has among its candidates.

    Counts below ten are everywhere, and tell nothing.
    """
    homes = [
        {
            one.passage.unit
            for one in pool
            if not is_calendar(number)
            and (number.kind is not Kind.COUNT or number.high >= _TOO_MANY_BY_CHANCE)
            and compare(number, one.quantity) is Relation.AGREES
        }
        for number, pool in zip(numbers, pools, strict=True)
    ]
    return [
        Counter(unit for other, home in enumerate(homes) if other != number for unit in home)
        for number in range(len(homes))
    ]


def anchors(claim: Claim, index: PageIndex) -> dict[Unit, float]:
    """The units that have numbers of the claim, and what that is worth in looking for its place.

    Asked across languages, where a dictionary finds fewer of the words.
    """
    found: dict[Unit, float] = {}
    if not any(map(_is_telling, claim.quantities)):
        return found
    for unit, quantities in index.quantities:
        there = [
            number
            for number in claim.quantities
            if any(compare(number, other) is Relation.AGREES for other in quantities)
        ]
        # A number of one digit is everywhere, but for beside another.
        if any(map(_is_telling, there)):
            found[unit] = _ANCHOR * sum(
                1 if is_calendar(one) else min(digits_of(one), 3) for one in there
            )
    return found


def _with_two(claim: Claim, index: PageIndex) -> list[Unit]:
    """The first units that have two numbers of a claim, whatever words a dictionary finds."""
    found = [
        unit
        for unit, quantities in index.quantities
        if sum(
            any(compare(number, other) is Relation.AGREES for other in quantities)
            for number in claim.quantities
        )
        >= _TOGETHER
    ]
    return found[:_MOST_TOGETHER]


def _is_telling(number: Quantity) -> bool:
    """Whether a number is seldom met by chance."""
    return is_calendar(number) or digits_of(number) > 1


def _beside(
    quantity: Quantity, shares: Mapping[int, float], known: Sequence[Passage], index: PageIndex
) -> Iterable[Candidate]:
    """What stands elsewhere on the page beside the words that stand beside a number.

    `shares` has the share of these words that each unit has, by its start. Fewer of them will do
    where the very day stands, or the very span of years.
    """
    units = {passage.unit for passage in known}
    fullest = sorted((-share, start) for start, share in shares.items() if share >= _LEAST_BESIDE)[
        :_MOST_BESIDE
    ]
    for share, start in fullest:
        unit = index.unit_at(start)
        if unit not in units:
            units.add(unit)
            yield from candidates_of(Passage(unit, -share), index)
    if is_telling(quantity):
        others = (
            unit
            for unit, there in index.quantities
            if unit.start in shares
            and unit not in units
            and any(is_very_time(quantity, one) for one in there)
        )
        for unit in islice(others, _MOST_BESIDE):
            yield from candidates_of(Passage(unit, shares[unit.start]), index)
