"""Counting a report: the one place where anything is counted.

Every renderer and the exit code rest on these numbers, so that no two of them can disagree.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.values import Checkworthiness, Flag, Outcome, OutcomeClass, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.values import Report


@dataclass(frozen=True, slots=True)
class Coverage:
    """What became of the cited sources, one count for each class of outcome."""

    sources: int
    read: int
    broken: int
    blocked: int
    transient: int
    no_text: int
    refused: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of a report.

    `verdicts`, `flags` and `classes` hold every member, zeros included; `outcomes` only those
    that occurred. `checkworthy_claims` are those of high or medium checkworthiness.
    `inferred_citations` are the claims judged by a source that the document lists without saying
    that it is theirs. `unread` names what was to be checked and could not be read.
    """

    documents: int
    claims: int
    checkworthy_claims: int
    inferred_citations: int
    verdicts: Mapping[Verdict, int]
    flags: Mapping[Flag, int]
    classes: Mapping[OutcomeClass, int]
    outcomes: Mapping[Outcome, int]
    coverage: Coverage
    unread: tuple[str, ...]


def summarise(report: Report) -> Summary:
    """Count what a report says."""
    findings = [finding for document in report.documents for finding in document.findings]
    claims = [finding.claim for finding in findings]
    verdicts = Counter(finding.verdict for finding in findings)
    flags = Counter(flag for finding in findings for flag in finding.flags)
    outcomes = Counter(cited.source.outcome for cited in report.sources)
    classes = Counter(cited.source.outcome.outcome_class for cited in report.sources)
    return Summary(
        documents=len(report.documents),
        claims=len(claims),
        checkworthy_claims=sum(c.checkworthiness is not Checkworthiness.LOW for c in claims),
        inferred_citations=flags[Flag.INFERRED_CITATION],
        verdicts={verdict: verdicts[verdict] for verdict in Verdict},
        flags={flag: flags[flag] for flag in Flag},
        classes={outcome_class: classes[outcome_class] for outcome_class in OutcomeClass},
        outcomes={outcome: outcomes[outcome] for outcome in Outcome if outcomes[outcome]},
        coverage=_coverage(classes),
        unread=tuple(problem.subject for problem in report.problems),
    )


def _coverage(classes: Counter[OutcomeClass]) -> Coverage:
    return Coverage(
        sources=classes.total(),
        read=classes[OutcomeClass.OK],
        broken=classes[OutcomeClass.BROKEN],
        blocked=classes[OutcomeClass.BLOCKED],
        transient=classes[OutcomeClass.TRANSIENT],
        no_text=classes[OutcomeClass.LIMITS],
        refused=classes[OutcomeClass.REFUSED],
    )
