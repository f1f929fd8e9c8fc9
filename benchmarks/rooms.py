"""Where the time of a check goes, by room and by library: `room_rows` for the table of results.

One process, all that can be done in it: pages are read in others, which the profiler does not see.
"""

from __future__ import annotations

import contextlib
import cProfile
import io
import pstats
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from local_site import document, serving  # beside this file

from pipeline.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
PAGES, KILOBYTES = 500, 54
_ROOMS = ("claims", "spiders", "storage", "reports", "pipeline")
_LEAST = 0.02


def room_rows() -> Iterator[str]:
    """Lines of Markdown: the share of each room and each library in a check of fresh pages."""
    with tempfile.TemporaryDirectory() as name, serving(PAGES, KILOBYTES) as address:
        folder = Path(name)
        note = folder / "note.md"
        note.write_text(document(address, PAGES), encoding="utf-8")
        profiler = cProfile.Profile()
        with contextlib.redirect_stderr(io.StringIO()), contextlib.suppress(SystemExit):
            profiler.runcall(
                main,
                [
                    "check", str(note), "--db", f"sqlite:///{folder}/store.db", "-q",
                    "--allow-private-net", "127.0.0.0/8", "--host-request-interval", "0s",
                    "--host-concurrency", "64", "-f", f"json={folder}/report.json",
                ],
            )  # fmt: skip
    shares = _shares(pstats.Stats(profiler))
    yield f"## Where the time of a check goes: {PAGES} fresh pages of {KILOBYTES} KB, a claim each"
    yield ""
    yield "| in | share of the time, without that of what it calls |"
    yield "|---|---|"
    for name, share in shares.most_common():
        if share >= _LEAST:
            yield f"| {name} | {share:.0%} |"
    yield f"| all others | {sum(one for one in shares.values() if one < _LEAST):.0%} |"
    yield ""


def _shares(stats: pstats.Stats) -> Counter[str]:
    """The share of the time in each room or package; waiting for sockets is none of it."""
    seconds: Counter[str] = Counter()
    for (file, _, function), (_, _, own, _, _) in stats.stats.items():  # type: ignore[attr-defined]
        if "poll" in function or "acquire" in function or "select" in function:
            continue
        seconds[_owner(file)] += own
    whole = sum(seconds.values())
    return Counter({name: value / whole for name, value in seconds.items()})


def _owner(file: str) -> str:
    if file.startswith("~"):
        return "functions written in C"
    parts = Path(file).parts
    if "site-packages" in parts:
        return parts[parts.index("site-packages") + 1].removesuffix(".py")
    for room in _ROOMS:
        if file.startswith(str(ROOT / room)):
            inner = Path(file).relative_to(ROOT / room).parts[0].removesuffix(".py")
            return f"`{room}/{inner}`"
    return "the standard library"


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    for line in room_rows():
        print(line)
