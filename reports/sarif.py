"""SARIF 2.1.0, for code scanning: https://docs.oasis-open.org/sarif/sarif/v2.1.0/."""

from __future__ import annotations

import json
from datetime import UTC
from typing import TYPE_CHECKING, Any

from claims.rules import RULES
from claims.values import AlertState, Level
from reports.alerts import relative_uri, sentence
from reports.characters import web_address

if TYPE_CHECKING:
    from claims.rules import Rule
    from claims.values import Alert, Problem, Report, Spot

Part = dict[str, Any]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_MOST_RELATED = 20


def render_sarif(report: Report) -> str:
    """Render the alerts of a report, those that are known or ignored as suppressed results."""
    run = {
        "tool": {
            "driver": {
                "name": "citewatch",
                "semanticVersion": report.run.tool_version,
                "rules": [_rule(rule) for rule in RULES.values()],
            }
        },
        "automationDetails": {"id": "citewatch/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.problems,
                "startTimeUtc": f"{report.run.started_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
                "endTimeUtc": f"{report.run.finished_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
                "toolExecutionNotifications": [_notification(one) for one in report.problems],
            }
        ],
        "artifacts": [
            {
                "location": {"uri": relative_uri(checked.document.path)},
                "description": {"text": checked.document.title or checked.document.path},
            }
            for checked in report.documents
        ],
        "results": [_result(alert) for alert in report.alerts],
    }
    text = json.dumps(
        {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=True, indent=2
    )
    return f"{text}\n"


_ORDER = {code: position for position, code in enumerate(RULES)}


def _rule(rule: Rule) -> Part:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": f"{rule.summary} {rule.help}"},
        "help": {"text": rule.help, "markdown": f"**{rule.summary}**\n\n{rule.help}"},
        "defaultConfiguration": {"level": rule.level.value},
        "properties": {"tags": ["citations", rule.kind]},
    }


def _result(alert: Alert) -> Part:
    message = sentence(alert)
    if link := web_address(alert.link):
        # In a message, brackets and backslashes are marks of a link.
        escaped = message.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
        message = f"{escaped} ([the source's passage]({link}))"
    result: Part = {
        "ruleId": alert.code,
        "ruleIndex": _ORDER[alert.code],
        "level": alert.level.value,
        "message": {"text": message},
        "locations": [{"physicalLocation": _location(alert.spot)}],
        "partialFingerprints": {"citewatch/v1": alert.fingerprint},
    }
    if alert.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _location(spot),
                "message": {"text": "a claim that rests on this source"},
            }
            for number, spot in enumerate(alert.related[:_MOST_RELATED], 1)
        ]
    if alert.state is not AlertState.OPEN:
        kind = "inSource" if alert.state is AlertState.IGNORED else "external"
        result["suppressions"] = [{"kind": kind, "justification": alert.because}]
    return result


def _location(spot: Spot) -> Part:
    return {
        "artifactLocation": {"uri": relative_uri(spot.path)},
        "region": {
            "startLine": spot.line,
            "startColumn": spot.column,
            "endLine": spot.end_line,
            "endColumn": spot.end_column,
        },
    }


def _notification(problem: Problem) -> Part:
    return {"level": Level.ERROR.value, "message": {"text": problem.message}}
