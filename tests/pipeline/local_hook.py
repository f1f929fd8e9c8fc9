"""A webhook on this machine's loopback that keeps the messages that Apprise sends it."""

from __future__ import annotations

import json
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, Any

from tests.pipeline.in_thread import served

if TYPE_CHECKING:
    from collections.abc import Iterator

SECRET = "hunter2"


class LocalHook:
    """Takes JSON messages, or refuses them."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []
        self.status = 200
        hook = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:  # the library's name
                body = self.rfile.read(int(self.headers["Content-Length"]))
                self.send_response(hook.status)
                self.send_header("Content-Length", "0")
                self.end_headers()
                if hook.status < 300:
                    hook.messages.append(json.loads(body))

            def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
                del format, arguments

        self._server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"json://user:{SECRET}@127.0.0.1:{self._server.server_port}/hook"

    @contextmanager
    def serving(self) -> Iterator[LocalHook]:
        with served(self._server):
            yield self
