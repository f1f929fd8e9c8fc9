"""Which URLs a document cites, and which of them stand at a claim."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.languages import simplified
from claims.values import Block, BlockKind, Citation, Document, Link, Reference, Via

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# A URL in running text ends before white space, Chinese text and punctuation of the sentence.
_BARE_URL = re.compile(
    r"https?://[^\s<>\"'\u3000-\u303f\u3400-\u9fff\uff00-\uffef\u2018-\u201f]+", re.IGNORECASE
)
_SENTENCE_PUNCTUATION = ".,;:!?*_"
_REFERENCE_HEADING = re.compile(
    r"^\W*(?:\d+\W*)?(?:references?|sources?|bibliography|works cited|citations?|further reading"
    r"|footnotes|endnotes|notes(?: and references)?|external links"
    r"|quellen(?:verzeichnis)?|literatur(?:verzeichnis)?|einzelnachweise"
    r"|références|bibliographie|sources et références|referencias|bibliografía|fuentes"
    r"|参考资料|参考文献|参考来源|参考链接|资料来源|来源|引用来源|引用|注释|脚注|延伸阅读|外部链接|参考|出典|脚註)\W*$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\[?(\d{1,3})[\].、)]")
_MARKS_AROUND = " .,;:：，。*-–—|()（）[]"
_IS_WEB = re.compile(r"^(?:https?:)?//[^\s/]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CitationMap:
    """A document's blocks that make statements, and the entries of its list of sources."""

    body: tuple[Block, ...]
    references: tuple[Reference, ...]


def map_citations(document: Document) -> CitationMap:
    """Part the list of sources from what cites them.

    An entry is a block under a heading such as "References", or one of a final run of list
    items that hold a link and hardly anything else.
    """
    blocks = document.blocks
    is_entry = [_is_under_reference_heading(block) for block in blocks]
    for number in reversed(range(len(blocks))):
        if is_entry[number]:
            continue
        if (blocks[number].kind is BlockKind.LIST_ITEM and _is_mostly_link(blocks[number])) or (
            _is_reference_lead(blocks[number]) and any(is_entry[number + 1 :])
        ):
            is_entry[number] = True
        else:
            break
    references: dict[str, Reference] = {}
    for block, entry in zip(blocks, is_entry, strict=True):
        if entry:
            for reference in _references_in(block):
                references.setdefault(reference.url, reference)
    body = tuple(block for block, entry in zip(blocks, is_entry, strict=True) if not entry)
    return CitationMap(body, tuple(references.values()))


def links_of(block: Block) -> tuple[Link, ...]:
    """A block's links to the web in order: hyperlinks, and URLs that stand in its text."""
    links = [link for link in block.links if _IS_WEB.match(link.url)]
    # Markup makes links of some URLs in the text already.
    free = text_without_links(block.text, sorted(block.links, key=lambda link: link.start))
    for match in _BARE_URL.finditer(block.text):
        if free[match.start()] != " ":
            url = _without_tail(match.group())
            links.append(Link(url, match.start(), match.start() + len(url), Via.INLINE))
    return tuple(sorted(links, key=lambda link: link.start))


def citations_of(links: Iterable[Link], titles: Mapping[str, str]) -> tuple[Citation, ...]:
    """The citations that links make: each URL once, in order."""
    cited = {
        link.url: Citation(link.url, link.via, 1.0, titles.get(link.url, "")) for link in links
    }
    return tuple(cited.values())


def text_without_links(text: str, links: Iterable[Link]) -> str:
    """A block's text with what its links cover blanked out, of the same length."""
    parts: list[str] = []
    position = 0
    for link in links:
        start = max(link.start, position)
        end = max(link.end, start)
        parts += (text[position:start], " " * (end - start))
        position = end
    return "".join(parts) + text[position:]


def _is_under_reference_heading(block: Block) -> bool:
    return bool(_REFERENCE_HEADING.match(simplified(block.section))) or (
        block.kind is BlockKind.HEADING and bool(_REFERENCE_HEADING.match(simplified(block.text)))
    )


def _is_reference_lead(block: Block) -> bool:
    return bool(_REFERENCE_HEADING.match(simplified(block.text)))


def _is_mostly_link(block: Block) -> bool:
    links = links_of(block)
    rest = text_without_links(block.text, links)
    return bool(links) and len(re.sub(r"\W", "", rest)) <= len(re.sub(r"\W", "", block.text)) / 2


def _references_in(block: Block) -> Iterator[Reference]:
    links = links_of(block)
    around = text_without_links(block.text, links).strip(_MARKS_AROUND)
    number = _LABEL.match(block.text)
    for position, link in enumerate(links):
        anchor = block.text[link.start : link.end].strip()
        is_bare = anchor.lower().startswith(("http://", "https://"))
        title = around if is_bare or not anchor else anchor
        label = number.group(1) if number and not position else ""
        yield Reference(link.url, " ".join(title.split()), label)


def _without_tail(url: str) -> str:
    """Drop what ends the sentence rather than the URL; a bracket stays if it was opened."""
    while url and (
        url[-1] in _SENTENCE_PUNCTUATION
        or (url[-1] in ")]" and url.count(url[-1]) > url.count("(["[")]".index(url[-1])]))
    ):
        url = url[:-1]
    return url
