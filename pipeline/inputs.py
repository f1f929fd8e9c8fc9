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
from claims.errors import BadUsage, UnreadableDocument
from claims.values import Problem
from pipeline.folders import cannot_be_read, documents_below

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Mapping, Sequence

    from claims.values import Document

STDIN = "-"
STDIN_NAME = "(standard input)"
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
    `stdin`; a web address for what `web` has of it. What is bad does not keep the rest from being
    read. A file is known by one name, however often and in whatever way it is named.
    """
    inputs: dict[str | Path, Input] = {}
    problems: list[Problem] = []
    for argument in arguments:
        fetched = stdin if argument == STDIN else web.get(argument)
        if isinstance(fetched, Input):
            inputs[fetched.path] = fetched
            continue
        if isinstance(fetched, Problem):
            problems.append(fetched)
            continue
        paths, amiss = _paths_of(argument)
        problems += [one for one in amiss if not is_left_out(Path(one.subject), exclude_path)]
        for path in paths:
            place = place_of(path)
            if place in inputs or is_left_out(path, exclude_path):
                continue
            try:
                inputs[place] = _input(path)
            except UnreadableDocument as error:
                problems.append(Problem(known_as(path), str(error)))
    return tuple(inputs.values()), tuple(problems)


def name_of(argument: str) -> str:
    """The name in reports and in the store of the document that an argument stands for."""
    is_file = argument != STDIN_NAME and not is_web_address(argument)
    return known_as(Path(argument)) if is_file else argument


def known_as(path: Path) -> str:
    """The name that a file has in reports and in the store, however it was typed.

    It is the way there from the working directory where it is below that, else as it was typed.
    """
    place, here = place_of(path), Path.cwd()
    is_roundabout = path.is_absolute() or ".." in path.parts
    return str(place.relative_to(here) if is_roundabout and place.is_relative_to(here) else path)


def place_of(path: Path) -> Path:
    """Where a file is, whichever way leads there. A link to a file is a file of its own."""
    return path.parent.resolve() / path.name


def is_left_out(path: Path, patterns: Sequence[str]) -> bool:
    """Whether `exclude_path` leaves a file, or all of a folder, out."""
    names = {str(path), str(place_of(path)), known_as(path), f"{known_as(path)}/", path.name}
    return any(fnmatch.fnmatch(name, pattern) for pattern in patterns for name in names)


def named_but_left_out(arguments: Iterable[str], patterns: Sequence[str]) -> tuple[str, ...]:
    """The arguments that are files, and are not read since `exclude_path` leaves them out."""
    return tuple(
        argument
        for argument in arguments
        if argument != STDIN
        and not is_web_address(argument)
        and is_left_out(Path(argument), patterns)
        and _paths_of(argument)[0] == [Path(argument)]
    )


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
            beside = [file for file in sorted(path.parent.glob(pattern)) if file.is_file()]
        except (ValueError, NotImplementedError, OSError):
            continue  # no pattern of files: the reader tells what it misses
        for file in beside[:_MOST_COMPANIONS]:
            if file.resolve().is_relative_to(top):
                found.setdefault(os.path.relpath(file, path.parent), _bytes_of(file))
    return tuple(found.items())


def _paths_of(argument: str) -> tuple[list[Path], list[Problem]]:
    """The files that an argument stands for, and what is amiss with it or in it."""
    if is_web_address(argument):
        return _nothing(
            argument, "only citewatch check fetches documents; save the page and name the file"
        )
    path = Path(argument)
    try:
        if path.is_dir():
            return _of_folder(path, argument)
        if path.exists():
            return [path], []
    except OSError as error:
        return [], [cannot_be_read(argument, error)]
    if _WILDCARDS.intersection(argument):
        # Path.glob takes no absolute patterns.
        matched = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207
        # `Path.is_file` stumbles over what is closed.
        files = [Path(name) for name in matched if os.path.isfile(name)]  # noqa: PTH113
        return (files, []) if files else _nothing(argument, "the pattern matches no file")
    return _nothing(argument, "no such file or folder")


def _of_folder(folder: Path, argument: str) -> tuple[list[Path], list[Problem]]:
    found, amiss = documents_below(folder)
    if found or amiss:
        return found, amiss
    known = ", ".join(sorted(SUFFIXES))
    return _nothing(
        argument, f"the folder holds no document ({known}; of tables those with claim and url)"
    )


def _nothing(argument: str, why: str) -> tuple[list[Path], list[Problem]]:
    return [], [Problem(argument, f"{argument}: {why}")]


def _input(path: Path) -> Input:
    data = _read(path)
    return Input(known_as(path), data, None, _companions(path, data))


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
