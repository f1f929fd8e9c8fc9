"""The output formats by name.

A format's module is imported when it is first asked for: a run in CI that wants JSON does not
wait for the template engine.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.values import Report

# How those begin that are written in a document's format: HTML, and Markdown of both kinds.
_BEGINNINGS = re.compile(
    rb"<!doctype html>.{0,1500}<meta name=\"generator\" content=\"citewatch "
    rb"|<!-- citewatch: this body is written anew by every run -->"
    rb"|# Citation check\r?\n\r?\n\*\*",
    re.IGNORECASE | re.DOTALL,
)
# How those end that are plain text: a report, a link check, and GitHub's annotations.
_ENDS = re.compile(
    rb"""(?:\A|\n)
    (?:
        [\d,]+\ documents?,\ [\d,]+\ claims?,\ [\d,]+\ of\ them\ worth\ checking\n
        (?:(?:Claims|Flags|Alerts|Sources):\ [^\n]+\n)*
        [^\n]+\.
    |
        [\d,]+\ documents?,\ (?:0\ sources|[\d,]+\ sources?:\ [\d,]+\ [a-z][^\n]+)
        (?:\nAlerts:\ [^\n]+)?
    |
        (?:nothing|[\d,]+\ (?:errors?|warnings?|notes?|known|ignored)(?:,\ [\d,]+\ [a-z]+)*)
        \.\ [^\n]*
        (?:by\ a\ source|by\ a\ source\ that\ was\ read|was\ checked|not\ settled|\ broken)\.
    )
    \n\Z""",
    re.VERBOSE,
)
ENOUGH_TO_TELL = 2_000

# Text for a terminal may be asked for in colour, and with what is fine.
Render = Callable[..., str]


def _from_module(module: str, function: str) -> Render:
    def render(report: Report, **options: Any) -> str:
        found: Render = getattr(import_module(module), function)
        return found(report, **options)

    return render


FORMATS: dict[str, Render] = {
    "text": _from_module("reports.terminal", "render_text"),
    "html": _from_module("reports.webpage", "render_html"),
    "json": _from_module("reports.jsonreport", "render_json"),
    "sarif": _from_module("reports.sarif", "render_sarif"),
    "junit": _from_module("reports.junit", "render_junit"),
    "github": _from_module("reports.github", "render_github"),
    "markdown": _from_module("reports.markdown", "render_markdown"),
    "github-issue": _from_module("reports.issue", "render_issue"),
    "atom": _from_module("reports.feed", "render_feed"),
}
# Of a run that only asked what became of the sources.
LINK_FORMATS: dict[str, Render] = {
    "text": _from_module("reports.linklist", "render_links"),
    **{name: render for name, render in FORMATS.items() if name not in {"text", "html"}},
}


def is_report(start: bytes, end: bytes) -> bool:
    """Whether a file was written by one of the formats.

    `start` and `end` are `ENOUGH_TO_TELL` bytes of it, or all it has.
    """
    return bool(_BEGINNINGS.match(start.lstrip()) or _ENDS.search(end))
