"""The network as an `Exchange`: aiohttp behind the address guard, under caps, one hop a request."""

from __future__ import annotations

import asyncio
import errno
import socket
import ssl
import zlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

import aiohttp
from aiohttp.resolver import ThreadedResolver

from claims.values import Origin
from spiders.address_guard import AddressGuard, BlockedAddressError, GuardedResolver
from spiders.exchange import Answer, Failure, Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from aiohttp.abc import AbstractResolver

    from spiders.crawl import CrawlSettings

_CHUNK_BYTES = 64 * 1024
# Honest text seldom compresses better than this; what does is there to fill our memory.
_BOMB_RATIO = 200
_ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5"


class NetworkExchange:
    """Asks the network; one session for each event loop that it is used on."""

    origin = Origin.NETWORK
    is_instant = False

    def __init__(
        self,
        settings: CrawlSettings,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        resolver: Callable[[], AbstractResolver] = ThreadedResolver,
    ) -> None:
        self._settings = settings
        self._now = now
        self._make_resolver = resolver
        self._guard = AddressGuard(settings.allowed_networks)
        self._session: aiohttp.ClientSession | None = None

    async def fetch(self, url: str, *, timeout_seconds: float) -> Answer | Failure:
        """One GET; the timeout is for the whole of it, from dialling to the last byte."""
        try:
            async with asyncio.timeout(timeout_seconds):
                return await self._get(url)
        except TimeoutError:
            return self._failure(
                url, Fault.TIMEOUT, f"no complete answer within {timeout_seconds:g} s"
            )
        except _BodyError as error:
            return self._failure(url, error.fault, str(error))
        except (aiohttp.ClientError, OSError, ValueError) as error:
            return self._failure(url, *_fault_of(error))

    async def close(self) -> None:
        """Close all connections."""
        if self._session is not None:
            session, self._session = self._session, None
            await session.close()

    async def _get(self, url: str) -> Answer:
        import yarl  # noqa: PLC0415  # comes with aiohttp

        session = self._opened()
        async with session.get(yarl.URL(url, encoded=True), allow_redirects=False) as response:
            headers = tuple((name, value) for name, value in response.headers.items())
            body = await self._body(response)
            return Answer(url, response.status, headers, body, self._now())

    async def _body(self, response: aiohttp.ClientResponse) -> bytes:
        cap = self._settings.max_body_bytes
        declared = response.content_length
        encoding = response.headers.get("Content-Encoding", "").strip().lower()
        if declared is not None and declared > cap:
            raise _BodyError(Fault.TOO_LARGE, f"{declared:,} bytes, over the cap of {cap:,}")
        decoder = _decoder(encoding)
        parts: list[bytes] = []
        received = size = 0
        async for chunk in response.content.iter_chunked(_CHUNK_BYTES):
            received += len(chunk)
            for part in _decoded(decoder, chunk, cap - size + 1):
                size += len(part)
                if size > cap:
                    is_bomb = size > received * _BOMB_RATIO
                    fault = Fault.BOMB if is_bomb else Fault.TOO_LARGE
                    raise _BodyError(fault, f"more than the cap of {cap:,} bytes")
                parts.append(part)
        if decoder is not None and received and not decoder.eof:
            raise _BodyError(Fault.TRUNCATED, f"the {encoding} body ends in its middle")
        return b"".join(parts)

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(
                limit=0,
                ssl=ssl.create_default_context(),
                resolver=GuardedResolver(self._guard, self._make_resolver()),
                use_dns_cache=False,
                socket_factory=self._guard.make_socket,
            )
            headers = {
                "User-Agent": self._settings.user_agent,
                "Accept": _ACCEPT,
                "Accept-Encoding": "gzip, deflate",
                **dict(self._settings.headers),
            }
            self._session = aiohttp.ClientSession(
                connector=connector,
                headers=headers,
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                trust_env=False,
                timeout=aiohttp.ClientTimeout(total=None),
                max_line_size=16 * 1024,
                max_field_size=32 * 1024,
            )
        return self._session

    def _failure(self, url: str, fault: Fault, reason: str) -> Failure:
        return Failure(url, fault, reason, self._now())


class _BodyError(Exception):
    def __init__(self, fault: Fault, reason: str) -> None:
        super().__init__(reason)
        self.fault = fault


class _Decoder(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def unconsumed_tail(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = 0, /) -> bytes: ...


def _decoder(encoding: str) -> _Decoder | None:
    if encoding in {"", "identity"}:
        return None
    if encoding in {"gzip", "x-gzip"}:
        return zlib.decompressobj(zlib.MAX_WBITS | 16)
    if encoding == "deflate":
        return zlib.decompressobj()
    raise _BodyError(Fault.GARBLED, f"it is encoded as {encoding!r}, which was not asked for")


def _decoded(decoder: _Decoder | None, chunk: bytes, room: int) -> Iterator[bytes]:
    """Decode a chunk piece by piece, never more than there is room for."""
    if decoder is None:
        yield chunk
        return
    rest = chunk
    while rest and room > 0:
        try:
            part = decoder.decompress(rest, min(room, 1 << 20))
        except zlib.error as error:
            raise _BodyError(Fault.GARBLED, "it is not encoded as its header says") from error
        room -= len(part)
        rest = decoder.unconsumed_tail
        yield part
        if not part:
            return


def _fault_of(error: Exception) -> tuple[Fault, str]:
    chain = _chain(error)
    for link in chain:
        if isinstance(link, BlockedAddressError):
            return Fault.BLOCKED_ADDRESS, str(link)
    for link in chain:
        if isinstance(link, (ssl.SSLError, ssl.CertificateError, aiohttp.ClientSSLError)):
            return Fault.TLS, f"no secure connection ({_short(link)})"
    for link in chain:
        if isinstance(link, (socket.gaierror, aiohttp.ClientConnectorDNSError)):
            return Fault.DNS, "the host name cannot be resolved"
        if isinstance(link, ConnectionRefusedError):
            return Fault.REFUSED, "the server refused the connection"
        if isinstance(link, OSError) and link.errno == errno.ECONNREFUSED:
            return Fault.REFUSED, "the server refused the connection"
    if isinstance(error, aiohttp.ClientPayloadError):
        return Fault.TRUNCATED, "the body ended before it was complete"
    if isinstance(error, (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError, OSError)):
        return Fault.RESET, "the connection broke before an answer came"
    return Fault.GARBLED, f"the answer is no valid HTTP ({_short(error)})"


def _chain(error: BaseException) -> list[BaseException]:
    links: list[BaseException] = []
    current: BaseException | None = error
    while current is not None and current not in links:
        links.append(current)
        inner = getattr(current, "os_error", None) or getattr(current, "certificate_error", None)
        if isinstance(inner, BaseException):
            links.append(inner)
        current = current.__cause__ or current.__context__
    return links


def _short(error: BaseException) -> str:
    text = str(getattr(error, "verify_message", "") or getattr(error, "reason", "") or error)
    return " ".join(text.split())[:120] or type(error).__name__
