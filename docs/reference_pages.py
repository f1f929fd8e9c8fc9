"""The reference, written from the code: what is there is told, and nothing else."""

from __future__ import annotations

import argparse
import json
import os
from dataclasses import fields
from importlib.resources import files
from typing import TYPE_CHECKING

from claims.rules import RULES
from claims.values import Flag, Outcome, OutcomeClass, Verdict
from pipeline.config import FAILURES, Config, HostRules, NotifyRules
from pipeline.options import build_parser
from reports.formats import FORMATS
from reports.wording import class_words, flag_words, outcome_words, verdict_meaning

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def write_reference(folder: Path) -> None:
    """Write a page for each subject; a page that is the same already is left alone."""
    # argparse wraps by the terminal that it is asked from.
    os.environ["COLUMNS"] = "88"
    folder.mkdir(exist_ok=True)
    pages = {
        "command-line.md": command_line(),
        "configuration.md": configuration(),
        "rules.md": rules(),
        "outcomes.md": outcomes(),
        "verdicts.md": verdicts(),
        "json.md": json_report(),
    }
    for name, lines in pages.items():
        text = "\n".join(lines) + "\n"
        file = folder / name
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")


def command_line() -> Iterator[str]:
    """Every command with its options."""
    parser = build_parser()
    yield "# Command line"
    yield ""
    yield from _block(parser.format_help())
    for name, command in _commands(parser).items():
        yield f"## citewatch {name}"
        yield ""
        yield from _block(command.format_help())


def configuration() -> Iterator[str]:
    """Every key of `citewatch.toml`, with its default and its option."""
    options = _options()
    yield "# Configuration"
    yield ""
    yield (
        "Settings come from `citewatch.toml` in the folder where citewatch is started, else from"
        " `[tool.citewatch]` in its `pyproject.toml`, or from the file that `--config` names. The"
        " command line comes before the file. An unknown key is an error that names it. Times are"
        " written `30s`, `10m`, `12h` or `3d`."
    )
    yield ""
    yield "| key | default | option | what it is |"
    yield "|---|---|---|---|"
    for one in fields(Config):
        if one.name in {"hosts", "notify"}:
            continue
        option, told = options.get(one.name, ("", ""))
        default = getattr(Config(), one.name)
        yield f"| `{one.name}` | {_value(default)} | {option} | {_cell(told)} |"
    yield ""
    yield (
        "`CITEWATCH_DB` in the environment comes before `db` in the file. `--fail-on` and `fail_on`"
        f" know: {', '.join(f'`{name}`' for name in FAILURES)}, the codes of rules, and `none`."
    )
    yield ""
    yield '## `[hosts."example.org"]`'
    yield ""
    yield "Rules for the hosts of a pattern; `*.example.org` means all hosts below it."
    yield ""
    yield "| key | default |"
    yield "|---|---|"
    for one in fields(HostRules):
        if one.name != "name":
            yield f"| `{one.name}` | {_value(getattr(HostRules(name=''), one.name))} |"
    yield ""
    yield "## `[notify]`"
    yield ""
    yield "Whom to tell of changes, and when; see [scheduled runs](../scheduling.md#being-told)."
    yield ""
    yield "| key | default |"
    yield "|---|---|"
    for one in fields(NotifyRules):
        yield f"| `{one.name}` | {_value(getattr(NotifyRules(), one.name))} |"


def rules() -> Iterator[str]:
    """Every rule, as `--explain` has it."""
    yield "# Rules"
    yield ""
    yield (
        "What may be found wrong, each under a code that stays the same. `CW1xx` speak of sources,"
        " `CW2xx` of claims, `CW3xx` of what you have written to silence the others."
        " `citewatch check --explain CODE` says the same."
    )
    for rule in RULES.values():
        yield ""
        yield f"## {rule.code} {rule.name}"
        yield ""
        yield f"{rule.summary} *({rule.level.value}; fails with `--fail-on {rule.kind}`)*"
        yield ""
        yield rule.help


def outcomes() -> Iterator[str]:
    """Every outcome of a source, by class."""
    yield "# Outcomes of sources"
    yield ""
    yield "Every cited URL has exactly one. Only *broken* counts as dead."
    for outcome_class in OutcomeClass:
        yield ""
        yield f"## {outcome_class.value}: {class_words(outcome_class)}"
        yield ""
        yield "| outcome | in words | rule |"
        yield "|---|---|---|"
        for outcome in Outcome:
            if outcome.outcome_class is outcome_class:
                name = f"source-{outcome.value.replace('_', '-')}"
                code = next((rule.code for rule in RULES.values() if rule.name == name), "")
                yield f"| `{outcome.value}` | {outcome_words(outcome)} | {code} |"


def verdicts() -> Iterator[str]:
    """Every verdict and every flag."""
    yield "# Verdicts and flags"
    yield ""
    yield "| verdict | means |"
    yield "|---|---|"
    for verdict in Verdict:
        yield f"| `{verdict.value}` | {_cell(verdict_meaning(verdict))} |"
    yield ""
    yield "A contradiction outranks support. Beside the verdict stand flags:"
    yield ""
    yield "| flag | in words |"
    yield "|---|---|"
    for flag in Flag:
        yield f"| `{flag.value}` | {_cell(flag_words(flag))} |"


def json_report() -> Iterator[str]:
    """The schema of the JSON report."""
    schema = json.loads((files("reports") / "report.schema.json").read_text(encoding="utf-8"))
    yield "# JSON report"
    yield ""
    yield (
        "`-f json` writes a report of this schema, which comes with the package as"
        " `reports/report.schema.json`. Formats are: "
        + ", ".join(f"`{name}`" for name in FORMATS)
        + "."
    )
    yield ""
    yield "```json"
    yield json.dumps(schema, indent=2, ensure_ascii=False)
    yield "```"


def _commands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    for action in parser._actions:  # noqa: SLF001  # argparse has no other door to them
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            return dict(action.choices)
    return {}


def _options() -> dict[str, tuple[str, str]]:
    """Option and help of each setting that has one."""
    found: dict[str, tuple[str, str]] = {}
    for command in _commands(build_parser()).values():
        for action in command._actions:  # noqa: SLF001
            names = [name for name in action.option_strings if name.startswith("--")]
            if names and action.help and action.help != "as of check":
                found.setdefault(action.dest, (f"`{names[0]}`", action.help))
    return found


def _value(default: object) -> str:
    if default in ("", (), None):
        return ""
    if isinstance(default, bool):
        return f"`{str(default).lower()}`"
    if isinstance(default, tuple):
        return f"`[{', '.join(json.dumps(str(one)) for one in default)}]`"
    return f"`{json.dumps(default)}`"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _block(text: str) -> Iterator[str]:
    yield "```text"
    yield text.rstrip()
    yield "```"
    yield ""
