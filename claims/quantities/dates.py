"""Calendar dates written out in English or as ISO 8601, and decades."""

from __future__ import annotations

import calendar
import re

from claims.values import Comparator, Kind, Quantity

MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_YEAR = r"(?P<year>1[4-9]\d\d|20\d\d)"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d-]){_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])",
        # Which of the two comes first only a number over 12 tells.
        rf"(?<![\d/])(?P<day>1[3-9]|2\d|3[01])/(?P<month>0?[1-9]|1[0-2])/{_YEAR}(?![\d/])",
        rf"(?<![\d/])(?P<month>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/{_YEAR}(?![\d/])",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b",
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}\b",
        rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}\b",
        # Without a year: months only where they are written as names, for "may" and "march".
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?=(?-i:[A-Z])){_MONTH}(?!\w)",
        rf"\b(?=(?-i:[A-Z])){_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![,.]?\d|\s*(?:%|percent))",
    )
)
# Of three digits, with the year behind it: "113年" is 2024, "約110年" and "110年來" are times.
BARE_ROC_YEAR = (
    r"(?<!\d[.,])(?<![\d约約近逾过過达達隔满滿第有了共每])(?P<bare>1(?!00)[0-3]\d)"
    r"(?=(?:[学學]|[会會][计計])?年(?![前后後来來老多间間期内內级級制薪租半]|的?[历歷]史|之久|以[上来來]))"
)
_ROC_YEAR = re.compile(rf"民[国國]\s?(?P<year>\d{{2,3}})|{BARE_ROC_YEAR}")
ROC_EPOCH = 1911
_CIVIL_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# "the 2018-19 academic year"
_TWO_YEARS = re.compile(r"(?<![\d-])(1[4-9]\d\d|20\d\d)[-\u2013/](\d\d)(?![\d-])")
_LEAP_YEAR = 2000
# "500 BCE" is the year -500, "3,800-3,700 BC" all from -3800 to -3700; "AD 44" is 44.
_OLD_YEAR = r"(?:\d{1,2},\d{3}|\d{1,4})"
_ERA = re.compile(
    rf"(?<![\d.,])(?P<first>{_OLD_YEAR})(?:\s?[-\u2013]\s?(?P<last>{_OLD_YEAR}))?"
    r"\s?(?-i:BCE|B\.?C\.?)(?!\w)"
    r"|(?<![\d.,])(?P<after>\d{1,3})\s?(?-i:AD|CE|A\.D\.|C\.E\.)(?!\w)"
    r"|\b(?-i:AD|A\.D\.)\s?(?P<since>\d{1,3})(?![\d.,]\d|\w)"
)
_PLACES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
).split()
_CENTURY = re.compile(
    rf"\b(?:(?P<number>[1-9]|1\d|2[01])(?:st|nd|rd|th)|(?P<word>{'|'.join(reversed(_PLACES))}))"
    r"[\s-]century\b",
    re.IGNORECASE,
)
_DECADE = re.compile(
    r"(?:\b(?P<part>early|mid|late)[\s-])?(?<!\d)(?P<tens>1[4-9]\d|20\d)0['’]?s\b", re.IGNORECASE
)
# Of a decade, its first and last year; "the late 1970s" need not be its last.
_PARTS = {"early": (0, 4), "mid": (3, 7), "late": (5, 9), "": (0, 9)}
# "the late '80s" are years, "in her 80s" is an age.
_SHORT_DECADE = re.compile(
    r"(?:(?:\b(?P<early>early|mid|late)\s)?(?<!\w)['’]|\bthe\s(?:(?P<part>early|mid|late)[\s-])?|(?<=\ds\s)and\s)(?P<tens>[3-9])0['’]?s\b",
    re.IGNORECASE,
)


def years_written(text: str, language: str) -> list[str]:
    """The years a text names by their numbers, as four digits; those of Taiwan's own as well."""
    years = _CIVIL_YEAR.findall(text)
    if language == "zh-Hant":
        years += [
            str(int(found["year"] or found["bare"]) + ROC_EPOCH)
            for found in _ROC_YEAR.finditer(text)
        ]
    return years


def without_years(text: str, language: str) -> str:
    """A text with the years it names left out: the measure of a column that is of a year."""
    rest = _CIVIL_YEAR.sub(" ", text)
    if language == "zh-Hant":
        rest = _ROC_YEAR.sub(" ", rest)
    return " ".join(rest.split())


def find_dates(text: str) -> tuple[Quantity, ...]:
    """Dates as numbers YYYYMMDD (a month is the range of its days); decades and centuries as years.

    A date that tells no year has the year 0; of years before Christ the number is negative.
    """
    found: list[Quantity] = []
    taken: set[int] = set()
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            days = _days(match.groupdict())
            if days and taken.isdisjoint(range(match.start(), match.end())):
                taken.update(range(match.start(), match.end()))
                found.append(date_quantity(match.group(), match.start(), *days))
    for match in _TWO_YEARS.finditer(text):
        first = int(match[1])
        last = first - first % 100 + int(match[2])
        if first < last and taken.isdisjoint(range(match.start(), match.end())):
            found.append(years_quantity(match.group(), match.start(), first, last))
    for match in _CENTURY.finditer(text):
        number = int(match["number"] or _PLACES.index(match["word"].lower()) + 1)
        last = number * 100
        found.append(years_quantity(match.group(), match.start(), last - 99, last))
    for match in _ERA.finditer(text):
        told = [match[name] for name in ("first", "last", "after", "since") if match[name]]
        years = [int(year.replace(",", "")) for year in told]
        first, last = (-year if match["first"] else year for year in (years[0], years[-1]))
        if first <= last and taken.isdisjoint(range(match.start(), match.end())):
            taken.update(range(match.start(), match.end()))
            found.append(years_quantity(match.group(), match.start(), first, last))
    found += [_decade(one, int(one["tens"]) * 10) for one in _DECADE.finditer(text)]
    found += [_decade(one, 1900 + 10 * int(one["tens"])) for one in _SHORT_DECADE.finditer(text)]
    return tuple(found)


def _decade(match: re.Match[str], year: int) -> Quantity:
    told = match.groupdict()
    first, last = _PARTS[(told["part"] or told.get("early") or "").lower()]
    return years_quantity(match.group(), match.start(), year + first, year + last)


def date_quantity(text: str, start: int, first: int, last: int) -> Quantity:
    """A date from day `first` to day `last`, both as YYYYMMDD."""
    return Quantity(
        start, start + len(text), text, Kind.DATE, first, last, Comparator.EQUAL, "day", 1.0
    )


def years_quantity(text: str, start: int, first: int, last: int) -> Quantity:
    """The years from `first` to `last`."""
    return Quantity(
        start, start + len(text), text, Kind.YEAR, first, last, Comparator.EQUAL, "year", 1.0
    )


def days_of(year: int, month: int, day: int | None) -> tuple[int, int] | None:
    """The first and last day, as YYYYMMDD, of a day or a month; None for one that never was."""
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year or _LEAP_YEAR, month)[1]
    if day is None:
        return year * 10000 + month * 100 + 1, year * 10000 + month * 100 + last
    if not 1 <= day <= last:
        return None
    return (year * 10000 + month * 100 + day,) * 2


def _days(parts: dict[str, str | None]) -> tuple[int, int] | None:
    month = parts["month"] or ""
    number = int(month) if month.isdigit() else MONTHS[month.lower().rstrip(".")]
    day = parts.get("day")
    return days_of(int(parts.get("year") or 0), number, int(day) if day else None)
