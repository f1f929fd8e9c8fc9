"""The bytes of a source to a page of text: the only importer of trafilatura."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.charsets import decode_text
from claims.dating import stated_date
from claims.documents.word import docx_as_html
from claims.errors import UnreadableDocument
from claims.languages import language_of
from claims.page_files import read_csv, read_json, read_pdf, read_plain, read_xml
from claims.page_text import PageText, main_spans, read_page_text
from claims.values import Outcome, Page, Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.html import HtmlElement

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# Types that servers send when they do not know.
_SAYS_NOTHING = frozenset(
    "application/octet-stream binary/octet-stream application/force-download application/download"
    " application/x-download content/unknown unknown/unknown application/zip".split()
)
_MAY_BE_HTML = frozenset({"text/plain", "application/pdf", "application/xml", "text/xml"})
# Tags that a search for the date could find anything in; it takes a fifth of a page's time.
_MAY_BE_DATED = re.compile(
    r"<[^>]{0,300}?(?:dat[eu]|time|publi|posted|updat|modif|created|issued|fecha)", re.IGNORECASE
)
# A library of books; to look for a claim in more takes minutes and gigabytes.
_MOST_CHARACTERS = 5_000_000
_NOT_TEXT = Unreadable(Outcome.UNDECODABLE, "the bytes are text in no known character set")


def read_page(body: bytes, content_type: str) -> Page | Unreadable:
    """Read a source's body; `content_type` is the HTTP header's value, "" if there was none."""
    media_type = media_type_of(body, content_type)
    reader = _READERS.get(media_type)
    if reader is None and media_type.endswith("+json"):
        reader = read_json
    elif reader is None and media_type.endswith("+xml"):
        reader = read_xml
    elif reader is None and media_type.startswith("text/"):
        reader = read_plain
    if reader is None:
        return Unreadable(
            Outcome.UNSUPPORTED_TYPE, f"{media_type} cannot be read as text by this version"
        )
    page = reader(body, content_type)
    if isinstance(page, Page) and len(page.text) > _MOST_CHARACTERS:
        return Unreadable(
            Outcome.TOO_LARGE, f"its text is longer than {_MOST_CHARACTERS:,} characters"
        )
    return page


def media_type_of(body: bytes, content_type: str) -> str:
    """What a body is, by how it begins where that speaks against its header's value."""
    media_type = content_type.partition(";")[0].partition(",")[0].strip().lower()
    head = body[:1024].lstrip()
    if head.startswith(b"%PDF-"):
        return "application/pdf"
    if head.startswith(b"PK\x03\x04") and b"word/" in body:
        return DOCX
    says_nothing = "/" not in media_type or media_type in _SAYS_NOTHING
    is_markup = head[:200].lower().startswith((b"<!doctype html", b"<html", b"<head", b"<body"))
    if is_markup and (says_nothing or media_type in _MAY_BE_HTML):
        return "text/html"
    return "text/plain" if says_nothing else media_type


def _read_html(body: bytes, content_type: str) -> Page | Unreadable:
    # Heavy, and not needed where every page of a run has been read before.
    import trafilatura  # noqa: PLC0415

    markup = decode_text(body, content_type)
    if markup is None:
        return _NOT_TEXT
    try:
        tree = _parsed(markup)
        declared = tree.get("lang") or ""
        title = _title_of(tree)
        published = _date_of(tree) if _MAY_BE_DATED.search(markup) else ""
        seen = read_page_text(tree)
        # The second opinions that it asks otherwise take as long as the page itself, and what the
        # first leaves out of the article is still in the page's text.
        found = trafilatura.bare_extraction(
            tree, fast=True, include_comments=False, output_format="txt"
        )
        # As it is before it is written out: only its letters are looked at.
        article = str(getattr(found, "raw_text", None) or "")
    except MemoryError:
        raise  # says nothing about the page
    except Exception as error:  # noqa: BLE001  # a parser's defect on one page is no end of a run
        name = type(error).__name__
        return Unreadable(Outcome.UNDECODABLE, f"its HTML breaks the parser ({name})")
    if not seen.text.strip():
        return Unreadable(Outcome.EMPTY, "the page holds no text")
    language = language_of(article or seen.text, declared)
    return _page(
        seen,
        title=title,
        published=published or stated_date(seen.text, language),
        language=language,
        main=main_spans(seen.text, article),
    )


def _parsed(markup: str) -> HtmlElement:
    from lxml import etree, html  # noqa: PLC0415

    # Huge trees are for whoever reads to bear; without them a page is cut without a word.
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    data = markup.replace("\0", "").encode("utf-8", "replace")
    try:
        return html.document_fromstring(data, parser=parser)
    except etree.ParserError:
        return html.Element("html")  # not one element in it


def _title_of(tree: HtmlElement) -> str:
    from trafilatura.metadata import extract_title  # noqa: PLC0415

    shared = tree.xpath('//meta[@property="og:title" or @name="twitter:title"]/@content')
    return next(filter(None, map(str.strip, shared)), "") or extract_title(tree) or ""


def _date_of(tree: HtmlElement) -> str:
    from htmldate import find_date  # noqa: PLC0415

    # What it would find by an extensive search is often the first year that the text speaks of.
    return find_date(tree, original_date=True, extensive_search=False) or ""


def _read_markdown(body: bytes, content_type: str) -> Page | Unreadable:
    from markdown_it import MarkdownIt  # noqa: PLC0415

    text = decode_text(body, content_type)
    if text is None:
        return _NOT_TEXT
    markup = MarkdownIt("commonmark").enable("table").render(text)
    return _read_whole(f"<html><body>{markup}</body></html>")


def _read_docx(body: bytes, content_type: str) -> Page | Unreadable:
    del content_type
    try:
        return _read_whole(docx_as_html(body, "the file"))
    except UnreadableDocument as error:
        return Unreadable(Outcome.UNDECODABLE, str(error))


def _read_whole(markup: str) -> Page | Unreadable:
    """A page all of which is the article."""
    tree = _parsed(markup)
    seen = read_page_text(tree)
    if not seen.text.strip():
        return Unreadable(Outcome.EMPTY, "the file holds no text")
    return _page(
        seen,
        title=_title_of(tree),
        published="",
        language=language_of(seen.text),
        main=((0, len(seen.text)),),
    )


_READERS: dict[str, Callable[[bytes, str], Page | Unreadable]] = {
    "text/html": _read_html,
    "application/xhtml+xml": _read_html,
    "application/pdf": read_pdf,
    "text/plain": read_plain,
    "text/markdown": _read_markdown,
    "text/x-markdown": _read_markdown,
    "text/csv": read_csv,
    "application/csv": read_csv,
    "text/tab-separated-values": read_csv,
    "application/json": read_json,
    "application/ld+json": read_json,
    "application/x-ndjson": read_json,
    "text/xml": read_xml,
    "application/xml": read_xml,
    DOCX: _read_docx,
}


def _page(
    seen: PageText,
    *,
    title: str,
    published: str,
    language: str,
    main: tuple[tuple[int, int], ...],
) -> Page:
    return Page(
        title=" ".join(title.split()),
        language=language,
        published=published,
        text=seen.text,
        main=main,
        rows=seen.rows,
    )
