"""From the tables of an earlier version to today's, one version at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, text

from storage.tables import schema_info

if TYPE_CHECKING:
    from sqlalchemy import Connection

# By the version that they start from. Plain SQL: what a table was then is in no module now.
_STEPS: dict[int, tuple[str, ...]] = {
    1: (
        "ALTER TABLE observations ADD COLUMN etag TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE observations ADD COLUMN last_modified TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE observations ADD COLUMN memento_at TIMESTAMP",
    ),
    2: (
        "ALTER TABLE findings ADD COLUMN basis VARCHAR(64) NOT NULL DEFAULT ''",
        "CREATE INDEX findings_by_basis ON findings (basis)",
    ),
}


def migrate(connection: Connection, version: int) -> int:
    """Bring a database up to date inside the caller's transaction, and give its version then.

    The caller holds the schema's lock, so that a run beside this one does not do it too.
    """
    while version in _STEPS:
        for statement in _STEPS[version]:
            connection.execute(text(statement))
        version += 1
        connection.execute(insert(schema_info).values(version=version))
    return version
