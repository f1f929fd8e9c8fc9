"""Scrapy's download handler: hands each request to the crawl's exchange.

The exchange is found on the crawler, for what is in `Settings` is copied deeply.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from scrapy.crawler import Crawler
from scrapy.http import Response

if TYPE_CHECKING:
    from collections.abc import Callable

    from scrapy import Request

    from spiders.exchange import Answer, Exchange, Failed, Sent


class ExchangeCrawler(Crawler):
    """A crawler that carries the exchange for its download handler."""

    exchange: Exchange


class ExchangeHandler:
    """Asks the exchange; knows nothing about the network."""

    lazy = False

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange

    @classmethod
    def from_crawler(cls, crawler: ExchangeCrawler) -> Self:
        """Make the handler of a crawl, as Scrapy does."""
        return cls(crawler.exchange)

    async def download_request(self, request: Request) -> Response:
        """Ask for `request.meta["sent"]` and hand what came of it to `request.meta["answered"]`.

        At once, and not by way of Scrapy's queue to the callback: whatever has been fetched by the
        time the process is killed shall have been kept.
        """
        sent: Sent = request.meta["sent"]
        answered: Callable[[Answer | Failed], None] = request.meta["answered"]
        answered(await self._exchange.fetch(sent))
        return Response(request.url)

    async def close(self) -> None:
        """Do nothing: whoever made the exchange closes it."""
