"""Claims that one thing is first, second or last among others, beside the numbers of them all.

"Wind was the largest source at 21.3, followed by hydropower at 14.2" says of hydropower that it is
not the largest, whether or not it says so in words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.columns import KINDS, cells_of, column_for, measured_in, rows_by_likeness
from claims.languages import COMMA, is_han_written, simplified
from claims.lexicon.terms import Vocabulary, terms_of, vocabulary_for
from claims.orderings import Ordered, pair_of
from claims.parallels import groups_of, parts_of
from claims.passages import Passage
from claims.polarity import clause_around, direction_of, has_negation
from claims.quantities.compare import compare, digits_of
from claims.table_rows import TOTAL, rows_named
from claims.values import Kind, Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.parallels import Part
    from claims.passages import PageIndex, Retrieval, Unit
    from claims.values import Claim, Quantity

_RANK = re.compile(
    r"\b(?<!among )(?<!one of )(?:the|its|their|whose|[a-z]+['’]s)\s+"
    r"(?:world['’]s\s+|country['’]s\s+|single\s+)?"
    r"(?:(?P<nth>second|third|fourth|fifth)[\s-]+)?"
    r"(?:(?P<most>largest|biggest|highest|greatest|busiest|longest|main|leading"
    # "At the top of the page", "within the top five"
    r"|top(?!\s+(?:of|\d+|two|three|four|five|six|ten|twenty|end|half|floor)\b|\W*$)|most\s+(?:popular|important"
    r"|common|expensive|productive|visited))|(?P<least>lowest|smallest|fewest|least|shortest"
    r"|cheapest))\b(?!\s+(?:of|since|in|ever)\s+(?:the\s+)?(?:its|their|19|20))"
    r"|\bmore\s+(?:\w+\s+){0,3}than\s+any\s+other\b(?P<any>)"
    # Of what there is most, and no "most serious": of things in the plural, or in bulk.
    r"|(?<!among )(?<!one of )\bthe\s+most\s+(?:\w+s(?<!ous)|people|money|power|electricity|energy"
    r"|water|traffic|freight|rain|snow)\b"
    r"|\b(?:ranks?|ranked|came|comes|placed|finished|was|is)\s+(?:in\s+)?(?P<place>first|second|third"
    r"|fourth|fifth)\b(?!\s+(?:time|to|quarter|half|year))",
    re.IGNORECASE,
)
_HAN_RANK = re.compile(
    r"(?P<nth>第[二三四五])(?![季期批次个阶轮代天双只部章份年届线座家任版款条场间])大?|(?P<second>居次|次[高大多])"
    r"|(?P<most>最[大多高长快重强热]|最(?:常见|普遍|主要|热门)|居[首冠]|第一(?![季期批次个阶份年天步线手代任版家座台届轮时间批所条场辆列艘架部])|[之为]冠|首位)"
    r"|(?P<least>最[小少低短慢轻]|[垫墊]底|敬陪末座|倒数第一|排名最后)"
)
# 各有四項居首 says of how many, and 馬達的最大客戶 ranks customers and no motors.
_HAN_NOT_RANKED = re.compile(
    r"(?:\d|[一二两三四五六七八九十百])\s?[项个種种家类][^，。；是为]{0,4}$|(?:^|[，。；])[^，。；是为占居]+的$"
)
# "The highest since 2016" is first among years, and of one thing.
_IN_TIME = re.compile(
    r"\b(?:since|ever|on record|in (?:\w+ )?(?:years|decades|months)|record|of all time"
    r"|in (?:[\w'’]+ ){1,3}history)\b"
    r"|以来|历年|[年月]来|新[高低]|历史|近[一二三四五六七八九十\d]+[个個]?[年月]",
    re.IGNORECASE,
)
_PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_HAN_PLACES = {"第二": 2, "第三": 3, "第四": 4, "第五": 5}
# What a sentence says that gives several things in their order.
_IN_ORDER = re.compile(
    r"\b(?:followed by|ahead of|largest|biggest|highest|greatest|busiest|main|leading|first|second"
    r"|third|lowest|smallest|top|most)\b|其次|居[首冠次]|第[一二三]|最[大多高小少低]|依序|次之|其中|[领領]先|其[后後][是为為]|[垫墊]底",
    re.IGNORECASE,
)
_TOP = re.compile(
    r"\b(?:largest|biggest|highest|greatest|busiest|main|leading|first|top|most|lowest|smallest)\b"
    r"|居[首冠]|第一|最[大多高小少低]",
    re.IGNORECASE,
)
_TOLD_BEHIND = re.compile(r"[^,.;:]{1,50}?\s(?:is|was|are|were)\s(?!the\b)", re.IGNORECASE)
_HAN_TOLD_BEHIND = re.compile("[^，。；：]{1,20}?[是为]")
_SUBJECT_END = re.compile("[是为居占以]")
_OTHERS = re.compile(r"\b(?:others?|rest|remaining|remainder)\b|其[他它餘余]", re.IGNORECASE)
_LEAST_COVERED = 0.5
_FEWEST = 2
# 在各區中, 是全國: a clause of so few characters names nobody.
_FEW_CHARACTERS = 3


@dataclass(frozen=True, slots=True)
class Ranking:
    """That a claim puts one thing at a place, from 1, among others by more of it, or by less.

    `subjects` are what stands before it, "Hydropower" of "Hydropower was the largest source": in
    Chinese its clause first, then all.
    """

    place: int
    by_more: bool
    subjects: tuple[str, ...]


def find_ranking(text: str, language: str) -> Ranking | None:
    """The place that a claim gives a thing among others, if it gives one."""
    is_han = is_han_written(language)
    plain = simplified(text) if is_han else text
    found = (_HAN_RANK if is_han else _RANK).search(plain)
    if found is None or _IN_TIME.search(plain):
        return None
    if has_negation(clause_around(plain, *found.span()), language):
        return None
    given = found.groupdict()
    if is_han:
        place = _HAN_PLACES.get(given["nth"] or "", 2 if given["second"] else 1)
    else:
        place = _PLACES.get((given["nth"] or given["place"] or "first").lower(), 1)
    before = plain[: found.start()]
    if is_han and _HAN_NOT_RANKED.search(before):
        return None
    subject, own = text[: len(before)], ""
    if is_han:
        subject = text[: len(_SUBJECT_END.split(before)[0])]
        start = _last_clause(before)
        own = text[start : start + len(_SUBJECT_END.split(before[start:])[0])]
    told = (_HAN_TOLD_BEHIND if is_han else _TOLD_BEHIND).match(plain, found.end())
    if told and not subject.strip():
        # "The most common reason was cost"
        subject = re.split(r"[,;，；]|\swhere\s|\swhich\s", text[told.end() :], maxsplit=1)[0]
    return Ranking(place, not given["least"], (own, subject) if own else (subject,))


def _last_clause(text: str) -> int:
    """Where the last clause of a Chinese text begins that says whom it is of: 屏東縣6.4倍(最低)."""
    starts = [0, *(stop.end() for stop in re.finditer(rf"[，；;。]|{COMMA}", text))]
    return next((one for one in reversed(starts) if len(text) - one > _FEW_CHARACTERS), 0)


def find_ranked(claim: Claim, retrieval: Retrieval, index: PageIndex) -> Ordered | None:
    """What a sentence or a table gives for the thing that a claim ranks, and for another."""
    ranking = find_ranking(claim.plain, claim.language)
    is_moved = sum(one.kind is Kind.RANK for one in claim.quantities) > 1  # "from sixth to second"
    if ranking is None or is_moved:
        return None
    vocabulary = vocabulary_for(claim.language, index.page.language)
    best = max((one.coverage for one in retrieval.chosen), default=0.0)
    for passage in (*retrieval.chosen, *retrieval.others):
        if passage.coverage >= _LEAST_COVERED * best and passage.unit.row is None:
            is_in_order = _IN_ORDER.search(_plain(passage.unit.text, index))
            found = _in_sentence(ranking, claim, passage, index, vocabulary)
            # Who is second is told where the first is told too.
            is_whole = ranking.place == 1 or _TOP.search(_plain(passage.unit.text, index))
            if is_in_order and is_whole and found:
                return found
    return _in_table(ranking, claim, index, vocabulary)


def _plain(text: str, index: PageIndex) -> str:
    return simplified(text) if is_han_written(index.page.language) else text


def _in_sentence(
    ranking: Ranking, claim: Claim, passage: Passage, index: PageIndex, vocabulary: Vocabulary
) -> Ordered | None:
    """The place of the one thing of a sentence that the claim names."""
    given = measured_in(passage.unit, index)
    for alike in groups_of(given):
        parts = parts_of(
            passage.unit.text, alike, index.page.language, vocabulary, index.lower_case
        )
        single = [part for part in parts if len(part.quantities) == 1]
        own = _told(ranking, claim, single, vocabulary)
        if own and len(single) >= _FEWEST:
            return _placed(ranking, passage, own, single)
    return None


def _told(
    ranking: Ranking,
    claim: Claim,
    parts: Sequence[Part],
    vocabulary: Vocabulary,
) -> Part | None:
    """The one part that is of what a claim ranks."""
    for text in ranking.subjects:
        subject = _forms(text, claim, vocabulary)
        if vocabulary is Vocabulary.PAIRS:
            named = [part for part in parts if part.names and part.names <= subject]
            if named:
                return named[0] if len(named) == 1 else None
            continue
        for held in ([part.names for part in parts], [part.own for part in parts]):
            told = [n for n, there in enumerate(held) if not subject.isdisjoint(there)]
            if told:
                return parts[told[0]] if len(told) == 1 else None
    return None


def _forms(text: str, claim: Claim, vocabulary: Vocabulary) -> frozenset[str]:
    terms = terms_of(text, claim.language, vocabulary)
    return frozenset().union(*(term.forms for term in terms if not term.is_number))


def _placed(ranking: Ranking, passage: Passage, own: Part, parts: Sequence[Part]) -> Ordered | None:
    ordered = sorted(parts, key=lambda one: one.quantities[0].value, reverse=ranking.by_more)
    place = ordered.index(own) + 1
    if place == ranking.place:
        rival = next((one for one in ordered if one is not own), own)
        relation = Relation.AGREES
    else:
        rival, relation = ordered[min(ranking.place, len(ordered)) - 1], Relation.DIFFERS
        if rival is own:
            return None
    return Ordered(relation, passage, pair_of(own.quantities[0], rival.quantities[0]))


def _is_size_of(claimed: Quantity, cell: Quantity) -> bool:
    """Whether a number of a claim is that of a cell, be it told as a rise or a fall."""
    low, high = sorted((abs(cell.low), abs(cell.high)))
    size = replace(cell, low=low, high=high)
    return compare(claimed, size) is Relation.AGREES


def _in_table(
    ranking: Ranking, claim: Claim, index: PageIndex, vocabulary: Vocabulary
) -> Ordered | None:
    """The place of the one row that the claim names, in the column of its year or the last."""
    ours = _forms(claim.plain, claim, vocabulary)
    for rows in rows_by_likeness(claim, index, vocabulary):
        each = [
            (unit, key)
            for unit, key in rows
            if not (TOTAL.search(_plain(key, index)) or _OTHERS.search(key))
        ]
        named = rows_named(each, ours, index, vocabulary)
        if len(named) != 1 or len(each) < _FEWEST:
            continue
        cells = {unit.start: cells_of(unit, index) for unit, _ in each}
        own: Unit = named[0]
        # Of a few rows a number may be lacking: "n/a", "new".
        columns = [
            one
            for one in cells[own.start]
            if 2 * sum(one in held for held in cells.values()) > len(cells)
        ]
        given = [one for one in claim.quantities if one.kind in KINDS and digits_of(one) > 1]
        # The column that has the claim's own number, if it gives one.
        its_own = [
            column
            for column in columns
            if any(_is_size_of(one, cells[own.start][column]) for one in given)
        ]
        column = column_for(its_own or columns, claim, index, vocabulary)
        if column is None:
            continue
        values = [held[column] for held in cells.values() if column in held]
        if len(values) < max(ranking.place, _FEWEST):
            continue
        # Who fell most has the least of "-11.0", "-15.8" and "+41.1".
        falls = direction_of(claim.plain, claim.language)[0] < 0 and any(
            one.value < 0 for one in values
        )
        ordered = sorted(values, key=lambda one: one.value, reverse=ranking.by_more is not falls)
        mine = cells[own.start][column]
        if given and all(one.kind is not mine.kind for one in given):
            continue
        place = ordered.index(mine) + 1
        is_right = place == ranking.place
        rival = ordered[1 if place == 1 else 0] if is_right else ordered[ranking.place - 1]
        relation = Relation.AGREES if is_right else Relation.DIFFERS
        return Ordered(relation, Passage(own, 1.0), pair_of(mine, rival))
    return None
