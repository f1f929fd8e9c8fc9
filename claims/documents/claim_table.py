"""Tables of claims, CSV or JSON Lines: a claim and its URL, or several, on each row."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING, Any

from claims.documents.building import BlockBuilder, whole_text, with_sections
from claims.errors import UnreadableDocument
from claims.json_text import json_value
from claims.languages import language_of
from claims.values import BlockKind, Document, Via

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLAIM_KEYS = ("claim", "text", "statement")
_URL_KEYS = ("url", "urls", "source", "sources", "citation")
_CLAIM_STRING = re.compile(rf'"(?:{"|".join(_CLAIM_KEYS)})"\s*:\s*"((?:[^"\\]|\\.)*)"')
_URL = re.compile(
    r"https?://(?:(?![;,|]\s*https?://)[^\s\"'<>|])+?(?=[;,|]?(?:[\s\"'<>|]|$)|[;,|]\s*https?://)"
)
_LARGEST_FIELD = 10_000_000


def read_csv(source: str, path: str) -> Document:
    """Read CSV or TSV with a header that names a `claim` and a `url` column.

    Raises UnreadableDocument where it names none, or a row cannot be parsed.
    """
    csv.field_size_limit(_LARGEST_FIELD)
    text = source.removeprefix("\ufeff")
    head = text.partition("\n")[0]
    delimiter = "\t" if "\t" in head and "," not in head else ","
    rows = csv.DictReader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        names = {(name or "").strip().lower(): name for name in rows.fieldnames or ()}
        claim_name = next((names[key] for key in _CLAIM_KEYS if key in names), None)
        url_name = next((names[key] for key in _URL_KEYS if key in names), None)
        if claim_name is None or url_name is None:
            there = ", ".join(" ".join(name.split()) for name in names) or "none"
            raise UnreadableDocument(
                f"{path}: a table of claims needs the columns claim and url; it has {there}"
            )
        return _document(source, path, "csv", _csv_rows(source, rows, claim_name, url_name))
    except csv.Error as error:
        raise UnreadableDocument(f"{path}: line {rows.line_num} is no CSV ({error})") from error


def read_jsonl(source: str, path: str) -> Document:
    """Read JSON Lines with a `claim` and a `url` or `urls` on each line.

    Raises UnreadableDocument for a line that is no such object.
    """
    return _document(source, path, "jsonl", _jsonl_rows(source, path))


Row = tuple[str, int, int, list[str]]


def _document(source: str, path: str, name: str, rows: Iterator[Row]) -> Document:
    builders = []
    for claim, start, end, urls in rows:
        builder = BlockBuilder(BlockKind.CLAIM)
        builder.add(claim, start, end)
        for url in urls:
            builder.open_link(url, Via.INLINE)
            builder.close_link()
        builders.append(builder)
    blocks = with_sections(builders)
    language = language_of(whole_text(blocks))
    return Document(path, name, "", language, source, blocks)


def _csv_rows(
    source: str, rows: csv.DictReader[str], claim_name: str, url_name: str
) -> Iterator[Row]:
    cursor = source.find("\n") + 1
    for row in rows:
        claim = row[claim_name] or ""
        if not claim.strip():
            continue
        # In a quoted field a quote is written twice.
        written = claim.replace('"', '""')
        found = source.find(written, cursor)
        if found < 0:
            written = claim
            found = source.find(written, cursor)
        start = max(found, cursor)
        cursor = start + len(written)
        yield claim, start, cursor, _URL.findall(row[url_name] or "")


def _jsonl_rows(source: str, path: str) -> Iterator[Row]:
    offset = 0
    for number, line in enumerate(source.split("\n"), start=1):
        start = offset
        offset += len(line) + 1
        if not line.strip("\ufeff \r\n\t"):
            continue
        value = _object(line, path, number)
        written = _CLAIM_STRING.search(line)
        claim = next((value[key] for key in _CLAIM_KEYS if isinstance(value.get(key), str)), None)
        if claim is None or written is None:
            raise UnreadableDocument(f'{path}: line {number} has no "claim" string')
        urls: object = next((value[key] for key in _URL_KEYS if key in value), [])
        listed = urls if isinstance(urls, list) else [urls]
        found = [url for one in listed if isinstance(one, str) for url in _URL.findall(one)]
        if claim.strip():
            yield claim, start + written.start(1), start + written.end(1), found


def _object(line: str, path: str, number: int) -> dict[str, Any]:
    try:
        value = json_value(line.strip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise UnreadableDocument(f"{path}: line {number} is no JSON ({error})") from error
    if not isinstance(value, dict):
        raise UnreadableDocument(f"{path}: line {number} is no JSON object")
    return value
