"""Exit codes: what a finished run stands for."""

from __future__ import annotations

import pytest

from claims.values import CheckedDocument, Outcome, Problem, Verdict
from pipeline.config import Config
from pipeline.exits import COULD_NOT_RUN, FINDINGS
from pipeline.running import exit_code
from tests.claims.makers import a_claim, a_document, a_finding
from tests.reports.makers import a_report, a_source

TEXT = "Exports rose by 5% last year."


def checked(verdict: Verdict) -> CheckedDocument:
    return CheckedDocument(a_document(TEXT), (a_finding(a_claim(TEXT), verdict),))


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
    report = a_report(checked(verdict), sources=sources)
    assert exit_code(report, Config(fail_on=fail_on))[0] == code


def test_a_network_that_is_down_is_no_list_of_dead_links() -> None:
    sources = [a_source(f"https://{number}.example/", Outcome.DNS_ERROR) for number in range(10)]
    _, sentence = exit_code(a_report(checked(Verdict.UNVERIFIABLE), sources=sources), Config())
    assert sentence == "none of 10 host names could be resolved: is this machine online?"


def test_what_could_not_be_read_outranks_findings() -> None:
    report = a_report(checked(Verdict.CONTRADICTED), problems=[Problem("a.md", "a.md: no")])
    assert exit_code(report, Config())[0] == COULD_NOT_RUN
