"""A language model's endpoint on this machine's loopback: it answers as a test has it do."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from tests.pipeline.in_thread import served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: clients that have had enough hang up, and are meant to."""


class LocalChat:
    """Answers every POST with `respond`, and keeps what it was asked."""

    def __init__(self, respond: Callable[[LocalChat, BaseHTTPRequestHandler], None]) -> None:
        self.requests: list[tuple[str, dict[str, str], dict[str, Any]]] = []
        self.is_over = threading.Event()
        chat = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:  # the library's name
                body = self.rfile.read(int(self.headers["Content-Length"]))
                chat.requests.append((self.path, dict(self.headers), json.loads(body)))
                chat.respond(chat, self)

            def do_GET(self) -> None:  # where a redirect would lead
                chat.requests.append((self.path, dict(self.headers), {}))

            def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
                del format, arguments

        self.respond = respond
        self._server = _Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1"

    @contextmanager
    def serving(self) -> Iterator[LocalChat]:
        with served(self._server):
            try:
                yield self
            finally:
                self.is_over.set()


def send(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", "application/json")
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def saying(content: object) -> Callable[[LocalChat, BaseHTTPRequestHandler], None]:
    """Answer with a message, as an endpoint does."""
    body = json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]})
    return lambda _chat, handler: send(handler, body.encode())
