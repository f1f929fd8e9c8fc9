"""The open alerts as rows of a table, for whatever shows tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.values import Level
from reports.alerts import headline, of_level, open_alerts
from reports.characters import on_one_line, web_address

if TYPE_CHECKING:
    from claims.values import Report


def table_of(report: Report) -> list[dict[str, str | int]]:
    """A row for each open alert, errors first."""
    alerts = open_alerts(report)
    return [
        {
            "level": alert.level.value,
            "rule": headline(alert),
            "document": alert.spot.path,
            "line": alert.spot.line,
            "what": on_one_line(alert.subject),
            "why": on_one_line(alert.message),
            "source": web_address(alert.link or alert.url) or "",
        }
        for level in Level
        for alert in of_level(alerts, level)
    ]
