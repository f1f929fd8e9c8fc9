"""`citewatch schedule`: a deployment of the flow, served from this process until it is stopped."""

from __future__ import annotations

import os
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from claims.errors import BadUsage
from pipeline.config import DATABASE_VARIABLE, Config, load_config, with_overrides
from pipeline.notifying import check_addresses
from pipeline.outputs import parse_outputs
from pipeline.telling import tell
from reports.formats import FORMATS
from storage.database import has_password, shown

if TYPE_CHECKING:
    import argparse

# A header may be a password, and every user of the server can read what a flow is given.
_SECRET = frozenset({"header"})


def run_schedule(options: argparse.Namespace) -> int:
    """Serve a deployment: it runs on its schedule, one run at a time, until Ctrl-C."""
    given = {
        one.name: getattr(options, one.name, None)
        for one in fields(Config)
        if getattr(options, one.name, None) is not None
    }
    for name in sorted(_SECRET & given.keys()):
        raise BadUsage(
            f"--{name}: may be secret, and every user of the Prefect server could read it; write"
            " it into the configuration file"
        )
    if options.db and has_password(options.db):
        raise BadUsage(
            f"--db {shown(options.db)}: holds a password, which every user of the Prefect server"
            f" could read; set {DATABASE_VARIABLE} in the environment instead"
        )
    settings = {name: list(v) if isinstance(v, tuple) else v for name, v in given.items()}
    config = with_overrides(load_config(options.config, Path.cwd()), given)
    parse_outputs(options.format, options.output_dir, FORMATS, quiet=True)
    if options.notifies:
        check_addresses(config.notify)
    timezone = _timezone(options.timezone)
    # Prefect takes a second, and its own settings may name the server.
    from pipeline import flows  # noqa: PLC0415

    flows.check_server("schedule")
    flows.task_runner(config)
    parameters: dict[str, Any] = {
        "paths": options.paths,
        "config": options.config,
        "settings": settings,
        "formats": options.format,
        "output_dir": options.output_dir,
        "notify": options.notifies,
    }
    schedule = flows.schedule_of(options.cron, timezone)
    tell(
        f"serving {options.name!r}: {options.cron} ({timezone}); Ctrl-C ends it",
        name=options.name,
        cron=options.cron,
    )
    flows.serve(options.name, schedule, parameters)
    return 0


def _timezone(name: str | None) -> str:
    wanted = name or os.environ.get("TZ") or "UTC"
    try:
        ZoneInfo(wanted)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadUsage(
            f"--timezone {wanted}: is no time zone; write for example Europe/Berlin"
        ) from error
    return wanted
