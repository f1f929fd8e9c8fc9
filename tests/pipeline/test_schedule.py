"""A schedule on a real Prefect server: artifacts, a source that changes, a worker that dies."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claims.errors import BadUsage
from storage.store import open_store
from tests.pipeline.local_site import LocalSite
from tests.pipeline.prefect_server import environment, free_port, wait_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.pipeline.prefect_server import Server

NEVER = "0 0 1 1 *"
MARK = "CITEWATCH_TEST_OF_SCHEDULE"


@contextmanager
def scheduled(
    server: Server, folder: Path, *arguments: str, cron: str = NEVER, mark: str = ""
) -> Iterator[Callable[[int], None]]:
    """Serve a schedule; gives what sends a signal to it and to all that it has started."""
    value = mark or str(folder)
    marked = f"{MARK}={value}".encode()
    with (folder / "log").open("a") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "pipeline.cli", "schedule", *arguments, "--cron", cron],
            cwd=folder,
            env=server.environment | {MARK: value},
            stdout=log,
            stderr=log,
        )

    def signal_all(number: int) -> None:
        for one in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                if marked in (one / "environ").read_bytes().split(b"\0"):
                    os.kill(int(one.name), number)

    try:
        wait_for(lambda: "is being served" in (folder / "log").read_text(), seconds=60)
        yield signal_all
    finally:
        signal_all(signal.SIGKILL)
        process.wait(30)


def cli(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "pipeline.cli", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="processes are found in /proc")
def test_a_source_that_changes_between_two_runs_is_told_of(server: Server, tmp_path: Path) -> None:
    with LocalSite().serving() as site:
        (tmp_path / "note.md").write_text(site.document(3))
        options = [
            "note.md", "--name", "towns", "-o", "out", "--max-age", "0s",
            "--allow-private-net", "127.0.0.0/8", "--host-request-interval", "0s",
        ]  # fmt: skip
        with scheduled(server, tmp_path, *options):
            first = server.run("towns")
            assert server.ended(first) == ("Completed", "0 errors, 0 lesser alerts")
            site.texts["/page/2"] = "In 2024 the town number 2 counted 260 bicycles on its bridges."
            second = server.run("towns")
            assert server.ended(second) == ("Findings", "1 error, 0 lesser alerts")

    diff = json.loads(cli(tmp_path, "diff", "-f", "json"))
    assert diff["same"] == 2
    (changed,) = diff["claims"]
    assert (changed["verdict_before"], changed["verdict"]) == ("supported", "contradicted")
    assert changed["causes"] == ["source_changed"]
    assert changed["passages"][0]["words"] == [["200", "260"]]
    assert "“260” where it said “200”" in cli(tmp_path, "diff")
    assert json.loads((tmp_path / "out" / "report.json").read_text())["summary"]["claims"] == 3

    artifacts = {
        one["key"]: one
        for one in server.ask(
            "/artifacts/filter",
            {"artifacts": {"flow_run_id": {"any_": [second]}}, "sort": "CREATED_DESC"},
        )
    }
    assert artifacts.keys() == {
        "citewatch-progress", "citewatch-summary", "citewatch-findings", "citewatch-report",
    }  # fmt: skip
    assert artifacts["citewatch-progress"]["data"] == 100.0
    assert "1 claim is contradicted" in artifacts["citewatch-summary"]["data"]
    (row,) = json.loads(artifacts["citewatch-findings"]["data"])
    assert (row["rule"], row["line"]) == ("CW201 number-contradicted", 3)
    assert (tmp_path / "out" / "report.html").as_uri() in artifacts["citewatch-report"]["data"]
    names = {
        one["name"]
        for one in server.ask(
            "/task_runs/filter", {"task_runs": {"flow_run_id": {"any_": [second]}}}
        )
    }
    assert names == {
        "fetch documents", "read all documents", "read sources 1 of 1", "begin run",
        "judge documents 1 of 1", "finish run",
    }  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="processes are found in /proc")
def test_what_a_killed_worker_has_fetched_is_not_fetched_again(
    server: Server, tmp_path: Path
) -> None:
    with LocalSite(delay_seconds=0.05).serving() as site:
        (tmp_path / "note.md").write_text(site.document(100))
        options = [
            "note.md", "--name", "killed", "--allow-private-net", "127.0.0.0/8",
            "--host-request-interval", "0s",
        ]  # fmt: skip
        with scheduled(server, tmp_path, *options) as send:
            server.run("killed")
            with site.is_asked:
                assert site.is_asked.wait_for(lambda: len(site.asked) > 30, timeout=60)
            send(signal.SIGKILL)
            before = dict(site.asked)
            assert len(before) < 100
        (tmp_path / "log").unlink()
        with scheduled(server, tmp_path, *options):
            assert server.ended(server.run("killed"))[0] == "Completed"

        again = [path for path in before if path.startswith("/page/") and site.asked[path] > 1]
        # What was under way when the process died is asked again.
        assert len(again) <= 2
        assert sum(path.startswith("/page/") for path in site.asked) == 100
    with closing(open_store(f"sqlite:///{tmp_path}/.citewatch/citewatch.db")) as store:
        (run,) = store.history.runs()
        assert sum(run.verdicts.values()) == 100
        assert len(run.documents) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="processes are found in /proc")
def test_a_schedule_that_is_restarted_in_mid_run_goes_on(server: Server, tmp_path: Path) -> None:
    options = [
        "note.md", "--name", "restarted", "--allow-private-net", "127.0.0.0/8",
        "--host-request-interval", "0s",
    ]  # fmt: skip
    with LocalSite(delay_seconds=0.05).serving() as site:
        (tmp_path / "note.md").write_text(site.document(80))
        with scheduled(server, tmp_path, *options) as send:
            server.run("restarted")
            with site.is_asked:
                assert site.is_asked.wait_for(lambda: len(site.asked) > 10, timeout=60)
            send(signal.SIGTERM)
            # The next is there before the last has gone, as with an impatient service manager.
            (tmp_path / "log").unlink()
            with scheduled(server, tmp_path, *options, mark="the next"):
                time.sleep(10)
                assert server.ended(server.run("restarted"))[0] == "Completed"
                made = server.ask("/deployments/name/citewatch%20check/restarted")
                assert not made["paused"]


@pytest.mark.skipif(sys.platform != "linux", reason="processes are found in /proc")
def test_a_run_that_could_not_be_made_has_failed(server: Server, tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("# Only a title\n")
    with scheduled(server, tmp_path, "note.md", "--name", "empty"):
        name, message = server.ended(server.run("empty"))
    assert name == "Failed"
    assert message == "no claim was found, so nothing was checked (see --allow-empty)"


def test_a_schedule_wants_a_server(tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("A claim.\n")
    own = environment(tmp_path)
    own.pop("PREFECT_API_URL", None)
    done = subprocess.run(
        [sys.executable, "-m", "pipeline.cli", "schedule", "note.md", "--cron", NEVER],
        cwd=tmp_path, env=own, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "prefect server start" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--cron", "every day"], "--cron every day: is no schedule"),
        (["--cron", NEVER, "--timezone", "Moon/Tycho"], "--timezone Moon/Tycho: is no time zone"),
        (["--cron", NEVER, "--task-runner", "crowd"], "'crowd' is none of threads"),
        (["--cron", NEVER, "-f", "nosuch"], "unknown format"),
        (["--cron", NEVER, "--notify"], "CITEWATCH_NOTIFY_URLS in the environment names no addre"),
    ],
)
def test_a_schedule_that_cannot_be_is_told_in_a_sentence(
    server: Server, tmp_path: Path, arguments: list[str], words: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pipeline.cli", "schedule", "note.md", *arguments],
        cwd=tmp_path, env=server.environment, capture_output=True, text=True, timeout=60,
        check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert words in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_server_that_does_not_answer_is_told_in_a_sentence() -> None:
    # Prefect takes a second to import, and no other test of this process needs it.
    from prefect.settings import PREFECT_API_URL, temporary_settings  # noqa: PLC0415

    from pipeline.flows import check_server  # noqa: PLC0415

    url = f"http://user:hunter2@127.0.0.1:{free_port()}/api"
    with temporary_settings({PREFECT_API_URL: url}), pytest.raises(BadUsage) as told:
        check_server("schedule", patience_seconds=0)
    assert "the Prefect server at 127.0.0.1 does not answer" in str(told.value)
    assert "hunter2" not in str(told.value)
