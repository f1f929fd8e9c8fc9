"""What a finding rests on, so that a later run may take it over."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the column and its index."""
    op.add_column("findings", sa.Column("basis", sa.String(64), nullable=False, server_default=""))
    op.create_index("findings_by_basis", "findings", ["basis"])
