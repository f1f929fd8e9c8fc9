"""From the bytes of a document to its blocks of plain text: one reader for each format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.documents.claim_table import read_csv, read_jsonl
from claims.documents.decoding import decode
from claims.documents.html import read_html
from claims.documents.markdown import read_markdown
from claims.documents.plain import read_plain
from claims.documents.restructuredtext import read_restructuredtext
from claims.errors import UnreadableDocument

if TYPE_CHECKING:
    from collections.abc import Callable

    from claims.values import Document

READERS: dict[str, Callable[[str, str], Document]] = {
    "markdown": read_markdown,
    "html": read_html,
    "plain": read_plain,
    "restructuredtext": read_restructuredtext,
    "csv": read_csv,
    "jsonl": read_jsonl,
}

SUFFIXES: dict[str, str] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "plain",
    ".text": "plain",
    ".rst": "restructuredtext",
    ".rest": "restructuredtext",
    ".csv": "csv",
    ".tsv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}


def format_of(path: str) -> str | None:
    """The format that a path's suffix stands for, or None for one that no reader knows."""
    lowered = path.lower()
    return next((name for suffix, name in SUFFIXES.items() if lowered.endswith(suffix)), None)


def read_document(data: bytes, path: str, format_name: str | None = None) -> Document:
    """Read a document; offsets in it point into `data.decode("utf-8")`.

    Raises UnreadableDocument, in one sentence, for an unknown format or bytes that are not text.
    """
    name = format_name or format_of(path)
    if name not in READERS:
        known = ", ".join(sorted(SUFFIXES))
        raise UnreadableDocument(f"{path}: no reader for this kind of file; known are {known}")
    return READERS[name](decode(data, path), path)
