"""Statuses that the user holds for as good as 200, in general or of one host."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.urls import is_host_of

_WRITTEN = re.compile(
    r"(?P<first>\d{3})?(?P<to>\.\.=?)?(?P<last>\d{3})?(?:@(?P<host>(?:\*\.)?[\w.-]{1,253}))?"
)
_FIRST, _LAST = 100, 999


@dataclass(frozen=True, slots=True)
class Accepted:
    """The statuses from `first` to `last`, both included, of `host`, or with "" of all hosts."""

    first: int
    last: int
    host: str = ""

    def covers(self, status: int, host: str) -> bool:
        """Whether an answer of a host with this status is accepted."""
        return self.first <= status <= self.last and (not self.host or is_host_of(host, self.host))


def parse_accepted(text: str) -> Accepted:
    """Read "403", "200..=299", "500..600" (600 left out) or one of these with "@example.org".

    Raises ValueError.
    """
    written = _WRITTEN.fullmatch(text.strip())
    numbers = written and (written["first"] or written["last"])
    if not written or not numbers or (written["last"] and not written["to"]):
        raise ValueError(
            f"{text!r} is no status; write for example 403, 200..=299 or 403@example.org"
        )
    first = int(written["first"] or _FIRST)
    if not written["to"]:
        last = first
    else:
        last = int(written["last"] or _LAST) - (written["to"] == ".." and bool(written["last"]))
    if first > last:
        raise ValueError(f"{text!r} covers no status")
    return Accepted(first, last, (written["host"] or "").lower())
