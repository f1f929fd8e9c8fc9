"""Every command in the documentation is one that there is, with options that there are."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from claims.rules import RULES
from pipeline.options import build_parser
from tests.conftest import ROOT
from tests.pipeline.prefect_server import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.pipeline.prefect_server import Server

PAGES = [
    ROOT / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "docs/how-to").glob("*.md")),
    ROOT / "examples/README.md",
]
SCHEDULE = ROOT / "examples" / "schedule"


def lines_of_code(text: str) -> Iterator[str]:
    """The lines of fenced and of indented blocks."""
    is_fenced = False
    for line in text.splitlines():
        if line.startswith("```"):
            is_fenced = not is_fenced
        elif is_fenced or line.startswith("    "):
            yield line.strip()


def commands_in(text: str) -> Iterator[str]:
    """The commands of blocks of code."""
    for line in lines_of_code(text):
        found = re.search(r"(?:^|\s|/|: )(citewatch [a-z]+\b.*)", line.partition("#")[0])
        if found and not line.startswith(("usage: ", "citewatch: ")):
            yield found[1]


def parsed(command: str) -> Any:
    words = shlex.split(re.split(r"\s(?:&&|\|\||[|>&;])\s?", command)[0].rstrip("& \\"))
    return build_parser().parse_args(words[1:])


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_command_can_be_given(page: Path) -> None:
    commands = list(commands_in(page.read_text(encoding="utf-8")))
    for command in commands:
        parsed(command)
    if page.name in {"scheduling.md", "ci.md"} or page == ROOT / "README.md":
        assert len(commands) > 1


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


def test_the_tutorial_goes_as_it_says(tmp_path: Path) -> None:
    """All its commands in one shell, but for those that install, and its port by a free one."""
    text = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    assert len(blocks) > 4
    script = "".join(block for block in blocks if "pip install" not in block)
    port = str(free_port())
    script = script.replace("8041", port).replace("site.log 2>&1 &", "site.log 2>&1 & sleep 1")
    assert port in script
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    beside = str(Path(sys.executable).parent)
    done = subprocess.run(
        ["bash", "-c", f"{script}\nkill %1"],
        cwd=tmp_path, env=os.environ | {"PATH": f"{beside}:{os.environ['PATH']}"},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    told = done.stdout + done.stderr
    said = [
        "the source says 44,500, not 64,500",
        "address not allowed",
        "1 supported",
        "1 contradicted",
        "supported became contradicted, as the claim has changed",
    ]
    places = [told.find(one) for one in said]
    assert -1 not in places, told
    assert places == sorted(places), told
    assert (tmp_path / "report" / "report.html").exists()


# Those that ask the network, or stay until they are stopped; other tests are of these.
NOT_RUN = ("https://", "citewatch review", "citewatch schedule")


def test_the_commands_of_the_readme_run(tmp_path: Path) -> None:
    """Each as it stands, one after the other, on documents whose source is of this machine."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    block = text.partition("## Use it")[2].partition("\n\nDocuments are")[0]
    commands = [one.partition("#")[0].split() for one in commands_in(block)]
    runnable = [one for one in commands if not any(word in " ".join(one) for word in NOT_RUN)]
    assert len(runnable) > 10
    site = tmp_path / "site"
    shutil.copytree(SCHEDULE / "site", site)
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "-d", site],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ) as server:  # fmt: skip
        try:
            assert server.stdout is not None
            (port,) = re.findall(r"port (\d+)", server.stdout.readline())
            claim = f"The harbour has [37 cranes](http://127.0.0.1:{port}/harbour.html).\n"
            (tmp_path / "notes").mkdir()
            (tmp_path / "notes" / "note.md").write_text(claim)
            (tmp_path / "report.md").write_text(claim.replace("37", "39"))
            (tmp_path / "pairs.jsonl").write_text(
                '{"id": "1", "claim": "It has 37 cranes.", "source_text": "It has 37 cranes."}\n'
            )
            (tmp_path / "citewatch.toml").write_text('allow_private_net = ["127.0.0.0/8"]\n')
            codes = {}
            for words in runnable:
                done = subprocess.run(
                    [sys.executable, "-m", "pipeline.cli", *words[1:]], cwd=tmp_path,
                    env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
                    timeout=120, check=False,
                )  # fmt: skip
                codes[" ".join(words)] = done.returncode
                assert "Traceback" not in done.stderr, done.stderr
        finally:
            server.terminate()
    # 1 is a finding: the report has 39 cranes.
    assert {words: code for words, code in codes.items() if code not in {0, 1}} == {}
    assert codes["citewatch check notes/ report.md"] == 1
    assert codes["citewatch check notes/ --replay run.warc.gz"] == 0
    assert (tmp_path / "out" / "report.html").exists()
    assert (tmp_path / "again.html").exists()


def test_the_services_start_what_there_is() -> None:
    unit = (SCHEDULE / "citewatch.service").read_text()
    (start,) = re.findall(r"(?m)^ExecStart=(.*)$", unit)
    options = parsed(start.replace("/opt/citewatch/bin/", ""))
    assert (options.command, options.cron) == ("schedule", "30 3 * * *")

    compose = yaml.safe_load((SCHEDULE / "compose.yaml").read_text())
    options = parsed(f"citewatch {compose['services']['citewatch']['command']}")
    assert options.cron == "30 3 * * *"
    for port in compose["services"]["prefect"]["ports"]:
        assert port.startswith("127.0.0.1:")


def test_the_deployment_is_taken_by_a_server(server: Server, tmp_path: Path) -> None:
    folder = tmp_path / "norvik"
    shutil.copytree(SCHEDULE, folder)
    prefect = Path(sys.executable).with_name("prefect")
    own = server.environment | {"CITEWATCH_FOLDER": str(folder)}
    for arguments in (
        ["work-pool", "create", "citewatch", "--type", "process"],
        ["deploy", "--all", "--no-prompt"],
    ):
        done = subprocess.run(
            [prefect, *arguments], cwd=folder, env=os.environ | own, capture_output=True,
            text=True, timeout=120, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
    made = server.ask("/deployments/name/citewatch%20check/nightly")
    assert made["entrypoint"] == "pipeline.flows.check"
    assert made["work_pool_name"] == "citewatch"
    assert [one["schedule"]["cron"] for one in made["schedules"]] == ["30 3 * * *"]
    assert made["global_concurrency_limit"]["limit"] == 1


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
