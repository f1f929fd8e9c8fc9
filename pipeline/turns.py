"""Hosts in turns with other runs: a host is asked by one run at a time, on whatever machine.

What another run has fetched while this one waited for its hosts is this one's as well, so that no
URL is fetched twice by two runs side by side.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from contextlib import contextmanager, suppress
from datetime import timedelta
from threading import Event, Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING

from claims.errors import UnusableStore
from reports.wording import counted
from spiders.visits import host_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from pipeline.job import Job
    from storage.leases import Leases

    Done = Callable[[str], None]

_RENEWAL_SECONDS = 15.0
_RELEASE_SECONDS = 0.25
_POLL_SECONDS = 0.25
# A run that has just ended leaves its hosts alone for a moment; nobody need know.
_WAIT_TOLD_SECONDS = 2.0


class Turns:
    """The hosts that this run has for now; make one with `taking_turns`."""

    def __init__(
        self,
        leases: Leases,
        now: Callable[[], datetime],
        interval_at: Callable[[str], float],
    ) -> None:
        self._leases = leases
        self._now = now
        self._interval_at = interval_at
        self._open: Counter[str] = Counter()
        # Until when a host that is done with is to be left alone: the next run keeps its pace.
        self._over: dict[str, datetime] = {}
        self._lock = Lock()

    def take(self, urls: Sequence[str]) -> list[str]:
        """Those of the URLs whose hosts are this run's now, until each of them is done."""
        by_host: defaultdict[str, list[str]] = defaultdict(list)
        for url in urls:
            by_host[host_of(url)].append(url)
        with self._lock:
            mine = self._leases.take(by_host, self._now())
            for host in mine:
                self._open[host] += len(by_host[host])
        return [url for host, own in by_host.items() if host in mine for url in own]

    def done(self, url: str) -> None:
        """Note that a URL has its outcome; with its last one a host is let go."""
        host = host_of(url)
        with self._lock:
            self._open[host] -= 1
            if self._open[host] <= 0:
                del self._open[host]
                self._over[host] = self._free_at(host)

    def release(self) -> None:
        """Let go of the hosts that are done with."""
        with self._lock:
            over, self._over = self._over, {}
            if over:
                self._leases.release(over)

    def release_all(self) -> None:
        """Let go of every host."""
        with self._lock:
            over = self._over | {host: self._free_at(host) for host in self._open}
            self._open.clear()
            self._over = {}
            if over:
                self._leases.release(over)

    def renew(self) -> None:
        """Keep the hosts for another while."""
        with self._lock:
            if self._open:
                self._leases.renew(self._now())

    def _free_at(self, host: str) -> datetime:
        return self._now() + timedelta(seconds=self._interval_at(host))


@contextmanager
def taking_turns(
    leases: Leases, now: Callable[[], datetime], interval_at: Callable[[str], float]
) -> Iterator[Turns]:
    """Keep what is taken until it is done or the block ends, however long an answer takes.

    `interval_at` tells for how many seconds a host is left alone between two requests.
    """
    turns = Turns(leases, now, interval_at)
    is_over = Event()

    def keep() -> None:
        renewed_at = monotonic()
        while not is_over.wait(_RELEASE_SECONDS):
            # A database that is busy for long: the next round tries again, and what was not
            # renewed ends by itself.
            with suppress(UnusableStore):
                turns.release()
                if monotonic() - renewed_at >= _RENEWAL_SECONDS:
                    turns.renew()
                    renewed_at = monotonic()

    keeper = Thread(target=keep, name="citewatch-turns", daemon=True)
    keeper.start()
    try:
        yield turns
    finally:
        is_over.set()
        keeper.join()
        turns.release_all()


def by_turns(
    urls: Sequence[str], job: Job, late: list[str]
) -> Iterator[tuple[list[str], Done | None]]:
    """The URLs that may be asked now, until all were given; hosts of other runs are waited for.

    With them comes what is to be told of each URL that has its outcome, None where no run can be
    in the way. What could not be had before the deadline is added to `late`.
    """
    if job.replays or not job.store.leases.are_needed:
        yield list(urls), None
        return
    waiting = list(urls)
    with taking_turns(job.store.leases, job.now, job.config.interval_at) as turns:
        since, has_told = monotonic(), False
        while waiting:
            mine = turns.take(waiting)
            if mine:
                yield mine, turns.done
                taken = set(mine)
                waiting = [url for url in waiting if url not in taken]
                since, has_told = monotonic(), False
                continue
            if job.is_late():
                late += waiting
                return
            if not has_told and monotonic() - since > _WAIT_TOLD_SECONDS:
                hosts = {host_of(url) for url in waiting}
                job.tell(f"waiting for another run at {counted(len(hosts), 'host')}")
                has_told = True
            Event().wait(_POLL_SECONDS)
