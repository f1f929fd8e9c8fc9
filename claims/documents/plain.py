"""Plain text to blocks: paragraphs parted by blank lines, list items, lines that stand alone."""

from __future__ import annotations

import re

from claims.documents.building import BlockBuilder, whole_text, with_sections
from claims.languages import language_of
from claims.values import BlockKind, Document

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_SIGNATURE = re.compile(r"-- ?$", re.MULTILINE)
_END_OF_RELEASE = re.compile(r"\s*(?:(?:#\s?){3,}|-\s?30\s?-)\s*$", re.MULTILINE)
_QUOTED = re.compile(r"(?:>[ \t]?)*")
_ITEM = re.compile(r"\s*(?:[-*•‣·–]\s+|(\d{1,3})[.)、]\s+)")
_RULE = re.compile(r"[\ufeff\s\-=_*~#·.]*$", re.MULTILINE)
_SECTION_NUMBER = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[IVX]{1,5}\.)\s+(?=\S)")
_URL_GOES_ON = re.compile(r"https?://\S*[?&=/_-]$")
_ENDS_SENTENCE = re.compile(r"[.!?。！？:：;；,，]\s*$")
_LONGEST_HEADING = 60
_LONGEST_URL = 400


def read_plain(source: str, path: str) -> Document:
    """Read plain text; never raises, whatever the text."""
    builders: list[BlockBuilder] = []
    headings: set[tuple[int, int]] = set()
    for paragraph in _paragraphs(source, headings):
        builders.extend(_blocks_of(source, paragraph, headings))
    blocks = with_sections(builders)
    title = blocks[0].text if blocks and blocks[0].kind is BlockKind.HEADING else ""
    return Document(
        path=path,
        format="plain",
        title=title,
        language=language_of(whole_text(blocks)),
        source=source,
        blocks=blocks,
    )


def _paragraphs(source: str, headings: set[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The lines of each paragraph as spans of the source; those underlined go to `headings`."""
    paragraphs: list[list[tuple[int, int]]] = [[]]
    for match in _LINE.finditer(source):
        start, end = match.span(1)
        if _SIGNATURE.match(source, start, end) or _END_OF_RELEASE.match(source, start, end):
            break  # RFC 3676, section 4.3: a signature follows; or who issues a press release
        start = _QUOTED.match(source, start, end).end()  # type: ignore[union-attr]
        if _RULE.match(source, start, end):
            # Below a line a rule makes a heading of it; alone it parts, as an empty line does.
            if not source[start:end].isspace() and start < end and len(paragraphs[-1]) == 1:
                headings.add(paragraphs[-1][0])
            if paragraphs[-1]:
                paragraphs.append([])
        else:
            paragraphs[-1].append((start, end))
    return [lines for lines in paragraphs if lines]


def _blocks_of(
    source: str, lines: list[tuple[int, int]], headings: set[tuple[int, int]]
) -> list[BlockBuilder]:
    if len(lines) == 1 and (lines[0] in headings or _is_heading(source[slice(*lines[0])])):
        heading = BlockBuilder(BlockKind.HEADING, level=1)
        _add_line(heading, source, *lines[0])
        return [heading]
    builders: list[BlockBuilder] = []
    for first, end in lines:
        start = first
        item = _ITEM.match(source, first, end)
        if item:
            builders.append(BlockBuilder(BlockKind.LIST_ITEM, level=1))
            builders[-1].ordinal = int(item.group(1)) if item.group(1) else None
            start = item.end()
        elif not builders:
            builders.append(BlockBuilder(BlockKind.PARAGRAPH))
        _add_line(builders[-1], source, start, end)
    return builders


def _add_line(builder: BlockBuilder, source: str, start: int, end: int) -> None:
    while start < end and source[start] in "\ufeff \t":
        start += 1
    if builder.length and start:
        if _URL_GOES_ON.search(builder.text_from(max(builder.length - _LONGEST_URL, 0))):
            builder.start_line()  # an address that was broken at the margin
        else:
            builder.add_line_break(start - 1, start, source[start : start + 1])
    builder.add_collapsed(source[start:end].rstrip(), start)


def _is_heading(line: str) -> bool:
    text = line.strip()
    number = _SECTION_NUMBER.match(text)
    if number and not _ENDS_SENTENCE.search(text):
        text = text[number.end() :]
        if text.isupper():
            return True
    is_short = len(text) <= _LONGEST_HEADING
    return (
        is_short
        and not _ENDS_SENTENCE.search(text)
        and not _ITEM.match(text)
        and not any(character.isdigit() or character == "/" for character in text)
    )
