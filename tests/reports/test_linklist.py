"""The text of a link check, whatever stands in it."""

from __future__ import annotations

from dataclasses import replace

from claims.values import CitedSource, Outcome, Place, Problem
from reports.linklist import render_links
from tests.reports.makers import a_report, a_source


def test_control_characters_do_not_reach_the_terminal() -> None:
    bad = "\x1b[2J\nfine\u202e"
    source = a_source(f"https://example.org/{bad}", Outcome.NOT_FOUND, reason=f"said {bad}")
    cited = CitedSource(source, (Place(f"note{bad}.md", "", 1, source.url),))
    problem = Problem("x.md", f"cannot be read {bad}")
    text = render_links(replace(a_report(problems=[problem]), sources=(cited,)))

    assert "\x1b" not in text
    assert "\u202e" not in text
    assert len(text.split("\n")) == 7


def test_many_places_are_counted() -> None:
    source = a_source("https://example.org/a", Outcome.GONE)
    places = tuple(Place("note.md", "", line, source.url) for line in range(1, 31))
    text = render_links(replace(a_report(), sources=(CitedSource(source, places),)))

    assert "note.md:1, note.md:2, note.md:3, note.md:4, note.md:5 and 25 more" in text


def test_colour_is_only_there_where_it_is_asked_for() -> None:
    source = a_source("https://example.org/a", Outcome.GONE)
    report = replace(a_report(), sources=(CitedSource(source, ()),))

    assert "\x1b[1;31mgone\x1b[0m" in render_links(report, colour=True)
    assert "\x1b" not in render_links(report)
