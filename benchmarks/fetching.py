"""How fast sources are fetched, and beside whom: `fetching_rows` for the table of results."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import scrapy
import trafilatura
from local_site import document, environment, serving  # beside this file
from scrapy.crawler import AsyncCrawlerRunner

from pipeline.config import Config
from pipeline.fetching import fetch_sources
from pipeline.orders import Order
from pipeline.reading import read_pages
from pipeline.running import open_job

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

LINKS, LINK_KB = 600, 4
PAGES, PAGE_KB = 500, 54
RUNS = 5
POLITE_LINKS, POLITE_SECONDS = 20, 0.5
_LIFTED = "--host-request-interval 0 --host-concurrency 256 --max-concurrency 256".split()
_LOCAL = "--allow-private-net 127.0.0.0/8".split()


def fetching_rows() -> Iterator[str]:
    """Lines of Markdown: each measure, ours and its peer's, in turn in the same run."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield from _links(folder)
        yield from _polite(folder)
        yield from _again(folder)
        yield from _ceiling(folder)


# -------------------------------------------------------------------------- links


def _links(folder: Path) -> Iterator[str]:
    yield f"## {LINKS} links, host limits lifted, whole processes"
    yield ""
    yield f"| server's delay | {' | '.join(_CHECKERS)} | citewatch / linkchecker, each |"
    yield f"|---{'|---' * len(_CHECKERS)}|---|"
    for delay in (0, 50):
        with serving(LINKS, LINK_KB, delay) as address:
            commands = _link_checkers(folder, address)
            seconds: dict[str, list[float]] = {name: [] for name in commands}
            for _ in range(RUNS):
                for name, command in commands.items():
                    seconds[name].append(_timed(command, folder))
        rates = {name: LINKS / statistics.median(took) for name, took in seconds.items()}
        cells = [f"{rates[name]:.0f}/s" for name in _CHECKERS]
        ratios = [
            statistics.median(b / a for a, b in zip(seconds[_OURS], seconds[name], strict=True))
            for name in _CHECKERS[2:]
        ]
        told = " and ".join(f"{ratio:.1f}" for ratio in ratios)
        yield f"| {delay} ms | {' | '.join(cells)} | {told} |"
    yield ""


_OURS = "citewatch links"
# The last with its default of threads, and with as many as make it no faster any more.
_CHECKERS = (_OURS, "lychee", "linkchecker, 10 threads", "linkchecker, 60 threads")


def _link_checkers(folder: Path, address: str) -> dict[str, list[str]]:
    """What to run of each tool; none remembers anything from one run to the next."""
    note, settings = folder / "links.md", folder / "linkcheckerrc"
    note.write_text(document(address, LINKS), encoding="utf-8")
    settings.write_text("[checking]\nmaxrequestspersecond=100000\n", encoding="utf-8")
    # It gives up a root's rights, and must be able to read them all the same.
    folder.chmod(0o755)
    lychee, linkchecker = (_beside_python(name) for name in ("lychee", "linkchecker"))
    asked = [
        linkchecker, "-f", str(settings), "--check-extern", "--no-warnings", "-r1",
        address.removesuffix("p/"), "-t",
    ]  # fmt: skip
    return {
        _OURS: [
            sys.executable, "-m", "pipeline.cli", "links", str(note), *_LOCAL, *_LIFTED,
            "--db", "sqlite://",
        ],
        "lychee": [
            lychee, "--no-progress", "--host-request-interval", "0ms", "--host-concurrency", "256",
            "--max-concurrency", "256", str(note),
        ],
        _CHECKERS[2]: [*asked, "10"],
        _CHECKERS[3]: [*asked, "60"],
    }  # fmt: skip


def _beside_python(name: str) -> str:
    here = str(Path(sys.executable).parent)
    found = shutil.which(name, path=os.pathsep.join((here, os.environ["PATH"])))
    if found is None:
        raise SystemExit(f"{name} is not installed; make bench installs it")
    return found


def _polite(folder: Path) -> Iterator[str]:
    note = folder / "polite.md"
    with serving(POLITE_LINKS, LINK_KB) as address:
        note.write_text(document(address, POLITE_LINKS), encoding="utf-8")
        one = folder / "one.md"
        one.write_text(document(address, 1), encoding="utf-8")
        cli = [sys.executable, "-m", "pipeline.cli", "links", *_LOCAL, "--db", "sqlite://"]
        start = _timed([*cli, str(one)], folder)
        took = _timed([*cli, str(note)], folder) - start
    least = (POLITE_LINKS - 1) * POLITE_SECONDS
    yield f"{POLITE_LINKS} links of one host with the default interval of {POLITE_SECONDS} s take"
    yield f"{took:.2f} s beyond the start; the interval alone takes {least:.1f} s."
    yield ""


def _timed(command: list[str], folder: Path) -> float:
    start = time.perf_counter()
    ran = subprocess.run(
        command, cwd=folder, env=environment(), capture_output=True, text=True, check=False
    )
    took = time.perf_counter() - start
    if ran.returncode:
        raise SystemExit(f"{command[0]} ended with {ran.returncode}: {ran.stderr or ran.stdout}")
    return took


# -------------------------------------------------------------------------- pages


def _again(folder: Path) -> Iterator[str]:
    """The same pages twice, the second time asked whether they have changed."""
    first, second, ratios = [], [], []
    whole: list[tuple[float, float]] = []
    with serving(PAGES, PAGE_KB) as address:
        note = folder / "pages.md"
        note.write_text(document(address, PAGES), encoding="utf-8")
        for number in range(RUNS):
            store = f"sqlite:///{folder}/again{number}.db"
            seconds = [_fetched_and_read(address, store, is_first=is_first) for is_first in (1, 0)]
            first.append(seconds[0])
            second.append(seconds[1])
            ratios.append(seconds[0] / seconds[1])
            command = [
                sys.executable, "-m", "pipeline.cli", "check", str(note), *_LOCAL, *_LIFTED, "-q",
                "--max-age", "0", "--db", f"sqlite:///{folder}/whole{number}.db",
            ]  # fmt: skip
            whole.append((_timed(command, folder), _timed(command, folder)))
    yield f"## {PAGES} pages of {PAGE_KB} KB, asked again by conditional GET"
    yield ""
    yield "| what | first run | second run | first / second |"
    yield "|---|---|---|---|"
    yield (
        f"| fetching and reading, without the start | {statistics.median(first):.2f} s |"
        f" {statistics.median(second):.2f} s | {statistics.median(ratios):.1f} |"
    )
    runs = [statistics.median(column) for column in zip(*whole, strict=True)]
    ratio = statistics.median(a / b for a, b in whole)
    yield (
        f"| `citewatch check` as a whole, a claim for each page | {runs[0]:.2f} s |"
        f" {runs[1]:.2f} s | {ratio:.1f} |"
    )
    yield ""


def _fetched_and_read(address: str, store: str, *, is_first: int) -> float:
    """Seconds for all pages, the processes that read having started; 304 for all but the first."""
    config = Config(
        allow_private_net=("127.0.0.0/8",), host_request_interval=0.0, host_concurrency=32,
        max_age=0.0, db=store,
    )  # fmt: skip
    urls = [f"{address}{number}" for number in range(PAGES)]
    with open_job(Order(paths=(), config=config)) as job:
        assert job.reader is not None
        job.reader.warm_up()
        time.sleep(1)
        start = time.perf_counter()
        answers = fetch_sources(urls, job)
        sources = read_pages(answers, {}, job)
        took = time.perf_counter() - start
    expected = "ok" if is_first else "not_modified"
    assert sum(bool(source.text_sha256) for source in sources.values()) == PAGES
    assert {answer.outcome.value for answer in answers} == {expected}
    return took


def _ceiling(folder: Path) -> Iterator[str]:
    """Ours beside a bare downloader that feeds a bare extractor in as many processes."""
    ours, peers = [], []
    with serving(PAGES, PAGE_KB) as address:
        for number in range(RUNS):
            store = f"sqlite:///{folder}/ceiling{number}.db"
            peers.append(_bare(address))
            ours.append(_fetched_and_read(address, store, is_first=1))
    share = statistics.median(peer / our for our, peer in zip(ours, peers, strict=True))
    yield f"## {PAGES} pages of {PAGE_KB} KB fetched and read, on {os.cpu_count()} processors"
    yield ""
    yield "| citewatch | bare Scrapy into a pool of bare trafilatura | share of that pace |"
    yield "|---|---|---|"
    yield (
        f"| {PAGES / statistics.median(ours):.0f} pages/s |"
        f" {PAGES / statistics.median(peers):.0f} pages/s | {share:.0%} |"
    )
    yield ""


def _bare(address: str) -> float:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["trafilatura"])
    with ProcessPoolExecutor(os.cpu_count(), mp_context=context) as pool:
        for started in [pool.submit(trafilatura.extract, "<p>x</p>") for _ in range(4)]:
            started.result()
        texts: list[Future[str | None]] = []
        start = time.perf_counter()
        asyncio.run(_crawl_bare(address, lambda body: texts.append(_extracted(pool, body))))
        assert sum(bool(text.result()) for text in texts) == PAGES
        return time.perf_counter() - start


def _extracted(pool: ProcessPoolExecutor, body: bytes) -> Future[str | None]:
    return pool.submit(trafilatura.extract, body)


async def _crawl_bare(address: str, take: Callable[[bytes], None]) -> None:
    class Bare(scrapy.Spider):
        name = "bare"

        async def start(self) -> AsyncIterator[Any]:
            for number in range(PAGES):
                yield scrapy.Request(f"{address}{number}", dont_filter=True)

        def parse(self, response: Any) -> None:
            take(response.body)

    runner = AsyncCrawlerRunner(
        {
            "TWISTED_REACTOR_ENABLED": False,
            "LOG_ENABLED": False,
            "CONCURRENT_REQUESTS": 32,
            "CONCURRENT_REQUESTS_PER_DOMAIN": 32,
            "TELNETCONSOLE_ENABLED": False,
            "REMOTE_CONTROL_ENABLED": False,
            "ROBOTSTXT_OBEY": False,
        }
    )
    await runner.crawl(Bare)
