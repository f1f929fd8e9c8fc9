"""Names of the same thing that no dictionary joins: the built-in list, and what a user adds.

Each line of a list holds the names of one organisation, product or person, in any script, parted
by tabs. A Chinese name stands for the words of its Latin names; and wherever a text has any name
of a line that a user gave, it has that line's form, so that "WHO" and "World Health Organization"
meet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

from claims.languages import HAN, simplified

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Group = tuple[str, ...]

_HAN = re.compile(f"[{HAN}]")
_LEAST_NAMES = 2


@dataclass(frozen=True)
class Aliases:
    """Groups of names, each of one thing; those a user gave come after the built-in ones."""

    added: tuple[Group, ...] = ()

    @cached_property
    def glosses(self) -> Mapping[str, str]:
        """Simplified Chinese names to the Latin names of the same thing."""
        found: dict[str, str] = {}
        for group in (*_built_in(), *self.added):
            latin = " ".join(name for name in group if not _HAN.search(name))
            for name in group:
                if latin and _HAN.search(name):
                    found[simplified(name)] = latin
        return found

    def places(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where a text has a name that a user gave: `[start, end)` and the form of its group."""
        if self.added:
            for match in self._pattern.finditer(simplified(text)):
                yield match.start(), match.end(), self._forms[match.group()]

    @cached_property
    def _forms(self) -> Mapping[str, str]:
        return {
            simplified(name): f"={number}"
            for number, group in enumerate(self.added)
            for name in group
        }

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self._forms, key=len, reverse=True)
        return re.compile(
            "|".join(
                re.escape(name) if _HAN.search(name) else rf"(?<!\w){re.escape(name)}(?!\w)"
                for name in longest_first
            )
        )


def parse_aliases(text: str) -> tuple[Group, ...]:
    """The groups of a list; raises ValueError that names the line."""
    groups = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        names = tuple(name.strip() for name in line.split("\t") if name.strip())
        if len(names) < _LEAST_NAMES:
            raise ValueError(f"line {number}: needs two names or more of one thing, parted by tabs")
        groups.append(names)
    return tuple(groups)


def aliases() -> Aliases:
    """The aliases in use."""
    return _IN_USE[-1]


def use_aliases(added: Sequence[Group]) -> None:
    """Set what a user adds, for all claims and pages that are read from now on in this process."""
    _IN_USE[:] = [Aliases(tuple(added))]


@cache
def _built_in() -> tuple[Group, ...]:
    return parse_aliases(files("claims.lexicon").joinpath("aliases.tsv").read_text("utf-8"))


_IN_USE = [Aliases()]
