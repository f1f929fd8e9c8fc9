"""Findings: many citations, one verdict."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from claims.values import Citation, Flag, Verdict, Via
from claims.verdicts import Elsewhere, conclude, with_other_sources
from tests.claims.makers import URL, a_claim, a_judgement, a_source, judged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.values import Finding, Judgement

OTHER = "https://other.example/page"


def judgements_of(verdicts: str) -> list[Judgement]:
    """A judgement for each verdict, each of a source of its own."""
    return [
        a_judgement(Verdict(name), url=f"{URL}{number}")
        for number, name in enumerate(verdicts.split())
    ]


def concluded(judgements: Sequence[Judgement]) -> Finding:
    """The finding on a claim that cites the sources of some judgements."""
    citations = tuple(judgement.citation for judgement in judgements)
    claim = replace(a_claim("Exports rose by 5% last year."), citations=citations)
    return conclude(claim, judgements)


@pytest.mark.parametrize(
    ("verdicts", "whole"),
    [
        ("supported", "supported"),
        ("supported contradicted", "supported"),
        ("contradicted partial", "contradicted"),
        ("not_found partial", "partial"),
        ("not_found not_found", "not_found"),
        ("not_found unverifiable", "unverifiable"),
        ("unverifiable supported", "supported"),
    ],
)
def test_the_best_supported_citation_stands(verdicts: str, whole: str) -> None:
    assert concluded(judgements_of(verdicts)).verdict.value == whole


@pytest.mark.parametrize(
    ("verdicts", "told"),
    [
        ("not_found unverifiable", "; not in another cited source that could be read"),
        ("not_found unverifiable not_found", "; not in 2 other cited sources that could be read"),
        ("unverifiable unverifiable", "; another cited source could not be read (1 not_found)"),
        (
            "unverifiable not_found unverifiable",
            (
                "; not in another cited source that could be read"
                "; another cited source could not be read (1 not_found)"
            ),
        ),
        ("contradicted unverifiable", "; another cited source could not be read (1 not_found)"),
        ("unverifiable partial", "; another cited source could not be read (1 not_found)"),
        ("supported unverifiable", ""),
        ("not_found not_found", ""),
        ("unverifiable", ""),
    ],
)
def test_the_reason_tells_what_became_of_the_other_sources(verdicts: str, told: str) -> None:
    judgements = judgements_of(verdicts)
    finding = concluded(judgements)
    own = next(one.reason for one in judgements if one.verdict is finding.verdict)
    assert finding.reason == own + told


def test_sources_that_disagree_are_flagged() -> None:
    judgements = [a_judgement(Verdict.SUPPORTED), a_judgement(Verdict.CONTRADICTED, url=OTHER)]
    assert Flag.CONFLICTING_SOURCES in concluded(judgements).flags


def test_a_claim_without_a_source_is_uncited() -> None:
    finding = conclude(a_claim("Exports rose by 5% last year."), [])
    assert finding.verdict is Verdict.UNCITED
    assert finding.reason == "the document names no source for this"


def test_listed_sources_that_do_not_speak_of_it_leave_a_claim_uncited() -> None:
    judgement = a_judgement(Verdict.NOT_FOUND, via=Via.LISTED)
    claim = replace(a_claim("Exports rose by 5% last year."), citations=(judgement.citation,))
    finding = conclude(claim, [judgement])
    assert finding.verdict is Verdict.UNCITED
    assert finding.claim.citations == ()


def test_a_listed_source_that_cannot_be_read_proves_nothing() -> None:
    judgements = [
        a_judgement(Verdict.NOT_FOUND, via=Via.LISTED),
        a_judgement(Verdict.UNVERIFIABLE, via=Via.LISTED, url=OTHER),
    ]
    finding = concluded(judgements)
    assert finding.verdict is Verdict.UNVERIFIABLE
    assert "1 not_found" in finding.reason


OLD = "China leads in 37 of 44 critical technologies."
NEW = "China leads in 57 of 64 critical technologies."


@pytest.mark.parametrize(
    ("own", "other", "is_outdated"),
    [
        ("2023-03-02", "2024-08-28", True),
        ("2024-08-28", "2023-03-02", False),
        ("", "2024-08-28", False),
        ("2023-03-02", "", False),
    ],
)
def test_a_newer_value_elsewhere_makes_a_claim_outdated(
    own: str, other: str, *, is_outdated: bool
) -> None:
    claim = replace(a_claim(OLD), citations=(Citation(URL, Via.INLINE, 1.0),))
    finding = conclude(claim, [judged(OLD, OLD)])
    assert finding.verdict is Verdict.SUPPORTED
    elsewhere = Elsewhere(a_source(OTHER, published=other), judged(OLD, NEW))
    seen = with_other_sources(finding, {URL: a_source(published=own)}, [elsewhere])
    assert (Flag.OUTDATED in seen.flags) is is_outdated
    assert seen.verdict is Verdict.SUPPORTED


def test_a_source_that_moved_on_makes_a_claim_outdated() -> None:
    claim = replace(a_claim(OLD), citations=(Citation(URL, Via.INLINE, 1.0),))
    finding = conclude(claim, [judged(OLD, NEW)])
    elsewhere = Elsewhere(a_source(OTHER, published="2023-03-02"), judged(OLD, OLD))
    seen = with_other_sources(finding, {URL: a_source(published="2024-08-28")}, [elsewhere])
    assert seen.verdict is Verdict.CONTRADICTED
    assert Flag.OUTDATED in seen.flags


def test_another_order_of_magnitude_is_another_thing() -> None:
    claim = replace(
        a_claim("The federation counts 4.28 million robots."),
        citations=(Citation(URL, Via.INLINE, 1.0),),
    )
    finding = conclude(claim, [judged(claim.plain, "The federation counts 4,281,585 robots.")])
    elsewhere = Elsewhere(
        a_source(OTHER, published="2025-01-01"),
        judged(claim.plain, "The federation counts 542,000 robots."),
    )
    seen = with_other_sources(finding, {URL: a_source(published="2024-01-01")}, [elsewhere])
    assert Flag.OUTDATED not in seen.flags


@pytest.mark.parametrize(("year", "is_outdated"), [("2023", True), ("2024", False)])
def test_what_is_said_of_another_year_overtakes_nothing(year: str, *, is_outdated: bool) -> None:
    said = "The federation counted 415,000 robots in 2023."
    claim = replace(a_claim(said), citations=(Citation(URL, Via.INLINE, 1.0),))
    finding = conclude(claim, [judged(said, said)])
    newer = f"The federation counted 429,000 robots in {year}."
    elsewhere = Elsewhere(a_source(OTHER, published="2025-01-01"), judged(said, newer))
    seen = with_other_sources(finding, {URL: a_source(published="2024-01-01")}, [elsewhere])
    assert (Flag.OUTDATED in seen.flags) is is_outdated
