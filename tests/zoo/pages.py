"""Makers of web pages: an article unless a test says otherwise."""

from __future__ import annotations

from tests.zoo.server import HTML, Reply

SENTENCE = (
    "The survey asked 1,200 engineers in twelve countries how they test their releases, and"
    " more than half of them said that they had changed their minds within the last year. "
)
ARTICLE = f"<p>{SENTENCE * 4}</p>" * 6
CHINESE_ARTICLE = (
    "<p>" + "这项调查询问了十二个国家的一千二百名工程师如何测试他们的版本。" * 30 + "</p>"
)
NAVIGATION = "<nav>" + "".join(f"<a href='/{n}'>Section {n}</a>" for n in range(40)) + "</nav>"


def page(body: str = ARTICLE, *, title: str = "A survey of testing", head: str = "") -> bytes:
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title>{head}</head>"
        f"<body>{body}</body></html>"
    ).encode()


def a_page(body: str = ARTICLE, *, title: str = "A survey", head: str = "") -> Reply:
    return Reply(200, page(body, title=title, head=head))


def an_error(status: int, body: str = "<h1>Sorry</h1>", **headers: str) -> Reply:
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Reply(status, page(body), (HTML, *named))


def a_redirect(location: str, status: int = 302, **headers: str) -> Reply:
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Reply(status, b"", (("Location", location), *named))


def a_file(body: bytes, content_type: str, **headers: str) -> Reply:
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    kind = (("Content-Type", content_type),) if content_type else ()
    return Reply(200, body, (*kind, *named))
