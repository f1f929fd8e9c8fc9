"""What stands near the numbers of a claim and of its passages, and whose number is whose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.clock import parts_of_years_in
from claims.languages import is_han_written
from claims.lexicon.names import find_names
from claims.lexicon.terms import forms_of, vocabulary_for
from claims.nearness import Surroundings, agreement, end_of_change, goes_from, is_unit_of
from claims.parallels import part_with, parts_of
from claims.polarity import clause_around
from claims.quantities.compare import compare
from claims.values import Claim, Kind, Quantity, Relation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.candidates import Candidate
    from claims.matches import Match
    from claims.parallels import Part
    from claims.passages import PageIndex

# What it is worth that the same words stand near both numbers.
NEARNESS = 1.5
# What it is worth that a number agrees, for each digit that counts; that the noun does, and what
# it costs that it does not, on the scale of a passage's coverage.
AGREEMENT = 0.16
# How closely a word of the claim is bound to a number that it tells the side of.
_BOUND = 0.15
# How many times as great as another a number is that nobody takes for it.
_FAR = 20
# A capitalised word of so few letters may be "À" or "Im" at the beginning of a sentence.
_PARTICLE = 2
# That a claim tells of this year, or of what is so by now; and a text of the next, or of what is
# still to be: the level of now is then the one before.
_NOW = re.compile(
    r"\b(?:this\s+(?:year|month)|now|currently|at\s+present|already)\b|今年|本月|目前|[现現][行在]|已",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\bnext\s+(?:year|month)\b|明年|下[個个]?月", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:will|would|next\s+(?:year|month|week)|to\s+be|plans?|planned|expected|forecast\w*)\b"
    r"|[明后後]年|下[個个]?[月周週季]|[将將]|[预預][计計期估]",
    re.IGNORECASE,
)


def _side_in(sides: Mapping[frozenset[str], int], forms: frozenset[str]) -> int:
    """On which side of a text a word stands; 0 where on neither or on both."""
    found = {side for others, side in sides.items() if not forms.isdisjoint(others)}
    return found.pop() if len(found) == 1 else 0


def _are_far(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are too far apart for one to be taken for the other."""
    low, high = sorted((abs(one.value), abs(other.value)))
    return low * _FAR < high


def lone_characters(header: str) -> frozenset[str]:
    """The words of one character in a header: 男, 女."""
    return frozenset(word for word in header.split() if len(word) == 1 and word.isalpha())


class Bonds:
    """How near the same words stand to numbers of a claim and of its passages.

    Each text is cut into words once, however many numbers of it are compared.
    """

    def __init__(self, claim: Claim, index: PageIndex) -> None:
        self.claim_language = claim.language
        self.page_language = index.page.language
        self.is_across = claim.language[:2] != index.page.language[:2]
        self.plain = claim.plain
        self._claim = Surroundings(claim.plain, claim.language, index.page.language)
        self._names = self._claim.capitalised() or [
            name.forms for name in find_names(claim.plain, claim.language)
        ]
        self._words = frozenset().union(*(forms for _, forms in self._claim.words))
        self._rarity = index.rarity_for(claim.language)
        self._common = index.lower_case
        self.title = index.page.title.strip()
        self._year = index.year_told_of if index.year_told_of in index.years_of_title else ""
        self._index = index
        self._bound: dict[Quantity, list[tuple[frozenset[str], float]]] = {}
        # The quarters and halves of the year that the claim is of.
        self.parts_of_year = frozenset(
            one.value for one in parts_of_years_in(claim.plain, claim.language)
        )

    def is_of_page_year(self, years: Sequence[Quantity]) -> bool:
        """Whether one of some years is that of the page, by its title."""
        return bool(self._year) and any(one.low == one.high == int(self._year) for one in years)

    def words_beside(self, claimed: Quantity) -> list[tuple[frozenset[str], float]]:
        """The words of the claim, weighed by how near they stand to a number of it."""
        if claimed not in self._bound:
            self._bound[claimed] = self._claim.bound_to(claimed, self._rarity)
        return self._bound[claimed]

    def is_swapped(self, one: Match, other: Match) -> bool:
        """Whether what the claim says of either of two numbers is said of the other there."""
        if one.found is None or other.found is None:
            return False
        passage = self._passage(one.context)
        if self._crosses_nouns(one, other):
            return True
        our_way = self._claim.leads(one.claimed, other.claimed)
        their_way = passage.leads(one.found, other.found)
        if our_way is not None and their_way is not None:
            return our_way is not their_way
        ours = self._claim.sides(one.claimed, other.claimed)
        theirs = passage.sides(one.found, other.found)
        told = [side * _side_in(theirs, forms) for forms, side in ours.items()]
        crossed = {side for side, way in zip(ours.values(), told, strict=True) if way < 0}
        if not self.is_across:
            return crossed == {1, -1}
        # A dictionary may know but one of the two things, "11% of electric ones", and may join a
        # word to the wrong one.
        least = 1 + told.count(1)
        is_one_sided = len(crossed) == 1 and 1 not in told and not _are_far(one.found, other.found)
        return is_one_sided or (crossed == {1, -1} and told.count(-1) > least)

    def _crosses_nouns(self, one: Match, other: Match) -> bool:
        """Whether a claim counts "19 firms in 64 countries" and the source the other way round."""
        if not (one.found and other.found and one.claimed.kind is other.claimed.kind is Kind.COUNT):
            return False
        ours = [self._noun_of(q, self.claim_language) for q in (one.claimed, other.claimed)]
        theirs = [self._noun_of(q, self.page_language) for q in (one.found, other.found)]
        crossed = not ours[0].isdisjoint(theirs[1]) and not ours[1].isdisjoint(theirs[0])
        return crossed and ours[0].isdisjoint(theirs[0]) and ours[1].isdisjoint(theirs[1])

    def _noun_of(self, quantity: Quantity, language: str) -> frozenset[str]:
        vocabulary = vocabulary_for(self.claim_language, self.page_language)
        return forms_of(quantity.unit, language, vocabulary)

    def counts_alone(self, claimed: Quantity, found: Quantity, rival: Quantity) -> bool:
        """Whether of two numbers of the page the first alone counts what the claim's does."""
        if not claimed.kind is found.kind is rival.kind is Kind.COUNT:
            return False
        noun = self._noun_of(claimed, self.claim_language)
        own, other = (self._noun_of(one, self.page_language) for one in (found, rival))
        return bool(rival.unit) and not noun.isdisjoint(own) and noun.isdisjoint(other)

    def is_of_other(self, claimed: Quantity, own: Quantity, rival: Quantity, text: str) -> bool:
        """Whether none of the words bound to a claim's number is on the side of one of a text.

        And one of them is on the side of another.
        """
        passage = self._passage(text)
        sides = passage.sides(own, rival)
        bound = [
            (forms, _side_in(sides, forms))
            for place, forms in self._claim.words
            if self._claim.bond(place, claimed) >= _BOUND and not is_unit_of(claimed, place)
        ]
        shared = {side for _, side in bound}
        common = frozenset[str]()
        if shared >= {1, -1}:
            # "2,000 residents, of whom 1,300 replied", "1,150 people, the cinema 310": what is
            # counted goes for both.
            common = passage.lead_of(own, rival) | self._noun_of(claimed, self.claim_language)
            shared = {side for forms, side in bound if forms.isdisjoint(common)}
        # Of two that did the same, the names tell which is meant.
        # A name before both may be the subject of both; one before the later is of that alone.
        telling = {1, -1} if rival.start > own.start else {1}
        common |= self._common
        names = [one for one in passage.capitalised() if one.isdisjoint(common)]
        if any(sides.get(forms) in telling for forms in names):
            known = self._words_until(claimed)
            ours = [forms for forms in self._names if not forms.isdisjoint(known)]
            named = {_side_in(sides, forms) for forms in ours} - {0}
            shared = named or shared
        return bool(sides) and 1 not in shared and -1 in shared

    def tells_apart(self, text: str, other: str) -> bool:
        """Whether one of two texts has words of the claim that the other has not, and alone has."""
        vocabulary = vocabulary_for(self.claim_language, self.page_language)
        own = forms_of(text, self.page_language, vocabulary)
        theirs = forms_of(other, self.page_language, vocabulary)
        words = self._words
        if is_han_written(self.page_language) and not self.is_across:
            own, theirs = own | lone_characters(text), theirs | lone_characters(other)
            words = words | frozenset(self.plain)
        return not words.isdisjoint(own - theirs) and words.isdisjoint(theirs - own)

    def names_before(self, claimed: Quantity, clause: str) -> bool:
        """Whether what stands before a number of the claim names what a clause of the page does."""
        vocabulary = vocabulary_for(self.claim_language, self.page_language)
        ours = forms_of(self.plain[: claimed.start], self.claim_language, vocabulary)
        there = forms_of(clause, self.page_language, vocabulary)
        named = frozenset().union(*self._names)
        return any(not form[0].isdigit() and form in there for form in ours & named)

    def named_apart(
        self,
        text: str,
        numbers: Sequence[Quantity],
        found: Quantity,
        claimed: Quantity | None = None,
    ) -> Quantity | None:
        """The number of a sentence whose part alone has names of the claim.

        None if that is the part of `found`, or if this one names nobody. Of a number `claimed` the
        names in clauses behind it are left out: "220 million tonnes, nine tenths from China".
        """
        parts, told = self._parts_named(text, numbers)
        if claimed:
            known = self._words_until(claimed)
            told = [part for part in told if not part.names.isdisjoint(known)]
        own = next((part for part in parts if found in part.quantities and part.names), None)
        if own in told and is_han_written(self.page_language):
            told = [part for part in told if part.names <= self._words]
        if own is None or own in told or len(told) != 1 or len(told[0].quantities) > 1:
            return None
        return told[0].quantities[0]

    def _words_until(self, claimed: Quantity) -> frozenset[str]:
        """The words of a claim up to the end of the clause that a number of it stands in.

        Within Chinese all of them: who is second to whom is told behind the number.
        """
        if is_han_written(self.claim_language) and not self.is_across:
            return self._words
        clause = clause_around(self.plain, claimed.start, claimed.end)
        end = self.plain.find(clause, max(claimed.start - len(clause), 0)) + len(clause)
        words = (forms for place, forms in self._claim.words if place < end)
        return frozenset().union(*words)

    def _parts_named(
        self, text: str, numbers: Sequence[Quantity]
    ) -> tuple[tuple[Part, ...], list[Part]]:
        """The parts of a sentence, and those of them that have names of the claim."""
        vocabulary = vocabulary_for(self.claim_language, self.page_language)
        parts = parts_of(text, numbers, self.page_language, vocabulary, self._common)
        return parts, [part for part in parts if not self._words.isdisjoint(part.names)]

    def is_of_named_part(self, text: str, numbers: Sequence[Quantity], found: Quantity) -> bool:
        """Whether of the parts of a sentence that of a number alone has names of the claim.

        Each has names of its own: of one that has none another may be the subject.
        """
        parts, told = self._parts_named(text, numbers)
        if not all(part.names for part in parts):
            return False
        if len(told) > 1 and is_han_written(self.page_language):
            told = [part for part in told if part.names <= self._words]
        elif len(told) > 1:
            # Of several that a claim names it is of the first: "Finch, who backed Stolt".
            first = next(
                (
                    name
                    for name in self._names
                    if any(name & one.names for one in told) and max(map(len, name)) > _PARTICLE
                ),
                frozenset[str](),
            )
            told = [part for part in told if not first.isdisjoint(part.names)]
        return len(told) == 1 and told[0].quantities == (found,)

    def with_company_apart(
        self,
        text: str,
        numbers: Sequence[Quantity],
        found: Quantity,
        beside: Sequence[Match],
        given: Sequence[Quantity],
    ) -> Quantity | None:
        """The number of the part with another number of the claim, where `found`'s has a rival."""
        vocabulary = vocabulary_for(self.claim_language, self.page_language)
        parts = parts_of(text, numbers, self.page_language, vocabulary)
        own = part_with(parts, found)
        for other in beside:
            if other.relation is not Relation.AGREES or other.found is None or own is None:
                continue
            theirs = part_with(parts, other.found)
            # "Tolls were 12 in 2024": of "prices reached 88 in 2024, and tolls are 12 since 2016".
            if (
                theirs
                and not self._words.isdisjoint(own.own)
                and self._words.isdisjoint(theirs.own)
            ):
                continue
            is_rivalled = any(
                own.start <= one.start < own.end
                and one is not found
                and compare(other.claimed, one) is Relation.DIFFERS
                for one in given
            )
            if theirs not in {None, own} and is_rivalled and theirs and len(theirs.quantities) == 1:
                return theirs.quantities[0]
        return None

    def is_other_end(self, claimed: Quantity, candidate: Candidate) -> bool:
        """Whether a claim has as the end of a change what was its beginning, or the reverse."""
        ours, theirs = self._ends(claimed, candidate)
        return {ours, theirs} in ({"from", "to"}, {"by", "to"})

    def is_same_end(self, claimed: Quantity, candidate: Candidate) -> bool:
        """Whether both begin a change, or both end one."""
        ours, theirs = self._ends(claimed, candidate)
        return bool(ours) and ours == theirs

    def is_end(self, claimed: Quantity) -> bool:
        """Whether a claim tells a change from a number, or to it."""
        return end_of_change(self.plain, claimed) in {"from", "to"}

    def is_reached(self, claimed: Quantity, start: Quantity, end: Quantity, text: str) -> bool:
        """Whether a text tells a change from one number to another, and a claim the level alone.

        Of "from 45% to 52%" what is said to be so now is the latter.
        """
        is_level = not end_of_change(self.plain, claimed)
        return is_level and goes_from(text, start, end) and not _TO_COME.search(text)

    def is_not_yet(self, start: Quantity, end: Quantity, text: str) -> bool:
        """Whether a claim tells of now, and a text a change to its number from next year on."""
        return bool(_NOW.search(self.plain) and _NEXT.search(text)) and goes_from(text, start, end)

    def is_at_same_end(self, match: Match, pool: Sequence[Candidate]) -> bool:
        """Whether a change begins, or ends, with another number than the claim says it does."""
        return match.relation is Relation.DIFFERS and any(
            one.quantity == match.found
            and one.text == match.context
            and self._ends(match.claimed, one) in {("from", "from"), ("to", "to")}
            for one in pool
        )

    def _ends(self, claimed: Quantity, candidate: Candidate) -> tuple[str, str]:
        if candidate.passage.unit.row is not None:
            return "", ""
        theirs = end_of_change(candidate.text, candidate.quantity)
        return end_of_change(self.plain, claimed), theirs

    def __call__(self, claimed: Quantity, candidate: Candidate) -> float:
        """The share of the words bound to a claim's number that are bound to a candidate, to 1."""
        passage = self._passage(candidate.text)
        return agreement(self.words_beside(claimed), passage, candidate.quantity)

    def _passage(self, text: str) -> Surroundings:
        return self._index.surroundings(text, self.claim_language)
