"""Which listed source a claim most plausibly comes from, told before anything is fetched."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from claims.languages import is_han_written, language_of
from claims.lexicon.terms import Vocabulary, forms_of, terms_of
from claims.urls import parts_of
from claims.values import Citation, Via

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.lexicon.terms import Term
    from claims.values import Reference

# What a listed source is worth before anything is known for it: the document did name it.
_FLOOR = 0.1
_CEILING = 0.9
# The heading that a claim stands under says what it is about; its words alone say what it states.
_SECTION_WEIGHT = 0.5
# A year in a title says when, not of what.
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_WEIGHT = 0.15
# How much of a match counts however little of the title it is.
_LOOSE_SHARE = 0.5
_HALF_SCORE = 2.0
# A work that the claim names, 《財富》, is no accident in a title.
_WORK = re.compile(r"《[^《》]{1,40}》")
_WORK_WEIGHT = 1.5
# "robot" is in "asianroboticsreview"; shorter words are in too many names.
_SHORTEST_PART = 5
_WORD_BREAK = re.compile(r"[^0-9A-Za-z]+")


@dataclass(frozen=True, slots=True)
class _Described:
    """What the references are called in one vocabulary, and how many are called so."""

    vocabulary: Vocabulary
    forms: tuple[frozenset[str], ...]
    hosts: tuple[str, ...]
    frequency: Counter[str]

    def met_by(self, term: Term, number: int) -> frozenset[str]:
        """What of a term a reference is called, or its host's name has within a word."""
        common = term.forms & self.forms[number]
        if common or not self.hosts[number]:
            return common
        return frozenset(
            form
            for form in term.forms
            if len(form) >= _SHORTEST_PART and form.isascii() and form in self.hosts[number]
        )


class ReferenceRanking:
    """A document's listed sources, described once; asked for each claim that names none.

    A Chinese claim meets a Chinese title in pairs of characters, and an English title or the
    words of an address in the glosses of its words.
    """

    def __init__(self, references: Sequence[Reference], language: str) -> None:
        self._references = references
        self._language = language
        vocabularies = [Vocabulary.STEMS]
        if is_han_written(language):
            vocabularies.append(Vocabulary.PAIRS)
        self._described = [
            _described(references, language, vocabulary) for vocabulary in vocabularies
        ]

    def rank(self, plain: str, section: str) -> tuple[Citation, ...]:
        """Every listed source as a candidate for a claim, the likeliest first.

        `confidence` rises with the share of the reference's title and URL words that the claim,
        and to a lesser part the heading above it, speak of.
        """
        scores = [0.0] * len(self._references)
        for described in self._described if self._references else ():
            claim_terms = terms_of(plain, self._language, described.vocabulary)
            section_terms = terms_of(section, self._language, described.vocabulary)
            for number in range(len(scores)):
                scores[number] += _overlap(claim_terms, described, number)
                scores[number] += _SECTION_WEIGHT * _overlap(section_terms, described, number)
        for work in set(_WORK.findall(plain)):
            naming = [n for n, one in enumerate(self._references) if work in one.title]
            for number in naming:
                scores[number] += _WORK_WEIGHT / len(naming)
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


def _overlap(terms: Sequence[Term], described: _Described, number: int) -> float:
    """Term weight shared with a description; a word that all titles hold tells little.

    The same words tell more of a title that hardly says anything else.
    """
    shared = 0.0
    met: set[str] = set()
    for term in terms:
        common = described.met_by(term, number)
        if common:
            is_year = all(_YEAR.fullmatch(form) for form in common)
            weight = _YEAR_WEIGHT if is_year else term.weight
            shared += weight / min(max(described.frequency[form], 1) for form in common)
            met |= common
    share = len(met) / max(len(described.forms[number]), 1)
    return shared * (_LOOSE_SHARE + (1 - _LOOSE_SHARE) * share)


def _confidence(score: float) -> float:
    return round(_FLOOR + (_CEILING - _FLOOR) * score / (score + _HALF_SCORE), 2)


def _described(
    references: Sequence[Reference], language: str, vocabulary: Vocabulary
) -> _Described:
    forms = tuple(_forms(reference, language, vocabulary) for reference in references)
    in_pairs = vocabulary is Vocabulary.PAIRS
    hosts = tuple("" if in_pairs else parts_of(reference.url).netloc for reference in references)
    return _Described(vocabulary, forms, hosts, Counter(form for each in forms for form in each))


def _forms(reference: Reference, language: str, vocabulary: Vocabulary) -> frozenset[str]:
    title_language = language_of(reference.title, language)
    in_pairs = vocabulary is Vocabulary.PAIRS
    if in_pairs:
        return forms_of(reference.title, title_language, vocabulary)
    parts = parts_of(reference.url)
    words = " ".join(_WORD_BREAK.split(f"{parts.netloc} {unquote(parts.path)}"))
    of_address = forms_of(words, "en", vocabulary)
    # A title in Han characters is met in pairs.
    if is_han_written(title_language) and is_han_written(language):
        return of_address
    return of_address | forms_of(reference.title, title_language, vocabulary)
