"""The pages of the sources, each body read once: what came of it is kept under its fingerprint.

Pages live in the store. A run of ten thousand sources holds those of a few at a time.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.extractor import EXTRACTOR_VERSION
from claims.values import Origin, Outcome, Page, Unreadable
from pipeline.fetching import unread_source
from storage.store import text_sha256

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claims.values import Source
    from pipeline.job import Job
    from pipeline.page_reader import PageReader
    from storage.store import Observation


# Pages that are looked into together, for what they are called and dated.
_AT_ONCE = 200
_NO_LONGER_STORED = Unreadable(Outcome.NOT_RUN, "its text is no longer stored; run with --refresh")


def read_pages(
    answers: Sequence[Observation], copies: Mapping[str, Observation], job: Job
) -> dict[str, Source]:
    """The sources by URL; those that could be read have a `text_sha256`, and a page in the store.

    `copies` are archived copies by the URLs of what they stand for; they are read where the user
    wants it, and named in any case. A body is read once: what came of it is kept under its
    fingerprint.
    """
    reader = job.reader
    assert reader is not None
    used = copies if job.config.use_archive else {}
    asked = [used.get(answer.url, answer) for answer in answers]
    types = {answer.content_key: answer.content_type for answer in asked if answer.content_key}
    _read_bodies(types, job, reader)
    sources: dict[str, Source] = {}
    pairs = list(zip(answers, asked, strict=True))
    for start in range(0, len(pairs), _AT_ONCE):
        some = pairs[start : start + _AT_ONCE]
        read = _pages_of([used_one for _, used_one in some], job, reader)
        for answer, used_one in some:
            key = used_one.content_key
            page = read.get(key, _NO_LONGER_STORED) if key else None
            copy = copies.get(answer.url)
            if used_one is copy:
                sources[answer.url] = _archived_source(answer, copy, page)
            else:
                sources[answer.url] = replace(
                    _source(answer, page), archived_url=copy.final_url if copy else ""
                )
    return sources


def load_pages(sources: Iterable[Source], job: Job) -> dict[str, Page]:
    """The pages of sources that could be read, by their URLs."""
    keys = {one.url: one.content_key for one in sources if one.text_sha256}
    stored = job.store.load_pages(list(dict.fromkeys(keys.values())), EXTRACTOR_VERSION)
    found = {url: stored.get(key) for url, key in keys.items()}
    return {url: page for url, page in found.items() if isinstance(page, Page)}


def _pages_of(
    asked: Sequence[Observation], job: Job, reader: PageReader
) -> dict[str, Page | Unreadable]:
    keys = list(dict.fromkeys(one.content_key for one in asked if one.content_key))
    given_up = {key: why for key in keys if (why := reader.why_not(key))}
    rest = [key for key in keys if key not in given_up]
    return {**job.store.load_pages(rest, EXTRACTOR_VERSION), **given_up}


def _archived_source(
    answer: Observation, copy: Observation, page: Page | Unreadable | None
) -> Source:
    """A source that is gone, as its archived copy shows it; its own outcome stays."""
    own = unread_source(answer)
    assert copy.memento_at is not None
    day = f"{copy.memento_at:%Y-%m-%d}"
    told = f"; read from its archived copy of {day}" if isinstance(page, Page) else ""
    return replace(
        _source(copy, page),
        url=own.url,
        outcome=own.outcome,
        reason=f"{own.reason}{told}",
        http_status=own.http_status,
        redirects=own.redirects,
        origin=Origin.ARCHIVE if isinstance(page, Page) else own.origin,
        archived_url=copy.final_url,
    )


def _read_bodies(types: Mapping[str, str], job: Job, reader: PageReader) -> None:
    """Have read what has not been, a few bodies at a time; `types` are content types by key."""
    store = job.store
    stored = store.read_keys(list(types), EXTRACTOR_VERSION)
    for number, (key, content_type) in enumerate(types.items()):
        job.on_progress("reading pages", number, len(types))
        while not reader.has_room:
            store.save_pages(reader.collect(wait_for_one=True), EXTRACTOR_VERSION)
        if key in stored or reader.knows(key):
            continue
        # A run beside this one may have read it by now.
        body = store.load_body(key)
        if body is not None:
            reader.start(key, body, content_type)
    while reader.is_busy:
        store.save_pages(reader.collect(wait_for_one=True), EXTRACTOR_VERSION)
    job.on_progress("reading pages", len(types), len(types))


def _source(answer: Observation, page: Page | Unreadable | None) -> Source:
    source = replace(unread_source(answer), content_key=answer.content_key)
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
