"""robots.txt (RFC 9309): what its answer allows. Fetching it is the spider's job.

4xx and no robots.txt allow everything, 5xx forbids everything. Where the server cannot be
reached at all nothing is forbidden: the page's own request finds out and says why.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from protego import Protego

from spiders.exchange import Answer, Failed
from spiders.outcomes import Follow, Retry, decide

if TYPE_CHECKING:
    from datetime import datetime

    from spiders.settings import CrawlSettings
    from spiders.visits import Visit

_MOST_REDIRECTS = 5
_MOST_BYTES = 500 * 1024
_LONGEST_DELAY_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Permission:
    """What a robots.txt read at `at` allows to our user agent.

    `rules` is None where everything is allowed, or forbidden for the `ban`'s reason.
    """

    at: datetime
    rules: Protego | None = None
    ban: str = ""
    delay_seconds: float = 0.0

    def reason_against(self, url: str, *, user_agent: str) -> str:
        """Say why a URL must not be asked, "" if it may."""
        if self.rules is not None and not self.rules.can_fetch(url, product_token(user_agent)):
            return "the site's robots.txt forbids it"
        return self.ban


def decide_on_robots(
    result: Answer | Failed, *, visit: Visit, settings: CrawlSettings
) -> Follow | Retry | Permission:
    """Tell what follows from the answer to a request for robots.txt."""
    match decide(result, visit=visit, settings=replace(settings, max_redirects=_MOST_REDIRECTS)):
        case Follow() as follow if _is_redirect(result):
            return follow
        case Retry() as retry if not isinstance(result, Failed):
            return retry
        case _:
            return permission_from(result, user_agent=settings.user_agent)


def permission_from(result: Answer | Failed, *, user_agent: str) -> Permission:
    """Read the last answer to a request for robots.txt; never fails."""
    match result:
        case Failed(at=at):
            return Permission(at)
        case Answer(status=status, at=at) if status >= 500:  # noqa: PLR2004 -- the class 5xx
            return Permission(at, ban=f"the site's robots.txt failed ({status})")
        case Answer(status=200, body=body, at=at):
            return _parsed(body[:_MOST_BYTES], user_agent, at)
        case Answer(at=at):
            return Permission(at)
        case _:
            assert_never(result)


def _is_redirect(result: Answer | Failed) -> bool:
    # A web page in the place of robots.txt may lead elsewhere; that is no rule for us.
    return isinstance(result, Answer) and bool(result.header("location"))


def product_token(user_agent: str) -> str:
    """Give the name that rules are looked up by: "citewatch" of "citewatch/1.0 (+url)"."""
    return user_agent.partition("/")[0].partition(" ")[0] or "*"


def _parsed(body: bytes, user_agent: str, at: datetime) -> Permission:
    rules = Protego.parse(body.decode("utf-8-sig", "replace"))
    delay = rules.crawl_delay(product_token(user_agent)) or 0.0
    return Permission(at, rules, "", min(max(float(delay), 0.0), _LONGEST_DELAY_SECONDS))
