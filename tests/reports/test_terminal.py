from __future__ import annotations

import re
from dataclasses import replace

import pytest

from claims.values import CheckedDocument, Flag, Outcome, Problem, Report, Verdict
from reports.terminal import render_text
from tests.golden_files import assert_golden
from tests.reports.makers import (
    a_citation,
    a_claim,
    a_document,
    a_finding,
    a_judgement,
    a_report,
    a_rich_report,
    a_source,
    an_evidence,
)

_ANSI = re.compile(r"\x1b\[[0-9;]*m")


def a_supported_report(*flags: Flag) -> Report:
    citation = a_citation()
    finding = a_finding(a_claim(citations=(citation,)), a_judgement(citation, flags=flags))
    return a_report(CheckedDocument(a_document(), (finding,)), sources=(a_source(),))


def problems_with(*paths: str) -> tuple[Problem, ...]:
    return tuple(Problem(path, f"{path}: is a binary file") for path in paths)


def test_rich_report_is_as_the_golden_file() -> None:
    assert_golden(render_text(a_rich_report()), "report.txt")


def test_rich_report_in_full_is_as_the_golden_file() -> None:
    assert_golden(render_text(a_rich_report(), verbose=True), "report-verbose.txt")


def test_colour_changes_nothing_but_colour() -> None:
    coloured = render_text(a_rich_report(), colour=True)

    assert "\x1b[1;31mcontradicted" in coloured
    assert _ANSI.sub("", coloured) == render_text(a_rich_report())


def test_supported_claims_are_only_counted() -> None:
    rendered = render_text(a_supported_report(Flag.CROSS_LANGUAGE))

    assert "notes/tides.md: 1 supported claim not shown" in rendered
    assert "notes/tides.md:1:1" not in rendered


def test_supported_claims_are_shown_when_asked_for() -> None:
    rendered = render_text(a_supported_report(), verbose=True)

    assert "notes/tides.md:1:1  supported     Tides turn." in rendered


def test_supported_claim_that_is_outdated_is_shown() -> None:
    assert "[outdated]" in render_text(a_supported_report(Flag.OUTDATED))


def test_problem_names_its_document_once() -> None:
    rendered = render_text(replace(a_report(), problems=problems_with("a.md")))

    assert "\nProblems\n  a.md: is a binary file\n" in f"\n{rendered}"


def test_long_claim_is_cut_to_the_columns_it_takes() -> None:
    source = "潮汐" * 60
    rendered = render_text(
        a_report(CheckedDocument(a_document(source), (a_finding(a_claim(source, source)),)))
    )
    line = next(line for line in rendered.splitlines() if "uncited" in line)

    assert line.endswith("…")
    assert line.count("潮") + line.count("汐") == 35


@pytest.mark.parametrize("payload", ["\x1b[2J", "\x07", "\x9b31m", "\u202e", "\x00", "\ud800"])
def test_what_drives_a_terminal_is_spelled_out(payload: str) -> None:
    text = f"Tides {payload} turn."
    citation = a_citation(f"https://example.org/{payload}")
    finding = a_finding(
        a_claim(text, text, citations=(citation,)),
        a_judgement(
            citation,
            Verdict.CONTRADICTED,
            an_evidence(payload, url=payload),
            reason=payload,
        ),
    )
    rendered = render_text(
        a_report(
            CheckedDocument(a_document(text, path=f"a{payload}.md"), (finding,)),
            sources=(a_source(citation.url, Outcome.GONE, reason=payload),),
            problems=(Problem(payload, payload),),
        )
    )

    assert payload not in rendered
    rendered.encode("utf-8")


def test_claim_over_several_lines_takes_one() -> None:
    text = "Tides\n  turn\ttwice."
    rendered = render_text(
        a_report(CheckedDocument(a_document(text), (a_finding(a_claim(text, text)),)))
    )

    assert "Tides turn twice." in rendered


def test_read_sources_are_not_listed() -> None:
    assert "https://example.org/tides" not in render_text(a_supported_report())


def test_worst_sources_come_first() -> None:
    rendered = render_text(
        a_report(
            sources=(
                a_source("https://a.example/", Outcome.TIMEOUT),
                a_source("https://b.example/", Outcome.MOVED, final_url="https://c.example/"),
                a_source("https://d.example/", Outcome.GONE),
            )
        )
    )

    assert re.findall(r"https://(\w)\.example/\n", rendered) == ["d", "a", "b", "c"]


@pytest.mark.parametrize(
    ("report", "sentence"),
    [
        (a_report(), "No claim was found, so nothing was checked."),
        (a_supported_report(), "Every claim is supported by a source that was read."),
        (
            a_report(CheckedDocument(a_document(), (a_finding(a_claim()),))),
            "No claim is contradicted, 1 claim is not settled.",
        ),
        (
            replace(a_supported_report(), problems=problems_with("a.md", "b.md")),
            (
                "a.md and b.md could not be read; every claim of the rest is supported by a source"
                " that was read."
            ),
        ),
        (
            replace(a_report(), problems=problems_with("a.md", "b.md", "c.md", "d.md", "e.md")),
            (
                "a.md, b.md, c.md and 2 more could not be read; no claim was found, so nothing was"
                " checked."
            ),
        ),
    ],
    ids=["no claims", "all supported", "one uncited", "some not read", "none read"],
)
def test_last_line_is_one_plain_sentence(report: Report, sentence: str) -> None:
    assert render_text(report).splitlines()[-1] == sentence
