"""Hosts are one run's at a time, and nobody's once it is over or dead."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from storage.leases import LEASE
from storage.store import open_store
from tests.reports.makers import a_report
from tests.storage.makers import keep_report

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
SOON = NOW + timedelta(seconds=1)


def test_a_host_is_one_runs_at_a_time(database_url: str) -> None:
    with closing(open_store(database_url)) as one, closing(open_store(database_url)) as other:
        assert one.leases.take({"a", "b"}, NOW) == {"a", "b"}
        assert other.leases.take({"b", "c"}, SOON) == {"c"}
        assert one.leases.take({"a", "b", "c"}, SOON) == {"a", "b"}
        one.leases.release({"b": SOON})
        assert other.leases.take({"a", "b"}, SOON) == {"b"}


def test_a_host_is_left_alone_for_a_while_by_the_next_run(database_url: str) -> None:
    with closing(open_store(database_url)) as one, closing(open_store(database_url)) as other:
        one.leases.take({"a"}, NOW)
        one.leases.release({"a": NOW + timedelta(seconds=5)})
        assert other.leases.take({"a"}, NOW + timedelta(seconds=4)) == set()
        assert other.leases.take({"a"}, NOW + timedelta(seconds=5)) == {"a"}


def test_what_is_not_renewed_ends(database_url: str) -> None:
    with closing(open_store(database_url)) as one, closing(open_store(database_url)) as other:
        one.leases.take({"a", "b"}, NOW)
        later = NOW + LEASE - timedelta(seconds=1)
        assert other.leases.take({"a"}, later) == set()
        one.leases.renew(later)
        assert other.leases.take({"a"}, NOW + LEASE + timedelta(seconds=1)) == set()
        assert other.leases.take({"a"}, later + LEASE) == {"a"}
        # What another has by now cannot be let go or renewed by its former holder.
        one.leases.release({"a": NOW})
        one.leases.renew(later + LEASE)
        assert one.leases.take({"a"}, later + LEASE) == set()


def test_a_lease_by_a_wrong_clock_does_not_last(database_url: str) -> None:
    with closing(open_store(database_url)) as one, closing(open_store(database_url)) as other:
        one.leases.take({"a"}, NOW + timedelta(days=365))
        assert other.leases.take({"a"}, NOW) == {"a"}


def test_what_a_dead_process_held_is_free_at_once(database_url: str) -> None:
    take = (
        "import sys; from datetime import datetime;"
        "from storage.store import open_store;"
        "taken = open_store(sys.argv[1]).leases.take({'a'}, datetime.fromisoformat(sys.argv[2]));"
        "assert taken == {'a'}"
    )
    subprocess.run([sys.executable, "-c", take, database_url, NOW.isoformat()], check=True)
    with closing(open_store(database_url)) as store:
        assert store.leases.take({"a"}, SOON) == {"a"}


def test_of_many_that_take_at_once_one_gets_each_host(database_url: str) -> None:
    hosts = {f"{number}.example" for number in range(1200)}
    with ExitStack() as doors, ThreadPoolExecutor(8) as pool:
        stores = [doors.enter_context(closing(open_store(database_url))) for _ in range(8)]
        taken = list(pool.map(lambda store: store.leases.take(hosts, NOW), stores))
    assert sum(map(len, taken)) == len(hosts)
    assert set().union(*taken) == hosts


def test_nobody_else_can_open_a_database_in_memory() -> None:
    with closing(open_store("sqlite://")) as store:
        assert not store.leases.are_needed


def test_the_same_replay_kept_by_many_at_once_is_there_once(
    database_url: str, tmp_path: Path
) -> None:
    del tmp_path
    report = a_report()
    with ExitStack() as doors, ThreadPoolExecutor(6) as pool:
        stores = [doors.enter_context(closing(open_store(database_url))) for _ in range(6)]
        list(pool.map(lambda store: keep_report(store, report), stores))
        assert stores[0].load_report(report.run.id) == report
        assert len(stores[0].history.runs()) == 1
