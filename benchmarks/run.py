"""Measure whole commands, each in turn with a peer, and write the ratios to RESULTS.md.

With `full` the growth to 10,000 pages and the Dask workers too, which takes a quarter of an hour.

A shared machine is too noisy for absolute times: what is kept is the ratio of each pair of
runs that stood next to each other.
"""

from __future__ import annotations

import platform
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from fetching import fetching_rows  # beside this file
from local_site import environment
from report_page import page_rows
from scale import dask_rows, growth_rows
from verdicts import verdict_rows

ROOT = Path(__file__).parent.parent
ARCHIVE = ROOT / "examples" / "demo.warc.gz"
RUNS = 9


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


def measure(pair: Pair) -> tuple[list[float], list[float]]:
    """Seconds of our runs and of the peer's, in turn, after one run of each to warm up."""
    ours, peers = [], []
    for number in range(RUNS + 1):
        seconds = [_seconds(command) for command in (pair.ours, pair.peer)]
        if number:
            ours.append(seconds[0])
            peers.append(seconds[1])
    return ours, peers


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment(), check=True, capture_output=True)
    return time.perf_counter() - start


def main(*, is_full: bool) -> None:
    """Measure all pairs and write the table."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for pair in pairs(Path(folder)):
            ours, peers = measure(pair)
            ratio = statistics.median(a / b for a, b in zip(ours, peers, strict=True))
            rows.append(
                f"| {pair.name} | {statistics.median(ours):.2f} s | {pair.peer_name} |"
                f" {statistics.median(peers):.2f} s | {ratio:.2f} |"
            )
            print(rows[-1])
    more = []
    scale = (*growth_rows(), *dask_rows(150)) if is_full else ()
    for line in (*verdict_rows(), *page_rows(), *fetching_rows(), *scale):
        more.append(line)
        print(line)
    text = "\n".join(
        [
            "# Measured",
            "",
            "`make bench` writes this file. Medians of whole processes, ours and the peer's in",
            "turn; the ratio is the median over the pairs. Times are those of one machine.",
            "",
            f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {RUNS} pairs each.",
            "",
            "| what | time | peer | time | ratio |",
            "|---|---|---|---|---|",
            *rows,
            "",
            *more,
        ]
    )
    (ROOT / "benchmarks" / "RESULTS.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(is_full="full" in sys.argv[1:])
