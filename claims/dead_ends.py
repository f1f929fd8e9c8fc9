"""What stands at a claim for a source and leads nowhere: a file, a reference that is not there.

A document that writes `[p](./local.pdf)` or `[^2]` has meant to name a source; that it names none
that could be read is to be told with the reason.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from claims.documents.building import line_starts
from claims.links import links_of
from claims.values import Checkworthiness, Via

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claims.values import Claim, Document

# In pages of an encyclopedia nearly every sentence has links within its site.
_MOST_LINES = 10
_LONGEST_URL = 80
# Nobody takes these for sources.
_NO_LEAD = re.compile(r"#|(?:mailto|tel|sms|javascript|data|about):", re.IGNORECASE)
_CODE = re.compile(r"(`+)(?:(?!`).)+?\1", re.DOTALL)
_REFERENCE = re.compile(r"\[(?P<text>[^\[\]]+)\]\[(?P<label>[^\[\]^]*)\]")
_NOTE = re.compile(r"\[\^(?P<label>[^\[\]\s]+)\]")
# Behind a full stop, and so no part of the sentence.
_MARKS_BEHIND = re.compile(r"(?:[ \t]*\[\^[^\[\]\s]+\]|[ \t]*\[[^\[\]\n]+\]\[[^\[\]\n]*\])*")


def dead_ends(document: Document, claims: Iterable[Claim]) -> tuple[str, ...]:
    """A sentence for each, with file and line; links to files share one.

    A reference or note that is not defined is a slip in any claim. A link to a file is one where
    the claim is worth checking and has no other source; documents link to one another as well.
    """
    starts = line_starts(document.source)
    links = sorted(_links_to_files(document))
    files: dict[tuple[int, str], None] = {}
    found: dict[str, None] = {}
    for claim in claims:
        if document.format == "markdown":
            for at, told in _undefined(claim, document.source):
                found[f"{document.path}:{bisect_right(starts, at)}: {told}"] = None
        if claim.checkworthiness is not Checkworthiness.LOW and _names_no_source(claim):
            first = bisect_left(links, (claim.start, ""))
            for at, url in links[first : bisect_left(links, (claim.end, ""))]:
                files[bisect_right(starts, at), url] = None
    return (*found, *_told_of_files(document.path, list(files)))


def _told_of_files(path: str, files: Sequence[tuple[int, str]]) -> Iterator[str]:
    if not files:
        return
    line, url = files[0]
    shown = url if len(url) <= _LONGEST_URL else f"{url[:_LONGEST_URL]}…"
    lead = f"the link to {shown} is to no web address" if url else "a link has no address"
    lines = [str(line) for line in dict.fromkeys(line for line, _ in files[1:])]
    more = f" and {len(lines) - _MOST_LINES:,} more" if len(lines) > _MOST_LINES else ""
    others = f"; nor do others, on line {', '.join(lines[:_MOST_LINES])}{more}" if lines else ""
    yield f"{path}:{line}: {lead}, so it names no source{others}"


def _names_no_source(claim: Claim) -> bool:
    return all(citation.via is Via.LISTED for citation in claim.citations)


def _links_to_files(document: Document) -> Iterator[tuple[int, str]]:
    """The links to what is no web address, by where they begin in the source."""
    for block in document.blocks:
        there = set(links_of(block))
        for link in block.links:
            if link not in there and link.start < link.end and not _NO_LEAD.match(link.url):
                yield block.origin(link.start, link.end)[0], link.url


def _undefined(claim: Claim, source: str) -> Iterator[tuple[int, str]]:
    """References and notes of Markdown that the document nowhere defines."""
    behind = _MARKS_BEHIND.match(source, claim.end)
    end = behind.end() if behind else claim.end
    text = _CODE.sub(lambda code: " " * len(code[0]), source[claim.start : end])
    for match in _REFERENCE.finditer(text):
        label = match["label"] or match["text"]
        if not _is_defined(label, source):
            yield (
                claim.start + match.start(),
                f"there is no reference [{label}], so {match[0]} names no source",
            )
    for match in _NOTE.finditer(text):
        if not _is_defined(f"^{match['label']}", source):
            yield (
                claim.start + match.start(),
                f"there is no note {match[0]}, so it names no source",
            )


def _is_defined(label: str, source: str) -> bool:
    words = r"\s+".join(map(re.escape, label.split()))
    definition = rf"^[ \t>]*(?:[-*+][ \t]+)?\[{words}\]:"
    return bool(re.search(definition, source, re.IGNORECASE | re.MULTILINE))
