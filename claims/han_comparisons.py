"""What a Chinese text says is more or less than something: 比去年多, 高於全國, 不及去年同期.

A claim that has 比去年多 where its source has 比去年少 has all its words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.languages import is_chinese, plain_in
from claims.lexicon.terms import count_held, forms_of, terms_of
from claims.polarity import Opposition

if TYPE_CHECKING:
    from claims.grounds import Grounds
    from claims.passages import Passage

_MORE = "多|高|大|长|快|强|好|重|贵|早|增加|增长|成长|上升|提高|提升|进步|改善|升|增|涨"
_LESS = "少|低|小|短|慢|弱|差|轻|便宜|晚|减少|下降|降低|衰退|下滑|退步|恶化|降|减|跌"
_BETWEEN = "(?:的|之)?(?:[\\d.,]+[^，。；]{0,6}?)?"
# 比去年同期(的1,655人)更少; 較前一年略降
_THAN = re.compile(
    rf"(?<![对相])[比较](?!例|率|重|赛|亚|利|特|如|为|的|大的|小的)(?P<what>[^，。；：比较]{{2,20}}?){_BETWEEN}"
    rf"(?:还|更|略|稍|微|再|又|明显|大幅|小幅|仍|来得|要|有所|显著)*(?:(?P<more>{_MORE})|(?P<less>{_LESS}))"
    r"(?![于度值型学])"
)
# 高於第二季的23.1%, 不及去年同期
_THAN_BEFORE = re.compile(
    r"(?:(?P<more>[高多大长快强早][于过]|超[过越]|胜过|优于)|(?P<less>[低少小短慢弱晚]于|不及|不如|逊于|落后))"
    r"(?P<what>[^，。；：\d]{2,20}?)(?=的?之?[\d，。；：]|$)"
)
_PART_END = re.compile("[；;]")
_DENIED = re.compile(r"[没未不]有?$|并非$|并未$")
# Of the pairs of characters of what both compare with, what they must share.
_SAME = 0.5
# Of a claim's words, what the sentence must have.
_ON_THE_SAME = 0.4


@dataclass(frozen=True, slots=True)
class _Comparison:
    what: str
    direction: int
    place: tuple[int, int]


def find_compared_otherwise(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The sentence that has less than something where a claim has more than the same."""
    claim, language = grounds.claim, grounds.index.page.language
    if not (is_chinese(claim.language) and is_chinese(language)):
        return None
    ours = _comparisons(plain_in(claim.plain, claim.language))
    if len(ours) != 1:
        return None
    mine = ours[0]
    first, last = mine.place
    subject = f"{claim.plain[:first]} {claim.plain[last:]}"
    for passage in _on_the_same(grounds):
        text = passage.unit.text
        theirs = [
            one
            for one in _comparisons(plain_in(text, language))
            if _is_same(one, mine) and _is_of_the_same(one, text, subject, grounds)
        ]
        if theirs and all(one.direction == -mine.direction for one in theirs):
            told = claim.plain[slice(*mine.place)]
            said = text[slice(*theirs[0].place)]
            return passage, Opposition(told, said, f"the claim says “{told}”, the source “{said}”")
    return None


def _comparisons(plain: str) -> list[_Comparison]:
    found = []
    for pattern in (_THAN, _THAN_BEFORE):
        for one in pattern.finditer(plain):
            if not _DENIED.search(plain, 0, one.start()):
                direction = 1 if one["more"] else -1
                found.append(_Comparison(one["what"], direction, one.span()))
    return found


def _is_of_the_same(one: _Comparison, text: str, subject: str, grounds: Grounds) -> bool:
    """Whether no other part of a sentence has as much of what the claim compares."""
    claim, language = grounds.claim, grounds.index.page.language
    vocabulary = grounds.vocabulary
    terms = terms_of(subject, claim.language, vocabulary)
    held, own = [], 0
    start = 0
    for part in _PART_END.split(text):
        said = count_held(terms, forms_of(part, language, vocabulary))
        held.append(said)
        if start <= one.place[0] < start + len(part):
            own = said
        start += len(part) + 1
    return own == max(held) and held.count(own) == 1


def _on_the_same(grounds: Grounds) -> list[Passage]:
    told = [passage for *_, passage in grounds.told_in_sentences()]
    return told or grounds.on_the_same(_ON_THE_SAME)


def _is_same(one: _Comparison, other: _Comparison) -> bool:
    """Whether two comparisons are with the same thing."""
    ours, theirs = (
        {text[n : n + 2] for n in range(len(text) - 1)} for text in (one.what, other.what)
    )
    return len(ours & theirs) >= _SAME * min(len(ours), len(theirs)) > 0
