"""Which of the years of a sentence a number of it is said of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.languages import COMMA, is_han_written
from claims.parallels import measure_of
from claims.quantities.compare import is_calendar
from claims.quantities.times import relative_years
from claims.values import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.values import Claim, Quantity

# How many characters away another clause is, and a year after its number in Chinese or Japanese.
_CLAUSE = 30
CLAUSE_END = re.compile(
    rf"[;；，、]|{COMMA}|\b(?:while|whereas|but|compared|against|than)\b|而|但|比"
)
NEXT_CLAUSE = re.compile(
    r"[,;]\s*(?:which|who|whose|where|when|and|while|but|though|after|before)\b|[；，]"
)
COMPARED = re.compile(
    r"\b(?:(?:up|down)\s+(?:(?:by\s+)?[\d.,]+\s*(?:%|per\s?cent|percentage\s+points)\s+)?from|compared\s+(?:with|to)|against|than|versus|after|below|above"
    # "To 2.6 million, from 3.8 million in 2023"
    r"|from(?=\s+(?:(?:about|around|nearly|almost|just|over|under|some)\s+){0,2}(?:[A-Z]{0,3}[$£€¥]\s?)?\d)"
    r"|short\s+of)\b"
    r"|[比較较]|高[于於]|低[于於]|多[于於]|少[于於]|优于|優於"
)
# "One fewer than in 2023", 較2022年的362億元成長6.6%: of that year is only what follows at once.
REFERENCE = re.compile(
    r"(?:\b(?:than|compared (?:with|to)) (?:in |during |for |that of )?(?:the |a )?"
    r"|\b(?:than|compared (?:with|to)) (?:in|during|for|that|those|at|the) (?:[a-z'’-]+ ){1,4}"
    r"|[比较較]|[低高次遜逊][于於])$",
    re.IGNORECASE,
)
_BEHIND_COLON = re.compile(r"\s*[:：]\s*[^\s\d]{0,4}\d")
_ON_TO = re.compile(r"[\s)]*(?:to|and)\s+(?:\w+\s+)?", re.IGNORECASE)
# 比前一年的362億元 gives what was then, 比前一年增加三成 by how much it is more now.
_OF_YEAR = re.compile(
    r"\s*(?:[的之]|['’]s)?(?![^\d]{0,4}[增减減升降涨漲跌多少高低快慢]|[^\d]{0,2}(?:成[长長]|[扩擴缩縮]))"
    r"[^\d，。、；,;]{0,6}"
)
_CHANGED_FROM = re.compile(
    r"(?:\bfrom\s(?:[^,;.]|[.,](?=\d))*|[由从從自][^，。；]*)$", re.IGNORECASE
)
_CHANGED_TO = re.compile(
    r"\)?\s*to\s+(?:(?:about|around|nearly|almost|just|over|under|some)\s+){0,2}"
    r"|(?:年[底末初]?|[底末初])?(?:的?[\d,.]+[^\d，。；]{0,8})?[^\d，。；]{0,8}[至到為为]"
)
# "9,000 at first, rising to 14,000 by 2030"
_ON_TO_BY = re.compile(
    r",\s+(?:and\s+)?(?:then\s+)?(?:rising|growing|increasing|climbing|falling|dropping|declining|shrinking"
    r"|up|down|before\s+(?:rising|falling|growing|dropping)|(?:to|will)\s+(?:rise|fall|grow|drop))"
    r"\s+(?:back\s+)?to\s+(?:[^,;.]|[,.](?=\d)){1,40}?\b(?:by|in|from|until)\s+(?:the\s+end\s+of\s+|[A-Z][a-z]+\s+)?$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsince\s+$", re.IGNORECASE)
# 與上年持平, 和去年相當
_WITH = re.compile("[与與和同跟]$")
_LEVEL = re.compile("[^，。；,;]{0,4}(?:持平|相比|相[当當]|一致|一[样樣]|相同)")
_PAIR = 2
_ANY_YEAR = "2000"
# "The 2013 study" may be what the page is, or reports when it comes out.
IS_A_TEXT = re.compile(
    r"\s+(?:[\w-]+\s+){0,4}?(?:study|report|survey|census|review|paper|analysis|article|poll)\b",
    re.IGNORECASE,
)
_YEARS_OFF = re.compile(
    r"\byears?\s+(?:later|afterwards|before|earlier|previously)\b|年[後后前]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ClaimedYears:
    """The years of a claim, and by the place of a number of it those that this is said of."""

    every: tuple[Quantity, ...]
    _by_number: Mapping[int, tuple[Quantity, ...]]
    _compared: Mapping[int, tuple[Quantity, ...]]

    def of(self, number: Quantity) -> tuple[Quantity, ...]:
        """The years that a number of the claim is said of, or compared with."""
        return self._by_number.get(number.start, self.every)

    def own(self, number: Quantity) -> tuple[Quantity, ...]:
        """The years that a number is said of: 2019 not of the 11% of "11%, up from 4% in 2019"."""
        compared = self._compared.get(number.start, ())
        return tuple(year for year in self.of(number) if year not in compared)


def claimed_years(claim: Claim) -> ClaimedYears:
    """The years of a claim, each number with its own where it is plain which is whose."""
    named = tuple(
        quantity
        for quantity in claim.quantities
        if quantity.kind is Kind.YEAR and not IS_A_TEXT.match(claim.plain, quantity.end)
    )
    paired = _paired(claim, named)
    # "A year earlier" is told by a year that the claim names before.
    years = (
        *named,
        *relative_years(claim.plain, list(filter(is_calendar, claim.quantities)), "", ""),
    )
    # What "last year" was is not the page's to say.
    untold = relative_years(claim.plain, [], "", _ANY_YEAR)
    numbers = [one for one in claim.quantities if not is_calendar(one)]
    by_number = {
        one.start: paired.get(one)
        or tuple(
            year
            for year in _bound(years, untold, one, claim)
            # "From 31 in 2022 to 28": when it was 28 is not told.
            if not (year.end <= one.start and _is_of_beginning(year, one, claim.plain))
        )
        for one in numbers
    }
    compared = {
        one.start: tuple(
            year for year in years if is_compared(one, year, claim.quantities, claim.plain)
        )
        for one in numbers
    }
    return ClaimedYears(named, by_number, compared)


def _paired(claim: Claim, years: Sequence[Quantity]) -> Mapping[Quantity, tuple[Quantity, ...]]:
    """Each number with a year of its own: "from 31 euros in 2022 to 28 euros in 2023".

    Only where numbers of one measure and years take turns, and none is compared with another.
    """
    numbers = [one for one in claim.quantities if not (is_calendar(one) or one.kind is Kind.RANK)]
    turns = [one in years for one in claim.quantities if one in years or one in numbers]
    is_by_turns = all(one is not other for one, other in pairwise(turns))
    if len(years) < _PAIR or len(numbers) != len(years) or not is_by_turns:
        return {}
    if len({measure_of(one) for one in numbers}) > 1 or len({one.low for one in years}) == 1:
        return {}
    pairs = dict(zip(numbers, years, strict=True))
    is_plain = all(
        nearest_year(number, years, claim.plain, claim.language) == [year]
        and not is_compared(number, year, claim.quantities, claim.plain)
        for number, year in pairs.items()
    )
    return {number: (year,) for number, year in pairs.items()} if is_plain else {}


def _bound(
    years: Sequence[Quantity], untold: Sequence[Quantity], number: Quantity, claim: Claim
) -> tuple[Quantity, ...]:
    """The years that a number of the claim is said of: none of a later clause's."""
    text = claim.plain
    if untold and nearest_year(number, [*years, *untold], text, claim.language)[0] in untold:
        return ()
    return tuple(
        year
        for year in years
        if not (number.end <= year.start and NEXT_CLAUSE.search(text, number.end, year.start))
        and not _heads_another(year, number, text)
        # "In 1994 it was censured, and two years later it paid 320 million."
        and not _YEARS_OFF.search(text, year.end, max(number.start, year.end))
    )


def _heads_another(year: Quantity, number: Quantity, text: str) -> bool:
    """Whether a year behind a number is that of the next one: "7.0% (2023: 8.5%)"."""
    return number.end <= year.start and _BEHIND_COLON.match(text, year.end) is not None


def _is_of_beginning(year: Quantity, number: Quantity, text: str) -> bool:
    """Whether a year is that from which something changed to a number: "from 9 in 2020 to 12".

    Or "from 9 to 12 since 2020".
    """
    if number.end <= year.start:
        is_since = _SINCE.search(text, 0, year.start) is not None
        return is_since and _CHANGED_FROM.search(text, 0, number.start) is not None
    return (
        year.end <= number.start
        and _CHANGED_TO.fullmatch(text, year.end, number.start) is not None
        and _CHANGED_FROM.search(text, 0, year.start) is not None
    )


def is_compared(quantity: Quantity, year: Quantity, numbers: Sequence[Quantity], text: str) -> bool:
    """Whether a year is of another number than the one before it.

    Of what that is compared with, "6.2 million, up from 5.4 in 2022", or of a clause of its own,
    "37 in all, and in 2022 only 15".
    """
    if is_calendar(quantity):
        return False
    if REFERENCE.search(text, 0, year.start) and not _gives(year, quantity, text):
        return True
    if _heads_another(year, quantity, text) or _is_of_beginning(year, quantity, text):
        return True
    if _WITH.search(text, 0, year.start) and _LEVEL.match(text, year.end):
        return True
    before_year = max(year.start, quantity.end)
    if _ON_TO_BY.search(text, quantity.end, before_year):
        return True
    others = [one for one in numbers if one.start >= quantity.end and not is_calendar(one)]
    if marker := COMPARED.search(text, quantity.end, before_year):
        # "To 11 after a change in 2023, which three firms liked": the three are of another clause.
        return any(
            marker.end() <= other.start and not CLAUSE_END.search(text, year.end, other.start)
            for other in others
        )
    return NEXT_CLAUSE.search(text, quantity.end, before_year) is not None and any(
        year.end <= other.start and not CLAUSE_END.search(text, year.end, other.start)
        for other in others
    )


def years_compared_with(
    number: Quantity, quantities: Sequence[Quantity], text: str
) -> frozenset[float]:
    """The years that a text compares a number of it with: 2022 of "5 more than in 2022"."""
    return frozenset(
        one.low
        for one in quantities
        if one.kind is Kind.YEAR
        and one.low == one.high
        and number.end <= one.start
        and is_only_compared(one, quantities, text)
    )


def _gives(year: Quantity, quantity: Quantity, text: str) -> bool:
    """Whether a year is followed by what a number of it was: 2022年的362億元."""
    follows = year.end <= quantity.start
    return follows and _OF_YEAR.fullmatch(text, year.end, quantity.start) is not None


def is_only_compared(year: Quantity, numbers: Sequence[Quantity], text: str) -> bool:
    """Whether a text compares with a year and gives nothing of it: "12% more than in 2023"."""
    return bool(REFERENCE.search(text, 0, year.start)) and not any(
        _gives(year, one, text) for one in numbers if not is_calendar(one)
    )


def nearest_year(
    quantity: Quantity, years: Sequence[Quantity], text: str, language: str
) -> list[Quantity]:
    """The year among several that a number of the sentence belongs to: the nearest.

    A year after the number is as near as one before it, but for Chinese and Japanese, whose
    years come first; one in another clause is far.
    """
    is_han = is_han_written(language)

    def distance(year: Quantity) -> float:
        first, last = sorted((year, quantity), key=lambda one: one.start)
        between = text[first.end : last.start]
        far = len(between) + _CLAUSE * len(CLAUSE_END.findall(between))
        # "From 267 in 2020 to 214 in 2022", "267 in 2020 and 214 in 2022": the year stands behind.
        far += _CLAUSE * bool(_ON_TO.fullmatch(between))
        return far + (_CLAUSE if is_han and year.start > quantity.start else 0)

    return [min(years, key=distance)] if years else []
