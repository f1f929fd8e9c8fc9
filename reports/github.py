"""GitHub's workflow commands: an annotation on the line of each alert.

See https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.values import Level
from reports.alerts import count_words, headline, of_level, open_alerts, sentence
from reports.characters import visible
from reports.summary import summarise
from reports.wording import conclusion

if TYPE_CHECKING:
    from claims.values import Alert, Report

# GitHub shows ten of each kind a step, and is silent about the rest.
_MOST_SHOWN = 10
_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def render_github(report: Report) -> str:
    """Render annotations, errors first, and a last line that counts all there are."""
    alerts = open_alerts(report)
    lines = []
    for level, command in _COMMANDS.items():
        found = of_level(alerts, level)
        lines += [_annotation(command, alert) for alert in found]
        if len(found) > _MOST_SHOWN:
            lines.append(f"{len(found):,} of level {level.value}; GitHub shows {_MOST_SHOWN}")
    for problem in report.problems:
        lines.append(f"::error::{_data(problem.message)}")
    lines.append(f"{count_words(report.alerts)}. {conclusion(summarise(report))}")
    return "\n".join(lines) + "\n"


def _annotation(command: str, alert: Alert) -> str:
    spot = alert.spot
    places = {
        "file": spot.path,
        "line": spot.line,
        "endLine": spot.end_line,
        "title": headline(alert),
    }
    if spot.line == spot.end_line:
        # GitHub takes columns for alerts of one line only.
        places |= {"col": spot.column, "endColumn": spot.end_column}
    told = ",".join(f"{name}={_property(str(value))}" for name, value in places.items())
    return f"::{command} {told}::{_data(sentence(alert))}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
