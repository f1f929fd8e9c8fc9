"""The bytes of a source to a page of text: the only importer of trafilatura and pypdfium2."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.languages import language_of
from claims.page_text import PageText, main_spans, read_page_text
from claims.values import Outcome, Page, Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.html import HtmlElement

# Raise this when the same body would give another page: stored pages are then read anew.
EXTRACTOR_VERSION = "2"

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([a-zA-Z0-9_.:-]+)""", re.IGNORECASE)
_META_PROBE_BYTES = 4096
_SENTENCE_END = re.compile(r"[.!?。！？:：;；”\"）)]\s*$")
# Of the widest line: what is shorter was broken by its author and not by the margin.
_SHORT_LINE = 0.75
_PDF_DATE = re.compile(r"D?:?(\d{4})(\d{2})(\d{2})")


def read_page(body: bytes, content_type: str) -> Page | Unreadable:
    """Read a source's body; `content_type` is the HTTP header's value, "" if there was none."""
    media_type = media_type_of(body, content_type)
    reader = _READERS.get(media_type)
    if reader is None and media_type.startswith("text/"):
        reader = _read_plain
    if reader is None:
        return Unreadable(
            Outcome.UNSUPPORTED_TYPE, f"{media_type} cannot be read as text by this version"
        )
    return reader(body, content_type)


def media_type_of(body: bytes, content_type: str) -> str:
    """What a body is, by how it begins where that speaks against its header's value."""
    media_type = content_type.partition(";")[0].strip().lower()
    head = body[:1024].lstrip()
    if head.startswith(b"%PDF-"):
        return "application/pdf"
    is_markup = head[:200].lower().startswith((b"<!doctype html", b"<html", b"<head", b"<body"))
    if is_markup and media_type in {
        "",
        "text/plain",
        "application/octet-stream",
        "application/pdf",
    }:
        return "text/html"
    return media_type or "text/plain"


def _read_html(body: bytes, content_type: str) -> Page | Unreadable:
    # Heavy, and not needed where every page of a run has been read before.
    import trafilatura  # noqa: PLC0415

    markup = decoded_body(body, content_type)
    if isinstance(markup, Unreadable):
        return markup
    try:
        tree = _parsed(markup)
        declared = tree.get("lang") or ""
        title, published = _title_of(tree), _date_of(tree)
        seen = read_page_text(tree)
        # The second opinions that it asks otherwise take as long as the page itself, and what the
        # first leaves out of the article is still in the page's text.
        article = trafilatura.extract(tree, fast=True, include_comments=False) or ""
    except MemoryError:
        raise  # says nothing about the page
    except Exception as error:  # noqa: BLE001  # a parser's defect on one page is no end of a run
        name = type(error).__name__
        return Unreadable(Outcome.UNDECODABLE, f"its HTML breaks the parser ({name})")
    if not seen.text.strip():
        return Unreadable(Outcome.EMPTY, "the page holds no text")
    return _page(
        seen,
        title=title,
        published=published,
        language=language_of(article or seen.text, declared),
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

    return find_date(tree, original_date=True, extensive_search=True) or ""


def _read_pdf(body: bytes, content_type: str) -> Page | Unreadable:
    del content_type
    import pypdfium2  # noqa: PLC0415  # loads a native library

    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        is_locked = "password" in str(error).lower()
        reason = "the PDF is encrypted" if is_locked else "the PDF is damaged"
        return Unreadable(Outcome.UNDECODABLE, reason)
    try:
        metadata = document.get_metadata_dict()
        text = "\n".join(
            _unwrapped(document[number].get_textpage().get_text_bounded())
            for number in range(len(document))
        )
    except pypdfium2.PdfiumError:
        return Unreadable(Outcome.UNDECODABLE, "the PDF has a damaged page")
    finally:
        document.close()
    if not text.strip():
        return Unreadable(Outcome.EMPTY, "the PDF holds pictures of pages and no text")
    stamp = _PDF_DATE.match(metadata.get("CreationDate") or "")
    return _page(
        PageText(text, ()),
        title=(metadata.get("Title") or "").strip() or text.strip().split("\n")[0][:200],
        published="-".join(stamp.groups()) if stamp else "",
        language=language_of(text),
        main=((0, len(text)),),
    )


def _read_plain(body: bytes, content_type: str) -> Page | Unreadable:
    text = decoded_body(body, content_type)
    if isinstance(text, Unreadable):
        return text
    paragraphs = re.split(r"\n\s*\n", text.replace("\r\n", "\n"))
    joined = "\n".join(_unwrapped(paragraph) for paragraph in paragraphs)
    if not joined.strip():
        return Unreadable(Outcome.EMPTY, "the file holds no text")
    return _page(
        PageText(joined, ()),
        title="",
        published="",
        language=language_of(joined),
        main=((0, len(joined)),),
    )


_READERS: dict[str, Callable[[bytes, str], Page | Unreadable]] = {
    "text/html": _read_html,
    "application/xhtml+xml": _read_html,
    "application/pdf": _read_pdf,
    "text/plain": _read_plain,
    "text/markdown": _read_plain,
    "text/csv": _read_plain,
    "application/json": _read_plain,
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


def decoded_body(body: bytes, content_type: str) -> str | Unreadable:
    """Text by byte order mark, header, `<meta>`, UTF-8, and last by what the bytes look like."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return body.decode("utf-16", errors="replace")
    named = _CHARSET.search(content_type.encode("ascii", "replace"))
    meta = _CHARSET.search(body[:_META_PROBE_BYTES])
    for match in (named, meta):
        if match:
            try:
                return body.decode(match.group(1).decode("ascii"))
            except (LookupError, UnicodeDecodeError):
                continue
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _guessed(body)


def _guessed(body: bytes) -> str | Unreadable:
    from charset_normalizer import from_bytes  # noqa: PLC0415  # rarely needed

    best = from_bytes(body).best()
    if best is None:
        return Unreadable(Outcome.UNDECODABLE, "the bytes are text in no known character set")
    return str(best)


def _unwrapped(text: str) -> str:
    """Lines of print joined into paragraphs.

    A line goes on in the next unless it ends a sentence or, being short, a heading.
    """
    lines = [" ".join(line.split()) for line in text.replace("\r", "").split("\n")]
    widest = max(map(len, lines), default=0)
    joined = ""
    previous = ""
    for line in lines:
        if not line:
            joined = joined.rstrip("\n") + "\n" if joined else ""
        elif not joined or joined.endswith("\n"):
            joined += line
        elif _SENTENCE_END.search(previous) or (
            len(previous) < widest * _SHORT_LINE and not line[0].islower()
        ):
            joined += "\n" + line
        else:
            joined += " " + line
        previous = line
    return joined.strip()
