"""Collecting a block's plain text piece by piece while remembering where each came from."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from claims.values import Block, BlockKind, Cell, Link, Mark, Stretch, Via

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.values import Document

LINE_END = re.compile(r"\r\n|\r|\n")
_WHITESPACE = re.compile(r"[ \t\r\n\f\v]+")
# How an entry of a list of sources begins that has a line, and no paragraph, for its own.
_ENTRY = re.compile(
    r"[ \t]*(?:[\[［]\d{1,3}[\]］]|[【〔]\d{1,3}[】〕]|[\u2460-\u2473]|\(\d{1,2}\)\s"
    r"|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}(?=\s))"
)
_LONGEST_HEADING = 40
_HAN_OR_KANA = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")


_Span = TypeVar("_Span", Link, Mark)


class BlockBuilder:
    """Grows one block; `finish` gives it back, or None when it holds no text."""

    def __init__(self, kind: BlockKind, *, section: str = "", level: int = 0) -> None:
        self.kind = kind
        self.section = section
        self.level = level
        self._parts: list[str] = []
        self._length = 0
        self._stretches: list[Stretch] = []
        self._links: list[Link] = []
        self._open_links: list[tuple[str, int, Via]] = []
        self._cells: list[Cell] = []
        self._marks: list[Mark] = []
        self._code: list[tuple[int, int]] = []
        self._open_code: list[int] = []
        self.anchors: list[str] = []
        self.ordinal: int | None = None
        self._cell: tuple[str, int] | None = None
        self._line_starts: list[int] = []

    @property
    def length(self) -> int:
        """Characters of plain text so far."""
        return self._length

    def cell_texts(self) -> list[str]:
        """The plain text of each cell so far."""
        text = "".join(self._parts)
        return [text[cell.start : cell.end].strip() for cell in self._cells]

    def set_headers(self, headers: Sequence[str]) -> None:
        """Name the columns of the cells so far."""
        self._cells = [
            replace(cell, header=headers[number]) if number < len(headers) else cell
            for number, cell in enumerate(self._cells)
        ]

    def add(self, text: str, origin_start: int, origin_end: int) -> None:
        """Append text that stands for `[origin_start, origin_end)` of the source."""
        if not text:
            return
        start = self._length
        self._length += len(text)
        self._parts.append(text)
        previous = self._stretches[-1] if self._stretches else None
        is_verbatim = len(text) == origin_end - origin_start
        if (
            previous
            and is_verbatim
            and previous.origin_end == origin_start
            and previous.end - previous.start == previous.origin_end - previous.origin_start
        ):
            self._stretches[-1] = Stretch(
                previous.start, self._length, previous.origin_start, origin_end
            )
        else:
            self._stretches.append(Stretch(start, self._length, origin_start, origin_end))

    def add_collapsed(self, text: str, origin: int) -> None:
        """Append text of a format in which any run of white space is one space."""
        position = 0
        for space in _WHITESPACE.finditer(text):
            self.add(text[position : space.start()], origin + position, origin + space.start())
            self.add_space(origin + space.start(), origin + space.end())
            position = space.end()
        self.add(text[position:], origin + position, origin + len(text))

    def add_space(self, origin_start: int, origin_end: int) -> None:
        """Append one space, unless the text so far is empty or ends in one."""
        if self._parts and not self._parts[-1].endswith(" "):
            self.add(" ", origin_start, origin_end)

    def add_line_break(self, origin_start: int, origin_end: int, following: str) -> None:
        """Append what a soft line break reads as: a space, or nothing within Chinese text."""
        before = self._parts[-1][-1:] if self._parts else ""
        if not (_HAN_OR_KANA.match(before) and _HAN_OR_KANA.match(following)):
            self.add_space(origin_start, origin_end)
        self.start_line()

    def start_line(self) -> None:
        """Note that what comes stands on a new line of print."""
        self._line_starts.append(self._length)

    def open_link(self, url: str, via: Via) -> None:
        """Start a hyperlink at the end of the text so far."""
        self._open_links.append((url, self._length, via))

    def close_link(self) -> None:
        """End the innermost open hyperlink; one without text stands at a point."""
        if self._open_links:
            url, start, via = self._open_links.pop()
            self._links.append(Link(url, start, self._length, via))

    def open_code(self) -> None:
        """Start a span of code at the end of the text so far."""
        self._open_code.append(self._length)

    def close_code(self) -> None:
        """End the innermost open span of code."""
        if self._open_code:
            self._code.append((self._open_code.pop(), self._length))

    def add_mark(self, target: str, start: int, via: Via) -> None:
        """Note a pointer over the text from `start` on."""
        self._marks.append(Mark(target, start, self._length, via))

    def text_from(self, start: int) -> str:
        """The plain text from an offset on."""
        wanted = self._length - start
        tail: list[str] = []
        for part in reversed(self._parts):
            if wanted <= 0:
                break
            tail.append(part)
            wanted -= len(part)
        return "".join(reversed(tail))[-(self._length - start) or self._length :]

    def open_cell(self, header: str, origin: int) -> None:
        """Start a table cell; a separator stands for the markup since the last one."""
        self.close_cell()
        if self._stretches:
            self.add(" | ", self._stretches[-1].origin_end, max(origin, self._last_origin()))
        self._cell = (header, self._length)

    def close_cell(self) -> None:
        """End the open table cell, if there is one."""
        if self._cell is not None:
            header, start = self._cell
            self._cells.append(Cell(header, start, self._length))
            self._cell = None

    def finish(self) -> list[Block]:
        """The block; several where lines of a paragraph are entries of a list; none of no text."""
        whole = self._whole()
        if whole is None or whole.kind is not BlockKind.PARAGRAPH:
            return [] if whole is None else [whole]
        starts = [start for start in self._line_starts if _ENTRY.match(whole.text, start)]
        # Entries begin the paragraph, or stand several below the line that says what they are.
        is_headed = len(starts) > 1 and starts[0] <= _LONGEST_HEADING
        if not (_ENTRY.match(whole.text) or is_headed):
            return [whole]
        cuts = [0, *(start for start in starts if start), len(whole.text)]
        return [part_of(whole, start, end) for start, end in pairwise(cuts)]

    def _whole(self) -> Block | None:
        while self._open_links:
            self.close_link()
        self.close_cell()
        text = "".join(self._parts)
        if not text.strip():
            return None
        return Block(
            kind=self.kind,
            text=text,
            stretches=tuple(self._stretches),
            links=tuple(self._links),
            section=self.section,
            level=self.level,
            cells=tuple(self._cells),
            marks=tuple(self._marks),
            anchors=tuple(self.anchors),
            ordinal=self.ordinal,
            code=tuple(self._code),
        )

    def _last_origin(self) -> int:
        return self._stretches[-1].origin_end if self._stretches else 0


def part_of(block: Block, start: int, end: int) -> Block:
    """The block that a stretch `[start, end)` of another's text makes."""

    def cut(stretch: Stretch) -> Stretch:
        first, last = max(stretch.start, start), min(stretch.end, end)
        begin, stop = stretch.origin_start, stretch.origin_end
        if stretch.end - stretch.start == stop - begin:
            begin += first - stretch.start
            stop -= stretch.end - last
        return Stretch(first - start, last - start, begin, stop)

    def moved(one: _Span) -> _Span:
        return replace(one, start=max(one.start - start, 0), end=min(one.end, end) - start)

    return replace(
        block,
        text=block.text[start:end],
        stretches=tuple(map(cut, (s for s in block.stretches if s.start < end and start < s.end))),
        links=tuple(moved(link) for link in block.links if start <= link.start < end),
        marks=tuple(moved(mark) for mark in block.marks if start <= mark.start < end),
        code=tuple(
            (max(first - start, 0), min(last, end) - start)
            for first, last in block.code
            if first < end and start < last
        ),
    )


def line_starts(text: str, ends: re.Pattern[str] = LINE_END) -> list[int]:
    """Offsets at which the lines of a text begin, by the line ends that a format knows."""
    return [0, *(match.end() for match in ends.finditer(text))]


def first_heading(blocks: Sequence[Block]) -> str:
    """What a document without a declared title is called by."""
    return next((block.text for block in blocks if block.kind is BlockKind.HEADING), "")


def whole_text(blocks: Sequence[Block]) -> str:
    """All that the blocks say, a line for each."""
    return "\n".join(block.text for block in blocks)


def on_own_text(document: Document, format_name: str) -> Document:
    """A document whose blocks, a line each, are the text that its offsets point into."""
    blocks, offset = [], 0
    for block in document.blocks:
        end = offset + len(block.text)
        blocks.append(replace(block, stretches=(Stretch(0, len(block.text), offset, end),)))
        offset = end + 1
    source = whole_text(blocks)
    return replace(document, format=format_name, source=source, blocks=tuple(blocks))


def with_sections(builders: list[BlockBuilder]) -> tuple[Block, ...]:
    """Finish all blocks and give each the text of the heading that it stands under."""
    section = ""
    blocks = []
    for builder in builders:
        builder.section = section
        for block in builder.finish():
            if block.kind is BlockKind.HEADING:
                section = block.text.strip()
            blocks.append(block)
    return tuple(blocks)
