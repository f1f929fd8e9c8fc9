"""What the formats for CI say of an alert, the same in all of them."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import quote

from claims.rules import RULES
from claims.values import AlertState, Level
from reports.characters import on_one_line
from reports.display_width import shorten
from reports.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claims.values import Alert, Report

_SUBJECT_COLUMNS = 160


def headline(alert: Alert) -> str:
    """The rule and what it was broken by, on one line."""
    return f"{alert.code} {RULES[alert.code].name}"


def sentence(alert: Alert) -> str:
    """What is wrong, on one line: the claim or URL, and what its source says."""
    subject = shorten(on_one_line(alert.subject), _SUBJECT_COLUMNS)
    quoted = subject if subject == alert.url else f"“{subject}”"
    return f"{quoted}: {on_one_line(alert.message)}"


def own_sentence(alert: Alert) -> str:
    """What is wrong with what a document's author has written, and where, on one line."""
    place = f"{on_one_line(alert.spot.path)}:{alert.spot.line}:{alert.spot.column}"
    told = f"{place}  {on_one_line(alert.message)} [{alert.code}]"
    return f"{told} {alert.state.value}: {on_one_line(alert.because)}" if alert.because else told


def relative_uri(path: str) -> str:
    """A document's path as a URI reference, relative where the path is."""
    pure = PurePath(path)
    uri = quote(pure.as_posix(), safe="/:@!$&'()*+,;=~", errors="replace")
    return f"file://{uri}" if pure.is_absolute() else uri


def open_alerts(report: Report) -> list[Alert]:
    """The alerts that nobody has said are no news."""
    return [alert for alert in report.alerts if alert.state is AlertState.OPEN]


def is_news(alerts: Sequence[Alert]) -> bool:
    """Whether nobody has said of all alerts on a thing that they are known or to be ignored."""
    return not alerts or any(alert.state is AlertState.OPEN for alert in alerts)


def own_alerts(report: Report, *, verbose: bool = False) -> list[Alert]:
    """The alerts that speak of no claim and no source, but of what a document's author has written.

    Without `verbose` only those that are to be dealt with, or fail the run.
    """
    found = [alert for alert in report.alerts if not (alert.claim_id or alert.url)]
    if verbose:
        return found
    is_open = [alert for alert in found if alert.state is AlertState.OPEN]
    return of_level(is_open, Level.ERROR, Level.WARNING)


def of_level(alerts: Iterable[Alert], *levels: Level) -> list[Alert]:
    """The alerts of some levels, in their order."""
    return [alert for alert in alerts if alert.level in levels]


def count_words(alerts: Sequence[Alert]) -> str:
    """How many alerts there are of each state and level, in words."""
    is_open = [one for one in alerts if one.state is AlertState.OPEN]
    counts = [(len(of_level(is_open, level)), level.value) for level in Level]
    told = [counted(count, word) for count, word in counts if count]
    for state in (AlertState.KNOWN, AlertState.IGNORED):
        count = sum(one.state is state for one in alerts)
        told += [f"{count:,} {state.value}"] if count else []
    return ", ".join(told) or "nothing"
