"""Readers: every character of a block's text can be traced to where it stands in the original."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.documents import read_document
from claims.errors import UnreadableDocument
from claims.values import Block, BlockKind, Document, Via
from tests.claims.makers import a_document

MARKDOWN = """---
title: "A note: on links"
lang: en
---
> A quoted *first* line
and a lazy second with &amp; and \\*stars\\*.

- **Lead**: an item with [a link](https://a.example/x "the link") and
  a second line, `code here`, <https://b.example/auto>.
  - nested [label][ref] ***strong***

| Key | Val |
|-----|-----|
| a \\| b | [c][ref] d |
| *e* | **1 \\| 2** |

Underlined *heading*
====================

<div><p>In <b>HTML</b> 3 &lt; 4
over two lines, <a href="https://c.example/?a=1&amp;b=2">linked</a>.</p></div>

```
https://code.example/never
```

[ref]: https://d.example/ref "titled"
"""

HTML = """<!doctype html><html lang="de"><head><title>T &amp; t</title><style>p{}</style></head>
<body><nav><a href="https://n.example/">menu</a></nav>
<h2>Heading</h2><p>One &lt;two&gt;   three<br>four <a href='https://a.example/'>fi<b>ve</b></a>.</p>
<ul><li>item <ul><li>inner</li></ul></li></ul>
<table><tr><th>K</th><th>V</th></tr><tr><th>a</th><td>1</td></tr></table>
<script>var x = "<p>no</p>";</script><!-- <p>no</p> --><p>end"""


TEXT_PATHS = ["note.md", "page.html", "note.rst", "note.txt", "note.tex"]


def texts(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text.strip()) for block in document.blocks]


def assert_traceable(document: Document) -> None:
    for block in document.blocks:
        ends = [stretch.end for stretch in block.stretches]
        assert [stretch.start for stretch in block.stretches] == [0, *ends[:-1]]
        assert ends[-1] == len(block.text)
        for stretch in block.stretches:
            assert 0 <= stretch.origin_start <= stretch.origin_end <= len(document.source)
            written = document.source[stretch.origin_start : stretch.origin_end]
            plain = block.text[stretch.start : stretch.end]
            if len(written) == len(plain):
                assert _alike(plain, written)


def _alike(plain: str, written: str) -> bool:
    """White space may be another; the parser puts U+FFFD for NUL."""
    pairs = zip(plain, written, strict=True)
    return all(a == b or (a.isspace() and b.isspace()) or b == "\0" or a in " |" for a, b in pairs)


def test_markdown_is_read_as_blocks_without_markup() -> None:
    document = a_document(MARKDOWN)
    assert document.title == "A note: on links"
    assert texts(document) == [
        (BlockKind.PARAGRAPH, "A quoted first line and a lazy second with & and *stars*."),
        (
            BlockKind.LIST_ITEM,
            "Lead: an item with a link and a second line, code here, https://b.example/auto.",
        ),
        (BlockKind.LIST_ITEM, "nested label strong"),
        (BlockKind.TABLE_HEADER, "Key | Val"),
        (BlockKind.TABLE_ROW, "a | b | c d"),
        (BlockKind.TABLE_ROW, "e | 1 | 2"),
        (BlockKind.HEADING, "Underlined heading"),
        (BlockKind.PARAGRAPH, "In HTML 3 < 4 over two lines, linked."),
    ]


def test_markdown_links_lie_over_their_text() -> None:
    found = [
        (link.url, block.text[link.start : link.end], link.via)
        for block in a_document(MARKDOWN).blocks
        for link in block.links
    ]
    assert found == [
        ("https://a.example/x", "a link", Via.INLINE),
        ("https://b.example/auto", "https://b.example/auto", Via.INLINE),
        ("https://d.example/ref", "label", Via.REFERENCE),
        ("https://d.example/ref", "c", Via.REFERENCE),
        ("https://c.example/?a=1&b=2", "linked", Via.INLINE),
    ]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "BOM"])
def test_markdown_can_be_traced_whatever_the_line_ends(line_end: str, mark: str) -> None:
    document = a_document(mark + MARKDOWN.replace("\n", line_end))
    assert len(document.blocks) == 8
    assert_traceable(document)


def test_table_cells_know_their_headers() -> None:
    rows = [b for b in a_document(MARKDOWN).blocks if b.kind is BlockKind.TABLE_ROW]
    cells = [(cell.header, rows[1].text[cell.start : cell.end]) for cell in rows[1].cells]
    assert cells == [("Key", "e"), ("Val", "1 | 2")]


def test_html_is_read_without_its_furniture() -> None:
    document = a_document(HTML, "page.html")
    assert document.title == "T & t"
    assert texts(document) == [
        (BlockKind.HEADING, "Heading"),
        (BlockKind.PARAGRAPH, "One <two> three four five."),
        (BlockKind.LIST_ITEM, "item"),
        (BlockKind.LIST_ITEM, "inner"),
        (BlockKind.TABLE_HEADER, "K | V"),
        (BlockKind.TABLE_ROW, "a | 1"),
        (BlockKind.PARAGRAPH, "end"),
    ]
    assert_traceable(document)


def test_html_links_lie_over_their_text() -> None:
    block = a_document(HTML, "page.html").blocks[1]
    (link,) = block.links
    assert block.text[link.start : link.end] == "five"


def test_blocks_stand_under_their_section() -> None:
    document = a_document("# One\n\ntext\n\n## Two\n\nmore\n")
    assert [block.section for block in document.blocks] == ["", "One", "One", "Two"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The number of robots rose in the year.", "en"),
        ("Die Zahl der Roboter ist in dem Jahr gestiegen und nicht gefallen.", "de"),
        ("研究所追蹤關鍵技術，中國在其中領先。", "zh-Hant"),
        ("研究所追踪关键技术，中国在其中领先。", "zh-Hans"),
        ("ロボットの数は昨年より増えました。", "ja"),
        ("Le nombre de robots est en hausse dans les usines.", "fr"),
        ("El número de robots subió en los países del sur.", "es"),
    ],
)
def test_the_language_is_told_from_the_text(text: str, language: str) -> None:
    assert a_document(text).language == language


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"line one\nline \xff two", "line 2 is not valid UTF-8"),
        (b"\x00\x01\x02\x03PNG\x00\x00", "binary file"),
        ("text".encode("utf-16"), "UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_in_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableDocument, match=words):
        read_document(data, "note.md")


def test_an_unknown_kind_of_file_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="no reader"):
        read_document(b"text", "note.xyz")


@given(st.text(), st.sampled_from(TEXT_PATHS))
def test_no_text_breaks_a_reader_and_all_of_it_can_be_traced(text: str, path: str) -> None:
    clean = text.encode("utf-8", "replace").decode("utf-8")
    document = read_document(clean.encode(), path) if not _is_refused(clean) else a_document("")
    assert_traceable(document)


_MARKUP: st.SearchStrategy[str] = st.lists(
    st.sampled_from(
        ["*", "**", "`", "[", "](", ")", "![", "|", "\n", "\n\n", "- ", "> ", "# ", "\\", "&amp;",
         "<p>", "</p>", "<a href=x>", "</a>", "<table>", "<tr>", "<td>", "</td>", "<!--", "-->",
         "word", "數字", "37%", "[a]: http://b.example", "\t", "\r", "---\n", "|-|-|\n"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


_MARKUP |= st.lists(
    st.sampled_from(
        ["\\", "\\cite{a}", "\\footnote{", "\\item", "[", "]", "{", "}", "$", "%", "&", "\\\\", "~",
         "\\begin{tabular}{l}", "\\end{tabular}", "\\begin{itemize}", "\\url{", "word", "\n\n",
         "\\begin{verbatim}", "\\section{", "\\'e", "\\bibitem{a}", "\\end{document}", "37\\%"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


_MARKUP |= st.lists(
    st.sampled_from(
        ["`", "``", "_", "`_", ".. ", "[1]_", "[#]_", "\n", "\n\n", "- ", "#. ", "===\n", "   ",
         ".. [1] ", ".. _x: http://b.example\n", "::\n\n", "<http://x>", "word", "|a|", "== ==\n"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@given(_MARKUP, st.sampled_from(TEXT_PATHS))
def test_no_heap_of_markup_breaks_a_reader(text: str, path: str) -> None:
    assert_traceable(a_document(text, path))


def test_an_origin_covers_the_whole_of_an_entity() -> None:
    (block,) = a_document("a &amp; b").blocks
    assert block.origin(2, 3) == (2, 7)
    assert block.origin(0, 5) == (0, 9)


def _is_refused(text: str) -> bool:
    try:
        read_document(text.encode(), "note.md")
    except UnreadableDocument:
        return True
    return False


def test_blocks_are_values() -> None:
    block = a_document("text").blocks[0]
    assert block == Block(
        kind=BlockKind.PARAGRAPH,
        text="text",
        stretches=block.stretches,
        links=(),
        section="",
        level=0,
    )


@pytest.mark.parametrize(
    "mark", ["<![endif]>", "<![if !IE]>", "<![CDATA[x]]>", "<![endad]>", "<![>"]
)
def test_what_looks_like_a_marked_section_is_passed_over(mark: str) -> None:
    source = f"<p>Robots rose {mark}by 54% in 2024.</p>{mark}<p>More.</p>{mark[:-1]}"
    document = read_document(source.encode(), "a.html")
    plain = " ".join(block.text for block in document.blocks)
    assert "by 54% in 2024." in plain
    assert "More." in plain
