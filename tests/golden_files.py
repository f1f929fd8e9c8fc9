"""Texts kept as files; `CITEWATCH_UPDATE_GOLDEN=1 make test` writes them."""

from __future__ import annotations

import os
from pathlib import Path

_OF_REPORTS = Path(__file__).parent / "reports" / "golden"


def assert_golden(rendered: str, name: str, folder: Path = _OF_REPORTS) -> None:
    """Compare a text with the file that keeps it, to the byte."""
    path = folder / name
    if os.environ.get("CITEWATCH_UPDATE_GOLDEN"):
        path.write_bytes(rendered.encode())
    assert rendered == path.read_bytes().decode()
