"""A web site on loopback, in a process of its own: `local_site.py PAGES KB DELAY_MS HOSTS`.

It answers at so many addresses from 127.0.0.1 on, which to a crawler are hosts of their own.

Its index links to all pages. Pages are prose around the size asked for, each of its own; they have
validators, and a header that one of the peers wants to see before it asks faster than ten times a
second.
"""

from __future__ import annotations

import asyncio
import os
import random
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS = (
    "harbour crane ferry cargo quay survey region output growth share panel report figure annual"
    " source market vehicle battery export industry"
).split()
_HTML = b"Content-Type: text/html; charset=utf-8\r\nLinkChecker: yes\r\n"
_FIRST_YEAR, _LAST_YEAR = 1990, 2024


def page(number: int, kilobytes: int) -> bytes:
    """The page of a town, the same each time."""
    chance = random.Random(number)  # noqa: S311  # prose, not secrets
    lines = [f"<p>The town number {number} counted {number}00 bicycles in 2024.</p>"]
    size = 0
    while size < kilobytes * 1000:
        sentences = (
            " ".join(chance.choices(_WORDS, k=chance.randint(8, 22))).capitalize()
            + f" {chance.randint(1, 99)}% in {chance.randint(_FIRST_YEAR, _LAST_YEAR)}."
            for _ in range(5)
        )
        lines.append(f"<p>{' '.join(sentences)} <a href='/p/{number}#more'>more</a></p>")
        size += len(lines[-1])
    menu = "".join(f"<li><a href='/n/{item}'>Section {item}</a></li>" for item in range(40))
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>Town {number}</title>"
        f"</head><body><nav><ul>{menu}</ul></nav><article><h1>Town {number}</h1>{''.join(lines)}"
        "</article><footer>All rights reserved</footer></body></html>"
    ).encode()


async def _serve(pages: int, kilobytes: int, delay_seconds: float, hosts: int) -> None:
    bodies = [page(number, kilobytes) for number in range(pages)]
    links = "".join(f'<a href="/p/{number}">{number}</a>' for number in range(pages))
    index = f"<html><body>{links}</body></html>".encode()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while head := await reader.readuntil(b"\r\n\r\n"):
                writer.write(await answer(head))
                await writer.drain()
        writer.close()

    async def answer(head: bytes) -> bytes:
        method, path, _ = head.split(b" ", 2)
        if path == b"/":
            return b"HTTP/1.1 200 OK\r\n%bContent-Length: %d\r\n\r\n%b" % (_HTML, len(index), index)
        if not path.startswith(b"/p/"):
            return b"HTTP/1.1 404 Not Found\r\nLinkChecker: yes\r\nContent-Length: 0\r\n\r\n"
        await asyncio.sleep(delay_seconds)
        number = int(path[3:])
        tag = b'"%d"' % number
        if b"\r\nIf-None-Match: " + tag in head:
            return b"HTTP/1.1 304 Not Modified\r\nETag: %b\r\n\r\n" % tag
        body = bodies[number]
        start = b"HTTP/1.1 200 OK\r\n%bETag: %b\r\nContent-Length: %d\r\n\r\n" % (
            _HTML,
            tag,
            len(body),
        )
        return start if method == b"HEAD" else start + body

    server = await asyncio.start_server(talk, "127.0.0.1", 0, backlog=1024)
    port = server.sockets[0].getsockname()[1]
    others = [host_address(number) for number in range(1, hosts)]
    beside = [await asyncio.start_server(talk, others, port, backlog=1024)] if others else []
    sys.stdout.write(f"{port}\n")
    sys.stdout.flush()
    await asyncio.gather(*(one.serve_forever() for one in (server, *beside)))


def host_address(number: int) -> str:
    """The address of a host, counted from 0."""
    return f"127.0.{number // 250}.{number % 250 + 1}"


def environment() -> dict[str, str]:
    """What commands are run in: with the compiled modules that every installed package has."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@contextmanager
def serving(
    pages: int, kilobytes: int, delay_milliseconds: int = 0, hosts: int = 1
) -> Iterator[str]:
    """Serve while open; gives the address that page numbers are written behind."""
    arguments = map(str, (pages, kilobytes, delay_milliseconds, hosts))
    command = [sys.executable, str(Path(__file__)), *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}/p/"
        finally:
            process.terminate()


def document(address: str, pages: int) -> str:
    """A note with a claim on each page."""
    return "\n\n".join(
        f"The town number {number} counted [{number}00 bicycles in 2024]({address}{number})."
        for number in range(pages)
    )


if __name__ == "__main__":
    PAGES, KILOBYTES, DELAY, HOSTS = map(int, sys.argv[1:])
    asyncio.run(_serve(PAGES, KILOBYTES, DELAY / 1000, HOSTS))
