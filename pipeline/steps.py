"""The story of a check on one screen: plain steps, and the body that composes them.

`check` takes `step`, through which it calls every step: `inline` calls it as it is, and
`pipeline.flows` wraps each as a Prefect task. Nothing here knows which of the two it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, ParamSpec, Protocol, TypeVar

from claims.decisions import decided_in
from claims.extraction import find_claims
from claims.values import CitedSource, Document, Place, Problem, Report
from pipeline.archives import find_copies
from pipeline.changes import changes_in, is_changed
from pipeline.fetching import canonical_key, fetch_sources, is_wanted_url
from pipeline.inputs import find_inputs, read_inputs
from pipeline.job import new_run
from pipeline.judging import judge_claims
from pipeline.reading import read_pages
from pipeline.web_documents import fetch_documents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from claims.values import CheckedDocument, Claim, Source
    from pipeline.config import Config
    from pipeline.inputs import Input
    from pipeline.job import Job
    from storage.store import Store

P = ParamSpec("P")
R = TypeVar("R")


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
    documents, problems = step(read_documents)(
        job.arguments, job.config, job.stdin, web, job.changed_since
    )
    citing = citing_documents(documents)
    answers = step(fetch_sources)(tuple(citing), job)
    copies = step(find_copies)(answers, citing, job)
    sources, pages = step(read_pages)(answers, copies, job)
    checked = step(judge_claims)(documents, sources, pages, job)
    report = _report(job, started_at, checked, sources, problems)
    step(keep_run)(report, job)
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
    documents, problems = read_inputs(*find_inputs(arguments, config.exclude_path, stdin, web))
    read = []
    for document in documents:
        claims = _without_excluded(find_claims(document), config)
        if changed_since:
            changes = changes_in(document, changed_since)
            claims = tuple(claim for claim in claims if is_changed(claim, changes))
        read.append(ReadDocument(document, claims))
    return tuple(read), problems


def citing_documents(documents: Iterable[ReadDocument]) -> dict[str, list[Document]]:
    """The documents that cite each URL, by the URL in canonical spelling."""
    citing: dict[str, list[Document]] = {}
    for read in documents:
        urls = (citation.url for claim in read.claims for citation in claim.citations)
        for url in dict.fromkeys(map(canonical_key, urls)):
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


def with_decisions(report: Report, store: Store) -> Report:
    """The report with what editors have decided on its claims by now."""
    paths = [checked.document.path for checked in report.documents]
    return replace(report, decided=decided_in(report.documents, store.load_decisions(paths)))


def keep_run(report: Report, job: Job) -> None:
    """Store the run, so that it can be rendered again and compared with later ones."""
    job.store.save_report(report)
