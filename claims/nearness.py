"""What a number belongs to: the words that stand near it, in the claim and in the passage.

"Kestrel fell 37% while Norvalt rose 12%" holds every word and number of "Kestrel fell 12%"; what
tells the two apart is which number stands beside which words.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from claims.languages import is_han_written
from claims.lexicon.joints import with_joints
from claims.lexicon.terms import placed_forms, vocabulary_for
from claims.parallels import PARTING
from claims.polarity import clause_around, direction_of, places_of_change
from claims.values import MEASURES, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claims.values import Quantity

    Placed = list[tuple[int, frozenset[str]]]

# Characters over which the bond between a word and a number falls to 1/e.
_REACH = 30.0
_HAN_REACH = 9.0
# What is left of it across a boundary between clauses.
_ACROSS = 0.45
_BOUNDARY = re.compile(
    r"[;；。，,、：:|]|\b(?:while|whereas|but|and|against|compared|from|than|of which)\b"
    r"|而|但|从|較|较|由",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_HAN_DATE = re.compile(r"(?:\d{1,4}\s*[年月日])+")
# Stems of words that are parts of numbers, and tell nothing of what these are of.
_MAGNITUDES = frozenset(
    "hundr thousand million billion trillion dozen percent cent milliard mill mil millon mio mrd"
    " prozent tausend cient".split()
)
# "from 88% to 83%", 從86%上升到91%
_TO = re.compile(
    r"\s*(?:up |down )?to\s*|[^\d，。；、]{0,4}[到至為为]\s*|\s*auf\s*|\s*à\s*|\s*a\s*",
    re.IGNORECASE,
)


# How many characters before a number tell whether it begins or ends a change.
_CHANGE_REACH = 40
_BEGINS = re.compile(
    r"(?:\bfrom\s+(?:[A-Z]{0,3}[$£€¥])?"
    r"|[由从從](?:\s?(?:19|20)\d\d\s?年[的底初]{0,2}|[^\d，。；、]{1,6}的|每[年月日天人戶户噸吨])?)$"
)
_ENDS = re.compile(
    r"(?:(?:\b(?:rose|risen|rising|rises?|grew|grow\w*|increas\w+|climb\w+|jump\w+|up|fell|fall\w*"
    r"|declin\w+|decreas\w+|dropp?\w*|down|slid|cut|reduced|shrank|narrow\w*|raised)"
    r"|[\d%]|\d\s[a-z]+)\s+to\s+(?:[A-Z]{0,3}[$£€¥])?"
    r"|(?:[升降增减減跌漲涨調调][高低升降加少]?|[提缩縮扩擴成下恢回][高升短小減减大長长滑跌復复落])[至到為为]"
    r"(?:\s?(?:19|20)\d\d\s?年[的底初]{0,2}|每[年月日天人戶户噸吨])?)$",
    re.IGNORECASE,
)


# "151,000, up from 188,000"
_COMPARED_BACK = re.compile(r"\b(?P<way>up|down)\s+from\s+(?:[A-Z]{0,3}[$£€¥])?$", re.IGNORECASE)
_THOSE = re.compile(r"\s*(?:of|for|among|in)?\s*(?:those|that|the ones)\b", re.IGNORECASE)
# Prices rose by 4%: the rate at which they rise slowed to 4%.
_IS_RATE = re.compile(
    r"\b(?:inflation|growth|rate|rates|pace)\b|通膨|通胀|通脹|成长率|成長率|增速|增幅",
    re.IGNORECASE,
)
_DIFFERS_BY = re.compile(
    r"(?:\b(?:rose|risen|rising|rises?|grew|grow(?:s|n|ing)?|increas(?:e|es|ed|ing)"
    r"|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|fell|fall(?:s|en|ing)?|declin(?:e|es|ed|ing)"
    r"|decreas(?:e|es|ed|ing)|drop(?:s|ped|ping)?|slid|slipped|shrank|shrunk)"
    r"(?:\s+by)?|\b(?:cut|reduced|raised|narrowed|lowered|up|down)\s+by"
    r"|\b(?:rise|increase|growth|gain|fall|drop|decline|decrease)\s+of)"
    r"\s+(?:(?:about|around|nearly|almost|over|roughly|some|just|more|less|than|an?)\s+){0,3}"
    r"(?:[A-Z]{0,3}[$£€¥])?$"
    r"|(?:增加|增[长長]|成[长長]|上升|上[涨漲]|提高|[减減]少|下降|下跌|降低|[缩縮]短|延[长長]|[调調][高升降])了?"
    r"(?:[约約近逾超][过過]?)?$",
    re.IGNORECASE,
)
# "From 28 boats in 2022 to 31 in 2023".
_TO_WITH = re.compile(
    r"(?:(?:\s+[a-z]+){0,2}\s+in\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d)?"
    r"\s*(?:up |down )?to\s*(?:[A-Z]{0,3}[$£€¥])?"
    r"|[^\d，。；、]{0,4}(?:[升降增減减跌漲涨調调][高低升降加少]?)?[到至為为]"
    r"(?:\s?(?:19|20)\d\d\s?年[的底初]{0,2})?\s*|\s*auf\s*|\s*à\s*|\s*a\s*",
    re.IGNORECASE,
)


class Surroundings:
    """A text as words with their places; asked how a number of it is bound to them."""

    def __init__(self, text: str, language: str, other_language: str) -> None:
        vocabulary = vocabulary_for(language, other_language)
        self.words: Placed = [
            (place, forms)
            for place, forms in placed_forms(text, language, vocabulary)
            if not all(form[0].isdigit() for form in forms)
        ]
        changes = places_of_change(text, language)
        # A claim may have the direction of a change wrong: its place is found by the other words.
        self.steady: Placed = [
            (place, forms)
            for place, forms in self.words
            if not any(start <= place < end for start, end in changes)
        ] or self.words
        self._reach = _HAN_REACH if is_han_written(language) else _REACH
        boundary, parting = with_joints(_BOUNDARY, language), with_joints(PARTING, language)
        self._boundaries = [match.start() for match in boundary.finditer(text)]
        self._places: dict[str, list[int]] = {}
        for place, forms in sorted(self.words, key=lambda word: word[0]):
            for form in forms:
                self._places.setdefault(form, []).append(place)
        # When it was parts no word from its number: 票價在2023年也上漲了6.5%.
        self._dated = [
            place
            for date in (_HAN_DATE.finditer(text) if is_han_written(language) else ())
            for place in range(*date.span())
        ]
        self._text = text
        self._partings = [match.start() for match in parting.finditer(text)]

    def bond(self, place: int, quantity: Quantity) -> float:
        """How closely the word at a place is bound to a quantity, from 0 to 1."""
        if quantity.start <= place < quantity.end:
            return 1.0
        first, last = sorted((place, quantity.start))
        start, end = (place, quantity.start) if place < quantity.start else (quantity.end, place)
        gap = end - start - (bisect_left(self._dated, end) - bisect_left(self._dated, start))
        crossed = bisect_left(self._boundaries, last) - bisect_right(self._boundaries, first)
        return math.exp(-max(gap, 0) / self._reach) * _ACROSS ** min(max(crossed, 0), 3)

    def closest_bond(self, forms: frozenset[str], quantity: Quantity) -> float:
        """How closely a word, wherever it stands, is bound to a quantity; 0 where it does not.

        A word that stands further off on the same side is never bound more closely, so that of
        many places two are looked at.
        """
        closest = 0.0
        for form in forms:
            places = self._places.get(form, [])
            behind = bisect_left(places, quantity.start)
            for place in places[max(behind - 1, 0) : behind + 1]:
                closest = max(closest, self.bond(place, quantity))
        return closest

    def bound_to(
        self, quantity: Quantity, rarity: Callable[[frozenset[str]], float]
    ) -> list[tuple[frozenset[str], float]]:
        """The words of the text with what each weighs for a quantity of it."""
        return [(forms, rarity(forms) * self.bond(place, quantity)) for place, forms in self.steady]

    def sides(self, first: Quantity, second: Quantity) -> dict[frozenset[str], int]:
        """To which of two numbers the words of the text belong: 1 to the first, -1 to the second.

        The text is parted at the last boundary between the two; without one nothing is told. A
        word that stands on both belongs to neither.
        """
        early, late = sorted((first, second), key=lambda one: one.start)
        between = [place for place in self._partings if early.end <= place < late.start]
        if not between:
            return {}
        # What stands before belongs to an earlier number, if there is one.
        before = [place for place in self._partings if place < early.start]
        begin = next((place for place in reversed(before) if _DIGIT.search(self._text[:place])), 0)
        sign = 1 if first is early else -1
        # "Revenue was 33, up 41%, and profit 15, up 39%": the profit is before the last comma.
        cut = next(
            (
                place
                for place in reversed(between)
                if any(place <= word < late.start for word, _ in self.steady)
            ),
            between[-1],
        )
        sides: dict[frozenset[str], int] = {}
        for place, forms in self.words:
            if place >= begin and not forms <= _MAGNITUDES:
                side = sign if place < cut else -sign
                sides[forms] = side if sides.get(forms, side) == side else 0
        return {forms: side for forms, side in sides.items() if side}

    def lead_of(self, first: Quantity, second: Quantity) -> frozenset[str]:
        """The words that go for both of two numbers, though they stand by the first alone.

        "Buses go every 20 minutes on weekdays and every 30 on Sundays": the buses do both. So do
        the patients of "2% of patients given A and 1% of those given B".
        """
        early, late = sorted((first, second), key=lambda one: one.start)
        between = [place for place in self._partings if early.end <= place < late.start]
        if not between:
            return frozenset()
        before = [forms for place, forms in self.words if place < late.start]
        own = [forms for place, forms in self.words if between[-1] <= place < late.start]
        is_led = any(before.count(forms) == 1 for forms in own)
        lead = [forms for place, forms in self.words if place < early.start and not is_led]
        if _THOSE.match(self._text, late.end):
            lead += [forms for place, forms in self.words if place >= early.end][:1]
        return frozenset().union(*lead)

    def capitalised(self) -> list[frozenset[str]]:
        """The words that begin with a capital letter."""
        return [forms for place, forms in self.words if self._text[place].isupper()]

    def leads(self, first: Quantity, second: Quantity) -> bool | None:
        """Whether a change goes from the first to the second; None where none is told of them."""
        early, late = sorted((first, second), key=lambda one: one.start)
        if not _TO.fullmatch(self._text[early.end : late.start]):
            return None
        return first is early


def is_unit_of(quantity: Quantity, place: int) -> bool:
    """Whether a word at a place is what a number of its text is measured in, "kilometres".

    An age is whom a text tells of: "40 or younger".
    """
    is_measure = quantity.kind in MEASURES and quantity.kind is not Kind.DURATION
    return is_measure and quantity.start <= place < quantity.end


def end_of_change(text: str, quantity: Quantity) -> str:
    """Return "from", "to" or "by" where a change is told from, to or by a number, else ""."""
    before = text[max(quantity.start - _CHANGE_REACH, 0) : quantity.start]
    if _BEGINS.search(before):
        return "from"
    if _ENDS.search(before):
        return "to"
    return "by" if _DIFFERS_BY.search(before) and not _IS_RATE.search(text) else ""


def is_compared_back(text: str, later: Quantity, earlier: Quantity) -> bool:
    """Whether a text tells right behind a number what it was before: "52%, up from 45%"."""
    told = _COMPARED_BACK.search(text, later.end, max(earlier.start, later.end))
    return told is not None and not text[later.end : told.start()].strip(" ,")


def goes_from(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether a text tells a change from one number right to another behind it."""
    between = text[first.end : max(second.start, first.end)]
    return end_of_change(text, first) == "from" and _TO_WITH.fullmatch(between) is not None


def change_against(text: str, language: str, first: Quantity, second: Quantity) -> str:
    """The word by which a text tells a change that two numbers of it contradict, or "".

    "Fell from 3 to 5", "5, down from 3"; the second stands behind the first.
    """
    between = text[first.end : second.start]
    grown = second.value - first.value
    if told := _COMPARED_BACK.search(between):
        return told.group() if (grown < 0) is (told["way"].lower() == "down") and grown else ""
    if not goes_from(text, first, second):
        return ""
    clause = clause_around(text, first.start, first.end)
    before = text[: first.start][-len(clause) - _CHANGE_REACH :]
    way, word = direction_of(f"{before}{between}", language)
    return word if way * grown < 0 else ""


def agreement(
    bound: Sequence[tuple[frozenset[str], float]], passage: Surroundings, found: Quantity
) -> float:
    """The share of the words bound to the claim's number that are bound to the passage's as well.

    From 0 to 1, each word weighed as `bound_to` weighs it in the claim.
    """
    total = shared = 0.0
    for forms, weight in bound:
        total += weight
        shared += weight * passage.closest_bond(forms, found)
    return shared / total if total else 0.0
