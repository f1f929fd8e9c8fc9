"""A crawl from the first URL to the last outcome: what the rest of citewatch calls.

Runs Scrapy without a reactor on an event loop of its own, so that a process may crawl as
often as it likes, from any thread.
"""

from __future__ import annotations

import asyncio
import logging
import signal
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Thread, current_thread, main_thread
from typing import TYPE_CHECKING

from scrapy.crawler import AsyncCrawlerRunner

from claims.values import Origin, Outcome
from spiders.cited_pages import CitedPages
from spiders.exchange import Interruptible
from spiders.handler import ExchangeCrawler
from spiders.ledger import Ledger
from spiders.results import refused
from spiders.scrapy_settings import scrapy_settings
from spiders.settings import CrawlSettings
from spiders.visits import Visit
from spiders.wanted import Validators, Wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from claims.values import Fetched, Missed
    from spiders.exchange import Exchange

__all__ = ["CrawlSettings", "Validators", "Wanted", "crawl"]


def crawl(
    wanted: Iterable[Wanted],
    *,
    settings: CrawlSettings,
    exchange: Exchange,
    on_result: Callable[[Fetched | Missed], None],
    now: Callable[[], datetime],
) -> None:
    """Give every distinct URL its outcome, each to `on_result` as soon as it is final.

    `on_result` runs on the crawl's own loop, which waits for it. What it raises ends the
    crawl and is raised here. So does an interrupt, in well under a second, and the URLs
    without outcome are then not delivered; at the deadline they are, as `not_run`. The
    exchange is closed at the end and may be used for another crawl.
    """
    distinct = {one.url: one for one in wanted}
    if not distinct:
        return
    _keep_scrapy_quiet()
    recorded_at = exchange.recorded_at
    errand = _Errand(
        settings=settings,
        exchange=exchange,
        ledger=Ledger(distinct.values(), on_result=on_result),
        # In a replay all times are the archive's, so that a report never changes.
        now=now if recorded_at is None else lambda: recorded_at,
    )
    if _is_loop_running():
        _run_in_thread(errand)
    else:
        asyncio.run(_run(errand))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Errand:
    settings: CrawlSettings
    exchange: Exchange
    ledger: Ledger
    now: Callable[[], datetime]


async def _run(errand: _Errand) -> None:
    bug: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    line = Interruptible(errand.exchange)
    runner = AsyncCrawlerRunner(scrapy_settings(errand.settings))
    crawling = runner.crawl(
        _crawler(errand, line),
        ledger=errand.ledger,
        plan=errand.settings,
        recorded_at=errand.exchange.recorded_at,
        now=errand.now,
        on_bug=lambda error: None if bug.done() else bug.set_exception(error),
    )
    try:
        await asyncio.wait(
            {crawling, bug},
            timeout=errand.settings.deadline_seconds if line.recorded_at is None else None,
            return_when=asyncio.FIRST_COMPLETED,
        )
        _raise_bug(bug)
        if crawling.done():
            crawling.result()
        _reconcile(errand)
    finally:
        errand.ledger.close()
        line.hang_up()
        await runner.stop()
        await asyncio.wait({crawling})
        await line.close()


def _crawler(errand: _Errand, line: Interruptible) -> ExchangeCrawler:
    crawler = ExchangeCrawler(CitedPages, scrapy_settings(errand.settings))
    crawler.exchange = line
    return crawler


def _raise_bug(bug: asyncio.Future[None]) -> None:
    if bug.done():
        bug.result()


def _reconcile(errand: _Errand) -> None:
    """Give an outcome to the URLs that the end of the crawl has left without one."""
    is_live = errand.exchange.recorded_at is None
    for wanted in errand.ledger.open:
        errand.ledger.settle(
            refused(
                Outcome.NOT_RUN,
                "the crawl ended before this URL had its outcome",
                visit=Visit(wanted.url, wanted.url),
                at=errand.now(),
                origin=Origin.NETWORK if is_live else Origin.REPLAY,
            )
        )


def _is_loop_running() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def _run_in_thread(errand: _Errand) -> None:
    """Run where the calling thread's own loop is busy with the call."""
    raised: list[BaseException] = []
    loop = asyncio.new_event_loop()
    task = loop.create_task(_run(errand))

    def work() -> None:
        try:
            with asyncio.Runner(loop_factory=lambda: loop) as runner:
                runner.run(_wait_for(task))
        except BaseException as error:  # noqa: BLE001 -- raised in the calling thread
            raised.append(error)

    thread = Thread(target=work, name="citewatch-crawl")
    thread.start()
    try:
        with _raising_interrupts():
            thread.join()
    except KeyboardInterrupt:
        # It may have ended just now.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(task.cancel)
        thread.join()
        raise
    if raised:
        raise raised[0]


@contextmanager
def _raising_interrupts() -> Iterator[None]:
    """Have an interrupt raised: `asyncio.run` would note it for the loop, which is busy here."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        # None stands for a handler that was not set from Python.
        signal.signal(signal.SIGINT, signal.SIG_DFL if before is None else before)


async def _wait_for(task: asyncio.Task[None]) -> None:
    await task


def _keep_scrapy_quiet() -> None:
    """Keep Scrapy's log off stderr unless the application has set up logging."""
    log = logging.getLogger("scrapy")
    if log.level == logging.NOTSET:
        log.setLevel(logging.WARNING)
        log.addHandler(logging.NullHandler())
