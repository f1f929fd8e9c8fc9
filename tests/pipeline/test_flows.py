"""The Prefect flow runs the same steps and gives the same report."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import ROOT
from tests.pipeline.local_site import LocalSite

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pipeline.prefect_server import Server

EXAMPLES = ROOT / "examples"


def run(
    folder: Path, *arguments: object, server: Server | None = None
) -> subprocess.CompletedProcess[str]:
    own = {"PREFECT_HOME": str(folder / "prefect")}
    environment = os.environ | (server.environment if server else own)
    return subprocess.run(
        [sys.executable, "-m", "pipeline.cli", *map(str, arguments)],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_flow_gives_the_report_of_an_inline_run(tmp_path: Path) -> None:
    replay = ["check", EXAMPLES, "--replay", EXAMPLES / "demo.warc.gz", "-f", "json"]
    inline = run(tmp_path, *replay, "--db", f"sqlite:///{tmp_path}/inline.db")
    flow = run(tmp_path, *replay, "--db", f"sqlite:///{tmp_path}/flow.db", "--prefect")
    assert (inline.returncode, flow.returncode) == (1, 1), flow.stderr
    assert flow.stdout == inline.stdout


def test_where_no_server_may_be_started_a_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREFECT_SERVER_EPHEMERAL_ENABLED", "false")
    done = run(
        tmp_path, "check", EXAMPLES, "--replay", EXAMPLES / "demo.warc.gz",
        "--db", f"sqlite:///{tmp_path}/runs.db", "--prefect",
    )  # fmt: skip
    assert done.returncode == 2
    assert "check --prefect: no temporary Prefect server could be started" in done.stderr
    assert "internal error" not in done.stderr
    assert done.stderr.count("\n") == 1


def without_origin(report: dict[str, Any]) -> dict[str, Any]:
    """A report but for what tells one run of the same from another."""
    for source in report["sources"]:
        del source["fetched_at"], source["record"]
    del report["run"]
    return report


@pytest.mark.parametrize("runner", ["threads", "processes", "dask"])
def test_a_run_that_is_parted_gives_the_same_report(
    tmp_path: Path, runner: str, server: Server
) -> None:
    with ExitStack() as doors:
        sites = [
            doors.enter_context(LocalSite(host=f"127.0.0.{number}").serving())
            for number in range(1, 5)
        ]
        for number, site in enumerate(sites):
            (tmp_path / f"note{number}.md").write_text(site.document(5))
        fetching = [
            "check", tmp_path, "--allow-private-net", "127.0.0.0/8",
            "--host-request-interval", "0s", "-f", "json",
        ]  # fmt: skip
        inline = run(tmp_path, *fetching, "--db", f"sqlite:///{tmp_path}/inline.db")
        parted = run(
            tmp_path, *fetching, "--db", f"sqlite:///{tmp_path}/parted.db", "--prefect",
            "--task-runner", runner, "--shards", 2, server=server,
        )  # fmt: skip
        assert (inline.returncode, parted.returncode) == (0, 0), parted.stderr
        for site in sites:
            assert set(site.asked.values()) == {2}
    one, other = (without_origin(json.loads(ran.stdout)) for ran in (inline, parted))
    assert one["summary"]["verdicts"]["supported"] == 20
    assert other == one


def test_a_flow_that_cannot_run_says_why(tmp_path: Path, server: Server) -> None:
    ran = run(tmp_path, "check", "nosuch.md", "--prefect", server=server)
    assert ran.returncode == 2
    assert "nosuch.md" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_database_in_memory_is_no_place_for_a_flow(tmp_path: Path, server: Server) -> None:
    (tmp_path / "note.md").write_text("Robots rose by 54% ([a](http://127.0.0.1:1/)).\n")
    ran = run(tmp_path, "check", "note.md", "--prefect", "--db", "sqlite://", server=server)
    assert ran.returncode == 2
    assert "a database in memory cannot be shared" in ran.stderr


def test_ctrl_c_ends_a_flow_as_it_ends_a_run(tmp_path: Path, server: Server) -> None:
    with LocalSite(delay_seconds=0.1).serving() as site:
        (tmp_path / "note.md").write_text(site.document(60))
        process = subprocess.Popen(
            [
                sys.executable, "-m", "pipeline.cli", "check", "note.md", "--prefect",
                "--allow-private-net", "127.0.0.0/8", "--host-request-interval", "0s",
            ],
            cwd=tmp_path, env=os.environ | server.environment, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        with site.is_asked:
            assert site.is_asked.wait_for(lambda: len(site.asked) > 10, timeout=60)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert "Traceback" not in err
    assert "stopped" in err
