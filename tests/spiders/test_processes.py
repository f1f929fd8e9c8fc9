"""What can only be seen from outside: interrupts, kills, imports, and what is on stderr."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from spiders.archive import ReplayExchange
from tests.spiders.crawling import crawled
from tests.zoo.pages import a_page, a_redirect, an_error
from tests.zoo.paths import MISBEHAVIOUR
from tests.zoo.server import Server

if TYPE_CHECKING:
    from pathlib import Path

PAGES = {f"/{number}": a_page() for number in range(30)}
SLEEPERS = {f"/sleeps/{number}": MISBEHAVIOUR["/sleeps"] for number in range(50)}

CRAWLER = """
import sys, threading
from spiders.archive import RecordingExchange
from spiders.crawl import Wanted, crawl
from spiders.network import NetworkExchange
from tests.spiders.crawling import quick, utc_now

archive, *urls = sys.argv[1:]
settings = quick(timeout_seconds=60.0)

def told(result):
    print(result.outcome, result.url.rpartition("/")[2], flush=True)

try:
    crawl(
        map(Wanted, urls),
        settings=settings,
        exchange=RecordingExchange(NetworkExchange(settings), archive, utc_now),
        on_result=told,
        now=utc_now,
    )
except KeyboardInterrupt:
    print("interrupted", flush=True)
    sys.exit(130)
"""
IN_A_BUSY_LOOP = CRAWLER.replace("try:\n    crawl(", "async def busy():\n    crawl(").replace(
    "except KeyboardInterrupt:",
    "import asyncio\ntry:\n    asyncio.run(busy())\nexcept KeyboardInterrupt:",
)


def started(program: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", program, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def read_lines(process: subprocess.Popen[str], count: int) -> list[str]:
    assert process.stdout is not None
    return [process.stdout.readline().strip() for _ in range(count)]


@pytest.mark.parametrize("program", [CRAWLER, IN_A_BUSY_LOOP], ids=["plain", "in a running loop"])
def test_an_interrupt_ends_the_crawl_at_once(program: str, tmp_path: Path) -> None:
    with Server(PAGES, SLEEPERS) as server:
        urls = [server.url(path) for path in (*PAGES, *SLEEPERS)]
        process = started(program, tmp_path / "a.warc.gz", *urls)
        final = read_lines(process, len(PAGES))
        process.send_signal(signal.SIGINT)
        began = time.monotonic()
        rest, errors = process.communicate(timeout=10)
        took = time.monotonic() - began

    assert all(line.startswith("ok ") for line in final)
    assert rest == "interrupted\n"
    assert process.returncode == 130
    assert errors == ""
    assert took < 1.0


def test_a_killed_crawl_leaves_an_archive_of_all_that_was_final(tmp_path: Path) -> None:
    archive = tmp_path / "a.warc.gz"
    with Server(PAGES, SLEEPERS) as server:
        urls = [server.url(path) for path in (*PAGES, *SLEEPERS)]
        process = started(CRAWLER, archive, *urls)
        read_lines(process, len(PAGES))
        process.kill()
        process.communicate()

    outcomes = [result.outcome for result in crawled(urls, exchange=ReplayExchange(archive))]
    assert outcomes.count(outcomes[0].OK) == len(PAGES)
    assert outcomes.count(outcomes[0].NOT_RUN) == len(SLEEPERS)


def test_a_crawl_writes_nothing_on_stderr(tmp_path: Path) -> None:
    cookie = a_redirect("/1", Set_Cookie="=;; ,bad[]=1; Domain=.; Expires=never")
    broken = {"/script": a_redirect("javascript:"), "/cookie": cookie}
    cases = {**PAGES, "/robots.txt": an_error(404), **broken}
    with Server(cases, {"/reset": MISBEHAVIOUR["/reset"]}) as server:
        urls = [*map(server.url, [*cases, "/reset"]), "nourl", "http://10.0.0.1/"]
        process = started(CRAWLER, tmp_path / "a.warc.gz", *urls)
        out, errors = process.communicate(timeout=30)

    assert len(out.splitlines()) == len(urls)
    assert errors == ""


REPLAY = """
import sys, time
began = time.perf_counter()
from datetime import datetime, UTC
from spiders.archive import ReplayExchange
from spiders.crawl import CrawlSettings, Wanted, crawl

results = []
crawl(
    map(Wanted, sys.argv[2:]),
    settings=CrawlSettings(),
    exchange=ReplayExchange(sys.argv[1]),
    on_result=results.append,
    now=lambda: datetime.now(UTC),
)
print(len(results), time.perf_counter() - began)
print(*(name for name in ("twisted.internet.reactor", "aiohttp", "ssl") if name in sys.modules))
"""


def test_a_replay_needs_no_reactor_and_no_network_and_little_time(tmp_path: Path) -> None:
    archive = tmp_path / "a.warc.gz"
    with Server(PAGES) as server:
        urls = [server.url(path) for path in PAGES][:12]
        started(CRAWLER, archive, *urls).communicate(timeout=30)

    out, errors = started(REPLAY, archive, *urls).communicate(timeout=30)

    assert errors == ""
    timing, loaded = out.splitlines()
    count, seconds = timing.split()
    assert int(count) == 12
    # Half a second on a quiet machine.
    assert float(seconds) < 3.0
    assert "twisted.internet.reactor" not in loaded
    assert "aiohttp" not in loaded


NETWORK = """
import sys
from tests.spiders.crawling import crawled
crawled(sys.argv[1:])
print("twisted.internet.reactor" in sys.modules)
"""


def test_a_crawl_installs_no_reactor() -> None:
    with Server(PAGES) as server:
        out, errors = started(NETWORK, server.url("/1")).communicate(timeout=30)

    assert (out, errors) == ("False\n", "")
