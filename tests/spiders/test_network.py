"""What goes wrong below HTTP, and bodies that are not what they say."""

from __future__ import annotations

import asyncio
import errno
import gzip
import socket
import ssl
import zlib
from datetime import timedelta
from threading import Thread
from typing import TYPE_CHECKING

import aiohttp
import pytest
import zstandard
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from hypothesis import example, given
from hypothesis import strategies as st

from claims.urls import canonical_url
from claims.values import Fetched, Missed, Outcome
from spiders.cookies import cookie_header, cookies_after
from spiders.decoding import UndecodableError, decoder_for
from spiders.exchange import Failed
from spiders.network import NetworkExchange
from spiders.transport_errors import failure_of
from tests.spiders.crawling import crawled, quick
from tests.spiders.makers import NOON, a_request, an_answer
from tests.zoo.pages import a_page
from tests.zoo.server import Server

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spiders.address_guard import AddressInfo
    from spiders.exchange import Answer


def asked(url: str, exchange: NetworkExchange) -> Answer | Failed:
    async def ask() -> Answer | Failed:
        try:
            return await exchange.fetch(a_request(url))
        finally:
            await exchange.close()

    return asyncio.run(ask())


@pytest.mark.parametrize(
    ("number", "outcome"),
    [
        (socket.EAI_NONAME, "dns_error"),
        (socket.EAI_NODATA, "dns_error"),
        (socket.EAI_FAIL, "dns_error"),
        (socket.EAI_AGAIN, "timeout"),
    ],
)
def test_a_name_that_does_not_resolve_is_told_from_a_mute_name_server(
    number: int, outcome: str
) -> None:
    async def look_up(host: str, port: int) -> list[AddressInfo]:
        raise socket.gaierror(number, f"{host}:{port}")

    result = asked("http://nowhere.example/", NetworkExchange(quick(), look_up=look_up))

    assert isinstance(result, Failed)
    assert result.outcome == outcome


@given(
    st.builds(
        "{}://{}{}{}".format,
        st.sampled_from(["http", "https"]),
        st.sampled_from(["", "user:p%40ss@", "@", "%:%@"]),
        st.text(alphabet="a1.-_%:[]中xn", min_size=1, max_size=12),
        st.text(alphabet="/?#%&=+ \\'\"中\x00\ud800", max_size=12).map("/".__add__),
    )
)
@example("http://a.example:0/")
@example("http://xn--a/")
@example("http://-a.example/")
@example("http://a..b/")
@example("http://1.2.3/")
@example("http://08.8.8.8/")
def test_no_url_breaks_the_network(text: str) -> None:
    async def look_up(host: str, port: int) -> list[AddressInfo]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 0, host, ("8.8.8.8", port))]

    def make_socket(_: AddressInfo) -> socket.socket:
        raise ConnectionRefusedError

    url = canonical_url(text)
    if isinstance(url, str):
        exchange = NetworkExchange(quick(), look_up=look_up, make_socket=make_socket)

        assert isinstance(asked(url, exchange), Failed)


def test_a_name_server_that_never_answers_is_a_timeout() -> None:
    async def look_up(host: str, port: int) -> list[AddressInfo]:
        del host, port
        await asyncio.sleep(60)
        return []

    settings = quick(timeout_seconds=0.2, max_retries=0)
    [result] = crawled(
        ["http://slow.example/"], settings, NetworkExchange(settings, look_up=look_up)
    )

    assert result.outcome == Outcome.TIMEOUT


def test_the_systems_resolver_is_asked_without_a_packet_for_localhost() -> None:
    with Server({"/": a_page()}) as server:
        [result] = crawled([f"http://localhost:{server.port}/"])

    assert result.outcome == Outcome.OK


def test_a_certificate_that_nobody_vouches_for_is_a_tls_error(tmp_path: Path) -> None:
    with Server({"/": a_page()}, tls=self_signed(tmp_path)) as server:
        [result] = crawled([server.url("/")])

    assert isinstance(result, Missed)
    assert result.outcome == Outcome.TLS_ERROR
    assert "self-signed certificate" in result.reason
    assert server.asked == []


def test_a_server_that_speaks_no_tls_is_a_tls_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        Thread(target=refuse_in_plain_text, args=(listener,), daemon=True).start()
        [result] = crawled([f"https://127.0.0.1:{listener.getsockname()[1]}/"])

    assert result.outcome == Outcome.TLS_ERROR


def refuse_in_plain_text(listener: socket.socket) -> None:
    for _ in range(2):
        connection, _ = listener.accept()
        with connection:
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")


def self_signed(folder: Path) -> ssl.SSLContext:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(NOON - timedelta(days=1))
        .not_valid_after(NOON + timedelta(days=36500))
        .sign(key, hashes.SHA256())
    )
    file = folder / "certificate.pem"
    file.write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        + certificate.public_bytes(Encoding.PEM)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (OSError(errno.ECONNREFUSED, "x"), "connection_refused"),
        (ConnectionResetError(), "connection_reset"),
        (BrokenPipeError(), "connection_reset"),
        (OSError(errno.ENETUNREACH, "x"), "connection_reset"),
        (OSError(errno.EHOSTUNREACH, "x"), "connection_reset"),
        (OSError(errno.ETIMEDOUT, "x"), "timeout"),
        (aiohttp.ServerDisconnectedError(), "connection_reset"),
        (aiohttp.ClientPayloadError(), "truncated"),
        (aiohttp.InvalidURL("http://x"), "invalid_url"),
        (aiohttp.ClientError("odd"), "http_error"),
    ],
    ids=repr,
)
def test_an_exception_has_its_outcome(error: Exception, outcome: str) -> None:
    failed = failure_of(error, at=NOON)

    assert failed.outcome == outcome
    assert failed.reason


def test_environment_proxies_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9/")
    with Server({"/": a_page()}) as server:
        [result] = crawled([server.url("/")])

    assert isinstance(result, Fetched)


def test_of_codings_only_those_we_can_undo_are_asked_for() -> None:
    with Server({"/": a_page()}) as server:
        crawled([server.url("/")])

    assert {asked.headers["accept-encoding"] for asked in server.asked} == {"gzip, deflate, zstd"}


CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "zstd": zstandard.compress,
    "identity": bytes,
    "": bytes,
}


@given(st.sampled_from(sorted(CODINGS)), st.binary(max_size=5000), st.integers(1, 700))
def test_what_was_coded_is_decoded_however_it_is_cut(coding: str, body: bytes, size: int) -> None:
    coded = CODINGS[coding](body)
    decoder = decoder_for(coding)

    chunks = [coded[start : start + size] for start in range(0, len(coded), size)]
    decoded = b"".join(piece for chunk in chunks for piece in decoder.pieces(chunk))

    assert decoded == body
    assert decoder.is_complete
    assert decoder.taken_bytes <= len(coded)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "zstd"])
def test_a_coding_that_stops_early_is_not_complete(coding: str) -> None:
    decoder = decoder_for(coding)

    list(decoder.pieces(CODINGS[coding](bytes(range(256)) * 99)[:-9]))

    assert not decoder.is_complete


@pytest.mark.parametrize("coding", ["gzip", "deflate", "zstd"])
def test_what_is_not_coded_as_it_says_is_undecodable(coding: str) -> None:
    with pytest.raises(UndecodableError):
        list(decoder_for(coding).pieces(b"<html>not coded at all</html>" * 9))


@pytest.mark.parametrize("coding", ["gzip", "deflate", "zstd"])
def test_no_piece_of_a_bomb_is_large(coding: str) -> None:
    bomb = CODINGS[coding](b"\0" * 100_000_000)
    pieces = decoder_for(coding).pieces(bomb)

    assert max(len(next(pieces)) for _ in range(9)) <= 8 * 2**20


def test_after_the_last_gzip_member_rubbish_is_ignored() -> None:
    decoder = decoder_for("gzip")

    assert b"".join(decoder.pieces(gzip.compress(b"text") + b"\0\0rubbish")) == b"text"
    assert decoder.is_complete


@pytest.mark.parametrize(
    ("line", "url", "header"),
    [
        ("a=1; Path=/", "https://www.example.org/x", "a=1"),
        ("a=1", "https://sub.www.example.org/", ""),
        ("a=1", "https://example.org/", ""),
        ("a=1; Domain=example.org", "https://example.org/", "a=1"),
        ("a=1; domain=.Example.org", "https://other.example.org/", "a=1"),
        ("a=1; Domain=example.com", "https://example.com/", ""),
        ("a=1; Domain=org", "https://other.org/", ""),
        ("a=1; Domain=ample.org", "https://ample.org/", ""),
        ("no pair", "https://www.example.org/", ""),
        ("=1", "https://www.example.org/", ""),
    ],
)
def test_a_cookie_goes_back_to_whom_it_belongs(line: str, url: str, header: str) -> None:
    answer = an_answer(302, b"", set_cookie=line)

    cookies = cookies_after(answer, url="https://www.example.org/", cookies=())

    assert cookie_header(cookies, url=url) == header


def test_a_cookie_that_is_set_again_is_replaced() -> None:
    url = "https://example.org/"
    first = cookies_after(an_answer(set_cookie="a=1"), url=url, cookies=())
    second = cookies_after(an_answer(set_cookie="a=2"), url=url, cookies=first)

    assert cookie_header(second, url=url) == "a=2"
