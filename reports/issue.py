"""The body of one GitHub issue that each run writes anew.

A hidden mark on its first line tells the issue from others: whoever updates it looks for the mark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.values import AlertState, Level
from reports.alerts import of_level, open_alerts
from reports.characters import on_one_line, web_address
from reports.display_width import shorten
from reports.markdown import plain
from reports.summary import summarise
from reports.wording import conclusion, counted, moment_words, record_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.values import Alert, Report

MARK = "<!-- citewatch: this body is written anew by every run -->"
_SUBJECT_COLUMNS = 200
_MESSAGE_COLUMNS = 400
# GitHub takes 65,536 characters.
_MOST_CHARACTERS = 60_000
# Longer ones are cut by browsers and proxies anyway.
_LONGEST_LINK = 2_000
_HEADINGS = {Level.ERROR: "To mend", Level.WARNING: "To look at"}


def render_issue(report: Report) -> str:
    """Render a list of tasks, errors first, and what is known in a count; at most 60,000 signs."""
    alerts = open_alerts(report)
    records = {
        place.url: record_words(cited.source.record)
        for cited in report.sources
        if cited.source.record
        for place in cited.cited_by
    }
    head = [MARK, f"**{plain(conclusion(summarise(report)))}**", ""]
    lines: list[str] = []
    for level, title in _HEADINGS.items():
        own = of_level(alerts, level)
        if own:
            lines += [f"## {title} ({len(own):,})", ""]
            lines += list(_tasks(own, records))
            lines.append("")
    known = sum(alert.state is not AlertState.OPEN for alert in report.alerts)
    notes = len(of_level(alerts, Level.NOTE))
    foot = (
        f"Beside these {counted(notes, 'note')}, and {known:,} known or ignored."
        f" citewatch {report.run.tool_version}, {moment_words(report.run.finished_at)}."
    )
    return "\n".join([*head, *_fitting(lines), foot]) + "\n"


def _tasks(alerts: Sequence[Alert], records: dict[str, str]) -> Iterator[str]:
    for alert in alerts:
        path = shorten(on_one_line(alert.spot.path), _SUBJECT_COLUMNS)
        place = plain(f"{path}:{alert.spot.line}")
        subject = plain(shorten(on_one_line(alert.subject), _SUBJECT_COLUMNS))
        message = plain(shorten(on_one_line(alert.message), _MESSAGE_COLUMNS))
        line = f"- [ ] `{alert.code}` {place} {subject}: {message}"
        if not alert.claim_id and (told := records.get(alert.url)):
            line += f"; {plain(told)}"
        link = web_address(alert.link or alert.url)
        if link and len(link) <= _LONGEST_LINK:
            line += f" ([source](<{link}>))"
        yield line


def _fitting(lines: Sequence[str]) -> Iterator[str]:
    room = _MOST_CHARACTERS
    for number, line in enumerate(lines):
        room -= len(line) + 1
        if room < 0:
            yield f"and {counted(len(lines) - number, 'line')} more"
            yield ""
            return
        yield line
