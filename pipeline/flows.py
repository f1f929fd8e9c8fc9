"""The same steps as a Prefect flow; the only importer of Prefect.

`check` is the entry point for deployments (`pipeline/flows.py:check`). Prefect has no mode
without a server: where none is configured it starts a temporary one, which takes some seconds.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

# Before the import: Prefect reads them once.
os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("PREFECT_LOGGING_LEVEL", "WARNING")

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from pipeline.config import load_config
from pipeline.running import Order, open_job
from pipeline.steps import check as check_by_steps

if TYPE_CHECKING:
    from collections.abc import Callable

    from claims.values import Report

P = ParamSpec("P")
R = TypeVar("R")


def as_task(body: Callable[P, R], /) -> Callable[P, R]:
    """A step as a Prefect task of the same name."""
    # Its arguments are live objects and whole pages: nothing to hash for a cache or to persist.
    make = task(name=body.__name__.replace("_", " "), cache_policy=NO_CACHE, persist_result=False)
    return make(body)


@flow(name="citewatch check", persist_result=False)
def check(
    paths: list[str],
    config: str | None = None,
    replay: str | None = None,
    record: str | None = None,
) -> Report:
    """Check documents: the entry point for deployments.

    `config` names a configuration file; secrets stay in it and are no flow parameters, which
    every user of the server can read.
    """
    settings = load_config(config, Path.cwd())
    return _check(Order(paths=tuple(paths), config=settings, replay=replay, record=record))


def run_as_flow(order: Order) -> Report:
    """Run an order that the command line has made up already."""

    @flow(name="citewatch check", persist_result=False, validate_parameters=False)
    def check_order() -> Report:
        return _check(order)

    return check_order()


def _check(order: Order) -> Report:
    with open_job(order) as job:
        return check_by_steps(job, step=as_task)
