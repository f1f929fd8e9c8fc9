"""Texts as comparable terms: one vocabulary for a claim and the page it is held against."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from claims.languages import HAN, is_chinese, is_han_written, simplified
from claims.lexicon.aliases import aliases
from claims.lexicon.glosses import words_of
from claims.lexicon.stems import placed_stems, stems
from claims.lexicon.territories import named_in

if TYPE_CHECKING:
    from collections.abc import Iterable

_HAN_RUN = re.compile(f"[{HAN}\u3041-\u30ff]+")
_NUMBER_WEIGHT = 0.35
# Bigrams across these characters of grammar would tie any two sentences together.
_GRAMMAR = frozenset("的了在是和与及或而且并也都就将已被把等之其")


class Vocabulary(StrEnum):
    """What terms are made of: character pairs within Chinese, else English or native stems."""

    PAIRS = "pairs"
    STEMS = "stems"


@dataclass(frozen=True, slots=True)
class Term:
    """One thing a claim speaks of: any of `forms` in a passage speaks of it too."""

    forms: frozenset[str]
    weight: float
    is_number: bool


def vocabulary_for(claim_language: str, page_language: str) -> Vocabulary:
    """The vocabulary in which a claim and a page can meet."""
    if is_han_written(claim_language) and is_han_written(page_language):
        return Vocabulary.PAIRS
    return Vocabulary.STEMS


def has_glosses(claim_language: str, page_language: str) -> bool:
    """Whether a dictionary joins the words of two languages: of Chinese and English."""
    return {claim_language[:2], page_language[:2]} == {"zh", "en"}


def terms_of(text: str, language: str, vocabulary: Vocabulary) -> tuple[Term, ...]:
    """The distinct terms of a claim, in order."""
    terms: dict[frozenset[str], Term] = {}
    for _, forms in placed_forms(text, language, vocabulary):
        is_number = all(form[0].isdigit() for form in forms)
        weight = _NUMBER_WEIGHT if is_number else 1.0
        terms.setdefault(forms, Term(forms, weight, is_number))
    return tuple(terms.values())


def forms_of(text: str, language: str, vocabulary: Vocabulary) -> frozenset[str]:
    """All forms that occur in a passage."""
    if is_han_written(language):
        placed = placed_forms(text, language, vocabulary)
        forms = frozenset().union(*(forms for _, forms in placed))
        if vocabulary is Vocabulary.STEMS:  # what a text in English sets in brackets: (石門坑鎮)
            forms |= {pair for _, pair in _pairs(text)}
        return forms
    # Where a form stands does not matter here, and a page has thousands.
    found = set(stems(text, language))
    if _HAN_RUN.search(text):
        found.update(pair for _, pair in _pairs(text))
    found.update(form for _, _, form in aliases().places(text))
    return frozenset(found.union(*(forms for _, _, forms in named_in(text, language))))


def count_held(terms: Iterable[Term], there: frozenset[str]) -> int:
    """How many of some terms a text with these forms speaks of."""
    return sum(not term.forms.isdisjoint(there) for term in terms)


def placed_forms(
    text: str, language: str, vocabulary: Vocabulary
) -> list[tuple[int, frozenset[str]]]:
    """The terms of a text, each with its place: what it may be written as in the vocabulary."""
    found = _placed_words(text, language, vocabulary)
    names = [(start, end, frozenset({form})) for start, end, form in aliases().places(text)]
    for start, end, forms in (*names, *named_in(text, language)):
        within = [n for n, (place, _) in enumerate(found) if start <= place < end]
        for number in within:
            found[number] = (found[number][0], found[number][1] | forms)
        if not within:
            found.append((start, forms))
    return found


def _placed_words(
    text: str, language: str, vocabulary: Vocabulary
) -> list[tuple[int, frozenset[str]]]:
    if not is_han_written(language):
        found = [
            (place, frozenset({stem}))
            for place, stem in placed_stems(text, language)
            if not _HAN_RUN.match(stem)
        ]
        return found + [(place, frozenset({pair})) for place, pair in _pairs(text)]
    spaced = _HAN_RUN.sub(lambda run: " " * len(run.group()), text)
    found = [(place, frozenset({stem})) for place, stem in placed_stems(spaced, "en")]
    if vocabulary is Vocabulary.STEMS and is_chinese(language):
        found.extend(
            (place, forms.union(pair for _, pair in _pairs(word)))
            for place, word, forms in words_of(text)
            if forms
        )
    elif vocabulary is Vocabulary.PAIRS:
        found.extend((place, frozenset({pair})) for place, pair in _pairs(text))
    return found


def _pairs(text: str) -> list[tuple[int, str]]:
    pairs: list[tuple[int, str]] = []
    for run in _HAN_RUN.finditer(simplified(text)):
        characters = run.group()
        pairs.extend(
            (run.start() + index, characters[index : index + 2])
            for index in range(len(characters) - 1)
            if not _GRAMMAR.intersection(characters[index : index + 2])
        )
    return pairs
