"""Scrapy with everything switched off that the spider does itself or nobody asked for.

The `*_BASE` lists are emptied and not overridden entry by entry, so that nothing which a
later version of Scrapy switches on by default comes in unseen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spiders.settings import CrawlSettings


def scrapy_settings(settings: CrawlSettings) -> dict[str, Any]:
    """Give the settings of Scrapy for a crawl without a reactor."""
    handler = "spiders.handler.ExchangeHandler"
    return {
        "TWISTED_REACTOR_ENABLED": False,
        "DOWNLOAD_HANDLERS": {"http": handler, "https": handler}
        | dict.fromkeys(("data", "file", "ftp", "s3")),
        "DOWNLOADER_MIDDLEWARES_BASE": {},
        "SPIDER_MIDDLEWARES_BASE": {},
        "EXTENSIONS_BASE": {},
        "TELNETCONSOLE_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False,
        # The agenda gives the pace; Scrapy must not hold back what it lets through, and it still
        # counts a request for a moment when the agenda has taken its turn back.
        "CONCURRENT_REQUESTS": 2 * max(settings.max_concurrency, 1),
        "CONCURRENT_REQUESTS_PER_DOMAIN": 2 * max(settings.max_concurrency, 1),
        "DOWNLOAD_DELAY": 0,
        # Nobody reads what Scrapy counts.
        "STATS_CLASS": "scrapy.statscollectors.DummyStatsCollector",
        "LOG_ENABLED": False,
    }
