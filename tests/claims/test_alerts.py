"""What of a report breaks a rule, and where it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.alerts import Places, alerts_of
from claims.ignores import ignores_in
from claims.rules import RULES, find_rule, is_code
from claims.values import (
    CheckedDocument,
    Citation,
    CitedSource,
    Evidence,
    FactComparison,
    Finding,
    Flag,
    Outcome,
    Place,
    Relation,
    Report,
    Run,
    Verdict,
    Via,
)
from tests.claims.makers import a_document, a_finding, a_source, claims_of

URL = "https://source.example/page"
NOTE = f"# Ports\n\nThe harbour of Norvik has 37 cranes ([port]({URL})).\n\nIt has 12 ferries.\n"


def a_report(note: str, *findings: Finding, outcome: Outcome = Outcome.OK) -> Report:
    source = a_source(URL, outcome=outcome)
    at = source.fetched_at
    claims = [finding.claim for finding in findings]
    places = tuple(
        Place("note.md", claim.id, claim.line, citation.url)
        for claim in claims
        for citation in claim.citations
    )
    return Report(
        Run("run", "0", at, at, "", ()),
        (CheckedDocument(a_document(note), findings),),
        (CitedSource(source, places),),
        (),
    )


def evidence(*facts: FactComparison) -> Evidence:
    return Evidence(URL, "A quote.", 0, 8, 0.5, f"{URL}#x", facts)


def codes(report: Report) -> list[str]:
    return [alert.code for alert in alerts_of(report)]


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        (Verdict.SUPPORTED, []),
        (Verdict.PARTIAL, ["CW211"]),
        (Verdict.CONTRADICTED, ["CW202"]),
        (Verdict.NOT_FOUND, ["CW221"]),
        (Verdict.UNVERIFIABLE, ["CW222"]),
        (Verdict.UNCITED, ["CW223"]),
    ],
)
def test_a_verdict_breaks_its_rule(verdict: Verdict, expected: list[str]) -> None:
    assert codes(a_report(NOTE, a_finding(claims_of(NOTE)[0], verdict))) == expected


def test_a_number_that_differs_is_told_from_other_contradictions() -> None:
    number = FactComparison("37", "41", Relation.DIFFERS, 41 / 37)
    finding = replace(
        a_finding(claims_of(NOTE)[0], Verdict.CONTRADICTED), evidence=(evidence(number),)
    )
    assert codes(a_report(NOTE, finding)) == ["CW201"]


def test_a_remark_that_calls_for_a_look_is_an_alert_of_its_own() -> None:
    flags = (Flag.OUTDATED, Flag.CROSS_LANGUAGE, Flag.QUOTE_ALTERED, Flag.CONFLICTING_SOURCES)
    finding = replace(a_finding(claims_of(NOTE)[0], Verdict.SUPPORTED), flags=flags)
    assert codes(a_report(NOTE, finding)) == ["CW231", "CW232", "CW233"]


@pytest.mark.parametrize("outcome", Outcome)
def test_each_source_has_at_most_one_alert_a_document(outcome: Outcome) -> None:
    claims = claims_of(f"{NOTE}\nIt has 4 quays ([port]({URL})).\n")
    findings = [a_finding(claim, Verdict.SUPPORTED) for claim in claims]
    told = alerts_of(a_report(NOTE, *findings, outcome=outcome))
    is_fine = outcome in {Outcome.OK, Outcome.REDIRECTED, Outcome.NOT_MODIFIED}

    assert len(told) == (0 if is_fine else 1)
    for alert in told:
        assert RULES[alert.code].name == f"source-{outcome.value.replace('_', '-')}"
        assert len(alert.related) == 2


def test_an_alert_of_a_source_stands_where_its_url_is_written() -> None:
    finding = a_finding(claims_of(NOTE)[0], Verdict.UNVERIFIABLE)
    source, claim = alerts_of(a_report(NOTE, finding, outcome=Outcome.GONE))[::-1]
    lines = NOTE.split("\n")
    spot = source.spot

    assert lines[spot.line - 1][spot.column - 1 : spot.end_column - 1] == URL
    assert (claim.spot.line, claim.spot.column) == (3, 1)
    assert source.related == (claim.spot,)


@pytest.mark.parametrize(
    ("text", "line", "place"),
    [
        ("See https://a.example/x.", 1, (1, 5, 1, 24)),
        ("See https://a.example/xy, https://a.example/x.", 1, (1, 27, 1, 46)),
        ("https://a.example/x\n\nhttps://a.example/x", 3, (3, 1, 3, 20)),
        ("One.\r\n\r\nhttps://a.example/x", 1, (3, 1, 3, 20)),
        ("漢字 https://a.example/x 漢字", 1, (1, 4, 1, 23)),
        ("Not written so.\nAt all.", 2, (2, 1, 2, 8)),
        ("One line.", 99, (1, 1, 1, 10)),
        ("", 1, (1, 1, 1, 1)),
    ],
)
def test_a_url_is_found_in_the_text(text: str, line: int, place: tuple[int, int, int, int]) -> None:
    spot = Places(a_document(text)).of_url("https://a.example/x", line)
    assert (spot.line, spot.column, spot.end_line, spot.end_column) == place


def test_fingerprints_stay_when_the_text_moves_and_tell_repetitions_apart() -> None:
    text = "The harbour has 37 cranes.\n\nThe harbour has 37 cranes.\n"
    later = f"# A title\n\n{text}"
    told, moved = (
        [
            alert.fingerprint
            for alert in alerts_of(
                a_report(note, *(a_finding(c, Verdict.UNCITED) for c in claims_of(note)))
            )
        ]
        for note in (text, later)
    )
    assert told == moved
    assert len(set(told)) == len(told) == 2


def test_a_listed_source_is_cited_by_its_claims() -> None:
    claim = replace(claims_of(NOTE)[1], citations=(Citation(URL, Via.LISTED, 0.5),))
    finding = a_finding(claim, Verdict.UNVERIFIABLE)
    told = alerts_of(a_report(NOTE, finding, outcome=Outcome.NOT_FOUND))

    assert [alert.code for alert in told] == ["CW101", "CW222"]


def test_rules_are_found_by_code_and_name() -> None:
    assert find_rule(" cw201 ") is find_rule("Number-Contradicted") is RULES["CW201"]
    assert find_rule("CW2") is None
    assert [is_code(text) for text in ("CW", "CW2", "CW201", "CW9", "cw201", "")] == [
        True, True, True, False, False, False,
    ]  # fmt: skip
    assert len({rule.name for rule in RULES.values()}) == len(RULES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!-- citewatch-ignore-next CW201: known -->\nA claim.", (1, 2, 2, ("CW201",), "known")),
        ("% citewatch-ignore-next CW1, CW22: so\n\nA\nB\n\nC", (1, 3, 4, ("CW1", "CW22"), "so")),
        (".. citewatch-ignore-file cw223: a diary", (1, 1, 1, ("CW223",), "a diary")),
        ("A claim. <!-- citewatch-ignore CW211: half -->", (1, 1, 1, ("CW211",), "half")),
        ("/* citewatch-ignore CW211: in code */ x", (1, 1, 1, ("CW211",), "in code")),
        ("<!-- citewatch-ignore-next CW201 -->\nA", (1, 2, 2, (), "")),
        ("<!-- citewatch-ignore-next CW201: -->\nA", (1, 2, 2, (), "")),
        ("<!-- citewatch-ignore-next: why -->\nA", (1, 2, 2, (), "")),
        ("<!-- citewatch-ignore-next CW999: why -->\nA", (1, 2, 2, (), "")),
        ("<!-- citewatch-ignore-next CW201: at the end -->", (1, 2, 2, ("CW201",), "at the end")),
    ],
)  # fmt: skip
def test_comments_are_read(text: str, expected: tuple[int, int, int, tuple[str, ...], str]) -> None:
    [found] = ignores_in(text)
    assert (found.line, found.first, found.last, found.codes, found.reason) == expected


def test_a_comment_covers_what_begins_or_ends_on_its_lines() -> None:
    [found] = ignores_in("<!-- citewatch-ignore-next CW2: so -->\n\nA\nB\n\nC")

    assert found.covers("CW201", 3, 3)
    assert found.covers("CW211", 4, 7)
    assert not found.covers("CW101", 3, 3)
    assert not found.covers("CW201", 6, 6)


def test_a_text_of_comments_is_read_in_no_time() -> None:
    hostile = "citewatch-ignore-next " + "CW201," * 50_000 + " " * 200_000 + "\n"
    assert ignores_in(hostile * 3)[0].codes == ()
