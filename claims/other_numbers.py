"""Another number in the place of a claim's, which is else written as its source is.

"At 20 degrees for flavour and 6 for refreshment" has the same numbers beside nearly the same words
as "at 6 degrees for flavour and 20 for refreshment". Word for word, another number stands there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.polarity import stands_instead
from claims.quantities.compare import compare
from claims.values import Relation
from claims.wordings import alike_from_start, how_made, places_of, wording_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.grounds import Grounds
    from claims.passages import Passage
    from claims.polarity import Opposition
    from claims.values import Quantity

# Of the words of a claim, and of its source's sentence, how many have to stand in the other in the
# same order.
WORD_FOR_WORD = 0.8
# What parts the items of a list, whose order says nothing.
LISTED = frozenset("and or und oder et ou y o 和 与 及 跟 或".split())
_BETWEEN_ITEMS = LISTED | frozenset("in on at im en au".split())
# How many more words beside the claim's number have to stand beside the other.
_MORE_BESIDE = 2
# Of how few words a part of a sentence is told from another.
_FEWEST = 6
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
    # Of the most alike sentence, how many words are; and the number there, if one differs.
    nearest: tuple[int, Passage, Opposition | None] | None = None
    for unit, passage in grounds.passages.items():
        theirs = _tokens(unit.text, index.quantities_in(unit)) if unit.row is None else []
        if in_a_part := _in_a_part(ours, theirs):
            return passage, in_a_part
        codes = how_made(_written(ours), _written(theirs), WORD_FOR_WORD)
        if not codes:
            continue
        instead = [found for at in range(len(ours)) if (found := _instead(ours, at, theirs))]
        for opposition, is_there in instead:
            if is_there:
                return passage, opposition
        # "12 ferries" are not what "37 cranes" are.
        is_alone = len(instead) == 1 and all(tag != "replace" for tag, *_ in codes)
        same = sum(j2 - j1 for tag, _, _, j1, j2 in codes if tag == "equal") - len(instead)
        if (is_alone or not instead) and (nearest is None or same > nearest[0]):
            nearest = same, passage, instead[0][0] if instead else None
    if nearest is None or nearest[2] is None:
        return None
    return nearest[1], nearest[2]


def _written(tokens: Sequence[_Token]) -> list[str]:
    return [word for word, _ in tokens]


def _in_a_part(ours: Sequence[_Token], theirs: Sequence[_Token]) -> Opposition | None:
    """The one number that differs where a part of a sentence is else all that a claim has."""
    if len(ours) < _FEWEST:
        return None
    for start in places_of(_written(ours), _written(theirs)):
        unlike = [
            (mine, yours)
            for at, (_, mine) in enumerate(ours)
            if mine
            and (yours := theirs[start + at][1])
            and compare(mine, yours) is Relation.DIFFERS
            and not _is_listed(theirs, start + at)
        ]
        if len(unlike) == 1:
            return stands_instead(*(one.text for one in unlike[0]))
    return None


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
    return ((word, None) for word in wording_of(text).words)


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
    return stands_instead(mine.text, yours.text), like >= 0


def _same_beside(ours: Sequence[_Token], at: int, theirs: Sequence[_Token], place: int) -> int:
    """How many tokens in a row, before and behind, stand beside two numbers alike."""
    mine, yours = _written(ours), _written(theirs)
    before = alike_from_start(reversed(mine[:at]), reversed(yours[:place]))
    return before + alike_from_start(mine[at + 1 :], yours[place + 1 :])


def _is_listed(tokens: Sequence[_Token], at: int) -> bool:
    """Whether a number is an item of a list of its like: "in 2011 and 2012", "and in 2012"."""
    kind = tokens[at][0]
    for step in (-1, 1):
        other, between = at + step, set()
        while 0 <= other < len(tokens) and tokens[other][0] in _BETWEEN_ITEMS:
            between.add(tokens[other][0])
            other += step
        is_parted = not between or not between.isdisjoint(LISTED)
        if is_parted and 0 <= other < len(tokens) and tokens[other][0] == kind:
            return True
    return False
