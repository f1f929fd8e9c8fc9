"""robots.txt by RFC 9309, and a pace that no host minds."""

from __future__ import annotations

from time import monotonic

import pytest

from claims.values import Outcome
from spiders.agenda import Agenda, Pace, Wait
from spiders.politeness import permission_from, product_token
from spiders.visits import Visit
from tests.spiders.crawling import crawled, quick
from tests.spiders.makers import a_failure, a_visit, an_answer
from tests.zoo.pages import a_file, a_page, a_redirect, an_error, page
from tests.zoo.paths import MISBEHAVIOUR
from tests.zoo.server import Case, Reply, Server

FORBIDDING = b"User-agent: citewatch\nDisallow: /private\n\nUser-agent: *\nDisallow: /\n"


def text(body: bytes) -> Reply:
    return a_file(body, "text/plain")


ROBOTS: dict[str, tuple[Case, str]] = {
    "allowed": (text(b"User-agent: *\nDisallow: /private\n"), "ok"),
    "forbidden to all": (text(b"User-agent: *\nDisallow: /page\n"), "robots_disallowed"),
    "forbidden to us": (text(b"User-agent: Citewatch\nDisallow: /\n"), "robots_disallowed"),
    "forbidden to others": (text(b"User-agent: other\nDisallow: /\n"), "ok"),
    "more special for us": (text(FORBIDDING), "ok"),
    "allowed within a ban": (text(b"User-agent: *\nDisallow: /\nAllow: /page\n"), "ok"),
    "by pattern": (text(b"User-agent: *\nDisallow: /*e$\n"), "robots_disallowed"),
    "with a byte order mark": (
        text(b"\xef\xbb\xbfUser-agent: *\nDisallow: /\n"),
        "robots_disallowed",
    ),
    "empty": (text(b""), "ok"),
    "a web page": (a_page(), "ok"),
    "nonsense": (text(b"\x00\xff\xfe" * 200), "ok"),
    "404": (an_error(404), "ok"),
    "401": (an_error(401), "ok"),
    "403": (an_error(403), "ok"),
    "429": (an_error(429), "ok"),
    "500": (an_error(500), "robots_disallowed"),
    "503": (an_error(503), "robots_disallowed"),
    "500 with rules in it": (an_error(500, "User-agent: *\nAllow: /\n"), "robots_disallowed"),
    "500 at first": (
        lambda asked: an_error(500) if asked.visit == 1 else text(b""),
        "ok",
    ),
    "rules after the cap": (
        text(b"#" * 500 * 1024 + b"\nUser-agent: *\nDisallow: /\n"),
        "ok",
    ),
    "moved": (a_redirect("/other-robots.txt", 301), "robots_disallowed"),
    "moved in a circle": (a_redirect("/robots.txt"), "ok"),
    "moved nowhere": (a_redirect("http://["), "ok"),
    "moved to nobody": (a_redirect("http://127.0.0.1:9/robots.txt"), "ok"),
}


@pytest.mark.parametrize(("robots", "outcome"), ROBOTS.values(), ids=ROBOTS.keys())
def test_robots_txt_allows_and_forbids(robots: Case, outcome: str) -> None:
    cases = {
        "/robots.txt": robots,
        "/other-robots.txt": text(b"User-agent: *\nDisallow: /page\n"),
        "/page": a_page(),
    }
    with Server(cases) as server:
        [result] = crawled([server.url("/page")], quick(max_retries=1))

    assert result.outcome == outcome
    assert server.visits["/page"] == (1 if outcome == "ok" else 0)


@pytest.mark.parametrize("hops", [5, 6])
def test_robots_txt_is_followed_over_five_redirects_and_no_more(hops: int) -> None:
    cases: dict[str, Case] = {
        "/robots.txt": a_redirect("/r/1"),
        **{f"/r/{number}": a_redirect(f"/r/{number + 1}") for number in range(1, hops)},
        f"/r/{hops}": text(b"User-agent: *\nDisallow: /\n"),
        "/page": a_page(),
    }
    with Server(cases) as server:
        [result] = crawled([server.url("/page")])

    assert result.outcome == ("robots_disallowed" if hops == 5 else "ok")


@pytest.mark.parametrize("path", ["/reset", "/hangs-up", "/truncated/chunk"])
def test_where_robots_txt_fails_on_the_way_the_page_is_asked(path: str) -> None:
    with Server({"/page": a_page()}, {"/robots.txt": MISBEHAVIOUR[path]}) as server:
        [result] = crawled([server.url("/page")])

    assert result.outcome == Outcome.OK


def test_a_host_that_nobody_listens_at_is_refused_and_not_forbidden() -> None:
    [result] = crawled(["http://127.0.0.1:9/page"])

    assert result.outcome == Outcome.CONNECTION_REFUSED


def test_robots_txt_is_read_once_for_all_pages_and_redirects_of_an_origin() -> None:
    cases = {f"/{number}": a_page() for number in range(20)} | {"/r": a_redirect("/1")}
    with Server(cases) as server:
        crawled([server.url(path) for path in cases])

    assert server.visits["/robots.txt"] == 1


def test_a_redirect_into_a_forbidden_place_is_not_followed() -> None:
    rules = text(b"User-agent: *\nDisallow: /\n")
    with (
        Server({"/robots.txt": rules, "/x": a_page()}) as there,
        Server({"/r": a_redirect(there.url("/x"))}, host="127.0.0.2") as here,
    ):
        [result] = crawled([here.url("/r")])

    assert result.outcome == Outcome.ROBOTS_DISALLOWED
    assert result.final_url == there.url("/x")
    assert there.visits["/x"] == 0


def test_with_robots_switched_off_it_is_not_asked_for() -> None:
    with Server({"/robots.txt": text(b"User-agent: *\nDisallow: /\n"), "/x": a_page()}) as server:
        [result] = crawled([server.url("/x")], quick(obey_robots=False))

    assert result.outcome == Outcome.OK
    assert server.visits["/robots.txt"] == 0


@pytest.mark.parametrize(
    ("delay", "seconds"), [(b"2", 2.0), (b"0.5", 0.5), (b"3600", 10.0), (b"-1", 0.0), (b"x", 0.0)]
)
def test_a_crawl_delay_is_kept_up_to_ten_seconds(delay: bytes, seconds: float) -> None:
    answer = an_answer(200, b"User-agent: *\nCrawl-delay: " + delay, content_type="text/plain")

    assert permission_from(answer, user_agent="citewatch").delay_seconds == seconds


def test_a_web_page_in_the_place_of_rules_forbids_nothing() -> None:
    permission = permission_from(an_answer(200, page()), user_agent="citewatch")

    assert permission.reason_against("https://example.org/x", user_agent="citewatch") == ""
    assert permission_from(a_failure(Outcome.TIMEOUT), user_agent="c").ban == ""


@pytest.mark.parametrize(
    ("user_agent", "token"),
    [("citewatch/1.0 (+https://x)", "citewatch"), ("citewatch (+x)", "citewatch"), ("", "*")],
)
def test_rules_are_looked_up_by_the_products_name(user_agent: str, token: str) -> None:
    assert product_token(user_agent) == token


def test_requests_to_a_host_start_an_interval_apart() -> None:
    cases = {f"/{number}": a_page() for number in range(6)}
    with Server(cases) as server:
        began = monotonic()
        crawled([server.url(path) for path in cases], quick(host_interval_seconds=0.1))
        took = monotonic() - began

    assert 0.5 <= took < 1.5


def test_hosts_do_not_wait_for_each_other() -> None:
    with Server({"/": a_page()}) as one, Server({"/": a_page()}, host="127.0.0.2") as other:
        began = monotonic()
        crawled([one.url("/"), other.url("/")], quick(host_interval_seconds=5.0))
        took = monotonic() - began

    assert took < 1.5


def test_no_more_requests_than_allowed_are_under_way_at_a_host() -> None:
    cases = {f"/{number}": a_page() for number in range(40)}
    with Server(cases) as server:
        crawled([server.url(path) for path in cases], quick(host_concurrency=3))

    assert server.most_at_once <= 4


# --- the agenda, without a clock


def agenda(*, concurrency: int = 9, of_host: int = 2, interval: float = 1.0) -> Agenda:
    return Agenda(Pace(concurrency, of_host, interval))


def visits(host: str, count: int = 1) -> list[Visit]:
    return [a_visit(f"https://{host}/{number}") for number in range(count)]


def taken(source: Agenda, now: float) -> list[str]:
    found = []
    while isinstance(visit := source.take(now), Visit):
        found.append(visit.location.removeprefix("https://"))
    return found


def test_hosts_take_turns() -> None:
    source = agenda()
    for visit in [*visits("a", 3), *visits("b", 2)]:
        source.add(visit)

    assert taken(source, 0.0) == ["a/0", "b/0"]
    assert taken(source, 0.9) == []
    assert taken(source, 1.0) == ["a/1", "b/1"]


def test_a_full_host_waits_for_a_release() -> None:
    source = agenda(interval=0.0)
    for visit in visits("a", 3):
        source.add(visit)

    assert taken(source, 0.0) == ["a/0", "a/1"]
    assert source.take(99.0) == Wait(None)
    source.release("a")
    assert taken(source, 99.0) == ["a/2"]


def test_a_full_crawl_waits_for_a_release() -> None:
    source = agenda(concurrency=1)
    for visit in [*visits("a"), *visits("b")]:
        source.add(visit)

    assert taken(source, 0.0) == ["a/0"]
    source.release("a")
    assert taken(source, 0.0) == ["b/0"]


def test_the_wait_is_until_the_next_turn() -> None:
    source = agenda()
    for visit in visits("a", 2):
        source.add(visit)
    source.take(0.0)

    assert source.take(0.25) == Wait(0.75)


def test_a_later_visit_comes_when_it_is_time_and_stalls_nobody() -> None:
    source = agenda(interval=0.0)
    source.add_later(*visits("a"), at=5.0)
    source.add(*visits("b"))

    assert taken(source, 0.0) == ["b/0"]
    assert source.take(1.0) == Wait(4.0)
    assert taken(source, 5.0) == ["a/0"]


def test_a_held_host_is_left_alone() -> None:
    source = agenda(interval=0.0)
    source.add(*visits("a"))
    source.hold("a", until=3.0)

    assert taken(source, 2.9) == []
    assert taken(source, 3.0) == ["a/0"]


def test_a_refunded_turn_costs_no_interval() -> None:
    source = agenda()
    for visit in visits("a", 2):
        source.add(visit)
    source.take(0.0)
    source.refund("a")

    assert taken(source, 0.0) == ["a/1"]


def test_a_host_that_asks_for_it_gets_a_longer_interval() -> None:
    source = agenda()
    for visit in visits("a", 3):
        source.add(visit)
    source.slow_down("a", interval_seconds=4.0)
    first = source.take(10.0)
    source.slow_down("a", interval_seconds=0.1)

    assert isinstance(first, Visit)
    assert taken(source, 13.9) == []
    assert taken(source, 14.0) == ["a/1"]


def test_it_is_done_when_nothing_waits_and_all_is_released() -> None:
    source = agenda()
    states = [source.is_done]
    source.add(*visits("a"))
    states.append(source.is_done)
    source.take(0.0)
    states.append(source.is_done)
    source.release("a")
    states.append(source.is_done)

    assert states == [True, False, False, True]
