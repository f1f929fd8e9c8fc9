"""How far a record reaches: the highest ever, since 2012, for that month; 歷史新高, 同期新高.

"The highest since 2012" is not the highest ever, and "the best August" not the best year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from claims.languages import is_chinese, plain_in, simplified
from claims.polarity import Opposition, end_of_last

if TYPE_CHECKING:
    from claims.grounds import Grounds
    from claims.passages import Passage

# Of a claim's words, what a sentence on the same must have, and of the coverage of the fullest.
_ON_THE_SAME = 0.3
_NEARLY_FULLEST = 0.8
_MONTH = (
    r"(?-i:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_TIME = r"(?:months?|quarters?|years?|decades?|seasons?|weeks?)"
_FEW = r"(?:an?|two|three|four|five|six|seven|eight|nine|ten|\d+|\w+teen|\w+ty|several)"
_HIGH = (
    r"highest|most|largest|biggest|greatest|best|strongest|tallest|longest|fastest|hottest|warmest"
    r"|wettest|heaviest|busiest|dearest|steepest|sharpest|deadliest|worst|oldest|richest"
)
_LOW = (
    r"lowest|least|fewest|smallest|weakest|shortest|slowest|coldest|coolest|driest|cheapest"
    r"|youngest|poorest"
)
_MOST = re.compile(
    rf"\b(?:(?P<high>{_HIGH})|(?P<low>{_LOW})"
    r"|(?P<record>(?:all[- ]time|(?<!-)record)(?:[- ](?:high|low)s?)?"
    r"(?!\s+(?:label|compan|keep|book|store)|ed\b|ing\b))"
    r"|(?P<peak>[\w]+-(?:year|month|week|decade)[- ](?:high|low)))\b"
    rf"(?:\s+(?P<span>{_MONTH}|day|week|month|quarter|half|year|season|spring|summer|autumn|winter"
    r"|decade)\b)?",
    re.IGNORECASE,
)
# "On record" is how far something reaches, and no record by itself; a police record is none.
_RECORD = re.compile(
    r"(?:^|\b(?:an?|new|to|at|of|by|with|in|and|was|were|set|sets|hit|hits|broke|reach\w*|post\w*"
    r"|report\w*|drew|saw|had|made|its)\s+)$",
    re.IGNORECASE,
)
_RECORDS_BEGAN = re.compile(r"\brecords?\s+(?:began|begin|started|start)\b", re.IGNORECASE)
_HIGH_OR_LOW = re.compile(r"\b(?:high|low)", re.IGNORECASE)
_CLAUSE = re.compile(r"\.(?!\d)|[;:!?]|,\s+(?=(?:and|but|while|whereas)\b)")
_HAN_MOST = re.compile(
    r"(?P<high>新高|最[高多大好快长热暖强重老]|[创破]纪录)|(?P<low>新低|最[低少小差慢短冷弱轻年])"
)
_HAN_CLAUSE = re.compile("[，。；：]")
# What says it in other words.
_TOLD_OTHERWISE = re.compile(
    r"\b(?:never|unprecedented|first|peak\w*|exceed\w*|surpass\w*|unmatched|beat\w*|broke\w*|new"
    r"|top\w*|\w{3,}est|more than (?:any|ever))\b|首[次度位个]|第一|从未|突破|超越|最|打破|纪录",
    re.IGNORECASE,
)


class _Reach(StrEnum):
    UNTOLD = ""
    EVER = "ever"
    SAME = "of the same part of other years"
    LIMITED = "for a time"


_REACHES = {
    _Reach.SAME: re.compile(
        r"\bfor\s+(?:the\s+|that\s+|an?\s+|any\s+)?(?:month|time\s+of\s+(?:the\s+)?year|quarter"
        rf"|season|{_MONTH})\b",
        re.IGNORECASE,
    ),
    _Reach.EVER: re.compile(
        r"\bever\b(?!\s+since)|\bon\s+record\b|\bin\s+(?:\w+\s+)?history\b|\bof\s+all\s+time\b"
        r"|\ball[- ]time\b|\bsince\s+(?:\w+\s+){0,3}?(?:records?|series|measurements?|data"
        r"|surveys?)\s+(?:began|begin|start)"
        r"|\bsince\s+(?:the\s+)?(?:start|beginning)\b|\bany\s+(?:earlier|previous|other)\b",
        re.IGNORECASE,
    ),
    _Reach.LIMITED: re.compile(
        r"\bsince\s+(?!then\b)|-(?:year|month|week|decade)[- ](?:high|low|peak)\b"
        r"|\b(?:in|for)\s+(?:(?:more|less)\s+than\s+|nearly\s+|almost\s+|over\s+|at\s+least\s+"
        rf"|about\s+)?{_FEW}\s+{_TIME}\b"
        rf"|\b(?:so\s+far\s+)?(?:this|of\s+the|in\s+the)\s+{_TIME}\b",
        re.IGNORECASE,
    ),
}
_HAN_REACHES = {
    _Reach.SAME: re.compile(r"同[期月季]|[一二三四五六七八九十\d]月份?(?:以?来)?(?:新[高低]|最)"),
    _Reach.LIMITED: re.compile(
        r"(?:[\d一二三四五六七八九十两]+(?:多|余)?个?[年月季周]|\d{4}年\D{0,4})(?:以?来|的?新[高低])"
        r"|(?:今年|本[季月周年]|年内|波段|近期)(?:以来)?"
    ),
    _Reach.EVER: re.compile(
        "历史|史上|历来|[有自]纪录以来|[创破]纪录|从未|前所未|历年|单[月季日周]新"
    ),
}


@dataclass(frozen=True, slots=True)
class _Most:
    """A superlative: whether of the most (None where not told), and how far it reaches.

    `span` is the time that it is the best of, "best August"; "" where of none.
    """

    is_high: bool | None
    reach: _Reach
    span: str
    said: str

    def may_be(self, other: _Most) -> bool:
        """Whether both may be of the most, or of the least."""
        return None in {self.is_high, other.is_high} or self.is_high is other.is_high


def find_lesser_record(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The passage that calls highest for a time, or a month, what a claim calls highest ever.

    Or the best month what a claim calls the best year.
    """
    language = grounds.index.page.language
    ours = _told(grounds.claim.plain, grounds.claim.language)
    told = [
        (passage, most)
        for passage in (_on_the_same(grounds) if ours else ())
        for most in _told(passage.unit.text, language)
    ]
    for mine in ours:
        alike = [(passage, most) for passage, most in told if mine.may_be(most)]
        if not alike or any(_reaches_as_far(most, mine) for _, most in alike):
            continue
        passage, most = alike[0]
        reason = f"the claim says “{mine.said}”, the source “{most.said}”"
        return passage, Opposition(mine.said, most.said, reason)
    return None


def _reaches_as_far(theirs: _Most, ours: _Most) -> bool:
    """Whether a superlative of a source does not speak against one of a claim."""
    if ours.reach is _Reach.EVER:
        return theirs.reach in {_Reach.EVER, _Reach.UNTOLD}
    return not (ours.span and theirs.span) or ours.span == theirs.span


def find_unsaid_record(grounds: Grounds) -> str:
    """The claim's words for a record where no passage on the same tells of one; or ""."""
    claim, language = grounds.claim, grounds.index.page.language
    ever = [one for one in _told(claim.plain, claim.language) if one.reach is _Reach.EVER]
    if not ever or grounds.ordered:
        return ""
    texts = [plain_in(one.unit.text, language) for one in _on_the_same(grounds)]
    is_told = any(_told(text, language) or _TOLD_OTHERWISE.search(text) for text in texts)
    return "" if is_told or not texts else ever[0].said


def _on_the_same(grounds: Grounds) -> list[Passage]:
    """The sentences with the claim's numbers, else those that have most of its words."""
    if with_numbers := [passage for _, _, passage in grounds.told_in_sentences()]:
        return with_numbers
    fullest = {one.unit for one in grounds.fullest(_NEARLY_FULLEST)}
    return [one for one in grounds.on_the_same(_ON_THE_SAME) if one.unit in fullest]


def _told(text: str, language: str) -> list[_Most]:
    """The superlatives of a text, in English or Chinese."""
    if is_chinese(language):
        return _in_chinese(text)
    return _in_english(text) if language[:2] == "en" else []


def _in_english(text: str) -> list[_Most]:
    mosts = [
        one
        for one in _MOST.finditer(text)
        if not (one["record"] and not _RECORD.search(text, 0, one.start()))
        and not _RECORDS_BEGAN.match(text, one.start())
    ]
    found = []
    for number, most in enumerate(mosts):
        stop = _CLAUSE.search(text, most.end())
        ends = [stop.start() if stop else len(text), *(one.start() for one in mosts[number + 1 :])]
        said = text[most.start() : min(ends)]
        way = _HIGH_OR_LOW.search(most["record"] or most["peak"] or "")
        is_high = bool(most["high"] or (way and way.group().lower() == "high"))
        is_told = way is not None or not most["record"]
        reach = _reach_of(said, _REACHES)
        if reach is _Reach.UNTOLD and most["record"]:
            reach = _Reach.EVER
        span = (most["span"] or "").lower()
        found.append(_Most(is_high if is_told else None, reach, span, said.strip(" ,")))
    return found


def _in_chinese(text: str) -> list[_Most]:
    plain = simplified(text)
    found = []
    for most in _HAN_MOST.finditer(plain):
        start = end_of_last(_HAN_CLAUSE, plain, most.start())
        reach = _reach_of(plain[start : most.end()], _HAN_REACHES)
        found.append(_Most(bool(most["high"]), reach, "", text[start : most.end()]))
    return found


def _reach_of(said: str, reaches: dict[_Reach, re.Pattern[str]]) -> _Reach:
    return next((one for one, told in reaches.items() if told.search(said)), _Reach.UNTOLD)
