"""A database that is open and up to date: engine, transactions, and what its errors are called."""

from __future__ import annotations

from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from sqlite3 import OperationalError
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import (
    ArgumentError,
    DatabaseError,
    InterfaceError,
    NoSuchModuleError,
    SQLAlchemyError,
)

from claims.errors import BadUsage, UnusableStore
from storage.tables import FORMER_VERSION_TABLE, REVISION, VERSION_TABLE, metadata

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sqlalchemy import URL, Connection, Table

_IN_A_QUERY = 500
_BUSY_INTERVAL_SECONDS = 0.05
# Any number that no other program locks in the same PostgreSQL database.
_SCHEMA_LOCK = 0x63697465
_VERSIONS_BEFORE_REVISIONS = (1, 2, 3)


class Database:
    """Open with `open_database`. `name` is what messages call it; it holds no password."""

    def __init__(self, engine: Engine, name: str) -> None:
        self.engine = engine
        self.name = name
        # The dialect that the engine has imported: each takes its time.
        self._dialect = import_module(f"sqlalchemy.dialects.{engine.dialect.name}")

    @property
    def is_shared(self) -> bool:
        """Whether another process can open it too."""
        return not _is_in_memory(self.engine.url)

    def insert(self, table: Table) -> Any:
        """An INSERT that may say what is to become of a row that is there already."""
        return self._dialect.insert(table)

    def upsert(self, table: Table) -> Any:
        """An INSERT that takes the place of the row with the same primary key."""
        statement = self.insert(table)
        keys = [column.name for column in table.primary_key]
        others = {
            column.name: statement.excluded[column.name]
            for column in table.columns
            if column.name not in keys
        }
        return statement.on_conflict_do_update(index_elements=keys, set_=others)

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """A transaction, committed at the end; raises UnusableStore in words."""
        try:
            with self.engine.begin() as connection:
                yield connection
        except (DatabaseError, InterfaceError) as error:
            raise unusable(self.name, error) from error

    def close(self) -> None:
        """Let go of it."""
        self.engine.dispose()


def open_database(url: str, *, busy_timeout_milliseconds: int = 10_000) -> Database:
    """Open or create the database at an SQLAlchemy URL; wait so long for another writer.

    Raises BadUsage for a URL that names none, UnusableStore for a database that is locked,
    damaged or of another version.
    """
    try:
        address = make_url(url)
        if address.get_backend_name() == "sqlite" and not _is_in_memory(address):
            _make_home(Path(str(address.database)))
        engine = create_engine(address)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise BadUsage(_not_an_address(url, error)) from error
    name = str(address.database or url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _sqlite_preparer(busy_timeout_milliseconds))
    try:
        _prepare_schema(engine, name)
    except SQLAlchemyError as error:
        engine.dispose()
        raise unusable(name, error) from error
    except UnusableStore:
        engine.dispose()
        raise
    return Database(engine, name)


def portions(values: Sequence[str]) -> Iterator[Sequence[str]]:
    """The values, as many at a time as a query takes."""
    for start in range(0, len(values), _IN_A_QUERY):
        yield values[start : start + _IN_A_QUERY]


def execute_all(connection: Connection, statement: Any, rows: Sequence[Mapping[str, Any]]) -> None:
    """Execute a statement for each row; none is fine."""
    if rows:
        connection.execute(statement, rows)


def storable(value: str) -> str:
    """Text for a column that people query; PostgreSQL takes no NUL, no database surrogates."""
    return value.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")


def unusable(name: str, error: SQLAlchemyError) -> UnusableStore:
    """What a database's error is to the user."""
    detail = str(getattr(error, "orig", None) or error).splitlines()[0]
    return UnusableStore(f"{name}: the database cannot be used ({detail}); name another with --db")


def _not_an_address(url: str, error: Exception) -> str:
    if isinstance(error, ModuleNotFoundError):
        return (
            f"--db: the driver {error.name!r} of this database is not installed;"
            " pip install 'citewatch[postgres]' brings that for PostgreSQL"
        )
    return f"--db {shown(url)}: not a database URL; write for example sqlite:///citewatch.db"


def shown(url: str) -> str:
    """A database's address as messages may have it: without its password."""
    address = _parsed(url)
    # Whatever is no address, a password stands before an @.
    return address.render_as_string(hide_password=True) if address else url.rpartition("@")[2]


def has_password(url: str) -> bool:
    """Whether an address holds a secret."""
    address = _parsed(url)
    return address.password is not None if address else "@" in url


def is_in_memory(url: str) -> bool:
    """Whether an address is that of a database that ends with its process."""
    address = _parsed(url)
    return address is not None and _is_in_memory(address)


def absolute(url: str) -> str:
    """The address of the same database, from whatever folder it is opened."""
    address = _parsed(url)
    if address is None or address.get_backend_name() != "sqlite" or _is_in_memory(address):
        return url
    path = Path(str(address.database)).absolute()
    return address.set(database=str(path)).render_as_string(hide_password=False)


def _parsed(url: str) -> URL | None:
    try:
        return make_url(url)
    except ArgumentError:
        return None


def _is_in_memory(address: URL) -> bool:
    return address.get_backend_name() == "sqlite" and address.database in {None, "", ":memory:"}


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
        revision = _revision_of(connection)
    if revision != REVISION:
        with engine.begin() as connection:
            revision = _brought_up_to_date(connection)
    if revision != REVISION:
        raise UnusableStore(
            f"{name}: is a database of schema version {revision}, and this citewatch writes"
            f" version {REVISION}; name another with --db"
        )


def _revision_of(connection: Connection) -> str | None:
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}"))  # noqa: S608
    revision: str | None = found.scalar_one_or_none()
    return revision


def _brought_up_to_date(connection: Connection) -> str:
    """Make or change the tables, unless another run has done it in the meantime."""
    # The lock ends with the transaction.
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    elif connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_SCHEMA_LOCK})")
    revision = _revision_of(connection)
    is_former = revision is None and inspect(connection).has_table(FORMER_VERSION_TABLE)
    if revision is None and not is_former:
        # A new database has nothing to migrate, and needs no Alembic to be made.
        metadata.create_all(connection)
        connection.exec_driver_sql(
            f"CREATE TABLE {VERSION_TABLE} (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"
        )
        connection.execute(
            text(f"INSERT INTO {VERSION_TABLE} VALUES (:revision)"),  # noqa: S608
            {"revision": REVISION},
        )
        return REVISION
    from storage import migrations  # noqa: PLC0415  # few runs find a database of another version

    if is_former:
        query = text(f"SELECT max(version) FROM {FORMER_VERSION_TABLE}")  # noqa: S608
        version = connection.execute(query).scalar_one()
        if version not in _VERSIONS_BEFORE_REVISIONS:
            return str(version)
        revision = f"{version:04}"
        migrations.stamp(connection, revision)
    assert revision is not None
    if revision == REVISION or not migrations.is_known(revision):
        return revision
    migrations.upgrade(connection)
    return REVISION
