"""Spans of Markdown that take in the marks whose other half lies inside them."""

from __future__ import annotations

import re

_MARKS = ("**", "__", "~~", "*", "_", "`")
# The rest of a link after its text: "](url "title")" or "][label]".
_LINK_REST = re.compile(
    r"\]\((?:[^()\s]|\([^()\s]*\)){0,2000}(?:\s+\"[^\"\n]{0,300}\")?\)"
    r"|\]\[[^\]\n]{0,200}\]|\]"
)


def with_whole_marks(source: str, start: int, end: int) -> tuple[int, int]:
    """Grow `[start, end)` over emphasis and link marks that would else be cut in half.

    Text starts behind the marks that open it: "**Bold** words." begins at "Bold", and a slice
    from there would show "Bold** words.".
    """
    grown = True
    while grown:
        grown = False
        slice_ = source[start:end]
        if slice_.count("[") > slice_.count("]") and (rest := _LINK_REST.match(source, end)):
            end, grown = rest.end(), True
        elif slice_.count("]") > slice_.count("[") and source[start - 1 : start] == "[":
            start, grown = start - 1, True
        for mark in _MARKS:
            if source[start:end].count(mark) % 2 == 0:
                continue
            if start >= len(mark) and source.startswith(mark, start - len(mark)):
                start, grown = start - len(mark), True
            elif source.startswith(mark, end):
                end, grown = end + len(mark), True
    return start, end
