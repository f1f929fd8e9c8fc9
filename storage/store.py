"""One database for everything that is remembered: what was fetched, read, found."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, func, insert, select

from claims.values import (
    CheckedDocument,
    CitedSource,
    Decision,
    Document,
    Fetched,
    Finding,
    Hop,
    Missed,
    Origin,
    Outcome,
    Page,
    Problem,
    Report,
    Run,
    Unreadable,
)
from storage.database import Database, execute_all, open_database, portions, storable
from storage.history import GOOD, History
from storage.leases import Leases
from storage.notices import Notices
from storage.rows import from_plain, to_plain
from storage.tables import (
    FINISHED,
    RUNNING,
    Utc,
    bodies,
    decisions,
    documents,
    findings,
    observations,
    pages,
    run_sources,
    runs,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, Executable, Row, Subquery


# Made once: putting a statement together takes longer than running it.
_INSERT_OBSERVATION = insert(observations)
_NEWNESS = func.row_number().over(
    partition_by=observations.c.url,
    order_by=(observations.c.fetched_at.desc(), observations.c.id.desc()),
)


def _answers(*conditions: ColumnElement[bool]) -> Subquery:
    """What the network answered of some URLs, the newest of each with newness 1."""
    return (
        select(observations, _NEWNESS.label("newness"))
        .where(observations.c.url.in_(bindparam("urls", expanding=True)))
        .where(observations.c.origin == Origin.NETWORK.value)
        .where(*conditions)
        .subquery()
    )


_IS_ANSWER = observations.c.outcome != Outcome.NOT_RUN.value
_GOOD_ANSWERS = _answers(observations.c.outcome.in_(bindparam("good", expanding=True)))
_ANSWERS = _answers(_IS_ANSWER)
_FAILING = (
    select(_ANSWERS.c.url)
    .where(_ANSWERS.c.newness == 1)
    .where(_ANSWERS.c.outcome.not_in(bindparam("good", expanding=True)))
)
_ANSWERS_SINCE = _answers(_IS_ANSWER, observations.c.fetched_at >= bindparam("since", type_=Utc))
_NEWEST_SINCE = select(_ANSWERS_SINCE).where(_ANSWERS_SINCE.c.newness == 1)
_READ_KEYS = select(pages.c.content_key).where(
    pages.c.content_key.in_(bindparam("keys", expanding=True)),
    pages.c.extractor_version == bindparam("version"),
)
_KEYS_WITH_CONTENT = _READ_KEYS.union(
    select(bodies.c.content_key).where(bodies.c.content_key.in_(bindparam("keys", expanding=True)))
)
_PAGES = select(pages.c.content_key, pages.c.page).where(
    pages.c.content_key.in_(bindparam("keys", expanding=True)),
    pages.c.extractor_version == bindparam("version"),
)
# With a list of values a statement is put together each time, so single values have their own.
_IS_READ = select(pages.c.content_key).where(
    pages.c.content_key == bindparam("key"), pages.c.extractor_version == bindparam("version")
)
_DELETE_BODY = delete(bodies).where(bodies.c.content_key == bindparam("key"))
_NEWEST_GOOD = select(_GOOD_ANSWERS).where(_GOOD_ANSWERS.c.newness == 1)
_BY_RUN = func.row_number().over(partition_by=findings.c.basis, order_by=findings.c.run_id.desc())
_ALL_BY_BASIS = (
    select(findings.c.basis, findings.c.finding, _BY_RUN.label("newness"))
    .where(findings.c.basis.in_(bindparam("bases", expanding=True)))
    .subquery()
)
_FINDINGS_BY_BASIS = select(_ALL_BY_BASIS.c.basis, _ALL_BY_BASIS.c.finding).where(
    _ALL_BY_BASIS.c.newness == 1
)


@dataclass(frozen=True, slots=True)
class Observation:
    """A stored answer of a URL, without its body: `content_key` names the body and its page.

    `etag` and `last_modified` are the validators of the answer at `final_url`. `memento_at` is the
    time that an archived copy is of, None for what is none.
    """

    url: str
    final_url: str
    outcome: Outcome
    reason: str
    http_status: int | None
    redirects: tuple[Hop, ...]
    content_type: str
    content_key: str
    fetched_at: datetime
    origin: Origin
    retry_at: datetime | None
    etag: str = ""
    last_modified: str = ""
    memento_at: datetime | None = None

    def as_cached(self) -> Observation:
        """The same, as given to a run that did not fetch it."""
        return replace(self, origin=Origin.CACHE)


class Store:
    """Open with `open_store`; every save is committed when the method returns."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._insert_body = database.insert(bodies).on_conflict_do_nothing()
        self._insert_page = database.insert(pages).on_conflict_do_nothing()
        self.history = History(database)
        self.leases = Leases(database)
        self.notices = Notices(database)

    @property
    def database(self) -> Database:
        """What everything is kept in."""
        return self._database

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    # -- what was fetched

    def save_answer(
        self, answer: Fetched | Missed, extractor_version: str, *, before: Observation | None = None
    ) -> tuple[Observation, bool]:
        """Keep an answer at once, with its body, so that a kill loses nothing fetched.

        `before` is what was observed before, for an answer that says that it still holds. Tells
        too whether the answer's body waits for this extractor; what it has read once is let go.
        """
        observation = observation_of(answer, before=before)
        key = {"key": observation.content_key, "version": extractor_version}
        with self._database.begin() as connection:
            waits = (
                isinstance(answer, Fetched)
                and not is_unchanged(answer, before)
                and connection.execute(_IS_READ, key).first() is None
            )
            if waits and isinstance(answer, Fetched):
                row = {"content_key": observation.content_key, "body": answer.body}
                connection.execute(self._insert_body, row)
            connection.execute(_INSERT_OBSERVATION, _observation_row(observation))
        return observation, waits

    def save_observations(self, made: Sequence[Observation]) -> None:
        """Keep what became of URLs whose bodies nobody wants."""
        if made:
            with self._database.begin() as connection:
                connection.execute(_INSERT_OBSERVATION, [_observation_row(one) for one in made])

    def find_successes(self, urls: Sequence[str]) -> dict[str, Observation]:
        """The newest good answer from the network of each URL that has one.

        Failures are never given back: they are asked again.
        """
        found: dict[str, Observation] = {}
        with self._database.begin() as connection:
            for some in portions(urls):
                for row in connection.execute(_NEWEST_GOOD, {"urls": some, "good": GOOD}):
                    found[row.url] = _observation(row)
        return found

    def find_failing(self, urls: Sequence[str]) -> set[str]:
        """The URLs that gave no good answer when last asked, whatever they gave before."""
        found: set[str] = set()
        with self._database.begin() as connection:
            for some in portions(urls):
                query = {"urls": some, "good": GOOD}
                found.update(connection.execute(_FAILING, query).scalars())
        return found

    def find_answers_since(self, urls: Sequence[str], since: datetime) -> dict[str, Observation]:
        """The newest answer, good or not, that the network gave to any run since then."""
        found: dict[str, Observation] = {}
        with self._database.begin() as connection:
            for some in portions(urls):
                for row in connection.execute(_NEWEST_SINCE, {"urls": some, "since": since}):
                    found[row.url] = _observation(row)
        return found

    # -- what was read

    def keys_with_content(self, keys: Sequence[str], extractor_version: str) -> set[str]:
        """Of content keys those that have a page, or a body that it can be read from."""
        return self._keys(_KEYS_WITH_CONTENT, keys, extractor_version)

    def read_keys(self, keys: Sequence[str], extractor_version: str) -> set[str]:
        """Of content keys those whose body this extractor has read."""
        return self._keys(_READ_KEYS, keys, extractor_version)

    def load_body(self, key: str) -> bytes | None:
        """A saved body, or None once its page has been read, be it by another run."""
        with self._database.begin() as connection:
            body: bytes | None = connection.execute(
                select(bodies.c.body).where(bodies.c.content_key == key)
            ).scalar_one_or_none()
        return body

    def save_pages(self, made: Mapping[str, Page | Unreadable], extractor_version: str) -> None:
        """Keep what was read from bodies, by their keys, and let the bodies go."""
        if not made:
            return
        rows = [_page_row(key, extractor_version, page) for key, page in made.items()]
        with self._database.begin() as connection:
            connection.execute(self._insert_page, rows)
            connection.execute(_DELETE_BODY, [{"key": key} for key in made])

    def load_pages(
        self, keys: Sequence[str], extractor_version: str
    ) -> dict[str, Page | Unreadable]:
        """What was read from bodies before by this extractor, by their keys."""
        found: dict[str, Page | Unreadable] = {}
        with self._database.begin() as connection:
            for some in portions(keys):
                query = {"keys": some, "version": extractor_version}
                for row in connection.execute(_PAGES, query):
                    kind, data = row.page
                    found[row.content_key] = (
                        from_plain(Page, data) if kind == "page" else from_plain(Unreadable, data)
                    )
        return found

    def _keys(self, query: Executable, keys: Sequence[str], extractor_version: str) -> set[str]:
        found: set[str] = set()
        with self._database.begin() as connection:
            for some in portions(keys):
                parameters = {"keys": some, "version": extractor_version}
                found.update(connection.execute(query, parameters).scalars())
        return found

    # -- what was found

    def begin_run(self, run: Run) -> None:
        """Note that a run is under way: what it finds is kept as it is found.

        A replay of a run that is there already finds the same: that one stays finished meanwhile.
        """
        noted = self._database.insert(runs).on_conflict_do_nothing()
        with self._database.begin() as connection:
            connection.execute(noted, _run_row(run, (), RUNNING))

    def save_findings(self, run: Run, first: int, checked: Sequence[CheckedDocument]) -> None:
        """Keep documents of a run with what was found in them; the first is its `first`th."""
        with self._database.begin() as connection:
            upsert = self._database.upsert
            execute_all(connection, upsert(documents), _document_rows(run, first, checked))
            execute_all(connection, upsert(findings), _finding_rows(run, first, checked))
            for number, one in enumerate(checked, first):
                connection.execute(
                    delete(findings).where(
                        findings.c.run_id == run.id,
                        findings.c.document == number,
                        findings.c.position >= len(one.findings),
                    )
                )

    def finish_run(self, report: Report) -> None:
        """Keep what else a run found; from now on it is one that later ones are held against."""
        with self._database.begin() as connection:
            upsert = self._database.upsert
            connection.execute(upsert(runs), _run_row(report.run, report.problems, FINISHED))
            execute_all(connection, upsert(run_sources), _source_rows(report))

    def load_report(self, run_id: str) -> Report | None:
        """A finished run, as it was saved; None if there is none of that id."""
        with self._database.begin() as connection:
            query = select(runs).where(runs.c.id == run_id, runs.c.state == FINISHED)
            run = connection.execute(query).one_or_none()
            if run is None:
                return None
            checked = _load_documents(connection, run_id)
            sources = tuple(
                from_plain(CitedSource, row.source)
                for row in connection.execute(
                    select(run_sources)
                    .where(run_sources.c.run_id == run_id)
                    .order_by(run_sources.c.position)
                )
            )
        return Report(
            run=Run(
                id=run.id,
                tool_version=run.tool_version,
                started_at=run.started_at,
                finished_at=run.finished_at,
                config_digest=run.config_digest,
                tiers=tuple(run.tiers),
            ),
            documents=checked,
            sources=sources,
            problems=from_plain(tuple[Problem, ...], run.problems),
        )

    def load_documents(self, run_id: str) -> tuple[CheckedDocument, ...]:
        """The documents that a run has judged so far, with what it found in them."""
        with self._database.begin() as connection:
            return _load_documents(connection, run_id)

    def find_findings(self, bases: Sequence[str]) -> dict[str, Finding]:
        """What a run has found before on the same bases, by these."""
        found: dict[str, Finding] = {}
        with self._database.begin() as connection:
            for some in portions(bases):
                for row in connection.execute(_FINDINGS_BY_BASIS, {"bases": some}):
                    found[row.basis] = from_plain(Finding, row.finding)
        return found

    # -- what was decided

    def save_decision(self, decision: Decision) -> None:
        """Keep an editor's decision beside those before it."""
        row = {
            "path": storable(decision.path),
            "claim_id": decision.claim_id,
            "ruling": decision.ruling.value,
            "by": storable(decision.by),
            "at": decision.at,
            "decision": to_plain(decision),
        }
        with self._database.begin() as connection:
            connection.execute(insert(decisions), row)

    def load_decisions(self, paths: Sequence[str]) -> list[Decision]:
        """All decisions on claims of documents, the oldest first."""
        found: list[Decision] = []
        with self._database.begin() as connection:
            for some in portions([storable(path) for path in paths]):
                query = select(decisions.c.decision).where(decisions.c.path.in_(some))
                rows = connection.execute(query.order_by(decisions.c.id)).scalars()
                found += [from_plain(Decision, data) for data in rows]
        return found

    # -- runs

    def find_run(self, beginning: str) -> str | None:
        """The id of the one finished run whose id begins like this."""
        query = select(runs.c.id).where(
            runs.c.state == FINISHED, runs.c.id.startswith(beginning, autoescape=True)
        )
        with self._database.begin() as connection:
            found = connection.execute(query.limit(2)).scalars().all()
        return found[0] if len(found) == 1 or beginning in found else None

    def newest_run(self) -> str | None:
        """The id of the run that was started last."""
        with self._database.begin() as connection:
            return connection.execute(
                select(runs.c.id)
                .where(runs.c.state == FINISHED)
                .order_by(runs.c.started_at.desc(), runs.c.id.desc())
                .limit(1)
            ).scalar_one_or_none()


def open_store(url: str, *, busy_timeout_milliseconds: int = 10_000) -> Store:
    """Open or create the database at an SQLAlchemy URL; wait so long for another writer.

    Raises BadUsage for a URL that names none, UnusableStore for a database that is locked,
    damaged or of another version.
    """
    return Store(open_database(url, busy_timeout_milliseconds=busy_timeout_milliseconds))


def content_key(body: bytes, content_type: str) -> str:
    """What a page read from this body is stored under: the type decides how it is read."""
    return hashlib.sha256(content_type.encode("utf-8", "replace") + b"\0" + body).hexdigest()


def text_sha256(text: str) -> str:
    """The fingerprint of a page's text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def is_unchanged(answer: Fetched | Missed, before: Observation | None) -> bool:
    """Whether an answer says that what was observed before still holds."""
    return (
        before is not None
        and isinstance(answer, Fetched)
        and answer.http_status == HTTPStatus.NOT_MODIFIED
    )


def observation_of(answer: Fetched | Missed, *, before: Observation | None) -> Observation:
    """What an answer is kept as; one that says "unchanged" stands for the content of `before`."""
    observation = _observed(answer)
    if before is None or not is_unchanged(answer, before):
        return observation
    return replace(
        observation,
        content_type=before.content_type,
        content_key=before.content_key,
        etag=observation.etag or before.etag,
        last_modified=observation.last_modified or before.last_modified,
        memento_at=before.memento_at,
    )


def _observed(answer: Fetched | Missed) -> Observation:
    match answer:
        case Fetched():
            reason, retry_at, content_type = "", None, answer.content_type
            key = content_key(answer.body, answer.content_type)
            etag = _header(answer.headers, "etag")
            last_modified = _header(answer.headers, "last-modified")
            memento_at = _http_date(_header(answer.headers, "memento-datetime"))
        case Missed():
            reason, retry_at, content_type, key = answer.reason, answer.retry_at, "", ""
            etag = last_modified = ""
            memento_at = None
    return Observation(
        url=answer.url,
        final_url=answer.final_url,
        outcome=answer.outcome,
        reason=reason,
        http_status=answer.http_status,
        redirects=answer.redirects,
        content_type=content_type,
        content_key=key,
        fetched_at=answer.fetched_at,
        origin=answer.origin,
        retry_at=retry_at,
        etag=etag,
        last_modified=last_modified,
        memento_at=memento_at,
    )


def _header(headers: tuple[tuple[str, str], ...], name: str) -> str:
    return next((value for key, value in headers if key.lower() == name), "")


def _http_date(text: str) -> datetime | None:
    try:
        at = parsedate_to_datetime(text)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _observation_row(observation: Observation) -> dict[str, Any]:
    row = {one.name: getattr(observation, one.name) for one in fields(Observation)}
    row = {name: storable(value) if type(value) is str else value for name, value in row.items()}
    row["redirects"] = to_plain(observation.redirects)
    return row


def _observation(row: Row[Any]) -> Observation:
    return Observation(
        url=row.url,
        final_url=row.final_url,
        outcome=Outcome(row.outcome),
        reason=row.reason,
        http_status=row.http_status,
        redirects=from_plain(tuple[Hop, ...], row.redirects),
        content_type=row.content_type,
        content_key=row.content_key,
        fetched_at=row.fetched_at,
        origin=Origin(row.origin),
        retry_at=row.retry_at,
        etag=row.etag,
        last_modified=row.last_modified,
        memento_at=row.memento_at,
    )


def _page_row(key: str, extractor_version: str, page: Page | Unreadable) -> dict[str, Any]:
    kind = "page" if isinstance(page, Page) else "unreadable"
    return {
        "content_key": key,
        "extractor_version": extractor_version,
        "text_sha256": text_sha256(page.text) if isinstance(page, Page) else "",
        "page": [kind, to_plain(page)],
    }


def _load_documents(connection: Connection, run_id: str) -> tuple[CheckedDocument, ...]:
    by_document: dict[int, list[Finding]] = {}
    for row in connection.execute(
        select(findings.c.document, findings.c.finding)
        .where(findings.c.run_id == run_id)
        .order_by(findings.c.document, findings.c.position)
    ):
        by_document.setdefault(row.document, []).append(from_plain(Finding, row.finding))
    query = select(documents).where(documents.c.run_id == run_id).order_by(documents.c.position)
    return tuple(
        CheckedDocument(
            from_plain(Document, row.document), tuple(by_document.get(row.position, ()))
        )
        for row in connection.execute(query)
    )


def _run_row(run: Run, problems: Sequence[Problem], state: str) -> dict[str, Any]:
    return {
        "id": run.id,
        "tool_version": run.tool_version,
        "started_at": run.started_at,
        "finished_at": run.finished_at,
        "config_digest": run.config_digest,
        "tiers": list(run.tiers),
        "problems": to_plain(tuple(problems)),
        "state": state,
    }


def _document_rows(
    run: Run, first: int, documents: Sequence[CheckedDocument]
) -> list[dict[str, Any]]:
    return [
        {
            "run_id": run.id,
            "position": position,
            "path": storable(checked.document.path),
            "document": to_plain(checked.document),
        }
        for position, checked in enumerate(documents, first)
    ]


def _finding_rows(
    run: Run, first: int, documents: Sequence[CheckedDocument]
) -> list[dict[str, Any]]:
    return [
        {
            "run_id": run.id,
            "document": number,
            "position": position,
            "claim_id": finding.claim.id,
            "claim_text": storable(finding.claim.plain),
            "verdict": finding.verdict.value,
            "score": finding.score,
            "reason": storable(finding.reason),
            "finding": to_plain(finding),
            "basis": finding.basis,
        }
        for number, checked in enumerate(documents, first)
        for position, finding in enumerate(checked.findings)
    ]


def _source_rows(report: Report) -> list[dict[str, Any]]:
    return [
        {
            "run_id": report.run.id,
            "position": position,
            "url": storable(cited.source.url),
            "outcome": cited.source.outcome.value,
            "source": to_plain(cited),
        }
        for position, cited in enumerate(report.sources)
    ]
