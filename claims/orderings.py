"""Claims that put one thing before another, "A has more of it than B", beside what a page gives.

A page seldom says so in these words: it gives a number of each. Which number is whose is told by
the words that stand by it and by no other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.candidates import candidates_of
from claims.columns import (
    cells_of,
    column_for,
    column_told,
    forms_of_claim,
    measured_in,
    rows_by_likeness,
)
from claims.languages import is_han_written, simplified
from claims.lexicon.terms import count_held, forms_of, terms_of, vocabulary_for
from claims.parallels import groups_of, measure_of, parts_of
from claims.passages import Passage
from claims.polarity import clause_around
from claims.quantities.dates import years_written
from claims.table_rows import rows_named, rows_of_years
from claims.values import Kind, Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.candidates import Candidate
    from claims.lexicon.terms import Vocabulary
    from claims.parallels import Part
    from claims.passages import PageIndex, Unit
    from claims.values import Claim, Quantity

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
    r"(?!\s*(?:[A-Z]{0,3}[\d$€£¥]|(?:halved|doubled|tripled|made up|offset|a|one|two|three"
    r"|four|five|six|seven|eight|nine|ten|half|twice|double|any"
    r"|ever|before|anywhere|anyone|anything|elsewhere|expected|planned|forecast|previously|usual|all|last|previous"
    r"|the (?:previous|year|rest|same|average|forecast|others?))\b"
    r"|in (?:(?:19|20)\d\d|the (?:previous|prior|preceding|same|corresponding|first|second|third"
    r"|fourth|last)\b)))"
)
_TIMES = r"(?:[\d.]+|two|three|four|five|six|seven|eight|nine|ten)(?:\s+and\s+a\s+half)?"
_MUCH = r"(?:many|much|large|big|high|long|old|fast|heavy|tall|wide|deep|expensive|costly)"
_THAN = re.compile(
    rf"\b(?:(?P<more>{_MORE})|(?P<less>{_LESS}))\b(?P<what>[^,.;:]{{0,80}}?)\bthan\b{_NO_THING}"
    r"(?P<second>[^,.;:]+)"
    r"|\b(?:(?P<ahead>exceed(?:s|ed)?|surpass(?:es|ed)?|outnumber(?:s|ed)?|outpac(?:es|ed)|outs(?:ells?"
    r"|old)|overt(?:ook|akes?|aken)|outperform(?:s|ed)?|outstrip(?:s|ped)?|leapfrog(?:s|ged)?"
    r"|eclips(?:es|ed)|(?:pull|mov|edg)(?:es?|s|ed)\s+ahead\s+of"
    r"|(?:is|was|are|were|stands|stood) (?:ahead of|above)"
    rf"|(?:twice|{_TIMES} times)\s+as\s+{_MUCH}\b[^,.;:]{{0,40}}?\bas)"
    r"|(?P<behind>(?:is|was|are|were|been)\s+(?:overtaken|surpassed|outsold|outnumbered|outperformed"
    r"|eclipsed|exceeded)\s+by|trail(?:s|ed)|lag(?:s|ged) behind"
    r"|(?:is|was|are|were) (?:behind|below)"
    rf"|half\s+as\s+{_MUCH}\b[^,.;:]{{0,40}}?\bas))\b"
    rf"{_NO_THING}(?P<after>[^,.;:]+)",
    re.IGNORECASE,
)
_HAN_NO_THING = (
    r"(?![约近逾\d零一二三四五六七八九十百千万亿半两去前上预原整往]|同期|平均|其他|其余|所有)"
)
_HAN_THAN = re.compile(
    rf"(?:(?P<more>高[于过]|多[于过]|大[于过]|长于|快于|超[过越]|胜过|领先于)"
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
_HAN_YEAR = r"(?:19|20)\d\d年|1[0-3]\d年|前一?年|上一?年|去年"
_HAN_THAN_THEN = re.compile(
    rf"[比较](?P<when>{_HAN_YEAR})[^，。；\d]{{0,10}}?"
    r"(?:(?P<more>[多高长贵]|增加|增长|成长|上升|延长)|(?P<less>[少低短]|减少|下降|下跌|缩短|便宜))"
    r"(?![^，。；]*[\d一二三四五六七八九十百千万亿成半倍])"
    rf"|(?:(?P<above>[高多大长快][于过]|超过)|(?P<below>低于|少于|小于|短于|不及|不如))(?P<then>{_HAN_YEAR})"
    r"(?![^，。；]*[\d一二三四五六七八九十百千万亿成半倍])"
)
_NONE = re.compile(r"\b(?:no|none|nobody|nowhere|neither|never)\b", re.IGNORECASE)
_BUT = re.compile(r"[,;，；]|\b(?:but|while|whereas|though|although)\b|但", re.IGNORECASE)
_PREPOSITION = re.compile(r"\s*(?P<word>for|in|among|of|at|on|to|with)\s", re.IGNORECASE)
# "More than the one that Transalp made": what stands for a thing is none.
_PRONOUNS = frozenset({"one", "other"})
_PAIR = 2
# Of the words that the fullest sentence has, what another needs to be heard as well.
_NEARLY = 0.75
# Of the words of a claim's clause, what a sentence on two years needs.
_OF_CLAUSE = 0.25
# How much of a claim a clause is that is all of it but its end.
_WHOLE_CLAIM = 0.8


@dataclass(frozen=True, slots=True)
class Ordering:
    """That a text puts the first of two things before the second (1), or behind it (-1).

    `first` and `second` are the words, each in all its forms, that speak of one of them alone;
    `measure` are those of what they are compared by, as in "lower blood pressure than"; `clause`
    is all that says so.
    """

    first: tuple[Forms, ...]
    second: tuple[Forms, ...]
    direction: int
    measure: tuple[Forms, ...] = ()
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Ordered:
    """What a page gives for the two things that a claim orders, and whether it bears that out."""

    relation: Relation
    passage: Passage
    said: str


def find_ordering(text: str, language: str, page_language: str) -> Ordering | None:
    """The two things that a claim puts one before the other, if it does so without a number."""
    is_han = is_han_written(language)
    plain = simplified(text) if is_han else text
    than = (_HAN_THAN if is_han else _THAN).search(plain)
    if than is None:
        return None
    vocabulary = vocabulary_for(language, page_language)
    group = "second" if than["second"] else "after"
    subject, other = text[: than.start()], text[than.start(group) : than.end(group)]
    if but := _BUT.search(simplified(other) if is_han else other):
        other = other[: but.start()] or other
    subject = re.split("[;；]", subject)[-1]
    if not is_han and _NONE.search(subject):
        return None  # "no service grew faster than housing": that ranks it
    if not is_han and (told := _told_of(than["what"] or "", other)):
        subject = told
    before = [term.forms for term in terms_of(subject, language, vocabulary)]
    after = [term.forms for term in terms_of(other, language, vocabulary)]
    first = _apart(before, after)
    second = _apart(after, before)
    if not (first and second):
        return None
    # Across languages the words of the measure are too often lacking.
    is_same = language[:2] == page_language[:2] and not is_han
    compared = terms_of(than["what"] or "" if is_same else "", language, vocabulary)
    measure = tuple(term.forms for term in compared if not term.is_number)
    begin = 0 if is_han else text.rfind(";", 0, than.start()) + 1
    but = _BUT.search(plain, than.start(group) + len(other))
    clause = text[begin : but.start() if but else len(text)]
    return Ordering(first, second, 1 if than["more"] or than["ahead"] else -1, measure, clause)


def _told_of(between: str, other: str) -> str:
    """Whom "higher for women than for men" is told of, where both have the same preposition."""
    preposition = _PREPOSITION.match(other)
    if preposition is None:
        return ""
    place = between.lower().rfind(f" {preposition['word'].lower()} ")
    return between[place:] if place >= 0 else ""


def find_ordered(claim: Claim, index: PageIndex) -> Ordered | None:
    """What a sentence, or two rows of a table, give for both of what a claim orders."""
    ordering = find_ordering(claim.plain, claim.language, index.page.language)
    if ordering is None:
        return None
    vocabulary = vocabulary_for(claim.language, index.page.language)
    told = [
        one
        for passage in _with_both(ordering, claim, index, vocabulary)
        if (one := _told_in(passage, ordering, claim, index, vocabulary))
    ]
    # Of two things the page may compare this and that.
    told = [one for one in told if one.passage.coverage >= _NEARLY * told[0].passage.coverage]
    if told:
        return told[0] if len({one.relation for one in told}) == 1 else None
    in_tables = [
        rows
        for find in (_in_rows, _in_columns)
        if (rows := find(ordering, claim, index, vocabulary))
    ]
    if in_tables:
        # The table that has the claim's year goes before another.
        unit, first, second = max(in_tables, key=lambda rows: _has_year(rows[0], claim, index))
        return ordered(ordering.direction, Passage(unit, 1.0), first, second)
    return None


def _told_in(
    passage: Passage,
    ordering: Ordering,
    claim: Claim,
    index: PageIndex,
    vocabulary: Vocabulary,
) -> Ordered | None:
    """What a sentence says of both things: which comes before the other, or a number of each."""
    theirs = find_ordering(passage.unit.text, index.page.language, claim.language)
    told = _told_in_words(passage, ordering, theirs) if theirs else None
    if told is None and (found := _in_sentence(ordering, passage.unit, index, vocabulary)):
        return ordered(ordering.direction, passage, *found)
    return told


def _told_in_words(passage: Passage, ordering: Ordering, theirs: Ordering) -> Ordered | None:
    """What a sentence says in words of which comes first, if it is of the same two things."""
    straight = _shared(ordering.first, theirs.first) and _shared(ordering.second, theirs.second)
    crossed = _shared(ordering.first, theirs.second) and _shared(ordering.second, theirs.first)
    if straight == crossed:
        return None
    is_same = (ordering.direction == theirs.direction) == (straight > crossed)
    relation = Relation.AGREES if is_same else Relation.DIFFERS
    return Ordered(relation, passage, f"“{passage.unit.text.strip()}”")


def _shared(ours: Sequence[Forms], theirs: Sequence[Forms]) -> int:
    """How many of some words are among some others."""
    known = frozenset().union(*theirs)
    return sum(not forms.isdisjoint(known) for forms in ours)


def find_ordered_in_time(
    claim: Claim, passages: Sequence[Passage], index: PageIndex
) -> Ordered | None:
    """What a sentence gives for both years of a claim that puts one before the other.

    "Patients waited longer than in 2023", where 31 weeks are given, "against 26 in 2023".
    """
    if (told := find_years_ordered(claim, index)) is None:
        return None
    year, earlier, direction, clause = told
    vocabulary = vocabulary_for(claim.language, index.page.language)
    ours = [one for one in terms_of(clause, claim.language, vocabulary) if not one.is_number]
    for passage in passages:
        if passage.unit.row is not None:
            continue
        held = count_held(ours, forms_of(passage.unit.text, index.page.language, vocabulary))
        if held < _OF_CLAUSE * len(ours):
            continue
        measured = measured_in(passage.unit, index)
        numbers = [one for one in candidates_of(passage, index) if one.quantity in measured]
        now = [one for one in numbers if _is_of(one, year, index)]
        then = [one for one in numbers if _is_of(one, earlier, index)]
        pairs = [
            (first.quantity, second.quantity)
            for first in now
            for second in then
            if measure_of(first.quantity) == measure_of(second.quantity)
        ]
        if len(pairs) == 1:
            return ordered(direction, passage, *pairs[0])
    return None


def find_years_ordered(claim: Claim, index: PageIndex) -> tuple[float, float, int, str] | None:
    """The two years of which a claim says that it was more (1) or less (-1) in the first.

    With the clause that says so; None where it gives a number for it.
    """
    is_han = is_han_written(claim.language)
    plain = simplified(claim.plain) if is_han else claim.plain
    than = (_HAN_THAN_THEN if is_han else _THAN_THEN).search(plain)
    if than is None or not index.year_told_of:
        return None
    if any(one.end <= than.start() <= one.end + 1 for one in claim.quantities):
        return None  # "3.1% less than in 2022": its number decides
    # "More in 2024 than in 2019", 2024年比2019年多
    before = than.start("when" if than["when"] else "then")
    own = [one for one in claim.quantities if one.kind is Kind.YEAR and one.end <= before]
    year = own[-1].low if own else float(index.year_told_of)
    told = years_written(than["when"] or than["then"], claim.language)
    earlier = float(told[0]) if told else year - 1
    is_more = than["more"] or than.groupdict().get("above")
    return year, earlier, 1 if is_more else -1, clause_around(plain, *than.span())


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
        for unit, share in ((index.unit_at(start), share) for start, share in shares.items())
        if unit.row is None
        and index.has_any(unit, ordering.first, claim.language)
        and index.has_any(unit, ordering.second, claim.language)
    ]
    return sorted(both, key=lambda one: (-one.coverage, one.unit.start))


def ordered(direction: int, passage: Passage, first: Quantity, second: Quantity) -> Ordered | None:
    """Whether the first of two numbers is more (1) or less (-1); None where they are equal."""
    apart = (first.value - second.value) * direction
    if not apart:
        return None
    relation = Relation.AGREES if apart > 0 else Relation.DIFFERS
    return Ordered(relation, passage, pair_of(first, second))


def pair_of(first: Quantity, second: Quantity) -> str:
    """How a reason names two numbers of a source."""
    return f"{first.text.strip()} and {second.text.strip()}"


def _apart(ours: Sequence[Forms], others: Sequence[Forms]) -> tuple[Forms, ...]:
    """The words of one that are none of the other, numbers left out."""
    known = frozenset().union(*others)
    return tuple(
        forms
        for forms in ours
        if forms.isdisjoint(known | _PRONOUNS) and not all(form[0].isdigit() for form in forms)
    )


def _in_sentence(
    ordering: Ordering, unit: Unit, index: PageIndex, vocabulary: Vocabulary
) -> tuple[Quantity, Quantity] | None:
    """The numbers of the first and of the second, where a sentence gives one of each."""
    language = index.page.language
    held = forms_of(f"{index.page.title} {unit.text}", language, vocabulary)
    if ordering.measure and all(forms.isdisjoint(held) for forms in ordering.measure):
        return None
    given = measured_in(unit, index)
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
    for rows in rows_by_likeness(claim, index, vocabulary):
        keys = [forms_of(key, index.page.language, vocabulary) for _, key in rows]
        first, second = _only(ordering.first, keys), _only(ordering.second, keys)
        if first is None or second is None or first == second:
            continue
        cells = [cells_of(unit, index) for unit in (rows[first][0], rows[second][0])]
        shared = [column for column in cells[0] if column in cells[1]]
        # Another clause may speak of another column.
        is_all = len(ordering.clause.strip()) >= _WHOLE_CLAIM * len(claim.plain.strip())
        if is_all:
            column = column_for(shared, claim, index, vocabulary)
        else:
            column = column_told(shared, ordering.clause, claim, index, vocabulary)
        if column:
            return rows[first][0], cells[0][column], cells[1][column]
    return None


def _has_year(row: Unit, claim: Claim, index: PageIndex) -> bool:
    """Whether a row, or what stands above it, has a year of a claim."""
    years = {str(int(one.low)) for one in claim.quantities if one.kind is Kind.YEAR}
    return not years.isdisjoint(years_written(index.in_table(row), index.page.language))


def _in_columns(
    ordering: Ordering, claim: Claim, index: PageIndex, vocabulary: Vocabulary
) -> tuple[Unit, Quantity, Quantity] | None:
    """The numbers of two columns in the one row that a claim is of: more abroad than at home."""
    words = forms_of_claim(claim, vocabulary)
    language = index.page.language
    for rows in rows_by_likeness(claim, index, vocabulary):
        named = rows_named(rows, words, index, vocabulary) or rows_of_years(rows, claim, index)
        if len(named) != 1:
            continue
        cells = cells_of(named[0], index)
        columns = list(cells)
        held = [forms_of(header, language, vocabulary) for header, _ in columns]
        first, second = _only(ordering.first, held), _only(ordering.second, held)
        if first is not None and second is not None and first != second:
            one, other = cells[columns[first]], cells[columns[second]]
            if measure_of(one) == measure_of(other):
                return named[0], one, other
    return None


def _only(words: Sequence[Forms], held: Sequence[Forms]) -> int | None:
    """Which one of several has most of some words, if one does."""
    counts = [sum(not forms.isdisjoint(there) for forms in words) for there in held]
    most = max(counts, default=0)
    return counts.index(most) if most and counts.count(most) == 1 else None
