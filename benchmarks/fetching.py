"""How fast sources are fetched, and beside whom: `fetching_rows` for the table of results."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from local_site import document, environment, serving  # beside this file
from peers import peer

from pipeline.config import Config
from pipeline.fetching import fetch_sources
from pipeline.orders import Order
from pipeline.reading import read_pages
from pipeline.running import open_job

if TYPE_CHECKING:
    from collections.abc import Iterator

LINKS, LINK_KB = 600, 4
PAGES, PAGE_KB = 500, 54
RUNS = 5
POLITE_LINKS, POLITE_SECONDS = 20, 0.5
_LIFTED = "--host-request-interval 0 --host-concurrency 256 --max-concurrency 256".split()
# Trafilatura waits five seconds between two pages of a host, and asks no address of this machine.
_UNHURRIED = """[DEFAULT]
DOWNLOAD_TIMEOUT = 30
MAX_FILE_SIZE = 20000000
MIN_FILE_SIZE = 10
SLEEP_TIME = 0
USER_AGENTS =
COOKIE =
MAX_REDIRECTS = 2
SSRF_PROTECTION = off
INSECURE_SSL_FALLBACK = off
MIN_EXTRACTED_SIZE = 250
MIN_EXTRACTED_COMM_SIZE = 1
MIN_OUTPUT_SIZE = 1
MIN_OUTPUT_COMM_SIZE = 1
MAX_TREE_SIZE =
EXTRACTION_TIMEOUT = 30
MIN_DUPLCHECK_SIZE = 100
MAX_REPETITIONS = 2
EXTENSIVE_DATE_SEARCH = on
EXTERNAL_URLS = off
"""
_LOCAL = "--allow-private-net 127.0.0.0/8".split()


def fetching_rows(rates: dict[str, tuple[float, ...]]) -> Iterator[str]:
    """Lines of Markdown: each measure, ours and its peer's, in turn in the same run.

    `rates` takes the links a second of each link checker, with both delays of the server.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield from _links(folder, rates)
        yield from _polite(folder)
        yield from _again(folder)
        yield from _ceiling(folder)


# -------------------------------------------------------------------------- links


def _links(folder: Path, rates: dict[str, tuple[float, ...]]) -> Iterator[str]:
    yield f"## {LINKS} links, host limits lifted, whole processes"
    yield ""
    yield f"| server's delay | {' | '.join(_CHECKERS)} | citewatch / linkchecker, each |"
    yield f"|---{'|---' * len(_CHECKERS)}|---|"
    for delay in (0, 50):
        with serving(LINKS, LINK_KB, delay) as address:
            commands = _link_checkers(folder, address)
            seconds: dict[str, list[float]] = {name: [] for name in commands}
            for _ in range(RUNS):
                for name, command in commands.items():
                    seconds[name].append(_timed(command, folder))
        for name, took in seconds.items():
            rates[name] = (*rates.get(name, ()), LINKS / statistics.median(took))
        cells = [f"{rates[name][-1]:.0f}/s" for name in _CHECKERS]
        ratios = [
            statistics.median(b / a for a, b in zip(seconds[_OURS], seconds[name], strict=True))
            for name in _CHECKERS[2:]
        ]
        told = " and ".join(f"{ratio:.1f}" for ratio in ratios)
        yield f"| {delay} ms | {' | '.join(cells)} | {told} |"
    yield ""


_OURS = "citewatch links"
# The last with its default of threads, and with as many as make it no faster any more.
_CHECKERS = (_OURS, "lychee", "linkchecker, 10 threads", "linkchecker, 60 threads")


def _link_checkers(folder: Path, address: str) -> dict[str, list[str]]:
    """What to run of each tool; none remembers anything from one run to the next."""
    note, settings = folder / "links.md", folder / "linkcheckerrc"
    note.write_text(document(address, LINKS), encoding="utf-8")
    settings.write_text("[checking]\nmaxrequestspersecond=100000\n", encoding="utf-8")
    # It gives up a root's rights, and must be able to read them all the same.
    folder.chmod(0o755)
    lychee, linkchecker = (peer(name) for name in ("lychee", "linkchecker"))
    asked = [
        linkchecker, "-f", str(settings), "--check-extern", "--no-warnings", "-r1",
        address.removesuffix("p/"), "-t",
    ]  # fmt: skip
    return {
        _OURS: [
            sys.executable, "-m", "pipeline.cli", "links", str(note), *_LOCAL, *_LIFTED,
            "--db", "sqlite://",
        ],
        "lychee": [
            lychee, "--no-progress", "--host-request-interval", "0ms", "--host-concurrency", "256",
            "--max-concurrency", "256", str(note),
        ],
        _CHECKERS[2]: [*asked, "10"],
        _CHECKERS[3]: [*asked, "60"],
    }  # fmt: skip


def _polite(folder: Path) -> Iterator[str]:
    note = folder / "polite.md"
    with serving(POLITE_LINKS, LINK_KB) as address:
        note.write_text(document(address, POLITE_LINKS), encoding="utf-8")
        one = folder / "one.md"
        one.write_text(document(address, 1), encoding="utf-8")
        cli = [sys.executable, "-m", "pipeline.cli", "links", *_LOCAL, "--db", "sqlite://"]
        start = _timed([*cli, str(one)], folder)
        took = _timed([*cli, str(note)], folder) - start
    least = (POLITE_LINKS - 1) * POLITE_SECONDS
    yield f"{POLITE_LINKS} links of one host with the default interval of {POLITE_SECONDS} s take"
    yield f"{took:.2f} s beyond the start; the interval alone takes {least:.1f} s."
    yield ""


def _timed(command: list[str], folder: Path) -> float:
    start = time.perf_counter()
    ran = subprocess.run(
        command, cwd=folder, env=environment(), capture_output=True, text=True, check=False
    )
    took = time.perf_counter() - start
    if ran.returncode:
        raise SystemExit(f"{command[0]} ended with {ran.returncode}: {ran.stderr or ran.stdout}")
    return took


# -------------------------------------------------------------------------- pages


def _again(folder: Path) -> Iterator[str]:
    """The same pages twice, the second time asked whether they have changed."""
    first, second, ratios = [], [], []
    whole: list[tuple[float, float]] = []
    with serving(PAGES, PAGE_KB) as address:
        note = folder / "pages.md"
        note.write_text(document(address, PAGES), encoding="utf-8")
        for number in range(RUNS):
            store = f"sqlite:///{folder}/again{number}.db"
            seconds = [_fetched_and_read(address, store, is_first=is_first) for is_first in (1, 0)]
            first.append(seconds[0])
            second.append(seconds[1])
            ratios.append(seconds[0] / seconds[1])
            command = [
                sys.executable, "-m", "pipeline.cli", "check", str(note), *_LOCAL, *_LIFTED, "-q",
                "--max-age", "0", "--db", f"sqlite:///{folder}/whole{number}.db",
            ]  # fmt: skip
            whole.append((_timed(command, folder), _timed(command, folder)))
    yield f"## {PAGES} pages of {PAGE_KB} KB, asked again by conditional GET"
    yield ""
    yield "| what | first run | second run | first / second |"
    yield "|---|---|---|---|"
    yield (
        f"| fetching and reading, without the start | {statistics.median(first):.2f} s |"
        f" {statistics.median(second):.2f} s | {statistics.median(ratios):.1f} |"
    )
    runs = [statistics.median(column) for column in zip(*whole, strict=True)]
    ratio = statistics.median(a / b for a, b in whole)
    yield (
        f"| `citewatch check` as a whole, a claim for each page | {runs[0]:.2f} s |"
        f" {runs[1]:.2f} s | {ratio:.1f} |"
    )
    yield ""


def _fetched_and_read(address: str, store: str, *, is_first: int) -> float:
    """Seconds for all pages, the processes that read having started; 304 for all but the first."""
    config = Config(
        allow_private_net=("127.0.0.0/8",), host_request_interval=0.0, host_concurrency=32,
        max_age=0.0, db=store,
    )  # fmt: skip
    urls = [f"{address}{number}" for number in range(PAGES)]
    with open_job(Order(paths=(), config=config)) as job:
        assert job.reader is not None
        job.reader.warm_up()
        time.sleep(1)
        start = time.perf_counter()
        answers = fetch_sources(urls, job)
        sources = read_pages(answers, {}, job)
        took = time.perf_counter() - start
    expected = "ok" if is_first else "not_modified"
    assert sum(bool(source.text_sha256) for source in sources.values()) == PAGES
    assert {answer.outcome.value for answer in answers} == {expected}
    return took


def _ceiling(folder: Path) -> Iterator[str]:
    """Ours beside a bare downloader that feeds a bare extractor in as many processes."""
    ours, bare, own = [], [], []
    with serving(PAGES, PAGE_KB) as address:
        for number in range(RUNS):
            store = f"sqlite:///{folder}/ceiling{number}.db"
            bare.append(_bare(address))
            ours.append(_fetched_and_read(address, store, is_first=1))
            own.append(_own_command(address, folder))
    yield f"## {PAGES} pages of {PAGE_KB} KB fetched and read, on {os.cpu_count()} processors"
    yield ""
    yield "| who | pages/s | citewatch's pace is |"
    yield "|---|---|---|"
    yield f"| citewatch | {PAGES / statistics.median(ours):.0f} | |"
    for name, seconds in (
        ("bare Scrapy into a pool of bare trafilatura", bare),
        ("trafilatura's own command, its start with it", own),
    ):
        share = statistics.median(peer / our for our, peer in zip(ours, seconds, strict=True))
        yield f"| {name} | {PAGES / statistics.median(seconds):.0f} | {share:.0%} of it |"
    yield ""


def _bare(address: str) -> float:
    processes = os.cpu_count() or 1
    script = str(Path(__file__).parent / "bare.py")
    ran = subprocess.run(
        [peer("python"), script, address, str(PAGES), str(processes)],
        env=environment(), check=True, capture_output=True, text=True,
    )  # fmt: skip
    return float(ran.stdout)


def _own_command(address: str, folder: Path) -> float:
    """Seconds of trafilatura's own command, which fetches a list and writes the texts."""
    listed, texts, settings = folder / "urls.txt", folder / "texts", folder / "settings.cfg"
    listed.write_text("".join(f"{address}{number}\n" for number in range(PAGES)))
    settings.write_text(_UNHURRIED)
    shutil.rmtree(texts, ignore_errors=True)
    command = [
        peer("trafilatura"), "--input-file", str(listed), "--output-dir", str(texts),
        "--parallel", str(os.cpu_count() or 1), "--config-file", str(settings),
    ]  # fmt: skip
    seconds = _timed(command, folder)
    written = sum(1 for file in texts.rglob("*") if file.is_file())
    if written != PAGES:
        raise SystemExit(f"trafilatura wrote {written} texts of {PAGES}")
    return seconds
