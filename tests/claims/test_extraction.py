"""Claims: what a document states, verbatim, each tied to the URL that it cites."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.cited_places import cited_urls
from claims.extraction import find_claims
from claims.values import Checkworthiness, Claim, Via
from tests.claims.makers import a_claim, a_document, claims_of
from tests.claims.test_documents import TEXT_PATHS


def cited(claim: Claim) -> list[tuple[str, Via]]:
    return [(citation.url, citation.via) for citation in claim.citations]


def test_a_claim_is_a_verbatim_slice_with_its_place() -> None:
    text = "# Head\n\nFirst line here is long. It rose by [5% in 2024](https://a.example/).\n"
    document = a_document(text)
    claim = find_claims(document)[1]
    assert claim.text == "It rose by [5% in 2024](https://a.example/)."
    assert document.source[claim.start : claim.end] == claim.text
    assert claim.plain == "It rose by 5% in 2024."
    assert (claim.line, claim.column) == (3, 26)
    assert claim.section == "Head"


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("Exports rose [by 5%](https://a.example/x) last year.", ["https://a.example/x"]),
        ("Exports rose by 5% last year. [Source](https://a.example/x)", ["https://a.example/x"]),
        ("Exports rose by 5% last year ([source](https://a.example/x)).", ["https://a.example/x"]),
        ("Exports rose by 5% last year: https://a.example/x.", ["https://a.example/x"]),
        ("Exports rose by 5% (https://a.example/x_(y)).", ["https://a.example/x_(y)"]),
        ("出口去年增加了5%（來源：https://a.example/x）。", ["https://a.example/x"]),
        (
            "Exports [rose](https://a.example/1) by [5%](https://a.example/2) last year.",
            ["https://a.example/1", "https://a.example/2"],
        ),
        (
            "Exports rose by 5% [last year][ref].\n\n[ref]: https://a.example/x",
            ["https://a.example/x"],
        ),
        ("Exports rose ![chart](https://a.example/c.png) by 5% last year.", []),
        ("Exports [rose](mailto:a@b.example) by 5% [last](javascript:x) year.", []),
    ],
)
def test_a_claim_is_tied_to_the_urls_that_stand_at_it(text: str, urls: list[str]) -> None:
    assert [citation.url for citation in a_claim(text).citations] == urls


def test_each_sentence_keeps_its_own_link() -> None:
    claims = claims_of(
        "Exports rose [by 5%](https://a.example/1). Imports fell [by 3%](https://a.example/2)."
    )
    assert [cited(claim) for claim in claims] == [
        [("https://a.example/1", Via.INLINE)],
        [("https://a.example/2", Via.INLINE)],
    ]


def test_a_list_at_the_end_gives_candidates_and_no_claims() -> None:
    claims = claims_of(
        "Robots in factories rose by 5% last year.\n\n## References\n\n"
        "- [Weather in spring was very mild](https://a.example/weather)\n"
        "- [Robots in factories](https://a.example/robots)\n"
    )
    (claim,) = claims
    assert cited(claim) == [
        ("https://a.example/robots", Via.LISTED),
        ("https://a.example/weather", Via.LISTED),
    ]
    assert claim.citations[0].confidence > claim.citations[1].confidence


def test_a_list_of_links_needs_no_heading_to_be_one() -> None:
    document = a_document(
        "工廠的機械人去年增加了5%。\n\n- [工廠機械人](https://a.example/1)\n- [天氣](https://a.example/2)\n"
    )
    (claim,) = find_claims(document)
    assert claim.citations[0].url == "https://a.example/1"
    assert cited_urls(document) == ("https://a.example/1", "https://a.example/2")


@pytest.mark.parametrize(
    "text",
    [
        "The annual pass has 287,000 subscribers.",
        "Last year 43 million pull requests were merged there.",
        "In all 12,000 people subscribe to the weekly letter.",
    ],
)
def test_what_figures_tell_of_pages_is_a_claim(text: str) -> None:
    assert a_claim(text).plain == text


def test_a_table_of_claims_states_what_its_cells_say() -> None:
    rows = (
        "| 編號 | 說法 | 狀態 | 來源 |\n|---|---|---|---|\n| 7 | 港口有37座起重機。 | 待查 | x |\n"
    )
    assert [claim.plain for claim in claims_of(rows)] == ["港口有37座起重機。"]


def test_a_numbered_row_is_of_what_stands_behind_its_number() -> None:
    rows = "| No. | Port | Cranes |\n|---|---|---|\n| 4 | Melby | 37 |\n"
    assert [claim.plain for claim in claims_of(rows)] == ["Melby: Cranes = 37"]


@pytest.mark.parametrize(
    "text",
    [
        "Subscribe to our letter.",
        "This site uses cookies of its partners.",
        "## A heading that says 37 of 44 things",
        "Did exports really rise by 5% last year?",
        "The main areas of strength include:",
        "出口真的增加了5%嗎？",
        "主要領域包括：",
        "All rights reserved by the author of this page, 2024.",
        "Two words.",
        "```\nexports rose by 5% last year\n```",
    ],
)
def test_what_states_nothing_is_no_claim(text: str) -> None:
    assert claims_of(text) == ()


def test_a_table_row_reads_as_key_column_and_value() -> None:
    claims = claims_of(
        "| Country | 2022 | 2023 | Source |\n|---|---|---|---|\n"
        "| Germany | 415 | 429 | [table](https://a.example/t) |\n"
    )
    assert [claim.plain for claim in claims] == ["Germany: 2022 = 415", "Germany: 2023 = 429"]
    assert [claim.text for claim in claims] == ["415", "429"]
    assert all(cited(claim) == [("https://a.example/t", Via.INLINE)] for claim in claims)


def test_a_clause_of_a_list_item_keeps_what_the_item_is_about() -> None:
    claims = claims_of("- **刀片電池（2020年）**：更安全、壽命更長；至2025年產能達1,000萬輛。")
    assert [claim.plain for claim in claims] == [
        "刀片電池（2020年）：更安全、壽命更長；",
        "刀片電池（2020年）： 至2025年產能達1,000萬輛。",
    ]
    assert claims[0].text.startswith("**刀片電池（2020年）**")
    assert claims[1].text == "至2025年產能達1,000萬輛。"


@pytest.mark.parametrize(
    ("text", "worth"),
    [
        ("Exports rose by 5% last year.", Checkworthiness.HIGH),
        ("China has the fastest computer in the world.", Checkworthiness.MEDIUM),
        ("The law was passed in March 2024.", Checkworthiness.MEDIUM),
        ("It is a matter of [some debate](https://a.example/) here.", Checkworthiness.LOW),
        ("中國擁有全球最快的超級電腦。", Checkworthiness.MEDIUM),
    ],
)
def test_checkworthiness_has_its_reason(text: str, worth: Checkworthiness) -> None:
    claim = a_claim(text)
    assert claim.checkworthiness is worth
    assert claim.reason


def test_an_id_does_not_change_with_what_stands_around_it() -> None:
    alone = a_claim("Exports rose by 5% last year.")
    among = claims_of("Nothing else is as new in 2024.\n\nExports rose by 5% last year.\n")
    assert among[1].id == alone.id


def test_the_same_words_twice_are_two_claims() -> None:
    first, second = claims_of("Exports rose by 5% last year. Exports rose by 5% last year.")
    assert second.id == f"{first.id}-2"


@pytest.mark.parametrize(
    "text",
    [
        "It rose 2.68% in the U.S. last year, e.g. in steel.",
        "Roughly approx. 5 km of track were laid there.",
        "研發投入佔GDP的2.68%，高於去年。",
        "他說「真的嗎？我不信。」然後在2024年離開了會場。",
    ],
)
def test_a_sentence_is_not_cut_in_its_middle(text: str) -> None:
    assert a_claim(text).text == text


@given(st.text(max_size=300), st.sampled_from(TEXT_PATHS))
def test_every_claim_slices_back_to_its_text(text: str, path: str) -> None:
    clean = "Exports rose by 5 points in 2020. " + text.encode("utf-8", "replace").decode(
        "utf-8"
    ).translate({code: None for code in range(27) if code not in {9, 10, 13}})
    document = a_document(clean, path)
    for claim in find_claims(document):
        assert document.source[claim.start : claim.end] == claim.text
        lines = document.source[: claim.start].replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert claim.line == len(lines)
