"""What became of each cited URL: from the store while fresh enough, else from a crawl."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from claims.extractor import EXTRACTOR_VERSION
from claims.urls import InvalidUrl, canonical_url
from claims.values import Fetched, Missed, Origin, Outcome, Source
from pipeline.turns import by_turns
from spiders.wanted import Validators, Wanted
from storage.store import observation_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from claims.values import Claim
    from pipeline.config import Config
    from pipeline.job import Job
    from pipeline.turns import Done
    from storage.store import Observation


_SAVED_TOGETHER = 50
# What the clocks of machines that share a store may differ by.
_CLOCK_SKEW = timedelta(minutes=10)


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


def urls_cited(claims: Iterable[Claim]) -> list[str]:
    """What claims cite, each once, in canonical spelling."""
    urls = (citation.url for claim in claims for citation in claim.citations)
    return list(dict.fromkeys(map(canonical_key, urls)))


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
    # What failed since is asked again, however fresh the copy from before.
    failing = set() if job.config.offline else job.store.find_failing(list(before))
    known = {
        url: one.as_cached()
        for url, one in before.items()
        if _is_fresh(one, job) and url not in failing
    }
    wanted = [url for url in urls if url not in known]
    if job.config.offline and not job.replays:
        known |= _given_up(wanted, job, "offline, and never fetched before")
        wanted = []
    job.on_progress("fetching sources", len(known), len(urls))
    if not wanted:
        return tuple(known[url] for url in urls)
    # What was fetched before has been read, most likely; in a replay it may all have been.
    if job.reader is not None and not job.replays and any(url not in before for url in wanted):
        job.reader.warm_up()
    late: list[str] = []
    for mine, done in by_turns(wanted, job, late):
        if done:
            for url, observation in _fetched_beside(mine, job).items():
                known[url] = observation
                done(url)
        rest = [url for url in mine if url not in known]
        if not rest:
            continue
        keeper = _Keeper(job, done)

        def keep(answer: Fetched | Missed, keeper: _Keeper = keeper) -> None:
            known[answer.url] = keeper.kept(answer, before.get(answer.url))
            job.on_progress("fetching sources", len(known), len(urls))

        try:
            job.crawl([_wanted(url, before.get(url), headers.get(url, ())) for url in rest], keep)
        finally:
            keeper.flush()
    known |= _given_up(late, job, "another run was at its host until the deadline")
    return tuple(known[url] for url in urls)


def _fetched_beside(urls: Sequence[str], job: Job) -> dict[str, Observation]:
    """What other runs have been answered since this one began."""
    found = job.store.find_answers_since(urls, job.began_at)
    return {
        url: one.as_cached()
        for url, one in _with_content(found, job).items()
        if not _is_of_the_future(one, job)
    }


class _Keeper:
    """Stores the answers of a crawl, and has bodies read while there is a processor for it.

    Only what is stored is done: another run may then have its host, and look here first.
    """

    def __init__(self, job: Job, done: Done | None) -> None:
        self._job = job
        self._done = done or (lambda _url: None)
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
        self._done(answer.url)
        store.save_pages(reader.collect(), EXTRACTOR_VERSION)
        if waits and isinstance(answer, Fetched) and reader.has_room:
            reader.start(kept.content_key, answer.body, answer.content_type)
        return kept

    def flush(self) -> None:
        """Store what waits to be stored with others."""
        self._job.store.save_observations(self._unsaved)
        for observation in self._unsaved:
            self._done(observation.url)
        self._unsaved = []


def _fetched_before(urls: Sequence[str], job: Job) -> dict[str, Observation]:
    """The newest good answer of each URL whose content, where it matters, is still there."""
    return _with_content(job.store.find_successes(urls), job)


def _with_content(found: dict[str, Observation], job: Job) -> dict[str, Observation]:
    if job.reader is None:
        return found
    keys = [one.content_key for one in found.values() if one.content_key]
    there = job.store.keys_with_content(keys, EXTRACTOR_VERSION)
    return {
        url: one for url, one in found.items() if not one.content_key or one.content_key in there
    }


def _is_fresh(observation: Observation, job: Job) -> bool:
    if job.config.offline:
        return True
    age = job.now() - observation.fetched_at
    return age <= timedelta(seconds=job.config.max_age) and not _is_of_the_future(observation, job)


def _is_of_the_future(observation: Observation, job: Job) -> bool:
    """Whether a clock was wrong, then or now: what it says of an answer's age is worth nothing."""
    return observation.fetched_at > job.now() + _CLOCK_SKEW


def _wanted(url: str, before: Observation | None, headers: tuple[tuple[str, str], ...]) -> Wanted:
    if before is None or not (before.etag or before.last_modified):
        return Wanted(url, headers=headers)
    known = Validators(before.final_url, before.etag, before.last_modified)
    return Wanted(url, known, headers)


def _given_up(urls: Sequence[str], job: Job, reason: str) -> dict[str, Observation]:
    """What is noted of URLs that this run does not ask."""
    noted: dict[str, Observation] = {}
    for url in urls:
        missed = Missed(
            url=url,
            final_url=url,
            outcome=Outcome.NOT_RUN,
            reason=reason,
            http_status=None,
            redirects=(),
            fetched_at=job.now(),
            origin=Origin.NETWORK,
        )
        noted[url], _ = job.store.save_answer(missed, EXTRACTOR_VERSION)
    return noted


def with_records(sources: Mapping[str, Source], job: Job) -> dict[str, Source]:
    """The sources with what became of them in earlier runs and this one; not in a replay."""
    if job.replays or job.config.offline:
        return dict(sources)
    records = {
        url: replace(record, is_dead=job.config.takes_for_dead(record, job.now()))
        for url, record in job.store.history.records(list(sources)).items()
    }
    return {url: replace(source, record=records.get(url)) for url, source in sources.items()}


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
