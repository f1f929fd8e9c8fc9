"""What the user is told beside the report, on stderr: sentences, or a JSON object a line."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime

from reports.characters import on_one_line

LOG_FORMATS = ("text", "json")
_LOG = logging.getLogger("citewatch")


class _Sentences(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        # A sentence may hold what a document or a file's name holds.
        return f"citewatch: {on_one_line(record.getMessage())}"


class _Lines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC)
        told = {
            "time": at.isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        return json.dumps(told, ensure_ascii=False)


class _Stderr(logging.Handler):
    """To whatever stderr is when something is said."""

    def emit(self, record: logging.LogRecord) -> None:
        sys.stderr.write(f"{self.format(record)}\n")


def set_up(log_format: str = "text") -> None:
    """Say everything in one of `LOG_FORMATS` from now on."""
    handler = _Stderr()
    handler.setFormatter(_Lines() if log_format == "json" else _Sentences())
    _LOG.handlers[:] = [handler]
    _LOG.setLevel(logging.INFO)
    _LOG.propagate = False


def tell(message: str, **fields: object) -> None:
    """Say a sentence; `fields` are for those who read JSON."""
    _LOG.info("%s", message, extra={"fields": fields})


def warn(message: str, **fields: object) -> None:
    """Say a sentence about what is not as it should be."""
    _LOG.warning("%s", message, extra={"fields": fields})


def fail(message: str, **fields: object) -> None:
    """Say why there is no result."""
    _LOG.error("%s", message, extra={"fields": fields})


set_up()
