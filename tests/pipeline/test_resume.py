"""A run that ends early, however it ends, loses nothing and is taken up where it stopped."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.pipeline.local_site import LocalSite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PAGES = 200
CONCURRENCY = 8
FETCHING = [
    "--allow-private-net", "127.0.0.0/8", "--host-request-interval", "0",
    "--host-concurrency", str(CONCURRENCY),
]  # fmt: skip

COMMAND = [sys.executable, "-m", "pipeline.cli", "check", "towns.md", *FETCHING]


@pytest.fixture
def site() -> Iterator[LocalSite]:
    with LocalSite(delay_seconds=0.02).serving() as serving:
        yield serving


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def stop_in_the_middle(process: subprocess.Popen[str], site: LocalSite, number: int) -> None:
    with site.is_asked:
        assert site.is_asked.wait_for(lambda: site.asked.total() >= PAGES // 3, timeout=30)
    os.kill(process.pid, number)


def kept_urls(folder: Path) -> set[str]:
    with sqlite3.connect(folder / ".citewatch" / "citewatch.db") as connection:
        rows = connection.execute("SELECT url FROM observations").fetchall()
    connection.close()
    return {url for (url,) in rows}


def finish(folder: Path) -> dict[str, Any]:
    process = start(folder, "-f", "json")
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    report: dict[str, Any] = json.loads(out)
    return report


def assert_whole(report: dict[str, Any]) -> None:
    assert len(report["sources"]) == PAGES
    assert report["summary"]["verdicts"]["supported"] == PAGES


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_what_was_fetched_is_kept_and_not_fetched_again(
    site: LocalSite, tmp_path: Path, number: int
) -> None:
    (tmp_path / "towns.md").write_text(site.document(PAGES))
    process = start(tmp_path)
    stop_in_the_middle(process, site, number)
    process.communicate(timeout=30)
    kept = kept_urls(tmp_path)
    asked_before = dict(site.asked)
    report = finish(tmp_path)
    assert_whole(report)
    asked_again = {
        f"{site.address}{path}"
        for path, times in site.asked.items()
        if path.startswith("/page/") and times > asked_before.get(path, 0)
    }
    assert not asked_again & kept
    assert len(asked_again) == PAGES - len(kept)
    # Only what was in flight when the run ended was asked for twice.
    twice = [path for path, times in site.asked.items() if times > 1 and "/page/" in path]
    assert len(twice) <= CONCURRENCY
    assert {source["from"] for source in report["sources"]} == {"cache", "network"}


def test_a_run_that_is_asked_to_end_at_ten_moments_loses_nothing(tmp_path: Path) -> None:
    chance = random.Random(8)
    with LocalSite(delay_seconds=0.01).serving() as site:
        (tmp_path / "towns.md").write_text(site.document(PAGES))
        for _ in range(10):
            process = start(tmp_path)
            time.sleep(chance.uniform(0.05, 1.6))
            process.terminate()
            out, err = process.communicate(timeout=30)
            # It had ended by itself, or says so; before Python is there it just ends.
            assert process.returncode in {0, 143, -signal.SIGTERM}, err
            assert "Traceback" not in err
            if process.returncode == 143:
                assert out == ""
                (sentence,) = err.splitlines()
                assert "stopped" in sentence
        assert_whole(finish(tmp_path))
        times = [count for path, count in site.asked.items() if path.startswith("/page/")]
        # What was under way each time is asked again, and nothing else.
        assert sum(times) <= PAGES + 10 * CONCURRENCY
    assert kept_urls(tmp_path) == {f"{site.address}/page/{n}" for n in range(1, PAGES + 1)}


def limited_to(kilobytes: int) -> Callable[[], None]:
    """Files of a process may grow to this, as on a disk that is full."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024,) * 2)
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    return limit


def test_a_full_disk_is_told_and_what_was_kept_stays(tmp_path: Path) -> None:
    with LocalSite(delay_seconds=0.01).serving() as site:
        (tmp_path / "towns.md").write_text(site.document(PAGES))
        done = subprocess.run(
            COMMAND, cwd=tmp_path, preexec_fn=limited_to(150), capture_output=True, text=True,
            timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 2
        (sentence,) = done.stderr.splitlines()
        assert "the database cannot be used" in sentence
        assert_whole(finish(tmp_path))


def test_a_database_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    with LocalSite().serving() as site:
        (tmp_path / "towns.md").write_text(site.document(2))
        start(tmp_path).communicate(timeout=60)
        database = f"sqlite:///file:{tmp_path}/.citewatch/citewatch.db?mode=ro&uri=true"
        out, err = start(tmp_path, "--db", database, "--refresh").communicate(timeout=60)
    (sentence,) = err.splitlines()
    assert "the database cannot be used" in sentence
    assert out == ""


def test_ctrl_c_says_what_was_kept(site: LocalSite, tmp_path: Path) -> None:
    (tmp_path / "towns.md").write_text(site.document(PAGES))
    process = start(tmp_path)
    stop_in_the_middle(process, site, signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert out == ""
    (sentence,) = err.splitlines()
    assert sentence.startswith("citewatch: stopped after ")
    assert f"of {PAGES} sources" in sentence


def test_a_second_run_asks_for_nothing(site: LocalSite, tmp_path: Path) -> None:
    (tmp_path / "towns.md").write_text(site.document(PAGES))
    assert_whole(finish(tmp_path))
    asked = site.asked.total()
    assert_whole(finish(tmp_path))
    assert site.asked.total() == asked


def test_a_recorded_run_is_replayed_without_the_site(tmp_path: Path) -> None:
    with LocalSite().serving() as site:
        (tmp_path / "towns.md").write_text(site.document(20))
        recorded = start(tmp_path, "--record", "run.warc.gz", "-f", "json")
        out, err = recorded.communicate(timeout=60)
        assert recorded.returncode == 0, err
    replayed = start(tmp_path, "--replay", "run.warc.gz", "-f", "json")
    again, err = replayed.communicate(timeout=60)
    assert replayed.returncode == 0, err
    assert [claim["verdict"] for claim in json.loads(again)["documents"][0]["claims"]] == [
        claim["verdict"] for claim in json.loads(out)["documents"][0]["claims"]
    ]
    assert {source["from"] for source in json.loads(again)["sources"]} == {"replay"}


def test_two_runs_at_once_share_a_database(site: LocalSite, tmp_path: Path) -> None:
    (tmp_path / "towns.md").write_text(site.document(PAGES))
    runs = [start(tmp_path, "-f", "json", "--refresh") for _ in range(2)]
    for run in runs:
        out, err = run.communicate(timeout=120)
        assert run.returncode == 0, err
        assert_whole(json.loads(out))
