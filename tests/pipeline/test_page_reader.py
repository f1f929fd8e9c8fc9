"""Bodies are read in processes of their own; none of them can stop a run."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from threading import Lock
from time import monotonic, sleep
from typing import TYPE_CHECKING

import pytest

from claims.values import Outcome, Page, Unreadable
from pipeline.page_reader import PageReader, ReadingLimits
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

GOOD = (
    b"<html lang=en><title>Survey</title><body><p>The survey asked 1,200 people.</p></body></html>"
)
# Takes seconds to read, and hundreds of megabytes.
HEAVY = b"<html><body>" + b"<p>One of <b>many</b> in 2024.</p>" * 400_000


def all_read(reader: PageReader) -> dict[str, Page | Unreadable]:
    collected: dict[str, Page | Unreadable] = {}
    while reader.is_busy:
        collected |= reader.collect(wait_for_one=True)
    return collected


def wait_until(is_so: Callable[[], bool]) -> None:
    give_up_at = monotonic() + 20
    while not is_so():
        assert monotonic() < give_up_at
        sleep(0.01)


def test_bodies_are_read_beside_each_other_and_collected_by_their_keys() -> None:
    with closing(PageReader(workers=2)) as reader:
        for key in "abcde":
            reader.start(key, GOOD.replace(b"Survey", key.encode()), "text/html")
        pages = all_read(reader)

    assert {key: page.title for key, page in pages.items() if isinstance(page, Page)} == {
        key: key for key in "abcde"
    }
    assert reader.knows("c")
    assert reader.collect() == {}


def test_a_body_is_read_once() -> None:
    with closing(PageReader(workers=1)) as reader:
        reader.start("a", GOOD, "text/html")
        reader.start("a", b"something else", "text/plain")
        page = all_read(reader)["a"]
        reader.start("a", b"something else", "text/plain")
        assert not reader.is_busy

    assert isinstance(page, Page)
    assert page.title == "Survey"


def test_only_a_few_bodies_are_held_at_once() -> None:
    with closing(PageReader(workers=1)) as reader:
        started = 0
        while reader.has_room:
            reader.start(str(started), GOOD, "text/html")
            started += 1
        assert 1 < started < 10
        all_read(reader)
        assert reader.has_room


def test_a_body_that_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    with closing(PageReader(ReadingLimits(seconds=0.5), workers=1)) as reader:
        reader.start("heavy", HEAVY, "text/html")
        reader.start("good", GOOD, "text/html")
        collected = all_read(reader)

        given_up = reader.why_not("heavy")
    assert list(collected) == ["good"]
    assert given_up == Unreadable(Outcome.TOO_LARGE, "reading it takes more than 0.5 s")


def test_a_body_that_takes_too_much_memory_is_given_up_and_the_next_is_read() -> None:
    with closing(PageReader(ReadingLimits(memory_bytes=100 * 2**20), workers=1)) as reader:
        reader.start("heavy", HEAVY, "text/html")
        reader.start("good", GOOD, "text/html")
        collected = all_read(reader)
        good = collected["good"]
        # A parser may notice for itself.
        given_up = reader.why_not("heavy") or collected["heavy"]
    assert isinstance(given_up, Unreadable)
    assert given_up.outcome in {Outcome.TOO_LARGE, Outcome.UNDECODABLE}
    assert isinstance(good, Page)


def test_a_process_that_dies_takes_only_its_body_along() -> None:
    with closing(PageReader(workers=1)) as reader:
        reader.start("heavy", HEAVY, "text/html")
        assert reader._pool is not None
        workers = reader._pool._pool_manager.worker_manager.workers
        wait_until(lambda: bool(workers))
        sleep(0.5)
        for process in workers:
            os.kill(process, signal.SIGKILL)
        reader.start("good", GOOD, "text/html")
        good = all_read(reader)["good"]

        assert reader.why_not("heavy") == Unreadable(
            Outcome.UNDECODABLE, "reading it ends the process that reads it"
        )
        assert isinstance(good, Page)


def test_closing_does_not_wait_for_what_is_being_read() -> None:
    reader = PageReader(workers=1)
    reader.start("heavy", HEAVY, "text/html")
    assert reader._pool is not None
    workers = reader._pool._pool_manager.worker_manager.workers
    wait_until(lambda: bool(workers))
    processes = list(workers)

    reader.close()

    assert not reader.is_busy
    wait_until(lambda: not any(Path(f"/proc/{process}").exists() for process in processes))


@pytest.mark.parametrize("way", ["script", "stdin", "module"])
def test_a_program_that_reads_pages_is_not_run_again_in_the_processes(
    tmp_path: Path, way: str
) -> None:
    program = (
        "from pipeline.page_reader import PageReader\n"
        "print('run')\n"
        "reader = PageReader(workers=1)\n"
        f"reader.start('a', {GOOD!r}, 'text/html')\n"
        "[page] = reader.collect(wait_for_one=True).values()\n"
        "reader.close()\n"
        "print(page.title)\n"
    )
    (tmp_path / "program.py").write_text(program)
    arguments = {"script": ["program.py"], "stdin": ["-"], "module": ["-m", "program"]}[way]
    ran = subprocess.run(
        [sys.executable, *arguments],
        input=program,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{tmp_path}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (ran.stdout, ran.stderr) == ("run\nSurvey\n", "")


def test_a_wake_up_that_gets_lost_holds_nothing_up() -> None:
    """As after a signal that raised between waking the scheduler and forgetting its waiter."""
    reader = PageReader(workers=1)
    reader.start("good", GOOD, "text/html")
    assert isinstance(all_read(reader)["good"], Page)
    pool = reader._pool  # nobody else can be made to lose a wake-up
    assert pool is not None
    gone = Lock()
    gone.acquire()
    waiting = pool._context.task_queue.not_empty
    with waiting:
        waiting._waiters.appendleft(gone)  # type: ignore[attr-defined]
    workers = multiprocessing.active_children()
    started = monotonic()
    reader.close()
    assert monotonic() - started < 15
    assert not any(one.is_alive() for one in workers)
