"""Soft 404 by comparison with a page that cannot be there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from spiders.siblings import sibling_of
from tests.spiders.crawling import QUICK, crawled, quick
from tests.zoo.pages import ARTICLE, a_page
from tests.zoo.server import Asked, Reply, Server

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.zoo.server import Case

SHOP = "<nav><a href=/>Home</a></nav><h1>Welcome to our shop</h1>" + "".join(
    f"<a href=/c/{name}>{name}</a> " for name in ("Lamps", "Chairs", "Tables", "Rugs", "Beds")
)
FRIENDLY = "<h1>Hmm</h1><p>That took a wrong turn. Here is our home page instead.</p>"


def outcomes(cases: Mapping[str, Case], *paths: str, **settings: object) -> list[str]:
    with Server(cases) as server:
        urls = [server.url(path) for path in paths]
        by_url = {one.url: one.outcome.value for one in crawled(urls, quick(**settings))}
    return [by_url[url] for url in urls]


def saying_its_address(asked: Asked) -> Reply:
    case = a_page(f"{FRIENDLY}<p>You came by {asked.target}.</p>")
    return case if isinstance(case, Reply) else case(asked)


@pytest.mark.parametrize(
    "case",
    [
        a_page(SHOP),
        a_page(FRIENDLY),
        saying_its_address,
        a_page(ARTICLE, head='<link rel="canonical" href="/">'),
        a_page("<p>返回首頁，看看其他內容。</p>", title="範例"),
    ],
)
def test_a_page_that_stands_at_any_address_is_none(case: Case) -> None:
    assert outcomes({"/old/": case}, "/old/page.html") == ["soft_404"]


@pytest.mark.parametrize(
    "case",
    [
        # Long enough to be what it is, or with nothing that makes one doubt.
        a_page(ARTICLE),
        a_page("<p>The answer is 42.</p>"),
        a_page("<p>港口有三十七台起重機。</p>", title="港口"),
        # What it says of its own address is none.
        a_page(ARTICLE, head='<link rel="canonical" href="http://[nowhere">'),
    ],
)
def test_a_page_without_anything_odd_is_not_compared(case: Case) -> None:
    with Server({"/any/": case}) as server:
        (result,) = crawled([server.url("/any/page")], QUICK)
        assert result.outcome == "ok"
        assert [one.target for one in server.asked] == ["/robots.txt", "/any/page"]


@pytest.mark.parametrize("body", [SHOP, FRIENDLY, "<p>Sorry, we were closed on 3 May.</p>"])
def test_an_odd_page_is_fine_where_its_siblings_are_not_there(body: str) -> None:
    assert outcomes({"/shop/page": a_page(body)}, "/shop/page") == ["ok"]


def test_an_odd_page_is_fine_where_its_siblings_are_others() -> None:
    cases = {"/shop/page": a_page(SHOP), "/shop/": a_page(FRIENDLY)}
    assert outcomes(cases, "/shop/page") == ["ok"]
    redirected = {"/shop/page": a_page(SHOP), "/shop/": Reply(302, headers=(("Location", "/"),))}
    assert outcomes(redirected, "/shop/page") == ["ok"]
    broken = {"/shop/page": a_page(SHOP), "/shop/": Reply(500)}
    assert outcomes(broken, "/shop/page") == ["ok"]


def test_a_home_page_has_no_siblings() -> None:
    assert outcomes({"/": a_page(SHOP)}, "/", "/?from=note") == ["ok", "ok"]


def test_the_last_of_some_redirects_is_compared() -> None:
    cases = {"/from": Reply(301, headers=(("Location", "/old/page"),)), "/old/": a_page(SHOP)}
    assert outcomes(cases, "/from") == ["soft_404"]


def test_a_sibling_that_robots_may_not_ask_for_proves_nothing() -> None:
    rules = Reply(200, b"User-agent: *\nDisallow: /old/no-such", (("Content-Type", "text/plain"),))
    assert outcomes({"/robots.txt": rules, "/old/": a_page(SHOP)}, "/old/page") == ["ok"]


def test_the_interval_to_a_host_holds_for_siblings_too() -> None:
    with Server({"/old/": a_page(SHOP)}) as server:
        settings = replace(QUICK, host_interval_seconds=0.2)
        (result,) = crawled([server.url("/old/page")], settings)
    assert result.outcome == "soft_404"
    assert result.http_status == 200


def test_a_sibling_is_always_the_same_and_in_the_same_folder() -> None:
    made = sibling_of("https://a.example/x/y/page.html?id=3")
    assert made == sibling_of("https://a.example/x/y/page.html?id=3")
    assert made.startswith("https://a.example/x/y/no-such-page-")
    assert made.endswith(".html")
    assert sibling_of("https://a.example/page") != sibling_of("https://a.example/other")
