"""What was before and what after: nine days before the derailment, 宣判後.

Told by a time or a distance, or by the event that it was before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.languages import is_chinese, plain_in
from claims.lexicon.stems import stems
from claims.polarity import Opposition
from claims.values import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.grounds import Grounds
    from claims.passages import Passage
    from claims.values import Quantity

_BEFORE = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:(?P<before>before|earlier|ago|prior|previously|short\s+of|ahead\s+of)"
    r"|(?:after|later|past|beyond|following|behind|on))\b",
    re.IGNORECASE,
)
_HAN_BEFORE = re.compile("(?:(?P<before>[之以]?前)|[之以]?[后後])")
_HAN_AHEAD = re.compile("(?:(?P<before>前|提[前早]|早)|[后後]|[晚迟]|超过|过了?[^，。；\\d]{0,6})$")
_MEASURED = {Kind.DURATION, Kind.PHYSICAL}
# An event, and that something was before it or after it.
_EVENT = re.compile(
    r"\b(?:(?P<before>before|prior\s+to|ahead\s+of)|(?:after|following))\s+"
    r"(?!all\b|that\b|this\b|it\b|then\b|them\b|\d)"
    r"(?P<event>(?:the\s+|an?\s+|its\s+|his\s+|her\s+|their\s+)?(?:[\w'’-]+\s*){1,4})",
    re.IGNORECASE,
)
_HAN_EVENT = re.compile(
    r"(?P<event>[\u4e00-\u9fff]{2,4}?)(?:(?P<before>[之以]?前)|[之以]?后)"
    r"(?![一二三四五六七八九十\d两几半年月日天周度往来期面方者端续果代任总进锋列卫悔勤台座])"
)
# Of a claim's words, what a sentence on the same must have.
_ON_THE_SAME = 0.4


def find_other_side(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The sentence that has before something, by a time or a distance, what a claim has after."""
    claim, language = grounds.claim, grounds.index.page.language
    for claimed, found, passage in grounds.told_in_sentences():
        if claimed.kind not in _MEASURED:
            continue
        ours = _side(claimed, claim.plain, claim.language)
        theirs = _side(found, passage.unit.text, language)
        if ours and theirs and ours[0] is not theirs[0]:
            reason = f"the claim says “{ours[1]}”, the source “{theirs[1]}”"
            return passage, Opposition(ours[1], theirs[1], reason)
    return None


def _side(number: Quantity, text: str, language: str) -> tuple[bool, str] | None:
    """Whether a text tells of what was so long, or so far, before something; and its words."""
    plain = plain_in(text, language)
    if is_chinese(language):
        told = _HAN_BEFORE.match(plain, number.end) or _HAN_AHEAD.search(plain, 0, number.start)
    else:
        told = _BEFORE.match(plain, number.end) if language[:2] == "en" else None
    if told is None:
        return None
    first, last = min(told.start(), number.start), max(told.end(), number.end)
    return told["before"] is not None, text[first:last].strip()


def find_other_order(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The sentence that has after an event what a claim has before it, in the same language."""
    claim, language = grounds.claim, grounds.index.page.language
    ours = [] if grounds.is_across else list(_events(claim.plain, claim.language))
    if not ours:
        return None
    for passage in grounds.on_the_same(_ON_THE_SAME):
        text = passage.unit.text
        theirs = list(_events(text, language))
        for is_before, event, said in ours:
            alike = [one for one in theirs if event & one[1]]
            if alike and all(one[0] is not is_before for one in alike):
                reason = f"the claim says “{said}”, the source “{alike[0][2]}”"
                return passage, Opposition(said, alike[0][2], reason)
    return None


def _events(text: str, language: str) -> Iterator[tuple[bool, frozenset[str], str]]:
    """Each event of a text, whether something was before it, with the words of both."""
    is_han = is_chinese(language)
    if not is_han and language[:2] != "en":
        return
    for found in (_HAN_EVENT if is_han else _EVENT).finditer(plain_in(text, language)):
        words = {found["event"][-2:]} if is_han else set(stems(found["event"], "en"))
        said = text[found.start() : found.end()].strip()
        yield found["before"] is not None, frozenset(words), said
