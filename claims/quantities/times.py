"""Whether a source's year or date bears out a claim's."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.quantities.dates import MONTHS, years_quantity
from claims.values import Comparator, Kind, Quantity, Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

# Dates are numbers YYYYMMDD; those that tell no year are below the first of the year 1.
_YEAR_PLACE = 10_000
_MONTH_PLACE = 100
_FIRST_DAY_OF_YEAR_ONE = 10_101
_DECADE = 10
_CENTURY = 100
# How many years "about 1850" is off at most, and "about 1853".
_ABOUT_ROUND = 5
_ABOUT = 2
_ROUND = 5
_RELATIVE_YEAR = re.compile(
    r"(?P<before>\b(?:the\s)?(?:year\s(?:before|earlier|ago)|(?:previous|prior|preceding)\syear)\b"
    r"|前一年|[上前]年同期|上一年|(?<!以)上年)|(?P<published>\blast\s+year\b|去年)"
    r"|(?P<many>\b(?P<number>two|three|four|five|six|seven|eight|nine|ten|twenty|\d{1,2})\s+years"
    r"\s+(?:before|earlier)\b)",
    re.IGNORECASE,
)
_SO_MANY = {
    word: number
    for number, word in enumerate("two three four five six seven eight nine ten".split(), start=2)
} | {"twenty": 20}


def compare_times(claim: Quantity, source: Quantity) -> Relation | None:
    """AGREES or DIFFERS, or None where the source is less exact than the claim."""
    if claim.kind is source.kind is Kind.DATE:
        return _compare_days(claim, source)
    if tells_no_year(claim) or tells_no_year(source):
        return None
    claimed, found = _years(claim), _years(source)
    if claim.kind is Kind.DATE:
        return Relation.DIFFERS if _apart(claimed, found) else None
    if claimed == found:
        return Relation.AGREES
    if _is_within(found, claimed) and _is_vague(claimed):
        return Relation.AGREES
    if _is_within(claimed, found) and _is_vague(found):
        return None
    if claim.comparator is Comparator.ABOUT and not _apart(_about(claimed), found):
        if claimed[0] == claimed[1]:
            # "Around 1908" is not what "around 1910" says.
            is_as_vague = source.comparator is Comparator.ABOUT and found[0] == found[1]
            return None if is_as_vague else Relation.AGREES
        if found[0] == found[1]:
            return None  # "around 1500" does not tell a span
        ends = zip(claimed, found, _about(claimed), strict=True)
        is_same = all(abs(ours - theirs) <= abs(ours - room) for ours, theirs, room in ends)
        return Relation.AGREES if is_same else Relation.DIFFERS
    if source.comparator is Comparator.ABOUT and not _apart(claimed, _about(found)):
        return None
    if claimed[0] == claimed[1] or found[0] == found[1]:
        # "1965" beside "from 1965 to 1970": where a period begins and ends is said.
        if {*claimed} & {*found}:
            return Relation.AGREES
        return Relation.DIFFERS if _apart(claimed, found) else None
    return Relation.DIFFERS


def tells_no_year(quantity: Quantity) -> bool:
    """Whether a date is a day and a month only."""
    return quantity.kind is Kind.DATE and quantity.low < _FIRST_DAY_OF_YEAR_ONE


def year_named(time: Quantity) -> str:
    """The one year of a year or of a date, "" where it is of several, of none, or no time."""
    first, last = _years(time) if time.kind in {Kind.YEAR, Kind.DATE} else (0.0, 0.0)
    return str(int(first)) if first == last and first else ""


def is_telling(time: Quantity) -> bool:
    """Whether a time is a day of a year, or a span of years: seldom met by chance."""
    if time.kind is Kind.DATE:
        return time.low == time.high and not tells_no_year(time)
    return time.kind is Kind.YEAR and time.low < time.high


def is_very_time(claim: Quantity, source: Quantity) -> bool:
    """Whether two times are the same day of a year, or the same span of years."""
    is_same = (claim.low, claim.high, claim.kind) == (source.low, source.high, source.kind)
    return is_same and is_telling(claim)


def same_day(claim: Quantity, source: Quantity) -> bool:
    """Whether two dates are the same day or month, whatever the year."""
    claimed, found = _days(claim), _days(source)
    return claim.kind is source.kind is Kind.DATE and _is_within(found, claimed)


def month_named(date: Quantity, text: str, years: Sequence[str] | None = None) -> Quantity | None:
    """The month of a date where a text in English names it without a year: "by December".

    None where the text names no such month, or is of no year of the date: of those that it names
    itself, or of `years`.
    """
    if date.kind is not Kind.DATE or tells_no_year(date):
        return None
    if year_named(date) not in (text if years is None else years):
        return None
    month = date.low % _YEAR_PLACE // _MONTH_PLACE
    names = "|".join(name.title() for name, number in MONTHS.items() if number == month)
    named = re.search(rf"\b(?:{names})\b(?!\.?,?\s+\d)", text)
    if named is None:
        return None
    return replace(date, start=named.start(), end=named.end(), text=named.group())


def same_month_of_another_year(claim: Quantity, source: Quantity) -> bool:
    """Whether two dates differ in the year, and not in the month."""
    if tells_no_year(claim) or tells_no_year(source) or not claim.kind is source.kind is Kind.DATE:
        return False
    months = {one.low % _YEAR_PLACE // _MONTH_PLACE for one in (claim, source)}
    return len(months) == 1 and _years(claim) != _years(source)


def _compare_days(claim: Quantity, source: Quantity) -> Relation | None:
    if tells_no_year(claim) or tells_no_year(source):
        claimed, found = _days(claim), _days(source)
        if not tells_no_year(claim):
            return Relation.DIFFERS if _apart(claimed, found) else None
    else:
        claimed, found = (claim.low, claim.high), (source.low, source.high)
    if _apart(claimed, found):
        return Relation.DIFFERS
    return Relation.AGREES if _is_within(found, claimed) else None


def _days(date: Quantity) -> tuple[float, float]:
    return date.low % _YEAR_PLACE, date.high % _YEAR_PLACE


def _years(quantity: Quantity) -> tuple[float, float]:
    if quantity.kind is Kind.YEAR:
        return quantity.low, quantity.high
    return quantity.low // _YEAR_PLACE, quantity.high // _YEAR_PLACE


def _apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] > other[1] or other[0] > one[1]


def _is_within(inner: tuple[float, float], outer: tuple[float, float]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _about(years: tuple[float, float]) -> tuple[float, float]:
    """The years that "about 1850" may be said of, or "about 1853"."""
    first, last = years
    return (
        first - (_ABOUT_ROUND if first % _ROUND == 0 else _ABOUT),
        last + (_ABOUT_ROUND if last % _ROUND == 0 else _ABOUT),
    )


def _is_vague(years: tuple[float, float]) -> bool:
    """Whether years are a decade or a century, which say of a year only about when it was."""
    length = years[1] - years[0] + 1
    return length in {_DECADE, _CENTURY} and years[0] % _DECADE <= 1


def relative_years(
    text: str, named: Sequence[Quantity], year: str, published: str
) -> list[Quantity]:
    """The years that a sentence tells by another: "the year before", "last year", 前一年, 去年.

    The year before is that before the one `named` last, be it by a day, or before the page's own
    `year`; last year is the one before it was `published`. Years are four digits or "".
    "Four years earlier" is told where a year stands before it.
    """
    found = []
    for match in _RELATIVE_YEAR.finditer(text):
        before = 1
        if match["published"]:
            base = published
        else:
            years = ((one.start, *_years(one)) for one in named if not tells_no_year(one))
            earlier = [
                first for start, first, last in years if start < match.start() and first == last
            ]
            # Of many years ago the sentence itself has to say from when.
            base = str(int(earlier[-1])) if earlier else "" if match["many"] else year
        if base:
            if told := match["number"]:
                before = _SO_MANY.get(told.lower()) or int(told)
            there = int(base) - before
            found.append(years_quantity(match.group(), match.start(), there, there))
    return found
