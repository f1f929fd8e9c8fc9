"""What is fed, and what it may do: give a value, or refuse in a sentence. Anything else is a crash.

A target is slow where it takes longer than `SLOW_SECONDS` for what it is given here.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from claims.documents import READERS, read_document
from claims.errors import CitewatchError
from claims.extraction import find_claims
from claims.ignores import ignores_in
from claims.judge import judge
from claims.pages import read_page
from claims.passages import PageIndex
from claims.quantities import find_quantities
from claims.urls import canonical_url
from claims.values import Citation, Page, Via
from pipeline.config import load_config
from spiders.archive import ReplayExchange
from spiders.warc_records import Found, find_records, read_record
from tests.claims.makers import URL, a_source, a_stated_claim
from tests.claims.test_binary_formats import a_docx, paragraph, run
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

SLOW_SECONDS = 10.0
LANGUAGES = ("en", "zh-Hant", "zh-Hans", "ja", "de", "fr", "es")
TYPES = (
    "text/html", "application/pdf", "text/csv", "application/json", "application/xml",
    "text/markdown", "text/plain; charset=big5", "",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)  # fmt: skip


def read_as(name: str) -> Callable[[bytes], None]:
    """A reader of documents, and what is done with what it reads."""
    suffixes = {
        "markdown": "md", "html": "html", "plain": "txt", "restructuredtext": "rst",
        "latex": "tex", "notebook": "ipynb", "docx": "docx", "pdf": "pdf", "csv": "csv",
        "jsonl": "jsonl",
    }  # fmt: skip

    def read(data: bytes) -> None:
        document = read_document(data, f"a.{suffixes[name]}")
        for claim in find_claims(document):
            assert document.source[claim.start : claim.end] == claim.text
        ignores_in(document.source)

    return read


def quantities(data: bytes) -> None:
    """The grammars: every quantity is a slice of the text."""
    text = data[1:].decode("utf-8", "replace")
    language = LANGUAGES[data[0] % len(LANGUAGES)] if data else "en"
    for quantity in find_quantities(text, language):
        assert text[quantity.start : quantity.end] == quantity.text


def page(data: bytes) -> None:
    """A source's body of any type, read and judged."""
    content_type = TYPES[data[0] % len(TYPES)] if data else ""
    read = read_page(data[1:], content_type)
    if isinstance(read, Page):
        claim = a_stated_claim("Robots rose by 54% to 295,000 in 2024.")
        judge(claim, Citation(URL, Via.INLINE, 1.0), a_source(), PageIndex(read))


def warc(data: bytes) -> None:
    """An archive: every record that is found can be read, or is refused."""
    with tempfile.NamedTemporaryFile(suffix=".warc.gz") as file:
        file.write(data)
        file.flush()
        ReplayExchange(file.name)
        found = list(find_records(file.file))
        for record in found:
            if isinstance(record, Found):
                read_record(file.file, record.place)


def config(data: bytes) -> None:
    """A configuration file."""
    with tempfile.NamedTemporaryFile(suffix=".toml") as file:
        file.write(data)
        file.flush()
        load_config(file.name, Path(file.name).parent)


def url(data: bytes) -> None:
    """A URL: canonical ones stay as they are."""
    found = canonical_url(data.decode("utf-8", "replace"))
    if isinstance(found, str):
        assert canonical_url(found) == found


TARGETS: dict[str, Callable[[bytes], None]] = {
    **{name: read_as(name) for name in READERS},
    "quantities": quantities,
    "page": page,
    "warc": warc,
    "config": config,
    "url": url,
}


def feed(name: str, data: bytes) -> None:
    """Feed a target; what it refuses in a sentence is fine."""
    try:
        TARGETS[name](data)
    except CitewatchError as refused:
        told = str(refused)
    else:
        return
    assert told
    assert "\n" not in told


def seeds_of(name: str) -> list[bytes]:
    """What is whole, to be broken."""
    corpus = ROOT / "tests" / "claims" / "corpus"
    examples = ROOT / "examples"
    pages = [path.read_bytes()[:20_000] for path in sorted((examples / "pages").glob("*.html"))]
    match name:
        case "markdown" | "html" | "restructuredtext" | "latex" | "plain":
            suffix = {"restructuredtext": "rst", "latex": "tex", "plain": "txt"}
            found = sorted(corpus.glob(f"*.{suffix.get(name, name)}")) + sorted(
                corpus.glob("*.md") if name in {"markdown", "plain"} else ()
            )
            return [path.read_bytes()[:20_000] for path in found] or pages
        case "csv":
            return [b"claim,url\nRobots rose by 54%,https://a.example/\n"]
        case "jsonl":
            return [b'{"claim": "Robots rose by 54%.", "url": "https://a.example/"}\n']
        case "notebook":
            cell = {"cell_type": "markdown", "source": ["Up [54%](https://a.example/)."]}
            book = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
            return [json.dumps(book).encode()]
        case "docx":
            whole = [path.read_bytes() for path in sorted(corpus.glob("*.docx"))]
            return [a_docx(paragraph(run("Robots rose by 54% in 2024."))), *whole]
        case "pdf":
            return [path.read_bytes() for path in sorted(corpus.glob("*.pdf"))]
        case "quantities":
            texts = (
                "over 2.3 bn, 37 of 44, seven out of ten, half a million, 30 to 43 percent, '80s",
                "逾五成四、1萬8,600、兩成三、民國一一三年、百分之五十、約37座、增加2倍",
                "über 1.234,5 Mio. Euro, ein Drittel; 2,3 milliards d'euros, un tiers",
                "約3割、1億2千万人、昭和50年",
            )
            return [bytes([n]) + text.encode() for text in texts for n in range(len(LANGUAGES))]
        case "page":
            return [b"\0" + page for page in pages] + [
                bytes([n]) + b"a,b\n54%,295000\n" for n in range(len(TYPES))
            ]
        case "warc":
            return [(examples / "demo.warc.gz").read_bytes()]
        case "config":
            hosts = (
                b'[hosts."*.a.example"]\naccept = ["403"]\n[notify]\nquiet_hours = "22:00-07:00"\n'
            )
            return [b'fail_on = ["broken"]\nmax_age = "12h"\n' + hosts]
        case "url":
            return [b"https://user@a.example:8080/a/../b?x=1#y", "https://例え.jp/路".encode()]
        case _:
            return [b""]
