"""Many documents: time and memory as pages grow tenfold, and with one Dask worker and two.

`python benchmarks/scale.py` measures a thousand documents with 20,000 claims on 10,000 pages and
takes a quarter of an hour. A worker stands for a machine of one processor: it is held to one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from local_site import environment, host_address, serving

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.databases import a_database  # beside the folder of this file

if TYPE_CHECKING:
    from collections.abc import Iterator

KILOBYTES = 16
HOSTS = 200
PAGES_A_DOCUMENT = 10
_SAMPLE_SECONDS = 0.5
_MEBIBYTE = 2**20


@dataclass
class Watched:
    """What a command took: seconds, and bytes of memory over time, its own and its children's."""

    seconds: float
    own: list[int]
    all: list[int]

    @property
    def quarters(self) -> list[int]:
        """The most of its own memory in each quarter of the time, in MiB."""
        size = max(1, len(self.own) // 4)
        parts = [self.own[start : start + size] for start in range(0, size * 4, size)]
        return [max(part, default=0) // _MEBIBYTE for part in parts]


def write_documents(folder: Path, address: str, documents: int) -> None:
    """Write documents of twenty claims on ten pages, half of them wrong."""
    port = address.split(":")[2].split("/", maxsplit=1)[0]
    folder.mkdir()
    for number in range(documents):
        first = number * PAGES_A_DOCUMENT
        lines = []
        for page in range(first, first + PAGES_A_DOCUMENT):
            url = f"http://{host_address(page % HOSTS)}:{port}/p/{page}"
            lines += [
                f"The town number {page} counted [{page}00 bicycles in 2024]({url}).",
                f"In 2024 the town number {page} counted [{page + 3}00 bicycles]({url}).",
            ]
        (folder / f"{number:04}.md").write_text("\n\n".join(lines))


def command(folder: Path, database: str, *more: str) -> list[str]:
    """A check of a folder, with the limits of hosts lifted."""
    return [
        sys.executable, "-m", "pipeline.cli", "check", str(folder), "--db", database,
        "--allow-private-net", "127.0.0.0/8", "--host-request-interval", "0s", "--no-robots",
        "--fail-on", "none", "-q", "-f", f"json={folder.parent}/report.json", *more,
    ]  # fmt: skip


def watch(arguments: list[str], more: dict[str, str] | None = None) -> Watched:
    """Run a command, looking at its memory twice a second."""
    own: list[int] = []
    everything: list[int] = []
    began = time.perf_counter()
    with subprocess.Popen(
        arguments, env=environment() | (more or {}), stdout=subprocess.DEVNULL
    ) as process:
        is_over = Event()

        def look() -> None:
            while not is_over.wait(_SAMPLE_SECONDS):
                sizes = _sizes(process.pid)
                if sizes:
                    own.append(sizes[0])
                    everything.append(sum(sizes))

        looking = Thread(target=look)
        looking.start()
        code = process.wait()
        seconds = time.perf_counter() - began
        is_over.set()
        looking.join()
    if code:
        raise SystemExit(f"{arguments}: exit code {code}")
    return Watched(seconds, own, everything)


def _sizes(pid: int) -> list[int]:
    """Resident bytes of a process and of all that it has started."""
    try:
        status = Path(f"/proc/{pid}/statm").read_text()
        children = [
            int(child)
            for task in Path(f"/proc/{pid}/task").iterdir()
            for child in (task / "children").read_text().split()
        ]
    except OSError:
        return []
    own = int(status.split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return [own, *(size for child in children for size in _sizes(child))]


def scale_rows(sizes: tuple[int, ...] = (100, 1000)) -> Iterator[str]:
    """The table of a check that grows, by documents."""
    yield "## Many documents: twenty claims on ten pages each"
    yield ""
    yield (
        "| documents | claims | pages | time | per page | most memory, by quarters of the time |"
        " with the processes that read pages |"
    )
    yield "|---|---|---|---|---|---|---|"
    per_page = []
    for documents in sizes:
        pages = documents * PAGES_A_DOCUMENT
        with _prepared(documents) as (folder, _):
            took = watch(command(folder, f"sqlite:///{folder.parent}/store.db"))
            again = watch(command(folder, f"sqlite:///{folder.parent}/store.db"))
        per_page.append(took.seconds / pages)
        for what, one in (("", took), (", again", again)):
            yield (
                f"| {documents:,}{what} | {2 * pages:,} | {pages:,} | {one.seconds:.1f} s |"
                f" {one.seconds / pages * 1000:.1f} ms | {', '.join(map(str, one.quarters))} MiB |"
                f" {max(one.all) // _MEBIBYTE} MiB |"
            )
    yield ""
    yield f"Time per page at the most over that at the least: {per_page[-1] / per_page[0]:.2f}."
    yield ""


def dask_rows(documents: int) -> Iterator[str]:
    """One Dask worker and two, each on one processor, on a PostgreSQL that both can reach."""
    if not os.environ.get("CITEWATCH_TEST_POSTGRES"):
        yield "Dask workers were not measured: CITEWATCH_TEST_POSTGRES names no PostgreSQL."
        return
    yield f"## {documents:,} documents on Dask workers of one processor each"
    yield ""
    yield "| workers | time beyond the start of a flow | pages/s |"
    yield "|---|---|---|"
    seconds = []
    with _prepared(documents) as (folder, _), tempfile.TemporaryDirectory() as home:
        more = {"PREFECT_HOME": home, "PREFECT_LOGGING_LEVEL": "ERROR"}
        one = folder.parent / "one"
        one.mkdir()
        first = min(folder.iterdir())
        (one / first.name).write_text(first.read_text())
        for workers in (1, 2):
            with _cluster(workers) as scheduler:
                sharing = ["--prefect", "--task-runner", scheduler, "--shards", str(4 * workers)]
                took = []
                for what in (one, folder):
                    with a_database("postgresql", folder) as database:
                        more["CITEWATCH_DB"] = database
                        took.append(watch(command(what, database, *sharing), more).seconds)
            seconds.append(took[1] - took[0])
            pages = documents * PAGES_A_DOCUMENT
            yield f"| {workers} | {seconds[-1]:.1f} s | {pages / seconds[-1]:.0f} |"
    yield ""
    yield f"Two workers are {seconds[0] / seconds[1]:.2f} times as fast as one."
    yield ""


@contextmanager
def _prepared(documents: int) -> Iterator[tuple[Path, str]]:
    pages = documents * PAGES_A_DOCUMENT
    with tempfile.TemporaryDirectory() as home, serving(pages, KILOBYTES, hosts=HOSTS) as address:
        folder = Path(home) / "documents"
        write_documents(folder, address, documents)
        yield folder, address


@contextmanager
def _cluster(workers: int) -> Iterator[str]:
    """A Dask scheduler with workers that have a processor each; gives its address."""
    dask = Path(sys.executable).parent / "dask"
    pin = shutil.which("taskset")
    if pin is None:
        raise SystemExit("taskset is not installed (package util-linux)")
    port = "18786"
    address = f"tcp://127.0.0.1:{port}"
    quiet = ["--host", "127.0.0.1", "--no-dashboard"]
    work = [dask, "worker", address, *quiet, "--nthreads", "1"]
    commands = [
        [dask, "scheduler", *quiet, "--port", port],
        *([pin, "-c", str(number), *work] for number in range(workers)),
    ]
    started = [
        subprocess.Popen(one, env=environment(), stderr=subprocess.DEVNULL) for one in commands
    ]
    time.sleep(6)
    try:
        yield address
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait()


def main() -> None:
    """Print both tables."""
    for line in scale_rows():
        print(line, flush=True)
    for line in dask_rows(300):
        print(line, flush=True)


if __name__ == "__main__":
    main()
