"""A run that ends early, however it ends, loses nothing and is taken up where it stopped."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.pipeline.local_site import LocalSite

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGES = 200
CONCURRENCY = 8
FETCHING = [
    "--allow-private-net", "127.0.0.0/8", "--host-request-interval", "0",
    "--host-concurrency", str(CONCURRENCY),
]  # fmt: skip


@pytest.fixture
def site() -> Iterator[LocalSite]:
    with LocalSite(delay_seconds=0.02).serving() as serving:
        yield serving


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "pipeline.cli", "check", "towns.md", *FETCHING, *arguments],
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
