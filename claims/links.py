"""The links of a block to the web, and its text without them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.values import Link, Via

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.values import Block, Mark

# A URL in running text ends before white space, Chinese text and punctuation of the sentence.
_BARE_URL = re.compile(
    r"https?://[^\s<>\"'\u3000-\u303f\u3400-\u9fff\uff00-\uffef\u2018-\u201f]{1,4000}",
    re.IGNORECASE,
)
_SENTENCE_PUNCTUATION = ".,;:!?*_"
# Addresses of something that could be fetched; what cannot be becomes an outcome of its own.
_IS_ADDRESS = re.compile(r"(?:https?|ftps?|file|gopher):|//[^\s/]", re.IGNORECASE)


# Link texts that are addresses or only point: "https://...", "[1]", "source".
POINTER = re.compile(
    r"https?://.*|[\s\[(（【]*(?:\d{1,3}|[*†‡§]|source|link|ref|here|via|[a-z]{1,2}|來源|来源|出處|出处)[\s\])）】]*$",
    re.IGNORECASE,
)


def links_of(block: Block) -> tuple[Link, ...]:
    """A block's links to sources in order: hyperlinks, and URLs that stand in its text."""
    links = [link for link in block.links if _IS_ADDRESS.match(link.url)]
    # Markup makes links of some URLs in the text already, and some are examples in code.
    taken = spans_of(block.links)
    free = text_without(block.text, sorted([*taken, *block.code]))
    for match in _BARE_URL.finditer(block.text):
        if free[match.start()] != " ":
            url = _without_tail(match.group())
            links.append(Link(url, match.start(), match.start() + len(url), Via.INLINE))
    return tuple(sorted(links, key=lambda link: link.start))


def spans_of(citing: Iterable[Link | Mark]) -> list[tuple[int, int]]:
    """Where links or marks stand."""
    return [(one.start, one.end) for one in citing]


def text_without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text with what spans, given in order, cover blanked out: of the same length."""
    parts: list[str] = []
    position = 0
    for first, last in spans:
        start = max(first, position)
        end = max(last, start)
        parts += (text[position:start], " " * (end - start))
        position = end
    return "".join(parts) + text[position:]


def _without_tail(url: str) -> str:
    """Drop what ends the sentence rather than the URL; a bracket stays if it was opened."""
    while url and (
        url[-1] in _SENTENCE_PUNCTUATION
        or (url[-1] in ")]" and url.count(url[-1]) > url.count("(["[")]".index(url[-1])]))
    ):
        url = url[:-1]
    return url
