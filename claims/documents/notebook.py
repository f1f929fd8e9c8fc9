"""Jupyter notebooks to blocks: their Markdown cells as one text, traced back into the JSON.

Code, its output and raw cells state nothing in the author's words and are left out.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.documents.markdown import read_markdown
from claims.errors import UnreadableDocument
from claims.json_text import json_value
from claims.values import Document, Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.values import Block

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}:,]', re.DOTALL)
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\."
)
# A cell's source is a string, or a list of them.
_SOURCE_PLACES = ([None, "cells", None, "source"], [None, "cells", None, "source", None])
_BETWEEN_CELLS = "\n\n"

# A piece of the Markdown: where it begins in it, where in the JSON, and how long it is there.
Piece = tuple[int, int, int, int]


def read_notebook(source: str, path: str) -> Document:
    """Read a notebook of format 3 or 4. Raises UnreadableDocument for what is none."""
    try:
        value = json.loads(source.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise UnreadableDocument(f"{path}: is no notebook ({error})") from error
    if not isinstance(value, dict) or not isinstance(value.get("cells"), list):
        raise UnreadableDocument(f'{path}: is no notebook: it has no list of "cells"')
    text, pieces = _markdown(source)
    read = read_markdown(text, path)
    traced = _Tracer(pieces)
    return replace(
        read, format="notebook", source=source, blocks=tuple(map(traced.block, read.blocks))
    )


def _markdown(source: str) -> tuple[str, list[Piece]]:
    """The Markdown cells' text, and the pieces that it is made of."""
    parts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for strings in _markdown_cells(source):
        for start, end in strings:
            for text, origin, origin_end in _characters(source, start, end):
                pieces.append((length, length + len(text), origin, origin_end))
                parts.append(text)
                length += len(text)
        if parts:
            parts.append(_BETWEEN_CELLS)
            length += len(_BETWEEN_CELLS)
    return "".join(parts), pieces


def _markdown_cells(source: str) -> Iterator[list[tuple[int, int]]]:
    """Where the strings of each Markdown cell's `source` stand, quotes included."""
    # The way to a value: the keys of the open objects, None for the open lists.
    way: list[str | None] = []
    key: str | None = None
    cell_type = ""
    strings: list[tuple[int, int]] = []
    tokens = list(_TOKEN.finditer(source))
    for number, token in enumerate(tokens):
        mark = token.group()
        if mark in "{[":
            way.append(key)
            key = None
        elif mark in "}]":
            key = None
            if way:
                way.pop()
            if mark == "}" and way == [None, "cells"]:
                if cell_type == "markdown":
                    yield strings
                cell_type, strings = "", []
        elif mark == ",":
            key = None
        elif mark != ":":
            is_key = number + 1 < len(tokens) and tokens[number + 1].group() == ":"
            place = [*way, key]
            if is_key:
                key = str(json.loads(mark, strict=False))
            elif place == [None, "cells", None, "cell_type"]:
                cell_type = mark.strip('"')
            elif place in _SOURCE_PLACES:
                strings.append(token.span())


def _characters(source: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """What a JSON string says, in pieces that stand verbatim or as one escape."""
    position = start + 1
    for escape in _ESCAPE.finditer(source, start + 1, end - 1):
        if position < escape.start():
            yield source[position : escape.start()], position, escape.start()
        yield _unescaped(escape.group()), escape.start(), escape.end()
        position = escape.end()
    if position < end - 1:
        yield source[position : end - 1], position, end - 1


def _unescaped(escape: str) -> str:
    try:
        return str(json_value(f'"{escape}"'))
    except ValueError:
        return escape


class _Tracer:
    """Leads places in the Markdown on to places in the JSON."""

    def __init__(self, pieces: list[Piece]) -> None:
        self._pieces = pieces
        self._starts = [piece[0] for piece in pieces]

    def block(self, block: Block) -> Block:
        stretches = tuple(one for stretch in block.stretches for one in self._traced(stretch))
        return replace(block, stretches=stretches)

    def _traced(self, stretch: Stretch) -> Iterator[Stretch]:
        if stretch.end - stretch.start != stretch.origin_end - stretch.origin_start:
            first = self._place(stretch.origin_start)
            last = max(
                first, self._place(max(stretch.origin_end - 1, stretch.origin_start), end=True)
            )
            yield Stretch(stretch.start, stretch.end, first, last)
            return
        at, end = stretch.origin_start, stretch.origin_end
        while at < end:
            piece = self._pieces[max(bisect_right(self._starts, at) - 1, 0)]
            stop = min(max(piece[1], at + 1), end)
            start = stretch.start + at - stretch.origin_start
            first = self._place(at)
            last = self._place(stop - 1, end=True)
            yield Stretch(start, start + stop - at, first, last)
            at = stop

    def _place(self, offset: int, *, end: bool = False) -> int:
        """Where a character of the Markdown begins, or with `end` stops, in the JSON."""
        piece = self._pieces[max(bisect_right(self._starts, offset) - 1, 0)]
        start, stop, origin, origin_end = piece
        if stop - start != origin_end - origin:
            return origin_end if end else origin
        return min(origin + offset - start + end, origin_end)
