"""Whose turn it is: what is still to be asked, at a pace that no host minds.

Holds everything that waits, so that Scrapy holds only what is under way: a host that is slow,
or wants to be left alone, then takes no place from another. Knows no clock: each call is told
the time, in seconds from any start.
"""

from __future__ import annotations

import heapq
from collections import deque
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from spiders.visits import Visit


@dataclass(frozen=True, slots=True)
class Pace:
    """How many requests may be under way, in all and to a host, and how far they start apart."""

    concurrency: int
    host_concurrency: int
    host_interval_seconds: float


@dataclass(frozen=True, slots=True)
class Wait:
    """Nobody's turn now; in so many seconds, or None if something must come back first."""

    seconds: float | None


@dataclass(slots=True)
class _Host:
    interval_seconds: float
    concurrency: int
    queue: deque[Visit] = field(default_factory=deque)
    under_way: int = 0
    not_before: float = 0.0
    is_listed: bool = False


class Agenda:
    """The visits that wait, and the turns that are taken."""

    def __init__(self, pace: Pace, pace_at: Callable[[str], Pace] | None = None) -> None:
        """Take the pace for all, and that for a host where hosts differ."""
        self._pace = pace
        self._pace_at = pace_at or (lambda _host: pace)
        self._hosts: dict[str, _Host] = {}
        self._under_way = 0
        self._waiting = 0
        self._order = count()
        # Hosts by the time of their next turn, and visits that wait for their own time.
        self._turns: list[tuple[float, int, str]] = []
        self._later: list[tuple[float, int, Visit]] = []

    @property
    def is_done(self) -> bool:
        """Whether nothing waits and nothing is under way."""
        return not (self._under_way or self._waiting)

    def add(self, visit: Visit, *, first: bool = False) -> None:
        """Let a visit wait for its host's turn; `first` before the others of the host."""
        self._waiting += 1
        host = self._host(visit.host)
        if first:
            host.queue.appendleft(visit)
        else:
            host.queue.append(visit)
        self._list(visit.host)

    def add_later(self, visit: Visit, *, at: float) -> None:
        """Let a visit wait for a time of its own."""
        self._waiting += 1
        heapq.heappush(self._later, (at, next(self._order), visit))

    def hold(self, host_name: str, *, until: float) -> None:
        """Leave a host alone until then."""
        host = self._host(host_name)
        host.not_before = max(host.not_before, until)

    def slow_down(self, host_name: str, *, interval_seconds: float) -> None:
        """Keep a longer interval to a host, if it asks for one."""
        host = self._host(host_name)
        if interval_seconds > host.interval_seconds:
            host.not_before += interval_seconds - host.interval_seconds
            host.interval_seconds = interval_seconds

    def take(self, now: float) -> Visit | Wait:
        """Take the next turn; the visit is under way until it is released."""
        while self._later and self._later[0][0] <= now:
            self._waiting -= 1
            self.add(heapq.heappop(self._later)[2])
        if self._under_way >= self._pace.concurrency:
            return Wait(None)
        while self._turns and self._turns[0][0] <= now:
            _, _, name = heapq.heappop(self._turns)
            host = self._hosts[name]
            host.is_listed = False
            if host.not_before > now:
                self._list(name)
            elif host.queue and host.under_way < host.concurrency:
                return self._start(name, host, now)
        waits = [heap[0][0] - now for heap in (self._turns, self._later) if heap]
        return Wait(min(waits) if waits else None)

    def release(self, host_name: str) -> None:
        """Give a turn back."""
        self._under_way -= 1
        self._hosts[host_name].under_way -= 1
        self._list(host_name)

    def refund(self, host_name: str) -> None:
        """Forget the interval that the host's last turn began."""
        host = self._hosts[host_name]
        host.not_before -= host.interval_seconds
        # Its entry among the turns may be for the later time.
        host.is_listed = False
        self._list(host_name)

    def _start(self, name: str, host: _Host, now: float) -> Visit:
        host.under_way += 1
        self._under_way += 1
        self._waiting -= 1
        host.not_before = now + host.interval_seconds
        visit = host.queue.popleft()
        self._list(name)
        return visit

    def _host(self, name: str) -> _Host:
        if name not in self._hosts:
            pace = self._pace_at(name)
            self._hosts[name] = _Host(pace.host_interval_seconds, pace.host_concurrency)
        return self._hosts[name]

    def _list(self, name: str) -> None:
        host = self._hosts[name]
        if host.queue and not host.is_listed and host.under_way < host.concurrency:
            host.is_listed = True
            heapq.heappush(self._turns, (host.not_before, next(self._order), name))
