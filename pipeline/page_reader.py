"""Bodies to pages in processes of their own: a page that poisons its reader ends nothing else.

Parsers meet hostile input. Each body has a time and a memory limit, and whatever it does to the
process that reads it, the run gets a value and goes on.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import sys
from concurrent.futures import FIRST_COMPLETED, wait
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING

from pebble import ProcessExpired, ProcessPool

from claims.pages import read_page
from claims.values import Outcome, Unreadable

if TYPE_CHECKING:
    from concurrent.futures import Future
    from multiprocessing.context import BaseContext

    from claims.values import Page

# A worker that has one body and one waiting is never idle; more would only hold memory.
_AHEAD = 3
# Bodies fragment the memory of a parser written in C.
_BODIES_A_PROCESS = 2000
# Seconds that the pool may take to end; it takes a tenth of one.
_LONGEST_END = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingLimits:
    """What one body may take: seconds of time, and bytes of memory beyond the reader's own."""

    seconds: float = 20.0
    memory_bytes: int = 2**30


@dataclass(frozen=True, slots=True)
class _BeyondLimits:
    """That a body went beyond its limits, or broke its process; on another day it may not."""

    why: Unreadable


def _too_large(what_it_takes: str) -> _BeyondLimits:
    # It can be decoded, only not within what one page may take.
    return _BeyondLimits(Unreadable(Outcome.TOO_LARGE, f"reading it takes {what_it_takes}"))


class PageReader:
    """Reads bodies beside the run, as many at once as there are processors.

    The processes start with the first body, or to be ready for it with `warm_up`.
    """

    def __init__(self, limits: ReadingLimits | None = None, *, workers: int | None = None) -> None:
        self._limits = limits or ReadingLimits()
        self._workers = workers or processors()
        self._pool: ProcessPool | None = None
        self._pending: dict[Future[Page | Unreadable], str] = {}
        self._read: set[str] = set()
        self._given_up: dict[str, Unreadable] = {}

    @property
    def has_room(self) -> bool:
        """Whether another body may be started without one being held in memory for long."""
        return len(self._pending) < _AHEAD * self._workers

    @property
    def is_busy(self) -> bool:
        """Whether a body is being read."""
        return bool(self._pending)

    def warm_up(self) -> None:
        """Start the processes, so that they are ready when the first body comes; does not wait."""
        self._pool = self._pool or self._opened()
        self._pool.schedule(_nothing)

    def knows(self, key: str) -> bool:
        """Whether the body of that key has been read, or is being read."""
        return key in self._read or key in self._given_up or key in self._pending.values()

    def why_not(self, key: str) -> Unreadable | None:
        """Why a body could not be read within its limits, None where it could."""
        return self._given_up.get(key)

    def start(self, key: str, body: bytes, content_type: str) -> None:
        """Have a body read unless it is known; does not wait."""
        if self.knows(key):
            return
        self._pool = self._pool or self._opened()
        future = self._pool.schedule(read_page, (body, content_type), timeout=self._limits.seconds)
        self._pending[future] = key

    def collect(self, *, wait_for_one: bool = False) -> dict[str, Page | Unreadable]:
        """Give what has been read since the last time, by key, and hold it no longer.

        Not what went beyond its limits: on another day it may not.
        """
        if wait_for_one and self._pending:
            wait(self._pending, return_when=FIRST_COMPLETED)
        collected: dict[str, Page | Unreadable] = {}
        for future in [one for one in self._pending if one.done()]:
            key = self._pending.pop(future)
            match self._outcome_of(future):
                case _BeyondLimits(why):
                    self._given_up[key] = why
                case page:
                    self._read.add(key)
                    collected[key] = page
        return collected

    def close(self) -> None:
        """End the processes, whatever they are at."""
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.stop()  # type: ignore[no-untyped-call]
            # A signal that raises while a body is queued may leave a waiter behind that takes the
            # one wake-up of `join` for itself. By then the processes have ended, and the threads
            # that remain are daemons.
            joining = Thread(target=pool.join, daemon=True)
            joining.start()
            joining.join(_LONGEST_END)
        self._pending.clear()

    def _outcome_of(self, future: Future[Page | Unreadable]) -> Page | Unreadable | _BeyondLimits:
        limits = self._limits
        try:
            return future.result()
        except TimeoutError:
            return _too_large(f"more than {limits.seconds:g} s")
        except MemoryError:
            return _too_large(f"more than {limits.memory_bytes >> 20} MiB of memory")
        except ProcessExpired:
            reason = "reading it ends the process that reads it"
            return _BeyondLimits(Unreadable(Outcome.UNDECODABLE, reason))

    def _opened(self) -> ProcessPool:
        return ProcessPool(
            max_workers=self._workers,
            max_tasks=_BODIES_A_PROCESS,
            initializer=_prepare,
            initargs=(self._limits.memory_bytes,),
            context=_context(),
        )


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _context() -> BaseContext:
    """Processes that copy none of this one's threads, locks and open sockets."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    from pipeline.forkserver import Context  # noqa: PLC0415  # it is not there on every platform

    context = Context()
    # Imported once and not by each process.
    context.set_forkserver_preload(
        ["pipeline.reader_process", "claims.pages", "trafilatura.metadata", "htmldate"]
    )
    return context


def _nothing() -> None:
    """What a process does to be there."""


def _prepare(memory_bytes: int) -> None:
    """Set up a process that reads; the user's Ctrl-C is for the run, which then ends this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a parser logs about a page is no news to the user.
    logging.disable(logging.CRITICAL)
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  # not on every platform

        soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
        del soft
        resource.setrlimit(resource.RLIMIT_DATA, (memory_bytes, hard))
