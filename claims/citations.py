"""Which URLs a document cites, and which of them stand at a statement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from claims.checkworthiness import is_statement
from claims.languages import simplified
from claims.links import POINTER, links_of, spans_of, text_without
from claims.references import references_in
from claims.values import Block, BlockKind, Citation, Document, Reference

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.statements import Statement

_REFERENCE_HEADING = re.compile(
    r"^\W*(?:\d+\W*)?(?:references?|sources?|bibliography|works cited|citations?|further reading"
    r"|footnotes|endnotes|notes(?: and references)?|external links"
    r"|quellen(?:verzeichnis)?|literatur(?:verzeichnis)?|einzelnachweise"
    r"|références|bibliographie|sources et références|referencias|bibliografía|fuentes"
    r"|参考资料|参考文献|参考来源|参考链接|资料来源|来源|引用来源|引用|注释|脚注|延伸阅读|外部链接|参考|出典|脚註)\W*$",
    re.IGNORECASE,
)


# Headings of lists of sources that as often stand over ordinary text.
_NOTES_HEADING = re.compile(r"^\W*(?:notes|引用|注释)\W*$", re.IGNORECASE)


@dataclass(frozen=True)
class CitationMap:
    """A document's blocks that make statements, its listed sources, and these by their keys."""

    body: tuple[Block, ...]
    references: tuple[Reference, ...]
    by_key: Mapping[str, tuple[Reference, ...]]

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The title of each listed URL."""
        return {reference.url: reference.title for reference in self.references}

    @property
    def keys(self) -> frozenset[str]:
        """Everything that a mark may point to."""
        return frozenset(self.by_key)


def map_citations(document: Document) -> CitationMap:
    """Part the list of sources and the notes from what cites them.

    An entry is a note that a mark points to, a block under a heading such as "References" that
    is no statement with a source of its own, or one of a final run of links below a text that
    leaves its statements without.
    """
    blocks = document.blocks
    pointed = {mark.target for block in blocks for mark in block.marks}
    is_entry = [not pointed.isdisjoint(block.anchors) for block in blocks]
    has_body = False
    for number, block in enumerate(blocks):
        if has_body and _is_listed_under_heading(block):
            is_entry[number] = True
        elif block.kind is not BlockKind.HEADING:
            has_body = True
    start = _start_of_final_links(blocks, is_entry)
    if any(_needs_sources(block, document.language) for block in blocks[:start]):
        is_entry[start:] = [True] * (len(blocks) - start)
    references: dict[str, Reference] = {}
    by_key: dict[str, tuple[Reference, ...]] = {}
    for block, entry in zip(blocks, is_entry, strict=True):
        for reference in references_in(block) if entry else ():
            references.setdefault(reference.url, reference)
            for key in reference.keys:
                by_key[key] = (*by_key.get(key, ()), reference)
    body = tuple(block for block, entry in zip(blocks, is_entry, strict=True) if not entry)
    return CitationMap(body, tuple(references.values()), by_key)


def citations_of(statement: Statement, citation_map: CitationMap) -> tuple[Citation, ...]:
    """The citations that links and marks make: each URL once, links first, in order."""
    titles = citation_map.titles
    cited: dict[str, Citation] = {}
    for link in statement.links:
        title = titles.get(link.url, "")
        cited.setdefault(link.url, Citation(link.url, link.via, statement.confidence, title))
    for mark in statement.marks:
        for reference in citation_map.by_key[mark.target]:
            cited.setdefault(
                reference.url,
                Citation(reference.url, mark.via, statement.confidence, reference.title),
            )
    return tuple(cited.values())


def _is_listed_under_heading(block: Block) -> bool:
    """Whether a block is a reference heading, or an entry below one."""
    if block.kind is BlockKind.HEADING:
        return bool(_REFERENCE_HEADING.match(simplified(block.text)))
    heading = simplified(block.section)
    if not _REFERENCE_HEADING.match(heading):
        return False
    links = links_of(block)
    if any(POINTER.match(block.text, link.start, link.end) for link in links):
        # "It rose by 5%. [Source](url)" states something wherever it stands; a bare address is
        # what an entry is made of.
        return any(block.text.startswith("http", link.start) for link in links)
    is_free_prose = block.kind is BlockKind.PARAGRAPH and not links and not block.anchors
    return not (is_free_prose and _NOTES_HEADING.match(heading))


def _start_of_final_links(blocks: Sequence[Block], is_entry: Sequence[bool]) -> int:
    """Where the run of entries and of items that are links, at the end of a document, begins."""
    start = len(blocks)
    while start and (
        is_entry[start - 1]
        or (blocks[start - 1].kind is BlockKind.LIST_ITEM and _is_mostly_link(blocks[start - 1]))
        or (start < len(blocks) and _REFERENCE_HEADING.match(simplified(blocks[start - 1].text)))
    ):
        start -= 1
    return start


def _needs_sources(block: Block, language: str) -> bool:
    """Whether a block states something and names no source for it."""
    if block.kind is BlockKind.HEADING or links_of(block):
        return False
    return block.kind is BlockKind.TABLE_ROW or is_statement(block.text, language)


def _is_mostly_link(block: Block) -> bool:
    links = links_of(block)
    rest = text_without(block.text, spans_of(links))
    return bool(links) and len(re.sub(r"\W", "", rest)) <= len(re.sub(r"\W", "", block.text)) / 2
