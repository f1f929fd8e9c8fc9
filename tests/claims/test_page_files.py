"""Sources that are files: their text, their tables, and what cannot be read."""

from __future__ import annotations

import json

import pytest

from claims.pages import read_page
from claims.values import Outcome, Page, Unreadable
from tests.claims.test_binary_formats import a_docx, run

CSV = 'Port,Year,Cranes\nNorvik,2024,37\n\n"Sandness, old",2023,12\n'
RECORDS = [{"port": "Norvik", "cranes": 37}, {"port": "Sandness", "cranes": 12, "old": True}]


def page_of(body: bytes, content_type: str) -> Page:
    page = read_page(body, content_type)
    assert isinstance(page, Page)
    return page


def cells_of(page: Page) -> list[dict[str, str]]:
    return [
        {cell.header: page.text[cell.start : cell.end] for cell in row.cells} for row in page.rows
    ]


@pytest.mark.parametrize(
    ("text", "content_type"),
    [
        (CSV, "text/csv"),
        (CSV.replace(",", ";").replace('"Sandness; old"', "Sandness, old"), "text/csv"),
        (CSV.replace(",", "\t").replace("s\t o", "s, o"), "text/tab-separated-values"),
        (CSV.replace("\n", "\r\n"), "application/csv; charset=utf-8"),
    ],
)
def test_a_table_of_values_has_rows_with_headers(text: str, content_type: str) -> None:
    page = page_of(text.encode(), content_type)
    assert cells_of(page)[0] == {"Port": "Norvik", "Year": "2024", "Cranes": "37"}
    assert len(page.rows) == 2
    assert [page.text[row.start : row.end] for row in page.rows] == page.text.split("\n")[1:]


def test_rows_of_other_lengths_are_kept() -> None:
    page = page_of(b"a,b\n1\n1,2,3\n", "text/csv")
    assert cells_of(page) == [{"a": "1"}, {"a": "1", "b": "2", "": "3"}]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(RECORDS),
        json.dumps({"source": "the port", "rows": RECORDS}),
        "\n".join(map(json.dumps, RECORDS)),
    ],
)
def test_like_objects_in_json_are_rows(text: str) -> None:
    page = page_of(text.encode(), "application/json")
    assert cells_of(page) == [
        {"port": "Norvik", "cranes": "37", "old": ""},
        {"port": "Sandness", "cranes": "12", "old": "true"},
    ]


def test_values_in_json_stand_on_lines_with_their_keys() -> None:
    value = {"title": "Ports", "region": {"name": "Coast", "cranes": 49}, "notes": ["one", None]}
    page = page_of(json.dumps(value).encode(), "application/vnd.api+json")
    assert page.text.split("\n") == ["title: Ports", "region name: Coast", "region cranes: 49",
                                     "notes: one"]  # fmt: skip
    assert page.title == "Ports"


def test_json_that_is_none_is_read_as_text() -> None:
    assert page_of(b"{broken: 37 cranes", "application/json").text == "{broken: 37 cranes"
    deep = "[" * 100_000 + "]" * 100_000
    assert isinstance(read_page(deep.encode(), "application/json"), Page)


def test_xml_is_read_without_its_tags_and_without_entities() -> None:
    body = (
        b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        b"<r><title>Ports</title><item>Norvik has 37 cranes.<b/> Really.</item><y>&x;</y></r>"
    )
    page = page_of(body, "application/rss+xml")
    assert page.text.split("\n") == ["Ports", "Norvik has 37 cranes.", "Really."]


def test_markdown_is_read_with_its_tables() -> None:
    body = b"# Ports\n\nNorvik has *37* cranes.\n\n| Port | Cranes |\n|---|---|\n| Norvik | 37 |\n"
    page = page_of(body, "text/markdown; charset=utf-8")
    assert page.text.split("\n")[:2] == ["Ports", "Norvik has 37 cranes."]
    assert page.title == "Ports"
    assert cells_of(page) == [{"Port": "Norvik", "Cranes": "37"}]


@pytest.mark.parametrize(
    "content_type",
    [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/octet-stream",
        "application/zip",
        "",
    ],
)
def test_a_word_document_is_read(content_type: str) -> None:
    lines = ("Norvik has 37 cranes.", "It is the largest port.")
    body = a_docx("".join(f"<w:p>{run(line)}</w:p>" for line in lines))
    page = page_of(body, content_type)
    assert page.text == "Norvik has 37 cranes.\nIt is the largest port."
    assert page.main == ((0, len(page.text)),)


@pytest.mark.parametrize(
    ("body", "content_type", "outcome"),
    [
        (b"PK\x03\x04 word/ and no archive", "application/zip", Outcome.UNDECODABLE),
        (b"\n , ,\n", "text/csv", Outcome.EMPTY),
        (b"{}", "application/json", Outcome.EMPTY),
        (b"<a></a>", "application/xml", Outcome.EMPTY),
        (b"no xml", "application/xml", Outcome.UNDECODABLE),
        (b"\n\n", "text/markdown", Outcome.EMPTY),
        (b"\x00\x01", "application/x-thing", Outcome.UNSUPPORTED_TYPE),
    ],
)
def test_what_gives_no_text_says_why(body: bytes, content_type: str, outcome: Outcome) -> None:
    page = read_page(body, content_type)
    assert isinstance(page, Unreadable)
    assert page.outcome is outcome
    assert page.reason
