"""Every command in the documentation does what the page says, and every option is one."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
import yaml

from claims.rules import RULES
from pipeline.config import load_config
from pipeline.options import build_parser
from tests.conftest import ROOT
from tests.databases import VARIABLE, a_database
from tests.docs_commands import PAGES, PREPARING, Reader, a_shell, blocks_of, commands_of
from tests.docs_effects import FOLLOWING, NOT_RUN, SCHEDULE, a_site, is_run, own_words
from tests.pipeline.local_hook import LocalHook
from tests.pipeline.prefect_server import START

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.pipeline.prefect_server import Server

# What blocks may be: for the shell and what it says, settings, what CI runs, and directives.
KINDS = {"sh", "text", "toml", "yaml", "markdown", "{image}", "{toctree}"}


SERVED = [name for name in FOLLOWING if START in (ROOT / name).read_text(encoding="utf-8")]
OTHERS = [name for name in FOLLOWING if name not in SERVED]


@contextmanager
def a_reader(base: Path) -> Iterator[Reader]:
    folder, home = base / "folder", base / "home"
    folder.mkdir()
    home.mkdir()
    kind = "postgresql" if VARIABLE in os.environ else "sqlite"
    with (
        a_site() as site,
        LocalHook().serving() as hook,
        a_database(kind, home) as database,
        a_shell(folder, home) as shell,
    ):
        words = own_words(site, hook, database)
        yield Reader(folder, shell, site, words, messages=hook.messages, database=database)


def follow(name: str, base: Path) -> None:
    with a_reader(base) as reader:
        reader.follow(ROOT / name, FOLLOWING[name], is_run)


@pytest.fixture(scope="module")
def beside(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Future[None]]]:
    """The other pages, followed beside those that wait for a Prefect server most of the time."""
    calls = (getattr(item, "callspec", None) for item in request.session.items)
    asked = {call.params.get("name") for call in calls if call}
    lane = ThreadPoolExecutor(1)
    try:
        yield {
            name: lane.submit(follow, name, tmp_path_factory.mktemp("page"))
            for name in OTHERS
            if name in asked
        }
    finally:
        lane.shutdown(cancel_futures=True)


@pytest.mark.usefixtures("beside")
@pytest.mark.parametrize("name", SERVED)
def test_the_commands_of_a_page_that_has_a_server_do_what_it_says(
    name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    # By name, since it would else be waited for before the pages beside are begun.
    server: Server = request.getfixturevalue("server")
    with a_reader(tmp_path) as reader:
        reader.prefect = server
        reader.own_words = {**reader.own_words, "4200": str(urlsplit(server.api).port)}
        reader.follow(ROOT / name, FOLLOWING[name], is_run)


@pytest.mark.parametrize("name", OTHERS)
def test_the_commands_of_a_page_do_what_it_says(name: str, beside: dict[str, Future[None]]) -> None:
    """Each as it stands, one after the other in one shell."""
    beside[name].result()


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_of_a_page_is_run_by_a_test(page: Path) -> None:
    blocks = blocks_of(page)
    assert {block.kind for block in blocks} <= KINDS
    named = {
        command.name
        for block in blocks
        for command in filter(is_run, commands_of(block))
        if command.name.split()[0] not in PREPARING
    }
    following = FOLLOWING.get(str(page.relative_to(ROOT)))
    # What is new belongs into FOLLOWING, or with a reason into NOT_RUN.
    assert named == set(following.effects if following else ())


def test_nothing_is_excused_that_no_page_has_or_that_is_ours() -> None:
    names = {
        command.name
        for page in PAGES
        for block in blocks_of(page)
        for command in commands_of(block)
    }
    for start in NOT_RUN:
        assert any(name.startswith(start) for name in names), start
        assert not start.startswith("citewatch")


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_settings_that_a_page_shows_are_some(page: Path, tmp_path: Path) -> None:
    for block in blocks_of(page):
        if block.kind == "toml":
            (tmp_path / "citewatch.toml").write_text(block.text)
            load_config(None, tmp_path)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_target_that_a_page_names_is_one(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text()
    for target in re.findall(r"(?:`|    )make ([a-z-]+)", page.read_text(encoding="utf-8")):
        assert f"\n{target}: " in makefile


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_command_and_option_in_a_sentence_is_one(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in re.findall(r"`(citewatch [a-z]+[^`\n]*)`", page.read_text(encoding="utf-8")):
        with pytest.raises(SystemExit):
            build_parser().parse_args([command.split()[1], "--help"])
        there = capsys.readouterr().out
        for option in re.findall(r"(?<!\S)--?[a-z][a-z-]*", command):
            assert option in there, command


def parsed(command: str) -> Any:
    return build_parser().parse_args(shlex.split(command)[1:])


def test_the_services_start_what_there_is() -> None:
    unit = (SCHEDULE / "citewatch.service").read_text()
    (start,) = re.findall(r"(?m)^ExecStart=(.*)$", unit)
    options = parsed(start)
    assert (options.command, options.cron) == ("schedule", "30 3 * * *")

    compose = yaml.safe_load((SCHEDULE / "compose.yaml").read_text())
    options = parsed(f"citewatch {compose['services']['citewatch']['command']}")
    assert options.cron == "30 3 * * *"
    for port in compose["services"]["prefect"]["ports"]:
        assert port.startswith("127.0.0.1:")


def test_the_documentation_is_built_without_a_warning(tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    shutil.copytree(ROOT / "docs", folder, ignore=shutil.ignore_patterns("_build", "reference"))
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html", folder,
         tmp_path / "html"],
        env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=300,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    rules = (tmp_path / "html" / "reference" / "rules.html").read_text()
    assert all(code in rules for code in RULES)
    options = (tmp_path / "html" / "reference" / "command-line.html").read_text()
    assert "citewatch schedule" in options
    # A reader may be offline: nothing is loaded from elsewhere.
    for page in (tmp_path / "html").rglob("*.html"):
        loaded = re.findall(
            r"<(?:script|img|link)[^>]+(?:src|href)=\"(https?:[^\"]+)", page.read_text()
        )
        assert not loaded, page
