"""What a browser gets through the proxy: what the guard permits, and nothing else."""

from __future__ import annotations

import asyncio
import base64
import socket
from dataclasses import dataclass, field
from ipaddress import ip_network
from typing import TYPE_CHECKING

import pytest

from spiders.address_guard import AddressGuard
from spiders.guarded_proxy import GuardedProxy
from tests.zoo.pages import a_file, page
from tests.zoo.paths import MISBEHAVIOUR
from tests.zoo.server import Server

if TYPE_CHECKING:
    from spiders.address_guard import AddressInfo

LOOPBACK = (ip_network("127.0.0.0/8"),)


@dataclass
class Dialler:
    """Names as told, and what was dialled."""

    names: dict[str, str] = field(default_factory=dict)
    dialled: list[str] = field(default_factory=list)

    async def look_up(self, host: str, port: int) -> list[AddressInfo]:
        address = self.names.get(host, host)
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        return [(family, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (address, port))]

    def make_socket(self, info: AddressInfo) -> socket.socket:
        self.dialled.append(str(info[4][0]))
        return socket.socket(*info[:3])


def said(
    asked: str,
    dialler: Dialler,
    *,
    guard: AddressGuard | None = None,
    cap_bytes: int = 10**6,
    password: str = "",
) -> tuple[bytes, GuardedProxy]:
    """What the proxy answers to a request; PASSWORD in it stands for the right one."""

    async def ask() -> tuple[bytes, GuardedProxy]:
        proxy = GuardedProxy(
            guard or AddressGuard(LOOPBACK),
            look_up=dialler.look_up,
            make_socket=dialler.make_socket,
            cap_bytes=cap_bytes,
        )
        await proxy.start()
        word = f"{proxy.username}:{password or proxy.password}"
        known = f"Proxy-Authorization: Basic {base64.b64encode(word.encode()).decode()}\r\n"
        host, _, port = proxy.address.removeprefix("http://").partition(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(asked.replace("\r\n", f"\r\n{known}", 1).encode())
        try:
            answer = await asyncio.wait_for(reader.read(10**7), 5)
            while more := await asyncio.wait_for(reader.read(10**7), 5):
                answer += more
        finally:
            writer.close()
            await proxy.close()
        return answer, proxy

    return asyncio.run(ask())


def test_a_page_comes_through_whole() -> None:
    dialler = Dialler({"site.example": "127.0.0.1"})
    with Server({"/page": a_file(page(), "text/html")}) as server:
        url = f"http://site.example:{server.port}/page?x=1"
        answer, _ = said(f"GET {url} HTTP/1.1\r\nHost: site.example\r\nA: b\r\n\r\n", dialler)
        [asked] = server.asked

    assert answer.endswith(page())
    assert asked.target == "/page?x=1"
    assert asked.headers["a"] == "b"
    assert "proxy-authorization" not in asked.headers


def test_a_tunnel_passes_on_what_is_said() -> None:
    with Server({"/page": a_file(page(), "text/html")}) as server:
        asked = (
            f"CONNECT 127.0.0.1:{server.port} HTTP/1.1\r\n\r\nGET /page HTTP/1.1\r\nHost: x\r\n\r\n"
        )
        answer, _ = said(asked, Dialler())

    assert answer.startswith(b"HTTP/1.1 200 Connection established\r\n\r\n")
    assert answer.endswith(page())


@pytest.mark.parametrize(
    "asked",
    [
        "GET http://169.254.169.254/latest HTTP/1.1\r\n\r\n",
        "GET http://inside.example/ HTTP/1.1\r\n\r\n",
        "GET http://0x7f000001/ HTTP/1.1\r\n\r\n",
        "GET http://[::1]/ HTTP/1.1\r\n\r\n",
        "POST http://10.0.0.1:8080/admin HTTP/1.1\r\nContent-Length: 0\r\n\r\n",
        "CONNECT 10.0.0.1:443 HTTP/1.1\r\n\r\n",
        "CONNECT inside.example:443 HTTP/1.1\r\n\r\n",
        "CONNECT [::ffff:127.0.0.1]:6379 HTTP/1.1\r\n\r\n",
    ],
)
def test_nothing_inside_is_dialled(asked: str) -> None:
    dialler = Dialler({"inside.example": "192.168.0.1"})

    answer, proxy = said(asked, dialler, guard=AddressGuard())

    assert answer.startswith(b"HTTP/1.1 403 ")
    assert dialler.dialled == []
    assert len(proxy.refused) == 1


@pytest.mark.parametrize(
    "asked",
    [
        "GET /page HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        "GET ftp://127.0.0.1/ HTTP/1.1\r\n\r\n",
        "CONNECT 127.0.0.1 HTTP/1.1\r\n\r\n",
        "CONNECT :443 HTTP/1.1\r\n\r\n",
        "nonsense\r\n\r\n",
    ],
)
def test_what_is_no_request_to_a_proxy_gets_no_answer(asked: str) -> None:
    dialler = Dialler()
    assert said(asked, dialler)[0] == b""
    assert dialler.dialled == []


def test_who_does_not_know_the_password_is_not_served() -> None:
    dialler = Dialler()
    answer, _ = said("GET http://127.0.0.1/ HTTP/1.1\r\n\r\n", dialler, password="a guess")

    assert answer.startswith(b"HTTP/1.1 407 ")
    assert dialler.dialled == []


def test_a_server_that_is_not_there_is_a_502() -> None:
    answer, _ = said("GET http://127.0.0.1:9/ HTTP/1.1\r\n\r\n", Dialler())
    assert answer.startswith(b"HTTP/1.1 502 ")


def test_no_more_comes_through_than_is_allowed() -> None:
    with Server({}, {"/endless": MISBEHAVIOUR["/endless"]}) as server:
        url = server.url("/endless")
        answer, proxy = said(f"GET {url} HTTP/1.1\r\n\r\n", Dialler(), cap_bytes=300_000)

    assert proxy.is_exhausted
    assert len(answer) <= 300_000
