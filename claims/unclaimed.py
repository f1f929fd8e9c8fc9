"""The URLs that a document cites and no claim rests on: at an opinion, a question, a caption."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.citations import map_citations
from claims.cited_places import links_cited_in, origin_of
from claims.documents.building import line_starts
from claims.links import is_navigation, links_of, spans_of, text_without
from claims.marks import marks_in
from claims.statements import is_task
from claims.values import BlockKind, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.citations import CitationMap
    from claims.values import Block, Claim, Document, Link

_WORD = re.compile(r"\w")
_LISTED = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.TABLE_HEADER})


def unclaimed_places(document: Document, claims: Sequence[Claim]) -> tuple[Place, ...]:
    """Where a document cites a URL that none of its claims rests on; each URL once, in order.

    What is only listed as a source, and links that stand without words as in menus, cite nothing.
    """
    claimed = {citation.url for claim in claims for citation in claim.citations}
    linked = (link.url for block in document.blocks for link in links_of(block))
    if claimed.issuperset(linked) and not document.references:
        return ()
    citation_map = map_citations(document)
    starts = line_starts(document.source)
    found: dict[str, Place] = {}
    for block in citation_map.body:
        for url, offset in _cited_in(block, document.language, citation_map):
            if url not in claimed and url not in found:
                line = bisect_right(starts, origin_of(block, offset))
                found[url] = Place(document.path, "", line, url)
    return tuple(found.values())


def with_unclaimed(document: Document, places: Sequence[Place]) -> Document:
    """The document with a warning of the URLs that belong to no claim, if there are any."""
    if not places:
        return document
    count = len(places)
    told = "1 cited URL belongs" if count == 1 else f"{count:,} cited URLs belong"
    warning = f"{document.path}: {told} to no claim"
    return replace(document, warnings=(*document.warnings, warning), unclaimed=tuple(places))


def _cited_in(block: Block, language: str, citation_map: CitationMap) -> Iterator[tuple[str, int]]:
    """The URLs that a block's links and marks cite, and where in its text."""
    if block.kind is BlockKind.HEADING or is_navigation(block) or is_task(block):
        return
    links = [link for link in links_cited_in(block, language) if link.start < link.end]
    if not _is_menu(block, links):
        yield from ((link.url, link.start) for link in links)
    for mark in marks_in(block, citation_map.keys):
        yield from ((one.url, mark.start) for one in citation_map.by_key[mark.target])


def _is_menu(block: Block, links: Sequence[Link]) -> bool:
    """Whether a block is an entry of a list of links, or has several and no word between them."""
    is_listed = block.kind in _LISTED or len(links) > 1
    return is_listed and not _WORD.search(text_without(block.text, spans_of(links)))
