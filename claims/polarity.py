"""Whether a passage says the opposite of a claim: negation, direction, words of opposite meaning.

Looked at clause by clause: in "the state gave nothing, but the bank lent 740 million" the bank's
clause is not negated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.languages import is_chinese, simplified
from claims.values import FactComparison, Relation

_AFFIRMED = "not negated"
_CLAUSE_END = re.compile(r"[;；。，：]|,(?=\s)|\s(?:while|whereas|but|although|though)\s|而|但")

_NEGATION = re.compile(
    r"\b(?:not|never|neither|nor|none|nobody|nothing|cannot|hardly|without|denied|denies"
    r"|failed to|fails to|no(?! (?:fewer|less|more|later) than|\.? \d))\b|n['’]t\b",
    re.IGNORECASE,
)
_HAN_NEGATION = re.compile(
    "并未|并非|没有|尚未|从未|未能|无法|否认|毫无|未(?!来|必)|没(?!收)"
    "|不(?!少|过|同|断|仅|只|但|足|到|久|论|管|如|超过|低于|高于|少于|得不|锈钢)"
)

# Each pair: words that cannot both be said of the same thing at once.
_MORE = (
    r"r[oi]se[sn]?|rising|grew|grow[sn]?|growing|growth|increas\w+|climb\w+|surg\w+|jump\w+"
    r"|gain(?:s|ed|ing)?|soar\w+|expand\w+|widen\w*|rais(?:e|es|ed|ing)|improv\w+|doubled|tripled"
    r"|higher|more than(?! [\d$€£])"
)
_LESS = (
    r"fell|falls?|fallen|falling|declin\w+|decreas\w+|dropp?\w*|shr[aiu]nk\w*|plung\w+|slump\w+"
    r"|reduc\w+|cuts?|narrow\w*|lower(?:ed|s|ing)?|halved|unchanged|fewer than(?! [\d$€£])"
    r"|less than(?! [\d$€£])"
)
_PAIRS = (
    (_MORE, _LESS),
    (
        r"upheld|uphold\w*|accept\w*|approv\w*|grant(?:s|ed)?",
        r"reject\w*|dismiss\w*|refus\w*|overturn\w*|vetoed",
    ),
    (r"allow\w*|permit\w*|legali[sz]\w+", r"bann?(?:s|ed|ing)?|prohibit\w*|forb[aio]d\w*"),
    (r"open(?:s|ed|ing)?", r"clos(?:e|es|ed|ing|ure)|shut\w*"),
    (r"wins?|won", r"los(?:e|es|ing)|lost|defeated"),
    (r"includ\w+", r"exclud\w+"),
    (r"hir(?:e|es|ed|ing)|recruit\w*", r"la(?:id|ys?|ying) off|layoffs?|sack(?:s|ed|ing)?"),
    (r"profits?", r"loss(?:es)?"),
    (r"support(?:s|ed|ing)?|in favou?r", r"oppos\w+"),
    (r"succe\w+", r"fail\w*"),
    (r"largest|biggest|highest|most|best", r"smallest|lowest|least|fewest|worst"),
    (r"imports?|imported", r"exports?|exported"),
    (r"voted for|votes? in favou?r", r"voted against"),
)
_HAN_PAIRS = (
    (
        "增加|增长|成长|上升|上涨|提高|攀升|扩大|飙升|增至|升至|增|上调|翻番",
        "减少|下降|下跌|降低|缩小|萎缩|减至|降至|跌至|下滑|衰退|减|下调|持平",
    ),
    ("批准|通过|接受|核准", "驳回|否决|拒绝"),
    ("允许|准许", "禁止|取缔"),
    ("开放|开幕|开业|启用", "关闭|关停|停业"),
    ("进口", "出口"),
    ("盈利|获利", "亏损"),
    ("支持|赞成", "反对"),
    ("成功", "失败"),
    ("最大|最高|最多", "最小|最低|最少"),
    ("聘|招聘|雇用", "裁员|解雇"),
)


def _compiled(pairs: tuple[tuple[str, str], ...], form: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form.format(words), re.IGNORECASE) for pair in pairs for words in pair)


_LATIN = _compiled(_PAIRS, r"\b(?:{0})\b")
_HAN = _compiled(_HAN_PAIRS, "(?:{0})")


@dataclass(frozen=True, slots=True)
class Opposition:
    """In what a passage says the opposite of the claim: the words of both, and a sentence."""

    claimed: str
    found: str
    reason: str

    def as_fact(self) -> FactComparison:
        """The comparison as reports show it."""
        return FactComparison(self.claimed, self.found, Relation.DIFFERS)


def clause_around(text: str, start: int, end: int) -> str:
    """The clause of a text that holds `[start, end)`."""
    first = 0
    for match in _CLAUSE_END.finditer(text):
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end:
            return text[first : match.start()]
    return text[first:]


def clauses(text: str) -> list[str]:
    """All clauses of a text."""
    return [clause for clause in _CLAUSE_END.split(text) if clause.strip()]


def find_opposition(
    ours: str, our_language: str, theirs: str, their_language: str
) -> Opposition | None:
    """Whether one clause negates what the other affirms, or says it with an opposite word."""
    our_words, their_words = _polar(ours, our_language), _polar(theirs, their_language)
    if our_language.split("-", maxsplit=1)[0] == their_language.split("-", maxsplit=1)[0]:
        for number, (mine, yours) in enumerate(zip(our_words, their_words, strict=True)):
            against = number ^ 1  # the other of the pair
            if mine and their_words[against] and not yours and not our_words[against]:
                return _opposite(mine, their_words[against])
    else:
        # Across languages only the first pair, more and less, has the same number in both.
        for number in (0, 1):
            mine, theirs_against = our_words[number], their_words[number ^ 1]
            if mine and theirs_against and not their_words[number] and not our_words[number ^ 1]:
                return _opposite(mine, theirs_against)
    negated, also = _negations(ours, our_language), _negations(theirs, their_language)
    if bool(negated) != bool(also):
        who = "claim" if negated else "source"
        return Opposition(
            " ".join(negated) or _AFFIRMED, " ".join(also) or _AFFIRMED, f"the {who} negates it"
        )
    return None


def _opposite(mine: str, theirs: str) -> Opposition:
    return Opposition(mine, theirs, f"the claim says “{mine}”, the source “{theirs}”")


def _polar(text: str, language: str) -> list[str]:
    """For each side of each pair the first word of it in a text, "" if there is none."""
    patterns = _HAN if is_chinese(language) else _LATIN
    plain = simplified(text) if is_chinese(language) else text
    found = [pattern.search(plain) for pattern in patterns]
    return [text[match.start() : match.end()] if match else "" for match in found]


def _negations(text: str, language: str) -> list[str]:
    if is_chinese(language):
        return _HAN_NEGATION.findall(simplified(text))
    return _NEGATION.findall(text)
