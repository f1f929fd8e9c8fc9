"""A web site on this machine's loopback that counts what it is asked for."""

from __future__ import annotations

import threading
import time
from collections import Counter
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from tests.pipeline.in_thread import served

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: clients that are killed break connections, and are meant to."""


class LocalSite:
    """Any path below /page/ answers with a page about its number; everything else is a 404.

    What is asked first of all is answered `first_seconds` later than the rest.
    """

    def __init__(
        self, delay_seconds: float = 0.0, host: str = "127.0.0.1", first_seconds: float = 0.0
    ) -> None:
        self.asked: Counter[str] = Counter()
        # How many requests were under way at once at most.
        self.most_at_once = 0
        # When each request began, in seconds from any start.
        self.began: list[float] = []
        self._under_way = 0
        self.is_asked = threading.Condition()
        # What pages say instead, by their paths.
        self.texts: dict[str, str] = {}
        # Paths of pages that are no longer there.
        self.gone: set[str] = set()
        self._delay_seconds = delay_seconds
        self._first_seconds = first_seconds
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:  # the library's name
                site.answer(self)

            def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
                del format, arguments

        self._server = _Server((host, 0), Handler)
        self.address = f"http://{host}:{self._server.server_port}"

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        with self.is_asked:
            self.asked[handler.path] += 1
            self._under_way += 1
            self.began.append(time.monotonic())
            self.most_at_once = max(self.most_at_once, self._under_way)
            is_first = len(self.began) == 1
            self.is_asked.notify_all()
        time.sleep(self._delay_seconds + is_first * self._first_seconds)
        with self.is_asked:
            self._under_way -= 1
        number = handler.path.rpartition("/")[2]
        is_page = handler.path.startswith("/page/") and handler.path not in self.gone
        text = f"In 2024 the town number {number} counted {number}00 bicycles on its bridges."
        text = self.texts.get(handler.path, text)
        body = f"<html lang=en><title>Town {number}</title><p>{text}</p></html>".encode()
        handler.send_response(200 if is_page else 404)
        handler.send_header("Content-Type", "text/html; charset=utf-8")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    def document(self, pages: int) -> str:
        """A document that cites so many pages, each with a claim of its own."""
        return "\n\n".join(
            f"The town number {number} counted"
            f" [{number}00 bicycles in 2024]({self.address}/page/{number})."
            for number in range(1, pages + 1)
        )

    @contextmanager
    def serving(self) -> Iterator[LocalSite]:
        with served(self._server):
            yield self
