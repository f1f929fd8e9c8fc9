"""Cited URLs that no claim rests on: told of once for each document, and only where it matters."""

from __future__ import annotations

import pytest

from claims.extraction import find_claims
from claims.unclaimed import unclaimed_places, with_unclaimed
from tests.claims.makers import a_document

URL = "https://a.example/"
CLAIM = f"Exports rose by 5% in 2020 ([source]({URL}claim)).\n\n"


def unclaimed(text: str, path: str = "note.md") -> list[tuple[int, str]]:
    document = a_document(text, path)
    places = unclaimed_places(document, find_claims(document))
    return [(place.line, place.url.removeprefix(URL)) for place in places]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Is the [new port]({url}lost) really of any use?\n", id="question"),
        pytest.param("In my opinion the [new port]({url}lost) is ugly.\n", id="opinion"),
        pytest.param("Table 2. [Sales by region]({url}lost)\n", id="caption"),
        pytest.param("Is it of any use[^1]?\n\n[^1]: {url}lost\n", id="note_at_a_question"),
        pytest.param("新港口真的有用嗎（[來源]({url}lost)）？\n", id="question_in_chinese"),
    ],
)
def test_what_is_cited_where_nothing_is_claimed_is_found_with_its_line(text: str) -> None:
    assert unclaimed(CLAIM + text.format(url=URL)) == [(3, "lost")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing_else"),
        pytest.param("Why did exports rise ([source]({url}claim))?\n", id="claimed_elsewhere"),
        pytest.param("[Home]({url}1) | [About]({url}2) | [Help]({url}3)\n", id="navigation"),
        pytest.param("- [Home]({url}1)\n- [About us]({url}2)\n\nThe end is near.\n", id="menu"),
        pytest.param("[Subscribe]({url}1) to our newsletter.\n", id="notice_to_visitors"),
        pytest.param("[![build](https://b.example/b.svg)]({url}ci)\n", id="badge"),
        pytest.param("## [The port]({url}1)\n", id="heading"),
        pytest.param("- [ ] ask the [port authority]({url}1)\n", id="task"),
        pytest.param("Imports fell by 2% in 2020[^1].\n\n[^1]: {url}note\n", id="note"),
        pytest.param("## References\n\n1. Smith. {url}1\n2. Jones. {url}2\n", id="list_of_sources"),
        pytest.param("## See also\n\n- [Ports of the world]({url}1)\n", id="see_also"),
    ],
)
def test_what_is_no_citation_or_belongs_to_a_claim_is_none(text: str) -> None:
    assert unclaimed(CLAIM + text.format(url=URL)) == []


def test_each_url_counts_once_in_the_order_of_the_text() -> None:
    text = "Is [b]({0}b) so? Is [a]({0}a) so?\n\nIs [b]({0}b) so after all?\n"
    assert unclaimed(text.format(URL)) == [(1, "b"), (1, "a")]


@pytest.mark.parametrize(
    ("count", "told"),
    [(1, "1 cited URL belongs to no claim"), (2, "2 cited URLs belong to no claim")],
)
def test_the_warning_says_how_many(count: int, told: str) -> None:
    text = "".join(f"Is [{number}]({URL}{number}) so?\n\n" for number in range(count))
    document = a_document(text)
    warned = with_unclaimed(document, unclaimed_places(document, ()))
    assert warned.warnings == (f"note.md: {told}",)
    assert len(warned.unclaimed) == count


def test_a_document_without_any_is_left_as_it_is() -> None:
    document = a_document(CLAIM)
    assert with_unclaimed(document, unclaimed_places(document, find_claims(document))) is document
