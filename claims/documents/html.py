"""HTML to blocks, by the standard library's tokenizer, the one that tells where a token stands."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

from claims.column_headers import Grid, header_over, span_of
from claims.documents.building import (
    BlockBuilder,
    first_heading,
    line_starts,
    whole_text,
    with_sections,
)
from claims.documents.html_furniture import (
    is_furniture,
    is_never_text,
    is_side_note,
    layout_tables,
)
from claims.languages import language_of
from claims.urls import joined
from claims.values import BlockKind, Document, Via

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_CODE = frozenset({"code", "kbd", "samp", "tt"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BREAKING = frozenset(
    "address article blockquote body caption center dd details dialog div dl dt fieldset"
    " figcaption figure header hgroup hr html li main ol p section summary table tbody td tfoot"
    " th thead tr ul".split()
) | set(_HEADINGS)
# What a link within the page shows when it is a pointer and no cross-reference in words.
_POINTER = re.compile(r"\s*[\[(]?\s*(?:\w{1,3}|[*†‡§]|note \w{1,3})\s*[\])]?\s*")
_RAISED = re.compile(r"\s*\[?\s*\d{1,3}(?:\s*[,;]\s*\d{1,3})*\s*\]?\s*")
_POWER_BASE = re.compile(r"(?:\d|\b(?:[kcmdμn]?m|ft|in|s|CO|x|e|R))\s*$")
_REFERENCE = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[0-9a-zA-Z]+);?")
_LINE_END = re.compile(r"\n")
_IS_WEB = re.compile(r"https?://", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_WIKI_ARTICLE = re.compile(r"(?:\.?/)?wiki/|/w/index\.php|\./")
_HAS_DIGIT = re.compile(r"\d")
_MOST_LEFT_OUT = 4
_CAPTIONS = frozenset({"caption", "figcaption"})
_ARTICLES = frozenset({"article", "main"})
_ARTICLE = re.compile(r"<(?:article|main)\b", re.IGNORECASE)
_OF_TABLES = frozenset({"table", "tbody", "thead", "tr", "td", "th"})
# Links that say by whom and on what a page is, and where its own address is.
_LABELLING = frozenset({"author", "tag", "category", "bookmark", "license", "home", "prev", "next"})


def read_html(source: str, path: str) -> Document:
    """Read an HTML document; never raises, whatever the text."""
    reader = _Reader(source, 0, base=path if _IS_WEB.match(path) else "")
    blocks = with_sections(reader.builders())
    if reader.is_within_left_out or reader.left_out > _MOST_LEFT_OUT * len(whole_text(blocks)):
        # A page that is nearly all furniture, or never ends it, does not mean it.
        reader = _Reader(source, 0, base=reader.base, leaves_out=False)
        blocks = with_sections(reader.builders())
    title = reader.title or first_heading(blocks)
    return Document(
        path=path,
        format="html",
        title=" ".join(title.split()),
        language=language_of(whole_text(blocks), reader.declared_language),
        source=source,
        blocks=blocks,
    )


def html_builders(fragment: str, origin: int) -> list[BlockBuilder]:
    """The blocks of a fragment that stands at `origin` in its source."""
    return _Reader(fragment, origin).builders()


def _without_open_comment(source: str) -> str:
    """The source up to a comment that never ends: all behind it is a part of it.

    The tokenizer would look for its end from every `<!--` anew.
    """
    opened = source.find("<!--", max(source.rfind("-->"), source.rfind("--!>"), 0))
    return source if opened < 0 else source[:opened]


def _first_ordinal(tag: str, attributes: dict[str, str | None]) -> int | None:
    if tag == "ul":
        return None
    return _number(attributes.get("start")) or 1


def _number(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch("[0-9]{1,6}", text) else None


class _Reader(HTMLParser):
    def __init__(
        self, source: str, origin: int, *, base: str = "", leaves_out: bool = True
    ) -> None:
        super().__init__(convert_charrefs=False)
        self.base = base
        self._leaves_out = leaves_out
        # Characters within what was taken for furniture.
        self.left_out = 0
        self._within_furniture = False
        self.title = ""
        self.declared_language = ""
        self._source = source
        self._origin = origin
        self._line_starts = line_starts(source, _LINE_END)
        self._builders: list[BlockBuilder] = []
        self._builder = BlockBuilder(BlockKind.PARAGRAPH)
        self._skipped: list[str] = []
        self._lists = 0
        self._ordinals: list[int | None] = []
        # Where the open <sup> elements and links within the page begin in the text.
        self._superscripts: list[int] = []
        self._pointers: list[tuple[str, int] | None] = []
        self._heading = ""
        self._is_in_title = False
        self._in_caption = False
        # How many <article> and <main> are open, of a page that has any.
        self._articles = 0
        self._has_article = bool(_ARTICLE.search(source))
        # The block that an open side note interrupts, and how deep its element is nested.
        self._interrupted: BlockBuilder | None = None
        self._note_tags: list[str] = []
        self._side_notes: list[BlockBuilder] = []
        self._row: BlockBuilder | None = None
        self._rows: list[BlockBuilder] = []
        # Of the open tables, which of them only arrange the page.
        self._tables: list[bool] = []
        self._layouts = layout_tables(source)
        self._cell_tags: list[str] = []
        self._cell_spans: list[tuple[int, int]] = []
        self._grid = Grid()
        self._is_at_line_start = False

    def builders(self) -> list[BlockBuilder]:
        if not self._builders:
            source = _without_open_comment(self._source)
            # Behind the last ">" nothing can be a tag; the tokenizer would look for its end from
            # every "<" anew.
            end = source.rfind(">") + 1
            self.feed(source[:end])
            self.close()
            self.handle_data(source[end:])
            self._break()
        return self._builders

    @property
    def is_within_left_out(self) -> bool:
        """Whether the text ended within what was taken for furniture."""
        return self._within_furniture

    # -- tokens

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "title":
            self._is_in_title = not self.title and not self._skipped
        if self._skipped or self._is_left_out(tag, attributes):
            self._skip(tag)
            return
        self._track(tag, attributes)
        self._open(tag, attributes)
        if attributes.get("id"):
            self._target.anchors.append(f"#{attributes['id']}")

    def _track(self, tag: str, attributes: dict[str, str | None]) -> None:
        """Remember what encloses the elements to come."""
        self._articles += tag in _ARTICLES
        if self._note_tags and tag == self._note_tags[0]:
            self._note_tags.append(tag)
        elif is_side_note(attributes) and self._row is None and self._interrupted is None:
            self._start_note(tag)
        if tag == "html":
            self.declared_language = attributes.get("lang") or ""
        elif tag == "table":
            self._tables.append(self._at - self._origin in self._layouts)

    def _open(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag in _OF_TABLES and self._tables and self._tables[-1]:
            self._break()
        elif tag == "tr":
            self._open_row()
        elif tag in {"td", "th"} and self._row:
            self._open_cell(tag, attributes)
        elif tag == "br":
            self._end_line()
        elif tag == "a" and attributes.get("href"):
            self._open_anchor(attributes)
        elif tag == "base" and attributes.get("href"):
            self._rebase((attributes["href"] or "").strip())
        elif tag == "sup":
            self._superscripts.append(self._target.length)
        elif tag in _CODE:
            self._target.open_code()
        elif tag in {"ol", "ul"} and not self._row:
            self._break()
            self._ordinals.append(_first_ordinal(tag, attributes))
        elif tag in _BREAKING and not self._row:
            self._break()
            self._enter(tag, attributes)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._skipped:
            self._unskip(tag)
            return
        self._articles = max(self._articles - (tag in _ARTICLES), 0)
        if self._note_tags and tag == self._note_tags[0]:
            self._note_tags.pop()
            if not self._note_tags:
                self._end_note()
        self._close(tag)

    def _close(self, tag: str) -> None:
        if tag == "a":
            self._close_anchor()
        elif tag in _CODE:
            self._target.close_code()
        elif tag == "sup" and self._superscripts:
            self._close_superscript(self._superscripts.pop())
        elif tag in {"ol", "ul"} and not self._row:
            self._break()
            del self._ordinals[-1:]
        elif tag in {"tr", "table"}:
            self._close_row()
            if tag == "table":
                self._end_table()
                self._break()
                del self._tables[-1:]
        elif tag in {"td", "th"} and self._row:
            self._close_cell()
        elif tag in _BREAKING and not self._row:
            self._break()
            self._leave(tag)

    def parse_html_declaration(self, i: int) -> int:
        """Pass over what begins with `<!`; the library knows some `<![` and fails at the others."""
        if self.rawdata.startswith("<![", i):
            # The HTML standard (13.2.5.42) makes a comment of it, up to the next ">".
            return self.parse_bogus_comment(i)
        return super().parse_html_declaration(i)

    def handle_data(self, data: str) -> None:
        if self._is_in_title:
            self.title += data
        elif not self._skipped:
            self._is_at_line_start &= data.isspace()
            self._target.add_collapsed(data, self._at)
        elif self._within_furniture:
            self.left_out += len(data)

    def handle_entityref(self, name: str) -> None:
        self._add_reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._add_reference(f"&#{name};")

    # -- state

    @property
    def _at(self) -> int:
        line, column = self.getpos()
        return self._origin + self._line_starts[line - 1] + column

    @property
    def _target(self) -> BlockBuilder:
        return self._row or self._builder

    def _add_reference(self, reference: str) -> None:
        text = html.unescape(reference)
        if self._is_in_title:
            self.title += text
        if self._skipped:
            return
        written = _REFERENCE.match(self._source, self._at - self._origin)
        length = len(written.group()) if written else len(reference)
        if text.isspace():
            self._target.add_space(self._at, self._at + length)
        else:
            self._target.add(text, self._at, self._at + length)

    def _open_anchor(self, attributes: dict[str, str | None]) -> None:
        # A quotation mark ends an address; programs leave what follows it in.
        href = (attributes["href"] or "").partition('"')[0].strip()
        if _LABELLING.intersection((attributes.get("rel") or "").lower().split()):
            href = ""
        if href.startswith("#"):
            self._pointers.append((href, self._target.length))
        else:
            self._pointers.append(None)
            self._target.open_link(self._resolved(href), Via.INLINE)

    def _close_anchor(self) -> None:
        pointer = self._pointers.pop() if self._pointers else None
        if pointer is None:
            self._target.close_link()
            return
        target, start = pointer
        if start <= self._target.length and _POINTER.fullmatch(self._target.text_from(start)):
            self._target.add_mark(target, start, Via.NUMBERED)

    def _close_superscript(self, start: int) -> None:
        """A raised number points to a note; a raised number behind a unit is its power."""
        text = self._target.text_from(start)
        before = self._target.text_from(max(start - 4, 0))[: min(start, 4)]
        if _RAISED.fullmatch(text) and not _POWER_BASE.search(before):
            for label in re.findall(r"\d+", text):
                self._target.add_mark(label, start, Via.NUMBERED)

    def _rebase(self, href: str) -> None:
        # One that is no address is nothing to be relative to.
        self.base = joined(self.base, href) or self.base

    def _resolved(self, href: str) -> str:
        """A link as an address, where the page's own address is known.

        An encyclopedia's links to its own articles explain words; they are no sources.
        """
        if not self.base or _SCHEME.match(href) or _WIKI_ARTICLE.match(href):
            return href
        return joined(self.base, href) or href

    def _is_left_out(self, tag: str, attributes: dict[str, str | None]) -> bool:
        if tag in _VOID:
            return False
        if is_never_text(tag):
            return True
        is_site_header = tag == "header" and self._has_article and not self._articles
        self._within_furniture = self._leaves_out and (
            is_site_header or is_furniture(tag, attributes)
        )
        return self._within_furniture

    def _skip(self, tag: str) -> None:
        # Elements of the same name within count too, for the end tag that closes the outer one.
        if tag not in _VOID and (not self._skipped or is_never_text(tag) or tag in self._skipped):
            self._skipped.append(tag)

    def _unskip(self, tag: str) -> None:
        if tag == "title":
            self._is_in_title = False
        if tag in self._skipped:
            # An end tag closes what was left open inside its element.
            while self._skipped.pop() != tag:
                pass
            self._within_furniture &= bool(self._skipped)

    def _start_note(self, tag: str) -> None:
        """Read a note in the margin, which stands amid the sentence, as a block of its own."""
        self._note_tags = [tag]
        anchor = f"#side note {self._at}"
        self._builder.add_mark(anchor, self._builder.length, Via.FOOTNOTE)
        self._interrupted = self._builder
        self._builder = BlockBuilder(BlockKind.REFERENCE, level=1)
        self._builder.anchors.append(anchor)

    def _end_note(self) -> None:
        if self._interrupted:
            self._side_notes.append(self._builder)
            self._builder, self._interrupted = self._interrupted, None

    def _break(self) -> None:
        self._end_note()
        self._note_tags = []
        self._close_row()
        if self._builder.length:
            self._builders.append(self._builder)
        self._builders += self._side_notes
        self._side_notes = []
        self._replace_builder()

    def _replace_builder(self) -> None:
        """Go on with a new block; what an empty one was named and numbered goes over to it."""
        empty, self._builder = self._builder, self._fresh_builder()
        if not empty.length:
            self._builder.anchors = empty.anchors
            self._builder.ordinal = empty.ordinal

    def _end_line(self) -> None:
        """A line break; two of them in a row part paragraphs."""
        if self._row is None and self._is_at_line_start:
            self._break()
            return
        self._target.add_space(self._at, self._at + 1)
        self._target.start_line()
        self._is_at_line_start = True

    def _fresh_builder(self) -> BlockBuilder:
        if self._heading:
            return BlockBuilder(BlockKind.HEADING, level=_HEADINGS[self._heading])
        if self._in_caption:
            return BlockBuilder(BlockKind.CAPTION)
        if self._lists:
            return BlockBuilder(BlockKind.LIST_ITEM, level=self._lists)
        return BlockBuilder(BlockKind.PARAGRAPH)

    def _enter(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag in _HEADINGS:
            self._heading = tag
        elif tag in _CAPTIONS:
            self._in_caption = True
        elif tag == "li":
            self._lists += 1
        self._replace_builder()
        if tag == "li" and self._ordinals and self._ordinals[-1] is not None:
            ordinal = _number(attributes.get("value")) or self._ordinals[-1]
            self._builder.ordinal, self._ordinals[-1] = ordinal, ordinal + 1

    def _leave(self, tag: str) -> None:
        if tag in _HEADINGS:
            self._heading = ""
        elif tag in _CAPTIONS:
            self._in_caption = False
        elif tag == "li":
            self._lists = max(self._lists - 1, 0)
        self._builder = self._fresh_builder()

    # -- tables

    def _open_row(self) -> None:
        self._break()
        self._row = BlockBuilder(BlockKind.TABLE_ROW)
        self._cell_tags = []
        self._cell_spans = []

    def _open_cell(self, tag: str, attributes: dict[str, str | None]) -> None:
        assert self._row is not None
        self._close_cell()
        if not self._cell_tags and (key := self._grid.key_from_above):
            # What the row is of stands in the row above.
            self._row.open_cell("", self._at)
            self._row.add(key, self._at, self._at)
            self._row.close_cell()
        self._cell_tags.append(tag)
        spans = span_of(attributes.get("colspan")), span_of(attributes.get("rowspan"))
        self._cell_spans.append(spans)
        self._row.open_cell("", self._at)

    def _close_cell(self) -> None:
        if self._row:
            self._row.close_cell()

    def _close_row(self) -> None:
        row, self._row = self._row, None
        if row is None:
            return
        row.close_cell()
        texts = row.cell_texts()
        own = texts[max(len(texts) - len(self._cell_spans), 0) :]
        spans = zip(own, self._cell_spans, strict=False)
        placed = self._grid.placed([(text, *span) for text, span in spans])
        if not row.length:
            return
        # A row whose first cell alone is a header cell is a row of data with its key; over the
        # keys there may be no header.
        first, *others = self._cell_tags or ["td"]
        has_no_key = not texts or not texts[0]
        if not others and first == "td":
            row.kind = BlockKind.PARAGRAPH
        elif "td" not in others and (first == "th" or has_no_key):
            row.kind = BlockKind.TABLE_HEADER
            self._grid.add_header(placed)
        else:
            self._grid.add_data()
            columns = [one.column for one in placed if one.is_own]
            columns = [0] * (len(texts) - len(own)) + columns
            row.set_headers([header_over(one, self._grid.headers) for one in columns])
        self._rows.append(row)
        self._builders.append(row)

    def _end_table(self) -> None:
        """A table that marks no header has its first row for one where only the others count."""
        rows, self._rows = self._rows, []
        self._grid = Grid()
        if not rows or rows[0].kind is BlockKind.TABLE_HEADER:
            return
        first, *others = rows
        heads = first.cell_texts()
        is_header = len(heads) > 1 and all(heads) and not any(map(_HAS_DIGIT.search, heads))
        if is_header and any(
            _HAS_DIGIT.search(text) for row in others for text in row.cell_texts()
        ):
            first.kind = BlockKind.TABLE_HEADER
            for row in others:
                row.set_headers(heads)
