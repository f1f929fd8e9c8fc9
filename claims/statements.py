"""What a block states: the spans of its sentences, clauses and cells, and the links at each."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.checkworthiness import is_statement
from claims.languages import is_han_written
from claims.links import POINTER, links_of, spans_of, text_without
from claims.marks import marks_in
from claims.sentences import split_sentences
from claims.values import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.sentences import Span
    from claims.values import Cell, Link, Mark

# "**Blade battery (BYD, 2020):** safer; capacity of ..." - what the item's clauses speak of.
_ITEM_LEAD = re.compile(r"[^:：。.;；!?！？\n]{2,60}[:：]\s*")
_WORD_CHARACTER = re.compile(r"\w")
_DIGIT = re.compile(r"\d")
_HOLLOW = re.compile(
    r" ?[(（]\W*(?:sources?|via|see|quelle|來源|来源|資料來源|资料来源|出處|出处)?\W*[)）]",
    re.IGNORECASE,
)
_LOOSE = re.compile(r" +(?=[,.;:!?，。；：！？)）])")
# What stands around a citation without stating anything: "(Source: ...)", "資料來源：…".
SOURCE_WORDS = re.compile(
    r"\W*(?:sources?|data|via|see|from|quellen?|siehe|fuentes?|來源|来源|資料來源|资料来源|出處|出处|見|见)?\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim in the making: `[start, end)` of its block's text, and the links that stand at it."""

    block: Block
    start: int
    end: int
    plain: str
    links: tuple[Link, ...]
    marks: tuple[Mark, ...]
    confidence: float = 1.0

    @property
    def is_cited(self) -> bool:
        """Whether a link or mark stands at it."""
        return bool(self.links or self.marks)


def find_statements(block: Block, language: str, keys: frozenset[str]) -> Iterator[Statement]:
    """The statements of a block in the order of its text; a heading makes none.

    `keys` are what marks may point to: "[7]" is no mark where there is no seventh source.
    """
    match block.kind:
        case BlockKind.HEADING | BlockKind.TABLE_HEADER:
            return
        case BlockKind.TABLE_ROW:
            yield from _row_statements(_CitingText(block, keys), language)
        case BlockKind.CLAIM:
            plain = " ".join(block.text.split())
            yield Statement(block, 0, len(block.text), plain, links_of(block), ())
        case BlockKind.PARAGRAPH | BlockKind.LIST_ITEM:
            yield from _sentence_statements(_CitingText(block, keys), language)


class _CitingText:
    """A block's text with what cites in it, and without: words are what is neither."""

    def __init__(self, block: Block, keys: frozenset[str]) -> None:
        self.block = block
        self.links = links_of(block)
        self.marks = marks_in(block, keys)
        self._link_starts = [link.start for link in self.links]
        self._mark_starts = [mark.start for mark in self.marks]
        unmarked = text_without(block.text, spans_of(self.marks))
        self._unlinked = text_without(unmarked, spans_of(self.links))
        # Addresses and "[1](url)" are no words: their dots and question marks end no sentence.
        pointers = [link for link in self.links if POINTER.match(block.text, link.start, link.end)]
        self.words = text_without(unmarked, spans_of(pointers))

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
        is_empty = bool(SOURCE_WORDS.match(self._unlinked[start:end]))
        return is_empty and bool(self.links_in(start, end) or self.marks_in(start, end))

    def statement(self, start: int, end: int, plain: str, citing_end: int) -> Statement:
        """The statement of `[start, end)`, with what cites up to `citing_end`."""
        return Statement(
            self.block,
            start,
            end,
            plain,
            self.links_in(start, citing_end),
            self.marks_in(start, citing_end),
        )


def _sentence_statements(text: _CitingText, language: str) -> Iterator[Statement]:
    block = text.block
    lead = _ITEM_LEAD.match(block.text) if block.kind is BlockKind.LIST_ITEM else None
    spans = split_sentences(text.words, language, clauses=is_han_written(language))
    for number, (start, end, links_end) in enumerate(_with_trailing_links(text, spans, language)):
        plain = _tidied(text.words[start:end])
        if text.links_in(end, links_end):
            plain = plain.rstrip(":：")  # what the colon leads in is the address
        if lead and number:
            plain = f"{lead.group().strip()} {plain}"
        if is_statement(plain, language):
            yield text.statement(start, end, plain, links_end)


def _tidied(words: str) -> str:
    """Words on one line, without the brackets and spaces that a blanked citation leaves."""
    return _LOOSE.sub("", _HOLLOW.sub("", " ".join(words.split())))


def _with_trailing_links(
    text: _CitingText, spans: tuple[Span, ...], language: str
) -> list[tuple[int, int, int]]:
    """Sentences as (start, end, end of their links): a link alone belongs to what stands before.

    "It rose. [Source](url)" is one statement with a citation behind it, and so is "It rose: url".
    """
    sentences = [
        (start, end)
        for number, (start, end) in enumerate(spans)
        if not (
            number
            and text.is_all_citing(start, end)
            and not is_statement(text.words[start:end], language)
        )
    ]
    ends_of_links = [start for start, _ in sentences[1:]] + [len(text.words) + 1]
    return [
        (start, end, links_end)
        for (start, end), links_end in zip(sentences, ends_of_links, strict=True)
    ]


def _row_statements(text: _CitingText, language: str) -> Iterator[Statement]:
    """A statement for each cell but the first, which says what the row is about."""
    cells = [cell for cell in text.block.cells if text.block.text[cell.start : cell.end].strip()]
    if not cells:
        return
    key = " ".join(text.words[cells[0].start : cells[0].end].split())
    cites = [cell for cell in cells[1:] if _is_citation(text, cell)]
    of_row = tuple(
        link for cell in (cells[0], *cites) for link in text.links_in(cell.start, cell.end)
    )
    for cell in cells[1:]:
        if cell not in cites:
            yield from _cell_statements(text, cell, key, of_row, language)


def _cell_statements(
    text: _CitingText, cell: Cell, key: str, of_row: tuple[Link, ...], language: str
) -> Iterator[Statement]:
    header = f"{cell.header} = " if cell.header else ""
    content = text.words[cell.start : cell.end]
    for first, last in split_sentences(content, language, clauses=is_han_written(language)):
        words = content[first:last]
        if _WORD_CHARACTER.search(words):
            start, end = cell.start + first, cell.start + last
            own = text.statement(start, end, f"{key}: {header}{words}", cell.end + 1)
            yield own if own.is_cited else replace(own, links=of_row)


def _is_citation(text: _CitingText, cell: Cell) -> bool:
    """Whether a cell only names a source; a linked number is a statement all the same."""
    return text.is_all_citing(cell.start, cell.end) and not _DIGIT.search(
        text.words, cell.start, cell.end
    )
