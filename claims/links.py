"""The links of a block to the web, and its text without them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.values import BlockKind, Link, Via

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.values import Block, Mark

# A URL in running text ends before white space, quotes and full-width punctuation.
_BARE_URL = re.compile(
    r"https?://[^\s<>\"'\u3000-\u3004\u3007-\u3040\uff00-\uffef\u2018-\u201f]{1,4000}",
    re.IGNORECASE,
)
_HAN_RUN = re.compile(r"[\u3005\u3006\u3041-\u30ff\u3400-\u9fff]+")
_BEFORE_HAN = "/=_()-&.,~"
_BAR = re.compile(r"\s[|·•»›>/]\s")
_STOP = re.compile(r"[.!?。！？]")
_WORD = re.compile(r"\w+")
_MOST_WORDS_IN_A_BAR = 4
_FEWEST_IN_A_BAR = 2
_SENTENCE_PUNCTUATION = ".,;:!?*_"
# Addresses of something that could be fetched; what cannot be becomes an outcome of its own.
_IS_ADDRESS = re.compile(r"(?:https?|ftps?|file|gopher):|//[^\s/]", re.IGNORECASE)


def links_of(block: Block) -> tuple[Link, ...]:
    """A block's links to sources in order: hyperlinks, and URLs that stand in its text."""
    links = [link for link in block.links if _IS_ADDRESS.match(link.url)]
    # Markup makes links of some URLs in the text already, and some are examples in code.
    taken = spans_of(block.links)
    free = text_without(block.text, sorted([*taken, *block.code]))
    for match in _BARE_URL.finditer(block.text):
        if free[match.start()] != " ":
            url = _without_tail(_without_prose(match.group(), block.text[match.end() :][:1]))
            links.append(Link(url, match.start(), match.start() + len(url), Via.INLINE))
    return tuple(sorted(links, key=lambda link: link.start))


def is_navigation(block: Block) -> bool:
    """Whether a block is a row of links between bars or dots, as at the head and foot of pages."""
    if len(block.links) < _FEWEST_IN_A_BAR or block.kind is BlockKind.TABLE_ROW:
        return False
    rest = text_without(block.text, spans_of(block.links))
    few = len(_WORD.findall(rest)) <= _MOST_WORDS_IN_A_BAR
    return few and bool(_BAR.search(rest)) and not _STOP.search(rest)


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


def _without_prose(url: str, following: str) -> str:
    """Cut an address where Chinese or Japanese text goes on behind it without a space.

    Behind a separator such characters are a part of it ("/人口/r6.html", "?unit=坪"), and behind a
    digit where some are already ("/第3表.html"); behind a letter they are the sentence.
    """
    host_end = url.find("/", len("https://"))
    has_han = False
    for run in _HAN_RUN.finditer(url):
        before = url[run.start() - 1]
        is_host = host_end < 0 or run.start() < host_end
        goes_on = has_han or url[run.end() : run.end() + 1] in set("/.?&=#_-0123456789")
        is_part = (
            (is_host and before in "/.") or before in _BEFORE_HAN or (before.isdigit() and goes_on)
        )
        is_at_root = run.start() == host_end + 1 and run.end() == len(url)
        if not is_part or (is_at_root and following in {"，", "、"}):
            return url[: run.start()]
        has_han = True
    return url


def _without_tail(url: str) -> str:
    """Drop what ends the sentence rather than the URL; a bracket stays if it was opened."""
    while url and (
        url[-1] in _SENTENCE_PUNCTUATION
        or (url[-1] in ")]" and url.count(url[-1]) > url.count("(["[")]".index(url[-1])]))
    ):
        url = url[:-1]
    return url
