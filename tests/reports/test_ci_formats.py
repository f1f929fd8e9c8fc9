"""The formats for CI: against their schemas, against files that keep them, and with bad texts."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import jsonschema
import markdown_it
import pytest
import xmlschema

from claims.rules import RULES
from claims.values import Alert, Level, Outcome, Report, Spot
from reports.formats import FORMATS, LINK_FORMATS
from reports.markdown import plain
from tests.conftest import ROOT
from tests.golden_files import assert_golden
from tests.reports.makers import a_report, a_settled_report
from tests.schemas import schema_of

ATOM = "{http://www.w3.org/2005/Atom}"
JUNIT = xmlschema.XMLSchema(ROOT / "tests" / "reports" / "junit.xsd")
SARIF = jsonschema.Draft7Validator(schema_of("sarif-2.1.0"))
FILES = {
    "text": "alerts.txt",
    "json": "alerts.json",
    "sarif": "alerts.sarif",
    "junit": "alerts.junit.xml",
    "github": "alerts.github.txt",
    "markdown": "alerts.md",
    "github-issue": "alerts.issue.md",
    "atom": "alerts.atom",
}
HOSTILE = (
    "]]></failure><script>alert(1)</script>",
    "<!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
    "\x00\x07\x1b[31m\ud800\ufffe",
    "::error::owned\n::set-env name=PATH::/tmp",
    "\r\n::stop-commands::token",
    "| a | b |\n|---|---|\n<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1)) ![x](https://evil.example/beacon.png)",
    "@everybody #1 https://evil.example/ www.evil.example",
    "`code` **bold** ~~gone~~ <details open>",
    "%0A::error::%25",
    "\u202eright to left\u2066",
    "a" * 100_000,
    '" name="x',
    "{{7*7}} ${7*7}",
)


def an_alert(**changes: Any) -> Alert:
    made = Alert(
        code="CW201",
        level=Level.ERROR,
        spot=Spot("notes/tides.md", 3, 5, 3, 20),
        subject="Tides turn.",
        message="the source says 46%",
        fingerprint="0" * 32,
    )
    return replace(made, **changes)


def with_alerts(*alerts: Alert) -> Report:
    return replace(a_report(), alerts=alerts)


def sarif(report: Report) -> Any:
    told = json.loads(FORMATS["sarif"](report))
    SARIF.validate(told)
    return told["runs"][0]


def junit(report: Report) -> ET.Element:
    text = FORMATS["junit"](report)
    JUNIT.validate(text.encode())
    return ET.fromstring(text)


def test_the_schemas_find_fault_with_what_is_wrong() -> None:
    told = json.loads(FORMATS["sarif"](a_settled_report()))
    told["runs"][0]["results"][0]["level"] = "terrible"
    assert not SARIF.is_valid(told)
    broken = FORMATS["junit"](a_settled_report()).replace('line="3"', 'line="third"')
    assert not JUNIT.is_valid(broken.encode())


@pytest.mark.parametrize("name", FILES)
def test_a_report_with_alerts_is_as_the_golden_file(name: str) -> None:
    rendered = FORMATS[name](a_settled_report())

    assert rendered == FORMATS[name](a_settled_report())
    assert_golden(rendered, FILES[name])


def test_every_format_but_the_page_knows_a_link_check() -> None:
    assert set(LINK_FORMATS) == set(FORMATS) - {"html"}


def test_sarif_has_a_rule_for_every_code() -> None:
    run = sarif(a_settled_report())
    rules = run["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == list(RULES)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_tells_what_is_known_and_ignored_as_suppressed() -> None:
    kinds = {
        result["ruleId"]: [one["kind"] for one in result["suppressions"]]
        for result in sarif(a_settled_report())["results"]
        if "suppressions" in result
    }
    assert kinds == {"CW211": ["external"], "CW221": ["inSource"]}


def test_sarif_relates_a_source_to_the_claims_that_rest_on_it() -> None:
    [dead] = [r for r in sarif(a_settled_report())["results"] if r["ruleId"] == "CW101"]
    [claim] = dead["relatedLocations"]

    assert claim["physicalLocation"]["region"]["startLine"] == 16
    assert dead["locations"][0]["physicalLocation"]["region"]["startColumn"] == 57


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("notes/a b.md", "notes/a%20b.md"),
        ("notes/渡輪.md", "notes/%E6%B8%A1%E8%BC%AA.md"),
        ("/srv/a#b.md", "file:///srv/a%23b.md"),
        ("100%.md", "100%25.md"),
    ],
)
def test_sarif_writes_paths_as_uris(path: str, uri: str) -> None:
    run = sarif(with_alerts(an_alert(spot=Spot(path, 1, 1, 1, 2))))
    location = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]

    assert location == uri
    assert unquote(location).endswith(path)


def test_junit_counts_what_it_tells() -> None:
    root = junit(a_settled_report())
    cases = root.findall("testsuite/testcase")

    assert root.get("tests") == str(len(cases))
    assert root.get("failures") == str(len(root.findall(".//failure")))
    assert root.get("errors") == str(len(root.findall(".//error"))) == "1"
    assert [suite.get("skipped") for suite in root] == ["2", "0", "0"]
    [failure] = root.findall(".//failure")
    assert failure.get("type") == "CW101 source-not-found"
    assert (failure.text or "").startswith("notes/trams.md:16:57: CW101")


def test_github_is_told_columns_of_one_line_only() -> None:
    lines = FORMATS["github"](a_settled_report()).splitlines()

    assert lines[0].startswith("::error file=notes/trams.md,line=16,endLine=16,")
    assert lines[0].partition("::http")[0].endswith(",col=57,endColumn=90")
    assert ",col=" not in lines[1]


def test_github_is_told_how_many_it_does_not_show() -> None:
    told = FORMATS["github"](with_alerts(*[an_alert()] * 11))
    assert "\n11 of level error; GitHub shows 10\n" in told


def test_a_feeds_entries_are_what_is_open() -> None:
    feed = ET.fromstring(FORMATS["atom"](a_settled_report()))
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]

    assert len(ids) == len(set(ids)) == 7
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert element.findtext(f"{ATOM}{name}")


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("field", ["subject", "message", "because", "path", "url", "link"])
def test_a_hostile_text_stays_a_text(text: str, field: str) -> None:
    change: dict[str, Any] = {"spot": Spot(text, 1, 1, 1, 2)} if field == "path" else {field: text}
    report = with_alerts(an_alert(**change))

    junit(report)
    assert len(sarif(report)["results"]) == 1
    ET.fromstring(FORMATS["atom"](report))
    json.loads(FORMATS["json"](report))
    commands = [line for line in FORMATS["github"](report).splitlines() if line.startswith("::")]
    assert len(commands) == 1
    assert commands[0].startswith("::error file=")
    tokens = markdown_it.MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(
        FORMATS["markdown"](report)
    )
    kinds = {child.type for token in tokens for child in token.children or ()}
    kinds |= {token.type for token in tokens}
    assert not kinds & {"html_inline", "html_block", "image", "code_inline", "fence", "code_block"}
    links = [
        child.attrGet("href")
        for token in tokens
        for child in token.children or ()
        if child.type == "link_open"
    ]
    assert all(str(link).startswith(("http://", "https://")) for link in links)
    assert len(links) <= 1
    body = FORMATS["github-issue"](report)
    assert len(body) <= 65_536
    tasks = [line for line in body.splitlines() if line.startswith("- [ ] ")]
    assert len(tasks) == 1
    tokens = markdown_it.MarkdownIt("gfm-like", {"html": False, "linkify": False}).parse(body)
    inline = [child for token in tokens for child in token.children or ()]
    assert not {child.type for child in inline} & {"image", "html_inline"}
    assert [child.content for child in inline if child.type == "code_inline"] == ["CW201"]


def test_an_issue_fits_into_githubs_bounds() -> None:
    report = with_alerts(*[an_alert(subject="a" * 150, message="b" * 350)] * 2_000)
    body = FORMATS["github-issue"](report)
    assert len(body) <= 65_536
    assert "lines more" in body
    assert "## To mend (2,000)" in body


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_a_text_to_the_letter(text: str) -> None:
    rendered = markdown_it.MarkdownIt("commonmark").renderInline(plain(text[:200]))
    assert "<" not in rendered


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "html"])
def test_an_empty_report_is_a_report(name: str) -> None:
    report = a_report()
    told = FORMATS[name](report)

    assert told.endswith("\n")
    if name == "sarif":
        sarif(report)
    if name == "junit":
        junit(report)


def test_every_outcome_that_is_not_fine_has_a_rule() -> None:
    named = {rule.name for rule in RULES.values()}
    fine = {Outcome.OK, Outcome.REDIRECTED, Outcome.NOT_MODIFIED}
    for outcome in set(Outcome) - fine:
        assert f"source-{outcome.value.replace('_', '-')}" in named
