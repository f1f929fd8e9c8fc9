"""Which listed source a claim most plausibly comes from, told before anything is fetched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claims.languages import is_han_written, language_of
from claims.lexicon.terms import Vocabulary, forms_of, terms_of
from claims.values import Citation, Reference, Via

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.lexicon.terms import Term

# What a listed source is worth before anything is known for it: the document did name it.
_FLOOR = 0.1
_CEILING = 0.9
_SECTION_WEIGHT = 0.3
_WORD_BREAK = re.compile(r"[^0-9A-Za-z]+")


def rank_references(
    plain: str, section: str, language: str, references: Sequence[Reference]
) -> tuple[Citation, ...]:
    """Every listed source as a candidate for a claim, the likeliest first.

    `confidence` rises with the share of the reference's title and URL words that the claim, and
    to a lesser part the heading above it, speak of.
    """
    described = [_description(reference, language) for reference in references]
    frequency: dict[str, int] = {}
    for forms in described:
        for form in forms:
            frequency[form] = frequency.get(form, 0) + 1
    vocabulary = _vocabulary(language)
    claim_terms = terms_of(plain, language, vocabulary)
    section_terms = terms_of(section, language, vocabulary)
    scored = [
        (
            _overlap(claim_terms, forms, frequency)
            + _SECTION_WEIGHT * _overlap(section_terms, forms, frequency),
            -number,
        )
        for number, forms in enumerate(described)
    ]
    ordered = sorted(zip(scored, references, strict=True), key=lambda pair: pair[0], reverse=True)
    return tuple(
        Citation(reference.url, Via.LISTED, _confidence(score), reference.title)
        for (score, _), reference in ordered
    )


def _overlap(terms: Sequence[Term], forms: frozenset[str], frequency: dict[str, int]) -> float:
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
