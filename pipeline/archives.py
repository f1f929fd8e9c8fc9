"""Archived copies of the sources that are gone, by the Memento protocol (RFC 7089).

Any archive with a TimeGate will do: an address that a URL is written behind, and that redirects
to the copy nearest to the time in `Accept-Datetime`.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from email.utils import format_datetime
from typing import TYPE_CHECKING

from claims.values import OutcomeClass
from pipeline.fetching import canonical_key, fetch_sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claims.values import Document
    from pipeline.job import Job
    from storage.store import Observation


def find_copies(
    answers: Sequence[Observation], cited: Mapping[str, Iterable[Document]], job: Job
) -> dict[str, Observation]:
    """The archived copies of broken sources, by the sources' URLs; none unless asked for.

    `cited` are the documents that cite a URL: the copy is the one nearest to the day on which the
    first of them was written, or the newest where none says.
    """
    archive = job.config.archive
    if not archive:
        return {}
    broken = [one.url for one in answers if one.outcome.outcome_class is OutcomeClass.BROKEN]
    gates = {f"{archive}{url}": url for url in broken if canonical_key(url) == url}
    headers = {gate: _wished_time(cited.get(url, ())) for gate, url in gates.items()}
    found = fetch_sources(tuple(gates), job, headers)
    return {
        gates[copy.url]: copy
        for copy in found
        # An archive's own page about what it does not have says no time.
        if copy.outcome.outcome_class is OutcomeClass.OK and copy.memento_at is not None
    }


def _wished_time(documents: Iterable[Document]) -> tuple[tuple[str, str], ...]:
    from claims.dating import document_date  # noqa: PLC0415  # few runs seek a copy

    dates = sorted(filter(None, map(document_date, documents)))
    if not dates:
        return ()
    at = datetime.combine(datetime.fromisoformat(dates[0]), time(), UTC)
    return (("Accept-Datetime", format_datetime(at, usegmt=True)),)
