"""Editors' decisions on a later run: kept, or to be looked at again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from claims.decisions import decided_in, fingerprint_of
from claims.values import CheckedDocument, Decision, Evidence, Finding, Ruling, Verdict
from tests.claims.makers import a_document, a_finding, claims_of

NOTE = (
    "The harbour of Norvik has 37 cranes.\n\n"
    "Its ferries carried 2,100 cars in 2023.\n\n"
    "Two brothers founded the town in 1850.\n"
)
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
QUOTE = Evidence("https://a.example/", "It has 41 cranes.", 0, 17, 0.9, "", ())


def checked(note: str = NOTE, verdict: Verdict = Verdict.CONTRADICTED) -> CheckedDocument:
    findings = tuple(
        replace(a_finding(claim, verdict), evidence=(QUOTE,)) for claim in claims_of(note)
    )
    return CheckedDocument(a_document(note), findings)


def a_decision(finding: Finding, **changes: object) -> Decision:
    made = Decision(
        path="note.md",
        claim_id=finding.claim.id,
        claim=finding.claim.plain,
        ruling=Ruling.ACCEPTED,
        note="counted by hand",
        by="Ada",
        at=NOON,
        seen=fingerprint_of(finding),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def test_a_decision_stands_while_nothing_has_changed() -> None:
    document = checked()
    decision = a_decision(document.findings[1])
    [found] = decided_in([checked("A new start.\n\n" + NOTE)], [decision])

    assert (found.claim_id, found.decision, found.look_again) == (
        decision.claim_id, decision, "",
    )  # fmt: skip


def test_the_newest_decision_counts() -> None:
    finding = checked().findings[0]
    later = a_decision(finding, ruling=Ruling.REJECTED, at=NOON + timedelta(days=1))
    [found] = decided_in([checked()], [later, a_decision(finding)])

    assert found.decision is later


@pytest.mark.parametrize(
    "change",
    [
        {"verdict": Verdict.NOT_FOUND},
        {"evidence": (replace(QUOTE, quote="It has 43 cranes."),)},
        {"evidence": (replace(QUOTE, url="https://b.example/"),)},
        {"evidence": ()},
    ],
)
def test_a_changed_verdict_or_quote_calls_for_another_look(change: dict[str, object]) -> None:
    document = checked()
    first, *others = document.findings
    changed = replace(first, **change)  # type: ignore[arg-type]
    [found] = decided_in([replace(document, findings=(changed, *others))], [a_decision(first)])
    assert found.look_again == "the verdict or what the source is quoted with has changed"


def test_a_quote_that_is_only_set_otherwise_is_the_same() -> None:
    document = checked()
    first, *others = document.findings
    quote = replace(QUOTE, quote="It  has\n41 cranes.", start=500, end=520)
    moved = replace(first, evidence=(quote,), score=0.1, reason="other words")
    [found] = decided_in([replace(document, findings=(moved, *others))], [a_decision(first)])

    assert found.look_again == ""


def test_a_changed_claim_calls_for_another_look() -> None:
    decision = a_decision(checked().findings[0])
    [found] = decided_in([checked(NOTE.replace("37", "41"))], [decision])

    assert found.look_again == "the claim has changed"
    assert found.claim_id != decision.claim_id


def test_another_claim_is_not_taken_for_one_that_changed() -> None:
    decision = a_decision(checked().findings[0])
    note = NOTE.replace("The harbour of Norvik has 37 cranes.", "Whales are mammals of the sea.")

    assert decided_in([checked(note)], [decision]) == ()


def test_a_decision_is_on_one_document_and_one_claim() -> None:
    finding = checked().findings[0]
    other = replace(a_document(NOTE), path="other.md")
    elsewhere = CheckedDocument(other, checked().findings)

    assert decided_in([elsewhere], [a_decision(finding)]) == ()
    assert len(decided_in([checked(), elsewhere], [a_decision(finding)])) == 1
