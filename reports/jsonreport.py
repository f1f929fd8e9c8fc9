"""The JSON report, for programs; its shape is `report.schema.json` and carries a version."""

from __future__ import annotations

import json
import math
import re
from datetime import UTC
from typing import TYPE_CHECKING, Any

from claims.cited_places import cited_urls
from claims.rules import RULES
from reports.summary import summarise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from claims.values import (
        Alert,
        CheckedDocument,
        Citation,
        CitedSource,
        Claim,
        Decided,
        Document,
        Evidence,
        Finding,
        Judgement,
        Quantity,
        Report,
        Run,
        SourceRecord,
    )
    from reports.summary import Summary

Part = dict[str, Any]

SCHEMA_VERSION = 1

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_SCORE_DIGITS = 4
_LARGEST_EXACT_INTEGER = 2**53


def render_json(report: Report) -> str:
    """Render a whole report."""
    decided = {(one.path, one.claim_id): one for one in report.decided}
    return dump(
        {
            "schema_version": SCHEMA_VERSION,
            "tool": _tool_part(report.run),
            "run": _run_part(report.run),
            "documents": [_checked_part(checked, decided) for checked in report.documents],
            "sources": [_source_part(cited) for cited in report.sources],
            "alerts": [_alert_part(alert) for alert in report.alerts],
            "summary": _summary_part(summarise(report)),
            "problems": [
                {"subject": problem.subject, "message": problem.message}
                for problem in report.problems
            ],
        }
    )


def render_extract(documents: Sequence[tuple[Document, Sequence[Claim]]]) -> str:
    """Render documents and their claims as a report does, before anything has been checked."""
    return dump({"schema_version": SCHEMA_VERSION, "documents": documents_part(documents)})


def render_flat(claims: Iterable[Claim]) -> str:
    """Render claims in the plainest form for tools: a list of texts with their URLs."""
    return dump(
        [
            {"text": claim.text, "urls": [citation.url for citation in claim.citations]}
            for claim in claims
        ]
    )


def documents_part(documents: Sequence[tuple[Document, Sequence[Claim]]]) -> list[Part]:
    """Give the `documents` of a report whose claims have citations but no verdicts."""
    return [
        _document_part(document, [_extracted_part(claim) for claim in claims])
        for document, claims in documents
    ]


def dump(value: object) -> str:
    """JSON to read, that UTF-8 can carry whatever is in it."""
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    # A lone surrogate is legal inside a JSON string only as an escape: UTF-8 cannot carry it.
    return _SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", text) + "\n"


def _tool_part(run: Run) -> Part:
    return {"name": "citewatch", "version": run.tool_version, "tiers": list(run.tiers)}


def _run_part(run: Run) -> Part:
    return {
        "id": run.id,
        "started_at": utc_time(run.started_at),
        "finished_at": utc_time(run.finished_at),
        "config_digest": run.config_digest,
    }


def _document_part(document: Document, claims: list[Part]) -> Part:
    return {
        "path": document.path,
        "title": document.title,
        "language": document.language,
        "urls": list(cited_urls(document)),
        "warnings": list(document.warnings),
        "claims": claims,
    }


def _checked_part(checked: CheckedDocument, decided: Mapping[tuple[str, str], Decided]) -> Part:
    path = checked.document.path
    return _document_part(
        checked.document,
        [
            {**_finding_part(each), "decision": _decision_part(decided.get((path, each.claim.id)))}
            for each in checked.findings
        ],
    )


def _decision_part(decided: Decided | None) -> Part | None:
    if decided is None:
        return None
    decision = decided.decision
    return {
        "ruling": decision.ruling,
        "note": decision.note,
        "by": decision.by,
        "at": utc_time(decision.at),
        "url": decision.url,
        "passage": decision.passage,
        "look_again": decided.look_again,
    }


def _extracted_part(claim: Claim) -> Part:
    return {
        **_claim_part(claim),
        "citations": [_citation_part(citation) for citation in claim.citations],
    }


def _finding_part(finding: Finding) -> Part:
    judgements = {judgement.citation: judgement for judgement in finding.judgements}
    return {
        **_claim_part(finding.claim),
        "citations": [
            {**_citation_part(citation), **_judgement_part(judgements.get(citation))}
            for citation in finding.claim.citations
        ],
        "verdict": finding.verdict,
        "score": _score(finding.score),
        "flags": list(finding.flags),
        "reason": finding.reason,
        "evidence": [_evidence_part(evidence) for evidence in finding.evidence],
    }


def _claim_part(claim: Claim) -> Part:
    return {
        "id": claim.id,
        "text": claim.text,
        "plain": claim.plain,
        "start": claim.start,
        "end": claim.end,
        "line": claim.line,
        "column": claim.column,
        "section": claim.section,
        "checkworthiness": claim.checkworthiness,
        "quantities": [_quantity_part(quantity) for quantity in claim.quantities],
    }


def _quantity_part(quantity: Quantity) -> Part:
    part: Part = {"text": quantity.text, "kind": quantity.kind}
    if quantity.low == quantity.high:
        part["value"] = _number(quantity.low)
    else:
        part["low"] = _number(quantity.low)
        part["high"] = _number(quantity.high)
    part["unit"] = quantity.unit
    if quantity.denominator is not None:
        part["den"] = _number(quantity.denominator)
    part["comparator"] = quantity.comparator
    part["start"] = quantity.start
    part["end"] = quantity.end
    return part


def _citation_part(citation: Citation) -> Part:
    return {
        "url": citation.url,
        "via": citation.via,
        "confidence": _score(citation.confidence),
        "title": citation.title,
    }


def _judgement_part(judgement: Judgement | None) -> Part:
    if judgement is None:
        return {"verdict": None, "score": None, "reason": ""}
    return {
        "verdict": judgement.verdict,
        "score": _score(judgement.score),
        "reason": judgement.reason,
    }


def _evidence_part(evidence: Evidence) -> Part:
    return {
        "url": evidence.url,
        "quote": evidence.quote,
        "start": evidence.start,
        "end": evidence.end,
        "score": _score(evidence.score),
        "link": evidence.link,
        "facts": [
            {"claim": fact.claim, "source": fact.source, "relation": fact.relation}
            for fact in evidence.facts
        ],
    }


def _source_part(cited: CitedSource) -> Part:
    source = cited.source
    return {
        "url": source.url,
        "final_url": source.final_url,
        "outcome": source.outcome,
        "class": source.outcome.outcome_class,
        "reason": source.reason,
        "http_status": source.http_status,
        "redirects": [
            {"url": hop.url, "status": hop.status, "location": hop.location}
            for hop in source.redirects
        ],
        "fetched_at": utc_time(source.fetched_at),
        "retry_at": utc_time(source.retry_at) if source.retry_at else None,
        "from": source.origin,
        "content_type": source.content_type,
        "title": source.title,
        "published": source.published,
        "language": source.language,
        "text_sha256": source.text_sha256,
        "archived_url": source.archived_url,
        "record": _record_part(source.record) if source.record else None,
        "cited_by": [
            {
                "path": place.path,
                "claim_id": place.claim_id,
                "line": place.line,
                "url": place.url,
            }
            for place in cited.cited_by
        ],
    }


def _record_part(record: SourceRecord) -> Part:
    return {
        "first_seen": utc_time(record.first_seen),
        "last_ok": utc_time(record.last_ok) if record.last_ok else None,
        "failing_since": utc_time(record.failing_since) if record.failing_since else None,
        "failures": record.failures,
        "dead": record.is_dead,
    }


def _alert_part(alert: Alert) -> Part:
    spot = alert.spot
    return {
        "code": alert.code,
        "rule": RULES[alert.code].name,
        "level": alert.level,
        "state": alert.state,
        "because": alert.because,
        "path": spot.path,
        "line": spot.line,
        "column": spot.column,
        "end_line": spot.end_line,
        "end_column": spot.end_column,
        "subject": alert.subject,
        "message": alert.message,
        "claim_id": alert.claim_id,
        "url": alert.url,
        "link": alert.link,
        "fingerprint": alert.fingerprint,
    }


def _summary_part(summary: Summary) -> Part:
    coverage = summary.coverage
    return {
        "documents": summary.documents,
        "claims": summary.claims,
        "checkworthy_claims": summary.checkworthy_claims,
        "inferred_citations": summary.inferred_citations,
        "verdicts": dict(summary.verdicts),
        "flags": dict(summary.flags),
        "classes": dict(summary.classes),
        "outcomes": dict(summary.outcomes),
        "coverage": {
            "sources": coverage.sources,
            "read": coverage.read,
            "broken": coverage.broken,
            "blocked": coverage.blocked,
            "transient": coverage.transient,
            "no_text": coverage.no_text,
            "refused": coverage.refused,
        },
        "problems": len(summary.unread),
    }


def utc_time(moment: datetime) -> str:
    """A time as RFC 3339 has it, in UTC."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _score(value: float) -> float:
    return round(value, _SCORE_DIGITS)


def _number(value: float) -> float | None:
    """Write 64 and not 64.0; JSON has no word for infinity, which a text can write out."""
    if not math.isfinite(value):
        return None
    is_whole = value == int(value) and abs(value) < _LARGEST_EXACT_INTEGER
    return int(value) if is_whole else value
