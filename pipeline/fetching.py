"""What became of each cited URL: from the store while fresh enough, else from a crawl."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from claims.extractor import EXTRACTOR_VERSION
from claims.urls import InvalidUrl, canonical_url
from claims.values import Fetched, Missed, Origin, Outcome, Source
from spiders.wanted import Validators, Wanted
from storage.store import observation_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pipeline.config import Config
    from pipeline.job import Job
    from storage.store import Observation


_SAVED_TOGETHER = 50


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


def fetch_sources(
    urls: Sequence[str],
    job: Job,
    headers: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType({}),
) -> tuple[Observation, ...]:
    """One observation for each URL: from the store while fresh enough, else from a crawl.

    `headers` are, by URL, what goes with the requests for it.

    A body is committed before the crawl goes on, so a killed run is taken up again where it
    stopped. Bodies are read beside the crawl, as far as there are processors for it.
    """
    before = {} if job.replays or job.config.refresh else _fetched_before(urls, job)
    known = {url: one.as_cached() for url, one in before.items() if _is_fresh(one, job)}
    wanted = [url for url in urls if url not in known]
    if job.config.offline and not job.replays:
        for url in wanted:
            known[url], _ = job.store.save_answer(_not_run(url, job), EXTRACTOR_VERSION)
        wanted = []
    job.on_progress("fetching sources", len(known), len(urls))
    if not wanted:
        return tuple(known[url] for url in urls)
    # What was fetched before has been read, most likely; in a replay it may all have been.
    if job.reader is not None and not job.replays and any(url not in before for url in wanted):
        job.reader.warm_up()
    keeper = _Keeper(job)

    def keep(answer: Fetched | Missed) -> None:
        known[answer.url] = keeper.kept(answer, before.get(answer.url))
        job.on_progress("fetching sources", len(known), len(urls))

    try:
        job.crawl([_wanted(url, before.get(url), headers.get(url, ())) for url in wanted], keep)
    finally:
        keeper.flush()
    return tuple(known[url] for url in urls)


class _Keeper:
    """Stores the answers of a crawl, and has bodies read while there is a processor for it."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._unsaved: list[Observation] = []

    def kept(self, answer: Fetched | Missed, before: Observation | None) -> Observation:
        reader, store = self._job.reader, self._job.store
        if reader is None:
            # Without its body an answer is soon asked for again.
            made = observation_of(answer, before=before)
            self._unsaved.append(made)
            if len(self._unsaved) >= _SAVED_TOGETHER:
                self.flush()
            return made
        kept, waits = store.save_answer(answer, EXTRACTOR_VERSION, before=before)
        store.save_pages(reader.collect(), EXTRACTOR_VERSION)
        if waits and isinstance(answer, Fetched) and reader.has_room:
            reader.start(kept.content_key, answer.body, answer.content_type)
        return kept

    def flush(self) -> None:
        """Store what waits to be stored with others."""
        self._job.store.save_observations(self._unsaved)
        self._unsaved = []


def _fetched_before(urls: Sequence[str], job: Job) -> dict[str, Observation]:
    """The newest good answer of each URL whose content, where it matters, is still there."""
    found = job.store.find_successes(urls)
    if job.reader is None:
        return found
    keys = [observation.content_key for observation in found.values()]
    there = job.store.keys_with_content(keys, EXTRACTOR_VERSION)
    return {url: one for url, one in found.items() if one.content_key in there}


def _is_fresh(observation: Observation, job: Job) -> bool:
    age = job.now() - observation.fetched_at
    return job.config.offline or age <= timedelta(seconds=job.config.max_age)


def _wanted(url: str, before: Observation | None, headers: tuple[tuple[str, str], ...]) -> Wanted:
    if before is None or not (before.etag or before.last_modified):
        return Wanted(url, headers=headers)
    known = Validators(before.final_url, before.etag, before.last_modified)
    return Wanted(url, known, headers)


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
