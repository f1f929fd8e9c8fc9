"""A crawl: URLs in, exactly one `Fetched` or `Missed` for each, delivered as it becomes known."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from scrapy.crawler import AsyncCrawlerRunner

from claims.values import Fetched, Missed, Outcome
from spiders.cited_pages import CitedPagesSpider

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from spiders.address_guard import Network
    from spiders.exchange import Exchange

DEFAULT_USER_AGENT = "citewatch (checks the citations of documents)"

# The last resort of a crawl past its deadline: what is still in flight is let go of.
_GRACE_SECONDS = 1.0

# Scrapy logs what we report as values; without any handler Python would print its warnings.
logging.getLogger("scrapy").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlSettings:
    """How to crawl; sizes in bytes, times in seconds."""

    user_agent: str = DEFAULT_USER_AGENT
    timeout_seconds: float = 20.0
    max_retries: int = 2
    max_redirects: int = 10
    max_body_bytes: int = 20 * 2**20
    max_concurrency: int = 32
    host_concurrency: int = 2
    host_interval_seconds: float = 0.5
    retry_after_cap_seconds: float = 30.0
    backoff_seconds: float = 1.0
    deadline_seconds: float | None = None
    obey_robots: bool = True
    allowed_networks: tuple[Network, ...] = ()
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)


class Live:
    """What the parts of one crawl share while it runs."""

    def __init__(
        self,
        urls: tuple[str, ...],
        settings: CrawlSettings,
        exchange: Exchange,
        on_result: Callable[[Fetched | Missed], None],
        now: Callable[[], datetime],
    ) -> None:
        self.urls = urls
        self.settings = settings
        self.exchange = exchange
        self.now = now
        self.crash: Exception | None = None
        self.delivered: set[str] = set()
        self._on_result = on_result
        self._started = time.monotonic()

    def seconds_left(self) -> float:
        """Until the deadline; without one, for ever."""
        if self.settings.deadline_seconds is None:
            return float("inf")
        return self.settings.deadline_seconds - (time.monotonic() - self._started)

    def deliver(self, result: Fetched | Missed) -> None:
        """Hand a URL's one result to the caller."""
        self.delivered.add(result.url)
        self._on_result(result)


def crawl(
    urls: Iterable[str],
    *,
    settings: CrawlSettings,
    exchange: Exchange,
    on_result: Callable[[Fetched | Missed], None],
    now: Callable[[], datetime],
) -> None:
    """Fetch every distinct URL and call `on_result` with what came of it, as soon as it is final.

    Blocks until all is done. Raises what `on_result` raises, after closing down. On Ctrl-C the
    results so far have been delivered, and KeyboardInterrupt goes on to the caller.
    """
    live = Live(tuple(dict.fromkeys(urls)), settings, exchange, on_result, now)
    if _is_in_loop():
        _run_in_thread(live)
    else:
        asyncio.run(_crawl(live))
    if live.crash is not None:
        raise live.crash


async def _crawl(live: Live) -> None:
    runner = AsyncCrawlerRunner(_scrapy_settings(live))
    crawler: Any = runner.create_crawler(CitedPagesSpider)
    crawler.citewatch = live
    task = asyncio.ensure_future(runner.crawl(crawler, live=live))
    left = live.seconds_left()
    grace = None if left == float("inf") else left + _GRACE_SECONDS
    try:
        done, _ = await asyncio.wait({task}, timeout=grace)
        if done:
            await task
    finally:
        task.cancel()
        await live.exchange.close()
    if live.crash is None:
        _reconcile(live)


def _reconcile(live: Live) -> None:
    """No URL is lost: what has no outcome by now did not run."""
    for url in live.urls:
        if url not in live.delivered:
            live.deliver(
                Missed(
                    url=url,
                    final_url=url,
                    outcome=Outcome.NOT_RUN,
                    reason="the run's deadline came first",
                    http_status=None,
                    redirects=(),
                    fetched_at=live.now(),
                    origin=live.exchange.origin,
                )
            )


def _scrapy_settings(live: Live) -> dict[str, Any]:
    settings = live.settings
    handler = "spiders.handler.ExchangeHandler"
    return {
        "TWISTED_REACTOR_ENABLED": False,
        "LOG_ENABLED": False,
        # Redirects, retries, robots.txt, cookies and decompression are ours; so is their absence.
        "DOWNLOADER_MIDDLEWARES_BASE": {},
        "SPIDER_MIDDLEWARES_BASE": {},
        "EXTENSIONS_BASE": {},
        "ITEM_PIPELINES_BASE": {},
        "DOWNLOAD_HANDLERS_BASE": {},
        "DOWNLOAD_HANDLERS": {"http": handler, "https": handler},
        "TELNETCONSOLE_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False,
        "CONCURRENT_REQUESTS": settings.max_concurrency,
        "CONCURRENT_REQUESTS_PER_DOMAIN": (
            settings.max_concurrency if live.exchange.is_instant else settings.host_concurrency
        ),
        "DOWNLOAD_DELAY": 0 if live.exchange.is_instant else settings.host_interval_seconds,
        "RANDOMIZE_DOWNLOAD_DELAY": False,
    }


def _is_in_loop() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def _run_in_thread(live: Live) -> None:
    """Where the caller has a loop of its own (a notebook, an async flow), crawl beside it."""
    crashes: list[BaseException] = []

    def run() -> None:
        try:
            asyncio.run(_crawl(live))
        except BaseException as error:  # noqa: BLE001  # handed over to the caller's thread
            crashes.append(error)

    thread = threading.Thread(target=run, name="crawl")
    thread.start()
    thread.join()
    if crashes:
        raise crashes[0]
