"""The words of the reports that people read, kept in one place so that all formats agree."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, assert_never

from claims.values import Flag, Outcome, OutcomeClass, Relation, Verdict, Via
from reports.characters import on_one_line
from reports.display_width import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from claims.values import Decision, Source, SourceRecord
    from reports.summary import Summary

_MOST_NAMES = 3
_NAME_COLUMNS = 80


def verdict_symbol(verdict: Verdict) -> str:
    """Give the sign that stands beside the colour, for those who cannot tell the colours."""
    match verdict:
        case Verdict.SUPPORTED:
            return "✓"
        case Verdict.PARTIAL:
            return "½"
        case Verdict.CONTRADICTED:
            return "✗"
        case Verdict.NOT_FOUND:
            return "?"
        case Verdict.UNVERIFIABLE:
            return "–"
        case Verdict.UNCITED:
            return "○"
        case _:
            assert_never(verdict)


def verdict_words(verdict: Verdict) -> str:
    """Say a verdict as a reader would."""
    return verdict.value.replace("_", " ")


def verdict_meaning(verdict: Verdict) -> str:
    """Say in a sentence what a verdict means, and what it does not mean."""
    match verdict:
        case Verdict.SUPPORTED:
            return "A source says the same."
        case Verdict.PARTIAL:
            return "A source bears out some of the facts and is silent on others."
        case Verdict.CONTRADICTED:
            return "A source speaks of the same thing and says otherwise."
        case Verdict.NOT_FOUND:
            return "The source was read and does not say it, which does not make it false."
        case Verdict.UNVERIFIABLE:
            return "The source could not be read, which proves nothing either way."
        case Verdict.UNCITED:
            return "No source is named, or none of those listed speaks of it."
        case _:
            assert_never(verdict)


def flag_words(flag: Flag) -> str:
    """Say a flag as a reader would."""
    match flag:
        case Flag.OUTDATED:
            return "outdated"
        case Flag.CONFLICTING_SOURCES:
            return "sources disagree"
        case Flag.CROSS_LANGUAGE:
            return "source in another language"
        case Flag.INFERRED_CITATION:
            return "source inferred"
        case Flag.ONLY_IN_UNFILTERED_TEXT:
            return "outside the article itself"
        case Flag.QUOTE_ALTERED:
            return "quotation altered"
        case _:
            assert_never(flag)


def via_words(via: Via) -> str:
    """Say how a document ties a claim to a URL."""
    match via:
        case Via.INLINE:
            return "linked in the text"
        case Via.REFERENCE:
            return "linked by reference"
        case Via.FOOTNOTE:
            return "in a footnote"
        case Via.NUMBERED:
            return "numbered reference"
        case Via.AUTHOR_YEAR:
            return "author and year"
        case Via.LISTED:
            return "only in the list of sources"
        case _:
            assert_never(via)


def relation_words(relation: Relation) -> str:
    """Say how a fact of the claim stands to the source."""
    match relation:
        case Relation.AGREES:
            return "agrees"
        case Relation.DIFFERS:
            return "differs"
        case Relation.MISSING:
            return "missing"
        case _:
            assert_never(relation)


def class_words(outcome_class: OutcomeClass) -> str:
    """Say what a class of outcomes means for a source."""
    match outcome_class:
        case OutcomeClass.OK:
            return "read"
        case OutcomeClass.BROKEN:
            return "broken"
        case OutcomeClass.BLOCKED:
            return "blocked"
        case OutcomeClass.TRANSIENT:
            return "failed for now"
        case OutcomeClass.LIMITS:
            return "without text"
        case OutcomeClass.REFUSED:
            return "not fetched"
        case _:
            assert_never(outcome_class)


def outcome_words(outcome: Outcome) -> str:
    """Say an outcome as a reader would."""
    return _OUTCOME_WORDS.get(outcome, outcome.value.replace("_", " "))


_OUTCOME_WORDS: dict[Outcome, str] = {
    Outcome.OK: "read",
    Outcome.NOT_MODIFIED: "read, unchanged",
    Outcome.DNS_ERROR: "no such host",
    Outcome.HTTP_ERROR: "HTTP error",
    Outcome.SOFT_404: "error page that says OK",
    Outcome.REDIRECTED_HOME: "redirected to the front page",
    Outcome.PARKED: "domain parked",
    Outcome.LEGAL: "withheld for legal reasons",
    Outcome.ROBOTS_DISALLOWED: "closed by robots.txt",
    Outcome.TLS_ERROR: "TLS error",
    Outcome.DECOMPRESSION_BOMB: "decompression bomb",
    Outcome.NEEDS_JAVASCRIPT: "needs JavaScript",
    Outcome.INVALID_URL: "invalid URL",
    Outcome.BLOCKED_ADDRESS: "address not allowed",
}


def source_remark(source: Source) -> str:
    """Say what is to be known about a source's outcome, or "" where all is well."""
    parts = [source.reason] if source.reason else []
    if source.outcome is Outcome.MOVED:
        parts.append(f"moved for good to {source.final_url}")
    if source.retry_at:
        parts.append(f"to be asked again after {moment_words(source.retry_at)}")
    if source.record and source.record.failures > 1:
        parts.append(record_words(source.record))
    if source.archived_url:
        parts.append(f"archived at {source.archived_url}")
    return "; ".join(parts)


def record_words(record: SourceRecord) -> str:
    """Say for how long a source has failed, "" where it has not."""
    if record.failing_since is None:
        return ""
    told = f"failed in {counted(record.failures, 'run')} since {record.failing_since:%Y-%m-%d}"
    return f"{told}, last good {record.last_ok:%Y-%m-%d}" if record.last_ok else told


def decision_words(decision: Decision) -> str:
    """Say who has decided what on a claim, and when."""
    told = f"{decision.ruling.value} by {decision.by} on {decision.at:%Y-%m-%d}"
    if decision.url:
        told += f", who names {decision.url}"
    return f"{told}: {decision.note}" if decision.note else told


def moment_words(moment: datetime) -> str:
    """Write a time to the minute, in UTC."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def counted(count: int, singular: str, plural: str = "") -> str:
    """Write a count with its noun."""
    return f"{count:,} {singular if count == 1 else plural or singular + 's'}"


def verdict_counts(summary: Summary) -> str:
    """List the verdicts that occurred, the supported first."""
    return ", ".join(
        f"{summary.verdicts[verdict]:,} {verdict_words(verdict)}"
        for verdict in Verdict
        if summary.verdicts[verdict]
    )


def coverage_counts(summary: Summary) -> str:
    """List what became of the sources, the read ones first."""
    return ", ".join(
        f"{summary.classes[outcome_class]:,} {class_words(outcome_class)}"
        for outcome_class in OutcomeClass
        if summary.classes[outcome_class]
    )


def _conclusion_on_sources(summary: Summary) -> str:
    """The same of a link check, or of documents without claims."""
    coverage = summary.coverage
    if not coverage.sources:
        return "No claim was found, so nothing was checked."
    if not coverage.broken:
        return "No source is broken."
    return f"{counted(coverage.broken, 'source')} {'is' if coverage.broken == 1 else 'are'} broken."


def conclusion(summary: Summary) -> str:
    """Say in one plain sentence what the report comes to, and first what it is not about."""
    told = _conclusion_on_sources(summary) if not summary.claims else _conclusion_on_claims(summary)
    if not summary.unread:
        return told
    names = first_unread(summary)
    more = len(summary.unread) - len(names)
    which = _listed([*names, f"{more:,} more"] if more else names)
    return f"{which} could not be read; {told[0].lower()}{told[1:]}"


def first_unread(summary: Summary) -> list[str]:
    """The names of the first things that could not be read."""
    return [shorten(on_one_line(name), _NAME_COLUMNS) for name in summary.unread[:_MOST_NAMES]]


def _listed(parts: Sequence[str]) -> str:
    return ", ".join(parts[:-1]) + (" and " if parts[1:] else "") + parts[-1]


def _conclusion_on_claims(summary: Summary) -> str:
    contradicted = summary.verdicts[Verdict.CONTRADICTED]
    broken = summary.coverage.broken
    open_claims = summary.claims - summary.verdicts[Verdict.SUPPORTED] - contradicted
    parts = []
    if contradicted:
        verb = "is" if contradicted == 1 else "are"
        parts.append(f"{counted(contradicted, 'claim')} {verb} contradicted by a source")
    if broken:
        parts.append(f"{counted(broken, 'source')} {'is' if broken == 1 else 'are'} broken")
    if open_claims:
        verb = "is" if open_claims == 1 else "are"
        parts.append(f"{counted(open_claims, 'claim')} {verb} not settled")
    if not parts:
        which = "Every claim of the rest" if summary.unread else "Every claim"
        return f"{which} is supported by a source that was read."
    start = "" if contradicted else "no claim is contradicted, "
    sentence = start + _listed(parts)
    return f"{sentence[0].upper()}{sentence[1:]}."
