"""What robots.txt allows, by RFC 9309."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from protego import Protego

from spiders.exchange import Answer, Failure, Fault

if TYPE_CHECKING:
    from collections.abc import Callable

_LARGEST_BYTES = 500 * 1024
_LONGEST_DELAY_SECONDS = 10.0
# These say something of the host, not of its rules: the page's own request will tell it better.
_HOST_FAULTS = frozenset(
    {Fault.DNS, Fault.REFUSED, Fault.RESET, Fault.TLS, Fault.BLOCKED_ADDRESS, Fault.NOT_RUN}
)


@dataclass(frozen=True, slots=True)
class Rules:
    """Whether a URL may be asked for, and the seconds that the host wants between requests."""

    allows: Callable[[str], bool]
    delay_seconds: float = 0.0


def robots_url(url: str) -> str:
    """Where the rules for a canonical URL are."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/robots.txt"


def read_rules(found: Answer | Failure, user_agent: str) -> Rules:
    """The rules in a robots.txt, or those that RFC 9309 puts in place of one that is not there."""
    if isinstance(found, Failure):
        return _ALLOW_ALL if found.fault in _HOST_FAULTS else _ALLOW_NONE
    if found.status >= HTTPStatus.INTERNAL_SERVER_ERROR or found.status == 429:  # noqa: PLR2004
        return _ALLOW_NONE
    if not HTTPStatus.OK <= found.status < HTTPStatus.MULTIPLE_CHOICES:
        return _ALLOW_ALL
    parsed = Protego.parse(found.body[:_LARGEST_BYTES].decode("utf-8", "replace"))
    name = user_agent.split("/")[0]
    delay = float(parsed.crawl_delay(name) or 0.0)
    return Rules(
        allows=lambda url: bool(parsed.can_fetch(url, name)),
        delay_seconds=min(max(delay, 0.0), _LONGEST_DELAY_SECONDS),
    )


_ALLOW_ALL = Rules(allows=lambda _url: True)
_ALLOW_NONE = Rules(allows=lambda _url: False)
