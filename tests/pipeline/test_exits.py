"""Exit codes: what a finished run stands for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from claims.values import CheckedDocument, Citation, Outcome, Problem, Verdict, Via
from pipeline.alerting import Settled, settle
from pipeline.concluding import exit_code
from pipeline.config import Config
from pipeline.exits import COULD_NOT_RUN, FINDINGS
from tests.claims.makers import a_claim, a_document, a_finding
from tests.reports.makers import a_report, a_source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.values import Report

TEXT = "Exports rose by 5% last year."


def checked(verdict: Verdict, urls: Sequence[str] = ()) -> CheckedDocument:
    citations = tuple(Citation(url, Via.INLINE, 1.0) for url in urls)
    claim = replace(a_claim(TEXT), citations=citations)
    return CheckedDocument(a_document(TEXT), (a_finding(claim, verdict),))


def settled(report: Report, config: Config) -> Settled:
    return settle(report, config, None, date(2026, 11, 25))


@pytest.mark.parametrize(
    ("outcomes", "verdict", "fail_on", "code"),
    [
        ([Outcome.OK], Verdict.SUPPORTED, ("broken", "contradicted"), 0),
        ([Outcome.OK], Verdict.CONTRADICTED, ("broken", "contradicted"), FINDINGS),
        ([Outcome.OK], Verdict.CONTRADICTED, ("none",), 0),
        ([Outcome.OK, Outcome.NOT_FOUND], Verdict.SUPPORTED, ("broken",), FINDINGS),
        ([Outcome.FORBIDDEN], Verdict.UNVERIFIABLE, ("broken", "contradicted"), 0),
        ([Outcome.TIMEOUT], Verdict.UNVERIFIABLE, ("broken", "contradicted"), 0),
        ([Outcome.FORBIDDEN], Verdict.UNVERIFIABLE, ("unverifiable",), FINDINGS),
        ([Outcome.NOT_RUN, Outcome.NOT_RUN], Verdict.UNVERIFIABLE, ("broken",), COULD_NOT_RUN),
        ([Outcome.DNS_ERROR] * 10, Verdict.UNVERIFIABLE, ("broken",), COULD_NOT_RUN),
        ([Outcome.DNS_ERROR, Outcome.OK], Verdict.SUPPORTED, ("broken",), FINDINGS),
        ([Outcome.DNS_ERROR], Verdict.UNVERIFIABLE, ("broken",), FINDINGS),
    ],
)
def test_exit_code(
    outcomes: list[Outcome], verdict: Verdict, fail_on: tuple[str, ...], code: int
) -> None:
    sources = [a_source(f"https://{n}.example/", outcome) for n, outcome in enumerate(outcomes)]
    report = a_report(checked(verdict, [one.url for one in sources]), sources=sources)
    config = Config(fail_on=fail_on)
    assert exit_code(settled(report, config), config)[0] == code


def test_a_network_that_is_down_is_no_list_of_dead_links() -> None:
    sources = [a_source(f"https://{number}.example/", Outcome.DNS_ERROR) for number in range(10)]
    report = a_report(checked(Verdict.UNVERIFIABLE), sources=sources)
    _, sentence = exit_code(settled(report, Config()), Config())
    assert sentence == "none of 10 host names could be resolved: is this machine online?"


def test_what_could_not_be_read_outranks_findings() -> None:
    report = a_report(checked(Verdict.CONTRADICTED), problems=[Problem("a.md", "a.md: no")])
    assert exit_code(settled(report, Config()), Config())[0] == COULD_NOT_RUN
