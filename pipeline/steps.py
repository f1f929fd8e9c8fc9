"""The story of a check on one screen: plain steps, and the body that composes them.

`check` takes `step`, through which it calls every step: `inline` calls it as it is, and
`pipeline.flows` wraps each as a Prefect task. Nothing here knows which of the two it is.
"""

from __future__ import annotations

import hashlib
import logging
import re
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache
from http import HTTPStatus
from types import MappingProxyType
from typing import TYPE_CHECKING, ParamSpec, Protocol, TypeVar

from claims.documents import read_document
from claims.errors import UnreadableDocument
from claims.extraction import find_claims
from claims.judge import judge, judge_unread
from claims.library import Library
from claims.pages import EXTRACTOR_VERSION
from claims.passages import PageIndex
from claims.tiers import NO_MORE, Tiers
from claims.urls import InvalidUrl, canonical_url
from claims.values import (
    CheckedDocument,
    Citation,
    CitedSource,
    Document,
    Fetched,
    Missed,
    Origin,
    Outcome,
    Page,
    Place,
    Problem,
    Report,
    Run,
    Source,
    Unreadable,
    Via,
)
from claims.verdicts import Elsewhere, conclude, dated_rivals, with_other_sources
from pipeline import __version__
from pipeline.inputs import find_inputs
from pipeline.web_documents import fetch_documents
from spiders.wanted import Validators, Wanted
from storage.store import Observation, text_sha256

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from claims.tiers import Adviser
    from claims.values import Claim, Finding, Judgement
    from pipeline.config import Config
    from pipeline.inputs import Input
    from pipeline.reading import PageReader
    from storage.store import Store

    Crawl = Callable[[Sequence[Wanted], Callable[[Fetched | Missed], None]], None]

P = ParamSpec("P")
R = TypeVar("R")
# How many other sources of a document are asked whether they say something newer.
_MOST_RIVALS = 5
# Up to so many listed sources each claim is held against every one of them.
_MOST_LISTED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """All that a check needs: what to read, how, and the doors to the world as arguments.

    Without a reader no page is read and no body kept, only what became of each source.
    """

    arguments: tuple[str, ...]
    stdin: Input | None = None
    config: Config
    store: Store
    crawl: Crawl
    reader: PageReader | None
    now: Callable[[], datetime]
    origin: Origin = Origin.NETWORK
    tiers: Tiers = NO_MORE
    on_progress: Callable[[str, int, int], None] = lambda _what, _done, _total: None

    @property
    def replays(self) -> bool:
        """Whether answers come from an archive instead of the network."""
        return self.origin is Origin.REPLAY


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document and its claims."""

    document: Document
    claims: tuple[Claim, ...]


class Step(Protocol):
    """Takes a step's function and gives back one to call in its place."""

    def __call__(self, body: Callable[P, R], /) -> Callable[P, R]:
        """Wrap a step."""


def inline(body: Callable[P, R], /) -> Callable[P, R]:
    """Call a step as it is."""
    return body


def check(job: Job, step: Step = inline) -> Report:
    """Read the documents, fetch what they cite, read the pages, judge the claims, keep the run."""
    started_at = job.now()
    web = step(fetch_documents)(job)
    documents, problems = step(read_documents)(job.arguments, job.config, job.stdin, web)
    answers = step(fetch_sources)(cited_urls(documents), job)
    sources, pages = step(read_pages)(answers, job)
    checked = step(judge_claims)(documents, sources, pages, job)
    report = _report(job, started_at, checked, sources, problems)
    step(keep_run)(report, job)
    return report


# ------------------------------------------------------------------------ reading


def read_documents(
    arguments: Sequence[str],
    config: Config,
    stdin: Input | None = None,
    web: Mapping[str, Input | Problem] = MappingProxyType({}),
) -> tuple[tuple[ReadDocument, ...], tuple[Problem, ...]]:
    """Every document that can be read, with its claims; what cannot is a problem."""
    # It logs what of a bibliography it cannot read; the document's warnings say what is missing.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    inputs, problems = find_inputs(arguments, config.exclude_path, stdin, web)
    documents: list[ReadDocument] = []
    found = list(problems)
    for item in inputs:
        try:
            document = read_document(item.data, item.path, item.format, dict(item.companions))
        except UnreadableDocument as error:
            found.append(Problem(item.path, str(error)))
            continue
        documents.append(ReadDocument(document, _without_excluded(find_claims(document), config)))
    return tuple(documents), tuple(found)


def cited_urls(documents: Iterable[ReadDocument]) -> tuple[str, ...]:
    """The URLs to fetch, canonical and each once; one that is none stays as it is written."""
    return tuple(
        dict.fromkeys(
            canonical_key(citation.url)
            for document in documents
            for claim in document.claims
            for citation in claim.citations
        )
    )


def _without_excluded(claims: Sequence[Claim], config: Config) -> tuple[Claim, ...]:
    if not (config.include or config.exclude):
        return tuple(claims)
    is_wanted = is_wanted_url(config)
    return tuple(
        replace(claim, citations=tuple(one for one in claim.citations if is_wanted(one.url)))
        for claim in claims
    )


def is_wanted_url(config: Config) -> Callable[[str], bool]:
    """Whether a URL, as a document spells it, is to be asked at all."""
    include = [re.compile(pattern) for pattern in config.include]
    exclude = [re.compile(pattern) for pattern in config.exclude]

    def is_wanted(url: str) -> bool:
        if any(pattern.search(url) for pattern in include):
            return True
        return not include and not any(pattern.search(url) for pattern in exclude)

    return is_wanted


@lru_cache(maxsize=100_000)
def canonical_key(url: str) -> str:
    """What a URL goes by in a run: its canonical spelling; one that is none stays as it is."""
    canonical = canonical_url(url)
    return url if isinstance(canonical, InvalidUrl) else canonical


# ----------------------------------------------------------------------- fetching


def fetch_sources(urls: Sequence[str], job: Job) -> tuple[Observation, ...]:
    """One observation for each URL: from the store while fresh enough, else from a crawl.

    Every answer is committed before the crawl goes on, so a killed run is taken up again
    where it stopped. Bodies are read beside the crawl, as far as there are processors for it.
    """
    before = {} if job.replays or job.config.refresh else _fetched_before(urls, job)
    known = {url: one.as_cached() for url, one in before.items() if _is_fresh(one, job)}
    wanted = [url for url in urls if url not in known]
    if job.config.offline and not job.replays:
        for url in wanted:
            known[url] = job.store.save_answer(_not_run(url, job))
        wanted = []
    job.on_progress("fetching sources", len(known), len(urls))

    def keep(answer: Fetched | Missed) -> None:
        known[answer.url] = _kept(answer, before.get(answer.url), job)
        job.on_progress("fetching sources", len(known), len(urls))

    if wanted:
        if job.reader is not None:
            job.reader.warm_up()
        job.crawl([_wanted(url, before.get(url)) for url in wanted], keep)
    return tuple(known[url] for url in urls)


def _fetched_before(urls: Sequence[str], job: Job) -> dict[str, Observation]:
    """The newest good answer of each URL whose content, where it matters, is still there."""
    return {
        url: observation
        for url, observation in job.store.find_successes(urls).items()
        if job.reader is None or job.store.has_content(observation.content_key, EXTRACTOR_VERSION)
    }


def _is_fresh(observation: Observation, job: Job) -> bool:
    age = job.now() - observation.fetched_at
    return job.config.offline or age <= timedelta(seconds=job.config.max_age)


def _wanted(url: str, before: Observation | None) -> Wanted:
    if before is None or not (before.etag or before.last_modified):
        return Wanted(url)
    return Wanted(url, Validators(before.final_url, before.etag, before.last_modified))


def _kept(answer: Fetched | Missed, before: Observation | None, job: Job) -> Observation:
    """Store an answer, and have its body read if there is a processor for it now."""
    is_unchanged = isinstance(answer, Fetched) and answer.http_status == HTTPStatus.NOT_MODIFIED
    reader = job.reader
    kept = job.store.save_answer(
        answer, unchanged=before if is_unchanged else None, with_body=reader is not None
    )
    if reader is None:
        return kept
    _save_pages(job, reader.collect())
    if isinstance(answer, Fetched) and answer.body and reader.has_room and _is_unread(kept, job):
        reader.start(kept.content_key, answer.body, answer.content_type)
    return kept


def _not_run(url: str, job: Job) -> Missed:
    return Missed(
        url=url,
        final_url=url,
        outcome=Outcome.NOT_RUN,
        reason="offline, and never fetched before",
        http_status=None,
        redirects=(),
        fetched_at=job.now(),
        origin=Origin.NETWORK,
    )


def read_pages(
    answers: Sequence[Observation], job: Job
) -> tuple[dict[str, Source], dict[str, Page]]:
    """The sources by URL, and the pages of those that could be read.

    A body is read once: what came of it is kept under its fingerprint.
    """
    assert job.reader is not None
    _read_bodies(answers, job, job.reader)
    sources: dict[str, Source] = {}
    pages: dict[str, Page] = {}
    for answer in answers:
        page = _page_of(answer, job, job.reader) if answer.content_key else None
        sources[answer.url] = _source(answer, page)
        if isinstance(page, Page):
            pages[answer.url] = page
    return sources, pages


def _read_bodies(answers: Sequence[Observation], job: Job, reader: PageReader) -> None:
    """Have read what has not been, a few bodies at a time."""
    types = {answer.content_key: answer.content_type for answer in answers if answer.content_key}
    for number, (key, content_type) in enumerate(types.items()):
        job.on_progress("reading pages", number, len(types))
        while not reader.has_room:
            _save_pages(job, reader.collect(wait_for_one=True))
        body = None if reader.knows(key) else job.store.load_unread(key, EXTRACTOR_VERSION)
        if body is not None:
            reader.start(key, body, content_type)
    while reader.is_busy:
        _save_pages(job, reader.collect(wait_for_one=True))
    job.on_progress("reading pages", len(types), len(types))


def _is_unread(kept: Observation, job: Job) -> bool:
    return not job.store.has_page(kept.content_key, EXTRACTOR_VERSION)


def _save_pages(job: Job, pages: Mapping[str, Page | Unreadable]) -> None:
    for key, page in pages.items():
        job.store.save_page(key, EXTRACTOR_VERSION, page)


def _page_of(answer: Observation, job: Job, reader: PageReader) -> Page | Unreadable:
    return (
        reader.result_of(answer.content_key)
        or job.store.load_page(answer.content_key, EXTRACTOR_VERSION)
        or Unreadable(Outcome.NOT_RUN, "its text is no longer stored; run with --refresh")
    )


def _source(answer: Observation, page: Page | Unreadable | None) -> Source:
    source = unread_source(answer)
    match page:
        case Page():
            return replace(
                source,
                text_sha256=text_sha256(page.text),
                title=page.title,
                published=page.published,
                language=page.language,
            )
        case Unreadable():
            return replace(source, outcome=page.outcome, reason=page.reason)
        case None:
            return source


def unread_source(answer: Observation) -> Source:
    """The source as its answer alone tells it."""
    return Source(
        url=answer.url,
        final_url=answer.final_url,
        outcome=answer.outcome,
        reason=answer.reason,
        http_status=answer.http_status,
        redirects=answer.redirects,
        fetched_at=answer.fetched_at,
        origin=answer.origin,
        content_type=answer.content_type,
        text_sha256="",
        title="",
        published="",
        language="",
        retry_at=answer.retry_at,
    )


# ------------------------------------------------------------------------ judging


def judge_claims(
    documents: Sequence[ReadDocument],
    sources: Mapping[str, Source],
    pages: Mapping[str, Page],
    job: Job,
) -> tuple[CheckedDocument, ...]:
    """The finding on every claim of every document."""
    encoder = job.tiers.encoder
    library = Library({url: PageIndex(page, encoder) for url, page in pages.items()})
    total = sum(len(read.claims) for read in documents)
    checked: list[CheckedDocument] = []
    done = 0
    for read in documents:
        own = {canonical_key(c.url) for claim in read.claims for c in claim.citations}
        findings = []
        for claim in read.claims:
            findings.append(_finding(claim, own, sources, library, job.tiers.advisers))
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


# ---------------------------------------------------------------------- reporting


def _report(
    job: Job,
    started_at: datetime,
    checked: Sequence[CheckedDocument],
    sources: Mapping[str, Source],
    problems: Sequence[Problem],
) -> Report:
    return Report(
        run=new_run(job, started_at, checked, sources),
        documents=tuple(checked),
        sources=_cited_sources(checked, sources),
        problems=tuple(problems),
    )


def new_run(
    job: Job,
    started_at: datetime,
    checked: Sequence[CheckedDocument],
    sources: Mapping[str, Source],
) -> Run:
    """The run that is over now."""
    finished_at = job.now()
    if job.origin is Origin.REPLAY:
        # A replayed run happened when its sources were recorded, whenever it is replayed.
        times = [source.fetched_at for source in sources.values()]
        started_at, finished_at = min(times, default=started_at), max(times, default=started_at)
    digest = job.config.digest()
    return Run(
        id=_run_id(job, started_at, digest, checked, sources),
        tool_version=__version__,
        started_at=started_at,
        finished_at=finished_at,
        config_digest=digest,
        tiers=job.tiers.names,
    )


def _run_id(
    job: Job,
    started_at: datetime,
    digest: str,
    checked: Sequence[CheckedDocument],
    sources: Mapping[str, Source],
) -> str:
    """Sortable by time, and for a replay the same for the same inputs."""
    seed = hashlib.sha256(digest.encode())
    for one in checked:
        seed.update(one.document.path.encode("utf-8", "surrogateescape"))
        seed.update(one.document.source.encode("utf-8", "surrogatepass"))
    for url, source in sources.items():
        seed.update(f"{url} {source.outcome} {source.text_sha256}".encode("utf-8", "replace"))
    if job.origin is not Origin.REPLAY:
        seed.update(started_at.isoformat().encode())
    return f"{started_at:%Y%m%dT%H%M%SZ}-{seed.hexdigest()[:8]}"


def _cited_sources(
    checked: Sequence[CheckedDocument], sources: Mapping[str, Source]
) -> tuple[CitedSource, ...]:
    places: dict[str, list[Place]] = {url: [] for url in sources}
    for one in checked:
        for finding in one.findings:
            for citation in finding.claim.citations:
                places[canonical_key(citation.url)].append(
                    Place(one.document.path, finding.claim.id, finding.claim.line, citation.url)
                )
    return tuple(CitedSource(source, tuple(places[url])) for url, source in sources.items())


def keep_run(report: Report, job: Job) -> None:
    """Store the run, so that it can be rendered again and compared with later ones."""
    job.store.save_report(report)
