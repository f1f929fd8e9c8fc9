"""The link check: what became of every cited source, and nothing else."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from tests.conftest import ROOT
from tests.zoo.pages import a_page, a_redirect, an_error
from tests.zoo.server import Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Ran

FETCHING = ("--allow-private-net", "127.0.0.0/8", "--host-request-interval", "0")
SCHEMA = json.loads((ROOT / "reports" / "report.schema.json").read_text("utf-8"))


@pytest.fixture
def server() -> Iterator[Server]:
    cases: dict[str, Any] = {
        "/good": a_page(),
        "/new": a_page(),
        "/moved": a_redirect("/new", 301),
        "/gone": an_error(410),
        "/busy": an_error(429, Retry_After="86400"),
        "/image.png": a_page(),
    }
    with Server(cases) as serving:
        yield serving


@pytest.fixture
def note(server: Server, tmp_path: Path) -> Path:
    path = tmp_path / "note.md"
    path.write_text(
        f"# Notes\n\nThe port has [37 cranes]({server.url('/good')}).\n\n"
        f"It was [founded in 1850]({server.url('/gone')}), see also\n"
        f"<{server.url('/gone#later')}>.\n\n"
        f"- One source has [moved]({server.url('/moved')}).\n"
        f"- One is [busy]({server.url('/busy')}).\n"
    )
    return path


def by_path(report: dict[str, Any], server: Server) -> dict[str, dict[str, Any]]:
    return {source["url"].removeprefix(server.url("")): source for source in report["sources"]}


@pytest.mark.usefixtures("note")
def test_every_source_has_its_outcome_and_its_places(
    citewatch: Callable[..., Ran], server: Server
) -> None:
    ran = citewatch("links", "note.md", *FETCHING, "-f", "json")
    report = json.loads(ran.out)
    jsonschema.validate(report, SCHEMA)
    sources = by_path(report, server)

    assert ran.code == 1
    assert {path: source["outcome"] for path, source in sources.items()} == {
        "/good": "ok",
        "/gone": "gone",
        "/moved": "moved",
        "/busy": "rate_limited",
    }
    assert [place["line"] for place in sources["/gone"]["cited_by"]] == [5, 6]
    assert sources["/gone"]["cited_by"][1]["url"].endswith("/gone#later")
    assert sources["/moved"]["final_url"] == server.url("/new")
    assert report["documents"][0]["claims"] == []
    assert report["summary"]["coverage"]["broken"] == 1


@pytest.mark.usefixtures("note")
def test_the_text_shows_what_needs_an_eye_the_dead_first(
    citewatch: Callable[..., Ran], server: Server
) -> None:
    out = citewatch("links", "note.md", *FETCHING).out

    assert out.split("\n") == [
        f"gone          {server.url('/gone')} [CW102]",
        "              the page was removed (410)",
        "              note.md:5, note.md:6",
        *out.split("\n")[3:6],
        f"moved         {server.url('/moved')} [CW161]",
        f"              moved for good to {server.url('/new')}",
        "              note.md:8",
        "",
        "1 document, 4 sources: 2 read, 1 broken, 1 failed for now",
        "Alerts: 1 error, 2 notes",
        "",
    ]
    assert "/busy" in out.split("\n")[3]
    assert server.url("/good") not in out
    assert server.url("/good") in citewatch("links", "note.md", *FETCHING, "-v").out


@pytest.mark.usefixtures("note")
@pytest.mark.parametrize(
    ("fail_on", "code"), [("broken", 1), ("transient", 1), ("blocked", 0), ("none", 0)]
)
def test_what_counts_can_be_chosen(citewatch: Callable[..., Ran], fail_on: str, code: int) -> None:
    assert citewatch("links", "note.md", *FETCHING, "--fail-on", fail_on, "-q").code == code


@pytest.mark.usefixtures("note")
def test_no_page_is_kept_and_a_good_source_is_not_asked_again_at_once(
    citewatch: Callable[..., Ran], server: Server, tmp_path: Path
) -> None:
    for _ in range(2):
        citewatch("links", "note.md", *FETCHING, "-q")
    targets = [asked.target for asked in server.asked]

    assert targets.count("/good") == targets.count("/moved") == 1
    # What failed is asked again.
    assert targets.count("/gone") == targets.count("/busy") == 2
    with sqlite3.connect(tmp_path / ".citewatch" / "citewatch.db") as connection:
        for table in ("bodies", "pages", "runs"):
            (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
            assert count == 0
    connection.close()


@pytest.mark.usefixtures("note")
def test_a_check_after_a_link_check_reads_the_pages(
    citewatch: Callable[..., Ran], server: Server
) -> None:
    citewatch("links", "note.md", *FETCHING, "-q")
    report = json.loads(citewatch("check", "note.md", *FETCHING, "-f", "json").out)

    assert by_path(report, server)["/good"]["title"] == "A survey"


@pytest.mark.usefixtures("note")
def test_urls_may_be_left_out(citewatch: Callable[..., Ran], server: Server) -> None:
    ran = citewatch("links", "note.md", *FETCHING, "-f", "json", "--exclude", "gone|busy")

    assert ran.code == 0
    assert set(by_path(json.loads(ran.out), server)) == {"/good", "/moved"}


@pytest.mark.usefixtures("note")
def test_a_link_check_can_be_recorded_and_replayed(
    citewatch: Callable[..., Ran], server: Server
) -> None:
    recorded = citewatch("links", "note.md", *FETCHING, "-f", "json", "--record", "a.warc.gz")
    asked = len(server.asked)
    first, second = (
        citewatch("links", "note.md", "-f", "json", "--replay", "a.warc.gz").out for _ in range(2)
    )

    assert len(server.asked) == asked
    assert first == second
    outcomes = [
        {source["url"]: source["outcome"] for source in json.loads(out)["sources"]}
        for out in (recorded.out, first)
    ]
    assert outcomes[0] == outcomes[1]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "links: names no document"),
        (("nothing.md",), "nothing.md"),
        (("empty.md",), "no cited URL was found, so nothing was checked (see --allow-empty)"),
        (("empty.md", "-f", "html"), "unknown format 'html'; known are text, json"),
    ],
)
def test_what_cannot_be_done_is_said(
    citewatch: Callable[..., Ran], tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    (tmp_path / "empty.md").write_text("Nothing is cited here.\n")
    ran = citewatch("links", *arguments)

    assert ran.code == 2
    assert sentence in ran.err


def test_an_empty_document_may_be_allowed(citewatch: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "empty.md").write_text("Nothing is cited here.\n")
    ran = citewatch("links", "empty.md", "--allow-empty")

    assert ran.code == 0
    assert ran.out == "1 document, 0 sources\n"


def test_an_accepted_status_is_no_finding(
    citewatch: Callable[..., Ran], note: Path, server: Server
) -> None:
    ran = citewatch("links", note.name, *FETCHING, "--accept", "410@127.0.0.1", "-f", "json")

    assert ran.code == 0
    assert by_path(json.loads(ran.out), server)["/gone"]["class"] == "ok"
    assert citewatch("links", note.name, *FETCHING, "--refresh").code == 1


def test_a_status_that_is_none_is_told(citewatch: Callable[..., Ran], note: Path) -> None:
    ran = citewatch("links", note.name, *FETCHING, "--accept", "teapot")

    assert ran.code == 2
    assert ran.err == (
        "citewatch: --accept: 'teapot' is no status; write for example 403, 200..=299 or"
        " 403@example.org\n"
    )


@pytest.mark.parametrize("command", ["check", "links"])
def test_an_address_in_brackets_that_is_none_stops_nothing(
    citewatch: Callable[..., Ran], tmp_path: Path, command: str
) -> None:
    (tmp_path / "citewatch.toml").write_text('[hosts."a.example"]\nignore = ["CW153"]\n')
    (tmp_path / "note.md").write_text(
        "Robots rose by 54% ([a](http://[bad/x)).\n\n## Sources\n\n- [One](http://[x]y/z)\n"
    )
    ran = citewatch(command, "note.md", "-f", "json")
    assert ran.code in {0, 2}
    assert "internal error" not in ran.err
    outcomes = {one["url"]: one["outcome"] for one in json.loads(ran.out)["sources"]}
    assert outcomes["http://[bad/x"] == "invalid_url"
