"""JUnit's XML, as Jenkins, GitLab and most dashboards of tests read it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from claims.alerts import sources_by_path
from claims.values import AlertState, Level
from reports.alerts import headline, sentence
from reports.characters import legal_in_xml, on_one_line
from reports.display_width import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.values import Alert, CheckedDocument, CitedSource, Place, Report

_NAME_COLUMNS = 120


def render_junit(report: Report) -> str:
    """Render a test suite for each document and a test for each of its claims and sources.

    A test fails where an alert is an error; an alert that is known or ignored is a skipped test.
    """
    root = ET.Element("testsuites", name="citewatch")
    root.text = "\n"
    of_document: dict[str, list[Alert]] = {}
    for alert in report.alerts:
        of_document.setdefault(alert.spot.path, []).append(alert)
    cited = sources_by_path(report.sources)
    for checked in report.documents:
        path = checked.document.path
        suite = ET.SubElement(root, "testsuite", name=legal_in_xml(path))
        suite.set("timestamp", f"{report.run.started_at:%Y-%m-%dT%H:%M:%S}")
        _fill(suite, checked, of_document.get(path, ()), cited.get(path, ()))
    for problem in report.problems:
        suite = ET.SubElement(root, "testsuite", name=legal_in_xml(problem.subject))
        case = ET.SubElement(
            suite, "testcase", name="can be read", classname=legal_in_xml(problem.subject), time="0"
        )
        ET.SubElement(case, "error", message=legal_in_xml(problem.message), type="unreadable")
        _count(suite)
    _total(root)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _fill(
    suite: ET.Element,
    checked: CheckedDocument,
    alerts: Sequence[Alert],
    sources: Sequence[tuple[CitedSource, Sequence[Place]]],
) -> None:
    path = legal_in_xml(checked.document.path)
    of_claim: dict[str, list[Alert]] = {}
    for alert in alerts:
        of_claim.setdefault(alert.claim_id, []).append(alert)
    for finding in checked.findings:
        claim = finding.claim
        case = _case(suite, path, claim.plain, claim.line)
        _outcome(case, of_claim.get(claim.id, []))
    own = of_claim.get("", [])
    of_source: dict[str, list[Alert]] = {}
    for alert in own:
        of_source.setdefault(alert.url, []).append(alert)
    for _, here in sources:
        case = _case(suite, path, here[0].url, here[0].line)
        _outcome(case, of_source.get(here[0].url, []))
    for alert in own:
        if not alert.url:
            _outcome(_case(suite, path, alert.subject, alert.spot.line), [alert])
    _count(suite)


def _case(suite: ET.Element, path: str, name: str, line: int) -> ET.Element:
    text = legal_in_xml(shorten(on_one_line(name), _NAME_COLUMNS))
    return ET.SubElement(
        suite, "testcase", name=text, classname=path, file=path, line=str(line), time="0"
    )


def _outcome(case: ET.Element, alerts: Sequence[Alert]) -> None:
    is_open = [one for one in alerts if one.state is AlertState.OPEN]
    failing = [one for one in is_open if one.level is Level.ERROR]
    quiet = [one for one in alerts if one.state is not AlertState.OPEN]
    if failing:
        first = failing[0]
        failure = ET.SubElement(
            case, "failure", message=legal_in_xml(sentence(first)), type=headline(first)
        )
        failure.text = legal_in_xml("\n".join(map(_place, failing)))
    elif quiet and not is_open:
        told = f"{quiet[0].code} {quiet[0].state.value}: {quiet[0].because}"
        ET.SubElement(case, "skipped", message=legal_in_xml(told))
    if others := [one for one in is_open if one.level is not Level.ERROR]:
        ET.SubElement(case, "system-out").text = legal_in_xml("\n".join(map(_place, others)))


def _place(alert: Alert) -> str:
    spot = alert.spot
    return f"{spot.path}:{spot.line}:{spot.column}: {headline(alert)}: {sentence(alert)}"


def _count(suite: ET.Element) -> None:
    cases = suite.findall("testcase")
    counts = Counter(child.tag for case in cases for child in case)
    suite.set("tests", str(len(cases)))
    for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(name, str(counts[tag]))
    suite.set("time", "0")


def _total(root: ET.Element) -> None:
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    root.set("time", "0")
