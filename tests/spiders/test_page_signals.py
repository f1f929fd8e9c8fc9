"""What a page gives away, beyond the zoo: both sides of each line."""

from __future__ import annotations

import re
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.values import Outcome
from spiders.outcomes import Done, Follow, decide
from spiders.page_view import read_page_view, weight_of
from spiders.settings import CrawlSettings
from tests.spiders.makers import a_visit, an_answer
from tests.zoo.pages import ARTICLE, NAVIGATION, SENTENCE, page

SETTINGS = CrawlSettings(max_retries=0)


def outcome_of(body: bytes, status: int = 200, content_type: str = "text/html") -> str:
    answer = an_answer(status, body, content_type=content_type)
    intent = decide(answer, visit=a_visit(), settings=SETTINGS)
    if isinstance(intent, Follow) and intent.visit.compared_with:
        # Odd, but nothing by itself.
        return intent.visit.compared_with.done.outcome
    assert isinstance(intent, Done)
    return intent.outcome


NOT_FOUND_TITLES = [
    "404",
    "404 Not Found",
    "Error 404",
    "HTTP 404",
    "404 - Page not found",
    "404: Page Not Found | Example News",
    "Example: Page not found",
    "Page not found · Example",
    "Example — Page Not Found",
    "Page Not Found (404)",
    "Oops! Page not found",
    "Oops! That page can't be found.",
    "Oops! That page can’t be found – My Blog",
    "Sorry, page not found",
    "The page cannot be found",
    "The requested page could not be found",
    "The page you are looking for does not exist",
    "This page doesn't exist",
    "Article not found",
    "File not found",
    "Content unavailable",
    "410 Gone",
    "Not Found",
    "Seite nicht gefunden - Beispiel",
    "Page introuvable",
    "Página no encontrada | Ejemplo",
    "页面不存在",
    "404 页面不存在",
    "页面未找到 - 示例",
    "找不到网页",
    "抱歉，您访问的页面不存在",
    "很抱歉，您要访问的页面不存在！",
    "该页面不存在",
    "此页面已被删除",
    "您查看的内容不存在或已被删除",
    "頁面不存在｜範例",
    "找不到此頁面",
    "ページが見つかりません",
]


@pytest.mark.parametrize("title", NOT_FOUND_TITLES)
def test_a_title_that_says_not_found_is_a_soft_404(title: str) -> None:
    assert outcome_of(page(NAVIGATION + "<p>Home</p>", title=title)) == "soft_404"


@pytest.mark.parametrize(
    "heading",
    [title for title in NOT_FOUND_TITLES if not re.search(r" [-–—|·] |｜|Example", title)],
)
def test_a_heading_that_says_not_found_is_a_soft_404(heading: str) -> None:
    assert outcome_of(page(f"<h1>{heading}</h1><p>Home</p>", title="Example")) == "soft_404"


FINE_TITLES = [
    "Why 404 pages matter",
    "How to design a page not found message",
    "Not found: Amelia Earhart's plane",
    "Highway 404 extension opens",
    "Lost and Found",
    "Missing persons report 2025",
    "Removed from office",
    "410 new jobs in Leeds",
    "The page that was never found",
    "Peugeot 404",
    "Area code 404",
    "404 Media",
    "页面设计指南",
    "不存在的骑士",
]


@pytest.mark.parametrize("title", FINE_TITLES)
def test_a_title_about_something_else_is_fine(title: str) -> None:
    assert outcome_of(page(f"<h1>{title}</h1><p>{SENTENCE}</p>", title=title)) == "ok"


@pytest.mark.parametrize("title", NOT_FOUND_TITLES)
def test_whatever_its_title_an_article_is_an_article(title: str) -> None:
    assert outcome_of(page(f"<h1>{title}</h1>{ARTICLE}", title=title)) == "ok"


NOT_FOUND_SENTENCES = [
    "Sorry, the page you are looking for could not be found.",
    "The page you're looking for doesn't exist or has been moved.",
    "The page you requested was not found.",
    "The page you were looking for has been removed, had its name changed, or is unavailable.",
    "We can't find the page you were looking for.",
    "We couldn't find that page.",
    "The requested URL /study was not found on this server.",
    "This page could not be found.",
    "This article is no longer available.",
    "Nothing was found at this location.",
    "It looks like nothing was found at this location. Maybe try a search?",
    "您访问的页面不存在",
    "您要找的内容已被删除。",
    "该文章已被作者删除",
    "抱歉，页面不存在",
]


@pytest.mark.parametrize("sentence", NOT_FOUND_SENTENCES)
def test_a_page_that_says_little_else_is_a_soft_404(sentence: str) -> None:
    assert outcome_of(page(f"{NAVIGATION}<p>{sentence}</p>", title="Example")) == "soft_404"


@pytest.mark.parametrize("sentence", NOT_FOUND_SENTENCES)
def test_the_same_sentence_in_an_article_is_fine(sentence: str) -> None:
    assert outcome_of(page(f"{ARTICLE}<p>{sentence}</p>", title="Example")) == "ok"


FINE_SENTENCES = [
    "Support for the old format has been removed in version 3.",
    "The missing link was found in 1974 in Ethiopia.",
    "We found no evidence that this page was ever printed.",
    "The domain of the function is the set of real numbers.",
    "Cookies are baked for 12 minutes.",
    "The company said it had 2,000 subscribers.",
    "You need JavaScript skills for this job.",
    "Log in to the server with ssh and read the file.",
    "Robots made up 12% of the workforce.",
]


@pytest.mark.parametrize("sentence", FINE_SENTENCES)
def test_a_short_page_about_something_else_is_fine(sentence: str) -> None:
    assert outcome_of(page(f"<p>{sentence}</p>", title="Note")) == "ok"


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ("<h1>Buy this domain</h1>", "parked"),
        ("<p>shop.example is for sale</p>", "parked"),
        ("<p>The owner of this domain has not published a page.</p>", "parked"),
        ("<p>此域名可出售</p>", "parked"),
        ("<p>This house is for sale.</p>", "ok"),
    ],
)
def test_a_parked_domain_is_told_from_an_offer(body: str, outcome: str) -> None:
    assert outcome_of(page(body, title="x")) == outcome


@pytest.mark.parametrize(
    ("status", "outcome"), [(200, "bot_challenge"), (403, "bot_challenge"), (503, "bot_challenge")]
)
def test_a_challenge_is_one_with_any_status(status: int, outcome: str) -> None:
    body = page("<script>window._cf_chl_opt={}</script>", title="Just a moment...")

    assert outcome_of(body, status) == outcome


def test_a_comment_form_with_a_captcha_is_no_challenge() -> None:
    body = page(f"<p>{SENTENCE}</p><form><div class=g-recaptcha></div></form>")

    assert outcome_of(body) == "ok"


def test_a_403_with_an_article_on_captchas_is_forbidden() -> None:
    assert outcome_of(page(ARTICLE + "g-recaptcha"), 403) == "forbidden"


@pytest.mark.parametrize(
    "mark",
    [
        '{"@type":"NewsArticle","isAccessibleForFree":false}',
        '{"@type":"NewsArticle","isAccessibleForFree":"False"}',
        '[{"@graph":[{"@type":"Article","isAccessibleForFree":"false"}]}]',
        '{"hasPart":{"isAccessibleForFree":false,"cssSelector":".paywall"}}',
    ],
)
def test_structured_data_tells_a_paywall_where_the_text_is_short(mark: str) -> None:
    head = f'<script type="application/ld+json">{mark}</script>'

    assert outcome_of(page(f"<p>{SENTENCE}</p>", head=head)) == "paywalled"
    assert outcome_of(page(ARTICLE, head=head)) == "ok"


def test_broken_structured_data_tells_nothing() -> None:
    head = '<script type="application/ld+json">{"isAccessibleForFree":false,</script>'

    assert outcome_of(page(f"<p>{SENTENCE}</p>", head=head)) == "ok"


@pytest.mark.parametrize(
    "body",
    [
        "<p>hi</p>",
        "<p>42</p><script>track()</script>",
        "<img src=chart.png><p>Chart 1</p>",
        "<frameset><frame src=a.html></frameset>",
    ],
)
def test_a_page_with_little_on_it_is_still_a_page(body: str) -> None:
    assert outcome_of(page(body, title="Small")) == "ok"


@pytest.mark.parametrize("content_type", ["text/html; charset=big5", "text/html; charset=utf-16"])
def test_the_charset_of_the_header_is_used(content_type: str) -> None:
    body = page("<h1>頁面不存在</h1>", title="範例").decode()

    encoded = body.encode(content_type.rpartition("=")[2])

    assert outcome_of(encoded, content_type=content_type) == "soft_404"


def test_han_characters_weigh_more() -> None:
    assert weight_of("abc") == 3
    assert weight_of("統計學") == 9


def test_navigation_and_scripts_are_no_prose() -> None:
    view = read_page_view(page(NAVIGATION + "<script>var x = 'x'</script><p>Text</p>"), "text/html")

    assert view.main == "Text"
    assert "Section 3" in view.text
    assert "var x" not in view.text


@given(st.binary(max_size=400), st.sampled_from(["", "text/html", "text/html; charset=nonsense"]))
def test_no_body_breaks_the_decider(body: bytes, content_type: str) -> None:
    assert Outcome(outcome_of(body, content_type=content_type))


@given(
    st.lists(
        st.sampled_from(
            "<p> </p> <div> <script> </script> <!-- --> <![CDATA[ ]]> <title> <h1> <nav> <form>"
            " <meta http-equiv=refresh content='0;url=//['> &#xD800; &amp; \x00 页面不存在"
            " 404".split()
        ),
        max_size=30,
    )
)
def test_no_markup_breaks_the_decider(pieces: list[str]) -> None:
    body = "".join(pieces).encode()

    decide(an_answer(200, body), visit=a_visit(), settings=SETTINGS)


@pytest.mark.parametrize(
    "body",
    [
        b"<div>" * 100_000,
        b"<!---->" * 100_000,
        b"<title>" + b"404 - " * 100_000,
        b"<title>" + b"oops " * 100_000,
        b"<h1>" + b"the page you are looking for " * 20_000,
        b"<p>" + "您访问的页面".encode() * 30_000,
        b"<p>this domain " * 40_000,
        b"<meta charset=" * 40_000,
        b"<meta http-equiv=refresh content='0" + b";" * 100_000,
        b"<script type=application/ld+json>isAccessibleForFree" + b"[" * 100_000,
        b"a " * 250_000,
    ],
    ids=lambda body: repr(body[:30]),
)
def test_hostile_pages_take_no_more_time_than_others(body: bytes) -> None:
    began = perf_counter()
    decide(an_answer(200, body), visit=a_visit(), settings=SETTINGS)
    decide(an_answer(200, body, content_type=""), visit=a_visit(), settings=SETTINGS)

    assert perf_counter() - began < 2.0
