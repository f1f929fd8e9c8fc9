"""Markdown: a summary for a job's page, a merge request or an issue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.values import AlertState, Level, Verdict
from reports.alerts import count_words, headline, of_level, open_alerts
from reports.characters import on_one_line, web_address
from reports.display_width import shorten
from reports.summary import summarise
from reports.wording import (
    class_words,
    conclusion,
    counted,
    moment_words,
    verdict_symbol,
    verdict_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.values import Alert, Report

_MARKS = re.compile(r"([\\`*_{}\[\]<>#!|~@&])")
_SUBJECT_COLUMNS = 140
# A job's page takes a megabyte, an issue 65,536 characters.
_MOST_ROWS = 100


def render_markdown(report: Report) -> str:
    """Render counts, what fails, what else is to be looked at, and what is known or ignored."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    summary = summarise(report)
    alerts = open_alerts(report)
    yield "# Citation check"
    yield ""
    yield f"**{plain(conclusion(summary))}**"
    yield ""
    yield (
        f"{counted(summary.documents, 'document')}, {counted(summary.claims, 'claim')},"
        f" {counted(summary.coverage.sources, 'source')}; alerts: {count_words(report.alerts)}."
    )
    yield ""
    if summary.claims:
        yield f"| {' | '.join(f'{verdict_symbol(v)} {verdict_words(v)}' for v in Verdict)} |"
        yield f"|{'---:|' * len(Verdict)}"
        yield f"| {' | '.join(f'{summary.verdicts[v]:,}' for v in Verdict)} |"
        yield ""
    if summary.coverage.sources:
        told = [f"{n:,} {class_words(c)}" for c, n in summary.classes.items() if n]
        yield f"Sources: {', '.join(told)}."
        yield ""
    yield from _table("Errors", of_level(alerts, Level.ERROR))
    yield from _table("Warnings", of_level(alerts, Level.WARNING))
    yield from _folded("Notes", of_level(alerts, Level.NOTE))
    quiet = [alert for alert in report.alerts if alert.state is not AlertState.OPEN]
    yield from _folded("Known or ignored", quiet)
    for problem in report.problems:
        yield f"- **Problem:** {plain(problem.message)}"
    if report.problems:
        yield ""
    yield f"citewatch {report.run.tool_version}, {moment_words(report.run.finished_at)}"


def _table(title: str, alerts: Sequence[Alert]) -> Iterator[str]:
    if not alerts:
        return
    yield f"## {title} ({len(alerts):,})"
    yield ""
    yield from _rows(alerts)


def _folded(title: str, alerts: Sequence[Alert]) -> Iterator[str]:
    if not alerts:
        return
    yield f"<details><summary>{title} ({len(alerts):,})</summary>"
    yield ""
    yield from _rows(alerts)
    yield "</details>"
    yield ""


def _rows(alerts: Sequence[Alert]) -> Iterator[str]:
    yield "| Place | Rule | What | Why |"
    yield "|---|---|---|---|"
    for alert in alerts[:_MOST_ROWS]:
        subject = shorten(on_one_line(alert.subject), _SUBJECT_COLUMNS)
        why = plain(alert.message)
        if link := web_address(alert.link or alert.url):
            # A bar would end the cell, wherever it stands.
            why += f" ([source](<{link.replace('|', '%7C')}>))"
        if alert.because:
            why += f" – *{alert.state.value}: {plain(alert.because)}*"
        place = f"{alert.spot.path}:{alert.spot.line}"
        yield f"| {plain(place)} | {headline(alert)} | {plain(subject)} | {why} |"
    if len(alerts) > _MOST_ROWS:
        yield ""
        yield f"and {len(alerts) - _MOST_ROWS:,} more"
    yield ""


def plain(text: str) -> str:
    """A foreign text as Markdown that shows it to the letter: no mark, tag, mention or address."""
    escaped = _MARKS.sub(r"\\\1", on_one_line(text))
    # What looks like an address would become a link by itself.
    return re.sub(r"(?i)\b(https?|ftp|www|mailto)(?=[:.])", lambda m: f"{m[0]}&#8203;", escaped)
