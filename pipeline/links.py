"""The link check: what became of every cited source, without reading a page or judging a claim."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.cited_places import cited_places
from claims.values import CheckedDocument, CitedSource, Place, Problem, Report
from pipeline.archives import find_copies
from pipeline.changes import changed_places, changes_in
from pipeline.fetching import (
    canonical_key,
    fetch_sources,
    is_wanted_url,
    unread_source,
    with_records,
)
from pipeline.inputs import find_inputs, read_inputs
from pipeline.job import new_run
from pipeline.web_documents import fetch_documents

if TYPE_CHECKING:
    from pipeline.job import Job


def check_links(job: Job) -> Report:
    """Read the documents and fetch what they cite; the report has documents without findings."""
    documents, places, problems = _read_documents(job)
    answers = fetch_sources(tuple(places), job)
    by_path = {checked.document.path: checked.document for checked in documents}
    citing = {
        url: [by_path[path] for path in dict.fromkeys(place.path for place in at)]
        for url, at in places.items()
    }
    copies = find_copies(answers, citing, job)
    sources = {
        answer.url: replace(unread_source(answer), archived_url=copies[answer.url].final_url)
        if answer.url in copies
        else unread_source(answer)
        for answer in answers
    }
    sources = with_records(sources, job)
    return Report(
        run=new_run(job, (checked.document for checked in documents), sources),
        documents=documents,
        sources=tuple(CitedSource(sources[url], tuple(at)) for url, at in places.items()),
        problems=(*problems, *job.amiss()),
    )


def _read_documents(
    job: Job,
) -> tuple[tuple[CheckedDocument, ...], dict[str, list[Place]], tuple[Problem, ...]]:
    web = fetch_documents(job)
    inputs, amiss = find_inputs(job.arguments, job.config.exclude_path, job.stdin, web)
    documents, problems = read_inputs(inputs, amiss)
    by_path = {item.path: item for item in inputs}
    is_wanted = is_wanted_url(job.config)
    places: dict[str, list[Place]] = {}
    for document in documents:
        cited = cited_places(document)
        if job.changed_since:
            changes = changes_in(by_path[document.path], job.changed_since)
            cited = changed_places(cited, changes)
        for url, line in cited:
            if is_wanted(url):
                place = Place(document.path, "", line, url)
                places.setdefault(canonical_key(url), []).append(place)
    return tuple(CheckedDocument(one, ()) for one in documents), places, problems
