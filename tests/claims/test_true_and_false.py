"""Pages, what is true of them and what is false: few of the false may pass, nearly none alarm.

A file of `truths/`, `NAME.LANGUAGE.txt`, is a page, a line `---`, and claims in English and
Chinese, with + where they are true of the page and - where they are false.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.values import Judgement, Verdict
from tests.claims.makers import judged, what_is_told
from tests.golden_files import assert_golden

FILES = sorted((Path(__file__).parent / "truths").glob("*.txt"))
MOST_FALSE_PASSES = 0.2
MOST_FALSE_ALARMS = 0.05
LEAST_SUPPORTED = 0.75

Told = list[tuple[str, Judgement]]


@pytest.fixture(scope="module", params=FILES, ids=lambda file: file.stem)
def told(request: pytest.FixtureRequest) -> Told:
    page, _, claims = request.param.read_text("utf-8").partition("\n---\n")
    language = request.param.stem.partition(".")[2]
    return [(line, judged(line[2:], page, language=language)) for line in claims.splitlines()]


def test_few_false_claims_pass(told: Told) -> None:
    false = [(line, one) for line, one in told if line.startswith("-")]
    passed = [line for line, one in false if one.verdict is Verdict.SUPPORTED]
    assert len(passed) <= MOST_FALSE_PASSES * len(false), passed


def test_few_true_claims_are_called_contradicted(told: Told) -> None:
    true = [(line, one) for line, one in told if line.startswith("+")]
    alarms = [line for line, one in true if one.verdict is Verdict.CONTRADICTED]
    assert len(alarms) <= MOST_FALSE_ALARMS * len(true), alarms


def test_most_true_claims_pass(told: Told) -> None:
    true = [(line, one) for line, one in told if line.startswith("+")]
    missed = [line for line, one in true if one.verdict is not Verdict.SUPPORTED]
    assert len(missed) <= (1 - LEAST_SUPPORTED) * len(true), missed


def test_what_is_told_of_each_claim_is_as_before(
    told: Told, request: pytest.FixtureRequest
) -> None:
    name = request.node.callspec.params["told"].stem
    lines = [what_is_told(line, judgement) for line, judgement in told]
    assert_golden("\n\n".join(lines) + "\n", f"{name}.told", FILES[0].parent)
