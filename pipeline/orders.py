"""What a run is to do, as plain values: a command line makes them up, a flow hands them on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from pipeline.config import Config
    from pipeline.inputs import Input
    from pipeline.outputs import Output


# The beginnings of the codes of rules.
EVERY_RULE = ("CW",)
RULES_ON_SOURCES = ("CW1",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to check and where answers come from; all of it plain, so that it can go anywhere.

    A part of a run that others carry out parts of knows when the run began, and how many
    processes it may read pages with.
    """

    paths: tuple[str, ...]
    config: Config
    replay: str | None = None
    record: str | None = None
    stdin: Input | None = None
    only_links: bool = False
    changed_since: str = ""
    began_at: datetime | None = None
    readers: int | None = None

    @property
    def is_whole(self) -> bool:
        """Whether all of every document is checked, by every rule of the command."""
        return not (self.changed_since or self.config.select or self.config.ignore)

    @property
    def looked_for(self) -> tuple[str, ...]:
        """The beginnings of the codes of the rules by which all of every document is checked."""
        if not self.is_whole:
            return ()
        return RULES_ON_SOURCES if self.only_links else EVERY_RULE


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be made of a report."""

    outputs: tuple[Output, ...]
    is_links: bool = False
    update_baseline: bool = False
    verbose: bool = False
    quiet: bool = False
    notify: bool = False
