"""Makers of the spiders' values: a test says only what it cares about."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from spiders.exchange import Answer, Failed, Sent
from spiders.visits import Visit
from tests.zoo.pages import page

if TYPE_CHECKING:
    from claims.values import Outcome

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
CITED = "https://example.org/study"


def an_answer(status: int = 200, body: bytes | None = None, **headers: str) -> Answer:
    named = {"content_type": "text/html"} | headers
    pairs = tuple((name.replace("_", "-"), value) for name, value in named.items())
    return Answer(status, pairs, page() if body is None else body, NOON)


def a_failure(outcome: Outcome, reason: str = "it broke") -> Failed:
    return Failed(outcome, reason, NOON)


def a_visit(url: str = CITED, *, attempt: int = 0) -> Visit:
    return Visit(url, url, attempt=attempt)


def a_request(url: str = CITED, *, purpose: str = "") -> Sent:
    return Sent(url, (("User-Agent", "citewatch"),), NOON, purpose or url)
