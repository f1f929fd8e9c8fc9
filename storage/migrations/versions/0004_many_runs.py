"""Runs that are under way, hosts that one of them has to itself, and what has been told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the tables; the decisions came within the third version, without a number."""
    tables = set(sa.inspect(op.get_bind()).get_table_names())
    if "decisions" not in tables:
        op.create_table(
            "decisions",
            sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
            sa.Column("path", sa.Text, nullable=False),
            sa.Column("claim_id", sa.String(32), nullable=False),
            sa.Column("ruling", sa.String(16), nullable=False),
            sa.Column("by", sa.Text, nullable=False),
            sa.Column("at", sa.DateTime, nullable=False),
            sa.Column("decision", sa.LargeBinary, nullable=False),
        )
        op.create_index("decisions_by_path", "decisions", ["path"])
    op.add_column(
        "runs", sa.Column("state", sa.String(16), nullable=False, server_default="finished")
    )
    op.create_index("runs_by_start", "runs", ["started_at"])
    op.create_index("documents_by_path", "documents", ["path"])
    op.create_table(
        "leases",
        sa.Column("host", sa.Text, primary_key=True),
        sa.Column("holder", sa.Text, nullable=False),
        sa.Column("until", sa.DateTime, nullable=False),
    )
    op.create_table(
        "notices",
        sa.Column("fingerprint", sa.String(64), primary_key=True),
        sa.Column("run_id", sa.String(64), nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("sent_at", sa.DateTime),
        sa.Column("notice", sa.LargeBinary, nullable=False),
    )
    if "citewatch_schema" in tables:
        # Versions were counted there before there were revisions.
        op.drop_table("citewatch_schema")
