"""One database for everything that is remembered: what was fetched, read, found."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from importlib import import_module
from pathlib import Path
from sqlite3 import OperationalError
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Engine,
    bindparam,
    create_engine,
    delete,
    event,
    func,
    insert,
    inspect,
    select,
)
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError, SQLAlchemyError

from claims.errors import BadUsage, UnusableStore
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
    OutcomeClass,
    Page,
    Problem,
    Report,
    Run,
    Unreadable,
)
from storage.migrations import migrate
from storage.rows import from_plain, to_plain
from storage.tables import (
    SCHEMA_VERSION,
    bodies,
    decisions,
    documents,
    findings,
    metadata,
    observations,
    pages,
    run_sources,
    runs,
    schema_info,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Executable, Row, Table


_IN_A_QUERY = 500
_GOOD = [outcome.value for outcome in Outcome if outcome.outcome_class is OutcomeClass.OK]
# Made once: putting a statement together takes longer than running it.
_INSERT_OBSERVATION = insert(observations)
_NEWNESS = func.row_number().over(
    partition_by=observations.c.url,
    order_by=(observations.c.fetched_at.desc(), observations.c.id.desc()),
)
_GOOD_ANSWERS = (
    select(observations, _NEWNESS.label("newness"))
    .where(observations.c.url.in_(bindparam("urls", expanding=True)))
    .where(observations.c.outcome.in_(bindparam("good", expanding=True)))
    .where(observations.c.origin == Origin.NETWORK.value)
    .subquery()
)
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

# Any number that no other program locks in the same PostgreSQL database.
_BUSY_INTERVAL_SECONDS = 0.05
_SCHEMA_LOCK = 0x63697465


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

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._name = name
        # The dialect that the engine has imported: each takes its time.
        dialect = import_module(f"sqlalchemy.dialects.{engine.dialect.name}")
        self._insert_body = dialect.insert(bodies).on_conflict_do_nothing()
        self._insert_page = dialect.insert(pages).on_conflict_do_nothing()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

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
        with self._begin() as connection:
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
            with self._begin() as connection:
                connection.execute(_INSERT_OBSERVATION, [_observation_row(one) for one in made])

    def find_successes(self, urls: Sequence[str]) -> dict[str, Observation]:
        """The newest good answer from the network of each URL that has one.

        Failures are never given back: they are asked again.
        """
        found: dict[str, Observation] = {}
        with self._begin() as connection:
            for some in _portions(urls):
                for row in connection.execute(_NEWEST_GOOD, {"urls": some, "good": _GOOD}):
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
        with self._begin() as connection:
            body: bytes | None = connection.execute(
                select(bodies.c.body).where(bodies.c.content_key == key)
            ).scalar_one_or_none()
        return body

    def save_pages(self, made: Mapping[str, Page | Unreadable], extractor_version: str) -> None:
        """Keep what was read from bodies, by their keys, and let the bodies go."""
        if not made:
            return
        rows = [_page_row(key, extractor_version, page) for key, page in made.items()]
        with self._begin() as connection:
            connection.execute(self._insert_page, rows)
            connection.execute(_DELETE_BODY, [{"key": key} for key in made])

    def load_pages(
        self, keys: Sequence[str], extractor_version: str
    ) -> dict[str, Page | Unreadable]:
        """What was read from bodies before by this extractor, by their keys."""
        found: dict[str, Page | Unreadable] = {}
        with self._begin() as connection:
            for some in _portions(keys):
                query = {"keys": some, "version": extractor_version}
                for row in connection.execute(_PAGES, query):
                    kind, data = row.page
                    found[row.content_key] = (
                        from_plain(Page, data) if kind == "page" else from_plain(Unreadable, data)
                    )
        return found

    def _keys(self, query: Executable, keys: Sequence[str], extractor_version: str) -> set[str]:
        found: set[str] = set()
        with self._begin() as connection:
            for some in _portions(keys):
                parameters = {"keys": some, "version": extractor_version}
                found.update(connection.execute(query, parameters).scalars())
        return found

    # -- what was found

    def save_report(self, report: Report) -> None:
        """Keep a run whole; a replayed run that is the same takes its former place."""
        run = report.run
        with self._begin() as connection:
            for table in (findings, documents, run_sources):
                connection.execute(delete(table).where(table.c.run_id == run.id))
            connection.execute(delete(runs).where(runs.c.id == run.id))
            connection.execute(
                insert(runs).values(
                    id=run.id,
                    tool_version=run.tool_version,
                    started_at=run.started_at,
                    finished_at=run.finished_at,
                    config_digest=run.config_digest,
                    tiers=list(run.tiers),
                    problems=to_plain(report.problems),
                )
            )
            _insert_all(connection, documents, _document_rows(report))
            _insert_all(connection, findings, _finding_rows(report))
            _insert_all(connection, run_sources, _source_rows(report))

    def load_report(self, run_id: str) -> Report | None:
        """A stored run, as it was saved; None if there is none of that id."""
        with self._begin() as connection:
            run = connection.execute(select(runs).where(runs.c.id == run_id)).one_or_none()
            if run is None:
                return None
            by_document: dict[int, list[Finding]] = {}
            for row in connection.execute(
                select(findings)
                .where(findings.c.run_id == run_id)
                .order_by(findings.c.document, findings.c.position)
            ):
                by_document.setdefault(row.document, []).append(from_plain(Finding, row.finding))
            checked = tuple(
                CheckedDocument(
                    from_plain(Document, row.document), tuple(by_document.get(row.position, ()))
                )
                for row in connection.execute(
                    select(documents)
                    .where(documents.c.run_id == run_id)
                    .order_by(documents.c.position)
                )
            )
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

    def find_findings(self, bases: Sequence[str]) -> dict[str, Finding]:
        """What a run has found before on the same bases, by these."""
        found: dict[str, Finding] = {}
        with self._begin() as connection:
            for some in _portions(bases):
                for row in connection.execute(_FINDINGS_BY_BASIS, {"bases": some}):
                    found[row.basis] = from_plain(Finding, row.finding)
        return found

    # -- what was decided

    def save_decision(self, decision: Decision) -> None:
        """Keep an editor's decision beside those before it."""
        row = {
            "path": _storable(decision.path),
            "claim_id": decision.claim_id,
            "ruling": decision.ruling.value,
            "by": _storable(decision.by),
            "at": decision.at,
            "decision": to_plain(decision),
        }
        with self._begin() as connection:
            connection.execute(insert(decisions), row)

    def load_decisions(self, paths: Sequence[str]) -> list[Decision]:
        """All decisions on claims of documents, the oldest first."""
        found: list[Decision] = []
        with self._begin() as connection:
            for some in _portions([_storable(path) for path in paths]):
                query = select(decisions.c.decision).where(decisions.c.path.in_(some))
                rows = connection.execute(query.order_by(decisions.c.id)).scalars()
                found += [from_plain(Decision, data) for data in rows]
        return found

    # -- runs

    def newest_run(self) -> str | None:
        """The id of the run that was started last."""
        with self._begin() as connection:
            return connection.execute(
                select(runs.c.id).order_by(runs.c.started_at.desc(), runs.c.id.desc()).limit(1)
            ).scalar_one_or_none()

    # -- plumbing

    @contextmanager
    def _begin(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except DatabaseError as error:
            raise _unusable(self._name, error) from error


def open_store(url: str, *, busy_timeout_milliseconds: int = 10_000) -> Store:
    """Open or create the database at an SQLAlchemy URL; wait so long for another writer.

    Raises BadUsage for a URL that names none, UnusableStore for a database that is locked,
    damaged or of another schema version.
    """
    try:
        address = make_url(url)
        if address.get_backend_name() == "sqlite" and address.database not in {
            None,
            "",
            ":memory:",
        }:
            _make_home(Path(str(address.database)))
        engine = create_engine(address)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise BadUsage(
            f"--db {url}: not a database URL; write for example sqlite:///citewatch.db"
        ) from error
    name = str(address.database or url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _sqlite_preparer(busy_timeout_milliseconds))
    try:
        _prepare_schema(engine, name)
    except SQLAlchemyError as error:
        engine.dispose()
        raise _unusable(name, error) from error
    except UnusableStore:
        engine.dispose()
        raise
    return Store(engine, name)


def _portions(values: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(values), _IN_A_QUERY):
        yield values[start : start + _IN_A_QUERY]


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


def _make_home(path: Path) -> None:
    folder = path.parent
    if folder.exists():
        return
    try:
        # A run that is started beside this one may make it at the same moment.
        folder.mkdir(parents=True, exist_ok=True)
        # The folder is ours: its content is no business of the user's version control.
        (folder / ".gitignore").write_text("*\n", encoding="ascii")
    except OSError as error:
        raise UnusableStore(
            f"{path}: its folder cannot be made ({error.strerror}); choose another with --db"
        ) from error


def _sqlite_preparer(busy_timeout_milliseconds: int) -> Callable[[Any, object], None]:
    def prepare(connection: Any, record: object) -> None:
        del record
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={busy_timeout_milliseconds}")
        _write_ahead(cursor, give_up_at=monotonic() + busy_timeout_milliseconds / 1000)
        cursor.execute("PRAGMA synchronous=NORMAL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()

    return prepare


def _write_ahead(cursor: Any, *, give_up_at: float) -> None:
    """Turn on the log that survives a killed process and lets others read during a write.

    SQLite does not wait for its busy timeout when two connections turn it on at once.
    """
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except OperationalError:
            if monotonic() >= give_up_at:
                raise
            sleep(_BUSY_INTERVAL_SECONDS)
        else:
            return


def _prepare_schema(engine: Engine, name: str) -> None:
    with engine.connect() as connection:
        version = _version_of(connection)
    if version is None or version < SCHEMA_VERSION:
        with engine.begin() as connection:
            version = _brought_up_to_date(connection)
    if version != SCHEMA_VERSION:
        raise UnusableStore(
            f"{name}: is a database of schema version {version}, and this citewatch writes"
            f" version {SCHEMA_VERSION}; name another with --db"
        )


def _version_of(connection: Connection) -> int | None:
    if not inspect(connection).has_table(schema_info.name):
        return None
    version: int = connection.execute(select(func.max(schema_info.c.version))).scalar_one()
    return version


def _brought_up_to_date(connection: Connection) -> int:
    """Make or change the tables, unless another run has done it in the meantime."""
    # The lock ends with the transaction.
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    elif connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_SCHEMA_LOCK})")
    version = _version_of(connection)
    if version is not None:
        version = migrate(connection, version)
        # Tables that an earlier version did not have.
        metadata.create_all(connection)
        return version
    metadata.create_all(connection)
    connection.execute(insert(schema_info).values(version=SCHEMA_VERSION))
    return SCHEMA_VERSION


def _unusable(name: str, error: SQLAlchemyError) -> UnusableStore:
    detail = str(getattr(error, "orig", None) or error).splitlines()[0]
    return UnusableStore(f"{name}: the database cannot be used ({detail}); name another with --db")


def _insert_all(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _document_rows(report: Report) -> list[dict[str, Any]]:
    return [
        {
            "run_id": report.run.id,
            "position": position,
            "path": _storable(checked.document.path),
            "document": to_plain(checked.document),
        }
        for position, checked in enumerate(report.documents)
    ]


def _finding_rows(report: Report) -> list[dict[str, Any]]:
    return [
        {
            "run_id": report.run.id,
            "document": number,
            "position": position,
            "claim_id": finding.claim.id,
            "claim_text": _storable(finding.claim.plain),
            "verdict": finding.verdict.value,
            "score": finding.score,
            "reason": _storable(finding.reason),
            "finding": to_plain(finding),
            "basis": finding.basis,
        }
        for number, checked in enumerate(report.documents)
        for position, finding in enumerate(checked.findings)
    ]


def _source_rows(report: Report) -> list[dict[str, Any]]:
    return [
        {
            "run_id": report.run.id,
            "position": position,
            "url": _storable(cited.source.url),
            "outcome": cited.source.outcome.value,
            "source": to_plain(cited),
        }
        for position, cited in enumerate(report.sources)
    ]


def _storable(text: str) -> str:
    """Text for a column that people query; PostgreSQL takes no NUL, no database surrogates."""
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")
