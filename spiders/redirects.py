"""Where a redirect leads, and what a page reached by redirects says about the cited one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claims.urls import InvalidUrl, canonical_url, joined
from spiders.visits import PERMANENT_REDIRECTS

if TYPE_CHECKING:
    from claims.values import Hop

# A short link has no page of its own that could be missing.
_SHORTENERS = frozenset(
    "bit.ly t.co tinyurl.com goo.gl ow.ly is.gd buff.ly lnkd.in rebrand.ly cutt.ly t.ly tiny.cc"
    " rb.gy s.id shorturl.at fb.me youtu.be amzn.to nyti.ms wapo.st reut.rs bbc.in trib.al"
    " t.cn dwz.cn url.cn suo.im w3id.org purl.org doi.org dx.doi.org hdl.handle.net".split()
)
_LANGUAGE = (
    r"(?:en|de|fr|es|it|pt|nl|pl|ru|uk|cs|sv|da|fi|no|nb|tr|el|hu|ro|ar|he|fa|hi|th|vi|id|ja|jp"
    r"|ko|kr|zh|cn|tw|hk|us|gb|ca|au|global|intl)"
)
_HOME_PATH = re.compile(
    rf"/?(?:{_LANGUAGE}(?:[-_][a-z]{{2,4}})?/?)?(?:(?:index|home|default|main)(?:\.\w{{3,5}})?/?)?",
    re.IGNORECASE,
)
# What sites hang on the address of their home page when they send a reader there.
_IDLE_QUERY = re.compile(
    r"(?:(?:utm_\w+|ref|referrer|from|src|source|error|err|status|redirect(?:ed)?|notfound|404)"
    r"(?:=[^&]*)?(?:&|$))+",
    re.IGNORECASE,
)
_LOGIN_PATH = re.compile(
    r"/(?:(?:user|users|account|accounts|auth|member|members|my|session|sessions|idp|cas|portal)/)?"
    r"(?:log[-_]?in|sign[-_]?in|sso|wp-login|cas/login|saml2?|oauth2?/authorize|shibboleth)"
    r"(?:\.\w{2,5})?(?:/|$)",
    re.IGNORECASE,
)
_LOGIN_HOSTS = re.compile(
    r"(?:login|signin|sso|idp|auth|accounts?|passport|openid|shibboleth|cas|adfs)\..+",
    re.IGNORECASE,
)
_CONSENT_HOSTS = re.compile(r"(?:consent|guce|cmp|privacy-?mgmt)\..+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BrokenLocation:
    """A redirect that leads nowhere, and why."""

    reason: str


def location_after(header: str, *, base: str) -> str | BrokenLocation:
    """Give the canonical URL that a Location header means."""
    if not header.strip():
        return BrokenLocation("the redirect names no target")
    target = joined(base, header.strip())
    if target is None:
        return BrokenLocation(f"the redirect's target is no URL: {header[:80]!r}")
    match canonical_url(target):
        case InvalidUrl(reason=reason):
            return BrokenLocation(f"the redirect's target {reason}")
        case location:
            return location


def is_permanent(hops: tuple[Hop, ...]) -> bool:
    """Whether the site says that the page has moved for good."""
    return all(hop.status in PERMANENT_REDIRECTS for hop in hops)


def is_sent_home(cited: str, final: str) -> bool:
    """Whether a deep link ended at a home page, which is how sites hide that a page is gone."""
    old, new = urlsplit(cited), urlsplit(final)
    if old.hostname in _SHORTENERS or _is_home(old.path, old.query):
        return False
    # "/widget" that now has widget.example of its own has moved and not gone.
    name = old.path.strip("/").lower()
    labels = (new.hostname or "").split(".")
    return _is_home(new.path, new.query) and name not in labels


def is_sent_to_login(cited: str, final: str) -> bool:
    """Whether a page that is no login page ended at one."""
    return _is_login(final) and not _is_login(cited)


def is_sent_to_consent(cited: str, final: str) -> bool:
    """Whether a page ended at the host that asks for consent to cookies."""
    old, new = urlsplit(cited).hostname or "", urlsplit(final).hostname or ""
    return bool(_CONSENT_HOSTS.fullmatch(new)) and old != new


def _is_home(path: str, query: str) -> bool:
    return bool(_HOME_PATH.fullmatch(path)) and (not query or bool(_IDLE_QUERY.fullmatch(query)))


def _is_login(url: str) -> bool:
    parts = urlsplit(url)
    return bool(_LOGIN_PATH.match(parts.path) or _LOGIN_HOSTS.fullmatch(parts.hostname or ""))
