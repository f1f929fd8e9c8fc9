"""Scrapy's download handler: hands each request to the crawl's exchange.

The exchange is found on the crawler, for what is in `Settings` is copied deeply.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from scrapy.crawler import Crawler
from scrapy.http import Response

if TYPE_CHECKING:
    from scrapy import Request

    from spiders.exchange import Answer, Exchange, Failed, Sent


class ExchangeCrawler(Crawler):
    """A crawler that carries the exchange for its download handler."""

    exchange: Exchange


class Answered(Response):
    """A Scrapy response that carries what the exchange gave, a failure as well.

    A failure is no exception here: it is as much a result as an answer is, and raised it
    would be logged with a traceback each.
    """

    result: Answer | Failed


class ExchangeHandler:
    """Asks the exchange; knows nothing about the network."""

    lazy = False

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange

    @classmethod
    def from_crawler(cls, crawler: ExchangeCrawler) -> Self:
        """Make the handler of a crawl, as Scrapy does."""
        return cls(crawler.exchange)

    async def download_request(self, request: Request) -> Answered:
        """Ask for `request.meta["sent"]`."""
        sent: Sent = request.meta["sent"]
        response = Answered(request.url)
        response.result = await self._exchange.fetch(sent)
        return response

    async def close(self) -> None:
        """Do nothing: whoever made the exchange closes it."""
