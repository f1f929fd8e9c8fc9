"""What runs have found over time, for a terminal and for tools."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from claims.comparison import ClaimChange
from claims.notices import change_words
from claims.values import OutcomeClass, Verdict
from reports.characters import on_one_line
from reports.display_width import pad, shorten
from reports.jsonreport import utc_time
from reports.markdown import plain
from reports.wording import (
    class_words,
    counted,
    moment_words,
    outcome_words,
    record_words,
    verdict_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claims.comparison import ChangedClaim, ChangedSource, Comparison
    from claims.past import KnownSource, PastAnswer, PastFinding, PastRun
    from claims.values import Outcome, Run, Source


_CLAIM_COLUMNS = 72
_QUOTE_COLUMNS = 400
_INDENT = "    "


# -- runs


def render_runs(runs: Sequence[PastRun]) -> str:
    """A line for each run: when, of how many documents, and what it found."""
    lines = []
    for run in runs:
        claims = sum(run.verdicts.values())
        told = ", ".join(
            f"{run.verdicts[verdict]:,} {verdict_words(verdict)}"
            for verdict in Verdict
            if run.verdicts.get(verdict)
        )
        broken = _of_class(run.outcomes, OutcomeClass.BROKEN)
        sources = counted(sum(run.outcomes.values()), "source")
        state = "" if run.is_finished else "  did not end"
        lines.append(
            f"{run.id}  {moment_words(run.started_at)}"
            f"  {counted(len(run.documents), 'document')}, {counted(claims, 'claim')}"
            + (f" ({told})" if told else "")
            + f", {sources}"
            + (f" ({broken:,} broken)" if broken else "")
            + state
        )
    return _joined(lines or ["no run yet"])


def runs_part(runs: Iterable[PastRun]) -> list[dict[str, Any]]:
    """Runs as JSON-able data."""
    return [
        {
            "id": run.id,
            "tool_version": run.tool_version,
            "started_at": utc_time(run.started_at),
            "finished_at": utc_time(run.finished_at),
            "finished": run.is_finished,
            "documents": list(run.documents),
            "verdicts": {verdict.value: count for verdict, count in run.verdicts.items()},
            "outcomes": {outcome.value: count for outcome, count in run.outcomes.items()},
        }
        for run in runs
    ]


# -- a claim, a source


def render_findings(found: Sequence[PastFinding]) -> str:
    """A line for each run that judged a claim, with a mark where the verdict changed."""
    lines, before = [], None
    for one in found:
        if one is found[0] or one.finding.claim.plain != before:
            lines.append(f"{on_one_line(one.path)}: {on_one_line(one.finding.claim.plain)}")
        before = one.finding.claim.plain
        verdict = pad(verdict_words(one.finding.verdict), 13)
        reason = on_one_line(one.finding.reason)
        lines.append(f"{_INDENT}{moment_words(one.started_at)}  {verdict}  {reason}")
    return _joined(lines)


def findings_part(found: Iterable[PastFinding]) -> list[dict[str, Any]]:
    """Findings over time as JSON-able data."""
    return [
        {
            "run": one.run_id,
            "started_at": utc_time(one.started_at),
            "path": one.path,
            "line": one.finding.claim.line,
            "claim_id": one.finding.claim.id,
            "claim": one.finding.claim.plain,
            "verdict": one.finding.verdict.value,
            "score": one.finding.score,
            "flags": [flag.value for flag in one.finding.flags],
            "reason": one.finding.reason,
            "evidence": [
                {"url": evidence.url, "quote": evidence.quote} for evidence in one.finding.evidence
            ],
        }
        for one in found
    ]


def render_answers(answers: Sequence[PastAnswer]) -> str:
    """A line for each answer of a source; of those in a row that are the same the first and last.

    A text that has changed is said to have.
    """
    lines: list[str] = []
    text = ""
    for answer in answers:
        told = f"{moment_words(answer.fetched_at)}  {outcome_words(answer.outcome)}"
        if answer.http_status:
            told += f" ({answer.http_status})"
        if answer.reason:
            told += f": {on_one_line(answer.reason)}"
        if answer.text_sha256 and text and answer.text_sha256 != text:
            told += "  (its text has changed)"
        text = answer.text_sha256 or text
        lines.append(told)
    return _joined(lines)


def answers_part(answers: Iterable[PastAnswer]) -> list[dict[str, Any]]:
    """Answers as JSON-able data."""
    return [
        {
            "url": answer.url,
            "outcome": answer.outcome.value,
            "class": answer.outcome.outcome_class.value,
            "reason": answer.reason,
            "http_status": answer.http_status,
            "fetched_at": utc_time(answer.fetched_at),
            "text_sha256": answer.text_sha256,
        }
        for answer in answers
    ]


# -- sources


def render_sources(sources: Sequence[KnownSource], *, dead: frozenset[str], none: str) -> str:
    """A line for each source, `none` without any; `dead` are the URLs of those that are."""
    lines = []
    words = [_standing(one, dead) for one in sources]
    width = max(map(len, words), default=0)
    for one, standing in zip(sources, words, strict=True):
        told = record_words(one.record)
        lines.append(
            f"{pad(standing, width)}  {on_one_line(one.url)}"
            f"  (seen since {one.record.first_seen:%Y-%m-%d}{'; ' if told else ''}{told})"
        )
    states = Counter(words)
    lines.append("" if lines else none)
    if sources:
        told = ", ".join(f"{count:,} {word}" for word, count in states.most_common())
        lines.append(f"{counted(len(sources), 'source')}: {told}")
    return _joined(lines)


def sources_part(sources: Iterable[KnownSource], *, dead: frozenset[str]) -> list[dict[str, Any]]:
    """Sources as JSON-able data."""
    return [
        {
            "url": one.url,
            "outcome": one.last.outcome.value,
            "class": one.last.outcome.outcome_class.value,
            "reason": one.last.reason,
            "http_status": one.last.http_status,
            "last_seen": utc_time(one.last.fetched_at),
            "first_seen": utc_time(one.record.first_seen),
            "last_ok": utc_time(one.record.last_ok) if one.record.last_ok else None,
            "failing_since": utc_time(one.record.failing_since)
            if one.record.failing_since
            else None,
            "failures": one.record.failures,
            "dead": one.url in dead,
            "run": one.run_id,
        }
        for one in sources
    ]


def _standing(one: KnownSource, dead: frozenset[str]) -> str:
    if one.url in dead:
        return "dead"
    return "failing" if one.record.failures else class_words(one.last.outcome.outcome_class)


# -- two runs


def render_diff(compared: Comparison) -> str:
    """What has changed from one run to another, claim by claim, then source by source."""
    lines = [f"from {_run_words(compared.before)}", f"to   {_run_words(compared.after)}", ""]
    for changed in compared.claims:
        lines += _claim_lines(changed)
    for source in compared.sources:
        lines.append(f"{on_one_line(source.url)}: {_source_change(source)}")
    lines += [""] if compared.claims or compared.sources else []
    lines.append(_diff_conclusion(compared))
    return _joined(lines)


def render_diff_markdown(compared: Comparison) -> str:
    """The same for a comment or an issue."""
    lines = [
        "# What has changed",
        "",
        f"From {_run_words(compared.before)} to {_run_words(compared.after)}.",
        "",
        f"{_diff_conclusion(compared).capitalize()}.",
        "",
    ]
    for changed in compared.claims:
        claim = changed.finding.claim
        lines.append(
            f"- **{plain(f'{changed.path}:{claim.line}')}** {plain(change_words(changed))}"
        )
        lines.append(f"  > {plain(shorten(on_one_line(claim.plain), _QUOTE_COLUMNS))}")
        for passage in changed.passages:
            lines.append(f"  - was “{plain(shorten(on_one_line(passage.before), _QUOTE_COLUMNS))}”")
            if passage.after:
                now = shorten(on_one_line(passage.after), _QUOTE_COLUMNS)
                lines.append(f"  - is now “{plain(now)}”")
    lines += [f"- {plain(one.url)}: {plain(_source_change(one))}" for one in compared.sources]
    return _joined(lines)


def diff_part(compared: Comparison) -> dict[str, Any]:
    """What has changed, as JSON-able data."""
    return {
        "before": {"id": compared.before.id, "started_at": utc_time(compared.before.started_at)},
        "after": {"id": compared.after.id, "started_at": utc_time(compared.after.started_at)},
        "same": compared.same,
        "claims": [
            {
                "change": changed.change.value,
                "path": changed.path,
                "line": changed.finding.claim.line,
                "claim_id": changed.finding.claim.id,
                "claim": changed.finding.claim.plain,
                "claim_before": changed.before.claim.plain if changed.before else None,
                "verdict_before": changed.before.verdict.value if changed.before else None,
                "verdict": changed.after.verdict.value if changed.after else None,
                "reason": changed.finding.reason,
                "causes": [cause.value for cause in changed.causes],
                "message": change_words(changed),
                "passages": [
                    {
                        "url": passage.url,
                        "before": passage.before,
                        "after": passage.after,
                        "words": [list(pair) for pair in passage.words],
                    }
                    for passage in changed.passages
                ],
            }
            for changed in compared.claims
        ],
        "sources": [
            {
                "url": one.url,
                "outcome_before": one.before.outcome.value if one.before else None,
                "outcome": one.after.outcome.value if one.after else None,
            }
            for one in compared.sources
        ],
    }


def _claim_lines(changed: ChangedClaim) -> Iterator[str]:
    claim = changed.finding.claim
    place = f"{on_one_line(changed.path)}:{claim.line}"
    yield f"{place}  {shorten(on_one_line(claim.plain), _CLAIM_COLUMNS)}"
    if changed.before and changed.after and changed.before.claim.plain != claim.plain:
        before = shorten(on_one_line(changed.before.claim.plain), _CLAIM_COLUMNS)
        yield f"{_INDENT}it read: {before}"
    yield f"{_INDENT}{shorten(on_one_line(change_words(changed)), _QUOTE_COLUMNS)}"
    for passage in changed.passages:
        yield f"{_INDENT}was “{shorten(on_one_line(passage.before), _QUOTE_COLUMNS)}”"
        if passage.after:
            yield f"{_INDENT}now “{shorten(on_one_line(passage.after), _QUOTE_COLUMNS)}”"
        yield f"{_INDENT}{on_one_line(passage.url)}"
    if changed.change is ClaimChange.VERDICT and changed.after and not changed.passages:
        yield f"{_INDENT}{on_one_line(changed.after.reason)}"


def _source_change(one: ChangedSource) -> str:
    if one.before is None:
        return f"new, {_outcome_of(one.after)}"
    if one.after is None:
        return "no longer cited"
    return f"{_outcome_of(one.before)}, now {_outcome_of(one.after)}"


def _outcome_of(source: Source | None) -> str:
    return outcome_words(source.outcome) if source else ""


def _diff_conclusion(compared: Comparison) -> str:
    kinds = Counter(changed.change for changed in compared.claims)
    words = {
        ClaimChange.VERDICT: "another verdict",
        ClaimChange.PASSAGE: "a passage that has changed",
        ClaimChange.NEW: "new",
        ClaimChange.REMOVED: "removed",
    }
    told = [f"{kinds[kind]:,} {word}" for kind, word in words.items() if kinds[kind]]
    told.append(f"{compared.same:,} as before")
    return f"claims: {', '.join(told)}; sources: {_source_counts(compared)}"


def _source_counts(compared: Comparison) -> str:
    # That a text has changed is told at the claims that rest on it.
    sources = compared.sources
    counts = {
        "new": sum(one.before is None for one in sources),
        "no longer cited": sum(one.after is None for one in sources),
        "with another outcome": sum(bool(one.before and one.after) for one in sources),
    }
    told = [f"{count:,} {kind}" for kind, count in counts.items() if count]
    return ", ".join(told) or "none new, no longer cited or with another outcome"


def _run_words(run: Run) -> str:
    return f"{run.id} ({moment_words(run.started_at)})"


def _of_class(outcomes: Mapping[Outcome, int], wanted: OutcomeClass) -> int:
    return sum(count for outcome, count in outcomes.items() if outcome.outcome_class is wanted)


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"
