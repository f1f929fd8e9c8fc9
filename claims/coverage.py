"""Citations that cover more than the sentence they stand at.

A source named behind a paragraph, in the line that leads a list in, in a table's header or below
a table speaks for all of it. Such citations are less sure than one at the claim itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.checkworthiness import LEAD_IN
from claims.links import is_navigation, links_of, spans_of, text_without
from claims.marks import marks_in
from claims.source_words import NAMES_A_SOURCE, ONLY_POINTS, POINTER
from claims.statements import Statement, find_statements, names_speaker
from claims.values import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.values import Block, Link, Mark

_CONFIDENCE = 0.7
_EMPTY_BRACKETS = re.compile(
    r"[(（][^()（）\w]*(?:出典|[來来]源|資料來源|sources?|quelle)?[^()（）\w]*[)）]", re.IGNORECASE
)
_SOURCE_AT_END = re.compile(rf"[.。;；]\s+{NAMES_A_SOURCE.pattern}[^.]*$", re.IGNORECASE)
_STOP = re.compile(r"[.!?]\s|[。！？]")
_FULL_STOP = re.compile(r"[.!?。！？]\W*$")
_WORDS_THEN_NONE = re.compile(r"(?P<words>.*\w)\W*", re.DOTALL)
_GROUPED = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})


@dataclass(frozen=True, slots=True)
class _Cited:
    """A block with its statements and all that cites in it."""

    block: Block
    statements: tuple[Statement, ...]
    links: tuple[Link, ...]
    marks: tuple[Mark, ...]

    @property
    def cites(self) -> bool:
        """Whether anything cites in it."""
        return bool(self.links or self.marks)

    def words(self) -> str:
        """Its text without what cites, and without the brackets that held it."""
        bare = text_without(self.block.text, spans_of(self.links))
        return _EMPTY_BRACKETS.sub("", text_without(bare, spans_of(self.marks)))

    def at_its_end(self) -> _Cited:
        """The same with what cites in its last sentence, or in all of it if nothing does there."""
        stops = [stop.end() for stop in _STOP.finditer(self.block.text)]
        start = stops[-1] if stops else 0
        links = tuple(link for link in self.links if link.start >= start)
        marks = tuple(mark for mark in self.marks if mark.start >= start)
        return replace(self, links=links, marks=marks) if links or marks else self

    def covering(self, links: Sequence[Link], marks: Sequence[Mark]) -> _Cited:
        """The same, with the statements that nothing stands at covered from elsewhere."""
        covered = tuple(
            one
            if one.is_cited
            else replace(one, links=tuple(links), marks=tuple(marks), confidence=_CONFIDENCE)
            for one in self.statements
        )
        return replace(self, statements=covered)


def covered_statements(
    blocks: Sequence[Block], language: str, keys: frozenset[str]
) -> tuple[Statement, ...]:
    """The statements of all blocks in order, each with what cites at it or for it."""
    cited = [
        _Cited(
            block,
            tuple(find_statements(block, language, keys)),
            links_of(block),
            marks_in(block, keys),
        )
        for block in blocks
        if not is_navigation(block)
    ]
    for number, one in enumerate(cited):
        following = cited[number + 1].block.kind if number + 1 < len(cited) else None
        is_title = (
            following is BlockKind.TABLE_HEADER
            and one.block.kind is BlockKind.PARAGRAPH
            and len(one.statements) == 1
            and not _FULL_STOP.search(text_without(one.block.text, spans_of(one.marks)))
        )
        cited[number] = replace(one, statements=()) if is_title else _from_its_end(one)
    for number, one in enumerate(cited):
        if one.block.kind is BlockKind.TABLE_HEADER:
            for other in _group_after(cited, number, BlockKind.TABLE_ROW):
                cited[other] = _from_its_header(cited[other], one)
        elif one.cites:
            speaking = one.at_its_end() if LEAD_IN.search(one.words()) else one
            for other in _covered_by(cited, number):
                cited[other] = cited[other].covering(speaking.links, speaking.marks)
    return tuple(statement for one in cited for statement in one.statements)


def _from_its_end(one: _Cited) -> _Cited:
    """What cites at the very end of a paragraph speaks for the sentences before it too.

    A link over the last words of a sentence belongs to that sentence alone.
    """
    if one.block.kind is not BlockKind.PARAGRAPH or not one.statements:
        return one
    *before, last = one.statements
    end = _end_of_words(one.block.text, last)
    links = [link for link in last.links if link.start >= end]
    marks = [mark for mark in last.marks if mark.start >= end]
    if not (links or marks) or any(statement.is_cited for statement in before):
        return one
    return one.covering(links, marks)


def _end_of_words(text: str, statement: Statement) -> int:
    """Where a sentence's words end: before the marks, and the brackets that point, at its end."""
    bare = text_without(text, spans_of(statement.marks))
    pointing = [link for link in statement.links if POINTER.match(text, link.start, link.end)]
    bare = text_without(bare, spans_of(pointing))
    words = _WORDS_THEN_NONE.match(bare, statement.start, statement.end)
    end = words.end("words") if words else statement.end
    unlinked = text_without(bare, spans_of(statement.links))
    bracket = max(
        text.rfind("(", statement.start, end + 1), text.rfind("（", statement.start, end + 1)
    )
    if bracket > statement.start and ONLY_POINTS.match(unlinked[bracket : statement.end]):
        return bracket
    return end


def _from_its_header(row: _Cited, header: _Cited) -> _Cited:
    """A citation in a column's header speaks for the column, one over the keys for the row."""
    columns = [cell.start for cell in header.block.cells]
    whole = tuple(link for link in header.links if _only_points(header.block.text, link))

    def over(column: int) -> tuple[tuple[Link, ...], tuple[Mark, ...]]:
        first = columns[column] if column < len(columns) else len(header.block.text)
        last = columns[column + 1] if column + 1 < len(columns) else len(header.block.text) + 1
        return (
            tuple(link for link in header.links if first <= link.start < last),
            tuple(mark for mark in header.marks if first <= mark.start < last),
        )

    def covered(one: Statement) -> Statement:
        own = bisect_right([cell.start for cell in row.block.cells], one.start) - 1
        links, marks = over(own)
        if not (links or marks):
            first_links, _ = over(0)
            links = tuple(dict.fromkeys((*first_links, *whole)))
            marks = header.marks
        if one.is_cited or not (links or marks):
            return one
        return replace(one, links=links, marks=marks, confidence=_CONFIDENCE)

    if not header.cites:
        return row
    return replace(row, statements=tuple(map(covered, row.statements)))


def _only_points(text: str, link: Link) -> bool:
    """Whether a link is no name of a column but stands behind it: "Charge ([return](url))"."""
    is_bracketed = text[: link.start].rstrip().endswith(("(", "（"))
    return is_bracketed or bool(POINTER.match(text, link.start, link.end))


def _covered_by(cited: Sequence[_Cited], number: int) -> range:
    """The blocks that a block's citations speak for, besides its own statements."""
    one = cited[number]
    following = cited[number + 1].block if number + 1 < len(cited) else None
    rest = text_without(text_without(one.block.text, spans_of(one.links)), spans_of(one.marks))
    leads_in = bool(LEAD_IN.search(one.words()))
    if one.block.kind is BlockKind.LIST_ITEM:
        return _items_below(cited, number) if leads_in else range(0)
    if one.block.kind not in {BlockKind.PARAGRAPH, BlockKind.CAPTION}:
        return range(0)
    if leads_in and following and following.kind in _GROUPED:
        return _group_after(cited, number, following.kind)
    if following and following.kind is BlockKind.TABLE_HEADER and _is_caption(one, rest):
        return _group_after(cited, number + 1, BlockKind.TABLE_ROW)
    if NAMES_A_SOURCE.match(rest) or names_speaker(one.block):
        return _group_before(cited, number)
    if one.block.kind is BlockKind.CAPTION or (not one.statements and ONLY_POINTS.match(rest)):
        return _group_before(cited, number)
    return range(0)


def _is_caption(one: _Cited, rest: str) -> bool:
    """Whether a block that stands before a table tells what is in it, or whence it comes."""
    has_no_stop = not _FULL_STOP.search(rest)
    is_caption = one.block.kind is BlockKind.CAPTION or has_no_stop or not one.statements
    return is_caption or bool(_SOURCE_AT_END.search(rest))


def _items_below(cited: Sequence[_Cited], number: int) -> range:
    """The items of the lists within an item."""
    level = cited[number].block.level
    stop = number + 1
    while (
        stop < len(cited)
        and cited[stop].block.kind is BlockKind.LIST_ITEM
        and cited[stop].block.level > level
    ):
        stop += 1
    return range(number + 1, stop)


def _group_after(cited: Sequence[_Cited], number: int, kind: BlockKind) -> range:
    stop = number + 1
    while stop < len(cited) and cited[stop].block.kind is kind:
        stop += 1
    return range(number + 1, stop)


def _group_before(cited: Sequence[_Cited], number: int) -> range:
    start = number
    kind = cited[number - 1].block.kind if number else None
    if cited[number].block.kind is BlockKind.CAPTION and kind is not BlockKind.TABLE_ROW:
        return range(0)
    while start and kind in _GROUPED and cited[start - 1].block.kind is kind:
        start -= 1
    if start == number and kind is BlockKind.PARAGRAPH and not cited[number - 1].cites:
        start = number - 1
    return range(start, number)
