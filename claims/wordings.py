"""Two texts word by word: where one is made of the other, and where it is not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import product, takewhile
from typing import TYPE_CHECKING

from claims.languages import simplified

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    # What is done, from where to where of their words, and of ours.
    Code = tuple[str, int, int, int, int]

_LATIN = r"[^\W_\u3400-\u9fff]"
# "Cannot" is "can not", and "isn't" is "is not".
_WORD = re.compile(
    rf"[\u3400-\u9fff]|n['’]t\b|can(?=not\b)|{_LATIN}+?(?=n['’]t\b)|{_LATIN}+(?:['’-]{_LATIN}+)*",
    re.IGNORECASE,
)
_WORD_OR_COMMA = re.compile(rf"{_WORD.pattern}|[,、，]", re.IGNORECASE)
_FEWEST_ALIKE = 6
_MOST_ALIKE = 0.75
_WRITTEN_OUT = {"n't": "not", "wo": "will", "ca": "can", "sha": "shall"}


@dataclass(frozen=True, slots=True)
class Wording:
    """A text with its words in lower case, of Chinese the simplified characters, and their places.

    `spans` are `[start, end)` of the text.
    """

    text: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def written(self, start: int, end: int) -> str:
        """The text of some of the words, as it is written."""
        return self.text[self.spans[start][0] : self.spans[end - 1][1]] if end > start else ""

    def joined(self, start: int, end: int) -> str:
        """The words themselves, as a text."""
        return ("" if any("\u3400" <= one <= "\u9fff" for one in self.words) else " ").join(
            self.words[start:end]
        )


# The same sentences are asked for by several rules, and for claim after claim.
@lru_cache(maxsize=2_000)
def wording_of(text: str, *, with_commas: bool = False) -> Wording:
    """The words of a text, with its commas if they are asked for."""
    pattern = _WORD_OR_COMMA if with_commas else _WORD
    found = list(pattern.finditer(simplified(text)))
    written = [one.group().lower().replace("’", "'") for one in found]
    words = tuple(
        _WRITTEN_OUT.get(word, word)
        if word == "n't" or written[number + 1 : number + 2] == ["n't"]
        else word
        for number, word in enumerate(written)
    )
    return Wording(text, words, tuple(one.span() for one in found))


def how_made(ours: Sequence[str], theirs: Sequence[str], most: float) -> list[Code]:
    """How some words are made of others (`SequenceMatcher.get_opcodes`), or [] for unlike ones.

    Of both at least the share `most`, in (0, 1], has to stand in the other in the same order.
    """
    longest = max(len(ours), len(theirs))
    if min(len(ours), len(theirs)) < most * longest:
        return []
    matcher = SequenceMatcher(None, theirs, ours, autojunk=False)
    codes: list[Code] = list(matcher.get_opcodes())
    same = sum(j2 - j1 for tag, _, _, j1, j2 in codes if tag == "equal")
    return codes if same >= most * longest else []


def places_of(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[int]:
    """Where some words stand in others, one after the other."""
    whole = list(ours)
    for start in range(len(theirs) - len(ours) + 1):
        if list(theirs[start : start + len(ours)]) == whole:
            yield start


def single_gaps(
    ours: Sequence[str], theirs: Sequence[str], longest: int
) -> Iterator[tuple[int, int, int, int]]:
    """Where a part of some words is all of ours but in one place: from where to where it is not.

    `[i1, i2)` of theirs, `[j1, j2)` of ours, of up to `longest` words each, and the least that it
    can be; `_FEWEST_ALIKE` of ours, and most of them, are alike.
    """
    if len(ours) > len(theirs) + longest:
        return
    mine, yours = list(ours), list(theirs)
    sizes = sorted(product(range(longest + 1), repeat=2), key=sum)[1:]
    for start in range(len(yours)):
        before = alike_from_start(mine, yours[start:])
        for less, more in sizes:
            alike = len(mine) - less
            behind = alike - before
            if behind < 0 or alike < max(_FEWEST_ALIKE, _MOST_ALIKE * len(mine)):
                continue
            place = start + before + more
            # At either end of ours it has to be an end of theirs too, and another word there.
            is_end = not (before and behind)
            is_theirs = (before or not start) and (behind or place == len(yours))
            if is_end and not (is_theirs and less and more):
                continue
            if yours[place : place + behind] == mine[before + less :]:
                yield start + before, place, before, before + less
                break


def alike_from_start(ours: Iterable[str], theirs: Iterable[str]) -> int:
    """How many words two texts begin with alike."""
    return sum(1 for _ in takewhile(_are_same, zip(ours, theirs, strict=False)))


def _are_same(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]
