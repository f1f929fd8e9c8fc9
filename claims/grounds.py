"""All that a verdict on one source rests on: passages, matches, subjects, what is counted."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from claims.columns import forms_of_claim
from claims.derivations import is_the_rest
from claims.facts import anchors, match_quantities
from claims.lexicon.terms import Vocabulary, count_held, forms_of, terms_of, vocabulary_for
from claims.matches import are_hardly_by_chance
from claims.orderings import Ordered, find_ordered, find_ordered_in_time
from claims.polarity import has_negation
from claims.quantities import find_quantities
from claims.quantities.compare import digits_of, is_calendar
from claims.rankings import find_ranked
from claims.same_names import in_words_of
from claims.short_texts import language_beside
from claims.subjects import Subjects, subjects_of
from claims.support import features, likelihood
from claims.table_rows import has_heading_in
from claims.trends import find_trend, find_years_in_rows
from claims.values import Claim, Comparator, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claims.matches import Match
    from claims.passages import PageIndex, Passage, Retrieval, Unit
    from claims.values import Quantity

_EVEN = 0.5
# How many passages are asked where the fullest need not be the one that says it.
_FULLEST = 2
# How many digits of numbers in a table's rows are not there by chance.
_TELLING_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Weights:
    """Shares of a claim's term weight that a passage must cover; see `weights.json`."""

    contradicts: float
    opposes: float


@dataclass(frozen=True, slots=True)
class Grounds:
    """All that a verdict rests on; `about` and `support` are likelihoods (see `claims.support`)."""

    claim: Claim
    index: PageIndex
    retrieval: Retrieval
    numbers: tuple[Match, ...]
    times: tuple[Match, ...]
    subjects: Subjects
    counted: Mapping[str, float]
    is_across: bool
    ordered: Ordered | None

    @property
    def about(self) -> float:
        """How likely the passages are about the claim's matter."""
        return likelihood(f"about{self._by}", self.counted)

    @property
    def is_about(self) -> bool:
        """Whether it is as likely as not that they are."""
        return self.about >= _EVEN

    @property
    def support(self) -> float:
        """How likely they bear the claim out."""
        return likelihood(f"support{self._by}", self.counted)

    @property
    def _by(self) -> str:
        return "" if self.retrieval.meaning is None else "_by_meaning"

    @property
    def tells_the_rest(self) -> bool:
        """Whether a number of the claim is what a part leaves of its whole: what it denies."""
        return any(is_the_rest(match.found) for match in self.numbers)

    @property
    def passages(self) -> Mapping[Unit, Passage]:
        """The passages chosen, and those that the claim's numbers were held against, by unit."""
        of_numbers = (one.passage for one in self.numbers if one.passage)
        return {one.unit: one for one in (*self.retrieval.chosen, *of_numbers)}

    def fullest(self, share: float) -> list[Passage]:
        """The fullest passage, and the next if it has a share of what that one covers."""
        chosen = self.retrieval.chosen[:_FULLEST]
        return [one for one in chosen if one.coverage >= share * chosen[0].coverage]

    def on_the_same(self, least: float) -> list[Passage]:
        """The sentences chosen, or with its numbers, that have at least a share of its words."""
        language, vocabulary = self.index.page.language, self.vocabulary
        terms = terms_of(self.claim.plain, self.claim.language, vocabulary)
        words = [one for one in terms if not one.is_number]
        return [
            passage
            for unit, passage in self.passages.items()
            if unit.row is None
            and count_held(words, forms_of(unit.text, language, vocabulary)) >= least * len(words)
        ]

    @property
    def is_negation_told(self) -> bool:
        """Whether clauses tell who negates; across languages it may stand in another clause."""
        claim = self.claim
        return not (self.is_across and has_negation(claim.plain, claim.language))

    @property
    def weights(self) -> Weights:
        """The thresholds for claims in the page's language, or in another."""
        return _weights("across_languages" if self.is_across else "same_language")

    @property
    def told_together(self) -> frozenset[Unit]:
        """The sentences that have so many figures of the claim that it is hardly by chance.

        Across languages, where a dictionary lacks words; none else. Much is "over 30%".
        """
        figures: dict[Unit, dict[int, int]] = {}
        for claimed, found, passage in self.told_in_sentences() if self.is_across else ():
            if claimed.comparator in {Comparator.EQUAL, Comparator.ABOUT}:
                # Of two that are the same one there, one tells.
                figures.setdefault(passage.unit, {})[found.start] = digits_of(claimed)
        return frozenset(
            unit for unit, digits in figures.items() if are_hardly_by_chance(digits.values())
        )

    @property
    def is_told_in_rows(self) -> bool:
        """Whether rows of tables that a claim asks for have all its numbers, hardly by chance."""
        if not self.numbers or any(one.relation is not Relation.AGREES for one in self.numbers):
            return False
        units = {one.passage.unit for one in self.numbers if one.passage and one.is_asked}
        digits = [digits_of(one.claimed) for one in self.numbers if one.is_asked]
        words = forms_of_claim(self.claim, self.vocabulary)
        return (sum(digits) >= _TELLING_DIGITS and all(digits)) and all(
            has_heading_in(unit, words, self.index, self.claim.language) for unit in units
        )

    @property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary in which the claim and the page meet."""
        return vocabulary_for(self.claim.language, self.index.page.language)

    def told_in_sentences(self) -> Iterator[tuple[Quantity, Quantity, Passage]]:
        """Each number of the claim that a sentence has, that one there, and the sentence."""
        for one in self.numbers:
            if one.relation is not Relation.AGREES or one.passage is None or one.found is None:
                continue
            if one.passage.unit.row is None:
                yield one.claimed, one.found, one.passage


def grounds_of(claim: Claim, index: PageIndex) -> Grounds:
    """What of a page speaks for and against a claim."""
    claim = in_words_of(index, _in_its_language(claim, index.page.language))
    is_across = _is_across(claim.language, index.page.language)
    places = anchors(claim, index) if is_across else None
    retrieval = index.retrieve(claim.plain, claim.language, places)
    matches = match_quantities(claim, (*retrieval.chosen, *retrieval.others), index)
    numbers = tuple(match for match in matches if not is_calendar(match.claimed))
    agreeing = [one.passage for one in numbers if one.passage and one.relation is Relation.AGREES]
    subjects = subjects_of(claim, agreeing or retrieval.chosen[:1], index)
    return Grounds(
        claim=claim,
        index=index,
        retrieval=retrieval,
        numbers=numbers,
        times=tuple(match for match in matches if is_calendar(match.claimed)),
        subjects=subjects,
        counted=features(claim, retrieval, matches, subjects, index),
        is_across=is_across,
        ordered=find_ordered(claim, index)
        or find_ordered_in_time(claim, retrieval.chosen, index)
        or find_years_in_rows(claim, index)
        or find_trend(claim, index)
        or find_ranked(claim, retrieval, index),
    )


def _in_its_language(claim: Claim, page_language: str) -> Claim:
    """A claim of too few words to tell its language, in that of its page."""
    told = language_beside(claim.language, claim.plain, page_language)
    if told == claim.language:
        return claim
    return replace(claim, language=told, quantities=find_quantities(claim.plain, told))


def _is_across(claim_language: str, page_language: str) -> bool:
    # "und" is a language that could not be told.
    primary = {claim_language[:2], page_language[:2]} - {"un"}
    return len(primary) > 1 and (vocabulary_for(claim_language, page_language) is Vocabulary.STEMS)


@cache
def _weights(name: str) -> Weights:
    stored = json.loads(files("claims").joinpath("weights.json").read_text(encoding="utf-8"))
    return Weights(**stored[name])
