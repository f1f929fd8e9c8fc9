"""Pages that are not what their status says: each sign needs strong evidence, for a false alarm
costs an editor more than a miss.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.values import Outcome

if TYPE_CHECKING:
    from spiders.exchange import Answer

_PROBE_BYTES = 512 * 1024
# Under this many characters of visible text a page says one thing; over it, it is an article
# that may mention anything.
_SHORT = 1200
_VERY_SHORT = 120

# No pattern may look further than the next "<" or a fixed number of characters: pages are
# hostile, and half a megabyte of "<script" must be read in linear time.
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)?[^<>]*>?")
_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "title"})
_TITLE = re.compile(r"<title\b[^<>]*>([^<]{0,300})", re.IGNORECASE)
_HEADING = re.compile(r"<h1\b[^<>]{0,300}>(.{0,400}?)</h1", re.IGNORECASE | re.DOTALL)
_SPACE = re.compile(r"\s+")

_GONE_TITLE = re.compile(
    r"^\W*(?:(?:error\s*)?404\b|410\b|(?:sorry,?\s*)?(?:the |this |that )?(?:page|article|file|document|content)\s+"
    r"(?:(?:was|is|could|can|has)\s*(?:not|n.t)\s*(?:be\s*)?(?:been\s*)?(?:found|available|exist)|cannot be found"
    r"|not found|does(?: not|n.t) exist|no longer (?:exists|available)|unavailable)"
    r"|not found\b|nothing found|oops\W|页面不存在|頁面不存在|找不到页面|找不到頁面|页面未找到|頁面未找到|404)",
    re.IGNORECASE,
)
_GONE_BODY = re.compile(
    r"(?:page|article|file|content|link)[^.]{0,60}(?:not (?:be )?found|no longer (?:exists?|available)|does(?: not|n.t) exist"
    r"|(?:been )?(?:moved or deleted|removed|deleted))|(?:页面|頁面|文章|内容|內容)[^。]{0,12}(?:不存在|找不到|已删除|已刪除|已被删除|已被刪除)"
    r"|error 404|404 error",
    re.IGNORECASE,
)
_PARKED = re.compile(
    r"(?:this )?domain (?:name )?(?:is|may be) for sale|buy this domain|domain (?:is )?parked|parked (?:free|domain)"
    r"|此域名(?:正在)?出售|域名出售",
    re.IGNORECASE,
)
_CHALLENGE = re.compile(
    r"cf-challenge|challenge-platform|cf_chl_|/cdn-cgi/challenge|just a moment\.\.\.|attention required! \|"
    r"|verify(?:ing)? (?:that )?you are (?:a )?human|checking your browser|enable javascript and cookies to continue"
    r"|captcha-delivery|px-captcha|are you a robot|unusual traffic",
    re.IGNORECASE,
)
_CONSENT_TITLE = re.compile(r"before you continue|cookie consent|consent|privacy settings", re.IGNORECASE)
_CONSENT = re.compile(
    r"(?:accept|agree to)[^.]{0,60}cookies|we (?:and our partners|value your privacy)|accept all", re.IGNORECASE
)
_PAYWALL = re.compile(
    r"subscribe (?:now )?to (?:continue|read|unlock)|(?:this|the) (?:article|content) is (?:for|reserved for) subscribers"
    r"|to (?:continue|keep) reading[^.]{0,40}subscri|already a subscriber\?|订阅后阅读|訂閱後閱讀|會員專屬|付费阅读",
    re.IGNORECASE,
)
_PAYWALL_DATA = re.compile(r'"isAccessibleForFree"\s*:\s*"?false"?', re.IGNORECASE)
_LOGIN_TITLE = re.compile(r"^\W*(?:log ?in|sign ?in|登录|登錄|登入)\b", re.IGNORECASE)
_PASSWORD = re.compile(r"""type\s*=\s*["']?password""", re.IGNORECASE)
_NEEDS_SCRIPT = re.compile(
    r"(?:enable|requires?|need(?:s)?|activate|turn on) (?:to (?:enable|run) )?javascript|请启用\s*javascript"
    r"|請啟用\s*javascript",
    re.IGNORECASE,
)
_APP_ROOT = re.compile(
    r"""<(?:div|main)\s[^<>]{0,300}?id\s?=\s?["']?(?:root|app|__next|__nuxt|svelte)["']?[^<>]*>\s*</""",
    re.IGNORECASE,
)
_SCRIPT = re.compile(r"<script\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Look:
    """A page as the signs need it."""

    markup: str
    title: str
    heading: str
    text: str


def read_signal(answer: Answer) -> tuple[Outcome, str] | None:
    """The outcome that a page gives away, and why; None for a page that is what it seems."""
    media_type = answer.header("Content-Type").partition(";")[0].strip().lower()
    if media_type not in {"", "text/html", "application/xhtml+xml"}:
        return None
    look = _look(answer.body[:_PROBE_BYTES].decode("utf-8", "replace"))
    for sign in _SIGNS:
        if found := sign(look):
            return found
    return None


def _look(markup: str) -> _Look:
    title = _TITLE.search(markup)
    heading = _HEADING.search(markup)
    return _Look(
        markup=markup,
        title=_clean(title.group(1)) if title else "",
        heading=_visible(heading.group(1)) if heading else "",
        text=_visible(markup),
    )


def _visible(markup: str) -> str:
    parts: list[str] = []
    unseen = ""
    position = 0
    for tag in _TAG.finditer(markup):
        if not unseen:
            parts.append(markup[position : tag.start()])
        position = tag.end()
        name = (tag.group(2) or "").lower()
        if not unseen and not tag.group(1) and name in _UNSEEN:
            unseen = name
        elif tag.group(1) and name == unseen:
            unseen = ""
    if not unseen:
        parts.append(markup[position:])
    return _clean(" ".join(parts))


def _clean(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _challenge(look: _Look) -> tuple[Outcome, str] | None:
    if len(look.text) < _SHORT and _CHALLENGE.search(look.markup):
        return Outcome.BOT_CHALLENGE, "the server wants to see a human first"
    return None


def _soft_404(look: _Look) -> tuple[Outcome, str] | None:
    if len(look.text) >= _SHORT:
        return None
    named = next((text for text in (look.title, look.heading) if _GONE_TITLE.search(text)), "")
    if not named and len(look.text) < _SHORT / 3 and _GONE_BODY.search(look.text):
        named = look.text[:60]
    return (Outcome.SOFT_404, f"the page says that it is not there ({named})") if named else None


def _parked(look: _Look) -> tuple[Outcome, str] | None:
    if len(look.text) < _SHORT and _PARKED.search(look.text):
        return Outcome.PARKED, "the domain is for sale"
    return None


def _consent(look: _Look) -> tuple[Outcome, str] | None:
    if len(look.text) < _SHORT and _CONSENT_TITLE.search(look.title) and _CONSENT.search(look.text):
        return Outcome.CONSENT_WALL, "the page asks for consent before it shows anything"
    return None


def _login(look: _Look) -> tuple[Outcome, str] | None:
    if len(look.text) < _SHORT and _LOGIN_TITLE.search(look.title) and _PASSWORD.search(look.markup):
        return Outcome.LOGIN_REQUIRED, "the page asks for a login"
    return None


def _paywall(look: _Look) -> tuple[Outcome, str] | None:
    if len(look.text) < _SHORT and (
        _PAYWALL.search(look.text) or _PAYWALL_DATA.search(look.markup)
    ):
        return Outcome.PAYWALLED, "only the beginning is shown to readers who do not pay"
    return None


def _script_shell(look: _Look) -> tuple[Outcome, str] | None:
    if len(look.text) >= _VERY_SHORT or not _SCRIPT.search(look.markup):
        return None
    if _APP_ROOT.search(look.markup) or _NEEDS_SCRIPT.search(look.markup):
        return Outcome.NEEDS_JAVASCRIPT, "the page is an empty shell until its scripts have run"
    return None


_SIGNS = (_challenge, _soft_404, _parked, _consent, _login, _paywall, _script_shell)
