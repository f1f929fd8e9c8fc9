"""The printed lines of a PDF: characters with their places, and the links that lie over them."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONGEST_URL = 4000
# How far, of the size of its print, a character may stand off its line and still belong to it.
_SAME_LINE = 0.6
_WORD_GAP = 0.2
_BOLD = 600  # of 100 to 900, as in CSS
_LONGEST_FONT_NAME = 100
_MARGIN_LINES = 3
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|seite|página|p\.|第)?\s*(?:\d{1,4}|[ivxl]{1,6})\s*(?:[/|–-]|of|von|de|sur)?\s*\d{0,4}"
    r"\s*页?頁?ページ?\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Character:
    """A printed character: its box in points from the page's lower left, its size and its link."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    is_bold: bool
    url: str


@dataclass(frozen=True, slots=True)
class Line:
    """Characters that stand on one line of a page, from left to right."""

    characters: tuple[Character, ...]
    page: int

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(character.text for character in self.characters)

    @property
    def size(self) -> float:
        """The size of most of its print, in points."""
        return Counter(one.size for one in self.characters).most_common(1)[0][0]

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        return all(one.is_bold for one in self.characters if not one.text.isspace())

    @property
    def bottom(self) -> float:
        """Where most of its print stands."""
        return Counter(round(one.bottom, 1) for one in self.characters).most_common(1)[0][0]

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.characters[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(character.right for character in self.characters)


def lines_of(document: Any) -> tuple[list[Line], list[int]]:
    """The lines of a `pypdfium2.PdfDocument` in reading order, and the pages without any.

    Running heads and page numbers are left out. Raises PdfiumError for a damaged page.
    """
    pages: list[list[Line]] = []
    for number in range(len(document)):
        page = document[number]
        try:
            pages.append(list(_joined(_runs(page), number)))
        finally:
            page.close()
    empty = [number + 1 for number, lines in enumerate(pages) if not lines]
    return _without_running_heads(pages), empty


def _runs(page: Any) -> Iterator[list[Character]]:
    """What the file prints without a break, which may be a part of a line."""
    from pypdfium2 import raw  # noqa: PLC0415  # loads a native library

    links = list(_links(page, raw))
    textpage = page.get_textpage()
    run: list[Character] = []
    try:
        for index in range(textpage.count_chars()):
            character = chr(raw.FPDFText_GetUnicode(textpage.raw, index) or 0xFFFD)
            if character in "\r\n":
                if run:
                    yield run
                run = []
                continue
            left, bottom, right, top = textpage.get_charbox(index)
            middle = (left + right) / 2, (bottom + top) / 2
            url = next((url for url, box in links if _is_inside(middle, box)), "")
            size = round(raw.FPDFText_GetFontSize(textpage.raw, index) or 1.0, 1)
            if raw.FPDFText_IsHyphen(textpage.raw, index) == 1:
                character = "\xad"  # set where a word is broken at the end of a line
            is_bold = _is_bold(raw, textpage.raw, index)
            printed = Character(character, left, bottom, right, top, size, is_bold, url)
            # Where a word is broken at the end of a line the text goes on without a line's end.
            if run and _is_below(run[-1], printed):
                yield run
                run = []
            run.append(printed)
        if run:
            yield run
    finally:
        textpage.close()


def _is_bold(raw: Any, textpage: Any, index: int) -> bool:
    """Whether a character's font says it is bold, by its weight or, with none, by its name."""
    weight: int = raw.FPDFText_GetFontWeight(textpage, index)
    if weight > 0:
        return weight >= _BOLD
    name = ctypes.create_string_buffer(_LONGEST_FONT_NAME)
    raw.FPDFText_GetFontInfo(textpage, index, name, _LONGEST_FONT_NAME, ctypes.c_int())
    return b"bold" in name.value.lower()


def _is_below(before: Character, character: Character) -> bool:
    """Whether a character stands on a line below, back at the left."""
    drop = before.bottom - character.bottom
    return drop > _SAME_LINE * before.size and character.left < before.left - before.size


def _links(page: Any, raw: Any) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    """The web addresses behind areas of a page: left, bottom, right, top."""
    position, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page.raw, position, link):
        action = raw.FPDFLink_GetAction(link)
        area = raw.FS_RECTF()
        if action and raw.FPDFLink_GetAnnotRect(link, area):
            buffer = ctypes.create_string_buffer(_LONGEST_URL)
            length = raw.FPDFAction_GetURIPath(page.pdf.raw, action, buffer, _LONGEST_URL)
            if 1 < length <= _LONGEST_URL:
                url = buffer.value.decode("utf-8", "replace").strip()
                yield url, (area.left, area.bottom, area.right, area.top)


def _is_inside(point: tuple[float, float], box: tuple[float, float, float, float]) -> bool:
    left, bottom, right, top = box
    return left <= point[0] <= right and bottom <= point[1] <= top


def _joined(runs: Iterator[list[Character]], page: int) -> Iterator[Line]:
    """Runs that go on beside one another are one line: raised figures begin runs of their own."""
    line: list[Character] = []
    for run in runs:
        if line and not _goes_on(line, run):
            yield from _line(line, page)
            line = []
        if line and run[0].left - line[-1].right > _WORD_GAP * run[0].size:
            gap = line[-1]
            line.append(
                Character(
                    " ", gap.right, gap.bottom, run[0].left, gap.top, gap.size, gap.is_bold, ""
                )
            )
        line.extend(run)
    yield from _line(line, page)


def _line(characters: Sequence[Character], page: int) -> Iterator[Line]:
    if any(not character.text.isspace() for character in characters):
        yield Line(tuple(characters), page)


def _goes_on(line: Sequence[Character], run: Sequence[Character]) -> bool:
    last, first = line[-1], run[0]
    size = max(line[0].size, first.size)
    is_beside = abs(first.bottom - line[0].bottom) < _SAME_LINE * size
    # Columns of a page are set apart by more than a word.
    return is_beside and -size < first.left - last.right < 2 * size


def _without_running_heads(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """All lines but those which, numbers aside, stand at the edge of several pages."""
    margins = [{_DIGITS.sub("#", line.text.strip()) for line in _edges(lines)} for lines in pages]
    seen = Counter(text for texts in margins for text in texts)
    kept: list[Line] = []
    for lines in pages:
        edges = set(map(id, _edges(lines)))
        for line in lines:
            is_repeated = seen[_DIGITS.sub("#", line.text.strip())] > max(1, len(pages) // 3)
            is_number = bool(_PAGE_NUMBER.fullmatch(line.text.strip()))
            if not (id(line) in edges and (is_repeated or is_number)):
                kept.append(line)
    return kept


def _edges(lines: Sequence[Line]) -> list[Line]:
    """The highest and the lowest lines of a page; files print them first, last or in between."""
    by_height = sorted(lines, key=lambda line: line.bottom)
    return by_height[:_MARGIN_LINES] + by_height[-_MARGIN_LINES:]
