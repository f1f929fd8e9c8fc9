"""What we say of ourselves with each request."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from spiders.cookies import cookie_header

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spiders.settings import CrawlSettings
    from spiders.visits import Visit

_ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/*;q=0.9,*/*;q=0.8"
# The user's secrets are for the host that the document cites, not for where it redirects to.
SECRETS = frozenset({"authorization", "cookie", "proxy-authorization"})


def headers_for(visit: Visit, settings: CrawlSettings) -> tuple[tuple[str, str], ...]:
    """Give the headers of the request for `visit.location`; the user's own replace ours."""
    ours = {"user-agent": ("User-Agent", settings.user_agent), "accept": ("Accept", _ACCEPT)}
    if cookie := cookie_header(visit.cookies, url=visit.location, jar=settings.cookie_jar):
        ours["cookie"] = ("Cookie", cookie)
    ours |= {name.lower(): (name, value) for name, value in _conditions(visit)}
    ours |= {name.lower(): (name, value) for name, value in visit.headers}
    at_home = urlsplit(visit.cited).hostname == visit.host
    for name, value in settings.headers:
        if at_home or name.lower() not in SECRETS:
            ours[name.lower()] = (name, value)
    ours |= {name.lower(): (name, value) for name, value in settings.at(visit.host).headers}
    return tuple(ours.values())


def _conditions(visit: Visit) -> Iterator[tuple[str, str]]:
    known = visit.validators
    if known is None or known.location != visit.location:
        return
    if known.etag:
        yield "If-None-Match", known.etag
    if known.last_modified:
        yield "If-Modified-Since", known.last_modified
