"""From the bytes of a document to its blocks of plain text: one reader for each format."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from claims.checkworthiness import has_words_of
from claims.documents.decoding import decode
from claims.errors import UnreadableDocument
from claims.languages import UNTOLD
from claims.languages_within import with_languages

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claims.values import Document

    ReadBytes = Callable[[bytes, str, Mapping[str, bytes]], Document]


def _of_text(module: str, function: str) -> ReadBytes:
    """A reader of bytes made of one of text that needs no other file."""
    return lambda data, path, _companions: _named(module, function)(decode(data, path), path)


def _alone(module: str, function: str) -> ReadBytes:
    """A reader of bytes that needs no other file."""
    return lambda data, path, _companions: _named(module, function)(data, path)


def _read_latex(data: bytes, path: str, companions: Mapping[str, bytes]) -> Document:
    read: Callable[..., Document] = _named("latex", "read_latex")
    return read(decode(data, path), path, companions)


def _named(module: str, function: str) -> Any:
    # Imported when a document of its format comes: most runs meet one or two formats.
    return getattr(import_module(f"claims.documents.{module}"), function)


READERS: dict[str, ReadBytes] = {
    "markdown": _of_text("markdown", "read_markdown"),
    "html": _of_text("html", "read_html"),
    "plain": _of_text("plain", "read_plain"),
    "restructuredtext": _of_text("restructuredtext", "read_restructuredtext"),
    "latex": _read_latex,
    "notebook": _of_text("notebook", "read_notebook"),
    "docx": _alone("word", "read_docx"),
    "pdf": _alone("pdf", "read_pdf"),
    "csv": _of_text("claim_table", "read_csv"),
    "jsonl": _of_text("claim_table", "read_jsonl"),
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
    ".tex": "latex",
    ".ltx": "latex",
    ".ipynb": "notebook",
    ".docx": "docx",
    ".pdf": "pdf",
    ".csv": "csv",
    ".tsv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}


def format_of(path: str) -> str | None:
    """The format that a path's suffix stands for, or None for one that no reader knows."""
    lowered = path.lower()
    return next((name for suffix, name in SUFFIXES.items() if lowered.endswith(suffix)), None)


def companions_of(data: bytes, path: str, format_name: str | None = None) -> tuple[str, ...]:
    """The files beside a document that its reader wants, as patterns relative to its folder."""
    if (format_name or format_of(path)) != "latex":
        return ()
    found: tuple[str, ...] = _named("latex", "latex_companions")(data.decode("utf-8", "replace"))
    return found


def read_document(
    data: bytes,
    path: str,
    format_name: str | None = None,
    companions: Mapping[str, bytes] = MappingProxyType({}),
) -> Document:
    """Read a document; offsets in it point into its `source`, the decoded text of the file.

    `companions` are the files that `companions_of` asks for, by their names. Raises
    UnreadableDocument, in one sentence, for an unknown format or bytes that are not text.
    """
    name = format_name or format_of(path)
    if name not in READERS:
        known = ", ".join(sorted(SUFFIXES))
        raise UnreadableDocument(f"{path}: no reader for this kind of file; known are {known}")
    document = with_languages(READERS[name](data, path, companions))
    return replace(document, warnings=(*document.warnings, *_language_warning(document)))


def _language_warning(document: Document) -> tuple[str, ...]:
    """That a document's language is none of those whose words are known, if so."""
    if document.language == UNTOLD or has_words_of(document.language):
        return ()
    warning = (
        f"{document.path}: is in a language ({document.language}) whose words are not known:"
        " opinions are not told from facts in it, and its numbers are read as English ones"
    )
    return (warning,)
