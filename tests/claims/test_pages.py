"""Pages: bytes of a source to one text, its article, its tables; or why there is none."""

from __future__ import annotations

from time import process_time

import pytest

from claims.page_text import main_spans
from claims.pages import read_page
from claims.values import Outcome, Page, Unreadable
from tests.conftest import ROOT

HTML = """<!doctype html><html lang="en"><head><title>Robots in 2024</title>
<meta property="article:published_time" content="2025-03-01T10:00:00Z"></head><body>
<nav>Home <a href="/">About</a></nav>
<article><h1>Robots in 2024</h1>
<p>Factories bought   more robots than ever,
the federation said. Nobody had expected that the number would grow once more.</p>
<table><caption>Installations</caption>
<tr><th>Country</th><th colspan="2">2023</th><th>2024</th></tr>
<tr><th>Germany</th><td>415</td><td>a</td><td>429</td></tr></table>
<p hidden>unseen</p><p style="display: none">unseen</p><script>unseen()</script>
<p>The federation expects the growth to go on for at least another three years.</p>
</article><footer>Contact</footer></body></html>"""


def page_of(body: bytes, content_type: str = "text/html; charset=utf-8") -> Page:
    page = read_page(body, content_type)
    assert isinstance(page, Page)
    return page


def test_a_page_has_its_title_date_and_language() -> None:
    page = page_of(HTML.encode())
    assert (page.title, page.published, page.language) == ("Robots in 2024", "2025-03-01", "en")


def test_the_text_is_what_a_reader_sees_a_line_a_block() -> None:
    page = page_of(HTML.encode())
    assert page.text.split("\n") == [
        "Robots in 2024",
        (
            "Factories bought more robots than ever, the federation said."
            " Nobody had expected that the number would grow once more."
        ),
        "Installations",
        "Country | 2023 | 2024",
        "Germany | 415 | a | 429",
        "The federation expects the growth to go on for at least another three years.",
        "Contact",
    ]


def test_the_article_is_told_from_the_furniture() -> None:
    page = page_of(HTML.encode())
    main = " ".join(page.text[start:end] for start, end in page.main)
    assert "Factories bought" in main
    assert "Contact" not in main


def test_table_cells_carry_their_column_header() -> None:
    page = page_of(HTML.encode())
    (row,) = page.rows
    assert row.caption == "Installations"
    assert [(cell.header, page.text[cell.start : cell.end]) for cell in row.cells] == [
        ("Country", "Germany"),
        ("2023", "415"),
        ("2023", "a"),
        ("2024", "429"),
    ]
    assert page.text[row.start : row.end] == "Germany | 415 | a | 429"


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("big5", "big5"),
        ("gb18030", "gb18030"),
        ("utf-16", ""),
        ("utf-8", "nonsense"),
    ],
)
def test_bytes_are_decoded_by_what_they_are(encoding: str, declared: str) -> None:
    body = "<html><body><p>工業機械人安裝量創下新高，研究所在報告中說。</p></body></html>"
    content_type = f"text/html; charset={declared}" if declared else "text/html"
    assert page_of(body.encode(encoding), content_type).text == (
        "工業機械人安裝量創下新高，研究所在報告中說。"
    )


def test_a_pdf_is_read_with_its_lines_joined() -> None:
    page = page_of((ROOT / "tests/claims/data/tracking.pdf").read_bytes(), "application/pdf")
    assert page.title == "Two decades of tracking"
    assert page.published == "2024-08-28"
    assert "looks back over twenty years of research." in page.text


@pytest.mark.parametrize(
    ("body", "content_type", "outcome"),
    [
        (b"<html><body></body></html>", "text/html", Outcome.EMPTY),
        (b"<html><script>x</script></html>", "text/html", Outcome.EMPTY),
        (b"%PDF-1.4 broken", "application/pdf", Outcome.UNDECODABLE),
        (b"\x89PNG", "image/png", Outcome.UNSUPPORTED_TYPE),
        (b"  \n ", "text/plain", Outcome.EMPTY),
    ],
)
def test_what_gives_no_text_says_why(body: bytes, content_type: str, outcome: Outcome) -> None:
    page = read_page(body, content_type)
    assert isinstance(page, Unreadable)
    assert page.outcome is outcome
    assert page.reason


def test_html_that_calls_itself_a_pdf_is_read_as_html() -> None:
    body = b"<!doctype html><html><body><p>Words of a page that is no PDF.</p></body></html>"
    assert page_of(body, "application/pdf").text == "Words of a page that is no PDF."


def test_plain_text_is_read_as_paragraphs() -> None:
    page = page_of(b"A line that goes on\nin the next one.\n\nAnother paragraph.", "text/plain")
    assert page.text == "A line that goes on in the next one.\nAnother paragraph."


@pytest.mark.parametrize(
    "body",
    [
        b"<div>" * 20_000 + b"words that are deep down",
        b"<table><tr><td>" * 3_000 + b"words",
        b"<p>" + b"&#x110000;&#0;&#xd800;" * 100 + b"words of a page",
        b"<a" * 50_000,
        b"\x00" * 1000 + b"<p>words of a page</p>",
        b"<!--" * 20_000,
    ],
    ids=["deep", "nested tables", "bad references", "open tags", "NUL", "comments"],
)
def test_a_hostile_page_is_a_page_or_a_reason(body: bytes) -> None:
    page = read_page(body, "text/html")
    assert isinstance(page, Page | Unreadable)
    assert page.text if isinstance(page, Page) else page.reason


def test_lines_are_found_in_an_article_in_the_time_that_its_length_takes() -> None:
    lines = [f"The town number {n} counted {n * 7} bicycles on its bridges." for n in range(50_000)]
    text = "\n".join(lines)
    began = process_time()
    spans = main_spans(text, text)
    # A fifth of a second; with each line sought in all of the article half a minute.
    assert process_time() - began < 4
    assert spans == ((0, len(text)),)


def test_lines_of_an_article_are_found_in_whatever_order_they_stand() -> None:
    text = "Menu\nThird line.\nFirst line.\n\nSecond, line"
    found = main_spans(text, "First line.\n- Second line.\nThird | line.")
    assert [text[start:end] for start, end in found] == ["Third line.\nFirst line.", "Second, line"]


def test_a_text_too_long_to_be_searched_is_too_large() -> None:
    page = read_page(b"word " * 1_100_000, "text/plain")
    assert isinstance(page, Unreadable)
    assert page.outcome is Outcome.TOO_LARGE
    assert page.reason == "its text is longer than 5,000,000 characters"


@pytest.mark.parametrize("columns", ["999999999999", "\u00b2", "-1", "x", ""])
def test_a_table_may_claim_any_number_of_columns(columns: str) -> None:
    markup = f"<table><tr><th colspan='{columns}'>A</th></tr><tr><td>1</td></tr></table>"
    page = page_of(markup.encode())
    assert page.text == "A\n1"
