"""A loopback server that answers as badly as real ones do."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    import ssl

_TLS_HANDSHAKE = b"\x16"
HTML = ("Content-Type", "text/html; charset=utf-8")


@dataclass(frozen=True)
class Reply:
    """A complete answer; `promise` is a Content-Length that is not kept."""

    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = (HTML,)
    promise: int | None = None

    def on_the_wire(self) -> tuple[bytes, bytes]:
        length = len(self.body) if self.promise is None else self.promise
        lines = [f"HTTP/1.1 {self.status} Whatever"]
        lines += [f"{name}: {value}" for name, value in self.headers]
        lines += [f"Content-Length: {length}", "Connection: close", "", ""]
        return "\r\n".join(lines).encode("utf-8"), self.body


@dataclass(frozen=True)
class Asked:
    """A request as it came in; `visit` counts the requests for this path from 1."""

    target: str
    headers: Mapping[str, str]
    visit: int
    method: str = "GET"


# Answers a request, or does to the connection what no answer would.
Answering = Callable[[Asked], Reply]
Misbehaving = Callable[[asyncio.StreamWriter], Awaitable[None]]
Case = Reply | Answering


@dataclass
class Server:
    """Serves paths on loopback from a thread of its own; what it does not know is a 404."""

    cases: Mapping[str, Case] = field(default_factory=dict)
    misbehaviour: Mapping[str, Misbehaving] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    visits: Counter[str] = field(default_factory=Counter)
    host: str = "127.0.0.1"
    tls: ssl.SSLContext | None = None
    port: int = 0
    at_once: int = 0
    most_at_once: int = 0

    def url(self, target: str) -> str:
        scheme = "https" if self.tls else "http"
        return f"{scheme}://{self.host}:{self.port}{target}"

    def __enter__(self) -> Self:
        ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=self._run, args=(ready,), daemon=True)
        self._thread.start()
        ready.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    def _run(self, ready: threading.Event) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._serve(ready))

    async def _serve(self, ready: threading.Event) -> None:
        server = await asyncio.start_server(
            self._talk, self.host, 0, limit=2**20, backlog=512, ssl=self.tls
        )
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        await self._stop.wait()
        server.close()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            first = await reader.readexactly(1)
            if first == _TLS_HANDSHAKE:
                writer.write(Reply(400).on_the_wire()[0])
            else:
                head = first + await reader.readuntil(b"\r\n\r\n")
                await self._answer(head.decode("latin-1"), writer)
        self.at_once -= 1
        writer.close()

    async def _answer(self, head: str, writer: asyncio.StreamWriter) -> None:
        first, *lines = head.split("\r\n")
        method, target = first.split(" ")[:2]
        path = target.partition("?")[0]
        self.visits[path] += 1
        pairs = (line.partition(":") for line in lines if line)
        headers = {name.lower(): value.strip() for name, _, value in pairs}
        asked = Asked(target, headers, self.visits[path], method)
        self.asked.append(asked)
        if path in self.misbehaviour:
            await self.misbehaviour[path](writer)
            return
        case = self.cases.get(path) or self._by_folder(path) or Reply(404, b"none")
        reply = case if isinstance(case, Reply) else case(asked)
        start, body = reply.on_the_wire()
        writer.write(start if method == "HEAD" else start + body)
        await writer.drain()

    def _by_folder(self, path: str) -> Case | None:
        """What all of a folder answers: the case of a path that ends with a slash."""
        folder = f"{path.rpartition('/')[0]}/"
        return self.cases.get(folder) if folder != "/" else None
