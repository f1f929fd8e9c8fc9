"""Makers of the values that a report is made of; a test names only what it is about."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from claims.alerts import alerts_of
from claims.values import (
    AlertState,
    Block,
    BlockKind,
    Cell,
    CheckedDocument,
    Checkworthiness,
    Citation,
    CitedSource,
    Claim,
    Comparator,
    Document,
    Evidence,
    FactComparison,
    Finding,
    Flag,
    Hop,
    Judgement,
    Kind,
    Level,
    Link,
    Origin,
    Outcome,
    Place,
    Problem,
    Quantity,
    Relation,
    Report,
    Run,
    Source,
    SourceRecord,
    Stretch,
    Verdict,
    Via,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


# ------------------------------------------------------------------- one value at a time


def a_block(
    source: str,
    *pieces: str | tuple[str, str],
    kind: BlockKind = BlockKind.PARAGRAPH,
    level: int = 0,
    after: int = 0,
) -> Block:
    """A block of pieces that follow each other in the source; a pair is (plain, as written)."""
    text, stretches, position = "", [], after
    for piece in pieces:
        plain, written = (piece, piece) if isinstance(piece, str) else piece
        position = source.index(written, position)
        stretches.append(
            Stretch(len(text), len(text) + len(plain), position, position + len(written))
        )
        text += plain
        position += len(written)
    return Block(kind, text, tuple(stretches), (), "", level)


def a_row(source: str, *cells: str, headers: Sequence[str] = (), after: int = 0) -> Block:
    """A table row whose cells stand in the source one after the other."""
    pieces: list[str | tuple[str, str]] = [
        piece for cell in cells for piece in (("", "|"), cell, (" | ", ""))
    ][:-1]
    block = a_block(source, *pieces, after=after)
    found, position = [], 0
    for number, cell in enumerate(cells):
        header = headers[number] if headers else ""
        found.append(Cell(header, position, position + len(cell)))
        position += len(cell) + len(" | ")
    kind = BlockKind.TABLE_ROW if headers else BlockKind.TABLE_HEADER
    stretches = tuple(stretch for stretch in block.stretches if stretch.end > stretch.start)
    return Block(kind, block.text, stretches, (), "", 0, tuple(found))


def with_link(block: Block, anchor: str, url: str, via: Via = Via.INLINE) -> Block:
    """The block with a hyperlink over the anchor's first occurrence."""
    start = block.text.index(anchor)
    link = Link(url, start, start + len(anchor), via)
    return Block(
        block.kind,
        block.text,
        block.stretches,
        (*block.links, link),
        block.section,
        block.level,
        block.cells,
    )


def a_document(source: str = "Tides turn.", *blocks: Block, **changes: str) -> Document:
    """A document of one verbatim paragraph unless blocks are given."""
    return Document(
        path=changes.get("path", "notes/tides.md"),
        format=changes.get("format", "markdown"),
        title=changes.get("title", "Tides"),
        language=changes.get("language", "en"),
        source=source,
        blocks=blocks or (a_block(source, source),),
    )


def a_quantity(plain: str, text: str, low: float, high: float | None = None) -> Quantity:
    """A percentage standing in the plain text."""
    start = plain.index(text)
    return Quantity(
        start=start,
        end=start + len(text),
        text=text,
        kind=Kind.PERCENT,
        low=low,
        high=low if high is None else high,
        comparator=Comparator.EQUAL,
        unit="%",
        step=1.0,
    )


def a_citation(
    url: str = "https://example.org/tides", via: Via = Via.INLINE, **changes: str
) -> Citation:
    return Citation(url, via, 0.62 if via is Via.LISTED else 1.0, changes.get("title", ""))


def a_claim(
    source: str = "Tides turn.",
    text: str = "Tides turn.",
    *,
    plain: str | None = None,
    citations: Sequence[Citation] = (),
    quantities: Sequence[Quantity] = (),
    language: str = "en",
    checkworthiness: Checkworthiness = Checkworthiness.HIGH,
    section: str = "",
    claim_id: str | None = None,
) -> Claim:
    """The claim that is a slice of the source."""
    start = source.index(text)
    words = text if plain is None else plain
    return Claim(
        id=claim_id or hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:12],
        text=text,
        plain=words,
        start=start,
        end=start + len(text),
        line=source.count("\n", 0, start) + 1,
        column=start - (source.rfind("\n", 0, start) + 1) + 1,
        section=section,
        language=language,
        checkworthiness=checkworthiness,
        reason="states a number",
        quantities=tuple(quantities),
        citations=tuple(citations),
    )


def a_fact(claim: str, source: str, relation: Relation = Relation.AGREES) -> FactComparison:
    return FactComparison(claim, source, relation)


def an_evidence(
    quote: str, *facts: FactComparison, url: str = "https://example.org/tides", link: str = ""
) -> Evidence:
    return Evidence(url, quote, 120, 120 + len(quote), 0.84, link or f"{url}#:~:text=x", facts)


def a_judgement(
    citation: Citation,
    verdict: Verdict = Verdict.SUPPORTED,
    *evidence: Evidence,
    reason: str = "the source says the same",
    outcome: Outcome = Outcome.OK,
    flags: Sequence[Flag] = (),
    score: float = 0.91,
) -> Judgement:
    return Judgement(citation, outcome, verdict, score, reason, tuple(flags), evidence)


def a_finding(
    claim: Claim,
    *judgements: Judgement,
    verdict: Verdict | None = None,
    reason: str | None = None,
    flags: Sequence[Flag] = (),
) -> Finding:
    """A finding that follows its first judgement; without one the claim is uncited."""
    first = judgements[0] if judgements else None
    own = first.verdict if first else Verdict.UNCITED
    said = first.reason if first else "the document names no source for this"
    return Finding(
        claim=claim,
        verdict=verdict or own,
        score=first.score if first else 0.0,
        flags=tuple(flags) or (first.flags if first else ()),
        reason=said if reason is None else reason,
        evidence=first.evidence if first else (),
        judgements=judgements,
    )


def a_source(
    url: str = "https://example.org/tides",
    outcome: Outcome = Outcome.OK,
    *,
    record: SourceRecord | None = None,
    **changes: str,
) -> Source:
    is_read = outcome.outcome_class.value == "ok"
    return Source(
        url=url,
        final_url=changes.get("final_url", url),
        outcome=outcome,
        reason=changes.get("reason", "" if is_read else "the server said no"),
        http_status=200 if is_read else None,
        redirects=(Hop(url, 301, changes["final_url"]),) if "final_url" in changes else (),
        fetched_at=NOON,
        origin=Origin.NETWORK,
        content_type="text/html" if is_read else "",
        text_sha256=hashlib.sha256(url.encode("utf-8", "replace")).hexdigest() if is_read else "",
        title=changes.get("title", ""),
        published=changes.get("published", ""),
        language=changes.get("language", "en" if is_read else ""),
        archived_url=changes.get("archived_url", ""),
        record=record,
    )


def a_run() -> Run:
    return Run(
        id="20261124T120000Z-7f3a",
        tool_version="0.1.0",
        started_at=NOON,
        finished_at=NOON.replace(minute=2),
        config_digest="9" * 64,
        tiers=("rules",),
    )


def a_report(
    *documents: CheckedDocument,
    sources: Sequence[Source] = (),
    problems: Sequence[Problem] = (),
) -> Report:
    """A report whose sources know every place that cites them."""
    places: dict[str, list[Place]] = {}
    for checked in documents:
        for finding in checked.findings:
            for citation in finding.claim.citations:
                places.setdefault(citation.url, []).append(
                    Place(checked.document.path, finding.claim.id, finding.claim.line, citation.url)
                )
    cited = tuple(CitedSource(source, tuple(places.get(source.url, ()))) for source in sources)
    return Report(a_run(), documents, cited, tuple(problems))


# ------------------------------------------------------------------------- a rich report

TRAMS = """\
# Night trams &amp; the city

Ridership on the night lines rose by [64% in 2024](https://transit.example/annual-2024), the
operator says. The network now has **over 40 stops**, and a ticket costs [£2.80][fares].

## What the riders say

- A survey found that [seven in ten riders](https://survey.example/night) feel safe after
  midnight.
- Two thirds of drivers work part-time.

| Line | Stops | Opened |
|------|-------|--------|
| Red  | 14    | 1998   |

Service ends at 03:10 on weekdays, says the [timetable](https://transit.example/timetable).

[fares]: https://fares.example/2025
"""

FERRIES = """\
# 渡輪與海港

根據運輸署的年報,2024年渡輪載客量達4,500萬人次,較前一年增加12%。
目前共有十八條航線往來離島,其中三條通宵運作。

## 參考資料

- 運輸署年報 https://ferries.example/annual
"""


def a_rich_report() -> Report:
    """Two documents, every verdict, every class of outcome."""
    return a_report(
        _trams(),
        _ferries(),
        sources=(
            a_source(
                "https://transit.example/annual-2024",
                title="Night network: annual report 2024",
                published="2025-03-04",
            ),
            a_source(
                "https://fares.example/2025",
                Outcome.MOVED,
                final_url="https://fares.example/tickets/2025",
                title="Fares from January 2025",
                published="2024-12-01",
            ),
            a_source("https://survey.example/night", Outcome.PAYWALLED, reason="asks to subscribe"),
            a_source(
                "https://transit.example/timetable",
                Outcome.NOT_FOUND,
                reason="the server answers 404",
                archived_url="https://archive.example/2024/timetable",
            ),
            a_source("https://ferries.example/annual", title="Ferry services 2024"),
            a_source(
                "https://slow.example/",
                Outcome.TIMEOUT,
                reason="no answer in 20 s",
                record=SourceRecord(
                    first_seen=datetime(2026, 9, 1, 6, tzinfo=UTC),
                    last_ok=datetime(2026, 10, 27, 6, tzinfo=UTC),
                    failing_since=datetime(2026, 10, 29, 6, tzinfo=UTC),
                    failures=4,
                    is_dead=True,
                ),
            ),
            a_source("https://files.example/a.zip", Outcome.UNSUPPORTED_TYPE, reason="a ZIP file"),
            a_source("http://192.168.0.1/", Outcome.BLOCKED_ADDRESS, reason="a private address"),
        ),
        problems=(
            Problem("notes/old.docx", "notes/old.docx: the file is damaged: it is no ZIP archive"),
        ),
    )


def a_settled_report() -> Report:
    """The rich report with its alerts: two errors, one known and one ignored, the rest open."""
    report = a_rich_report()
    alerts = list(alerts_of(report))
    errors = [at for at, one in enumerate(alerts) if one.code in {"CW101", "CW201"}]
    for at in errors:
        alerts[at] = replace(alerts[at], level=Level.ERROR)
    known, ignored = (at for at, one in enumerate(alerts) if one.code in {"CW211", "CW221"})
    alerts[known] = replace(
        alerts[known], state=AlertState.KNOWN, because="the fares page is being rewritten"
    )
    alerts[ignored] = replace(
        alerts[ignored], state=AlertState.IGNORED, because="counted by hand <see note>"
    )
    return replace(report, alerts=tuple(alerts))


def _trams() -> CheckedDocument:
    annual = a_citation("https://transit.example/annual-2024")
    fares = a_citation("https://fares.example/2025", Via.REFERENCE)
    survey = a_citation("https://survey.example/night")
    timetable = a_citation("https://transit.example/timetable")
    rose = "Ridership on the night lines rose by 64% in 2024, the operator says."
    stops = "The network now has over 40 stops, and a ticket costs £2.80."
    riders = "A survey found that seven in ten riders feel safe after midnight."
    findings = (
        a_finding(
            a_claim(
                TRAMS,
                _slice(TRAMS, "Ridership", "operator says."),
                plain=rose,
                citations=(annual,),
                quantities=(a_quantity(rose, "64%", 64),),
            ),
            a_judgement(
                annual,
                Verdict.CONTRADICTED,
                an_evidence(
                    "Ridership on the night network grew by 46% in 2024, to 3.1 million trips.",
                    a_fact("64%", "46%", Relation.DIFFERS),
                    a_fact("2024", "2024"),
                    url="https://transit.example/annual-2024",
                ),
                reason="the source says 46%, not 64%",
                score=0.1,
            ),
        ),
        a_finding(
            a_claim(
                TRAMS,
                _slice(TRAMS, "The network", "[fares]."),
                plain=stops,
                citations=(fares,),
                quantities=(a_quantity(stops, "40", 40, 45),),
            ),
            a_judgement(
                fares,
                Verdict.PARTIAL,
                an_evidence(
                    "A single ticket costs £2.80 from 5 January.",
                    a_fact("£2.80", "£2.80"),
                    a_fact("40 stops", "", Relation.MISSING),
                    url="https://fares.example/2025",
                ),
                reason="the source gives £2.80; nothing in it gives 40 stops",
            ),
        ),
        a_finding(
            a_claim(
                TRAMS,
                _slice(TRAMS, "A survey", "midnight."),
                plain=riders,
                citations=(survey,),
            ),
            a_judgement(
                survey,
                Verdict.UNVERIFIABLE,
                reason="paywalled: asks to subscribe",
                outcome=Outcome.PAYWALLED,
                score=0.0,
            ),
        ),
        a_finding(
            a_claim(
                TRAMS,
                "Two thirds of drivers work part-time.",
                checkworthiness=Checkworthiness.MEDIUM,
            )
        ),
        a_finding(
            a_claim(TRAMS, "14", plain="Red: Stops = 14", citations=(annual,)),
            a_judgement(
                annual,
                Verdict.NOT_FOUND,
                reason="the page speaks of the subject but gives no 14",
                score=0.2,
            ),
        ),
        a_finding(
            a_claim(
                TRAMS,
                _slice(TRAMS, "Service ends", "/timetable)."),
                plain="Service ends at 03:10 on weekdays, says the timetable.",
                citations=(timetable, annual),
                checkworthiness=Checkworthiness.LOW,
            ),
            a_judgement(
                annual,
                Verdict.SUPPORTED,
                an_evidence(
                    "On weekdays the last tram leaves at 03:10.",
                    a_fact("03:10", "03:10"),
                    url="https://transit.example/annual-2024",
                ),
            ),
            a_judgement(
                timetable,
                Verdict.UNVERIFIABLE,
                reason="not_found: the server answers 404",
                outcome=Outcome.NOT_FOUND,
            ),
        ),
    )
    return CheckedDocument(
        a_document(TRAMS, *_tram_blocks(), path="notes/trams.md", title="Night trams & the city"),
        findings,
    )


def _tram_blocks() -> tuple[Block, ...]:
    ridership = a_block(
        TRAMS,
        "Ridership on the night lines rose by ",
        "64% in 2024",
        ", the",
        (" ", "\n"),
        "operator says. The network now has ",
        "over 40 stops",
        ", and a ticket costs ",
        "£2.80",
        ".",
    )
    ridership = with_link(ridership, "64% in 2024", "https://transit.example/annual-2024")
    survey = a_block(
        TRAMS,
        "A survey found that ",
        "seven in ten riders",
        " feel safe after",
        (" ", "\n  "),
        "midnight.",
        kind=BlockKind.LIST_ITEM,
        level=1,
    )
    timetable = a_block(TRAMS, "Service ends at 03:10 on weekdays, says the ", "timetable", ".")
    return (
        a_block(
            TRAMS, "Night trams ", ("&", "&amp;"), " the city", kind=BlockKind.HEADING, level=1
        ),
        with_link(ridership, "£2.80", "https://fares.example/2025", Via.REFERENCE),
        a_block(TRAMS, "What the riders say", kind=BlockKind.HEADING, level=2),
        with_link(survey, "seven in ten riders", "https://survey.example/night"),
        a_block(TRAMS, "Two thirds of drivers work part-time.", kind=BlockKind.LIST_ITEM, level=1),
        a_row(TRAMS, "Line", "Stops", "Opened", after=TRAMS.index("| Line")),
        a_row(
            TRAMS,
            "Red",
            "14",
            "1998",
            headers=("Line", "Stops", "Opened"),
            after=TRAMS.index("| Red"),
        ),
        with_link(timetable, "timetable", "https://transit.example/timetable"),
    )


def _ferries() -> CheckedDocument:
    listed = a_citation("https://ferries.example/annual", Via.LISTED, title="運輸署年報")
    carried = "2024年渡輪載客量達4,500萬人次,較前一年增加12%。"
    routes = "目前共有十八條航線往來離島,"
    findings = (
        a_finding(
            a_claim(
                FERRIES,
                carried,
                citations=(listed,),
                language="zh-Hant",
                quantities=(a_quantity(carried, "12%", 12),),
            ),
            a_judgement(
                listed,
                Verdict.SUPPORTED,
                an_evidence(
                    "Ferries carried 45 million passengers in 2024, 12 per cent more than in 2023.",
                    a_fact("4,500萬人次", "45 million passengers"),
                    a_fact("12%", "12 per cent"),
                    a_fact("2024年", "2024"),
                    url="https://ferries.example/annual",
                ),
                reason="the source gives 45 million passengers, 12 per cent",
                flags=(Flag.INFERRED_CITATION, Flag.CROSS_LANGUAGE),
            ),
        ),
        a_finding(
            a_claim(FERRIES, routes, citations=(listed,), language="zh-Hant"),
            a_judgement(
                listed,
                Verdict.CONTRADICTED,
                an_evidence(
                    "Twenty-one routes serve the outlying islands.",
                    a_fact("十八條航線", "Twenty-one routes", Relation.DIFFERS),
                    url="https://ferries.example/annual",
                ),
                reason="the source says Twenty-one routes, not 十八條航線",
                flags=(Flag.INFERRED_CITATION, Flag.CROSS_LANGUAGE),
            ),
        ),
    )
    document = a_document(
        FERRIES,
        a_block(FERRIES, "渡輪與海港", kind=BlockKind.HEADING, level=1),
        a_block(
            FERRIES,
            "根據運輸署的年報,2024年渡輪載客量達4,500萬人次,較前一年增加12%。",
            "目前共有十八條航線往來離島,其中三條通宵運作。",
        ),
        a_block(FERRIES, "參考資料", kind=BlockKind.HEADING, level=2),
        a_block(
            FERRIES,
            "運輸署年報 https://ferries.example/annual",
            kind=BlockKind.LIST_ITEM,
            level=1,
        ),
        path="notes/渡輪.md",
        title="渡輪與海港",
        language="zh-Hant",
    )
    return CheckedDocument(document, findings)


def _slice(source: str, start: str, end: str) -> str:
    first = source.index(start)
    return source[first : source.index(end, first) + len(end)]
