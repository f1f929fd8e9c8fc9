"""Which words of a quote are the facts that were compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.values import Evidence, FactComparison, Relation


@dataclass(frozen=True, slots=True)
class Words:
    """A bit of a quote; `relation` is None outside the facts."""

    text: str
    relation: Relation | None


def mark_facts(evidence: Evidence) -> tuple[Words, ...]:
    """Cut a quote into words inside and outside of its facts; joined they are the quote."""
    quote, position, words = evidence.quote, 0, []
    for start, end, relation in sorted(_fact_spans(evidence), key=lambda span: span[:2]):
        if start > position:
            words.append(Words(quote[position:start], None))
        words.append(Words(quote[start:end], relation))
        position = end
    if position < len(quote):
        words.append(Words(quote[position:], None))
    return tuple(words)


def _fact_spans(evidence: Evidence) -> list[tuple[int, int, Relation]]:
    """Find the place of each fact; the longest choose first, so that no two overlap."""
    taken: list[tuple[int, int, Relation]] = []
    facts = dict.fromkeys((_stripped(fact), fact.relation) for fact in evidence.facts)
    for text, relation in sorted(facts, key=lambda fact: -len(fact[0])):
        for start in _occurrences(evidence.quote, text):
            end = start + len(text)
            if all(end <= other[0] or other[1] <= start for other in taken):
                taken.append((start, end, relation))
                break
    return taken


def _stripped(fact: FactComparison) -> str:
    return fact.source.strip()


def _occurrences(quote: str, text: str) -> Iterator[int]:
    """Where the text stands whole: "4" is not in "64", but "40%" is in "佔40%的"."""
    start = quote.find(text) if text else -1
    while start >= 0:
        end = start + len(text)
        before, after = quote[start - 1 : start], quote[end : end + 1]
        if not (_continues(before, text[0]) or _continues(text[-1], after)):
            yield start
        start = quote.find(text, start + 1)


def _continues(left: str, right: str) -> bool:
    return left.isascii() and right.isascii() and left.isalnum() and right.isalnum()
