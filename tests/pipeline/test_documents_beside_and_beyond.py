"""Documents that read other files, and documents on the web."""

from __future__ import annotations

import http.server
import json
import threading
from typing import TYPE_CHECKING, ClassVar

import pytest

from pipeline.inputs import find_inputs
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Ran

ENTRY = "@misc{{a, url={{https://{0}.example/}}}}"


def a_chapter(folder: Path, source: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "chapter.tex"
    path.write_text(source)
    return path


def urls_of(citewatch: Callable[..., Ran], path: Path) -> list[str]:
    (claim,) = json.loads(citewatch("extract", path, "-f", "flat").out)
    return list(claim["urls"])


CITING = r"Output rose by 5 points in 2020 \cite{a}."


@pytest.mark.parametrize(
    ("source", "file"),
    [
        (CITING + r"\bibliography{refs}", "thesis/text/refs.bib"),
        (CITING + r"\addbibresource{lib/refs.bib}", "thesis/text/lib/refs.bib"),
        (CITING + r"\bibliography{../refs}", "thesis/refs.bib"),
        (CITING, "thesis/text/any.bib"),
        (CITING, "thesis/any.bib"),
    ],
)
def test_a_bibliography_is_found(
    citewatch: Callable[..., Ran], tmp_path: Path, source: str, file: str
) -> None:
    path = a_chapter(tmp_path / "thesis" / "text", source)
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text(ENTRY.format("found"))
    assert urls_of(citewatch, path) == ["https://found.example/"]


@pytest.mark.parametrize("named", ["../../secret", "{absolute}", "../text/../../secret"])
def test_no_file_from_further_up_is_opened(
    citewatch: Callable[..., Ran], tmp_path: Path, named: str
) -> None:
    (tmp_path / "secret.bib").write_text(ENTRY.format("secret"))
    name = named.format(absolute=tmp_path / "secret")
    path = a_chapter(tmp_path / "thesis" / "text", rf"{CITING}\bibliography{{{name}}}")
    assert urls_of(citewatch, path) == []


def test_a_link_to_a_file_further_up_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.bib").write_text(ENTRY.format("secret"))
    path = a_chapter(tmp_path / "thesis" / "text", CITING)
    (path.parent / "refs.bib").symlink_to(tmp_path / "secret.bib")
    (found,), _ = find_inputs([str(path)], [])
    assert found.companions == ()


def test_a_report_is_no_document_of_the_folder_that_it_is_written_into(
    citewatch: Callable[..., Ran], tmp_path: Path
) -> None:
    note = tmp_path / "note.md"
    note.write_text("# Citation check\n\nIt rose by 5% in 2020, says nobody.\n")
    own = {
        "a.html": "html", "b.md": "markdown", "c.md": "github-issue", "d.txt": "text",
        "e.txt": "github",
    }  # fmt: skip
    formats = [f"-f{kind}={name}" for name, kind in own.items()]
    citewatch("check", ".", *formats, "--language", "zh-Hant")
    citewatch("links", ".", "-fmarkdown=f.md", "-ftext=g.txt", "-fgithub=h.txt", "--allow-empty")
    assert all((tmp_path / name).exists() for name in (*own, "f.md", "g.txt", "h.txt"))

    inputs, _ = find_inputs([str(tmp_path)], [])
    assert [one.path for one in inputs] == [note.name]
    (named,), _ = find_inputs([str(tmp_path / "a.html")], [])
    assert named.path.endswith("a.html")


def test_what_a_document_lacks_is_warned_of(citewatch: Callable[..., Ran], tmp_path: Path) -> None:
    path = a_chapter(tmp_path, CITING + r" \input{more}")
    ran = citewatch("extract", path)
    assert ran.code == 0
    assert "warning: " in ran.err
    assert "more is not read" in ran.err
    (document,) = json.loads(ran.out)["documents"]
    assert [warning.startswith(path.name) for warning in document["warnings"]] == [True, True]


def test_dump_lists_each_url_once(citewatch: Callable[..., Ran], tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    note.write_text(
        "# [A title](https://self.example/)\n\nIt [rose](https://a.example/1) by 5% in 2020,"
        " see https://b.example/2 and [again](https://a.example/1).\n\n"
        "[Subscribe](https://c.example/news) to our newsletter.\n"
    )
    ran = citewatch("extract", note, "--dump")
    assert ran.out == "https://a.example/1\nhttps://b.example/2\n"


class _Pages(http.server.BaseHTTPRequestHandler):
    pages: ClassVar[dict[str, tuple[str, bytes]]] = {
        "/article": (
            "text/html; charset=big5",
            "<html lang=zh-TW><nav><a href='/menu'>選單</a></nav><p>去年鋼鐵出口增加了5%，"
            "<a href='facts.html'>統計處</a>說。</p></html>".encode("big5"),
        ),
        "/facts.html": (
            "text/html; charset=utf-8",
            "<title>統計</title><p>去年鋼鐵出口增加了5%。</p>".encode(),
        ),
        "/note.md": ("text/plain", b"Exports [rose by 5%](http://127.0.0.1:9/) in 2020.\n"),
        "/picture": ("image/png", b"\x89PNG\r\n\x1a\n"),
    }

    def do_GET(self) -> None:  # the library's name
        kind, body = self.pages.get(self.path, ("text/html", b"gone"))
        self.send_response(200 if self.path in self.pages else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        del format, arguments


@pytest.fixture
def site() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


OPEN = ("--allow-private-net", "127.0.0.0/8")


def test_a_page_on_the_web_is_a_document(citewatch: Callable[..., Ran], site: str) -> None:
    ran = citewatch("check", f"{site}/article", *OPEN, "-f", "json")
    assert ran.code == 0, ran.err
    (document,) = json.loads(ran.out)["documents"]
    assert document["path"] == f"{site}/article"
    assert document["language"] == "zh-Hant"
    (claim,) = document["claims"]
    assert claim["text"].startswith("去年鋼鐵出口增加了5%")
    assert [citation["url"] for citation in claim["citations"]] == [f"{site}/facts.html"]
    assert claim["verdict"] == "supported"


def test_text_on_the_web_is_read_by_its_name(citewatch: Callable[..., Ran], site: str) -> None:
    ran = citewatch("check", f"{site}/note.md", *OPEN, "-f", "json", "--fail-on", "none")
    (document,) = json.loads(ran.out)["documents"]
    assert document["urls"] == ["http://127.0.0.1:9/"]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/missing", "could not be fetched: not_found"),
        ("/picture", "could not be fetched: unsupported_type"),
    ],
)
def test_a_web_address_that_is_no_document_gets_one_sentence(
    citewatch: Callable[..., Ran], site: str, tmp_path: Path, path: str, words: str
) -> None:
    (tmp_path / "note.md").write_text("Steel exports rose by 5% in 2020.\n")
    ran = citewatch("check", f"{site}{path}", "note.md", *OPEN)
    assert ran.code == 2
    (sentence,) = [line for line in ran.err.splitlines() if line]
    assert sentence.startswith(f"citewatch: {site}{path}: {words}")
    assert "1 claim" in ran.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "{site}/article"], "could not be fetched: blocked_address"),
        (["check", "{site}/article", *OPEN, "--offline"], "cannot be fetched while offline"),
        (["check", "http://["], "is no address"),
        (["extract", "{site}/article"], "only citewatch check fetches documents"),
    ],
)
def test_addresses_are_only_dialled_where_they_may_be(
    citewatch: Callable[..., Ran], site: str, arguments: list[str], words: str
) -> None:
    ran = citewatch(*(argument.format(site=site) for argument in arguments))
    assert ran.code == 2
    assert words in ran.err


def test_a_recorded_page_replays_as_a_document(
    citewatch: Callable[..., Ran], site: str, tmp_path: Path
) -> None:
    archive = tmp_path / "run.warc.gz"
    first = citewatch("check", f"{site}/article", *OPEN, "--record", archive, "-f", "json")
    again = citewatch("check", f"{site}/article", "--replay", archive, "-f", "json")
    assert again.code == 0, again.err
    assert json.loads(again.out)["documents"] == json.loads(first.out)["documents"]


LOST = (
    "China installed [about 295,000 industrial robots in 2024]"
    "(https://robot-federation.example/press/world-robotics-2025).\n\n"
    "Is [the forecast](https://a.example/1) to be trusted?\n\n"
    "In my opinion [it is](https://b.example/2) not.\n"
)


def test_cited_urls_without_a_claim_are_told_of_once(
    citewatch: Callable[..., Ran], tmp_path: Path
) -> None:
    (tmp_path / "note.md").write_text(LOST)
    check = ("check", "note.md", "--replay", ROOT / "examples" / "demo.warc.gz")
    warning = "note.md: 2 cited URLs belong to no claim"
    ran = citewatch(*check, "-f", "json", "-f", "html=out.html")
    assert ran.code == 0
    assert f"citewatch: warning: {warning}\n" in ran.err
    assert "https://a.example/1" not in ran.err
    assert json.loads(ran.out)["documents"][0]["warnings"] == [warning]
    assert warning in (tmp_path / "out.html").read_text()
    assert warning in citewatch("extract", "note.md").err
    assert warning not in citewatch(*check, "-q").err


def test_verbose_lists_cited_urls_without_a_claim(
    citewatch: Callable[..., Ran], tmp_path: Path
) -> None:
    (tmp_path / "note.md").write_text(LOST)
    check = ("check", "note.md", "--replay", ROOT / "examples" / "demo.warc.gz", "-v")
    told = citewatch(*check).err
    assert "note.md:3: no claim rests on https://a.example/1\n" in told
    assert "note.md:5: no claim rests on https://b.example/2\n" in told
    told = citewatch(*check, "--exclude", "//a[.]example").err
    assert "note.md: 1 cited URL belongs to no claim" in told
    assert "https://a.example/1" not in told


def test_a_document_in_two_languages_loses_no_source(
    citewatch: Callable[..., Ran], tmp_path: Path
) -> None:
    (tmp_path / "note.md").write_text(
        "The company sold 3 million cars in 2023 ([s](https://a.example/1)).\n\n"
        "该公司全年销量302万辆,位居全球第二([来源](https://a.example/2))。\n"
    )
    ran = citewatch("extract", "note.md")
    (document,) = json.loads(ran.out)["documents"]
    cited = [citation["url"] for claim in document["claims"] for citation in claim["citations"]]
    assert cited == document["urls"] == ["https://a.example/1", "https://a.example/2"]
    assert (document["warnings"], ran.err) == ([], "")
