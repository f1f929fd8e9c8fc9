"""The command line: bad input gets one sentence and exit 2, and nothing else is lost."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claims.documents import READERS
from pipeline.config import Config, load_config
from pipeline.exits import COULD_NOT_RUN, FINDINGS, INTERRUPTED, TERMINATED
from pipeline.options import STDIN_FORMATS, build_parser
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Ran

ARCHIVE = ROOT / "examples" / "demo.warc.gz"
GOOD = (
    "China installed [about 295,000 industrial robots in 2024]"
    "(https://robot-federation.example/press/world-robotics-2025).\n"
)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.md"
    path.write_text(GOOD)
    return path


def sentences(ran: Ran) -> list[str]:
    return [line for line in ran.err.splitlines() if line]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["missing.md"], "missing.md: no such file or folder"),
        (["folder"], "folder: the folder holds no document"),
        (["*.nothing"], "*.nothing: the pattern matches no file"),
        (["binary.md"], "binary.md: is a binary file"),
        (["invalid.md"], "invalid.md: line 3 is not valid UTF-8 (byte 0xff"),
        (["utf16.md"], "utf16.md: is UTF-16 text"),
        (["other.xyz"], "other.xyz: no reader for this kind of file"),
        (["https://a.example/"], "https://a.example/: could not be fetched: not_run"),
        (["ftp:a.md"], "ftp:a.md: no such file or folder"),
    ],
)
def test_a_bad_document_gets_one_sentence_and_the_others_go_on(
    citewatch: Callable[..., Ran],
    good: Path,
    tmp_path: Path,
    arguments: list[str],
    words: str,
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "binary.md").write_bytes(b"\x00\x01\x02\x03\x04\x05")
    (tmp_path / "invalid.md").write_bytes(b"one\ntwo\nthree \xff\n")
    (tmp_path / "utf16.md").write_bytes("text".encode("utf-16"))
    (tmp_path / "other.xyz").write_text("text")
    ran = citewatch("check", *arguments, good.name, "--replay", ARCHIVE)
    assert ran.code == 2
    (sentence,) = sentences(ran)
    assert sentence.startswith(f"citewatch: {words}")
    assert "1 supported" in ran.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "check: names no document"),
        (["good.md", "-f", "yaml"], "unknown format 'yaml'; known are text, html, json"),
        (["good.md", "-f", "json="], "names no file"),
        (["good.md", "-f", "json", "-f", "text"], "two formats on standard output"),
        (["good.md", "--max-age", "soon"], "--max-age: 'soon' is no duration"),
        (["good.md", "--fail-on", "everything"], "--fail-on: 'everything' is unknown"),
        (["good.md", "--exclude", "("], "--exclude: '(' is no regular expression"),
        (["good.md", "--allow-private-net", "home"], "--allow-private-net: 'home'"),
        (["good.md", "-H", "nonsense"], "--header: a header is written NAME: VALUE"),
        (["good.md", "--no-such-option"], "unrecognized arguments: --no-such-option"),
        (["good.md", "--max-concurrency", "0"], "--max-concurrency: 0 is not above zero"),
        (["good.md", "--use-archive"], "--use-archive: needs --archive, which says where"),
        (["good.md", "--replay", "missing.warc.gz"], "missing.warc.gz"),
        (["good.md", "--replay", "good.md"], "good.md"),
        (["good.md", "--db", "nonsense"], "--db nonsense: not a database URL"),
        (["good.md", "-c", "missing.toml"], "missing.toml: cannot be read"),
        (["good.md", "-f", "json=good.md/report.json"], "good.md/report.json: cannot be written"),
        (["good.md", "-f", "json=folder"], "folder: cannot be written"),
    ],
)
def test_bad_usage_gets_one_sentence(
    citewatch: Callable[..., Ran], good: Path, tmp_path: Path, arguments: list[str], words: str
) -> None:
    (tmp_path / "folder").mkdir()
    ran = citewatch("check", *arguments)
    assert ran.code == 2
    (sentence,) = sentences(ran)
    assert sentence.startswith("citewatch")
    assert words in sentence
    assert good.read_text() == GOOD
    assert ran.out == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "max_agee = '1d'",
            "citewatch.toml: unknown key 'max_agee'; known keys are accept, adjudicator",
        ),
        ("max_age = 'soon'", "citewatch.toml: max_age: 'soon' is no duration"),
        ("no_robots = 'yes'", "citewatch.toml: no_robots: 'yes' is neither true nor false"),
        ("max_retries = 1.5", "citewatch.toml: max_retries: 1.5 is no whole number"),
        ("fail_on = 3", "citewatch.toml: fail_on: 3 is no list of strings"),
        ("not toml", "citewatch.toml: is not valid TOML"),
    ],
)
def test_a_bad_configuration_gets_one_sentence(
    citewatch: Callable[..., Ran], good: Path, tmp_path: Path, text: str, words: str
) -> None:
    (tmp_path / "citewatch.toml").write_text(text)
    ran = citewatch("check", good.name, "--replay", ARCHIVE)
    assert ran.code == 2
    (sentence,) = sentences(ran)
    assert words in sentence


def test_a_database_of_another_version_gets_one_sentence(
    citewatch: Callable[..., Ran], good: Path, tmp_path: Path
) -> None:
    assert citewatch("check", good.name, "--replay", ARCHIVE).code == 0
    with sqlite3.connect(tmp_path / ".citewatch" / "citewatch.db") as connection:
        connection.execute("UPDATE citewatch_version SET version_num = '0099'")
    connection.close()
    ran = citewatch("check", good.name, "--replay", ARCHIVE)
    assert ran.code == 2
    (sentence,) = sentences(ran)
    assert "schema version 0099" in sentence


def test_the_configuration_file_is_heeded_and_the_command_line_outranks_it(
    citewatch: Callable[..., Ran], tmp_path: Path
) -> None:
    (tmp_path / "note.md").write_text("China leads in 3 of 9 of the fields that we all study.\n")
    (tmp_path / "pyproject.toml").write_text("[tool.citewatch]\nfail_on = ['uncited']\n")
    assert citewatch("check", "note.md", "--replay", ARCHIVE).code == 1
    assert citewatch("check", "note.md", "--replay", ARCHIVE, "--fail-on", "none").code == 0
    (tmp_path / "citewatch.toml").write_text("fail-on = ['contradicted']\n")
    assert citewatch("check", "note.md", "--replay", ARCHIVE).code == 0


@pytest.mark.parametrize("command", ["check", "links"])
def test_a_damaged_archive_is_told_and_what_is_whole_is_used(
    citewatch: Callable[..., Ran], good: Path, tmp_path: Path, command: str
) -> None:
    cut = tmp_path / "cut.warc.gz"
    cut.write_bytes(ARCHIVE.read_bytes()[:-100])
    ran = citewatch(command, good.name, "--replay", cut.name, "-f", "markdown")
    assert ran.code == 2
    (sentence,) = sentences(ran)
    assert re.fullmatch(
        r"citewatch: cut\.warc\.gz: is damaged from byte \d+ on; what stands before that is used",
        sentence,
    )
    assert "**the end of cut.warc.gz could not be read; " in ran.out
    assert citewatch(command, good.name, "--replay", ARCHIVE).code == 0


def test_paths_in_a_configuration_file_are_those_from_its_folder(
    citewatch: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = tmp_path / "desk"
    (desk / "drafts").mkdir(parents=True)
    (desk / "drafts" / "draft.md").write_text(GOOD)
    (desk / "good.md").write_text(GOOD)
    (desk / "names.tsv").write_text("WHO\tWorld Health Organization\n")
    (desk / "known.json").write_text('{"version": 1, "entries": []}')
    (desk / "citewatch.toml").write_text(
        "aliases = ['names.tsv']\nbaseline = 'known.json'\nexclude_path = ['drafts/*']\n"
        "db = 'sqlite:///kept/runs.db'\n"
    )
    (tmp_path / "elsewhere").mkdir()
    for folder, config, documents in (
        (desk, "citewatch.toml", "."),
        (tmp_path, "desk/citewatch.toml", "desk"),
        (tmp_path / "elsewhere", "../desk/citewatch.toml", "../desk"),
        (desk / "drafts", desk / "citewatch.toml", desk),
    ):
        monkeypatch.chdir(folder)
        ran = citewatch("check", documents, "-c", config, "--replay", ARCHIVE, "-f", "json")
        assert ran.code == 0, ran.err
        assert len(json.loads(ran.out)["documents"]) == 1
        assert not (folder / ".citewatch").exists()
    assert (desk / "kept" / "runs.db").exists()


def test_what_names_a_program_or_a_server_is_no_path(tmp_path: Path) -> None:
    (tmp_path / "some.toml").write_text(
        "browser = 'chromium'\ncookie_jar = ''\nexclude_path = ['*.draft.md', '*/old/*']\n"
        "db = 'postgresql+psycopg://host/runs'\n"
    )
    config = load_config(str(tmp_path / "some.toml"), tmp_path)
    assert config == Config(
        browser="chromium",
        exclude_path=("*.draft.md", "*/old/*"),
        db="postgresql+psycopg://host/runs",
    )


def test_a_configuration_that_is_a_folder_gets_one_sentence(
    citewatch: Callable[..., Ran], good: Path, tmp_path: Path
) -> None:
    (tmp_path / "citewatch.toml").mkdir()
    ran = citewatch("check", good.name, "--replay", ARCHIVE)
    assert ran.code == 2
    (sentence,) = sentences(ran)
    assert sentence.endswith("citewatch.toml: cannot be read (Is a directory)")


def test_a_run_without_claims_is_never_green(citewatch: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "empty.md").write_text("")
    ran = citewatch("check", "empty.md", "--replay", ARCHIVE)
    assert ran.code == 2
    assert "no claim was found" in ran.err
    assert citewatch("check", "empty.md", "--replay", ARCHIVE, "--allow-empty").code == 0


def test_offline_without_anything_fetched_proves_nothing(
    citewatch: Callable[..., Ran], good: Path
) -> None:
    ran = citewatch("check", good.name, "--offline", "-f", "json")
    assert ran.code == 2
    (sentence,) = sentences(ran)
    assert "none of the 1 sources was fetched" in sentence
    claim = json.loads(ran.out)["documents"][0]["claims"][0]
    assert claim["verdict"] == "unverifiable"
    assert "not_run" in claim["reason"]


def test_extract_lists_claims_and_urls(citewatch: Callable[..., Ran], good: Path) -> None:
    ran = citewatch("extract", good.name, "-f", "flat")
    assert ran.code == 0
    assert json.loads(ran.out) == [
        {
            "text": GOOD.strip(),
            "urls": ["https://robot-federation.example/press/world-robotics-2025"],
        }
    ]
    (document,) = json.loads(citewatch("extract", good.name).out)["documents"]
    assert document["claims"][0]["quantities"][0]["text"] == "295,000"


def test_extract_goes_on_after_a_bad_document(citewatch: Callable[..., Ran], good: Path) -> None:
    ran = citewatch("extract", "missing.md", good.name, "-f", "flat")
    assert ran.code == 2
    assert len(json.loads(ran.out)) == 1
    assert len(sentences(ran)) == 1


def test_excluded_urls_are_not_asked(citewatch: Callable[..., Ran], good: Path) -> None:
    ran = citewatch(
        "check", good.name, "--replay", ARCHIVE, "--exclude", r"federation\.example", "-f", "json"
    )
    report = json.loads(ran.out)
    assert report["sources"] == []
    assert report["documents"][0]["claims"][0]["verdict"] == "uncited"


def test_a_folder_is_read_but_for_what_it_ignores(
    citewatch: Callable[..., Ran], tmp_path: Path
) -> None:
    for name in ("a.md", "sub/b.html", ".hidden/c.md", "node_modules/d.md", "drafts/e.md", "f.md"):
        path = tmp_path / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(GOOD)
    (tmp_path / "docs" / ".citewatchignore").write_text("# unfinished\ndrafts/\n")
    ran = citewatch("check", "docs", "--replay", ARCHIVE, "-f", "json", "--exclude-path", "*/f.md")
    paths = [document["path"] for document in json.loads(ran.out)["documents"]]
    assert paths == ["docs/a.md", "docs/sub/b.html"]


def test_json_on_standard_output_stays_json(citewatch: Callable[..., Ran], good: Path) -> None:
    ran = citewatch("check", "missing.md", good.name, "--replay", ARCHIVE, "-f", "json")
    assert ran.code == 2
    assert json.loads(ran.out)["problems"][0]["subject"] == "missing.md"


def test_a_report_that_cannot_be_written_is_found_out_before_the_work(
    citewatch: Callable[..., Ran], good: Path, tmp_path: Path
) -> None:
    ran = citewatch("check", good.name, "--replay", ARCHIVE, "-f", "html=good.md/report.html")
    assert ran.code == 2
    assert not (tmp_path / ".citewatch").exists()


def test_help_names_the_exit_codes_and_readme_shows_it(
    citewatch: Callable[..., Ran],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    with pytest.raises(SystemExit):
        citewatch("--help")
    shown = capsys.readouterr().out
    assert "exit codes:" in shown
    for code in (FINDINGS, COULD_NOT_RUN, INTERRUPTED, TERMINATED):
        assert re.search(rf"^  .*\b{code}\b", shown.partition("exit codes:")[2], re.MULTILINE)
    blocks = re.findall(r"```text\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert shown in blocks


@pytest.mark.parametrize("command", ["check", "links"])
def test_help_tells_what_a_folder_of_reports_gets(
    citewatch: Callable[..., Ran], good: Path, tmp_path: Path, command: str
) -> None:
    citewatch(command, good.name, "--replay", ARCHIVE, "-o", "out", "-q")
    written = sorted(path.suffix.lstrip(".") for path in (tmp_path / "out").iterdir())
    help_text = " ".join(help_of(command).split())
    assert f"there; {' and '.join(written)} if none is named" in help_text


def help_of(command: str) -> str:
    """The help of a command."""
    actions = build_parser()._subparsers._group_actions  # type: ignore[union-attr]
    return str(actions[0].choices[command].format_help())  # type: ignore[index]


def test_supported_claims_are_shown_on_request(citewatch: Callable[..., Ran], good: Path) -> None:
    brief = citewatch("check", good.name, "--replay", ARCHIVE)
    full = citewatch("check", good.name, "--replay", ARCHIVE, "-v")
    assert "about 295,000" not in brief.out
    assert "about 295,000" in full.out
    assert "\x1b" not in full.out


def test_a_link_is_followed_and_a_pipe_is_written_to(
    citewatch: Callable[..., Ran], good: Path, tmp_path: Path
) -> None:
    target = tmp_path / "real.json"
    target.write_text("old")
    link = tmp_path / "link.json"
    link.symlink_to(target)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    ran = citewatch(
        "check", good.name, "--replay", ARCHIVE, "-f", f"json={link}", "-f", f"text={pipe}"
    )
    reader.join(timeout=20)
    assert ran.code == 0, ran.err
    assert link.is_symlink()
    assert json.loads(target.read_text())["summary"]["claims"] == 1
    assert pipe.is_fifo()
    assert "1 claim" in read[0]


def test_a_device_that_takes_nothing_gets_one_sentence(
    citewatch: Callable[..., Ran], good: Path
) -> None:
    if not Path("/dev/full").is_char_device():
        pytest.skip("no /dev/full here")
    ran = citewatch("check", good.name, "--replay", ARCHIVE, "-f", "json=/dev/full")
    assert ran.code == 2
    assert ran.err == (
        "citewatch: /dev/full: cannot be written (No space left on device); choose another file\n"
    )
    assert Path("/dev/full").is_char_device()


def test_a_closed_standard_output_gets_one_sentence(good: Path) -> None:
    command = [sys.executable, "-m", "pipeline.cli", "check", str(good), "--replay", str(ARCHIVE)]
    ran = subprocess.run(
        ["sh", "-c", '"$@" >&-', "sh", *command],
        cwd=good.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 2
    assert ran.stderr == "citewatch: standard output is closed; give every format a file\n"


def test_standard_input_is_a_document(good: Path) -> None:
    command = [sys.executable, "-m", "pipeline.cli"]
    ran = subprocess.run(
        [*command, "extract", "-", "-f", "flat", "--stdin-format", "plain"],
        input=GOOD,
        cwd=good.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    (claim,) = json.loads(ran.stdout)
    assert claim["urls"] == ["https://robot-federation.example/press/world-robotics-2025"]
    assert tuple(sorted(READERS)) == STDIN_FORMATS


def test_a_name_that_is_no_text_costs_no_run(
    citewatch: Callable[..., Ran], good: Path, tmp_path: Path
) -> None:
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / os.fsdecode(b"b\xff.md")).write_text(GOOD)
    ran = citewatch("check", "odd", good.name, "--replay", ARCHIVE, "-f", "json")
    assert ran.code == 0, ran.err
    assert len(json.loads(ran.out)["documents"]) == 2


def test_recording_never_costs_another_file(
    citewatch: Callable[..., Ran], good: Path, tmp_path: Path
) -> None:
    ran = citewatch("check", good.name, "--record", good.name)
    assert ran.code == 2
    assert ran.err == (
        f"citewatch: {good.name} exists and is no WARC file; choose another file for --record\n"
    )
    assert (tmp_path / good.name).read_text() == GOOD


def test_quiet_prints_no_report(citewatch: Callable[..., Ran], good: Path) -> None:
    ran = citewatch("check", good.name, "--replay", ARCHIVE, "-q")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_the_page_speaks_the_readers_language(
    citewatch: Callable[..., Ran], tmp_path: Path
) -> None:
    archive = ROOT / "examples" / "demo.warc.gz"
    note = ROOT / "examples" / "robotics-note.zh-Hant.md"
    replayed = ("check", note, "--replay", archive, "--fail-on", "none", "-q")
    citewatch(*replayed, "--language", "zh-Hant", "-f", "html=report.html")

    assert '<html lang="zh-Hant">' in (tmp_path / "report.html").read_text("utf-8")
    ran = citewatch(*replayed, "--language", "tlh")
    assert (ran.code, ran.err) == (2, "citewatch: --language: 'tlh' is none of en, zh-Hant\n")
