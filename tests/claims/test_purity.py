"""The thinking room has no window: no files, clocks, sockets, logs or databases."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FORBIDDEN_MODULES = set(
    "asyncio http.client logging os pathlib random socket sqlite3 subprocess time"
    " urllib.request".split()
)
FORBIDDEN_CALLS = {"open", "print", "now", "today", "utcnow", "write_text", "write_bytes"}
MODULES = sorted((ROOT / "claims").rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_claims_touch_nothing_outside(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                assert not {name.name for name in names} & FORBIDDEN_MODULES
            case ast.ImportFrom(module=module):
                assert module not in FORBIDDEN_MODULES
            case ast.Call(func=ast.Name(id=name)) | ast.Call(func=ast.Attribute(attr=name)):
                assert name not in FORBIDDEN_CALLS, f"line {node.lineno}"


def test_rapidfuzz_trafilatura_and_pdfium_have_one_door_each() -> None:
    importers = {
        (path.name, name)
        for path in MODULES
        for name in ("rapidfuzz", "trafilatura", "pypdfium2")
        if f"import {name}" in path.read_text(encoding="utf-8")
        or f"from {name}" in path.read_text(encoding="utf-8")
    }
    assert importers == {
        ("passages.py", "rapidfuzz"),
        ("pages.py", "trafilatura"),
        ("page_files.py", "pypdfium2"),
        ("pdf.py", "pypdfium2"),
        ("pdf_lines.py", "pypdfium2"),
    }
