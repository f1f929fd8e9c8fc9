"""The exit codes, as `citewatch --help` documents them."""

from __future__ import annotations

FINDINGS = 1
COULD_NOT_RUN = 2
# What a shell reports for a process that Ctrl-C ended.
INTERRUPTED = 130
