"""Which files of a folder are documents, and what of it could not be looked into."""

from __future__ import annotations

import fnmatch
import os
from pathlib import Path
from typing import TYPE_CHECKING

from claims.cited_places import cited_urls
from claims.documents import format_of, read_document
from claims.errors import UnreadableDocument
from claims.values import Problem
from reports.formats import ENOUGH_TO_TELL, is_report

if TYPE_CHECKING:
    from collections.abc import Iterator

IGNORE_FILE = ".citewatchignore"
_NOT_ENTERED = frozenset({"node_modules", "__pycache__", "venv"})
# In a folder a table is more often data: it has to have what makes it one of claims.
_TABLES = frozenset({"csv", "jsonl"})
_LINES_OF_TABLE = 20
_LONGEST_LINE = 1_000_000


def documents_below(folder: Path) -> tuple[list[Path], list[Problem]]:
    """The documents of a folder and of those in it, in order; not our own reports.

    Hidden folders, and what an ignore file leaves out, are not looked into. A folder that cannot
    be read is a problem, and the others are read all the same.
    """
    found = list(_walk(folder))
    documents = sorted(one for one in found if isinstance(one, Path))
    return documents, [one for one in found if isinstance(one, Problem)]


def cannot_be_read(path: Path | str, error: OSError) -> Problem:
    """The problem that a file or folder cannot be read."""
    return Problem(str(path), f"{path}: cannot be read ({error.strerror})")


def _walk(folder: Path) -> Iterator[Path | Problem]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
        has_own = any(entry.name == IGNORE_FILE for entry in entries)
        ignored = _ignored_by(folder / IGNORE_FILE) if has_own else ()
    except OSError as error:
        yield cannot_be_read(error.filename or folder, error)
        return
    for entry in entries:
        if any(fnmatch.fnmatch(entry.name, pattern) for pattern in ignored):
            continue
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.startswith(".") and entry.name not in _NOT_ENTERED:
                yield from _walk(path)
        elif _may_be_document(entry) and _is_document(path):
            yield path


def _may_be_document(entry: os.DirEntry[str]) -> bool:
    if format_of(entry.name) is None:
        return False
    try:
        return entry.is_file()
    except OSError:
        return True  # a link into what is closed: whoever reads it tells


def _ignored_by(file: Path) -> tuple[str, ...]:
    """The names that an ignore file leaves out: a pattern a line, # for remarks."""
    lines = (line.strip() for line in file.read_text("utf-8", "replace").splitlines())
    return tuple(line.rstrip("/") for line in lines if line and not line.startswith("#"))


def _is_document(path: Path) -> bool:
    """Whether a file of a folder is one; what a run has written there is none of the next run."""
    try:
        if format_of(path.name) in _TABLES:
            return _is_claim_table(path)
        with path.open("rb") as file:
            start = file.read(ENOUGH_TO_TELL)
            file.seek(-min(path.stat().st_size, ENOUGH_TO_TELL), os.SEEK_END)
            return not is_report(start, file.read(ENOUGH_TO_TELL))
    except OSError:
        return True  # whoever reads it tells why it cannot be


def _is_claim_table(path: Path) -> bool:
    """Whether a table begins as one of claims: the header of a CSV, lines that cite of JSON."""
    is_csv = format_of(path.name) == "csv"
    with path.open("rb") as file:
        lines = [file.readline(_LONGEST_LINE) for _ in range(1 if is_csv else _LINES_OF_TABLE)]
    try:
        beginning = read_document(b"".join(lines), str(path))
    except UnreadableDocument:
        return False
    return is_csv or bool(cited_urls(beginning))
