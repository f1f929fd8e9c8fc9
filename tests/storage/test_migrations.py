"""A database of any earlier version becomes one of today's, and keeps what is in it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, insert, inspect, text

from claims.errors import UnusableStore
from claims.values import Outcome
from storage import migrations
from storage.store import open_store
from storage.tables import REVISION, VERSION_TABLE, metadata, observations, runs

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

NOW = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
URL = "https://a.example/x"
FIRST_COLUMNS = {
    "url": URL,
    "final_url": URL,
    "outcome": "ok",
    "reason": "",
    "http_status": 200,
    "redirects": [],
    "content_type": "text/plain",
    "content_key": "key",
    "fetched_at": NOW,
    "origin": "network",
}
A_RUN = {
    "id": "20261102T080000Z-00000000",
    "tool_version": "0.1",
    "started_at": NOW,
    "finished_at": NOW,
    "config_digest": "",
    "tiers": [],
    "problems": [],
}


def an_engine(url: str, tmp_path: Path) -> Engine:
    (tmp_path / "made").mkdir(exist_ok=True)
    return create_engine(url)


def test_the_newest_revision_is_the_one_that_is_written() -> None:
    assert migrations.newest() == REVISION


def test_the_revisions_lead_to_the_tables_of_today(database_url: str, tmp_path: Path) -> None:
    engine = an_engine(database_url, tmp_path)
    with engine.begin() as connection:
        migrations.upgrade(connection)
    with engine.begin() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


@pytest.mark.parametrize("revision", ["0001", "0002", "0003"])
@pytest.mark.parametrize("is_numbered", [True, False])
def test_an_earlier_database_is_brought_up_to_date_once_by_many(
    database_url: str, tmp_path: Path, revision: str, *, is_numbered: bool
) -> None:
    engine = an_engine(database_url, tmp_path)
    with engine.begin() as connection:
        migrations.upgrade(connection, revision)
        connection.execute(insert(observations), FIRST_COLUMNS)
        connection.execute(insert(runs), A_RUN)
        if is_numbered:
            connection.execute(text(f"DROP TABLE {VERSION_TABLE}"))
            connection.execute(text("CREATE TABLE citewatch_schema (version INTEGER)"))
            connection.execute(text(f"INSERT INTO citewatch_schema VALUES ({int(revision)})"))
    engine.dispose()

    with ThreadPoolExecutor(4) as pool:
        stores = list(pool.map(lambda _: open_store(database_url), range(8)))

    found = stores[0].find_successes([URL])[URL]
    assert (found.outcome, found.etag, found.memento_at) == (Outcome.OK, "", None)
    assert stores[1].newest_run() == A_RUN["id"]
    assert stores[2].load_decisions(["note.md"]) == []
    assert stores[3].leases.take({"a.example"}, NOW) == {"a.example"}
    tables = inspect(stores[0].database.engine).get_table_names()
    assert "citewatch_schema" not in tables
    for one in stores:
        one.close()


@pytest.mark.parametrize(
    "statement",
    [
        f"UPDATE {VERSION_TABLE} SET version_num = '0099'",
        # Versions were numbers before they were revisions.
        (
            f"ALTER TABLE {VERSION_TABLE} RENAME TO citewatch_schema;"
            "ALTER TABLE citewatch_schema RENAME COLUMN version_num TO version;"
            "UPDATE citewatch_schema SET version = 99"
        ),
    ],
)
def test_a_database_of_a_later_version_is_refused(database_url: str, statement: str) -> None:
    store = open_store(database_url)
    with store.database.begin() as connection:
        for one in statement.split(";"):
            connection.execute(text(one))
    store.close()
    with pytest.raises(UnusableStore, match=r"schema version (00)?99"):
        open_store(database_url)
