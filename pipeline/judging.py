"""The findings: each claim held against the pages of its sources."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.judge import judge, judge_unread
from claims.library import Library
from claims.values import CheckedDocument, Citation, Via
from claims.verdicts import Elsewhere, conclude, dated_rivals, with_other_sources
from pipeline.bases import bases_of, taken_over
from pipeline.fetching import canonical_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.tiers import Adviser
    from claims.values import Claim, Finding, Judgement, Page, Source
    from pipeline.job import Job
    from pipeline.steps import ReadDocument

# How many other sources of a document are asked whether they say something newer.
_MOST_RIVALS = 5
# Up to so many listed sources each claim is held against every one of them.
_MOST_LISTED = 12


def judge_claims(
    documents: Sequence[ReadDocument],
    sources: Mapping[str, Source],
    pages: Mapping[str, Page],
    job: Job,
) -> tuple[CheckedDocument, ...]:
    """The finding on every claim of every document.

    It is an earlier run's where all that it rests on is the same.
    """
    library = Library(pages, job.tiers.encoder)
    total = sum(len(read.claims) for read in documents)
    checked: list[CheckedDocument] = []
    done = 0
    for read in documents:
        bases = bases_of(read, sources, job.tiers)
        known = job.store.find_findings([basis for basis in bases if basis])
        own = {canonical_key(c.url) for claim in read.claims for c in claim.citations}
        findings = []
        for claim, basis in zip(read.claims, bases, strict=True):
            if basis in known:
                finding = taken_over(known[basis], claim, sources)
            else:
                made = _finding(claim, own, sources, library, job.tiers.advisers)
                finding = replace(made, basis=basis)
            findings.append(finding)
            done += 1
            job.on_progress("judging claims", done, total)
        checked.append(CheckedDocument(read.document, tuple(findings)))
    return tuple(checked)


def _finding(
    claim: Claim,
    document_urls: set[str],
    sources: Mapping[str, Source],
    library: Library,
    advisers: Sequence[Adviser],
) -> Finding:
    finding = conclude(
        claim,
        [
            _judgement(claim, citation, sources, library, advisers)
            for citation in _worth_asking(claim, library)
        ],
    )
    others = document_urls & dated_rivals(finding, sources)
    elsewhere = [
        Elsewhere(
            sources[url], judge(claim, Citation(url, Via.LISTED, 0.0), sources[url], library[url])
        )
        for url in library.likely(claim.plain, claim.language, others, most=_MOST_RIVALS)
    ]
    return with_other_sources(finding, sources, elsewhere)


def _worth_asking(claim: Claim, library: Library) -> tuple[Citation, ...]:
    """The citations to judge: all, but of a long list of sources only the likely ones.

    What could not be read is kept, since it may be the one.
    """
    listed = [citation for citation in claim.citations if citation.via is Via.LISTED]
    if len(listed) <= _MOST_LISTED:
        return claim.citations
    urls = [canonical_key(citation.url) for citation in listed]
    likely = set(library.likely(claim.plain, claim.language, urls, most=_MOST_LISTED))
    likely.update(url for url in urls[:_MOST_LISTED])
    return tuple(
        citation
        for citation in claim.citations
        if canonical_key(citation.url) in likely or canonical_key(citation.url) not in library
    )


def _judgement(
    claim: Claim,
    citation: Citation,
    sources: Mapping[str, Source],
    library: Library,
    advisers: Sequence[Adviser],
) -> Judgement:
    key = canonical_key(citation.url)
    if key not in library:
        return judge_unread(citation, sources[key])
    return judge(claim, citation, sources[key], library[key], advisers)
