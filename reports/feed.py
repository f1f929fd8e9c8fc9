"""An Atom feed (RFC 4287): an entry for each alert that is to be dealt with."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from reports.alerts import headline, open_alerts, sentence
from reports.characters import legal_in_xml, web_address
from reports.display_width import shorten
from reports.summary import summarise
from reports.wording import conclusion

if TYPE_CHECKING:
    from claims.values import Alert, Report

_ATOM = "http://www.w3.org/2005/Atom"
_TITLE_COLUMNS = 140


def render_feed(report: Report) -> str:
    """Render a feed. An entry keeps its id from run to run, so that readers show it once."""
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed")
    at = f"{report.run.finished_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    _add(feed, "id", "urn:citewatch:alerts")
    _add(feed, "title", "Citation check")
    _add(feed, "subtitle", conclusion(summarise(report)))
    _add(feed, "updated", at)
    _add(ET.SubElement(feed, f"{{{_ATOM}}}author"), "name", "citewatch")
    generator = _add(feed, "generator", "citewatch")
    generator.set("version", report.run.tool_version)
    for alert in open_alerts(report):
        _entry(feed, alert, at)
    ET.indent(feed)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(feed, encoding="unicode")}\n'


def _entry(feed: ET.Element, alert: Alert, at: str) -> None:
    entry = ET.SubElement(feed, f"{{{_ATOM}}}entry")
    _add(entry, "id", f"urn:citewatch:alert:{alert.fingerprint}")
    _add(entry, "title", shorten(f"{headline(alert)}: {sentence(alert)}", _TITLE_COLUMNS))
    _add(entry, "updated", at)
    if address := web_address(alert.link or alert.url):
        ET.SubElement(entry, f"{{{_ATOM}}}link", rel="related", href=legal_in_xml(address))
    for term in (alert.code, alert.level.value):
        ET.SubElement(entry, f"{{{_ATOM}}}category", term=term)
    spot = alert.spot
    content = _add(entry, "content", f"{spot.path}:{spot.line}:{spot.column}: {sentence(alert)}")
    content.set("type", "text")


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{_ATOM}}}{name}")
    element.text = legal_in_xml(text)
    return element
