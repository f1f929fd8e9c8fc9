"""What a sentence says in one part of one year or name, and a claim says of another's.

"The granite came from Hanko, while the bricks came from Reval": that the granite came from Reval
has all its words there, and is not what the sentence says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.languages import COMMA, is_han_written, simplified
from claims.lexicon.names import placed_names
from claims.lexicon.terms import forms_of, terms_of, vocabulary_for
from claims.polarity import Opposition
from claims.quantities.times import year_named
from claims.values import Kind, Relation
from claims.years_told import REFERENCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.grounds import Grounds
    from claims.passages import Passage

# Parts that stand side by side; what a comma alone parts may be said of the same.
_SIDE_BY_SIDE = re.compile(
    r";|(?:,\s*)?\b(?:and|while|whereas|but)\b(?!\s+(?:who|which|whose|where)\b)|；|，而|，但",
    re.IGNORECASE,
)
# "Launched in 2021, reached orbit in 2023": each part has a year of its own.
_BY_COMMA = re.compile(rf"{_SIDE_BY_SIDE.pattern}|{COMMA}|，", re.IGNORECASE)
_BEFORE_OR_AFTER = re.compile(r"\b(?:before|after|since|until|till)\b|[前后後]", re.IGNORECASE)
_AGAINST = re.compile(r"while|whereas|but|[;；而但]", re.IGNORECASE)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|[a-z]{2,}ed)\b")
_VERB_NEXT = re.compile(rf"\s*(?:(?:then|later|also)\s+)?{_VERB.pattern}")
_SINCE = re.compile(r"\b(?:since|from|until|till|by)\s+(?:the\s+)?$", re.IGNORECASE)
_FROM_TO = re.compile(
    r"\bfrom\s+(?P<first>[^\d,.;:]{3,40}?)\s+(?:in)?to\s+(?P<last>[^\d,.;:]{3,40}?)"
    r"(?=[,.;:]|\s+(?:in|by|since|after|before|during|from|and|for|on|at|as|with|while)\b|$)",
    re.IGNORECASE,
)
_HAN_FROM_TO = re.compile(
    r"[从由自](?P<first>[^\d，。；：]{1,12}?)(?:[改转换变迁移搬][为成到至往用]?|[到至])"
    r"(?P<last>[^\d，。；：]{1,12})"
)
# Of the coverage of the fullest passage, what one needs to be of the claim's matter.
_OF_FULLEST = 0.6
_FEWEST = 2
_ONE = 1
_LED = 1


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a sentence: the keys that it alone has, all its forms, those that say something.

    `stands_alone` is whether it begins with a key, "and Borena had the lowest", or is set against
    another, "while the bricks were shipped from Reval": the last name of a list does neither.
    """

    text: str
    keys: frozenset[str]
    forms: frozenset[str]
    telling: frozenset[str]
    stands_alone: bool


def find_crossed(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The sentence that says of another year, or another name, what a claim says of one of its own.

    None across languages, where a dictionary lacks too many words to tell.
    """
    if grounds.is_across or not grounds.retrieval.chosen:
        return None
    # Of which year a number is, and what is before a year, is told elsewhere.
    plain = grounds.claim.plain
    is_compared = any(REFERENCE.search(plain, 0, one.claimed.start) for one in grounds.times)
    is_plain = not (grounds.numbers or is_compared or _BEFORE_OR_AFTER.search(plain))
    partings = (_SIDE_BY_SIDE, _BY_COMMA) if is_plain else (_SIDE_BY_SIDE,)
    for passage in _passages(grounds):
        named = _crossed(grounds, _by_name(grounds, passage), _FEWEST)
        if named and not named[0].stands_alone:
            named = None
        years = [_by_year(grounds, passage, parting) for parting in partings]
        for crossed in (*(_crossed(grounds, parts, _ONE) for parts in years), named):
            if crossed and _has_number_in(crossed[0], passage, grounds):
                continue  # "A had 46% of sales, B 31%": what the 31% are of is said of A alone
            if crossed and not _is_said_elsewhere(grounds, passage, *crossed):
                own, other = crossed
                reason = f"the source says that of “{other.text.strip()}”"
                return passage, Opposition(own.text.strip(), other.text.strip(), reason)
    return None


def _has_number_in(part: _Part, passage: Passage, grounds: Grounds) -> bool:
    """Whether a number of the claim was found in a part of a sentence."""
    start = passage.unit.text.find(part.text)
    return any(
        one.relation is Relation.AGREES
        and one.claimed.kind is not Kind.RANK
        and one.passage is not None
        and one.passage.unit == passage.unit
        and one.found is not None
        and start <= one.found.start < start + len(part.text)
        for one in grounds.numbers
    )


def find_turned_round(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The sentence that has "from oil to gas" where a claim has "from gas to oil"."""
    claim, language = grounds.claim, grounds.index.page.language
    vocabulary = vocabulary_for(claim.language, language)
    for mine in _from_to(claim.plain, claim.language):
        ours = [forms_of(part, claim.language, vocabulary) for part in mine]
        for passage in _passages(grounds):
            for yours in _from_to(passage.unit.text, language):
                first, last = (forms_of(part, language, vocabulary) for part in yours)
                is_straight = ours[0] & first or ours[1] & last
                if ours[0] & last and ours[1] & first and not is_straight:
                    told, said = (f"from {a.strip()} to {b.strip()}" for a, b in (mine, yours))
                    return passage, Opposition(told, said, f"the source says “{said}”")
    return None


def _from_to(text: str, language: str) -> list[tuple[str, str]]:
    """What a text says that something went from, and to; numbers are told apart elsewhere."""
    pattern = _HAN_FROM_TO if is_han_written(language) else _FROM_TO
    plain = simplified(text) if is_han_written(language) else text
    return [
        (text[one.start("first") : one.end("first")], text[one.start("last") : one.end("last")])
        for one in pattern.finditer(plain)
    ]


def _passages(grounds: Grounds) -> list[Passage]:
    """The sentences that bear a claim out: those with its numbers, else those fullest of it."""
    chosen = grounds.retrieval.chosen
    told = [
        one.passage
        for one in grounds.numbers
        if one.passage and one.relation is Relation.AGREES and one.claimed.kind is not Kind.RANK
    ]
    least = _OF_FULLEST * chosen[0].coverage
    passages = told or [one for one in chosen if one.coverage >= least]
    return [one for one in passages if one.unit.row is None]


def _crossed(grounds: Grounds, parts: Sequence[_Part], fewest: int) -> tuple[_Part, _Part] | None:
    """The part with a key of the claim but none of its words, and that with these and another.

    Of a claim with at least so many words that say something.
    """
    claim = grounds.claim
    vocabulary = vocabulary_for(claim.language, grounds.index.page.language)
    keyed = [part for part in parts if part.keys and part.telling]
    ours = _keys_of_claim(grounds)
    named = [part for part in keyed if part.keys & ours]
    everyone = frozenset(form for _, form in placed_names(claim.plain, grounds.index.lower_case))
    others = [part for part in keyed if not part.keys & (ours | everyone)]
    if len(named) != 1 or not others:
        return None
    own = named[0]
    terms = [
        term.forms
        for term in terms_of(claim.plain, claim.language, vocabulary)
        if not (term.is_number or term.forms & ours)
    ]
    if len(terms) < fewest:
        return None
    every = frozenset().union(*(part.forms for part in parts if part is not own))
    if any(not forms.isdisjoint(own.forms - every) for forms in terms):
        return None
    for other in others:
        rest = frozenset().union(*(part.forms for part in parts if part is not other))
        if any(not forms.isdisjoint(other.forms - rest) for forms in terms):
            return own, other
    return None


def _is_said_elsewhere(grounds: Grounds, passage: Passage, own: _Part, other: _Part) -> bool:
    """Whether another passage has the claim's key beside words that only the other part has."""
    claim, language = grounds.claim, grounds.index.page.language
    vocabulary = vocabulary_for(claim.language, language)
    keys = own.keys & _keys_of_claim(grounds)
    telling = [
        term.forms
        for term in terms_of(claim.plain, claim.language, vocabulary)
        if not term.is_number and not term.forms.isdisjoint(other.forms - own.forms)
    ]
    for one in (*grounds.retrieval.chosen, *grounds.retrieval.others):
        if one.unit == passage.unit:
            continue
        there = forms_of(one.unit.text, language, vocabulary)
        if keys & there and any(not forms.isdisjoint(there) for forms in telling):
            return True
    return False


def _keys_of_claim(grounds: Grounds) -> frozenset[str]:
    claim = grounds.claim
    placed = placed_names(claim.plain, grounds.index.lower_case)
    # Of whom the whole page is, every part of a sentence may be.
    names = (form for _, form in placed if grounds.index.first_named.get(form) != -1)
    return frozenset((*names, *filter(None, map(year_named, claim.quantities))))


def _by_year(grounds: Grounds, passage: Passage, parting: re.Pattern[str]) -> list[_Part]:
    text = passage.unit.text
    years = [
        (one.start, year)
        for one in grounds.index.quantities_in(passage.unit)
        if (year := year_named(one)) and not _SINCE.search(text, 0, one.start)
    ]
    return _parts(grounds, text, years, parting)


def _by_name(grounds: Grounds, passage: Passage) -> list[_Part]:
    if is_han_written(grounds.index.page.language):
        return []  # no capital letter tells a name
    text = passage.unit.text
    return _parts(grounds, text, placed_names(text, grounds.index.lower_case), _SIDE_BY_SIDE)


def _parts(
    grounds: Grounds,
    text: str,
    keys_at: Sequence[tuple[int, str]],
    parting: re.Pattern[str],
) -> list[_Part]:
    """The parts of a sentence side by side, each with the keys that no other part has."""
    language = grounds.index.page.language
    vocabulary = vocabulary_for(grounds.claim.language, language)
    ends = [match.span() for match in parting.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    named = frozenset(form for _, form in placed_names(text, grounds.index.lower_case))
    held = [
        frozenset(key for place, key in keys_at if start <= place < stop)
        for start, stop in zip(starts, stops, strict=True)
    ]
    if sum(map(bool, held)) < _FEWEST:
        return []
    forms = [
        forms_of(text[start:stop], language, vocabulary)
        for start, stop in zip(starts, stops, strict=True)
    ]
    if is_han_written(language) and parting is _BY_COMMA:
        # 2021年發射，2023年進入軌道: what stands before the first year did both.
        subject = forms_of(text[: min(place for place, _ in keys_at)], language, vocabulary)
        forms[1:] = [one | subject for one in forms[1:]]
    elif verb := _VERB.search(text, 0, stops[0]):
        # "The pact was adopted in May and entered into force in June": the pact did.
        subject = forms_of(text[: verb.start()], language, vocabulary)
        forms[1:] = [
            one | subject if _VERB_NEXT.match(text, start) else one
            for one, start in zip(forms[1:], starts[1:], strict=True)
        ]
    parts = []
    for number, (start, stop, own) in enumerate(zip(starts, stops, held, strict=True)):
        keys = own.difference(*(one for other, one in enumerate(held) if other != number))
        elsewhere = frozenset().union(*forms[:number], *forms[number + 1 :])
        telling = {one for one in forms[number] - elsewhere - named if not one[0].isdigit()}
        first = min(
            (place for place, key in keys_at if key in keys and place >= start), default=stop
        )
        is_led = len(text[start:first].split()) <= _LED
        beside = ends[max(number - 1, 0) : number + 1]
        is_against = any(_AGAINST.search(text, first, last) for first, last in beside)
        stands = is_led or is_against
        parts.append(_Part(text[start:stop], keys, forms[number], frozenset(telling), stands))
    return parts
