"""The numbers and times of a claim beside those of its passages."""

from __future__ import annotations

import heapq
import math
import re
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from claims.derivations import derive
from claims.languages import COMMA, is_han_written
from claims.lexicon.names import find_names
from claims.lexicon.terms import Vocabulary, forms_of, terms_of, vocabulary_for
from claims.nearness import Surroundings, agreement, end_of_change
from claims.parallels import measure_of, part_with, parts_of
from claims.passages import Passage
from claims.quantities import find_quantities
from claims.quantities.compare import SHARES, compare, digits_of, is_calendar
from claims.quantities.times import (
    relative_years,
    same_day,
    same_month_of_another_year,
    tells_no_year,
)
from claims.values import Claim, FactComparison, Kind, Quantity, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claims.passages import PageIndex, Unit

# What it is worth that a number agrees, for each digit that counts; that the noun does, and what
# it costs that it does not, on the scale of a passage's coverage.
_AGREEMENT = 0.16
# What it is worth that the same words stand near both numbers.
_NEARNESS = 1.5
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
_COUNTED = {Kind.COUNT, Kind.RATIO, Kind.RANK}
# Of a date that differs, that it is the same month of another year.
_SAME_MONTH = 0.3
# How many characters away another clause is, and a year after its number in Chinese or Japanese.
_CLAUSE = 30
_CLAUSE_END = re.compile(
    rf"[;；，、]|{COMMA}|\b(?:while|whereas|but|compared|against|than)\b|而|但|比"
)
_NEXT_CLAUSE = re.compile(
    r"[,;]\s*(?:which|who|whose|where|when|and|while|but|though|after|before)\b|[；，]"
)
_COMPARED = re.compile(
    r"\b(?:(?:up|down)\s+from|compared\s+(?:with|to)|against|than|versus|after|below|above"
    r"|short\s+of)\b"
    r"|[比較较]|高[于於]|低[于於]|多[于於]|少[于於]|优于|優於"
)
# "One fewer than in 2023", 較2022年的362億元成長6.6%: of that year is only what follows at once.
_REFERENCE = re.compile(
    r"(?:\b(?:than|compared (?:with|to)) (?:in |during |for |that of )?(?:the )?|[比较較])$",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(r"\s*(?:[的之]|['’]s)?[^\d，。、；,;]{0,6}")
# "(MW)", "in %", "capacity, GW": what a table's numbers are measured in.
_UNIT_IN_HEADING = re.compile(
    r"[%％]|\bpercent\b|(?<=\bin )[^\W\d]{1,12}|(?<=[(（])[^\W\d]{1,12}(?=[)）])"
    r"|(?<=, )[^\W\d]{1,12}(?=[)）]|$)"
)
# Before a year that tells when; "the 2016 report" tells which.
_WHEN = re.compile(
    r"\b(?:in|by|since|from|to|until|till|during|before|after|between|and|early|mid|late|of|year"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|spring|summer|autumn|fall|winter)[\s,-]*$",
    re.IGNORECASE,
)
# "The 2013 study" may be what the page is, or reports when it comes out.
_IS_A_TEXT = re.compile(
    r"\s+(?:[\w-]+\s+){0,4}?(?:study|report|survey|census|review|paper|analysis|article|poll)\b",
    re.IGNORECASE,
)
# A passage that has so much of the claim tells its years wherever they stand in it.
_WHOLE = 0.95
# A passage that speaks of less than this share of what the best one does is of another subject.
_LEAST_SHARE = 0.5
_PEOPLE = frozenset({"peopl", "person", "individu", "人"})
# Of the words beside a year, what must stand beside it in the source for it to be the same year's.
_LEAST_NEARNESS = 0.05
_SLIGHT_SHARE = 0.4
_SLIGHT_NEARNESS = 0.1
# How many times as near, and how much nearer, another number must stand to be the one meant.
_OUTBIDS = 1.5
_BY_AS_MUCH = 0.05
# Of the words beside a claim's year, what must stand beside another for that to be its time.
_OWN_TIME = 0.15
_NOW = re.compile(r"\b(?:this year|now|currently|today)\b|今年|本年|目前|現在|现在", re.IGNORECASE)
# How closely a word of the claim is bound to a number that it tells the side of.
_BOUND = 0.15
# Or how much more of the words beside the claim's number another sentence must have.
_FULLER = 0.3
_FULLER_BY_WORDS = 0.1
_MUCH_FULLER_BY_WORDS = 0.2
# Across languages, what it is worth to stand in the passage that covers most of the claim; that a
# number of more than one digit is the same; and, in looking for the place, each digit of one.
_IN_BEST = 0.25
_ACROSS = 0.5
_ANCHOR = 0.08
# Of the words beside a number, what a sentence needs for it to be reckoned, and how many are.
_DERIVING_SHARE = 0.3
_MOST_DERIVING = 3
# And what a sentence needs that gives the number of one of the claim's two years.
_LEAST_OF_YEAR = 0.15
_PAIR = 2
# Another value of the same thing is seldom so many times as large, but for a slip of magnitude.
_FAR = 20.0
# What it is worth that a number which differs has the same digits, and how many then tell.
_SLIP = 0.3
_TELLING_DIGITS = 3
# Of the words beside a number, what a sentence elsewhere must have, and how many are looked at.
_LEAST_BESIDE = 0.25
_MOST_BESIDE = 6


@dataclass(frozen=True, slots=True)
class Match:
    """One quantity of the claim and the passage's quantity that it was held against."""

    claimed: Quantity
    found: Quantity | None
    relation: Relation
    passage: Passage | None
    # The sentence, or the cell with its header and key, that `found` has its place in.
    context: str = ""
    # Of the words beside the claim's number, the share that the passage has, and the share that
    # stands beside this number too.
    share: float = 0.0
    nearness: float = 0.0
    # That the passage's number is the one of what the claim speaks of: of the table row that it
    # names, or of the two that it has the other way round.
    is_sure: bool = False
    # That another passage, nearly as full of the claim's words, bears the number out.
    is_disputed: bool = False

    def as_fact(self) -> FactComparison:
        """The comparison as reports show it."""
        if self.found is None:
            return FactComparison(self.claimed.text, "", self.relation)
        change = self.found.value / self.claimed.value if self.claimed.value else None
        return FactComparison(self.claimed.text, self.found.text, self.relation, change)


@dataclass(frozen=True, slots=True)
class _Candidate:
    quantity: Quantity
    passage: Passage
    years: tuple[Quantity, ...]
    # What the quantity stands in: the sentence, or a cell with its header and the row's key.
    text: str
    # The years that another number of the sentence has, with which this one is compared.
    compared: tuple[Quantity, ...] = ()
    # That it is a share whose whole and part are said of two things, and stand beside it.
    is_parted: bool = False
    # The share of the words beside the claim's number that its passage has anywhere.
    share: float = 0.0
    # How many other numbers of the claim stand in the same unit.
    company: int = 0
    # Of a table's row, that the claim names it, or that it has no word of its key.
    is_named: bool = False
    is_of_nobody: bool = False


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
    candidates = [candidate for passage in near for candidate in _candidates(passage, index)]
    years = tuple(
        quantity
        for quantity in claim.quantities
        if quantity.kind is Kind.YEAR and not _IS_A_TEXT.match(claim.plain, quantity.end)
    )
    nearness = _Nearness(claim, index)
    pools = []
    for quantity in claim.quantities:
        shares = index.shares(nearness.words_beside(quantity), claim.language)
        pool = [*candidates, *_beside(shares, near, index)]
        pools.append([replace(one, share=shares.get(one.passage.unit, 0.0)) for one in pool])
    pools = _with_company(claim.quantities, pools)
    others, named, nameless = _rows_of_others(claim, index)
    pools = [
        [
            replace(
                one,
                is_named=one.passage.unit in named,
                is_of_nobody=one.passage.unit in nameless,
            )
            for one in pool
            if one.passage.unit not in others
        ]
        for pool in pools
    ]
    matches: list[Match] = []
    kept: list[list[_Candidate]] = []
    is_han = is_han_written(claim.language)
    for quantity, pool in zip(claim.quantities, pools, strict=True):
        if is_calendar(quantity):
            before, after = claim.plain[: quantity.start], claim.plain[quantity.end :]
            is_when = bool(_WHEN.search(before) or _IS_A_TEXT.match(after))
            match = _match_when(quantity, nearness, pool, index, is_when=is_when or is_han)
            if match.relation is Relation.MISSING and _IS_A_TEXT.match(after):
                continue  # "a 2013 study" says which: its own text need not say when it came out
        else:
            match = _match_number(quantity, years, nearness, pool)
        matches.append(match)
        kept.append(pool)
    matches = list(_with_own_numbers(matches, years, nearness, kept))
    matches = list(_without_outbid(matches, years, nearness, kept))
    return tuple(
        _derived(match, claim, pool, nearness, index)
        for match, pool in zip(matches, kept, strict=True)
    )


def _bound(years: tuple[Quantity, ...], number: Quantity, claim: str) -> tuple[Quantity, ...]:
    """The years that a number of the claim is said of: none of a later clause's."""
    return tuple(
        year
        for year in years
        if not (number.end <= year.start and _NEXT_CLAUSE.search(claim, number.end, year.start))
    )


def _with_company(
    numbers: Sequence[Quantity], pools: Sequence[Sequence[_Candidate]]
) -> list[list[_Candidate]]:
    """The candidates for each number, with how many of the claim's others their units have."""
    homes = [
        {
            one.passage.unit
            for one in pool
            if not is_calendar(number) and compare(number, one.quantity) is Relation.AGREES
        }
        for number, pool in zip(numbers, pools, strict=True)
    ]
    return [
        [
            replace(
                one,
                company=sum(
                    one.passage.unit in home for other, home in enumerate(homes) if other != number
                ),
            )
            for one in pool
        ]
        for number, pool in enumerate(pools)
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


def _is_telling(number: Quantity) -> bool:
    """Whether a number is seldom met by chance."""
    return is_calendar(number) or digits_of(number) > 1


def _beside(
    shares: Mapping[Unit, float], known: Sequence[Passage], index: PageIndex
) -> Iterable[_Candidate]:
    """What stands elsewhere on the page beside the words that stand beside a number."""
    units = {passage.unit for passage in known}
    for unit in heapq.nsmallest(_MOST_BESIDE, shares, key=lambda one: (-shares[one], one.start)):
        if shares[unit] >= _LEAST_BESIDE and unit not in units:
            yield from _candidates(Passage(unit, shares[unit]), index)


def _with_own_numbers(
    matches: Sequence[Match],
    years: tuple[Quantity, ...],
    nearness: _Nearness,
    pools: Sequence[Sequence[_Candidate]],
) -> Iterable[Match]:
    """A number of the source that bears out one of the claim's speaks against no other of them."""
    taken = {_place(match) for match in matches if match.relation is Relation.AGREES}
    for match, pool in zip(matches, pools, strict=True):
        if match.relation is Relation.DIFFERS and _place(match) in taken:
            free = [candidate for candidate in pool if _key(candidate) not in taken]
            yield _match_number(match.claimed, years, nearness, free)
        else:
            yield match


def _without_outbid(
    matches: Sequence[Match],
    years: tuple[Quantity, ...],
    nearness: _Nearness,
    pools: Sequence[Sequence[_Candidate]],
) -> Iterable[Match]:
    """Equal numbers that belong to something else in their sentence bear nothing out.

    Either another number of the sentence, that no number of the claim accounts for, stands much
    nearer to the claim's words; or two numbers of the claim stand the other way round there.
    """
    taken = {_place(match) for match in matches if match.relation is Relation.AGREES}
    swapped = {
        one.claimed.start
        for one in matches
        for other in matches
        if one is not other and _is_swapped(one, other, nearness)
    }
    for match, pool in zip(matches, pools, strict=True):
        rivals = [one for one in pool if _key(one) not in taken]
        another = _of_other_part(match, matches, rivals, pool, nearness)
        if (
            another
            or match.claimed.start in swapped
            or any(_outbids(rival, match, years, nearness) for rival in rivals)
        ):
            free = [one for one in pool if _key(one) != _place(match)]
            instead = _match_number(match.claimed, years, nearness, free)
            is_swapped = match.claimed.start in swapped and instead.passage == match.passage
            is_other = another is not None and _place(instead) == _key(another)
            yield replace(instead, is_sure=instead.is_sure or is_swapped or is_other)
        else:
            yield match


def _derived(
    match: Match,
    claim: Claim,
    pool: Sequence[_Candidate],
    nearness: _Nearness,
    index: PageIndex,
) -> Match:
    """A number that no sentence gives, if it follows from two that one gives, or two of them."""
    if match.relation is Relation.AGREES or is_calendar(match.claimed):
        return match
    most = max((one.passage.coverage for one in pool), default=0.0)
    places = {
        one.passage.unit: one
        for one in pool
        if one.passage.unit.row is None
        and (one.share >= _DERIVING_SHARE or one.passage.coverage == most)
    }
    likely = sorted(places.values(), key=lambda one: (-one.share, one.passage.unit.start))
    likely = likely[:_MOST_DERIVING]
    nearest = []
    for place in likely:
        here = [one for one in pool if one.passage.unit == place.passage.unit]
        measured = [one for one in here if one.quantity.kind is not Kind.YEAR]
        measured.sort(key=lambda one: -nearness(match.claimed, one))
        given = [one.quantity for one in here]
        beside = measured[0].quantity if measured else None
        if found := derive(match.claimed, claim.plain, claim.language, given, beside):
            return _follows(match, found, place)
        nearest += [one for one in measured if _may_make(match.claimed, one.quantity)][:1]
    # Of several sentences only the number of each that stands nearest to the claim's words.
    given = [one.quantity for one in nearest]
    if found := derive(match.claimed, claim.plain, claim.language, given):
        return _follows(match, found, nearest[0])
    for first, last in _of_two_years(match.claimed, claim, pool):
        given = [first.quantity, last.quantity]
        if found := derive(match.claimed, claim.plain, claim.language, given):
            return _follows(match, found, last)
    # But for a number of so many digits that no two make it by chance.
    if likely and digits_of(match.claimed) > 1 and match.claimed.kind is not Kind.PERCENT:
        units = [place.passage.unit for place in likely]
        units += [one for one in index.beside(units[0]) if one.row is None and one not in units]
        given = [
            one
            for unit in units
            for one in index.quantities_in(unit)
            if _may_make(match.claimed, one)
        ]
        if found := derive(match.claimed, claim.plain, claim.language, given):
            return _follows(match, found, likely[0])
    return match


def _of_two_years(
    claimed: Quantity, claim: Claim, pool: Sequence[_Candidate]
) -> Iterable[tuple[_Candidate, _Candidate]]:
    """Pairs of numbers that are said of the two years of a claim: "400 more than in 2023"."""
    years = {one.low for one in claim.quantities if one.kind is Kind.YEAR and one.low == one.high}
    if len(years) != _PAIR:
        return ()
    sides = [
        [
            one
            for one in pool
            if one.share >= _LEAST_OF_YEAR
            and _may_make(claimed, one.quantity)
            and any(year == told.low == told.high for told in one.years)
        ]
        for year in sorted(years)
    ]
    return product(*sides)


def _follows(match: Match, found: Quantity, place: _Candidate) -> Match:
    return Match(match.claimed, found, Relation.AGREES, place.passage, place.text, place.share)


def _may_make(claimed: Quantity, part: Quantity) -> bool:
    """Whether a number may be a part of one that is reckoned: a share is of counts or sums."""
    if claimed.kind is Kind.PERCENT:
        return part.kind in _COUNTED | {Kind.MONEY, Kind.PHYSICAL, Kind.PERCENT}
    if claimed.kind is Kind.MULTIPLE:
        return part.kind in {Kind.COUNT, Kind.MONEY, Kind.PHYSICAL, Kind.PERCENT, Kind.DURATION}
    return (part.kind, part.unit) == (claimed.kind, claimed.unit) or (
        part.kind is claimed.kind is Kind.COUNT
    )


def _key(candidate: _Candidate) -> tuple[int, int, str]:
    return candidate.passage.unit.start, candidate.quantity.start, candidate.text


def _outbids(
    rival: _Candidate, match: Match, years: Sequence[Quantity], nearness: _Nearness
) -> bool:
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
        or not _is_alike(match.found, rival.quantity)
        or _is_of_other_year(years, rival.years)
    ):
        return False
    is_here = rival.text == match.context and match.passage.unit.row is None
    # How many times as large another count of the same is tells nothing then.
    is_here = is_here and (
        match.claimed.kind is Kind.COUNT or not _is_far(match.claimed, rival.quantity)
    )
    if is_here and nearness.is_of_other(match.claimed, match.found, rival.quantity, rival.text):
        return True
    if is_here and nearness.is_of_other(match.claimed, rival.quantity, match.found, rival.text):
        return False
    if _is_far(match.claimed, rival.quantity):
        return False
    near = nearness(match.claimed, rival)
    if rival.passage.unit != match.passage.unit:
        is_fuller = rival.passage.coverage >= match.passage.coverage + _FULLER_BY_WORDS
        if is_fuller and digits_of(match.claimed) <= 1 and match.claimed.kind in SHARES:
            return rival.share >= match.share - _BY_AS_MUCH  # halves and quarters are everywhere
        is_much_fuller = rival.passage.coverage >= match.passage.coverage + _MUCH_FULLER_BY_WORDS
        # A sentence with another number of the claim is fuller for that number's sake.
        fuller = _FULLER_BY_WORDS if is_much_fuller and not rival.company else _FULLER
        return rival.share >= match.share + fuller and near >= match.nearness
    if nearness.is_across:
        near /= _OUTBIDS  # a dictionary tells less surely what stands beside a number
    return rival.text == match.context and near > _OUTBIDS * match.nearness + _BY_AS_MUCH


def _of_other_part(
    match: Match,
    matches: Sequence[Match],
    rivals: Sequence[_Candidate],
    pool: Sequence[_Candidate],
    nearness: _Nearness,
) -> _Candidate | None:
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
    alike = [one.quantity for one in here if measure_of(one.quantity) == measure_of(found)]
    told = nearness.named_apart(match.context, alike, found)
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
        given = [one.quantity for one in here]
        told = nearness.with_company_apart(match.context, alike, found, beside, given)
    return next((one for one in rivals if one.text == match.context and one.quantity == told), None)


def _is_alike(found: Quantity, rival: Quantity) -> bool:
    """Whether two numbers of a page measure the same and are written alike."""
    if {found.kind, rival.kind} <= SHARES:
        return True
    return (
        rival.kind is found.kind
        and rival.unit == found.unit
        and rival.text.isalpha() == found.text.isalpha()
    )


def _is_swapped(one: Match, other: Match, nearness: _Nearness) -> bool:
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
        and nearness.is_swapped(one, other)
    )


def _place(match: Match) -> tuple[int, int, str] | None:
    if match.found is None or match.passage is None or is_calendar(match.claimed):
        return None
    return match.passage.unit.start, match.found.start, match.context


def _candidates(passage: Passage, index: PageIndex) -> Iterable[_Candidate]:
    unit, page = passage.unit, index.page
    if unit.row is None:
        quantities = index.quantities_in(unit)
        years = [quantity for quantity in quantities if quantity.kind is Kind.YEAR]
        told = relative_years(unit.text, years, index.year_told_of, index.page.published[:4])
        years += told
        several = len({year.low for year in years}) > 1
        for quantity in (*quantities, *told):
            own = [
                year for year in years if not _is_compared(quantity, year, quantities, unit.text)
            ]
            near = _year_of(quantity, own, unit.text, page.language) if several else own
            compared = () if own else tuple(years)
            parts = _whole_and_part(quantity, page.language)
            for one in (quantity, *parts):
                yield _Candidate(
                    one,
                    passage,
                    tuple(near),
                    unit.text,
                    compared,
                    is_parted=one is quantity and bool(parts),
                )
        return
    key = unit.text[: unit.row.cells[0].end - unit.start]
    key_years = _years_in(key, page.language)
    for cell in unit.row.cells:
        text = page.text[cell.start : min(cell.end, unit.end)]
        heading = f"{cell.header} {unit.row.caption}"
        cell_years = _years_in(cell.header, page.language) or key_years
        for quantity in _cell_quantities(text, heading, page.language):
            yield _Candidate(quantity, passage, cell_years, f"{text} {cell.header} {key} {heading}")
        for year in cell_years:
            yield _Candidate(year, passage, (), text)


def _whole_and_part(share: Quantity, language: str) -> list[Quantity]:
    """The two counts of "126條路線，其中38條": what follows is said of the part alone."""
    place = share.text.find("其中")
    if share.kind is not Kind.RATIO or place < 0:
        return []
    found = []
    for start, text in ((0, share.text[:place]), (place, share.text[place:])):
        found += [
            replace(one, start=share.start + start + one.start, end=share.start + start + one.end)
            for one in find_quantities(text, language)
            if one.kind is Kind.COUNT
        ]
    return found


def _cell_quantities(text: str, heading: str, language: str) -> Iterable[Quantity]:
    """A cell's numbers; the unit may stand in the column's header or the caption ("share, %")."""
    quantities = find_quantities(text, language)
    if not quantities or any(quantity.kind is not Kind.COUNT for quantity in quantities):
        return quantities
    for unit in _UNIT_IN_HEADING.findall(heading):
        measured = find_quantities(f"{text}{unit}" if unit in "%％" else f"{text} {unit}", language)
        if measured and measured[0].kind is not Kind.COUNT:
            return measured
    return quantities


def _years_in(text: str, language: str) -> tuple[Quantity, ...]:
    return tuple(
        quantity for quantity in find_quantities(text, language) if quantity.kind is Kind.YEAR
    )


def _is_compared(
    quantity: Quantity, year: Quantity, numbers: Sequence[Quantity], text: str
) -> bool:
    """Whether a year is of another number than the one before it.

    Of what that is compared with, "6.2 million, up from 5.4 in 2022", or of a clause of its own,
    "37 in all, and in 2022 only 15".
    """
    if is_calendar(quantity):
        return False
    if _REFERENCE.search(text, 0, year.start) and not (
        year.end <= quantity.start and _OF_YEAR.fullmatch(text, year.end, quantity.start)
    ):
        return True
    before_year = max(year.start, quantity.end)
    others = [one for one in numbers if one.start >= quantity.end and not is_calendar(one)]
    if marker := _COMPARED.search(text, quantity.end, before_year):
        return any(marker.end() <= other.start for other in others)
    return _NEXT_CLAUSE.search(text, quantity.end, before_year) is not None and any(
        year.end <= other.start and not _CLAUSE_END.search(text, year.end, other.start)
        for other in others
    )


def _year_of(
    quantity: Quantity, years: Sequence[Quantity], text: str, language: str
) -> list[Quantity]:
    """The year among several that a number of the sentence belongs to: the nearest.

    A year after the number is as near as one before it, but for Chinese and Japanese, whose
    years come first; one in another clause is far.
    """
    is_han = is_han_written(language)

    def distance(year: Quantity) -> float:
        first, last = sorted((year, quantity), key=lambda one: one.start)
        between = text[first.end : last.start]
        far = len(between) + _CLAUSE * len(_CLAUSE_END.findall(between))
        return far + (_CLAUSE if is_han and year.start > quantity.start else 0)

    return [min(years, key=distance)] if years else []


def _match_when(
    quantity: Quantity,
    nearness: _Nearness,
    pool: Sequence[_Candidate],
    index: PageIndex,
    *,
    is_when: bool,
) -> Match:
    """A year or date against those that stand where the passages speak of the claim's matter."""
    best: tuple[float, Match] | None = None
    most = max((one.passage.coverage for one in pool), default=0.0)
    for candidate in pool:
        relation = compare(quantity, candidate.quantity)
        if relation is None and _is_day_of_page(quantity, candidate, index):
            relation = Relation.AGREES
        if relation is None:
            continue
        near = nearness(quantity, candidate)
        is_told_by_another = not any(map(str.isdigit, candidate.quantity.text))
        # A dictionary tells less surely what stands beside a year.
        is_best = nearness.is_across and candidate.passage.coverage == most
        is_beside = _is_beside(candidate, near) or is_told_by_another or is_best
        if relation is Relation.AGREES and not is_beside:
            continue  # the year of something else
        worth = candidate.share + _NEARNESS * near
        if relation is Relation.AGREES:
            worth += _AGREEMENT * digits_of(quantity) + is_told_by_another
        elif same_month_of_another_year(quantity, candidate.quantity):
            worth += _SAME_MONTH
        match = Match(
            quantity,
            candidate.quantity,
            relation,
            candidate.passage,
            candidate.text,
            candidate.share,
            near,
        )
        if best is None or worth > best[0]:
            best = (worth, match)
    if best and best[1].relation is Relation.AGREES:
        return best[1]
    if not _speaks_of_year(quantity, index, is_when=is_when):
        return best[1] if best else Match(quantity, None, Relation.MISSING, None)
    is_other = best is not None and _tells_own_time(best[1], pool)
    relation = Relation.MISSING if is_other else Relation.AGREES
    return Match(quantity, None, relation, None)


def _tells_own_time(match: Match, pool: Sequence[_Candidate]) -> bool:
    """Whether the fullest passage says by itself when it was, whatever year its page is of.

    A page of 2024 says in it what was before and what will be; a year after "up from" is of
    what is compared.
    """
    if match.passage is None or match.found is None or _NOW.search(match.context):
        return False
    most = max(one.passage.coverage for one in pool)
    return (
        match.passage.coverage == most
        and match.nearness >= _OWN_TIME
        and not _COMPARED.search(match.context, 0, match.found.start)
    )


def _is_beside(candidate: _Candidate, near: float) -> bool:
    """Whether a year stands by the words that the claim's stands by; a cell's always does."""
    if candidate.passage.unit.row is not None or candidate.passage.coverage >= _WHOLE:
        return True
    is_slight = candidate.share < _SLIGHT_SHARE and near < _SLIGHT_NEARNESS
    return near >= _LEAST_NEARNESS and not is_slight


def _is_day_of_page(claimed: Quantity, candidate: _Candidate, index: PageIndex) -> bool:
    """Whether a date without a year is the claim's, the page or what stands before of that year."""
    if not tells_no_year(candidate.quantity) or not same_day(claimed, candidate.quantity):
        return False
    year = str(int(claimed.low // 10000))
    return index.year == year or year in index.around(candidate.passage.unit)


def _speaks_of_year(quantity: Quantity, index: PageIndex, *, is_when: bool) -> bool:
    """Whether the page as a whole is of the claim's year: by its title, or by its date as well."""
    if quantity.kind is not Kind.YEAR or quantity.low != quantity.high:
        return False
    year = str(int(quantity.low))
    return year in index.page.title or (is_when and index.year == year)


def _side_in(sides: Mapping[frozenset[str], int], forms: frozenset[str]) -> int:
    """On which side of a text a word stands; 0 where on neither or on both."""
    found = {side for others, side in sides.items() if not forms.isdisjoint(others)}
    return found.pop() if len(found) == 1 else 0


class _Nearness:
    """How near the same words stand to numbers of a claim and of its passages.

    Each text is cut into words once, however many numbers of it are compared.
    """

    def __init__(self, claim: Claim, index: PageIndex) -> None:
        self.claim_language = claim.language
        self.page_language = index.page.language
        self.is_across = claim.language[:2] != index.page.language[:2]
        self.plain = claim.plain
        self._claim = Surroundings(claim.plain, claim.language, index.page.language)
        self._names = self._claim.capitalised() or [
            name.forms for name in find_names(claim.plain, claim.language)
        ]
        self._rarity = index.rarity_for(claim.language)
        self._common = index.lower_case
        self.title = index.page.title.strip()
        self._year = index.year_told_of if index.year_told_of in index.page.title else ""
        self._passages: dict[str, Surroundings] = {}

    def is_of_page_year(self, years: Sequence[Quantity]) -> bool:
        """Whether one of some years is that of the page, by its title."""
        return bool(self._year) and any(one.low == one.high == int(self._year) for one in years)

    def words_beside(self, claimed: Quantity) -> list[tuple[frozenset[str], float]]:
        """The words of the claim, weighed by how near they stand to a number of it."""
        return self._claim.bound_to(claimed, self._rarity)

    def is_swapped(self, one: Match, other: Match) -> bool:
        """Whether what the claim says of either of two numbers is said of the other there."""
        if one.found is None or other.found is None:
            return False
        passage = self._passages[one.context]
        if self._crosses_nouns(one, other):
            return True
        our_way = self._claim.leads(one.claimed, other.claimed)
        their_way = passage.leads(one.found, other.found)
        if our_way is not None and their_way is not None:
            return our_way is not their_way
        ours = self._claim.sides(one.claimed, other.claimed)
        theirs = passage.sides(one.found, other.found)
        crossed = {side for forms, side in ours.items() if _side_in(theirs, forms) == -side}
        return crossed == {1, -1}

    def _crosses_nouns(self, one: Match, other: Match) -> bool:
        """Whether a claim counts "19 firms in 64 countries" and the source the other way round."""
        if not (one.found and other.found and one.claimed.kind is other.claimed.kind is Kind.COUNT):
            return False
        vocabulary = vocabulary_for(self.claim_language, self.page_language)
        ours = [
            forms_of(q.unit, self.claim_language, vocabulary) for q in (one.claimed, other.claimed)
        ]
        theirs = [
            forms_of(q.unit, self.page_language, vocabulary) for q in (one.found, other.found)
        ]
        crossed = not ours[0].isdisjoint(theirs[1]) and not ours[1].isdisjoint(theirs[0])
        return crossed and ours[0].isdisjoint(theirs[0]) and ours[1].isdisjoint(theirs[1])

    def is_of_other(self, claimed: Quantity, own: Quantity, rival: Quantity, text: str) -> bool:
        """Whether none of the words bound to a claim's number is on the side of one of a text.

        And one of them is on the side of another.
        """
        passage = self._passages[text]
        sides = passage.sides(own, rival)
        shared = {
            _side_in(sides, forms)
            for place, forms in self._claim.words
            if self._claim.bond(place, claimed) >= _BOUND
        }
        # Of two that did the same, the names tell which is meant.
        # A name before both may be the subject of both; one before the later is of that alone.
        telling = {1, -1} if rival.start > own.start else {1}
        if any(sides.get(forms) in telling for forms in passage.capitalised()):
            named = {_side_in(sides, forms) for forms in self._names} - {0}
            shared = named or shared
        return bool(sides) and 1 not in shared and -1 in shared

    def named_apart(
        self, text: str, numbers: Sequence[Quantity], found: Quantity
    ) -> Quantity | None:
        """The number of a sentence whose part alone has names of the claim.

        None if that is the part of `found`, or if this one names nobody.
        """
        vocabulary = vocabulary_for(self.claim_language, self.page_language)
        told = []
        is_named = False
        for part in parts_of(text, numbers, self.page_language, vocabulary, self._common):
            if any(not forms.isdisjoint(part.names) for _, forms in self._claim.words):
                told.append(part)
            elif found in part.quantities:
                is_named = bool(part.names)
        return (
            told[0].quantities[0]
            if is_named and len(told) == 1 == len(told[0].quantities)
            else None
        )

    def with_company_apart(
        self,
        text: str,
        numbers: Sequence[Quantity],
        found: Quantity,
        beside: Sequence[Match],
        given: Sequence[Quantity],
    ) -> Quantity | None:
        """The number of the part with another number of the claim, of which `found`'s has a rival."""
        vocabulary = vocabulary_for(self.claim_language, self.page_language)
        parts = parts_of(text, numbers, self.page_language, vocabulary)
        own = part_with(parts, found)
        for other in beside:
            if other.relation is not Relation.AGREES or other.found is None or own is None:
                continue
            theirs = part_with(parts, other.found)
            is_rivalled = any(
                own.start <= one.start < own.end
                and one is not found
                and compare(other.claimed, one) is Relation.DIFFERS
                for one in given
            )
            if theirs not in {None, own} and is_rivalled and theirs and len(theirs.quantities) == 1:
                return theirs.quantities[0]
        return None

    def is_other_end(self, claimed: Quantity, candidate: _Candidate) -> bool:
        """Whether a claim has as the end of a change what was its beginning, or the reverse."""
        if candidate.passage.unit.row is not None:
            return False
        ours = end_of_change(self.plain, claimed)
        theirs = end_of_change(candidate.text, candidate.quantity)
        return bool(ours and theirs) and ours != theirs

    def __call__(self, claimed: Quantity, candidate: _Candidate) -> float:
        passage = self._passages.get(candidate.text)
        if passage is None:
            passage = Surroundings(candidate.text, self.page_language, self.claim_language)
            self._passages[candidate.text] = passage
        return agreement(self._claim, claimed, passage, candidate.quantity, self._rarity)


def _rows_of_others(
    claim: Claim, index: PageIndex
) -> tuple[frozenset[Unit], frozenset[Unit], frozenset[Unit]]:
    """The rows of others, those that a claim names, and those of tables that it names no row of.

    Rows of others have fewer of the claim's words in their keys than another row of the table.
    It names a row when all words of the key's first cell are among its own.
    """
    vocabulary = vocabulary_for(claim.language, index.page.language)
    rarity = index.rarity_for(claim.language)
    terms = [
        (term, rarity(term.forms)) for term in terms_of(claim.plain, claim.language, vocabulary)
    ]
    found: set[Unit] = set()
    named: set[Unit] = set()
    nameless: set[Unit] = set()
    ours = frozenset().union(*(term.forms for term, _ in terms))
    for rows in index.tables:
        weights = [
            sum(weight for term, weight in terms if not forms.isdisjoint(term.forms))
            for forms in (forms_of(key, index.page.language, vocabulary) for _, key in rows)
        ]
        most = max(weights)
        if not most and len(rows) > 1:
            nameless.update(unit for unit, _ in rows)
        found.update(unit for (unit, _), weight in zip(rows, weights, strict=True) if weight < most)
        named.update(
            unit
            for (unit, key), weight in zip(rows, weights, strict=True)
            if weight == most and weights.count(most) == 1 and _is_named(key, claim, index, ours)
        )
    return frozenset(found), frozenset(named), frozenset(nameless)


def _is_named(key: str, claim: Claim, index: PageIndex, ours: frozenset[str]) -> bool:
    """Whether a claim with the forms `ours` has all words of a row's key."""
    vocabulary = vocabulary_for(claim.language, index.page.language)
    first = terms_of(key.partition(" | ")[0], index.page.language, vocabulary)
    return bool(first) and all(not ours.isdisjoint(term.forms) for term in first)


def _match_number(
    quantity: Quantity,
    years: tuple[Quantity, ...],
    nearness: _Nearness,
    candidates: Sequence[_Candidate],
) -> Match:
    years = _bound(years, quantity, nearness.plain)
    best: tuple[float, Match] | None = None
    most = max((one.passage.coverage for one in candidates), default=0.0)
    agreeing: list[_Candidate] = []
    for candidate in candidates:
        relation = compare(quantity, candidate.quantity)
        if relation is None or is_calendar(candidate.quantity):
            continue
        if quantity.kind is Kind.COUNT and candidate.is_parted:
            continue
        is_same_noun = _is_same_noun(
            quantity, candidate.quantity, nearness.claim_language, nearness.page_language
        )
        is_equal = relation is Relation.AGREES
        if is_equal and nearness.is_other_end(quantity, candidate):
            continue
        is_else = is_same_noun is False or candidate.text == nearness.title
        if not is_equal and (is_else or _is_unlike(quantity, candidate, nearness)):
            continue
        near = nearness(quantity, candidate)
        worth = candidate.share + _NEARNESS * near
        worth += {True: _SAME_NOUN, False: _OTHER_NOUN, None: 0.0}[is_same_noun]
        is_of_year = bool(years and candidate.years)
        is_sure = candidate.is_named and is_of_year and relation is Relation.DIFFERS
        if relation is Relation.DIFFERS and _is_slip_of_magnitude(quantity, candidate.quantity):
            is_sure, worth = True, worth + _SLIP
        if candidate.is_named:
            worth += _NAMED_ROW
        is_of_compared = any(year.low == one.low for year in years for one in candidate.compared)
        if _is_of_other_year(years, candidate.years) or is_of_compared:
            is_sure = False
            relation, worth = Relation.DIFFERS, worth + _OTHER_YEAR
        elif is_of_year or (is_equal and not candidate.years and nearness.is_of_page_year(years)):
            worth += _SAME_YEAR
        if relation is Relation.AGREES:
            # Two numbers of many digits are seldom the same by chance.
            worth += _AGREEMENT * min(digits_of(quantity), 3) + _COMPANY * candidate.company
            if nearness.is_across:
                # What stands beside a number is told less surely there.
                worth += _IN_BEST * (candidate.passage.coverage >= most)
                worth += _ACROSS * (digits_of(quantity) > 1)
        match = Match(
            quantity,
            candidate.quantity,
            relation,
            candidate.passage,
            candidate.text,
            candidate.share,
            near,
            is_sure,
        )
        if best is None or worth > best[0]:
            best = (worth, match)
        if relation is Relation.AGREES:
            agreeing.append(candidate)
    if best is None:
        return Match(quantity, None, Relation.MISSING, None)
    return _settled(best[1], agreeing, nearness)


def _settled(match: Match, agreeing: Sequence[_Candidate], nearness: _Nearness) -> Match:
    """A match that differs, beside the numbers that agree: disputed by one, or giving way to it."""
    if match.relation is not Relation.DIFFERS or match.found is None:
        return match
    for one in agreeing:
        # "A holds 60% and B the other 40%": what is said of B beside the verb of A.
        if (
            one.text == match.context
            and one.passage.unit.row is None
            and nearness.is_of_other(match.claimed, match.found, one.quantity, one.text)
        ):
            return _agreeing(match.claimed, one, nearness)
    disputing = [one for one in agreeing if _disputes(one, match, nearness)]
    # What a dictionary says of the words beside two numbers tells less than that one is the same.
    elsewhere = [
        one for one in disputing if one.text != match.context and one.passage.unit.row is None
    ]
    if nearness.is_across and elsewhere and not match.is_sure:
        best = max(elsewhere, key=lambda one: one.share + nearness(match.claimed, one))
        return _agreeing(match.claimed, best, nearness)
    return replace(match, is_disputed=bool(disputing))


def _agreeing(claimed: Quantity, one: _Candidate, nearness: _Nearness) -> Match:
    near = nearness(claimed, one)
    return Match(claimed, one.quantity, Relation.AGREES, one.passage, one.text, one.share, near)


def _disputes(candidate: _Candidate, match: Match, nearness: _Nearness) -> bool:
    """Whether a number that agrees stands in a passage nearly as full of the claim's words.

    One of the same sentence that is said of something else there disputes nothing.
    """
    if match.passage is None or match.found is None:
        return False
    if not candidate.passage.coverage >= _DISPUTED * match.passage.coverage > 0:
        return False
    if candidate.text != match.context or candidate.passage.unit.row is not None:
        return True
    languages = nearness.claim_language, nearness.page_language
    is_ours = _is_same_noun(match.claimed, match.found, *languages)
    is_theirs = _is_same_noun(match.claimed, candidate.quantity, *languages)
    if is_ours and is_theirs is False:
        return False
    return not nearness.is_of_other(match.claimed, candidate.quantity, match.found, match.context)


def _is_unlike(quantity: Quantity, candidate: _Candidate, nearness: _Nearness) -> bool:
    """Whether another number is too unlike to be the one that the claim should have given."""
    return (
        candidate.is_of_nobody
        or _is_far(quantity, candidate.quantity)
        or _counts_another_thing(quantity, candidate, nearness)
    )


def _is_of_other_year(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    return bool(ours and theirs) and not any(
        compare(one, other) is Relation.AGREES for one in ours for other in theirs
    )


def _is_far(claimed: Quantity, found: Quantity) -> bool:
    """Whether two values are too far apart to be said of the same thing."""
    low, high = sorted((_size(claimed), _size(found)))
    return 0 < low * _FAR < high and not _has_same_digits(low, high)


def _is_slip_of_magnitude(claimed: Quantity, found: Quantity) -> bool:
    """Whether two values have the same digits, and so many that it is hardly by chance."""
    return (
        digits_of(claimed) >= _TELLING_DIGITS
        and claimed.value * found.value > 0
        and claimed.kind is not Kind.PERCENT
        and _has_same_digits(_size(claimed), _size(found))
    )


def _size(quantity: Quantity) -> float:
    return abs(quantity.value) / (quantity.denominator or 1) * (100 if quantity.denominator else 1)


def _has_same_digits(one: float, other: float) -> bool:
    return math.isclose(math.log10(other / one) % 1, 0, abs_tol=1e-6)


def _counts_another_thing(claimed: Quantity, candidate: _Candidate, nearness: _Nearness) -> bool:
    """Whether a claim counts what the sentence does not so much as name."""
    if (
        claimed.kind is not Kind.COUNT
        or not claimed.unit
        or is_han_written(nearness.claim_language)
        or nearness.is_across
    ):
        return False
    ours = forms_of(claimed.unit, nearness.claim_language, Vocabulary.STEMS)
    there = forms_of(candidate.text, nearness.page_language, Vocabulary.STEMS)
    return bool(ours) and _PEOPLE.isdisjoint(ours) and ours.isdisjoint(there)


def _is_same_noun(
    claimed: Quantity, found: Quantity, claim_language: str, page_language: str
) -> bool | None:
    """Whether two counts are said to count the same; None where one of them does not say."""
    if claimed.kind not in _COUNTED or not claimed.unit or not found.unit:
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
