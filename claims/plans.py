"""Plans that a claim tells as facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.languages import is_han_written
from claims.lexicon.terms import forms_of, terms_of, vocabulary_for
from claims.polarity import (
    Opposition,
    clause_around,
    clauses,
    is_told_as_done,
    is_told_as_plan,
    says_what_is_not,
)
from claims.quantities.compare import is_calendar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.grounds import Grounds
    from claims.matches import Match
    from claims.passages import Passage

# A clause of no more words than these tells nothing by itself.
_FEW_WORDS = 6


def find_plan(agreeing: Sequence[Match], grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The clause that only plans what a claim says has come about.

    It is that of the claim's number or date, or else the one with most of its words.
    """
    claim, language = grounds.claim, grounds.index.page.language
    is_late = says_what_is_not(claim.plain, claim.language)
    is_dated = any(is_calendar(match.claimed) for match in agreeing)
    if is_late or not is_told_as_done(claim.plain, claim.language, is_dated=is_dated):
        return None
    told: list[tuple[Passage, str]] = []
    for match in agreeing:
        passage, found = match.passage, match.found
        if passage and found and passage.unit.row is None:
            told.append((passage, clause_around(passage.unit.text, found.start, found.end)))
    if not told and grounds.retrieval.chosen[0].unit.row is None:
        vocabulary = vocabulary_for(claim.language, language)
        ours = [term.forms for term in terms_of(claim.plain, claim.language, vocabulary)]
        best = grounds.retrieval.chosen[0]
        held = [(one, forms_of(one, language, vocabulary)) for one in clauses(best.unit.text)]
        fullest, _ = max(held, key=lambda one: sum(not form.isdisjoint(one[1]) for form in ours))
        told.append((best, fullest))
    for passage, clause in told:
        # "A second station, on Gull Island, has been proposed": some clauses tell nothing.
        is_slight = not is_han_written(language) and len(clause.split()) <= _FEW_WORDS
        whole = passage.unit.text if is_slight else clause
        if is_told_as_plan(whole, language):
            plan = whole.strip()
            return passage, Opposition(claim.plain, plan, f"the source tells a plan: “{plan}”")
    return None
