"""Characters of foreign texts that must not reach a terminal or an HTML parser as they are."""

from __future__ import annotations

import re

# C0 and C1 controls drive terminals; bidirectional controls make a line read as another line.
_CONTROLS = "\x00-\x1f\x7f-\x9f"
_BIDIRECTIONAL = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNPRINTABLE = re.compile(f"[{_CONTROLS}{_BIDIRECTIONAL}\u2028\u2029\ud800-\udfff]")
_WHITE_SPACE = re.compile(r"\s+")

# The HTML standard (13.2.3.5, "control-character-in-input-stream" and its neighbours) calls
# these errors; a surrogate cannot even be written as UTF-8.
_ILLEGAL_IN_HTML = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
# What is outside of the production Char of XML 1.0.
_ILLEGAL_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_HTTP_URL = re.compile(rf"https?://[^\s{_CONTROLS}{_BIDIRECTIONAL}<>\"\\]+", re.IGNORECASE)
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def on_one_line(text: str) -> str:
    r"""Collapse white space and spell out what would drive a terminal, as `\x1b`."""
    return visible(_WHITE_SPACE.sub(" ", text).strip())


def visible(text: str) -> str:
    """Spell out control and bidirectional characters, for texts that must read as they are."""
    return _UNPRINTABLE.sub(_spelled_out, text)


def legal_in_html(text: str) -> str:
    """Put U+FFFD where HTML allows no such character, so that its place stays visible."""
    return _ILLEGAL_IN_HTML.sub("\ufffd", text)


def legal_in_xml(text: str) -> str:
    """Put U+FFFD where XML allows no such character."""
    return _ILLEGAL_IN_XML.sub("\ufffd", text)


def web_address(url: str) -> str:
    """Return a URL that is safe behind a link, or "" for every other scheme and spelling."""
    return url if _HTTP_URL.fullmatch(url) else ""


def language_tag(tag: str) -> str:
    """Return a tag that can stand in a `lang` attribute, or ""."""
    return tag if _LANGUAGE_TAG.fullmatch(tag) else ""


def _spelled_out(found: re.Match[str]) -> str:
    code = ord(found.group())
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"  # noqa: PLR2004
