"""The network as an exchange: aiohttp behind the address guard, with every size and time bounded.

Does one request at a time and nothing on its own: no redirects, no cookies, no proxies from
the environment.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

import aiohttp
from yarl import URL

from claims.values import Outcome
from spiders.address_guard import AddressGuard, AddressInfo
from spiders.decoding import ACCEPT_ENCODING, UndecodableError, decoder_for
from spiders.exchange import Answer, Failed, Sent
from spiders.resolving import GuardedResolver, look_up
from spiders.transport_errors import failure_of

if TYPE_CHECKING:
    import socket
    import ssl
    from collections.abc import Callable
    from datetime import datetime

    from spiders.browser import Browser
    from spiders.resolving import LookUp
    from spiders.settings import CrawlSettings

_CHUNK_BYTES = 64 * 1024
# Text seldom compresses better than 20 times; what does so beyond the cap is there to harm.
_BOMB_RATIO = 50
_LONGEST_HEADER_BYTES = 64 * 1024
_PRINTABLE = "".join(map(chr, range(0x20, 0x7F)))


class NetworkExchange:
    """Asks the network, through a session that lives from the first request to `close`.

    `look_up` resolves names and `make_socket` makes sockets, guarded or not: tests give
    their own to see that neither is used. `tls` says whose certificates are believed, None for
    those that the system believes.
    """

    recorded_at: datetime | None = None

    def __init__(
        self,
        settings: CrawlSettings,
        *,
        look_up: LookUp = look_up,
        make_socket: Callable[[AddressInfo], socket.socket] | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._settings = settings
        self._guard = AddressGuard(settings.allowed_networks)
        self._look_up = look_up
        self._make_socket = make_socket
        self._tls = tls
        self._browser: Browser | None = None
        self._session: aiohttp.ClientSession | None = None

    async def fetch(self, sent: Sent) -> Answer | Failed:
        """Ask once; the timeout is for all of it, from the look-up of the name to the last byte."""
        if sent.in_browser:
            return await self._opened_browser().render(sent)
        seconds = self._settings.timeout_seconds
        try:
            async with asyncio.timeout(seconds):
                self._guard.check_host(urlsplit(sent.url).hostname or "")
                return await self._get(sent)
        except TimeoutError:
            return Failed(Outcome.TIMEOUT, f"no complete answer within {seconds:g} s", sent.at)
        except _BodyError as error:
            return Failed(error.outcome, str(error), sent.at)
        except (aiohttp.ClientError, OSError) as error:
            return failure_of(error, at=sent.at)

    async def close(self) -> None:
        """Close all connections; another request opens a new session."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()
        browser, self._browser = self._browser, None
        if browser is not None:
            await browser.close()

    def _opened_browser(self) -> Browser:
        from spiders.browser import Browser  # noqa: PLC0415  # few runs meet one

        self._browser = self._browser or Browser(
            self._settings, self._guard, look_up=self._look_up, make_socket=self._dial
        )
        return self._browser

    async def _get(self, sent: Sent) -> Answer:
        session = self._session = self._session or self._opened()
        # As it is: what the author wrote is not for us to encode again.
        url = URL(sent.url, encoded=True)
        async with session.get(url, headers=sent.headers, allow_redirects=False) as response:
            headers = tuple((name, _ascii(value)) for name, value in response.headers.items())
            return Answer(response.status, headers, await self._body(response), sent.at)

    async def _body(self, response: aiohttp.ClientResponse) -> bytes:
        cap = self._settings.max_body_bytes
        if (response.content_length or 0) > cap:
            raise _BodyError(Outcome.TOO_LARGE, f"the body is larger than {cap} bytes")
        coding = response.headers.get("Content-Encoding", "")
        try:
            decoder = decoder_for(coding)
            body = bytearray()
            async for chunk in response.content.iter_chunked(_CHUNK_BYTES):
                for piece in decoder.pieces(chunk):
                    body += piece
                    if len(body) > cap:
                        raise _beyond(cap, decoder.taken_bytes, len(body))
        except UndecodableError as error:
            raise _BodyError(Outcome.UNDECODABLE, str(error)) from error
        if not decoder.is_complete:
            raise _BodyError(Outcome.TRUNCATED, f"the body's {coding} coding ends in the middle")
        return bytes(body)

    def _opened(self) -> aiohttp.ClientSession:
        connector = aiohttp.TCPConnector(
            # The agenda limits how many are under way.
            limit=0,
            ssl=self._tls or True,
            resolver=GuardedResolver(self._guard, self._look_up),
            socket_factory=self._dial,
        )
        return aiohttp.ClientSession(
            connector=connector,
            headers={"Accept-Encoding": ACCEPT_ENCODING},
            skip_auto_headers=("Accept", "User-Agent"),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            trust_env=False,
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=None),
            max_line_size=_LONGEST_HEADER_BYTES,
            max_field_size=_LONGEST_HEADER_BYTES,
        )

    def _dial(self, info: AddressInfo) -> socket.socket:
        self._guard.check(str(info[4][0]))
        return self._make_socket(info) if self._make_socket else self._guard.make_socket(info)


class _BodyError(Exception):
    def __init__(self, outcome: Outcome, reason: str) -> None:
        super().__init__(reason)
        self.outcome = outcome


def _beyond(cap: int, taken: int, decoded: int) -> _BodyError:
    if decoded > taken * _BOMB_RATIO:
        return _BodyError(
            Outcome.DECOMPRESSION_BOMB, f"{taken} bytes unpack to more than {cap} bytes"
        )
    return _BodyError(Outcome.TOO_LARGE, f"the body is larger than {cap} bytes")


def _ascii(value: str) -> str:
    """Percent-encode what is not printable, as a browser does with a target in raw UTF-8."""
    if value.isascii() and value.isprintable():
        return value
    return quote(value.encode("utf-8", "surrogateescape"), safe=_PRINTABLE)
