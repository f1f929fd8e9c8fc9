"""What the web page shows of each finding, source and document, put together for its template."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from claims.values import BlockKind, Via
from reports.marking import mark_facts
from reports.placing import place_claims

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claims.values import (
        Alert,
        CheckedDocument,
        Citation,
        CitedSource,
        Decided,
        Evidence,
        Finding,
        Judgement,
        Place,
        Report,
        Source,
    )
    from reports.marking import Words
    from reports.placing import PlacedBlock

_NOT_FOR_ANCHORS = re.compile(r"[^A-Za-z0-9_-]+")
# The page's own headings take the first two levels, each document's title the second.
_FIRST_HEADING_LEVEL = 3
_LAST_HEADING_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Quote:
    """A piece of evidence with its facts marked."""

    evidence: Evidence
    words: tuple[Words, ...]
    source: Source | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What one citation's source says; `judgement` is None where nobody asked it."""

    citation: Citation
    judgement: Judgement | None
    source: Source | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A finding under its number in the report; `anchor` is unique in the page.

    `read_as` is the claim's plain text where the document shows other words, else "".
    `source_numbers` are the places of its sources among those of the report, from 0.
    """

    number: int
    anchor: str
    path: str
    read_as: str
    finding: Finding
    answers: tuple[Answer, ...]
    other_quotes: tuple[Quote, ...]
    source_numbers: tuple[int, ...]
    alerts: tuple[Alert, ...]
    decided: Decided | None

    @property
    def shown_answers(self) -> int:
        """How many answers to show at once: mere candidates behind the best one can wait."""
        is_inferred = all(answer.citation.via is Via.LISTED for answer in self.answers)
        return 1 if is_inferred else len(self.answers)


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring blocks of one element: a heading, a paragraph, a list or a table.

    `level` is that of the page's heading element, 0 for all else.
    """

    kind: BlockKind
    blocks: tuple[PlacedBlock, ...]
    level: int = 0


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document as the page shows it; `unplaced` are claims outside all of its blocks."""

    anchor: str
    checked: CheckedDocument
    cards: tuple[Card, ...]
    groups: tuple[Group, ...]
    unplaced: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source with the cards that cite it and the places that are no card."""

    cited: CitedSource
    cards: tuple[Card, ...]
    other_places: tuple[Place, ...]
    alerts: tuple[Alert, ...]


def view_documents(report: Report) -> tuple[DocumentView, ...]:
    """Put together all documents of a report, their claims numbered throughout."""
    desk = _Desk(report)
    return tuple(
        desk.view(checked, f"document-{position}")
        for position, checked in enumerate(report.documents, 1)
    )


def view_sources(report: Report, documents: Iterable[DocumentView]) -> tuple[SourceView, ...]:
    """Put together sources with the cards of the claims that cite them."""
    cards = {(card.path, card.finding.claim.id): card for view in documents for card in view.cards}
    alerts: dict[tuple[str, str], Alert] = {
        (alert.spot.path, alert.url): alert for alert in report.alerts if not alert.claim_id
    }
    return tuple(_view_source(cited, cards, alerts) for cited in report.sources)


def _view_source(
    cited: CitedSource,
    cards: Mapping[tuple[str, str], Card],
    alerts: Mapping[tuple[str, str], Alert],
) -> SourceView:
    citing: dict[str, Card] = {}
    others = []
    for place in cited.cited_by:
        card = cards.get((place.path, place.claim_id))
        if card:
            citing[card.anchor] = card
        else:
            others.append(place)
    places = dict.fromkeys((place.path, place.url) for place in cited.cited_by)
    own = tuple(alerts[place] for place in places if place in alerts)
    return SourceView(cited, tuple(citing.values()), tuple(others), own)


class _Anchors:
    """Names for the claims that stay valid as links while the words of the claim stay."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def name(self, claim_id: str) -> str:
        name = _NOT_FOR_ANCHORS.sub("-", claim_id)
        # The same words in two documents have one id, which a page can use only once.
        self._taken[name] = self._taken.get(name, 0) + 1
        return name if self._taken[name] == 1 else f"{name}.{self._taken[name]}"


class _Desk:
    """Puts together cards, with what of the whole report belongs to each."""

    def __init__(self, report: Report) -> None:
        self._sources = _sources_by_url(report.sources)
        self._numbers = count(1)
        self._anchors = _Anchors()
        self._cited: dict[tuple[str, str], list[int]] = {}
        for number, cited in enumerate(report.sources):
            for key in dict.fromkeys((place.path, place.claim_id) for place in cited.cited_by):
                self._cited.setdefault(key, []).append(number)
        self._decided = {(one.path, one.claim_id): one for one in report.decided}
        self._alerts: dict[tuple[str, str], list[Alert]] = {}
        for alert in report.alerts:
            self._alerts.setdefault((alert.spot.path, alert.claim_id), []).append(alert)

    def view(self, checked: CheckedDocument, anchor: str) -> DocumentView:
        placement = place_claims(checked.document, [each.claim for each in checked.findings])
        marked = placement.texts()
        cards = tuple(
            self._card(finding, checked.document.path, marked.get(index, ""))
            for index, finding in enumerate(checked.findings)
        )
        return DocumentView(
            anchor=anchor,
            checked=checked,
            cards=cards,
            groups=tuple(_groups(_without_title(placement.blocks, checked.document.title))),
            unplaced=tuple(cards[number] for number in placement.unplaced),
        )

    def _card(self, finding: Finding, path: str, marked: str) -> Card:
        claim, sources = finding.claim, self._sources
        judged = {judgement.citation for judgement in finding.judgements}
        answers = [_answer(one.citation, one, sources) for one in finding.judgements]
        answers += [
            _answer(citation, None, sources)
            for citation in claim.citations
            if citation not in judged
        ]
        shown = {evidence for judgement in finding.judgements for evidence in judgement.evidence}
        return Card(
            number=next(self._numbers),
            anchor=self._anchors.name(claim.id),
            path=path,
            read_as="" if _words(marked) == _words(claim.plain) else claim.plain,
            finding=finding,
            answers=tuple(answers),
            other_quotes=tuple(
                _quote(evidence, sources) for evidence in finding.evidence if evidence not in shown
            ),
            source_numbers=tuple(self._cited.get((path, claim.id), ())),
            alerts=tuple(self._alerts.get((path, claim.id), ())),
            decided=self._decided.get((path, claim.id)),
        )


def _words(text: str) -> str:
    return "".join(text.split()).strip("|")


def _answer(
    citation: Citation, judgement: Judgement | None, sources: Mapping[str, Source]
) -> Answer:
    evidence = judgement.evidence if judgement else ()
    return Answer(
        citation=citation,
        judgement=judgement,
        source=sources.get(citation.url) or (sources.get(evidence[0].url) if evidence else None),
        quotes=tuple(_quote(each, sources) for each in evidence),
    )


def _quote(evidence: Evidence, sources: Mapping[str, Source]) -> Quote:
    return Quote(evidence, mark_facts(evidence), sources.get(evidence.url))


def _sources_by_url(sources: Iterable[CitedSource]) -> dict[str, Source]:
    """Find a source both by its own URL and by the ways in which documents spell it."""
    found: dict[str, Source] = {}
    for cited in sources:
        for place in cited.cited_by:
            found.setdefault(place.url, cited.source)
    found.update((cited.source.url, cited.source) for cited in sources)
    return found


def _groups(blocks: Sequence[PlacedBlock]) -> Iterator[Group]:
    pending: list[PlacedBlock] = []
    outline = _Outline()
    for placed in blocks:
        kind = placed.block.kind
        if pending and not _belongs(pending[-1].block.kind, kind):
            yield Group(pending[0].block.kind, tuple(pending))
            pending = []
        if kind is BlockKind.HEADING:
            yield Group(kind, (placed,), outline.level(placed.block.level))
        else:
            pending.append(placed)
    if pending:
        yield Group(pending[0].block.kind, tuple(pending))


class _Outline:
    """Levels of heading elements: the page's outline skips none, whatever the document does."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def level(self, written: int) -> int:
        while self._open and self._open[-1] >= written:
            self._open.pop()
        self._open.append(written)
        return min(len(self._open) + _FIRST_HEADING_LEVEL - 1, _LAST_HEADING_LEVEL)


def _without_title(blocks: tuple[PlacedBlock, ...], title: str) -> tuple[PlacedBlock, ...]:
    """Leave out a first heading that says again what stands above the document."""
    first = blocks[0] if blocks else None
    is_title = (
        first is not None
        and first.block.kind is BlockKind.HEADING
        and first.block.text.strip() == title.strip()
        and not first.opening
    )
    return blocks[1:] if is_title else blocks


def _belongs(previous: BlockKind, kind: BlockKind) -> bool:
    match kind:
        case BlockKind.LIST_ITEM | BlockKind.REFERENCE | BlockKind.TABLE_HEADER:
            return previous is kind
        case BlockKind.TABLE_ROW:
            return previous in {BlockKind.TABLE_HEADER, BlockKind.TABLE_ROW}
        case _:
            return False
