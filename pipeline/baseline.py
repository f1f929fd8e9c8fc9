"""The baseline: the alerts that are known, each with why and until when it may stay.

A JSON file that people edit: `{"version": 1, "entries": [{fingerprint, code, path, line, subject,
reason, expires}]}`, where `expires` is a date or null.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.errors import BadUsage
from pipeline.inputs import STDIN_NAME, is_web_address, place_of
from pipeline.outputs import write_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from claims.values import Alert

DEFAULT_FILE = "citewatch-baseline.json"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A known alert. `line` and `subject` are for readers; `expires` is its last day, or None."""

    fingerprint: str
    code: str
    path: str
    line: int
    subject: str
    reason: str
    expires: str | None

    def has_expired(self, today: date) -> bool:
        """Whether its last day is over."""
        return self.expires is not None and date.fromisoformat(self.expires) < today


@dataclass(frozen=True, slots=True)
class Baseline:
    """The entries of a baseline file, by fingerprint.

    Paths in it, and so the fingerprints, are those from the file's own folder: wherever a run is
    started from, it finds what another has written.
    """

    file: str
    entries: dict[str, Entry]

    def name_of(self, path: str) -> str:
        """The path that the baseline has for a document of a report."""
        if path == STDIN_NAME or is_web_address(path):
            return path
        return os.path.relpath(place_of(Path(path)), Path(self.file).resolve().parent)


def known_baseline(file: str) -> Baseline | None:
    """The baseline that the settings name; None where they name none ("")."""
    return load_baseline(file) if file else None


def load_baseline(file: str, *, may_be_missing: bool = False) -> Baseline:
    """Read a baseline; raises BadUsage in words that name the entry."""
    path = Path(file)
    if may_be_missing and not path.exists():
        return Baseline(file, {})
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadUsage(
            f"--baseline {file}: cannot be read ({error.strerror}); --update-baseline makes one"
        ) from error
    except (ValueError, RecursionError) as error:
        raise BadUsage(f"--baseline {file}: is no JSON ({error})") from error
    if not isinstance(data, dict) or data.get("version") != _VERSION:
        raise BadUsage(f"--baseline {file}: is no baseline of version {_VERSION}")
    entries = data.get("entries")
    if not isinstance(entries, list):
        raise BadUsage(f"--baseline {file}: has no list of entries")
    read = [_entry(item, f"--baseline {file}: entry {at}") for at, item in enumerate(entries, 1)]
    return Baseline(file, {entry.fingerprint: entry for entry in read})


def _entry(item: Any, where: str) -> Entry:
    if not isinstance(item, dict):
        raise BadUsage(f"{where}: is no object")
    texts: dict[str, str] = {}
    for name in ("fingerprint", "code", "path", "subject", "reason"):
        text = item.get(name, None if name in {"fingerprint", "code"} else "")
        if not isinstance(text, str):
            raise BadUsage(f"{where}: {name!r} is no text")
        texts[name] = text
    expires = item.get("expires")
    if expires is not None:
        try:
            date.fromisoformat(expires)
        except (TypeError, ValueError) as error:
            raise BadUsage(
                f"{where}: 'expires' is no date; write for example 2027-01-31, or null"
            ) from error
    line = item.get("line", 0)
    return Entry(
        fingerprint=texts["fingerprint"],
        code=texts["code"],
        path=texts["path"],
        line=line if isinstance(line, int) else 0,
        subject=texts["subject"],
        reason=texts["reason"],
        expires=expires,
    )


def write_baseline(baseline: Baseline) -> None:
    """Write a baseline, its entries in the order of paths and lines."""
    entries = sorted(
        baseline.entries.values(), key=lambda one: (one.path, one.line, one.code, one.fingerprint)
    )
    data = {"version": _VERSION, "entries": [asdict(entry) for entry in entries]}
    write_file(baseline.file, json.dumps(data, indent=2, ensure_ascii=False) + "\n")


def updated(
    baseline: Baseline,
    failing: Iterable[Alert],
    checked: AbstractSet[str],
    today: date,
    looked_for: tuple[str, ...],
) -> Baseline:
    """The baseline in which all that fails now is known.

    Entries that still hold keep their reason and date, those of documents that were not checked
    and of rules that were not looked for (the beginnings of their codes) stay, and all others go.
    """
    kept = {
        fingerprint: entry
        for fingerprint, entry in baseline.entries.items()
        if not (entry.path in checked and entry.code.startswith(looked_for))
    }
    for alert in failing:
        entry = baseline.entries.get(alert.fingerprint)
        if entry is None or entry.has_expired(today):
            reason = f"known on {today.isoformat()}"
        else:
            reason = entry.reason
        kept[alert.fingerprint] = Entry(
            fingerprint=alert.fingerprint,
            code=alert.code,
            path=alert.spot.path,
            line=alert.spot.line,
            subject=alert.subject,
            reason=reason,
            expires=entry.expires if entry and not entry.has_expired(today) else None,
        )
    return Baseline(baseline.file, kept)


def stale_entries(
    baseline: Baseline,
    alerts: Sequence[Alert],
    checked: AbstractSet[str],
    looked_for: tuple[str, ...],
) -> list[Entry]:
    """The entries of checked documents and rules looked for that stand for nothing any more."""
    there = {alert.fingerprint for alert in alerts}
    return [
        entry
        for fingerprint, entry in baseline.entries.items()
        if fingerprint not in there and entry.path in checked and entry.code.startswith(looked_for)
    ]
