"""The spider: carries out what `outcomes.decide` decides, one result for every URL."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from scrapy import Request, Spider
from scrapy.exceptions import CloseSpider

from claims.urls import InvalidUrl, canonical_url
from claims.values import Fetched, Missed, Outcome, OutcomeClass
from spiders.exchange import Answer, Failure
from spiders.outcomes import Done, Follow, Retry, Visit, decide
from spiders.robots import Rules, read_rules, robots_url

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from scrapy.http import Response

    from spiders.crawl import Live

_MOST_ROBOTS_REDIRECTS = 5
_ROBOTS_PRIORITY = 10


class CitedPagesSpider(Spider):
    """Asks for every URL of the crawl, and first for the robots.txt of its host."""

    name = "cited_pages"

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self._rules: dict[str, Rules] = {}
        self._waiting: dict[str, list[Visit]] = {}

    async def start(self) -> AsyncIterator[Request]:
        """The first requests; a URL that is none is done at once."""
        for url in self._live.urls:
            canonical = canonical_url(url)
            if isinstance(canonical, InvalidUrl):
                self._done(
                    Visit(url, url), None, Done(canonical.outcome, f"the URL {canonical.reason}")
                )
                continue
            for request in self._ask(Visit(url, canonical)):
                yield request

    # -- pages

    def _ask(self, visit: Visit) -> Iterator[Request]:
        """The request for a visit's target, or first the one for the rules of its host."""
        if not self._live.settings.obey_robots:
            yield self._page_request(visit)
            return
        where = robots_url(visit.target)
        if where in self._waiting:
            self._waiting[where].append(visit)
        elif where not in self._rules:
            self._waiting[where] = [visit]
            yield self._request(where, self._on_robots, where=where, hops=0)
        elif self._rules[where].allows(visit.target):
            yield self._page_request(visit)
        else:
            self._done(
                visit,
                None,
                Done(Outcome.ROBOTS_DISALLOWED, f"{where} asks robots to stay away from it"),
            )

    def _page_request(self, visit: Visit) -> Request:
        return self._request(visit.target, self._on_page, visit=visit)

    async def _on_page(self, response: Response, visit: Visit) -> AsyncIterator[Request]:
        found: Answer | Failure = response.meta["found"]
        match decide(visit, found, self._live.settings):
            case Follow(following):
                for request in self._ask(following):
                    yield request
            case Retry(again, after_seconds):
                if await self._wait(after_seconds):
                    yield self._page_request(again)
                else:
                    self._done(visit, found, _given_up(found))
            case Done() as done:
                self._done(visit, found, done)

    async def _wait(self, seconds: float) -> bool:
        """Sleep, holding no place in the downloader; False if the deadline comes first."""
        if self._live.exchange.is_instant:
            return True
        if seconds >= self._live.seconds_left():
            return False
        await asyncio.sleep(seconds)
        return True

    def _done(self, visit: Visit, found: Answer | Failure | None, done: Done) -> None:
        status = found.status if isinstance(found, Answer) else None
        at = found.at if found else self._live.now()
        origin = self._live.exchange.origin
        if done.outcome.outcome_class is OutcomeClass.OK:
            assert isinstance(found, Answer)
            self._deliver(
                Fetched(
                    url=visit.url,
                    final_url=visit.target,
                    outcome=done.outcome,
                    http_status=found.status,
                    redirects=visit.hops,
                    headers=found.headers,
                    content_type=found.header("Content-Type"),
                    body=found.body,
                    fetched_at=at,
                    origin=origin,
                )
            )
            return
        self._deliver(
            Missed(
                url=visit.url,
                final_url=visit.target,
                outcome=done.outcome,
                reason=done.reason,
                http_status=status,
                redirects=visit.hops,
                fetched_at=at,
                origin=origin,
                retry_at=done.retry_at,
            )
        )

    def _deliver(self, result: Fetched | Missed) -> None:
        try:
            self._live.deliver(result)
        except Exception as error:
            # Scrapy would log it and go on without; the crawl is to end with it.
            self._live.crash = error
            raise CloseSpider("the caller failed") from error

    # -- robots.txt

    async def _on_robots(self, response: Response, where: str, hops: int) -> AsyncIterator[Request]:
        found: Answer | Failure = response.meta["found"]
        if isinstance(found, Answer) and 300 <= found.status < 400 and hops < _MOST_ROBOTS_REDIRECTS:  # noqa: PLR2004
            target = canonical_url(urljoin(found.url, found.header("Location") or "\0"))
            if not isinstance(target, InvalidUrl):
                yield self._request(target, self._on_robots, where=where, hops=hops + 1)
                return
        rules = read_rules(found, self._live.settings.user_agent)
        self._rules[where] = rules
        self._slow_down(where, rules)
        for visit in self._waiting.pop(where):
            for request in self._ask(visit):
                yield request

    def _slow_down(self, where: str, rules: Rules) -> None:
        if self._live.exchange.is_instant or not rules.delay_seconds:
            return
        slots = self.crawler.engine.downloader.slots  # type: ignore[union-attr]
        slot = slots.get(urlsplit(where).hostname or "")
        if slot is not None:
            slot.delay = max(slot.delay, rules.delay_seconds)

    # -- requests

    def _request(self, target: str, callback: Any, **keywords: Any) -> Request:
        # The duplicate filter would drop a URL that two documents' redirects lead to.
        priority = _ROBOTS_PRIORITY if callback == self._on_robots else 0
        return Request(
            target,
            callback=callback,
            cb_kwargs=keywords,
            dont_filter=True,
            priority=priority,
            meta={"target": target},
        )


def _given_up(found: Answer | Failure) -> Done:
    if isinstance(found, Failure):
        return Done(Outcome.NOT_RUN, f"the run's deadline came before another try; {found.reason}")
    return Done(
        Outcome.NOT_RUN, f"the run's deadline came before another try; status {found.status}"
    )
