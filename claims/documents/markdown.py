"""Markdown (CommonMark with tables, raw HTML and Jekyll front matter) to blocks."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.documents.building import (
    BlockBuilder,
    first_heading,
    line_starts,
    whole_text,
    with_sections,
)
from claims.documents.html import html_builders
from claims.documents.markdown_tracing import tracing_parser
from claims.languages import language_of
from claims.values import BlockKind, Document, Via

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*(?:\r\n|\r|\n)(?s:.*?)(?:\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)"
)
_FRONT_MATTER_KEY = re.compile(r"^(title|lang|language):[ \t]*(.+?)[ \t]*$", re.MULTILINE)
_HTML_LINK = re.compile(r"""<a\s[^>]*?href\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)


def read_markdown(source: str, path: str) -> Document:
    """Read Markdown; never raises, whatever the text."""
    front = _FRONT_MATTER.match(source)
    keys = dict(_FRONT_MATTER_KEY.findall(front.group())) if front else {}
    blocks = with_sections(_Reader(source, front.end() if front else 0).builders())
    title = keys.get("title", "").strip("\"'") or first_heading(blocks)
    declared = keys.get("lang") or keys.get("language") or ""
    return Document(
        path=path,
        format="markdown",
        title=title,
        language=language_of(whole_text(blocks), declared.strip("\"'")),
        source=source,
        blocks=blocks,
    )


class _Reader:
    """Walks the block tokens once, with what it must remember of the open ones."""

    def __init__(self, source: str, body_start: int) -> None:
        self._source = source
        self._line_starts = line_starts(source)
        # The parser sees blank lines for the front matter, so that line numbers stay true.
        blank = re.sub(r"[^\r\n]", " ", source[:body_start])
        self._tokens = tracing_parser().parse(blank + source[body_start:].replace("\ufeff", " "))
        self._lists: list[int | None] = []
        self._note = ""
        self._headers: list[str] = []
        self._in_header = False
        self._row: BlockBuilder | None = None
        self._cell_number = 0
        self._cell_cursor = 0
        self._heading_level = 0

    def builders(self) -> list[BlockBuilder]:
        found: list[BlockBuilder] = []
        for token in self._tokens:
            match token.type:
                case "tr_open":
                    self._open_row(token)
                    found.append(self._current_row())
                case "tr_close":
                    self._close_row()
                case "inline" if self._row:
                    self._read_cell(token)
                case "inline":
                    found.append(self._read_inline_block(token))
                case "html_block":
                    found.extend(self._read_html(token))
                case _:
                    self._track(token)
        return found

    def _track(self, token: Token) -> None:
        """Remember what the tokens to come stand in."""
        match token.type:
            case "list_item_open":
                self._lists.append(int(token.info) if token.info else None)
            case "list_item_close":
                self._lists.pop()
            case "heading_open":
                self._heading_level = int(token.tag[1:])
            case "heading_close":
                self._heading_level = 0
            case "thead_open":
                self._headers, self._in_header = [], True
            case "thead_close":
                self._in_header = False
            case "footnote_open":
                self._note = f"^{token.meta['id']}"
            case "footnote_close":
                self._note = ""

    def _read_inline_block(self, token: Token) -> BlockBuilder:
        if self._heading_level:
            builder = BlockBuilder(BlockKind.HEADING, level=self._heading_level)
        elif self._note:
            builder = BlockBuilder(BlockKind.REFERENCE, level=1)
            builder.anchors.append(self._note)
        elif self._lists:
            builder = BlockBuilder(BlockKind.LIST_ITEM, level=len(self._lists))
            # Only the first block of an item stands beside its number.
            builder.ordinal, self._lists[-1] = self._lists[-1], None
        else:
            builder = BlockBuilder(BlockKind.PARAGRAPH)
        places = _Places.of_lines(token, self._source, self._line_starts)
        _add_inline(builder, token, places)
        return builder

    def _open_row(self, token: Token) -> None:
        kind = BlockKind.TABLE_HEADER if self._in_header else BlockKind.TABLE_ROW
        self._row = BlockBuilder(kind)
        self._cell_number = 0
        self._cell_cursor = self._line_starts[token.map[0]] if token.map else 0

    def _close_row(self) -> None:
        if self._in_header:
            self._headers = self._current_row().cell_texts()
        self._row = None

    def _current_row(self) -> BlockBuilder:
        assert self._row is not None
        return self._row

    def _read_cell(self, token: Token) -> None:
        row = self._current_row()
        header = ""
        if not self._in_header and self._cell_number < len(self._headers):
            header = self._headers[self._cell_number]
        row.open_cell(header, self._cell_cursor)
        places, self._cell_cursor = _Places.of_cell(token, self._source, self._cell_cursor)
        _add_inline(row, token, places)
        row.close_cell()
        self._cell_number += 1

    def _read_html(self, token: Token) -> list[BlockBuilder]:
        assert token.map is not None
        first, after = token.map
        start = self._line_starts[first]
        last = self._line_starts[after] if after < len(self._line_starts) else len(self._source)
        return html_builders(self._source[start:last], start)


class _Places:
    """Offsets in a token's inline content to offsets in the source."""

    def __init__(self, pieces: list[tuple[int, int]]) -> None:
        self._contents = [content for content, _ in pieces]
        self._origins = [origin for _, origin in pieces]

    def __getitem__(self, content_offset: int) -> int:
        piece = max(bisect_right(self._contents, content_offset) - 1, 0)
        return self._origins[piece] + content_offset - self._contents[piece]

    def runs(self, start: int, end: int) -> list[tuple[int, int]]:
        """`[start, end)` of the content cut where the source goes on elsewhere."""
        cuts = [start, *(cut for cut in self._contents if start < cut < end), end]
        return list(pairwise(cuts))

    @classmethod
    def of_lines(cls, token: Token, source: str, starts: list[int]) -> _Places:
        # A content line is its source line less indentation and quote marks, so its tail.
        if token.map is None:  # a note that is written where it is referred to
            return cls([(0, max(source.find(token.content), 0))])
        pieces, offset = [], 0
        for number, line in enumerate(token.content.split("\n"), token.map[0]):
            start = starts[min(number, len(starts) - 1)]
            stop = starts[number + 1] if number + 1 < len(starts) else len(source)
            found = source.rfind(line.rstrip(), start, stop) if line.strip() else start
            pieces.append((offset, max(found, start)))
            offset += len(line) + 1
        return cls(pieces)

    @classmethod
    def of_cell(cls, token: Token, source: str, cursor: int) -> tuple[_Places, int]:
        # In a cell the source writes `\|` where the content has `|`.
        pieces, offset = [], 0
        for number, part in enumerate(token.content.split("|")):
            if number:
                cursor = source.find("|", cursor)
                offset += 1
            found = source.find(part, cursor)
            cursor = (found if found >= 0 else cursor) + len(part)
            pieces.append((offset - (number > 0), cursor - len(part) - (number > 0)))
            offset += len(part)
            cursor += number > 0 and not part
        return cls(pieces), cursor


def _add_inline(builder: BlockBuilder, token: Token, places: _Places) -> None:
    children = token.children or []
    content = token.content
    for number, child in enumerate(children):
        at = child.meta.get("at", 0)
        match child.type:
            case "text":
                _add_text(builder, child, content, at, places)
            case "code_inline":
                builder.open_code()
                _add_text(builder, child, content, at, places)
                builder.close_code()
            case "text_special":
                builder.add(child.content, places[at], places[at] + len(child.markup))
            case "softbreak" | "hardbreak":
                rest = children[number + 1].content[:1] if number + 1 < len(children) else ""
                builder.add_line_break(places[at], places[at] + 1, rest)
            case "link_open":
                via = Via.REFERENCE if child.meta.get("label") else Via.INLINE
                builder.open_link(str(child.attrs.get("href", "")), via)
            case "link_close":
                builder.close_link()
            case "footnote_ref":
                builder.add_mark(f"^{child.meta['id']}", builder.length, Via.FOOTNOTE)
            case "html_inline":
                _add_html_tag(builder, child.content, places[at])


def _add_text(builder: BlockBuilder, child: Token, content: str, at: int, places: _Places) -> None:
    # The text of code spans and autolinks begins after their opening mark.
    start = content.find(child.content, at) if child.content else at
    if start >= 0:
        for first, last in places.runs(start, start + len(child.content)):
            builder.add(content[first:last], places[first], places[first] + last - first)
    else:
        # A code span over several lines has spaces for the line ends.
        marks = 2 * len(child.markup)
        builder.add(child.content, places[at], places[at + marks + len(child.content)])


def _add_html_tag(builder: BlockBuilder, tag: str, origin: int) -> None:
    if tag[:3].lower() == "<br":
        builder.add_space(origin, origin + len(tag))
        builder.start_line()
    elif tag[:3].lower() == "</a":
        builder.close_link()
    elif link := _HTML_LINK.match(tag):
        builder.open_link(link.group(1), Via.INLINE)
