"""The store: what is saved is there again, in this process and in the next."""

from __future__ import annotations

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from claims.errors import BadUsage, UnusableStore
from claims.values import Fetched, Hop, Missed, Origin, Outcome, Page, Unreadable
from storage.store import Store, content_key, open_store
from tests.reports.makers import a_report
from tests.storage.makers import keep_report

if TYPE_CHECKING:
    from collections.abc import Iterator


NOW = datetime(2026, 11, 2, 8, 0, 0, 123456, tzinfo=UTC)
URL = "https://a.example/x"


@pytest.fixture
def url(database_url: str) -> str:
    return database_url


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/made/store.db"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    opened = open_store(url)
    yield opened
    opened.close()


def a_fetched(**changes: object) -> Fetched:
    fetched = Fetched(
        url=URL,
        final_url=f"{URL}/final",
        outcome=Outcome.MOVED,
        http_status=200,
        redirects=(Hop(URL, 301, f"{URL}/final"),),
        headers=(("Content-Type", "text/plain"),),
        content_type="text/plain",
        body=b"the body",
        fetched_at=NOW,
        origin=Origin.NETWORK,
    )
    return replace(fetched, **changes)  # type: ignore[arg-type]


def a_missed(**changes: object) -> Missed:
    missed = Missed(
        url=URL,
        final_url=URL,
        outcome=Outcome.RATE_LIMITED,
        reason="come later",
        http_status=429,
        redirects=(),
        fetched_at=NOW,
        origin=Origin.NETWORK,
        retry_at=NOW + timedelta(hours=1),
    )
    return replace(missed, **changes)  # type: ignore[arg-type]


def test_a_good_answer_is_found_again_with_its_body(store: Store) -> None:
    saved, waits = store.save_answer(a_fetched(), "1")
    assert waits
    found = store.find_successes([URL]).get(URL)
    assert found == saved
    assert found is not None
    assert found.redirects == (Hop(URL, 301, f"{URL}/final"),)
    assert store.load_body(found.content_key) == b"the body"


def test_an_answer_outlives_the_process(url: str) -> None:
    first = open_store(url)
    saved, _ = first.save_answer(a_fetched(), "1")
    first.close()
    second = open_store(url)
    assert second.find_successes([URL]).get(URL) == saved
    second.close()


def test_failures_are_asked_again(store: Store) -> None:
    store.save_answer(a_missed(), "1")
    assert store.find_successes([URL]).get(URL) is None


def test_what_failed_when_last_asked_is_told(store: Store) -> None:
    later = NOW + timedelta(hours=1)
    store.save_answer(a_fetched(), "1")
    assert store.find_failing([URL, "https://other.example/"]) == set()
    store.save_answer(a_missed(fetched_at=later), "1")
    assert store.find_failing([URL, "https://other.example/"]) == {URL}
    store.save_answer(a_fetched(fetched_at=later + timedelta(hours=1)), "1")
    assert store.find_failing([URL]) == set()


def test_the_newest_answer_counts(store: Store) -> None:
    store.save_answer(a_fetched(), "1")
    store.save_answer(a_fetched(body=b"newer", fetched_at=NOW + timedelta(days=1)), "1")
    found = store.find_successes([URL]).get(URL)
    assert found is not None
    assert found.content_key == content_key(b"newer", "text/plain")


def test_a_replayed_answer_never_stands_for_the_network(store: Store) -> None:
    store.save_answer(a_fetched(origin=Origin.REPLAY), "1")
    assert store.find_successes([URL]).get(URL) is None


@pytest.mark.parametrize(
    "page",
    [
        Page("Title", "en", "2024-08-28", "Text\nof it", ((0, 4),), ()),
        Unreadable(Outcome.EMPTY, "nothing in it"),
    ],
)
def test_a_page_takes_the_place_of_its_body(store: Store, page: Page | Unreadable) -> None:
    saved, _ = store.save_answer(a_fetched(), "1")
    key = saved.content_key
    assert store.keys_with_content([key, "other"], "1") == {key}
    assert store.read_keys([key], "1") == set()

    store.save_pages({key: page}, "1")

    assert store.load_pages([key, "other"], "1") == {key: page}
    assert store.load_body(key) is None
    assert store.keys_with_content([key], "1") == store.read_keys([key], "1") == {key}
    assert store.keys_with_content([key], "2") == set()


def test_a_body_that_was_read_is_not_kept_again(store: Store) -> None:
    saved, _ = store.save_answer(a_fetched(), "1")
    store.save_pages({saved.content_key: Page("T", "en", "", "Text", (), ())}, "1")

    _, waits = store.save_answer(a_fetched(url=f"{URL}/again"), "1")
    assert not waits
    assert store.load_body(saved.content_key) is None

    _, waits = store.save_answer(a_fetched(), "2")
    assert waits


def test_many_urls_are_looked_up_at_once(store: Store) -> None:
    urls = [f"{URL}/{number}" for number in range(1200)]
    observations = [store.save_answer(a_fetched(url=urls[0]), "1")[0]]
    observations = [replace(observations[0], url=url) for url in urls[:1100]]
    store.save_observations(observations)

    assert store.find_successes(urls).keys() == set(urls[:1100])


def test_a_report_comes_back_as_it_was(store: Store) -> None:
    report = a_report()
    keep_report(store, report)
    assert store.load_report(report.run.id) == report
    assert store.newest_run() == report.run.id


def test_a_run_saved_twice_is_there_once(store: Store) -> None:
    report = a_report()
    keep_report(store, report)
    keep_report(store, report)
    assert store.load_report(report.run.id) == report


def test_an_unknown_run_is_none(store: Store) -> None:
    assert store.load_report("none such") is None
    assert store.newest_run() is None


def test_a_folder_that_the_store_makes_is_kept_out_of_version_control(
    sqlite_url: str, tmp_path: Path
) -> None:
    open_store(sqlite_url).close()
    assert (tmp_path / "made" / ".gitignore").read_text() == "*\n"


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("no database at all, only words" * 100)
    with pytest.raises(UnusableStore, match=r"notes\.txt: the database cannot be used"):
        open_store(f"sqlite:///{path}")
    assert path.read_text().startswith("no database")


@pytest.mark.parametrize("text", ["nonsense", "nosuch://db", ""])
def test_what_is_no_database_url_is_refused(text: str) -> None:
    with pytest.raises(BadUsage, match="not a database URL"):
        open_store(text)


def test_a_locked_database_is_said_to_be(sqlite_url: str, tmp_path: Path) -> None:
    open_store(sqlite_url).close()
    holder = sqlite3.connect(tmp_path / "made" / "store.db", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        waiting = open_store(sqlite_url, busy_timeout_milliseconds=10)
        with pytest.raises(UnusableStore, match="locked"):
            waiting.save_answer(a_fetched(), "1")
    finally:
        holder.close()


def test_many_may_make_the_database_at_once(url: str) -> None:
    with ThreadPoolExecutor(8) as pool:
        stores = list(pool.map(lambda _: open_store(url), range(16)))
    stores[0].save_answer(a_fetched(), "1")
    assert stores[-1].find_successes([URL]).get(URL) is not None
    for opened in stores:
        opened.close()


def test_an_unchanged_answer_stands_for_the_content_of_before(store: Store) -> None:
    headers = (("ETag", '"v1"'), ("Last-Modified", "Mon, 02 Nov 2026 08:00:00 GMT"))
    before, _ = store.save_answer(a_fetched(headers=headers), "1")
    later = NOW + timedelta(days=2)

    store.save_answer(
        a_fetched(http_status=304, body=b"", content_type="", headers=(), fetched_at=later),
        "1",
        before=before,
    )

    assert store.find_successes([URL]).get(URL) == replace(
        before, http_status=304, fetched_at=later
    )
    assert store.load_body(before.content_key) == b"the body"


def test_runs_that_start_at_once_make_one_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "new" / "home"
    mkdir = Path.mkdir

    def slow(self: Path, *arguments: Any, **options: Any) -> None:
        # The other run has made it since this one looked.
        os.makedirs(home, exist_ok=True)  # noqa: PTH103  # the patched one is not to be called
        mkdir(self, *arguments, **options)

    monkeypatch.setattr(Path, "mkdir", slow)
    open_store(f"sqlite:///{home}/store.db").close()

    assert (home / "store.db").exists()
