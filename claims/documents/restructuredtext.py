"""reStructuredText to blocks, parsed by docutils with everything that reaches outside shut off."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from claims.documents.building import BlockBuilder, first_heading, whole_text, with_sections
from claims.languages import language_of
from claims.values import BlockKind, Document, Via

if TYPE_CHECKING:
    from collections.abc import Iterator

# Files, raw HTML and configuration are the host's; a document gets none of them.
_SETTINGS: dict[str, Any] = {
    "_disable_config": True,
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "report_level": 5,
    "halt_level": 6,
    "input_encoding": "unicode",
    "doctitle_xform": False,
    "smart_quotes": False,
    "warning_stream": False,
}
_SKIPPED = frozenset(
    "comment literal_block doctest_block raw target substitution_definition system_message image"
    " pending math_block problematic meta docinfo field_list".split()
)


def read_restructuredtext(source: str, path: str) -> Document:
    """Read reStructuredText; unknown directives and roles are left out."""
    from docutils.core import publish_doctree  # noqa: PLC0415  # heavy, and only for this format

    tree = publish_doctree(source, settings_overrides=_SETTINGS)
    blocks = with_sections(list(_Reader(source).builders(tree)))
    return Document(
        path=path,
        format="restructuredtext",
        title=first_heading(blocks),
        language=language_of(whole_text(blocks)),
        source=source,
        blocks=blocks,
    )


class _Reader:
    """Walks the tree; the source is found again behind each node, for nodes tell only lines."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._cursor = 0
        self._headers: list[str] = []

    def builders(self, node: Any, depth: int = 0) -> Iterator[BlockBuilder]:
        for child in node.children:
            name = child.tagname
            if name in _SKIPPED or "contents" in _classes(child):
                continue
            if name == "title" and node.tagname == "table":
                yield self._filled(BlockBuilder(BlockKind.CAPTION), child)
            elif name == "title":
                yield self._filled(BlockBuilder(BlockKind.HEADING, level=max(depth, 1)), child)
            elif name == "caption":
                yield self._filled(BlockBuilder(BlockKind.CAPTION), child)
            elif name in {"bullet_list", "enumerated_list"}:
                yield from self._items(child, depth)
            elif name in {"footnote", "citation"}:
                yield from self._note(child)
            elif name in {"thead", "tbody"}:
                yield from self._rows(child, is_header=name == "thead")
            elif name in {"paragraph", "term", "attribution", "line"}:
                yield self._filled(BlockBuilder(BlockKind.PARAGRAPH), child)
            else:
                yield from self.builders(child, depth + (name == "section"))

    def _items(self, node: Any, depth: int) -> Iterator[BlockBuilder]:
        first = int(node.get("start", 1)) if node.tagname == "enumerated_list" else None
        for number, item in enumerate(node.children):
            for position, child in enumerate(item.children):
                if child.tagname == "paragraph":
                    builder = BlockBuilder(BlockKind.LIST_ITEM, level=depth + 1)
                    if first is not None and not position:
                        builder.ordinal = first + number
                    yield self._filled(builder, child)
                elif child.tagname not in _SKIPPED:
                    yield from (
                        self._items(child, depth + 1)
                        if child.tagname.endswith("_list")
                        else self.builders(child, depth)
                    )

    def _note(self, node: Any) -> Iterator[BlockBuilder]:
        for child in node.children:
            if child.tagname == "paragraph":
                builder = BlockBuilder(BlockKind.REFERENCE, level=1)
                builder.anchors.extend(f"^{name}" for name in node.get("ids", ()))
                yield self._filled(builder, child)

    def _rows(self, node: Any, *, is_header: bool) -> Iterator[BlockBuilder]:
        if is_header:
            self._headers = []
        for row in node.children:
            kind = BlockKind.TABLE_HEADER if is_header else BlockKind.TABLE_ROW
            builder = BlockBuilder(kind)
            for number, entry in enumerate(row.children):
                header = "" if is_header or number >= len(self._headers) else self._headers[number]
                builder.open_cell(header, self._cursor)
                for paragraph in entry.children:
                    self._filled(builder, paragraph)
                builder.close_cell()
            if is_header:
                self._headers = builder.cell_texts()
            yield builder
        if not is_header:
            self._headers = []

    def _filled(self, builder: BlockBuilder, node: Any) -> BlockBuilder:
        raw, places = self._located(node)
        _Inline(builder, raw, places, self._source).add(node)
        return builder

    def _located(self, node: Any) -> tuple[str, _Places]:
        """The node's raw text, and where in the source each of its lines stands."""
        raw = node.rawsource or node.astext()
        pieces: list[tuple[int, int]] = []
        offset = 0
        for line in raw.split("\n"):
            found = self._source.find(line, self._cursor) if line.strip() else self._cursor
            place = found if found >= 0 else self._cursor
            pieces.append((offset, place))
            self._cursor = place + (len(line) if found >= 0 else 0)
            offset += len(line) + 1
        return raw, _Places(pieces, len(self._source))


class _Places:
    """Offsets in a raw text to offsets in the source."""

    def __init__(self, pieces: list[tuple[int, int]], limit: int) -> None:
        self._offsets = [offset for offset, _ in pieces]
        self._places = [place for _, place in pieces]
        self._limit = limit

    def __getitem__(self, offset: int) -> int:
        piece = max(bisect_right(self._offsets, offset) - 1, 0)
        return min(self._places[piece] + offset - self._offsets[piece], self._limit)


class _Inline:
    """Adds a node's inline content to a builder, finding each text behind the one before."""

    def __init__(self, builder: BlockBuilder, raw: str, places: _Places, source: str) -> None:
        self._builder = builder
        self._source = source
        self._raw = raw
        self._places = places
        self._at = 0

    def add(self, node: Any) -> None:
        for number, child in enumerate(node.children):
            following = node.children[number + 1] if number + 1 < len(node.children) else None
            match child.tagname:
                case "#text":
                    self._add_text(str(child))
                case "reference" if child.get("refuri"):
                    is_named = "_" in self._raw and "<" not in child.rawsource
                    via = Via.REFERENCE if is_named and child.get("name") else Via.INLINE
                    self._builder.open_link(_whole_url(child, following), via)
                    self.add(child)
                    self._builder.close_link()
                case "footnote_reference" | "citation_reference":
                    target = child.get("refid") or child.astext()
                    self._builder.add_mark(f"^{target}", self._builder.length, Via.FOOTNOTE)
                case "literal":
                    self._builder.open_code()
                    self.add(child)
                    self._builder.close_code()
                case name if name not in _SKIPPED:
                    self.add(child)

    def _add_text(self, text: str) -> None:
        for number, line in enumerate(text.split("\n")):
            if number:
                place = self._places[self._at]
                self._builder.add_line_break(place, place, line[:1])
            if not line:
                continue
            found = self._raw.find(line, self._at)
            start = found if found >= 0 else self._at
            self._at = start + (len(line) if found >= 0 else 0)
            first, last = self._places[start], self._places[self._at]
            if self._source[first:last] != line:
                last = first  # docutils writes it in another way: tabs, escapes
            self._builder.add(line, first, last)


def _classes(node: Any) -> list[str]:
    return node.get("classes", []) if hasattr(node, "get") else []


def _whole_url(reference: Any, following: Any) -> str:
    """An address that stands by itself; docutils takes a bracket at its end for the sentence's."""
    url = str(reference["refuri"])
    is_bare = reference.astext() == url
    if is_bare and url.count("(") > url.count(")") and str(following or "").startswith(")"):
        return f"{url})"
    return url
