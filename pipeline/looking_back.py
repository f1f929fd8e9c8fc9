"""The commands that ask the store about the past, and let go of it."""

from __future__ import annotations

import json
import sys
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from claims.errors import BadUsage
from claims.urls import InvalidUrl, canonical_url
from claims.values import OutcomeClass
from pipeline.comparing import compare_in
from pipeline.config import parse_duration
from pipeline.exits import FINDINGS
from pipeline.inputs import name_of
from pipeline.outputs import STDOUT, write_file
from pipeline.stored import load_run
from pipeline.telling import tell
from reports import past
from reports.jsonreport import dump
from reports.wording import counted
from storage.database import shown
from storage.store import open_store

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from claims.past import KnownSource
    from pipeline.config import Config
    from storage.store import Store

_MOST_RUNS = 20


def run_history(options: argparse.Namespace, config: Config) -> int:
    """Print past runs, or what they found on a claim or of a source."""
    path = name_of(options.path) if options.path else ""
    with _store(config) as store:
        if options.claim:
            found = store.history.findings_on(options.claim, path)
            if not found:
                raise BadUsage(f"--claim {options.claim}: no run has judged a claim of this id")
            _print(options, past.render_findings(found), lambda: past.findings_part(found))
        elif options.source:
            url = canonical_url(options.source)
            answers = store.history.answers_of(
                options.source if isinstance(url, InvalidUrl) else url
            )
            if not answers:
                raise BadUsage(f"--source {options.source}: no run has fetched this URL")
            _print(options, past.render_answers(answers), lambda: past.answers_part(answers))
        else:
            runs = store.history.runs(most=options.limit or _MOST_RUNS, path=path)
            _print(options, past.render_runs(runs), lambda: past.runs_part(runs))
    return 0


def run_diff(options: argparse.Namespace, config: Config) -> int:
    """Print what has changed between two runs; by default the newest and the one before."""
    with _store(config) as store:
        after = load_run(store, options.after, config.db)
        latest = datetime.now(UTC) - _span(options.since, "--since") if options.since else None
        named = options.before or store.history.run_before(after.run.id, latest)
        if named is None:
            ago = f" that was begun {options.since} ago" if options.since else ""
            raise BadUsage(
                f"{shown(config.db)}: holds no run before {after.run.id} of its documents{ago}"
            )
        compared = compare_in(store, load_run(store, named, config.db), after)
    if options.format == "markdown":
        sys.stdout.write(past.render_diff_markdown(compared))
    else:
        _print(options, past.render_diff(compared), lambda: past.diff_part(compared))
    has_changed = bool(compared.claims or compared.sources)
    return FINDINGS if options.exit_code and has_changed else 0


def run_sources(options: argparse.Namespace, config: Config) -> int:
    """Print every source that is cited, how it stands, and since when."""
    now = datetime.now(UTC)
    with _store(config) as store:
        known = store.history.sources()
    dead = frozenset(one.url for one in known if config.takes_for_dead(one.record, now))
    wanted = [one for one in known if _is_wanted(one, options.only, dead)]
    none = f"no source is {options.only}" if known else "no source yet"
    _print(
        options,
        past.render_sources(wanted, dead=dead, none=none),
        lambda: past.sources_part(wanted, dead=dead),
    )
    return 0


def run_prune(options: argparse.Namespace, config: Config) -> int:
    """Let go of what is old, and say how much that was."""
    before = datetime.now(UTC) - _span(options.older_than, "--older-than")
    if options.keep_runs < 0:
        raise BadUsage(f"--keep-runs {options.keep_runs}: is below zero")
    with _store(config) as store:
        gone = store.history.prune(before=before, keep_runs=options.keep_runs)
    tell(
        f"let go of {counted(gone.runs, 'run')}, {counted(gone.answers, 'answer')} and"
        f" {counted(gone.pages, 'page')}",
        runs=gone.runs,
        answers=gone.answers,
        pages=gone.pages,
    )
    return 0


def run_export(options: argparse.Namespace, config: Config) -> int:
    """Write every run, finding and answer as JSON Lines."""
    with _store(config) as store:
        if options.output == STDOUT:
            for line in _lines(store):
                sys.stdout.write(line)
        else:
            write_file(options.output, "".join(_lines(store)))
            tell(f"wrote {options.output}")
    return 0


def _span(text: str, option: str) -> timedelta:
    try:
        return timedelta(seconds=parse_duration(text))
    except (ValueError, OverflowError) as error:
        raise BadUsage(f"{option}: {error}") from error


def _lines(store: Store) -> Iterator[str]:
    for run in store.history.runs():
        yield _line("run", past.runs_part([run])[0])
    for finding in store.history.findings():
        yield _line("finding", past.findings_part([finding])[0])
    for answer in store.history.answers():
        yield _line("answer", past.answers_part([answer])[0])


def _line(kind: str, part: dict[str, Any]) -> str:
    # Escapes keep whatever a page had in it, lone surrogates too.
    return json.dumps({"kind": kind, **part}) + "\n"


def _is_wanted(one: KnownSource, only: str | None, dead: frozenset[str]) -> bool:
    match only:
        case None:
            return True
        case "dead":
            return one.url in dead
        case "failing":
            return bool(one.record.failures)
        case name:
            return one.last.outcome.outcome_class is OutcomeClass(name)


def _print(options: argparse.Namespace, text: str, part: Callable[[], Any]) -> None:
    sys.stdout.write(dump(part()) if options.format == "json" else text)


@contextmanager
def _store(config: Config) -> Iterator[Store]:
    with closing(open_store(config.db)) as store:
        yield store
