"""Which lines of a document have changed since a commit, as git tells it."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claims.errors import BadUsage

if TYPE_CHECKING:
    from claims.values import Claim, Document

_HUNK = re.compile(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Changes:
    """The changed lines of a document, and what they say; `lines` None stands for all."""

    lines: frozenset[int] | None
    text: str

    def touch(self, first: int, last: int) -> bool:
        """Whether one of these lines has changed."""
        return self.lines is None or not self.lines.isdisjoint(range(first, last + 1))

    def name(self, url: str) -> bool:
        """Whether a changed line has a URL: a reference that was changed changes its claims."""
        return self.lines is None or url in self.text


EVERYTHING = Changes(None, "")


def changes_in(document: Document, since: str) -> Changes:
    """What of a document has changed since a commit; everything, of what git does not know.

    Raises BadUsage where there is no repository or no such commit.
    """
    path = Path(document.path)
    if not path.is_file():
        return EVERYTHING
    folder = str(path.resolve().parent)
    found = _git(folder, since, "rev-parse", "--verify", "--end-of-options", f"{since}^{{commit}}")
    commit = found.split()[-1]
    tracked = _git(folder, since, "ls-tree", "--name-only", commit, "--", path.name)
    if not tracked.strip():
        return EVERYTHING
    told = _git(
        folder, since, "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--unified=0",
        commit, "--", path.name,
    )  # fmt: skip
    lines: set[int] = set()
    for hunk in _HUNK.finditer(told):
        start, count = int(hunk[1]), int(hunk[2] or 1)
        lines.update(range(start, start + count))
    # As git counts lines, and not as Unicode does.
    written = document.source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    text = "\n".join(written[line - 1] for line in sorted(lines) if line <= len(written))
    return Changes(frozenset(lines), text)


def is_changed(claim: Claim, changes: Changes) -> bool:
    """Whether a claim, or one of the URLs that it cites, stands on a changed line."""
    last = claim.line + claim.text.count("\n")
    return changes.touch(claim.line, last) or any(
        changes.name(citation.url) for citation in claim.citations
    )


def _git(folder: str, since: str, *arguments: str) -> str:
    try:
        ran = subprocess.run(  # noqa: S603  # a list, and what the user gave stands behind "--"
            ["git", "-C", folder, *arguments],  # noqa: S607  # the user's own git
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError as error:
        raise BadUsage(f"--changed-since {since}: git is not installed") from error
    except subprocess.TimeoutExpired as error:
        raise BadUsage(f"--changed-since {since}: git did not answer in {_SECONDS} s") from error
    if ran.returncode:
        said = ran.stderr.strip().splitlines()
        why = said[0] if said else "git knows no such commit"
        raise BadUsage(f"--changed-since {since}: {why}")
    return ran.stdout
