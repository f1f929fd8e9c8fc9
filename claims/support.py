"""What can be counted of a claim and its passages, and two weighted sums of it.

How likely the passages are about the claim's matter at all, and how likely they bear it out. The
claim's numbers have the last word elsewhere. The weights are fitted by
`benchmarks/fit_support.py`, which also says on what.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.lexicon.names import proper_names
from claims.lexicon.terms import count_held, forms_of, placed_forms, terms_of, vocabulary_for
from claims.passages import with_headers
from claims.quantities.compare import is_calendar
from claims.values import Claim, Relation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.lexicon.terms import Term, Vocabulary
    from claims.matches import Match
    from claims.passages import PageIndex, Retrieval
    from claims.subjects import Subjects

# Of the words beside a number, what a passage must have for the one that it gives to be that one.
_SURELY_MEANT = 0.3
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Weights:
    """A feature's weight per standard deviation, and its mean and deviation, by its name."""

    intercept: float
    features: Mapping[str, tuple[float, float, float]]


def likelihood(question: str, counted: Mapping[str, float]) -> float:
    """How likely, in [0, 1], a reader would say yes to "about" or to "support"."""
    weights = _weights(question)
    total = weights.intercept + sum(
        weight * (counted[name] - mean) / deviation
        for name, (weight, mean, deviation) in weights.features.items()
    )
    return 1.0 / (1.0 + math.exp(-total))


def features(
    claim: Claim,
    retrieval: Retrieval,
    matches: Sequence[Match],
    subjects: Subjects,
    index: PageIndex,
) -> dict[str, float]:
    """What is counted, by name; shares are in [0, 1], sizes are logarithms."""
    page = index.page
    vocabulary = vocabulary_for(claim.language, page.language)
    chosen = [with_headers(passage.unit) for passage in retrieval.chosen]
    best, together = (chosen[0] if chosen else ""), " ".join(chosen)
    # A number that the passages give in other words, or that is reckoned from theirs, is there.
    given = frozenset(
        form
        for match in matches
        if match.relation is Relation.AGREES
        and match.share >= _SURELY_MEANT
        and not is_calendar(match.claimed)
        for form in forms_of(match.claimed.text, claim.language, vocabulary)
        if form[0].isdigit()
    )
    forms = forms_of(together, page.language, vocabulary) | given
    best_forms = forms_of(best, page.language, vocabulary) | given
    terms = terms_of(claim.plain, claim.language, vocabulary)
    pairs = _pairs_shared(claim, together, page.language, vocabulary)
    size = math.log1p(len(terms))
    share = _share(count_held(terms, forms), len(terms))
    ours = proper_names(claim.plain, index.lower_case)
    return {
        "share_of_terms": share,
        "share_of_terms_squared": share**2,
        "share_in_best": _share(count_held(terms, best_forms), len(terms)),
        "coverage": retrieval.coverage,
        "coverage_of_next": max((one.coverage for one in retrieval.chosen[1:]), default=0.0),
        "likeness": retrieval.likeness,
        "likeness_together": retrieval.likeness_together,
        "pairs": pairs,
        "pairs_by_size": pairs * size,
        "longest_run": math.log1p(_longest_run(claim.plain, together)),
        "claim_size": size,
        "page_size": math.log1p(len(index.units)),
        "has_digits": float(bool(_DIGIT.search(claim.plain))),
        "has_names": float(bool(ours)),
        "names_shared": subjects.named,
        "lacks_names": float(bool(subjects.lacking)),
        "across_languages": float(claim.language[:2] != page.language[:2]),
        "rarest_missing": _rarest_missing(terms, forms, index, claim.language),
        "meaning": retrieval.meaning or 0.0,
        **_of_numbers(matches),
    }


def _of_numbers(matches: Sequence[Match]) -> dict[str, float]:
    numbers = [match for match in matches if not is_calendar(match.claimed)]
    times = [match for match in matches if is_calendar(match.claimed)]
    agreeing = [match for match in numbers if match.relation is Relation.AGREES]
    return {
        "has_numbers": float(bool(numbers)),
        "numbers_agree": _share(len(agreeing), len(numbers)),
        "all_numbers_agree": float(bool(numbers) and len(agreeing) == len(numbers)),
        "number_differs": float(any(one.relation is Relation.DIFFERS for one in numbers)),
        "number_share": min((match.share for match in agreeing), default=0.0),
        "has_times": float(bool(times)),
        "time_differs": float(any(one.relation is Relation.DIFFERS for one in times)),
        "time_missing": float(any(one.relation is Relation.MISSING for one in times)),
    }


def _rarest_missing(
    terms: Sequence[Term], forms: frozenset[str], index: PageIndex, language: str
) -> float:
    """How much of the claim's rarest term weight is in none of the passages."""
    rarity = index.rarity_for(language)
    weights = [rarity(term.forms) for term in terms if not term.is_number]
    missing = [rarity(term.forms) for term in terms if not (term.is_number or term.forms & forms)]
    return _share(max(missing, default=0.0), max(weights, default=0.0))


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _pairs_shared(claim: Claim, text: str, language: str, vocabulary: Vocabulary) -> float:
    """The share of the claim's neighbouring terms that are neighbours in the text too."""
    ours = _neighbours(claim.plain, claim.language, vocabulary)
    theirs = set(_neighbours(text, language, vocabulary))
    return _share(sum(pair in theirs for pair in ours), len(ours))


def _neighbours(text: str, language: str, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    placed = sorted(placed_forms(text, language, vocabulary), key=lambda one: one[0])
    words = [min(forms) for _, forms in placed]
    return list(pairwise(words))


def _longest_run(claim: str, text: str) -> int:
    """How many words of the claim stand one after the other in a text."""
    ours = [word.lower() for word in _WORD.findall(claim)]
    theirs = f" {' '.join(_WORD.findall(text.lower()))} "
    longest = 0
    for start in range(len(ours)):
        while (
            start + longest < len(ours)
            and f" {' '.join(ours[start : start + longest + 1])} " in theirs
        ):
            longest += 1
    return longest


@cache
def _weights(question: str) -> _Weights:
    stored = json.loads(files("claims").joinpath("weights.json").read_text(encoding="utf-8"))
    fitted = stored[question]
    return _Weights(
        fitted["intercept"],
        {
            name: (one["weight"], one["mean"], one["deviation"])
            for name, one in fitted["features"].items()
        },
    )
