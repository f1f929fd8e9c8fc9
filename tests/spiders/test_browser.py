"""Pages rendered by a real Chromium, which reaches nothing that the guard refuses."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from claims.errors import BadUsage
from claims.values import Fetched, Missed, Outcome
from spiders.archive import RecordingExchange, ReplayExchange
from spiders.browser import find_browser
from spiders.network import NetworkExchange
from tests.chromium import PROGRAM, needs_chromium
from tests.spiders.crawling import QUICK, crawled, utc_now
from tests.zoo.pages import ARTICLE, a_file, a_page
from tests.zoo.server import Server

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from spiders.address_guard import AddressInfo
    from tests.conftest import Ran
    from tests.zoo.server import Case

SETTINGS = replace(
    QUICK, browser=PROGRAM, timeout_seconds=4.0, max_retries=0, max_body_bytes=2_000_000
)


def shell(script: str) -> Case:
    """A page that has no text before its script runs."""
    return a_page(f'<div id="root"></div><script>{script}</script>', title="App")


def writing(markup: str) -> str:
    return f"document.getElementById('root').innerHTML = {json.dumps(markup)};"


CASES: dict[str, Case] = {
    "/writes": shell(writing(ARTICLE)),
    "/fetches": shell(
        "fetch('/data').then(r => r.json())"
        ".then(d => { document.getElementById('root').innerHTML = d.markup })"
    ),
    "/data": a_file(json.dumps({"markup": ARTICLE}).encode(), "application/json"),
    "/never-rests": shell(writing(ARTICLE) + "setInterval(() => fetch('/data'), 20)"),
    "/alerts": shell(f"alert('x'); confirm('y'); prompt('z'); {writing(ARTICLE)}"),
    "/loops": shell("while (true) {}"),
    "/navigates": shell("setTimeout(() => location.href = '/navigates?' + Math.random(), 50)"),
    "/stays-empty": shell("1 + 1"),
    "/says-404": shell(writing("<h1>Page not found</h1>")),
    "/huge": shell("document.getElementById('root').textContent = 'x'.repeat(3e6)"),
    "/reaches-inside": shell(
        "for (const url of ['http://169.254.169.254/', 'http://10.0.0.1/', 'http://[::1]:1/',"
        " 'https://192.168.0.1/']) { fetch(url, {mode: 'no-cors'}).catch(() => 0);"
        " new Image().src = url; try { new WebSocket(url.replace('http', 'ws')) } catch (e) {} }"
        f"const frame = document.createElement('iframe'); frame.src = 'http://172.16.0.1/';"
        f"{writing(ARTICLE)} document.body.append(frame);"
    ),
    "/goes-inside": shell("location.href = 'http://169.254.169.254/latest/meta-data/'"),
    "/opens-a-file": shell("location.href = 'file:///etc/passwd'"),
    "/leads-on": shell("location.href = '/plain'"),
    "/renames-itself": shell(f"history.pushState(null, '', '/renamed'); {writing(ARTICLE)}"),
    "/plain": a_page(),
}  # fmt: skip


@pytest.fixture
def dialled() -> list[str]:
    return []


@pytest.fixture
def outcome(dialled: list[str]) -> Callable[[str], Fetched | Missed]:
    def fetch(path: str) -> Fetched | Missed:
        import socket  # noqa: PLC0415

        def make_socket(info: AddressInfo) -> socket.socket:
            dialled.append(str(info[4][0]))
            return socket.socket(*info[:3])

        with Server(CASES) as server:
            exchange = NetworkExchange(SETTINGS, make_socket=make_socket)
            [result] = crawled([server.url(path)], SETTINGS, exchange)
        return result

    return fetch


@needs_chromium
@pytest.mark.parametrize("path", ["/writes", "/fetches", "/never-rests", "/alerts"])
def test_what_scripts_write_is_read(outcome: Callable[[str], Fetched | Missed], path: str) -> None:
    result = outcome(path)

    assert isinstance(result, Fetched), result.reason
    assert b"1,200 engineers" in result.body
    assert result.content_type == "text/html; charset=utf-8"


@needs_chromium
@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/stays-empty", Outcome.NEEDS_JAVASCRIPT),
        ("/loops", Outcome.NEEDS_JAVASCRIPT),
        ("/navigates", Outcome.NEEDS_JAVASCRIPT),
        ("/says-404", Outcome.SOFT_404),
        ("/huge", Outcome.TOO_LARGE),
        ("/goes-inside", Outcome.NEEDS_JAVASCRIPT),
        ("/opens-a-file", Outcome.NEEDS_JAVASCRIPT),
    ],
)
def test_what_cannot_be_rendered_has_its_outcome(
    outcome: Callable[[str], Fetched | Missed], dialled: list[str], path: str, expected: Outcome
) -> None:
    result = outcome(path)

    assert result.outcome is expected
    assert isinstance(result, Missed)
    assert result.reason
    assert set(dialled) == {"127.0.0.1"}


@needs_chromium
def test_where_scripts_lead_is_a_redirect(outcome: Callable[[str], Fetched | Missed]) -> None:
    result = outcome("/leads-on")

    assert result.outcome is Outcome.REDIRECTED
    assert result.final_url.endswith("/plain")


@needs_chromium
def test_what_a_script_writes_into_the_address_bar_is_none(
    outcome: Callable[[str], Fetched | Missed],
) -> None:
    result = outcome("/renames-itself")

    assert result.outcome is Outcome.OK
    assert result.final_url.endswith("/renames-itself")


@needs_chromium
def test_nothing_inside_is_dialled_by_what_a_page_loads(
    outcome: Callable[[str], Fetched | Missed], dialled: list[str]
) -> None:
    result = outcome("/reaches-inside")

    assert result.outcome is Outcome.OK
    assert set(dialled) == {"127.0.0.1"}


def test_a_page_that_has_text_is_not_rendered(
    outcome: Callable[[str], Fetched | Missed], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("spiders.browser.find_browser", None)
    assert outcome("/plain").outcome is Outcome.OK


@needs_chromium
def test_pages_share_no_cookies_and_no_process_is_left() -> None:
    cases: dict[str, Case] = {
        "/a": shell(f"document.cookie = 'seen=a'; {writing(ARTICLE)}"),
        "/b": shell(f"{writing('<p>cookies: ')} document.body.append(document.cookie || 'none')"),
    }
    with Server(cases) as server:
        results = crawled([server.url("/a"), server.url("/b")], SETTINGS)
    pages = {result.url[-2:]: result for result in results}

    assert isinstance(pages["/b"], Fetched)
    assert b"none" in pages["/b"].body
    left = subprocess.run(
        ["ps", "--ppid", str(os.getpid()), "-o", "args="],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "playwright" not in left.stdout


@needs_chromium
def test_a_replay_has_the_page_as_it_was_rendered(tmp_path: Path) -> None:
    archive = tmp_path / "run.warc.gz"
    with Server(CASES) as server:
        url = server.url("/fetches")
        exchange = RecordingExchange(NetworkExchange(SETTINGS), archive, utc_now)
        [live] = crawled([url], SETTINGS, exchange)
    [replayed] = crawled([url], replace(SETTINGS, browser="replay"), ReplayExchange(archive))

    assert isinstance(live, Fetched)
    assert isinstance(replayed, Fetched)
    assert replayed.body == live.body
    assert b"1,200 engineers" in replayed.body


@pytest.mark.parametrize("name", ["/nowhere/chromium", "no-such-browser"])
def test_a_browser_that_is_not_there_is_told_before_anything_is_fetched(
    citewatch: Callable[..., Ran], name: str
) -> None:
    Path("note.md").write_text("See [the port](http://127.0.0.1:9/x), which has 37 cranes.\n")
    ran = citewatch("check", "note.md", "--browser", name)

    assert ran.code == 2
    assert f"--browser: {name} is no program; install the package chromium" in ran.err


def test_without_any_browser_the_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(BadUsage, match="no Chromium was found; install the package chromium"):
        find_browser("auto")


@needs_chromium
def test_the_command_line_renders_what_needs_it(citewatch: Callable[..., Ran]) -> None:
    with Server(CASES) as server:
        text = f"It asked [1,200 engineers in twelve countries]({server.url('/fetches')}).\n"
        Path("note.md").write_text(text)
        options: tuple[Any, ...] = ("--allow-private-net", "127.0.0.0/8", "-f", "json")
        without = json.loads(citewatch("check", "note.md", *options).out)
        ran = citewatch("check", "note.md", *options, "--browser", PROGRAM)

    assert without["sources"][0]["outcome"] == "needs_javascript"
    report = json.loads(ran.out)
    assert report["sources"][0]["outcome"] == "ok"
    assert report["documents"][0]["claims"][0]["verdict"] == "supported"
