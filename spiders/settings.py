"""How a crawl behaves, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.urls import is_host_of

if TYPE_CHECKING:
    from http.cookiejar import CookieJar
    from ipaddress import IPv4Network, IPv6Network

    from spiders.accepted import Accepted


@dataclass(frozen=True, slots=True, kw_only=True)
class HostSettings:
    """What is different at the hosts of a pattern ("example.org", "*.example.org")."""

    pattern: str
    interval_seconds: float | None = None
    concurrency: int | None = None
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlSettings:
    """What the caller may choose; every default is meant for the servers of strangers.

    `max_body_bytes` counts after decompression. A server's own wait (`Retry-After`) is kept
    up to `retry_after_cap_seconds`. `deadline_seconds` is for the whole crawl.
    `allowed_networks` are opened although they are not globally routable. `browser` is the program
    that renders pages without text of their own, "" for none. `accepted` are statuses that are as
    good as 200; `cookie_jar` are cookies to bring along; of `hosts` the first that fits counts.
    """

    user_agent: str = "citewatch (checks the sources that documents cite)"
    timeout_seconds: float = 20.0
    max_retries: int = 2
    max_redirects: int = 10
    max_body_bytes: int = 20 * 2**20
    max_concurrency: int = 32
    host_concurrency: int = 2
    host_interval_seconds: float = 0.5
    retry_after_cap_seconds: float = 30.0
    backoff_seconds: float = 1.0
    deadline_seconds: float | None = None
    obey_robots: bool = True
    allowed_networks: tuple[IPv4Network | IPv6Network, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    browser: str = ""
    accepted: tuple[Accepted, ...] = ()
    cookie_jar: CookieJar | None = None
    hosts: tuple[HostSettings, ...] = ()

    def at(self, host: str) -> HostSettings:
        """What is different at a host."""
        fitting = (one for one in self.hosts if is_host_of(host, one.pattern))
        return next(fitting, _LIKE_ALL)


_LIKE_ALL = HostSettings(pattern="")
