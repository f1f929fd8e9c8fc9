"""What to do with an answer: follow it, ask again, or be done. A pure function of what is known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from claims.urls import InvalidUrl, canonical_url, is_home
from claims.values import Hop, Outcome
from spiders.exchange import Answer, Failure, Fault
from spiders.page_signals import read_signal

if TYPE_CHECKING:
    from spiders.crawl import CrawlSettings


@dataclass(frozen=True, slots=True)
class Visit:
    """A URL on its way: where it leads by now, and how often that has been asked."""

    url: str
    target: str
    hops: tuple[Hop, ...] = ()
    attempt: int = 0

    def follow(self, hop: Hop, target: str) -> Visit:
        """The visit after a redirect."""
        return replace(self, target=target, hops=(*self.hops, hop), attempt=0)

    def again(self) -> Visit:
        """The visit when the same is asked once more."""
        return replace(self, attempt=self.attempt + 1)


@dataclass(frozen=True, slots=True)
class Follow:
    """Ask where the answer points to."""

    visit: Visit


@dataclass(frozen=True, slots=True)
class Retry:
    """Ask the same again after some time."""

    visit: Visit
    after_seconds: float


@dataclass(frozen=True, slots=True)
class Done:
    """The outcome, and the reason in a sentence ("" where all is well)."""

    outcome: Outcome
    reason: str
    retry_at: datetime | None = None


_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_RETRIED_STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
_RETRIED_FAULTS = frozenset({Fault.RESET, Fault.TIMEOUT, Fault.TRUNCATED})
_LONGEST_BACKOFF_SECONDS = 10.0
_LOGIN_WORDS = frozenset({"login", "signin", "sign-in", "log-in", "sso", "auth", "account"})

_OF_FAULT: dict[Fault, Outcome] = {
    Fault.DNS: Outcome.DNS_ERROR,
    Fault.REFUSED: Outcome.CONNECTION_REFUSED,
    Fault.RESET: Outcome.CONNECTION_RESET,
    Fault.TIMEOUT: Outcome.TIMEOUT,
    Fault.TLS: Outcome.TLS_ERROR,
    Fault.TRUNCATED: Outcome.TRUNCATED,
    Fault.TOO_LARGE: Outcome.TOO_LARGE,
    Fault.BOMB: Outcome.DECOMPRESSION_BOMB,
    Fault.GARBLED: Outcome.UNDECODABLE,
    Fault.BLOCKED_ADDRESS: Outcome.BLOCKED_ADDRESS,
    Fault.NOT_RUN: Outcome.NOT_RUN,
}

_OF_STATUS: dict[int, tuple[Outcome, str]] = {
    401: (Outcome.LOGIN_REQUIRED, "the server asks for a login"),
    402: (Outcome.PAYWALLED, "the server asks for payment"),
    403: (Outcome.FORBIDDEN, "the server refuses access"),
    404: (Outcome.NOT_FOUND, "there is no such page"),
    407: (Outcome.LOGIN_REQUIRED, "a proxy asks for a login"),
    408: (Outcome.TIMEOUT, "the server gave up waiting"),
    410: (Outcome.GONE, "the page was removed for good"),
    425: (Outcome.SERVER_ERROR, "the server asks to come later"),
    429: (Outcome.RATE_LIMITED, "the server asks to come later"),
    451: (Outcome.LEGAL, "the page is withheld for legal reasons"),
}

_READABLE_TYPES = (
    "text/",
    "application/xhtml+xml",
    "application/pdf",
    "application/json",
    "application/ld+json",
    "application/xml",
    "application/octet-stream",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)


def decide(
    visit: Visit, found: Answer | Failure, settings: CrawlSettings
) -> Follow | Retry | Done:
    """The next thing to do about a visit, from what came of its last request."""
    if isinstance(found, Failure):
        return _of_failure(visit, found, settings)
    if found.status in _REDIRECTS:
        return _of_redirect(visit, found, settings)
    if found.status in _RETRIED_STATUSES:
        return _of_refusal(visit, found, settings)
    if HTTPStatus.OK <= found.status < HTTPStatus.MULTIPLE_CHOICES:
        return _of_success(visit, found)
    return _of_status(found)


def _of_failure(
    visit: Visit, failure: Failure, settings: CrawlSettings
) -> Retry | Done:
    if failure.fault in _RETRIED_FAULTS and visit.attempt < settings.max_retries:
        return Retry(visit.again(), _backoff(visit, settings))
    return Done(_OF_FAULT[failure.fault], failure.reason)


def _of_redirect(visit: Visit, answer: Answer, settings: CrawlSettings) -> Follow | Done:
    location = answer.header("Location")
    if not location:
        return Done(Outcome.BAD_REDIRECT, f"status {answer.status} names no place to go")
    try:
        target = canonical_url(urljoin(visit.target, location))
    except ValueError as error:
        return Done(Outcome.BAD_REDIRECT, f"it redirects to {location[:200]!r} ({error})")
    if isinstance(target, InvalidUrl):
        return Done(Outcome.BAD_REDIRECT, f"it redirects to {location[:200]!r}, which {target.reason}")
    been = {visit.target, *(hop.url for hop in visit.hops)}
    if target in been:
        return Done(Outcome.REDIRECT_LOOP, f"it redirects in a circle by way of {target}")
    if len(visit.hops) >= settings.max_redirects:
        return Done(Outcome.REDIRECT_LOOP, f"more than {settings.max_redirects} redirects")
    return Follow(visit.follow(Hop(visit.target, answer.status, target), target))


def _of_refusal(visit: Visit, answer: Answer, settings: CrawlSettings) -> Retry | Done:
    """A status that may pass: honour Retry-After up to the cap, then say when to come back."""
    wait = retry_after_seconds(answer)
    retry_at = answer.at + timedelta(seconds=wait) if wait is not None else None
    too_long = wait is not None and wait > settings.retry_after_cap_seconds
    if visit.attempt < settings.max_retries and not too_long:
        return Retry(visit.again(), _backoff(visit, settings) if wait is None else wait)
    if answer.status == HTTPStatus.SERVICE_UNAVAILABLE and (signal := read_signal(answer)):
        return Done(*signal)
    outcome, reason = _OF_STATUS.get(
        answer.status, (Outcome.SERVER_ERROR, f"the server failed with status {answer.status}")
    )
    if retry_at and too_long:
        reason += f", not before {retry_at:%Y-%m-%d %H:%M} UTC"
        outcome = Outcome.RATE_LIMITED
    return Done(outcome, reason, retry_at)


def _of_success(visit: Visit, answer: Answer) -> Done:
    if not answer.body.strip():
        return Done(Outcome.EMPTY, "the answer has no content")
    media_type = answer.header("Content-Type").partition(";")[0].strip().lower()
    if media_type and not media_type.startswith(_READABLE_TYPES):
        return Done(Outcome.UNSUPPORTED_TYPE, f"{media_type} holds no text to check")
    if visit.hops:
        if _is_login(visit.target) and not _is_login(visit.url):
            return Done(Outcome.LOGIN_REQUIRED, f"it redirects to a login page, {visit.target}")
        if is_home(visit.target) and not is_home(visit.url):
            return Done(Outcome.REDIRECTED_HOME, f"it redirects to the front page, {visit.target}")
    if signal := read_signal(answer):
        return Done(*signal)
    if not visit.hops:
        return Done(Outcome.OK, "")
    is_moved = all(hop.status in _PERMANENT for hop in visit.hops)
    return Done(Outcome.MOVED if is_moved else Outcome.REDIRECTED, "")


def _of_status(answer: Answer) -> Done:
    if answer.status == HTTPStatus.NOT_MODIFIED:
        return Done(Outcome.HTTP_ERROR, "status 304 to a request without a condition")
    if answer.status == HTTPStatus.FORBIDDEN and (signal := read_signal(answer)):
        return Done(*signal)
    outcome, reason = _OF_STATUS.get(
        answer.status, (Outcome.HTTP_ERROR, f"status {answer.status}")
    )
    if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        outcome, reason = Outcome.SERVER_ERROR, f"the server failed with status {answer.status}"
    return Done(outcome, reason)


def retry_after_seconds(answer: Answer) -> float | None:
    """What Retry-After asks for (RFC 9110, 10.2.3); None where it is missing or garbage."""
    text = answer.header("Retry-After").strip()
    if text.isascii() and text.isdigit():
        return float(min(int(text[:9]), 10**8))
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max((aware - answer.at).total_seconds(), 0.0)


def _backoff(visit: Visit, settings: CrawlSettings) -> float:
    return float(min(settings.backoff_seconds * 2**visit.attempt, _LONGEST_BACKOFF_SECONDS))


def _is_login(url: str) -> bool:
    segments = urlsplit(url).path.lower().strip("/").split("/")
    return bool(_LOGIN_WORDS.intersection(segments[:2] + segments[-1:]))
