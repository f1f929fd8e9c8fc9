"""Editors' decisions, held against a later run: which still stand, and which want another look.

A decision was made on a claim in sight of a verdict and quotes. While all are the same it stands;
when one has changed it is shown with a call to look again, and settles nothing.
"""

from __future__ import annotations

import hashlib
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from claims.values import Decided

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.values import CheckedDocument, Decision, Finding

# A claim edited in a word or a number is still the claim that was decided on.
_LEAST_LIKENESS = 0.75
_LONGEST_COMPARED = 1_000


def fingerprint_of(finding: Finding) -> str:
    """What an editor sees of a finding: the verdict, and what the sources are quoted with."""
    shown = [finding.verdict.value]
    for evidence in finding.evidence:
        shown += [evidence.url, " ".join(evidence.quote.split())]
    return hashlib.sha256("\0".join(shown).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def decided_in(
    documents: Sequence[CheckedDocument], decisions: Sequence[Decision]
) -> tuple[Decided, ...]:
    """The newest decision on each claim, in the order of the documents."""
    newest: dict[tuple[str, str], Decision] = {}
    for decision in sorted(decisions, key=lambda one: one.at):
        newest[decision.path, decision.claim_id] = decision
    return tuple(found for checked in documents for found in _in_document(checked, newest))


def _in_document(
    checked: CheckedDocument, newest: dict[tuple[str, str], Decision]
) -> Iterator[Decided]:
    path = checked.document.path
    own = {claim_id: one for (at, claim_id), one in newest.items() if at == path}
    there = {finding.claim.id for finding in checked.findings}
    orphans = [one for claim_id, one in own.items() if claim_id not in there]
    for finding in checked.findings:
        claim = finding.claim
        if decision := own.get(claim.id):
            changed = _change(finding, decision)
            yield Decided(path, claim.id, decision, changed)
        elif orphan := _likest(claim.plain, orphans):
            orphans.remove(orphan)
            yield Decided(path, claim.id, orphan, "the claim has changed")


def _change(finding: Finding, decision: Decision) -> str:
    if fingerprint_of(finding) == decision.seen:
        return ""
    return "the verdict or what the source is quoted with has changed"


def _likest(plain: str, orphans: Sequence[Decision]) -> Decision | None:
    best, likeness = None, _LEAST_LIKENESS
    for decision in orphans:
        matcher = SequenceMatcher(
            None, plain[:_LONGEST_COMPARED], decision.claim[:_LONGEST_COMPARED], autojunk=False
        )
        if matcher.real_quick_ratio() >= likeness and matcher.ratio() >= likeness:
            best, likeness = decision, matcher.ratio()
    return best
