"""All of the zoo: the paths of one server, and the servers that are cases themselves."""

from __future__ import annotations

import asyncio
import socket
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from spiders.resolving import look_up as system_look_up
from spiders.wanted import Validators, Wanted
from tests.zoo.certificates import an_authority, self_signed
from tests.zoo.files import SAYS
from tests.zoo.pages import a_file, a_page, a_redirect, an_error
from tests.zoo.paths import CASES, EXPECTED, MISBEHAVIOUR
from tests.zoo.server import Reply, Server

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spiders.address_guard import AddressInfo
    from tests.zoo.server import Case, Misbehaving

WRONG_HOST = "other.zoo.test"
NO_SUCH_HOST = "nowhere.zoo.test"
MUTE_NAME_SERVER = "mute.zoo.test"
_VALIDATORS = {
    "/etag": ('"v1"', ""),
    "/etag/weak": ('W/"v1"', ""),
    "/etag/changed": ('"v1"', ""),
    "/last-modified": ("", "Sun, 01 Nov 2026 08:00:00 GMT"),
}


@dataclass(frozen=True)
class Animal:
    """A case by its name: what to ask, the outcome it must have, and what its text must say."""

    name: str
    wanted: Wanted
    outcome: str
    says: str = ""

    @property
    def url(self) -> str:
        return self.wanted.url


async def _sleeps(writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(30)
    writer.close()


_ALLOWS = b"User-agent: *\nDisallow: /other\n"
_FORBIDS = b"User-agent: *\nDisallow: /\n"
_ROBOTS: dict[str, tuple[Case | Misbehaving, str]] = {
    "allowed": (a_file(_ALLOWS, "text/plain"), "ok"),
    "disallowed": (a_file(_FORBIDS, "text/plain"), "robots_disallowed"),
    "disallowed for us": (
        a_file(b"User-agent: citewatch\nDisallow: /\n\nUser-agent: *\nAllow: /\n", "text/plain"),
        "robots_disallowed",
    ),
    "404": (an_error(404), "ok"),
    "403": (an_error(403), "ok"),
    "503": (an_error(503), "robots_disallowed"),
    "slow": (_sleeps, "ok"),
    "redirected": (a_redirect("/rules"), "robots_disallowed"),
    "a web page": (a_page(), "ok"),
    "crawl-delay": (a_file(b"User-agent: *\nCrawl-delay: 0.3\n", "text/plain"), "ok"),
}


class Zoo:
    """Serves every case on this machine while it is open."""

    def __init__(self) -> None:
        self._servers = ExitStack()
        self._authority = an_authority()
        self.tls = self._authority.tls
        self.animals: list[Animal] = []

    def __enter__(self) -> Self:
        server = self._serve(CASES, MISBEHAVIOUR)
        for path, outcome in EXPECTED.items():
            url = server.url(path)
            validators = Validators(url, *_VALIDATORS[path]) if path in _VALIDATORS else None
            self._add(path, Wanted(url, validators), outcome, SAYS.get(path, ""))
        self._add_robots()
        self._add_tls()
        self._add_names()
        return self

    def __exit__(self, *_: object) -> None:
        self._servers.close()

    async def look_up(self, host: str, port: int) -> list[AddressInfo]:
        """Resolve names without asking anybody."""
        if host in {NO_SUCH_HOST, MUTE_NAME_SERVER}:
            number = socket.EAI_NONAME if host == NO_SUCH_HOST else socket.EAI_AGAIN
            raise socket.gaierror(number, "told so")
        return await system_look_up("127.0.0.1" if host == WRONG_HOST else host, port)

    def _add_robots(self) -> None:
        for name, (rules, outcome) in _ROBOTS.items():
            cases: dict[str, Case] = {"/page": a_page(), "/rules": a_file(_FORBIDS, "text/plain")}
            misbehaviour: dict[str, Misbehaving] = {}
            if rules is _sleeps:
                misbehaviour["/robots.txt"] = _sleeps
            else:
                cases["/robots.txt"] = rules  # type: ignore[assignment]
            # What a host asks for holds for all of its ports.
            host = "127.0.0.2" if name == "crawl-delay" else "127.0.0.1"
            server = self._serve(cases, misbehaviour, host=host)
            self._add(f"robots.txt {name}", Wanted(server.url("/page")), outcome)
            if name == "crawl-delay":
                self._add(f"robots.txt {name}, once more", Wanted(server.url("/page?2")), outcome)

    def _add_tls(self) -> None:
        page: dict[str, Case] = {"/page": a_page(), "/robots.txt": Reply(404)}
        good = self._authority.server("127.0.0.1")
        for name, context, outcome in (
            ("good", good, "ok"),
            ("self-signed", self_signed(), "tls_error"),
            ("expired", self._authority.server("127.0.0.1", days=(-9, -2)), "tls_error"),
            ("not yet valid", self._authority.server("127.0.0.1", days=(1, 9)), "tls_error"),
        ):
            server = self._serve(page, tls=context)
            self._add(f"TLS {name}", Wanted(server.url("/page")), outcome)
        wrong = self._serve(page, tls=good)
        self._add("TLS wrong host", Wanted(f"https://{WRONG_HOST}:{wrong.port}/page"), "tls_error")
        plain = self._serve(page)
        self._add("TLS at a plain port", Wanted(f"https://127.0.0.1:{plain.port}/"), "tls_error")
        # What a server of TLS makes of a plain request differs; it is no answer in any case.
        self._add(
            "plain at a TLS port",
            Wanted(f"http://127.0.0.1:{wrong.port}/page"),
            "connection_reset",
        )

    def _add_names(self) -> None:
        self._add("DNS failure", Wanted(f"http://{NO_SUCH_HOST}/page"), "dns_error")
        self._add("DNS without answer", Wanted(f"http://{MUTE_NAME_SERVER}/page"), "timeout")
        self._add("refused", Wanted("http://127.0.0.1:9/page"), "connection_refused")
        self._add("not allowed", Wanted("http://10.1.2.3/page"), "blocked_address")
        self._add("no URL", Wanted("http://[broken"), "invalid_url")
        self._add("no host", Wanted("http:///page"), "invalid_url")
        self._add("another scheme", Wanted("ftp://127.0.0.1/page"), "unsupported_scheme")

    def _serve(
        self,
        cases: Mapping[str, Case],
        misbehaviour: Mapping[str, Misbehaving] | None = None,
        **options: object,
    ) -> Server:
        server = Server(cases, misbehaviour or {}, **options)  # type: ignore[arg-type]
        return self._servers.enter_context(server)

    def _add(self, name: str, wanted: Wanted, outcome: str, says: str = "") -> None:
        self.animals.append(Animal(name, wanted, outcome, says))
