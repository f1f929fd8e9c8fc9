"""A report as large as they come: a document of five thousand claims on two hundred sources."""

from __future__ import annotations

from claims.alerts import alerts_of
from claims.values import (
    CheckedDocument,
    FactComparison,
    Flag,
    Outcome,
    Relation,
    Report,
    Verdict,
)
from tests.reports.makers import (
    a_block,
    a_citation,
    a_claim,
    a_document,
    a_finding,
    a_judgement,
    a_report,
    a_source,
    an_evidence,
)

_VERDICTS = (Verdict.SUPPORTED,) * 6 + tuple(Verdict)[1:5]
_CLAIMS_A_PARAGRAPH = 5


def a_large_report(claims: int = 5_000, sources: int = 200) -> Report:
    """A report whose claims have every verdict and two facts each."""
    sentences = [f"Town number {n} counted {n * 100:,} bicycles in 2024." for n in range(claims)]
    paragraphs = [
        " ".join(sentences[at : at + _CLAIMS_A_PARAGRAPH])
        for at in range(0, claims, _CLAIMS_A_PARAGRAPH)
    ]
    source = "\n\n".join(paragraphs)
    blocks, position = [], 0
    for paragraph in paragraphs:
        blocks.append(a_block(source, paragraph, after=position))
        position += len(paragraph) + 2
    findings = []
    for number, sentence in enumerate(sentences):
        citation = a_citation(f"https://towns.example/{number % sources}")
        verdict = _VERDICTS[number % len(_VERDICTS)]
        facts = (
            FactComparison(f"{number * 100:,}", f"{number * 100:,}", Relation.AGREES, 1.0),
            FactComparison("2024", "2024", Relation.AGREES),
        )
        evidence = (
            [an_evidence(f"In {sentence[:-1]}, the council says.", *facts, url=citation.url)]
            if verdict is not Verdict.UNVERIFIABLE
            else []
        )
        flags = (Flag.CROSS_LANGUAGE,) if number % 7 == 0 else ()
        section = f"Ward {number // 500}"
        claim = a_claim(source, sentence, citations=(citation,), section=section)
        findings.append(a_finding(claim, a_judgement(citation, verdict, *evidence, flags=flags)))
    told = [
        a_source(f"https://towns.example/{n}", Outcome.OK if n % 9 else Outcome.NOT_FOUND)
        for n in range(sources)
    ]
    document = a_document(source, *blocks, title="Bicycles")
    report = a_report(CheckedDocument(document, tuple(findings)), sources=told)
    return Report(report.run, report.documents, report.sources, (), alerts_of(report))
