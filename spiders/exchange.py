"""One question to a server and what came of it: the transport that Scrapy is run over.

An exchange follows no redirect, tries nothing twice and decides nothing. Whatever goes wrong
between us and the server is a `Failed`; an exception means that we have a bug.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from claims.values import Outcome

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Sent:
    """A GET request; `at` is the time of the observation, whatever it takes to arrive.

    `purpose` is the cited URL or robots.txt that it is made for, in canonical spelling. In a
    browser the answer is the page as its scripts have made it.
    """

    url: str
    headers: tuple[tuple[str, str], ...]
    at: datetime
    purpose: str
    in_browser: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said: headers in ASCII, body decoded and complete, `at` when it was asked."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    at: datetime

    def header(self, name: str) -> str:
        """Give the first value of a header, "" if it is not there; `name` in lower case."""
        return next((value for key, value in self.headers if key.lower() == name), "")

    def header_values(self, name: str) -> tuple[str, ...]:
        """Give all values of a header that may be repeated; `name` in lower case."""
        return tuple(value for key, value in self.headers if key.lower() == name)


@dataclass(frozen=True, slots=True)
class Failed:
    """No complete answer, and the outcome that this is."""

    outcome: Outcome
    reason: str
    at: datetime


class Exchange(Protocol):
    """A way to have a request answered.

    `recorded_at` is the time that an archive speaks for, None where the network is asked.
    With a recorded time nothing waits: the crawl has no intervals, back-offs and deadline.
    """

    @property
    def recorded_at(self) -> datetime | None:
        """The time of the archive, None for the network."""
        ...

    async def fetch(self, sent: Sent) -> Answer | Failed:
        """Ask once; raises only for what the user has to mend, or a bug."""
        ...

    async def close(self) -> None:
        """End; another request begins anew."""
        ...


class Interruptible:
    """An exchange that can hang up: what is under way and what is asked later ends at once."""

    def __init__(self, inner: Exchange) -> None:
        self._inner = inner
        self._under_way: set[asyncio.Task[Answer | Failed]] = set()
        self._hung_up: set[asyncio.Task[Answer | Failed]] = set()
        self._is_over = False

    @property
    def recorded_at(self) -> datetime | None:
        """The time that the inner exchange speaks for."""
        return self._inner.recorded_at

    async def fetch(self, sent: Sent) -> Answer | Failed:
        """Ask the inner exchange unless it is over."""
        if self._is_over:
            return _not_run(sent)
        task = asyncio.ensure_future(self._inner.fetch(sent))
        self._under_way.add(task)
        try:
            return await task
        except asyncio.CancelledError:
            if task in self._hung_up:
                return _not_run(sent)
            raise
        finally:
            self._under_way.discard(task)

    def hang_up(self) -> None:
        """End it now; may be called again."""
        self._is_over = True
        self._hung_up |= self._under_way
        for task in self._under_way:
            task.cancel()

    async def close(self) -> None:
        """Close the inner exchange."""
        await self._inner.close()


def _not_run(sent: Sent) -> Failed:
    return Failed(Outcome.NOT_RUN, "the crawl ended first", sent.at)
