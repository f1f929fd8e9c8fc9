"""What was meant for a source and is none is told with its line."""

from __future__ import annotations

import pytest

from claims.dead_ends import dead_ends
from claims.documents import read_document
from claims.extraction import find_claims


def told(source: str, path: str = "a.md") -> list[str]:
    document = read_document(source.encode(), path)
    return list(dead_ends(document, find_claims(document)))


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (
            "It has 37 cranes [port](./local.pdf).",
            "a.md:1: the link to ./local.pdf is to no web address, so it names no source",
        ),
        (
            "# Port\n\nIt has 37 cranes\nand [12 boats]().",
            "a.md:4: a link has no address, so it names no source",
        ),
        (
            "It has 37 cranes ([s][missing]).",
            "a.md:1: there is no reference [missing], so [s][missing] names no source",
        ),
        (
            "It has 37 cranes [so][].\n\n[sow]: https://a.example/",
            "a.md:1: there is no reference [so], so [so][] names no source",
        ),
        (
            "It has 37 cranes.[^2] It has 12 boats.[^1]\n\n[^1]: https://a.example/",
            "a.md:1: there is no note [^2], so it names no source",
        ),
    ],
)
def test_a_lead_to_nowhere_is_told(source: str, sentence: str) -> None:
    assert told(source) == [sentence]


@pytest.mark.parametrize(
    "source",
    [
        "It has 37 cranes.",
        "It has 37 cranes [port](https://a.example/), see [there](./b.md).",
        "It has 37 cranes [port][A  b].\n\n[a B]: https://a.example/",
        "It has 37 cranes.[^1]\n\n[^1]: The desk's own count.",
        "It has 37 cranes, `a[1][2]` and `[^3]` tell.",
        "It has 37 cranes, [write](mailto:a@b.example) or see [above](#port).",
        "# [Home](index.md)\n\n[Next](next.md)",
    ],
)
def test_what_is_no_lead_is_not_told(source: str) -> None:
    assert told(source) == []


def test_a_link_within_a_site_is_told_in_html() -> None:
    page = '<html lang=en><p>It has <a href="/cranes">37 cranes</a> in 2020.</p></html>'
    assert told(page, "a.html") == [
        "a.html:1: the link to /cranes is to no web address, so it names no source"
    ]


def test_many_are_told_in_one_sentence() -> None:
    source = "\n\n".join(f"It has {n} cranes in [dock {n}](dock{n}.md)." for n in range(14))
    assert told(source) == [
        (
            "a.md:1: the link to dock0.md is to no web address, so it names no source; nor do"
            " others, on line 3, 5, 7, 9, 11, 13, 15, 17, 19, 21 and 3 more"
        )
    ]
