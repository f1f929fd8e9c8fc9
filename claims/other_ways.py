"""By how much something changed: that it rose by a number, where its source has that it fell.

Told by the words that stand at the number itself, so that another change in the sentence, its
cause or its time, says nothing: "grew by 2% because its customer cut production".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.languages import is_han_written, simplified
from claims.polarity import Opposition, clause_around, has_negation
from claims.quantities.compare import is_calendar
from claims.values import Kind

if TYPE_CHECKING:
    from claims.grounds import Grounds
    from claims.passages import Passage
    from claims.values import Quantity

_SOME = (
    r"(?:\s+(?:by|a|an|about|around|roughly|nearly|almost|over|only|just|some|more\s+than|mere"
    r"|less\s+than|further|another|at\s+least|as\s+much\s+as)){0,4}\s+(?:[A-Z]{0,3}[$€£¥]\s?)?$"
)
_CHANGED = re.compile(
    r"\b(?:(?P<more>rose|risen|ris(?:e|es|ing)|grew|grow(?:s|n|ing)?|increas(?:e|es|ed|ing)"
    r"|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|gain(?:s|ed|ing)?|surg(?:e|es|ed|ing)|up"
    r"|expand(?:s|ed|ing)?|(?:rise|increase|growth|gain|jump)\s+of)"
    r"|fell|fall(?:s|en|ing)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)"
    r"|drop(?:s|ped|ping)?|down|slid|slipped|shr[au]nk|shrink(?:s|ing)?|contract(?:s|ed|ing)"
    rf"|(?:fall|drop|decline|decrease|reduction|loss)\s+of){_SOME}",
    re.IGNORECASE,
)
_MORE_BEHIND = re.compile(
    r"\s+(?:[^\W\d]+\s+){0,2}?(?:(?P<more>more|higher|longer|larger|greater|increase|rise|growth)"
    r"|fewer|less|lower|shorter|smaller|decrease|decline|fall|drop|reduction)\b",
    re.IGNORECASE,
)
_HAN_BY = re.compile(
    r"(?:(?P<more>多|高|增加?|上升|上[涨调]|涨|成长|增长|提高|长|大)|少|低|减少?|下降|下跌|下滑|跌|降低?|衰退|缩[短小水]"
    r"|短|小)[了出]?(?:大?约|近|将近|逾|超过)?\s?$"
)
_HAN_BY_BEHIND = re.compile(r"(?:的)?(?:(?P<more>成长|增幅|涨幅|增长)|衰退|减幅|跌幅|降幅)")
# 比北岸多, "more than Melby": one of two things has more, and the other less; but for two times.
_HAN_THAN_ANOTHER = re.compile(
    r"[比较](?![^，。；]{0,6}(?:年|月|季|周|天|同期|以前|以往|过去|上[次届]))[^，。；]{0,12}$"
)
_THAN_ANOTHER = re.compile(
    r"\s+than\s+(?!(?:in|during|a|an|one|two|three|four|five|ten|the|\d+)\s+(?:\w+\s+){0,3}?"
    r"(?:years?|months?|quarters?|weeks?|seasons?|decades?|surveys?|(?:19|20)\d\d)\b|(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
_CHANGES = {Kind.PERCENT, Kind.COUNT, Kind.PHYSICAL, Kind.MONEY, Kind.DURATION}


def find_other_way(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The passage that has a number of the claim, but of a change the other way."""
    claim, language = grounds.claim, grounds.index.page.language
    for claimed, found, passage in grounds.told_in_sentences():
        if claimed.kind not in _CHANGES or is_calendar(claimed):
            continue
        ours = _told(claimed, claim.plain, claim.language)
        theirs = _told(found, passage.unit.text, language)
        if ours and theirs and ours[0] != theirs[0]:
            reason = f"the claim says “{ours[1]}”, the source “{theirs[1]}”"
            return passage, Opposition(ours[1], theirs[1], reason)
    return None


def han_change_by(number: Quantity, plain: str) -> re.Match[str] | None:
    """The words of a text in simplified Chinese that say it is more (`more`), or less, by a number.

    They stand right before it, or behind it.
    """
    return _HAN_BY.search(plain, 0, number.start) or _HAN_BY_BEHIND.match(plain, number.end)


def _told(number: Quantity, text: str, language: str) -> tuple[bool, str] | None:
    """Whether a text says that something is more, or less, by a number of it; and its words.

    None where it says neither, denies it, or compares two things: of one the other is less.
    """
    if has_negation(clause_around(text, number.start, number.end), language):
        return None
    if is_han_written(language):
        plain = simplified(text)
        told = han_change_by(number, plain)
        if told is None or _HAN_THAN_ANOTHER.search(plain, 0, told.start()):
            return None
    elif language[:2] == "en":
        told = _CHANGED.search(text, 0, number.start) or _MORE_BEHIND.match(text, number.end)
        if told is None or _THAN_ANOTHER.match(text, told.end()):
            return None
    else:
        return None
    return told["more"] is not None, text[told.start() : told.end()].strip()
