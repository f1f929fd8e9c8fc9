"""A digest by Apprise to a server of the test's own; addresses hold secrets, and stay unsaid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pipeline.local_hook import SECRET, LocalHook
from tests.pipeline.local_site import LocalSite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Ran

FETCHING = (
    "--allow-private-net", "127.0.0.0/8", "--host-request-interval", "0s", "--refresh", "-q",
)  # fmt: skip


@pytest.fixture
def hook(monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalHook]:
    with LocalHook().serving() as serving:
        monkeypatch.setenv("CITEWATCH_NOTIFY_URLS", serving.url)
        yield serving


@pytest.fixture
def site(tmp_path: Path) -> Iterator[LocalSite]:
    with LocalSite().serving() as serving:
        (tmp_path / "note.md").write_text(serving.document(2))
        yield serving


def change(site: LocalSite) -> None:
    site.texts["/page/2"] = "In 2024 the town number 2 counted 260 bicycles on its bridges."


def test_a_change_is_sent_once(
    citewatch: Callable[..., Ran], hook: LocalHook, site: LocalSite, tmp_path: Path
) -> None:
    (tmp_path / "citewatch.toml").write_text('report_url = "https://desk.example/report"\n')
    first = citewatch("check", "note.md", *FETCHING, "--notify")
    assert (first.code, hook.messages) == (0, [])
    change(site)
    second = citewatch("check", "note.md", *FETCHING, "--notify")
    third = citewatch("check", "note.md", *FETCHING, "--notify")
    (message,) = hook.messages
    assert message["title"] == "citewatch: 1 change"
    assert "note.md:3 The town number 2 counted 200 bicycles in 2024" in message["message"]
    assert "“260” where it said “200”" in message["message"]
    assert message["message"].endswith("Report: https://desk.example/report")
    assert "told of 1 change" in second.err
    for ran in (first, second, third):
        assert SECRET not in ran.out + ran.err
    database = (tmp_path / ".citewatch" / "citewatch.db").read_bytes()
    assert SECRET.encode() not in database


def test_what_was_refused_is_sent_by_the_next_command(
    citewatch: Callable[..., Ran], hook: LocalHook, site: LocalSite
) -> None:
    citewatch("check", "note.md", *FETCHING, "--notify")
    change(site)
    hook.status = 500
    refused = citewatch("check", "note.md", *FETCHING, "--notify", "-f", "json=out.json")
    # The check itself is none the worse for it.
    assert refused.code == 1
    assert "address 1 of CITEWATCH_NOTIFY_URLS did not take the digest" in refused.err
    assert citewatch("notify").code == 2
    hook.status = 200
    sent = citewatch("notify")
    assert (sent.code, len(hook.messages)) == (0, 1)
    assert (citewatch("notify").code, len(hook.messages)) == (0, 1)
    assert SECRET not in refused.err + sent.err


def test_with_nobody_to_tell_nothing_is_begun(
    citewatch: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, site: LocalSite
) -> None:
    monkeypatch.delenv("CITEWATCH_NOTIFY_URLS", raising=False)
    ran = citewatch("check", "note.md", *FETCHING, "--notify")
    assert ran.code == 2
    assert "CITEWATCH_NOTIFY_URLS in the environment names no address" in ran.err
    assert not site.asked


def test_an_address_that_is_none_is_told_without_being_said(
    citewatch: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch, site: LocalSite
) -> None:
    monkeypatch.setenv("CITEWATCH_NOTIFY_URLS", f"nosuch://{SECRET}")
    citewatch("check", "note.md", *FETCHING, "--notify")
    change(site)
    ran = citewatch("check", "note.md", *FETCHING, "--notify")
    assert "address 1 of CITEWATCH_NOTIFY_URLS did not take the digest" in ran.err
    assert SECRET not in ran.err


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('on = ["everything"]', "notify.on: 'everything' is unknown"),
        ('quiet_hours = "at night"', "notify.quiet_hours: 'at night' are no hours"),
        ('quiet_hours = "25:00-07:00"', "notify.quiet_hours: "),
        ('timezone = "Moon/Tycho"', "notify.timezone: 'Moon/Tycho' is no time zone"),
        (f'environment = "slack://{SECRET}"', "is no name of an environment variable"),
        ('urls = ["slack://x"]', "unknown key 'urls'"),
    ],
)
def test_a_wrong_setting_is_named(
    citewatch: Callable[..., Ran], tmp_path: Path, line: str, words: str
) -> None:
    (tmp_path / "citewatch.toml").write_text(f"[notify]\n{line}\n")
    ran = citewatch("doctor")
    assert ran.code == 2
    assert words in ran.err
    assert SECRET not in ran.err
