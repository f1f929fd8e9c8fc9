"""The command line: arguments in, exit code out; the edge where errors become one sentence."""

from __future__ import annotations

import gc
import signal
import sys
import traceback
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from claims.errors import BadUsage, CitewatchError
from pipeline.exits import COULD_NOT_RUN, Terminated, code_of
from pipeline.options import build_parser
from pipeline.telling import fail, set_up, tell, warn

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from pipeline.config import Config

_NO_OUTPUT = "standard output cannot be written"


def run() -> NoReturn:
    """Run `citewatch` as a program of its own, and exit."""
    signal.signal(signal.SIGTERM, _terminate)
    code = main()
    # The interpreter would search for cycles what the end of the process lets go anyway.
    gc.freeze()
    sys.exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `citewatch`; returns the exit code that `--help` documents."""
    # Starting makes a hundred thousand objects that all live on; searching them for cycles again
    # and again takes a twentieth of a short run.
    gc.set_threshold(100_000, 50, 50)
    try:
        options = build_parser().parse_args(arguments)
        set_up(getattr(options, "log_format", None) or "text")
        _find_working_directory()
        return _COMMANDS[options.command](options)
    except CitewatchError as error:
        fail(str(error))
        return COULD_NOT_RUN
    except BrokenPipeError:
        # The reader of our output has gone (`| head`); there is nobody left to tell.
        sys.stderr.close()
        return COULD_NOT_RUN
    except OSError as error:
        # Standard output has no name; whatever else can fail is told by its own room, or has one.
        what = f"{error.filename}: cannot be used" if error.filename else _NO_OUTPUT
        fail(f"{what} ({error.strerror})")
        return COULD_NOT_RUN
    except Exception as error:  # noqa: BLE001  # exit code 1 means findings, never our own fault
        where = traceback.extract_tb(error.__traceback__)[-1]
        fail(
            f"internal error, please report it: {type(error).__name__}: {error}"
            f" ({Path(where.filename).name}:{where.lineno})"
        )
        return COULD_NOT_RUN
    except KeyboardInterrupt as stop:
        warn("stopped; what was fetched so far is kept")
        return code_of(stop)


def _find_working_directory() -> None:
    try:
        Path.cwd()
    except OSError as error:
        raise BadUsage(
            f"the working directory cannot be found ({error.strerror}); change to one that is there"
        ) from error


def _terminate(number: int, frame: object) -> NoReturn:
    del number, frame
    raise Terminated


def _check(options: argparse.Namespace) -> int:
    from pipeline.running import run_check  # noqa: PLC0415  # `--help` and `--version` stay quick

    return run_check(options, _config(options))


def _extract(options: argparse.Namespace) -> int:
    from claims.cited_places import cited_urls  # noqa: PLC0415
    from claims.verdicts import candidates_to_show  # noqa: PLC0415
    from pipeline.config import Config  # noqa: PLC0415
    from pipeline.inputs import read_stdin  # noqa: PLC0415
    from pipeline.steps import read_documents  # noqa: PLC0415
    from reports.jsonreport import render_extract, render_flat  # noqa: PLC0415

    documents, problems = read_documents(options.paths, Config(), read_stdin(options))
    read = [
        (one.document, [candidates_to_show(claim) for claim in one.claims]) for one in documents
    ]
    if options.dump:
        urls = dict.fromkeys(url for document, _ in read for url in cited_urls(document))
        sys.stdout.write("".join(f"{url}\n" for url in urls))
    elif options.format == "flat":
        sys.stdout.write(render_flat([claim for _, claims in read for claim in claims]))
    else:
        sys.stdout.write(render_extract(read))
    for one in documents:
        for warning in one.document.warnings:
            warn(f"warning: {warning}")
    for problem in problems:
        warn(problem.message)
    return COULD_NOT_RUN if problems else 0


def _verify(options: argparse.Namespace) -> int:
    from pipeline.models import open_tiers  # noqa: PLC0415
    from pipeline.verifying import verify_lines  # noqa: PLC0415

    with open_tiers(_config(options), tell) as tiers:
        return verify_lines(options.file, sys.stdout, warn, tiers)


def _report(options: argparse.Namespace) -> int:
    from pipeline.alerting import settle  # noqa: PLC0415
    from pipeline.baseline import known_baseline  # noqa: PLC0415
    from pipeline.outputs import parse_outputs, probe_outputs, write_outputs  # noqa: PLC0415
    from pipeline.stored import load_run  # noqa: PLC0415
    from reports.formats import FORMATS  # noqa: PLC0415
    from storage.store import open_store  # noqa: PLC0415

    outputs = parse_outputs(options.format, options.output_dir, FORMATS, quiet=options.quiet)
    probe_outputs(outputs)
    config = _config(options)
    store = open_store(config.db)
    with closing(store):
        report = load_run(store, options.run, config.db)
    baseline = known_baseline(config.baseline)
    report = settle(report, config, baseline, report.run.finished_at.date()).report
    write_outputs(report, outputs, FORMATS, verbose=options.verbose, language=config.language)
    return 0


def _review(options: argparse.Namespace) -> int:
    from pipeline.review import run_review  # noqa: PLC0415

    return run_review(options, _config(options), tell)


def _looking_back(options: argparse.Namespace) -> int:
    from pipeline import looking_back  # noqa: PLC0415

    run = {
        "history": looking_back.run_history,
        "diff": looking_back.run_diff,
        "sources": looking_back.run_sources,
        "prune": looking_back.run_prune,
        "export": looking_back.run_export,
    }[options.command]
    return run(options, _config(options))


def _schedule(options: argparse.Namespace) -> int:
    from pipeline.scheduling import run_schedule  # noqa: PLC0415

    return run_schedule(options)


def _notify(options: argparse.Namespace) -> int:
    from datetime import UTC, datetime  # noqa: PLC0415

    from pipeline.notifying import send_waiting  # noqa: PLC0415
    from storage.store import open_store  # noqa: PLC0415

    config = _config(options)
    with closing(open_store(config.db)) as store:
        all_went_well = send_waiting(store, config, lambda: datetime.now(UTC))
    return 0 if all_went_well else COULD_NOT_RUN


def _doctor(options: argparse.Namespace) -> int:
    from pipeline.doctor import run_doctor  # noqa: PLC0415

    return run_doctor(_config(options), as_json=options.format == "json")


def _completion(options: argparse.Namespace) -> int:
    import shtab  # noqa: PLC0415

    sys.stdout.write(shtab.complete(build_parser(), options.shell) + "\n")
    return 0


def _config(options: argparse.Namespace) -> Config:
    from dataclasses import fields  # noqa: PLC0415

    from pipeline.config import Config, load_config, with_overrides  # noqa: PLC0415

    overrides = {one.name: getattr(options, one.name, None) for one in fields(Config)}
    return with_overrides(load_config(options.config, Path.cwd()), overrides)


_COMMANDS = {
    "check": _check,
    "links": _check,
    "extract": _extract,
    "verify": _verify,
    "report": _report,
    "review": _review,
    "history": _looking_back,
    "diff": _looking_back,
    "sources": _looking_back,
    "prune": _looking_back,
    "export": _looking_back,
    "schedule": _schedule,
    "notify": _notify,
    "doctor": _doctor,
    "completion": _completion,
}

if __name__ == "__main__":
    run()
