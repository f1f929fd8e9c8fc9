"""What is made of a report once a run is over: alerts, files, notices, the exit code."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from claims.values import AlertState, Level, Outcome, OutcomeClass
from pipeline.alerting import settle
from pipeline.baseline import (
    DEFAULT_FILE,
    known_baseline,
    load_baseline,
    updated,
    write_baseline,
)
from pipeline.exits import COULD_NOT_RUN, FINDINGS
from pipeline.outputs import STDOUT, Output, probe_outputs, write_outputs
from pipeline.telling import tell, warn
from reports.formats import FORMATS, LINK_FORMATS
from reports.wording import counted

if TYPE_CHECKING:
    from datetime import date

    from claims.values import Report
    from pipeline.alerting import Settled
    from pipeline.baseline import Baseline
    from pipeline.config import Config
    from pipeline.orders import Order, Wish


@dataclass(frozen=True, slots=True)
class Conclusion:
    """A report with its alerts, the exit code that it stands for, and why if there is none."""

    settled: Settled
    code: int
    sentence: str


def prepare(order: Order, wish: Wish) -> Baseline | None:
    """Find out before the work whether what it is for can be done; gives the baseline, if any."""
    probe_outputs(wish.outputs)
    config = order.config
    if wish.notify:
        from pipeline.notifying import check_addresses  # noqa: PLC0415

        check_addresses(config.notify)
    if wish.update_baseline:
        file = config.baseline or DEFAULT_FILE
        probe_outputs((Output("json", file),))
        return load_baseline(file, may_be_missing=True)
    return known_baseline(config.baseline)


def conclude(made: Report, order: Order, wish: Wish, baseline: Baseline | None) -> Conclusion:
    """Settle the alerts, write the reports, and say what the user should know."""
    config, looked_for = order.config, order.looked_for
    formats = LINK_FORMATS if wish.is_links else FORMATS
    today = made.run.finished_at.date()
    settled = settle(made, config, baseline, today, looked_for=looked_for)
    if wish.update_baseline and baseline:
        settled = _with_updated_baseline(settled, baseline, config, today, looked_for)
    report = settled.report
    write_outputs(report, wish.outputs, formats, verbose=wish.verbose, language=config.language)
    for output in wish.outputs:
        if output.path != STDOUT and not wish.quiet:
            tell(f"wrote {output.path}")
    for checked in report.documents:
        for warning in () if wish.quiet else checked.document.warnings:
            warn(f"warning: {warning}")
        for place in checked.document.unclaimed if wish.verbose else ():
            warn(f"{place.path}:{place.line}: no claim rests on {place.url}")
    for problem in report.problems:
        warn(problem.message)
    for remark in settled.remarks:
        warn(remark)
    if wish.notify:
        _notify(report, config)
    code, sentence = exit_code(
        settled, config, only_links=wish.is_links, may_be_empty=not order.is_whole
    )
    if sentence:
        warn(sentence)
    return Conclusion(settled, code, sentence)


def _with_updated_baseline(
    settled: Settled, baseline: Baseline, config: Config, today: date, looked_for: tuple[str, ...]
) -> Settled:
    """The same with all that fails in the baseline, which is written."""
    known = [
        one
        for one in settled.listed
        if one.level is Level.ERROR and one.state in {AlertState.OPEN, AlertState.KNOWN}
    ]
    documents = settled.report.documents
    paths = {baseline.name_of(checked.document.path) for checked in documents}
    written = updated(baseline, known, paths, today, looked_for)
    write_baseline(written)
    tell(f"wrote {written.file}, which lists {counted(len(written.entries), 'known alert')}")
    return settle(settled.report, config, written, today, looked_for=looked_for)


def _notify(report: Report, config: Config) -> None:
    # A run in CI, which tells nobody, does not wait for what only this needs.
    from pipeline.notifying import note_changes, send_waiting  # noqa: PLC0415
    from storage.store import open_store  # noqa: PLC0415

    with closing(open_store(config.db)) as store:
        note_changes(report, store, config)
        send_waiting(store, config, lambda: datetime.now(UTC))


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
