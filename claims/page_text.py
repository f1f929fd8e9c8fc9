"""A parsed page to all the text a reader can see, a line for each block, tables by their cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.column_headers import (
    Grid,
    PlacedCell,
    header_over,
    span_of,
    told_apart,
)
from claims.values import Cell, TableRow

if TYPE_CHECKING:
    from lxml.html import HtmlElement
else:
    HtmlElement = Any

_UNSEEN = frozenset(
    "script style noscript template head title iframe object svg math canvas audio video select"
    " button input textarea form nav".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body caption dd details dialog div dl dt fieldset figcaption"
    " figure footer h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody"
    " tfoot thead tr ul".split()
)
_HIDING = frozenset({"aria-hidden", "hidden", "style"})
_SPACE = re.compile(r"\s+")
_UNUSUAL_SPACE = re.compile(r"[^\S ]|  ")
_NO_LETTERS = re.compile(r"[\W_]+")
_ASCII_NO_LETTERS = {code: None for code in range(128) if not chr(code).isalnum()}
# Letters that the article may have between one line of the page and the next.
_NEAR = 1_000
# Deeper than any page that was written by hand; below it all is one block.
_DEEPEST = 200


@dataclass(frozen=True, slots=True)
class PageText:
    """The text, and where in it the rows of its tables are."""

    text: str
    rows: tuple[TableRow, ...]


def read_page_text(tree: HtmlElement) -> PageText:
    """Collect the visible text of a tree; white space is collapsed as a browser does."""
    collector = _Collector()
    collector.visit(tree, 0)
    return collector.finish()


def main_spans(text: str, article: str) -> tuple[tuple[int, int], ...]:
    """The lines of `text` that the extractor's article holds too, as spans joined where they touch.

    The article spells tables and lists with marks of its own, so only letters and digits count.
    """
    article_letters = _InOrder(_letters(article))
    spans: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        needle = _letters(line)
        if needle and needle in article_letters:
            if spans and spans[-1][1] == start - 1:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
        start = end + 1
    return tuple(spans)


class _InOrder:
    """A long text that is asked for its parts, one after the other.

    Each is sought close behind the last, and where it is not there in all of the text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._end = 0

    def __contains__(self, part: str) -> bool:
        at = self._text.find(part, self._end, self._end + len(part) + _NEAR)
        if at < 0:
            at = self._text.find(part)
        if at >= 0:
            self._end = at + len(part)
        return at >= 0


def _letters(text: str) -> str:
    return text.translate(_ASCII_NO_LETTERS) if text.isascii() else _NO_LETTERS.sub("", text)


class _Collector:
    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._rows: list[TableRow] = []

    def finish(self) -> PageText:
        return PageText("".join(self._parts).rstrip("\n"), tuple(self._rows))

    def visit(self, element: HtmlElement, depth: int) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _UNSEEN or _is_hidden(element):
            return
        if depth > _DEEPEST:
            self._add(" ".join(element.itertext()))
            return
        if tag == "br":
            self._break_line()
            return
        if tag == "table" and not element.xpath(".//table"):
            self._break_line()
            self._read_table(element)
            return
        is_block = tag in _BLOCKS
        if is_block:
            self._break_line()
        if element.text:
            self._add(element.text)
        for child in element:
            self.visit(child, depth + 1)
            if child.tail:
                self._add(child.tail)
            if tag == "tr" and child.tag in {"td", "th"}:
                self._add(" ")
        if is_block:
            self._break_line()

    def _add(self, text: str) -> None:
        collapsed = _SPACE.sub(" ", text) if _UNUSUAL_SPACE.search(text) else text
        if collapsed[:1] == " " and (not self._parts or self._parts[-1].endswith(("\n", " "))):
            collapsed = collapsed[1:]
        if collapsed:
            self._parts.append(collapsed)
            self._length += len(collapsed)

    def _break_line(self) -> None:
        if self._parts and not self._parts[-1].endswith("\n"):
            stripped = self._parts[-1].rstrip()
            self._length -= len(self._parts[-1]) - len(stripped)
            self._parts[-1] = stripped
            self._parts.append("\n")
            self._length += 1

    def _read_table(self, table: HtmlElement) -> None:
        caption = _text_of(next(iter(table.iter("caption")), None))
        if caption:
            self._add(caption)
            self._break_line()
        grid = Grid()
        named: list[str] = []
        for row in table.iter("tr"):
            cells = [cell for cell in row if cell.tag in {"td", "th"}]
            placed = grid.placed(
                [
                    (_text_of(one), span_of(one.get("colspan")), span_of(one.get("rowspan")))
                    for one in cells
                ]
            )
            if not any(one.text for one in placed if one.is_own):
                continue
            is_header = all(cell.tag == "th" for cell in cells) or (
                not grid.headers and row.getparent().tag == "thead"
            )
            if is_header:
                self._add_cells([one.text for one in placed if one.is_own])
                # A heading over all columns names none of them; above them it is a caption.
                if grid.add_header(placed):
                    named = told_apart(grid.headers)
                elif not grid.headers:
                    caption = caption or placed[0].text
            else:
                grid.add_data()
                self._add_row(placed, named, caption)
            self._break_line()

    def _add_row(self, placed: list[PlacedCell], headers: list[str], caption: str) -> None:
        start, places = self._add_cells([one.text for one in placed])
        cells = tuple(
            Cell(header_over(one.column, headers), first, last)
            for one, (first, last) in zip(placed, places, strict=True)
        )
        self._rows.append(TableRow(start=start, end=self._length, caption=caption, cells=cells))

    def _add_cells(self, texts: list[str]) -> tuple[int, list[tuple[int, int]]]:
        places: list[tuple[int, int]] = []
        start = self._length
        for number, text in enumerate(texts):
            if number:
                self._parts.append(" | ")
                self._length += 3
            first = self._length
            self._parts.append(text)
            self._length += len(text)
            places.append((first, self._length))
        return start, places


def _text_of(element: HtmlElement | None) -> str:
    if element is None:
        return ""
    return _SPACE.sub(" ", " ".join(element.itertext("*", with_tail=True))).strip()


def _is_hidden(element: HtmlElement) -> bool:
    if _HIDING.isdisjoint(element.keys()):
        return False
    style = (element.get("style") or "").replace(" ", "").lower()
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or "display:none" in style
        or "visibility:hidden" in style
    )
