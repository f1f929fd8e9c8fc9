"""Runs that are stored already, as they are rendered and reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.errors import BadUsage
from pipeline.steps import with_decisions
from storage.database import shown

if TYPE_CHECKING:
    from claims.values import Report
    from storage.store import Store


def load_run(store: Store, run: str | None, database: str) -> Report:
    """A stored run, the newest if none is named, with the decisions on its claims.

    The beginning of an id will do while no other run has it. Raises BadUsage where there is none.
    """
    run_id = store.find_run(run) if run else store.newest_run()
    report = store.load_report(run_id) if run_id else None
    if report is None:
        named = f"no run {run!r}" if run else "no run yet"
        raise BadUsage(f"{shown(database)}: holds {named}; citewatch check makes one")
    return with_decisions(report, store)
