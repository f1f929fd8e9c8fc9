"""A forward proxy on this machine's loopback through which a browser sees only what the guard lets.

A browser resolves and dials by itself; behind this it cannot. Everything it asks for is a request
or a tunnel here, to an address that is checked when it is dialled, under one cap for a page.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import secrets
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from spiders.address_guard import BlockedAddressError

if TYPE_CHECKING:
    import socket
    from collections.abc import Awaitable, Callable

    from spiders.address_guard import AddressGuard, AddressInfo
    from spiders.resolving import LookUp

_CHUNK_BYTES = 64 * 1024
_LONGEST_HEAD_BYTES = 64 * 1024
_HEAD_SECONDS = 10.0
_MOST_CONNECTIONS = 200
_REFUSED = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_UNREACHED = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_WHO = (
    b'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="citewatch"\r\n'
    b"Content-Length: 0\r\nConnection: close\r\n\r\n"
)
_TUNNEL = b"HTTP/1.1 200 Connection established\r\n\r\n"
_NOT_PASSED_ON = frozenset({"proxy-connection", "proxy-authorization", "connection", "keep-alive"})


class GuardedProxy:
    """Open with `start`; `refused` are the hosts that the guard has kept the browser from.

    `cap_bytes` is for all that comes through until `reset`; beyond it all connections end. Other
    users of this machine do not know the password.
    """

    def __init__(
        self,
        guard: AddressGuard,
        *,
        look_up: LookUp,
        make_socket: Callable[[AddressInfo], socket.socket],
        cap_bytes: int,
    ) -> None:
        self._guard = guard
        self._look_up = look_up
        self._make_socket = make_socket
        self._cap_bytes = cap_bytes
        self._taken_bytes = 0
        self._server: asyncio.Server | None = None
        self._under_way: set[asyncio.Task[None]] = set()
        self.username = "citewatch"
        self.password = secrets.token_urlsafe(16)
        self.refused: list[str] = []

    @property
    def is_exhausted(self) -> bool:
        """Whether more came through than is allowed."""
        return self._taken_bytes > self._cap_bytes

    @property
    def address(self) -> str:
        """The URL under which a browser finds it."""
        assert self._server is not None
        host, port = self._server.sockets[0].getsockname()[:2]
        return f"http://{host}:{port}"

    async def start(self) -> None:
        """Listen at a port of this machine that is free."""
        self._server = await asyncio.start_server(
            self._accept, "127.0.0.1", 0, limit=_LONGEST_HEAD_BYTES
        )

    async def close(self) -> None:
        """End all connections."""
        if self._server is not None:
            self._server.close()
        for task in self._under_way:
            task.cancel()
        if self._under_way:
            await asyncio.wait(self._under_way)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._under_way.add(task)
        try:
            if len(self._under_way) <= _MOST_CONNECTIONS and not self.is_exhausted:
                await self._serve(reader, writer)
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError):
            pass  # whoever asked sees the connection end
        finally:
            self._under_way.discard(task)
            writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async with asyncio.timeout(_HEAD_SECONDS):
            head = await reader.readuntil(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ")
        headers = [line for line in lines if line]
        if not self._is_known(headers):
            await _say(writer, _WHO)
            return
        host, port, asked = _destination(method, target, headers)
        try:
            upstream = await self._connected(host, port)
        except BlockedAddressError:
            self.refused.append(host)
            await _say(writer, _REFUSED)
            return
        except OSError:
            await _say(writer, _UNREACHED)
            return
        await self._joined((reader, writer), upstream, asked)

    def _is_known(self, headers: list[str]) -> bool:
        word = base64.b64encode(f"{self.username}:{self.password}".encode()).decode()
        given = f"proxy-authorization: basic {word}"
        return any(
            secrets.compare_digest(
                f"{name.lower()}: {value.strip().partition(' ')[0].lower()}"
                f" {value.strip().partition(' ')[2]}".encode(),
                given.encode(),
            )
            for name, _, value in (line.partition(":") for line in headers)
        )

    async def _connected(
        self, host: str, port: int
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        self._guard.check_host(host)
        infos = self._guard.permitted(await self._look_up(host, port), host=host)
        failure = OSError(f"{host} has no address")
        for info in infos:
            # Looked at once more: this is what is dialled.
            self._guard.check(str(info[4][0]))
            dialled = self._make_socket(info)
            dialled.settimeout(0)
            try:
                await asyncio.get_running_loop().sock_connect(dialled, info[4])
                return await asyncio.open_connection(sock=dialled, limit=_LONGEST_HEAD_BYTES)
            except OSError as error:
                dialled.close()
                failure = error
        raise failure

    async def _joined(
        self,
        browser: tuple[asyncio.StreamReader, asyncio.StreamWriter],
        server: tuple[asyncio.StreamReader, asyncio.StreamWriter],
        asked: bytes,
    ) -> None:
        """Pass on what either says until one of them ends."""
        (browser_reader, browser_writer), (server_reader, server_writer) = browser, server
        try:
            if asked:
                server_writer.write(asked)
            else:
                await _say(browser_writer, _TUNNEL)
            ways = [
                asyncio.ensure_future(self._pumped(browser_reader, server_writer)),
                asyncio.ensure_future(self._pumped(server_reader, browser_writer)),
            ]
            try:
                await ways[1]
            finally:
                for way in ways:
                    way.cancel()
                await asyncio.wait(ways)
        finally:
            server_writer.close()

    async def _pumped(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            while chunk := await reader.read(_CHUNK_BYTES):
                self._taken_bytes += len(chunk)
                if self.is_exhausted:
                    return
                writer.write(chunk)
                await writer.drain()


def _destination(method: str, target: str, headers: list[str]) -> tuple[str, int, bytes]:
    """Whom to dial, and what to say there; nothing for a tunnel. Raises ValueError."""
    if method == "CONNECT":
        parts = urlsplit(f"//{target}")
        if not parts.hostname or not parts.port:
            raise ValueError(target)
        return parts.hostname, parts.port, b""
    parts = urlsplit(target)
    if parts.scheme != "http" or not parts.hostname:
        raise ValueError(target)
    path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    kept = [one for one in headers if one.partition(":")[0].lower() not in _NOT_PASSED_ON]
    lines = [f"{method} {path} HTTP/1.1", *kept, "Connection: close", "", ""]
    return parts.hostname, parts.port or 80, "\r\n".join(lines).encode("latin-1")


async def _say(writer: asyncio.StreamWriter, words: bytes) -> None:
    writer.write(words)
    drained: Awaitable[None] = writer.drain()
    await drained
