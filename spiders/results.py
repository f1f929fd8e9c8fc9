"""A visit that has come to its end, as the value that leaves this room."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from claims.values import Fetched, Missed, Outcome, OutcomeClass
from spiders.exchange import Answer, Failed

if TYPE_CHECKING:
    from datetime import datetime

    from claims.values import Origin
    from spiders.outcomes import Done
    from spiders.visits import Visit


def result_of(
    done: Done, *, visit: Visit, result: Answer | Failed, origin: Origin
) -> Fetched | Missed:
    """Put together what was decided, how the visit went and what came last."""
    match result:
        case Answer() if done.outcome.outcome_class is OutcomeClass.OK:
            return Fetched(
                url=visit.url,
                final_url=visit.location,
                outcome=done.outcome,
                http_status=result.status,
                redirects=visit.hops,
                headers=result.headers,
                content_type=result.header("content-type"),
                body=result.body,
                fetched_at=result.at,
                origin=origin,
            )
        case Answer(status=status):
            return _missed(done, visit, at=result.at, origin=origin, status=status)
        case Failed():
            return _missed(done, visit, at=result.at, origin=origin, status=None)
        case _:
            assert_never(result)


def refused(outcome: Outcome, reason: str, *, visit: Visit, at: datetime, origin: Origin) -> Missed:
    """Give the result of a visit that ended before its location was asked."""
    return Missed(
        url=visit.url,
        final_url=visit.location,
        outcome=outcome,
        reason=reason,
        http_status=None,
        redirects=visit.hops,
        fetched_at=at,
        origin=origin,
    )


def _missed(
    done: Done, visit: Visit, *, at: datetime, origin: Origin, status: int | None
) -> Missed:
    return Missed(
        url=visit.url,
        final_url=visit.location,
        outcome=done.outcome,
        reason=done.reason,
        http_status=status,
        redirects=visit.hops,
        fetched_at=at,
        origin=origin,
        retry_at=done.retry_at,
    )
