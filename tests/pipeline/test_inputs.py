"""Which documents the arguments stand for, and what is told of the rest."""

from __future__ import annotations

import errno
import json
import os
from typing import TYPE_CHECKING

import pytest

from pipeline.inputs import find_inputs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ran

NOTE = "Exports [rose by 5%](https://a.example/) in 2020.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a document, in the working directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "note.md").write_text(NOTE)
    return tmp_path / "docs"


def close(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let no folder of a name be read; chmod does not keep root out."""
    scandir = os.scandir

    def closed(path: Path) -> object:
        if path.name == name:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)


def paths_in(*arguments: object, exclude: tuple[str, ...] = ()) -> list[str]:
    inputs, problems = find_inputs([str(one) for one in arguments], exclude)
    assert problems == ()
    return [one.path for one in inputs]


def test_a_folder_that_cannot_be_read_is_named_and_the_rest_is_read(
    citewatch: Callable[..., Ran], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "closed").mkdir()
    close(monkeypatch, "closed")
    ran = citewatch("extract", "docs")
    assert ran.code == 2
    assert ran.err == "citewatch: docs/closed: cannot be read (Permission denied)\n"
    assert [one["path"] for one in json.loads(ran.out)["documents"]] == ["docs/note.md"]


def test_a_folder_whose_ignore_file_cannot_be_read_is_not_read_as_if_it_had_none(
    citewatch: Callable[..., Ran], folder: Path
) -> None:
    (folder / "drafts").mkdir()
    (folder / "drafts" / "draft.md").write_text(NOTE)
    (folder / "drafts" / ".citewatchignore").mkdir()
    ran = citewatch("extract", "docs")
    assert ran.code == 2
    assert ran.err == "citewatch: docs/drafts/.citewatchignore: cannot be read (Is a directory)\n"
    assert [one["path"] for one in json.loads(ran.out)["documents"]] == ["docs/note.md"]


def test_a_closed_folder_that_is_left_out_is_no_problem(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "closed").mkdir()
    close(monkeypatch, "closed")
    assert paths_in("docs", exclude=("docs/closed/*",)) == ["docs/note.md"]


def test_a_name_that_is_too_long_gets_one_sentence(
    citewatch: Callable[..., Ran], folder: Path
) -> None:
    name = "a" * 300
    ran = citewatch("extract", name, folder)
    assert (ran.code, ran.err) == (
        2,
        f"citewatch: {name}: cannot be read (File name too long)\n",
    )
    assert json.loads(ran.out)["documents"]


@pytest.mark.parametrize("command", ["extract", "check", "history"])
def test_a_working_directory_that_is_gone_gets_one_sentence(
    citewatch: Callable[..., Ran], folder: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    (folder / "gone").mkdir()
    monkeypatch.chdir(folder / "gone")
    (folder / "gone").rmdir()
    ran = citewatch(command, "note.md")
    assert ran.code == 2
    assert ran.err == (
        "citewatch: the working directory cannot be found (No such file or directory);"
        " change to one that is there\n"
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("t.csv", "claim,url\nIt rose by 5%.,https://a.example/\n"),
        ("t.tsv", "id\ttext\tsource\n1\tIt rose by 5%.\thttps://a.example/\n"),
        ("t.jsonl", '{"claim": "It rose by 5%.", "urls": ["https://a.example/"]}\n'),
        (
            "t.ndjson",
            '{"claim": "It rose.", "url": ""}\n{"claim": "It fell.", "url": "https://a.example/"}\n',
        ),
    ],
)
def test_a_table_of_claims_in_a_folder_is_a_document(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text)
    assert paths_in("docs") == ["docs/note.md", f"docs/{name}"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("t.csv", "year,exports\n2020,5\n"),
        ("t.csv", "claim,exports\nIt rose.,5\n"),
        ("t.csv", ""),
        ("t.csv", "\x00\x01"),
        ("t.jsonl", '{"id": 1, "title": "https://a.example/"}\n'),
        ("t.jsonl", '{"text": "A row of data without a source."}\n'),
        ("t.jsonl", "[1, 2]\n"),
    ],
)
def test_other_tables_in_a_folder_are_not_meant(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text)
    assert paths_in("docs") == ["docs/note.md"]


def test_a_table_of_claims_that_is_damaged_further_down_is_told(
    citewatch: Callable[..., Ran], folder: Path
) -> None:
    good = '{"claim": "It rose by 5%.", "url": "https://a.example/"}\n'
    (folder / "t.jsonl").write_text(good * 30 + "{")
    ran = citewatch("extract", "docs")
    assert ran.code == 2
    assert ran.err.startswith("citewatch: docs/t.jsonl: line 31 is no JSON")


def test_a_document_has_one_name_however_it_is_typed(folder: Path) -> None:
    note = folder / "note.md"
    ways = [note, "docs/note.md", "./docs/../docs/note.md", folder, ".", f"{folder}/*.md"]
    assert [paths_in(one) for one in ways] == [["docs/note.md"]] * len(ways)
    assert paths_in(*ways) == ["docs/note.md"]


def test_a_document_elsewhere_is_named_as_it_was_typed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "here").mkdir()
    monkeypatch.chdir(folder / "here")
    assert paths_in("../note.md", folder / "note.md") == ["../note.md"]
    assert paths_in(folder / "note.md") == [f"{folder}/note.md"]


def test_what_is_left_out_does_not_hang_on_how_it_is_typed(folder: Path) -> None:
    for one in ("docs", folder, folder / "note.md"):
        assert paths_in(one, exclude=("docs/*",)) == []


@pytest.mark.usefixtures("folder")
def test_a_file_that_is_named_and_left_out_is_told(citewatch: Callable[..., Ran]) -> None:
    ran = citewatch("check", "docs/note.md", "--exclude-path", "note.*")
    assert ran.code == 2
    assert "docs/note.md: is not read, as exclude_path leaves it out" in ran.err
    assert "is not read" not in citewatch("check", "docs", "--exclude-path", "note.*").err


@pytest.mark.parametrize("command", [("extract",), ("check", "--offline")])
def test_what_names_no_source_is_warned_of(
    citewatch: Callable[..., Ran], folder: Path, command: tuple[str, ...]
) -> None:
    (folder / "note.md").write_text("Exports [rose by 5%](./local.pdf) in 2020.\n")
    assert citewatch(*command, "docs").err == (
        "citewatch: warning: docs/note.md:1: the link to ./local.pdf is to no web address, so it"
        " names no source\n"
    )
