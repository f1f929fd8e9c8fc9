"""What is worth telling somebody after a run: changes, each once, and nothing that has not changed.

A source that fails once is no news, one that is dead is; a page that changes every day is none
while the passages stand that carry evidence.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from claims.comparison import Cause, ClaimChange
from claims.values import Notice, NoticeKind, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claims.comparison import ChangedClaim, Comparison
    from claims.values import CitedSource, Report


def notices_of(
    report: Report,
    comparison: Comparison | None,
    sent: Iterable[str] = (),
    waiting: Iterable[str] = (),
) -> tuple[tuple[Notice, ...], tuple[str, ...]]:
    """What to tell of a run, and the fingerprints of what is over and may be told anew.

    `comparison` holds it against the run before, None if there is none; `sent` are the
    fingerprints of what was told before, `waiting` of what was to be told and has not been.
    """
    told = set(sent)
    known = told.union(waiting)
    made: list[Notice] = []
    over: list[str] = []
    for cited in report.sources:
        dead = _dead(cited)
        record = cited.source.record
        if record and record.is_dead:
            made.append(dead)
            over.append(_back(cited).fingerprint)
        elif record and not record.failures and dead.fingerprint in known:
            # Whoever has not heard of its death need not hear that it is over.
            made += [_back(cited)] if dead.fingerprint in told else []
            over.append(dead.fingerprint)
    if comparison:
        made += [
            notice for changed in comparison.claims for notice in _of_claim(changed, comparison)
        ]
    fresh = {one.fingerprint for one in made}
    return tuple(made), tuple(one for one in over if one in known and one not in fresh)


def _dead(cited: CitedSource) -> Notice:
    source, record = cited.source, cited.source.record
    since = f"{record.failing_since:%Y-%m-%d}" if record and record.failing_since else "today"
    last = f", last good {record.last_ok:%Y-%m-%d}" if record and record.last_ok else ""
    failures = record.failures if record else 0
    message = f"dead: {source.outcome.value} in {failures} runs since {since}{last}"
    return _of_source(NoticeKind.SOURCE_DEAD, cited, message)


def _back(cited: CitedSource) -> Notice:
    return _of_source(NoticeKind.SOURCE_BACK, cited, "answers again")


def _of_source(kind: NoticeKind, cited: CitedSource, message: str) -> Notice:
    place = cited.cited_by[0] if cited.cited_by else None
    url = cited.source.url
    return Notice(
        kind=kind,
        path=place.path if place else "",
        line=place.line if place else 0,
        subject=url,
        message=message,
        url=url,
        fingerprint=_fingerprint(kind.value, url),
    )


def _of_claim(changed: ChangedClaim, comparison: Comparison) -> Iterator[Notice]:
    before, after = changed.verdicts
    kind = {
        ClaimChange.VERDICT: NoticeKind.VERDICT,
        ClaimChange.PASSAGE: NoticeKind.PASSAGE,
        ClaimChange.NEW: NoticeKind.NEW_CONTRADICTION,
    }.get(changed.change)
    if kind is None or (kind is NoticeKind.NEW_CONTRADICTION and after is not Verdict.CONTRADICTED):
        return
    is_first_reading = before is Verdict.UNVERIFIABLE and after is Verdict.CONTRADICTED
    if Verdict.UNVERIFIABLE in {before, after} and not is_first_reading:
        # Its source comes and goes; that it is dead is told once it is.
        return
    finding = changed.finding
    claim = finding.claim
    url = finding.evidence[0].url if finding.evidence else ""
    yield Notice(
        kind=kind,
        path=changed.path,
        line=claim.line,
        subject=claim.plain,
        message=change_words(changed),
        url=url,
        fingerprint=_fingerprint(kind.value, changed.path, claim.id, comparison.before.id),
    )


def change_words(changed: ChangedClaim) -> str:
    """What has become of a claim, in a sentence."""
    before, after = changed.verdicts
    causes = " and ".join(_CAUSES[cause] for cause in changed.causes)
    told = [_passage_words(one.words, one.after) for one in changed.passages]
    passage = f"; {'; '.join(told)}" if told else ""
    match changed.change:
        case ClaimChange.NEW:
            return f"new, {_words(after)}: {changed.finding.reason}"
        case ClaimChange.REMOVED:
            return f"no longer in the document; was {_words(before)}"
        case ClaimChange.VERDICT:
            return f"{_words(before)} became {_words(after)}, as {causes}{passage}"
        case ClaimChange.PASSAGE:
            return f"still {_words(after)}, and its passage has changed{passage}"


_CAUSES = {
    Cause.CLAIM: "the claim has changed",
    Cause.SOURCE: "the source has changed",
    Cause.TOOL: "citewatch judges it otherwise",
}


def _words(verdict: Verdict | None) -> str:
    return verdict.value.replace("_", " ") if verdict else "nothing"


def _passage_words(words: Sequence[tuple[str, str]], after: str) -> str:
    if not after:
        return "the passage is gone"
    if not words:
        return "the passage was written anew"
    return "the source says " + ", ".join(
        f"“{new}” where it said “{old}”"
        if old and new
        else f"“{new}” more"
        if new
        else f"no “{old}”"
        for old, new in words
    )


def _fingerprint(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
