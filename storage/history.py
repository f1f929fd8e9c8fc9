"""What runs have found over time: read from what each of them kept, never kept a second time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, delete, func, or_, select, text, union

from claims.past import KnownSource, PastAnswer, PastFinding, PastRun
from claims.values import (
    Finding,
    Origin,
    Outcome,
    OutcomeClass,
    SourceRecord,
    Verdict,
)
from storage.database import portions, storable
from storage.rows import from_plain
from storage.tables import (
    FINISHED,
    Utc,
    bodies,
    documents,
    findings,
    observations,
    pages,
    run_sources,
    runs,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Select

    from storage.database import Database

GOOD = [one.value for one in Outcome if one.outcome_class is OutcomeClass.OK]
_FAILED = [
    one.value
    for one in Outcome
    if one.outcome_class in {OutcomeClass.BROKEN, OutcomeClass.TRANSIENT}
]
_FROM_NETWORK = observations.c.origin == Origin.NETWORK.value


@dataclass(frozen=True, slots=True)
class Pruned:
    """How many rows of each kind were let go."""

    runs: int
    answers: int
    pages: int


class History:
    """Questions about the past; every method is a transaction of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # -- runs

    def runs(self, *, most: int | None = None, path: str = "") -> list[PastRun]:
        """The newest runs, the newest first; with `path` those that checked this document."""
        query = select(runs).order_by(runs.c.started_at.desc(), runs.c.id.desc())
        if path:
            having = select(documents.c.run_id).where(documents.c.path == storable(path))
            query = query.where(runs.c.id.in_(having))
        if most is not None:
            query = query.limit(most)
        with self._database.begin() as connection:
            rows = connection.execute(query).all()
            ids = [row.id for row in rows]
            paths = _grouped(
                connection,
                ids,
                lambda some: (
                    select(documents.c.run_id, documents.c.path)
                    .where(documents.c.run_id.in_(some))
                    .order_by(documents.c.run_id, documents.c.position)
                ),
            )
            verdicts = _counted(connection, ids, findings.c.run_id, findings.c.verdict)
            outcomes = _counted(connection, ids, run_sources.c.run_id, run_sources.c.outcome)
        return [
            PastRun(
                id=row.id,
                tool_version=row.tool_version,
                started_at=row.started_at,
                finished_at=row.finished_at,
                is_finished=row.state == FINISHED,
                documents=tuple(paths[row.id]),
                verdicts={Verdict(name): count for name, count in verdicts[row.id].items()},
                outcomes={Outcome(name): count for name, count in outcomes[row.id].items()},
            )
            for row in rows
        ]

    def count_runs(self) -> tuple[int, int]:
        """How many runs there are, and how many of them have not ended."""
        not_ended = func.count(case((runs.c.state != FINISHED, 1)))
        with self._database.begin() as connection:
            every, open_ones = connection.execute(
                select(func.count(), not_ended).select_from(runs)
            ).one()
        return every, open_ones

    def run_before(self, run_id: str, at_latest: datetime | None = None) -> str | None:
        """The newest finished run before this one that checked one of its documents.

        With `at_latest` one that was begun by then.
        """
        own = select(documents.c.path).where(documents.c.run_id == run_id)
        started = select(runs.c.started_at).where(runs.c.id == run_id).scalar_subquery()
        query = (
            select(runs.c.id)
            .join(documents, documents.c.run_id == runs.c.id)
            .where(runs.c.state == FINISHED, runs.c.id != run_id)
            .where(runs.c.started_at <= started, documents.c.path.in_(own))
            .order_by(runs.c.started_at.desc(), runs.c.id.desc())
            .limit(1)
        )
        if at_latest is not None:
            query = query.where(runs.c.started_at <= at_latest)
        with self._database.begin() as connection:
            return connection.execute(query).scalar_one_or_none()

    def findings_on(self, claim_id: str, path: str = "") -> list[PastFinding]:
        """What finished runs found on a claim, the oldest first."""
        query = (
            _past_findings()
            .where(findings.c.claim_id == claim_id)
            .order_by(runs.c.started_at, runs.c.id, documents.c.path)
        )
        if path:
            query = query.where(documents.c.path == storable(path))
        with self._database.begin() as connection:
            return [_past_finding(row) for row in connection.execute(query)]

    # -- sources

    def answers_of(self, url: str) -> list[PastAnswer]:
        """What the network answered for a URL, the oldest first."""
        query = _answers().where(observations.c.url == storable(url))
        with self._database.begin() as connection:
            rows = connection.execute(query.order_by(observations.c.fetched_at, observations.c.id))
            return [_answer(row) for row in rows]

    def records(self, urls: Sequence[str]) -> dict[str, SourceRecord]:
        """What became of each URL in all runs so far; a URL that was never asked is not there."""
        found: dict[str, SourceRecord] = {}
        with self._database.begin() as connection:
            for some in portions([storable(url) for url in urls]):
                found.update(_records(connection, some))
        return found

    def sources(self) -> list[KnownSource]:
        """Every source that the network was asked for, by URL; archives are asked, not cited."""
        newest = (
            select(run_sources.c.url, func.max(run_sources.c.run_id).label("run_id"))
            .join(runs, runs.c.id == run_sources.c.run_id)
            .where(runs.c.state == FINISHED)
            .group_by(run_sources.c.url)
        )
        every = select(observations.c.url).where(_FROM_NETWORK).distinct()
        ranked = _answers().add_columns(
            func.row_number()
            .over(
                partition_by=observations.c.url,
                order_by=(observations.c.fetched_at.desc(), observations.c.id.desc()),
            )
            .label("newness")
        )
        found = []
        with self._database.begin() as connection:
            cited = {row.url: row.run_id for row in connection.execute(newest)}
            asked = set(connection.execute(every).scalars())
            # In the order of Python, which is that of no database's collation.
            for some in portions(sorted(url for url in asked if not _is_copy(url, asked))):
                records = _records(connection, some)
                last = ranked.where(observations.c.url.in_(some)).subquery()
                rows = connection.execute(select(last).where(last.c.newness == 1))
                found += [
                    KnownSource(row.url, _answer(row), records[row.url], cited.get(row.url, ""))
                    for row in sorted(rows, key=lambda row: str(row.url))
                ]
        return found

    # -- retention and export

    def prune(self, *, before: datetime, keep_runs: int) -> Pruned:
        """Let go of what is older than `before`: runs but the newest `keep_runs`, and answers.

        Of each URL the last answer stays, and the last good one; of each page whatever an answer
        still points to. What users were told stays too, or they would be told again.
        """
        kept = (
            select(runs.c.id)
            .where(runs.c.state == FINISHED)
            .order_by(runs.c.started_at.desc(), runs.c.id.desc())
            .limit(keep_runs)
        )
        last = select(func.max(observations.c.id)).group_by(observations.c.url)
        last_good = last.where(observations.c.outcome.in_(GOOD))
        used = select(observations.c.content_key)
        with self._database.begin() as connection:
            gone = connection.execute(
                delete(runs).where(
                    runs.c.started_at < before, runs.c.id.not_in(select(kept.subquery().c.id))
                )
            ).rowcount
            answers = connection.execute(
                delete(observations).where(
                    observations.c.fetched_at < before,
                    observations.c.id.not_in(union(last, last_good)),
                )
            ).rowcount
            let_go = connection.execute(delete(pages).where(pages.c.content_key.not_in(used)))
            connection.execute(delete(bodies).where(bodies.c.content_key.not_in(used)))
        if self._database.engine.dialect.name == "sqlite":
            # Only so does the file get smaller.
            with self._database.engine.connect() as connection:
                connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("VACUUM"))
        return Pruned(gone, answers, let_go.rowcount)

    def answers(self) -> Iterator[PastAnswer]:
        """Every answer of the network that is kept, the oldest first; not all at once."""
        with self._database.begin() as connection:
            streaming = connection.execution_options(yield_per=1000)
            for row in streaming.execute(
                _answers().order_by(observations.c.fetched_at, observations.c.id)
            ):
                yield _answer(row)

    def findings(self) -> Iterator[PastFinding]:
        """Every finding of finished runs, the oldest run first; not all at once."""
        query = _past_findings().order_by(
            runs.c.started_at, runs.c.id, findings.c.document, findings.c.position
        )
        with self._database.begin() as connection:
            streaming = connection.execution_options(yield_per=500)
            for row in streaming.execute(query):
                yield _past_finding(row)


def _past_findings() -> Select[Any]:
    """What finished runs found, with their documents."""
    return (
        select(runs.c.id, runs.c.started_at, documents.c.path, findings.c.finding)
        .join(findings, findings.c.run_id == runs.c.id)
        .join(
            documents,
            and_(
                documents.c.run_id == findings.c.run_id,
                documents.c.position == findings.c.document,
            ),
        )
        .where(runs.c.state == FINISHED)
    )


def _past_finding(row: Any) -> PastFinding:
    return PastFinding(row.id, row.started_at, row.path, from_plain(Finding, row.finding))


def _is_copy(url: str, asked: Collection[str]) -> bool:
    """Whether a URL is an archive's address of another: that one written behind it."""
    behind = max(url.find("http://", 1), url.find("https://", 1))
    return behind > 0 and url[behind:] in asked


def _answers() -> Select[Any]:
    """The answers of the network; the text of a page may have been read by several extractors."""
    text_of = (
        select(func.max(pages.c.text_sha256))
        .where(pages.c.content_key == observations.c.content_key)
        .scalar_subquery()
    )
    return select(
        observations.c.url,
        observations.c.outcome,
        observations.c.reason,
        observations.c.http_status,
        observations.c.fetched_at,
        func.coalesce(text_of, "").label("text_sha256"),
    ).where(_FROM_NETWORK, observations.c.outcome != Outcome.NOT_RUN.value)


def _answer(row: Any) -> PastAnswer:
    return PastAnswer(
        url=row.url,
        outcome=Outcome(row.outcome),
        reason=row.reason,
        http_status=row.http_status,
        fetched_at=row.fetched_at,
        text_sha256=row.text_sha256,
    )


def _records(connection: Connection, urls: Sequence[str]) -> dict[str, SourceRecord]:
    asked = and_(
        observations.c.url.in_(urls),
        _FROM_NETWORK,
        observations.c.outcome != Outcome.NOT_RUN.value,
    )
    seen = (
        select(
            observations.c.url,
            func.min(observations.c.fetched_at, type_=Utc).label("first_seen"),
            func.max(
                case((observations.c.outcome.in_(GOOD), observations.c.fetched_at)), type_=Utc
            ).label("last_ok"),
        )
        .where(asked)
        .group_by(observations.c.url)
        .subquery()
    )
    has_failed_since = and_(
        observations.c.url == seen.c.url,
        asked,
        observations.c.outcome.in_(_FAILED),
        or_(seen.c.last_ok.is_(None), observations.c.fetched_at > seen.c.last_ok),
    )
    query = (
        select(
            seen.c.url,
            seen.c.first_seen,
            seen.c.last_ok,
            func.min(observations.c.fetched_at, type_=Utc).label("failing_since"),
            func.count(observations.c.id).label("failures"),
        )
        .select_from(seen.outerjoin(observations, has_failed_since))
        .group_by(seen.c.url, seen.c.first_seen, seen.c.last_ok)
    )
    return {
        row.url: SourceRecord(row.first_seen, row.last_ok, row.failing_since, row.failures)
        for row in connection.execute(query)
    }


def _grouped(connection: Connection, ids: Sequence[str], query: Any) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for some in portions(ids):
        for key, value in connection.execute(query(some)):
            found[key].append(value)
    return found


def _counted(
    connection: Connection, ids: Sequence[str], key: Any, value: Any
) -> defaultdict[str, dict[str, int]]:
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for some in portions(ids):
        query = select(key, value, func.count()).where(key.in_(some)).group_by(key, value)
        for run_id, name, count in connection.execute(query):
            found[run_id][name] = count
    return found
