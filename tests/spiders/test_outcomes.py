"""The decider: from an answer or a failure to what is done next."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from claims.values import Outcome
from spiders.accepted import parse_accepted
from spiders.outcomes import Done, Follow, Intent, Retry, decide
from spiders.settings import CrawlSettings
from tests.spiders.makers import CITED, NOON, a_failure, a_visit, an_answer
from tests.zoo.pages import page

SETTINGS = CrawlSettings(max_retries=2, backoff_seconds=1.0, retry_after_cap_seconds=30.0)
LAST = 2


def decided(status: int = 200, *, attempt: int = LAST, **headers: str) -> Intent:
    answer = an_answer(status, None, **headers)
    return decide(answer, visit=a_visit(attempt=attempt), settings=SETTINGS)


FINAL_STATUSES = {
    200: Outcome.OK,
    203: Outcome.OK,
    206: Outcome.OK,
    300: Outcome.HTTP_ERROR,
    304: Outcome.NOT_MODIFIED,
    305: Outcome.HTTP_ERROR,
    400: Outcome.HTTP_ERROR,
    401: Outcome.LOGIN_REQUIRED,
    402: Outcome.PAYWALLED,
    403: Outcome.FORBIDDEN,
    404: Outcome.NOT_FOUND,
    405: Outcome.HTTP_ERROR,
    406: Outcome.HTTP_ERROR,
    408: Outcome.TIMEOUT,
    410: Outcome.GONE,
    429: Outcome.RATE_LIMITED,
    451: Outcome.LEGAL,
    500: Outcome.SERVER_ERROR,
    502: Outcome.SERVER_ERROR,
    503: Outcome.SERVER_ERROR,
    504: Outcome.SERVER_ERROR,
    521: Outcome.SERVER_ERROR,
    999: Outcome.FORBIDDEN,
}


@pytest.mark.parametrize(("status", "outcome"), FINAL_STATUSES.items())
def test_a_status_has_its_outcome_when_no_try_is_left(status: int, outcome: Outcome) -> None:
    intent = decided(status)

    assert isinstance(intent, Done)
    assert intent.outcome == outcome


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504, 521])
def test_a_passing_trouble_is_tried_again(status: int) -> None:
    assert isinstance(decided(status, attempt=0), Retry)


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 405, 410, 451])
def test_a_clear_answer_is_not_asked_for_twice(status: int) -> None:
    assert isinstance(decided(status, attempt=0), Done)


@pytest.mark.parametrize("outcome", ["timeout", "connection_reset", "truncated"])
def test_a_passing_failure_is_tried_again_until_the_tries_are_used_up(outcome: str) -> None:
    failed = a_failure(Outcome(outcome))

    first = decide(failed, visit=a_visit(), settings=SETTINGS)
    last = decide(failed, visit=a_visit(attempt=LAST), settings=SETTINGS)

    assert first == Retry(a_visit(attempt=1), 1.0)
    assert last == Done(Outcome(outcome), "it broke")


@pytest.mark.parametrize(
    "outcome", ["dns_error", "tls_error", "blocked_address", "too_large", "not_run"]
)
def test_a_lasting_failure_is_final_at_once(outcome: str) -> None:
    failed = a_failure(Outcome(outcome))

    assert decide(failed, visit=a_visit(), settings=SETTINGS) == Done(Outcome(outcome), "it broke")


def test_tries_are_further_and_further_apart_up_to_the_cap() -> None:
    patient = CrawlSettings(max_retries=99, backoff_seconds=1.0, retry_after_cap_seconds=30.0)
    waits = []
    for attempt in range(8):
        intent = decide(an_answer(500), visit=a_visit(attempt=attempt), settings=patient)
        assert isinstance(intent, Retry)
        waits.append(intent.after_seconds)

    assert waits == [1, 2, 4, 8, 16, 30, 30, 30]


@pytest.mark.parametrize(
    ("retry_after", "seconds"),
    [
        ("7", 7.0),
        ("0", 0.0),
        ("30", 30.0),
        ("Tue, 24 Nov 2026 12:00:10 GMT", 10.0),
        ("Tue, 24 Nov 2026 11:00:00 GMT", 0.0),
        ("soon", 1.0),
        ("-5", 1.0),
        ("", 1.0),
    ],
)
def test_the_servers_own_wait_is_kept(retry_after: str, seconds: float) -> None:
    intent = decided(429, attempt=0, retry_after=retry_after)

    assert intent == Retry(a_visit(attempt=1), seconds, whole_host=True)


@pytest.mark.parametrize(
    ("retry_after", "back"),
    [
        ("86400", NOON + timedelta(days=1)),
        ("31", NOON + timedelta(seconds=31)),
        ("Wed, 01 Jan 2027 00:00:00 GMT", datetime(2027, 1, 1, tzinfo=UTC)),
        ("9" * 40, NOON + timedelta(days=366)),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_wait_past_the_cap_is_reported_and_not_waited(
    status: int, retry_after: str, back: datetime
) -> None:
    intent = decided(status, attempt=0, retry_after=retry_after)

    assert isinstance(intent, Done)
    assert intent.outcome == Outcome.RATE_LIMITED
    assert intent.retry_at == back


def test_a_redirect_is_followed_with_its_hop_and_its_cookies() -> None:
    answer = an_answer(301, b"", location="/new", set_cookie="a=b; Path=/")

    intent = decide(answer, visit=a_visit(attempt=1), settings=SETTINGS)

    assert isinstance(intent, Follow)
    assert intent.visit.location == "https://example.org/new"
    assert intent.visit.attempt == 0
    assert [(hop.url, hop.status, hop.location) for hop in intent.visit.hops] == [
        (CITED, 301, "https://example.org/new")
    ]
    assert [(cookie.name, cookie.value) for cookie in intent.visit.cookies] == [("a", "b")]


TARGETS = {
    "relative": ("../a b", "https://example.org/a%20b"),
    "absolute": ("http://other.example/x", "http://other.example/x"),
    "without scheme": ("//other.example/x", "https://other.example/x"),
    "with fragment": ("/x#part", "https://example.org/x"),
    "query only": ("?page=2", "https://example.org/study?page=2"),
    "upper case": ("HTTPS://OTHER.EXAMPLE/X", "https://other.example/X"),
    "spaces around": ("  /x ", "https://example.org/x"),
}


@pytest.mark.parametrize(("header", "location"), TARGETS.values(), ids=TARGETS.keys())
def test_a_location_is_resolved_against_the_page(header: str, location: str) -> None:
    intent = decided(302, location=header)

    assert isinstance(intent, Follow)
    assert intent.visit.location == location


@pytest.mark.parametrize(
    "header", ["", " ", "javascript:alert(1)", "mailto:a@b.c", "http://[", "http://", "ftp://a/b"]
)
def test_a_location_that_leads_nowhere_is_a_bad_redirect(header: str) -> None:
    intent = decided(302, location=header)

    assert isinstance(intent, Done)
    assert intent.outcome == Outcome.BAD_REDIRECT


def test_redirects_past_the_limit_are_a_loop() -> None:
    settings = CrawlSettings(max_redirects=2)
    visit = a_visit()
    intents = []
    for number in range(3):
        intent = decide(an_answer(302, b"", location=f"/{number}"), visit=visit, settings=settings)
        intents.append(intent)
        if isinstance(intent, Follow):
            visit = intent.visit

    assert [type(intent) for intent in intents] == [Follow, Follow, Done]
    assert intents[-1] == Done(Outcome.REDIRECT_LOOP, "more than 2 redirects")


ENDS = {
    "the same site's home": (CITED, "https://example.org/", "redirected_home"),
    "another site's home": (CITED, "https://other.example/", "redirected_home"),
    "a home by another name": (CITED, "https://example.org/index.html", "redirected_home"),
    "a home in a language": (CITED, "https://example.org/en/", "redirected_home"),
    "a home with idle words": (CITED, "https://example.org/?utm_source=404", "redirected_home"),
    "home from home": ("http://example.org/", "https://www.example.org/", "redirected"),
    "home from a language": ("http://example.org/en", "https://example.org/", "redirected"),
    "home from a short link": ("https://bit.ly/3xYz", "https://example.org/", "redirected"),
    "a site of its own": (
        "https://company.example/widget",
        "https://widget.example/",
        "redirected",
    ),
    "a page in the home's query": (CITED, "https://example.org/?p=123", "redirected"),
    "a short path": (CITED, "https://example.org/ok", "redirected"),
    "https": ("http://example.org/study", CITED, "redirected"),
    "a login": (CITED, "https://example.org/login?next=%2Fstudy", "login_required"),
    "a login elsewhere": (CITED, "https://login.example.com/x", "login_required"),
    "a login of WordPress": (CITED, "https://example.org/wp-login.php", "login_required"),
    "a login in an account": (CITED, "https://example.org/users/sign_in", "login_required"),
    "a login that was cited": (
        "https://example.org/login",
        "https://example.org/signin",
        "redirected",
    ),
    "an article on logins": (CITED, "https://example.org/logins-explained", "redirected"),
    "a request for consent": (CITED, "https://consent.example.org/ml?continue=x", "consent_wall"),
}


@pytest.mark.parametrize(("cited", "final", "outcome"), ENDS.values(), ids=ENDS.keys())
def test_where_redirects_end_tells_what_became_of_the_page(
    cited: str, final: str, outcome: str
) -> None:
    follow = decide(an_answer(302, b"", location=final), visit=a_visit(cited), settings=SETTINGS)
    assert isinstance(follow, Follow)

    done = decide(an_answer(), visit=follow.visit, settings=SETTINGS)

    assert isinstance(done, Done)
    assert done.outcome == outcome


@pytest.mark.parametrize(
    ("statuses", "outcome"),
    [
        ((301,), Outcome.MOVED),
        ((308,), Outcome.MOVED),
        ((301, 308), Outcome.MOVED),
        ((302,), Outcome.REDIRECTED),
        ((303,), Outcome.REDIRECTED),
        ((307,), Outcome.REDIRECTED),
        ((301, 302), Outcome.REDIRECTED),
    ],
)
def test_only_a_chain_of_permanent_redirects_means_moved(
    statuses: tuple[int, ...], outcome: Outcome
) -> None:
    visit = a_visit()
    for number, status in enumerate(statuses):
        answer = an_answer(status, b"", location=f"/study/{number}")
        follow = decide(answer, visit=visit, settings=SETTINGS)
        assert isinstance(follow, Follow)
        visit = follow.visit

    assert decide(an_answer(), visit=visit, settings=SETTINGS) == Done(outcome)


TYPES = {
    "text/html; charset=utf-8": True,
    "TEXT/HTML": True,
    "application/xhtml+xml": True,
    "application/pdf": True,
    "application/x-pdf": True,
    "text/plain": True,
    "text/markdown": True,
    "text/csv": True,
    "application/json": True,
    "application/ld+json": True,
    "application/rss+xml": True,
    "application/xml": True,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": True,
    "html": True,
    "": True,
    "video/mp4": False,
    "audio/mpeg": False,
    "image/png": False,
    "image/svg+xml": False,
    "application/zip": False,
    "application/x-tar": False,
    "application/javascript": False,
    "text/css": False,
    "application/vnd.ms-excel": False,
    "font/woff2": False,
}


@pytest.mark.parametrize(("content_type", "is_read"), TYPES.items())
def test_only_types_with_text_are_read(content_type: str, is_read: bool) -> None:  # noqa: FBT001
    answer = an_answer(200, page(), content_type=content_type)

    done = decide(answer, visit=a_visit(), settings=SETTINGS)

    assert isinstance(done, Done)
    assert done.outcome == (Outcome.OK if is_read else Outcome.UNSUPPORTED_TYPE)


@pytest.mark.parametrize(
    ("body", "is_read"),
    [
        (b"<!doctype html><p>hello", True),
        (b"just a line of text\n", True),
        ("只有一行文字\n".encode(), True),
        (b"%PDF-1.4", True),
        (b"PK\x03\x04....word/document.xml", True),
        (b"PK\x03\x04....xl/workbook.xml", False),
        (b"\x7fELF\x02\x01\x01\x00\x00", False),
        (b"\x89PNG\r\n\x1a\n\x00\x00", False),
    ],
)
def test_bytes_without_a_type_are_looked_at(body: bytes, is_read: bool) -> None:  # noqa: FBT001
    answer = an_answer(200, body, content_type="application/octet-stream")

    done = decide(answer, visit=a_visit(), settings=SETTINGS)

    assert isinstance(done, Done)
    assert (done.outcome == Outcome.UNSUPPORTED_TYPE) is not is_read


@pytest.mark.parametrize(
    ("text", "accepted", "others"),
    [
        ("403", {403}, {402, 404}),
        ("200..=204", {200, 204}, {199, 205}),
        ("500..600", {500, 599}, {499, 600}),
        ("..=399", {100, 399}, {400}),
        ("400..", {400, 999}, {399}),
    ],
)
def test_statuses_are_accepted_as_written(text: str, accepted: set[int], others: set[int]) -> None:
    read = parse_accepted(text)

    assert all(read.covers(status, "any.example") for status in accepted)
    assert not any(read.covers(status, "any.example") for status in others)


def test_a_status_may_be_accepted_of_one_host() -> None:
    read = parse_accepted("403@Shy.Example")

    assert read.covers(403, "shy.example")
    assert not read.covers(403, "other.example")
    assert not read.covers(403, "sub.shy.example")


@pytest.mark.parametrize(
    "text", ["", "ok", "40", "4033", "403..402", "403..403", "403@", "..", "@a.example", "403 404"]
)
def test_what_is_no_status_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=r"write for example 403|covers no status"):
        parse_accepted(text)


@pytest.mark.parametrize("status", [401, 403, 404, 429, 500, 503])
def test_an_accepted_status_is_as_good_as_200(status: int) -> None:
    settings = replace(SETTINGS, accepted=(parse_accepted(f"{status}"),))
    answer = an_answer(status, page("The harbour of Norvik has 37 cranes. " * 40))
    intent = decide(answer, visit=a_visit(), settings=settings)

    assert intent == Done(Outcome.OK)


def test_an_accepted_page_that_says_it_is_missing_is_a_soft_404() -> None:
    settings = replace(SETTINGS, accepted=(parse_accepted("404"),))
    answer = an_answer(404, page("Page not found", title="Page not found"))
    intent = decide(answer, visit=a_visit(), settings=settings)

    assert isinstance(intent, Done)
    assert intent.outcome is Outcome.SOFT_404
