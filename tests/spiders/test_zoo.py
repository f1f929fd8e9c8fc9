"""Every animal of the zoo has its outcome, from the network and again from the archive."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from claims.pages import read_page
from claims.values import Fetched, Missed, Outcome, OutcomeClass, Page, Unreadable
from spiders.archive import RecordingExchange, ReplayExchange
from spiders.crawl import crawl
from spiders.network import NetworkExchange
from tests.conftest import ROOT
from tests.spiders.crawling import quick, utc_now
from tests.zoo.paths import CAP_BYTES, TIMEOUT_SECONDS
from tests.zoo.zoo import Animal, Zoo

if TYPE_CHECKING:
    from spiders.exchange import Exchange

    Results = dict[str, Fetched | Missed]

SETTINGS = quick(timeout_seconds=TIMEOUT_SECONDS, max_body_bytes=CAP_BYTES, max_retries=2)
MOST_MEGABYTES = 300
# Names only: the servers behind them are started when the tests run.
with Zoo() as _zoo:
    NAMES = [animal.name for animal in _zoo.animals]


def crawled(animals: list[Animal], exchange: Exchange) -> Results:
    names = {animal.url: animal.name for animal in animals}
    results: Results = {}
    crawl(
        [animal.wanted for animal in animals],
        settings=SETTINGS,
        exchange=exchange,
        on_result=lambda result: results.update({names[result.url]: result}),
        now=utc_now,
    )
    return results


def page_of(result: Fetched | Missed) -> Page | Unreadable | None:
    is_read = isinstance(result, Fetched) and result.outcome is not Outcome.NOT_MODIFIED
    if isinstance(result, Fetched) and is_read:
        return read_page(result.body, result.content_type)
    return None


@pytest.fixture(scope="module")
def zoo() -> dict[str, Animal]:
    return {}


@pytest.fixture(scope="module")
def recorded(
    tmp_path_factory: pytest.TempPathFactory, zoo: dict[str, Animal]
) -> tuple[Results, Results]:
    """The zoo crawled once over the network and once from the recording, by name."""
    archive = tmp_path_factory.mktemp("zoo") / "zoo.warc.gz"
    with Zoo() as opened:
        zoo.update({animal.name: animal for animal in opened.animals})
        network = NetworkExchange(SETTINGS, look_up=opened.look_up, tls=opened.tls)
        live = crawled(opened.animals, RecordingExchange(network, archive, utc_now))
        replayed = crawled(opened.animals, ReplayExchange(archive))
    return live, replayed


def test_the_zoo_is_large() -> None:
    assert len(NAMES) == len(set(NAMES)) >= 110


@pytest.mark.parametrize("name", NAMES)
def test_every_source_has_the_outcome_that_it_deserves(
    recorded: tuple[Results, Results], zoo: dict[str, Animal], name: str
) -> None:
    result = recorded[0][name]
    page = page_of(result)
    outcome = page.outcome if isinstance(page, Unreadable) else result.outcome

    assert outcome == zoo[name].outcome, getattr(page or result, "reason", "")
    if zoo[name].says:
        assert isinstance(page, Page)
        assert zoo[name].says in page.text


@pytest.mark.parametrize("name", NAMES)
def test_a_replay_gives_the_same_result(recorded: tuple[Results, Results], name: str) -> None:
    live, replayed = (results[name] for results in recorded)

    assert type(live) is type(replayed)
    assert replayed.outcome == live.outcome
    assert replayed.redirects == live.redirects
    assert replayed.final_url == live.final_url
    assert replayed.http_status == live.http_status
    assert getattr(replayed, "body", b"") == getattr(live, "body", b"")
    assert getattr(replayed, "content_type", "") == getattr(live, "content_type", "")
    assert getattr(replayed, "reason", "") == getattr(live, "reason", "")
    assert getattr(replayed, "retry_at", None) == getattr(live, "retry_at", None)
    if live.outcome.outcome_class is not OutcomeClass.REFUSED:
        assert replayed.fetched_at == live.fetched_at


def test_only_what_was_read_is_fetched(recorded: tuple[Results, Results]) -> None:
    for result in recorded[0].values():
        is_ok = result.outcome.outcome_class is OutcomeClass.OK

        assert isinstance(result, Fetched if is_ok else Missed)
        assert isinstance(result, Fetched) or result.reason


def test_every_url_has_exactly_one_outcome(recorded: tuple[Results, Results]) -> None:
    assert list(recorded[0]) != []
    assert recorded[0].keys() == recorded[1].keys() == set(NAMES)


@pytest.mark.skipif(sys.platform != "linux", reason="peak memory is read from /proc")
def test_bombs_and_endless_bodies_take_no_memory() -> None:
    """The whole zoo in a process of its own, as its peak memory cannot be reset in this one."""
    script = (
        "from spiders.network import NetworkExchange\n"
        "from tests.spiders.test_zoo import SETTINGS, Zoo, crawled\n"
        "with Zoo() as zoo:\n"
        "    exchange = NetworkExchange(SETTINGS, look_up=zoo.look_up, tls=zoo.tls)\n"
        "    assert len(crawled(zoo.animals, exchange)) == len(zoo.animals)\n"
        # Unlike ru_maxrss it does not count what the parent had before the process began anew.
        "print(open('/proc/self/status').read().split('VmHWM:')[1].split()[0])\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert 20_000 < int(ran.stdout) < MOST_MEGABYTES * 1024
