"""Rendered texts kept as files; `CITEWATCH_UPDATE_GOLDEN=1 pytest tests/reports` writes them."""

from __future__ import annotations

import os
from pathlib import Path

_FOLDER = Path(__file__).parent / "golden"


def assert_golden(rendered: str, name: str) -> None:
    """Compare a text with the file that keeps it, to the byte."""
    path = _FOLDER / name
    if os.environ.get("CITEWATCH_UPDATE_GOLDEN"):
        path.write_bytes(rendered.encode())
    assert rendered == path.read_bytes().decode()
