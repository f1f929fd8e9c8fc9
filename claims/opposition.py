"""What a source says against a claim in words: the opposite, a denial, a plan, a smaller part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.languages import is_han_written, simplified
from claims.lexicon.names import proper_names
from claims.lexicon.terms import forms_of, terms_of, vocabulary_for
from claims.nearness import Surroundings
from claims.objections import is_of_change
from claims.polarity import (
    Opposition,
    clause_around,
    clauses,
    denied_parts,
    find_opposition,
    has_negation,
    is_told_as_done,
    is_told_as_plan,
    negated_words,
    says_what_is_not,
)
from claims.quantities.compare import SHARES, is_calendar
from claims.quantities.times import relative_years

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.grounds import Grounds
    from claims.matches import Match
    from claims.passages import Passage
    from claims.values import Quantity

# Of the words beside a number, what a clause with the same number must have for that.
_OPPOSED_SHARE = 0.15
# Of the coverage at which a passage is on the same matter, what its sentence needs for a clause.
_IN_CHOSEN = 0.8
# Of a claim's words but for those of change, what a passage on the same needs.
_BUT_CHANGE = 0.6
# Of a claim's words, what must stand where the source denies something, and nowhere else.
_LEAST_DENIED = 0.1
_ANY_YEAR = "2000"
_FEW_WORDS = 6
# Of a clause's words, what a clause of the source must have to be held against it.
_SAME_CLAUSE = 0.4
_BUT = re.compile(r"\b(?:but|yet|although|though|however)\s*$|[但而]$", re.IGNORECASE)
_MOST_OF = re.compile(
    r"\b(?:most of|(?:the|a) majority of|mostly"
    r"|most (?!\w*(?:ly|ed|ive|ant|ent|al|ar|ous|ible|able)\b)[a-z]+s\b)"
    r"|大多数|大部分|大多(?!伦)|过半|多数",
    re.IGNORECASE,
)
_HALF = 45.0


def find_opposed(agreeing: Sequence[Match], grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The first clause with the claim's number that says the opposite of the claim's clause."""
    claim = grounds.claim
    for match in agreeing:
        passage, found = match.passage, match.found
        if passage is None or found is None or passage.unit.row is not None:
            continue
        is_same = passage.coverage >= grounds.weights.opposes
        if not is_same and match.share < _OPPOSED_SHARE:
            continue
        opposition = find_opposition(
            clause_around(claim.plain, match.claimed.start, match.claimed.end),
            claim.language,
            clause_around(passage.unit.text, found.start, found.end),
            grounds.index.page.language,
            with_negation=is_same and grounds.is_negation_told,
        )
        opposition = opposition or _denied_beside(found, passage, grounds)
        if opposition:
            return passage, opposition
    return None


def _denied_beside(found: Quantity, passage: Passage, grounds: Grounds) -> Opposition | None:
    """How another clause of a number's sentence denies what the claim says beside the number.

    "Twelve firms have announced cells, but none sells them": that clause has words of the claim
    which the number's own has not.
    """
    claim, language, text = grounds.claim, grounds.index.page.language, passage.unit.text
    if has_negation(claim.plain, claim.language):
        return None
    vocabulary = vocabulary_for(claim.language, language)
    own = clause_around(text, found.start, found.end)
    held = forms_of(own, language, vocabulary)
    ours = [one.forms for one in terms_of(claim.plain, claim.language, vocabulary)]
    more = [forms for forms in ours if forms.isdisjoint(held)]
    for clause in clauses(text[text.index(own) + len(own) :]):
        there = forms_of(clause, language, vocabulary)
        is_more = any(not forms.isdisjoint(there) for forms in more)
        if _BUT.search(text[: text.index(clause)]) and is_more and has_negation(clause, language):
            return find_opposition(claim.plain, claim.language, clause, language)
    return None


def find_opposed_in_words(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The first passage on the same matter with a clause that says the opposite of the claim."""
    least = grounds.weights.opposes * _IN_CHOSEN
    for passage in grounds.retrieval.chosen:
        is_same = passage.coverage >= least or _has_all_but_change(grounds, passage)
        if is_same and (opposition := _opposed_by(grounds, passage)):
            return passage, opposition
    return None


def _has_all_but_change(grounds: Grounds, passage: Passage) -> bool:
    """Whether a passage has most of a claim's words but for those that say how it changed."""
    claim, language = grounds.claim, grounds.index.page.language
    vocabulary = vocabulary_for(claim.language, language)
    there = forms_of(passage.unit.text, language, vocabulary)
    # What is told by another year, "the year before", may be told there by its name.
    told = [(one.start, one.end) for one in relative_years(claim.plain, [], _ANY_YEAR, _ANY_YEAR)]
    steady = [
        (place, forms)
        for place, forms in Surroundings(claim.plain, claim.language, language).steady
        if not any(start - 1 <= place < end for start, end in told)
    ]
    held = sum(not forms.isdisjoint(there) for _, forms in steady)
    return held >= _BUT_CHANGE * len(steady) > 0


def _opposed_by(grounds: Grounds, passage: Passage) -> Opposition | None:
    """How the clause that has most words of one of the claim's clauses says the opposite of it."""
    claim, language = grounds.claim, grounds.index.page.language
    vocabulary = vocabulary_for(claim.language, language)
    theirs = [(one, forms_of(one, language, vocabulary)) for one in clauses(passage.unit.text)]
    for clause in clauses(claim.plain):
        ours = [term.forms for term in terms_of(clause, claim.language, vocabulary)]
        counted = [sum(not one.isdisjoint(forms) for one in ours) for _, forms in theirs]
        if not counted or max(counted) < _SAME_CLAUSE * len(ours):
            continue
        number = counted.index(max(counted))
        nearest, held = theirs[number]
        # "Not houses but protection is missing" may be told in another order.
        are_both = has_negation(claim.plain, claim.language) and has_negation(
            passage.unit.text, language
        )
        is_told = grounds.is_negation_told and not are_both and not _says_negation(clause, grounds)
        if opposition := find_opposition(
            clause, claim.language, nearest, language, with_negation=is_told
        ):
            return opposition
        # A sentence goes on about its subject behind a comma: in Chinese in whole clauses, else in
        # a few words, or with what this clause has nothing of.
        for other, (text, forms) in enumerate(theirs):
            is_next = other == number + 1 and (
                is_han_written(language) or len(text.split()) <= _FEW_WORDS
            )
            adds = any(not one.isdisjoint(forms) and one.isdisjoint(held) for one in ours)
            is_more = adds and counted[other] >= _SAME_CLAUSE * len(ours)
            # "Is planned, but no permit has been granted": of what this clause has nothing of.
            denied = forms_of("\n".join(denied_parts(text, language)[0]), language, vocabulary)
            adds_denied = any(not one.isdisjoint(denied) and one.isdisjoint(held) for one in ours)
            is_denied = adds_denied and other > number and is_told
            if (is_next or is_more or is_denied) and (
                opposition := find_opposition(
                    clause,
                    claim.language,
                    text if is_more or is_denied else f"{nearest}, {text}",
                    language,
                    with_negation=is_denied,
                )
            ):
                return opposition
    return None


def find_denied(agreeing: Sequence[Match], grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The first passage that denies what a claim says: words of it stand there, and only so."""
    claim, language = grounds.claim, grounds.index.page.language
    if says_what_is_not(claim.plain, claim.language):
        return None
    vocabulary = vocabulary_for(claim.language, language)
    names = proper_names(claim.plain, grounds.index.lower_case)
    terms = [
        term
        for term in terms_of(claim.plain, claim.language, vocabulary)
        if not (term.is_number or term.forms & names)
    ]
    chosen = grounds.retrieval.chosen
    passages = [*chosen[:1], *(match.passage for match in agreeing if match.passage)]
    for passage in passages:
        parts, rest = denied_parts(passage.unit.text, language)
        if not parts or passage.unit.row is not None:
            continue
        others = [one.unit.text for one in chosen if one.unit != passage.unit]
        told = forms_of("\n".join([rest, *others]), language, vocabulary)
        for part in parts:
            denied = forms_of(part, language, vocabulary) - told
            words = [term for term in terms if not term.forms.isdisjoint(denied)]
            if len(words) >= _LEAST_DENIED * len(terms) and words:
                reason = f"the source denies “{part.strip()}”"
                return passage, Opposition(claim.plain, part.strip(), reason)
    return None


def find_minority(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The share of less than a half that the fullest passage gives of what a claim says of most."""
    claim, index = grounds.claim, grounds.index
    passage = grounds.retrieval.chosen[0]
    plain = simplified(claim.plain) if is_han_written(claim.language) else claim.plain
    most = _MOST_OF.search(plain)
    if most is None or passage.unit.row is not None or passage.coverage < grounds.weights.opposes:
        return None
    if any(one.kind in SHARES for one in claim.quantities):
        return None
    shares = [
        one
        for one in index.quantities_in(passage.unit)
        if one.kind in SHARES and one.unit != "pp" and not is_of_change(one, passage.unit.text)
    ]
    if len(shares) != 1 or _in_points(shares[0]) >= _HALF:
        return None
    said = shares[0].text.strip()
    reason = f"the claim says “{most.group().strip()}”, the source “{said}”"
    return passage, Opposition(most.group(), said, reason)


def _in_points(share: Quantity) -> float:
    return 100 * share.high / share.denominator if share.denominator else share.high


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


def _says_negation(clause: str, grounds: Grounds) -> bool:
    """Whether the page negates in the very words of a clause: “he hasn't done”."""
    return any(
        words in grounds.index.page.text.lower()
        for words in negated_words(clause.lower(), grounds.claim.language)
    )
