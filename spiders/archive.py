"""A crawl as a WARC file: everything asked and answered is written, and answers from it again.

Bodies are kept decoded, so the headers that describe their coding are left out. A failure,
for which WARC has no type, is a `metadata` record: a replay has to fail in the same way.
"""

from __future__ import annotations

import json
import zlib
from collections import Counter, defaultdict
from datetime import UTC, datetime
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, assert_never
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from claims.errors import UnusableArchive
from claims.urls import InvalidUrl, canonical_url
from claims.values import Outcome
from spiders.exchange import Answer, Failed
from spiders.request_headers import SECRETS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spiders.exchange import Exchange, Sent

# Fractions of a second came with WARC 1.1.
_WARC_VERSION = "WARC/1.1"
_DATE = "%Y-%m-%dT%H:%M:%S.%fZ"
# Two cited URLs may lead to one page, in any order; each gets in a replay what it got.
_PURPOSE = "Citewatch-Purpose"
_FAILURE_TYPE = "application/vnd.citewatch.failure+json"
_CODING_HEADERS = frozenset({"transfer-encoding", "content-encoding", "content-length"})
_NO_WARC = (ArchiveLoadFailed, EOFError, ValueError, KeyError, TypeError, zlib.error)


class RecordingExchange:
    """Asks another exchange and writes down what was asked and what came of it.

    The file is begun anew; each record is a gzip member of its own and written at once, so
    that a killed crawl leaves a file that can be read.
    """

    def __init__(self, inner: Exchange, path: str | Path, now: Callable[[], datetime]) -> None:
        self._inner = inner
        self._path = Path(path)
        self._file = self._opened("wb")
        self._write_beginning(now())

    @property
    def recorded_at(self) -> datetime | None:
        """The time that the inner exchange speaks for."""
        return self._inner.recorded_at

    async def fetch(self, sent: Sent) -> Answer | Failed:
        """Ask the inner exchange and write down what came of it."""
        result = await self._inner.fetch(sent)
        self._write(sent, result)
        return result

    async def close(self) -> None:
        """Close the file and the inner exchange; another request goes on with both."""
        self._file.close()
        await self._inner.close()

    def _write_beginning(self, at: datetime) -> None:
        writer = self._writer()
        about = {"software": "citewatch", "format": "WARC File Format 1.1"}
        record = writer.create_warcinfo_record(self._path.name, about)
        record.rec_headers.replace_header("WARC-Date", _as_text(at))
        self._store(writer, record)

    def _write(self, sent: Sent, result: Answer | Failed) -> None:
        if self._file.closed:
            self._file = self._opened("ab")
        writer = self._writer()
        match result:
            case Answer():
                answer = _answer_record(writer, sent, result)
                self._store(writer, answer, _request_record(writer, sent, answer))
            case Failed():
                self._store(writer, _failure_record(writer, sent, result))
            case _:
                assert_never(result)

    def _writer(self) -> Any:
        # A buffer first: what is in the file are whole records.
        return WARCWriter(BytesIO(), gzip=True, warc_version=_WARC_VERSION)

    def _store(self, writer: Any, *records: Any) -> None:
        for record in records:
            writer.write_record(record)
        try:
            self._file.write(writer.out.getvalue())
            self._file.flush()
        except OSError as error:
            raise _unwritable(self._path, error) from error

    def _opened(self, mode: str) -> IO[bytes]:
        try:
            return self._path.open(mode)
        except OSError as error:
            raise _unwritable(self._path, error) from error


class ReplayExchange:
    """Answers from a WARC file: the n-th request for a URL gets its n-th record, the last repeats.

    Counted are the records that were made for the same cited URL, or all of the URL if there
    are none. Only the records' places are kept in memory.
    """

    def __init__(self, path: str | Path) -> None:
        self._path = Path(path)
        self._places: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._asked: Counter[tuple[str, str]] = Counter()
        self.recorded_at: datetime | None = None
        try:
            for url, purpose, place, at in _places(self._path):
                self.recorded_at = self.recorded_at or at
                for key in {(url, purpose), (url, "")} if url else ():
                    self._places[key].append(place)
        except OSError as error:
            raise UnusableArchive(
                f"{self._path} cannot be read ({error.strerror or error}); name a WARC file"
            ) from error
        if self.recorded_at is None:
            raise UnusableArchive(f"{self._path} is not a WARC file; record one with --record")

    async def fetch(self, sent: Sent) -> Answer | Failed:
        """Give the next record of a URL; one that the archive lacks was not run."""
        key = (sent.url, sent.purpose)
        places = self._places.get(key) or self._places.get((sent.url, ""))
        if not places:
            reason = f"not in the archive {self._path.name}"
            return Failed(Outcome.NOT_RUN, reason, self.recorded_at or sent.at)
        place = places[min(self._asked[key], len(places) - 1)]
        self._asked[key] += 1
        return _read(self._path, place)

    async def close(self) -> None:
        """Begin again with the first record of each URL."""
        self._asked.clear()


def _answer_record(writer: Any, sent: Sent, answer: Answer) -> Any:
    headers = [pair for pair in answer.headers if pair[0].lower() not in _CODING_HEADERS]
    headers.append(("Content-Length", str(len(answer.body))))
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


def _places(path: Path) -> Iterator[tuple[str, str, int, datetime]]:
    """Yield URL, purpose, offset and time of each record; "" as URL if it answers nothing."""
    with path.open("rb") as file:
        records = ArchiveIterator(file, no_record_parse=True)
        try:
            for record in records:
                url = _target(record) if _is_answer(record) else ""
                purpose = record.rec_headers.get_header(_PURPOSE) or ""
                at = _time_of(record)
                yield url, purpose, records.get_record_offset(), at
        except _NO_WARC:
            # The crawl that wrote it was killed, or the copy is cut: what came before is good.
            return


def _read(path: Path, place: int) -> Answer | Failed:
    with path.open("rb") as file:
        file.seek(place)
        record = next(iter(ArchiveIterator(file)))
        body = record.content_stream().read()
        at = _time_of(record)
        if record.rec_type == "metadata":
            told = json.loads(body)
            return Failed(Outcome(told["outcome"]), str(told["reason"]), at)
        headers = tuple(
            (name, value)
            for name, value in record.http_headers.headers
            if name.lower() not in _CODING_HEADERS
        )
        return Answer(int(record.http_headers.get_statuscode()), headers, body, at)


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


def _unwritable(path: Path, error: OSError) -> UnusableArchive:
    return UnusableArchive(
        f"{path} cannot be written ({error.strerror or error}); choose another file for --record"
    )
