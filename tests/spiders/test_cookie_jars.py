"""Cookies that the user brings along go where they belong, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.errors import BadUsage
from spiders.cookie_jars import open_cookie_jar
from spiders.cookies import Cookie, cookie_header
from tests.spiders.crawling import crawled, quick
from tests.zoo.pages import a_page, a_redirect
from tests.zoo.server import Server

if TYPE_CHECKING:
    from http.cookiejar import CookieJar
    from pathlib import Path

NEVER, LONG_AGO = 4102444800, 946684800
LINES = (
    f"paper.example\tFALSE\t/\tFALSE\t{NEVER}\tsession\tabc",
    f".paper.example\tTRUE\t/\tFALSE\t{NEVER}\teverywhere\t1",
    f"paper.example\tFALSE\t/archive\tFALSE\t{NEVER}\tdeep\t2",
    f"paper.example\tFALSE\t/\tTRUE\t{NEVER}\tsafe\t3",
    f"paper.example\tFALSE\t/\tFALSE\t{LONG_AGO}\told\t4",
    f"#HttpOnly_paper.example\tFALSE\t/\tFALSE\t{NEVER}\thidden\t5",
    "paper.example\tFALSE\t/\tFALSE\t0\tbrief\t6",
)


def a_jar(folder: Path, *lines: str) -> CookieJar:
    path = folder / "cookies.txt"
    path.write_text("\n".join(("# Netscape HTTP Cookie File", *lines, "")))
    return open_cookie_jar(str(path))


def names_for(url: str, jar: CookieJar) -> set[str]:
    header = cookie_header((), url=url, jar=jar)
    return {pair.partition("=")[0] for pair in header.split("; ") if pair}


@pytest.mark.parametrize(
    ("url", "names"),
    [
        ("http://paper.example/", {"session", "everywhere", "hidden", "brief"}),
        ("https://paper.example/", {"session", "everywhere", "hidden", "brief", "safe"}),
        ("http://paper.example/archive/1", {"session", "everywhere", "hidden", "brief", "deep"}),
        ("http://www.paper.example/", {"everywhere"}),
        ("http://notpaper.example/", set()),
        ("http://paper.example.evil.example/", set()),
    ],
)
def test_cookies_go_where_they_belong(tmp_path: Path, url: str, names: set[str]) -> None:
    assert names_for(url, a_jar(tmp_path, *LINES)) == names


def test_what_the_site_has_just_set_counts(tmp_path: Path) -> None:
    jar = a_jar(tmp_path, LINES[0])
    fresh = Cookie("paper.example", False, "session", "new")  # noqa: FBT003 -- as they are made

    assert cookie_header((fresh,), url="http://paper.example/", jar=jar) == "session=new"


def test_no_cookie_follows_a_redirect_to_another_host(tmp_path: Path) -> None:
    with Server({"/": a_page()}) as other:
        away = f"http://localhost:{other.port}/"
        with Server({"/": a_redirect(away)}) as server:
            jar = a_jar(tmp_path, f"127.0.0.1\tFALSE\t/\tFALSE\t{NEVER}\tsession\tabc")
            crawled([server.url("/")], quick(cookie_jar=jar))

            assert {asked.headers.get("cookie") for asked in server.asked} == {"session=abc"}
            assert {asked.headers.get("cookie") for asked in other.asked} == {None}
            assert "/" in {asked.target for asked in other.asked}


@pytest.mark.parametrize(
    "content", [b"", b"session=abc", b"# Netscape HTTP Cookie File\nsecret value\n", b"\xff\xfe"]
)
def test_a_file_that_is_none_is_told_without_what_is_in_it(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "cookies.txt"
    path.write_bytes(content)
    with pytest.raises(BadUsage, match=r"cookies\.txt: is") as raised:
        open_cookie_jar(str(path))

    assert "secret" not in str(raised.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadUsage, match=r"none.txt: cannot be read \(No such file"):
        open_cookie_jar(str(tmp_path / "none.txt"))
