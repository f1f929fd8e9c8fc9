"""Headers of a table's columns that name no two columns alike."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_IN_BRACKETS = re.compile(r"\s*[(（\[][^)）\]]*[)）\]]")


def told_apart(headers: Sequence[str]) -> list[str]:
    """The headers; one that comes again further on has the one before it in front.

    Of "Exports (bn) | Change | Imports (bn) | Change" the changes are "Exports Change" and
    "Imports Change". One that spans several columns stands beside itself and stays as it is; so
    do all where they would not be told apart: "Place | Player | Goals | Player | Goals".
    """
    kinds = Counter(
        header
        for number, header in enumerate(headers)
        if number == 0 or header != headers[number - 1]
    )
    found: list[str] = []
    own = ""
    for header in headers:
        if kinds[header] == 1:
            own = without_brackets(header)
        found.append(f"{own} {header}".strip() if kinds[header] > 1 else header)
    told = [new for new, header in zip(found, headers, strict=True) if kinds[header] > 1]
    return found if len(set(told)) == len(told) else [*headers]


def without_brackets(header: str) -> str:
    """A header without what it sets in brackets: the unit, as a rule."""
    return _IN_BRACKETS.sub("", header).strip()
