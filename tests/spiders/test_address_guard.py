"""Nothing inside is dialled, however it is spelled and whoever leads there."""

from __future__ import annotations

import asyncio
import socket
from dataclasses import dataclass, field
from ipaddress import ip_address, ip_network
from typing import TYPE_CHECKING

import pytest

from claims.values import Outcome
from spiders.address_guard import AddressGuard
from spiders.exchange import Failed
from spiders.network import NetworkExchange
from tests.spiders.crawling import crawled, quick
from tests.spiders.makers import a_request
from tests.zoo.pages import a_page, a_redirect
from tests.zoo.server import Server

if TYPE_CHECKING:
    from spiders.address_guard import AddressInfo

INSIDE = """
    0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 127.0.0.1 127.255.255.254
    169.254.169.254 169.254.170.2 172.16.0.1 172.31.255.255 192.0.0.1 192.0.2.1 192.88.99.1
    192.168.0.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255
    240.0.0.1 255.255.255.255 168.63.129.16
    :: ::1 ::127.0.0.1 ::ffff:10.0.0.1 ::ffff:127.0.0.1 ::ffff:169.254.169.254
    ::ffff:0:10.0.0.1 64:ff9b::10.0.0.1 64:ff9b::a9fe:a9fe 64:ff9b:1::1
    2001::1 2001:0:a00:1::1 2001:0:4136:e378:8000:63bf:f5ff:fffe
    2001:db8::1 2001:2::1 2001:10::1 2002:0a00:0001::1 2002:7f00:1:: 2002:a9fe:a9fe::1
    3fff::1 100::1 fc00::1 fd00:ec2::254 fe80::1 fec0::1 ff02::1 ff0e::1
    2606:4700::5efe:10.0.0.1
""".split()
OUTSIDE = """
    1.1.1.1 8.8.8.8 93.184.216.34 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 192.0.1.1
    198.17.0.1 223.255.255.255 2606:4700:4700::1111 2a00:1450:4001::1 ::ffff:8.8.8.8
    64:ff9b::808:808 2002:808:808::1
""".split()


@pytest.mark.parametrize("text", INSIDE)
def test_what_is_not_globally_routable_is_refused(text: str) -> None:
    assert not AddressGuard().permits(ip_address(text))


@pytest.mark.parametrize("text", OUTSIDE)
def test_what_is_globally_routable_is_permitted(text: str) -> None:
    assert AddressGuard().permits(ip_address(text))


def test_an_allowed_network_is_opened_and_no_other() -> None:
    guard = AddressGuard((ip_network("10.1.0.0/16"), ip_network("fd00::/8")))

    assert guard.permits(ip_address("10.1.2.3"))
    assert guard.permits(ip_address("::ffff:10.1.2.3"))
    assert guard.permits(ip_address("fd00::1"))
    assert not guard.permits(ip_address("10.2.0.1"))
    assert not guard.permits(ip_address("fe80::1"))


@dataclass
class Wire:
    """A network that must not be touched: names resolve as told, sockets are only counted."""

    names: dict[str, list[str]] = field(default_factory=dict)
    dialled: list[str] = field(default_factory=list)

    async def look_up(self, host: str, port: int) -> list[AddressInfo]:
        return [
            (
                socket.AF_INET6 if ":" in address else socket.AF_INET,
                socket.SOCK_STREAM,
                socket.IPPROTO_TCP,
                "",
                (address, port),
            )
            for address in self.names[host]
        ]

    def make_socket(self, info: AddressInfo) -> socket.socket:
        self.dialled.append(str(info[4][0]))
        raise ConnectionRefusedError


def fetched(wire: Wire, url: str) -> Failed:
    async def ask() -> object:
        exchange = NetworkExchange(
            quick(allowed_networks=()), look_up=wire.look_up, make_socket=wire.make_socket
        )
        try:
            return await exchange.fetch(a_request(url))
        finally:
            await exchange.close()

    result = asyncio.run(ask())
    assert isinstance(result, Failed)
    return result


SPELLINGS = [
    *(f"http://[{text}]/" if ":" in text else f"http://{text}/" for text in INSIDE),
    "http://127.1/",
    "http://127.0.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.0.0.1/",
    "http://0177.0.0.1/",
    "http://017700000001/",
    "http://0/",
    "http://3232235777/",
    "http://127.0.0.1:8080/",
    "http://user:pass@127.0.0.1/",
    "https://10.0.0.1/",
    "http://[::ffff:7f00:1]:80/",
]


@pytest.mark.parametrize("url", SPELLINGS)
def test_no_spelling_of_an_inner_address_opens_a_socket(url: str) -> None:
    wire = Wire()

    failed = fetched(wire, url)

    assert failed.outcome == Outcome.BLOCKED_ADDRESS
    assert wire.dialled == []


@pytest.mark.parametrize("address", INSIDE)
def test_no_name_of_an_inner_address_opens_a_socket(address: str) -> None:
    wire = Wire({"inside.example": [address]})

    failed = fetched(wire, "http://inside.example/")

    assert failed.outcome == Outcome.BLOCKED_ADDRESS
    assert address in failed.reason
    assert wire.dialled == []


def test_of_a_names_addresses_only_the_public_ones_are_dialled() -> None:
    wire = Wire({"both.example": ["10.0.0.1", "8.8.8.8", "::1", "1.1.1.1"]})

    failed = fetched(wire, "http://both.example/")

    assert failed.outcome == Outcome.CONNECTION_REFUSED
    assert set(wire.dialled) == {"8.8.8.8", "1.1.1.1"}


def test_a_redirect_to_the_inside_is_refused_and_keeps_its_hop() -> None:
    with Server({"/out": a_redirect("http://192.168.0.1/admin")}) as server:
        [result] = crawled([server.url("/out")])

    assert result.outcome == Outcome.BLOCKED_ADDRESS
    assert [hop.location for hop in result.redirects] == ["http://192.168.0.1/admin"]
    assert result.final_url == "http://192.168.0.1/admin"


def test_a_robots_txt_that_leads_inside_is_not_followed_and_forbids_nothing() -> None:
    cases = {"/robots.txt": a_redirect("http://10.0.0.1/robots.txt"), "/page": a_page()}
    with Server(cases) as server:
        [result] = crawled([server.url("/page")])

    assert result.outcome == Outcome.OK


def test_without_permission_this_machine_is_not_asked() -> None:
    with Server({"/page": a_page()}) as server:
        [result] = crawled([server.url("/page")], quick(allowed_networks=()))

    assert result.outcome == Outcome.BLOCKED_ADDRESS
    assert server.asked == []


# What a document may hide an inner address behind; a name of these is one that leads inside.
CRAFTY = [
    "http://１２７.0.0.1/",
    "http://①②⑦.0.0.1/",
    "http://127。0。0。1/",
    "http://127．0．0．1/",
    "http://%31%32%37.0.0.1/",
    "http://127.0.0.1./",
    "http://127.0.0.1%2f@10.0.0.1/",
    "http://8.8.8.8@127.0.0.1/",
    "http://127.0.0.1\\@8.8.8.8/",
    "http://[::1%25lo]/",
    "http://[::1%lo]/",
    "http://[fe80::1%25eth0]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[0:0:0:0:0:ffff:a9fe:a9fe]/",
    "http://[::ffff:0x7f.1]/",
    "http://0x7F000001/",
    "http://0X7f.1/",
    "http://00000177.0.0.1/",
    "http://127.0x1/",
    "http://127.65537/",
    "http://4294967295/",
    "http://0.0.0.0:80/",
    "http://LOCALHOST/",
    "http://localhost./",
    "http://localhost.localdomain/",
    "http://a.localhost/",
    "http://metadata.google.internal/computeMetadata/v1/",
    "http://instance-data/latest/meta-data/",
    "http://ⓛocalhost/",
    "http://loc\u00adalhost/",
    "http://\t127.0.0.1/",
    "http://127.0.0.1:80:8080/",
    "http:127.0.0.1/",
    "http:/127.0.0.1/",
    "http:///127.0.0.1/",
    "//127.0.0.1/",
    "file:///etc/passwd",
    "file://127.0.0.1/etc/passwd",
    "gopher://127.0.0.1:6379/_INFO",
    "dict://127.0.0.1:11211/stats",
    "ftp://10.0.0.1/",
    "javascript:fetch('http://127.0.0.1')",
    "unix:///var/run/docker.sock",
]


@pytest.mark.parametrize("url", CRAFTY)
def test_no_crafty_url_opens_a_socket_to_the_inside(url: str) -> None:
    class Inside(dict[str, list[str]]):
        def __missing__(self, host: str) -> list[str]:
            return ["127.0.0.1"]

    wire = Wire(Inside())
    settings = quick(allowed_networks=(), max_retries=0)
    exchange = NetworkExchange(settings, look_up=wire.look_up, make_socket=wire.make_socket)

    [result] = crawled([url], settings, exchange)

    assert result.outcome in {
        Outcome.BLOCKED_ADDRESS,
        Outcome.INVALID_URL,
        Outcome.UNSUPPORTED_SCHEME,
    }
    assert wire.dialled == []


def test_a_name_that_is_rebound_between_two_requests_is_checked_again() -> None:
    wire = Wire({"rebound.example": ["8.8.8.8"]})
    assert fetched(wire, "http://rebound.example/").outcome == Outcome.CONNECTION_REFUSED
    outside = list(wire.dialled)

    wire.names["rebound.example"] = ["127.0.0.1"]
    assert fetched(wire, "http://rebound.example/").outcome == Outcome.BLOCKED_ADDRESS
    assert wire.dialled == outside
    assert set(outside) == {"8.8.8.8"}


def test_a_name_is_looked_up_once_for_the_check_and_the_call() -> None:
    class Rebinding(Wire):
        async def look_up(self, host: str, port: int) -> list[AddressInfo]:
            found = await super().look_up(host, port)
            self.names[host] = ["127.0.0.1"]
            return found

    wire = Rebinding({"rebound.example": ["8.8.8.8"]})
    assert fetched(wire, "http://rebound.example/").outcome == Outcome.CONNECTION_REFUSED
    assert set(wire.dialled) == {"8.8.8.8"}


@pytest.mark.parametrize(
    "markup",
    [
        "<meta http-equiv=refresh content='0;url=http://169.254.169.254/latest'>",
        "<meta http-equiv=refresh content='0;url=//10.0.0.1/'>",
    ],
)
def test_a_refresh_to_the_inside_is_refused(markup: str) -> None:
    with Server({"/out": a_page("Moved", head=markup)}) as server:
        [result] = crawled([server.url("/out")], quick(max_retries=0))

    assert result.outcome == Outcome.BLOCKED_ADDRESS
    assert [one.target for one in server.asked] == ["/robots.txt", "/out"]


@pytest.mark.parametrize(
    "location",
    [
        "http://169.254.169.254/",
        "http://[::ffff:169.254.169.254]/",
        "http://0xa9fea9fe/",
        "//192.168.1.1/",
        "http://[64:ff9b::a00:1]/",
        "http://[2002:a00:1::]/",
    ],
)
def test_no_hop_of_a_redirect_opens_a_socket_to_the_inside(location: str) -> None:
    dialled: list[str] = []

    def make_socket(info: AddressInfo) -> socket.socket:
        dialled.append(str(info[4][0]))
        return socket.socket(*info[:3])

    with Server({"/out": a_redirect("/on"), "/on": a_redirect(location)}) as server:
        settings = quick(max_retries=0)
        [result] = crawled(
            [server.url("/out")], settings, NetworkExchange(settings, make_socket=make_socket)
        )

    assert result.outcome == Outcome.BLOCKED_ADDRESS
    assert set(dialled) == {"127.0.0.1"}
