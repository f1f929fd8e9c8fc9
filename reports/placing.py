"""Where the claims of a document lie in the plain text of its blocks.

Claims carry offsets into the original; readers see blocks, whose stretches tell where each bit
of plain text came from. No text of a block is ever lost: its pieces joined are the block.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from claims.values import Block, BlockKind, Document, Stretch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claims.values import Claim, Link

Interval = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A bit of a block's text; `url` is the address of the hyperlink it belongs to, or ""."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Span:
    """Neighbouring pieces that lie in the same claims, given by their numbers.

    `opening` and `closing` are the claims whose first or last span in the document this is.
    """

    pieces: tuple[Piece, ...]
    claims: tuple[int, ...]
    opening: tuple[int, ...] = ()
    closing: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block's text as spans, one sequence for each table cell and a single one otherwise."""

    block: Block
    cells: tuple[tuple[Span, ...], ...]

    @property
    def opening(self) -> tuple[int, ...]:
        """The claims that begin in this block, in the order of its text."""
        return tuple(number for spans in self.cells for span in spans for number in span.opening)


@dataclass(frozen=True, slots=True)
class Placement:
    """All blocks of a document with the claims in them, and the claims that no block holds."""

    blocks: tuple[PlacedBlock, ...]
    unplaced: tuple[int, ...]

    def texts(self) -> dict[int, str]:
        """Collect for each placed claim the text that is marked as its own."""
        texts: defaultdict[int, list[str]] = defaultdict(list)
        for span in _all_spans(self.blocks):
            for number in span.claims:
                texts[number].extend(piece.text for piece in span.pieces)
        return {number: "".join(parts) for number, parts in texts.items()}


def place_claims(document: Document, claims: Sequence[Claim]) -> Placement:
    """Place each claim, known by its index in `claims`, in the document's blocks."""
    index = _ClaimIndex(claims)
    blocks = document.blocks or (_source_as_block(document.source),)
    placed = [PlacedBlock(block, tuple(_cells(block, index))) for block in blocks]
    first, last = _ends(placed)
    return Placement(
        blocks=tuple(_with_ends(placed, first, last)),
        unplaced=tuple(number for number in range(len(claims)) if number not in first),
    )


class _ClaimIndex:
    """The claims that touch a stretch of the source, without looking at all of them."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims
        self._numbers = sorted(range(len(claims)), key=lambda number: claims[number].start)
        self._starts = [claims[number].start for number in self._numbers]
        # Claims may overlap; the running maximum of their ends is sorted where the ends are not.
        self._reaches = list(
            accumulate((claims[number].end for number in self._numbers), max, initial=0)
        )[1:]

    def between(self, start: int, end: int) -> Iterator[tuple[int, Claim]]:
        first = bisect_right(self._reaches, start)
        for position in range(first, bisect_left(self._starts, end)):
            number = self._numbers[position]
            if self._claims[number].end > start:
                yield number, self._claims[number]


class _Origins:
    """A block's stretches, asked where in the plain text a stretch of the source went."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self._stretches = stretches
        self.start = min((stretch.origin_start for stretch in stretches), default=0)
        self.end = max((stretch.origin_end for stretch in stretches), default=0)
        ends = [stretch.origin_end for stretch in stretches]
        starts = [stretch.origin_start for stretch in stretches]
        # Text set in columns or taken from a PDF need not come in the order of the original.
        in_order = all(left <= right for left, right in pairwise(starts)) and all(
            left <= right for left, right in pairwise(ends)
        )
        self._starts_and_ends = (starts, ends) if in_order else None

    def plain_intervals(self, text: str, start: int, end: int) -> list[Interval]:
        """Find the plain text that came from `[start, end)`, joined where its parts touch."""
        joined: list[Interval] = []
        for stretch in self._touching(start, end):
            found = _plain_part(stretch, start, end)
            if found is None:
                continue
            if joined and not text[joined[-1][1] : found[0]].strip():
                joined[-1] = (joined[-1][0], found[1])
            else:
                joined.append(found)
        return joined

    def _touching(self, start: int, end: int) -> Sequence[Stretch]:
        if self._starts_and_ends is None:
            return self._stretches
        starts, ends = self._starts_and_ends
        return self._stretches[bisect_right(ends, start) : bisect_left(starts, end)]


def _plain_part(stretch: Stretch, start: int, end: int) -> Interval | None:
    first, last = max(start, stretch.origin_start), min(end, stretch.origin_end)
    if first >= last or stretch.start >= stretch.end:
        return None
    if stretch.end - stretch.start == stretch.origin_end - stretch.origin_start:
        shift = stretch.start - stretch.origin_start
        return first + shift, last + shift
    # An entity or an escape is one thing: touched in part, it is meant as a whole.
    return stretch.start, stretch.end


def _cells(block: Block, index: _ClaimIndex) -> Iterator[tuple[Span, ...]]:
    origins = _Origins(block.stretches)
    intervals = [
        (start, end, number)
        for number, claim in index.between(origins.start, origins.end)
        for start, end in origins.plain_intervals(block.text, claim.start, claim.end)
    ]
    intervals.sort()
    links = sorted(block.links, key=lambda link: link.start)
    for start, end in _cell_ranges(block):
        inside = [each for each in intervals if each[0] < end and start < each[1]]
        held = [link for link in links if link.start < end and start < link.end]
        yield tuple(_spans(block.text, (start, end), inside, held))


def _cell_ranges(block: Block) -> list[Interval]:
    """Cut a row so that each cell shows its own text and whatever but a separator follows it."""
    if block.kind not in {BlockKind.TABLE_ROW, BlockKind.TABLE_HEADER} or not block.cells:
        return [(0, len(block.text))]
    starts = [0, *(cell.start for cell in block.cells[1:]), len(block.text)]
    return [
        (start, max(cell.end, start + len(block.text[start:following].rstrip(" |"))))
        for cell, (start, following) in zip(block.cells, pairwise(starts), strict=True)
    ]


def _spans(
    text: str,
    limits: Interval,
    intervals: Sequence[tuple[int, int, int]],
    links: Sequence[Link],
) -> Iterator[Span]:
    starting, ending = defaultdict(list), defaultdict(list)
    for start, end, number in intervals:
        starting[max(start, limits[0])].append(number)
        ending[min(end, limits[1])].append(number)
    cuts = {*limits, *starting, *ending, *_link_cuts(links, limits)}
    addresses = _Addresses(links)
    active: dict[int, None] = {}
    pieces: list[Piece] = []
    claims: tuple[int, ...] = ()
    for start, end in pairwise(sorted(cuts)):
        for number in ending[start]:
            active.pop(number, None)
        active.update(dict.fromkeys(starting[start]))
        if tuple(active) != claims and pieces:
            yield Span(tuple(pieces), claims)
            pieces = []
        claims = tuple(active)
        pieces.append(Piece(text[start:end], addresses.at(start)))
    if pieces:
        yield Span(tuple(pieces), claims)


def _link_cuts(links: Iterable[Link], limits: Interval) -> Iterator[int]:
    for link in links:
        yield from (place for place in (link.start, link.end) if limits[0] < place < limits[1])


class _Addresses:
    """The hyperlink that a piece of text lies in; asked from left to right."""

    def __init__(self, links: Sequence[Link]) -> None:
        self._links = [link for link in links if link.start < link.end]
        self._next = 0

    def at(self, position: int) -> str:
        while self._next < len(self._links) and self._links[self._next].end <= position:
            self._next += 1
        if self._next < len(self._links) and self._links[self._next].start <= position:
            return self._links[self._next].url
        return ""


def _ends(placed: Sequence[PlacedBlock]) -> tuple[dict[int, int], dict[int, int]]:
    """Find the running numbers of each claim's first and last span in the document."""
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for position, span in enumerate(_all_spans(placed)):
        for number in span.claims:
            first.setdefault(number, position)
            last[number] = position
    return first, last


def _with_ends(
    placed: Sequence[PlacedBlock], first: dict[int, int], last: dict[int, int]
) -> Iterator[PlacedBlock]:
    position = 0
    for item in placed:
        cells = []
        for spans in item.cells:
            marked = []
            for span in spans:
                opening = tuple(number for number in span.claims if first[number] == position)
                closing = tuple(number for number in span.claims if last[number] == position)
                marked.append(Span(span.pieces, span.claims, opening, closing))
                position += 1
            cells.append(tuple(marked))
        yield PlacedBlock(item.block, tuple(cells))


def _all_spans(placed: Iterable[PlacedBlock]) -> Iterator[Span]:
    return (span for item in placed for spans in item.cells for span in spans)


def _source_as_block(source: str) -> Block:
    whole = Stretch(0, len(source), 0, len(source))
    return Block(BlockKind.PARAGRAPH, source, (whole,), (), "", 0)
