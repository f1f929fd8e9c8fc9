"""Measure beside peers in the same run, and write RESULTS.md and the pictures of the docs.

With `full` the growth to 10,000 pages and the Dask workers too, which takes a quarter of an hour.

A shared machine is too noisy for absolute times: what is kept is the ratio of each pair of
runs that stood next to each other.
"""

from __future__ import annotations

import importlib.metadata
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from fetching import fetching_rows  # beside this file
from growth import growth, growth_rows
from local_site import environment
from peers import peer, versions
from plots import plot_growth, plot_links, plot_risk
from report_page import page_rows
from rooms import room_rows
from scale import dask_rows, scale_rows
from verdicts import judged, verdict_rows

from pipeline import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
ARCHIVE = ROOT / "examples" / "demo.warc.gz"
RESULTS = ROOT / "benchmarks" / "RESULTS.md"
RUNS = 9
LAST_FULL = "# The last full run"
_MEBIBYTES = 1024  # of the kibibytes that the system counts
_OURS = ("Scrapy", "trafilatura", "rapidfuzz", "SQLAlchemy", "prefect")

HEAD = """# Measured

`make bench` writes this file but for its last part, `make bench-full` all of it. Ours and the
peer's runs stand next to each other; the ratio is the median over the pairs. Times are those of one
machine. Peers have a virtual environment of their own (`benchmarks/peers.txt`).
"""
CEILINGS = """## Where the ceiling is

- **Fetching and reading** is bound by extraction: a page of 54 KB costs trafilatura 7 to 13 ms of a
  processor and everything else 1.4 ms. Bare Scrapy into bare trafilatura, with neither store nor
  archive, robots.txt, guard of addresses nor outcome, is the ceiling of that design; the table says
  how far we are from it. A faster page would take another extractor.
- **Links** are bound by the downloader: aiohttp's client alone does 4,700 requests a second here,
  lychee (compiled) about as many. Ours goes through Scrapy's middlewares one by one, 1.4 ms each.
- **Start**: half of it is importing Scrapy, SQLAlchemy and aiohttp.
- **Verdicts**: see docs/accuracy.md. By words and numbers alone nobody has come far above 0.73 on
  whole pages; models that have want a GPU.
"""


@dataclass(frozen=True)
class Pair:
    """A command of ours, and the peer that it is held against."""

    name: str
    ours: list[str]
    peer_name: str
    peer: list[str]


def pairs(folder: Path) -> list[Pair]:
    """What is measured."""
    python = sys.executable
    cli = [python, "-m", "pipeline.cli"]
    check = [*cli, "check", str(ROOT / "examples"), "--replay", str(ARCHIVE), "--fail-on", "none"]
    imports = "import scrapy.crawler, sqlalchemy, markdown_it, rapidfuzz, opencc, lxml.html"
    return [
        Pair("citewatch --version", [*cli, "--version"], "python -c pass", [python, "-c", "pass"]),
        Pair(
            "citewatch --version",
            [*cli, "--version"],
            "linkchecker --version",
            [peer("linkchecker"), "--version"],
        ),
        Pair(
            "check --replay of the examples, warm",
            [*check, "--db", f"sqlite:///{folder}/warm.db"],
            "importing the libraries it stands on",
            [python, "-c", imports],
        ),
        Pair(
            "check --replay of the examples, every page read anew",
            [*check, "--db", "sqlite://"],
            "importing these and trafilatura",
            [python, "-c", f"{imports}, trafilatura, pypdfium2"],
        ),
    ]


def pair_rows() -> Iterator[str]:
    """Lines of Markdown: whole processes, their time and the most memory of each."""
    yield f"## Whole commands, {RUNS} pairs each"
    yield ""
    yield "| what | time | memory | peer | time | memory | ratio of times |"
    yield "|---|---|---|---|---|---|---|"
    with tempfile.TemporaryDirectory() as folder:
        for pair in pairs(Path(folder)):
            ours, peers = [], []
            for number in range(RUNS + 1):
                both = [_run(command) for command in (pair.ours, pair.peer)]
                if number:  # the first warms up
                    ours.append(both[0])
                    peers.append(both[1])
            ratio = statistics.median(a[0] / b[0] for a, b in zip(ours, peers, strict=True))
            cells = [
                f"{statistics.median(one[0] for one in runs):.2f} s |"
                f" {statistics.median(one[1] for one in runs):.0f} MiB"
                for runs in (ours, peers)
            ]
            yield f"| {pair.name} | {cells[0]} | {pair.peer_name} | {cells[1]} | {ratio:.2f} |"
    yield ""


# Run by a Python of its own, as small as one is: a process counts the memory of the one that it was
# forked from as its own.
_WATCH = """
import json, resource, subprocess, sys, time
start = time.perf_counter()
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
seconds = time.perf_counter() - start
print(json.dumps([code, seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss]))
"""


def _run(command: list[str]) -> tuple[float, float]:
    """Seconds, and the most memory in MiB, of a command."""
    ran = subprocess.run(
        [sys.executable, "-I", "-S", "-c", _WATCH, *command],
        cwd=ROOT, env=environment(), check=True, capture_output=True, text=True,
    )  # fmt: skip
    code, seconds, kibibytes = json.loads(ran.stdout)
    if code:
        raise SystemExit(f"{command} ended with {code}")
    return seconds, kibibytes / _MEBIBYTES


def _told_versions() -> str:
    theirs = ", ".join(f"{name} {version}" for name, version in versions().items())
    ours = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in _OURS)
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} processors, Python"
        f" {platform.python_version()}. citewatch {__version__} on {ours}. Peers: {theirs}."
    )


def main(*, is_full: bool) -> None:
    """Measure all and write the tables and the pictures."""
    lines = [HEAD, _told_versions(), ""]

    def take(rows: Iterator[str]) -> None:
        for row in rows:
            lines.append(row)
            print(row, flush=True)

    take(pair_rows())
    told = judged()
    take(verdict_rows(*told))
    plot_risk(*told)
    grown = growth()
    take(growth_rows(grown))
    plot_growth(grown)
    take(page_rows())
    rates: dict[str, tuple[float, ...]] = {}
    take(fetching_rows(rates))
    plot_links(rates)
    take(room_rows())
    lines.append(CEILINGS)
    if is_full:
        lines.append(f"{LAST_FULL}: {_told_versions()}\n")
        take(scale_rows())
        take(dask_rows(300))
    else:
        lines.append(_last_full_run())
    RESULTS.write_text("\n".join(lines), encoding="utf-8")


def _last_full_run() -> str:
    """What the last full run measured beside the rest, as the file has it; "" without one."""
    _, told, rest = RESULTS.read_text(encoding="utf-8").partition(f"{LAST_FULL}: ")
    return told + rest


if __name__ == "__main__":
    main(is_full="full" in sys.argv[1:])
