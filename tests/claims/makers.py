"""Makers of values that fill in what a test does not care about."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from claims.documents import read_document
from claims.extraction import find_claims
from claims.grounds import Grounds, grounds_of
from claims.judge import judge_on
from claims.page_text import PageText
from claims.pages import read_page
from claims.passages import PageIndex
from claims.quantities import find_quantities
from claims.values import (
    Citation,
    Claim,
    Document,
    Finding,
    Flag,
    Judgement,
    Origin,
    Outcome,
    Page,
    Source,
    Verdict,
    Via,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.tiers import Adviser

URL = "https://source.example/page"


def a_document(text: str, path: str = "note.md") -> Document:
    return read_document(text.encode(), path)


def claims_of(text: str, path: str = "note.md") -> tuple[Claim, ...]:
    return find_claims(a_document(text, path))


def a_claim(text: str) -> Claim:
    """The one claim of a sentence."""
    (claim,) = claims_of(text)
    return claim


def a_stated_claim(text: str) -> Claim:
    """The claim that a table states: taken as it is, however little it says."""
    (claim,) = claims_of(
        json.dumps({"claim": text, "url": URL}, ensure_ascii=False), "claims.jsonl"
    )
    return claim


def a_page(text: str, *, language: str = "en", title: str = "", published: str = "") -> Page:
    """A page whose every line belongs to the article."""
    seen = PageText(text, ())
    return Page(title, language, published, seen.text, ((0, len(text)),), seen.rows)


def an_html_page(html: str) -> Page:
    """The page that readers make of HTML."""
    page = read_page(html.encode(), "text/html; charset=utf-8")
    assert isinstance(page, Page)
    return page


def a_source(url: str = URL, *, outcome: Outcome = Outcome.OK, published: str = "") -> Source:
    return Source(
        url=url,
        final_url=url,
        outcome=outcome,
        reason="" if outcome is Outcome.OK else "it is broken",
        http_status=200,
        redirects=(),
        fetched_at=datetime(2026, 1, 2, tzinfo=UTC),
        origin=Origin.NETWORK,
        content_type="text/html",
        text_sha256="",
        title="A source",
        published=published,
        language="en",
    )


def the_grounds(claim: str, page: str | Page, *, language: str = "en") -> Grounds:
    """What of a page speaks for and against a claim."""
    return grounds_of(a_stated_claim(claim), _an_index(page, language))


def grounds_in(language: str, claim: str, page: str | Page) -> Grounds:
    """What of a page speaks for and against a claim; both in a language, however short."""
    stated = a_stated_claim(claim)
    quantities = find_quantities(stated.plain, language)
    told = replace(stated, language=language, quantities=quantities)
    return grounds_of(told, _an_index(page, language))


def _an_index(page: str | Page, language: str) -> PageIndex:
    return PageIndex(a_page(page, language=language) if isinstance(page, str) else page)


def judged(claim: str, page: str | Page, *, language: str = "en") -> Judgement:
    """What a page says about a claim that cites it."""
    return judged_on(the_grounds(claim, page, language=language))


def judged_on(grounds: Grounds, advisers: Sequence[Adviser] = ()) -> Judgement:
    """What the page of some grounds says about their claim, which cites it."""
    return judge_on(grounds, Citation(URL, Via.INLINE, 1.0), a_source(), advisers)


def a_judgement(
    verdict: Verdict, *, url: str = URL, via: Via = Via.INLINE, score: float = 0.5
) -> Judgement:
    return Judgement(
        citation=Citation(url, via, 1.0),
        outcome=Outcome.NOT_FOUND if verdict is Verdict.UNVERIFIABLE else Outcome.OK,
        verdict=verdict,
        score=score,
        reason="because",
        flags=(Flag.INFERRED_CITATION,) if via is Via.LISTED else (),
        evidence=(),
    )


def a_finding(claim: Claim, verdict: Verdict) -> Finding:
    return Finding(claim, verdict, 0.5, (), "because", (), ())


def what_is_told(claim: str, judgement: Judgement) -> str:
    """A judgement as files keep it: verdict, score, reason, quotes and the facts in them."""
    flags = "".join(f" [{flag.value}]" for flag in judgement.flags)
    lines = [
        claim,
        f"  {judgement.verdict.value} {judgement.score:.2f}{flags}: {judgement.reason}",
    ]
    for evidence in judgement.evidence:
        lines.append(f"  {evidence.start}-{evidence.end} {evidence.score:.2f}: {evidence.quote}")
        lines += [
            f"    {fact.claim} {fact.relation.value} {fact.source or '-'}"
            + (f" x{fact.change:.2f}" if fact.change is not None else "")
            for fact in evidence.facts
        ]
    return "\n".join(lines)
