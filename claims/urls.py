"""URLs as documents spell them, made one spelling: the key under which a source is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

import idna

from claims.values import Outcome

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_DEFAULT_PORTS = {"http": 80, "https": 443}
# Everything that may stand in a path or query as it is, the percent sign included: what is
# escaped stays escaped, so that canonical URLs are their own canonical form.
_SAFE = "!#$%&'()*+,/:;=?@[]~-._"
_CONTROLS = re.compile(r"[\x00-\x20\x7f]+")
_REG_NAME = re.compile(r"[a-z0-9_.-]+")


@dataclass(frozen=True, slots=True)
class InvalidUrl:
    """A text that is no address of the web, and why in a sentence."""

    text: str
    outcome: Outcome
    reason: str


def canonical_url(text: str) -> str | InvalidUrl:
    """The URL without fragment, in ASCII, scheme and host in lower case, no default port.

    Never raises; `canonical_url` of what it returns is the same again.
    """
    trimmed = _CONTROLS.sub(lambda match: "%20" * match.group().count(" "), text.strip())
    if trimmed.startswith("//"):
        trimmed = f"https:{trimmed}"
    scheme = _SCHEME.match(trimmed)
    if not scheme:
        return InvalidUrl(text, Outcome.INVALID_URL, "has no scheme such as https:")
    if scheme.group(1).lower() not in _DEFAULT_PORTS:
        return InvalidUrl(
            text, Outcome.UNSUPPORTED_SCHEME, f"{scheme.group(1).lower()}: is not fetched"
        )
    try:
        return _canonical(trimmed)
    except (ValueError, UnicodeError) as error:
        return InvalidUrl(text, Outcome.INVALID_URL, f"is no valid URL ({error})")


def is_home(url: str) -> bool:
    """Whether a canonical URL is a site's front page."""
    parts = urlsplit(url)
    return parts.path in {"", "/", "/index.html", "/index.php"} and not parts.query


def _canonical(text: str) -> str:
    parts = urlsplit(text)
    scheme = parts.scheme.lower()
    host = _canonical_host(parts.hostname or "")
    port = parts.port
    authority = host if port in {None, _DEFAULT_PORTS[scheme]} else f"{host}:{port}"
    if parts.username is not None:
        raise ValueError("it carries a user name")
    path = quote(_dots_removed(parts.path) or "/", safe=_SAFE, errors="replace")
    query = f"?{quote(parts.query, safe=_SAFE, errors='replace')}" if parts.query else ""
    return f"{scheme}://{authority}{path}{query}"


def _canonical_host(host: str) -> str:
    if not host:
        raise ValueError("it names no host")
    if ":" in host:
        return f"[{host.lower()}]"
    if not host.isascii():
        host = idna.encode(host, uts46=True).decode("ascii")
    host = host.lower()
    if not _REG_NAME.fullmatch(host):
        raise ValueError(f"{host!r} is no host name")
    return host


def _dots_removed(path: str) -> str:
    """RFC 3986, 5.2.4: a browser resolves "/a/../b" before it asks."""
    if "/." not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == "..":
            if len(kept) > 1:
                kept.pop()
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in {".", ".."}:
        kept.append("")
    return "/".join(kept)
