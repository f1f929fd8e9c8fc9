"""The story of a check on one screen: plain steps, and the body that composes them.

`check` takes a crew, which carries the steps out: `Alone` calls them one after the other, and
`pipeline.flows` has a crew that runs each as a Prefect task, on as many threads, processes or
machines as there are. Nothing here knows which of the two it is. What a step gives back is small:
pages and findings go from one to the next through the store.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar

from claims.dead_ends import dead_ends
from claims.decisions import decided_in
from claims.extraction import find_claims
from claims.unclaimed import unclaimed_places, with_unclaimed
from claims.values import CheckedDocument, CitedSource, Document, Place, Problem, Report, Run
from pipeline.archives import find_copies
from pipeline.changes import AllNew, changed_claims, changed_places, changes_in
from pipeline.fetching import (
    canonical_key,
    fetch_sources,
    is_wanted_url,
    urls_cited,
    with_records,
)
from pipeline.inputs import find_inputs, read_inputs
from pipeline.job import new_run
from pipeline.judging import judge_claims
from pipeline.reading import read_pages
from pipeline.web_documents import fetch_documents
from spiders.visits import host_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from claims.values import Claim, Source
    from pipeline.config import Config
    from pipeline.inputs import Input
    from pipeline.job import Job
    from pipeline.web_documents import WebDocuments
    from storage.store import Store

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document and its claims."""

    document: Document
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class SourcesPart:
    """The URLs of some hosts, with the documents that cite each where that matters."""

    citing: Mapping[str, Sequence[Document]]


@dataclass(frozen=True, slots=True)
class DocumentsPart:
    """Some documents of a run, the first of them its `first`th, and the sources they cite."""

    run: Run
    first: int
    documents: tuple[ReadDocument, ...]
    sources: Mapping[str, Source]


class Crew(Protocol):
    """Who carries the steps out. A step's body takes the job first, which the crew supplies."""

    @property
    def config(self) -> Config:
        """The settings of the run."""

    @property
    def shards(self) -> int:
        """Into how many parts what can be parted is to be parted."""

    def call(
        self, body: Callable[Concatenate[Job, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Carry out a step."""

    def map(self, body: Callable[[Job, T], R], parts: Sequence[T], /) -> list[R]:
        """Carry out a step for each part, in any order; what they gave, in the parts' order."""


@dataclass(frozen=True, slots=True)
class Alone:
    """Carries the steps out itself, one after the other."""

    job: Job

    @property
    def config(self) -> Config:
        """The job's."""
        return self.job.config

    @property
    def shards(self) -> int:
        """One: nobody is there to share with."""
        return 1

    def call(
        self, body: Callable[Concatenate[Job, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Call it."""
        return body(self.job, *args, **kwargs)

    def map(self, body: Callable[[Job, T], R], parts: Sequence[T], /) -> list[R]:
        """Call it for each."""
        return [body(self.job, part) for part in parts]


def check(crew: Crew) -> Report:
    """Read the documents, fetch what they cite, read the pages, judge the claims, keep the run."""
    web = crew.call(fetch_documents)
    documents, problems = crew.call(read_all_documents, web)
    citing = citing_documents(documents)
    if not crew.config.archive:
        # Only for a copy it matters when a document was written; elsewhere it need not go along.
        citing = {url: [] for url in citing}
    found = crew.map(read_sources, parts_by_host(citing, crew.shards))
    sources = {url: one for some in found for url, one in some.items()}
    sources = {url: sources[url] for url in citing}
    run = crew.call(begin_run, documents, sources)
    crew.map(judge_documents, parts_of_documents(run, documents, sources, crew.shards))
    return crew.call(finish_run, run, sources, problems)


def read_all_documents(
    job: Job, web: WebDocuments
) -> tuple[tuple[ReadDocument, ...], tuple[Problem, ...]]:
    """Every document that can be read, with its claims; what cannot is a problem."""
    return read_documents(job.arguments, job.config, job.stdin, web, job.changed_since)


def read_sources(job: Job, part: SourcesPart) -> dict[str, Source]:
    """What became of each URL; those that could be read have their pages in the store."""
    answers = fetch_sources(tuple(part.citing), job)
    copies = find_copies(answers, part.citing, job)
    return with_records(read_pages(answers, copies, job), job)


def begin_run(job: Job, documents: Sequence[ReadDocument], sources: Mapping[str, Source]) -> Run:
    """The run, noted as under way."""
    run = new_run(job, (read.document for read in documents), sources)
    job.store.begin_run(run)
    return run


def judge_documents(job: Job, part: DocumentsPart) -> None:
    """Judge the claims of some documents; what is found is stored as it is found."""
    first = part.first

    def keep(checked: Sequence[CheckedDocument]) -> None:
        nonlocal first
        job.store.save_findings(part.run, first, checked)
        first += len(checked)

    judge_claims(part.documents, part.sources, job, keep)


def finish_run(
    job: Job, run: Run, sources: Mapping[str, Source], problems: Sequence[Problem]
) -> Report:
    """The report of a run all of whose documents have been judged."""
    checked = job.store.load_documents(run.id)
    report = Report(
        run=run if job.replays else replace(run, finished_at=job.now()),
        documents=checked,
        sources=cited_sources(checked, sources),
        problems=(*problems, *job.amiss()),
    )
    job.store.finish_run(report)
    return with_decisions(report, job.store)


def read_documents(
    arguments: Sequence[str],
    config: Config,
    stdin: Input | None = None,
    web: Mapping[str, Input | Problem] = MappingProxyType({}),
    changed_since: str = "",
) -> tuple[tuple[ReadDocument, ...], tuple[Problem, ...]]:
    """Every document that can be read, with its claims; what cannot is a problem.

    With `changed_since` only the claims that a change since that commit touches.
    """
    inputs, amiss = find_inputs(arguments, config.exclude_path, stdin, web)
    documents, problems = read_inputs(inputs, amiss)
    by_path = {item.path: item for item in inputs}
    is_wanted = is_wanted_url(config)
    read = []
    for document in documents:
        found = find_claims(document)
        changes = changes_in(by_path[document.path], changed_since) if changed_since else AllNew()
        claims = changed_claims(found, changes)
        lost = {
            (place.url, place.line): place
            for place in unclaimed_places(document, found)
            if is_wanted(place.url)
        }
        warnings = (*document.warnings, *dead_ends(document, claims))
        told = with_unclaimed(
            replace(document, warnings=warnings),
            [lost[place] for place in changed_places(lost, changes)],
        )
        read.append(ReadDocument(told, _without_excluded(claims, config)))
    return tuple(read), problems


def citing_documents(documents: Iterable[ReadDocument]) -> dict[str, list[Document]]:
    """The documents that cite each URL, by the URL in canonical spelling."""
    citing: dict[str, list[Document]] = {}
    for read in documents:
        for url in urls_cited(read.claims):
            citing.setdefault(url, []).append(read.document)
    return citing


def _without_excluded(claims: Sequence[Claim], config: Config) -> tuple[Claim, ...]:
    if not (config.include or config.exclude):
        return tuple(claims)
    is_wanted = is_wanted_url(config)
    return tuple(
        replace(claim, citations=tuple(one for one in claim.citations if is_wanted(one.url)))
        for claim in claims
    )


def parts_by_host(citing: Mapping[str, Sequence[Document]], shards: int) -> list[SourcesPart]:
    """The URLs in so many parts at most, all of a host in one: its pace is kept by one crawl."""
    by_host: defaultdict[str, list[str]] = defaultdict(list)
    for url in citing:
        by_host[host_of(url)].append(url)
    parts: list[dict[str, Sequence[Document]]] = [{} for _ in range(min(shards, len(by_host)))]
    # The hosts with most URLs first, each to the part that has least to do.
    for host in sorted(by_host, key=lambda one: (-len(by_host[one]), one)):
        smallest = min(parts, key=len)
        smallest.update((url, citing[url]) for url in by_host[host])
    if len(parts) == 1:
        return [SourcesPart(citing)]
    return [SourcesPart(part) for part in parts]


def parts_of_documents(
    run: Run, documents: Sequence[ReadDocument], sources: Mapping[str, Source], shards: int
) -> list[DocumentsPart]:
    """The documents in so many parts at most, each of about as many claims."""
    total = sum(len(read.claims) for read in documents)
    parts: list[DocumentsPart] = []
    first = done = 0
    for number, read in enumerate(documents, 1):
        done += len(read.claims)
        is_full = done * shards >= total * (len(parts) + 1)
        if number == len(documents) or (is_full and len(parts) < shards - 1):
            own = tuple(documents[first:number])
            cited = {url: sources[url] for one in own for url in urls_cited(one.claims)}
            parts.append(DocumentsPart(run, first, own, cited))
            first = number
    return parts


def cited_sources(
    documents: Sequence[CheckedDocument], sources: Mapping[str, Source]
) -> tuple[CitedSource, ...]:
    """The sources, each with the places that cite it."""
    places: dict[str, list[Place]] = {url: [] for url in sources}
    for checked in documents:
        for finding in checked.findings:
            claim = finding.claim
            for citation in claim.citations:
                places[canonical_key(citation.url)].append(
                    Place(checked.document.path, claim.id, claim.line, citation.url)
                )
    return tuple(CitedSource(source, tuple(places[url])) for url, source in sources.items())


def with_decisions(report: Report, store: Store) -> Report:
    """The report with what editors have decided on its claims by now."""
    paths = [checked.document.path for checked in report.documents]
    return replace(report, decided=decided_in(report.documents, store.load_decisions(paths)))
