"""What speaks against a claim: other numbers and times, somebody else, the opposite.

Each asks one question of the grounds of a verdict; what follows from it is for the judge.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.derivations import is_reckoned
from claims.languages import COMMA, is_han_written, simplified
from claims.lexicon.names import proper_names, written_names
from claims.lexicon.stems import stems
from claims.lexicon.terms import forms_of, terms_of, vocabulary_for
from claims.lexicon.territories import english_names
from claims.matches import is_by_chance
from claims.nearness import Surroundings, change_against
from claims.passages import with_headers
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
from claims.quantities.compare import SHARES, digits_of, is_calendar
from claims.quantities.times import relative_years, same_month_of_another_year
from claims.values import Claim, Kind, Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.grounds import Grounds
    from claims.matches import Match
    from claims.passages import Passage, Unit
    from claims.values import Quantity


# Of the usual coverage, what a passage needs that has another number of the claim.
_ANCHORED = 0.6
# Or of the words beside the number: the share that the passage has, and has beside its own.
_SURE_SHARE = 0.6
_SURE_NEARNESS = 0.35
# "The fishery was closed nine years later": when that was is told by another year.
_YEARS_ON = re.compile(
    r"\b(?:years?|months?|decades?)\s+(?:later|earlier|afterwards|before)\b|[年月][後后前]",
    re.IGNORECASE,
)
# Of the words beside a year, what must stand beside another one that is said to be meant.
_SAME_TIME = 0.1
# Of the words beside a number, what a clause with the same number must have for that.
_OPPOSED_SHARE = 0.15
# Of the coverage at which a passage is on the same matter, what its sentence needs for a clause.
_IN_CHOSEN = 0.8
# Of a claim's words but for those of change, what a passage on the same needs.
_BUT_CHANGE = 0.6
# Of a claim's words, what must stand where the source denies something, and nowhere else.
_LEAST_DENIED = 0.1
# Of a claim's words, how many a passage of somebody else needs to say the like.
_LEAST_SAID = 2
_ANY_YEAR = "2000"
_FEW_WORDS = 6
# Of a clause's words, what a clause of the source must have to be held against it.
_SAME_CLAUSE = 0.4
# Of the words beside a number, what its passage has at most if it is of something else, and how
# many times as much of the claim another passage then has.
_APART_SHARE = 0.3
_STRAY_SHARE = 0.5
_APART = 1.5
# "the first version" is a way of naming it; "ranked first" is said of it.
_RANKED = re.compile(
    r"\b(?:rank\w*|plac\w+|finish\w*|came|comes|is|was|are|were)\s+(?:in\s+|the\s+)?$",
    re.IGNORECASE,
)
# "Grew by 28%" is no share, and no share is growth.
_CHANGE_REACH = 30
_BY_PERCENT = re.compile(
    r"\b(?:r[io]se[sn]?|grew|grow[sn]?|growth|increas\w+|climb\w+|jump\w+|up|fell|falls?|fallen"
    r"|declin\w+|decreas\w+|dropp?\w*|down|shr[aiu]nk\w*)\s+(?:by|of)\s+(?:[a-z]+\s+){0,2}$",
    re.IGNORECASE,
)
_BUT = re.compile(r"\b(?:but|yet|although|though|however)\s*$|[但而]$", re.IGNORECASE)
_CLAUSE = re.compile(
    rf"[;:]|{COMMA}|\b(?:even though|while|whereas|but|although|though|because|and)\b",
    re.IGNORECASE,
)
_WHOLE_CLAUSE = 3
_MOST_OF = re.compile(
    r"\b(?:most of|(?:the|a) majority of|most (?!\w*(?:ly|ed|ive|ant|ent|al|ar|ous|ible|able)\b)[a-z]+s\b"
    r"|mostly)|大多数|大部分|大多(?!伦)|过半|多数",
    re.IGNORECASE,
)
_HALF = 45.0
# Where a claim goes on to say something else; and how many words, or pairs of characters, that
# takes, of which the page has at most so many.
_CLAUSE_BREAK = re.compile(
    r",\s+(?:and|which|who|where|with|but|while)\s+|,\s+|;\s+"
    r"|\s+and\s+(?=\w+(?:ed|s|was|were|is|has|had|will|won|made)\b)",
    re.IGNORECASE,
)
_HAN_CLAUSE_BREAK = re.compile(rf"[，；;]|{COMMA}")
_FORMER = re.compile(
    r"(?:\b(?:a|an|the)\s+(?:former\s|onetime\s|ex-)|曾[任是为])"
    r"(?P<what>[a-z]+(?:\s(?!and\b|who\b|of\b)[a-z]+)?|[\u3400-\u9fff]{2,8}?(?=的))",
    re.IGNORECASE,
)
_LEAST_TOLD = 3
_LEAST_PAIRS_TOLD = 5
_MOST_OF_UNSAID = 0.25
_LEAST_OF_CLAUSE = 2
_PLACED = re.compile(
    r"\b(?:rank\w*|placed|finish\w*|came|comes)\s+(?:in\s+|the\s+)?$", re.IGNORECASE
)


def said_of_another(agreeing: Sequence[Match], grounds: Grounds) -> str:
    """Who a sentence with the claim's number names in place of the claim's names, or "".

    Only where another sentence of the page gives the like of one that the claim names: else a
    person may stand for a company, and a company for a country.
    """
    index, common = grounds.index, grounds.index.lower_case
    ours = proper_names(grounds.claim.plain, common)
    another = ""
    for match in agreeing if ours else ():
        passage, found = match.passage, match.found
        is_bare = match.claimed.kind is not Kind.MONEY and digits_of(match.claimed) <= 1
        if found is None or match.claimed.kind is Kind.RANK or is_bare:
            continue  # "the second" and "five" are said of anybody
        if passage is None or passage.unit.row is not None:
            return ""
        # A word of the claim is of its subject, with or without a capital.
        spoken = frozenset(stems(grounds.claim.plain, "en"))
        theirs = proper_names(passage.unit.text, common) - english_names().keys() - spoken
        is_known = any(
            (one.kind, one.unit) == (found.kind, found.unit)
            and unit.row is None
            and ours & proper_names(unit.text, common)
            for unit, given in index.quantities
            for one in given
        )
        if not theirs or not is_known or ours & proper_names(passage.unit.text, common):
            return ""
        words = passage.unit.text.split()
        another = " ".join(word for word in words if proper_names(word, common) & theirs)
    return another


def said_in_words_of_another(grounds: Grounds) -> str:
    """Who the passage with most of a claim's words names in place of the claim's names, or "".

    Only where no passage that has one of these names has half as many of the words.
    """
    claim, index, common = grounds.claim, grounds.index, grounds.index.lower_case
    ours = proper_names(claim.plain, common) & index.first_named.keys()
    if not ours or grounds.is_across:
        return ""
    language = index.page.language
    vocabulary = vocabulary_for(claim.language, language)
    words = [
        term.forms
        for term in terms_of(claim.plain, claim.language, vocabulary)
        if not (term.is_number or term.forms & ours)
    ]
    held: list[tuple[int, Passage, bool]] = []
    for passage in (*grounds.retrieval.chosen, *grounds.retrieval.others):
        there = forms_of(passage.unit.text, language, vocabulary)
        count = sum(not forms.isdisjoint(there) for forms in words)
        has_name = not ours.isdisjoint(proper_names(index.around(passage.unit), common))
        held.append((count, passage, has_name))
    most, fullest, has_name = max(held, key=lambda one: one[0])
    beside = max((count for count, _, is_ours in held if is_ours), default=0)
    if has_name or most < _LEAST_SAID or 2 * beside > most or fullest.unit.row is not None:
        return ""
    spoken = frozenset(stems(claim.plain, "en"))
    theirs = proper_names(fullest.unit.text, common) - english_names().keys() - spoken
    names = written_names(fullest.unit.text)
    return " ".join(name for name in names if proper_names(name, common) & theirs)


def named_later(agreeing: Sequence[Match], grounds: Grounds) -> str:
    """The names before a claim's numbers, where the page has them only after those numbers.

    What stands before the first mention of a name is said of somebody else.
    """
    common = grounds.index.lower_case
    telling = [match for match in agreeing if match.claimed.kind is not Kind.RANK]
    units = [match.passage.unit for match in telling if match.passage]
    if not units or any(unit.row for unit in units) or grounds.is_across:
        return ""
    first = min(match.claimed.start for match in telling)
    last = max(unit.end for unit in units)
    ours = proper_names(grounds.claim.plain[:first], common)
    first_named = grounds.index.first_named
    places = [first_named[name] for name in ours if name in first_named]
    if not places or min(places) < last:
        return ""
    words = grounds.claim.plain[:first].split()
    return " ".join(word for word in words if proper_names(word, common) & ours)


def stands_apart(match: Match, grounds: Grounds) -> bool:
    """Whether a number stands where little of what the claim says of it does, unlike elsewhere."""
    return _is_apart(match, _APART_SHARE, grounds)


def _is_apart(match: Match, share: float, grounds: Grounds) -> bool:
    """Whether a passage has less than a share of the words, and another is better by far."""
    best = grounds.retrieval.chosen[0]
    return (
        match.passage is not None
        and match.passage.unit != best.unit
        and match.share < share
        and best.coverage >= _APART * match.passage.coverage
    )


def is_stray(match: Match, grounds: Grounds) -> bool:
    """Whether a number that a claim tells stands in a passage on something else.

    "First" and "second" are on every page, and one of two digits may be by chance.
    """
    if match.relation is not Relation.AGREES or match.passage is None:
        return False
    if match.claimed.kind is Kind.RANK:
        is_told = bool(_PLACED.search(grounds.claim.plain[: match.claimed.start]))
        return is_told and _is_apart(match, _STRAY_SHARE, grounds)
    return is_by_chance(match, grounds.retrieval.chosen[0].coverage)


def is_lacking(match: Match, claim: Claim) -> bool:
    """Whether a number is not borne out; "the third album" need not be called so everywhere."""
    if match.relation is Relation.AGREES:
        return False
    is_a_way_of_naming = (
        match.claimed.kind is Kind.RANK
        and match.relation is Relation.MISSING
        and match.claimed.text.isalpha()
        and not _RANKED.search(claim.plain[: match.claimed.start])
    )
    return not is_a_way_of_naming


def contradicts(match: Match, agreeing: Sequence[Match], grounds: Grounds) -> bool:
    """Whether another value stands where the passage is surely about the claim's matter.

    One that has another number of the claim right is about it with fewer of its words.
    """
    if match.relation is not Relation.DIFFERS or match.passage is None or match.found is None:
        return False
    if match.is_disputed and not match.is_sure:
        return False
    if _is_of_change(match.claimed, grounds.claim.plain) and not _is_of_change(
        match.found, match.passage.unit.text
    ):
        return False
    if not match.is_sure and (
        _is_of_other_clause(match.found, match.passage.unit, grounds)
        or _is_of_unsaid_clause(match, grounds)
        or _is_of_somebody_else(match, agreeing, grounds)
    ):
        return False
    claim, language = grounds.claim, grounds.index.page.language
    if match.passage.unit.row is None and is_reckoned(
        match.claimed,
        claim.plain,
        claim.language,
        match.found,
        match.passage.unit.text,
        language,
    ):
        return False
    is_anchored = any(one.passage and one.passage.unit == match.passage.unit for one in agreeing)
    needed = grounds.weights.contradicts * (_ANCHORED if is_anchored else 1.0)
    is_near = match.share >= _SURE_SHARE and match.nearness >= _SURE_NEARNESS
    is_sure = match.is_sure or is_near
    # A dictionary finds fewer of the words that stand about a number.
    best = grounds.retrieval.chosen[0]
    # The one that is the nearest in meaning need not be the one with most of the words.
    is_fullest = match.passage.coverage > best.coverage and grounds.retrieval.meaning is not None
    is_best = match.passage.unit == best.unit or is_fullest
    if grounds.is_across and not (is_best or match.is_sure):
        return False
    is_about = grounds.is_across and grounds.is_about
    return match.passage.coverage >= needed or is_sure or is_about


def _is_of_other_clause(found: Quantity, unit: Unit, grounds: Grounds) -> bool:
    """Whether a number's clause is a whole one and has none of the claim's words.

    Those that its sentence has are said in another: "fuel fell by 4% though sailings rose".
    """
    claim, language = grounds.claim, grounds.index.page.language
    if unit.row is not None or grounds.is_across or is_han_written(language):
        return False
    before = _CLAUSE.split(unit.text[: found.start])[-1]
    after = _CLAUSE.split(unit.text[found.end :])[0]
    vocabulary = vocabulary_for(claim.language, language)
    there = forms_of(f"{before}{after}", language, vocabulary)
    ours = [forms for _, forms in Surroundings(claim.plain, claim.language, language).steady]
    words = sum(not form[0].isdigit() for form in there)
    return words >= _WHOLE_CLAUSE and all(forms.isdisjoint(there) for forms in ours)


def _is_of_somebody_else(match: Match, agreeing: Sequence[Match], grounds: Grounds) -> bool:
    """Whether a passage names somebody and nobody of the claim, which has its place elsewhere."""
    if match.passage is None or grounds.is_across or not agreeing:
        return False
    unit, common = match.passage.unit, grounds.index.lower_case
    if unit.row is not None or any(one.passage and one.passage.unit == unit for one in agreeing):
        return False
    ours = proper_names(grounds.claim.plain, common)
    theirs = proper_names(unit.text, common)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _is_of_unsaid_clause(match: Match, grounds: Grounds) -> bool:
    """Whether a number's clause in the claim says something of which the passage has no word.

    "… grew by 6%, seven tenths of which went to teachers": the source speaks of growth alone.
    """
    claim, index = grounds.claim, grounds.index
    if match.passage is None or grounds.is_across:
        return False  # a dictionary lacks too many words to tell
    own = clause_around(claim.plain, match.claimed.start, match.claimed.end)
    if len(own) >= len(claim.plain.strip()) - 1:
        return False
    vocabulary = vocabulary_for(claim.language, index.page.language)
    there = forms_of(with_headers(match.passage.unit), index.page.language, vocabulary)
    terms = [
        term
        for term in terms_of(own.replace(match.claimed.text, " "), claim.language, vocabulary)
        if not term.is_number
    ]
    said = sum(not term.forms.isdisjoint(there) for term in terms)
    return len(terms) >= _LEAST_OF_CLAUSE and said <= _MOST_OF_UNSAID * len(terms)


def _is_of_change(quantity: Quantity, text: str) -> bool:
    """Whether a percentage says by how much something changed, and not what share it is."""
    if quantity.kind is not Kind.PERCENT or quantity.unit == "pp":
        return False
    before = text[max(quantity.start - _CHANGE_REACH, 0) : quantity.start]
    return bool(_BY_PERCENT.search(before))


def tells_other_time(match: Match, grounds: Grounds) -> bool:
    """Whether the passage that is most about the claim's matter says it was at another time."""
    return (
        match.relation is Relation.DIFFERS
        and match.passage is not None
        and match.passage.unit == grounds.retrieval.chosen[0].unit
        and not _YEARS_ON.search(match.passage.unit.text)
        and (_is_slip_of_year(match) or (match.nearness >= _SAME_TIME and grounds.is_about))
    )


def _is_slip_of_year(match: Match) -> bool:
    """Whether the same month of another year stands there: more is seldom the same by chance."""
    return match.found is not None and same_month_of_another_year(match.claimed, match.found)


def against_its_numbers(agreeing: Sequence[Match], grounds: Grounds) -> str:
    """The claim's word for a change that its own numbers, which the source gives, contradict."""
    claim = grounds.claim
    for first, second in pairwise(agreeing):
        if first.claimed.kind is second.claimed.kind and (
            word := change_against(claim.plain, claim.language, first.claimed, second.claimed)
        ):
            return word.strip()
    return ""


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
        if one.kind in SHARES and one.unit != "pp" and not _is_of_change(one, passage.unit.text)
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


def share_said(grounds: Grounds) -> float:
    """Of the words that say something of the claim's subject, the share that the passages have.

    The subject itself is in the page's title, or has a name; 1.0 where a claim is mostly of names.
    """
    claim, index = grounds.claim, grounds.index
    language = index.page.language
    vocabulary = vocabulary_for(claim.language, language)
    known = forms_of(index.page.title, language, vocabulary) | proper_names(
        claim.plain, index.lower_case
    )
    words = [
        term for term in terms_of(claim.plain, claim.language, vocabulary) if not term.is_number
    ]
    terms = [term for term in words if term.forms.isdisjoint(known)]
    if len(terms) < _LEAST_TOLD or 2 * len(terms) < len(words):
        return 1.0
    text = "\n".join(with_headers(one.unit) for one in grounds.retrieval.chosen)
    there = forms_of(text, language, vocabulary)
    said = sum(not term.forms.isdisjoint(there) for term in terms)
    return said / len(terms)


def find_unsaid(grounds: Grounds) -> str:
    """A clause of the claim, or what it says somebody was, of which the page has no word, or "".

    Across languages the words that a dictionary lacks are too many to tell.
    """
    claim, index = grounds.claim, grounds.index
    is_han = is_han_written(claim.language)
    vocabulary = vocabulary_for(claim.language, index.page.language)
    there = index.forms(vocabulary)
    if former := _FORMER.search(simplified(claim.plain) if is_han else claim.plain):
        was = claim.plain[former.start("what") : former.end("what")]
        terms = terms_of(was, claim.language, vocabulary)
        lacking = [one for one in terms if not any(form in there for form in one.forms)]
        if 2 * len(lacking) >= len(terms) > 0:
            return claim.plain[former.start() : former.end()]
    if grounds.is_across:
        return ""
    parts = (_HAN_CLAUSE_BREAK if is_han else _CLAUSE_BREAK).split(claim.plain)
    for part in parts if len(parts) > 1 else ():
        terms = [one for one in terms_of(part, claim.language, vocabulary)]
        said = sum(any(form in there for form in term.forms) for term in terms)
        is_telling = len(terms) >= (_LEAST_PAIRS_TOLD if is_han else _LEAST_TOLD)
        has_number = any(term.is_number for term in terms) or any(
            one.text in part for one in claim.quantities
        )
        is_plain = not (has_number or has_negation(part, claim.language))
        if is_telling and is_plain and said <= _MOST_OF_UNSAID * len(terms):
            return part.strip(" .。")
    return ""


def _says_negation(clause: str, grounds: Grounds) -> bool:
    """Whether the page negates in the very words of a clause: “he hasn't done”."""
    return any(
        words in grounds.index.page.text.lower()
        for words in negated_words(clause.lower(), grounds.claim.language)
    )
