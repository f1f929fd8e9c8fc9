"""A number of a claim against those that its passages give."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from functools import lru_cache
from itertools import permutations
from typing import TYPE_CHECKING, TypeVar

from claims.bonds import AGREEMENT, NEARNESS, Bonds
from claims.candidates import key_of
from claims.clock import parts_of_years_in
from claims.derivations import is_written_out
from claims.languages import is_han_written
from claims.lexicon.terms import Vocabulary, forms_of, vocabulary_for
from claims.matches import COUNTED, Match, place_of
from claims.measures import amount_of
from claims.nearness import is_compared_back
from claims.parallels import measure_of, measures_alike
from claims.periods import are_apart, period_of
from claims.polarity import clause_around, direction_of
from claims.quantities.compare import compare, digits_of, is_calendar
from claims.values import Comparator, Kind, Quantity, Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claims.candidates import Candidate
    from claims.years_told import ClaimedYears

_Told = TypeVar("_Told")

_SAME_NOUN = 0.1
# That another number of the claim stands in the same sentence or row.
_COMPANY = 0.3
_OTHER_NOUN = -0.3
# That the source says it of the claim's year.
_SAME_YEAR = 0.8
_OTHER_YEAR = -0.3
# That a number stands in the table row that the claim names.
_NAMED_ROW = 0.5
# Of the coverage of a passage that gives another number, what one that gives the same has to have.
_DISPUTED = 0.75
_PEOPLE = frozenset({"peopl", "person", "individu", "人"})
# Across languages, what it is worth to stand in the passage that covers most of the claim; that a
# number of more than one digit is the same; and, in looking for the place, each digit of one.
_IN_BEST = 0.25
_ACROSS = 0.5
# Another value of the same thing is seldom so many times as large, but for a slip of magnitude.
_FAR = 20.0
# What it is worth that a number which differs has the same digits, and how many then tell.
_SLIP = 0.3
_TELLING_DIGITS = 3
# One of more of them that another number of the claim stands beside is not there by chance.
_HARDLY_BY_CHANCE = 0.8
# More of them that are the same hardly tell more.
_MOST_DIGITS = 5
# Or where so much stands beside it of what the claim says of its own.
_FEW_DIGITS = 2
_SLIPPED_SHARE = 0.3
_JUST_UNDER = re.compile(
    r"\b(?:(?:just|slightly|a\s+little|a\s+shade)\s+(?:under|below|less\s+than|short\s+of)"
    r"|nearly|almost|not\s+quite)\s+(?:(?:an?|the|one)\s+)?(?:[A-Z]{0,3}[$€£¥]\s?)?$",
    re.IGNORECASE,
)
_HAN_UNDER = re.compile("[将將]?近")
_RATE_AT = re.compile(
    r"\b(?:(?:interest|policy|base|deposit|lending|bank|key|inflation|tax|exchange)\s+rates?|the\s+rate"
    r"|inflation|yields?|interest)\s+(?:\w+\s+)?(?:at|to|of|by)\s+(?:about\s+|around\s+)?$",
    re.IGNORECASE,
)
_BY_THEN = re.compile(
    r"(?:\b(?:by|until|till|through|up\s+to|as\s+of)\s+(?:the\s+end\s+of\s+)?|[到至]|截至)$",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:over|during|throughout|between|across|cumulatively|in total)\s+(?:the\s+)?"
    r"(?:(?:period|years|seasons)\s+)?(?:of\s+|from\s+)?$",
    re.IGNORECASE,
)
# "Mayor Ada Krell, 52, said": how old somebody is, and not how long anything took.
_IS_AGE = re.compile(r"[^\W\d_][\w'’-]*,\s$")
_AGE_BEHIND = re.compile(r"\s?,")
_SO_LONG = re.compile(
    r"\b(?:for|over|in|after|during|within|spen[dt]\w*|past|last|took|lasted)\s+"
    r"(?:(?:about|around|nearly|almost|some|the|past|last|more\s+than)\s+){0,2}$",
    re.IGNORECASE,
)
# By how much of it a number may be more and the same all the same.
_BESIDE = 0.001


def match_number(
    quantity: Quantity,
    years: ClaimedYears,
    bonds: Bonds,
    candidates: Sequence[Candidate],
) -> Match:
    """The candidate that a number of a claim is best held against, whatever comes of it."""
    best: tuple[float, Match] | None = None
    most = max((one.passage.coverage for one in candidates), default=0.0)
    agreeing: list[Candidate] = []
    crossed: list[Candidate] = []
    for candidate in candidates:
        relation = compare(quantity, candidate.quantity)
        is_parted = quantity.kind is Kind.COUNT and candidate.is_parted
        if relation is None or is_calendar(candidate.quantity) or is_parted:
            continue
        if _is_sum_of_others(candidate, bonds) or _is_age(quantity, candidate, bonds):
            continue
        if relation is Relation.AGREES and bonds.is_other_end(quantity, candidate):
            crossed.append(candidate)
        elif relation is Relation.AGREES or _may_be_meant(quantity, candidate, bonds):
            worth, match = _weighed(quantity, candidate, years, bonds, most)
            if best is None or worth > best[0]:
                best = (worth, match)
            if match.relation is Relation.AGREES:
                agreeing.append(candidate)
    if crossed and not agreeing and (other := _other_way(quantity, crossed, candidates, bonds)):
        return other
    if best is None:
        return Match(quantity, None, Relation.MISSING, None)
    return _settled(best[1], agreeing, candidates, bonds)


def _is_age(quantity: Quantity, candidate: Candidate, bonds: Bonds) -> bool:
    """Whether a claim tells how long something was, and a number how old somebody is."""
    found, text = candidate.quantity, candidate.text
    return (
        quantity.kind is Kind.DURATION
        and found.text.isdigit()
        and candidate.passage.unit.row is None
        and _SO_LONG.search(bonds.plain, 0, quantity.start) is not None
        and _IS_AGE.search(text, 0, found.start) is not None
        and _AGE_BEHIND.match(text, found.end) is not None
    )


def _is_sum_of_others(candidate: Candidate, bonds: Bonds) -> bool:
    """Whether a claim names one of the columns whose sum a number is, and not the others."""
    columns = candidate.column.split("\n")
    return len(columns) > 1 and any(
        bonds.tells_apart(one, other) for one, other in permutations(columns, 2)
    )


def _may_be_meant(quantity: Quantity, candidate: Candidate, bonds: Bonds) -> bool:
    """Whether a number that differs may be the one that the claim should have given."""
    languages = bonds.claim_language, bonds.page_language
    is_else = _is_same_noun(quantity, candidate.quantity, *languages) is False
    is_given = not (candidate.text == bonds.title or candidate.is_reckoned)
    if are_apart(*_periods(quantity, candidate, bonds)):
        return False
    if is_of_other_amount(quantity, candidate, bonds):
        return False
    # Six of nine members, and a rate of 6.75%.
    if candidate.quantity.kind is Kind.PERCENT and is_written_out(quantity):
        return False
    if quantity.kind is Kind.RATIO and _RATE_AT.search(candidate.text, 0, candidate.quantity.start):
        return False  # "two of the seven", and "a rate of 4.75 per cent"
    return is_given and not is_else and not _is_unlike(quantity, candidate, bonds)


def _weighed(
    quantity: Quantity,
    candidate: Candidate,
    told: ClaimedYears,
    bonds: Bonds,
    most: float,
) -> tuple[float, Match]:
    """What speaks for a candidate, and the match with it; `most` is the fullest coverage."""
    relation = Relation.AGREES
    if compare(quantity, candidate.quantity) is not Relation.AGREES:
        relation = Relation.DIFFERS
    is_equal = relation is Relation.AGREES
    languages = bonds.claim_language, bonds.page_language
    near = bonds(quantity, candidate)
    worth = candidate.share + NEARNESS * near
    worth += {True: _SAME_NOUN, False: _OTHER_NOUN, None: 0.0}[
        _is_same_noun(quantity, candidate.quantity, *languages)
    ]
    years, own = told.of(quantity), told.own(quantity)
    is_of_year = bool(own and candidate.years)
    is_sure = candidate.is_named and is_of_year and not is_equal
    if not is_equal and _is_slip_of_magnitude(quantity, candidate):
        is_sure, worth = True, worth + _SLIP
    if candidate.is_named:
        worth += _NAMED_ROW
    compared = {year.low for year in years} - {year.low for year in own}
    # Both are "more than in 2021".
    is_beside_same = any(one.low in compared for one in candidate.compared)
    is_of_compared = any(year.low == one.low for year in own for one in candidate.compared)
    if relation is Relation.AGREES and candidate.is_below_zero and _rises(quantity, bonds):
        relation, is_sure = Relation.DIFFERS, True
    if relation is Relation.AGREES and is_beyond(quantity, bonds.plain, candidate.quantity):
        relation, is_sure = Relation.DIFFERS, True
    if (
        is_of_other_year(years, candidate.years)
        or _is_of_other_part(candidate, bonds)
        or is_of_compared
        or _is_of_span(own, candidate, bonds.plain)
    ):
        is_sure = False
        relation, worth = Relation.DIFFERS, worth + _OTHER_YEAR
    elif (
        is_of_year
        or is_beside_same
        or (is_equal and not candidate.years and bonds.is_of_page_year(years))
    ):
        worth += _SAME_YEAR
    if relation is Relation.AGREES:
        since, there = _periods(quantity, candidate, bonds)
        ours, theirs = _amounts(quantity, candidate, bonds)
        if since & there or (ours and ours == theirs):
            worth += _SAME_YEAR
        # Two numbers of many digits are seldom the same by chance.
        worth += AGREEMENT * min(digits_of(quantity), _MOST_DIGITS) + _COMPANY * candidate.company
        is_in_row = candidate.is_asked and not bonds.is_across
        if (digits_of(quantity) > _TELLING_DIGITS and candidate.company) or (
            is_in_row and digits_of(quantity) >= (_FEW_DIGITS if is_of_year else _TELLING_DIGITS)
        ):
            worth += _HARDLY_BY_CHANCE
        if bonds.is_across:
            # What stands beside a number is told less surely there.
            worth += _IN_BEST * (candidate.passage.coverage >= most)
            worth += _ACROSS * (digits_of(quantity) > 1)
    return worth, Match(
        quantity,
        candidate.quantity,
        relation,
        candidate.passage,
        candidate.text,
        candidate.share,
        near,
        is_sure,
        is_asked=candidate.is_asked,
        years=candidate.years,
    )


def _is_of_other_part(candidate: Candidate, bonds: Bonds) -> bool:
    """Whether a column is of another quarter, or half, of the year than the claim."""
    told = bonds.parts_of_year
    theirs = _parts_of_header(candidate.column, bonds.page_language) if told else frozenset()
    return bool(theirs) and theirs.isdisjoint(told)


@lru_cache(maxsize=1_000)
def _parts_of_header(header: str, language: str) -> frozenset[int]:
    return frozenset(one.value for one in parts_of_years_in(header, language))


def _periods(
    quantity: Quantity, candidate: Candidate, bonds: Bonds
) -> tuple[frozenset[str], frozenset[str]]:
    """Since when a claim tells of a change by a number, and since when a sentence does."""
    return _told_by_both(period_of, frozenset(), quantity, candidate, bonds)


def is_of_other_amount(quantity: Quantity, candidate: Candidate, bonds: Bonds) -> bool:
    """Whether a claim tells a number of revenue, and a sentence another of profit."""
    ours, theirs = _amounts(quantity, candidate, bonds)
    return bool(ours and theirs) and ours != theirs


def _amounts(quantity: Quantity, candidate: Candidate, bonds: Bonds) -> tuple[str, str]:
    """What a claim tells a number of, and a sentence: of revenue, of profit."""
    return _told_by_both(amount_of, "", quantity, candidate, bonds)


def _told_by_both(
    told: Callable[[str, Quantity, str], _Told],
    untold: _Told,
    quantity: Quantity,
    candidate: Candidate,
    bonds: Bonds,
) -> tuple[_Told, _Told]:
    """What a claim tells of its number, and a sentence of its own; `untold` of a row."""
    ours = told(bonds.plain, quantity, bonds.claim_language)
    if not ours or candidate.passage.unit.row is not None:
        return ours, untold
    return ours, told(candidate.text, candidate.quantity, bonds.page_language)


def is_beyond(claimed: Quantity, claim: str, found: Quantity) -> bool:
    """Whether a claim says "just under" or "nearly" of a number that is plainly more."""
    is_told = _JUST_UNDER.search(claim, 0, claimed.start) or _HAN_UNDER.match(claimed.text)
    is_plain = found.comparator is Comparator.EQUAL and found.low == found.high
    is_alike = measure_of(claimed) == measure_of(found)
    return bool(is_told) and is_plain and is_alike and _size(found) > _size(claimed) * (1 + _BESIDE)


def _rises(quantity: Quantity, bonds: Bonds) -> bool:
    """Whether a claim says that something rose by a number of it."""
    own = clause_around(bonds.plain, quantity.start, quantity.end)
    return direction_of(own, bonds.claim_language)[0] > 0


def _other_way(
    quantity: Quantity,
    crossed: Sequence[Candidate],
    candidates: Sequence[Candidate],
    bonds: Bonds,
) -> Match | None:
    """What a sentence has where a claim has its number at the other end: "from 34 to 31"."""
    for end in crossed:
        for one in candidates:
            is_other = compare(quantity, one.quantity) is Relation.DIFFERS
            if is_other and one.text == end.text and bonds.is_same_end(quantity, one):
                match = _agreeing(quantity, one, bonds)
                return replace(match, relation=Relation.DIFFERS, is_sure=True)
    return None


def _settled(
    match: Match,
    agreeing: Sequence[Candidate],
    candidates: Sequence[Candidate],
    bonds: Bonds,
) -> Match:
    """A match that differs, beside the numbers that agree: disputed by one, or giving way to it."""
    if match.relation is not Relation.DIFFERS or match.found is None:
        return match
    for one in agreeing:
        if one.text != match.context or one.passage.unit.row is not None:
            continue
        # "A holds 60% and B the other 40%": what is said of B beside the verb of A.
        alike = [
            other.quantity
            for other in candidates
            if other.text == one.text and measures_alike(other.quantity, one.quantity)
        ]
        found = replace(one, quantity=match.found)
        if (
            bonds.is_of_other(match.claimed, match.found, one.quantity, one.text)
            or bonds.is_of_named_part(one.text, alike, one.quantity)
            or bonds.is_reached(match.claimed, match.found, one.quantity, one.text)
            or (
                bonds.is_same_end(match.claimed, one)
                and (
                    bonds.is_other_end(match.claimed, found)
                    or is_compared_back(one.text, match.found, one.quantity)
                )
            )
        ):
            return _agreeing(match.claimed, one, bonds)
    column = column_of(match, candidates)
    disputing = [
        one
        for one in agreeing
        if _disputes(one, match, bonds) and not is_told_apart(column, one, match, bonds)
    ]
    # What a dictionary says of the words beside two numbers tells less than that one is the same.
    elsewhere = [
        one for one in disputing if one.text != match.context and one.passage.unit.row is None
    ]
    if not bonds.is_across and match.passage:
        elsewhere = [one for one in elsewhere if one.passage.coverage > match.passage.coverage]
    if elsewhere and not match.is_sure:
        best = max(elsewhere, key=lambda one: one.share + bonds(match.claimed, one))
        return _agreeing(match.claimed, best, bonds)
    return replace(match, is_disputed=bool(disputing))


def column_of(match: Match, candidates: Sequence[Candidate]) -> str:
    """The header of the column that a number was found in, "" if in none."""
    if match.passage is None or match.passage.unit.row is None:
        return ""
    place = place_of(match)
    return next((one.column for one in candidates if key_of(one) == place), "")


def is_told_apart(column: str, other: Candidate, match: Match, bonds: Bonds) -> bool:
    """Whether the claim has words of a number's column that the one of another cell has not.

    `column` is that of the number that `match` found; the other one has none of its own then.
    """
    is_in_row = match.passage is not None and other.passage.unit == match.passage.unit
    return bool(is_in_row and column and other.column) and bonds.tells_apart(column, other.column)


def _agreeing(claimed: Quantity, one: Candidate, bonds: Bonds) -> Match:
    near = bonds(claimed, one)
    return Match(
        claimed,
        one.quantity,
        Relation.AGREES,
        one.passage,
        one.text,
        one.share,
        near,
        years=one.years,
    )


def _disputes(candidate: Candidate, match: Match, bonds: Bonds) -> bool:
    """Whether a number that agrees stands in a passage nearly as full of the claim's words.

    One of the same sentence that is said of something else there disputes nothing.
    """
    if match.passage is None or match.found is None:
        return False
    if not candidate.passage.coverage >= _DISPUTED * match.passage.coverage > 0:
        return False
    if candidate.text != match.context or candidate.passage.unit.row is not None:
        return True
    languages = bonds.claim_language, bonds.page_language
    is_ours = _is_same_noun(match.claimed, match.found, *languages)
    is_theirs = _is_same_noun(match.claimed, candidate.quantity, *languages)
    if is_ours and is_theirs is False:
        return False
    return not bonds.is_of_other(match.claimed, candidate.quantity, match.found, match.context)


def _is_unlike(quantity: Quantity, candidate: Candidate, bonds: Bonds) -> bool:
    """Whether another number is too unlike to be the one that the claim should have given."""
    return (
        candidate.is_of_nobody
        or is_far(quantity, candidate.quantity)
        or _counts_another_thing(quantity, candidate, bonds)
    )


def is_of_other_year(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    """Whether both are said of years, and of none that is the same."""
    return bool(ours and theirs) and not any(
        compare(one, other) is Relation.AGREES for one in ours for other in theirs
    )


def _is_of_span(ours: Sequence[Quantity], candidate: Candidate, claim: str) -> bool:
    """Whether a number is of several years together, and the claim's of one: "over 2025-2030".

    "By 2030" it is so much all the same.
    """
    if any(_BY_THEN.search(claim, 0, one.start) for one in ours):
        return False
    spans = [
        year
        for year in candidate.years
        if year.high - year.low > 1 and _OVER.search(candidate.text, 0, year.start)
    ]
    named = {year for one in ours for year in (one.low, one.high)}
    return bool(ours) and any(not {one.low, one.high} <= named for one in spans)


def is_far(claimed: Quantity, found: Quantity) -> bool:
    """Whether two values are too far apart to be said of the same thing."""
    low, high = sorted((_size(claimed), _size(found)))
    return 0 < low * _FAR < high and not _has_same_digits(low, high)


def _is_slip_of_magnitude(claimed: Quantity, candidate: Candidate) -> bool:
    """Whether two values have the same digits, and so many that it is hardly by chance."""
    found = candidate.quantity
    is_beside = candidate.share >= _SLIPPED_SHARE
    return (
        digits_of(claimed) >= (_FEW_DIGITS if is_beside else _TELLING_DIGITS)
        and claimed.value * found.value > 0
        and claimed.kind is not Kind.PERCENT
        and _has_same_digits(_size(claimed), _size(found))
    )


def _size(quantity: Quantity) -> float:
    return abs(quantity.value) / (quantity.denominator or 1) * (100 if quantity.denominator else 1)


def _has_same_digits(one: float, other: float) -> bool:
    return math.isclose(math.log10(other / one) % 1, 0, abs_tol=1e-6)


def _counts_another_thing(claimed: Quantity, candidate: Candidate, bonds: Bonds) -> bool:
    """Whether a claim counts what the sentence does not so much as name."""
    if (
        claimed.kind is not Kind.COUNT
        or not claimed.unit
        or is_han_written(bonds.claim_language)
        or bonds.is_across
    ):
        return False
    ours = forms_of(claimed.unit, bonds.claim_language, Vocabulary.STEMS)
    there = forms_of(candidate.text, bonds.page_language, Vocabulary.STEMS)
    return bool(ours) and _PEOPLE.isdisjoint(ours) and ours.isdisjoint(there)


def _is_same_noun(
    claimed: Quantity, found: Quantity, claim_language: str, page_language: str
) -> bool | None:
    """Whether two counts are said to count the same; None where one of them does not say."""
    if claimed.kind not in COUNTED or not claimed.unit or not found.unit:
        return None
    vocabulary = vocabulary_for(claim_language, page_language)
    ours = forms_of(claimed.unit, claim_language, vocabulary)
    theirs = forms_of(found.unit, page_language, vocabulary)
    if not (ours and theirs):
        return None
    if ours & theirs:
        return True
    # "8 inmates" are 8 people; and what a dictionary does not join may be the same all the same.
    is_across = claim_language[:2] != page_language[:2]
    return None if is_across or not _PEOPLE.isdisjoint(ours | theirs) else False
