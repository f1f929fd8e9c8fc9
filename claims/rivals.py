"""Numbers that agree and belong to something else: outbid, swapped, of another part."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.candidates import Candidate, key_of
from claims.derivations import OF_WHICH, share_of
from claims.match_numbers import (
    column_of,
    is_far,
    is_of_other_amount,
    is_of_other_year,
    match_number,
)
from claims.matches import Match, place_of
from claims.parallels import measure_of, measures_alike
from claims.periods import are_apart, period_of
from claims.quantities.compare import SHARES, compare, digits_of, is_calendar
from claims.values import Kind, Quantity, Relation
from claims.years_told import CLAUSE_END, COMPARED, is_only_compared, nearest_year

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from claims.bonds import Bonds
    from claims.years_told import ClaimedYears

# How many times as near, and how much nearer, another number must stand to be the one meant.
_OUTBIDS = 1.5
_BY_AS_MUCH = 0.05
# Or how much more of the words beside the claim's number another sentence must have.
_FULLER = 0.3
_FULLER_BY_WORDS = 0.1
_MUCH_FULLER_BY_WORDS = 0.2
_TOLD_BACK = re.compile(
    r"[^;.\d]{0,40}\b(?:(?:up|down)\s+from|against|compared\s+(?:with|to)|from)\s+"
    r"(?:(?:about|around|nearly|almost|some|just|over|under)\s+)?",
    re.IGNORECASE,
)
# "60 or over", 60歲以上
_AGE = re.compile(r"[岁歲]|\b(?:or|and) (?:over|older|above|under|younger|below)\b", re.IGNORECASE)


def with_own_numbers(
    matches: Sequence[Match],
    years: ClaimedYears,
    bonds: Bonds,
    pools: Sequence[Sequence[Candidate]],
) -> Iterable[Match]:
    """A number of the source that bears out one of the claim's speaks against no other of them."""
    taken = {place_of(match) for match in matches if match.relation is Relation.AGREES}
    for match, pool in zip(matches, pools, strict=True):
        is_taken = match.relation is Relation.DIFFERS and place_of(match) in taken
        if is_taken and not bonds.is_at_same_end(match, pool):
            free = [candidate for candidate in pool if key_of(candidate) not in taken]
            yield match_number(match.claimed, years, bonds, free)
        else:
            yield match


def without_outbid(
    matches: Sequence[Match],
    years: ClaimedYears,
    bonds: Bonds,
    pools: Sequence[Sequence[Candidate]],
) -> Iterable[Match]:
    """Equal numbers that belong to something else in their sentence bear nothing out.

    Either another number of the sentence, that no number of the claim accounts for, stands much
    nearer to the claim's words; or two numbers of the claim stand the other way round there.
    """
    taken = {place_of(match) for match in matches if match.relation is Relation.AGREES}
    swapped = {
        one.claimed.start
        for one in matches
        for other in matches
        if one is not other and _is_swapped(one, other, years, bonds)
    }
    dated = {
        one.context
        for one in matches
        if one.relation is Relation.AGREES and is_calendar(one.claimed) and one.context
    }
    for match, every in zip(matches, pools, strict=True):
        own = [one for one in every if key_of(one) == place_of(match)]
        if any(one.is_reckoned for one in own):
            yield match  # the parts of a sum are no rivals of it
            continue
        # What a sentence only leaves to be reckoned is no rival of what it gives.
        pool = [one for one in every if not one.is_reckoned]
        rivals = [one for one in pool if key_of(one) not in taken]
        elsewhere = [one for one in rivals if one.text != match.context]
        if len(elsewhere) < len(rivals) and _is_of_named_part(match, pool, bonds):
            rivals = elsewhere
        if _is_told_back(match, matches):
            yield match
            continue
        another = _of_other_part(match, matches, rivals, pool, years, bonds)
        apart = [
            one
            for one in rivals
            if one.text == match.context and _has_company(match, one.quantity, matches)
        ]
        # What stands with another number of the claim no sentence without one outbids.
        company = max((one.company for one in own), default=0)
        rivals = [one for one in rivals if one.text == match.context or one.company >= company]
        if match.is_asked:
            # What a claim asks for no row of something else has.
            rivals = [one for one in rivals if one.is_asked or one.passage.unit.row is None]
        column = column_of(match, pool)
        in_column = [one for one in pool if _is_of_its_column(one, match, column, bonds)]
        if (
            another
            or in_column
            or match.claimed.start in swapped
            or any(_outbids(rival, match, years, bonds) for rival in rivals if rival not in apart)
            or any(_has_its_time(rival, match, dated) for rival in rivals if not company)
            or any(_has_its_age(one, match, matches) for one in pool)
        ):
            free = [one for one in pool if key_of(one) != place_of(match)]
            instead = match_number(match.claimed, years, bonds, free)
            is_swapped = match.claimed.start in swapped and instead.passage == match.passage
            is_other = another is not None and place_of(instead) == key_of(another)
            is_of_column = any(key_of(one) == place_of(instead) for one in in_column)
            is_since = instead.passage == match.passage and _is_since_another(match, bonds)
            is_sure = instead.is_sure or is_swapped or is_other or is_of_column or is_since
            yield replace(instead, is_sure=is_sure)
        else:
            yield match


def _is_told_back(match: Match, matches: Sequence[Match]) -> bool:
    """Whether a number stands right behind another of the claim's as what that was before."""
    found = match.found
    return found is not None and any(
        one.relation is match.relation is Relation.AGREES
        and one.context == match.context
        and one.found is not None
        and one.found.end <= found.start
        and measures_alike(one.found, found)
        and _TOLD_BACK.fullmatch(match.context, one.found.end, found.start)
        for one in matches
        if one is not match
    )


def _is_since_another(match: Match, bonds: Bonds) -> bool:
    """Whether a number is there, but of a change since another time: 8% on the quarter."""
    return match.found is not None and are_apart(
        period_of(bonds.plain, match.claimed, bonds.claim_language),
        period_of(match.context, match.found, bonds.page_language),
    )


def _outbids(rival: Candidate, match: Match, years: ClaimedYears, bonds: Bonds) -> bool:
    """Whether another number of the like is the one that is said of what the claim says.

    In the same sentence it stands much nearer to the claim's words; in another one, that sentence
    has far more of them.
    """
    if (
        match.relation is not Relation.AGREES
        or is_calendar(match.claimed)
        or match.passage is None
        or match.found is None
        or compare(match.claimed, rival.quantity) is not Relation.DIFFERS
        or not (
            _is_alike(match.found, rival.quantity)
            or _is_bare_beside(rival, match, bonds)
            or _counts_it(rival, match, bonds)
        )
        or is_of_other_year(years.of(match.claimed), rival.years)
        or is_of_other_amount(match.claimed, rival, bonds)
    ):
        return False
    is_here = rival.text == match.context and match.passage.unit.row is None
    is_compared = is_here and COMPARED.search(match.context, match.found.end, rival.quantity.start)
    # "52 minutes, compared with 46 for the one before"
    if is_compared and (
        bonds.is_across
        or not bonds.is_of_other(match.claimed, match.found, rival.quantity, rival.text)
    ):
        return False
    if _counts_it(rival, match, bonds):
        return True
    # How many times as large another count of the same is tells nothing then.
    is_here = is_here and (
        match.claimed.kind is Kind.COUNT or not is_far(match.claimed, rival.quantity)
    )
    found = replace(rival, quantity=match.found)
    if (
        is_here
        and bonds.is_same_end(match.claimed, found)
        and not bonds.is_same_end(match.claimed, rival)
        # By how many percent it rose no end tells: "up 5.8%, faster than the 4.1% of others".
        and (match.claimed.kind is not Kind.PERCENT or bonds.is_end(match.claimed))
    ):
        return False
    if is_here and bonds.is_not_yet(rival.quantity, match.found, rival.text):
        return True
    if is_here and bonds.is_reached(match.claimed, rival.quantity, match.found, rival.text):
        return False
    if is_here and bonds.is_of_other(match.claimed, match.found, rival.quantity, rival.text):
        return True
    if is_here and bonds.is_of_other(match.claimed, rival.quantity, match.found, rival.text):
        return False
    if is_far(match.claimed, rival.quantity):
        return False
    near = bonds(match.claimed, rival)
    if rival.passage.unit != match.passage.unit:
        is_fuller = rival.passage.coverage >= match.passage.coverage + _FULLER_BY_WORDS
        if is_fuller and digits_of(match.claimed) <= 1 and match.claimed.kind in SHARES:
            return rival.share >= match.share - _BY_AS_MUCH  # halves and quarters are everywhere
        is_much_fuller = rival.passage.coverage >= match.passage.coverage + _MUCH_FULLER_BY_WORDS
        # A sentence with another number of the claim is fuller for that number's sake.
        fuller = _FULLER_BY_WORDS if is_much_fuller and not rival.company else _FULLER
        return rival.share >= match.share + fuller and near >= match.nearness
    if bonds.is_across:
        near /= _OUTBIDS  # a dictionary tells less surely what stands beside a number
    return rival.text == match.context and near > _OUTBIDS * match.nearness + _BY_AS_MUCH


def _counts_it(rival: Candidate, match: Match, bonds: Bonds) -> bool:
    """Whether a rival beside it alone counts what the claim does: "3 dead and 690 hurt"."""
    found = match.found
    if found is None or rival.text != match.context or bonds.is_across:
        return False
    first, last = sorted((found, rival.quantity), key=lambda one: one.start)
    # "126 routes, of which 38": both count routes.
    is_part = OF_WHICH.search(match.context, first.end, last.start)
    return not is_part and bonds.counts_alone(match.claimed, rival.quantity, found)


def _is_bare_beside(rival: Candidate, match: Match, bonds: Bonds) -> bool:
    """Whether a rival counts the same without a noun: "1,150 people; the cinema seats 310"."""
    return (
        match.found is not None
        and match.found.kind is rival.quantity.kind is Kind.COUNT
        and not rival.quantity.unit
        and rival.text == match.context
        and not bonds.is_across
        and bonds.is_of_other(match.claimed, match.found, rival.quantity, rival.text)
    )


def _has_its_time(rival: Candidate, match: Match, dated: Collection[str]) -> bool:
    """Whether a rival stands in the sentence with the claim's date, far fuller than a number's own.

    "The 2017 plan was costed at 52m. The flood of 2020 cost 19m": of 2020 it is not 52.
    """
    return (
        match.relation is Relation.AGREES
        and match.found is not None
        and match.passage is not None
        and not is_calendar(match.claimed)
        and rival.text in dated
        and match.context not in dated
        and rival.passage.coverage >= match.passage.coverage + _MUCH_FULLER_BY_WORDS
        and rival.share >= match.share + _FULLER_BY_WORDS
        and compare(match.claimed, rival.quantity) is Relation.DIFFERS
        and _is_alike(match.found, rival.quantity)
        and not is_far(match.claimed, rival.quantity)
        and rival.passage.unit.row is None is match.passage.unit.row
    )


def _has_its_age(rival: Candidate, match: Match, matches: Sequence[Match]) -> bool:
    """Whether a rival stands by the age that the claim gives behind a count of people.

    "6.67 million, of whom 1.68 million over 60": it is not 6.67 million who are over 60.
    """
    found = match.found
    following = [one for one in matches if one.claimed.start >= match.claimed.end]
    age = min(following, key=lambda one: one.claimed.start, default=None)
    if found is None or age is None or age.found is None:
        return False
    return (
        match.claimed.kind is Kind.COUNT
        and match.relation is age.relation is Relation.AGREES
        and rival.text == match.context == age.context
        and _AGE.search(age.found.text) is not None
        and measures_alike(found, rival.quantity)
        and compare(match.claimed, rival.quantity) is Relation.DIFFERS
        # A claim may give both.
        and not any(compare(one.claimed, rival.quantity) is Relation.AGREES for one in matches)
        and _clauses_between(age.found, rival.quantity, match.context)
        < _clauses_between(age.found, found, match.context)
    )


def _is_of_its_column(rival: Candidate, match: Match, column: str, bonds: Bonds) -> bool:
    """Whether the header of another cell of a row has a word of the claim, and `column` none.

    That is the header of the number found.
    """
    return (
        match.relation is Relation.AGREES
        and match.found is not None
        and match.passage is not None
        and match.passage.unit.row is not None
        and rival.passage.unit == match.passage.unit
        and {(year.low, year.high) for year in rival.years}
        == {(year.low, year.high) for year in match.years}
        and _is_alike(match.found, rival.quantity)
        and compare(match.claimed, rival.quantity) is not Relation.AGREES
        # What stands above the table may name both.
        and (
            (column and rival.column and bonds.tells_apart(rival.column, column))
            or bonds.tells_apart(rival.text, match.context)
        )
    )


def _of_other_part(
    match: Match,
    matches: Sequence[Match],
    rivals: Sequence[Candidate],
    pool: Sequence[Candidate],
    years: ClaimedYears,
    bonds: Bonds,
) -> Candidate | None:
    """The number of the part of a sentence that a claim speaks of, if that is not this one's part.

    Of "71% in Norway but only 9% in Germany" a claim on Germany speaks of the second part; so does
    one on those under 40 of "over 65 make up 38%, under 40 only 9%".
    """
    found = match.found
    if (
        match.relation is not Relation.AGREES
        or found is None
        or match.passage is None
        or match.passage.unit.row is not None
        or is_calendar(match.claimed)
    ):
        return None
    here = [one for one in pool if one.text == match.context]
    alike = [one.quantity for one in here if measures_alike(one.quantity, found)]
    told = bonds.named_apart(match.context, alike, found, match.claimed)
    if told and (
        bonds.counts_alone(match.claimed, found, told)
        or _has_company(match, told, matches)
        or _is_whole_of(found, told, matches)
    ):
        return None
    if told is None:
        measure = measure_of(match.claimed)
        beside = [
            one
            for one in matches
            if one.context == match.context
            and one.claimed.kind is not Kind.RANK
            and one is not match
        ]
        # A claim that gives a number of each part says itself which is whose.
        if any(measure_of(one.claimed) == measure for one in matches if one is not match):
            beside = []
        every = [one.quantity for one in here]
        given = [
            one
            for one in every
            if not (is_calendar(one) and is_only_compared(one, every, match.context))
        ]
        told = bonds.with_company_apart(match.context, alike, found, beside, given)
    other = next(
        (one for one in rivals if one.text == match.context and one.quantity == told), None
    )
    if other and is_of_other_amount(match.claimed, other, bonds):
        return None
    # "In 2023 it was 8%, in 2024 14%": the years tell which is meant, and the topic stands first.
    if other and match.years and not is_of_other_year(years.of(match.claimed), match.years):
        return None if is_of_other_year(match.years, other.years) else other
    return other


def _has_company(match: Match, told: Quantity, matches: Sequence[Match]) -> bool:
    """Whether another number of the claim stands in the clause of a match's number, unlike a rival.

    "6,670 in all, of whom 1,682 over 60": a claim with "over 60" is of the second.
    """
    found = match.found
    return found is not None and any(
        _clauses_between(one.found, found, match.context)
        < _clauses_between(one.found, told, match.context)
        for one in matches
        if one is not match
        and one.relation is Relation.AGREES
        and one.found
        and one.context == match.context
        and one.claimed.kind is Kind.DURATION
    )


def _clauses_between(one: Quantity, other: Quantity, text: str) -> int:
    first, last = sorted((one, other), key=lambda quantity: quantity.start)
    return len(CLAUSE_END.findall(text, first.end, last.start))


def _is_whole_of(found: Quantity, told: Quantity, matches: Sequence[Match]) -> bool:
    """Whether the claim gives the share that one number is of another, and so speaks of both."""
    if not 0 < told.low < found.low:
        return False
    share = share_of(found, told)
    return any(
        one.claimed.kind in SHARES and compare(one.claimed, share) is Relation.AGREES
        for one in matches
    )


def _is_of_named_part(match: Match, pool: Sequence[Candidate], bonds: Bonds) -> bool:
    """Whether a claim names the part of a sentence that a number stands in, and no other part."""
    found = match.found
    if match.relation is not Relation.AGREES or found is None or is_calendar(match.claimed):
        return False
    here = [one.quantity for one in pool if one.text == match.context]
    alike = [one for one in here if measures_alike(one, found)]
    return bonds.is_of_named_part(match.context, alike, found)


def _is_alike(found: Quantity, rival: Quantity) -> bool:
    """Whether two numbers of a page measure the same and are written alike."""
    if {found.kind, rival.kind} <= SHARES:
        return True
    return (
        rival.kind is found.kind
        and rival.unit == found.unit
        and rival.text.isalpha() == found.text.isalpha()
    )


def _have_own_years(one: Match, other: Match, years: ClaimedYears, bonds: Bonds) -> bool:
    """Whether each of two numbers is of the year that stands nearest to it in the claim."""
    if not (one.years and other.years and len(years.every) > 1) or is_of_same_year(one, other):
        return False

    def nearest(match: Match) -> Quantity:
        return nearest_year(match.claimed, years.every, bonds.plain, bonds.claim_language)[0]

    return all(
        any(compare(nearest(match), year) is Relation.AGREES for year in match.years)
        for match in (one, other)
    )


def is_of_same_year(one: Match, other: Match) -> bool:
    """Whether the numbers that two matches found are of one year."""
    return any(compare(a, b) is Relation.AGREES for a in one.years for b in other.years)


def _is_swapped(one: Match, other: Match, years: ClaimedYears, bonds: Bonds) -> bool:
    """Whether what stands nearer to one of two numbers stands nearer to the other in the source."""
    return (
        one.relation is other.relation is Relation.AGREES
        and one.passage is not None
        and other.passage is not None
        and one.found is not None
        and other.found is not None
        and one.passage.unit == other.passage.unit
        and one.context == other.context
        and one.claimed.kind is other.claimed.kind
        and not is_calendar(one.claimed)
        and compare(one.claimed, other.found) is Relation.DIFFERS
        and not _have_own_years(one, other, years, bonds)
        and bonds.is_swapped(one, other)
    )
