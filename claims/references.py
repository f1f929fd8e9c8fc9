"""The entries of a document's list of sources and its notes, and how the text points to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.links import links_of, spans_of, text_without
from claims.values import Reference

if TYPE_CHECKING:
    from claims.values import Block

_LABEL = re.compile(r"\s*(?:\[\s*(\d{1,3})\s*\]|【\s*(\d{1,3})\s*】|(\d{1,3})[.、)]\s)")
_MARKS_AROUND = " .,;:：，。*-–—|()（）[]^↑"
# As in: Smith, J., & Lee, K. (2020). Or: Smith J, Lee K. 2020. Or: 王小明（2020）.
_AUTHORS = re.compile(
    r"^(?P<names>(?:[^\W\d_][^()（）\d]{1,200}?))[\s,.(（]*\(?(?P<year>(?:1[89]|20)\d\d[a-z]?)\b"
)
_SURNAME = re.compile(
    r"(?:^|[;,&]\s*|\band\s+|、)([A-Z\u00c0-\u024f][\w\u00c0-\u024f'’-]{1,40})(?=,|\s+[A-Z]\b|\s+[A-Z][.,]|$|\s*[.&])"
)
_HAN_NAME = re.compile(r"[\u3400-\u9fff]{2,4}")


def references_in(block: Block) -> tuple[Reference, ...]:
    """The sources that an entry names; they share its label, its anchors and its authors."""
    links = links_of(block)
    around = text_without(block.text, spans_of(links))
    title_around = " ".join(around.split()).strip(_MARKS_AROUND)
    label = _LABEL.match(around)
    number = next(filter(None, label.groups()), "") if label else ""
    if not number and block.ordinal is not None:
        number = str(block.ordinal)
    keys = (*((number,) if number else ()), *block.anchors, *_author_keys(block.text, label))
    found = []
    for link in links:
        anchor = block.text[link.start : link.end].strip()
        is_bare = anchor.lower().startswith(("http://", "https://"))
        title = title_around if is_bare or not anchor else anchor
        found.append(Reference(link.url, " ".join(title.split()), keys))
    return tuple(found)


def author_key(surname: str, year: str) -> str:
    """The key under which "Smith (2020)" finds its entry."""
    return f"{surname.casefold()} {year.lower()}"


def _author_keys(text: str, label: re.Match[str] | None) -> tuple[str, ...]:
    entry = text[label.end() :] if label else text
    match = _AUTHORS.match(entry.strip())
    if not match:
        return ()
    names = match["names"]
    surnames = _SURNAME.findall(names) or _HAN_NAME.findall(names) or names.split()[:1]
    return tuple(author_key(name, match["year"]) for name in surnames[:1])
