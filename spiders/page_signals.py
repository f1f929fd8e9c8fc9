"""Pages that answer 200 and are not the page: soft 404, parked, walls, challenges, empty shells.

Each check needs strong evidence, as a page wrongly called dead costs more trust than a dead
one missed: the words must be a title of their own or stand on a page that has hardly any
other, and whatever has an article's worth of prose passes everything.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.values import Outcome
from spiders import page_phrases as phrases
from spiders import wall_phrases as walls
from spiders.page_view import weight_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spiders.exchange import Answer
    from spiders.page_phrases import AnyOf
    from spiders.page_view import PageView


@dataclass(frozen=True, slots=True)
class Signal:
    """What a page gives away about itself."""

    outcome: Outcome
    reason: str


# Weights in Latin letters, see `weight_of`. An error page explains itself in a few sentences;
# what is left of a paywalled article is a teaser of a few paragraphs.
_NO_TEXT = 60
_HARDLY_ANY_TEXT = 700
_ERROR_PROSE = 700
_TEASER_PROSE = 2200
_FEW_SECONDS = 5
_LONGEST_TITLE = 300

_TITLE_SEPARATORS = re.compile(r"\s+[-–—|·•»«/_~]+\s+|\s*[|｜丨»«]\s*|\s*[-–—_]\s*(?=[^\x00-\x7f])")
_REFRESH = re.compile(
    r"\s*(\d{1,6})(?:\.\d*)?\s*[;,]?\s*(?:url\s*=\s*)?[\"']?\s*([^\"'\s][^\"']*)?", re.IGNORECASE
)


def find_signal(answer: Answer, view: PageView) -> Signal | None:
    """Find what shows that a page answered with 200 is not the page it should be."""
    return next((signal for check in _CHECKS if (signal := check(answer, view))), None)


def is_challenge(answer: Answer, view: PageView | None) -> bool:
    """Whether a page that refuses to answer wants a browser to prove itself."""
    if answer.header("cf-mitigated").lower() == "challenge":
        return True
    if view is None or view.prose_weight > _TEASER_PROSE:
        return False
    return _has_mark(view, walls.CHALLENGE_MARKS) or _has_title(view, walls.CHALLENGE_TITLES)


def find_refresh(view: PageView, *, base: str) -> str | None:
    """Find where a page without much text sends its reader within seconds."""
    found = _REFRESH.match(view.refresh)
    if found is None or not found.group(2) or int(found.group(1)) > _FEW_SECONDS:
        return None
    # A page that reloads itself is a live page, not a redirect.
    target = found.group(2).strip()
    is_elsewhere = target.partition("#")[0] not in {"", base}
    return target if is_elsewhere and view.prose_weight < _HARDLY_ANY_TEXT else None


def _challenge(answer: Answer, view: PageView) -> Signal | None:
    if not is_challenge(answer, view) or weight_of(view.main) > _HARDLY_ANY_TEXT:
        return None
    # A comment form may have a captcha; a challenge says so, or says nothing else.
    says_so = (
        answer.header("cf-mitigated")
        or _has_title(view, walls.CHALLENGE_TITLES)
        or walls.CHALLENGE_SENTENCES.search(f"{view.text} {view.noscript}")
        or weight_of(view.main) < _NO_TEXT
    )
    return Signal(Outcome.BOT_CHALLENGE, "the site asks for proof of a human") if says_so else None


def _soft_404(_answer: Answer, view: PageView) -> Signal | None:
    if view.prose_weight > _ERROR_PROSE or view.is_cut:
        return None
    for title in _titles(view):
        if phrases.NOT_FOUND_TITLES.fullmatch(title):
            return Signal(Outcome.SOFT_404, f"the page says {title!r} but answers 200")
    if weight_of(view.main) > _HARDLY_ANY_TEXT:
        return None
    if found := phrases.NOT_FOUND_SENTENCES.search(view.main):
        return Signal(Outcome.SOFT_404, f"the page says {found.group()[:80]!r} but answers 200")
    return None


def _parked(_answer: Answer, view: PageView) -> Signal | None:
    if view.prose_weight > _ERROR_PROSE:
        return None
    if _has_title(view, phrases.DEFAULT_PAGE_TITLES):
        return Signal(Outcome.PARKED, "the server shows its default page and no site")
    has_little = weight_of(view.text) < _TEASER_PROSE
    if has_little and (
        _has_mark(view, phrases.PARKED_MARKS)
        or phrases.PARKED_SENTENCES.search(f"{view.title} {view.text}")
    ):
        return Signal(Outcome.PARKED, "the domain is parked or for sale")
    return None


def _consent_wall(_answer: Answer, view: PageView) -> Signal | None:
    if view.prose_weight > _TEASER_PROSE or not _has_title(view, walls.CONSENT_TITLES):
        return None
    return (
        Signal(Outcome.CONSENT_WALL, "the site shows a request for consent and no page")
        if walls.CONSENT_SENTENCES.search(view.text)
        and not _has_article_heading(view, walls.CONSENT_TITLES)
        else None
    )


def _paywalled(_answer: Answer, view: PageView) -> Signal | None:
    if view.prose_weight > _TEASER_PROSE:
        return None
    if any(map(_is_not_free, view.structured_data)):
        return Signal(Outcome.PAYWALLED, "the article is not free and only its start is shown")
    offers = view.prose_weight < _ERROR_PROSE and walls.PAYWALL_OFFERS.search(view.text)
    if weight_of(view.main) < _TEASER_PROSE and (
        offers or walls.PAYWALL_SENTENCES.search(view.text)
    ):
        return Signal(Outcome.PAYWALLED, "the page shows an offer to subscribe and little else")
    return None


def _denied(_answer: Answer, view: PageView) -> Signal | None:
    if view.prose_weight > _ERROR_PROSE or weight_of(view.main) > _HARDLY_ANY_TEXT:
        return None
    if not _has_title(view, walls.DENIED_TITLES):
        return None
    return Signal(Outcome.FORBIDDEN, "the page says that access is denied but answers 200")


def _login_required(_answer: Answer, view: PageView) -> Signal | None:
    is_login_page = (
        view.has_password_field
        and view.prose_weight < _ERROR_PROSE
        and _has_title(view, walls.LOGIN_TITLES)
    )
    return Signal(Outcome.LOGIN_REQUIRED, "the page is a login form") if is_login_page else None


def _needs_javascript(_answer: Answer, view: PageView) -> Signal | None:
    if not view.script_count or weight_of(view.text) > _HARDLY_ANY_TEXT:
        return None
    says_so = walls.SCRIPTS_NEEDED_SENTENCES.search(f"{view.noscript} {view.text}")
    is_shell = (
        not view.text
        or (weight_of(view.text) < _NO_TEXT and bool(view.root_ids & walls.APPLICATION_ROOTS))
        or bool(walls.LOADING_TEXTS.fullmatch(view.text))
    )
    if is_shell or (says_so and weight_of(view.main) < 2 * _NO_TEXT):
        return Signal(Outcome.NEEDS_JAVASCRIPT, "the page has no text before its scripts run")
    return None


def _empty(_answer: Answer, view: PageView) -> Signal | None:
    if view.text or view.image_count or view.is_cut:
        return None
    return Signal(Outcome.EMPTY, "the page has no text")


# The first that speaks is the outcome: a challenge is also an empty shell, a page that says
# "not found" may carry a login form, a paywall names its login.
_CHECKS: tuple[Callable[[Answer, PageView], Signal | None], ...] = (
    _challenge,
    _parked,
    _soft_404,
    _denied,
    _consent_wall,
    _login_required,
    _paywalled,
    _needs_javascript,
    _empty,
)


def _titles(view: PageView) -> Iterator[str]:
    """Yield the title, its parts and the first headings: what a page may say of itself."""
    title = view.title[:_LONGEST_TITLE]
    # "Example: Page not found" is a site's error, "Not found: Example" may be a headline.
    parts = (title, *_TITLE_SEPARATORS.split(title), title.rpartition(": ")[2])
    yield from filter(None, parts)
    yield from view.headings


def _has_title(view: PageView, titles: AnyOf) -> bool:
    return any(titles.fullmatch(title.strip(" .!…")) for title in _titles(view))


def _has_article_heading(view: PageView, titles: AnyOf) -> bool:
    return any(not titles.fullmatch(heading) for heading in view.headings)


def _has_mark(view: PageView, marks: tuple[bytes, ...]) -> bool:
    return any(mark in view.markup for mark in marks)


def _is_not_free(structured_data: str) -> bool:
    if "isAccessibleForFree" not in structured_data:
        return False
    try:
        data = json.loads(structured_data)
    except (ValueError, RecursionError):
        return False
    return any(str(value).lower() == "false" for value in _free_marks(data))


def _free_marks(data: Any) -> Iterator[Any]:
    """Yield the `isAccessibleForFree` of every article; of its parts only where it has none."""
    waiting = [data]
    while waiting:
        match waiting.pop():
            case {"isAccessibleForFree": mark}:
                yield mark
            case dict() as thing:
                waiting.extend(thing.values())
            case list() as things:
                waiting.extend(things)
            case _:
                pass
