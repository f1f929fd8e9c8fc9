"""A block's text with what cites in it, and without: words are what is neither."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from claims.languages import is_han_written
from claims.links import links_of, spans_of, text_without
from claims.marks import marks_in
from claims.sentences import split_sentences
from claims.source_words import NAMES_A_SOURCE, ONLY_POINTS, POINTER, SENDS_TO
from claims.values import BlockKind, LanguageSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.sentences import Span
    from claims.values import Block, Link, Mark

_WORD_CHARACTER = re.compile(r"\w")
# "(Both figures: Reference Laboratory)" as a sentence of its own.
_BRACKETED = re.compile(r"\s*[(（][^()（）\d]{0,120}[)）][\s.。]*")
_PERSONAL = re.compile(
    r"personal communication|pers\. comm|persönliche mitteilung|communication personnelle"
    r"|comunicación personal",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"[(（\[［][^()（）\[\]［］]{0,400}[)）\]］]")
# What a link in brackets would not be called that only points: "(54% in 2020)".
_FIGURE = re.compile(
    r"\d\s*(?:%|percent|per\s+cent|[mb]illion|bn\b|[万萬億亿])|[$€£¥]\s?\d", re.IGNORECASE
)
_ENDS_SENTENCE = re.compile(r"[.!?。！？]\W*$")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_FEW_WORDS = 4


class CitingText:
    """A block's text with what cites in it, and without: words are what is neither."""

    def __init__(self, block: Block, keys: frozenset[str]) -> None:
        self.block = block
        self.links = links_of(block)
        self.marks = marks_in(block, keys)
        self._link_starts = [link.start for link in self.links]
        self._mark_starts = [mark.start for mark in self.marks]
        unmarked = text_without(block.text, spans_of(self.marks))
        # Also what links to a file is the link's name, and no word of the sentence.
        linked = sorted((*spans_of(self.links), *spans_of(block.links)))
        self._unlinked = text_without(unmarked, linked)
        # Addresses and "[1](url)" are no words: their dots and question marks end no sentence.
        # In a table a linked number is the cell's content.
        is_row = block.kind is BlockKind.TABLE_ROW
        pointers = [
            link
            for link in self.links
            if POINTER.match(block.text, link.start, link.end)
            and not (is_row and block.text[link.start : link.end].strip().isdigit())
        ]
        pointing = [*spans_of(pointers), *self._pointing_brackets()]
        self.words = text_without(unmarked, sorted(pointing))

    def _pointing_brackets(self) -> Iterator[tuple[int, int]]:
        """Where brackets stand that only hold citations: "(see the register; updated series)"."""
        for brackets in _BRACKETS.finditer(self._unlinked):
            start, end = brackets.span()
            links = self.links_in(start, end)
            is_citing = links or self.marks_in(start, end)
            shown = [self.block.text[link.start : link.end] for link in links]
            has_address = any(text.lower().startswith("http") for text in shown)
            unlinked = brackets.group()
            names_it = (
                has_address
                or NAMES_A_SOURCE.match(unlinked)
                or (links and len(_WORDS.findall(unlinked)) <= _FEW_WORDS)
            )
            if _PERSONAL.search(brackets.group()) or (
                is_citing
                and not _FIGURE.search(" ".join((*shown, brackets.group())))
                and (ONLY_POINTS.match(brackets.group()) or names_it)
            ):
                yield start, end

    def sentences(self, language: str) -> tuple[Span, ...]:
        """The spans of sentences, each stretch cut as its language has it, else as `language`.

        A mark behind a full stop ends a sentence even after "et al.".
        """
        found: list[Span] = []
        text = self.block.text
        ends = sorted({mark.end for mark in self.marks if text[mark.start - 1 : mark.start] == "."})
        for start, end in self._split(language):
            for cut in ends[bisect_left(ends, start + 1) : bisect_left(ends, end)]:
                following = self.words[cut:end].lstrip()
                if following.lstrip('"“„«¿¡')[:1].isupper():
                    found.append((start, cut))
                    start = end - len(following)  # noqa: PLW2901  # of what is left of it
            found.append((start, end))
        return tuple(found)

    def _split(self, language: str) -> Iterator[Span]:
        whole = (LanguageSpan(0, len(self.words), language),)
        for one in self.block.languages or whole:
            words = self.words[one.start : one.end]
            has_clauses = is_han_written(one.language)
            for first, last in split_sentences(words, one.language, clauses=has_clauses):
                yield one.start + first, one.start + last

    def links_in(self, start: int, end: int) -> tuple[Link, ...]:
        """The links that begin in `[start, end)`."""
        starts = self._link_starts
        return self.links[bisect_left(starts, start) : bisect_left(starts, end)]

    def marks_in(self, start: int, end: int) -> tuple[Mark, ...]:
        """The marks that begin in `[start, end)`."""
        starts = self._mark_starts
        return self.marks[bisect_left(starts, start) : bisect_left(starts, end)]

    def is_all_citing(self, start: int, end: int) -> bool:
        """Whether nothing but links and marks stands in `[start, end)`."""
        if not (self.links_in(start, end) or self.marks_in(start, end)):
            return False
        rest = self._unlinked[start:end]
        return bool(
            ONLY_POINTS.match(rest) or NAMES_A_SOURCE.match(rest) or _BRACKETED.fullmatch(rest)
        )

    def sends_to_sources(self, start: int, end: int) -> bool:
        """Whether a sentence sends the reader to what it links, whatever the links are called."""
        is_sending = self.is_all_citing(start, end) and SENDS_TO.match(self._unlinked[start:end])
        return bool(is_sending) and not any(map(str.isdigit, self.words[start:end]))

    def only_cites(self, start: int, end: int) -> bool:
        """Whether what stands in `[start, end)` names a source and says nothing besides."""
        if not self.is_all_citing(start, end):
            return False
        if self.sends_to_sources(start, end):
            return True
        is_bare = not _WORD_CHARACTER.search(self.words, start, end)
        return is_bare or bool(NAMES_A_SOURCE.match(self.words, start, end))

    def is_title(self, start: int, end: int) -> bool:
        """Whether a text is all link and reads as the title of what it links to."""
        if not self.links_in(start, end):
            return False
        words = self.words[start:end]
        is_linked = not self._unlinked[start:end].strip() and bool(words.strip())
        return is_linked and not (_ENDS_SENTENCE.search(words) or _FIGURE.search(words))
