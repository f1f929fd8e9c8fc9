"""A repository of documents taken through its days in CI."""

from __future__ import annotations

import json
import subprocess
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.zoo.pages import an_error
from tests.zoo.server import HTML, Reply, Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Ran

FETCHING = ("--allow-private-net", "127.0.0.0/8", "--host-request-interval", "0", "--refresh")
TODAY = datetime.now(UTC).date()


def a_source(text: str) -> Reply:
    return Reply(200, f"<html lang=en><title>Port</title><p>{text}</p></html>".encode(), (HTML,))


class Site(Server):
    """A site whose pages can be changed between two runs."""

    def put(self, path: str, reply: Reply) -> None:
        """Answer a path with this from now on."""
        self.cases = {**self.cases, path: reply}


@pytest.fixture
def site() -> Iterator[Site]:
    cases: dict[str, Any] = {
        "/cranes": a_source("The harbour of Norvik has 37 cranes and a lighthouse."),
        "/ferries": a_source("The ferries of Norvik carried 2,100 cars in 2023."),
        "/old": an_error(404),
        "/tides": a_source("The tides of Norvik rise by 4 metres in spring."),
    }
    with Site(cases) as serving:
        yield serving


@pytest.fixture
def check(citewatch: Callable[..., Ran]) -> Callable[..., Ran]:
    def run(*options: object, command: str = "check") -> Ran:
        return citewatch(command, "docs", *FETCHING, *options)

    return run


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Desk", "-c", "user.email=desk@paper.example")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def docs(site: Site, tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "harbour.md").write_text(
        "# The harbour\n\n"
        f"The harbour of Norvik has 37 cranes ([port]({site.url('/cranes')})).\n\n"
        f"It was founded by two brothers in 1850 ([history]({site.url('/old')})).\n"
    )
    (folder / "ferries.md").write_text(
        "# The ferries\n\n"
        f"The ferries of Norvik carried 2,100 cars in 2023 ([ferries]({site.url('/ferries')})).\n"
    )
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "docs")
    git(tmp_path, "commit", "-q", "-m", "The first documents")
    return folder


def alerts(ran: Ran) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(ran.out)["alerts"]
    return found


def errors(ran: Ran) -> list[tuple[str, str]]:
    return [
        (alert["code"], alert["path"])
        for alert in alerts(ran)
        if alert["level"] == "error" and alert["state"] == "open"
    ]


def entries(folder: Path) -> list[dict[str, Any]]:
    told = json.loads((folder / "citewatch-baseline.json").read_text("utf-8"))
    found: list[dict[str, Any]] = told["entries"]
    return found


def change_entry(folder: Path, **changes: Any) -> None:
    [entry] = entries(folder)
    told = {"version": 1, "entries": [{**entry, **changes}]}
    (folder / "citewatch-baseline.json").write_text(json.dumps(told), encoding="utf-8")


@pytest.mark.usefixtures("docs")
def test_from_the_first_run_to_a_stale_baseline(
    check: Callable[..., Ran], site: Site, tmp_path: Path
) -> None:
    first = check("-f", "json")
    assert first.code == 1
    assert errors(first) == [("CW101", "docs/harbour.md")]

    baselined = check("--update-baseline", "-q")
    assert baselined.code == 0
    assert "wrote citewatch-baseline.json, which lists 1 known alert" in baselined.err
    [entry] = entries(tmp_path)
    assert (entry["code"], entry["path"], entry["line"]) == ("CW101", "docs/harbour.md", 5)
    assert entry["reason"] == f"known on {TODAY.isoformat()}"
    assert entry["expires"] is None

    baseline = ("--baseline", "citewatch-baseline.json")
    again = check(*baseline, "-f", "json")
    assert again.code == 0
    assert [(a["code"], a["state"]) for a in alerts(again) if a["level"] == "error"] == [
        ("CW101", "known")
    ]

    site.put("/ferries", an_error(410))
    broken = check(*baseline, "-f", "json")
    assert broken.code == 1
    assert errors(broken) == [("CW102", "docs/ferries.md")]

    site.put("/ferries", a_source("The ferries of Norvik carried 2,100 cars in 2023."))
    assert check(*baseline, "-q").code == 0

    site.put("/old", a_source("Two brothers founded the harbour of Norvik in 1850."))
    mended = check(*baseline, "-q")
    assert mended.code == 0
    assert (
        f"citewatch-baseline.json: CW101 of docs/harbour.md ({site.url('/old')}) is no longer"
        " found; --update-baseline removes it"
    ) in mended.err
    assert check(*baseline, "--update-baseline", "-q").code == 0
    assert entries(tmp_path) == []


@pytest.mark.usefixtures("docs")
def test_an_entry_counts_until_its_last_day(check: Callable[..., Ran], tmp_path: Path) -> None:
    check("--update-baseline", "-q")
    baseline = ("--baseline", "citewatch-baseline.json")
    change_entry(tmp_path, reason="the library is moving", expires=TODAY.isoformat())
    held = check(*baseline, "-f", "json")
    assert held.code == 0
    assert alerts(held)[-1]["because"] == "the library is moving"

    yesterday = (TODAY - timedelta(days=1)).isoformat()
    change_entry(tmp_path, expires=yesterday)
    over = check(*baseline, "-f", "json")
    assert over.code == 1
    assert errors(over) == [("CW101", "docs/harbour.md")]
    assert f"was known until {yesterday} and counts again" in over.err


@pytest.mark.usefixtures("docs")
def test_an_update_keeps_reasons_and_what_was_not_checked(
    citewatch: Callable[..., Ran], check: Callable[..., Ran], tmp_path: Path, site: Site
) -> None:
    check("--update-baseline", "-q")
    change_entry(tmp_path, reason="the library is moving", expires="2099-01-31")
    site.put("/ferries", an_error(410))
    citewatch("check", "docs/ferries.md", *FETCHING, "--update-baseline", "-q")

    assert [(e["code"], e["reason"], e["expires"]) for e in entries(tmp_path)] == [
        ("CW102", f"known on {TODAY.isoformat()}", None),
        ("CW101", "the library is moving", "2099-01-31"),
    ]


@pytest.mark.usefixtures("docs")
def test_an_alert_stays_known_when_its_document_is_edited_elsewhere(
    check: Callable[..., Ran], docs: Path
) -> None:
    check("--update-baseline", "-q")
    path = docs / "harbour.md"
    path.write_text("Norvik lies by the sea.\n\n" + path.read_text())

    assert check("--baseline", "citewatch-baseline.json", "-q").code == 0


@pytest.mark.usefixtures("docs")
def test_a_baseline_knows_its_documents_from_wherever_a_run_is_started(
    citewatch: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path / "docs")
    citewatch("check", ".", *FETCHING, "--update-baseline", "-q")
    [entry] = entries(tmp_path / "docs")
    assert entry["path"] == "harbour.md"
    baseline = ("--baseline", tmp_path / "docs" / "citewatch-baseline.json")
    for document in (".", "harbour.md", "./harbour.md", tmp_path / "docs" / "harbour.md"):
        assert citewatch("check", document, *FETCHING, *baseline, "-q").code == 0
    monkeypatch.chdir(tmp_path)
    for document in ("docs", "docs/harbour.md", tmp_path / "docs"):
        assert citewatch("check", document, *FETCHING, *baseline, "-q").code == 0
    (tmp_path / "docs" / "harbour.md").write_text("The harbour has 37 cranes.\n")
    assert "CW101 of harbour.md" in citewatch("check", "docs", *FETCHING, *baseline, "-q").err
    citewatch("check", "docs", *FETCHING, *baseline, "--update-baseline", "-q")
    assert entries(tmp_path / "docs") == []


def test_a_link_check_leaves_what_speaks_of_claims_alone(
    check: Callable[..., Ran], docs: Path, tmp_path: Path
) -> None:
    harbour = docs / "harbour.md"
    harbour.write_text(
        harbour.read_text().replace("37 cranes", "64 cranes")
        + "\n<!-- citewatch-ignore-file CW211: half of it is common knowledge -->\n"
    )
    check("--update-baseline", "-q")
    assert [entry["code"] for entry in entries(tmp_path)] == ["CW201", "CW101"]
    baseline = ("--baseline", "citewatch-baseline.json")
    assert "CW302" in check(*baseline, "-v").out
    links = check(*baseline, "-v", command="links")
    assert "CW302" not in links.out
    assert "no longer found" not in links.err
    check(*baseline, "--update-baseline", "-q", command="links")
    assert [entry["code"] for entry in entries(tmp_path)] == ["CW201", "CW101"]


def test_history_knows_a_document_however_it_is_typed(
    citewatch: Callable[..., Ran], check: Callable[..., Ran], docs: Path
) -> None:
    check("-q")
    for document in ("docs/harbour.md", "./docs/harbour.md", docs / "harbour.md"):
        assert "2 documents" in citewatch("history", document).out
    assert "2 documents" not in citewatch("history", "docs/other.md").out


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("{", "is no JSON"),
        ("[]", "is no baseline of version 1"),
        ('{"version": 1}', "has no list of entries"),
        ('{"version": 1, "entries": [1]}', "entry 1: is no object"),
        ('{"version": 1, "entries": [{"code": "CW101"}]}', "entry 1: 'fingerprint' is no text"),
        (
            '{"version": 1, "entries": [{"code": "x", "fingerprint": "y", "expires": "soon"}]}',
            "entry 1: 'expires' is no date; write for example 2027-01-31, or null",
        ),
    ],
)
@pytest.mark.usefixtures("docs")
def test_a_baseline_that_is_none_gets_one_sentence(
    check: Callable[..., Ran], tmp_path: Path, content: str, sentence: str
) -> None:
    (tmp_path / "known.json").write_text(content)
    ran = check("--baseline", "known.json")

    assert ran.code == 2
    assert ran.err.startswith(f"citewatch: --baseline known.json: {sentence}")
    assert ran.err.count("\n") == 1


@pytest.mark.usefixtures("docs")
def test_a_baseline_that_is_not_there_is_told(check: Callable[..., Ran]) -> None:
    ran = check("--baseline", "none.json")

    assert ran.code == 2
    assert "none.json: cannot be read (No such file or directory); --update-baseline" in ran.err


def test_only_what_has_changed_is_checked(
    check: Callable[..., Ran], docs: Path, site: Site, tmp_path: Path
) -> None:
    nothing = check("--changed-since", "HEAD", "-f", "json")
    assert nothing.code == 0
    assert json.loads(nothing.out)["sources"] == []

    site.asked.clear()
    harbour = docs / "harbour.md"
    harbour.write_text(harbour.read_text().replace("37 cranes", "64 cranes"))
    (docs / "tides.md").write_text(
        f"The tides of Norvik rise by 9 metres in spring ([tides]({site.url('/tides')})).\n"
    )
    changed = check("--changed-since", "HEAD", "-f", "json")
    assert changed.code == 1
    assert errors(changed) == [("CW201", "docs/harbour.md"), ("CW201", "docs/tides.md")]
    assert {asked.target for asked in site.asked} == {"/robots.txt", "/cranes", "/tides"}

    git(tmp_path, "add", "docs")
    git(tmp_path, "commit", "-q", "-m", "More cranes")
    assert check("--changed-since", "HEAD", "-q").code == 0
    assert check("--changed-since", "HEAD~1", "-q").code == 1


def test_a_changed_address_is_a_change_of_its_claim(
    check: Callable[..., Ran], docs: Path, site: Site, tmp_path: Path
) -> None:
    note = docs / "listed.md"
    note.write_text(
        "The ferries of Norvik carried 2,100 cars in 2023.[^1]\n\n"
        "Norvik lies by the sea.\n\n"
        f"[^1]: Ferry report, {site.url('/ferries')}\n"
    )
    git(tmp_path, "add", "docs")
    git(tmp_path, "commit", "-q", "-m", "A note with a footnote")
    note.write_text(note.read_text().replace("/ferries", "/old"))

    ran = check("--changed-since", "HEAD", "-f", "json")
    assert errors(ran) == [("CW101", "docs/listed.md")]
    links = check("--changed-since", "HEAD", "-f", "json", command="links")
    assert errors(links) == [("CW101", "docs/listed.md")]


def claims_changed(ran: Ran) -> list[int]:
    """The lines of the claims that were checked."""
    return [
        claim["line"]
        for document in json.loads(ran.out)["documents"]
        for claim in document["claims"]
    ]


REFERRING = (
    "The harbour has 37 cranes [so they say][a] today.\n\n"
    "The ferries carried 2,100 cars in 2023.[^1]\n\n"
    "The tides rise by 4 metres in spring [here]({site}/).\n\n"
    "[a]: {site}/cranes\n[b]: {site}/tides\n\n"
    "[^1]: Ferry report, {site}/ferries\n"
)


@pytest.mark.parametrize(
    ("old", "new", "lines", "links"),
    [
        ("[a]: {site}/cranes", "[a]: {site}/old", [1], ["/old"]),
        ("report, {site}/ferries", "report, {site}/old", [3], ["/old"]),
        ("[b]: {site}/tides", "[b]: {site}/cranes", [], []),
        ("[b]: {site}/tides", "[b]: {site}/tides\n[c]: {site}/cranes", [], []),
        ("Ferry report", "Report on ferries", [], ["/ferries"]),
        (
            "[^1]: Ferry",
            "The depot lets 12 boats [there]({site}/cranes).\n\n[^1]: Ferry",
            [10],
            ["/cranes"],
        ),
        (
            "[^1]: Ferry",
            "The depot lets 12 boats [there]({site}/old).\n\n[^1]: Ferry",
            [10],
            ["/old"],
        ),
        ("37", "38", [1], ["/cranes"]),
    ],
    ids=[
        "a reference", "a note", "a reference that nobody uses", "another name of a URL",
        "the words of a note", "a new claim with the URL of another",
        "a new claim with a longer URL", "the claim itself",
    ],
)  # fmt: skip
def test_a_claim_changes_with_its_words_and_with_what_it_cites(
    check: Callable[..., Ran], docs: Path, site: Site, tmp_path: Path, old: str, new: str,
    lines: list[int], links: list[str],
) -> None:  # fmt: skip
    def written(text: str) -> str:
        return text.replace("{site}", site.url(""))

    note = docs / "note.md"
    note.write_text(written(REFERRING))
    git(tmp_path, "add", "docs")
    git(tmp_path, "commit", "-q", "-m", "A note with references")
    note.write_text(written(REFERRING.replace(old, new)))
    changed = ("--changed-since", "HEAD", "-f", "json")
    assert claims_changed(check(*changed)) == lines
    found = json.loads(check(*changed, command="links").out)["sources"]
    assert [one["url"] for one in found] == [site.url(path) for path in links]


def test_a_bibliography_that_changed_changes_the_claims_that_cite_it(
    check: Callable[..., Ran], docs: Path, site: Site, tmp_path: Path
) -> None:
    (docs / "a.tex").write_text(
        "It has 37 cranes \\cite{a}.\n\nIt has 12 boats \\cite{b}.\n\n\\bibliography{refs}\n"
    )
    entry = "@misc{{{}, title={{T}}, url={{{}}}}}\n"
    both = entry.format("a", site.url("/cranes")) + entry.format("b", site.url("/tides"))
    (docs / "refs.bib").write_text(both)
    git(tmp_path, "add", "docs")
    git(tmp_path, "commit", "-q", "-m", "A thesis")
    changed = ("--changed-since", "HEAD", "-f", "json")
    assert claims_changed(check(*changed)) == []
    (docs / "refs.bib").write_text(both.replace("/tides", "/old"))
    assert claims_changed(check(*changed)) == [3]


def test_a_source_more_in_the_list_changes_no_claim_that_names_none(
    check: Callable[..., Ran], docs: Path, site: Site, tmp_path: Path
) -> None:
    note = docs / "listed.md"
    listed = f"The harbour has 37 cranes.\n\n## Sources\n\n- [Port]({site.url('/cranes')})\n"
    note.write_text(listed)
    git(tmp_path, "add", "docs")
    git(tmp_path, "commit", "-q", "-m", "A list of sources")
    changed = ("--changed-since", "HEAD", "-f", "json")
    note.write_text(f"{listed}- [Tides]({site.url('/tides')})\n")
    assert claims_changed(check(*changed)) == []
    note.write_text(listed.replace("/cranes", "/old"))
    assert claims_changed(check(*changed)) == [1]


@pytest.mark.parametrize("ref", ["no-such-branch", "--output=owned", ""])
@pytest.mark.usefixtures("docs")
def test_a_commit_that_is_none_gets_one_sentence(
    check: Callable[..., Ran], tmp_path: Path, ref: str
) -> None:
    ran = check(f"--changed-since={ref}")

    if ref:
        assert ran.code == 2
        assert ran.err.startswith(f"citewatch: --changed-since {ref}: ")
    assert not (tmp_path / "owned").exists()


def test_a_comment_with_a_reason_silences_an_alert(check: Callable[..., Ran], docs: Path) -> None:
    path = docs / "harbour.md"
    told = "<!-- citewatch-ignore-next CW101: the library is moving -->\n"
    path.write_text(path.read_text().replace("It was founded", f"{told}It was founded"))
    ran = check("-f", "json")

    assert ran.code == 0
    [dead] = [alert for alert in alerts(ran) if alert["code"] == "CW101"]
    assert (dead["state"], dead["because"]) == ("ignored", "the library is moving")
    text = check().out
    assert "citewatch-ignore" not in text


def test_a_comment_without_a_reason_silences_nothing(check: Callable[..., Ran], docs: Path) -> None:
    path = docs / "harbour.md"
    path.write_text("<!-- citewatch-ignore-file CW1 -->\n\n" + path.read_text())
    ran = check("-f", "json")

    assert ran.code == 1
    assert [a["line"] for a in alerts(ran) if a["code"] == "CW301"] == [1]
    assert "docs/harbour.md:1:1  a comment that ignores a finding gives no reason" in check().out


def test_a_comment_that_silences_nothing_is_told(check: Callable[..., Ran], docs: Path) -> None:
    path = docs / "ferries.md"
    told = "\n<!-- citewatch-ignore-file CW102: the port is moving -->\n"
    path.write_text(path.read_text() + told)

    assert [a["path"] for a in alerts(check("-f", "json")) if a["code"] == "CW302"] == [
        "docs/ferries.md"
    ]
    place = "docs/ferries.md:5:1  a comment ignores a finding that is not there [CW302]"
    for command in ("check", "links"):
        assert place in check("-v", command=command).out
        assert place not in check(command=command).out
        failing = check("--fail-on", "housekeeping", command=command)
        assert (failing.code, place in failing.out) == (1, True)
    check("--fail-on", "housekeeping", "-f", "html=report.html")
    page = (docs.parent / "report.html").read_text("utf-8")
    assert "docs/ferries.md:5</bdi>: <bdi>a comment ignores" in page


@pytest.mark.usefixtures("docs")
def test_rules_are_chosen_by_code(check: Callable[..., Ran]) -> None:
    assert check("--ignore", "CW1", "-q").code == 0
    assert check("--select", "CW2", "-q").code == 0
    assert check("--select", "CW101", "-q").code == 1
    assert check("--fail-on", "CW222", "-q").code == 1
    unknown = check("--select", "CW9")
    assert (unknown.code, unknown.err) == (
        2, "citewatch: --select: 'CW9' is no rule's code; --explain all lists them\n"
    )  # fmt: skip


@pytest.mark.usefixtures("docs")
def test_hosts_have_rules_of_their_own(
    check: Callable[..., Ran], tmp_path: Path, site: Site
) -> None:
    config = tmp_path / "citewatch.toml"
    config.write_text('[hosts."127.0.0.1"]\nignore = ["CW101"]\nheader = ["X-Desk: news"]\n')
    ran = check("-f", "json")
    assert ran.code == 0
    [dead] = [alert for alert in alerts(ran) if alert["code"] == "CW101"]
    assert dead["because"] == "ignored for 127.0.0.1 by the configuration"
    assert {asked.headers.get("x-desk") for asked in site.asked} == {"news"}

    config.write_text('[hosts."127.0.0.1"]\naccept = ["404"]\n')
    assert check("-q").code == 0
    config.write_text('[hosts."other.example"]\naccept = ["404"]\nignore = ["CW1"]\n')
    assert check("-q").code == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("hosts = 1", 'hosts: is no table of hosts; write [hosts."example.org"]'),
        (
            '[hosts."a.example"]\nspeed = 1',
            "hosts.a.example: unknown key 'speed'; known keys are ignore, accept, header, concur",
        ),
        (
            '[hosts."a.example"]\nignore = ["E1"]',
            "hosts.a.example.ignore: 'E1' is no rule's code; --explain all lists them",
        ),
        ('[hosts."a.example"]\nconcurrency = 0', "hosts.a.example.concurrency: 0 is not above"),
    ],
)
@pytest.mark.usefixtures("docs")
def test_rules_for_hosts_that_are_none_get_one_sentence(
    check: Callable[..., Ran], tmp_path: Path, content: str, sentence: str
) -> None:
    (tmp_path / "citewatch.toml").write_text(content)
    ran = check()

    assert ran.code == 2
    assert f"citewatch.toml: {sentence}" in ran.err
    assert ran.err.count("\n") == 1


def test_a_rule_is_explained(citewatch: Callable[..., Ran]) -> None:
    told = citewatch("check", "--explain", "cw201")
    assert told.code == 0
    assert told.out.startswith("CW201 number-contradicted (warning; fails with --fail-on contra")
    assert told.out == citewatch("links", "--explain", "number-contradicted").out
    assert citewatch("check", "--explain", "all").out.startswith("CW101  source-not-found: ")
    assert citewatch("check", "--explain", "CW999").code == 2


@pytest.mark.usefixtures("docs")
def test_github_gets_annotations_and_a_summary(
    check: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# The job\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    ran = check("-f", "github")

    assert ran.out.startswith("::error file=docs/harbour.md,line=5,endLine=5,title=CW101 ")
    told = summary.read_text()
    assert told.startswith("# The job\n# Citation check\n")
    assert "CW101 source-not-found" in told
    check("-f", "json")
    assert summary.read_text() == told


@pytest.mark.usefixtures("docs")
def test_a_stored_run_is_rendered_with_its_alerts(
    check: Callable[..., Ran], citewatch: Callable[..., Ran]
) -> None:
    told = check("-f", "sarif").out

    assert citewatch("report", "-f", "sarif").out == told
    assert len(json.loads(told)["runs"][0]["results"]) == 2


@pytest.mark.usefixtures("docs")
def test_blocked_and_passing_failures_fail_no_build(check: Callable[..., Ran], site: Site) -> None:
    for status in (401, 403, 451, 429, 500, 503):
        site.put("/old", an_error(status))
        ran = check("--max-retries", "0", "-f", "json")
        assert ran.code == 0, status
        assert [a["level"] for a in alerts(ran) if a["url"] == site.url("/old")] == ["note"] * 2


@pytest.mark.usefixtures("docs")
def test_a_link_check_has_a_test_for_each_source(check: Callable[..., Ran]) -> None:
    told = check("-f", "junit", command="links").out

    assert '<testsuites name="citewatch" tests="3" failures="1" errors="0"' in told
    assert "**1 source is broken.**" in check("-f", "markdown", command="links").out


@pytest.mark.usefixtures("docs")
def test_a_baseline_that_cannot_be_written_is_told_before_anything_is_fetched(
    check: Callable[..., Ran], site: Site, tmp_path: Path
) -> None:
    (tmp_path / "known.json").mkdir()
    ran = check("--baseline", "known.json", "--update-baseline")

    assert ran.code == 2
    assert ran.err.startswith("citewatch: known.json: cannot be written")
    assert site.asked == []


@pytest.mark.usefixtures("docs")
def test_standard_output_is_json_whatever_is_told_beside_it(
    check: Callable[..., Ran], docs: Path, site: Site
) -> None:
    (docs / "broken.docx").write_bytes(b"no archive")
    (docs / "strange.md").write_text(f"Laivat kulkevat joka päivä ([x]({site.url('/tides')})).\n")
    ran = check("-f", "json", "--update-baseline")

    assert ran.err.count("\n") >= 2
    assert json.loads(ran.out)["problems"]
