"""What of a document has changed since a commit, as git tells it.

Lines tell which words were touched; what a claim cites may be written elsewhere (a reference, a
note, the list at the end, a bibliography beside the document), so it is compared with what the
same claim cited in the document of that commit.
"""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claims.cited_places import cited_urls
from claims.documents import read_document
from claims.errors import BadUsage, UnreadableDocument
from claims.extraction import find_claims
from claims.values import Via

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.values import Claim, Document
    from pipeline.inputs import Input

_HUNK = re.compile(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Changes:
    """The lines of a document that changed since a commit, and what it was `before`."""

    lines: frozenset[int]
    before: Document

    def touch(self, first: int, last: int) -> bool:
        """Whether one of these lines has changed."""
        return not self.lines.isdisjoint(range(first, last + 1))


@dataclass(frozen=True, slots=True)
class AllNew:
    """A document that the commit does not have, or that could not be read there."""


def changes_in(item: Input, since: str) -> Changes | AllNew:
    """What of a document has changed since a commit.

    Raises BadUsage where there is no repository or no such commit.
    """
    path = Path(item.path)
    if not path.is_file():
        return AllNew()
    folder = str(path.resolve().parent)
    found = _git(folder, since, "rev-parse", "--verify", "--end-of-options", f"{since}^{{commit}}")
    commit = found.split()[-1]
    before = _document_of(item, folder, since, commit)
    if before is None:
        return AllNew()
    told = _git(
        folder, since, "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--unified=0",
        commit, "--", path.name,
    )  # fmt: skip
    lines: set[int] = set()
    for hunk in _HUNK.finditer(told):
        start, count = int(hunk[1]), int(hunk[2] or 1)
        lines.update(range(start, start + count))
    return Changes(frozenset(lines), before)


def changed_claims(claims: Iterable[Claim], changes: Changes | AllNew) -> tuple[Claim, ...]:
    """The claims that stand on a changed line, say something else or cite something else."""
    if isinstance(changes, AllNew):
        return tuple(claims)
    before = {claim.id: claim for claim in find_claims(changes.before)}
    return tuple(
        claim
        for claim in claims
        if changes.touch(claim.line, claim.line + claim.text.count("\n"))
        or claim.id not in before
        or _cites_otherwise(claim, before[claim.id])
    )


def changed_places(
    places: Iterable[tuple[str, int]], changes: Changes | AllNew
) -> tuple[tuple[str, int], ...]:
    """Of the URLs that a document cites, with their lines: those on changed lines, and new ones."""
    if isinstance(changes, AllNew):
        return tuple(places)
    before = frozenset(cited_urls(changes.before))
    return tuple(
        (url, line) for url, line in places if changes.touch(line, line) or url not in before
    )


def _cites_otherwise(claim: Claim, before: Claim) -> bool:
    """Whether a claim cites other sources than before.

    One that names none has all that are listed for candidates: one more is no change of it.
    """
    had, has = _urls_of(before), _urls_of(claim)
    is_inferred = all(one.via is Via.LISTED for one in (*before.citations, *claim.citations))
    return bool(had - has) if is_inferred and had else had != has


def _urls_of(claim: Claim) -> frozenset[str]:
    return frozenset(citation.url for citation in claim.citations)


def _document_of(item: Input, folder: str, since: str, commit: str) -> Document | None:
    """A document as it was in a commit; None where it was not there, or could not be read."""

    def blob(name: str) -> bytes | None:
        ran = _run(folder, since, "cat-file", "blob", f"{commit}:./{name}")
        return None if ran.returncode else ran.stdout

    own = blob(Path(item.path).name)
    if own is None:
        return None
    beside = {name: data for name, _ in item.companions if (data := blob(name)) is not None}
    try:
        return read_document(own, item.path, item.format, beside)
    except UnreadableDocument:
        return None


def _git(folder: str, since: str, *arguments: str) -> str:
    """What git answers; raises BadUsage with what it says instead."""
    ran = _run(folder, since, *arguments)
    if ran.returncode:
        said = ran.stderr.decode("utf-8", "replace").strip().splitlines()
        why = said[0] if said else "git knows no such commit"
        raise BadUsage(f"--changed-since {since}: {why}")
    return ran.stdout.decode("utf-8", "replace")


def _run(folder: str, since: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603  # a list, and what the user gave stands behind "--"
            ["git", "-C", folder, *arguments],  # noqa: S607  # the user's own git
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError as error:
        raise BadUsage(f"--changed-since {since}: git is not installed") from error
    except subprocess.TimeoutExpired as error:
        raise BadUsage(f"--changed-since {since}: git did not answer in {_SECONDS} s") from error
