"""What a block states: the spans of its sentences, clauses and cells, and the links at each."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.checkworthiness import is_statement
from claims.languages import is_han_written
from claims.links import is_navigation, links_of, spans_of, text_without
from claims.marks import marks_in
from claims.sentences import split_sentences
from claims.source_words import NAMES_A_SOURCE, ONLY_POINTS, POINTER, SOURCE_COLUMN
from claims.values import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claims.sentences import Span
    from claims.values import Cell, Link, Mark

# "**Blade battery (BYD, 2020):** safer; capacity of ..." - what the item's clauses speak of.
_ITEM_LEAD = re.compile(r"[^:：。.;；!?！？\n]{2,60}[:：](?!\d)\s*")
_OF_THE_SENTENCE = 0.8
_WORD_CHARACTER = re.compile(r"\w")
_DIGIT = re.compile(r"\d")
_LOOSE = re.compile(r" +(?=[,.;:!?，。；：！？)）])")
# "(Both figures: Reference Laboratory)" as a sentence of its own.
_BRACKETED = re.compile(r"\s*[(（][^()（）\d]{0,120}[)）][\s.。]*")
_PERSONAL = re.compile(
    r"personal communication|pers\. comm|persönliche mitteilung|communication personnelle"
    r"|comunicación personal",
    re.IGNORECASE,
)
_EMPTY_ANGLES = re.compile(r" ?(?:<\s*>|[(（][\s,;，；]*[)）]|\[\s*\])")
_BRACKETS = re.compile(r"[(（\[［][^()（）\[\]［］]{0,400}[)）\]］]")
# What a link in brackets would not be called that only points: "(54% in 2020)".
_FIGURE = re.compile(
    r"\d\s*(?:%|percent|per\s+cent|[mb]illion|bn\b|[万萬億亿])|[$€£¥]\s?\d", re.IGNORECASE
)
_COLON_AT_END = re.compile(r"\s*[:：]\s*([.。]?)\s*$")
_ENDS_SENTENCE = re.compile(r"[.!?。！？]\W*$")
_EMPTY_CELL = re.compile(
    r"\W*(?:n/?a|k\.\s?a\.|keine\s+angabe|n/?d|unknown|unbekannt|none|tb[acd]|sin\s+datos"
    r"|non\s+disponible|不[詳详明]|[無无](?:資料|数据|數據)?|[暫暂][無无]|不[適适]用|(?:データ|該当)?なし)?\W*$",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]{2,}")
_FEW_WORDS = 4
_TASK = re.compile(r"\s*\[[ xX]\]\s")
_SPEAKER = re.compile(r"\s*[—–]{1,2}\s?\w")
_LONGEST_SPEAKER = 150


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim in the making: `[start, end)` of its block's text, and the links that stand at it."""

    block: Block
    start: int
    end: int
    plain: str
    links: tuple[Link, ...]
    marks: tuple[Mark, ...]
    confidence: float = 1.0

    @property
    def is_cited(self) -> bool:
        """Whether a link or mark stands at it."""
        return bool(self.links or self.marks)


def find_statements(block: Block, language: str, keys: frozenset[str]) -> Iterator[Statement]:
    """The statements of a block in the order of its text; a heading makes none.

    `keys` are what marks may point to: "[7]" is no mark where there is no seventh source.
    """
    if is_navigation(block) or _TASK.match(block.text) or names_speaker(block):
        return
    match block.kind:
        case BlockKind.HEADING | BlockKind.TABLE_HEADER | BlockKind.REFERENCE:
            return
        case BlockKind.TABLE_ROW:
            yield from _row_statements(_CitingText(block, keys), language)
        case BlockKind.CLAIM:
            plain = " ".join(block.text.split())
            yield Statement(block, 0, len(block.text), plain, links_of(block), ())
        case BlockKind.PARAGRAPH | BlockKind.LIST_ITEM | BlockKind.CAPTION:
            yield from _with_clauses_cited(_sentence_statements(_CitingText(block, keys), language))


def names_speaker(block: Block) -> bool:
    """Whether a paragraph says whose the quotation before it is: "— Prof. Lee, 12 March"."""
    is_short = len(block.text) <= _LONGEST_SPEAKER
    return block.kind is BlockKind.PARAGRAPH and is_short and bool(_SPEAKER.match(block.text))


class _CitingText:
    """A block's text with what cites in it, and without: words are what is neither."""

    def __init__(self, block: Block, keys: frozenset[str]) -> None:
        self.block = block
        self.links = links_of(block)
        self.marks = marks_in(block, keys)
        self._link_starts = [link.start for link in self.links]
        self._mark_starts = [mark.start for mark in self.marks]
        unmarked = text_without(block.text, spans_of(self.marks))
        self._unlinked = text_without(unmarked, spans_of(self.links))
        # Addresses and "[1](url)" are no words: their dots and question marks end no sentence.
        # In a table a linked number is the cell's content.
        is_row = block.kind is BlockKind.TABLE_ROW
        pointers = [
            link
            for link in self.links
            if POINTER.match(block.text, link.start, link.end)
            and not (is_row and block.text[link.start : link.end].strip().isdigit())
        ]
        pointing = [*spans_of(pointers), *self._pointing_brackets()]
        self.words = text_without(unmarked, sorted(pointing))

    def _pointing_brackets(self) -> Iterator[tuple[int, int]]:
        """Where brackets stand that only hold citations: "(see the register; updated series)"."""
        for brackets in _BRACKETS.finditer(self._unlinked):
            start, end = brackets.span()
            links = self.links_in(start, end)
            is_citing = links or self.marks_in(start, end)
            shown = [self.block.text[link.start : link.end] for link in links]
            has_address = any(text.lower().startswith("http") for text in shown)
            unlinked = brackets.group()
            names_it = (
                has_address
                or NAMES_A_SOURCE.match(unlinked)
                or (links and len(_WORDS.findall(unlinked)) <= _FEW_WORDS)
            )
            if _PERSONAL.search(brackets.group()) or (
                is_citing
                and not _FIGURE.search(" ".join((*shown, brackets.group())))
                and (ONLY_POINTS.match(brackets.group()) or names_it)
            ):
                yield start, end

    def sentences(self, language: str) -> tuple[Span, ...]:
        """The spans of sentences; a mark behind a full stop ends one even after "et al."."""
        found: list[Span] = []
        text = self.block.text
        ends = sorted({mark.end for mark in self.marks if text[mark.start - 1 : mark.start] == "."})
        for start, end in split_sentences(self.words, language, clauses=is_han_written(language)):
            cuts = [
                cut
                for cut in ends[bisect_left(ends, start + 1) : bisect_left(ends, end)]
                if self.words[cut:end].lstrip('"“„«¿¡ ')[:1].isupper()
            ]
            found.extend(pairwise([start, *cuts, end]))
        return tuple(found)

    def links_in(self, start: int, end: int) -> tuple[Link, ...]:
        """The links that begin in `[start, end)`."""
        starts = self._link_starts
        return self.links[bisect_left(starts, start) : bisect_left(starts, end)]

    def marks_in(self, start: int, end: int) -> tuple[Mark, ...]:
        """The marks that begin in `[start, end)`."""
        starts = self._mark_starts
        return self.marks[bisect_left(starts, start) : bisect_left(starts, end)]

    def is_all_citing(self, start: int, end: int) -> bool:
        """Whether nothing but links and marks stands in `[start, end)`."""
        rest = self._unlinked[start:end]
        only_points = (
            ONLY_POINTS.match(rest) or NAMES_A_SOURCE.match(rest) or _BRACKETED.fullmatch(rest)
        )
        return bool(only_points) and bool(self.links_in(start, end) or self.marks_in(start, end))

    def only_cites(self, start: int, end: int) -> bool:
        """Whether what stands in `[start, end)` names a source and says nothing besides."""
        is_bare = not _WORD_CHARACTER.search(self.words, start, end)
        names_it = NAMES_A_SOURCE.match(self.words, start)
        return self.is_all_citing(start, end) and bool(is_bare or names_it)

    def is_title(self, start: int, end: int) -> bool:
        """Whether a text is all link and reads as the title of what it links to."""
        words = self.words[start:end]
        is_linked = not self._unlinked[start:end].strip() and bool(words.strip())
        return is_linked and not (_ENDS_SENTENCE.search(words) or _FIGURE.search(words))

    def statement(self, start: int, end: int, plain: str, citing_end: int) -> Statement:
        """The statement of `[start, end)`, with what cites up to `citing_end`."""
        return Statement(
            self.block,
            start,
            end,
            plain,
            self.links_in(start, citing_end),
            self.marks_in(start, citing_end),
        )


def _with_clauses_cited(statements: Iterable[Statement]) -> Iterator[Statement]:
    """Clauses that a semicolon joins are one sentence: what cites at its end is for all of them."""
    later: Statement | None = None
    found = []
    for one in reversed(list(statements)):
        is_clause = one.block.text[one.start : one.end].rstrip().endswith(("；", ";"))
        if later is not None and is_clause and not one.is_cited and later.is_cited:
            one = replace(  # noqa: PLW2901  # the clause as its sentence cites
                one, links=later.links, marks=later.marks, confidence=_OF_THE_SENTENCE
            )
        found.append(one)
        later = one
    yield from reversed(found)


def _sentence_statements(text: _CitingText, language: str) -> Iterator[Statement]:
    block = text.block
    lead = _ITEM_LEAD.match(block.text) if block.kind is BlockKind.LIST_ITEM else None
    spans = text.sentences(language)
    if _is_label(text, spans) or (text.links and NAMES_A_SOURCE.match(block.text)):
        return
    for number, (start, end, links_end) in enumerate(_with_trailing_links(text, spans, language)):
        plain = _tidied(text.words[start:end])
        colon = max(block.text.rfind(mark, start, links_end) for mark in (": ", ":\n", "："))
        if colon >= 0 and text.links_in(colon, links_end) and _COLON_AT_END.search(plain):
            plain = _COLON_AT_END.sub(r"\1", plain)  # what the colon leads in is the address
        if lead and number:
            plain = f"{lead.group().strip()} {plain}"
        is_whole = len(spans) == 1
        if text.only_cites(start, end) or (is_whole and text.is_title(start, end)):
            continue
        if _states(block, plain, language):
            yield text.statement(start, end, plain, links_end)


def _states(block: Block, plain: str, language: str) -> bool:
    """Whether words state something; an item of a list may be as short as "River ward: 8,921"."""
    if is_statement(plain, language):
        return True
    is_item = block.kind is BlockKind.LIST_ITEM and is_statement(plain, language, fewest=2)
    return is_item and bool(_DIGIT.search(plain))


def _is_label(text: _CitingText, spans: Sequence[Span]) -> bool:
    """Whether a paragraph without a full stop or a source is a byline, a date or a running head."""
    block = text.block
    is_open = not _ENDS_SENTENCE.search(text.words) and len(spans) == 1
    if block.kind is BlockKind.CAPTION:
        return is_open
    return block.kind is BlockKind.PARAGRAPH and is_open and not (text.links or text.marks)


def _tidied(words: str) -> str:
    """Words on one line, without the spaces that a blanked citation leaves."""
    return _LOOSE.sub("", _EMPTY_ANGLES.sub("", " ".join(words.split())))


def _with_trailing_links(
    text: _CitingText, spans: tuple[Span, ...], language: str
) -> list[tuple[int, int, int]]:
    """Sentences as (start, end, end of their links): a link alone belongs to what stands before.

    "It rose. [Source](url)" is one statement with a citation behind it, and so is "It rose: url".
    """
    sentences = [
        (start, end)
        for number, (start, end) in enumerate(spans)
        if not (
            number
            and (text.is_all_citing(start, end) or text.is_title(start, end))
            and (
                text.is_title(start, end)
                or NAMES_A_SOURCE.match(text.words, start)
                or not is_statement(text.words[start:end], language)
            )
        )
    ]
    if not sentences:
        return []
    ends_of_links = [start for start, _ in sentences[1:]] + [len(text.words) + 1]
    return [
        (start, end, links_end)
        for (start, end), links_end in zip(sentences, ends_of_links, strict=True)
    ]


def _row_statements(text: _CitingText, language: str) -> Iterator[Statement]:
    """A statement for each cell but the first, which says what the row is about."""
    cells = [cell for cell in text.block.cells if text.block.text[cell.start : cell.end].strip()]
    if not cells:
        return
    key = " ".join(text.words[cells[0].start : cells[0].end].split())
    cites = [cell for cell in cells[1:] if _is_citation(text, cell)]
    citing = (cells[0], *cites)
    of_row = tuple(link for cell in citing for link in text.links_in(cell.start, cell.end))
    marks_of_row = tuple(mark for cell in citing for mark in text.marks_in(cell.start, cell.end))
    for cell in cells[1:]:
        if cell not in cites and not _says_nothing(text, cell):
            for one in _cell_statements(text, cell, key, language):
                yield one if one.is_cited else replace(one, links=of_row, marks=marks_of_row)


def _cell_statements(text: _CitingText, cell: Cell, key: str, language: str) -> Iterator[Statement]:
    header = f"{cell.header} = " if cell.header else ""
    content = text.words[cell.start : cell.end]
    for first, last in split_sentences(content, language, clauses=is_han_written(language)):
        words = content[first:last]
        if _WORD_CHARACTER.search(words):
            start, end = cell.start + first, cell.start + last
            plain = _tidied(f"{key}: {header}{words}")
            yield text.statement(start, end, plain, cell.end + 1)


def _is_citation(text: _CitingText, cell: Cell) -> bool:
    """Whether a cell only names a source; a linked number is a statement all the same."""
    if SOURCE_COLUMN.match(cell.header):
        return True
    return text.is_all_citing(cell.start, cell.end) and not _DIGIT.search(
        text.words, cell.start, cell.end
    )


def _says_nothing(text: _CitingText, cell: Cell) -> bool:
    return bool(_EMPTY_CELL.match(text.words[cell.start : cell.end]))
