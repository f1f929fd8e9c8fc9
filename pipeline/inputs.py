"""Paths, folders and patterns on the command line to the bytes of documents."""

from __future__ import annotations

import fnmatch
import glob
import logging
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from claims.documents import SUFFIXES, companions_of, format_of, read_document
from claims.errors import BadUsage, CitewatchError, UnreadableDocument
from claims.values import Problem
from reports.formats import ENOUGH_TO_TELL, is_report

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping, Sequence

    from claims.values import Document

STDIN = "-"
STDIN_NAME = "(standard input)"
IGNORE_FILE = ".citewatchignore"
_NOT_ENTERED = frozenset({"node_modules", "__pycache__", "venv"})
# Tables of claims are read where they are named; in a folder a table is more often data.
_NOT_SOUGHT = frozenset({"csv", "jsonl"})
_WILDCARDS = frozenset("*?[")
_MOST_COMPANIONS = 20


@dataclass(frozen=True, slots=True)
class Input:
    """A document's bytes, the path it is known by, and its format if the path does not tell.

    `companions` are the files beside it that its reader asks for: names and bytes.
    """

    path: str
    data: bytes
    format: str | None = None
    companions: tuple[tuple[str, bytes], ...] = ()


def find_inputs(
    arguments: Sequence[str],
    exclude_path: Sequence[str],
    stdin: Input | None = None,
    web: Mapping[str, Input | Problem] = MappingProxyType({}),
) -> tuple[tuple[Input, ...], tuple[Problem, ...]]:
    """Every document that the arguments name, each once, and what could not be read.

    A folder stands for all documents below it, but for hidden folders and our own reports; `-` for
    `stdin`; a web address for what `web` has of it. One bad argument does not keep the others from
    being read.
    """
    inputs: dict[str, Input] = {}
    problems: list[Problem] = []
    for argument in arguments:
        if argument == STDIN and stdin is not None:
            inputs[stdin.path] = stdin
            continue
        fetched = web.get(argument)
        if isinstance(fetched, Input):
            inputs[fetched.path] = fetched
            continue
        if isinstance(fetched, Problem):
            problems.append(fetched)
            continue
        try:
            for path in _paths_of(argument):
                if str(path) not in inputs and not _is_excluded(path, exclude_path):
                    data = _read(path)
                    inputs[str(path)] = Input(str(path), data, None, _companions(path, data))
        except CitewatchError as error:
            problems.append(Problem(argument, str(error)))
    return tuple(inputs.values()), tuple(problems)


def read_inputs(
    inputs: Sequence[Input], problems: Sequence[Problem]
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """The documents that can be read; behind the problems there are, one for each that cannot."""
    # It logs what of a bibliography it cannot read; the document's warnings say what is missing.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    documents: list[Document] = []
    found = list(problems)
    for item in inputs:
        try:
            document = read_document(item.data, item.path, item.format, dict(item.companions))
        except UnreadableDocument as error:
            found.append(Problem(item.path, str(error)))
        else:
            documents.append(document)
    return tuple(documents), tuple(found)


def read_stdin(options: argparse.Namespace) -> Input | None:
    """Standard input as a document, where the command line asks for it."""
    if STDIN not in options.paths:
        return None
    if sys.stdin is None or sys.stdin.isatty():
        raise BadUsage("-: standard input holds no document; pipe one in")
    return Input(STDIN_NAME, sys.stdin.buffer.read(), options.stdin_format)


def is_web_address(argument: str) -> bool:
    """Whether an argument names a document on the web."""
    return argument.lower().startswith(("http://", "https://"))


def _companions(path: Path, data: bytes) -> tuple[tuple[str, bytes], ...]:
    """The files that a document reads: never from further up than the folder above its own."""
    top = path.resolve().parent.parent
    found: dict[str, bytes] = {}
    for pattern in companions_of(data, str(path)):
        try:
            beside = sorted(path.parent.glob(pattern))
        except (ValueError, NotImplementedError, OSError):
            continue  # no pattern of files: the reader tells what it misses
        for file in beside[:_MOST_COMPANIONS]:
            if file.is_file() and file.resolve().is_relative_to(top):
                found.setdefault(os.path.relpath(file, path.parent), _bytes_of(file))
    return tuple(found.items())


def _paths_of(argument: str) -> list[Path]:
    if is_web_address(argument):
        raise UnreadableDocument(
            f"{argument}: only citewatch check fetches documents; save the page and name the file"
        )
    path = Path(argument)
    if path.is_dir():
        found = sorted(_documents_below(path))
        if not found:
            raise UnreadableDocument(
                f"{argument}: the folder holds no document ({', '.join(sorted(SUFFIXES))})"
            )
        return found
    if path.exists():
        return [path]
    if _WILDCARDS.intersection(argument):
        # Path.glob takes no absolute patterns.
        matched = [Path(name) for name in sorted(glob.glob(argument, recursive=True))]  # noqa: PTH207
        files = [name for name in matched if name.is_file()]
        if files:
            return files
        raise UnreadableDocument(f"{argument}: the pattern matches no file")
    raise UnreadableDocument(f"{argument}: no such file or folder")


def _documents_below(folder: Path) -> Iterator[Path]:
    ignored = _ignored_in(folder)
    for path in folder.iterdir():
        if any(fnmatch.fnmatch(path.name, pattern) for pattern in ignored):
            continue
        if path.is_dir() and not path.is_symlink():
            if not path.name.startswith(".") and path.name not in _NOT_ENTERED:
                yield from _documents_below(path)
        elif path.is_file() and _is_document(path):
            yield path


def _is_document(path: Path) -> bool:
    """Whether a file of a folder is one; what a run has written there is none of the next run."""
    if format_of(path.name) in {None, *_NOT_SOUGHT}:
        return False
    try:
        with path.open("rb") as file:
            return not is_report(file.read(ENOUGH_TO_TELL))
    except OSError:
        return True  # whoever reads it tells why it cannot be


def _ignored_in(folder: Path) -> tuple[str, ...]:
    """The names that a folder's ignore file leaves out: a pattern a line, # for remarks."""
    file = folder / IGNORE_FILE
    if not file.is_file():
        return ()
    lines = (line.strip() for line in file.read_text("utf-8", "replace").splitlines())
    return tuple(line.rstrip("/") for line in lines if line and not line.startswith("#"))


def _is_excluded(path: Path, patterns: Sequence[str]) -> bool:
    return any(
        fnmatch.fnmatch(str(path), pattern) or fnmatch.fnmatch(path.name, pattern)
        for pattern in patterns
    )


def _read(path: Path) -> bytes:
    if format_of(path.name) is None:
        known = ", ".join(sorted(SUFFIXES))
        raise UnreadableDocument(f"{path}: no reader for this kind of file; known are {known}")
    return _bytes_of(path)


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(f"{path}: cannot be read ({error.strerror})") from error
