"""What a crawl is asked for: a URL, and what is known of it from an earlier crawl."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Validators:
    """What the last good answer said about itself (RFC 9110, 8.8); "" for what it did not say.

    They hold for the location that gave the answer, which redirects may have led to.
    """

    location: str
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A URL that needs an outcome.

    With validators the server is asked for the body only if it has changed; an answer 304 then
    comes as a result without body and with that status. `headers` go with every request for it.
    """

    url: str
    validators: Validators | None = None
    headers: tuple[tuple[str, str], ...] = ()
