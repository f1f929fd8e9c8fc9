"""The same process checks sources that misbehave again and again: `soak.py SECONDS`.

Prints memory and open files once a minute; both are to be the same at the end as after the first
minutes. Only cases at addresses of this machine are asked.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from pipeline.cli import main  # noqa: E402  # only with the path above

_LOCAL = re.compile(r"\(http://127\.")
_REPORT_SECONDS = 60.0


def soak(seconds: float) -> None:
    """Check and check links in turn until the time is over."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        every, note = folder / "every.md", folder / "note.md"
        with subprocess.Popen(
            [sys.executable, "-m", "tests.zoo", "--document", every],
            cwd=ROOT, stdout=subprocess.PIPE, text=True,
        ) as zoo:  # fmt: skip
            assert zoo.stdout is not None
            while "Serving" not in zoo.stdout.readline():
                pass
            lines = every.read_text(encoding="utf-8").splitlines()
            note.write_text("\n\n".join(one for one in lines if _LOCAL.search(one)))
            try:
                _rounds(note, folder, seconds)
            finally:
                zoo.terminate()


def _rounds(note: Path, folder: Path, seconds: float) -> None:
    database = f"sqlite:///{folder}/soak.db"
    fetching = [
        "--allow-private-net", "127.0.0.0/8", "--host-request-interval", "0s", "-t", "1s",
        "--host-concurrency", "64", "--max-retries", "0", "--refresh", "--fail-on", "none",
        "--db", database, "-q", "-f", f"json={folder}/report.json",
    ]  # fmt: skip
    began = told = time.monotonic()
    rounds = 0
    print("| minute | rounds | memory | open files |\n|---|---|---|---|", flush=True)
    while time.monotonic() - began < seconds:
        for command in ("check", "links"):
            with contextlib.redirect_stderr(io.StringIO()) as said:
                code = main([command, str(note), *fetching])
            if code:
                raise SystemExit(f"{command}: exit code {code}: {said.getvalue()}")
        rounds += 1
        with contextlib.redirect_stderr(io.StringIO()):
            # What is remembered is no leak; a scheduled job prunes as well.
            main(["prune", "--older-than", "0s", "--keep-runs", "1", "--db", database])
        if time.monotonic() - told >= _REPORT_SECONDS or rounds == 1:
            told = time.monotonic()
            pages = int(Path("/proc/self/statm").read_text().split()[1])
            size = pages * os.sysconf("SC_PAGE_SIZE") // 2**20
            files = len(list(Path("/proc/self/fd").iterdir()))
            minute = (told - began) / 60
            print(f"| {minute:.0f} | {rounds} | {size} MiB | {files} |", flush=True)


if __name__ == "__main__":
    soak(float(sys.argv[1]))
