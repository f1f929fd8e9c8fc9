"""What speaks against a claim: other numbers and times, somebody else, the opposite.

Each asks one question of the grounds of a verdict; what follows from it is for the judge.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from claims.derivations import is_reckoned
from claims.languages import COMMA, is_han_written
from claims.lexicon.names import proper_names, written_names
from claims.lexicon.stems import stems
from claims.lexicon.terms import count_held, forms_of, terms_of, vocabulary_for
from claims.lexicon.territories import english_names
from claims.matches import is_by_chance
from claims.nearness import Surroundings, change_against, end_of_change
from claims.polarity import clause_around, direction_of, has_negation
from claims.quantities.compare import SHARES, compare, digits_of
from claims.quantities.times import same_month_of_another_year
from claims.unsaid import is_of_unsaid_clause
from claims.values import Claim, Comparator, Kind, Relation
from claims.years_told import REFERENCE, years_compared_with

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
# Across languages, of the words beside a number, what a passage with another one needs of either.
_LEAST_BESIDE = 0.05
# "The fishery was closed nine years later": when that was is told by another year.
_YEARS_ON = re.compile(
    r"\b(?:years?|months?|decades?)\s+(?:later|earlier|afterwards|before)\b|[年月][後后前]",
    re.IGNORECASE,
)
# Of the words beside a year, what must stand beside another one that is said to be meant.
_SAME_TIME = 0.1
# Of a claim's words, how many a passage of somebody else needs to say the like.
_LEAST_SAID = 2
# Of the words beside a number, what its passage has at most if it is of something else, and how
# many times as much of the claim another passage then has.
_APART_SHARE = 0.3
_APART_SHARE_FAR, _APART_NEARNESS = 0.45, 0.25
_STRAY_SHARE = 0.5
_APART = 1.5
# "the first version" is a way of naming it; "ranked first" is said of it.
_RANKED = re.compile(
    r"\b(?:rank\w*|plac\w+|finish\w*|came|comes|is|was|are|were)\s+(?:in\s+|the\s+)?$",
    re.IGNORECASE,
)
# "Grew by 28%" is no share, and no share is growth.
_CHANGE_REACH = 30
_NAME_NEXT = re.compile(r"\s+(?P<name>[A-Z][\w'’-]+)")
_BY_PERCENT = re.compile(
    r"\b(?:r[io]se[sn]?|grew|grow[sn]?|growth|increas\w+|climb\w+|jump\w+|up|fell|falls?|fallen"
    r"|declin\w+|decreas\w+|dropp?\w*|down|shr[aiu]nk\w*)\s+(?:by|of)\s+(?:[a-z]+\s+){0,2}$",
    re.IGNORECASE,
)
_HAN_BY = re.compile(
    r"(?:(?:增加|增[长長]|成[长長]|上升|上[涨漲]|提[高升]|[减減]少|下降|下跌|降低|[缩縮][短小])[了出]?"
    r"|(?<=[年季月期])[增升涨漲减減降跌])(?:大?[约約]|[将將]?近|逾|超[过過]|不到)?$"
)
_BY_SO_MUCH = re.compile(
    r"\s*(?:[\w-]+\s+){0,2}?(?:(?P<more>ahead|more|higher|above)"
    r"|(?P<less>behind|short|fewer|less|lower|below))\b",
    re.IGNORECASE,
)
_HAN_BY_SO_MUCH = re.compile(
    r"(?:(?P<more>[多高][了出]?|增加了?|[領领]先)|(?P<less>[少低][了出]?|[減减]少了?|落[後后])|差)$"
)
_EITHER = 2
_CHANGE_COLUMN = re.compile(
    r"\b(?:changes?|growth|increase|decrease|rise|y/y|yoy|year[- ]on[- ]year)\b"
    r"|[變变][動动化]|成[長长]|增[長长減减]|[漲涨]幅|年增|[增減减]幅",
    re.IGNORECASE,
)
# How near to the words beside a claim's rank those of another have to stand for it to be the same.
_SAME_RANK = 0.15
_LAST_OF_PLACES = 3
# "The trams, buses and metro", 電車、公車和捷運: several that a number may be told of.
_SEVERAL = re.compile(
    r"(?:[A-Z][\w'’-]*|[a-z][\w'’-]*s|[\w'’-]+)(?:,\s+(?:the\s+)?[\w'’-]+){1,4},?\s+and\s+(?:the\s+)?[\w'’-]+"
    r"|(?:[A-Z][\w'’-]+|[a-z][\w'’-]*s)\s+and\s+(?:the\s+)?(?:[A-Z][\w'’-]+|[a-z][\w'’-]*s)(?=\s+(?:together"
    r"|combined|jointly))"
)
_HAN_SEVERAL = re.compile(
    r"[\u4e00-\u9fff]{2,8}(?:、[\u4e00-\u9fff]{2,8}){1,5}[和与與及]?[\u4e00-\u9fff]{0,8}(?=[合共])"
)
_PLACING = "ranks placed finished came stands 排名 位列 位居 名列"
_EACH = re.compile(r"\b(?:respectively|each)\b|分别|分別|各")
_PARTS_MEMBERS = re.compile(r",?\s+and\s+(?:the\s+)?|,\s*(?:the\s+)?|[、和与與及]")
_EARLIER = re.compile(
    r"\b(?:before|earlier|previously|previous|had been|ago|until then)\b"
    r"|[前去上]年|先前|此前|原[本先]|之前|以前",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    r"^\W*(?:by contrast|in contrast|in comparison|by comparison|on the other hand|elsewhere"
    r"|相比之下|相[較较]之下|反[觀观]|另一方面)|\b(?:by|in) contrast,",
    re.IGNORECASE,
)
_LATIN_NAME = re.compile(
    r"(?<![A-Za-z0-9])(?:[A-Z][A-Za-z-]*\d[A-Za-z0-9-]*|[A-Z]{2,}[A-Za-z0-9-]*"
    r"|(?<!^)(?<![.!?] )[A-Z][a-z]+)(?![A-Za-z0-9])"
)
_CLAUSE = re.compile(
    rf"[;:]|{COMMA}|\b(?:even though|while|whereas|but|although|though|because|and)\b",
    re.IGNORECASE,
)
_WHOLE_CLAUSE = 3
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
    # Of whom the page is, it tells whoever it names beside.
    if any(index.first_named.get(form) == -1 for form in ours):
        return ""
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
        # The first word of a sentence alone names nobody for sure.
        if not theirs & proper_names(" ".join(written_names(passage.unit.text)), common):
            return ""
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


def against_the_ends(agreeing: Sequence[Match], grounds: Grounds) -> str:
    """Both ends of a change in the source that a claim tells the other way round, or "".

    "Cut to 29,500", where it went from 28,590 to 29,500.
    """
    claim = grounds.claim
    for match in agreeing:
        passage, found = match.passage, match.found
        if passage is None or found is None or passage.unit.row is not None:
            continue
        text = passage.unit.text
        way, _ = direction_of(
            clause_around(claim.plain, match.claimed.start, match.claimed.end), claim.language
        )
        begun = [
            one
            for one in grounds.index.quantities_in(passage.unit)
            if (one.kind, one.unit) == (found.kind, found.unit)
            and end_of_change(text, one) == "from"
            and clause_around(text, one.start, one.end)
            == clause_around(text, found.start, found.end)
        ]
        # A reckoned number stands nowhere.
        is_given = text[found.start : found.end] == found.text
        is_end = is_given and end_of_change(text, found) == "to"
        if way and is_end and len(begun) == 1 and (found.value - begun[0].value) * way < 0:
            return f"{begun[0].text.strip()} to {found.text.strip()}"
    return ""


def said_by_contrast(agreeing: Sequence[Match], grounds: Grounds) -> str:
    """How a sentence with the claim's numbers sets itself against what the claim names, or "".

    "Most others, by contrast, need 30 degrees": that is not said of whom the page spoke before.
    """
    names = {
        word
        for word in _LATIN_NAME.findall(grounds.claim.plain)
        if word in grounds.index.page.text and word not in grounds.index.page.title
    }
    contrast = ""
    for match in agreeing if names else ():
        passage = match.passage
        if passage is None or passage.unit.row is not None:
            return ""
        text = passage.unit.text
        told = _CONTRAST.search(text)
        if told is None or any(name in text for name in names):
            return ""
        contrast = told.group().strip(" ,，")
    return contrast


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
    """Whether a number stands where little of what the claim says of it does, unlike elsewhere.

    Or where more of it does, but not beside the number.
    """
    is_beside = not 0 < match.nearness < _APART_NEARNESS
    return _is_apart(match, _APART_SHARE if is_beside else _APART_SHARE_FAR, grounds)


def _is_apart(match: Match, share: float, grounds: Grounds) -> bool:
    """Whether a passage has less than a share of the words, and another is better by far."""
    best = grounds.retrieval.chosen[0]
    return (
        match.passage is not None
        and match.passage.unit not in grounds.told_together
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
    if match.passage.unit in grounds.told_together:
        return False
    if match.is_asked and grounds.is_told_in_rows:
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
    if _is_the_rest(match.claimed, match.found) or _follows(match, grounds):
        return False
    if _is_left(match, grounds):
        return False
    # What is first in one thing is third in another.
    is_place = match.claimed.kind is Kind.RANK and match.claimed.low <= _LAST_OF_PLACES
    if is_place and match.nearness < _SAME_RANK:
        return False
    if match.claimed.kind is Kind.RANK and _is_place_of_another(match, grounds):
        return False
    if _is_of_several(match, grounds):
        return False
    is_change = is_of_change(match.claimed, grounds.claim.plain)
    if is_change and not (match.is_sure or _is_found_as_change(match)):
        return False
    if _is_change_since_another_year(match, grounds):
        return False
    if not match.is_sure and _may_be_made(match, grounds):
        return False
    if not match.is_sure and (
        _is_of_other_clause(match.found, match.passage.unit, grounds)
        or is_of_unsaid_clause(match, grounds)
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
    is_beside = match.share >= _LEAST_BESIDE or match.nearness >= _LEAST_BESIDE
    is_about = grounds.is_across and grounds.is_about and is_beside
    return match.passage.coverage >= needed or is_sure or is_about


def _may_be_made(match: Match, grounds: Grounds) -> bool:
    """Whether two numbers that stand there, or one and its whole, make a number of a claim.

    It has more than one digit, so that it is hardly by chance, and does not stand there itself. The
    page then says nothing against it, though the claim's words do not tell that it is reckoned.
    """
    passage, claimed, found = match.passage, match.claimed, match.found
    is_exact = claimed.comparator in {Comparator.EQUAL, Comparator.ABOUT}
    is_telling = digits_of(claimed) > 1 or not float(claimed.low).is_integer()
    if passage is None or passage.unit.row is not None or not (is_exact and is_telling):
        return False
    if found is None or found.text not in match.context:
        return False  # what the sentence has one reckon is another number
    told = [
        one
        for unit in grounds.index.beside(passage.unit)
        for one in (grounds.index.quantities_in(unit) if unit.row is None else ())
        # By how much something has changed tells what it was before: see `_follows`.
        if one.low == one.high
        and _may_be_part_of(claimed, one)
        and not (_way_of(one, unit.text) or end_of_change(unit.text, one) == "by")
    ]
    values = [one.low for one in told if one.unit == claimed.unit or claimed.kind is Kind.COUNT]
    made = {
        abs(one.low + sign * other.low) for one, other in combinations(told, 2) for sign in (1, -1)
    }
    if claimed.kind is Kind.PERCENT:
        made = {100 - one for one in values}
    is_given, is_made = (
        any(
            compare(claimed, replace(claimed, low=one, high=one, comparator=Comparator.EQUAL))
            is Relation.AGREES
            for one in some
        )
        for some in (values, made)
    )
    return is_made and not is_given


def _may_be_part_of(claimed: Quantity, part: Quantity) -> bool:
    """Whether a number may be one of two that make a claim's: of its measure, or of none."""
    if claimed.kind is part.kind is Kind.COUNT:
        return True
    is_bare = part.kind is Kind.COUNT and not part.unit
    return (part.kind, part.unit) == (claimed.kind, claimed.unit) or is_bare


def _is_change_since_another_year(match: Match, grounds: Grounds) -> bool:
    """Whether a claim and a sentence tell of changes since two years: than in 2022, in 2021."""
    passage, found, claim = match.passage, match.found, grounds.claim
    if passage is None or found is None or passage.unit.row is not None:
        return False
    ours = years_compared_with(match.claimed, claim.quantities, claim.plain)
    there = grounds.index.quantities_in(passage.unit)
    theirs = years_compared_with(found, there, passage.unit.text)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _is_of_several(match: Match, grounds: Grounds) -> bool:
    """Whether a number is told of several together, and the claim's of one of them.

    "The trams, buses and metro carried 412 million" says nothing against 201 by metro.
    """
    passage, found = match.passage, match.found
    if passage is None or found is None or passage.unit.row is not None:
        return False
    claim, language = grounds.claim, grounds.index.page.language
    pattern = _HAN_SEVERAL if is_han_written(language) else _SEVERAL
    told = list(pattern.finditer(passage.unit.text, 0, found.start))
    if not told or _EACH.search(passage.unit.text):
        return False
    vocabulary = vocabulary_for(claim.language, language)
    ours = forms_of(claim.plain, claim.language, vocabulary)
    members = [
        forms_of(one, language, vocabulary)
        for one in _PARTS_MEMBERS.split(told[-1].group())
        if one.strip()
    ]
    named = [not forms.isdisjoint(ours) for forms in members if forms]
    return any(named) and not all(named)


def _is_place_of_another(match: Match, grounds: Grounds) -> bool:
    """Whether a place is told in a clause without the claim's subject, which stands in another.

    "Munich leads, followed by Berlin; Hamburg ranks third" says nothing against Berlin's second.
    """
    passage, found = match.passage, match.found
    if passage is None or found is None or passage.unit.row is not None:
        return False
    claim, language = grounds.claim, grounds.index.page.language
    vocabulary = vocabulary_for(claim.language, language)
    placing = forms_of(_PLACING, claim.language, vocabulary)
    before = terms_of(claim.plain[: match.claimed.start], claim.language, vocabulary)
    subject = [one for one in before if one.forms.isdisjoint(placing)]
    clause = clause_around(passage.unit.text, found.start, found.end)
    own, whole = (
        count_held(subject, forms_of(text, language, vocabulary))
        for text in (clause, passage.unit.text)
    )
    return own < whole and not own


def _is_the_rest(claimed: Quantity, found: Quantity) -> bool:
    """Whether a share is what another leaves: nine of eleven, where two of eleven did not."""
    if not claimed.kind is found.kind is Kind.RATIO or claimed.denominator != found.denominator:
        return False
    return claimed.low + found.low == claimed.denominator


def _is_left(match: Match, grounds: Grounds) -> bool:
    """Whether a claim that denies gives what a part leaves of a whole: of 23, 14 have signed."""
    claim, passage = grounds.claim, match.passage
    if passage is None or match.claimed.low != match.claimed.high:
        return False
    if not has_negation(claim.plain, claim.language):
        return False
    there = grounds.index.quantities_in(passage.unit)
    counts = {one.low for one in there if one.kind is match.claimed.kind and one.low == one.high}
    return any(part > 0 and match.claimed.low + part in counts for part in counts)


def _follows(match: Match, grounds: Grounds) -> bool:
    """Whether a claim's number is that of a sentence before or after the change that it tells.

    "123,061, down by 2,131": it was 125,192; "3.9 million, 40% more": it was 2.8 million.
    """
    found, passage = match.found, match.passage
    if found is None or passage is None or passage.unit.row is not None or found.low != found.high:
        return False
    is_earlier = _EARLIER.search(grounds.claim.plain) is not None
    for change in grounds.index.quantities_in(passage.unit):
        if change.low != change.high or change.start == found.start:
            continue
        way = _way_of(change, passage.unit.text)
        if not (is_earlier or (way and _is_of_other_side(change, grounds, passage))):
            continue
        if change.kind is Kind.PERCENT and change.unit == "%" and found.kind is not Kind.PERCENT:
            share = change.low / 100
            values = [found.low / (1 + share), *([found.low / (1 - share)] if share < 1 else [])]
        elif change.kind is found.kind and change.low < found.low:
            values = [found.low + change.low, found.low - change.low]
            if not is_earlier and way != _EITHER:
                values = values[way > 0 :][:1]
        else:
            continue
        for value in values:
            reckoned = replace(found, low=value, high=value)
            if compare(match.claimed, reckoned) is Relation.AGREES:
                return True
    return False


def _is_of_other_side(change: Quantity, grounds: Grounds, passage: Passage) -> bool:
    """Whether a claim is of what stands behind a change, "four ahead of Kestrel", or gives it too.

    What stands behind has a word of the claim that nothing before it has.
    """
    claim, language = grounds.claim, grounds.index.page.language
    if any(compare(one, change) is Relation.AGREES for one in claim.quantities):
        return True
    vocabulary = vocabulary_for(claim.language, language)
    text = passage.unit.text
    before, behind = (
        forms_of(part, language, vocabulary) for part in (text[: change.start], text[change.end :])
    )
    terms = terms_of(claim.plain, claim.language, vocabulary)
    return any(term.forms & behind and not term.forms & before for term in terms)


def _way_of(change: Quantity, text: str) -> int:
    """Whether a number says by how much one thing has more (1) or less (-1) than another.

    "78 points, four ahead of": 1. 0 where it says no such thing, `_EITHER` where it does not say
    which has more: 還差0.37.
    """
    way = _BY_SO_MUCH.match(text, change.end) or _HAN_BY_SO_MUCH.search(text, 0, change.start)
    if way is None:
        return 0
    return 1 if way["more"] else -1 if way["less"] else _EITHER


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


def _is_found_as_change(match: Match) -> bool:
    """Whether what a source gives is a change as well: by its words, or by its column's header."""
    found, passage = match.found, match.passage
    if found is None or passage is None:
        return False
    if passage.unit.row is not None:
        return _CHANGE_COLUMN.search(match.context) is not None
    return found.unit == "pp" or is_of_change(found, passage.unit.text)


def is_of_change(quantity: Quantity, text: str) -> bool:
    """Whether a share says by how much something changed, and not what part it is of a whole."""
    if quantity.kind not in SHARES or quantity.unit == "pp":
        return False
    before = text[max(quantity.start - _CHANGE_REACH, 0) : quantity.start]
    return bool(_BY_PERCENT.search(before) or _HAN_BY.search(before))


def tells_other_time(match: Match, grounds: Grounds) -> bool:
    """Whether the passage that is most about the claim's matter says it was at another time."""
    return (
        match.relation is Relation.DIFFERS
        and match.passage is not None
        and match.passage.unit == grounds.retrieval.chosen[0].unit
        and not _YEARS_ON.search(match.passage.unit.text)
        and not REFERENCE.search(grounds.claim.plain, 0, match.claimed.start)
        and not _is_in_name(match, grounds)
        and _tells_of_same(match.passage, grounds)
        and (_is_slip_of_year(match) or (match.nearness >= _SAME_TIME and grounds.is_about))
    )


def _is_in_name(match: Match, grounds: Grounds) -> bool:
    """Whether a year is part of a name of the claim, and none of that name there.

    "The 2021 Annual Conference is the largest" is no less so on a page of 2023.
    """
    name = _NAME_NEXT.match(grounds.claim.plain, match.claimed.end)
    if name is None or match.passage is None or match.found is None:
        return False
    there = _NAME_NEXT.match(match.passage.unit.text, match.found.end)
    return there is None or there["name"] != name["name"]


def is_amiss(match: Match, grounds: Grounds) -> bool:
    """Whether a time of a claim is not borne out; a page need not repeat the year that it is of."""
    if match.relation is not Relation.MISSING or match.claimed.kind is not Kind.YEAR:
        return match.relation is not Relation.AGREES
    years = {str(int(year)) for year in (match.claimed.low, match.claimed.high)}
    return grounds.index.year not in years and grounds.index.year_told_of not in years


def _tells_of_same(passage: Passage, grounds: Grounds) -> bool:
    """Whether a passage has a word of what a claim says, and not only of whom.

    "Opened its first shop abroad in 2011" tells not when the firm was founded.
    """
    claim, index = grounds.claim, grounds.index
    if grounds.is_across or is_han_written(claim.language):
        return True
    vocabulary = vocabulary_for(claim.language, index.page.language)
    names = proper_names(claim.plain, index.lower_case) | frozenset(stems("first", "en"))
    told = [
        term.forms
        for term in terms_of(claim.plain, claim.language, vocabulary)
        if not (term.is_number or term.forms & names)
    ]
    there = forms_of(passage.unit.text, index.page.language, vocabulary)
    return not told or any(not forms.isdisjoint(there) for forms in told)


def _is_slip_of_year(match: Match) -> bool:
    """Whether the same month of another year stands there: more is seldom the same by chance."""
    return match.found is not None and same_month_of_another_year(match.claimed, match.found)


def against_its_numbers(agreeing: Sequence[Match], grounds: Grounds) -> str:
    """The claim's word for a change that its own numbers, which the source gives, contradict."""
    claim = grounds.claim
    for first, second in pairwise(agreeing):
        # From sixth to second is up.
        is_measured = first.claimed.kind is not Kind.RANK
        if (
            first.claimed.kind is second.claimed.kind
            and is_measured
            and (word := change_against(claim.plain, claim.language, first.claimed, second.claimed))
        ):
            return word.strip()
    return ""
