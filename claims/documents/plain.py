"""Plain text to blocks: paragraphs parted by blank lines, list items, lines that stand alone."""

from __future__ import annotations

import re

from claims.documents.building import BlockBuilder, whole_text, with_sections
from claims.languages import language_of
from claims.values import BlockKind, Document

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_ITEM = re.compile(r"\s*(?:[-*•‣·–]\s+|(\d{1,3})[.)、]\s+|(?=\[\d{1,3}\]))")
_ENDS_SENTENCE = re.compile(r"[.!?。！？:：;；,，]\s*$")
_LONGEST_HEADING = 60


def read_plain(source: str, path: str) -> Document:
    """Read plain text; never raises, whatever the text."""
    builders: list[BlockBuilder] = []
    for paragraph in _paragraphs(source):
        builders.extend(_blocks_of(source, paragraph))
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


def _paragraphs(source: str) -> list[list[tuple[int, int]]]:
    """The lines of each paragraph as spans of the source."""
    paragraphs: list[list[tuple[int, int]]] = [[]]
    for match in _LINE.finditer(source):
        start, end = match.span(1)
        if source[start:end].strip("\ufeff \t"):
            paragraphs[-1].append((start, end))
        elif paragraphs[-1]:
            paragraphs.append([])
    return [lines for lines in paragraphs if lines]


def _blocks_of(source: str, lines: list[tuple[int, int]]) -> list[BlockBuilder]:
    if len(lines) == 1 and _is_heading(source[slice(*lines[0])]):
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
        builder.add_line_break(start - 1, start, source[start : start + 1])
    builder.add_collapsed(source[start:end].rstrip(), start)


def _is_heading(line: str) -> bool:
    text = line.strip()
    is_short = len(text) <= _LONGEST_HEADING
    return (
        is_short
        and not _ENDS_SENTENCE.search(text)
        and not _ITEM.match(text)
        and not any(character.isdigit() or character == "/" for character in text)
    )
