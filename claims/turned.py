"""What a claim turns round that is else written word for word as its source is.

"Sheep are not painted white to prevent sunburn" has all words of a sentence that says they are, and
"women earn more than men" those of one that says it of men. Elsewhere a negation, or an opposite,
may be said of something else; where all the rest is the same it is not.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from claims.lexicon.contrasts import exclude_each_other
from claims.lexicon.stems import stems
from claims.other_numbers import LISTED, WORD_FOR_WORD
from claims.polarity import AFFIRMED, Opposition, find_opposition, has_negation, stands_instead
from claims.wordings import how_made, single_gaps, wording_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.grounds import Grounds
    from claims.passages import Passage
    from claims.wordings import Wording

# How many words what differs may have, and how many behind it tell "not only" from "not".
_LONGEST = 2
_BEHIND = 2
# What stands where another text denies, and says nothing of its own.
_AFFIRMING = frozenset(
    ("", *"always already also still now ever 已 已经 曾 曾经 都 均 也 仍".split())
)
_ASKS = re.compile("[?？]")
# Who may not do it must not, though one who may need not.
_FORBIDDING = {"may", "must"}
# Up to how many words are swapped, and what parts two that may stand in any order.
_LONGEST_SWAPPED = 6
_PARTS = LISTED | frozenset(",、，")
_SIDE_BY_SIDE = _PARTS | frozenset(
    "met meets with between versus vs v the a an der die das le la les el los both either neither"
    " nor as well".split()
)
_IN_ORDER = frozenset("followed ahead behind then before after than over".split())


def find_swapped_words(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The sentence that has two of a claim's words, else the same, in each other's place.

    Not where they stand beside each other, or in a list.
    """
    ours = wording_of(grounds.claim.plain, with_commas=True)
    for passage, theirs in _wordings(grounds, with_commas=True):
        if found := _swapped(ours, theirs, grounds.claim.language):
            instead = stands_instead(*found)
            return passage, replace(instead, reason=f"{instead.reason}, and the reverse")
    return None


def find_turned_word(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The sentence that a claim has with a negation more or less, or with an opposite word."""
    language = grounds.claim.language
    ours = wording_of(grounds.claim.plain)
    for passage, theirs in _wordings(grounds):
        gaps = [
            (_Gap(ours, j1, j2), _Gap(theirs, i1, i2))
            for tag, i1, i2, j1, j2 in how_made(ours.words, theirs.words, WORD_FOR_WORD)
            if tag != "equal"
        ]
        for gap in gaps:
            others = [one for one in gaps if one is not gap]
            if found := _turned(*gap, others, language):
                return passage, found
        # A part of the sentence may be all that the claim has.
        for i1, i2, j1, j2 in single_gaps(ours.words, theirs.words, _LONGEST):
            if found := _turned(_Gap(ours, j1, j2), _Gap(theirs, i1, i2), [], language):
                return passage, found
    return None


def _wordings(grounds: Grounds, *, with_commas: bool = False) -> Iterator[tuple[Passage, Wording]]:
    """The sentences that a claim rests on, word by word; none across languages."""
    if grounds.claim.language[:2] == grounds.index.page.language[:2]:
        for unit, passage in grounds.passages.items():
            # "Is it solid? No." denies behind what it denies.
            if unit.row is None and not _ASKS.search(unit.text):
                yield passage, wording_of(unit.text, with_commas=with_commas)


def _swapped(ours: Wording, theirs: Wording, language: str) -> tuple[str, str] | None:
    """The words at the first of two places that two texts have the other way round."""
    mine, yours = ours.words, theirs.words
    if len(mine) != len(yours) or mine == yours or Counter(mine) != Counter(yours):
        return None
    unlike = [one != other for one, other in zip(mine, yours, strict=True)]
    first, last = unlike.index(True), len(unlike) - unlike[::-1].index(True)
    sizes = range(1, _LONGEST_SWAPPED + 1)
    for size, other in product(sizes, sizes):
        head, between, tail = first + size, mine[first + size : last - other], last - other
        as_theirs = (*mine[tail:last], *between, *mine[first:head])
        if yours[first:last] == as_theirs and not _is_side_by_side(between):
            told = ours.written(first, head), ours.written(tail, last)
            return told if all(any(stems(one, language)) for one in told) else None
    return None


def _is_side_by_side(between: Sequence[str]) -> bool:
    """Whether what stands between two words sets them side by side: a list, "met", "and the"."""
    is_list = bool(between) and between[0] in _PARTS and between[-1] in _PARTS
    return _SIDE_BY_SIDE.issuperset(between) or (is_list and _IN_ORDER.isdisjoint(between))


@dataclass(frozen=True, slots=True)
class _Gap:
    """Some words of a text that another has otherwise, `[start, end)`."""

    wording: Wording
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    @property
    def words(self) -> str:
        return self.wording.joined(self.start, self.end)

    @property
    def written(self) -> str:
        return self.wording.written(self.start, self.end)

    @property
    def is_denied(self) -> bool:
        """Whether "not" follows."""
        return self.wording.joined(self.end, self.end + 1) == "not"

    def is_negated(self, language: str) -> bool:
        """Whether it negates what stands behind it: "not", and not "not only"."""
        behind = self.wording.joined(self.end, self.end + _BEHIND)
        whole = self.wording.joined(self.start, self.end + _BEHIND)
        return len(self) > 0 and has_negation(whole, language) > has_negation(behind, language)


def _turned(
    mine: _Gap, yours: _Gap, others: Sequence[tuple[_Gap, _Gap]], language: str
) -> Opposition | None:
    """How what differs in one place turns a sentence round, if nothing that differs turns it back.

    "Was refused" says what "was not granted" says.
    """
    if max(len(mine), len(yours)) > _LONGEST:
        return None
    denies, is_denied = mine.is_negated(language), yours.is_negated(language)
    if denies != is_denied:
        is_else_same = not any(one.words and other.words for one, other in others)
        if not is_else_same or (yours if denies else mine).words not in _AFFIRMING:
            return None
        reason = f"the {'claim' if denies else 'source'} negates it"
        return Opposition(mine.written or AFFIRMED, yours.written or AFFIRMED, reason)
    is_turned_back = any(
        one.is_negated(language) != other.is_negated(language) for one, other in others
    )
    if not (mine.words and yours.words) or denies or is_turned_back:
        return None
    if {mine.words, yours.words} == _FORBIDDING and mine.is_denied and yours.is_denied:
        return None
    if exclude_each_other(mine.words, yours.words, language):
        return stands_instead(mine.written, yours.written)
    return find_opposition(mine.written, language, yours.written, language, with_negation=False)
