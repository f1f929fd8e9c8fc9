"""A cited URL on its way to an outcome: where it stands and how it got there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claims.urls import parts_of

if TYPE_CHECKING:
    from claims.values import Hop
    from spiders.cookies import Cookies
    from spiders.exchange import Answer, Failed
    from spiders.outcomes import Done
    from spiders.wanted import Validators

PERMANENT_REDIRECTS = frozenset({301, 308})


@dataclass(frozen=True, slots=True)
class Standing:
    """An answer to a visit and what it comes to, unless the site gives it for any address."""

    visit: Visit
    answer: Answer | Failed
    done: Done


@dataclass(frozen=True, slots=True)
class Visit:
    """One step of the way: `url` is what was cited, `location` what is to be asked now.

    `attempt` counts the failures at this location, from 0. `robots_of` is the origin whose
    robots.txt this is about, "" for a cited page. `validators` and `headers` are those of what is
    wanted. `compared_with` is the page whose sibling this is, None for a page itself.
    """

    url: str
    location: str
    hops: tuple[Hop, ...] = ()
    attempt: int = 0
    cookies: Cookies = ()
    trail: tuple[tuple[str, Cookies], ...] = ()
    robots_of: str = ""
    validators: Validators | None = None
    headers: tuple[tuple[str, str], ...] = ()
    compared_with: Standing | None = None
    in_browser: bool = False

    @property
    def cited(self) -> str:
        """The canonical spelling of what was cited: the location that was asked first."""
        return self.trail[0][0] if self.trail else self.location

    @property
    def host(self) -> str:
        """The host that is asked."""
        return host_of(self.location)

    @property
    def origin(self) -> str:
        """The origin whose rules hold for the location."""
        return origin_of(self.location)

    def after(self, hop: Hop, location: str, cookies: Cookies) -> Visit:
        """Give the visit that follows a redirect."""
        trail = (*self.trail, (self.location, self.cookies))
        hops = (*self.hops, hop)
        return replace(
            self,
            location=location,
            hops=hops,
            attempt=0,
            cookies=cookies,
            trail=trail,
            in_browser=False,
        )

    def rendered(self) -> Visit:
        """Give the visit of the same location in a browser."""
        return replace(self, attempt=0, in_browser=True)

    def beside(self, location: str, standing: Standing) -> Visit:
        """Give the visit of a sibling that a page is compared with."""
        return replace(
            self,
            location=location,
            attempt=0,
            validators=None,
            compared_with=standing,
            in_browser=False,
        )

    def again(self) -> Visit:
        """Give the visit that tries the same location once more."""
        return replace(self, attempt=self.attempt + 1)


def robots_visit(origin: str) -> Visit:
    """Give the visit that reads an origin's rules."""
    url = f"{origin}/robots.txt"
    return Visit(url, url, robots_of=origin)


@lru_cache(maxsize=4096)
def host_of(url: str) -> str:
    """Give the host of a URL, "" where it has none."""
    return parts_of(url).hostname or ""


@lru_cache(maxsize=4096)
def origin_of(url: str) -> str:
    """Give scheme, host and port of a canonical URL: what a robots.txt is good for."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
