"""Reads the times that a text tells without a year: hours of the day, months, seasons, quarters.

They are no quantities: "from 9:30" counts nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.languages import is_han_written, simplified
from claims.quantities.dates import MONTHS
from claims.quantities.han_numerals import read_numeral

if TYPE_CHECKING:
    from collections.abc import Iterator

_HOUR = re.compile(
    r"(?<![\d:.,$€£])(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d)(?![\d:.]|\s?%))?"
    r"\s?(?P<half>[ap])(?:m\b|\.m\b\.?)"
    r"|(?<![\d:.,$€£])(?P<hour24>[01]?\d|2[0-4]):(?P<minute24>[0-5]\d)(?![\d:]|\.\d)"
    r"|\b(?P<named>noon|midnight|midday)\b",
    re.IGNORECASE,
)
_HAN_HOUR = re.compile(
    r"(?P<part>凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚间|夜间)?\s?"
    r"(?P<hour>\d{1,2}|[一二三四五六七八九十]{1,3})[点时](?!间|代|期|速|任|数|光|候|段|刻)"
    r"(?:(?P<minute>[0-5]?\d|[一二三四五六七八九十]{1,3})分|(?P<half>半))?"
    r"|(?<![\d:.])(?P<hour24>[01]?\d|2[0-4])[:：](?P<minute24>[0-5]\d)(?![\d:：])"
)
_NIGHT = frozenset("凌晨 晚上 晚间 夜间".split())
_AFTERNOON = frozenset("下午 傍晚 晚上 晚间 夜间".split())
_NOON = {"noon": 720, "midday": 720, "midnight": 0}
_HALF_DAY = 720
_DAY = 1440
_NOON_HOUR = 12
# "May" begins a sentence as a verb, and "march" is one.
_MONTH = re.compile(
    r"\b(?P<month>January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b(?!\s+(?:[A-Z]|Day\b))"
)
_HAN_MONTH = re.compile(
    r"(?<![\d一二三四五六七八九十])(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月"
)
_SEASONS = (
    re.compile(r"\bspring\b(?! of)|春[季天]|[今去明]春", re.IGNORECASE),
    re.compile(r"\bsummer\b|夏[季天]", re.IGNORECASE),
    re.compile(r"\bautumn\b|\b(?:in|last|this|next|the) fall\b|秋[季天]", re.IGNORECASE),
    re.compile(r"\bwinter\b|冬[季天]", re.IGNORECASE),
)
_PLACES = {
    word: place
    for place, words in enumerate(("first 1st 1", "second 2nd 2", "third 3rd 3", "fourth 4th 4"), 1)
    for word in words.split()
}
_PART = re.compile(
    r"\b(?:(?P<half>first|second|1st|2nd)[\s-]half"
    r"|(?P<quarter>first|second|third|fourth|1st|2nd|3rd|4th)[\s-]quarter)\b"
    r"(?!\s+of\s+the\s+(?:game|match|century))|\bQ(?P<q>[1-4])\b",
    re.IGNORECASE,
)
_HAN_PART = re.compile(r"第(?P<quarter>[一二三四1-4])季度?|(?P<half>[上下])半年")
# What the halves of a year are counted from: the first is 11.
HALVES = 10


@dataclass(frozen=True, slots=True)
class ToldTime:
    """A time `[start, end)` of a text, as a number; if `is_open`, it may be of either half day."""

    start: int
    end: int
    value: int
    is_open: bool = False

    def agrees(self, other: ToldTime) -> bool:
        """Whether two times may be the same."""
        if self.is_open or other.is_open:
            return (self.value - other.value) % _HALF_DAY == 0
        return (self.value - other.value) % _DAY == 0


def hours_in(text: str, language: str) -> Iterator[ToldTime]:
    """Times of day, in minutes since midnight; open where neither half of the day is told."""
    if is_han_written(language):
        yield from _han_hours(simplified(text))
        return
    for found in _HOUR.finditer(text):
        if found["named"]:
            yield ToldTime(*found.span(), _NOON[found["named"].lower()])
            continue
        hour = int(found["hour"] or found["hour24"])
        minutes = int(found["minute"] or found["minute24"] or 0)
        if found["half"]:
            hour = hour % _NOON_HOUR + (_NOON_HOUR if found["half"].lower() == "p" else 0)
        is_told = found["half"] or (found["hour24"] or "").startswith("0")
        is_open = not is_told and 0 < hour < _NOON_HOUR
        yield ToldTime(*found.span(), hour * 60 + minutes, is_open)


def _han_hours(text: str) -> Iterator[ToldTime]:
    for found in _HAN_HOUR.finditer(text):
        hour = _number(found["hour"] or found["hour24"])
        minutes = 30 if found["half"] else _number(found["minute"] or found["minute24"] or "0")
        if found["part"] in _NIGHT and hour == _NOON_HOUR:
            hour = 0
        elif found["part"] in _AFTERNOON and hour < _NOON_HOUR:
            hour += _NOON_HOUR
        yield ToldTime(
            *found.span(), hour * 60 + minutes, found["part"] is None and hour < _NOON_HOUR
        )


def _number(written: str) -> int:
    return int(written) if written.isdigit() else int(read_numeral(written, "zh-Hant")[0])


def months_in(text: str, language: str) -> Iterator[ToldTime]:
    """Months as 1 to 12, in English and where Han characters are written."""
    if is_han_written(language):
        for found in _HAN_MONTH.finditer(text):
            yield ToldTime(*found.span(), _number(found["month"]))
    elif language[:2] == "en":
        for found in _MONTH.finditer(text):
            yield ToldTime(*found.span(), MONTHS[found["month"].lower()])


def parts_of_years_in(text: str, language: str) -> Iterator[ToldTime]:
    """Quarters as 1 to 4, halves as 11 and 12."""
    if is_han_written(language):
        for found in _HAN_PART.finditer(simplified(text)):
            half = {"上": 1, "下": 2}.get(found["half"] or "")
            number = HALVES + half if half else _number(found["quarter"])
            yield ToldTime(*found.span(), number)
    elif language[:2] == "en":
        for found in _PART.finditer(text):
            place = _PLACES[(found["half"] or found["quarter"] or found["q"]).lower()]
            yield ToldTime(*found.span(), place + HALVES if found["half"] else place)


def seasons_in(text: str, language: str) -> Iterator[ToldTime]:
    """Seasons as 0 for spring to 3 for winter, in English and where Han characters are written."""
    if not (is_han_written(language) or language[:2] == "en"):
        return
    for number, pattern in enumerate(_SEASONS):
        for found in pattern.finditer(text):
            yield ToldTime(*found.span(), number)
