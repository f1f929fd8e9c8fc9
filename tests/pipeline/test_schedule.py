"""A schedule on a real Prefect server: artifacts, a source that changes, a worker that dies."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError, URLError

import pytest

from storage.store import open_store
from tests.pipeline.local_site import LocalSite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NEVER = "0 0 1 1 *"
MARK = "CITEWATCH_TEST_OF_SCHEDULE"


@dataclass(frozen=True)
class Server:
    """A Prefect server of the test's own."""

    api: str
    environment: dict[str, str]

    def ask(self, path: str, body: dict[str, Any] | None = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(f"{self.api}{path}", data, headers)
        for _ in range(20):
            try:
                with urllib.request.urlopen(request, timeout=10) as answer:
                    return json.load(answer)
            except HTTPError as error:
                # Its own SQLite is busy at times; it asks to be asked again.
                if error.code != HTTPStatus.SERVICE_UNAVAILABLE:
                    raise
                time.sleep(0.5)
        pytest.fail(f"{path}: the server was busy for ten seconds")

    def run(self, deployment: str) -> str:
        """Have a deployment run once, now; gives the run's id."""
        made = self.ask(f"/deployments/name/citewatch%20check/{deployment}")
        run = self.ask(
            f"/deployments/{made['id']}/create_flow_run", {"state": {"type": "SCHEDULED"}}
        )
        return str(run["id"])

    def ended(self, run_id: str) -> tuple[str, str]:
        """Name and message of the state that a run ends in."""

        def state() -> dict[str, Any] | None:
            found: dict[str, Any] = self.ask(f"/flow_runs/{run_id}")["state"]
            return found if found["type"] in {"COMPLETED", "FAILED", "CRASHED"} else None

        found = wait_for(state, seconds=90)
        return found["name"], found["message"] or ""


def wait_for(ask: Callable[[], Any], *, seconds: float) -> Any:
    give_up_at = time.monotonic() + seconds
    while not (found := ask()):
        assert time.monotonic() < give_up_at
        time.sleep(0.1)
    return found


def free_port() -> int:
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def environment(folder: Path, **more: str) -> dict[str, str]:
    own = {
        "PREFECT_HOME": str(folder),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_RUNNER_POLL_FREQUENCY": "1",
        "PREFECT_LOGGING_TO_API_ENABLED": "false",
    }
    return os.environ | own | more


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("prefect")
    port = free_port()
    own = environment(folder)
    prefect = Path(sys.executable).with_name("prefect")
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            [prefect, "server", "start", "--host", "127.0.0.1", "--port", str(port)],
            env=own,
            stdout=log,
            stderr=log,
        )
    api = f"http://127.0.0.1:{port}/api"
    found = Server(api, own | {"PREFECT_API_URL": api})

    def is_up() -> bool:
        with suppress(URLError, OSError):
            return bool(found.ask("/health"))
        return False

    try:
        wait_for(is_up, seconds=60)
        yield found
    finally:
        process.terminate()
        process.wait(30)


@contextmanager
def scheduled(
    server: Server, folder: Path, *arguments: str, cron: str = NEVER
) -> Iterator[Callable[[], None]]:
    """Serve a schedule; gives what kills it with all that it has started."""
    mark = f"{MARK}={folder}"
    name, value = mark.split("=", 1)
    with (folder / "log").open("a") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "pipeline.cli", "schedule", *arguments, "--cron", cron],
            cwd=folder,
            env=server.environment | {name: value},
            stdout=log,
            stderr=log,
        )

    def kill() -> None:
        for one in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                if mark.encode() in (one / "environ").read_bytes().split(b"\0"):
                    os.kill(int(one.name), signal.SIGKILL)

    try:
        wait_for(lambda: "is being served" in (folder / "log").read_text(), seconds=60)
        yield kill
    finally:
        process.kill()
        kill()
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
        with scheduled(server, tmp_path, *options) as kill:
            server.run("killed")
            with site.is_asked:
                assert site.is_asked.wait_for(lambda: len(site.asked) > 30, timeout=60)
            kill()
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
