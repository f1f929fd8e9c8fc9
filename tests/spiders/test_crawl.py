"""The crawl's contract: one outcome for every URL, whatever happens around it."""

from __future__ import annotations

import asyncio
import threading
from collections import Counter
from time import monotonic
from typing import TYPE_CHECKING

import pytest

from claims.values import Fetched, Missed, Origin, Outcome
from spiders.crawl import Wanted, crawl
from spiders.exchange import Answer, Failed, Sent
from spiders.network import NetworkExchange
from tests.spiders.crawling import QUICK, crawled, quick, utc_now
from tests.spiders.makers import NOON
from tests.zoo.pages import a_page, a_redirect, an_error, page
from tests.zoo.paths import MISBEHAVIOUR
from tests.zoo.server import Server

if TYPE_CHECKING:
    from datetime import datetime

PAGES = {f"/{number}": a_page() for number in range(50)}


class Lines:
    """An exchange without a network: answers 200 to all, or what it is told to."""

    recorded_at: datetime | None = None

    def __init__(self, error: Exception | None = None) -> None:
        self._error = error
        self.is_closed = False

    async def fetch(self, sent: Sent) -> Answer | Failed:
        if self._error:
            raise self._error
        return Answer(200, (("Content-Type", "text/html"),), page(), sent.at)

    async def close(self) -> None:
        self.is_closed = True


def test_every_distinct_url_has_exactly_one_result() -> None:
    with Server(PAGES) as server:
        urls = [server.url(path) for path in PAGES]
        results = crawled(urls * 3)

    assert Counter(result.url for result in results) == Counter(urls)
    assert {result.outcome for result in results} == {Outcome.OK}
    assert {result.origin for result in results} == {Origin.NETWORK}


def test_a_fetched_page_keeps_what_the_server_sent() -> None:
    with Server({"/old": a_redirect("/new", 301), "/new": a_page()}) as server:
        before = utc_now()
        [result] = crawled([server.url("/old")])

    assert isinstance(result, Fetched)
    assert (result.url, result.final_url) == (server.url("/old"), server.url("/new"))
    assert result.outcome == Outcome.MOVED
    assert result.http_status == 200
    assert result.body == page(title="A survey")
    assert result.content_type == "text/html; charset=utf-8"
    assert [(hop.url, hop.status, hop.location) for hop in result.redirects] == [
        (server.url("/old"), 301, server.url("/new"))
    ]
    assert before <= result.fetched_at <= utc_now()


def test_no_urls_are_no_crawl() -> None:
    lines = Lines()

    assert crawled([], exchange=lines) == []


def test_invalid_urls_have_their_outcome_and_disturb_nobody() -> None:
    urls = ["nourl", "", "ftp://example.org/", "mailto:a@b.c", "http://[", "https://fine.example/"]

    results = {result.url: result.outcome for result in crawled(urls, exchange=Lines())}

    assert results == {
        "nourl": "invalid_url",
        "": "invalid_url",
        "ftp://example.org/": "unsupported_scheme",
        "mailto:a@b.c": "unsupported_scheme",
        "http://[": "invalid_url",
        "https://fine.example/": "ok",
    }


def test_a_redirect_to_a_url_that_is_cited_too_loses_neither() -> None:
    with Server({"/a": a_redirect("/b"), "/b": a_page()}) as server:
        results = crawled([server.url("/b"), server.url("/a")])

    assert {result.outcome for result in results} == {Outcome.OK, Outcome.REDIRECTED}


def test_a_very_long_url_is_asked() -> None:
    with Server({"/long": a_page()}) as server:
        [result] = crawled([server.url("/long?" + "x" * 8000)])

    assert result.outcome == Outcome.OK


def test_results_come_as_they_are_final_and_not_at_the_end() -> None:
    order: list[str] = []
    cases = {"/quick": a_page(), "/slow": an_error(503, Retry_After="1")}
    with Server(cases) as server:
        settings = quick(max_retries=1)

        def note(result: Fetched | Missed) -> None:
            order.append(f"{result.url.rpartition('/')[2]} after {server.visits['/slow']}")

        crawl(
            [Wanted(server.url("/slow")), Wanted("https://["), Wanted(server.url("/quick"))],
            settings=settings,
            exchange=NetworkExchange(settings),
            on_result=note,
            now=utc_now,
        )

    assert order[-1] == "slow after 2"
    assert len(order) == 3


def test_what_the_receiver_raises_ends_the_crawl_and_comes_out() -> None:
    lines = Lines()
    taken: list[Fetched | Missed] = []

    def full(result: Fetched | Missed) -> None:
        if len(taken) == 3:
            raise LookupError("the store is full")
        taken.append(result)

    urls = [f"https://host{number}.example/" for number in range(40)]
    with pytest.raises(LookupError, match="the store is full"):
        crawl(map(Wanted, urls), settings=QUICK, exchange=lines, on_result=full, now=utc_now)

    assert len(taken) == 3
    assert lines.is_closed


def test_what_the_receiver_raises_for_an_invalid_url_comes_out() -> None:
    def refuse(_: Fetched | Missed) -> None:
        raise LookupError("no")

    with pytest.raises(LookupError):
        crawl([Wanted("nourl")], settings=QUICK, exchange=Lines(), on_result=refuse, now=utc_now)


def test_a_bug_below_comes_out() -> None:
    lines = Lines(RuntimeError("we forgot something"))

    with pytest.raises(RuntimeError, match="we forgot something"):
        crawled(["https://example.org/"], exchange=lines)

    assert lines.is_closed


def test_a_clock_that_breaks_comes_out() -> None:
    def broken() -> datetime:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        crawl(
            [Wanted("https://example.org/")],
            settings=QUICK,
            exchange=Lines(),
            on_result=lambda _: None,
            now=broken,
        )


def test_at_the_deadline_what_has_no_answer_was_not_run() -> None:
    settings = quick(deadline_seconds=0.5, timeout_seconds=30.0)
    with Server({"/ok": a_page()}, {"/sleeps": MISBEHAVIOUR["/sleeps"]}) as server:
        urls = [server.url("/ok"), *(server.url(f"/sleeps?{number}") for number in range(60))]
        began = monotonic()
        results = crawled(urls, settings)
        took = monotonic() - began

    assert Counter(result.outcome for result in results) == {"ok": 1, "not_run": 60}
    assert took < 1.5


def test_a_host_at_its_pace_does_not_outlast_the_deadline() -> None:
    settings = quick(deadline_seconds=0.5, host_interval_seconds=0.2)
    with Server(PAGES) as server:
        began = monotonic()
        results = crawled([server.url(path) for path in PAGES], settings)
        took = monotonic() - began

    assert len(results) == 50
    assert {result.outcome for result in results} == {Outcome.OK, Outcome.NOT_RUN}
    assert took < 1.5


def test_a_waiting_host_does_not_stall_another() -> None:
    waiting = {f"/wait/{number}": an_error(429, Retry_After="1") for number in range(40)}
    settings = quick(max_retries=1, max_concurrency=4, deadline_seconds=0.9)
    with Server(waiting, host="127.0.0.2") as slow, Server(PAGES) as fine:
        urls = [*map(slow.url, waiting), *map(fine.url, PAGES)]
        results = Counter(result.outcome for result in crawled(urls, settings))

    assert results == {Outcome.OK: 50, Outcome.NOT_RUN: 40}
    # The wait is for the whole host: it is not asked forty times for nothing.
    assert len(slow.asked) < 10


def test_a_retry_waits_for_itself_alone() -> None:
    with Server({"/bad": an_error(500), **PAGES}) as server:
        settings = quick(max_retries=1, backoff_seconds=60.0, deadline_seconds=0.9)
        urls = [*map(server.url, ["/bad", *PAGES])]
        results = Counter(result.outcome for result in crawled(urls, settings))

    assert results == {Outcome.OK: 50, Outcome.NOT_RUN: 1}


def test_it_runs_where_a_loop_is_running() -> None:
    async def busy() -> list[Fetched | Missed]:
        return crawled(["https://example.org/"], exchange=Lines())

    [result] = asyncio.run(busy())

    assert result.outcome == Outcome.OK


def test_what_the_receiver_raises_comes_out_where_a_loop_is_running() -> None:
    def refuse(_: Fetched | Missed) -> None:
        raise LookupError("no")

    async def busy() -> None:
        crawl(
            [Wanted("https://example.org/")],
            settings=QUICK,
            exchange=Lines(),
            on_result=refuse,
            now=utc_now,
        )

    with pytest.raises(LookupError):
        asyncio.run(busy())


def test_it_runs_in_threads_at_once_and_often_in_a_process() -> None:
    found: list[int] = []
    urls = [f"https://host{number}.example/" for number in range(20)]

    def work() -> None:
        found.extend(len(crawled(urls, exchange=Lines())) for _ in range(3))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == [20] * 12


def test_an_exchange_serves_one_crawl_after_another() -> None:
    with Server(PAGES) as server:
        exchange = NetworkExchange(QUICK)
        counts = [len(crawled([server.url("/1")], exchange=exchange)) for _ in range(3)]

    assert counts == [1, 1, 1]


def test_a_replay_has_the_archives_time_for_everything() -> None:
    lines = Lines()
    lines.recorded_at = NOON

    results = crawled(["nourl", "https://example.org/"], exchange=lines)

    assert {result.fetched_at for result in results} == {NOON}
    assert {result.origin for result in results} == {Origin.REPLAY}


def test_our_headers_go_to_the_cited_host_and_secrets_no_further() -> None:
    settings = quick(headers=(("Authorization", "Bearer 1"), ("X-Team", "docs")))
    with (
        Server({"/there": a_page()}, host="127.0.0.2") as there,
        Server({"/here": a_redirect(there.url("/there"))}) as here,
    ):
        crawled([here.url("/here")], settings)

    [cited] = [asked.headers for asked in here.asked if asked.target == "/here"]
    [beyond] = [asked.headers for asked in there.asked if asked.target == "/there"]
    assert cited["authorization"] == "Bearer 1"
    assert "authorization" not in beyond
    assert cited["x-team"] == beyond["x-team"] == "docs"
    assert cited["user-agent"] == beyond["user-agent"] == settings.user_agent
