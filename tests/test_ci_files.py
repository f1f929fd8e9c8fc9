"""What others read of us, and what docs/ci.md has them write, is as their schemas want it."""

from __future__ import annotations

import re
from typing import Any

import jsonschema
import pytest
import yaml

from pipeline.options import build_parser
from tests.conftest import ROOT
from tests.schemas import schema_of

PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
BLOCKS = dict(re.findall(r"```yaml\n# (\S+)\n(.*?)```", PAGE, re.DOTALL))
SCHEMAS = {
    ".github/workflows/citations.yml": "github-workflow",
    ".gitlab-ci.yml": "schema/ci",
    ".pre-commit-config.yaml": "pre-commit-config",
}


def valid(schema: str, data: Any) -> None:
    jsonschema.Draft7Validator(schema_of(schema)).validate(data)


def test_the_action_is_one() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    valid("github-action", action)
    scripts = [step["run"] for step in action["runs"]["steps"] if "run" in step]

    # What a pull request can choose must not become part of a script.
    assert not any("${{" in script for script in scripts)


def test_the_hooks_are_some() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    # SchemaStore's file has no schema of hooks: what pre-commit asks for, and knows.
    for hook in hooks:
        assert {"id", "name", "entry", "language"} <= set(hook)
        assert set(hook) - {"id", "name", "entry", "language"} <= {
            "description", "types_or", "require_serial", "pass_filenames",
        }  # fmt: skip
    commands = {hook["entry"].split()[1] for hook in hooks}

    for command in commands:
        assert build_parser().parse_args([command, "note.md"]).command == command


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_documented_files_are_valid(name: str) -> None:
    # In YAML 1.1, "on" is a truth.
    data = yaml.safe_load(BLOCKS[name].replace("\non:", '\n"on":'))
    valid(SCHEMAS[name], data)
