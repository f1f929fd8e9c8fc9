"""Archived copies of broken sources, from an archive on this machine's loopback."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.zoo.server import HTML, Asked, Reply, Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Ran

PAGE = (
    b"<html lang=en><title>Harbours</title><p>The harbour of Norvik has 37 cranes, more than any"
    b" other on the coast.</p></html>"
)
FETCHING = ("--allow-private-net", "127.0.0.0/8", "--host-request-interval", "0")


def gate(asked: Asked) -> Reply:
    """Redirects to a copy of the year that is asked for, 2026 if none is."""
    year = asked.headers.get("accept-datetime", "Fri, 02 Jan 2026 00:00:00 GMT")[12:16]
    return Reply(302, headers=(("Location", f"/copies/{year}"), ("Vary", "accept-datetime")))


def copy_of(year: int) -> Reply:
    return Reply(200, PAGE, (HTML, ("Memento-Datetime", f"Sat, 01 Jun {year} 00:00:00 GMT")))


@pytest.fixture
def site() -> Iterator[Server]:
    with Server({"/alive": Reply(200, PAGE)}) as serving:
        yield serving


@pytest.fixture
def archive(site: Server) -> Iterator[Server]:
    cases: dict[str, Any] = {
        f"/gate/{site.url('/gone')}": gate,
        f"/gate/{site.url('/alive')}": gate,
    }
    cases |= {f"/copies/{year}": copy_of(year) for year in (2024, 2026)}
    # What the archive says of a page that it does not have.
    never = Reply(200, b"<html lang=en><p>This address has not been archived yet.</p></html>")
    with Server(cases | {f"/gate/{site.url('/never')}": never}) as serving:
        yield serving


@pytest.fixture
def check(
    citewatch: Callable[..., Ran], site: Server, archive: Server, tmp_path: Path
) -> Callable[..., dict[str, Any]]:
    def run(path: str, *options: str, command: str = "check", date: str = "") -> dict[str, Any]:
        front = f"---\ndate: {date}\n---\n\n" if date else ""
        text = f"The harbour of Norvik has 37 cranes ([port]({site.url(path)})).\n"
        (tmp_path / "note.md").write_text(front + text)
        where = [archive.url("/gate/") if option == "GATE" else option for option in options]
        ran = citewatch(command, "note.md", *FETCHING, "-f", "json", "--fail-on", "none", *where)
        assert ran.code == 0, ran.err
        report: dict[str, Any] = json.loads(ran.out)
        return report

    return run


def test_no_archive_is_asked_unless_told(
    check: Callable[..., dict[str, Any]], archive: Server
) -> None:
    assert check("/gone")["sources"][0]["archived_url"] == ""
    assert not archive.asked


@pytest.mark.parametrize("command", ["check", "links"])
def test_the_copy_nearest_to_the_document_is_offered(
    check: Callable[..., dict[str, Any]], archive: Server, command: str
) -> None:
    (source,) = check("/gone", "--archive", "GATE", command=command, date="2024-05-04")["sources"]

    assert source["archived_url"] == archive.url("/copies/2024")
    assert (source["outcome"], source["from"]) == ("not_found", "network")
    asked = [one.headers.get("accept-datetime") for one in archive.asked if "gate" in one.target]
    assert asked == ["Sat, 04 May 2024 00:00:00 GMT"]


def test_the_newest_copy_is_offered_where_no_document_says_when(
    check: Callable[..., dict[str, Any]], archive: Server
) -> None:
    report = check("/gone", "--archive", "GATE")

    assert report["sources"][0]["archived_url"] == archive.url("/copies/2026")
    assert report["documents"][0]["claims"][0]["verdict"] == "unverifiable"


def test_a_claim_may_be_held_against_the_copy(
    check: Callable[..., dict[str, Any]], archive: Server
) -> None:
    report = check("/gone", "--archive", "GATE", "--use-archive", date="2024-05-04")

    (source,), (claim,) = report["sources"], report["documents"][0]["claims"]
    assert claim["verdict"] == "supported"
    assert claim["evidence"][0]["link"].startswith(archive.url("/copies/2024"))
    assert (source["outcome"], source["class"], source["from"]) == (
        "not_found",
        "broken",
        "archive",
    )
    assert source["reason"].endswith("read from its archived copy of 2024-06-01")
    assert source["title"] == "Harbours"


@pytest.mark.parametrize("path", ["/never", "/unknown"])
def test_what_the_archive_does_not_have_is_not_offered(
    check: Callable[..., dict[str, Any]], path: str
) -> None:
    report = check(path, "--archive", "GATE", "--use-archive")

    assert report["sources"][0]["archived_url"] == ""
    assert report["documents"][0]["claims"][0]["verdict"] == "unverifiable"


def test_of_a_page_that_is_there_no_copy_is_sought(
    check: Callable[..., dict[str, Any]], archive: Server
) -> None:
    report = check("/alive", "--archive", "GATE", "--use-archive")

    assert report["sources"][0]["outcome"] == "ok"
    assert not [one for one in archive.asked if one.target != "/robots.txt"]


def test_a_replay_finds_the_copy_again(
    check: Callable[..., dict[str, Any]], archive: Server, tmp_path: Path
) -> None:
    options = ("--archive", "GATE", "--use-archive")
    recorded = check("/gone", *options, "--record", "run.warc.gz", date="2024-05-04")
    replayed = check("/gone", *options, "--replay", "run.warc.gz", date="2024-05-04")

    assert (tmp_path / "run.warc.gz").is_file()
    assert replayed["documents"] == recorded["documents"]
    assert replayed["sources"][0]["archived_url"] == archive.url("/copies/2024")


def test_an_address_that_is_none_is_refused(citewatch: Callable[..., Ran]) -> None:
    ran = citewatch("check", "note.md", "--archive", "web.archive.example")

    assert ran.code == 2
    assert "--archive: 'web.archive.example' is no address of an archive" in ran.err
