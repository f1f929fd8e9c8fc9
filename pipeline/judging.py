"""The findings: each claim held against the pages of its sources."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.judge import judge, judge_unread
from claims.library import Library
from claims.values import CheckedDocument, Citation, Via
from claims.verdicts import Elsewhere, conclude, dated_rivals, with_other_sources
from pipeline.bases import bases_of, taken_over
from pipeline.fetching import canonical_key, urls_cited
from pipeline.reading import load_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from claims.tiers import Adviser
    from claims.values import Claim, Finding, Judgement, Source
    from pipeline.job import Job
    from pipeline.steps import ReadDocument

# How many other sources of a document are asked whether they say something newer.
_MOST_RIVALS = 5
# Pages that are held, with their indexes, at a time; one document may cite more.
_MOST_PAGES = 200
# Up to so many listed sources each claim is held against every one of them.
_MOST_LISTED = 12


def judge_claims(
    documents: Sequence[ReadDocument],
    sources: Mapping[str, Source],
    job: Job,
    keep: Callable[[Sequence[CheckedDocument]], None],
) -> None:
    """The findings on every claim of every document, a few documents at a time to `keep`.

    A finding is an earlier run's where all that it rests on is the same. So many documents are
    judged together as cite the pages that are held at once.
    """
    total = sum(len(read.claims) for read in documents)
    done = 0
    for some in _held_together(documents, sources):
        bases = [bases_of(read, sources, job.tiers) for read in some]
        known = job.store.find_findings([basis for own in bases for basis in own if basis])
        wanted = [
            urls_cited(read.claims)
            for read, own in zip(some, bases, strict=True)
            if any(basis not in known for basis in own)
        ]
        urls = dict.fromkeys(url for own in wanted for url in own)
        library = Library(load_pages((sources[url] for url in urls), job), job.tiers.encoder)
        checked = []
        for read, own_bases in zip(some, bases, strict=True):
            own = set(urls_cited(read.claims))
            findings = []
            for claim, basis in zip(read.claims, own_bases, strict=True):
                if basis in known:
                    finding = taken_over(known[basis], claim, sources)
                else:
                    made = _finding(claim, own, sources, library, job.tiers.advisers)
                    finding = replace(made, basis=basis)
                findings.append(finding)
                done += 1
                job.on_progress("judging claims", done, total)
            checked.append(CheckedDocument(read.document, tuple(findings)))
        keep(checked)


def _held_together(
    documents: Sequence[ReadDocument], sources: Mapping[str, Source]
) -> Iterator[list[ReadDocument]]:
    """The documents in portions whose pages fit into memory together."""
    some: list[ReadDocument] = []
    held: set[str] = set()
    for read in documents:
        own = {url for url in urls_cited(read.claims) if sources[url].text_sha256}
        if some and len(held | own) > _MOST_PAGES:
            yield some
            some, held = [], set()
        some.append(read)
        held |= own
    if some:
        yield some


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
