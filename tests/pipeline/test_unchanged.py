"""A page that has not changed is neither sent nor read again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.zoo.server import HTML, Asked, Reply, Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Ran

MODIFIED = "Sun, 01 Nov 2026 08:00:00 GMT"
PAGE = b"<html lang=en><title>Harbours</title><p>The harbour of Norvik has 37 cranes.</p></html>"
FETCHING = ("--allow-private-net", "127.0.0.0/8", "--host-request-interval", "0", "-f", "json")


def by_etag(asked: Asked) -> Reply:
    if asked.headers.get("if-none-match") == '"v1"':
        return Reply(304, headers=(("ETag", '"v1"'),))
    return Reply(200, PAGE, (HTML, ("ETag", '"v1"')))


def by_date(asked: Asked) -> Reply:
    if asked.headers.get("if-modified-since") == MODIFIED:
        return Reply(304, headers=())
    return Reply(200, PAGE, (HTML, ("Last-Modified", MODIFIED)))


def changed(asked: Asked) -> Reply:
    number = 37 if asked.visit == 1 else 41
    body = PAGE.replace(b"37", str(number).encode())
    return Reply(200, body, (HTML, ("ETag", f'"{asked.visit}"')))


def moved(_asked: Asked) -> Reply:
    return Reply(301, headers=(("Location", "/etag"), ("ETag", '"of the redirect"')))


def gone(asked: Asked) -> Reply:
    return Reply(200, PAGE) if asked.visit == 1 else Reply(404)


@pytest.fixture
def server() -> Iterator[Server]:
    cases: dict[str, Any] = {
        "/etag": by_etag, "/date": by_date, "/changed": changed, "/moved": moved,
        "/silent": Reply(200, PAGE), "/gone": gone,
    }  # fmt: skip
    with Server(cases) as serving:
        yield serving


@pytest.fixture
def check(
    citewatch: Callable[..., Ran], server: Server, tmp_path: Path
) -> Callable[..., dict[str, Any]]:
    def run(path: str, *options: str) -> dict[str, Any]:
        text = f"The harbour of Norvik has 37 cranes ([port]({server.url(path)})).\n"
        (tmp_path / "note.md").write_text(text)
        ran = citewatch("check", "note.md", *FETCHING, "--fail-on", "none", *options)
        assert ran.code == 0, ran.err
        report: dict[str, Any] = json.loads(ran.out)
        return report

    return run


def verdict_of(report: dict[str, Any]) -> str:
    verdict: str = report["documents"][0]["claims"][0]["verdict"]
    return verdict


def statuses(server: Server, path: str) -> list[bool]:
    """Whether each request for a path had a condition."""
    return [
        "if-none-match" in asked.headers or "if-modified-since" in asked.headers
        for asked in server.asked
        if asked.target == path
    ]


@pytest.mark.parametrize("path", ["/etag", "/date"])
def test_an_old_page_is_asked_for_with_its_validators(
    check: Callable[..., dict[str, Any]], server: Server, path: str
) -> None:
    first = check(path)
    for _ in range(2):
        again = check(path, "--max-age", "0")
        assert again["sources"][0]["outcome"] == "not_modified"
        assert again["sources"][0]["from"] == "network"
        assert again["sources"][0]["text_sha256"] == first["sources"][0]["text_sha256"]
        assert again["sources"][0]["title"] == "Harbours"
        assert verdict_of(again) == verdict_of(first) == "supported"

    assert statuses(server, path) == [False, True, True]


def test_a_page_that_is_gone_does_not_come_back_from_the_store(
    check: Callable[..., dict[str, Any]], server: Server
) -> None:
    assert verdict_of(check("/gone")) == "supported"
    assert check("/gone", "--refresh")["sources"][0]["outcome"] == "not_found"

    again = check("/gone")

    assert again["sources"][0]["outcome"] == "not_found"
    assert verdict_of(again) != "supported"
    assert len(statuses(server, "/gone")) == 3


def test_a_page_that_has_changed_is_read_anew(
    check: Callable[..., dict[str, Any]], server: Server
) -> None:
    assert verdict_of(check("/changed")) == "supported"
    again = check("/changed", "--max-age", "0")

    assert again["sources"][0]["outcome"] == "ok"
    assert verdict_of(again) == "contradicted"
    assert statuses(server, "/changed") == [False, True]


def test_validators_go_only_to_the_location_that_gave_them(
    check: Callable[..., dict[str, Any]], server: Server
) -> None:
    check("/moved")
    again = check("/moved", "--max-age", "0")

    assert again["sources"][0]["outcome"] == "moved"
    assert verdict_of(again) == "supported"
    assert statuses(server, "/moved") == [False, False]
    assert statuses(server, "/etag") == [False, True]


def test_a_page_without_validators_is_fetched_again(
    check: Callable[..., dict[str, Any]], server: Server
) -> None:
    check("/silent")
    again = check("/silent", "--max-age", "0")

    assert again["sources"][0]["outcome"] == "ok"
    assert statuses(server, "/silent") == [False, False]


def test_refresh_asks_without_condition(
    check: Callable[..., dict[str, Any]], server: Server
) -> None:
    check("/etag")
    check("/etag", "--refresh")

    assert statuses(server, "/etag") == [False, False]


def test_a_fresh_page_is_not_asked_for(
    check: Callable[..., dict[str, Any]], server: Server
) -> None:
    check("/etag")
    assert check("/etag")["sources"][0]["from"] == "cache"
    assert statuses(server, "/etag") == [False]


def test_servers_are_told_who_asks_and_whom_to_write_to(
    check: Callable[..., dict[str, Any]], server: Server
) -> None:
    check("/silent")
    check("/silent", "--refresh", "--contact", "desk@paper.example")
    agents = {one.headers["user-agent"].partition(" ")[2] for one in server.asked}

    assert agents == {
        "(checks the citations of documents)",
        "(checks the citations of documents; desk@paper.example)",
    }
    assert {one.headers["user-agent"].partition("/")[0] for one in server.asked} == {"citewatch"}
