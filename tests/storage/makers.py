"""Runs as a check keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.values import Report
    from storage.store import Store


def keep_report(store: Store, report: Report) -> None:
    """Keep a whole run."""
    store.begin_run(report.run)
    store.save_findings(report.run, 0, report.documents)
    store.finish_run(report)
