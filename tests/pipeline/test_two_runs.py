"""Runs side by side on one database: every URL is asked once, no host faster than by one run."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING

from storage.store import open_store
from tests.pipeline.local_site import LocalSite

if TYPE_CHECKING:
    from pathlib import Path

PAGES, HOSTS, AT_ONCE = 40, 4, 2


INTERVAL = 0.03
# What was answered before a run began is not beside it. On a busy machine the second of two that
# are started together may begin so much later.
BOTH_BEGUN = 2.0


def start(folder: Path, url: str, *arguments: str, command: str = "check") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [
            sys.executable, "-m", "pipeline.cli", command, *arguments, "--db", url,
            "--allow-private-net", "127.0.0.0/8", "--host-request-interval", f"{INTERVAL}s",
            "--host-concurrency", str(AT_ONCE), "-f", "json",
        ],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def sites(
    doors: ExitStack, delay_seconds: float = 0.02, first_seconds: float = 0.0
) -> list[LocalSite]:
    return [
        doors.enter_context(LocalSite(delay_seconds, f"127.0.0.{number}", first_seconds).serving())
        for number in range(1, HOSTS + 1)
    ]


def test_two_runs_at_once_ask_for_each_url_once(database_url: str, tmp_path: Path) -> None:
    with ExitStack() as doors:
        asked = sites(doors, first_seconds=BOTH_BEGUN)
        text = "\n\n".join(site.document(PAGES) for site in asked)
        text += "\n\nThe town has [no page](" + asked[0].address + "/gone).\n"
        (tmp_path / "note.md").write_text(text)
        # The second fetches everything anew, and takes what the first one fetches beside it.
        runs = [
            start(tmp_path, database_url, "note.md"),
            start(tmp_path, database_url, "note.md", "--refresh"),
        ]
        reports = []
        for run in runs:
            out, err = run.communicate(timeout=120)
            assert run.returncode == 1, err
            reports.append(json.loads(out))

        for site in asked:
            assert {count for path, count in site.asked.items() if path != "/robots.txt"} == {1}
            assert site.most_at_once <= AT_ONCE
            # One request may be longer under way than the next, but not all of them.
            assert site.began[-1] - site.began[0] >= (PAGES - 1) * INTERVAL * 0.95
    for report in reports:
        summary = report["summary"]
        assert summary["verdicts"]["supported"] == PAGES * HOSTS
        assert summary["coverage"]["broken"] == 1
        assert {one["from"] for one in report["sources"]} <= {"network", "cache"}
    fetched = [sum(one["from"] == "network" for one in report["sources"]) for report in reports]
    assert sum(fetched) == PAGES * HOSTS + 1
    with closing(open_store(database_url)) as store:
        kept = store.history.runs()
        assert [sum(run.verdicts.values()) for run in kept] == [PAGES * HOSTS + 1] * 2
        assert len(list(store.history.answers())) == PAGES * HOSTS + 1


def test_two_link_checks_at_once_ask_for_each_url_once(database_url: str, tmp_path: Path) -> None:
    with ExitStack() as doors:
        asked = sites(doors, first_seconds=BOTH_BEGUN)
        (tmp_path / "note.md").write_text("\n\n".join(site.document(PAGES) for site in asked))
        runs = [start(tmp_path, database_url, "note.md", command="links") for _ in range(2)]
        reports = []
        for run in runs:
            out, err = run.communicate(timeout=120)
            assert run.returncode == 0, err
            reports.append(json.loads(out))
        for site in asked:
            assert {count for path, count in site.asked.items() if path != "/robots.txt"} == {1}
    assert [len(report["sources"]) for report in reports] == [PAGES * HOSTS] * 2


def test_a_run_that_was_killed_keeps_nobody_waiting(database_url: str, tmp_path: Path) -> None:
    with ExitStack() as doors:
        asked = sites(doors, delay_seconds=0.05)
        (tmp_path / "note.md").write_text("\n\n".join(site.document(PAGES) for site in asked))
        first = start(tmp_path, database_url, "note.md")
        with asked[0].is_asked:
            assert asked[0].is_asked.wait_for(lambda: len(asked[0].asked) > 5, timeout=60)
        first.kill()
        first.communicate()
        began = time.monotonic()
        out, err = start(tmp_path, database_url, "note.md").communicate(timeout=120)
        # Its leases would have lasted for a minute.
        assert time.monotonic() - began < 30
        assert json.loads(out)["summary"]["verdicts"]["supported"] == PAGES * HOSTS, err


def test_a_deadline_ends_the_wait_for_another_run(database_url: str, tmp_path: Path) -> None:
    with LocalSite(delay_seconds=0.2).serving() as site:
        (tmp_path / "long.md").write_text(site.document(80))
        (tmp_path / "short.md").write_text(site.document(2))
        first = start(tmp_path, database_url, "long.md")
        with site.is_asked:
            assert site.is_asked.wait_for(lambda: len(site.asked) > 4, timeout=60)
        second = start(tmp_path, database_url, "short.md", "--refresh", "--deadline", "4s")
        _, err = second.communicate(timeout=60)
        first.kill()
        first.communicate()
    assert second.returncode == 2
    assert "waiting for another run at 1 host" in err
    assert "another run was at its host until the deadline" in err
