"""The commands that ask the store about the past."""

from __future__ import annotations

import json
import re
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from storage.store import open_store
from tests.pipeline.local_site import LocalSite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Ran

FETCHING = (
    "--allow-private-net", "127.0.0.0/8", "--host-request-interval", "0s", "--refresh", "-q",
)  # fmt: skip


@pytest.fixture
def site() -> Iterator[LocalSite]:
    with LocalSite().serving() as serving:
        yield serving


@pytest.fixture
def two_runs(citewatch: Callable[..., Ran], site: LocalSite, tmp_path: Path) -> LocalSite:
    """Three claims, of which the second one's source has changed between the runs."""
    (tmp_path / "note.md").write_text(site.document(3))
    assert citewatch("check", "note.md", *FETCHING).code == 0
    site.texts["/page/2"] = "In 2024 the town number 2 counted 260 bicycles on its bridges."
    assert citewatch("check", "note.md", *FETCHING).code == 1
    return site


def told(ran: Ran) -> Any:
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def test_the_second_run_differs_by_the_number_that_changed(
    citewatch: Callable[..., Ran], two_runs: LocalSite
) -> None:
    ran = citewatch("diff")
    assert ran.code == 0
    assert "supported became contradicted, as the source has changed" in ran.out
    assert "the source says “260” where it said “200”" in ran.out
    assert "claims: 1 another verdict, 2 as before; sources: none new, no longer" in ran.out
    assert "sources changed" not in ran.out
    assert citewatch("diff", "--exit-code").code == 1

    markdown = citewatch("diff", "-f", "markdown").out
    assert "**note.md:3** supported became contradicted" in markdown

    diff = told(citewatch("diff", "-f", "json"))
    (changed,) = diff["claims"]
    assert changed["passages"][0]["words"] == [["200", "260"]]
    assert changed["passages"][0]["url"] == f"{two_runs.address}/page/2"


@pytest.mark.usefixtures("two_runs")
def test_a_run_may_be_named_by_its_age(citewatch: Callable[..., Ran]) -> None:
    assert told(citewatch("diff", "--since", "0s", "-f", "json"))["claims"]
    ran = citewatch("diff", "--since", "7d")
    assert ran.code == 2
    assert "of its documents that was begun 7d ago" in ran.err
    assert citewatch("diff", "--since", "then").code == 2


@pytest.mark.usefixtures("two_runs")
def test_runs_may_be_named_by_the_beginnings_of_their_ids(citewatch: Callable[..., Ran]) -> None:
    newer, older = (run["id"] for run in told(citewatch("history", "-f", "json")))
    back = told(citewatch("diff", newer[:-2], older, "-f", "json"))
    assert (back["before"]["id"], back["after"]["id"]) == (newer, older)
    assert back["claims"][0]["verdict"] == "supported"
    same = told(citewatch("diff", newer, newer, "-f", "json"))
    assert (same["same"], same["claims"], same["sources"]) == (3, [], [])
    assert citewatch("diff", newer, newer, "--exit-code").code == 0
    nobody = citewatch("diff", "2026")
    assert nobody.code == 2
    assert "no run '2026'" in nobody.err


@pytest.mark.usefixtures("two_runs")
def test_history_lists_runs_of_a_document(citewatch: Callable[..., Ran]) -> None:
    runs = told(citewatch("history", "-f", "json"))
    assert [run["verdicts"] for run in runs] == [
        {"contradicted": 1, "supported": 2},
        {"supported": 3},
    ]
    assert all(run["finished"] and run["documents"] == ["note.md"] for run in runs)
    assert told(citewatch("history", "other.md", "-f", "json")) == []
    assert len(told(citewatch("history", "note.md", "--limit", 1, "-f", "json"))) == 1
    assert citewatch("history", "other.md").out == "no run yet\n"
    lines = citewatch("history").out.splitlines()
    assert "3 claims (2 supported, 1 contradicted), 3 sources" in lines[0]


def test_history_follows_a_claim_and_a_source(
    citewatch: Callable[..., Ran], two_runs: LocalSite
) -> None:
    claims = told(citewatch("extract", "note.md"))["documents"][0]["claims"]
    found = told(citewatch("history", "--claim", claims[1]["id"], "-f", "json"))
    assert [one["verdict"] for one in found] == ["supported", "contradicted"]
    assert "260" in found[1]["reason"]
    text = citewatch("history", "--claim", claims[1]["id"]).out
    assert re.search(r"UTC  contradicted +the source says 260", text)

    url = f"{two_runs.address}/page/2"
    answers = told(citewatch("history", "--source", url, "-f", "json"))
    assert [one["outcome"] for one in answers] == ["ok", "ok"]
    assert answers[0]["text_sha256"] != answers[1]["text_sha256"]
    assert "its text has changed" in citewatch("history", "--source", url).out

    assert citewatch("history", "--claim", "nosuch").code == 2
    assert citewatch("history", "--source", "https://nosuch.example/").code == 2


def test_sources_tell_how_they_stand(citewatch: Callable[..., Ran], two_runs: LocalSite) -> None:
    sources = told(citewatch("sources", "-f", "json"))
    assert [one["outcome"] for one in sources] == ["ok"] * 3
    assert all(one["last_ok"] == one["last_seen"] for one in sources)
    two_runs.gone.add("/page/3")
    assert citewatch("check", "note.md", *FETCHING).code == 1
    (failing,) = told(citewatch("sources", "--only", "failing", "-f", "json"))
    assert (failing["url"], failing["failures"], failing["dead"]) == (
        f"{two_runs.address}/page/3",
        1,
        False,
    )
    assert told(citewatch("sources", "--only", "dead", "-f", "json")) == []
    assert citewatch("sources", "--only", "dead").out == "no source is dead\n"
    dead = told(
        citewatch(
            "sources", "--only", "dead", "--dead-after-runs", 1, "--dead-after", "0s", "-f", "json"
        )
    )
    assert [one["url"] for one in dead] == [failing["url"]]
    text = citewatch("sources").out
    assert "failing  " in text
    assert "failed in 1 run since" in text
    assert "3 sources: 2 read, 1 failing" in text


@pytest.mark.usefixtures("two_runs")
def test_export_writes_everything_a_line_each(
    citewatch: Callable[..., Ran], tmp_path: Path
) -> None:
    assert citewatch("export", "-o", "all.jsonl").code == 0
    lines = [json.loads(line) for line in (tmp_path / "all.jsonl").read_text().splitlines()]
    kinds = [line["kind"] for line in lines]
    assert (kinds.count("run"), kinds.count("finding"), kinds.count("answer")) == (2, 6, 6)
    assert [json.loads(line) for line in citewatch("export").out.splitlines()] == lines


@pytest.mark.usefixtures("two_runs")
def test_prune_keeps_the_newest(citewatch: Callable[..., Ran]) -> None:
    pruned = citewatch("prune", "--older-than", "0s", "--keep-runs", 1)
    assert pruned.err == "citewatch: let go of 1 run, 3 answers and 1 page\n"
    assert len(told(citewatch("history", "-f", "json"))) == 1
    assert [one["outcome"] for one in told(citewatch("sources", "-f", "json"))] == ["ok"] * 3
    assert citewatch("prune", "--older-than", "0s", "--keep-runs", 1).err.startswith(
        "citewatch: let go of 0 runs, 0 answers and 0 pages"
    )
    # What is left is still good for a run without network.
    assert citewatch("check", "note.md", "--offline", "-q").code == 1


def test_prune_keeps_the_last_good_answer_of_a_source_that_fails(
    citewatch: Callable[..., Ran], two_runs: LocalSite
) -> None:
    two_runs.gone.add("/page/3")
    citewatch("check", "note.md", *FETCHING)
    citewatch("prune", "--older-than", "0s", "--keep-runs", 1)
    url = f"{two_runs.address}/page/3"
    answers = told(citewatch("history", "--source", url, "-f", "json"))
    assert [one["outcome"] for one in answers] == ["ok", "not_found"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("prune", "--older-than", "soon"), "--older-than: 'soon' is no duration"),
        (("prune", "--older-than", "1d", "--keep-runs", "-1"), "--keep-runs -1: is below zero"),
        (("diff",), "holds no run yet"),
        (("history", "--limit", "0"), "argument --limit"),
        (("sources", "--only", "tired"), "argument --only"),
    ],
)
def test_what_cannot_be_asked_is_told_in_a_sentence(
    citewatch: Callable[..., Ran], arguments: tuple[str, ...], words: str
) -> None:
    ran = citewatch(*arguments)
    assert ran.code == 2
    assert words in ran.err
    assert ran.err.count("\n") == 1


def test_a_first_run_has_nothing_before_it(
    citewatch: Callable[..., Ran], site: LocalSite, tmp_path: Path
) -> None:
    (tmp_path / "note.md").write_text(site.document(1))
    citewatch("check", "note.md", *FETCHING)
    ran = citewatch("diff")
    assert ran.code == 2
    assert re.search(r"holds no run before \S+ of its documents", ran.err)


def test_a_run_that_did_not_end_is_told_as_such(
    citewatch: Callable[..., Ran], two_runs: LocalSite, tmp_path: Path
) -> None:
    del two_runs
    with closing(open_store(f"sqlite:///{tmp_path}/.citewatch/citewatch.db")) as store:
        newest = store.newest_run()
        assert newest is not None
        report = store.load_report(newest)
        assert report is not None
        later = datetime.now(UTC) + timedelta(seconds=1)
        store.begin_run(replace(report.run, id="29990101T000000Z-aaaaaaaa", started_at=later))
    first, *_ = told(citewatch("history", "-f", "json"))
    assert (first["id"], first["finished"]) == ("29990101T000000Z-aaaaaaaa", False)
    assert "did not end" in citewatch("history").out.splitlines()[0]
    # Nothing is compared with it.
    assert told(citewatch("diff", "-f", "json"))["after"]["id"] == newest


def test_a_link_check_is_remembered_too(
    citewatch: Callable[..., Ran], site: LocalSite, tmp_path: Path
) -> None:
    (tmp_path / "note.md").write_text(site.document(2))
    site.gone.add("/page/2")
    gate = ("--archive", f"{site.address}/web/")
    assert citewatch("links", "note.md", *FETCHING, *gate).code == 1
    assert f"/web/{site.address}/page/2" in site.asked
    sources = told(citewatch("sources", "-f", "json"))
    assert [(one["url"].rpartition("/")[2], one["outcome"]) for one in sources] == [
        ("1", "ok"),
        ("2", "not_found"),
    ]
