"""What is told of the past shows hostile texts as texts."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import markdown_it
import pytest

from claims.comparison import (
    Cause,
    ChangedClaim,
    ChangedSource,
    ClaimChange,
    Comparison,
    PassageChange,
)
from claims.past import PastAnswer
from claims.values import Notice, NoticeKind, Outcome, Run
from reports.digest import digest_of
from reports.jsonreport import dump
from reports.past import (
    diff_part,
    render_answers,
    render_diff,
    render_diff_markdown,
    render_findings,
    render_runs,
)
from tests.reports.makers import a_settled_report, a_source
from tests.reports.test_ci_formats import HOSTILE

AT = datetime(2026, 11, 2, tzinfo=UTC)
CONTROLS = [chr(code) for code in (*range(10), *range(11, 32), *range(127, 160))]


def a_comparison(text: str) -> Comparison:
    finding = a_settled_report().documents[0].findings[0]
    run = Run("run", "1", AT, AT, "", ())
    passage = PassageChange(text, text, text, ((text, text),))
    changed = ChangedClaim(ClaimChange.VERDICT, text, finding, finding, (Cause.SOURCE,), (passage,))
    return Comparison(run, run, (changed,), (), 0)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stays_a_text(text: str) -> None:
    compared = a_comparison(text)
    told = render_diff(compared)
    assert not any(control in told for control in CONTROLS)
    assert json.loads(dump(diff_part(compared)))["claims"]
    tokens = markdown_it.MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(
        render_diff_markdown(compared)
    )
    kinds = {child.type for token in tokens for child in token.children or ()}
    kinds |= {token.type for token in tokens}
    assert not kinds & {"html_inline", "html_block", "image", "link_open", "fence", "code_inline"}

    answer = PastAnswer(text, Outcome.TIMEOUT, text, None, AT, "")
    assert not any(control in render_answers([answer]) for control in CONTROLS)
    notice = Notice(NoticeKind.VERDICT, text, 1, text, text, text, "f")
    _, body = digest_of([notice], "")
    assert not any(control in body for control in CONTROLS)
    assert body.count("\n") == 2


def test_sources_are_counted_by_what_became_of_them() -> None:
    gone = a_source("https://b.example/", Outcome.GONE)
    changed = (
        ChangedSource("https://a.example/", None, a_source("https://a.example/")),
        ChangedSource("https://b.example/", a_source("https://b.example/"), gone),
        ChangedSource("https://c.example/", gone, None),
        ChangedSource("https://d.example/", gone, None),
    )
    told = render_diff(replace(a_comparison("x"), sources=changed))
    assert told.endswith("sources: 1 new, 2 no longer cited, 1 with another outcome\n")


def test_a_digest_is_cut_where_a_chat_would_cut_it() -> None:
    notices = [
        Notice(NoticeKind.SOURCE_DEAD, "a.md", 1, f"https://a.example/{n}", "dead", "", str(n))
        for n in range(500)
    ]
    title, body = digest_of(notices, "https://desk.example/")
    assert title == "citewatch: 500 changes"
    assert "Dead sources (500)" in body
    assert "and 480 more" in body
    assert len(body) < 4_000


def test_nothing_is_told_of_nothing() -> None:
    assert render_runs([]) == "no run yet\n"
    assert render_answers([]) == "\n"
    assert render_findings([]) == "\n"
