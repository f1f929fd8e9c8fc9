"""Everything that was asked and answered as WARC, and answers from it again.

A failure has no place in the format's own record types; it is kept as a `metadata` record of
the URL, so that a replayed run has the same outcomes as the recorded one.
"""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from claims.errors import UnusableArchive
from claims.urls import InvalidUrl, canonical_url
from claims.values import Origin
from spiders.exchange import Answer, Failure, Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spiders.exchange import Exchange

_DATE = "%Y-%m-%dT%H:%M:%S.%fZ"
_FAILURE_TYPE = "application/vnd.citewatch.failure+json"
# What described the body on the wire and no longer describes the one that is kept.
_DROPPED_HEADERS = frozenset({"transfer-encoding", "content-encoding", "content-length"})


class RecordingExchange:
    """Asks another exchange and writes down everything: pages, redirects, robots.txt, failures."""

    def __init__(self, inner: Exchange, path: str, now: Callable[[], datetime]) -> None:
        self.origin = inner.origin
        self.is_instant = inner.is_instant
        self._inner = inner
        try:
            self._file = Path(path).open("wb")  # noqa: SIM115  # closed by `close`
        except OSError as error:
            raise UnusableArchive(
                f"{path}: cannot be written ({error.strerror}); choose another file for --record"
            ) from error
        self._writer = WARCWriter(self._file, gzip=True)
        self._write_info(Path(path).name, now())

    async def fetch(self, url: str, *, timeout_seconds: float) -> Answer | Failure:
        """Ask the inner exchange and record what came of it."""
        found = await self._inner.fetch(url, timeout_seconds=timeout_seconds)
        match found:
            case Answer():
                self._write_answer(found)
            case Failure():
                self._write_failure(found)
        # Each record is a gzip member of its own: a killed run leaves a readable file.
        self._file.flush()
        return found

    async def close(self) -> None:
        """Close the file and the inner exchange."""
        self._file.close()
        await self._inner.close()

    def _write_info(self, name: str, at: datetime) -> None:
        record = self._writer.create_warcinfo_record(name, {"software": "citewatch"})
        record.rec_headers.replace_header("WARC-Date", at.astimezone(UTC).strftime(_DATE))
        self._writer.write_record(record)

    def _write_answer(self, answer: Answer) -> None:
        dates = {"WARC-Date": answer.at.astimezone(UTC).strftime(_DATE)}
        parts = urlsplit(answer.url)
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        request = self._writer.create_warc_record(
            answer.url,
            "request",
            http_headers=StatusAndHeaders(f"GET {path} HTTP/1.1", [("Host", parts.netloc)]),
            warc_headers_dict=dict(dates),
        )
        headers = [
            (name, value)
            for name, value in answer.headers
            if name.lower() not in _DROPPED_HEADERS and not set("\r\n\0").intersection(value)
        ]
        headers.append(("Content-Length", str(len(answer.body))))
        response = self._writer.create_warc_record(
            answer.url,
            "response",
            payload=BytesIO(answer.body),
            http_headers=StatusAndHeaders(str(answer.status), headers, protocol="HTTP/1.1"),
            warc_headers_dict=dict(dates),
        )
        self._writer.write_request_response_pair(request, response)

    def _write_failure(self, failure: Failure) -> None:
        payload = json.dumps({"fault": failure.fault.value, "reason": failure.reason})
        self._writer.write_record(
            self._writer.create_warc_record(
                failure.url,
                "metadata",
                payload=BytesIO(payload.encode("utf-8")),
                warc_content_type=_FAILURE_TYPE,
                warc_headers_dict={"WARC-Date": failure.at.astimezone(UTC).strftime(_DATE)},
            )
        )


class ReplayExchange:
    """Answers from a WARC file: the n-th request for a URL gets its n-th record, the last repeats.

    Only places of records are kept in memory; bodies are read when they are asked for.
    """

    origin = Origin.REPLAY
    is_instant = True

    def __init__(self, path: str) -> None:
        self._path = path
        self._places: dict[str, list[int]] = defaultdict(list)
        self._asked: dict[str, int] = defaultdict(int)
        self._newest = datetime.min.replace(tzinfo=UTC)
        try:
            for offset, record in _records(path):
                url = canonical_url(record.rec_headers.get_header("WARC-Target-URI") or "")
                if not isinstance(url, InvalidUrl):
                    self._places[url].append(offset)
                    self._newest = max(self._newest, _date_of(record))
        except OSError as error:
            raise UnusableArchive(
                f"{path}: cannot be read ({error.strerror or error}); name a WARC file"
            ) from error
        except (ArchiveLoadFailed, ValueError, EOFError) as error:
            raise UnusableArchive(f"{path}: is no WARC file, or a damaged one") from error
        if not self._places:
            raise UnusableArchive(f"{path}: holds no web page; name a WARC file")

    async def fetch(self, url: str, *, timeout_seconds: float) -> Answer | Failure:
        """The next record of a URL; one that the archive lacks was not run."""
        del timeout_seconds
        places = self._places.get(url)
        if not places:
            return Failure(
                url, Fault.NOT_RUN, f"not in the archive {Path(self._path).name}", self._newest
            )
        place = places[min(self._asked[url], len(places) - 1)]
        self._asked[url] += 1
        with Path(self._path).open("rb") as file:
            file.seek(place)
            return _read_record(url, next(iter(ArchiveIterator(file))))

    async def close(self) -> None:
        """Nothing is held open between requests."""


def _records(path: str) -> Iterator[tuple[int, Any]]:
    with Path(path).open("rb") as file:
        iterator = ArchiveIterator(file)
        for record in iterator:
            offset = iterator.get_record_offset()
            is_failure = record.content_type == _FAILURE_TYPE
            if record.rec_type == "response" or (record.rec_type == "metadata" and is_failure):
                yield offset, record


def _read_record(url: str, record: Any) -> Answer | Failure:
    at = _date_of(record)
    body = record.content_stream().read()
    if record.rec_type == "metadata":
        told = json.loads(body)
        return Failure(url, Fault(told["fault"]), str(told["reason"]), at)
    return Answer(
        url=url,
        status=int(record.http_headers.get_statuscode()),
        headers=tuple(
            (name, value)
            for name, value in record.http_headers.headers
            if name.lower() not in _DROPPED_HEADERS
        ),
        body=body,
        at=at,
    )


def _date_of(record: Any) -> datetime:
    moment = datetime.fromisoformat(record.rec_headers.get_header("WARC-Date"))
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
