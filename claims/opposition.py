"""What a source says against a claim in words: the opposite, or a denial."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.languages import is_han_written
from claims.lexicon.names import numbered_otherwise, proper_names
from claims.lexicon.terms import count_held, forms_of, has_glosses, terms_of, vocabulary_for
from claims.nearness import Surroundings
from claims.polarity import (
    Opposition,
    clause_around,
    clauses,
    denied_parts,
    find_opposite_of_noun,
    find_opposition,
    has_negation,
    is_told_as_plan,
    negated_part,
    negated_words,
    says_not,
    says_what_is_not,
    told_sides,
)
from claims.quantities.compare import compare, digits_of
from claims.quantities.times import relative_years, year_named
from claims.values import Kind, Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.grounds import Grounds
    from claims.matches import Match
    from claims.passages import PageIndex, Passage
    from claims.values import Claim, Quantity

# Of the words beside a number, what a clause with the same number must have for that.
_OPPOSED_SHARE = 0.15
# Of the coverage at which a passage is on the same matter, what its sentence needs for a clause.
_IN_CHOSEN = 0.8
# Of a claim's words but for those of change, what a passage on the same needs.
_BUT_CHANGE = 0.6
# Of a claim's words, what must stand where the source denies something, and nowhere else.
_LEAST_DENIED = 0.1
_LEAST_DENIED_ACROSS = 0.06
# Of the words of what a sentence denies, those of the claim where it is not the fullest one.
_OF_DENIED = 1 / 3
# How full one has to be beside the fullest.
_NEARLY_FULLEST = 0.7
_UNTIL = re.compile(r"\b(?:before|until|till)\b|之前|以前", re.IGNORECASE)
_CHANGE_BEHIND = re.compile(
    r",\s*(?:unchanged|up|down|flat|steady|stable|the same|an? (?:rise|increase|fall|drop|decline"
    r"|cut|reduction))\b[^,;.]*",
    re.IGNORECASE,
)
EXCEPT = re.compile(
    r"\b(?:except(?:ing)?|with the exception of|apart from|other than|excluding|all but)\b"
    r"|除了|除外|例外|唯独|唯獨|以外",
    re.IGNORECASE,
)
# How many digits a number has that is not the same by chance.
_TELLING_DIGITS = 2
# Of the coverage of the fullest passage, what one needs that denies a word of the claim.
_SLIGHTEST = 0.5
# Of what a claim denies, what a passage must speak of for it to say otherwise.
_MOST_OF_DENIED = 0.5
_ANY_YEAR = "2000"
_FEW_WORDS = 6
# Of a clause's words, what a clause of the source must have to be held against it.
_SAME_CLAUSE = 0.4
# Of the words of a claim's clause, as many as of the fullest passage one has that is on the same.
_FULL = 0.7
_BUT = re.compile(r"\b(?:but|yet|although|though|however)\s*$|[但而]$", re.IGNORECASE)
# Of a clause's words, how many a claim must have, and how many words or pairs at the least.
_NEARLY_ALL = 0.75
_NOT = (
    "not ",
    "no ",
    "never ",
    "nor ",
    "neither ",
    "不",
    "未",
    "没",
    "沒",
    "非",
    "無",
    "无",
    "並",
    "并",
)
_FEWEST_WORDS = 2
_FEWEST_PAIRS = 3


def find_opposed(agreeing: Sequence[Match], grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The first clause with the claim's number that says the opposite of the claim's clause."""
    claim = grounds.claim
    for match in agreeing:
        passage, found = match.passage, match.found
        if passage is None or found is None or passage.unit.row is not None:
            continue
        is_same = passage.coverage >= grounds.weights.opposes
        is_beside = match.share >= _OPPOSED_SHARE or _is_told_by_number(match, grounds)
        if not (is_same or is_beside):
            continue
        ours = clause_around(claim.plain, match.claimed.start, match.claimed.end)
        # "A rise is proposed, but still needs the approval": not in the number's own clause.
        are_both = _denies(claim) and has_negation(passage.unit.text, grounds.index.page.language)
        is_told = is_same and grounds.is_negation_told and not are_both
        opposed = [
            find_opposition(
                ours,
                claim.language,
                f"{theirs}{_change_behind(theirs, passage)}",
                grounds.index.page.language,
                with_negation=is_told and _is_on_what_is_denied(grounds, ours, theirs, passage),
            )
            for theirs in _clauses_with(match.claimed, found, passage, grounds.index)
        ]
        # "The highest 20% have 234, the lowest 20% 39" gives the number twice.
        opposition = opposed[0] if all(opposed) else None
        opposition = opposition or _denied_beside(found, passage, grounds)
        if opposition:
            return passage, opposition
    return None


def _clauses_with(
    claimed: Quantity, found: Quantity, passage: Passage, index: PageIndex
) -> list[str]:
    """The clause of a number that was found, and those of others there that are the same."""
    text = passage.unit.text
    again = [
        one
        for one in index.quantities_in(passage.unit)
        if one.start != found.start
        and one.kind is found.kind
        and compare(claimed, one) is Relation.AGREES
    ]
    return [clause_around(text, one.start, one.end) for one in (found, *again)]


def _is_told_by_number(match: Match, grounds: Grounds) -> bool:
    """Whether languages meet for which there is no dictionary, and a number tells the place."""
    languages = grounds.claim.language, grounds.index.page.language
    return (
        grounds.is_across
        and not has_glosses(*languages)
        and digits_of(match.claimed) >= _TELLING_DIGITS
    )


def _change_behind(own: str, passage: Passage) -> str:
    """What goes on behind a clause in a few words about a change: ", unchanged from last year"."""
    text = passage.unit.text
    behind = _CHANGE_BEHIND.match(text, text.index(own) + len(own))
    return behind.group() if behind else ""


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
        if numbered_otherwise(grounds.claim.plain, passage.unit.text):
            continue
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
    years = frozenset(filter(None, map(year_named, claim.quantities)))
    # "Not houses but protection is missing" may be told in another order.
    are_both = _denies(claim) and has_negation(passage.unit.text, language)
    for clause in clauses(claim.plain):
        ours = [term.forms for term in terms_of(clause, claim.language, vocabulary)]
        counted = [sum(not one.isdisjoint(forms) for one in ours) for _, forms in theirs]
        if not counted or max(counted) < _SAME_CLAUSE * len(ours):
            continue
        number = counted.index(max(counted))
        nearest, held = theirs[number]
        is_told = grounds.is_negation_told and not are_both and not _says_negation(clause, grounds)
        is_meant = is_told and _is_on_what_is_denied(grounds, clause, nearest, passage)
        if opposition := find_opposition(
            clause, claim.language, nearest, language, with_negation=is_meant
        ):
            # "The east wing reopens in June, the west wing reopened in May": of the west wing.
            as_full = [
                one
                for (one, _), held in zip(theirs, counted, strict=True)
                if held == counted[number]
            ]
            if all(
                find_opposition(clause, claim.language, one, language, with_negation=is_meant)
                for one in as_full
            ):
                return opposition
            continue
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
            # "Boats were let in once, and since 2009 they have been banned": of that year.
            is_of_year = bool(years & forms) and not years & held
            if (is_next or is_more or is_denied or is_of_year) and (
                opposition := find_opposition(
                    clause,
                    claim.language,
                    text if is_more or is_denied else f"{nearest}, {text}",
                    language,
                    with_negation=is_denied
                    and _is_on_what_is_denied(grounds, clause, text, passage),
                )
            ):
                return opposition
    return None


def _is_on_what_is_denied(grounds: Grounds, ours: str, theirs: str, passage: Passage) -> bool:
    """Whether what one of two clauses denies is what the other one speaks of.

    "The pier needs no paint" is not against "the pier is long", nor "not all boats are new"
    against "some boats are blue". Across languages a dictionary lacks too many words to tell.
    """
    claim, language = grounds.claim, grounds.index.page.language
    is_denied_by_claim = has_negation(ours, claim.language)
    if grounds.is_across or is_denied_by_claim == has_negation(theirs, language):
        return True
    if _UNTIL.search(ours) and _UNTIL.search(theirs):
        return False  # "before it was let in", "was not let in before"
    if EXCEPT.search(theirs):
        return False  # "the only one that did not", "all except one"
    vocabulary = vocabulary_for(claim.language, language)
    part = negated_part(*((ours, claim.language) if is_denied_by_claim else (theirs, language)))
    if is_denied_by_claim and not _has_subject_of(ours, part, passage, grounds):
        return False  # "dogs are not allowed", "photography is allowed"
    names = proper_names(claim.plain, grounds.index.lower_case)
    other = passage.unit.text if is_denied_by_claim else claim.plain
    there = forms_of(other, language, vocabulary)
    denied = [
        term.forms
        for term in terms_of(part, language, vocabulary)
        if not (term.is_number or term.forms & names)
    ]
    held = sum(not forms.isdisjoint(there) for forms in denied)
    least = _MOST_OF_DENIED * len(denied) if is_denied_by_claim else 1
    return not denied or held >= least


def _has_subject_of(clause: str, denied: str, passage: Passage, grounds: Grounds) -> bool:
    """Whether a passage, or what stands about it, has a word of a clause but for what it denies."""
    claim, language = grounds.claim, grounds.index.page.language
    if claim.language[:2] not in {"en", "zh"}:
        return True  # the word that denies counts as one of the rest there
    vocabulary = vocabulary_for(claim.language, language)
    rest = terms_of(clause.replace(denied, " "), claim.language, vocabulary)
    there = forms_of(passage.unit.text, language, vocabulary)
    return not rest or any(not term.forms.isdisjoint(there) for term in rest)


def find_denied(agreeing: Sequence[Match], grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The first passage that denies what a claim says: words of it stand there, and only so."""
    claim, language = grounds.claim, grounds.index.page.language
    if says_what_is_not(claim.plain, claim.language) or says_not(claim.plain, claim.language):
        return None
    vocabulary = vocabulary_for(claim.language, language)
    names = proper_names(claim.plain, grounds.index.lower_case)
    terms = [
        term
        for term in terms_of(claim.plain, claim.language, vocabulary)
        if not (term.is_number or term.forms & names)
    ]
    chosen = grounds.retrieval.chosen
    told = [one.passage for one in agreeing if one.passage and one.claimed.kind is not Kind.RANK]
    # Where others have the claim's numbers, the fullest need not be on the same.
    least = grounds.weights.opposes * _IN_CHOSEN if told else 0.0
    near = [one for one in grounds.fullest(_NEARLY_FULLEST) if one.coverage >= least]
    for passage in (*near, *told):
        if numbered_otherwise(claim.plain, passage.unit.text):
            continue
        parts, rest = denied_parts(passage.unit.text, language)
        if _UNTIL.search(claim.plain) and _UNTIL.search(passage.unit.text):
            continue  # "before it was let in", "was not let in before"
        is_slight = passage.coverage < _SLIGHTEST * chosen[0].coverage
        if not parts or passage.unit.row is not None or is_slight:
            continue
        others = [one.unit.text for one in chosen if one.unit != passage.unit]
        said = forms_of("\n".join([rest, *others]), language, vocabulary)
        for part in parts:
            there = forms_of(part, language, vocabulary)
            denied = there - said
            words = [term for term in terms if not term.forms.isdisjoint(denied)]
            # Most of what is denied tells as much as many words of the claim.
            is_most = len(words) >= _OF_DENIED * len(there)
            is_first = passage in told or passage == chosen[0]
            enough = _LEAST_DENIED * len(terms)
            if grounds.is_across and is_most:
                enough = _LEAST_DENIED_ACROSS * len(terms)
            if words and len(words) >= enough and (is_first or is_most):
                reason = f"the source denies “{part.strip()}”"
                return passage, Opposition(claim.plain, part.strip(), reason)
    return None


def find_flatly_denied(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """A clause with a negation that says hardly anything but what the claim says without."""
    claim, language = grounds.claim, grounds.index.page.language
    if says_what_is_not(claim.plain, claim.language) or grounds.is_across:
        return None
    vocabulary = vocabulary_for(claim.language, language)
    ours = frozenset().union(
        *(one.forms for one in terms_of(claim.plain, claim.language, vocabulary))
    )
    least = _FEWEST_PAIRS if is_han_written(language) else _FEWEST_WORDS
    for passage in (*grounds.retrieval.chosen, *grounds.retrieval.others):
        if numbered_otherwise(claim.plain, passage.unit.text):
            continue
        for clause in clauses(passage.unit.text) if passage.unit.row is None else ():
            part = negated_part(clause, language)
            # "…, not a lack of books": without a subject it is another's.
            has_subject = not clause.strip().lower().startswith(_NOT)
            if not (part and has_subject) or is_told_as_plan(clause, language):
                continue
            if _UNTIL.search(clause):
                continue
            terms = terms_of(clause, language, vocabulary)
            held = [one for one in terms if not one.forms.isdisjoint(ours)]
            denied = terms_of(part, language, vocabulary)
            is_all = len(held) >= max(least, _NEARLY_ALL * len(terms))
            said = sum(not one.forms.isdisjoint(ours) for one in denied)
            if is_all and 2 * said > len(denied):
                reason = f"the source says “{clause.strip()}”"
                return passage, Opposition(claim.plain, clause.strip(), reason)
    return None


def find_opposite_noun(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The passage on the same that has an opposite word before a noun of the claim."""
    if not grounds.claim.language[:2] == grounds.index.page.language[:2] == "en":
        return None
    least = grounds.weights.opposes * _IN_CHOSEN
    told = [one.passage for one in grounds.numbers if one.passage]
    for passage in (*(one for one in grounds.retrieval.chosen if one.coverage >= least), *told):
        found = find_opposite_of_noun(grounds.claim.plain, passage.unit.text)
        if found and passage.unit.row is None:
            return passage, found
    return None


def _denies(claim: Claim) -> bool:
    return has_negation(claim.plain, claim.language) or says_not(claim.plain, claim.language)


def _says_negation(clause: str, grounds: Grounds) -> bool:
    """Whether the page negates in the very words of a clause: “he hasn't done”."""
    return any(
        words in grounds.index.page.text.lower()
        for words in negated_words(clause.lower(), grounds.claim.language)
    )


def find_only_opposite(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The passage fullest of a claim that says it fell, where none of them says that it rose.

    Weaker than an opposite in the same clause, for the two need not be said of one thing.
    """
    claim, language = grounds.claim, grounds.index.page.language
    # "Did not raise it", "is unchanged"
    ours = {
        clause: sides
        for clause in clauses(claim.plain)
        if not has_negation(clause, claim.language)
        and (sides := told_sides(clause, claim.language))
    }
    passages = {unit: one for unit, one in grounds.passages.items() if unit.row is None}
    # What two numbers make says itself which way it went.
    is_reckoned = any(one.found and one.found.text not in one.context for one in grounds.numbers)
    if not (ours and passages) or is_reckoned:
        return None
    vocabulary = vocabulary_for(claim.language, language)
    there = {unit: forms_of(unit.text, language, vocabulary) for unit in passages}
    theirs = {unit: told_sides(unit.text, language) for unit in passages}
    every = {side for sides in theirs.values() for side in sides}
    for clause, sides in ours.items():
        terms = terms_of(clause, claim.language, vocabulary)
        held = {unit: count_held(terms, forms) for unit, forms in there.items()}
        fullest = [unit for unit, count in held.items() if count >= _FULL * max(held.values()) > 0]
        for side, word in sides.items():
            if side in every or side ^ 1 in sides:
                continue
            for unit in fullest:
                if other := theirs[unit].get(side ^ 1):
                    reason = f"the claim says “{word}”, the source only “{other}”"
                    return passages[unit], Opposition(word, other, reason)
    return None
