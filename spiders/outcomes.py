"""What an answer means and what to do next: the one place where outcomes are decided.

Pure: the result, the visit that asked for it and the settings come in, an intent goes out.
Nothing here waits, asks or stores. The time is that of the answer, so that a recorded crawl
is decided the same way for ever.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING, assert_never

from claims.values import Hop, Outcome, OutcomeClass
from spiders.content_types import is_html, is_supported, media_type
from spiders.cookies import cookies_after
from spiders.exchange import Answer, Failed
from spiders.page_signals import Signal, find_refresh, find_signal, is_challenge
from spiders.page_view import PageView, read_page_view
from spiders.redirects import (
    BrokenLocation,
    is_permanent,
    is_sent_home,
    is_sent_to_consent,
    is_sent_to_login,
    location_after,
)
from spiders.retry_after import seconds_to_wait
from spiders.siblings import is_same_page, is_suspicious, last_name, sibling_of
from spiders.visits import Standing

if TYPE_CHECKING:
    from datetime import datetime

    from spiders.settings import CrawlSettings
    from spiders.visits import Visit


@dataclass(frozen=True, slots=True)
class Follow:
    """Ask the next location."""

    visit: Visit


@dataclass(frozen=True, slots=True)
class Retry:
    """Ask again after a while; with `whole_host` the server wants no other question either."""

    visit: Visit
    after_seconds: float
    whole_host: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """The outcome, with its reason unless it is of class ok."""

    outcome: Outcome
    reason: str = ""
    retry_at: datetime | None = None


Intent = Follow | Retry | Done

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_WORTH_ANOTHER_TRY = frozenset(
    {Outcome.TIMEOUT, Outcome.CONNECTION_RESET, Outcome.TRUNCATED, Outcome.CONNECTION_REFUSED}
)
# Of the statuses of class 4xx those that say more than "no".
_REFUSALS = {
    401: Done(Outcome.LOGIN_REQUIRED, "the server asks for a login (401)"),
    402: Done(Outcome.PAYWALLED, "the server asks for a payment (402)"),
    403: Done(Outcome.FORBIDDEN, "the server refuses to answer us (403)"),
    404: Done(Outcome.NOT_FOUND, "the server has no such page (404)"),
    407: Done(Outcome.FORBIDDEN, "a proxy asks for a login (407)"),
    410: Done(Outcome.GONE, "the page was removed (410)"),
    451: Done(Outcome.LEGAL, "the page is withheld for legal reasons (451)"),
    999: Done(Outcome.FORBIDDEN, "the server refuses to answer us (999)"),
    511: Done(Outcome.LOGIN_REQUIRED, "the network asks for a login (511)"),
}
_TRY_LATER = frozenset({429, 503})
_TIMEOUT_STATUS = 408


def decide(result: Answer | Failed, *, visit: Visit, settings: CrawlSettings) -> Intent:
    """Tell what follows from what the server at `visit.location` did.

    Of a visit that is compared with a page, it is told what follows for that page.
    """
    if visit.compared_with is not None:
        return _after_sibling(result, visit, visit.compared_with)
    match result:
        case Failed():
            return _after_failure(result, visit, settings)
        case Answer():
            return _after_answer(result, visit, settings)
        case _:
            assert_never(result)


def _after_failure(failed: Failed, visit: Visit, settings: CrawlSettings) -> Intent:
    if failed.outcome in _WORTH_ANOTHER_TRY and visit.attempt < settings.max_retries:
        return Retry(visit.again(), _back_off(visit, settings))
    return Done(failed.outcome, failed.reason)


def _after_answer(answer: Answer, visit: Visit, settings: CrawlSettings) -> Intent:
    match answer.status:
        case status if status in _REDIRECTS:
            return _redirected(answer, answer.header("location"), visit, settings)
        case 304:
            return _wrong_way(visit) or _good(visit, Outcome.NOT_MODIFIED)
        case status if 200 <= status < 300:  # noqa: PLR2004 -- the class of statuses
            return _after_success(answer, visit, settings)
        case status if any(one.covers(status, visit.host) for one in settings.accepted):
            return _after_success(answer, visit, settings)
        case _:
            return _after_error(answer, visit, settings)


def _redirected(answer: Answer, target: str, visit: Visit, settings: CrawlSettings) -> Intent:
    location = location_after(target, base=visit.location)
    if isinstance(location, BrokenLocation):
        return Done(Outcome.BAD_REDIRECT, location.reason)
    cookies = cookies_after(answer, url=visit.location, cookies=visit.cookies)
    following = visit.after(Hop(visit.location, answer.status, location), location, cookies)
    # The same page with a new cookie is not the same question.
    if (location, cookies) in following.trail:
        return Done(Outcome.REDIRECT_LOOP, f"the redirects come back to {location}")
    if len(following.hops) > settings.max_redirects:
        return Done(Outcome.REDIRECT_LOOP, f"more than {settings.max_redirects} redirects")
    return Follow(following)


def _after_error(answer: Answer, visit: Visit, settings: CrawlSettings) -> Intent:
    status = answer.status
    if status in {401, 403, 429, 503} and is_challenge(answer, _view(answer)):
        return Done(Outcome.BOT_CHALLENGE, f"the site asks for proof of a human ({status})")
    if refusal := _REFUSALS.get(status):
        return refusal
    if status in _TRY_LATER:
        return _asked_to_wait(answer, visit, settings)
    if status >= 500 or status == _TIMEOUT_STATUS:  # noqa: PLR2004 -- the class of statuses
        outcome = Outcome.TIMEOUT if status == _TIMEOUT_STATUS else Outcome.SERVER_ERROR
        if visit.attempt < settings.max_retries:
            return Retry(visit.again(), _back_off(visit, settings))
        return Done(outcome, f"the server failed ({status})")
    return Done(Outcome.HTTP_ERROR, f"the server answered with status {status}")


def _asked_to_wait(answer: Answer, visit: Visit, settings: CrawlSettings) -> Intent:
    is_limit = answer.status == 429  # noqa: PLR2004 -- Too Many Requests
    outcome = Outcome.RATE_LIMITED if is_limit else Outcome.SERVER_ERROR
    wait = seconds_to_wait(answer.header("retry-after"), now=answer.at)
    if wait is not None and wait > settings.retry_after_cap_seconds:
        back = answer.at + timedelta(seconds=wait)
        reason = f"the server wants to be asked again after {back:%Y-%m-%d %H:%M:%S} UTC"
        return Done(Outcome.RATE_LIMITED, f"{reason} ({answer.status})", back)
    if visit.attempt < settings.max_retries:
        after = _back_off(visit, settings) if wait is None else wait
        return Retry(visit.again(), after, whole_host=is_limit or wait is not None)
    back_at = None if wait is None else answer.at + timedelta(seconds=wait)
    said = "the server gets too many requests" if is_limit else "the server is not available"
    return Done(outcome, f"{said} ({answer.status})", back_at)


def _after_success(answer: Answer, visit: Visit, settings: CrawlSettings) -> Intent:
    if not answer.body.strip():
        return Done(Outcome.EMPTY, f"the answer has no content ({answer.status})")
    kind = answer.header("content-type")
    if not is_supported(kind, answer.body):
        return Done(Outcome.UNSUPPORTED_TYPE, f"no text is read from {media_type(kind) or 'this'}")
    if (wrong_way := _wrong_way(visit)) is not None:
        return wrong_way
    view = _view(answer)
    if view is not None:
        target = find_refresh(view, base=visit.location)
        if target is not None:
            return _redirected(answer, target, visit, settings)
        signal = find_signal(answer, view)
        if signal is not None:
            is_rendered = visit.in_browser or not settings.browser
            if signal.outcome is Outcome.NEEDS_JAVASCRIPT and not is_rendered:
                return Follow(visit.rendered())
            return _signalled(signal)
    good = _good(visit, Outcome.OK)
    if view is not None and is_suspicious(view, cited=visit.cited, location=visit.location):
        return Follow(visit.beside(sibling_of(visit.location), Standing(visit, answer, good)))
    return good


def _after_sibling(result: Answer | Failed, sibling: Visit, standing: Standing) -> Done:
    page, other = _view_if_good(standing.answer), _view_if_good(result)
    names = last_name(standing.visit.location), last_name(sibling.location)
    if page is None or other is None or not is_same_page(page, other, names=names):
        return standing.done
    return Done(Outcome.SOFT_404, "the site shows the same page for an address that is made up")


def _good(visit: Visit, without_redirects: Outcome) -> Done:
    if not visit.hops:
        return Done(without_redirects)
    return Done(Outcome.MOVED if is_permanent(visit.hops) else Outcome.REDIRECTED)


def _wrong_way(visit: Visit) -> Done | None:
    if not visit.hops:
        return None
    cited, final = visit.cited, visit.location
    if is_sent_to_consent(cited, final):
        return Done(Outcome.CONSENT_WALL, f"the site asks for consent at {final}")
    if is_sent_to_login(cited, final):
        return Done(Outcome.LOGIN_REQUIRED, f"the page leads to a login at {final}")
    if is_sent_home(cited, final):
        return Done(Outcome.REDIRECTED_HOME, f"the page leads to the home page {final}")
    return None


def _signalled(signal: Signal) -> Done:
    assert signal.outcome.outcome_class is not OutcomeClass.OK
    return Done(signal.outcome, signal.reason)


def _view(answer: Answer) -> PageView | None:
    kind = answer.header("content-type")
    return read_page_view(answer.body, kind) if is_html(kind, answer.body) else None


def _view_if_good(result: Answer | Failed) -> PageView | None:
    is_good = isinstance(result, Answer) and result.status == HTTPStatus.OK
    return _view(result) if isinstance(result, Answer) and is_good else None


def _back_off(visit: Visit, settings: CrawlSettings) -> float:
    return min(settings.backoff_seconds * 2.0**visit.attempt, settings.retry_after_cap_seconds)
