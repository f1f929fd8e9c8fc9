"""The claims of a document: its sentences, list items and table cells that state something."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.attribution import rank_references
from claims.checkworthiness import assess, is_statement
from claims.citations import citations_at, links_of, map_citations, text_without_links
from claims.documents.building import line_starts
from claims.documents.markdown_marks import with_whole_marks
from claims.languages import is_han_written
from claims.quantities import find_quantities
from claims.sentences import split_sentences
from claims.values import Block, BlockKind, Citation, Claim, Document, Via

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.citations import CitationMap
    from claims.values import Link

_LINE_END = re.compile(r"\r\n|\r|\n")
# "**Blade battery (BYD, 2020):** safer; capacity of ..." - what the item's clauses speak of.
_ITEM_LEAD = re.compile(r"^[^:：。.;；!?！？\n]{2,60}[:：]\s*")
_DIGIT = re.compile(r"\d")
_WORD_CHARACTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class _Statement:
    """A claim in the making: `[start, end)` of its block's text."""

    block: Block
    start: int
    end: int
    plain: str
    links: tuple[Link, ...]


def find_claims(document: Document) -> tuple[Claim, ...]:
    """All claims in the order of the text, each with its citations.

    A claim at which no URL stands gets every source of the document's list as a candidate
    (`Via.LISTED`), the likeliest first; where there is no list it has no citation.
    """
    citation_map = map_citations(document)
    starts = line_starts(document.source, _LINE_END)
    seen: dict[str, int] = {}
    return tuple(
        _claim(document, statement, citation_map, starts, seen)
        for block in citation_map.body
        for statement in _statements(block, document.language)
    )


def cited_urls(document: Document) -> tuple[str, ...]:
    """Every URL the document cites, each once, as it spells them, in the order of the text."""
    return tuple(dict.fromkeys(link.url for block in document.blocks for link in links_of(block)))


def _statements(block: Block, language: str) -> Iterator[_Statement]:
    match block.kind:
        case BlockKind.HEADING | BlockKind.TABLE_HEADER:
            return
        case BlockKind.TABLE_ROW:
            yield from _row_statements(block, language)
        case BlockKind.PARAGRAPH | BlockKind.LIST_ITEM:
            yield from _sentence_statements(block, language)


def _sentence_statements(block: Block, language: str) -> Iterator[_Statement]:
    links = links_of(block)
    spans = _with_trailing_links(block.text, links, _sentences(block, language))
    lead = _ITEM_LEAD.match(block.text) if block.kind is BlockKind.LIST_ITEM else None
    for number, (start, end, links_end) in enumerate(spans):
        words = text_without_urls(block.text, links)[start:end]
        is_later_clause = lead is not None and number > 0
        plain = f"{lead.group().strip()} {words.strip()}" if lead and is_later_clause else words
        plain = " ".join(plain.split())
        if is_statement(plain, language):
            yield _Statement(
                block,
                start,
                end,
                plain,
                tuple(link for link in links if start <= link.start < links_end),
            )


def text_without_urls(text: str, links: tuple[Link, ...]) -> str:
    """The text with addresses that stand in it blanked out; anchors that are words stay."""
    addresses = tuple(
        link
        for link in links
        if text[link.start : link.end].lower().startswith(("http:", "https:"))
    )
    return text_without_links(text, addresses)


def _sentences(block: Block, language: str) -> tuple[tuple[int, int], ...]:
    # Split with addresses blanked out: their dots and question marks end no sentence.
    text = text_without_urls(block.text, links_of(block))
    return split_sentences(text, language, clauses=is_han_written(language))


def _with_trailing_links(
    text: str, links: tuple[Link, ...], spans: tuple[tuple[int, int], ...]
) -> list[tuple[int, int, int]]:
    """Sentences as (start, end, end of their links): a link alone belongs to what stands before.

    "It rose. [Source](url)" is one statement with a citation behind it.
    """
    bare = text_without_links(text, links)
    joined: list[tuple[int, int, int]] = []
    for start, end in spans:
        only_links = not _WORD_CHARACTER.search(bare[start:end]) and any(
            start <= link.start < end for link in links
        )
        if only_links and joined:
            first, last, _ = joined[-1]
            joined[-1] = (first, last, end)
        elif not only_links:
            joined.append((start, end, end))
    # A bare URL after the last sentence lies in no span: it was blanked out.
    stops = [start for start, _, _ in joined[1:]] + [len(text) + 1]
    return [
        (start, end, max(links_end, stop))
        for (start, end, links_end), stop in zip(joined, stops, strict=True)
    ]


def _row_statements(block: Block, language: str) -> Iterator[_Statement]:
    links = links_of(block)
    cells = [cell for cell in block.cells if block.text[cell.start : cell.end].strip()]
    if not cells:
        return
    key = block.text[cells[0].start : cells[0].end].strip()
    row_links = tuple(link for link in links if link.start < cells[0].end)
    for cell in cells[1:]:
        text = block.text[cell.start : cell.end]
        if not _WORD_CHARACTER.search(text_without_links(block.text, links)[cell.start : cell.end]):
            row_links += tuple(link for link in links if cell.start <= link.start < cell.end)
    for cell in cells[1:]:
        text = text_without_urls(block.text, links)[cell.start : cell.end]
        header = f"{cell.header} = " if cell.header else ""
        for first, last in split_sentences(text, language, clauses=is_han_written(language)):
            start, end = cell.start + first, cell.start + last
            words = text[first:last].strip()
            own = tuple(link for link in links if start <= link.start < end)
            is_citation = not _WORD_CHARACTER.search(
                text_without_links(block.text, links)[start:end]
            ) and not _DIGIT.search(words)
            if _WORD_CHARACTER.search(words) and not (own and is_citation):
                yield _Statement(block, start, end, f"{key}: {header}{words}", own or row_links)


def _claim(
    document: Document,
    statement: _Statement,
    citation_map: CitationMap,
    starts: list[int],
    seen: dict[str, int],
) -> Claim:
    block, language = statement.block, document.language
    start, end = block.origin(statement.start, statement.end)
    if document.format == "markdown":
        start, end = with_whole_marks(document.source, start, end)
    line = bisect_right(starts, start)
    quantities = find_quantities(statement.plain, language)
    checkworthiness, reason = assess(statement.plain, language, quantities)
    return Claim(
        id=_fingerprint(statement.plain, seen),
        text=document.source[start:end],
        plain=statement.plain,
        start=start,
        end=end,
        line=line,
        column=start - starts[line - 1] + 1,
        section=block.section,
        language=language,
        checkworthiness=checkworthiness,
        reason=reason,
        quantities=quantities,
        citations=_citations(statement, citation_map, language),
    )


def _citations(
    statement: _Statement, citation_map: CitationMap, language: str
) -> tuple[Citation, ...]:
    links = statement.links
    if links:
        first, last = min(link.start for link in links), max(link.end for link in links)
        titles = {reference.url: reference.title for reference in citation_map.references}
        return tuple(
            Citation(citation.url, citation.via, citation.confidence, titles.get(citation.url, ""))
            for citation in citations_at(links, first, last + 1)
        )
    return rank_references(
        statement.plain, statement.block.section, language, citation_map.references
    )


def is_inferred(claim: Claim) -> bool:
    """Whether the document does not say which of its sources the claim rests on."""
    return any(citation.via is Via.LISTED for citation in claim.citations)


def _fingerprint(plain: str, seen: dict[str, int]) -> str:
    """An id from the words alone, so that edits elsewhere leave it; a repeat gets a number."""
    words = " ".join(plain.casefold().split())
    digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    seen[digest] = seen.get(digest, 0) + 1
    return digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"
