"""What a claim turns round that is else written word for word as its source is.

"At 20 degrees for flavour and 6 for refreshment" has the same numbers beside nearly the same words
as "at 6 degrees for flavour and 20 for refreshment", and "are not painted" the same words as "are
painted, to prevent sunburn". Word for word, another number stands there, or nothing denies it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile
from typing import TYPE_CHECKING

from claims.languages import simplified
from claims.polarity import Opposition, find_opposition, has_negation
from claims.quantities.compare import compare
from claims.values import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.grounds import Grounds
    from claims.passages import Passage
    from claims.values import Quantity

_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+(?:['’-][^\W_\u3400-\u9fff]+)*")
# Of the words of a claim, and of its source's sentence, how many have to stand in the other in the
# same order.
_MOST = 0.8
# How many words what differs may have, and how many behind it tell "not only" from "not".
_LONGEST = 2
_BEHIND = 2
_NOT_WITHIN = re.compile(r"(?<=\bcan)not\b|n't\b")
_HAN = re.compile(r"[\u3400-\u9fff]")
# How many more words beside the claim's number have to stand beside the other.
_MORE_BESIDE = 2
# What parts the items of a list, whose order says nothing.
_LISTED = frozenset("and or und oder et ou y o 和 与 及 跟 或".split())

# What stands where another text denies, and says nothing of its own.
_AFFIRMING = frozenset(
    ("", *"always already also still now ever 已 已经 曾 曾经 都 均 也 仍".split())
)
_NOTHING = Opposition("", "", "")
# What is done, from where to where of their words, and of ours.
_Code = tuple[str, int, int, int, int]
# A word, or what kind of number stands there, with the number.
_Token = tuple[str, "Quantity | None"]


def find_other_number(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The sentence that has another number where a claim has one.

    The claim's stands elsewhere in it; or it is the only one that differs, and no sentence is more
    like the claim: "in 2023 it sold 7" and "in 2022 it sold 5" are of two years.
    """
    claim, index = grounds.claim, grounds.index
    if grounds.is_across or not claim.quantities:
        return None
    ours = _tokens(claim.plain, claim.quantities)
    written = [word for word, _ in ours]
    alone: list[tuple[int, Passage, Opposition]] = []
    for unit, passage in grounds.passages.items():
        theirs = _tokens(unit.text, index.quantities_in(unit)) if unit.row is None else []
        codes = _alike(written, [word for word, _ in theirs], _MOST)
        instead = [
            (opposition, is_there)
            for at in range(len(ours) if codes else 0)
            if (found := _instead(ours, at, theirs))
            for opposition, is_there in [found]
        ]
        swapped = [opposition for opposition, is_there in instead if is_there]
        if swapped:
            return passage, swapped[0]
        same = sum(j2 - j1 for tag, _, _, j1, j2 in codes if tag == "equal") - len(instead)
        alone += [(same, passage, opposition) for opposition, _ in instead[:1] if len(instead) == 1]
        if codes and not instead:
            alone.append((same, passage, _NOTHING))
    _, nearest, said = max(alone, key=lambda one: one[0], default=(0, None, _NOTHING))
    return None if nearest is None or said is _NOTHING else (nearest, said)


def find_turned_word(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The sentence that a claim has with a negation more or less, or with an opposite word."""
    claim, index = grounds.claim, grounds.index
    if grounds.is_across or claim.language[:2] != index.page.language[:2]:
        return None
    ours = _words_of(claim.plain)
    for unit, passage in grounds.passages.items():
        theirs = _words_of(unit.text) if unit.row is None else []
        gaps = [
            (_Gap(ours, j1, j2), _Gap(theirs, i1, i2))
            for tag, i1, i2, j1, j2 in _alike(ours, theirs, _MOST)
            if tag != "equal"
        ]
        for gap in gaps:
            others = [one for one in gaps if one is not gap]
            if found := _turned(*gap, others, claim.language):
                return passage, found
    return None


@dataclass(frozen=True, slots=True)
class _Gap:
    """Some words of a text that another has otherwise, `[start, end)`."""

    words: Sequence[str]
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    @property
    def text(self) -> str:
        return self._joined(self.end)

    def is_negated(self, language: str) -> bool:
        """Whether it negates what stands behind it: "not", and not "not only"."""
        return len(self) > 0 and has_negation(
            self._joined(self.end + _BEHIND), language
        ) > has_negation(self._joined(self.end + _BEHIND, self.end), language)

    def _joined(self, end: int, start: int | None = None) -> str:
        words = self.words[self.start if start is None else start : end]
        return "".join(words) if any(map(_HAN.match, words)) else " ".join(words)


def _turned(
    mine: _Gap, yours: _Gap, others: Sequence[tuple[_Gap, _Gap]], language: str
) -> Opposition | None:
    """How what differs in one place turns a sentence round, if nothing that differs turns it back.

    "Was refused" says what "was not granted" says.
    """
    if max(len(mine), len(yours)) > _LONGEST:
        return None
    denies, is_denied = mine.is_negated(language), yours.is_negated(language)
    affirming = yours.text if denies else mine.text
    if denies != is_denied and affirming in _AFFIRMING:
        if any(one.text and other.text for one, other in others):
            return None
        who = "claim" if denies else "source"
        affirmed = "not negated"
        return Opposition(mine.text or affirmed, yours.text or affirmed, f"the {who} negates it")
    is_turned_back = any(
        one.is_negated(language) != other.is_negated(language) for one, other in others
    )
    if mine.text and yours.text and not (denies or is_denied or is_turned_back):
        return find_opposition(mine.text, language, yours.text, language, with_negation=False)
    return None


def _words_of(text: str) -> list[str]:
    # "Cannot" is "can not", and "isn't" is "is not".
    apart = _NOT_WITHIN.sub(" not", simplified(text).lower().replace("’", "'"))
    return _WORD.findall(apart)


def _tokens(text: str, quantities: Sequence[Quantity]) -> list[_Token]:
    tokens: list[_Token] = []
    place = 0
    for one in sorted(quantities, key=lambda one: one.start):
        if one.start >= place:
            tokens.extend(_words(text[place : one.start]))
            tokens.append((f"#{one.kind}", one))
            place = one.end
    return [*tokens, *_words(text[place:])]


def _words(text: str) -> Iterator[_Token]:
    return ((word.lower(), None) for word in _WORD.findall(simplified(text)))


def _alike(ours: Sequence[str], theirs: Sequence[str], most: float) -> list[_Code]:
    """How some words are made of others (`SequenceMatcher.get_opcodes`), or [] for unlike ones.

    Of both at least the share `most`, in (0, 1], has to stand in the other in the same order.
    """
    if min(len(ours), len(theirs)) < most * max(len(ours), len(theirs)):
        return []
    matcher = SequenceMatcher(None, theirs, ours, autojunk=False)
    codes: list[_Code] = list(matcher.get_opcodes())
    same = sum(j2 - j1 for tag, _, _, j1, j2 in codes if tag == "equal")
    return codes if same >= most * max(len(ours), len(theirs)) else []


def _instead(
    ours: Sequence[_Token], at: int, theirs: Sequence[_Token]
) -> tuple[Opposition, bool] | None:
    """The number that has more of the words beside a claim's beside it than the claim's own has.

    With whether that has a place in the sentence at all.
    """
    kind, mine = ours[at]
    if mine is None or _is_listed(ours, at):
        return None
    like, unlike = -1, (-1, -1)
    for place, (word, yours) in enumerate(theirs):
        if word != kind or yours is None:
            continue
        relation, beside = compare(mine, yours), _same_beside(ours, at, theirs, place)
        if relation is Relation.AGREES:
            like = max(like, beside)
        elif relation is Relation.DIFFERS and beside > unlike[0]:
            unlike = beside, place
    beside, place = unlike
    yours = theirs[place][1]
    if beside < like + _MORE_BESIDE or yours is None or _is_listed(theirs, place):
        return None
    reason = f"the source has “{yours.text}” where the claim has “{mine.text}”"
    return Opposition(mine.text, yours.text, reason), like >= 0


def _same_beside(ours: Sequence[_Token], at: int, theirs: Sequence[_Token], place: int) -> int:
    """How many tokens in a row, before and behind, stand beside two numbers alike."""
    before = zip(reversed(ours[:at]), reversed(theirs[:place]), strict=False)
    behind = zip(ours[at + 1 :], theirs[place + 1 :], strict=False)
    return sum(
        len(list(takewhile(lambda pair: pair[0][0] == pair[1][0], side)))
        for side in (before, behind)
    )


def _is_listed(tokens: Sequence[_Token], at: int) -> bool:
    """Whether a number is an item of a list of its like: "in 2011 and 2012"."""
    kind = tokens[at][0]
    for step in (-1, 1):
        other = at + step
        while 0 <= other < len(tokens) and tokens[other][0] in _LISTED:
            other += step
        if 0 <= other < len(tokens) and tokens[other][0] == kind:
            return True
    return False
