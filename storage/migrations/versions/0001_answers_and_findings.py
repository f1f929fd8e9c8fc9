"""What was fetched, read and found."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_RUN = "runs.id"


def upgrade() -> None:
    """Make the tables of the first version."""
    op.create_table(
        "observations",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("final_url", sa.Text, nullable=False),
        sa.Column("outcome", sa.String(32), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("http_status", sa.Integer),
        sa.Column("redirects", sa.LargeBinary, nullable=False),
        sa.Column("content_type", sa.Text, nullable=False),
        sa.Column("content_key", sa.String(64), nullable=False),
        sa.Column("fetched_at", sa.DateTime, nullable=False),
        sa.Column("origin", sa.String(16), nullable=False),
        sa.Column("retry_at", sa.DateTime),
    )
    op.create_index("observations_by_url", "observations", ["url", "fetched_at"])
    op.create_table(
        "bodies",
        sa.Column("content_key", sa.String(64), primary_key=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "pages",
        sa.Column("content_key", sa.String(64), primary_key=True),
        sa.Column("extractor_version", sa.String(16), primary_key=True),
        sa.Column("text_sha256", sa.String(64), nullable=False),
        sa.Column("page", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "runs",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("tool_version", sa.String(32), nullable=False),
        sa.Column("started_at", sa.DateTime, nullable=False),
        sa.Column("finished_at", sa.DateTime, nullable=False),
        sa.Column("config_digest", sa.String(64), nullable=False),
        sa.Column("tiers", sa.LargeBinary, nullable=False),
        sa.Column("problems", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "documents",
        sa.Column(
            "run_id", sa.String(64), sa.ForeignKey(_RUN, ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("document", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "findings",
        sa.Column(
            "run_id", sa.String(64), sa.ForeignKey(_RUN, ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("document", sa.Integer, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("claim_id", sa.String(32), nullable=False),
        sa.Column("claim_text", sa.Text, nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("finding", sa.LargeBinary, nullable=False),
    )
    op.create_index("findings_by_claim", "findings", ["claim_id"])
    op.create_table(
        "run_sources",
        sa.Column(
            "run_id", sa.String(64), sa.ForeignKey(_RUN, ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("outcome", sa.String(32), nullable=False),
        sa.Column("source", sa.LargeBinary, nullable=False),
    )
    op.create_index("run_sources_by_url", "run_sources", ["url"])
