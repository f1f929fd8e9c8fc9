"""Times that are told without a year: of the day, months, seasons.

They are no quantities: "from 9:30" counts nothing. What a claim says of one is held against what
the passages on the same say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.languages import is_han_written, simplified
from claims.lexicon.terms import placed_forms, vocabulary_for
from claims.polarity import Opposition
from claims.quantities.dates import MONTHS
from claims.quantities.han_numerals import read_numeral

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.grounds import Grounds
    from claims.lexicon.terms import Vocabulary
    from claims.passages import Passage

_HOUR = re.compile(
    r"(?<![\d:.,$€£])(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d)(?![\d:.]|\s?%))?"
    r"\s?(?P<half>[ap])\.?m\b\.?"
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
    re.compile(r"\bspring\b(?! of)|春[季天]?", re.IGNORECASE),
    re.compile(r"\bsummer\b|夏[季天]", re.IGNORECASE),
    re.compile(r"\bautumn\b|\b(?:in|last|this|next|the) fall\b|秋[季天]", re.IGNORECASE),
    re.compile(r"\bwinter\b|冬[季天]", re.IGNORECASE),
)
_PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_PART = re.compile(
    r"\b(?P<place>first|second|third|fourth|1st|2nd|3rd|4th)[\s-](?P<part>quarter|half)\b"
    r"(?!\s+of\s+the\s+(?:game|match|century))|\bQ(?P<q>[1-4])\b",
    re.IGNORECASE,
)
_HAN_PART = re.compile(r"第(?P<quarter>[一二三四1-4])季度?|(?P<half>[上下])半年")
_HALVES = 10
_DATED_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?(?: of)?\s*$|年\s*$")
_DATED_BEHIND = re.compile(r"\s*(?:,\s*|of\s+)?\d")
_WINDOW = 24


@dataclass(frozen=True, slots=True)
class _Told:
    """A time `[start, end)` of a text, as a number; if `is_open`, it may be of either half day."""

    start: int
    end: int
    value: int
    is_open: bool = False

    def agrees(self, other: _Told) -> bool:
        """Whether two times may be the same."""
        if self.is_open or other.is_open:
            return (self.value - other.value) % _HALF_DAY == 0
        return (self.value - other.value) % _DAY == 0


def find_other_hour(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The passage that gives another time of day for what a claim says happens then."""
    claim, language = grounds.claim, grounds.index.page.language
    ours = list(_hours(claim.plain, claim.language))
    for passage in _on_the_same(grounds) if ours else ():
        text = passage.unit.text
        theirs = list(_hours(text, language))
        for mine in ours if theirs else ():
            meant = _said_of(claim.plain, mine, text, theirs, grounds)
            other = theirs[max(meant, 0)]
            is_same = any(one.agrees(mine) for one in theirs)
            if other.agrees(mine) or (is_same and meant < 0):
                continue
            told = text[other.start : other.end]
            return passage, _against(claim.plain[mine.start : mine.end], told)
    return None


def find_other_month(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The passage that gives another month or season, where the page nowhere has the claim's."""
    claim, page = grounds.claim, grounds.index.page
    passages = _on_the_same(grounds)
    for find in (_months, _seasons):
        ours = list(find(claim.plain, claim.language))
        if find is _months:
            ours = [one for one in ours if _is_bare(one, claim.plain)]
        for passage in passages[:1] if ours else ():
            text = passage.unit.text
            theirs = list(find(text, page.language))
            if not theirs or len(theirs) > len(ours):
                continue
            known = {one.value for one in theirs}
            missing = [one for one in ours if one.value not in known]
            # The whole page is read only then.
            if missing:
                known = {one.value for one in find(page.text, page.language)}
            for mine in missing:
                if mine.value not in known:
                    told = text[theirs[0].start : theirs[0].end]
                    return passage, _against(claim.plain[mine.start : mine.end], told)
    return None


def _is_bare(time: _Told, text: str) -> bool:
    """Whether a month has neither day nor year: those that have are compared as dates."""
    return not (_DATED_BEFORE.search(text, 0, time.start) or _DATED_BEHIND.match(text, time.end))


def find_other_part_of_year(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The passage that tells of another quarter or half of a year than a claim does.

    None where its title, or any other that the claim rests on, tells of the claim's.
    """
    claim, page = grounds.claim, grounds.index.page
    ours = {one.value: one for one in _parts_of_years(claim.plain, claim.language)}
    if len(ours) != 1:
        return None
    [mine] = ours.values()
    told = [one.passage for one in grounds.numbers if one.passage and one.passage.unit.row is None]
    passages = [*told, *_on_the_same(grounds)]
    around = "\n".join([page.title, *(grounds.index.around(one.unit) for one in passages)])
    if any(one.value == mine.value for one in _parts_of_years(around, page.language)):
        return None
    for passage in passages:
        text = passage.unit.text
        theirs = {one.value: one for one in _parts_of_years(text, page.language)}
        for value, other in theirs.items() if len(theirs) == 1 else ():
            # Of a half another passage may give the quarters.
            if (value > _HALVES) is (mine.value > _HALVES):
                said = text[other.start : other.end]
                return passage, _against(claim.plain[mine.start : mine.end], said)
    return None


def _against(ours: str, theirs: str) -> Opposition:
    return Opposition(ours, theirs, f"the source says {theirs.strip()}, not {ours.strip()}")


def _on_the_same(grounds: Grounds) -> list[Passage]:
    """The passages that speak of the claim's matter, or have its numbers; rows left out."""
    chosen = grounds.retrieval.chosen
    least = grounds.weights.opposes
    found = [one for one in chosen if one.coverage >= least or one is chosen[0]]
    return [one for one in found if one.unit.row is None]


def _said_of(claim: str, mine: _Told, text: str, theirs: Sequence[_Told], grounds: Grounds) -> int:
    """Which one of a text's times stands by the word that the claim's stands by; -1 for none.

    "Opens at 9:30 and closes at 17:00": in Chinese that word stands behind.
    """
    language = grounds.index.page.language
    vocabulary = vocabulary_for(grounds.claim.language, language)
    word = _word_by(claim, mine, grounds.claim.language, vocabulary)
    held = [bool(word & _word_by(text, one, language, vocabulary)) for one in theirs]
    return held.index(True) if held.count(True) == 1 else -1


def _word_by(text: str, time: _Told, language: str, vocabulary: Vocabulary) -> frozenset[str]:
    """The word nearest to a time, before it or in Chinese behind it, in all its forms."""
    if is_han_written(language):
        behind = text[time.end : time.end + _WINDOW]
        placed = placed_forms(behind, language, vocabulary)
        return min(placed, key=lambda one: one[0])[1] if placed else frozenset()
    placed = placed_forms(text[max(time.start - _WINDOW, 0) : time.start], language, vocabulary)
    return max(placed, key=lambda one: one[0])[1] if placed else frozenset()


def _hours(text: str, language: str) -> Iterator[_Told]:
    if is_han_written(language):
        yield from _han_hours(simplified(text))
        return
    for found in _HOUR.finditer(text):
        if found["named"]:
            yield _Told(*found.span(), _NOON[found["named"].lower()])
            continue
        hour = int(found["hour"] or found["hour24"])
        minutes = int(found["minute"] or found["minute24"] or 0)
        if found["half"]:
            hour = hour % _NOON_HOUR + (_NOON_HOUR if found["half"].lower() == "p" else 0)
        is_told = found["half"] or (found["hour24"] or "").startswith("0")
        is_open = not is_told and 0 < hour < _NOON_HOUR
        yield _Told(*found.span(), hour * 60 + minutes, is_open)


def _han_hours(text: str) -> Iterator[_Told]:
    for found in _HAN_HOUR.finditer(text):
        hour = _number(found["hour"] or found["hour24"])
        minutes = 30 if found["half"] else _number(found["minute"] or found["minute24"] or "0")
        if found["part"] in _AFTERNOON and hour < _NOON_HOUR:
            hour += _NOON_HOUR
        yield _Told(*found.span(), hour * 60 + minutes, found["part"] is None and hour < _NOON_HOUR)


def _number(written: str) -> int:
    return int(written) if written.isdigit() else int(read_numeral(written, "zh-Hant")[0])


def _months(text: str, language: str) -> Iterator[_Told]:
    if is_han_written(language):
        for found in _HAN_MONTH.finditer(text):
            yield _Told(*found.span(), _number(found["month"]))
    elif language[:2] == "en":
        for found in _MONTH.finditer(text):
            yield _Told(*found.span(), MONTHS[found["month"].lower()])


def _parts_of_years(text: str, language: str) -> Iterator[_Told]:
    """Quarters as 1 to 4, halves as 11 and 12."""
    if is_han_written(language):
        for found in _HAN_PART.finditer(simplified(text)):
            half = {"上": 1, "下": 2}.get(found["half"] or "")
            number = _HALVES + half if half else _number(found["quarter"])
            yield _Told(*found.span(), number)
    elif language[:2] == "en":
        for found in _PART.finditer(text):
            place = _PLACES.get((found["place"] or "").lower(), 0)
            is_half = (found["part"] or "").lower() == "half"
            number = int(found["q"]) if found["q"] else place + _HALVES * is_half
            if number:
                yield _Told(*found.span(), number)


def _seasons(text: str, language: str) -> Iterator[_Told]:
    if not (is_han_written(language) or language[:2] == "en"):
        return
    for number, pattern in enumerate(_SEASONS):
        for found in pattern.finditer(text):
            yield _Told(*found.span(), number)
