"""Paths, folders and patterns on the command line to the bytes of documents."""

from __future__ import annotations

import fnmatch
import glob
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claims.documents import SUFFIXES, format_of
from claims.errors import BadUsage, CitewatchError, UnreadableDocument
from claims.values import Problem

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

STDIN = "-"
STDIN_NAME = "(standard input)"
IGNORE_FILE = ".citewatchignore"
_NOT_ENTERED = frozenset({"node_modules", "__pycache__", "venv"})
# Tables of claims are read where they are named; in a folder a table is more often data.
_NOT_SOUGHT = frozenset({"csv", "jsonl"})
_WILDCARDS = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Input:
    """A document's bytes, the path it is known by, and its format if the path does not tell."""

    path: str
    data: bytes
    format: str | None = None


def find_inputs(
    arguments: Sequence[str], exclude_path: Sequence[str], stdin: Input | None = None
) -> tuple[tuple[Input, ...], tuple[Problem, ...]]:
    """Every document that the arguments name, each once, and what could not be read.

    A folder stands for all documents below it, hidden folders left out; `-` for `stdin`. One bad
    argument does not keep the others from being read.
    """
    inputs: dict[str, Input] = {}
    problems: list[Problem] = []
    for argument in arguments:
        if argument == STDIN and stdin is not None:
            inputs[stdin.path] = stdin
            continue
        try:
            for path in _paths_of(argument):
                if str(path) not in inputs and not _is_excluded(path, exclude_path):
                    inputs[str(path)] = Input(str(path), _read(path))
        except CitewatchError as error:
            problems.append(Problem(argument, str(error)))
    return tuple(inputs.values()), tuple(problems)


def read_stdin(options: argparse.Namespace) -> Input | None:
    """Standard input as a document, where the command line asks for it."""
    if STDIN not in options.paths:
        return None
    if sys.stdin is None or sys.stdin.isatty():
        raise BadUsage("-: standard input holds no document; pipe one in")
    return Input(STDIN_NAME, sys.stdin.buffer.read(), options.stdin_format)


def _paths_of(argument: str) -> list[Path]:
    if argument.lower().startswith(("http://", "https://")):
        raise UnreadableDocument(
            f"{argument}: documents are read from files; save the page and name the file"
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
        elif path.is_file() and format_of(path.name) not in {None, *_NOT_SOUGHT}:
            yield path


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
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(f"{path}: cannot be read ({error.strerror})") from error
