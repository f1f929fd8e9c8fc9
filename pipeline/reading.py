"""The pages of the sources, each body read once: what came of it is kept under its fingerprint."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.pages import EXTRACTOR_VERSION
from claims.values import Outcome, Page, Unreadable
from pipeline.fetching import save_pages, unread_source
from storage.store import text_sha256

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.values import Source
    from pipeline.job import Job
    from pipeline.page_reader import PageReader
    from storage.store import Observation


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
            save_pages(job, reader.collect(wait_for_one=True))
        body = None if reader.knows(key) else job.store.load_unread(key, EXTRACTOR_VERSION)
        if body is not None:
            reader.start(key, body, content_type)
    while reader.is_busy:
        save_pages(job, reader.collect(wait_for_one=True))
    job.on_progress("reading pages", len(types), len(types))


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
