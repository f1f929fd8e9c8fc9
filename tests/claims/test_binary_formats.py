"""DOCX, PDF and notebooks: what of them is read, and what is refused in a sentence."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.cited_places import cited_urls
from claims.documents import read_document
from claims.errors import UnreadableDocument
from claims.extraction import find_claims
from claims.values import BlockKind, Document

CORPUS = Path(__file__).parent / "corpus"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def a_docx(body: str, links: dict[str, str] | None = None) -> bytes:
    """The smallest file that is a Word document with this body, and hyperlinks by their ids."""
    relations = "".join(
        f'<Relationship Id="{name}" Type="{R}/hyperlink" Target="{url}" TargetMode="External"/>'
        for name, url in (links or {}).items()
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml"'
        ' ContentType="application/xml"/><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1"'
        f' Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body>'
        "</w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f"{relations}</Relationships>",
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return data.getvalue()


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def cited(document: Document) -> list[tuple[str, list[str]]]:
    return [(claim.plain, [c.url for c in claim.citations]) for claim in find_claims(document)]


def test_hyperlinks_of_both_kinds_are_read() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK'
        ' "https://b.example/2" \\o "tip" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("3%")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = paragraph(
        run("Exports rose by "),
        f'<w:hyperlink r:id="l1">{run("5%")}</w:hyperlink>',
        run(" in 2020."),
    ) + paragraph(run("Imports fell by "), field, run(" in 2021."))
    document = read_document(a_docx(body, {"l1": "https://a.example/1"}), "note.docx")
    assert cited(document) == [
        ("Exports rose by 5% in 2020.", ["https://a.example/1"]),
        ("Imports fell by 3% in 2021.", ["https://b.example/2"]),
    ]


def test_what_is_deleted_or_hidden_is_not_read() -> None:
    body = paragraph(
        run("Exports rose by "),
        f'<w:del w:id="1">{run("4%").replace("w:t", "w:delText")}</w:del>',
        f'<w:ins w:id="2">{run("5%")}</w:ins>',
        run(" in truth 9%", "<w:vanish/>"),
        run(" in 2020", '<w:vanish w:val="0"/>'),
        run("."),
    )
    assert [plain for plain, _ in cited(read_document(a_docx(body), "note.docx"))] == [
        "Exports rose by 5% in 2020."
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"no zip at all", "is no DOCX"),
        (b"PK\x03\x04 cut off", "is no DOCX"),
        (a_docx("<w:p><w:r>"), "is no readable DOCX"),
        (a_docx(paragraph(run("long " * 12_000_000))), "would unpack to more than 50 MB"),
    ],
    ids=["no zip", "cut off", "broken XML", "bomb"],
)
def test_what_is_no_docx_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableDocument, match=f"note.docx: {words}"):
        read_document(data, "note.docx")


def test_another_zip_file_is_no_document() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("a.txt", "text")
    with pytest.raises(UnreadableDocument, match="holds no Word document"):
        read_document(data.getvalue(), "note.docx")


A_BLANK_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF"
)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.4 nothing", "is no readable PDF"),
        (b"", "is no readable PDF"),
        (A_BLANK_PDF, "holds pictures of pages and no text"),
    ],
)
def test_a_pdf_without_text_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableDocument, match=words):
        read_document(data, "note.pdf")


@pytest.mark.parametrize("path", [*CORPUS.rglob("*.pdf"), *CORPUS.rglob("*.docx")], ids=str)
def test_claims_are_slices_of_the_text_that_was_taken_out(path: Path) -> None:
    document = read_document(path.read_bytes(), path.name)
    for claim in find_claims(document):
        assert document.source[claim.start : claim.end] == claim.text
        assert document.source.split("\n")[claim.line - 1][claim.column - 1 :].startswith(
            claim.text
        )


def test_a_pdf_is_put_together_from_its_lines() -> None:
    document = read_document((CORPUS / "brief.pdf").read_bytes(), "brief.pdf")
    texts = [block.text for block in document.blocks]
    assert any(
        "41.6 general practitioners per 100,000 inhabitants in the" in text for text in texts
    )
    assert not any(re.search(r"Page \d", text) for text in texts)
    headings = [block.text for block in document.blocks if block.kind is BlockKind.HEADING]
    assert {"The shortage", "Mobile surgeries", "Sources"} <= set(headings)


def a_notebook(*cells: dict[str, object]) -> bytes:
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4}, indent=1).encode()


def a_cell(source: object, kind: str = "markdown") -> dict[str, object]:
    return {"cell_type": kind, "metadata": {"source": "no"}, "source": source}


def test_only_markdown_cells_are_read() -> None:
    document = read_document(
        a_notebook(
            a_cell(["# Steel\n", "\n", "Exports rose by **5%** in [2020](https://a.example/1).\n"]),
            a_cell("print('https://c.example')  # exports rose by 9% in 2020.", "code"),
            a_cell('Imports fell by "3%" in 2021 [1].\n\n## Sources\n\n[1] https://b.example/é'),
        ),
        "note.ipynb",
    )
    assert document.title == "Steel"
    assert cited(document) == [
        ("Exports rose by 5% in 2020.", ["https://a.example/1"]),
        ('Imports fell by "3%" in 2021.', ["https://b.example/é"]),
    ]
    assert cited_urls(document) == ("https://a.example/1", "https://b.example/é")
    first, second = find_claims(document)
    assert first.text == "Exports rose by **5%** in [2020](https://a.example/1)."
    assert second.text.startswith(r"Imports fell by \"3%\" in 2021 [1].")


def test_half_of_a_surrogate_pair_in_a_notebook_is_no_text() -> None:
    cell = a_cell("It rose by 5% in 2020 \ud800 [here](https://a.example/1).")
    (claim,) = find_claims(read_document(a_notebook(cell), "note.ipynb"))
    assert claim.plain == "It rose by 5% in 2020 \ufffd."
    assert claim.text.startswith(r"It rose by 5% in 2020 \ud800 [here]")


@pytest.mark.parametrize("data", [b"{", b"[]", b'{"cells": 1}', b"\xff"])
def test_what_is_no_notebook_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=r"^note.ipynb: "):
        read_document(data, "note.ipynb")


@given(st.lists(st.text(max_size=60), max_size=4), st.sampled_from(["list", "string"]))
def test_claims_of_a_notebook_slice_back_to_its_json(texts: list[str], form: str) -> None:
    said = [f"It rose by 5% in 2020 {text}." for text in texts]
    cells = [a_cell(text.splitlines(keepends=True) if form == "list" else text) for text in said]
    document = read_document(a_notebook(*cells), "note.ipynb")
    for claim in find_claims(document):
        assert document.source[claim.start : claim.end] == claim.text
