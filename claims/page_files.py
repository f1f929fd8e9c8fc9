"""Sources that are files and no web pages: their bytes to text, and their tables to rows."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

from claims.charsets import decode_text
from claims.column_headers import told_apart
from claims.json_text import json_value
from claims.languages import language_of
from claims.values import Cell, Outcome, Page, TableRow, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SENTENCE_END = re.compile(r"[.!?。！？:：;；”\"）)]\s*$")
# Of the widest line: what is shorter was broken by its author and not by the margin.
_SHORT_LINE = 0.75
_PDF_DATE = re.compile(r"D?:?(\d{4})(\d{2})(\d{2})")
_LONGEST_TITLE = 200
_MOST_ROWS = 50_000
_DEEPEST = 100
_DELIMITERS = ",;\t|"
_DELIMITER_PROBE = 20
_NOT_TEXT = Unreadable(Outcome.UNDECODABLE, "the bytes are text in no known character set")


def read_pdf(body: bytes, content_type: str) -> Page | Unreadable:
    """Read a PDF's text, page by page; of pictures and what is locked nothing is read."""
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
    title = (metadata.get("Title") or "").strip() or text.strip().split("\n")[0][:_LONGEST_TITLE]
    return _page(text, title=title, published="-".join(stamp.groups()) if stamp else "")


def read_plain(body: bytes, content_type: str) -> Page | Unreadable:
    """Read plain text, its lines of print joined into paragraphs."""
    text = decode_text(body, content_type)
    if text is None:
        return _NOT_TEXT
    paragraphs = re.split(r"\n\s*\n", text.replace("\r\n", "\n"))
    joined = "\n".join(_unwrapped(paragraph) for paragraph in paragraphs)
    if not joined.strip():
        return Unreadable(Outcome.EMPTY, "the file holds no text")
    return _page(joined)


def read_csv(body: bytes, content_type: str) -> Page | Unreadable:
    """Read values parted by commas, semicolons, tabs or bars; the first row is the header."""
    text = decode_text(body, content_type)
    if text is None:
        return _NOT_TEXT
    beginning = "".join(text.splitlines(keepends=True)[:_DELIMITER_PROBE])
    delimiter = max(_DELIMITERS, key=beginning.count)
    try:
        rows = [
            [" ".join(value.split()) for value in row]
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
            if any(map(str.strip, row))
        ]
    except csv.Error:
        return read_plain(body, content_type)
    if not rows:
        return Unreadable(Outcome.EMPTY, "the table has no rows")
    return _table_page(rows[0], rows[1 : _MOST_ROWS + 1])


def read_json(body: bytes, content_type: str) -> Page | Unreadable:
    """Read JSON or JSON Lines: a line a value with its keys; like objects in a list as rows."""
    text = decode_text(body, content_type)
    if text is None:
        return _NOT_TEXT
    try:
        value = _parsed_json(text)
    except (ValueError, RecursionError):
        return read_plain(body, content_type)
    records = _records(value)
    if records:
        names = list(dict.fromkeys(name for record in records for name in record))
        return _table_page(
            names, [[_shown(record.get(name)) for name in names] for record in records]
        )
    lines = "\n".join(_lines(value, ()))
    if not lines.strip():
        return Unreadable(Outcome.EMPTY, "the file holds no values")
    title = value.get("title", "") if isinstance(value, dict) else ""
    return _page(lines, title=title if isinstance(title, str) else "")


def read_xml(body: bytes, content_type: str) -> Page | Unreadable:
    """Read the text of an XML file, a line for each element that has text of its own."""
    from lxml import etree  # noqa: PLC0415

    del content_type
    # Neither entities nor the network: a file is hostile input.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        return Unreadable(Outcome.UNDECODABLE, "its XML cannot be parsed")
    texts = (" ".join(text.split()) for text in root.itertext(etree.Element))
    text = "\n".join(filter(None, texts))
    if not text:
        return Unreadable(Outcome.EMPTY, "the file holds no text")
    return _page(text)


def _page(
    text: str, *, title: str = "", published: str = "", rows: tuple[TableRow, ...] = ()
) -> Page:
    return Page(
        title=" ".join(title.split()),
        language=language_of(text),
        published=published,
        text=text,
        main=((0, len(text)),),
        rows=rows,
    )


def _table_page(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> Page:
    """A page that is one table, a line for each row."""
    lines = [" | ".join(headers)]
    headers = told_apart(headers)
    made: list[TableRow] = []
    end = len(lines[0])
    for row in rows:
        start = place = end + 1
        cells = []
        for number, value in enumerate(row):
            header = headers[number] if number < len(headers) else ""
            cells.append(Cell(header, place, place + len(value)))
            place += len(value) + len(" | ")
        lines.append(" | ".join(row))
        end = start + len(lines[-1])
        made.append(TableRow(start=start, end=end, caption="", cells=tuple(cells)))
    return _page("\n".join(lines), rows=tuple(made))


def _parsed_json(text: str) -> Any:
    try:
        return json_value(text)
    except ValueError:
        return [json_value(line) for line in text.splitlines() if line.strip()]


def _records(value: Any) -> list[dict[str, Any]]:
    """A list of objects of plain values, be it the file or what all of it hangs on; [] for none."""
    if isinstance(value, dict):
        lists = [one for one in value.values() if isinstance(one, list)]
        value = lists[0] if len(lists) == 1 else None
    if not isinstance(value, list) or not value:
        return []
    is_flat = all(
        isinstance(one, dict) and not any(isinstance(v, dict | list) for v in one.values())
        for one in value
    )
    return value[:_MOST_ROWS] if is_flat else []


def _lines(value: Any, keys: tuple[str, ...]) -> Iterator[str]:
    if len(keys) > _DEEPEST:
        return
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _lines(one, (*keys, key))
    elif isinstance(value, list):
        for one in value:
            yield from _lines(one, keys)
    elif shown := _shown(value):
        yield f"{' '.join(keys)}: {shown}" if keys else shown


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return " ".join(value.split())
    return json.dumps(value)


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
