"""Quantities of other languages: their number words in those of a grammar that is known.

What stands in a text of numbers, comparators, scales and dates is written in English words (or
Chinese ones for Japanese), piece by piece; the grammar reads that, and each quantity is led back
to where it stands in the original.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from claims.values import Quantity


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the grammar's language for `[start, end)` of the text.

    Of a piece that is `verbatim` each character stands for itself; any other stands for all of it.
    """

    words: str
    start: int
    end: int
    is_verbatim: bool = False


if TYPE_CHECKING:
    Rewrite = Callable[[re.Match[str]], str | Sequence[Piece]]
    Pattern = tuple[str, Rewrite]


@dataclass(frozen=True, slots=True)
class Rules:
    """A language's phrases with their translation, and patterns with what they come to.

    A pattern goes before a phrase at the same place, and a phrase before one of `numerals`.
    """

    phrases: Mapping[str, str]
    patterns: tuple[Pattern, ...]
    numerals: tuple[Pattern, ...] = ()
    has_spaces: bool = True


class Translator:
    """Reads the quantities of one language through the grammar of another."""

    def __init__(self, rules: Rules, grammar: Callable[[str], tuple[Quantity, ...]]) -> None:
        self._grammar = grammar
        self._phrases = {phrase.lower(): words for phrase, words in rules.phrases.items()}
        self._patterns = (*rules.patterns, *rules.numerals)
        words = "|".join(
            re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "['’]")
            for phrase in sorted(self._phrases, key=len, reverse=True)
        )
        before, after = (r"(?<!\w)", r"(?:(?!\w)|(?<=['’]))") if rules.has_spaces else ("", "")
        named = [f"(?P<p{n}>{pattern})" for n, (pattern, _) in enumerate(self._patterns)]
        phrase = rf"(?P<phrase>{before}(?:{words}){after})" if words else "(?P<phrase>(?!))"
        named.insert(len(rules.patterns), phrase)
        self._any = re.compile("|".join(named), re.IGNORECASE)

    def find(self, text: str) -> tuple[Quantity, ...]:
        """The quantities of a text, where they stand in it."""
        written, pieces = self._translated(text)
        return tuple(_placed(quantity, text, pieces) for quantity in self._grammar(written))

    def _translated(self, text: str) -> tuple[str, list[tuple[int, Piece]]]:
        """The text in the grammar's language, and its pieces, each with where it begins there."""
        pieces: list[Piece] = []
        position = 0
        for found in self._any.finditer(text):
            pieces.append(_verbatim(text, position, found.start()))
            words = self._words(found)
            if isinstance(words, str):
                words = [Piece(words, found.start(), found.end())]
            pieces.extend(words)
            position = found.end()
        pieces.append(_verbatim(text, position, len(text)))
        starts = accumulate((len(piece.words) for piece in pieces), initial=0)
        written = "".join(piece.words for piece in pieces)
        return written, [
            (start, piece) for start, piece in zip(starts, pieces, strict=False) if piece.words
        ]

    def _words(self, found: re.Match[str]) -> str | Sequence[Piece]:
        if found["phrase"] is not None:
            return self._phrases[" ".join(found["phrase"].lower().replace("’", "'").split())]
        return next(
            words(found)
            for number, (_, words) in enumerate(self._patterns)
            if found[f"p{number}"] is not None
        )


def _verbatim(text: str, start: int, end: int) -> Piece:
    return Piece(text[start:end], start, end, is_verbatim=True)


def _placed(quantity: Quantity, text: str, pieces: list[tuple[int, Piece]]) -> Quantity:
    starts = [start for start, _ in pieces]

    def origin(offset: int, *, is_end: bool) -> int:
        start, piece = pieces[max(bisect_right(starts, offset - is_end) - 1, 0)]
        if piece.is_verbatim:
            return piece.start + offset - start
        return piece.end if is_end else piece.start

    start = origin(quantity.start, is_end=False)
    end = max(origin(quantity.end, is_end=True), start)
    return replace(quantity, start=start, end=end, text=text[start:end])
