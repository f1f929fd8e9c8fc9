"""Quantities of other languages: their number words in those of a grammar that is known.

What stands in a text of numbers, comparators, scales and dates is written in English words (or
Chinese ones for Japanese), piece by piece; the grammar reads that, and each quantity is led back
to where it stands in the original.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claims.values import Quantity


@dataclass(frozen=True, slots=True)
class Rules:
    """A language's phrases with their translation, and patterns with what they come to."""

    phrases: Mapping[str, str]
    patterns: tuple[tuple[str, Callable[[re.Match[str]], str]], ...]
    has_spaces: bool = True


class Translator:
    """Reads the quantities of one language through the grammar of another."""

    def __init__(self, rules: Rules, grammar: Callable[[str], tuple[Quantity, ...]]) -> None:
        self._grammar = grammar
        self._phrases = {phrase.lower(): words for phrase, words in rules.phrases.items()}
        self._patterns = rules.patterns
        words = "|".join(
            re.escape(phrase).replace(r"\ ", r"\s+")
            for phrase in sorted(self._phrases, key=len, reverse=True)
        )
        before, after = (r"(?<!\w)", r"(?!\w)") if rules.has_spaces else ("", "")
        named = [f"(?P<p{n}>{pattern})" for n, (pattern, _) in enumerate(rules.patterns)]
        phrase = rf"(?P<phrase>{before}(?:{words}){after})" if words else "(?P<phrase>(?!))"
        self._any = re.compile("|".join([*named, phrase]), re.IGNORECASE)

    def find(self, text: str) -> tuple[Quantity, ...]:
        """The quantities of a text, where they stand in it."""
        written, pieces = self._translated(text)
        return tuple(_placed(quantity, text, pieces) for quantity in self._grammar(written))

    def _translated(self, text: str) -> tuple[str, list[tuple[int, int, int, int]]]:
        """The text in the other language, and its pieces: (start, end) there, (start, end) here."""
        parts: list[str] = []
        pieces: list[tuple[int, int, int, int]] = []
        length = position = 0

        def add(words: str, start: int, end: int) -> None:
            nonlocal length
            if words or end > start:
                parts.append(words)
                pieces.append((length, length + len(words), start, end))
                length += len(words)

        for found in self._any.finditer(text):
            add(text[position : found.start()], position, found.start())
            add(self._words(found), found.start(), found.end())
            position = found.end()
        add(text[position:], position, len(text))
        return "".join(parts), pieces

    def _words(self, found: re.Match[str]) -> str:
        if found["phrase"] is not None:
            return self._phrases[" ".join(found["phrase"].lower().split())]
        return next(
            words(found)
            for number, (_, words) in enumerate(self._patterns)
            if found[f"p{number}"] is not None
        )


def _placed(quantity: Quantity, text: str, pieces: list[tuple[int, int, int, int]]) -> Quantity:
    starts = [piece[0] for piece in pieces]

    def origin(offset: int, *, is_end: bool) -> int:
        start, end, first, last = pieces[max(bisect_right(starts, offset - is_end) - 1, 0)]
        if end - start == last - first:
            return first + offset - start
        return last if is_end else first

    start = origin(quantity.start, is_end=False)
    end = max(origin(quantity.end, is_end=True), start)
    return replace(quantity, start=start, end=end, text=text[start:end])
