"""Every animal of the zoo has its outcome, from the network and again from the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.values import Fetched, Missed, OutcomeClass
from spiders.archive import RecordingExchange, ReplayExchange
from spiders.network import NetworkExchange
from tests.spiders.crawling import crawled, quick, utc_now
from tests.spiders.server import Server
from tests.spiders.zoo import CAP_BYTES, CASES, EXPECTED, MISBEHAVIOUR, TIMEOUT_SECONDS

if TYPE_CHECKING:
    Results = dict[str, Fetched | Missed]

SETTINGS = quick(timeout_seconds=TIMEOUT_SECONDS, max_body_bytes=CAP_BYTES, max_retries=1)


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Results, Results]:
    """The zoo crawled once over the network and once from the recording, by path."""
    archive = tmp_path_factory.mktemp("zoo") / "zoo.warc.gz"
    with Server(CASES, MISBEHAVIOUR) as server:
        urls = [server.url(path) for path in EXPECTED]
        exchange = RecordingExchange(NetworkExchange(SETTINGS), archive, utc_now)
        live = crawled(urls, SETTINGS, exchange)
        replayed = crawled(urls, SETTINGS, ReplayExchange(archive))
    start = len(server.url(""))
    return {r.url[start:]: r for r in live}, {r.url[start:]: r for r in replayed}


@pytest.mark.parametrize(("path", "outcome"), EXPECTED.items())
def test_every_source_has_the_outcome_that_it_deserves(
    recorded: tuple[Results, Results], path: str, outcome: str
) -> None:
    result = recorded[0][path]

    assert result.outcome == outcome, getattr(result, "reason", "")


@pytest.mark.parametrize("path", EXPECTED)
def test_a_replay_gives_the_same_result(recorded: tuple[Results, Results], path: str) -> None:
    live, replayed = (results[path] for results in recorded)

    assert type(live) is type(replayed)
    assert replayed.outcome == live.outcome
    assert replayed.fetched_at == live.fetched_at
    assert replayed.redirects == live.redirects
    assert replayed.final_url == live.final_url
    assert replayed.http_status == live.http_status
    assert getattr(replayed, "body", b"") == getattr(live, "body", b"")
    assert getattr(replayed, "content_type", "") == getattr(live, "content_type", "")
    assert getattr(replayed, "reason", "") == getattr(live, "reason", "")
    assert getattr(replayed, "retry_at", None) == getattr(live, "retry_at", None)


def test_only_what_was_read_is_fetched(recorded: tuple[Results, Results]) -> None:
    for result in recorded[0].values():
        is_ok = result.outcome.outcome_class is OutcomeClass.OK

        assert isinstance(result, Fetched if is_ok else Missed)
        assert isinstance(result, Fetched) or result.reason


def test_every_url_has_exactly_one_outcome(recorded: tuple[Results, Results]) -> None:
    assert recorded[0].keys() == EXPECTED.keys()
