"""What aiohttp raises, as outcomes: the causes below its own exceptions tell more than these."""

from __future__ import annotations

import errno
import socket
import ssl
from typing import TYPE_CHECKING

import aiohttp
from aiohttp.http_exceptions import BadHttpMessage

from claims.values import Outcome
from spiders.address_guard import BlockedAddressError
from spiders.exchange import Failed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

_TLS = (ssl.SSLError, ssl.CertificateError, aiohttp.ClientSSLError)
# The way to the server is broken, which may be our own end of it.
_NO_WAY = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EHOSTDOWN})
_LONGEST_DETAIL = 120


def failure_of(error: Exception, *, at: datetime) -> Failed:
    """Translate what went wrong between us and a server."""
    causes = tuple(_causes(error))
    for kinds, outcome, reason in _BY_CAUSE:
        cause = next((cause for cause in causes if isinstance(cause, kinds)), None)
        if cause is not None:
            return Failed(outcome, reason.format(_detail(cause)), at)
    told = _by_name(causes) or _by_number(causes) or _by_chunk(causes)
    if told is not None:
        return Failed(*told, at)
    if isinstance(error, OSError | aiohttp.ClientConnectionError):
        return Failed(Outcome.CONNECTION_RESET, f"the connection broke ({_detail(error)})", at)
    return Failed(Outcome.HTTP_ERROR, f"the answer is not valid HTTP ({_detail(error)})", at)


# In this order: a refused address is also a failed connection, a broken TLS handshake also
# an OSError.
_BY_CAUSE: tuple[tuple[type | tuple[type, ...], Outcome, str], ...] = (
    (BlockedAddressError, Outcome.BLOCKED_ADDRESS, "{}"),
    (_TLS, Outcome.TLS_ERROR, "no secure connection ({})"),
    (aiohttp.InvalidURL, Outcome.INVALID_URL, "the URL cannot be asked ({})"),
    (aiohttp.ClientPayloadError, Outcome.TRUNCATED, "the body ended before it was complete"),
    (ConnectionRefusedError, Outcome.CONNECTION_REFUSED, "nobody listens at the server's port"),
    (ConnectionResetError, Outcome.CONNECTION_RESET, "the server broke the connection"),
    (
        aiohttp.ServerDisconnectedError,
        Outcome.CONNECTION_RESET,
        "the server closed the connection without an answer",
    ),
)


def _by_name(causes: tuple[BaseException, ...]) -> tuple[Outcome, str] | None:
    numbers = [cause.errno for cause in causes if isinstance(cause, socket.gaierror)]
    # "Try again" is the name server's trouble, not the name's.
    if socket.EAI_AGAIN in numbers:
        return Outcome.TIMEOUT, "the name server does not answer"
    if numbers or any(isinstance(cause, aiohttp.ClientConnectorDNSError) for cause in causes):
        return Outcome.DNS_ERROR, "the host name does not resolve"
    return None


def _by_number(causes: tuple[BaseException, ...]) -> tuple[Outcome, str] | None:
    for cause in causes:
        match cause:
            case OSError(errno=errno.ECONNREFUSED):
                return Outcome.CONNECTION_REFUSED, "nobody listens at the server's port"
            case OSError(errno=errno.ETIMEDOUT):
                return Outcome.TIMEOUT, "the server does not take the connection"
            case OSError(errno=number) if number in _NO_WAY:
                return Outcome.CONNECTION_RESET, f"no way to the server ({_detail(cause)})"
    return None


def _by_chunk(causes: tuple[BaseException, ...]) -> tuple[Outcome, str] | None:
    # Raised as if the head were wrong where the first chunks came together with it.
    if any(isinstance(one, BadHttpMessage) and "chunk" in str(one).lower() for one in causes):
        return Outcome.TRUNCATED, "the body is not sent in the pieces that it says"
    return None


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        cause = waiting.pop(0)
        if not isinstance(cause, BaseException) or id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        inner = (getattr(cause, name, None) for name in ("os_error", "certificate_error"))
        waiting += [*inner, cause.__cause__, cause.__context__]


def _detail(error: BaseException) -> str:
    text = getattr(error, "verify_message", "") or getattr(error, "strerror", "") or str(error)
    return " ".join(str(text).split())[:_LONGEST_DETAIL] or type(error).__name__
