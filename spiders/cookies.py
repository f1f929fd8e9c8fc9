"""Cookies within one chain of redirects, for the sites that answer only with their cookie back.

Nothing is kept between two cited URLs, and a cookie never leaves the host that set it or,
with `Domain`, that host's parent domain. Paths and expiry do not matter within a second.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from spiders.cookie_jars import cookies_in

if TYPE_CHECKING:
    from http.cookiejar import CookieJar

    from spiders.exchange import Answer

_MOST_COOKIES = 50


@dataclass(frozen=True, slots=True, order=True)
class Cookie:
    """A name and value to be sent to `host` and, if `for_subdomains`, to what is below it."""

    host: str
    for_subdomains: bool
    name: str
    value: str


Cookies = tuple[Cookie, ...]


def cookies_after(answer: Answer, *, url: str, cookies: Cookies) -> Cookies:
    """Give the cookies of a chain after this answer, in an order that can be compared."""
    kept = {(cookie.host, cookie.name): cookie for cookie in cookies}
    for line in answer.header_values("set-cookie"):
        if cookie := _read(line, urlsplit(url).hostname or ""):
            kept[cookie.host, cookie.name] = cookie
    return tuple(sorted(kept.values())[:_MOST_COOKIES])


def cookie_header(cookies: Cookies, *, url: str, jar: CookieJar | None = None) -> str:
    """Give the Cookie header for a request, "" if no cookie belongs to its host.

    What the site has just set replaces what the user's jar has under the same name.
    """
    host = urlsplit(url).hostname or ""
    pairs = cookies_in(jar, url=url) if jar is not None else {}
    pairs |= {cookie.name: cookie.value for cookie in cookies if _fits(cookie, host)}
    return "; ".join(f"{name}={value}" for name, value in pairs.items())


def _read(line: str, host: str) -> Cookie | None:
    pair, *attributes = line.split(";")
    name, equals, value = (part.strip() for part in pair.partition("="))
    if not equals or not name:
        return None
    for attribute in attributes:
        key, _, domain = attribute.partition("=")
        if key.strip().lower() == "domain" and (parent := domain.strip().lstrip(".").lower()):
            is_parent = host == parent or (host.endswith(f".{parent}") and "." in parent)
            return Cookie(parent, True, name, value) if is_parent else None  # noqa: FBT003
    return Cookie(host, False, name, value)  # noqa: FBT003 -- the fields' order is their sort


def _fits(cookie: Cookie, host: str) -> bool:
    return host == cookie.host or (cookie.for_subdomains and host.endswith(f".{cookie.host}"))
