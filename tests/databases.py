"""The databases that tests of the store run on: SQLite, and PostgreSQL where one is there.

A PostgreSQL is found at `CITEWATCH_TEST_POSTGRES`, an SQLAlchemy URL; where that is set the tests
have to run. Each test has a schema of its own there.
"""

from __future__ import annotations

import os
import uuid
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from sqlalchemy import create_engine, text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VARIABLE = "CITEWATCH_TEST_POSTGRES"
KINDS = ("sqlite", "postgresql")


@contextmanager
def a_database(kind: str, folder: Path) -> Iterator[str]:
    """The URL of an empty database, which is gone afterwards."""
    if kind == "sqlite":
        yield f"sqlite:///{folder}/made/store.db"
        return
    server = os.environ.get(VARIABLE)
    if not server:
        pytest.skip(f"no PostgreSQL named in {VARIABLE}")
    schema = f"citewatch_{uuid.uuid4().hex}"
    engine = create_engine(server)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    joint = "&" if "?" in server else "?"
    try:
        yield f"{server}{joint}options={quote(f'-csearch_path={schema}')}"
    finally:
        with engine.begin() as connection:
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
        engine.dispose()
