"""From when on something changed: "12% from a year earlier", "on the quarter", 月減3%."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.languages import COMMA, is_chinese, simplified
from claims.polarity import Opposition
from claims.quantities.compare import SHARES

if TYPE_CHECKING:
    from claims.grounds import Grounds
    from claims.passages import Passage
    from claims.values import Quantity

_MONTHS = (
    r"(?-i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
)
_AGAINST = r"(?:from|than|on|over|versus|vs\.?|against|(?:compared|comparison)\s+(?:with|to))"
# "From the same month last year", "than in the third quarter of 2023": a year apart.
_SAME = (
    rf"(?:(?:those?\s+)?(?:in|of|for)\s+)?(?:(?:the\s+)?(?:(?:same|corresponding|first|second|third"
    rf"|fourth|previous)\s+)?(?:\w+\s+)?(?:period|month|quarter|half|week|time)\s+(?:of\s+|in\s+)?"
    rf"|{_MONTHS}\s+(?:of\s+)?)?"
)
_BEFORE = r"(?:earlier|ago|before|previously|prior)\b"
_EARLIER = r"(?:previous|preceding|prior|last)"
_YEAR = rf"(?:(?:an?|one|the)\s+year\s+{_BEFORE}|(?:the\s+)?{_EARLIER}\s+(?:\w+\s+)?year\b)"
_PERIODS = {
    "year": rf"\b{_AGAINST}\s+{_SAME}{_YEAR}|\b(?:on|over|in)\s+the\s+year\b(?!\s+to\b)"
    rf"|\b{_AGAINST}\s+(?:in\s+)?(?:the\s+)?(?:same|corresponding)\s+\w+\s+(?:of|in)\s+(?:19|20)\d\d\b"
    r"|\byear[- ](?:on|over|to)[- ]year\b|\bon[- ]year\b|\by(?:/|[- ]?o[- ]?)y\b"
    r"|\b(?:year-(?:earlier|ago)|prior-year|previous-year)\b",
    "quarter": rf"\b{_AGAINST}\s+(?:in\s+)?(?:(?:a|one|the)\s+quarter\s+{_BEFORE}"
    rf"|(?:the\s+)?(?:{_EARLIER}|first|second|third|fourth)\s+quarter\b"
    r"(?!\s+(?:of\s+)?(?:last|the\s+(?:same|previous)|(?:19|20)\d)))"
    r"|\bon\s+the\s+quarter\b|\bquarter[- ](?:on|over|to)[- ]quarter\b|\bon[- ]quarter\b"
    r"|\bq(?:/|[- ]?o[- ]?)q\b|\bsequentially\b",
    "month": rf"\b{_AGAINST}\s+(?:in\s+)?(?:(?:a|one|the)\s+month\s+{_BEFORE}"
    rf"|(?:the\s+)?{_EARLIER}\s+month\b(?!\s+(?:of\s+)?(?:last|(?:19|20)\d)))"
    rf"|\b(?:from|than\s+in|compared\s+with)\s+{_MONTHS}(?!\s+(?:last|(?:of\s+)?(?:19|20)\d|\d))"
    r"|\bon\s+the\s+month\b|\bmonth[- ](?:on|over|to)[- ]month\b|\bon[- ]month\b"
    r"|\bm(?:/|[- ]?o[- ]?)m\b",
    "week": rf"\b{_AGAINST}\s+(?:in\s+)?(?:(?:a|one|the)\s+week\s+{_BEFORE}"
    rf"|(?:the\s+)?{_EARLIER}\s+week\b)"
    r"|\bon\s+the\s+week\b|\bweek[- ](?:on|over|to)[- ]week\b",
}
_ENGLISH = re.compile(
    "|".join(f"(?P<{name}>{pattern})" for name, pattern in _PERIODS.items()), re.IGNORECASE
)
_WAY = "[增减升跌降]|成长|衰退|上升|下降|增长|下滑"
_HAN_THAN = "(?:相?较于?|[比与和跟同]|对比)"
_HAN_PERIODS = {
    # 去年增加 and 2025年增加 are no 年增.
    "year": rf"(?<![今去前明每全\d〇零一二三四五六七八九十多半周])年(?:{_WAY})|同比|按年"
    rf"|{_HAN_THAN}(?:去年|上年|前一?年)(?:度|的?同[期月季]|第?[一二三四1-4]季度?|\d{{1,2}}月)?",
    "quarter": rf"(?<![一二三四1-4上下本前])季(?:{_WAY})|按季|{_HAN_THAN}(?:上一?季|前一?季)度?",
    "month": rf"(?<![\d一二三四五六七八九十上个本])月(?:{_WAY})|按月"
    rf"|{_HAN_THAN}(?:上个?月|前一?个?月|[\d一二三四五六七八九十]{{1,2}}月份?)",
    "before": "环比",
}
_HAN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _HAN_PERIODS.items()))
# The quarter or the month before, as the text may be of either.
_MEANT = {"before": frozenset({"quarter", "month"})}
_END = re.compile(rf"[;:()]|{COMMA}|(?<=\w)\.\s|\b(?:and|but|while|whereas|after|although)\b")
_HAN_END = re.compile("[，。；：、（）()]|但|而")
_LEADS_IN = re.compile(r"\s*(?:compared|year|from|on|against|quarter|month|week)\b", re.IGNORECASE)
_HAN_LEADS_IN = re.compile(rf"{_HAN_THAN}.*(?:相比|相较|来说|来看)?$|同比$|按[年季月]$")
_NAMED = {
    "year": "the year before",
    "quarter": "the quarter before",
    "month": "the month before",
    "week": "the week before",
}


def find_other_period(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The passage that has a change of the claim, but since another time before."""
    claim, language = grounds.claim, grounds.index.page.language
    for claimed, found, passage in grounds.told_in_sentences():
        ours = period_of(claim.plain, claimed, claim.language)
        theirs = period_of(passage.unit.text, found, language)
        if are_apart(ours, theirs):
            mine, yours = (
                f"{number.text.strip()} from {' or '.join(_NAMED[one] for one in sorted(period))}"
                for number, period in ((claimed, ours), (found, theirs))
            )
            return passage, Opposition(mine, yours, f"the source says {yours}, not {mine}")
    return None


def are_apart(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two changes are told since times that cannot be the same."""
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def period_of(text: str, quantity: Quantity, language: str) -> frozenset[str]:
    """Since when a share of a text says that something changed: "year", "quarter", "month", "week".

    Two where it may be either, none where it does not say so, or not in English or Chinese.
    """
    if quantity.kind not in SHARES:
        return frozenset()
    if is_chinese(language):
        return _in_chinese(text, quantity.start, quantity.end)
    return _in_english(text, quantity.start, quantity.end)


@lru_cache(maxsize=2_000)
def _in_english(text: str, start: int, end: int) -> frozenset[str]:
    """What follows the number in its clause, or what stands before it, or leads the sentence in."""
    stop = _END.search(text, end)
    if behind := _ENGLISH.search(text, end, stop.start() if stop else len(text)):
        return _meant(behind)
    ends = [0, *(one.end() for one in _END.finditer(text, 0, start))]
    before = [*_ENGLISH.finditer(text, ends[-1], start)]
    if not before and len(ends) > 1 and _LEADS_IN.match(text, ends[-2]):
        before = [*_ENGLISH.finditer(text, ends[-2], ends[-1])]
    return _meant(before[-1]) if before else frozenset()


@lru_cache(maxsize=2_000)
def _in_chinese(text: str, start: int, end: int) -> frozenset[str]:
    """What stands before the number in its clause, or in one before that says nothing else."""
    plain = simplified(text)
    ends = [0, *(one.end() for one in _HAN_END.finditer(plain, 0, start))]
    before = [*_HAN.finditer(plain, ends[-1], start)]
    if not before and len(ends) > 1 and _HAN_LEADS_IN.match(plain, ends[-2], ends[-1] - 1):
        before = [*_HAN.finditer(plain, ends[-2], ends[-1])]
    stop = _HAN_END.search(plain, end)
    behind = None if before else _HAN.match(plain, end, stop.start() if stop else len(plain))
    told = before[-1] if before else behind
    return _meant(told) if told else frozenset()


def _meant(told: re.Match[str]) -> frozenset[str]:
    name = told.lastgroup or ""
    return _MEANT.get(name, frozenset({name}))
