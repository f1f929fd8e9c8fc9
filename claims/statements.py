"""What a block states: the spans of its sentences, clauses and cells, and the links at each."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.checkworthiness import is_statement
from claims.citations import links_of, text_without_links
from claims.languages import is_han_written
from claims.sentences import split_sentences
from claims.values import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.sentences import Span
    from claims.values import Cell, Link

# "**Blade battery (BYD, 2020):** safer; capacity of ..." - what the item's clauses speak of.
_ITEM_LEAD = re.compile(r"[^:：。.;；!?！？\n]{2,60}[:：]\s*")
_WORD_CHARACTER = re.compile(r"\w")
_DIGIT = re.compile(r"\d")
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim in the making: `[start, end)` of its block's text, and the links that stand at it."""

    block: Block
    start: int
    end: int
    plain: str
    links: tuple[Link, ...]


def find_statements(block: Block, language: str) -> Iterator[Statement]:
    """The statements of a block in the order of its text; a heading makes none."""
    match block.kind:
        case BlockKind.HEADING | BlockKind.TABLE_HEADER:
            return
        case BlockKind.TABLE_ROW:
            yield from _row_statements(_LinkedText(block), language)
        case BlockKind.PARAGRAPH | BlockKind.LIST_ITEM:
            yield from _sentence_statements(_LinkedText(block), language)


class _LinkedText:
    """A block's text, its links, and the text with links or only their addresses blanked out."""

    def __init__(self, block: Block) -> None:
        self.block = block
        self.links = links_of(block)
        self._starts = [link.start for link in self.links]
        self._unlinked = text_without_links(block.text, self.links)
        # Addresses in the text are no words of it: their dots and question marks end no sentence.
        addresses = [link for link in self.links if _ADDRESS.match(block.text, link.start)]
        self.words = text_without_links(block.text, addresses)

    def links_in(self, start: int, end: int) -> tuple[Link, ...]:
        """The links that begin in `[start, end)`."""
        return self.links[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def is_all_link(self, start: int, end: int) -> bool:
        """Whether nothing but links stands in `[start, end)`."""
        is_empty = not _WORD_CHARACTER.search(self._unlinked, start, end)
        return is_empty and bool(self.links_in(start, end))


def _sentence_statements(text: _LinkedText, language: str) -> Iterator[Statement]:
    block = text.block
    lead = _ITEM_LEAD.match(block.text) if block.kind is BlockKind.LIST_ITEM else None
    spans = split_sentences(text.words, language, clauses=is_han_written(language))
    for number, (start, end, links_end) in enumerate(_with_trailing_links(text, spans)):
        plain = " ".join(text.words[start:end].split())
        if lead and number:
            plain = f"{lead.group().strip()} {plain}"
        if is_statement(plain, language):
            yield Statement(block, start, end, plain, text.links_in(start, links_end))


def _with_trailing_links(text: _LinkedText, spans: tuple[Span, ...]) -> list[tuple[int, int, int]]:
    """Sentences as (start, end, end of their links): a link alone belongs to what stands before.

    "It rose. [Source](url)" is one statement with a citation behind it, and so is "It rose: url".
    """
    sentences = [
        (start, end)
        for number, (start, end) in enumerate(spans)
        if not (number and text.is_all_link(start, end))
    ]
    ends_of_links = [start for start, _ in sentences[1:]] + [len(text.words) + 1]
    return [
        (start, end, links_end)
        for (start, end), links_end in zip(sentences, ends_of_links, strict=True)
    ]


def _row_statements(text: _LinkedText, language: str) -> Iterator[Statement]:
    """A statement for each cell but the first, which says what the row is about."""
    cells = [cell for cell in text.block.cells if text.words[cell.start : cell.end].strip()]
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
    text: _LinkedText, cell: Cell, key: str, of_row: tuple[Link, ...], language: str
) -> Iterator[Statement]:
    header = f"{cell.header} = " if cell.header else ""
    content = text.words[cell.start : cell.end]
    for first, last in split_sentences(content, language, clauses=is_han_written(language)):
        words = content[first:last]
        if _WORD_CHARACTER.search(words):
            start, end = cell.start + first, cell.start + last
            links = text.links_in(start, end) or of_row
            yield Statement(text.block, start, end, f"{key}: {header}{words}", links)


def _is_citation(text: _LinkedText, cell: Cell) -> bool:
    """Whether a cell only names a source; a linked number is a statement all the same."""
    return text.is_all_link(cell.start, cell.end) and not _DIGIT.search(
        text.words, cell.start, cell.end
    )
