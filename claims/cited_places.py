"""The URLs that a document cites, and where; without asking what it claims."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from claims.citations import map_citations
from claims.discourse import is_for_visitors
from claims.documents.building import line_starts
from claims.links import is_navigation, links_of, spans_of, text_without
from claims.sentences import split_sentences
from claims.source_words import POINTER
from claims.statements import is_task
from claims.values import BlockKind, LanguageSpan

if TYPE_CHECKING:
    from claims.values import Block, Document, Link

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


def cited_urls(document: Document) -> tuple[str, ...]:
    """Every URL the document cites, each once, as it spells them, in the order of the text."""
    return tuple(dict.fromkeys(url for url, _ in cited_places(document)))


def cited_places(document: Document) -> tuple[tuple[str, int], ...]:
    """Every URL the document cites, with its line, at each place; in the order of the text.

    Links of headings, menus and notices to visitors are no citations. What files beside the
    document name has the document's first line.
    """
    citation_map = map_citations(document)
    cited = set(map(id, (*citation_map.body, *citation_map.entries)))
    starts = line_starts(document.source)
    linked = [
        (link.url, bisect_right(starts, origin_of(block, link.start)))
        for block in document.blocks
        if id(block) in cited
        for link in links_cited_in(block, document.language)
    ]
    return (*linked, *((reference.url, 1) for reference in document.references))


def origin_of(block: Block, offset: int) -> int:
    """Where in the source a link or mark stands; one around a picture has no text of its own."""
    start = min(offset, len(block.text) - 1)
    return block.origin(start, start + 1)[0] if block.stretches else 0


def links_cited_in(block: Block, language: str) -> list[Link]:
    """The links of a block that are citations; `language` is the document's."""
    if block.kind is BlockKind.HEADING or is_navigation(block) or is_task(block):
        return []
    links = links_of(block)
    if not links or block.kind not in _PROSE:
        return list(links)
    # The dots and question marks of an address end no sentence.
    addresses = [link for link in links if POINTER.match(block.text, link.start, link.end)]
    text = text_without(block.text, spans_of(addresses))
    spans = [
        ((one.start + start, one.start + end), one.language)
        for one in block.languages or (LanguageSpan(0, len(text), language),)
        for start, end in split_sentences(text[one.start : one.end], one.language)
    ]
    starts = [span[0] for span, _ in spans]
    is_aside = [is_for_visitors(block.text[slice(*span)], own) for span, own in spans]
    return [
        link
        for link in links
        if not (spans and is_aside[max(bisect_right(starts, link.start) - 1, 0)])
    ]
