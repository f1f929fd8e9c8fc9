"""Which listed source a claim most plausibly comes from, told before anything is fetched."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claims.languages import is_han_written, language_of
from claims.lexicon.terms import Vocabulary, forms_of, terms_of
from claims.values import Citation, Via

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.lexicon.terms import Term
    from claims.values import Reference

# What a listed source is worth before anything is known for it: the document did name it.
_FLOOR = 0.1
_CEILING = 0.9
_SECTION_WEIGHT = 0.3
_WORD_BREAK = re.compile(r"[^0-9A-Za-z]+")


class ReferenceRanking:
    """A document's listed sources, described once; asked for each claim that names none."""

    def __init__(self, references: Sequence[Reference], language: str) -> None:
        self._references = references
        self._language = language
        self._described = [_description(reference, language) for reference in references]
        self._frequency = Counter(form for forms in self._described for form in forms)

    def rank(self, plain: str, section: str) -> tuple[Citation, ...]:
        """Every listed source as a candidate for a claim, the likeliest first.

        `confidence` rises with the share of the reference's title and URL words that the claim,
        and to a lesser part the heading above it, speak of.
        """
        vocabulary = _vocabulary(self._language)
        terms = terms_of(plain, self._language, vocabulary)
        section_terms = terms_of(section, self._language, vocabulary)
        scores = [
            _overlap(terms, forms, self._frequency)
            + _SECTION_WEIGHT * _overlap(section_terms, forms, self._frequency)
            for forms in self._described
        ]
        ranked = sorted(range(len(scores)), key=lambda number: (-scores[number], number))
        return tuple(
            Citation(
                self._references[number].url,
                Via.LISTED,
                _confidence(scores[number]),
                self._references[number].title,
            )
            for number in ranked
        )


def _overlap(terms: Sequence[Term], forms: frozenset[str], frequency: Mapping[str, int]) -> float:
    """Term weight shared with a description; a word that all titles hold tells little."""
    shared = 0.0
    for term in terms:
        common = term.forms & forms
        if common:
            shared += term.weight / min(frequency[form] for form in common)
    return shared


def _confidence(score: float) -> float:
    return round(_FLOOR + (_CEILING - _FLOOR) * score / (score + 2.0), 2)


def _vocabulary(language: str) -> Vocabulary:
    return Vocabulary.PAIRS if is_han_written(language) else Vocabulary.STEMS


def _description(reference: Reference, language: str) -> frozenset[str]:
    parts = urlsplit(reference.url)
    url_words = " ".join(_WORD_BREAK.split(f"{parts.netloc} {parts.path}"))
    title_language = language_of(reference.title, language)
    vocabulary = _vocabulary(language)
    return forms_of(reference.title, title_language, vocabulary) | forms_of(
        url_words, "en", vocabulary
    )
