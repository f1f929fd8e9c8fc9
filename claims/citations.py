"""Which URLs a document cites, and which of them stand at a statement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from claims.checkworthiness import is_statement
from claims.languages import simplified
from claims.links import links_of, spans_of, text_without
from claims.marks import marks_in
from claims.references import keys_of, references_in
from claims.source_words import POINTER
from claims.values import Block, BlockKind, Citation, Document, Reference

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.statements import Statement

_HEADING_START = r"^\W*(?:[\divx]+(?:\.\d+)*[.)、]?\s+|[一二三四五六七八九十]+[、.])?(?:"
_HAN_SOURCES = (
    r"(?:(?:参考|引用)(?:的)?(?:资料|文献|来源|链接|连结|书目|出处)?|(?:资料|数据)?(?:来源|出处)|引文|注释"
    r"|脚注|尾注|注解)"
)
_HAN_MORE = r"(?:延伸阅读|扩展阅读|相关(?:链接|连结|阅读))"
_REFERENCE_HEADING = re.compile(
    _HEADING_START + r"(?:selected\s+|cited\s+|our\s+|primary\s+|data\s+)?(?:references?|sources?)"
    r"(?:\s+(?:and|&)\s+(?:notes|references|sources|links|further\s+reading))?"
    r"|(?:references|sources)\s+(?:cited|used|consulted)|bibliography|works\s+cited"
    r"|literature(?:\s+cited)?|citations?"
    r"|footnotes|endnotes|notes(?:\s+(?:and|&)\s+(?:references|sources))?"
    r"|quellen(?:verzeichnis|angaben|nachweise?)?|literatur(?:verzeichnis)?|einzelnachweise"
    r"|nachweise|belege"
    r"|fußnoten|anmerkungen|quellen\s+und\s+(?:literatur|anmerkungen|links)"
    r"|références(?:\s+bibliographiques)?|bibliographie|sources(?:\s+et\s+(?:références"
    r"|notes))?|notes(?:\s+et\s+(?:références|sources))?"
    r"|notes\s+de\s+bas\s+de\s+page|ouvrages\s+cités"
    r"|referencias(?:\s+bibliográficas)?|bibliografía|fuentes(?:\s+consultadas)?"
    r"|notas(?:\s+y\s+(?:referencias|fuentes))?|obras\s+citadas"
    rf"|(?:本文|文中|主要)?(?:所)?{_HAN_SOURCES}(?:\s*[与及和、/&暨]\s*(?:{_HAN_SOURCES}|{_HAN_MORE}))*"
    r"|(?:注|註)?[・·]?(?:出典|参照|参考)(?:文献|資料|サイト|元)?(?:一覧|・注)?|脚注|脚註|注記"
    r"|註|引用元|(?:注|註)・(?:出典|参考文献))\W*$",
    re.IGNORECASE,
)

# Headings of lists of sources that as often stand over ordinary text.
_NOTES_HEADING = re.compile(r"^\W*(?:notes|anmerkungen|notas|引用|注释|注解)\W*$", re.IGNORECASE)

# Lists of links for who wants more: sources only where a document lists no others.
_MORE_HEADING = re.compile(
    _HEADING_START
    + r"external\s+links|see\s+also|further\s+reading|related(?:\s+\w+)?|read\s+(?:more|next|also)"
    r"|more\s+(?:from|on|posts|stories|reading)(?:\s+\w+)*|useful\s+links|links|resources"
    r"|weblinks|siehe\s+auch|weiterführende\s+(?:links|literatur)|mehr\s+zum\s+thema"
    r"|liens\s+(?:externes|utiles)|voir\s+aussi|pour\s+aller\s+plus\s+loin|à\s+lire\s+aussi"
    r"|enlaces(?:\s+(?:externos|de\s+interés))?|véase\s+también|lecturas\s+(?:recomendadas"
    r"|adicionales)"
    r"|延伸阅读|外部(?:链接|连结)|相关(?:链接|连结|阅读|文章|条目)|参见|扩展阅读"
    r"|外部リンク|関連(?:項目|リンク|記事)|あわせて読みたい)\W*$",
    re.IGNORECASE,
)
# What somebody paid for.
_SPONSORED_HEADING = re.compile(
    r"^\W*(?:sponsor(?:ed)?\b|together\s+with\b|in\s+partnership\s+with\b|brought\s+to\s+you\b"
    r"|advertis\w+|(?:from\s+)?our\s+(?:sponsors?|partners?)\b|anzeige\b|publicidad\b"
    r"|publicité\b|广告|赞助"
    r"|スポンサー|広告|PR\b)",
    re.IGNORECASE,
)
# "來源：甲 https://…；乙 https://…": the list of sources as one paragraph.
_SOURCE_LINE = re.compile(
    rf"\W*(?:{_HAN_SOURCES}|(?:data\s+)?sources?|references?|quellen|fuentes|sources)\s*[:：]",
    re.IGNORECASE,
)
_FEWEST_IN_LINE = 2
_LABELLED = re.compile(r"^\W*\d{1,3}\W")
_SPONSORED_BLOCK = re.compile(r"\W*(?:ADVERTISEMENT|ADVERTORIAL|SPONSORED|ANZEIGE|PUBLICIDAD)\b")
_SAME_AGAIN = re.compile(r"\W*(?:ibid(?:em)?|ebd|ebenda|a\.\s?a\.\s?O|同上|前掲)\b", re.IGNORECASE)
_LONGEST_HEADING = 100
_BIBLIOGRAPHIC = re.compile(
    r"\W*[A-Z\u00c0-\u017f][^()\n]{2,200}\((?:1[89]|20)\d\d[a-z]?\)[.,:]\s+\S"
)


@dataclass(frozen=True)
class CitationMap:
    """A document's blocks that make statements, its listed sources, and these by their keys."""

    body: tuple[Block, ...]
    references: tuple[Reference, ...]
    entries: tuple[Block, ...]
    unpointed: tuple[Reference, ...]
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
    sections = _sections(blocks)
    is_note = _pointed_to(blocks)
    is_entry = [
        block.kind is BlockKind.REFERENCE or is_note[number] for number, block in enumerate(blocks)
    ]
    is_more = [bool(_MORE_HEADING.match(section)) for section in sections]
    is_sponsored = [
        bool(_SPONSORED_HEADING.match(section) or _SPONSORED_BLOCK.match(block.text))
        for section, block in zip(sections, blocks, strict=True)
    ]
    has_body = False
    for number, block in enumerate(blocks):
        if has_body and (is_more[number] or _is_listed(block, sections[number])):
            is_entry[number] = True
        elif block.kind is not BlockKind.HEADING:
            has_body = True
    start = _start_of_final_links(blocks, is_entry)
    if any(_needs_sources(block, document.language) for block in blocks[:start]):
        is_entry[start:] = [True] * (len(blocks) - start)
    is_entry = [
        one or line for one, line in zip(is_entry, _lines_of_sources(blocks, is_entry), strict=True)
    ]
    is_entry = [one and not two for one, two in zip(is_entry, is_sponsored, strict=True)]
    listed_blocks = [n for n, entry in enumerate(is_entry) if entry and not is_more[n]]
    if not listed_blocks and not any(
        links_of(block) for block, entry in zip(blocks, is_entry, strict=True) if not entry
    ):
        listed_blocks = [n for n, entry in enumerate(is_entry) if entry]
    entries = [blocks[n] for n in listed_blocks]
    listed = [reference for block in entries for reference in references_in(block)]
    references: dict[str, Reference] = {}
    by_key: dict[str, tuple[Reference, ...]] = {}
    for reference in (*listed, *document.references):
        references.setdefault(reference.url, reference)
        for key in reference.keys:
            by_key[key] = (*by_key.get(key, ()), reference)
    for block in entries:
        # What has no address is cited all the same: "[6]" is no part of the sentence.
        for key in keys_of(block):
            by_key.setdefault(key, ())
    _follow_notes(entries, by_key)
    body = tuple(
        block
        for number, block in enumerate(blocks)
        if not is_entry[number] and not is_sponsored[number]
    )
    known = frozenset(by_key)
    pointed = {
        reference.url
        for block in body
        for mark in marks_in(block, known)
        for reference in by_key[mark.target]
    }
    listed_once = tuple(references.values())
    unpointed = tuple(one for one in listed_once if one.url not in pointed)
    return CitationMap(body, listed_once, tuple(entries), unpointed, by_key)


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


def _follow_notes(entries: Sequence[Block], by_key: dict[str, tuple[Reference, ...]]) -> None:
    """A note that itself points to entries, "See [3], p. 12", stands for their sources."""
    before: tuple[Reference, ...] = ()
    for block in entries:
        own = tuple(one for key in keys_of(block)[:1] for one in by_key.get(key, ()))
        if not own and _SAME_AGAIN.match(_LABELLED.sub("", block.text, count=1)):
            own = before
            for key in keys_of(block):
                by_key[key] = before
        before = own
    known = dict(by_key)
    for block in entries:
        for mark in block.marks:
            for anchor in block.anchors if mark.target in known else ():
                by_key[anchor] = (*by_key.get(anchor, ()), *known[mark.target])


def _sections(blocks: Sequence[Block]) -> list[str]:
    """The simplified heading that each block stands under; a line "Sources:" is one too."""
    found: list[str] = []
    section = ""
    for block in blocks:
        is_heading = block.kind is BlockKind.HEADING
        text = simplified(block.text.strip()) if len(block.text) <= _LONGEST_HEADING else ""
        if is_heading or (
            block.kind is BlockKind.PARAGRAPH
            and (_REFERENCE_HEADING.match(text) or _MORE_HEADING.match(text))
            and not links_of(block)
        ):
            section = text
        found.append(section)
    return found


def _pointed_to(blocks: Sequence[Block]) -> list[bool]:
    """Which blocks are notes that a mark before them points to; notes point back to their marks."""
    pointed: set[str] = set()
    found = []
    for block in blocks:
        found.append(not pointed.isdisjoint(block.anchors))
        pointed.update(mark.target for mark in block.marks)
    return found


def _is_listed(block: Block, section: str) -> bool:
    """Whether a block is a reference heading, or an entry below one."""
    if not _REFERENCE_HEADING.match(section):
        return False
    if simplified(block.text.strip()) == section:
        return True
    links = links_of(block)
    if any(POINTER.match(block.text, link.start, link.end) for link in links):
        # "It rose by 5%. [Source](url)" states something wherever it stands; a bare address is
        # what an entry is made of.
        return any(block.text.startswith("http", link.start) for link in links)
    is_free_prose = block.kind is BlockKind.PARAGRAPH and not links and not block.anchors
    return not (is_free_prose and _NOTES_HEADING.match(section))


def _start_of_final_links(blocks: Sequence[Block], is_entry: Sequence[bool]) -> int:
    """Where the run of entries and of items that are links, at the end of a document, begins."""
    start = len(blocks)
    while start and (
        is_entry[start - 1]
        or (blocks[start - 1].kind is BlockKind.LIST_ITEM and _is_mostly_link(blocks[start - 1]))
        or _BIBLIOGRAPHIC.match(blocks[start - 1].text)
        or (start < len(blocks) and _is_reference_heading(blocks[start - 1]))
    ):
        start -= 1
    return start


def _lines_of_sources(blocks: Sequence[Block], is_entry: Sequence[bool]) -> list[bool]:
    """Which blocks name several sources behind "Sources:", where no other cites any."""
    is_line = [
        block.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
        and bool(_SOURCE_LINE.match(simplified(block.text[:_LONGEST_HEADING])))
        and len(links_of(block)) >= _FEWEST_IN_LINE
        for block in blocks
    ]
    cites = any(
        links_of(block)
        for block, line, entry in zip(blocks, is_line, is_entry, strict=True)
        if not (line or entry)
    )
    return [line and not cites for line in is_line]


def _is_reference_heading(block: Block) -> bool:
    return bool(_REFERENCE_HEADING.match(simplified(block.text[:_LONGEST_HEADING])))


def _needs_sources(block: Block, language: str) -> bool:
    """Whether a block states something and names no source for it."""
    if block.kind is BlockKind.HEADING or links_of(block):
        return False
    own = block.language_at(0, language)
    return block.kind is BlockKind.TABLE_ROW or is_statement(block.text, own)


def _is_mostly_link(block: Block) -> bool:
    links = links_of(block)
    rest = text_without(block.text, spans_of(links))
    return bool(links) and len(re.sub(r"\W", "", rest)) <= len(re.sub(r"\W", "", block.text)) / 2
