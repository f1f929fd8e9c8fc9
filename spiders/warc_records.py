"""Answers and failures as WARC 1.1 records (ISO 28500), and back.

Bodies are kept decoded, so the headers that describe their coding are left out. A failure,
for which WARC has no type, is a `metadata` record: a replay has to fail in the same way.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any, assert_never
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from claims.urls import InvalidUrl, canonical_url
from claims.values import Outcome
from spiders.exchange import Answer, Failed
from spiders.request_headers import SECRETS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spiders.exchange import Sent

# Fractions of a second came with 1.1.
_VERSION = "WARC/1.1"
_DATE = "%Y-%m-%dT%H:%M:%S.%fZ"
# Two cited URLs may lead to one page, in any order; each gets in a replay what it got.
_PURPOSE = "Citewatch-Purpose"
_FAILURE_TYPE = "application/vnd.citewatch.failure+json"
_CODING_HEADERS = frozenset({"transfer-encoding", "content-encoding", "content-length"})
_CHUNK_BYTES = 64 * 1024
_NO_WARC = (ArchiveLoadFailed, EOFError, ValueError, KeyError, TypeError, zlib.error)


def packed_beginning(file_name: str, at: datetime) -> bytes:
    """Give the record that opens a file, as a gzip member."""
    writer = _writer()
    about = {"software": "citewatch", "format": "WARC File Format 1.1"}
    record = writer.create_warcinfo_record(file_name, about)
    record.rec_headers.replace_header("WARC-Date", _as_text(at))
    return _packed(writer, record)


def packed(sent: Sent, result: Answer | Failed) -> bytes:
    """Give the records of what was asked and what came of it, each as a gzip member."""
    writer = _writer()
    match result:
        case Answer():
            answer = _answer_record(writer, sent, result)
            return _packed(writer, answer, _request_record(writer, sent, answer))
        case Failed():
            return _packed(writer, _failure_record(writer, sent, result))
        case _:
            assert_never(result)


@dataclass(frozen=True, slots=True)
class Found:
    """A whole record: where it begins and when it was made.

    `url` and `purpose` tell what it answers, "" if it answers nothing.
    """

    url: str
    purpose: str
    place: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Damage:
    """From the byte at `place` on a file has no whole record."""

    place: int


def find_records(file: IO[bytes]) -> Iterator[Found | Damage]:
    """Yield the whole records of a file in order; damage last, where there is some.

    What was written before a cut is good; nothing behind it can be told for sure.
    """
    records = ArchiveIterator(file, no_record_parse=True)
    end = 0
    try:
        for record in records:
            if not _is_whole(record):
                break
            url = _target(record) if _is_answer(record) else ""
            purpose = record.rec_headers.get_header(_PURPOSE) or ""
            found = Found(url, purpose, records.get_record_offset(), _time_of(record))
            end = found.place + records.get_record_length()
            yield found
    except _NO_WARC:
        pass  # what it could not read lies behind `end`
    file.seek(end)
    if any(chunk.strip() for chunk in iter(lambda: file.read(_CHUNK_BYTES), b"")):
        yield Damage(end)


def read_record(file: IO[bytes], offset: int) -> Answer | Failed:
    """Read the answer or failure at an offset that `find_records` gave."""
    file.seek(offset)
    record = next(iter(ArchiveIterator(file)))
    body = record.content_stream().read()
    at = _time_of(record)
    if record.rec_type == "metadata":
        told = json.loads(body)
        return Failed(Outcome(told["outcome"]), str(told["reason"]), at)
    headers = tuple(_without_coding(record.http_headers.headers))
    return Answer(int(record.http_headers.get_statuscode()), headers, body, at)


def _writer() -> Any:
    return WARCWriter(BytesIO(), gzip=True, warc_version=_VERSION)


def _packed(writer: Any, *records: Any) -> bytes:
    for record in records:
        writer.write_record(record)
    written: bytes = writer.out.getvalue()
    return written


def _answer_record(writer: Any, sent: Sent, answer: Answer) -> Any:
    headers = [*_without_coding(answer.headers), ("Content-Length", str(len(answer.body)))]
    return writer.create_warc_record(
        sent.url,
        "response",
        payload=BytesIO(answer.body),
        length=len(answer.body),
        http_headers=StatusAndHeaders(_status_line(answer.status), headers, "HTTP/1.1"),
        warc_headers_dict={"WARC-Date": _as_text(answer.at), _PURPOSE: sent.purpose},
    )


def _request_record(writer: Any, sent: Sent, answer: Any) -> Any:
    parts = urlsplit(sent.url)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    headers = [("Host", parts.netloc.rpartition("@")[2])]
    headers += [pair for pair in sent.headers if pair[0].lower() not in SECRETS]
    return writer.create_warc_record(
        sent.url,
        "request",
        http_headers=StatusAndHeaders(f"GET {target} HTTP/1.1", headers, is_http_request=True),
        warc_headers_dict={
            "WARC-Date": _as_text(sent.at),
            "WARC-Concurrent-To": answer.rec_headers.get_header("WARC-Record-ID"),
        },
    )


def _failure_record(writer: Any, sent: Sent, failed: Failed) -> Any:
    told = json.dumps({"outcome": failed.outcome.value, "reason": failed.reason}).encode()
    return writer.create_warc_record(
        sent.url,
        "metadata",
        payload=BytesIO(told),
        length=len(told),
        warc_content_type=_FAILURE_TYPE,
        warc_headers_dict={"WARC-Date": _as_text(failed.at), _PURPOSE: sent.purpose},
    )


def _without_coding(headers: Any) -> Iterator[tuple[str, str]]:
    for name, value in headers:
        if name.lower() not in _CODING_HEADERS:
            yield name, value


def _is_whole(record: Any) -> bool:
    # warcio takes the end of a cut file for the end of its last record.
    length = sum(map(len, iter(lambda: record.raw_stream.read(_CHUNK_BYTES), b"")))
    return bool(record.rec_headers.get_header("Content-Length") == str(length))


def _is_answer(record: Any) -> bool:
    kind, content_type = str(record.rec_type), str(record.content_type)
    return kind == "response" or (kind == "metadata" and content_type == _FAILURE_TYPE)


def _target(record: Any) -> str:
    url = canonical_url((record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>"))
    return "" if isinstance(url, InvalidUrl) else url


def _time_of(record: Any) -> datetime:
    at = datetime.fromisoformat(record.rec_headers.get_header("WARC-Date"))
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _as_text(at: datetime) -> str:
    return at.astimezone(UTC).strftime(_DATE)


def _status_line(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
