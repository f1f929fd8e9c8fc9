"""End to end: the examples, checked from their archive, give what they were written for."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ran

EXAMPLES = ROOT / "examples"
ARCHIVE = EXAMPLES / "demo.warc.gz"


def table_rows(heading: str) -> list[list[str]]:
    """The rows of the table in the examples' README that begins with a heading."""
    lines = (EXAMPLES / "README.md").read_text(encoding="utf-8").splitlines()
    start = lines.index(heading) + 2
    rows = []
    for line in lines[start:]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows


@pytest.fixture
def report(citewatch: Callable[..., Ran], tmp_path: Path) -> dict[str, Any]:
    file = tmp_path / "report.json"
    ran = citewatch("check", EXAMPLES, "--replay", ARCHIVE, "-f", f"json={file}")
    assert ran.code == 1, ran.err
    loaded: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return loaded


def test_every_claim_gets_the_verdict_it_was_written_for(report: dict[str, Any]) -> None:
    claims = [
        (document["path"].rpartition("/")[2], claim)
        for document in report["documents"]
        for claim in document["claims"]
    ]
    rows = table_rows("| document | claim | verdict | flags | planted case |")
    assert len(rows) == len(claims) > 20
    for (document, words, verdict, flags, _), (path, claim) in zip(
        sorted(rows, key=lambda row: row[0]), claims, strict=False
    ):
        assert document == path
        assert words in re.sub(r"[\[*]|\]\(.*?\)|<.*?>", "", claim["text"]).replace("\n", " ")
        assert claim["verdict"] == verdict, (words, claim["reason"])
        assert set(claim["flags"]) == set(filter(None, flags.split(", "))), words


def test_every_source_gets_the_outcome_it_was_planted_with(report: dict[str, Any]) -> None:
    expected = dict(table_rows("| url | outcome |"))
    assert {source["url"]: source["outcome"] for source in report["sources"]} == expected


def test_quotes_and_claims_are_verbatim(report: dict[str, Any]) -> None:
    for document in report["documents"]:
        source = (ROOT / document["path"]).read_bytes().decode("utf-8")
        for claim in document["claims"]:
            assert source[claim["start"] : claim["end"]] == claim["text"]
            if claim["verdict"] in {"supported", "partial", "contradicted"}:
                assert all(evidence["quote"] for evidence in claim["evidence"])
                assert claim["evidence"]


def test_the_report_is_valid_by_its_schema(report: dict[str, Any]) -> None:
    schema = json.loads((ROOT / "reports" / "report.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(report, schema)


def test_a_replay_is_the_same_to_the_byte(citewatch: Callable[..., Ran], tmp_path: Path) -> None:
    texts = []
    for name in ("one", "two"):
        ran = citewatch(
            "check", EXAMPLES, "--replay", ARCHIVE, "-o", tmp_path / name, "--db",
            f"sqlite:///{tmp_path / name}.db",
        )  # fmt: skip
        assert ran.code == 1, ran.err
        texts.append([ran.out, *(p.read_bytes() for p in sorted((tmp_path / name).iterdir()))])
    assert len(texts[0]) == 3
    assert texts[0] == texts[1]


def test_a_stored_run_is_rendered_again_as_it_was(citewatch: Callable[..., Ran]) -> None:
    first = citewatch("check", EXAMPLES, "--replay", ARCHIVE, "-f", "json")
    again = citewatch("report", "-f", "json")
    assert (again.code, again.out) == (0, first.out)
    run_id = json.loads(first.out)["run"]["id"]
    assert citewatch("report", run_id, "-f", "json").out == first.out
    assert citewatch("report", "none-such").code == 2


def test_an_inline_check_never_imports_prefect(tmp_path: Path) -> None:
    script = (
        "import sys; from pipeline.cli import main; "
        f"code = main(['check', {str(EXAMPLES)!r}, '--replay', {str(ARCHIVE)!r}]); "
        "print('prefect' in sys.modules, 'twisted.internet.reactor' in sys.modules,"
        " 'aiohttp' in sys.modules, file=sys.stderr); sys.exit(code)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 1
    assert ran.stderr.split() == ["False", "False", "False"]


def test_a_page_that_the_archive_lacks_was_not_run(
    citewatch: Callable[..., Ran], tmp_path: Path
) -> None:
    (tmp_path / "note.md").write_text("Exports rose [by 5% last year](https://new.example/x).")
    ran = citewatch("check", "note.md", "--replay", ARCHIVE, "-f", "json")
    assert ran.code == 2
    (source,) = json.loads(ran.out)["sources"]
    assert source["outcome"] == "not_run"
    assert "demo.warc.gz" in source["reason"]


def test_the_archive_is_what_the_pages_pack_to(tmp_path: Path) -> None:
    copy = tmp_path / "examples"
    shutil.copytree(EXAMPLES, copy)
    (copy / "demo.warc.gz").unlink()
    subprocess.run([sys.executable, copy / "pack.py"], check=True, capture_output=True)
    assert (copy / "demo.warc.gz").read_bytes() == ARCHIVE.read_bytes()
