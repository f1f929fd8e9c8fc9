"""A crawl as the tests want it: of this machine only, without waiting, results by path."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from ipaddress import ip_network
from typing import TYPE_CHECKING, Any

from spiders.crawl import CrawlSettings, Wanted, crawl
from spiders.network import NetworkExchange

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.values import Fetched, Missed
    from spiders.exchange import Exchange

LOOPBACK = (ip_network("127.0.0.0/8"),)
QUICK = CrawlSettings(
    allowed_networks=LOOPBACK,
    host_interval_seconds=0.0,
    host_concurrency=32,
    backoff_seconds=0.01,
    timeout_seconds=5.0,
)


def quick(**changes: Any) -> CrawlSettings:
    return replace(QUICK, **changes)


def utc_now() -> datetime:
    return datetime.now(UTC)


def crawled(
    urls: Iterable[str], settings: CrawlSettings = QUICK, exchange: Exchange | None = None
) -> list[Fetched | Missed]:
    results: list[Fetched | Missed] = []
    crawl(
        map(Wanted, urls),
        settings=settings,
        exchange=exchange or NetworkExchange(settings),
        on_result=results.append,
        now=utc_now,
    )
    return results
