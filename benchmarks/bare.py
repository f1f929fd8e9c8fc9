"""A bare downloader that feeds a bare extractor: `bare.py ADDRESS PAGES PROCESSES`.

A peer, run by the Python of the peers: Scrapy without its scheduler's guards, trafilatura in as
many processes as there are processors. Prints the seconds, the processes having started.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import sys
import time
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TYPE_CHECKING, Any

import scrapy
import trafilatura
from scrapy.crawler import AsyncCrawlerRunner

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable


def main(address: str, pages: int, processes: int) -> None:
    """Fetch and read the pages, and print how long it took."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["trafilatura"])
    with ProcessPoolExecutor(processes, mp_context=context) as pool:
        for started in [pool.submit(trafilatura.extract, "<p>x</p>") for _ in range(4)]:
            started.result()
        texts: list[Future[str | None]] = []
        start = time.perf_counter()
        asyncio.run(
            _crawl(
                address, pages, lambda body: texts.append(pool.submit(trafilatura.extract, body))
            )
        )
        if sum(bool(text.result()) for text in texts) != pages:
            raise SystemExit("some pages gave no text")
        print(time.perf_counter() - start)


async def _crawl(address: str, pages: int, take: Callable[[bytes], None]) -> None:
    class Bare(scrapy.Spider):
        name = "bare"

        async def start(self) -> AsyncIterator[Any]:
            for number in range(pages):
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


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
