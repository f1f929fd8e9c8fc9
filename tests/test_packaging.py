"""What is installed is all that is needed: the wheel works far from the checkout."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from pipeline.options import build_parser
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ran


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", folder],
        cwd=ROOT, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return folder


def test_the_wheel_works_elsewhere(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    home, work = tmp_path / "home", tmp_path / "work"
    work.mkdir()
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(home)
    (work / "robots.md").write_bytes((ROOT / "examples" / "robotics-briefing.md").read_bytes())

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "pipeline.cli", *map(str, arguments)],
            cwd=work, env=os.environ | {"PYTHONPATH": str(home)}, capture_output=True, text=True,
            timeout=120, check=False,
        )  # fmt: skip

    where = subprocess.run(
        [sys.executable, "-c", "import pipeline, storage; print(pipeline.__file__)"],
        cwd=work, env=os.environ | {"PYTHONPATH": str(home)}, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert where.stdout.startswith(str(home))
    archive = ROOT / "examples" / "demo.warc.gz"
    done = run("check", "robots.md", "--replay", archive, "-o", "out", "-q")
    assert done.returncode == 1, done.stderr
    report = json.loads((work / "out" / "report.json").read_text())
    assert report["summary"]["verdicts"]["contradicted"] > 0
    assert "<style>" in (work / "out" / "report.html").read_text()
    # Alembic's scripts are files that are found beside the package.
    migrate = (
        "from sqlalchemy import create_engine; from storage import migrations;"
        "connection = create_engine('sqlite://').connect(); migrations.upgrade(connection)"
    )
    subprocess.run(
        [sys.executable, "-c", migrate], cwd=work, env=os.environ | {"PYTHONPATH": str(home)},
        check=True, capture_output=True,
    )  # fmt: skip
    (manual,) = home.glob("*.data/data/share/man/man1/citewatch.1")
    assert manual.read_bytes() == (ROOT / "docs" / "citewatch.1").read_bytes()
    assert all((home / room / "py.typed").exists() for room in ("claims", "pipeline", "reports"))


def test_the_source_archive_has_the_tests_and_no_more_than_is_kept(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        names = {name.partition("/")[2] for name in packed.getnames()}
    assert {"tests/conftest.py", "examples/demo.warc.gz", "docs/index.md", "LICENSE"} <= names
    assert not [name for name in names if ".venv" in name or "_build" in name or ".db" in name]


def test_the_manual_knows_every_command_and_option() -> None:
    manual = (ROOT / "docs" / "citewatch.1").read_text().replace("\\-", "-")
    for action in build_parser()._actions:
        for name, command in (getattr(action, "choices", None) or {}).items():
            assert f"citewatch {name}" in manual
            for option in command._actions:
                for spelled in set(option.option_strings) - {"-h", "--help"}:
                    assert spelled in manual, f"{name} {spelled}: make docs/citewatch.1"


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_shells_complete_every_command(citewatch: Callable[..., Ran], shell: str) -> None:
    ran = citewatch("completion", shell)
    assert ran.code == 0
    for name in ("check", "schedule", "history", "--allow-private-net"):
        assert name in ran.out


def test_the_image_runs_as_nobody_in_particular() -> None:
    text = (ROOT / "Dockerfile").read_text()
    stages = re.findall(r"(?m)^FROM (\S+)", text)
    assert len(stages) == 2
    assert re.search(r"(?m)^USER citewatch$", text)
    assert re.search(r'(?m)^ENTRYPOINT \["citewatch"\]$', text)
    for copied in re.findall(r"(?m)^COPY (?!--from)(.+) \S+$", text):
        assert all((ROOT / name).exists() for name in copied.split())


def test_what_is_pinned_is_what_is_asked_for() -> None:
    """`make lock` after a change of the dependencies."""
    text = (ROOT / "requirements.lock").read_text()
    pinned = dict(re.findall(r"(?m)^([\w.-]+)==([\w.+!-]+)", text))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    for line in (*project["dependencies"], *extras["postgres"], *extras["notify"]):
        asked = Requirement(line)
        name = canonicalize_name(asked.name)
        assert name in pinned, f"{name}: make lock"
        assert asked.specifier.contains(pinned[name], prereleases=True), line
    # Every pin is held by hashes, and names no address.
    assert text.count("--hash=sha256:") > len(pinned)
    assert "://" not in text
