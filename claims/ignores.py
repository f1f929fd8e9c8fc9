"""Comments in a document that say which alerts are no news, and why.

`citewatch-ignore-next CW201: reason` speaks of the next paragraph, row or list item (the lines down
to an empty one), `citewatch-ignore CW201: reason` of its own line, `citewatch-ignore-file CW101:
reason` of the whole document. Codes may be several, parted by commas, or the beginning of codes
(CW1). In what kind of comment the words stand is the document's own business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.rules import is_code

_COMMENT = re.compile(r"citewatch-ignore(?P<scope>-next|-file)?\b(?P<rest>.*)")
_END = re.compile(r"--+%?>|\*/")
_SAID = re.compile(
    r"\s*(?P<codes>CW\d{0,3}(?:\s*,\s*CW\d{0,3})*)\s*:\s*(?P<reason>\S.*)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Ignore:
    """A comment on `line`: alerts of `codes` that start on lines `first` to `last` are ignored.

    One without a reason, or without a code that exists, has no codes and ignores nothing.
    """

    line: int
    first: int
    last: int
    codes: tuple[str, ...]
    reason: str

    def covers(self, code: str, line: int, end_line: int) -> bool:
        """Whether an alert on these lines is meant."""
        is_there = line <= self.last and end_line >= self.first
        return is_there and any(code.startswith(one) for one in self.codes)


def ignores_in(source: str) -> tuple[Ignore, ...]:
    """The comments of a document's source, in its order."""
    if "citewatch-ignore" not in source:
        return ()
    lines = source.splitlines()
    return tuple(
        _read(found, number, lines)
        for number, text in enumerate(lines, 1)
        if (found := _COMMENT.search(text))
    )


def _read(found: re.Match[str], number: int, lines: list[str]) -> Ignore:
    first, last = _lines_of(found["scope"] or "", number, lines)
    said = _SAID.match(_END.split(found["rest"], maxsplit=1)[0])
    codes = tuple(code.strip().upper() for code in said["codes"].split(",")) if said else ()
    if not said or not all(map(is_code, codes)):
        return Ignore(number, first, last, (), "")
    return Ignore(number, first, last, codes, said["reason"].strip())


def _lines_of(scope: str, number: int, lines: list[str]) -> tuple[int, int]:
    if scope == "-file":
        return 1, len(lines)
    if not scope:
        return number, number
    first = number + 1
    while first <= len(lines) and not lines[first - 1].strip():
        first += 1
    last = first
    while last < len(lines) and lines[last].strip():
        last += 1
    return first, last
