"""The editors' page: who may decide, what is kept, and what a later run makes of it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import UTC, datetime
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
from starlette.testclient import TestClient

from pipeline.config import Config
from pipeline.review import Review
from pipeline.stored import load_run
from storage.store import open_store
from tests.chromium import NO_NETWORK, PROGRAM, needs_chromium
from tests.conftest import ROOT
from tests.zoo.server import HTML, Reply, Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from storage.store import Store
    from tests.conftest import Ran

SAID = "The harbour of Norvik has 37 cranes. It has 12 ferries."
TOKEN = "a-token-of-a-test"
HERE = "http://127.0.0.1:4711"
SENDING = {"X-Citewatch-Token": TOKEN, "Origin": HERE}
FETCHING = ("--allow-private-net", "127.0.0.0/8", "--host-request-interval", "0", "--refresh")


def a_source(text: str) -> Reply:
    return Reply(200, f"<html lang=en><title>Port</title><p>{text}</p></html>".encode(), (HTML,))


class Site(Server):
    """A site whose one page can be changed between two runs."""

    def say(self, text: str) -> None:
        """Have the page say this from now on."""
        self.cases = {"/port": a_source(text)}


@pytest.fixture
def site() -> Iterator[Site]:
    with Site(
        {"/port": a_source("The harbour of Norvik has 37 cranes. It has 12 ferries.")}
    ) as one:
        yield one


@pytest.fixture
def check(citewatch: Callable[..., Ran], site: Site, tmp_path: Path) -> Callable[..., Any]:
    url = site.url("/port")
    (tmp_path / "note.md").write_text(
        f"The harbour of Norvik has 64 cranes ([port]({url})).\n\n"
        f"The harbour of Norvik has 12 ferries ([port]({url})).\n"
    )

    def run(*options: str) -> Any:
        ran = citewatch("check", "note.md", *FETCHING, *options, "-f", "json")
        return json.loads(ran.out)

    return run


@pytest.fixture
def store(check: Callable[..., Any], tmp_path: Path) -> Iterator[Store]:
    check()
    opened = open_store(f"sqlite:///{tmp_path}/.citewatch/citewatch.db")
    yield opened
    opened.close()


@pytest.fixture
def client(store: Store) -> TestClient:
    report = load_run(store, None, "the database")
    review = Review(report, store, Config(), by="Ada", token=TOKEN, now=lambda: datetime.now(UTC))
    return TestClient(review.app, base_url=HERE)


@pytest.fixture
def decision(store: Store) -> dict[str, str]:
    """An accepting decision on the first claim, as the page sends it."""
    report = load_run(store, None, "the database")
    claim = report.documents[0].findings[0].claim
    return {
        "path": "note.md", "claim_id": claim.id, "ruling": "accepted",
        "note": "counted by hand", "url": "", "passage": "",
    }  # fmt: skip


def on_first(report: Any) -> Any:
    return report["documents"][0]["claims"][0]["decision"]


# ------------------------------------------------------------------------- who may


@pytest.mark.parametrize("token", ["", "wrong", TOKEN[:-1], TOKEN + "x", "ж"])
def test_without_the_token_nothing_is_shown(client: TestClient, token: str) -> None:
    answer = client.get("/", params={"token": token})

    assert answer.status_code == 403
    assert "cranes" not in answer.text


def test_the_page_may_not_be_kept_or_framed(client: TestClient) -> None:
    answer = client.get("/", params={"token": TOKEN})

    assert answer.status_code == 200
    assert "64 cranes" in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-security-policy"] == "frame-ancestors 'none'"
    assert TOKEN not in answer.text


@pytest.mark.parametrize(
    "host", ["evil.example:4711", "127.0.0.1.evil.example:4711", "", "[::1]:1"]
)
def test_a_name_that_was_bound_to_this_machine_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/", params={"token": TOKEN}, headers={"Host": host})
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Citewatch-Token": TOKEN},
        {"Origin": HERE},
        {"X-Citewatch-Token": "wrong", "Origin": HERE},
        {"X-Citewatch-Token": TOKEN, "Origin": "http://evil.example"},
        {"X-Citewatch-Token": TOKEN, "Origin": "null"},
        {"X-Citewatch-Token": TOKEN, "Origin": "http://127.0.0.1:9999"},
        {"X-Citewatch-Token": TOKEN, "Origin": "http://evil.example:1", "Host": "evil.example:1"},
    ],
)
def test_only_the_page_itself_may_decide(
    client: TestClient, store: Store, decision: dict[str, str], headers: dict[str, str]
) -> None:
    assert client.post("/decisions", json=decision, headers=headers).status_code == 403
    assert store.load_decisions(["note.md"]) == []


@pytest.mark.parametrize("path", ["/decisions", "/other", "/../etc/passwd"])
def test_there_is_nothing_else_to_get(client: TestClient, path: str) -> None:
    assert client.get(path, params={"token": TOKEN}).status_code in {404, 405}


# ------------------------------------------------------------------------ what is kept


def test_a_decision_is_kept_with_who_and_when(
    client: TestClient, store: Store, decision: dict[str, str]
) -> None:
    assert client.post("/decisions", json=decision, headers=SENDING).status_code == 204
    [kept] = store.load_decisions(["note.md"])

    assert (kept.by, kept.ruling, kept.note) == ("Ada", "accepted", "counted by hand")
    assert abs((datetime.now(UTC) - kept.at).total_seconds()) < 60
    assert "counted by hand" in client.get("/", params={"token": TOKEN}).text


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"claim_id": "none"}, "there is no such claim in this run"),
        ({"path": "other.md"}, "there is no such claim in this run"),
        ({"ruling": "perhaps"}, "'perhaps' is no decision"),
        ({"note": None}, "the decision lacks something"),
        ({"note": "x" * 2_001}, "a text is longer than 2,000 characters"),
        ({"ruling": "noted", "note": " "}, "write a note"),
        ({"ruling": "assigned"}, "name the address of the source, or its passage"),
        ({"url": "javascript:alert(1)"}, "the address is none; write https://..."),
    ],
)
def test_what_is_no_decision_is_told(
    client: TestClient,
    store: Store,
    decision: dict[str, str],
    change: dict[str, Any],
    sentence: str,
) -> None:
    answer = client.post("/decisions", json={**decision, **change}, headers=SENDING)

    assert (answer.status_code, answer.text) == (400, sentence)
    assert store.load_decisions(["note.md"]) == []


@pytest.mark.parametrize(
    ("body", "status"), [(b"{", 400), (b"[]", 400), (b"[" * 50_000, 400), (b"x" * 70_000, 413)]
)
def test_what_is_no_json_is_told(client: TestClient, body: bytes, status: int) -> None:
    assert client.post("/decisions", content=body, headers=SENDING).status_code == status


# --------------------------------------------------------------------- a later run


def test_an_accepted_claim_fails_no_build(
    check: Callable[..., Any], client: TestClient, decision: dict[str, str]
) -> None:
    client.post("/decisions", json=decision, headers=SENDING)
    again = check()

    assert on_first(again)["ruling"] == "accepted"
    assert on_first(again)["look_again"] == ""
    [alert] = [one for one in again["alerts"] if one["code"] == "CW201"]
    assert alert["state"] == "known"
    assert alert["because"].startswith("accepted by Ada on 20")
    assert alert["because"].endswith(": counted by hand")


def test_a_rejected_claim_is_an_alert(
    check: Callable[..., Any], client: TestClient, decision: dict[str, str]
) -> None:
    client.post("/decisions", json={**decision, "ruling": "rejected"}, headers=SENDING)
    codes = [alert["code"] for alert in check("--fail-on", "rejected")["alerts"]]

    assert codes == ["CW201", "CW241"]


def test_a_changed_source_calls_for_another_look(
    check: Callable[..., Any],
    client: TestClient,
    citewatch: Callable[..., Ran],
    site: Site,
    decision: dict[str, str],
) -> None:
    client.post("/decisions", json=decision, headers=SENDING)
    site.say("The harbour of Norvik has 41 cranes. It has 12 ferries.")
    again = check()

    assert "has changed" in on_first(again)["look_again"]
    assert {alert["code"]: alert["state"] for alert in again["alerts"]} == {
        "CW201": "open",
        "CW242": "open",
    }
    text = citewatch("report").out
    assert re.search(r"accepted by Ada on \S+: counted by hand; look again: the verdict", text)


def test_an_assigned_source_is_named_in_every_report(
    check: Callable[..., Any],
    client: TestClient,
    citewatch: Callable[..., Ran],
    decision: dict[str, str],
) -> None:
    told = {**decision, "ruling": "assigned", "url": "https://port.example/count"}
    client.post("/decisions", json=told, headers=SENDING)
    check()

    for name in ("html", "json", "sarif", "junit", "markdown"):
        assert "port.example/count" in citewatch("report", "-f", name).out, name


# --------------------------------------------------------------------- in the browser


@pytest.fixture
def page() -> Iterator[Page]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    # It may talk to this machine alone, which is where the page is.
    options = ["--no-sandbox", NO_NETWORK[0], "--proxy-bypass-list=127.0.0.1"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=options)
        yield browser.new_page()
        browser.close()


@pytest.fixture
def address(store: Store, tmp_path: Path) -> Iterator[str]:
    """Where `citewatch review`, started as a user would, shows the newest run."""
    del store
    command = [sys.executable, "-m", "pipeline.cli", "review", "--by", "Ada", "--no-open"]
    with subprocess.Popen(
        command, cwd=tmp_path, env={"PYTHONPATH": str(ROOT), "PATH": ""}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as serving:  # fmt: skip
        assert serving.stdout is not None
        yield serving.stdout.readline().strip()
        serving.terminate()


@needs_chromium
def test_an_editor_decides_and_the_decision_stays_until_the_source_changes(
    page: Page, address: str, check: Callable[..., Any], site: Site
) -> None:
    page.goto(address)
    card = page.locator(".card.contradicted")
    card.get_by_role("button", name="decide").click()
    dialog = page.get_by_role("dialog", name="Decide")
    assert "64 cranes" in dialog.inner_text()
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    assert [one["id"] for one in found if one["impact"] in {"serious", "critical"}] == []
    dialog.get_by_role("button", name="note only").click()
    page.get_by_text("write a note", exact=True).wait_for()
    dialog.get_by_label("Note").fill("counted <b>by hand</b>")
    with page.expect_navigation():
        dialog.get_by_role("button", name="accept").click()

    decision = page.locator(".card.contradicted .decision")
    assert "accepted by Ada" in decision.inner_text()
    assert "counted <b>by hand</b>" in decision.inner_text()
    assert page.url.startswith(address)

    assert on_first(check())["look_again"] == ""
    site.say("The harbour of Norvik has 41 cranes. It has 12 ferries.")
    assert "has changed" in on_first(check())["look_again"]


def test_a_run_that_is_not_there_gets_one_sentence(citewatch: Callable[..., Ran]) -> None:
    ran = citewatch("review", "none", "--no-open")

    assert ran.code == 2
    assert "holds no run 'none'" in ran.err
