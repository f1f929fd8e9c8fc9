"""A run held against the one before it, with the pages of the store."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from claims.comparison import ClaimChange, compare
from claims.extractor import EXTRACTOR_VERSION
from claims.values import Page, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.comparison import ChangedClaim, Comparison
    from claims.values import Report
    from storage.store import Store


def compare_in(store: Store, before: Report, after: Report) -> Comparison:
    """What has changed from a run to a later one."""

    @cache
    def page_of(key: str) -> Page | None:
        page = store.load_pages([key], EXTRACTOR_VERSION).get(key)
        return page if isinstance(page, Page) else None

    return compare(before, after, page_of)


def compare_with_last(store: Store, report: Report) -> Comparison | None:
    """What has changed since the run before this one; None if there is none.

    A claim whose source could not be read last time is held against the last time it could.
    """
    run_id = store.history.run_before(report.run.id)
    before = store.load_report(run_id) if run_id else None
    if before is None:
        return None
    compared = compare_in(store, before, report)
    claims = [
        one for changed in compared.claims for one in _since_readable(changed, report.run.id, store)
    ]
    return replace(compared, claims=tuple(claims))


def _since_readable(changed: ChangedClaim, run_id: str, store: Store) -> Iterator[ChangedClaim]:
    came_back = (
        changed.change is ClaimChange.VERDICT
        and changed.before is not None
        and changed.after is not None
        and changed.before.verdict is Verdict.UNVERIFIABLE
    )
    if not came_back or changed.before is None or changed.after is None:
        yield changed
        return
    past = store.history.findings_on(changed.before.claim.id, changed.path)
    readable = [
        one.finding
        for one in past
        if one.run_id != run_id and one.finding.verdict is not Verdict.UNVERIFIABLE
    ]
    last = readable[-1] if readable else None
    if last is None:
        yield changed
    elif last.verdict is not changed.after.verdict:
        yield replace(changed, before=last)
