"""The one spelling of a URL that crawling, storing and replaying agree on.

Follows the WHATWG URL standard where browsers and RFC 3986 differ, except that a query is
kept as it is written: servers may tell `a+b` from `a%20b`. Reads no file and no network.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv6Address
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

import idna

from claims.values import Outcome

_SUPPORTED = {"http": "80", "https": "443"}
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*\Z")
_HOST = re.compile(r"[a-z0-9._-]{1,253}\Z")
_LONGEST_LABEL = 63
_HIGHEST_PORT = 65535
_CONTROL_AND_SPACE = "".join(map(chr, range(0x21)))
_NEWLINES_AND_TABS = str.maketrans("", "", "\t\n\r")

# What may stay as it is; everything else, spaces and non-ASCII first, is percent-encoded. "%"
# stays even where no two digits follow: servers get to see what the author wrote.
_USERINFO_SAFE = "%!$&'()*+,-.:;=_~"
_PATH_SAFE = "%/!$&'()*+,-.:;=@_~[]"
_QUERY_SAFE = _PATH_SAFE + "?`{}|\\^"


@dataclass(frozen=True, slots=True)
class InvalidUrl:
    """A text that is no URL we can ask; `outcome` is invalid_url or unsupported_scheme."""

    outcome: Outcome
    reason: str


class _UnusableUrl(Exception):
    pass


def canonical_url(text: str) -> str | InvalidUrl:
    """Spell an absolute http or https URL canonically, without its fragment.

    One that leaves its scheme to the page it stands on is taken for https.
    """
    trimmed = text.strip(_CONTROL_AND_SPACE).translate(_NEWLINES_AND_TABS)
    if trimmed.startswith("//"):
        trimmed = f"https:{trimmed}"
    scheme, colon, rest = trimmed.partition(":")
    scheme = scheme.lower()
    if not colon or not _SCHEME.match(scheme) or (rest[:1].isdigit() and "." in scheme):
        return InvalidUrl(Outcome.INVALID_URL, f"{_shortened(text)} is not an absolute URL")
    if scheme not in _SUPPORTED:
        return InvalidUrl(Outcome.UNSUPPORTED_SCHEME, f"{scheme}: is neither http nor https")
    if not rest.startswith("//"):
        return InvalidUrl(Outcome.INVALID_URL, f"{_shortened(text)} has no // after its scheme")
    authority, path, query = _split(rest[2:].partition("#")[0])
    try:
        return f"{scheme}://{_authority(authority, scheme)}{_path(path)}{_query(query)}"
    except _UnusableUrl as error:
        return InvalidUrl(Outcome.INVALID_URL, f"{_shortened(text)} has {error}")


def _split(rest: str) -> tuple[str, str, str | None]:
    before_query, mark, query = rest.partition("?")
    authority, slash, path = before_query.partition("/")
    return authority, slash + path, query if mark else None


def _authority(authority: str, scheme: str) -> str:
    # Browsers read "\\" as "/" here, most libraries do not: whose host is it?
    if "\\" in authority:
        raise _UnusableUrl("a backslash before its path")
    userinfo, at, host_and_port = authority.rpartition("@")
    host, port = _host_and_port(host_and_port)
    user = quote(userinfo, safe=_USERINFO_SAFE, errors="surrogatepass") + at if userinfo else ""
    return user + host + (f":{port}" if port and port != _SUPPORTED[scheme] else "")


def _host_and_port(text: str) -> tuple[str, str]:
    if text.startswith("["):
        address, bracket, after = text[1:].partition("]")
        if not bracket or (after and not after.startswith(":")):
            raise _UnusableUrl("a broken IPv6 address")
        return _ipv6(address), _port(after[1:])
    host, _, port = text.partition(":")
    return _host(host), _port(port)


def _ipv6(text: str) -> str:
    try:
        if "%" in text:
            raise _UnusableUrl("an address that is valid on one machine only")
        return f"[{IPv6Address(text).compressed}]"
    except AddressValueError:
        raise _UnusableUrl("a broken IPv6 address") from None


def _port(text: str) -> str:
    if not text:
        return ""
    # int() alone would take "٣" and "1_0", and choke on thousands of digits.
    if not (text.isascii() and text.isdigit()) or len(text.lstrip("0")) > len(str(_HIGHEST_PORT)):
        raise _UnusableUrl("a port that is no number up to 65535")
    if int(text) > _HIGHEST_PORT:
        raise _UnusableUrl("a port that is no number up to 65535")
    return str(int(text))


def _host(text: str) -> str:
    host = unquote(text)
    if not host.isascii():
        try:
            host = idna.encode(host, uts46=True).decode("ascii")
        except (idna.IDNAError, UnicodeError):
            raise _UnusableUrl("a host name that cannot be") from None
    host = host.lower()
    if not host:
        raise _UnusableUrl("no host")
    if not _HOST.match(host) or any(len(label) > _LONGEST_LABEL for label in host.split(".")):
        raise _UnusableUrl("a host name that cannot be")
    return host


def _path(text: str) -> str:
    encoded = quote(text, safe=_PATH_SAFE, errors="surrogatepass")
    kept: list[str] = []
    segments = encoded.split("/")[1:]
    for segment in segments:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    # A path that ends in a dot segment names a directory.
    if segments and segments[-1] in {".", ".."}:
        kept.append("")
    return "/" + "/".join(kept)


def _query(text: str | None) -> str:
    return "" if text is None else "?" + quote(text, safe=_QUERY_SAFE, errors="surrogatepass")


def _shortened(text: str) -> str:
    shown = text if len(text) <= 80 else text[:77] + "..."  # noqa: PLR2004 -- a terminal line
    return repr(shown)


def parts_of(url: str) -> SplitResult:
    """The parts of a URL as somebody wrote it; all empty where it has none.

    `urlsplit` raises for what looks like an address in brackets and is none.
    """
    try:
        parts = urlsplit(url)
        # It looks at the host only when asked.
        _ = parts.hostname
    except ValueError:
        return SplitResult("", "", "", "", "")
    return parts


def joined(base: str, reference: str) -> str | None:
    """What a reference on a page means, None where it is no address."""
    try:
        return urljoin(base, reference)
    except ValueError:
        return None


def is_host_of(host: str, pattern: str) -> bool:
    """Whether a pattern means a host: "a.example" that alone, "*.a.example" what is below too."""
    if pattern.startswith("*."):
        return host == pattern[2:] or host.endswith(pattern[1:])
    return host == pattern
