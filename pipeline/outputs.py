"""Where reports go: standard output, files, an output folder."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.errors import BadUsage, UnwritableOutput
from reports.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.values import Report
    from reports.formats import Render

STDOUT = "-"
_FILES = {
    "text": "report.txt",
    "html": "report.html",
    "json": "report.json",
    "sarif": "report.sarif",
    "junit": "junit.xml",
    "github": "github.txt",
    "markdown": "report.md",
    "github-issue": "issue.md",
    "atom": "report.atom",
}
# What `-o DIR` writes where no format is named.
_USUAL = ("html", "json")
# Where GitHub's runner takes a job's summary from.
_SUMMARY_VARIABLE = "GITHUB_STEP_SUMMARY"


@dataclass(frozen=True, slots=True)
class Output:
    """A format and the file that it goes to, or STDOUT."""

    format: str
    path: str


def parse_outputs(
    options: Sequence[str],
    folder: str | None,
    formats: Mapping[str, Render],
    *,
    quiet: bool = False,
) -> tuple[Output, ...]:
    """What `-f NAME[=FILE]` and `-o DIR` ask for; text on standard output unless `quiet`.

    Raises BadUsage for an unknown format or two reports on standard output.
    """
    outputs = []
    for option in options:
        name, equals, path = option.partition("=")
        if name not in formats:
            raise BadUsage(f"-f {option}: unknown format {name!r}; known are {', '.join(formats)}")
        if equals and not path:
            raise BadUsage(f"-f {option}: names no file after the equals sign")
        if not path and folder is not None:
            path = str(Path(folder) / _FILES[name])
        outputs.append(Output(name, path or STDOUT))
    if folder is not None and not options:
        usual = [name for name in _USUAL if name in formats]
        outputs = [Output(name, str(Path(folder) / _FILES[name])) for name in usual]
    if sum(output.path == STDOUT for output in outputs) > 1:
        raise BadUsage("two formats on standard output; give all but one a file: -f json=FILE")
    if not quiet and not any(output.path == STDOUT for output in outputs):
        outputs.append(Output("text", STDOUT))
    return tuple(outputs)


def probe_outputs(outputs: Sequence[Output]) -> None:
    """Find out before the work whether every report can be written; raises UnwritableOutput."""
    for output in outputs:
        if output.path == STDOUT:
            if sys.stdout is None:
                raise UnwritableOutput("standard output is closed; give every format a file")
            continue
        path = Path(output.path).resolve()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir():
                raise IsADirectoryError(21, "it is a folder")
            if _is_replaceable(path):
                tempfile.TemporaryFile(dir=path.parent).close()  # closed at once
        except OSError as error:
            raise _unwritable(output.path, error) from error


def write_outputs(
    report: Report,
    outputs: Sequence[Output],
    formats: Mapping[str, Render],
    *,
    verbose: bool = False,
    language: str = "en",
) -> None:
    """Render and write every report; a file is replaced whole or not at all.

    `verbose` shows supported claims too in the text on standard output; `language` is that of the
    web page's own words.
    """
    for output in outputs:
        options: dict[str, Any] = {"language": language} if output.format == "html" else {}
        if output.path != STDOUT:
            write_file(output.path, formats[output.format](report, **options))
            continue
        if output.format == "text":
            options = {"colour": _wants_colour(), "verbose": verbose}
        text = formats[output.format](report, **options)
        sys.stdout.write(_printable(text))
        sys.stdout.flush()
    summary = os.environ.get(_SUMMARY_VARIABLE)
    if summary and any(output.format == "github" for output in outputs):
        _append(summary, FORMATS["markdown"](report))


def _wants_colour() -> bool:
    # https://no-color.org
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def write_file(name: str, text: str) -> None:
    """Write a file whole or not at all; raises UnwritableOutput in words."""
    # A link is followed: it is its target that is to hold the report.
    path = Path(name).resolve()
    try:
        if _is_replaceable(path):
            _replace(path, text)
        else:
            with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
                file.write(text)
    except OSError as error:
        raise _unwritable(name, error) from error


def _append(name: str, text: str) -> None:
    try:
        with Path(name).open("a", encoding="utf-8", errors="replace") as file:
            file.write(text)
    except OSError as error:
        raise _unwritable(name, error) from error


def _is_replaceable(path: Path) -> bool:
    """Whether a path is a file or nothing yet; a pipe or device is written to, not replaced."""
    return path.is_file() or not path.exists()


def _replace(path: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="") as file:
            file.write(text)
        # mkstemp makes files for the owner alone; a report is like any other file.
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _unwritable(name: str, error: OSError) -> UnwritableOutput:
    return UnwritableOutput(f"{name}: cannot be written ({error.strerror}); choose another file")


def _printable(text: str) -> str:
    """Text that the terminal's encoding can show, whatever is in it."""
    encoding = sys.stdout.encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)
