"""The output formats by name.

A format's module is imported when it is first asked for: a run in CI that wants JSON does not
wait for the template engine.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from claims.values import Report

Render = Callable[[Report], str]


def _from_module(module: str, function: str) -> Render:
    def render(report: Report) -> str:
        found: Render = getattr(import_module(module), function)
        return found(report)

    return render


FORMATS: dict[str, Render] = {
    "text": _from_module("reports.terminal", "render_text"),
    "html": _from_module("reports.webpage", "render_html"),
    "json": _from_module("reports.jsonreport", "render_json"),
}
