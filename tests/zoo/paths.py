"""What sources at one server do, and the one outcome that each of them has.

To add a case, add a path and its answer to `CASES` or `MISBEHAVIOUR`, and to `EXPECTED` its
outcome; a path in `EXPECTED` may have a query.
"""

from __future__ import annotations

import asyncio
import gzip
import socket
import struct
import zlib
from typing import TYPE_CHECKING

import zstandard

from tests.zoo.files import FILES
from tests.zoo.pages import (
    ARTICLE,
    CHINESE_ARTICLE,
    NAVIGATION,
    SENTENCE,
    a_file,
    a_page,
    a_redirect,
    an_error,
    page,
)
from tests.zoo.server import HTML, Asked, Misbehaving, Reply

if TYPE_CHECKING:
    from tests.zoo.server import Case

CAP_BYTES = 300_000
TIMEOUT_SECONDS = 1.0
_GZIP = (HTML, ("Content-Encoding", "gzip"))
_PACKED = gzip.compress(page())


def _first_fails(status: int) -> Case:
    return lambda asked: an_error(status) if asked.visit == 1 else a_page()


def _only_head_is_fine(asked: Asked) -> Reply:
    return Reply(200) if asked.method == "HEAD" else an_error(404)


def _hops(asked: Asked) -> Reply:
    left = int(asked.target.rpartition("/")[2])
    return a_redirect(f"/hops/{left - 1}") if left else a_page()


def _unchanged(name: str, value: str) -> Case:
    """Answers 304 to those who know the value, and the page with it to all others."""
    asking = {"ETag": "if-none-match", "Last-Modified": "if-modified-since"}[name]
    return lambda asked: (
        Reply(304, headers=((name, value),))
        if asked.headers.get(asking) == value
        else Reply(200, page(), (HTML, (name, value)))
    )


def _any_address(asked: Asked) -> Reply:
    return a_page(
        "<nav><a href=/>Home</a></nav><h1>Welcome to the shop</h1><p>Our home page has it all:"
        f"</p><a href=/a>Lamps</a> <a href=/b>Rugs</a><p hidden>{asked.target}</p>",
        title="The shop",
    )


def _wants_its_cookie(asked: Asked) -> Reply:
    if "seen=yes" in asked.headers.get("cookie", ""):
        return a_page()
    return a_redirect(asked.target, 302, Set_Cookie="seen=yes; Path=/")


async def _resets(writer: asyncio.StreamWriter) -> None:
    raw: socket.socket = writer.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
    await asyncio.sleep(0)


async def _hangs_up(writer: asyncio.StreamWriter) -> None:
    writer.close()
    await asyncio.sleep(0)


async def _sleeps(writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(60)
    writer.close()


async def _drips(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9999\r\n\r\n")
    while True:
        writer.write(b".")
        await writer.drain()
        await asyncio.sleep(0.1)


async def _never_ends(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        writer.write(b"<p>more and more of it</p>" * 1000)
        await writer.drain()


async def _drips_its_head(writer: asyncio.StreamWriter) -> None:
    for letter in b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Wait: " + b"." * 999:
        writer.write(bytes([letter]))
        await writer.drain()
        await asyncio.sleep(0.05)


async def _never_ends_its_head(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n")
    while True:
        writer.write(b"X-More: and more and more of it\r\n" * 1000)
        await writer.drain()


async def _never_ends_its_bomb(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n")
    packer = zlib.compressobj(wbits=zlib.MAX_WBITS | 16)
    while True:
        writer.write(packer.compress(b" " * 10_000_000))
        await writer.drain()


async def _sends_a_wrong_chunk(writer: asyncio.StreamWriter) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    writer.write(head + b"5\r\n<p>x<\r\nno number\r\nmore\r\n")
    await writer.drain()


async def _resets_in_the_body(writer: asyncio.StreamWriter) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999\r\n\r\n<p>half"
    writer.write(head)
    await writer.drain()
    await asyncio.sleep(0.05)
    await _resets(writer)


async def _hints_first(writer: asyncio.StreamWriter) -> None:
    body = page()
    writer.write(
        b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n"
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%b"
        % (len(body), body)
    )
    await writer.drain()


async def _ends_with_the_connection(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + page())
    await writer.drain()


async def _speaks_no_http(writer: asyncio.StreamWriter) -> None:
    writer.write(b"220 mail.example ESMTP ready\r\n\r\n")
    await writer.drain()


async def _stops_in_a_chunk(writer: asyncio.StreamWriter) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    writer.write(head + b"ffff\r\n<p>half of it")
    await writer.drain()


async def _sends_chunks(writer: asyncio.StreamWriter) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    body = page()
    writer.write(head + b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body))
    await writer.drain()


async def _redirects_in_raw_utf8(writer: asyncio.StreamWriter) -> None:
    head = "HTTP/1.1 302 Found\r\nLocation: /页面\r\nContent-Length: 0\r\n\r\n"
    writer.write(head.encode("utf-8"))
    await writer.drain()


CASES: dict[str, Case] = {
    "/robots.txt": a_file(b"User-agent: *\nDisallow: /private/\n", "text/plain"),
    "/": a_page("<h1>Welcome</h1>" + ARTICLE),
    "/login": a_page("<form><input type=password></form>", title="Log in"),
    # --- fine
    "/ok": a_page(),
    "/ok/chinese": a_page(CHINESE_ARTICLE, title="测试调查"),
    "/ok/broken-cookie": a_file(page(), "text/html", Set_Cookie="=;;\x01 ,bad[]=1; Domain=."),
    "/ok/short": a_page("<p>The answer is 42.</p>", title="The answer"),
    "/ok/plain": a_file(b"The answer is 42.\n", "text/plain"),
    "/ok/json": a_file(b'{"answer": 42}', "application/json"),
    "/ok/no-type": a_file(page(), ""),
    "/ok/html-as-bytes": a_file(page(), "application/octet-stream"),
    "/ok/gzip": Reply(200, _PACKED, _GZIP),
    "/ok/gzip-in-two-members": Reply(200, gzip.compress(page()) * 2, _GZIP),
    "/ok/deflate": a_file(zlib.compress(page()), "text/html", Content_Encoding="deflate"),
    "/ok/raw-deflate": a_file(zlib.compress(page())[2:-4], "text/html", Content_Encoding="deflate"),
    "/ok/zstd": a_file(zstandard.compress(page()), "text/html", Content_Encoding="zstd"),
    "/ok/second-try": _first_fails(500),
    "/ok/after-429": lambda asked: an_error(429, Retry_After="0") if asked.visit == 1 else a_page(),
    "/ok/after-503": lambda asked: an_error(503, Retry_After="0") if asked.visit == 1 else a_page(),
    "/%E9%A1%B5%E9%9D%A2": a_page(),
    "/ok/long-comments": a_page("<!-- -->" * 3000 + ARTICLE),
    "/ok/latin-1": a_file(page().decode().encode("latin-1"), "text/html; charset=iso-8859-1"),
    "/ok/unknown-charset": a_file(page(), "text/html; charset=klingon"),
    "/not-modified": Reply(304),
    # --- fine, although the words of an error are in it
    "/ok/about-404": a_page(ARTICLE, title="Page not found: a history of the 404 error"),
    "/ok/changelog": a_page(
        "<h1>Changelog</h1>" + "<p>The page has been removed from the menu.</p>" * 30
    ),
    "/ok/removed": a_page(f"<p>The requested article has been removed from {SENTENCE * 8}</p>"),
    "/ok/domains": a_page(f"<p>This domain is for sale, it said. {SENTENCE * 8}</p>"),
    "/ok/cookie-banner": a_page(
        "<div>We value your privacy <button>Accept all</button></div><h1>Survey</h1>" + ARTICLE
    ),
    "/ok/subscribe-box": a_page(ARTICLE + "<p>Subscribe to continue reading our newsletter.</p>"),
    "/ok/script-and-text": a_page(
        ARTICLE + "<noscript>Enable JavaScript</noscript><script></script>"
    ),
    "/ok/login-form-in-a-corner": a_page(ARTICLE + "<form><input type=password>Log in</form>"),
    "/ok/behind-a-service": a_page(
        ARTICLE + "<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>"
    ),
    "/ok/free": a_page(
        ARTICLE, head='<script type="application/ld+json">{"isAccessibleForFree": true}</script>'
    ),
    "/ok/paid-but-whole": a_page(
        ARTICLE, head='<script type="application/ld+json">{"isAccessibleForFree": false}</script>'
    ),
    "/ok/links-to-a-login": a_page(
        "<header><a href=/login>Log in</a> <a href=/join>Subscribe</a></header>" + ARTICLE
    ),
    "/ok/chinese-short": a_page("<p>港口有三十七台起重機，是沿岸最多的。</p>", title="港口"),
    "/ok/removed-in-a-changelog": a_page(
        "<h1>Changelog</h1><h2>2.0</h2><ul>" + "<li>The old option has been removed.</li>" * 9
        + "</ul>",
        title="Changelog",
    ),
    "/ok/203": Reply(203, page()),
    # --- the same, as long as it has not changed
    "/etag": _unchanged("ETag", '"v1"'),
    "/etag/weak": _unchanged("ETag", 'W/"v1"'),
    "/last-modified": _unchanged("Last-Modified", "Sun, 01 Nov 2026 08:00:00 GMT"),
    "/etag/changed": _unchanged("ETag", '"v2"'),
    # --- redirects
    "/redirect/303": a_redirect("/ok", 303),
    "/redirect/relative": a_redirect("../ok"),
    "/redirect/without-scheme": lambda asked: a_redirect(f"//{asked.headers['host']}/ok"),
    "/redirect/chain": a_redirect("/hops/4"),
    "/redirect/fragment": a_redirect("/ok#part"),
    "/redirect/300-and-no-way": Reply(300, page("<a href=/a>one</a> <a href=/b>other</a>")),
    **{f"/hops/{number}": _hops for number in range(31)},
    "/loop/ping": a_redirect("/loop/pong", 301),
    "/loop/pong": a_redirect("/loop/ping", 302),
    "/loop/refresh": a_page("x", head='<meta http-equiv=refresh content="0;url=/loop/refreshed">'),
    "/loop/refreshed": a_page("x", head='<meta http-equiv=refresh content="0;url=/loop/refresh">'),
    "/bad-redirect/file": a_redirect("file:///etc/passwd"),
    "/bad-redirect/data": a_redirect("data:text/html,hello"),
    "/bad-redirect/empty": a_redirect(""),
    "/refresh/to-itself": a_page(
        head='<meta http-equiv="refresh" content="5; url=/refresh/to-itself">'
    ),
    "/head-only": _only_head_is_fine,
    "/redirect": a_redirect("/ok"),
    "/redirect/307": a_redirect("/ok", 307),
    "/moved": a_redirect("/ok", 301),
    "/moved/308": a_redirect("/ok", 308),
    "/moved/mixed": a_redirect("/redirect", 301),
    "/moved/raw": a_redirect("ok?with space", 301),
    "/moved/ok": a_page(),
    "/loop/a": a_redirect("/loop/b"),
    "/loop/b": a_redirect("/loop/a"),
    "/loop/self": a_redirect("/loop/self"),
    "/loop/deeper": lambda asked: a_redirect(f"/loop/deeper?{asked.visit}"),
    "/loop/until-cookie": _wants_its_cookie,
    "/bad-redirect/none": Reply(302),
    "/bad-redirect/script": a_redirect("javascript:alert(1)"),
    "/bad-redirect/broken": a_redirect("http://[broken"),
    "/bad-redirect/ftp": a_redirect("ftp://example.org/file"),
    "/to-home": a_redirect("/"),
    "/to-home/permanent": a_redirect("/", 301),
    "/to-login": a_redirect("/login?next=/to-login"),
    "/to-inside": a_redirect("http://169.254.169.254/latest/meta-data/"),
    "/to-nobody": a_redirect("http://127.0.0.1:9/"),
    "/to-404": a_redirect("/nowhere"),
    "/refresh": a_page("Moved", head='<meta http-equiv="refresh" content="0; url=/ok">'),
    "/refresh/404": a_page("Moved", head='<meta http-equiv=refresh content="0;URL=/nowhere">'),
    "/ok/refresh-later": a_page(head='<meta http-equiv="refresh" content="300; url=/ok">'),
    # --- statuses
    "/gone": an_error(410),
    "/401": an_error(401),
    "/402": an_error(402),
    "/403": an_error(403),
    "/451": an_error(451),
    "/418": an_error(418),
    "/400": an_error(400),
    "/405": an_error(405),
    "/406": an_error(406),
    "/407": an_error(407),
    "/408": an_error(408),
    "/421": an_error(421),
    "/431": an_error(431),
    "/511": an_error(511),
    "/999": an_error(999),
    "/501": an_error(501),
    "/502": an_error(502),
    "/504": an_error(504),
    "/520": an_error(520),
    "/205": Reply(205),
    "/ok/third-try-but-one": _first_fails(502),
    "/429/date": an_error(429, Retry_After="Fri, 01 Jan 2100 00:00:00 GMT"),
    "/429/seconds": an_error(429, Retry_After="0"),
    "/503/twice": lambda asked: an_error(503) if asked.visit <= 2 else a_page(),
    "/500": an_error(500),
    "/503": an_error(503),
    "/429": an_error(429),
    "/429/tomorrow": an_error(429, Retry_After="86400"),
    "/429/nonsense": an_error(429, Retry_After="soon"),
    "/503/date": an_error(503, Retry_After="Wed, 01 Jan 2098 00:00:00 GMT"),
    "/204": Reply(204),
    "/empty": Reply(200),
    "/empty/page": a_page("", title=""),
    # --- bodies
    "/truncated": Reply(200, page(), promise=10**5),
    "/truncated/gzip": Reply(200, _PACKED[:-20], _GZIP),
    "/undecodable": Reply(200, page(), _GZIP),
    "/undecodable/br": a_file(b"\x8b\x02\x80hello\x03", "text/html", Content_Encoding="br"),
    "/too-large": a_file(b"x" * (CAP_BYTES + 1), "text/plain"),
    "/bomb/gzip": Reply(200, gzip.compress(b" " * 60_000_000), _GZIP),
    "/bomb/zstd": a_file(
        zstandard.compress(b" " * 60_000_000), "text/html", Content_Encoding="zstd"
    ),
    "/video": a_file(b"\x00\x00\x00\x20ftypisom" * 9, "video/mp4"),
    "/image": a_file(b"\x89PNG\r\n\x1a\n\x00", "image/png"),
    "/zip": a_file(b"PK\x03\x04\x00\x00", "application/zip"),
    "/bytes": a_file(bytes(range(256)) * 9, "application/octet-stream"),
    "/gzip-lie": a_file(page(), "text/html", Content_Encoding="gzip"),
    "/font": a_file(b"wOF2\x00\x01", "font/woff2"),
    # --- pages that are not the page
    "/any/": _any_address,
    "/soft-404/german": a_page("<h1>Seite nicht gefunden</h1>", title="Beispiel"),
    "/soft-404/french": a_page("<h1>Page introuvable</h1>", title="Exemple"),
    "/soft-404/spanish": a_page("<h1>Página no encontrada</h1>", title="Ejemplo"),
    "/soft-404/japanese": a_page("<p>お探しのページは見つかりませんでした。</p>", title="例"),
    "/paywall/chinese": a_page(f"<h1>新聞</h1><p>{SENTENCE}</p><div>訂閱後繼續閱讀</div>"),
    "/paywall/reserved": a_page("<h1>Info</h1><p>Article réservé aux abonnés</p>", title="Info"),
    "/consent/german": a_page(
        "<h1>Bevor Sie fortfahren</h1><button>Alle akzeptieren</button>"
        "<button>Alle ablehnen</button>",
        title="Bevor Sie fortfahren",
    ),
    "/challenge/429": Reply(429, page("<script>_cf_chl_opt={}</script>", title="Just a moment...")),
    "/challenge/chinese": a_page(
        "<p>请完成安全验证</p><div class=geetest></div>", title="安全验证"
    ),
    "/shell/react": a_page('<div id="__next"></div><script src="/n.js"></script>', title="App"),
    "/shell/script-redirect": a_page("<script>location.href='/ok'</script>", title=""),
    "/soft-404": a_page("<h1>Page not found</h1><p>Try the search.</p>", title="Example"),
    "/soft-404/title": a_page(NAVIGATION + "<p>Try the search.</p>", title="404 | Example Times"),
    "/soft-404/sentence": a_page("<p>Sorry, the page you are looking for doesn't exist.</p>"),
    "/soft-404/removed": a_page("<p>This article is no longer available.</p>", title="Example"),
    "/soft-404/chinese": a_page("<p>您访问的页面不存在</p>", title="示例网"),
    "/soft-404/traditional": a_page("<p>返回首頁</p>", title="找不到頁面 - 範例"),
    "/soft-404/deleted": a_page("<p>该文章已被作者删除。</p>", title="博客"),
    "/parked": a_page("<h1>example.org</h1><p>This domain is for sale.</p>", title="example.org"),
    "/parked/script": a_page(
        "<script src='https://www.sedoparking.com/frmpark/x.js'></script>", title="x"
    ),
    "/parked/chinese": a_page("<h1>该域名正在出售</h1>", title="example.cn"),
    "/consent": a_page(
        "<h1>Before you continue</h1><p>We use cookies.</p><button>Reject all</button>"
        "<button>Accept all</button>",
        title="Before you continue",
    ),
    "/paywall": a_page(
        f"<h1>News</h1><p>{SENTENCE}</p><div>Subscribe to continue reading.</div>", title="News"
    ),
    "/paywall/data": a_page(
        f"<h1>News</h1><p>{SENTENCE}</p>",
        head='<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle",'
        ' "isAccessibleForFree": "False"}]}</script>',
    ),
    "/challenge": a_page(
        "<noscript>Enable JavaScript and cookies to continue</noscript>"
        "<script>window._cf_chl_opt={}</script>",
        title="Just a moment...",
    ),
    "/challenge/403": Reply(403, page("<script>_cf_chl_opt={}</script>", title="Just a moment...")),
    "/challenge/503": an_error(503, "<h1>Wait</h1>", Cf_Mitigated="challenge"),
    "/challenge/captcha": a_page("<p>Please verify you are human</p><div class=g-recaptcha></div>"),
    "/shell": a_page('<div id="root"></div><script src="/app.js"></script>', title="App"),
    "/shell/noscript": a_page(
        "<noscript>You need to enable JavaScript to run this app.</noscript>"
        "<div id=main-thing></div><script src='/app.js'></script>",
        title="App",
    ),
    "/login-form": a_page("<h1>Sign in</h1><form><input type=password></form>", title="Sign in"),
    "/private/page": a_page(),
}  # fmt: skip

MISBEHAVIOUR: dict[str, Misbehaving] = {
    "/reset": _resets,
    "/hangs-up": _hangs_up,
    "/sleeps": _sleeps,
    "/drips": _drips,
    "/endless": _never_ends,
    "/no-http": _speaks_no_http,
    "/truncated/chunk": _stops_in_a_chunk,
    "/ok/chunks": _sends_chunks,
    "/redirect/utf-8": _redirects_in_raw_utf8,
    "/drips/head": _drips_its_head,
    "/endless/head": _never_ends_its_head,
    "/endless/bomb": _never_ends_its_bomb,
    "/truncated/wrong-chunk": _sends_a_wrong_chunk,
    "/reset/body": _resets_in_the_body,
    "/ok/early-hints": _hints_first,
    "/ok/http-1.0": _ends_with_the_connection,
}

CASES |= FILES

EXPECTED: dict[str, str] = {
    **{path: "ok" for path in (*CASES, *MISBEHAVIOUR) if path.startswith("/ok")},
    **{path: "ok" for path in FILES if path.startswith("/charset/")},
    "/not-modified": "not_modified",
    "/etag": "not_modified",
    "/etag/weak": "not_modified",
    "/etag/changed": "ok",
    "/last-modified": "not_modified",
    "/redirect/303": "redirected",
    "/redirect/relative": "redirected",
    "/redirect/without-scheme": "redirected",
    "/redirect/chain": "redirected",
    "/redirect/fragment": "redirected",
    "/redirect/300-and-no-way": "http_error",
    "/hops/30": "redirect_loop",
    "/loop/ping": "redirect_loop",
    "/loop/refresh": "redirect_loop",
    "/bad-redirect/file": "bad_redirect",
    "/bad-redirect/data": "bad_redirect",
    "/bad-redirect/empty": "bad_redirect",
    "/refresh/to-itself": "ok",
    "/head-only": "not_found",
    "/400": "http_error",
    "/405": "http_error",
    "/406": "http_error",
    "/407": "forbidden",
    "/408": "timeout",
    "/421": "http_error",
    "/431": "http_error",
    "/511": "login_required",
    "/999": "forbidden",
    "/501": "server_error",
    "/502": "server_error",
    "/504": "server_error",
    "/520": "server_error",
    "/205": "empty",
    "/429/date": "rate_limited",
    "/429/seconds": "rate_limited",
    "/503/twice": "ok",
    "/gzip-lie": "undecodable",
    "/font": "unsupported_type",
    "/pdf/scanned": "empty",
    "/pdf/locked": "undecodable",
    "/pdf/broken": "undecodable",
    "/pdf/cut": "undecodable",
    "/any/address": "soft_404",
    "/soft-404/german": "soft_404",
    "/soft-404/french": "soft_404",
    "/soft-404/spanish": "soft_404",
    "/soft-404/japanese": "soft_404",
    "/paywall/chinese": "paywalled",
    "/paywall/reserved": "paywalled",
    "/consent/german": "consent_wall",
    "/challenge/429": "bot_challenge",
    "/challenge/chinese": "bot_challenge",
    "/shell/react": "needs_javascript",
    "/shell/script-redirect": "needs_javascript",
    "/drips/head": "timeout",
    "/endless/head": "http_error",
    "/endless/bomb": "decompression_bomb",
    "/truncated/wrong-chunk": "truncated",
    "/reset/body": "truncated",
    "/redirect": "redirected",
    "/redirect/307": "redirected",
    "/redirect/utf-8": "redirected",
    "/moved": "moved",
    "/moved/308": "moved",
    "/moved/mixed": "redirected",
    "/moved/raw": "moved",
    "/loop/a": "redirect_loop",
    "/loop/self": "redirect_loop",
    "/loop/deeper": "redirect_loop",
    "/loop/until-cookie": "redirected",
    "/bad-redirect/none": "bad_redirect",
    "/bad-redirect/script": "bad_redirect",
    "/bad-redirect/broken": "bad_redirect",
    "/bad-redirect/ftp": "bad_redirect",
    "/to-home": "redirected_home",
    "/to-home/permanent": "redirected_home",
    "/to-login": "login_required",
    "/to-inside": "blocked_address",
    "/to-nobody": "connection_refused",
    "/to-404": "not_found",
    "/refresh": "redirected",
    "/refresh/404": "not_found",
    "/nowhere": "not_found",
    "/gone": "gone",
    "/401": "login_required",
    "/402": "paywalled",
    "/403": "forbidden",
    "/451": "legal",
    "/418": "http_error",
    "/500": "server_error",
    "/503": "server_error",
    "/429": "rate_limited",
    "/429/tomorrow": "rate_limited",
    "/429/nonsense": "rate_limited",
    "/503/date": "rate_limited",
    "/204": "empty",
    "/empty": "empty",
    "/empty/page": "empty",
    "/truncated": "truncated",
    "/truncated/gzip": "truncated",
    "/truncated/chunk": "truncated",
    "/undecodable": "undecodable",
    "/undecodable/br": "undecodable",
    "/too-large": "too_large",
    "/endless": "too_large",
    "/bomb/gzip": "decompression_bomb",
    "/bomb/zstd": "decompression_bomb",
    "/video": "unsupported_type",
    "/image": "unsupported_type",
    "/zip": "unsupported_type",
    "/bytes": "unsupported_type",
    "/soft-404": "soft_404",
    "/soft-404/title": "soft_404",
    "/soft-404/sentence": "soft_404",
    "/soft-404/removed": "soft_404",
    "/soft-404/chinese": "soft_404",
    "/soft-404/traditional": "soft_404",
    "/soft-404/deleted": "soft_404",
    "/parked": "parked",
    "/parked/script": "parked",
    "/parked/chinese": "parked",
    "/consent": "consent_wall",
    "/paywall": "paywalled",
    "/paywall/data": "paywalled",
    "/challenge": "bot_challenge",
    "/challenge/403": "bot_challenge",
    "/challenge/503": "bot_challenge",
    "/challenge/captcha": "bot_challenge",
    "/shell": "needs_javascript",
    "/shell/noscript": "needs_javascript",
    "/login-form": "login_required",
    "/private/page": "robots_disallowed",
    "/reset": "connection_reset",
    "/hangs-up": "connection_reset",
    "/sleeps": "timeout",
    "/drips": "timeout",
    "/no-http": "http_error",
}
