"""The tables, and the types that keep their values honest across databases."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import zstandard
from sqlalchemy import (
    Column,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect

# The last of `storage.migrations`: every change of a table is a revision there.
REVISION = "0004"
VERSION_TABLE = "citewatch_version"
# Where versions were counted before there were revisions.
FORMER_VERSION_TABLE = "citewatch_schema"
_COMPRESSION_LEVEL = 3
_FASTEST_LEVEL = -5

# The states of a run.
RUNNING = "running"
FINISHED = "finished"

metadata = MetaData()


class Utc(TypeDecorator[datetime]):
    """Aware UTC in, aware UTC out; SQLite would give naive times back."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store as naive UTC."""
        del dialect
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give back as aware UTC."""
        del dialect
        return value.replace(tzinfo=UTC) if value else None


class Packed(TypeDecorator[bytes]):
    """Bytes that are kept for a moment, compressed with Zstandard as fast as it can."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """Compress."""
        del dialect
        if value is None:
            return None
        return zstandard.ZstdCompressor(level=_FASTEST_LEVEL).compress(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """Decompress."""
        del dialect
        return None if value is None else zstandard.ZstdDecompressor().decompress(value)


class PackedJson(TypeDecorator[Any]):
    """A JSON value, compressed; lone surrogates survive as escapes."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes:
        """Dump and compress."""
        del dialect
        data = json.dumps(value, separators=(",", ":")).encode("ascii")
        return zstandard.ZstdCompressor(level=_COMPRESSION_LEVEL).compress(data)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:
        """Decompress and load."""
        del dialect
        return json.loads(zstandard.ZstdDecompressor().decompress(value or b""))


observations = Table(
    "observations",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("url", Text, nullable=False),
    Column("final_url", Text, nullable=False),
    Column("outcome", String(32), nullable=False),
    Column("reason", Text, nullable=False),
    Column("http_status", Integer),
    Column("redirects", PackedJson, nullable=False),
    Column("content_type", Text, nullable=False),
    Column("content_key", String(64), nullable=False),
    Column("fetched_at", Utc, nullable=False),
    Column("origin", String(16), nullable=False),
    Column("retry_at", Utc),
    Column("etag", Text, nullable=False, server_default=""),
    Column("last_modified", Text, nullable=False, server_default=""),
    Column("memento_at", Utc),
    Index("observations_by_url", "url", "fetched_at"),
)

# A body waits here only until its page has been read from it.
bodies = Table(
    "bodies",
    metadata,
    Column("content_key", String(64), primary_key=True),
    Column("body", Packed, nullable=False),
)

pages = Table(
    "pages",
    metadata,
    Column("content_key", String(64), primary_key=True),
    Column("extractor_version", String(16), primary_key=True),
    Column("text_sha256", String(64), nullable=False),
    Column("page", PackedJson, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("tool_version", String(32), nullable=False),
    Column("started_at", Utc, nullable=False),
    Column("finished_at", Utc, nullable=False),
    Column("config_digest", String(64), nullable=False),
    Column("tiers", PackedJson, nullable=False),
    Column("problems", PackedJson, nullable=False),
    # A run is there from its first finding on; one that was killed never gets finished.
    Column("state", String(16), nullable=False, server_default="finished"),
    Index("runs_by_start", "started_at"),
)

_RUN = "runs.id"

documents = Table(
    "documents",
    metadata,
    Column("run_id", ForeignKey(_RUN, ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("path", Text, nullable=False),
    Column("document", PackedJson, nullable=False),
    Index("documents_by_path", "path"),
)

findings = Table(
    "findings",
    metadata,
    Column("run_id", ForeignKey(_RUN, ondelete="CASCADE"), primary_key=True),
    Column("document", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("claim_id", String(32), nullable=False),
    Column("claim_text", Text, nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("score", Float, nullable=False),
    Column("reason", Text, nullable=False),
    Column("finding", PackedJson, nullable=False),
    Column("basis", String(64), nullable=False, server_default=""),
    Index("findings_by_claim", "claim_id"),
    Index("findings_by_basis", "basis"),
)

# What editors have decided, each time they did; the newest on a claim counts.
decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("path", Text, nullable=False),
    Column("claim_id", String(32), nullable=False),
    Column("ruling", String(16), nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Utc, nullable=False),
    Column("decision", PackedJson, nullable=False),
    Index("decisions_by_path", "path"),
)

run_sources = Table(
    "run_sources",
    metadata,
    Column("run_id", ForeignKey(_RUN, ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("url", Text, nullable=False),
    Column("outcome", String(32), nullable=False),
    Column("source", PackedJson, nullable=False),
    Index("run_sources_by_url", "url"),
)

# Hosts that a run has to itself for now, so that no host is asked faster by two runs than by one.
leases = Table(
    "leases",
    metadata,
    Column("host", Text, primary_key=True),
    Column("holder", Text, nullable=False),
    Column("until", Utc, nullable=False),
)

# What users have been told, or are to be told once their quiet hours are over.
notices = Table(
    "notices",
    metadata,
    Column("fingerprint", String(64), primary_key=True),
    Column("run_id", String(64), nullable=False),
    Column("made_at", Utc, nullable=False),
    Column("sent_at", Utc),
    Column("notice", PackedJson, nullable=False),
)
