"""Which URLs a document cites, and which of them stand at a statement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from claims.languages import simplified
from claims.links import links_of, spans_of, text_without
from claims.references import references_in
from claims.values import Block, BlockKind, Citation, Document, Reference

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.statements import Statement

_REFERENCE_HEADING = re.compile(
    r"^\W*(?:\d+\W*)?(?:references?|sources?|bibliography|works cited|citations?|further reading"
    r"|footnotes|endnotes|notes(?: and references)?|external links"
    r"|quellen(?:verzeichnis)?|literatur(?:verzeichnis)?|einzelnachweise"
    r"|références|bibliographie|sources et références|referencias|bibliografía|fuentes"
    r"|参考资料|参考文献|参考来源|参考链接|资料来源|来源|引用来源|引用|注释|脚注|延伸阅读|外部链接|参考|出典|脚註)\W*$",
    re.IGNORECASE,
)


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

    An entry is a block under a heading such as "References", a note that a mark points to, or
    one of a final run of list items that hold a link and hardly anything else.
    """
    blocks = document.blocks
    pointed = {mark.target for block in blocks for mark in block.marks}
    is_entry = [
        _is_under_reference_heading(block) or not pointed.isdisjoint(block.anchors)
        for block in blocks
    ]
    for number in reversed(range(len(blocks))):
        if not is_entry[number] and not _ends_list(blocks[number], any(is_entry[number + 1 :])):
            break
        is_entry[number] = True
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


def _is_under_reference_heading(block: Block) -> bool:
    return bool(_REFERENCE_HEADING.match(simplified(block.section))) or (
        block.kind is BlockKind.HEADING and bool(_REFERENCE_HEADING.match(simplified(block.text)))
    )


def _ends_list(block: Block, has_entries: bool) -> bool:  # noqa: FBT001
    """Whether a block belongs to a list of links at the end, or is the line that leads it in."""
    if block.kind is BlockKind.LIST_ITEM and _is_mostly_link(block):
        return True
    return has_entries and bool(_REFERENCE_HEADING.match(simplified(block.text)))


def _is_mostly_link(block: Block) -> bool:
    links = links_of(block)
    rest = text_without(block.text, spans_of(links))
    return bool(links) and len(re.sub(r"\W", "", rest)) <= len(re.sub(r"\W", "", block.text)) / 2
