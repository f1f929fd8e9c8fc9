"""What was recorded is a WARC file, and is answered from as it was."""

from __future__ import annotations

import asyncio
import gzip
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from claims.errors import UnusableArchive
from claims.values import Outcome
from spiders.archive import RecordingExchange, ReplayExchange
from spiders.exchange import Answer, Failed, Sent
from spiders.network import NetworkExchange
from spiders.warc_records import find_records
from tests.spiders.crawling import QUICK, crawled, quick, utc_now
from tests.spiders.makers import NOON, a_failure, a_request, an_answer
from tests.zoo.pages import a_page, a_redirect, an_error
from tests.zoo.server import Server

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


class Told:
    """An exchange that gives one result after another."""

    recorded_at: datetime | None = None

    def __init__(self, *results: Answer | Failed) -> None:
        self._results = iter(results)

    async def fetch(self, sent: Sent) -> Answer | Failed:
        del sent
        return next(self._results)

    async def close(self) -> None:
        pass


def asked(exchange: Any, *requests: Sent) -> list[Answer | Failed]:
    async def ask() -> list[Answer | Failed]:
        results = [await exchange.fetch(request) for request in requests]
        await exchange.close()
        return results

    return asyncio.run(ask())


def recorded(path: Path, *results: Answer | Failed, purpose: str = "") -> Path:
    exchange = RecordingExchange(Told(*results), path, lambda: NOON)
    asked(exchange, *[a_request(purpose=purpose) for _ in results])
    return path


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "run.warc.gz"


def records(path: Path) -> list[tuple[str, str | None]]:
    with path.open("rb") as file:
        return [
            (record.rec_type, record.rec_headers.get_header("WARC-Target-URI"))
            for record in ArchiveIterator(file)
        ]


def test_everything_asked_and_answered_is_in_the_file(archive: Path) -> None:
    cases = {"/a": a_redirect("/b"), "/b": a_page(), "/robots.txt": an_error(404)}
    with Server(cases) as server:
        exchange = RecordingExchange(NetworkExchange(QUICK), archive, utc_now)
        crawled([server.url("/a"), server.url("/none"), "http://10.0.0.1/"], QUICK, exchange)

        found = records(archive)

        assert found[0] == ("warcinfo", None)
        for path in ("/robots.txt", "/a", "/b", "/none"):
            assert ("request", server.url(path)) in found
            assert ("response", server.url(path)) in found
        assert ("metadata", "http://10.0.0.1/") in found
        assert ("metadata", "http://10.0.0.1/robots.txt") in found


def test_headers_of_the_coding_are_dropped_and_all_others_kept(archive: Path) -> None:
    answer = an_answer(
        content_encoding="gzip", transfer_encoding="chunked", content_length="3", x_a="1"
    )

    [replayed] = asked(ReplayExchange(recorded(archive, answer)), a_request())

    assert isinstance(replayed, Answer)
    assert replayed.body == answer.body
    assert replayed.headers == (("content-type", "text/html"), ("x-a", "1"))


def test_secrets_are_not_recorded(archive: Path) -> None:
    headers = (("Authorization", "Bearer hidden"), ("Cookie", "hidden=1"), ("X-Team", "docs"))
    request = Sent("https://example.org/", headers, NOON, "https://example.org/")
    asked(RecordingExchange(Told(an_answer()), archive, lambda: NOON), request)

    text = gzip.decompress(archive.read_bytes())

    assert b"hidden" not in text
    assert b"X-Team: docs" in text


@pytest.mark.parametrize(
    "answer",
    [
        an_answer(204, b""),
        an_answer(999, b"odd"),
        an_answer(200, bytes(range(256)) * 300),
        an_answer(301, b"", location="/%E9"),
        an_answer(200, b"\r\n\r\nWARC/1.1\r\n\r\n"),
    ],
    ids=["no content", "no known status", "binary", "redirect", "looks like a record"],
)
def test_an_answer_comes_back_as_it_was(archive: Path, answer: Answer) -> None:
    assert asked(ReplayExchange(recorded(archive, answer)), a_request()) == [answer]


@pytest.mark.parametrize("outcome", ["dns_error", "timeout", "blocked_address", "truncated"])
def test_a_failure_comes_back_as_it_was(archive: Path, outcome: str) -> None:
    failed = a_failure(Outcome(outcome), "weil es 不 ging")

    assert asked(ReplayExchange(recorded(archive, failed)), a_request()) == [failed]


def test_each_request_gets_the_next_record_and_then_the_last_again(archive: Path) -> None:
    results: list[Answer | Failed] = [
        an_answer(500, b"1"),
        a_failure(Outcome.TIMEOUT),
        an_answer(200, b"3"),
    ]
    exchange = ReplayExchange(recorded(archive, *results))

    assert asked(exchange, *[a_request()] * 5) == [*results, results[2], results[2]]


def test_a_second_crawl_begins_again_with_the_first_record(archive: Path) -> None:
    results = [an_answer(500, b"1"), an_answer(200, b"2")]
    exchange = ReplayExchange(recorded(archive, *results))

    assert asked(exchange, a_request()) == results[:1]
    assert asked(exchange, a_request()) == results[:1]


def test_each_cited_url_gets_what_was_answered_for_it(archive: Path) -> None:
    one, other = an_answer(500, b"1"), an_answer(200, b"2")
    exchange = RecordingExchange(Told(one, other), archive, lambda: NOON)
    first = a_request(purpose="https://one.example/")
    second = a_request(purpose="https://other.example/")
    asked(exchange, first, second)

    assert asked(ReplayExchange(archive), second, first) == [other, one]


def test_a_url_that_is_not_in_the_archive_was_not_run(archive: Path) -> None:
    exchange = ReplayExchange(recorded(archive, an_answer()))

    [result] = crawled(["https://elsewhere.example/"], QUICK, exchange)

    assert result.outcome == Outcome.NOT_RUN
    assert getattr(result, "reason", "") == "not in the archive run.warc.gz"
    assert result.fetched_at == NOON


def test_an_archive_without_robots_txt_forbids_nothing(archive: Path) -> None:
    exchange = ReplayExchange(recorded(archive, an_answer()))

    [result] = crawled([a_request().url], quick(obey_robots=True), exchange)

    assert result.outcome == Outcome.OK


def test_recording_again_begins_the_file_anew(archive: Path) -> None:
    recorded(archive, an_answer(404))
    recorded(archive, an_answer(200))

    [replayed] = asked(ReplayExchange(archive), a_request())

    assert isinstance(replayed, Answer)
    assert replayed.status == 200


def test_one_recording_goes_on_over_several_crawls(archive: Path) -> None:
    with Server({"/1": a_page(), "/2": a_page()}) as server:
        exchange = RecordingExchange(NetworkExchange(QUICK), archive, utc_now)
        urls = [server.url("/1"), server.url("/2")]
        for url in urls:
            crawled([url], QUICK, exchange)

    results = crawled(urls, QUICK, ReplayExchange(archive))
    assert [result.outcome for result in results] == [Outcome.OK, Outcome.OK]


def test_a_file_that_is_cut_anywhere_gives_whole_answers_or_none(archive: Path) -> None:
    answers = [an_answer(200, f"<p>{number}</p>".encode() * 40) for number in range(3)]
    whole = recorded(archive, *answers).read_bytes()
    cut = archive.with_name("cut.warc.gz")
    counts = set()
    for length in range(0, len(whole), 7):
        cut.write_bytes(whole[:length])
        try:
            exchange = ReplayExchange(cut)
        except UnusableArchive:
            counts.add(-1)
            continue
        replayed = asked(exchange, *[a_request()] * 3)
        kept = [answer for answer in answers if answer in replayed]
        assert all(found in answers or isinstance(found, Failed) for found in replayed)
        counts.add(len(kept))

    assert counts == {-1, 0, 1, 2, 3}


@pytest.mark.parametrize("is_packed", [True, False])
def test_damage_is_told_with_the_byte_that_it_begins_at(archive: Path, *, is_packed: bool) -> None:
    recorded(archive, an_answer(200, b"<p>one</p>" * 40), an_answer(200, b"<p>two</p>" * 40))
    data = archive.read_bytes() if is_packed else gzip.decompress(archive.read_bytes())
    cut = archive.with_name("cut.warc")
    cut.write_bytes(data)
    with cut.open("rb") as file:
        found = list(find_records(file))
    assert ReplayExchange(cut).damage == ""
    starts = [one.place for one in found]
    for start, end in zip(starts[1:], [*starts[2:], len(data)], strict=True):
        # What only lacks the mark of its end lacks nothing.
        for length in range(start + 1, end - 12, 13):
            cut.write_bytes(data[:length])
            begins = int(ReplayExchange(cut).damage.split()[-2])
            assert data[begins:start].strip() == b""
            assert begins <= start


def test_what_a_damaged_archive_lacks_is_told_to_be_so(archive: Path) -> None:
    recorded(archive, an_answer(), an_answer())
    archive.write_bytes(archive.read_bytes()[:-60])
    [result] = asked(ReplayExchange(archive), a_request("https://example.org/other"))
    assert isinstance(result, Failed)
    assert result.reason.startswith("not in the archive run.warc.gz, which is damaged from byte ")


def test_archives_of_other_tools_are_read(archive: Path) -> None:
    body = gzip.compress(b"<p>from wget</p>")
    with archive.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        headers = StatusAndHeaders(
            "200 OK",
            [("Content-Type", "text/html"), ("Content-Encoding", "gzip")],
            protocol="HTTP/1.1",
        )
        record = writer.create_warc_record(
            "https://Example.org:443/study#part",
            "response",
            payload=BytesIO(body),
            length=len(body),
            http_headers=headers,
            warc_headers_dict={"WARC-Date": "2026-11-24T12:00:00Z"},
        )
        writer.write_record(record)

    [answer] = asked(ReplayExchange(archive), a_request())

    assert isinstance(answer, Answer)
    assert answer.body == b"<p>from wget</p>"
    assert answer.at == NOON


@pytest.mark.parametrize(
    "content",
    [b"", b"no warc", b"\x1f\x8b\x08\x00broken", gzip.compress(b"no warc"), b"%PDF-1.7\n" * 99],
)
def test_a_file_that_is_no_archive_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.warc.gz"
    path.write_bytes(content)

    with pytest.raises(UnusableArchive, match=r"notes\.warc\.gz is not a WARC file"):
        ReplayExchange(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnusableArchive, match=r"gone\.warc\.gz cannot be read"):
        ReplayExchange(str(tmp_path / "gone.warc.gz"))


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnusableArchive, match=r"nowhere/a\.warc cannot be written"):
        RecordingExchange(Told(), tmp_path / "nowhere" / "a.warc", lambda: NOON)


def test_a_full_disk_is_no_bug() -> None:
    with pytest.raises(UnusableArchive, match="/dev/full cannot be written"):
        RecordingExchange(Told(), "/dev/full", lambda: NOON)


def test_a_disk_that_fills_up_ends_the_crawl(archive: Path) -> None:
    exchange = RecordingExchange(Told(an_answer()), archive, lambda: NOON)
    asked(exchange)
    archive.unlink()
    archive.symlink_to("/dev/full")

    with pytest.raises(UnusableArchive, match=r"run\.warc\.gz cannot be written"):
        crawled([a_request().url], quick(obey_robots=False), exchange)


def test_a_directory_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(UnusableArchive, match="cannot be read"):
        ReplayExchange(tmp_path)
