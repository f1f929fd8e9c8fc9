"""How a source stands after all that became of it: one failure is none yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from claims.values import SourceRecord


def is_dead(record: SourceRecord, now: datetime, *, runs: int, span: timedelta) -> bool:
    """Whether a source has failed in so many runs, and for so long, without a good one between."""
    return (
        record.failing_since is not None
        and record.failures >= runs
        and now - record.failing_since >= span
    )
