"""The exit codes, as `citewatch --help` documents them."""

from __future__ import annotations

FINDINGS = 1
COULD_NOT_RUN = 2
# What a shell reports for a process that Ctrl-C ended.
INTERRUPTED = 130
# And for one that was asked to end.
TERMINATED = 143


class Terminated(KeyboardInterrupt):
    """The process was asked to end, by whoever runs it; ends a run as Ctrl-C does."""


def code_of(stop: KeyboardInterrupt) -> int:
    """The exit code of a run that somebody stopped."""
    return TERMINATED if isinstance(stop, Terminated) else INTERRUPTED
