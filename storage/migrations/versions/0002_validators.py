"""What a server said of its answer's version, and the time that an archived copy is of."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns."""
    for name in ("etag", "last_modified"):
        op.add_column("observations", sa.Column(name, sa.Text, nullable=False, server_default=""))
    op.add_column("observations", sa.Column("memento_at", sa.DateTime))
