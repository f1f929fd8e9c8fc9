"""From the tables of an earlier version to today's, one Alembic revision at a time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from storage.tables import REVISION, VERSION_TABLE

if TYPE_CHECKING:
    from sqlalchemy import Connection


def upgrade(connection: Connection, revision: str = REVISION) -> None:
    """Bring a database to a revision inside the caller's transaction.

    The caller holds the schema's lock, so that a run beside this one does not do it too.
    """
    command.upgrade(_config(connection), revision)


def stamp(connection: Connection, revision: str) -> None:
    """Note that the tables are those of a revision already."""
    command.stamp(_config(connection), revision)


def is_known(revision: str) -> bool:
    """Whether a revision is one that this citewatch knows the way from."""
    return any(one.revision == revision for one in _scripts().walk_revisions())


def newest() -> str | None:
    """The revision that the scripts end with."""
    return _scripts().get_current_head()


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config(None))


def _config(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    config.attributes["version_table"] = VERSION_TABLE
    return config
