"""The Prefect flow runs the same steps and gives the same report."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = ROOT / "examples"


def run(folder: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PREFECT_HOME": str(folder / "prefect")}
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
