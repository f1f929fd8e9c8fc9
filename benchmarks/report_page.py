"""How long a large report takes to be made and opened: `page_rows` for the table of results."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from reports.webpage import render_html

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.chromium import NO_NETWORK, PROGRAM
from tests.reports.large import a_large_report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

CLAIMS = 5_000
RUNS = 5
_PAINTED = "await new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));"
_OPENED = (
    f"(async () => {{ {_PAINTED} return ["
    "performance.getEntriesByName('first-contentful-paint')[0].startTime,"
    " performance.now()] })()"
)


def page_rows() -> Iterator[str]:
    """Lines of Markdown; nothing but a heading where there is no Chromium."""
    report = a_large_report(CLAIMS)
    start = time.perf_counter()
    page = render_html(report)
    rendered = time.perf_counter() - start
    yield f"## A report of {CLAIMS:,} claims as a page"
    yield ""
    if not PROGRAM:
        yield "Not measured: no Chromium is installed."
        return
    opened = _opened(page)
    yield "| rendered | size | first paint | all there, painted | choice by verdict | search |"
    yield "|---|---|---|---|---|---|"
    cells = [f"{rendered:.2f} s", f"{len(page) / 1e6:.1f} MB"]
    cells += [f"{statistics.median(column) / 1000:.2f} s" for column in zip(*opened, strict=True)]
    yield f"| {' | '.join(cells)} |"
    yield ""


def _opened(page: str) -> list[tuple[float, ...]]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        file = Path(name) / "report.html"
        file.write_text(page, encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path=PROGRAM, args=["--no-sandbox", *NO_NETWORK]
        )
        times = [_once(browser, file) for _ in range(RUNS)]
        browser.close()
        return times


def _once(browser: Browser, file: Path) -> tuple[float, ...]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(file.as_uri())
    first, whole = page.evaluate(_OPENED)
    chosen, searched = (
        page.evaluate(
            f"(async () => {{ const start = performance.now(); {act}; {_PAINTED}"
            " return performance.now() - start })()"
        )
        for act in (
            "document.querySelector('[data-filter=contradicted]').click()",
            "search.value = 'number 4002'; search.dispatchEvent(new Event('input'))",
        )
    )
    page.close()
    return first, whole, chosen, searched
