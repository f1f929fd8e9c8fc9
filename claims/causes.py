"""The cause that a claim gives, beside those that its source gives of the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.lexicon.terms import forms_of, terms_of, vocabulary_for
from claims.polarity import Opposition, find_cause

if TYPE_CHECKING:
    from claims.grounds import Grounds
    from claims.lexicon.terms import Term
    from claims.passages import Passage

# Words without which a cause is too short to be missed.
_LEAST_OF_CAUSE = 2


def find_unsaid_cause(grounds: Grounds) -> str:
    """The cause that a claim gives, and nothing by the passages on its effect does, or ""."""
    around = "\n".join(grounds.index.around(one.unit) for one in _on_effect(grounds))
    terms = _terms_of_cause(grounds)
    if not terms or _has_any(terms, around, grounds):
        return ""
    return find_cause(grounds.claim.plain, grounds.claim.language)


def find_other_cause(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The passage that tells the effect and gives a cause with none of the words of the claim's."""
    claim, language = grounds.claim, grounds.index.page.language
    terms = _terms_of_cause(grounds)
    if not terms or grounds.is_across:
        return None
    told = [find_cause(one.unit.text, language) for one in grounds.retrieval.chosen]
    if any(_has_any(terms, one, grounds) for one in told):
        return None
    for passage in _on_effect(grounds):
        cause = find_cause(passage.unit.text, language)
        if cause and not _has_any(terms, passage.unit.text, grounds):
            claimed = find_cause(claim.plain, claim.language)
            reason = f"the source gives “{cause}” as the cause, not “{claimed}”"
            return passage, Opposition(claimed, cause, reason)
    return None


def _on_effect(grounds: Grounds) -> list[Passage]:
    """The passage that is fullest of the claim, and those that have its numbers."""
    return [
        *grounds.retrieval.chosen[:1],
        *(one.passage for one in grounds.numbers if one.passage),
    ]


def _terms_of_cause(grounds: Grounds) -> list[Term]:
    claim = grounds.claim
    vocabulary = vocabulary_for(claim.language, grounds.index.page.language)
    cause = find_cause(claim.plain, claim.language)
    # "Fares rose because wages rose": what the effect has too tells no cause.
    rest = "" if grounds.is_across else claim.plain.replace(cause, " ")
    effect = forms_of(rest, claim.language, vocabulary)
    terms = [
        one
        for one in terms_of(cause, claim.language, vocabulary)
        if not (one.is_number or one.forms & effect)
    ]
    return terms if len(terms) >= _LEAST_OF_CAUSE else []


def _has_any(terms: list[Term], text: str, grounds: Grounds) -> bool:
    language = grounds.index.page.language
    held = forms_of(text, language, vocabulary_for(grounds.claim.language, language))
    return any(not held.isdisjoint(term.forms) for term in terms)
