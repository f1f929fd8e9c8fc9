"""Settings: defaults, then `citewatch.toml` or `[tool.citewatch]`, then the command line."""

from __future__ import annotations

import glob
import hashlib
import ipaddress
import json
import os
import re
import tomllib
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from claims.errors import BadUsage
from claims.rules import is_code
from claims.standing import is_dead
from claims.urls import is_host_of
from claims.values import NoticeKind
from spiders.accepted import parse_accepted

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from datetime import datetime

    from claims.values import SourceRecord

CONFIG_FILE = "citewatch.toml"
DATABASE_VARIABLE = "CITEWATCH_DB"
# The Internet Archive's; national libraries and pywb have others.
ANY_BROWSER = "auto"
DEFAULT_TIMEGATE = "https://web.archive.org/web/"
# The languages of the web page's own words: those of `reports.interface`.
LANGUAGES = ("en", "zh-Hant")
TASK_RUNNERS = ("threads", "processes", "dask")
_HOURS = re.compile(r"(\d\d:\d\d)\s*-\s*(\d\d:\d\d)")
_LONGEST_SECONDS = 100 * 366 * 86400.0
_NOT_IN_DIGEST = frozenset(
    "baseline contact cookie_jar db dead_after dead_after_runs header ignore language notify"
    " refresh report_url select shards task_runner".split()
)
_DURATION = re.compile(r"(\d+(?:\.\d+)?)\s*(ms|s|m|h|d|w)?")
_SECONDS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0, "w": 604800.0}

# What `--fail-on` knows: classes of source outcomes and verdicts on claims.
FAILURES = (
    "broken", "blocked", "transient", "limits", "refused",
    "contradicted", "partial", "not_found", "unverifiable", "uncited",
    "outdated", "conflicting_sources", "quote_altered", "moved",
    "rejected", "look_again", "housekeeping",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class HostRules:
    """What the configuration says of the hosts of a pattern; `header` is for them alone."""

    name: str
    ignore: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    header: tuple[str, ...] = field(default=(), repr=False)
    request_interval: float | None = None
    concurrency: int | None = None

    def covers(self, host: str) -> bool:
        """Whether a host is meant."""
        return is_host_of(host, self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifyRules:
    """Whom to tell of changes, and when. Addresses hold secrets, and come from the environment.

    `quiet_hours` are "HH:MM-HH:MM" in `timezone`, "" for none.
    """

    environment: str = "CITEWATCH_NOTIFY_URLS"
    on: tuple[str, ...] = tuple(NoticeKind)
    quiet_hours: str = ""
    timezone: str = "UTC"


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """All that can be set. Durations in seconds; names are those of the configuration file.

    Paths are meant from the working directory; in a file they are written from its folder.
    """

    fail_on: tuple[str, ...] = ("broken", "contradicted")
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: str = ""
    language: str = "en"
    allow_empty: bool = False
    offline: bool = False
    refresh: bool = False
    max_age: float = 86400.0
    deadline: float | None = None
    dead_after_runs: int = 3
    dead_after: float = 3 * 86400.0
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    exclude_path: tuple[str, ...] = ()
    allow_private_net: tuple[str, ...] = ()
    max_concurrency: int = 32
    host_concurrency: int = 2
    host_request_interval: float = 0.5
    timeout: float = 20.0
    max_retries: int = 2
    user_agent: str = ""
    contact: str = ""
    header: tuple[str, ...] = field(default=(), repr=False)
    cookie_jar: str = ""
    accept: tuple[str, ...] = ()
    hosts: tuple[HostRules, ...] = ()
    no_robots: bool = False
    archive: str = ""
    use_archive: bool = False
    browser: str = ""
    aliases: tuple[str, ...] = ()
    semantic: bool = False
    nli: str = ""
    adjudicator: str = ""
    adjudicator_model: str = ""
    task_runner: str = "threads"
    shards: int = 0
    report_url: str = ""
    notify: NotifyRules = NotifyRules()
    db: str = "sqlite:///.citewatch/citewatch.db"

    def interval_at(self, host: str) -> float:
        """Seconds between two requests to a host."""
        own = (
            rules.request_interval
            for rules in self.hosts
            if rules.request_interval is not None and rules.covers(host)
        )
        return next(own, self.host_request_interval)

    def takes_for_dead(self, record: SourceRecord, now: datetime) -> bool:
        """Whether a source has failed often enough for long enough."""
        span = timedelta(seconds=self.dead_after)
        return is_dead(record, now, runs=self.dead_after_runs, span=span)

    def digest(self) -> str:
        """A SHA-256 over what can change a verdict; not over where things are kept, nor secrets."""
        settings = {
            name: value for name, value in asdict(self).items() if name not in _NOT_IN_DIGEST
        }
        for host in settings["hosts"]:
            del host["header"]
        return hashlib.sha256(json.dumps(settings, sort_keys=True).encode()).hexdigest()


def load_config(path: str | None, folder: Path) -> Config:
    """Read the configuration that applies in a folder; an unknown key is an error that names it.

    The database may be named in the environment instead: its address may hold a password.
    """
    config = _load(path, folder)
    database = os.environ.get(DATABASE_VARIABLE)
    return replace(config, db=database) if database else config


def _load(path: str | None, folder: Path) -> Config:
    if path is not None:
        return _read(Path(path), _table_of(Path(path)))
    for file in (folder / CONFIG_FILE, folder / "pyproject.toml"):
        if file.exists():
            return _read(file, _table_of(file))
    return Config()


def with_overrides(config: Config, overrides: Mapping[str, Any]) -> Config:
    """The configuration with what the command line sets; None leaves a setting alone.

    Raises BadUsage for what is wrong in itself, or lacks what it needs.
    """
    checked = {
        name: _checked(name, value, f"--{name.replace('_', '-')}")
        for name, value in overrides.items()
        if value is not None
    }
    whole = replace(config, **checked)
    if whole.use_archive and not whole.archive:
        raise BadUsage("--use-archive: needs --archive, which says where copies are looked for")
    return whole


def parse_duration(text: str) -> float:
    """Seconds of "90", "1.5h", "10m", "1d"; raises ValueError."""
    match = _DURATION.fullmatch(text.strip())
    if not match:
        raise ValueError(f"{text!r} is no duration; write for example 30s, 10m, 12h or 1d")
    return float(match.group(1)) * _SECONDS[match.group(2) or "s"]


def _table_of(path: Path) -> dict[str, Any]:
    try:
        parsed = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadUsage(f"{path}: cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadUsage(f"{path}: is not valid TOML: {error}") from error
    if path.name != "pyproject.toml":
        return parsed
    table = parsed.get("tool", {}).get("citewatch", {})
    return dict(table)


def _read(path: Path, table: dict[str, Any]) -> Config:
    known = {one.name for one in fields(Config)}
    settings: dict[str, Any] = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        if name not in known:
            raise BadUsage(
                f"{path}: unknown key {key!r}; known keys are {', '.join(sorted(known))}"
            )
        where = f"{path}: {key}"
        if name == "hosts":
            settings[name] = _hosts(value, where)
        elif name == "notify":
            settings[name] = _notify_rules(value, where)
        else:
            settings[name] = _from_folder(name, _checked(name, value, where), path.parent)
    return Config(**settings)


def _from_folder(name: str, value: Any, folder: Path) -> Any:
    """A setting whose paths are meant from the configuration file's folder, wherever we run."""
    if name not in _PATHS or folder.resolve() == Path.cwd():
        return value
    place = _PATHS[name]
    if isinstance(value, tuple):
        return tuple(place(one, folder) for one in value)
    return place(value, folder)


def _path_from(path: str, folder: Path) -> str:
    return str(folder / path) if path else ""


def _program_from(program: str, folder: Path) -> str:
    return _path_from(program, folder) if "/" in program else program


def _pattern_from(pattern: str, folder: Path) -> str:
    is_of_names = "/" not in pattern or pattern.startswith(("*", "/"))
    return pattern if is_of_names else f"{glob.escape(str(folder.resolve()))}/{pattern}"


def _database_from(url: str, folder: Path) -> str:
    scheme, slashes, path = url.partition(":///")
    is_file = scheme.startswith("sqlite") and slashes and path and not path.startswith(":")
    return f"{scheme}:///{_path_from(path, folder)}" if is_file else url


_PATHS: dict[str, Callable[[str, Path], str]] = {
    "aliases": _path_from,
    "baseline": _path_from,
    "browser": _program_from,
    "cookie_jar": _path_from,
    "db": _database_from,
    "exclude_path": _pattern_from,
    "nli": _path_from,
}


def _hosts(table: Any, where: str) -> tuple[HostRules, ...]:
    if not isinstance(table, dict) or not all(isinstance(one, dict) for one in table.values()):
        raise BadUsage(f'{where}: is no table of hosts; write [hosts."example.org"]')
    return tuple(_host(host, rules, f"{where}.{host}") for host, rules in table.items())


def _notify_rules(table: Any, where: str) -> NotifyRules:
    if not isinstance(table, dict):
        raise BadUsage(f"{where}: is no table; write [notify]")
    known = {one.name: one.default for one in fields(NotifyRules)}

    def settle(name: str, value: Any, place: str) -> Any:
        return _settled(name, known[name], _NOTIFY_CHECKS[name], value, place)

    return NotifyRules(**_settings(table, known, settle, where))


def _host(host: str, rules: dict[str, Any], where: str) -> HostRules:
    known = {
        "ignore": "ignore", "accept": "accept", "header": "header", "concurrency":
        "host_concurrency", "request_interval": "host_request_interval",
    }  # fmt: skip

    def settle(name: str, value: Any, place: str) -> Any:
        return _checked(known[name], value, place)

    return HostRules(name=host.lower(), **_settings(rules, known, settle, where))


def _settings(
    table: dict[str, Any],
    known: Collection[str],
    settle: Callable[[str, Any, str], Any],
    where: str,
) -> dict[str, Any]:
    """What a table within the configuration sets; an unknown key is an error that names it."""
    settings: dict[str, Any] = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        if name not in known:
            raise BadUsage(f"{where}: unknown key {key!r}; known keys are {', '.join(known)}")
        settings[name] = settle(name, value, f"{where}.{key}")
    return settings


def _checked(name: str, value: Any, where: str) -> Any:
    return _settled(name, getattr(Config(), name), _CHECKS.get(name), value, where)


def _settled(
    name: str, default: Any, check: Callable[[Any], None] | None, value: Any, where: str
) -> Any:
    """A value as its setting takes it; raises BadUsage that names the place."""
    try:
        converted = _converted(name, default, value)
        if check:
            check(converted)
    except (TypeError, ValueError) as error:
        raise BadUsage(f"{where}: {error}") from error
    return converted


def _converted(name: str, default: Any, value: Any) -> Any:
    if isinstance(default, tuple):
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, (list, tuple)) or not all(isinstance(i, str) for i in items):
            raise TypeError(f"{value!r} is no list of strings")
        return tuple(items)
    if isinstance(default, bool):
        if not isinstance(value, bool):
            raise TypeError(f"{value!r} is neither true nor false")
        return value
    if name in _DURATIONS:
        seconds = parse_duration(value) if isinstance(value, str) else float(value)
        if isinstance(value, bool) or not 0 <= seconds <= _LONGEST_SECONDS:
            raise ValueError(f"{value!r} is no duration from 0s to 100 years")
        return seconds
    if isinstance(default, int):
        if isinstance(value, bool) or not isinstance(value, int):
            raise TypeError(f"{value!r} is no whole number")
        return value
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


_DURATIONS = frozenset({"max_age", "deadline", "dead_after", "host_request_interval", "timeout"})


def _check_failures(names: tuple[str, ...]) -> None:
    for name in names:
        if name not in FAILURES and name != "none" and not is_code(name):
            known = ", ".join(FAILURES)
            raise ValueError(f"{name!r} is unknown; known are {known}, codes of rules and none")


def _check_codes(codes: tuple[str, ...]) -> None:
    for code in codes:
        if not is_code(code):
            raise ValueError(f"{code!r} is no rule's code; --explain all lists them")


def _check_patterns(patterns: tuple[str, ...]) -> None:
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            raise ValueError(f"{pattern!r} is no regular expression ({error})") from error


def _check_language(language: str) -> None:
    if language not in LANGUAGES:
        raise ValueError(f"{language!r} is none of {', '.join(LANGUAGES)}")


def _check_networks(networks: tuple[str, ...]) -> None:
    for network in networks:
        ipaddress.ip_network(network)


def _check_statuses(statuses: tuple[str, ...]) -> None:
    for status in statuses:
        parse_accepted(status)


def _check_headers(headers: tuple[str, ...]) -> None:
    for header in headers:
        name, colon, value = header.partition(":")
        if not colon or not name.strip() or any(c in header for c in "\r\n\0"):
            del value
            raise ValueError("a header is written NAME: VALUE")


def _check_header_text(text: str) -> None:
    if not text.isprintable() or not text.isascii():
        raise ValueError(f"{text!r} has characters that no header may have")


def _check_address(address: str) -> None:
    parts = urlsplit(address)
    if address and (parts.scheme not in {"http", "https"} or not parts.hostname):
        raise ValueError(f"{address!r} is no address of an archive; write https://HOST/PATH/")


def _check_address_of_report(address: str) -> None:
    if address and urlsplit(address).scheme not in {"http", "https"}:
        raise ValueError(f"{address!r} is no web address")


def _check_task_runner(name: str) -> None:
    if name not in TASK_RUNNERS and urlsplit(name).scheme not in {"tcp", "tls"}:
        known = ", ".join(TASK_RUNNERS)
        raise ValueError(f"{name!r} is none of {known}, nor the address of a Dask scheduler")


def _check_variable(name: str) -> None:
    if not re.fullmatch(r"[A-Za-z_]\w*", name):
        raise ValueError(
            "what stands there is no name of an environment variable; the addresses themselves are"
            " secret and stay out of the file"
        )


def _check_kinds(kinds: tuple[str, ...]) -> None:
    for kind in kinds:
        if kind not in set(NoticeKind):
            raise ValueError(f"{kind!r} is unknown; known are {', '.join(NoticeKind)}")


def _check_hours(hours: str) -> None:
    if hours:
        parse_hours(hours)


def parse_hours(text: str) -> tuple[time, time]:
    """Beginning and end of "22:00-07:00"; raises ValueError."""
    match = _HOURS.fullmatch(text.strip())
    if not match:
        raise ValueError(f"{text!r} are no hours; write for example 22:00-07:00")
    begin, end = time.fromisoformat(match[1]), time.fromisoformat(match[2])
    return begin, end


def _check_timezone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"{name!r} is no time zone; write for example Europe/Berlin") from error


_NOTIFY_CHECKS: dict[str, Callable[[Any], None]] = {
    "environment": _check_variable,
    "on": _check_kinds,
    "quiet_hours": _check_hours,
    "timezone": _check_timezone,
}


def _check_positive(number: float) -> None:
    if number <= 0:
        raise ValueError(f"{number} is not above zero")


def _check_not_negative(number: float) -> None:
    if number < 0:
        raise ValueError(f"{number} is below zero")


_CHECKS: dict[str, Callable[[Any], None]] = {
    "accept": _check_statuses,
    "fail_on": _check_failures,
    "select": _check_codes,
    "ignore": _check_codes,
    "include": _check_patterns,
    "language": _check_language,
    "exclude": _check_patterns,
    "allow_private_net": _check_networks,
    "header": _check_headers,
    "archive": _check_address,
    "contact": _check_header_text,
    "user_agent": _check_header_text,
    "dead_after_runs": _check_positive,
    "shards": _check_not_negative,
    "task_runner": _check_task_runner,
    "report_url": _check_address_of_report,
    "max_concurrency": _check_positive,
    "host_concurrency": _check_positive,
    "timeout": _check_positive,
    "max_retries": _check_not_negative,
}
