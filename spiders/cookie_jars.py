"""Cookies that the user brings along, in the file format of Netscape, curl and wget."""

from __future__ import annotations

import warnings
from http.cookiejar import DefaultCookiePolicy, LoadError, MozillaCookieJar
from typing import TYPE_CHECKING
from urllib.request import Request

from claims.errors import BadUsage

if TYPE_CHECKING:
    from http.cookiejar import CookieJar


def open_cookie_jar(path: str) -> CookieJar:
    """Read a file of cookies; raises BadUsage, in words that show none of them."""
    # The library's default sends the cookies of a host to those below it too.
    policy = DefaultCookiePolicy(strict_ns_domain=DefaultCookiePolicy.DomainStrictNonDomain)
    jar = MozillaCookieJar(path, policy=policy)
    try:
        with warnings.catch_warnings(action="ignore"):
            jar.load(ignore_discard=True, ignore_expires=True)
    except LoadError as error:
        raise BadUsage(
            f"--cookie-jar {path}: is no file of cookies in Netscape's format, which begins with"
            " '# Netscape HTTP Cookie File' and has seven fields a line, parted by tabs"
        ) from error
    except OSError as error:
        raise BadUsage(f"--cookie-jar {path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise BadUsage(f"--cookie-jar {path}: is not UTF-8 (byte {error.start})") from error
    for cookie in jar:
        # So curl and browsers write that a cookie is for the session.
        if cookie.expires == 0:
            cookie.expires = None
    return jar


def cookies_in(jar: CookieJar, *, url: str) -> dict[str, str]:
    """The cookies of a jar that belong to a URL's host, path and scheme and have not expired."""
    asked = Request(url)  # noqa: S310  # never sent; it only carries the URL to the jar
    jar.add_cookie_header(asked)
    pairs = (pair.partition("=") for pair in (asked.get_header("Cookie") or "").split("; "))
    return {name: value for name, equals, value in pairs if equals}
