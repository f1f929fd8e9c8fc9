"""What a block states: the spans of its sentences, clauses and cells, and the links at each."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.checkworthiness import is_statement
from claims.citing_text import CitingText
from claims.languages import is_han_written
from claims.links import is_navigation, links_of
from claims.sentences import split_sentences
from claims.source_words import CLAIM_COLUMN, NAMES_A_SOURCE, NUMBER_COLUMN, SOURCE_COLUMN
from claims.values import Block, BlockKind
from claims.year_columns import year_cell

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
_EMPTY_ANGLES = re.compile(r" ?(?:<\s*>|[(（][\s,;，；]*[)）]|\[\s*\])")
_COLON_AT_END = re.compile(r"\s*[:：]\s*([.。]?)\s*$")
_ENDS_SENTENCE = re.compile(r"[.!?。！？]\W*$")
_EMPTY_CELL = re.compile(
    r"\W*(?:n/?a|k\.\s?a\.|keine\s+angabe|n/?d|unknown|unbekannt|none|tb[acd]|sin\s+datos"
    r"|non\s+disponible|不[詳详明]|[無无](?:資料|数据|數據)?|[暫暂][無无]|不[適适]用|(?:データ"
    r"|該当)?なし)?\W*$",
    re.IGNORECASE,
)
_CAPTION_LABEL = re.compile(r"^\W*(?:\w+\.?\s*)?\d{1,2}[a-z]?\s*[.:：|]?")
_TASK = re.compile(r"\s*\[[ xX]\]\s")
_SPEAKER = re.compile(r"\s*[—–]{1,2}\s?\w")
_LONGEST_SPEAKER = 150
_ROW_NUMBER = re.compile(r"\W*(?:[A-Za-z]{1,2}[-.]?)?\d{1,3}[a-z]?\W*")
_PAIR = 2
# How many words state something with a figure in them that has a citation.
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim in the making: `[start, end)` of its block's text, and the links that stand at it.

    `language` is the BCP 47 tag of what it is written in.
    """

    block: Block
    start: int
    end: int
    plain: str
    links: tuple[Link, ...]
    marks: tuple[Mark, ...]
    language: str
    confidence: float = 1.0

    @property
    def is_cited(self) -> bool:
        """Whether a link or mark stands at it."""
        return bool(self.links or self.marks)


def find_statements(block: Block, language: str, keys: frozenset[str]) -> Iterator[Statement]:
    """The statements of a block in the order of its text; a heading makes none.

    `language` is the document's, for what the block says nothing else of.

    `keys` are what marks may point to: "[7]" is no mark where there is no seventh source.
    """
    if is_navigation(block) or is_task(block) or names_speaker(block):
        return
    match block.kind:
        case BlockKind.HEADING | BlockKind.TABLE_HEADER | BlockKind.REFERENCE:
            return
        case BlockKind.TABLE_ROW:
            yield from _row_statements(CitingText(block, keys), language)
        case BlockKind.CLAIM:
            plain = " ".join(block.text.split())
            own = block.language_at(0, language)
            yield Statement(block, 0, len(block.text), plain, links_of(block), (), own)
        case BlockKind.PARAGRAPH | BlockKind.LIST_ITEM | BlockKind.CAPTION:
            yield from _with_clauses_cited(_sentence_statements(CitingText(block, keys), language))


def is_task(block: Block) -> bool:
    """Whether a block is an item to be ticked off: a note of its author to himself."""
    return bool(_TASK.match(block.text))


def names_speaker(block: Block) -> bool:
    """Whether a paragraph says whose the quotation before it is: "— Prof. Lee, 12 March"."""
    is_short = len(block.text) <= _LONGEST_SPEAKER
    is_prose = block.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
    return is_prose and is_short and bool(_SPEAKER.match(block.text))


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


def _sentence_statements(text: CitingText, language: str) -> Iterator[Statement]:
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
        own = block.language_at(start, language)
        is_cited = bool(text.links_in(start, links_end) or text.marks_in(start, links_end))
        if _states(block, plain, own, is_cited=is_cited):
            yield _statement(text, (start, end), plain, links_end, own)


def _statement(
    text: CitingText, span: Span, plain: str, citing_end: int, language: str
) -> Statement:
    """The statement of a span, with what cites from its start to `citing_end`."""
    start, end = span
    return Statement(
        text.block,
        start,
        end,
        plain,
        text.links_in(start, citing_end),
        text.marks_in(start, citing_end),
        language,
    )


def _states(block: Block, plain: str, language: str, *, is_cited: bool) -> bool:
    """Whether words state something.

    An item of a list may be as short as "River ward: 8,921", and so may what cites a source.
    """
    if is_statement(plain, language):
        return True
    may_be_short = is_cited or block.kind is BlockKind.LIST_ITEM
    return may_be_short and bool(
        _DIGIT.search(plain) and is_statement(plain, language, fewest=_FEWEST)
    )


def _is_label(text: CitingText, spans: Sequence[Span]) -> bool:
    """Whether a paragraph without a full stop or a source is a byline, a date or a running head."""
    block = text.block
    is_open = not _ENDS_SENTENCE.search(text.words) and len(spans) == 1
    if block.kind is BlockKind.CAPTION:
        # "Table 1. Sales by region" names what is shown; "Sales fell by 5% in 2020." states it.
        said = _CAPTION_LABEL.sub("", text.words, count=1)
        return not (_ENDS_SENTENCE.search(said) and _DIGIT.search(said))
    return block.kind is BlockKind.PARAGRAPH and is_open and not (text.links or text.marks)


def _tidied(words: str) -> str:
    """Words on one line, without the spaces that a blanked citation leaves."""
    return _LOOSE.sub("", _EMPTY_ANGLES.sub("", " ".join(words.split())))


def _with_trailing_links(
    text: CitingText, spans: tuple[Span, ...], language: str
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
                or text.sends_to_sources(start, end)
                or NAMES_A_SOURCE.match(text.words, start, end)
                or not is_statement(text.words[start:end], text.block.language_at(start, language))
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


def _row_statements(text: CitingText, language: str) -> Iterator[Statement]:
    """A statement for each cell but the first, which says what the row is about.

    In a table of claims those cells alone; beside them stand their number, date or state.
    """
    cells = [cell for cell in text.block.cells if text.block.text[cell.start : cell.end].strip()]
    stated = [cell for cell in cells if CLAIM_COLUMN.fullmatch(cell.header)]
    if stated:
        yield from _cited_by(
            text, stated, "", [one for one in cells if one not in stated], language
        )
        return
    if len(cells) > _PAIR and _is_row_number(text, cells[0]):
        cells = cells[1:]
    if not cells:
        return
    when = year_cell(cells, text.words)
    # "Norland, 2023: capacity = 6,150": the year says of what the others are.
    naming = cells[:1] + [one for one in (when,) if one and one is not cells[0]]
    if when is cells[0] and len(cells) > _PAIR and not _DIGIT.search(text.words, *_span(cells[1])):
        naming = cells[:2]
    key = ", ".join(" ".join(text.words[one.start : one.end].split()) for one in naming)
    cites = [cell for cell in cells[1:] if _is_citation(text, cell)]
    stating = [
        cell
        for cell in cells[1:]
        if cell not in (*cites, *naming) and not _says_nothing(text, cell)
    ]
    yield from _cited_by(text, stating, key, [cells[0], *cites], language)


def _cited_by(
    text: CitingText, stating: Sequence[Cell], key: str, citing: Sequence[Cell], language: str
) -> Iterator[Statement]:
    """The statements of some cells; where one has no citation of its own, with those of others."""
    links = tuple(link for cell in citing for link in text.links_in(cell.start, cell.end))
    marks = tuple(mark for cell in citing for mark in text.marks_in(cell.start, cell.end))
    for cell in stating:
        for one in _cell_statements(text, cell, key, language):
            yield one if one.is_cited else replace(one, links=links, marks=marks)


def _is_row_number(text: CitingText, cell: Cell) -> bool:
    """Whether a cell only numbers its row: "No. 4"."""
    written = text.words[cell.start : cell.end].strip()
    return NUMBER_COLUMN.fullmatch(cell.header) is not None and bool(_ROW_NUMBER.fullmatch(written))


def _span(cell: Cell) -> Span:
    return cell.start, cell.end


def _cell_statements(text: CitingText, cell: Cell, key: str, language: str) -> Iterator[Statement]:
    header = f"{cell.header} = " if cell.header else ""
    content = text.words[cell.start : cell.end]
    own = text.block.language_at(cell.start, language)
    for first, last in split_sentences(content, own, clauses=is_han_written(own)):
        words = content[first:last]
        if _WORD_CHARACTER.search(words):
            start, end = cell.start + first, cell.start + last
            plain = _tidied(f"{key}: {header}{words}" if key else words)
            yield _statement(text, (start, end), plain, cell.end + 1, own)


def _is_citation(text: CitingText, cell: Cell) -> bool:
    """Whether a cell only names a source; a linked number is a statement all the same."""
    if SOURCE_COLUMN.match(cell.header):
        return True
    return text.is_all_citing(cell.start, cell.end) and not _DIGIT.search(
        text.words, cell.start, cell.end
    )


def _says_nothing(text: CitingText, cell: Cell) -> bool:
    return bool(_EMPTY_CELL.match(text.words[cell.start : cell.end]))
