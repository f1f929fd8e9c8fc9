"""Plain text and tables of claims."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.documents import READERS, read_document
from claims.errors import UnreadableDocument
from claims.extraction import find_claims
from claims.values import BlockKind, Document
from tests.claims.makers import a_document

A, B = "https://a.example/1", "https://b.example/2"

NOTE = f"""A note on steel

Exports of steel rose by 5% last
year [1], and imports of coal
fell by 3% [2].

- Ports handled 40 million tonnes of ore, see {A}.
- The largest port is in the north of the country.

References

[1] Office, {A}
[2] Coal board, {B}
"""


LINES = (
    f'{{"claim": "Steel rose \\"by\\" 5%, they say.", "url": "{A}"}}\n\n'
    f'{{"id": 1, "claim": "Coal fell. By 3%.", "urls": ["{B}", "{A}"]}}\n'
)


def cited(document: Document) -> list[tuple[str, list[str]]]:
    return [(claim.plain, [c.url for c in claim.citations]) for claim in find_claims(document)]


def test_plain_text_is_read_as_paragraphs_items_and_headings() -> None:
    document = a_document(NOTE, "note.txt")
    assert document.title == "A note on steel"
    assert [block.kind for block in document.blocks] == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.LIST_ITEM,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
    ]
    assert cited(document) == [
        ("Exports of steel rose by 5% last year, and imports of coal fell by 3%.", [A, B]),
        ("Ports handled 40 million tonnes of ore, see.", [A]),
        ("The largest port is in the north of the country.", []),
    ]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("t.csv", f'claim,url\n"Steel rose ""by"" 5%, they say.",{A}\nCoal fell. By 3%.,{B} {A}\n'),
        ("t.tsv", f'Claim\tURL\nSteel rose "by" 5%, they say.\t{A}\nCoal fell. By 3%.\t{B} {A}\n'),
        ("t.jsonl", LINES),
    ],
)
def test_a_row_of_a_table_is_one_claim(path: str, text: str) -> None:
    document = a_document(text, path)
    assert cited(document) == [
        ('Steel rose "by" 5%, they say.', [A]),
        ("Coal fell. By 3%.", [B, A]),
    ]
    for claim in find_claims(document):
        assert document.source[claim.start : claim.end] == claim.text
    assert [claim.line for claim in find_claims(document)] == ([1, 3] if "json" in path else [2, 3])


@pytest.mark.parametrize(
    ("path", "text", "words"),
    [
        ("t.csv", "a,b\n1,2\n", "needs the columns claim and url; it has a, b"),
        ("t.csv", "", "needs the columns claim and url; it has none"),
        ("t.jsonl", '{"claim": "x"}\nnonsense\n', "line 2 is no JSON"),
        ("t.jsonl", "[1]\n", "line 1 is no JSON object"),
        ("t.jsonl", '{"text": 3}\n', 'line 1 has no "claim" string'),
    ],
)
def test_a_table_that_is_none_is_refused_in_a_sentence(path: str, text: str, words: str) -> None:
    with pytest.raises(UnreadableDocument, match=words):
        read_document(text.encode(), path)


@given(st.text(max_size=200), st.sampled_from(sorted(READERS)))
def test_every_claim_of_every_format_slices_back(text: str, name: str) -> None:
    clean = text.encode("utf-8", "replace")
    try:
        document = read_document(clean, "note", name)
    except UnreadableDocument:
        return
    for claim in find_claims(document):
        assert document.source[claim.start : claim.end] == claim.text
