"""The spider: carries out what the decider wants until every cited URL has its outcome.

It asks in the agenda's order, has each origin's robots.txt read before its first page, and
decides nothing itself.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from dataclasses import replace
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any, assert_never

from scrapy import Request, Spider

from claims.urls import InvalidUrl, canonical_url
from claims.values import Origin, Outcome
from spiders.agenda import Agenda, Pace, Wait
from spiders.exchange import Failed, Sent
from spiders.outcomes import Done, Follow, Retry, decide
from spiders.politeness import Permission, decide_on_robots
from spiders.request_headers import headers_for
from spiders.results import refused, result_of
from spiders.visits import Standing, Visit, robots_visit

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from datetime import datetime

    from spiders.exchange import Answer
    from spiders.ledger import Ledger
    from spiders.settings import CrawlSettings

_LOG = logging.getLogger(__name__)


class CitedPages(Spider):
    """Visits the URLs of a ledger.

    `on_bug` is told of an exception in here at once: Scrapy would log it and go on.
    """

    name = "cited_pages"

    def __init__(
        self,
        *,
        ledger: Ledger,
        plan: CrawlSettings,
        recorded_at: datetime | None,
        now: Callable[[], datetime],
        on_bug: Callable[[BaseException], None],
    ) -> None:
        super().__init__()
        self._ledger = ledger
        self._plan = plan
        self._is_live = recorded_at is None
        self._origin = Origin.NETWORK if recorded_at is None else Origin.REPLAY
        self._now = now
        self._on_bug = on_bug
        self._agenda = Agenda(self._pace_at(""), self._pace_at)
        self._news = asyncio.Event()
        self._under_way: set[asyncio.Task[None]] = set()
        self._permissions: dict[str, Permission] = {}
        self._without_permission: dict[str, list[Visit]] = {}

    async def start(self) -> AsyncIterator[Any]:
        """Make the requests, each when it is its turn, to the last redirect and retry.

        The agenda has put them in order, so they go to Scrapy's downloader and by no queue; none
        is left to yield.
        """
        try:
            self._enter_all()
            while not (self._agenda.is_done or self._ledger.is_closed):
                match self._agenda.take(monotonic()):
                    case Wait(seconds=seconds):
                        await self._wait(seconds)
                    case Visit() as visit:
                        if request := self._permitted(visit):
                            self._send(request)
        except Exception as error:  # noqa: BLE001 -- raised by the crawl, whatever it is
            self._on_bug(error)
        if self._under_way:
            await asyncio.wait(self._under_way)
        requests: tuple[Request, ...] = ()
        for request in requests:
            yield request

    def _send(self, request: Request) -> None:
        task = asyncio.create_task(self._sent(request))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _sent(self, request: Request) -> None:
        assert self.crawler.engine is not None
        try:
            await self.crawler.engine.download_async(request)
        except Exception as error:  # noqa: BLE001 -- raised by the crawl, whatever it is
            self._on_bug(error)

    def answered(self, visit: Visit, result: Answer | Failed) -> None:
        """Take in what came of a visit's request."""
        try:
            if visit.robots_of:
                self._take_in_robots(result, visit)
            else:
                self._take_in(result, visit)
            self._agenda.release(visit.host)
            self._news.set()
        except Exception as error:  # noqa: BLE001 -- raised by the crawl, whatever it is
            self._on_bug(error)

    def _pace_at(self, host: str) -> Pace:
        plan, own = self._plan, self._plan.at(host)
        interval = plan.host_interval_seconds
        if own.interval_seconds is not None:
            interval = own.interval_seconds
        # With less than one at a time it would never end.
        concurrency = max(own.concurrency or plan.host_concurrency, 1)
        return Pace(max(plan.max_concurrency, 1), concurrency, interval if self._is_live else 0.0)

    def _enter_all(self) -> None:
        for wanted in self._ledger.open:
            visit = Visit(
                wanted.url, wanted.url, validators=wanted.validators, headers=wanted.headers
            )
            match canonical_url(wanted.url):
                case InvalidUrl(outcome=outcome, reason=reason):
                    self._refuse(visit, outcome, reason, self._now())
                case location:
                    self._agenda.add(replace(visit, location=location))

    async def _wait(self, seconds: float | None) -> None:
        self._news.clear()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._news.wait(), seconds)

    def _permitted(self, visit: Visit) -> Request | None:
        """Give the request for a visit, or for the rules that say whether it may be made."""
        if visit.robots_of or not self._plan.obey_robots:
            return self._request(visit)
        permission = self._permissions.get(visit.origin)
        if permission is None:
            return self._asking_for_permission(visit)
        reason = permission.reason_against(visit.location, user_agent=self._plan.user_agent)
        if not reason:
            return self._request(visit)
        if visit.compared_with is not None:
            self._settle(visit.compared_with, visit.compared_with.done)
        else:
            self._refuse(visit, Outcome.ROBOTS_DISALLOWED, reason, permission.at)
        self._hand_back_turn(visit)
        return None

    def _asking_for_permission(self, visit: Visit) -> Request | None:
        waiting = self._without_permission.setdefault(visit.origin, [])
        waiting.append(visit)
        if len(waiting) == 1:
            # The rules take the visit's turn.
            return self._request(robots_visit(visit.origin))
        self._hand_back_turn(visit)
        return None

    def _hand_back_turn(self, visit: Visit) -> None:
        self._agenda.refund(visit.host)
        self._agenda.release(visit.host)

    def _request(self, visit: Visit) -> Request:
        headers = headers_for(visit, self._plan)
        sent = Sent(visit.location, headers, self._now(), visit.cited, visit.in_browser)
        return Request(
            visit.location,
            meta={
                "sent": sent,
                "answered": partial(self.answered, visit),
                "verbatim_url": True,
            },
        )

    def _take_in(self, result: Answer | Failed, visit: Visit) -> None:
        match decide(result, visit=visit, settings=self._plan):
            case Follow() | Retry() as onward:
                self._go_on(onward)
            case Done() as done:
                standing = visit.compared_with or Standing(visit, result, done)
                self._settle(standing, done)
            case unknown:
                assert_never(unknown)

    def _settle(self, standing: Standing, done: Done) -> None:
        self._ledger.settle(
            result_of(done, visit=standing.visit, result=standing.answer, origin=self._origin)
        )

    def _take_in_robots(self, result: Answer | Failed, visit: Visit) -> None:
        match decide_on_robots(result, visit=visit, settings=self._plan):
            case Follow() | Retry() as onward:
                self._go_on(onward)
            case Permission() as permission:
                if isinstance(result, Failed):
                    _LOG.debug("%s was not read: %s", visit.url, result.reason)
                self._permit(visit, permission)
            case unknown:
                assert_never(unknown)

    def _permit(self, visit: Visit, permission: Permission) -> None:
        self._permissions[visit.robots_of] = permission
        waiting = self._without_permission.pop(visit.robots_of)
        host = waiting[0].host
        # The rules are no page: the host's interval counts from the first page.
        if host == visit.host:
            self._agenda.refund(host)
        if self._is_live:
            self._agenda.slow_down(host, interval_seconds=permission.delay_seconds)
        for held in reversed(waiting):
            self._agenda.add(held, first=True)

    def _go_on(self, onward: Follow | Retry) -> None:
        match onward:
            case Follow(visit=visit):
                self._agenda.add(visit, first=True)
            case Retry(visit=visit, after_seconds=after, whole_host=whole_host):
                at = monotonic() + (after if self._is_live else 0.0)
                if whole_host:
                    self._agenda.hold(visit.host, until=at)
                self._agenda.add_later(visit, at=at)
            case _:
                assert_never(onward)

    def _refuse(self, visit: Visit, outcome: Outcome, reason: str, at: datetime) -> None:
        self._ledger.settle(refused(outcome, reason, visit=visit, at=at, origin=self._origin))
