"""Scrapy's download handler that asks the crawl's exchange and keeps its deadline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from scrapy.http import Response

from spiders.exchange import Answer, Failure, Fault

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler

    from spiders.crawl import Live


class ExchangeHandler:
    """Puts what came of a request, answer or failure, into `response.meta["found"]`.

    A failure is an answer of a kind: were it raised, Scrapy would log it and lose its reason.
    """

    lazy = False

    def __init__(self, live: Live) -> None:
        self._live = live

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Find the live objects on the crawler; settings are deep-copied and cannot hold them."""
        live: Any = crawler
        return cls(live.citewatch)

    async def download_request(self, request: Request) -> Response:
        """Ask once for the request's URL."""
        target = request.meta["target"]
        left = self._live.seconds_left()
        if left <= 0:
            found: Answer | Failure = Failure(
                target, Fault.NOT_RUN, "the run's deadline came first", self._live.now()
            )
        else:
            timeout = min(self._live.settings.timeout_seconds, left)
            found = await self._live.exchange.fetch(target, timeout_seconds=timeout)
        request.meta["found"] = found
        return Response(request.url, request=request)

    async def close(self) -> None:
        """Let go of the exchange's connections."""
        await self._live.exchange.close()
