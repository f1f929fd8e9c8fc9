"""What the doctor looks at, and what it says of an ailing machine."""

from __future__ import annotations

import json
import re
import socket
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from pipeline.config import Config
from pipeline.doctor import examine
from tests.pipeline.prefect_server import wait_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ran
    from tests.pipeline.prefect_server import Server


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "PREFECT_API_URL", "CITEWATCH_NOTIFY_URLS", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY",
        "http_proxy", "https_proxy", "all_proxy", "CITEWATCH_DB",
    ):  # fmt: skip
        monkeypatch.delenv(name, raising=False)


def told(ran: Ran) -> dict[str, tuple[str, str]]:
    found: list[dict[str, Any]] = json.loads(ran.out)
    return {one["subject"]: (one["state"], one["message"]) for one in found}


def test_a_machine_in_good_health(citewatch: Callable[..., Ran]) -> None:
    ran = citewatch("doctor", "-f", "json")
    assert ran.code == 0
    found = told(ran)
    assert {state for state, _ in found.values()} == {"ok"}
    assert found.keys() == {
        "citewatch", "python", "libraries", "database", "prefect server", "proxies", "disk",
        "notify",
    }  # fmt: skip
    assert "scrapy 2." in found["libraries"][1]
    assert "0 runs" in found["database"][1]
    text = citewatch("doctor").out.splitlines()
    assert all(line.startswith("ok ") for line in text)


def test_a_database_that_cannot_be_used(citewatch: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no database at all" * 100)
    ran = citewatch("doctor", "--db", f"sqlite:///{tmp_path}/notes.txt", "-f", "json")
    assert ran.code == 2
    assert told(ran)["database"][0] == "error"
    nonsense = citewatch("doctor", "--db", "nonsense", "-f", "json")
    assert nonsense.code == 2
    assert "not a database URL" in told(nonsense)["database"][1]


def test_a_password_is_not_said(citewatch: Callable[..., Ran]) -> None:
    with closing(socket.socket()) as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        # Bound and not listening: nobody answers there.
        url = f"postgresql+psycopg://postgres:hunter2@127.0.0.1:{port}/test"
        for command in (("doctor",), ("history",), ("diff",), ("sources",)):
            ran = citewatch(*command, "--db", url)
            assert ran.code == 2
            assert "hunter2" not in ran.out + ran.err
    ran = citewatch("history", "--db", "postgresql+nosuch://postgres:hunter2@127.0.0.1/test")
    assert ran.code == 2
    assert "hunter2" not in ran.err


def test_the_database_may_be_named_in_the_environment(
    citewatch: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CITEWATCH_DB", f"sqlite:///{tmp_path}/elsewhere.db")
    assert "elsewhere.db" in told(citewatch("doctor", "-f", "json"))["database"][1]
    named = citewatch("doctor", "--db", f"sqlite:///{tmp_path}/here.db", "-f", "json")
    assert "here.db" in told(named)["database"][1]


def test_a_server_is_asked_how_it_is(
    citewatch: Callable[..., Ran], server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREFECT_API_URL", server.api)

    def healthy() -> dict[str, tuple[str, str]] | None:
        # Its own SQLite is busy at times.
        found = told(citewatch("doctor", "-f", "json"))
        return found if found["prefect server"][0] == "ok" else None

    found = wait_for(healthy, seconds=30)
    assert "is healthy" in found["prefect server"][1]
    assert found["clock"][0] == "ok"

    def late_by_an_hour() -> Any:
        return next(
            (
                one
                for one in examine(Config(), lambda: datetime.now(UTC) + LATE)
                if one.subject == "clock"
            ),
            None,
        )

    late = {"clock": wait_for(late_by_an_hour, seconds=30)}
    assert late["clock"].state == "warning"
    assert re.match(r"360\d s from the Prefect server's", late["clock"].message)


LATE = timedelta(hours=1)


def test_a_server_that_is_not_there(
    citewatch: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(socket.socket()) as closed:
        closed.bind(("127.0.0.1", 0))
        monkeypatch.setenv(
            "PREFECT_API_URL", f"http://user:hunter2@127.0.0.1:{closed.getsockname()[1]}/api"
        )
        ran = citewatch("doctor", "-f", "json")
    assert ran.code == 2
    assert told(ran)["prefect server"][0] == "error"
    assert "does not answer" in told(ran)["prefect server"][1]
    assert "hunter2" not in ran.out


def test_proxies_are_not_used_and_that_is_said(
    citewatch: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://user:hunter2@proxy.example:3128")
    ran = citewatch("doctor", "-f", "json")
    assert ran.code == 0
    assert told(ran)["proxies"][0] == "warning"
    assert "HTTPS_PROXY" in told(ran)["proxies"][1]
    assert "hunter2" not in ran.out


def test_the_clock_of_the_database_is_compared(database_url: str) -> None:
    found = {
        one.subject: one
        for one in examine(Config(db=database_url), lambda: datetime.now(UTC) + LATE)
    }
    assert ("clock" in found) == database_url.startswith("postgresql")
    if "clock" in found:
        assert found["clock"].state == "warning"


def test_what_is_told_may_be_json(citewatch: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("# Nothing\n")
    ran = citewatch("check", "note.md", "nosuch.md", "--log-format", "json", "-f", "json")
    lines = [json.loads(line) for line in ran.err.splitlines()]
    assert [line["level"] for line in lines] == ["warning"]
    assert "nosuch.md" in lines[0]["message"]
    datetime.fromisoformat(lines[0]["time"])
    assert json.loads(ran.out)["schema_version"] == 1
    ran = citewatch("prune", "--older-than", "1d", "--log-format", "json")
    assert json.loads(ran.err)["runs"] == 0
    ran = citewatch("diff", "--log-format", "json")
    assert (ran.code, json.loads(ran.err)["level"]) == (2, "error")


def test_what_is_told_drives_no_terminal(citewatch: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m.csv").write_text('"a\nb\x1b[2J",c\n1,2\n')
    ran = citewatch("check", "a\x1b[31m.csv")
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert "\x1b" not in ran.err
    assert "needs the columns claim and url; it has a b" in ran.err
