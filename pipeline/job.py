"""What a command has to do, the doors to the world as arguments, and the run that it becomes."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.tiers import NO_MORE, Tiers
from claims.values import Origin, Run
from pipeline import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from claims.values import Document, Fetched, Missed, Problem, Source
    from pipeline.config import Config
    from pipeline.inputs import Input
    from pipeline.page_reader import PageReader
    from spiders.wanted import Wanted
    from storage.store import Store

    Crawl = Callable[[Sequence[Wanted], Callable[[Fetched | Missed], None]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """All that a check needs: what to read, how, and the doors to the world as arguments.

    With `changed_since`, a commit, only what stands on lines that changed since is checked.
    Without a reader no page is read and no body kept, only what became of each source. What other
    runs have fetched since `began_at` is fresh even where everything is to be fetched anew.
    `is_late` tells whether the deadline is over, `amiss` what is wrong with a replayed archive.
    """

    arguments: tuple[str, ...]
    stdin: Input | None = None
    changed_since: str = ""
    config: Config
    store: Store
    crawl: Crawl
    reader: PageReader | None
    now: Callable[[], datetime]
    origin: Origin = Origin.NETWORK
    tiers: Tiers = NO_MORE
    on_progress: Callable[[str, int, int], None] = lambda _what, _done, _total: None
    tell: Callable[[str], None] = lambda _message: None
    began_at: datetime
    is_late: Callable[[], bool] = lambda: False
    amiss: Callable[[], tuple[Problem, ...]] = lambda: ()

    @property
    def replays(self) -> bool:
        """Whether answers come from an archive instead of the network."""
        return self.origin is Origin.REPLAY


def new_run(job: Job, documents: Iterable[Document], sources: Mapping[str, Source]) -> Run:
    """The run, once its sources are read; what it finds on the claims follows from these."""
    started_at, finished_at = job.began_at, job.now()
    if job.origin is Origin.REPLAY:
        # A replayed run happened when its sources were recorded, whenever it is replayed.
        times = [source.fetched_at for source in sources.values()]
        started_at, finished_at = min(times, default=started_at), max(times, default=started_at)
    digest = job.config.digest()
    return Run(
        id=_run_id(job, started_at, digest, documents, sources),
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
    documents: Iterable[Document],
    sources: Mapping[str, Source],
) -> str:
    """Sortable by time, and for a replay the same for the same inputs."""
    seed = hashlib.sha256(digest.encode())
    for document in documents:
        seed.update(document.path.encode("utf-8", "surrogateescape"))
        seed.update(document.source.encode("utf-8", "surrogatepass"))
    for url, source in sources.items():
        seed.update(f"{url} {source.outcome} {source.text_sha256}".encode("utf-8", "replace"))
    if job.origin is not Origin.REPLAY:
        # Runs that start at the same moment are two all the same.
        seed.update(uuid.uuid4().bytes)
    return f"{started_at:%Y%m%dT%H%M%SZ}-{seed.hexdigest()[:8]}"
