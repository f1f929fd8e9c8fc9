"""What of the machine and its settings would keep a run from going well."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from claims.errors import CitewatchError
from pipeline import __version__
from pipeline.exits import COULD_NOT_RUN
from pipeline.notifying import addresses_of
from reports.jsonreport import dump
from reports.wording import counted
from storage.database import shown
from storage.store import open_store
from storage.tables import REVISION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pipeline.config import Config

_LIBRARIES = (
    "scrapy", "trafilatura", "rapidfuzz", "sqlalchemy", "alembic", "prefect", "lxml", "aiohttp",
    "psycopg", "prefect-dask", "apprise", "playwright", "onnxruntime",
)  # fmt: skip
_LEAST_FREE = 200 * 2**20
_MOST_CLOCK_SECONDS = 30
_SERVER_TIMEOUT_SECONDS = 5
_PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")


class State(StrEnum):
    """How serious a remark is."""

    OK = "ok"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Remark:
    """What was looked at and how it is; with an error a run could not be made."""

    subject: str
    state: State
    message: str


def run_doctor(config: Config, *, as_json: bool) -> int:
    """Print what was found; exits with 2 where a run could not be made."""
    remarks = list(examine(config, lambda: datetime.now(UTC)))
    if as_json:
        told = [
            {"subject": one.subject, "state": one.state, "message": one.message} for one in remarks
        ]
        sys.stdout.write(dump(told))
    else:
        width = max(len(one.subject) for one in remarks)
        for one in remarks:
            sys.stdout.write(f"{one.state.value:7}  {one.subject:{width}}  {one.message}\n")
    return COULD_NOT_RUN if any(one.state is State.ERROR for one in remarks) else 0


def examine(config: Config, now: Callable[[], datetime]) -> Iterator[Remark]:
    """Look at everything; asks nobody but the database and the Prefect server that are named."""
    yield Remark("citewatch", State.OK, f"{__version__}, schema version {REVISION}")
    yield Remark("python", State.OK, f"{platform.python_version()} on {platform.platform()}")
    yield Remark("libraries", State.OK, ", ".join(_versions()))
    yield from _database(config, now)
    yield from _server(now)
    yield _proxies()
    yield from _disks(config)
    yield _notify(config)


def _versions() -> Iterator[str]:
    for name in _LIBRARIES:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield f"{name} not installed"


def _database(config: Config, now: Callable[[], datetime]) -> Iterator[Remark]:
    try:
        store = open_store(config.db)
    except CitewatchError as error:
        yield Remark("database", State.ERROR, str(error))
        return
    with closing(store):
        where = shown(config.db)
        every, not_ended = store.history.count_runs()
        told = f"{where}: {counted(every, 'run')}"
        if not_ended:
            told += f", {not_ended} of them not ended"
        yield Remark("database", State.OK, told)
        if store.database.engine.dialect.name == "postgresql":
            with store.database.begin() as connection:
                theirs = connection.execute(text("SELECT now()")).scalar_one()
            yield _clock("the database's", theirs, now())


def _clock(whose: str, theirs: datetime, ours: datetime) -> Remark:
    seconds = abs((theirs - ours).total_seconds())
    if seconds > _MOST_CLOCK_SECONDS:
        return Remark(
            "clock",
            State.WARNING,
            f"{seconds:.0f} s from {whose}: runs on several machines take turns by the time",
        )
    return Remark("clock", State.OK, f"{seconds:.1f} s from {whose}")


def _server(now: Callable[[], datetime]) -> Iterator[Remark]:
    address = os.environ.get("PREFECT_API_URL", "")
    if not address:
        yield Remark(
            "prefect server",
            State.OK,
            "none named (PREFECT_API_URL); only citewatch schedule needs one",
        )
        return
    import http.client  # noqa: PLC0415  # only here

    parts = urlsplit(address)
    where = f"{parts.scheme}://{parts.hostname}:{parts.port or ''}".rstrip(":")
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    line = kind(parts.hostname or "", parts.port, timeout=_SERVER_TIMEOUT_SECONDS)
    try:
        with closing(line):
            line.request("GET", f"{parts.path.rstrip('/')}/health")
            answer = line.getresponse()
            answer.read()
    except OSError as error:
        yield Remark(
            "prefect server",
            State.ERROR,
            f"{where} does not answer ({error}); prefect server start",
        )
        return
    if answer.status != http.client.OK:
        yield Remark("prefect server", State.ERROR, f"{where} answers {answer.status}")
        return
    yield Remark("prefect server", State.OK, f"{where} is healthy")
    if date := answer.getheader("Date"):
        from email.utils import parsedate_to_datetime  # noqa: PLC0415

        yield _clock("the Prefect server's", parsedate_to_datetime(date), now())


def _proxies() -> Remark:
    named = [name for name in _PROXIES if os.environ.get(name)]
    if named:
        return Remark(
            "proxies",
            State.WARNING,
            f"{', '.join(named)} set, and not used: citewatch checks every address that it dials,"
            " which a proxy would hide",
        )
    return Remark("proxies", State.OK, "none set")


def _disks(config: Config) -> Iterator[Remark]:
    places = {"temporary files": Path(tempfile.gettempdir())}
    # One that is no address has been told already.
    with suppress(ArgumentError):
        address = make_url(config.db)
        if address.get_backend_name() == "sqlite" and address.database:
            places["database"] = Path(address.database).absolute().parent
    for what, path in places.items():
        there = next(one for one in (path, *path.parents) if one.exists())
        free = shutil.disk_usage(there).free
        state = State.OK if free >= _LEAST_FREE else State.WARNING
        yield Remark("disk", state, f"{free / 2**30:.1f} GiB free for {what} in {there}")
        if not os.access(there, os.W_OK):
            yield Remark("disk", State.ERROR, f"{there}: cannot be written")


def _notify(config: Config) -> Remark:
    rules = config.notify
    addresses = addresses_of(rules)
    if not addresses:
        return Remark("notify", State.OK, f"nobody is told: {rules.environment} names no address")
    try:
        version("apprise")
    except PackageNotFoundError:
        return Remark(
            "notify",
            State.ERROR,
            f"{rules.environment} names an address, and Apprise is not installed;"
            " pip install 'citewatch[notify]'",
        )
    quiet = f", quiet {rules.quiet_hours} {rules.timezone}" if rules.quiet_hours else ""
    return Remark("notify", State.OK, f"{counted(len(addresses), 'address', 'addresses')}{quiet}")
