"""A year or date of a claim against those that stand where its passages speak of its matter."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.bonds import AGREEMENT, NEARNESS, Bonds
from claims.candidates import Candidate, is_first_since
from claims.matches import Match
from claims.polarity import clause_around
from claims.quantities.compare import compare, digits_of, is_calendar
from claims.quantities.dates import years_written
from claims.quantities.times import (
    is_very_time,
    month_named,
    same_day,
    same_month_of_another_year,
    tells_no_year,
    year_named,
)
from claims.values import Kind, Quantity, Relation
from claims.years_told import COMPARED, is_only_compared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.passages import PageIndex, Passage

# Of a date that differs, that it is the same month of another year.
_SAME_MONTH = 0.3
# A passage that has so much of the claim tells its years wherever they stand in it.
_WHOLE = 0.95
# Of the words beside a year, what must stand beside it in the source for it to be the same year's.
_LEAST_NEARNESS = 0.05
_SLIGHT_SHARE = 0.4
_COMPANY = 2
_SLIGHT_NEARNESS = 0.1
# Of the words beside a claim's year, what must stand beside another for that to be its time.
_OWN_TIME = 0.15
_COORDINATION = re.compile(r"\s*(?:,|and|&|、|和|與|与|及)\s*(?:in\s+)?")
_SAID_WHEN = re.compile(r"\b(?:in|on|by|since|until)\s+$|[\u4e00-\u9fff，、]$", re.IGNORECASE)
_NOW = re.compile(r"\b(?:this year|now|currently|today)\b|今年|本年|目前|現在|现在", re.IGNORECASE)


def match_when(
    quantity: Quantity,
    bonds: Bonds,
    pool: Sequence[Candidate],
    passages: Sequence[Passage],
    index: PageIndex,
    *,
    is_when: bool,
) -> Match:
    """A year or date against those that stand where the passages speak of the claim's matter.

    `pool` are the numbers and times of `passages`.
    """
    best: tuple[float, Match] | None = None
    most = max((one.passage.coverage for one in pool), default=0.0)
    for candidate in pool:
        relation = _compared(quantity, candidate, pool, bonds, index)
        if relation is None:
            continue
        near = max(bonds(quantity, one) for one in (candidate, *_coordinated(candidate, pool)))
        is_told_by_another = (
            not any(map(str.isdigit, candidate.quantity.text))
            and compare(quantity, candidate.quantity) is Relation.AGREES
        )
        # A dictionary tells less surely what stands beside a year.
        is_best = candidate.passage.coverage == most and (
            bonds.is_across or _is_only_time(candidate, pool)
        )
        # A sentence with other numbers of the claim tells of it.
        is_exact = bonds.is_across or candidate.quantity.kind is Kind.DATE
        is_best = is_best or candidate.company >= (1 if is_exact else _COMPANY)
        is_beside = _is_beside(candidate, near) or is_told_by_another or is_best
        is_beside = is_beside or is_very_time(quantity, candidate.quantity) or candidate.is_asked
        if relation is Relation.AGREES and not is_beside:
            continue  # the year of something else
        worth = candidate.share + NEARNESS * near
        if relation is Relation.AGREES:
            worth += AGREEMENT * digits_of(quantity) + is_told_by_another
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
    is_told = best is not None and best[1].relation is Relation.AGREES
    if not is_told and (told := _month_of_passage(quantity, passages, index)):
        return told
    if best and best[1].relation is Relation.DIFFERS and _is_month(quantity):
        month = month_named(quantity, best[1].context)
        return replace(best[1], found=month, relation=Relation.AGREES) if month else best[1]
    if best and best[1].relation is Relation.AGREES:
        return _told_apart(best[1], pool, bonds)
    if not _speaks_of_year(quantity, index, is_when=is_when):
        return best[1] if best else Match(quantity, None, Relation.MISSING, None)
    is_other = best is not None and _tells_own_time(best[1], pool)
    relation = Relation.MISSING if is_other else Relation.AGREES
    return Match(quantity, None, relation, None)


def _compared(
    quantity: Quantity,
    candidate: Candidate,
    pool: Sequence[Candidate],
    bonds: Bonds,
    index: PageIndex,
) -> Relation | None:
    """Whether a time of a passage is that of a claim, or another; None where it tells neither."""
    if is_first_since(candidate.text, candidate.quantity) and not is_first_since(
        bonds.plain, quantity
    ):
        return None
    relation = compare(quantity, candidate.quantity)
    if (
        relation is not None
        and is_only_compared(candidate.quantity, (), candidate.text)
        and not is_only_compared(quantity, (), bonds.plain)
    ):
        # Only then is it asked whether the sentence gives a number of it.
        numbers = [one.quantity for one in pool if one.text == candidate.text]
        if is_only_compared(candidate.quantity, numbers, candidate.text):
            is_next = _is_year_after(quantity, candidate.quantity, index)
            return Relation.AGREES if is_next else None
    if relation is None and _is_day_of_page(quantity, candidate, index):
        return Relation.AGREES
    return relation


def _told_apart(match: Match, pool: Sequence[Candidate], bonds: Bonds) -> Match:
    """A time that agrees, or that of the part of its sentence which the claim names.

    "Egypt was certified in October, Cabo Verde in January": Egypt was not in January.
    """
    if match.found is None or match.passage is None or match.passage.unit.row is not None:
        return match
    # "For the Baku 2015 and the Rio 2016 Games" tells two names, and nothing of either.
    if not _SAID_WHEN.search(match.context, 0, match.found.start):
        return match
    alike = [
        one.quantity
        for one in pool
        if one.text == match.context
        and one.quantity.kind is match.found.kind
        and any(map(str.isdigit, one.quantity.text))
    ]
    told = bonds.named_apart(match.context, alike, match.found)
    if told is None or compare(match.claimed, told) is not Relation.DIFFERS:
        return match
    # "In 1907, before the college at Corra admitted women" is not of Corra.
    if not bonds.names_before(match.claimed, clause_around(match.context, told.start, told.end)):
        return match
    return replace(match, found=told, relation=Relation.DIFFERS, is_sure=True)


def _is_year_after(claimed: Quantity, compared: Quantity, index: PageIndex) -> bool:
    """Whether what is "36% more than in 2023" may be said of 2024, as far as the page tells."""
    if not claimed.kind is compared.kind is Kind.YEAR or claimed.low != compared.high + 1:
        return False
    return index.year in {"", *(str(int(claimed.low) + more) for more in (0, 1))}


def _is_month(quantity: Quantity) -> bool:
    """Whether a time is a month of a year, and no day of it."""
    return quantity.kind is Kind.DATE and quantity.low < quantity.high


def _month_of_passage(
    quantity: Quantity, passages: Sequence[Passage], index: PageIndex
) -> Match | None:
    """A month of a year that the fullest passage names alone, the year standing before it.

    "In August of 1865 ... By December she had finished."
    """
    if not (passages and _is_month(quantity)):
        return None
    fullest = max(passages, key=lambda one: one.coverage)
    unit = fullest.unit
    if unit.row is not None or any(map(year_named, index.quantities_in(unit))):
        return None
    before = [one for one in index.beside(unit) if one.start < unit.start]
    years = [
        year for one in before for time in index.quantities_in(one) if (year := year_named(time))
    ]
    month = month_named(quantity, unit.text, years[-1:])
    return Match(quantity, month, Relation.AGREES, fullest, unit.text) if month else None


def _tells_own_time(match: Match, pool: Sequence[Candidate]) -> bool:
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
        and not COMPARED.search(match.context, 0, match.found.start)
    )


def _is_beside(candidate: Candidate, near: float) -> bool:
    """Whether a year stands by the words that the claim's stands by; a cell's always does."""
    if candidate.passage.unit.row is not None or candidate.passage.coverage >= _WHOLE:
        return True
    is_slight = candidate.share < _SLIGHT_SHARE and near < _SLIGHT_NEARNESS
    return near >= _LEAST_NEARNESS and not is_slight


def _coordinated(candidate: Candidate, pool: Sequence[Candidate]) -> list[Candidate]:
    """The years that stand beside one as in "the 2016 and 2011 censuses", said of the same."""

    def is_next(one: Candidate) -> bool:
        first, last = sorted((one.quantity, candidate.quantity), key=lambda each: each.start)
        return _COORDINATION.fullmatch(candidate.text, first.end, last.start) is not None

    return [
        one
        for one in pool
        if one.text == candidate.text
        and one.quantity.kind is candidate.quantity.kind
        and one.quantity.start != candidate.quantity.start
        and is_next(one)
    ]


def _is_only_time(candidate: Candidate, pool: Sequence[Candidate]) -> bool:
    """Whether a sentence tells of no other time than that of a candidate."""
    return all(
        compare(one.quantity, candidate.quantity) is Relation.AGREES
        for one in pool
        if one.text == candidate.text and is_calendar(one.quantity)
    )


def _is_day_of_page(claimed: Quantity, candidate: Candidate, index: PageIndex) -> bool:
    """Whether a date without a year is the claim's, the page or what stands before of that year."""
    if not tells_no_year(candidate.quantity) or not same_day(claimed, candidate.quantity):
        return False
    year = str(int(claimed.low // 10000))
    around = years_written(index.around(candidate.passage.unit), index.page.language)
    return index.year == year or year in around


def _speaks_of_year(quantity: Quantity, index: PageIndex, *, is_when: bool) -> bool:
    """Whether the page as a whole is of the claim's year: by its title, or by its date as well."""
    if quantity.kind is not Kind.YEAR or quantity.low != quantity.high:
        return False
    year = str(int(quantity.low))
    return year in index.years_of_title or (is_when and index.year == year)
