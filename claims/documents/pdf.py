"""PDF to blocks: printed lines put together to headings, paragraphs, list items and notes.

A PDF says where characters stand and nothing of what they form, so the document's `source` is
the text as it was put together, a line for each block.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.documents.building import (
    BlockBuilder,
    first_heading,
    on_own_text,
    whole_text,
    with_sections,
)
from claims.documents.pdf_lines import lines_of
from claims.errors import UnreadableDocument
from claims.languages import language_of
from claims.marks import numbers_of
from claims.values import BlockKind, Document, Via

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.documents.pdf_lines import Character, Line
    from claims.values import Block

_ENDS_SENTENCE = re.compile(r"[.!?。！？:：;；][\"”’)\]」』）]?\s*$")
_ITEM = re.compile(r"\s*(?:[•‣·▪●○–*-]\s+|\uf0b7\s*|(?:\(?(\d{1,3})[.)]|\[(\d{1,3})\])\s+)")
_URL_AT_END = re.compile(r"https?://\S+$", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_URL_GOES_ON = re.compile(r"[-/_=&?.%+~#]$")
_MORE_OF_A_URL = re.compile(r"(?!\w+[.,;]?\s|\w+$)[\w/%?&=#.~+-]+")
_RAISED = re.compile(r"\d{1,3}(?:\s*[,–-]\s*\d{1,3})*")
_HEADING_SIZE = 1.12
_NOTE_SIZE = 0.93
_RAISED_SIZE = 0.82
_RAISED_BY = 0.18
_LONGEST_HEADING = 120
_LONGEST_LONE_HEADING = 60
# What programs write for a title that nobody gave.
_NO_TITLES = frozenset({"anonymous", "untitled", "document", "unspecified"})
# Notes stand in this part of a page, from its foot.
_FOOT = 0.3
_NOTE_LABEL = re.compile(r"\s*(?:[*†‡§¶]|\d{1,2}\s+(?=[A-Z“\"]))")
_CLOSING = frozenset(".,;:)]}!?。，；：）】」")
_SYMBOLS = frozenset("*†‡§¶")
_LONGEST_URL = 2000
_BROKEN = "\xad"  # where a word is broken at the end of a line
# Of the usual distance of two lines: a wider one parts paragraphs.
_PARAGRAPH_GAP = 1.25
_INDENT_POINTS = 6.0
_HANGING_POINTS = 2.0
_OTHER_SIZE = 0.03
_SHORT_LINE = 0.8


def read_pdf(data: bytes, path: str) -> Document:
    """Read a PDF. Raises UnreadableDocument for one that is damaged, locked or all pictures."""
    import pypdfium2  # noqa: PLC0415  # loads a native library

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_locked = "password" in str(error).lower()
        what = "is locked by a password" if is_locked else "is no readable PDF"
        raise UnreadableDocument(f"{path}: {what}") from error
    try:
        title = (document.get_metadata_dict().get("Title") or "").strip()
        title = "" if title.strip("()").lower() in _NO_TITLES else title
        lines, empty = lines_of(document)
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocument(f"{path}: has a damaged page ({error})") from error
    finally:
        document.close()
    if not lines:
        raise UnreadableDocument(f"{path}: holds pictures of pages and no text")
    blocks = tuple(map(_with_whole_addresses, with_sections(_Layout(lines).builders())))
    read = Document(
        path=path,
        format="pdf",
        title=title or first_heading(blocks),
        language=language_of(whole_text(blocks)),
        source="",
        blocks=blocks,
        warnings=tuple(f"{path}: page {page} holds no text" for page in empty),
    )
    return on_own_text(read, "pdf")


def _with_whole_addresses(block: Block) -> Block:
    """A printed address that a link leads to is the link, however its area was drawn."""
    links = list(block.links)
    for address in _ADDRESS.finditer(block.text):
        printed = address.group().rstrip(".,;:)")
        end = address.start() + len(printed)
        own = [
            link
            for link in links
            if link.start < end and address.start() < link.end and link.url.startswith(printed[:30])
        ]
        if own:
            links = [link for link in links if link not in own]
            links.append(replace(own[0], start=address.start(), end=end))
    return replace(block, links=tuple(sorted(links, key=lambda link: link.start)))


def _notes_last(lines: Sequence[Line], body_size: float) -> list[Line]:
    """The notes at the feet of pages behind all the text, which goes on above them."""
    text: list[Line] = []
    notes: list[Line] = []
    for page in sorted({line.page for line in lines}):
        on_page = [line for line in lines if line.page == page]
        low = _FOOT * max(line.bottom for line in on_page)
        is_note = False
        for line in on_page:
            is_small = line.size < _NOTE_SIZE * body_size and line.bottom < low
            is_note = is_small and (is_note or bool(_NOTE_LABEL.match(line.text)))
            (notes if is_note else text).append(line)
    return text + notes


class _Layout:
    """What is usual in a document, and with it where blocks begin."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[line.size] += len(line.characters)
        self._body_size = sizes.most_common(1)[0][0]
        body = [line for line in lines if line.size == self._body_size]
        gaps = Counter(
            round(above.bottom - below.bottom)
            for above, below in pairwise(body)
            if above.page == below.page and above.bottom > below.bottom
        )
        self._leading = gaps.most_common(1)[0][0] if gaps else 1.2 * self._body_size
        self._lines = _notes_last(lines, self._body_size)
        self._widest: dict[tuple[int, float], float] = {}
        for line in lines:
            key = (line.page, line.size)
            self._widest[key] = max(self._widest.get(key, 0.0), line.right - line.left)

    def builders(self) -> list[BlockBuilder]:
        found: list[BlockBuilder] = []
        block: list[Line] = []
        for line in self._lines:
            if block and self._begins(block, line):
                found.append(self._built(block))
                block = []
            block.append(line)
        if block:
            found.append(self._built(block))
        return found

    def _begins(self, block: Sequence[Line], line: Line) -> bool:
        """Whether a line begins a block of its own after those of an open one."""
        before, first = block[-1], block[0]
        if (
            _ITEM.match(line.text)
            or line.text[:1] in _SYMBOLS
            or before.is_bold is not line.is_bold
        ):
            return True
        if abs(before.size - line.size) > _OTHER_SIZE * self._body_size:
            return True
        ends_sentence = bool(_ENDS_SENTENCE.search(before.text))
        if before.page != line.page or line.bottom > before.bottom:
            # The text goes on at the top of another column or page.
            return ends_sentence and self._is_short(before)
        gap = before.bottom - line.bottom
        if gap > _PARAGRAPH_GAP * max(self._leading, 1.1 * line.size):
            return ends_sentence or not line.text.lstrip()[:1].islower()
        if _ITEM.match(first.text):
            return self._ends_item(block, line, ends_sentence=ends_sentence)
        is_indented = line.left > first.left + _INDENT_POINTS and len(block) > 1
        return ends_sentence and (is_indented or self._is_short(before))

    def _ends_item(self, block: Sequence[Line], line: Line, *, ends_sentence: bool) -> bool:
        """Whether a line stands behind an item of a list, not in it."""
        indent = line.left - block[0].left
        if abs(indent) > _HANGING_POINTS:
            return indent < 0
        # Flush with its number an entry goes on until its address has come.
        has_address = any("http" in one.text for one in block)
        return ends_sentence and (has_address or not line.text.lstrip().startswith("http"))

    def _is_short(self, line: Line) -> bool:
        """Whether a line stops well before the margin that others of its page reach."""
        return line.right - line.left < _SHORT_LINE * self._widest[line.page, line.size]

    def _built(self, block: Sequence[Line]) -> BlockBuilder:
        text = " ".join(line.text.strip() for line in block)
        item = _ITEM.match(text)
        size = block[0].size
        if (
            size > _HEADING_SIZE * self._body_size
            or (block[0].is_bold and not item and not _ENDS_SENTENCE.search(text))
            or (len(block) == 1 and not item and self._stands_alone(text))
        ) and len(text) <= _LONGEST_HEADING:
            builder = BlockBuilder(
                BlockKind.HEADING, level=1 if size > 1.5 * self._body_size else 2
            )
        elif size < _NOTE_SIZE * self._body_size and (
            item or text[:1].isdigit() or text[:1] in _SYMBOLS
        ):
            builder = BlockBuilder(BlockKind.REFERENCE, level=1)
            if text[:1] in _SYMBOLS:
                builder.anchors.append(f"^{block[0].page} {text[0]}")
                item = None
            number = re.match(r"\W*(\d{1,3})", text)
            builder.ordinal = int(number[1]) if number else None
        elif item:
            builder = BlockBuilder(BlockKind.LIST_ITEM, level=1)
            number_text = item[1] or item[2]
            builder.ordinal = int(number_text) if number_text else None
        else:
            builder = BlockBuilder(BlockKind.PARAGRAPH)
        _Filler(builder).add(block, skipped=item.end() if item and not item[2] else 0)
        return builder

    @staticmethod
    def _stands_alone(text: str) -> bool:
        has_number = any(character.isdigit() for character in text.lstrip("0123456789. "))
        is_short = len(text) <= _LONGEST_LONE_HEADING
        return is_short and not (_ENDS_SENTENCE.search(text) or has_number or "/" in text)


class _Filler:
    """Writes lines into a block: broken words and addresses whole, raised numbers as marks."""

    def __init__(self, builder: BlockBuilder) -> None:
        self._builder = builder
        self._url = ""
        self._raised_from: int | None = None
        self._space = False
        self._page = 0

    def add(self, lines: Sequence[Line], skipped: int) -> None:
        """Add all lines but the first `skipped` characters, which are a bullet."""
        for number, line in enumerate(lines):
            self._page = line.page
            if number:
                self._pass_line_end(lines[number - 1], line)
            size, bottom = line.size, line.bottom
            for position, character in enumerate(line.characters):
                if number or position >= skipped:
                    is_raised = (
                        character.size < _RAISED_SIZE * size
                        and character.bottom > bottom + _RAISED_BY * size
                    )
                    self._add(character, is_raised=is_raised)
        self._end_raised()
        self._switch_link("")

    def _add(self, character: Character, *, is_raised: bool) -> None:
        if character.text.isspace():
            # A link's area often begins or ends on the space beside its words.
            self._space = True
            return
        if is_raised and self._raised_from is None:
            self._raised_from = self._builder.length
        elif not is_raised:
            self._end_raised()
        # Its area often begins early: a stop or bracket there belongs to the words before.
        begins_link = character.url not in {"", self._url}
        url = "" if begins_link and character.text in _CLOSING else character.url
        if self._space and url != self._url:
            self._switch_link("")
        if self._space:
            self._builder.add_space(0, 0)
            self._space = False
        self._switch_link(url)
        if character.text != _BROKEN:
            self._builder.add(character.text, 0, 0)
        if character.text in _SYMBOLS:
            start = self._builder.length - 1
            self._builder.add_mark(f"^{self._page} {character.text}", start, Via.FOOTNOTE)

    def _pass_line_end(self, before: Line, line: Line) -> None:
        """What stands between two lines: a space, or nothing within a word or an address."""
        written = before.text.rstrip()
        following = line.text.lstrip()
        so_far = self._builder.text_from(max(self._builder.length - _LONGEST_URL, 0))
        address = _URL_AT_END.search(so_far + "-" * written.endswith(_BROKEN))
        if address:
            if written.endswith(_BROKEN):
                self._builder.add("-", 0, 0)
            elif not (_URL_GOES_ON.search(written) or _MORE_OF_A_URL.match(following)):
                self._builder.add_space(0, 0)
        elif not (written.endswith(_BROKEN) and following[:1].islower()):
            if written.endswith(_BROKEN):
                self._builder.add("-", 0, 0)
            else:
                self._builder.add_line_break(0, 0, following[:1])

    def _switch_link(self, url: str) -> None:
        if url != self._url:
            if self._url:
                self._builder.close_link()
            if url:
                self._builder.open_link(url, Via.INLINE)
            self._url = url

    def _end_raised(self) -> None:
        """A raised number points to a note."""
        if self._raised_from is None:
            return
        start, self._raised_from = self._raised_from, None
        raised = self._builder.text_from(start).strip()
        if _RAISED.fullmatch(raised):
            for label in numbers_of(raised):
                self._builder.add_mark(label, start, Via.NUMBERED)
