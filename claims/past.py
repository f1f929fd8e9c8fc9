"""What runs have found over time, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from claims.values import Finding, Outcome, SourceRecord, Verdict


@dataclass(frozen=True, slots=True)
class PastRun:
    """A run in a line: `verdicts` and `outcomes` count its findings and sources."""

    id: str
    tool_version: str
    started_at: datetime
    finished_at: datetime
    is_finished: bool
    documents: tuple[str, ...]
    verdicts: Mapping[Verdict, int]
    outcomes: Mapping[Outcome, int]


@dataclass(frozen=True, slots=True)
class PastFinding:
    """What a run found on a claim."""

    run_id: str
    started_at: datetime
    path: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """What a source answered at a time; `text_sha256` names the text of its page, if any."""

    url: str
    outcome: Outcome
    reason: str
    http_status: int | None
    fetched_at: datetime
    text_sha256: str


@dataclass(frozen=True, slots=True)
class KnownSource:
    """A source: its last answer, its record, and the last finished check that cites it.

    `run_id` is "" where only link checks have asked for it.
    """

    url: str
    last: PastAnswer
    record: SourceRecord
    run_id: str
