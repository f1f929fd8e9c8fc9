"""A check from the command line: open the doors, run the steps, write the reports, exit."""

from __future__ import annotations

import ipaddress
import sys
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache, partial
from time import monotonic
from typing import TYPE_CHECKING

from claims.errors import BadUsage
from claims.rules import find_rule
from claims.tiers import NO_MORE
from claims.values import Origin, Problem
from pipeline import __version__
from pipeline.alerting import explained
from pipeline.concluding import conclude, prepare
from pipeline.exits import code_of
from pipeline.inputs import named_but_left_out, read_stdin
from pipeline.job import Job
from pipeline.orders import Order, Wish
from pipeline.outputs import parse_outputs
from pipeline.progress import Progress, silent
from pipeline.telling import tell
from reports.formats import FORMATS, LINK_FORMATS
from spiders.accepted import parse_accepted
from spiders.cookie_jars import open_cookie_jar
from spiders.crawl import CrawlSettings, Wanted, crawl
from spiders.settings import HostSettings
from storage.store import open_store

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Sequence

    from claims.tiers import Tiers
    from claims.values import Fetched, Missed, Report
    from pipeline.config import Config, HostRules
    from pipeline.page_reader import PageReader
    from spiders.accepted import Accepted
    from spiders.archive import ReplayExchange
    from spiders.exchange import Exchange


def run_check(options: argparse.Namespace, config: Config) -> int:
    """Run a check, or with the command `links` a link check, and return its exit code."""
    is_links = options.command == "links"
    if options.explain:
        return _explain(options.explain)
    if not options.paths:
        raise BadUsage(f"{options.command}: names no document; give files, folders or patterns")
    formats = LINK_FORMATS if is_links else FORMATS
    outputs = parse_outputs(options.format, options.output_dir, formats, quiet=options.quiet)
    wanted = Wish(
        outputs=outputs,
        is_links=is_links,
        update_baseline=options.update_baseline,
        verbose=options.verbose,
        quiet=options.quiet,
        notify=not is_links and options.notifies,
    )
    order = Order(
        paths=tuple(options.paths),
        config=config,
        replay=options.replay,
        record=options.record,
        stdin=read_stdin(options),
        only_links=is_links,
        changed_since=options.changed_since or "",
    )
    for path in named_but_left_out(options.paths, config.exclude_path):
        tell(f"{path}: is not read, as exclude_path leaves it out")
    baseline = prepare(order, wanted)
    if not is_links and options.prefect:
        from pipeline.flows import run_as_flow  # noqa: PLC0415  # Prefect takes a second

        return run_as_flow(order, wanted, baseline)
    made = _run(order, options)
    if isinstance(made, int):
        return made
    return conclude(made, order, wanted, baseline).code


def _explain(text: str) -> int:
    if text.strip().lower() == "all":
        sys.stdout.write("".join(f"{line}\n" for line in explained()))
        return 0
    rule = find_rule(text)
    if rule is None:
        raise BadUsage(f"--explain {text}: no rule has this code or name; --explain all lists them")
    sys.stdout.write(
        f"{rule.code} {rule.name} ({rule.level.value}; fails with --fail-on {rule.kind})\n\n"
        f"{rule.summary}\n\n{rule.help}\n"
    )
    return 0


def _run(order: Order, options: argparse.Namespace) -> Report | int:
    """The report, or the exit code where the run was stopped."""
    wants_bar = sys.stderr.isatty() and not options.no_progress and not options.quiet
    progress = Progress(sys.stderr) if wants_bar else None
    try:
        with open_job(order, progress or silent) as job:
            return _body_of(order)(job)
    except _Stopped as stopped:
        if progress:
            progress.clear()
        tell(str(stopped))
        return stopped.code
    finally:
        if progress:
            progress.clear()


def _body_of(order: Order) -> Callable[[Job], Report]:
    # Each imports only what it needs: a link check is over before a judge has been imported.
    if order.only_links:
        from pipeline.links import check_links  # noqa: PLC0415

        return check_links
    from pipeline.steps import Alone, check  # noqa: PLC0415

    return lambda job: check(Alone(job))


class _Stopped(Exception):  # somebody's wish, not an error
    """The run was stopped; says what was kept."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


@contextmanager
def open_job(order: Order, on_progress: Callable[[str, int, int], None] = silent) -> Iterator[Job]:
    """Everything a check needs, opened, and closed when it is over."""
    # An archive is to hold the whole run, and what is taken from the store is not in it.
    config = replace(order.config, refresh=True) if order.record else order.config
    settings = crawl_settings(config)
    if order.replay:
        # What was rendered then is in the archive; of all other pages it has the page itself.
        settings = replace(settings, browser="replay")
    kept = 0
    deadline = _Deadline(config.deadline)

    # Documents and then sources are crawled through one exchange: an archive is begun once.
    replayed = cache(partial(_replay_of, order.replay)) if order.replay else None
    exchange: Callable[[], Exchange] = replayed or cache(partial(_network, order))

    def crawl_kept(wanted: Sequence[Wanted], keep: Callable[[Fetched | Missed], None]) -> None:
        def count(answer: Fetched | Missed) -> None:
            nonlocal kept
            keep(answer)
            kept += 1

        try:
            crawl(
                wanted,
                settings=replace(settings, deadline_seconds=deadline.left),
                exchange=exchange(),
                on_result=count,
                now=_now,
            )
        except KeyboardInterrupt as interrupt:
            raise _Stopped(
                f"stopped after {kept} of {len(wanted)} sources; they are kept, and the same"
                " command goes on from there",
                code_of(interrupt),
            ) from interrupt

    if config.browser and not order.replay:
        from spiders.browser import check_driver, find_browser  # noqa: PLC0415

        find_browser(config.browser)
        check_driver()
    with ExitStack() as doors:
        tiers, reader = (
            (NO_MORE, None) if order.only_links else _readers(config, doors, order.readers)
        )
        store = doors.enter_context(closing(open_store(config.db)))
        yield Job(
            arguments=order.paths,
            stdin=order.stdin,
            changed_since=order.changed_since,
            config=config,
            store=store,
            crawl=crawl_kept,
            reader=reader,
            now=_now,
            origin=Origin.REPLAY if order.replay else Origin.NETWORK,
            tiers=tiers,
            on_progress=on_progress,
            tell=tell,
            began_at=order.began_at or _now(),
            is_late=lambda: deadline.is_over,
            amiss=lambda: _damage_of(replayed()) if replayed else (),
        )


class _Deadline:
    """Until when a run may fetch, whatever it fetches and waits for in the meantime."""

    def __init__(self, seconds: float | None) -> None:
        self._at = None if seconds is None else monotonic() + seconds

    @property
    def left(self) -> float | None:
        """Seconds, None without an end."""
        return None if self._at is None else max(self._at - monotonic(), 0.0)

    @property
    def is_over(self) -> bool:
        """Whether nothing more may be fetched."""
        return self._at is not None and monotonic() >= self._at


def _readers(config: Config, doors: ExitStack, workers: int | None) -> tuple[Tiers, PageReader]:
    from pipeline.models import open_tiers  # noqa: PLC0415
    from pipeline.page_reader import PageReader  # noqa: PLC0415

    # What is missing of a model or a list of names is told before anything is fetched.
    tiers = doors.enter_context(open_tiers(config, tell))
    return tiers, doors.enter_context(closing(PageReader(workers=workers)))


def crawl_settings(config: Config) -> CrawlSettings:
    """The crawl's settings for a configuration."""
    return CrawlSettings(
        user_agent=config.user_agent or _user_agent(config.contact),
        timeout_seconds=config.timeout,
        max_retries=config.max_retries,
        max_concurrency=config.max_concurrency,
        host_concurrency=config.host_concurrency,
        host_interval_seconds=config.host_request_interval,
        deadline_seconds=config.deadline,
        obey_robots=not config.no_robots,
        allowed_networks=tuple(
            ipaddress.ip_network(network) for network in config.allow_private_net
        ),
        browser=config.browser,
        accepted=tuple(_accepted(config)),
        hosts=tuple(map(_host_settings, config.hosts)),
        cookie_jar=open_cookie_jar(config.cookie_jar) if config.cookie_jar else None,
        headers=_headers(config.header),
    )


def _headers(written: Sequence[str]) -> tuple[tuple[str, str], ...]:
    parted = (header.partition(":") for header in written)
    return tuple((name.strip(), value.strip()) for name, _, value in parted)


def _accepted(config: Config) -> Iterator[Accepted]:
    yield from map(parse_accepted, config.accept)
    for host in config.hosts:
        for text in host.accept:
            yield replace(parse_accepted(text), host=host.name)


def _host_settings(rules: HostRules) -> HostSettings:
    return HostSettings(
        pattern=rules.name,
        interval_seconds=rules.request_interval,
        concurrency=rules.concurrency,
        headers=_headers(rules.header),
    )


def _user_agent(contact: str) -> str:
    """Who asks and what for, and whom to write to about it."""
    whom = f"; {contact}" if contact else ""
    return f"citewatch/{__version__} (checks the citations of documents{whom})"


# Each exchange is imported as it is needed: a replay needs no network, and most runs no archive.
def _replay_of(archive: str) -> ReplayExchange:
    from spiders.archive import ReplayExchange  # noqa: PLC0415

    return ReplayExchange(archive)


def _damage_of(archive: ReplayExchange) -> tuple[Problem, ...]:
    """That an archive is damaged: it was answered from, and what it lacks nobody can tell."""
    told = f"{archive.path}: {archive.damage}; what stands before that is used"
    return (Problem(f"the end of {archive.path}", told),) if archive.damage else ()


def _network(order: Order) -> Exchange:
    from spiders.network import NetworkExchange  # noqa: PLC0415

    network = NetworkExchange(crawl_settings(order.config))
    if not order.record:
        return network
    from spiders.archive import RecordingExchange  # noqa: PLC0415

    return RecordingExchange(network, order.record, _now)


def _now() -> datetime:
    return datetime.now(UTC)
