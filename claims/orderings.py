"""Claims that put one thing before another, "A has more of it than B", beside what a page gives.

A page seldom says so in these words: it gives a number of each. Which number is whose is told by
the words that stand by it and by no other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.candidates import candidates_of
from claims.languages import is_han_written, simplified
from claims.lexicon.terms import forms_of, terms_of, vocabulary_for
from claims.parallels import groups_of, measure_of, parts_of
from claims.passages import Passage, with_headers
from claims.quantities import find_quantities
from claims.values import Kind, Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.candidates import Candidate
    from claims.lexicon.terms import Vocabulary
    from claims.parallels import Part
    from claims.passages import PageIndex, Unit
    from claims.values import Cell, Claim, Quantity

    Forms = frozenset[str]

_MORE = (
    r"more|greater|higher|larger|bigger|longer|older|faster|stronger|heavier|wider|taller|deeper"
    r"|richer|costlier|dearer"
)
_LESS = (
    r"fewer|less|lower|smaller|shorter|younger|slower|weaker|lighter|narrower|shallower|poorer"
    r"|cheaper"
)
# What things are compared with that are no things: bounds, times, hopes.
_NO_THING = (
    r"(?!\s*(?:[A-Z]{0,3}[\d$€£¥]|(?:halved|doubled|tripled|made up|offset|a|one|two|three|four|five|six|seven|eight|nine|ten|half|twice|double|any"
    r"|ever|before|expected|planned|forecast|previously|usual|all|last|previous"
    r"|the (?:previous|year|rest|same|average|forecast|others?))\b|in (?:19|20)\d\d))"
)
_THAN = re.compile(
    rf"\b(?:(?P<more>{_MORE})|(?P<less>{_LESS}))\b(?P<what>[^,.;:]{{0,80}}?)\bthan\b{_NO_THING}"
    r"(?P<second>[^,.;:]+)"
    r"|\b(?:(?P<ahead>exceed(?:s|ed)?|surpass(?:es|ed)?|outnumber(?:s|ed)?|outpac(?:es|ed)|outs(?:ells?"
    r"|old)|(?:is|was|are|were|stands|stood) (?:ahead of|above))"
    r"|(?P<behind>trail(?:s|ed)|lag(?:s|ged) behind|(?:is|was|are|were) (?:behind|below)))\b"
    rf"{_NO_THING}(?P<after>[^,.;:]+)",
    re.IGNORECASE,
)
_HAN_NO_THING = (
    r"(?![约近逾\d零一二三四五六七八九十百千万亿半两去前上预原整往]|同期|平均|其他|其余|所有)"
)
_HAN_THAN = re.compile(
    rf"(?:(?P<more>高[于过]|多[于过]|大[于过]|长于|快于|超[过越]|胜过|优于|领先于)"
    rf"|(?P<less>低于|少于|小于|短于|慢于|不及|不如|落后于?)){_HAN_NO_THING}(?P<second>[^，。；：]+)"
    rf"|(?<!对)[比较](?!亚迪|利时|特币|赛|较|例|重|率|如|的|为|大){_HAN_NO_THING}(?P<after>[^，。；：比较]{{1,20}}?)[还更来]?(?:得)?"
    r"(?:(?P<ahead>[高多大长快重强])|(?P<behind>[低少小短慢轻弱]))(?![于过学型家部])"
)
_THAN_THEN = re.compile(
    rf"\b(?:(?P<more>{_MORE})|(?P<less>{_LESS}))\b[^.;:]{{0,80}}?\bthan\s+(?:(?:it|they|he|she)\s+)?"
    r"(?:(?:did|does|do|was|were|had)\s+)?(?:in|during|a|the)\s+(?:the\s+)?"
    r"(?P<when>(?:19|20)\d\d|year\s+(?:earlier|before|ago)|(?:previous|prior|preceding)\s+year)",
    re.IGNORECASE,
)
_HAN_THAN_THEN = re.compile(
    r"[比较](?P<when>(?:19|20)\d\d年|前一?年|上一?年|去年)[^，。；\d]{0,10}?"
    r"(?:(?P<more>[多高长贵]|增加|增长|成长|上升|延长)|(?P<less>[少低短]|减少|下降|下跌|缩短|便宜))"
    r"(?![^，。；]*[\d一二三四五六七八九十百千万亿成半倍])"
)
KINDS = frozenset(
    {Kind.COUNT, Kind.MONEY, Kind.PHYSICAL, Kind.PERCENT, Kind.DURATION, Kind.MULTIPLE}
)


# Of the words that the fullest sentence has, what another needs to be heard as well.
_NEARLY = 0.6


@dataclass(frozen=True, slots=True)
class Ordering:
    """That a text puts the first of two things before the second (1), or behind it (-1).

    `first` and `second` are the words, each in all its forms, that speak of one of them alone.
    """

    first: tuple[Forms, ...]
    second: tuple[Forms, ...]
    direction: int


@dataclass(frozen=True, slots=True)
class Ordered:
    """What a page gives for the two things that a claim orders, and whether it bears that out."""

    relation: Relation
    passage: Passage
    first: Quantity
    second: Quantity


def find_ordering(text: str, language: str, page_language: str) -> Ordering | None:
    """The two things that a claim puts one before the other, if it does so without a number."""
    is_han = is_han_written(language)
    plain = simplified(text) if is_han else text
    than = (_HAN_THAN if is_han else _THAN).search(plain)
    if than is None:
        return None
    vocabulary = vocabulary_for(language, page_language)
    group = "second" if than["second"] else "after"
    before = [term.forms for term in terms_of(text[: than.start()], language, vocabulary)]
    after = [
        term.forms
        for term in terms_of(text[than.start(group) : than.end(group)], language, vocabulary)
    ]
    first = _apart(before, after)
    second = _apart(after, before)
    if not (first and second):
        return None
    return Ordering(first, second, 1 if than["more"] or than["ahead"] else -1)


def find_ordered(claim: Claim, index: PageIndex) -> Ordered | None:
    """What a sentence, or two rows of a table, give for both of what a claim orders."""
    ordering = find_ordering(claim.plain, claim.language, index.page.language)
    if ordering is None:
        return None
    vocabulary = vocabulary_for(claim.language, index.page.language)
    told = [
        one
        for passage in _with_both(ordering, claim, index, vocabulary)
        if (found := _in_sentence(ordering, passage.unit, index, vocabulary))
        and (one := _ordered(ordering, passage, *found))
    ]
    # Of two things the page may compare this and that.
    told = [one for one in told if one.passage.coverage >= _NEARLY * told[0].passage.coverage]
    if told:
        return told[0] if len({one.relation for one in told}) == 1 else None
    if rows := _in_rows(ordering, claim, index, vocabulary):
        unit, first, second = rows
        return _ordered(ordering, Passage(unit, 1.0), first, second)
    return None


def find_ordered_in_time(
    claim: Claim, passages: Sequence[Passage], index: PageIndex
) -> Ordered | None:
    """What a sentence gives for both years of a claim that puts one before the other.

    "Patients waited longer than in 2023", where 31 weeks are given, "against 26 in 2023".
    """
    is_han = is_han_written(claim.language)
    plain = simplified(claim.plain) if is_han else claim.plain
    than = (_HAN_THAN_THEN if is_han else _THAN_THEN).search(plain)
    if than is None or not index.year_told_of:
        return None
    own = [one for one in claim.quantities if one.kind is Kind.YEAR and one.end <= than.start()]
    year = own[-1].low if own else float(index.year_told_of)
    told = re.search(r"\d{4}", than["when"])
    earlier = float(told.group()) if told else year - 1
    for passage in passages:
        if passage.unit.row is not None:
            continue
        numbers = [one for one in candidates_of(passage, index) if one.quantity.kind in KINDS]
        now = [one for one in numbers if _is_of(one, year, index)]
        then = [one for one in numbers if _is_of(one, earlier, index)]
        pairs = [
            (first.quantity, second.quantity)
            for first in now
            for second in then
            if measure_of(first.quantity) == measure_of(second.quantity)
        ]
        if len(pairs) == 1:
            direction = 1 if than["more"] else -1
            return _ordered(Ordering((), (), direction), passage, *pairs[0])
    return None


def _is_of(number: Candidate, year: float, index: PageIndex) -> bool:
    """Whether a number is said of a year, or of none where the page is of that year."""
    if number.years:
        return any(one.low == one.high == year for one in number.years)
    return str(int(year)) == index.year_told_of


def _with_both(
    ordering: Ordering, claim: Claim, index: PageIndex, vocabulary: Vocabulary
) -> list[Passage]:
    """The sentences that speak of both things, with the share of the claim's words they have."""
    rarity = index.rarity_for(claim.language)
    terms = terms_of(claim.plain, claim.language, vocabulary)
    shares = index.shares([(term.forms, rarity(term.forms)) for term in terms], claim.language)
    both = [
        Passage(unit, share)
        for unit, share in shares.items()
        if unit.row is None
        and index.has_any(unit, ordering.first, claim.language)
        and index.has_any(unit, ordering.second, claim.language)
    ]
    return sorted(both, key=lambda one: (-one.coverage, one.unit.start))


def _ordered(
    ordering: Ordering, passage: Passage, first: Quantity, second: Quantity
) -> Ordered | None:
    apart = (first.value - second.value) * ordering.direction
    if not apart:
        return None
    relation = Relation.AGREES if apart > 0 else Relation.DIFFERS
    return Ordered(relation, passage, first, second)


def _apart(ours: Sequence[Forms], others: Sequence[Forms]) -> tuple[Forms, ...]:
    """The words of one that are none of the other, numbers left out."""
    known = frozenset().union(*others)
    return tuple(
        forms
        for forms in ours
        if forms.isdisjoint(known) and not all(form[0].isdigit() for form in forms)
    )


def _in_sentence(
    ordering: Ordering, unit: Unit, index: PageIndex, vocabulary: Vocabulary
) -> tuple[Quantity, Quantity] | None:
    """The numbers of the first and of the second, where a sentence gives one of each."""
    language = index.page.language
    given = [one for one in index.quantities_in(unit) if one.kind in KINDS]
    for alike in groups_of(given):
        parts = parts_of(unit.text, alike, language, vocabulary, index.lower_case)
        second = _where(ordering.second, parts)
        others = [part for part in parts if part is not second]
        first = _where(ordering.first, others) if second else None
        if first and second and len(first.quantities) == len(second.quantities) == 1:
            return first.quantities[0], second.quantities[0]
    return None


def _where(words: Sequence[Forms], parts: Sequence[Part]) -> Part | None:
    """The part that names what some words are of, or else has most of them."""
    named = _only(words, [part.names for part in parts])
    fullest = _only(words, [part.own for part in parts]) if named is None else named
    return None if fullest is None else parts[fullest]


def _in_rows(
    ordering: Ordering, claim: Claim, index: PageIndex, vocabulary: Vocabulary
) -> tuple[Unit, Quantity, Quantity] | None:
    """The same in one column of two rows of a table: that of the claim's year, or the last."""
    years = {str(int(one.low)) for one in claim.quantities if one.kind is Kind.YEAR}
    for rows in rows_by_likeness(claim, index, vocabulary):
        keys = [forms_of(key, index.page.language, vocabulary) for _, key in rows]
        first, second = _only(ordering.first, keys), _only(ordering.second, keys)
        if first is None or second is None or first == second:
            continue
        cells = [cells_of(unit, index) for unit in (rows[first][0], rows[second][0])]
        shared = [column for column in cells[0] if column in cells[1]]
        named = [column for column in shared if any(year in column[0] for year in years)]
        if column := (named or shared)[-1:]:
            return rows[first][0], cells[0][column[0]], cells[1][column[0]]
    return None


def rows_by_likeness(
    claim: Claim, index: PageIndex, vocabulary: Vocabulary
) -> list[tuple[tuple[Unit, str], ...]]:
    """The tables of a page, the one first that has most words of a claim above it."""
    ours = frozenset().union(*(t.forms for t in terms_of(claim.plain, claim.language, vocabulary)))

    def likeness(rows: Sequence[tuple[Unit, str]]) -> int:
        above = f"{with_headers(rows[0][0])} {index.lead_in(rows[0][0])}"
        return len(ours & forms_of(above, index.page.language, vocabulary))

    return sorted(index.tables, key=likeness, reverse=True)


def cells_of(unit: Unit, index: PageIndex) -> dict[tuple[str, int], Quantity]:
    """The numbers of a row by its columns: each its header and its number from the left."""
    cells = unit.row.cells if unit.row else ()
    return {
        (cell.header, number): found[0]
        for number, cell in enumerate(cells)
        if (found := _measured(index, cell))
    }


def _measured(index: PageIndex, cell: Cell) -> list[Quantity]:
    text = index.page.text[cell.start : cell.end]
    return [one for one in find_quantities(text, index.page.language) if one.kind in KINDS]


def _only(words: Sequence[Forms], held: Sequence[Forms]) -> int | None:
    """Which one of several has most of some words, if one does."""
    counts = [sum(not forms.isdisjoint(there) for forms in words) for there in held]
    most = max(counts, default=0)
    return counts.index(most) if most and counts.count(most) == 1 else None
