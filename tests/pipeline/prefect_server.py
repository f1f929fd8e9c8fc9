"""A Prefect server on this machine's loopback, and its API."""

from __future__ import annotations

import json
import os
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

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# The words of docs/scheduling.md for it.
START = "prefect server start --background"
STOP = "prefect server stop"


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

    def is_up(self) -> bool:
        """Whether it answers."""
        with suppress(URLError, OSError):
            return bool(self.ask("/health"))
        return False

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


@contextmanager
def a_server(folder: Path) -> Iterator[Server]:
    """Start a server that keeps everything in a folder, as the documentation does, and stop it."""
    port = free_port()
    api = f"http://127.0.0.1:{port}/api"
    # Asked for a work pool it asks GitHub which kinds there are, unless a proxy keeps it from that.
    nowhere = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), "http://127.0.0.1:9")
    own = environment(folder, PREFECT_SERVER_API_PORT=str(port), NO_PROXY="127.0.0.1", **nowhere)
    found = Server(api, environment(folder, PREFECT_API_URL=api))

    def run(command: str) -> None:
        program, *arguments = command.split()
        with (folder / "log").open("a") as log:
            subprocess.run(
                [Path(sys.executable).with_name(program), *arguments],
                env=own, stdout=log, stderr=log, timeout=60, check=True,
            )  # fmt: skip

    run(START)
    try:
        wait_for(found.is_up, seconds=60)
        yield found
    finally:
        run(STOP)
    wait_for(lambda: not found.is_up(), seconds=30)
