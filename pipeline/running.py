"""A check from the command line: open the doors, run the steps, write the reports, exit."""

from __future__ import annotations

import ipaddress
import sys
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

from claims.errors import BadUsage
from claims.rules import find_rule
from claims.tiers import NO_MORE
from claims.values import AlertState, Level, Origin, Outcome, OutcomeClass
from pipeline import __version__
from pipeline.alerting import explained, settle
from pipeline.baseline import (
    DEFAULT_FILE,
    known_baseline,
    load_baseline,
    updated,
    write_baseline,
)
from pipeline.exits import COULD_NOT_RUN, FINDINGS, INTERRUPTED
from pipeline.inputs import read_stdin
from pipeline.job import Job
from pipeline.outputs import STDOUT, Output, parse_outputs, probe_outputs, write_outputs
from pipeline.progress import Progress, silent
from reports.formats import FORMATS, LINK_FORMATS
from reports.wording import counted
from spiders.accepted import parse_accepted
from spiders.cookie_jars import open_cookie_jar
from spiders.crawl import CrawlSettings, Wanted, crawl
from spiders.settings import HostSettings
from storage.store import open_store

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from claims.tiers import Tiers
    from claims.values import Fetched, Missed, Report
    from pipeline.alerting import Settled
    from pipeline.baseline import Baseline
    from pipeline.config import Config, HostRules
    from pipeline.inputs import Input
    from pipeline.page_reader import PageReader
    from spiders.accepted import Accepted
    from spiders.exchange import Exchange


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to check and where answers come from; all of it plain, so that a flow can take it."""

    paths: tuple[str, ...]
    config: Config
    replay: str | None = None
    record: str | None = None
    stdin: Input | None = None
    only_links: bool = False
    changed_since: str = ""


def run_check(options: argparse.Namespace, config: Config) -> int:
    """Run a check, or with the command `links` a link check, and return its exit code."""
    is_links = options.command == "links"
    if options.explain:
        return _explain(options.explain)
    if not options.paths:
        raise BadUsage(f"{options.command}: names no document; give files, folders or patterns")
    formats = LINK_FORMATS if is_links else FORMATS
    outputs = parse_outputs(options.format, options.output_dir, formats, quiet=options.quiet)
    probe_outputs(outputs)
    baseline = _baseline(options, config)
    order = Order(
        paths=tuple(options.paths),
        config=config,
        replay=options.replay,
        record=options.record,
        stdin=read_stdin(options),
        only_links=is_links,
        changed_since=options.changed_since or "",
    )
    made = _run(order, options)
    if made is None:
        return INTERRUPTED
    today = made.run.finished_at.date()
    is_whole = not (order.changed_since or config.select or config.ignore)
    settled = settle(made, config, baseline, today, is_whole=is_whole)
    if options.update_baseline and baseline:
        settled = _with_updated_baseline(settled, baseline, config, today, is_whole=is_whole)
    report = settled.report
    write_outputs(report, outputs, formats, verbose=options.verbose, language=config.language)
    for output in outputs:
        if output.path != STDOUT and not options.quiet:
            tell(f"wrote {output.path}")
    for checked in report.documents:
        for warning in () if options.quiet else checked.document.warnings:
            tell(f"warning: {warning}")
    for problem in report.problems:
        tell(problem.message)
    for remark in settled.remarks:
        tell(remark)
    code, sentence = exit_code(settled, config, only_links=is_links, may_be_empty=not is_whole)
    if sentence:
        tell(sentence)
    return code


def _baseline(options: argparse.Namespace, config: Config) -> Baseline | None:
    if options.update_baseline:
        file = config.baseline or DEFAULT_FILE
        probe_outputs((Output("json", file),))
        return load_baseline(file, may_be_missing=True)
    return known_baseline(config.baseline)


def _with_updated_baseline(
    settled: Settled, baseline: Baseline, config: Config, today: date, *, is_whole: bool
) -> Settled:
    """The same with all that fails in the baseline, which is written."""
    known = [
        one
        for one in settled.report.alerts
        if one.level is Level.ERROR and one.state in {AlertState.OPEN, AlertState.KNOWN}
    ]
    paths = {checked.document.path for checked in settled.report.documents} if is_whole else set()
    written = updated(baseline, known, paths, today)
    write_baseline(written)
    tell(f"wrote {written.file}, which lists {counted(len(written.entries), 'known alert')}")
    return settle(settled.report, config, written, today, is_whole=is_whole)


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


def exit_code(
    settled: Settled, config: Config, *, only_links: bool = False, may_be_empty: bool = False
) -> tuple[int, str]:
    """The exit code that a report stands for, and why in a sentence where it could not run."""
    report = settled.report
    if report.problems:
        return COULD_NOT_RUN, ""
    findings = [finding for checked in report.documents for finding in checked.findings]
    sources = [cited.source for cited in report.sources]
    is_empty = not (sources if only_links else findings)
    if is_empty and not (config.allow_empty or may_be_empty):
        what = "cited URL" if only_links else "claim"
        return COULD_NOT_RUN, f"no {what} was found, so nothing was checked (see --allow-empty)"
    if sources and all(source.outcome is Outcome.NOT_RUN for source in sources):
        return COULD_NOT_RUN, (
            f"none of the {len(sources)} sources was fetched ({sources[0].reason}),"
            " so nothing was verified"
        )
    dialled = [
        source for source in sources if source.outcome.outcome_class is not OutcomeClass.REFUSED
    ]
    if len(dialled) > 1 and all(source.outcome is Outcome.DNS_ERROR for source in dialled):
        return COULD_NOT_RUN, (
            f"none of {len(dialled)} host names could be resolved: is this machine online?"
        )
    return (FINDINGS if settled.failing else 0), ""


def _run(order: Order, options: argparse.Namespace) -> Report | None:
    """The report, or None where the user stopped the run."""
    wants_bar = sys.stderr.isatty() and not options.no_progress and not options.quiet
    progress = Progress(sys.stderr) if wants_bar else None
    try:
        if not order.only_links and options.prefect:
            from pipeline.flows import run_as_flow  # noqa: PLC0415  # Prefect takes a second

            return run_as_flow(order)
        with open_job(order, progress or silent) as job:
            return _body_of(order)(job)
    except _Stopped as stopped:
        if progress:
            progress.clear()
        tell(str(stopped))
        return None
    finally:
        if progress:
            progress.clear()


def _body_of(order: Order) -> Callable[[Job], Report]:
    # Each imports only what it needs: a link check is over before a judge has been imported.
    if order.only_links:
        from pipeline.links import check_links  # noqa: PLC0415

        return check_links
    from pipeline.steps import check  # noqa: PLC0415

    return check


class _Stopped(Exception):  # the user's wish, not an error
    """The user stopped the run; says what was kept."""


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

    # Documents and then sources are crawled through one exchange: an archive is begun once.
    @cache
    def exchange() -> Exchange:
        return _exchange(order)

    def crawl_kept(wanted: Sequence[Wanted], keep: Callable[[Fetched | Missed], None]) -> None:
        def count(answer: Fetched | Missed) -> None:
            nonlocal kept
            keep(answer)
            kept += 1

        try:
            crawl(
                wanted,
                settings=settings,
                exchange=exchange(),
                on_result=count,
                now=_now,
            )
        except KeyboardInterrupt as interrupt:
            raise _Stopped(
                f"stopped after {kept} of {len(wanted)} sources; they are kept, and the same"
                " command goes on from there"
            ) from interrupt

    if config.browser and not order.replay:
        from spiders.browser import check_driver, find_browser  # noqa: PLC0415

        find_browser(config.browser)
        check_driver()
    with ExitStack() as doors:
        tiers, reader = (NO_MORE, None) if order.only_links else _readers(config, doors)
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
        )


def _readers(config: Config, doors: ExitStack) -> tuple[Tiers, PageReader]:
    from pipeline.models import open_tiers  # noqa: PLC0415
    from pipeline.page_reader import PageReader  # noqa: PLC0415

    # What is missing of a model or a list of names is told before anything is fetched.
    tiers = doors.enter_context(open_tiers(config, tell))
    return tiers, doors.enter_context(closing(PageReader()))


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


def tell(message: str) -> None:
    """Say a sentence on stderr."""
    sys.stderr.write(f"citewatch: {message}\n")


def _exchange(order: Order) -> Exchange:
    # Each as it is needed: a replay needs no network, and most runs no archive.
    if order.replay:
        from spiders.archive import ReplayExchange  # noqa: PLC0415

        return ReplayExchange(order.replay)
    from spiders.network import NetworkExchange  # noqa: PLC0415

    network = NetworkExchange(crawl_settings(order.config))
    if not order.record:
        return network
    from spiders.archive import RecordingExchange  # noqa: PLC0415

    return RecordingExchange(network, order.record, _now)


def _now() -> datetime:
    return datetime.now(UTC)
