"""The same steps as a Prefect flow; the only importer of Prefect.

`check` is the entry point for deployments (`pipeline/flows.py:check`). Prefect has no mode
without a server: where none is configured it starts a temporary one, which takes some seconds.

A run that finds something is a completed run with a name of its own (`Findings`); only one that
could not run has failed. A step that can be parted is a task for each part, on Prefect's task
runner; what a task needs it opens itself, so that it can be done in another process or machine.
"""

from __future__ import annotations

import multiprocessing
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar
from urllib.parse import urlsplit

# Before the import: Prefect reads them once.
os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("PREFECT_LOGGING_LEVEL", "WARNING")
# On a busy machine a temporary server takes longer than the 20 seconds that Prefect gives it.
os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "90")

from prefect import flow, task
from prefect.artifacts import (
    create_link_artifact,
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)
from prefect.cache_policies import NO_CACHE
from prefect.client.orchestration import get_client

# Prefect reads the annotations of a flow when it is made.
from prefect.client.schemas.objects import State  # noqa: TC002
from prefect.futures import as_completed
from prefect.schedules import Cron, Schedule
from prefect.settings import PREFECT_API_URL
from prefect.states import Completed, Failed
from prefect.task_runners import ProcessPoolTaskRunner, ThreadPoolTaskRunner

from claims.errors import BadUsage, CitewatchError, UnusableStore
from pipeline.concluding import conclude, prepare
from pipeline.config import load_config, with_overrides
from pipeline.exits import COULD_NOT_RUN, FINDINGS
from pipeline.orders import Order, Wish
from pipeline.outputs import parse_outputs
from pipeline.page_reader import processors
from pipeline.running import open_job
from pipeline.steps import check as check_by_steps
from reports.alerts import open_alerts
from reports.formats import FORMATS
from reports.table import table_of
from reports.wording import counted
from storage.database import absolute, is_in_memory

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from prefect.task_runners import TaskRunner

    from pipeline.baseline import Baseline
    from pipeline.concluding import Conclusion
    from pipeline.config import Config
    from pipeline.job import Job

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")

# How far a check is when a step of it is over, in per cent; fetching takes most of the time.
_PROGRESS = {
    "fetch_documents": 2.0,
    "read_all_documents": 10.0,
    "read_sources": 60.0,
    "begin_run": 61.0,
    "judge_documents": 95.0,
    "finish_run": 99.0,
}
_RETRY_SECONDS = [2.0, 10.0]
_MOST_ROWS = 1_000
_SERVER_SECONDS = 45.0
_POLL_SECONDS = 0.5
_START_ONE = (
    "start one with `prefect server start`, and name it:"
    " export PREFECT_API_URL=http://127.0.0.1:4200/api"
)


@flow(name="citewatch check", persist_result=False)
def check(
    paths: list[str],
    config: str | None = None,
    settings: dict[str, Any] | None = None,
    formats: list[str] | None = None,
    output_dir: str | None = None,
    replay: str | None = None,
    record: str | None = None,
    *,
    notify: bool = False,
) -> State[Any]:
    """Check documents: the entry point for deployments.

    `config` names a configuration file, and `settings` are what is set beside it, by the names of
    the file. Secrets stay in the file and the environment: every user of the server can read the
    parameters of a flow. `formats` and `output_dir` are those of the command line.
    """
    wished = Wish(
        outputs=parse_outputs(formats or (), output_dir, FORMATS, quiet=True),
        quiet=True,
        notify=notify,
    )
    order = Order(
        paths=tuple(paths),
        config=with_overrides(load_config(config, Path.cwd()), settings or {}),
        replay=replay,
        record=record,
    )
    return _state_of(_run(order, wished, prepare(order, wished)))


def run_as_flow(order: Order, wish: Wish, baseline: Baseline | None) -> int:
    """Run an order that the command line has made up already; gives the exit code.

    Raises BadUsage where there is no server, and whatever the run raises.
    """
    _find_server()
    concluded: list[Conclusion] = []
    errors: list[CitewatchError] = []

    @flow(name="citewatch check", persist_result=False, validate_parameters=False)
    def check_order() -> State[Any]:
        try:
            concluded.append(_run(order, wish, baseline))
        except CitewatchError as error:
            errors.append(error)
            return Failed(message=str(error))
        return _state_of(concluded[0])

    check_order(return_state=True)
    if errors:
        raise errors[0]
    # Whatever else went wrong has been logged by Prefect, with its traceback.
    return concluded[0].code if concluded else COULD_NOT_RUN


def _find_server() -> None:
    """See that the server which is named answers, or start one for this run. Raises BadUsage."""
    if PREFECT_API_URL.value():
        check_server("check --prefect")
        return
    try:
        with get_client(sync_client=True):
            pass  # The temporary server lives until this process ends.
    except (RuntimeError, ValueError) as error:
        raise BadUsage(
            f"check --prefect: no temporary Prefect server could be started ({error}); {_START_ONE}"
        ) from error


def check_server(command: str, patience_seconds: float = _SERVER_SECONDS) -> None:
    """See that a server is named that outlives this process, and that it answers.

    One that was started a moment ago is waited for. Raises BadUsage, which names the command.
    """
    address = PREFECT_API_URL.value()
    if not address:
        raise BadUsage(f"{command}: needs a Prefect server; {_START_ONE}")
    give_up_at = monotonic() + patience_seconds
    while True:
        with get_client(sync_client=True) as client:
            error = client.api_healthcheck()
        if error is None:
            return
        if monotonic() >= give_up_at:
            # The address may hold a password; the host alone does not.
            raise BadUsage(
                f"{command}: the Prefect server at {urlsplit(address).hostname} does not answer"
                f" ({type(error).__name__}); start one with `prefect server start`"
            )
        sleep(_POLL_SECONDS)


def schedule_of(cron: str, timezone: str) -> Schedule:
    """The schedule of a line of cron; raises BadUsage."""
    try:
        return Cron(cron, timezone=timezone)
    except ValueError as error:
        raise BadUsage(f'--cron {cron}: is no schedule; write for example "0 6 * * 1"') from error


def serve(name: str, schedule: Schedule, parameters: dict[str, Any]) -> None:
    """Serve a deployment until the process is stopped; a run waits for the one before it."""
    # Left running: a process that takes long to stop would otherwise pause the schedule of the one
    # that has been started in its place.
    check.serve(
        name=name,
        schedule=schedule,
        parameters=parameters,
        limit=1,
        paused=False,
        pause_on_shutdown=False,
    )


def task_runner(config: Config) -> TaskRunner[Any]:
    """The task runner that a configuration names; raises BadUsage where it is not installed."""
    name = config.task_runner
    if name == "threads":
        return ThreadPoolTaskRunner(max_workers=_shards(config))
    if name == "processes":
        return ProcessPoolTaskRunner(max_workers=_shards(config))
    try:
        from prefect_dask import DaskTaskRunner  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise BadUsage(
            f"task_runner {name}: Dask is not installed; pip install 'citewatch[dask]'"
        ) from error
    if name == "dask":
        return DaskTaskRunner(
            cluster_kwargs={
                "n_workers": _shards(config),
                "threads_per_worker": 1,
                "dashboard_address": None,
            }
        )
    return DaskTaskRunner(address=name)


def _shards(config: Config) -> int:
    if config.shards:
        return config.shards
    return 1 if config.task_runner == "threads" else processors()


def _run(order: Order, wish: Wish, baseline: Baseline | None) -> Conclusion:
    order = replace(order, config=replace(order.config, db=_shared_database(order.config.db)))
    progress_id: Any = create_progress_artifact(
        0.0, key="citewatch-progress", description="How far the check is"
    )
    with task_runner(order.config) as runner:
        crew = _Crew(replace(order, began_at=datetime.now(UTC)), runner, progress_id)
        report = check_by_steps(crew)
    concluded = conclude(report, order, wish, baseline)
    update_progress_artifact(progress_id, 100.0)
    _leave_artifacts(concluded, order.config, wish)
    return concluded


def _shared_database(url: str) -> str:
    """A database's address that means the same one in every process of this machine."""
    if is_in_memory(url):
        raise BadUsage(
            "--db sqlite://: a database in memory cannot be shared by the tasks of a flow; name a"
            " file, such as sqlite:///citewatch.db"
        )
    return absolute(url)


def _leave_artifacts(concluded: Conclusion, config: Config, wish: Wish) -> None:
    report = concluded.settled.report
    create_markdown_artifact(
        FORMATS["markdown"](report), key="citewatch-summary", description="Summary of the check"
    )
    rows = table_of(report)
    told = counted(len(rows), "alert")
    if len(rows) > _MOST_ROWS:
        told += f", of which the first {_MOST_ROWS:,} are shown"
    create_table_artifact(
        rows[:_MOST_ROWS], key="citewatch-findings", description=f"What is to be looked at: {told}"
    )
    for output in wish.outputs:
        if output.format == "html":
            link = config.report_url or Path(output.path).resolve().as_uri()
            create_link_artifact(
                link, link_text="Report", key="citewatch-report", description="For editors"
            )


def _state_of(concluded: Conclusion) -> State[Any]:
    report = concluded.settled.report
    errors, rest = len(concluded.settled.failing), len(open_alerts(report))
    if concluded.code == COULD_NOT_RUN:
        told = concluded.sentence or "; ".join(one.message for one in report.problems)
        return Failed(message=told)
    told = f"{counted(errors, 'error')}, {counted(rest - errors, 'lesser alert')}"
    if concluded.code == FINDINGS:
        return Completed(name="Findings", message=told)
    return Completed(message=told)


class _Crew:
    """Has each step done as a Prefect task, and what can be parted as a task for each part."""

    def __init__(self, order: Order, runner: TaskRunner[Any], progress_id: Any) -> None:
        shards = _shards(order.config)
        self._order = order
        self.config = order.config
        self._runner = runner
        self._progress_id = progress_id
        self._done = 0.0
        self.shards = shards
        # Together the parts are to take no more of the machine and of the network than one run.
        most = max(1, order.config.max_concurrency // shards)
        self._part_order = replace(
            order,
            config=replace(order.config, max_concurrency=most),
            readers=max(1, processors() // shards),
        )

    def call(
        self, body: Callable[Concatenate[Job, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Do it here, as one task."""
        errand = _Errand(self._order, body, args, kwargs)
        found: R = _as_task(body, "")(errand)
        self._progress(_PROGRESS[body.__name__])
        return found

    def map(self, body: Callable[[Job, T], R], parts: Sequence[T], /) -> list[R]:
        """Do it wherever the task runner has it done, a task for each part."""
        until = _PROGRESS[body.__name__]
        began = self._done
        futures = []
        for number, part in enumerate(parts, 1):
            errand = _Errand(self._part_order, body, (part,), {})
            named = _as_task(body, f" {number} of {len(parts)}")
            futures.append(self._runner.submit(named, parameters={"errand": errand}))
        for done, _ in enumerate(as_completed(futures), 1):
            self._progress(began + (until - began) * done / len(futures))
        self._progress(until)
        return [future.result() for future in futures]

    def _progress(self, percent: float) -> None:
        self._done = percent
        update_progress_artifact(self._progress_id, percent)


class _Errand:
    """A step with all that it needs: one opaque thing, which Prefect need not look into."""

    def __init__(
        self,
        order: Order,
        body: Callable[..., Any],
        args: Sequence[Any],
        kwargs: Mapping[str, Any],
    ) -> None:
        self._order, self._body, self._args, self._kwargs = order, body, args, kwargs

    def run(self) -> Any:
        """Do it, with a job opened for it alone."""
        # A worker of Dask is a daemon, which may start no process; those that read pages end with
        # the job.
        multiprocessing.current_process().daemon = False
        with open_job(self._order) as job:
            return self._body(job, *self._args, **self._kwargs)


def _as_task(body: Callable[..., Any], which: str) -> Any:
    name = body.__name__.replace("_", " ")
    return task(
        name=name,
        task_run_name=f"{name}{which}",
        # Its arguments are whole documents: nothing to hash for a cache or to persist.
        cache_policy=NO_CACHE,
        persist_result=False,
        # A database that is busy or restarts is back in a moment. A source that fails is retried
        # by the crawl, and is no failure of the task.
        retries=len(_RETRY_SECONDS),
        retry_delay_seconds=_RETRY_SECONDS,
        retry_condition_fn=_may_pass,
    )(_do)


def _do(errand: _Errand) -> Any:
    return errand.run()


def _may_pass(task: Any, run: Any, state: State[Any]) -> bool:
    del task, run
    error = state.result(raise_on_failure=False)
    return isinstance(error, UnusableStore)
