from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from claims.values import CheckedDocument, Flag, Outcome, OutcomeClass, Verdict
from reports.jsonreport import render_extract, render_flat, render_json
from tests.golden_files import assert_golden
from tests.reports.makers import (
    a_citation,
    a_claim,
    a_document,
    a_finding,
    a_quantity,
    a_report,
    a_rich_report,
)

_SCHEMA = json.loads(files("reports").joinpath("report.schema.json").read_text(encoding="utf-8"))


def test_rich_report_is_as_the_golden_file() -> None:
    assert_golden(render_json(a_rich_report()), "report.json")


def test_rich_report_keeps_the_schema() -> None:
    Draft202012Validator.check_schema(_SCHEMA)
    Draft202012Validator(_SCHEMA).validate(json.loads(render_json(a_rich_report())))


@pytest.mark.parametrize(
    ("name", "values"),
    [("verdict", Verdict), ("flag", Flag), ("outcome", Outcome), ("class", OutcomeClass)],
)
def test_schema_knows_every_value(name: str, values: Any) -> None:
    assert _SCHEMA["$defs"][name]["enum"] == [value.value for value in values]


@pytest.mark.parametrize("place", ["document", "claim", "source"])
def test_schema_refuses_a_key_it_does_not_know(place: str) -> None:
    report = json.loads(render_json(a_rich_report()))
    target = {
        "document": report["documents"][0],
        "claim": report["documents"][0]["claims"][0],
        "source": report["sources"][0],
    }[place]
    target["surprise"] = 1

    assert not Draft202012Validator(_SCHEMA).is_valid(report)


def test_keys_of_a_claim_come_in_the_order_of_the_contract() -> None:
    claim = json.loads(render_json(a_rich_report()))["documents"][0]["claims"][0]

    assert list(claim) == [
        *("id", "text", "plain", "start", "end", "line", "column", "section", "checkworthiness"),
        *("quantities", "citations", "verdict", "score", "flags", "reason", "evidence"),
        "decision",
    ]


def test_text_of_a_claim_is_a_slice_of_the_document() -> None:
    report = a_rich_report()
    for checked, part in zip(
        report.documents, json.loads(render_json(report))["documents"], strict=True
    ):
        for claim in part["claims"]:
            assert checked.document.source[claim["start"] : claim["end"]] == claim["text"]


def test_each_citation_carries_its_own_judgement() -> None:
    claims = json.loads(render_json(a_rich_report()))["documents"][0]["claims"]
    timetable = next(claim for claim in claims if len(claim["citations"]) == 2)

    assert [
        (citation["url"], citation["verdict"], citation["reason"])
        for citation in timetable["citations"]
    ] == [
        (
            "https://transit.example/timetable",
            "unverifiable",
            "not_found: the server answers 404",
        ),
        ("https://transit.example/annual-2024", "supported", "the source says the same"),
    ]


def test_citation_that_was_not_judged_has_no_verdict() -> None:
    finding = a_finding(a_claim(citations=(a_citation(),)))
    report = json.loads(render_json(a_report(CheckedDocument(a_document(), (finding,)))))

    assert report["documents"][0]["claims"][0]["citations"][0]["verdict"] is None
    Draft202012Validator(_SCHEMA).validate(report)


def test_quantity_is_a_value_or_a_range() -> None:
    plain = "It rose by 5% to 7-9%."
    claim = a_claim(
        plain,
        plain,
        quantities=(a_quantity(plain, "5%", 5), a_quantity(plain, "7-9%", 7, 9.5)),
    )
    extracted = json.loads(render_extract([(a_document(plain), [claim])]))
    single, span = extracted["documents"][0]["claims"][0]["quantities"]

    assert (single["value"], "low" in single, "den" in single) == (5, False, False)
    assert (span["low"], span["high"], "value" in span) == (7, 9.5, False)
    assert plain[span["start"] : span["end"]] == span["text"]


def test_infinite_quantity_is_null() -> None:
    plain = "It rose by 1e999%."
    claim = a_claim(plain, plain, quantities=(a_quantity(plain, "1e999%", float("inf")),))
    rendered = render_extract([(a_document(plain), [claim])])

    assert json.loads(rendered)["documents"][0]["claims"][0]["quantities"][0]["value"] is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("half \ud83d of an emoji", id="lone high surrogate"),
        pytest.param("\udcff", id="lone low surrogate"),
        pytest.param("nul \x00 in the middle", id="NUL"),
        pytest.param("🚋 and 𠮷", id="beyond the basic plane"),
        pytest.param('"quotes" \\ and \u2028 line', id="syntax"),
    ],
)
def test_any_text_gives_valid_json(text: str) -> None:
    rendered = render_flat([a_claim(text, text)])

    assert json.loads(rendered.encode("utf-8")) == [{"text": text, "urls": []}]


def test_text_is_written_as_it_reads() -> None:
    assert "渡輪載客量" in render_json(a_rich_report())


def test_extract_has_citations_and_no_verdicts() -> None:
    claim = a_claim(citations=(a_citation(title="Tide tables"),))
    extracted = json.loads(render_extract([(a_document(), [claim])]))

    assert list(extracted) == ["schema_version", "documents"]
    part = extracted["documents"][0]["claims"][0]
    assert "verdict" not in part
    assert part["citations"] == [
        {
            "url": "https://example.org/tides",
            "via": "inline",
            "confidence": 1.0,
            "title": "Tide tables",
        }
    ]


def test_flat_form_is_texts_and_urls() -> None:
    claim = a_claim(citations=(a_citation(), a_citation("https://example.org/moon")))

    assert render_flat([claim]) == (
        "[\n"
        "  {\n"
        '    "text": "Tides turn.",\n'
        '    "urls": [\n'
        '      "https://example.org/tides",\n'
        '      "https://example.org/moon"\n'
        "    ]\n"
        "  }\n"
        "]\n"
    )
