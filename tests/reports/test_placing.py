from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from claims.values import Block, BlockKind, Cell, Claim, Document, Stretch
from reports.placing import Placement, Span, place_claims
from tests.reports.makers import a_block, a_claim, a_document, a_row, with_link


def claim_at(source: str, start: int, end: int) -> Claim:
    return replace(a_claim(source, source[start:end]), start=start, end=end)


def spans_of(placement: Placement) -> list[Span]:
    return [span for placed in placement.blocks for spans in placed.cells for span in spans]


def text_of(span: Span) -> str:
    return "".join(piece.text for piece in span.pieces)


def test_claim_is_placed_by_its_offsets_in_the_source() -> None:
    source = "# Tides\n\nTides turn. They turn twice."
    document = a_document(source, a_block(source, "Tides turn. They turn twice."))
    placement = place_claims(document, [a_claim(source, "They turn twice.")])

    assert [(text_of(span), span.claims) for span in spans_of(placement)] == [
        ("Tides turn. ", ()),
        ("They turn twice.", (0,)),
    ]


def test_markup_inside_a_claim_is_not_shown() -> None:
    source = "Now [64%](https://a.example) of it."
    block = with_link(a_block(source, "Now ", "64%", " of it."), "64%", "https://a.example")
    placement = place_claims(a_document(source, block), [a_claim(source, source)])
    (span,) = spans_of(placement)

    assert [(piece.text, piece.url) for piece in span.pieces] == [
        ("Now ", ""),
        ("64%", "https://a.example"),
        (" of it.", ""),
    ]
    assert (span.opening, span.closing) == ((0,), (0,))


def test_entity_touched_in_part_is_marked_whole() -> None:
    source = "salt &amp; sea"
    document = a_document(source, a_block(source, "salt ", ("&", "&amp;"), " sea"))
    placement = place_claims(document, [claim_at(source, 7, len(source))])

    assert placement.texts() == {0: "& sea"}


def test_several_claims_in_one_block_keep_their_order() -> None:
    source = "One. Two. Three."
    claims = [a_claim(source, text) for text in ("Two.", "One.", "Three.")]
    placement = place_claims(a_document(source), claims)

    assert placement.blocks[0].opening == (1, 0, 2)
    assert placement.texts() == {0: "Two.", 1: "One.", 2: "Three."}


def test_overlapping_claims_share_a_span() -> None:
    source = "abcdef"
    placement = place_claims(a_document(source), [claim_at(source, 0, 4), claim_at(source, 2, 6)])

    assert [(text_of(span), span.claims) for span in spans_of(placement)] == [
        ("ab", (0,)),
        ("cd", (0, 1)),
        ("ef", (1,)),
    ]


def test_claim_over_two_blocks_opens_in_the_first_and_closes_in_the_last() -> None:
    source = "First half\n\nsecond half"
    blocks = (a_block(source, "First half"), a_block(source, "second half"))
    placement = place_claims(a_document(source, *blocks), [a_claim(source, source)])
    first, last = spans_of(placement)

    assert (first.opening, first.closing, last.opening, last.closing) == ((0,), (), (), (0,))


def test_claim_outside_every_block_is_told() -> None:
    source = "<!-- hidden --> shown"
    document = a_document(source, a_block(source, "shown"))

    assert place_claims(document, [a_claim(source, "hidden")]).unplaced == (0,)


def test_document_without_blocks_shows_its_source() -> None:
    document = Document("a.txt", "plain", "", "en", "Tides turn.", ())
    placement = place_claims(document, [a_claim()])

    assert placement.texts() == {0: "Tides turn."}


def test_row_is_cut_into_its_cells() -> None:
    source = "| Red | 14 | 1998 |"
    row = a_row(source, "Red", "14", "1998", headers=("Line", "Stops", "Opened"))
    (placed,) = place_claims(a_document(source, row), [a_claim(source, "14")]).blocks

    assert [[text_of(span) for span in spans] for spans in placed.cells] == [
        ["Red"],
        ["14"],
        ["1998"],
    ]
    assert placed.cells[1][0].claims == (0,)


def test_text_between_cells_is_not_lost() -> None:
    source = "Red note 14"
    block = replace(
        a_block(source, source),
        kind=BlockKind.TABLE_ROW,
        cells=(Cell("", 0, 3), Cell("", 9, 11)),
    )
    (placed,) = place_claims(a_document(source, block), []).blocks

    assert [[text_of(span) for span in spans] for spans in placed.cells] == [["Red note"], ["14"]]


def test_blocks_out_of_the_order_of_the_source_are_placed() -> None:
    source = "right left"
    block = Block(
        BlockKind.PARAGRAPH,
        "left right",
        (Stretch(0, 4, 6, 10), Stretch(4, 5, 5, 6), Stretch(5, 10, 0, 5)),
        (),
        "",
        0,
    )
    placement = place_claims(a_document(source, block), [a_claim(source, "right")])

    assert placement.texts() == {0: "right"}


@st.composite
def documents(draw: st.DrawFn) -> tuple[Document, list[Claim]]:
    """Blocks of verbatim text, entities and markup, with claims anywhere in the source."""
    source, blocks = "", []
    for _ in range(draw(st.integers(1, 3))):
        text, stretches = "", []
        for _ in range(draw(st.integers(1, 4))):
            markup = draw(st.sampled_from(["", "**", "\n"]))
            plain, written = draw(
                st.sampled_from([("&", "&amp;"), ("tide ", "tide "), ("潮汐", "潮汐"), ("x", "x")])
            )
            source += markup
            stretches.append(
                Stretch(len(text), len(text) + len(plain), len(source), len(source) + len(written))
            )
            source += written
            text += plain
        blocks.append(Block(BlockKind.PARAGRAPH, text, tuple(stretches), (), "", 0))
    offsets = st.tuples(st.integers(0, len(source)), st.integers(0, len(source)))
    claims = [
        claim_at(source, min(pair), max(pair)) for pair in draw(st.lists(offsets, max_size=4))
    ]
    return a_document(source, *blocks), claims


@given(documents())
def test_no_text_of_a_block_is_lost(case: tuple[Document, list[Claim]]) -> None:
    document, claims = case
    for placed in place_claims(document, claims).blocks:
        assert "".join(map(text_of, placed.cells[0])) == placed.block.text


@given(documents())
def test_every_claim_opens_once_and_closes_once_or_is_unplaced(
    case: tuple[Document, list[Claim]],
) -> None:
    document, claims = case
    placement = place_claims(document, claims)
    spans = spans_of(placement)
    opened = [number for span in spans for number in span.opening]

    assert sorted([*opened, *placement.unplaced]) == list(range(len(claims)))
    assert sorted(opened) == sorted(number for span in spans for number in span.closing)


@given(documents())
def test_marked_text_is_what_the_stretches_say(case: tuple[Document, list[Claim]]) -> None:
    document, claims = case
    texts = place_claims(document, claims).texts()
    for number, claim in enumerate(claims):
        expected = ""
        for block in document.blocks:
            for stretch in block.stretches:
                first = max(claim.start, stretch.origin_start)
                last = min(claim.end, stretch.origin_end)
                if first >= last:
                    continue
                plain = block.text[stretch.start : stretch.end]
                is_entity = len(plain) != stretch.origin_end - stretch.origin_start
                expected += plain if is_entity else document.source[first:last]
        assert texts.get(number, "") == expected
