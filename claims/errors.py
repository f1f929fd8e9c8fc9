"""What can stop us: one root, few leaves, each message one sentence that says what to do.

What can go wrong with a document's sources is no exception but a value (`Missed`,
`Unreadable`); these are for what the user has to mend.
"""

from __future__ import annotations


class CitewatchError(Exception):
    """We could not do the job; the message is fit to print as it is. Exit code 2."""


class UnreadableDocument(CitewatchError):
    """An input cannot be read as a document; names the file and what to do."""


class BadUsage(CitewatchError):
    """An option or a configuration entry is wrong; names it."""


class UnusableStore(CitewatchError):
    """The database cannot be used: locked, damaged, or of another schema version."""


class UnusableArchive(CitewatchError):
    """A WARC file cannot be read or written."""


class UnwritableOutput(CitewatchError):
    """A report cannot be written where it was asked for."""
