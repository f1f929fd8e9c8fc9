"""JSON that others wrote, as values whose strings are text."""

from __future__ import annotations

import json
import re
from typing import Any

# JSON can write half of a surrogate pair, as an escape or in its bytes; no text can have one, and
# whoever encodes it fails.
_HALF = re.compile(r"[\ud800-\udfff]")
_MAY_BE_HALF = re.compile(r"\\u[dD]|[\ud800-\udfff]")
_MAY_BE_HALF_IN_BYTES = re.compile(rb"\\u[dD]|\xed[\xa0-\xbf]")


def json_value(text: str | bytes) -> Any:
    """What a JSON text says, with U+FFFD for halves of surrogate pairs.

    Raises ValueError for what is no JSON and RecursionError for what is nested too deeply.
    """
    value = json.loads(text)
    may_be_half = (
        _MAY_BE_HALF.search(text) if isinstance(text, str) else _MAY_BE_HALF_IN_BYTES.search(text)
    )
    return _well_formed(value) if may_be_half else value


def _well_formed(value: Any) -> Any:
    if isinstance(value, str):
        return _HALF.sub("\ufffd", value)
    if isinstance(value, list):
        return [_well_formed(one) for one in value]
    if isinstance(value, dict):
        return {_well_formed(key): _well_formed(one) for key, one in value.items()}
    return value
