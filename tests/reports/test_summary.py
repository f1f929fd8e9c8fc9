from __future__ import annotations

from claims.values import CheckedDocument, Checkworthiness, Flag, Outcome, OutcomeClass, Verdict
from reports.summary import Coverage, summarise
from tests.reports.makers import (
    a_citation,
    a_claim,
    a_document,
    a_finding,
    a_judgement,
    a_report,
    a_rich_report,
    a_source,
)


def test_claims_are_counted_by_verdict() -> None:
    verdicts = summarise(a_rich_report()).verdicts

    assert verdicts == {
        Verdict.SUPPORTED: 2,
        Verdict.PARTIAL: 1,
        Verdict.CONTRADICTED: 2,
        Verdict.NOT_FOUND: 1,
        Verdict.UNVERIFIABLE: 1,
        Verdict.UNCITED: 1,
    }


def test_sources_are_counted_by_outcome_and_class() -> None:
    summary = summarise(a_rich_report())

    assert summary.outcomes[Outcome.MOVED] == 1
    assert Outcome.GONE not in summary.outcomes
    assert summary.classes[OutcomeClass.OK] == 3
    assert summary.coverage == Coverage(
        sources=8, read=3, broken=1, blocked=1, transient=1, no_text=1, refused=1
    )


def test_every_outcome_falls_into_one_count_of_the_coverage() -> None:
    sources = [a_source(f"https://example.org/{outcome}", outcome) for outcome in Outcome]
    coverage = summarise(a_report(sources=sources)).coverage

    parts = (
        coverage.read,
        coverage.broken,
        coverage.blocked,
        coverage.transient,
        coverage.no_text,
        coverage.refused,
    )
    assert sum(parts) == coverage.sources == len(Outcome)


def test_claims_of_low_checkworthiness_are_not_worth_checking() -> None:
    findings = tuple(
        a_finding(a_claim(checkworthiness=level, claim_id=level)) for level in Checkworthiness
    )
    summary = summarise(a_report(CheckedDocument(a_document(), findings)))

    assert (summary.claims, summary.checkworthy_claims) == (3, 2)


def test_flags_are_counted_once_for_each_claim() -> None:
    citation = a_citation()
    finding = a_finding(
        a_claim(citations=(citation,)),
        a_judgement(citation, flags=(Flag.INFERRED_CITATION, Flag.CROSS_LANGUAGE)),
    )
    summary = summarise(a_report(CheckedDocument(a_document(), (finding,))))

    assert summary.inferred_citations == 1
    assert summary.flags[Flag.CROSS_LANGUAGE] == 1
    assert summary.flags[Flag.OUTDATED] == 0


def test_empty_report_has_zeros() -> None:
    summary = summarise(a_report())

    assert (summary.documents, summary.claims, summary.coverage.sources) == (0, 0, 0)
    assert set(summary.verdicts) == set(Verdict)
