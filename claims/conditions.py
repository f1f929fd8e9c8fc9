"""Conditions under which a source says that something is so, and a claim says it outright.

"Revenue will reach 1.6 billion, provided that deliveries begin" is not "revenue will reach 1.6
billion", and "any hospital, but only for planned operations" is not "any hospital".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.languages import is_chinese, plain_in
from claims.lexicon.terms import count_held, forms_of, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.grounds import Grounds
    from claims.passages import Passage, Unit

# Of a claim's words, what the rest of a conditional sentence must have; of those of a condition,
# from how much on the claim tells it too; and of the fullest passage, what another needs.
_ON_THE_SAME = 0.4
_TOLD = 0.4
_NEARLY_FULLEST = 0.7
_CONDITION = re.compile(
    r"\b(?:(?:(?<=[,;(]\s)|(?<=[,;(]))provided|provided\s+that|providing\s+that|on\s+(?:the\s+)?condition\s+that"
    r"|(?:but|and|though|although|albeit)\s+only\s+(?:if|when|where|for|in|on|at|to|with|after|until|among)"
    r"|only\s+(?:if|when|where|after|once)|as\s+long\s+as|so\s+long\s+as|contingent\s+on"
    # What is subject to rules is under them; what is subject to approval has yet to get it.
    r"|subject\s+to(?=\s+(?:[\w'’-]+\s+){0,4}?(?:approvals?|consent|clearance|confirmation|ratification"
    r"|agreement|review|conditions?|availability|funding|financing|completion|results?|votes?)\b)"
    r"|unless|assuming(?:\s+that)?|on\s+the\s+assumption\s+that)\s+(?P<what>[^,;.:()]{4,})"
    # "If" with its clause before or behind: no "even if", "asked if", "as if".
    r"|(?:^|[;:(,]\s*|\b(?:but|and|that)\s)if\s+(?!(?:any|not|so|anything|only|possible|necessary)\b)"
    r"(?P<first>[^,;.:]{4,})",
    re.IGNORECASE,
)
# "Prices rose, if slowly", "provided 40 jobs", "provided for 40 people".
_NO_CONDITION = re.compile(
    r"provided\s+(?!that\b)(?=(?:by|for|with|to|a|an|the\s+\w+\s+(?:with|for)|\d)\b)"
    r"|if\s+\w+(?:ly)?\s*$",
    re.IGNORECASE,
)
# An "if" of what might be: "would reach", "can be", "will".
_WOULD = re.compile(
    r"\b(?:will|would|could|can|may|might|should|shall|is|are)\b|['’](?:ll|d)\b", re.IGNORECASE
)
_HAN_CONDITION = re.compile(
    r"(?<![宛恍仿])(?:如果|假如|假若|倘若|倘使|若是|若(?![干非兰])|倘|只要|一旦|除非|万一)(?P<what>[^，。；：]{2,}?)(?=[，。；：]|$)"
    r"|[惟但]?(?:须|需)?以(?P<premise>[^，。；：]{2,}?)为(?:前提|条件|限)"
    r"|在(?P<case>[^，。；：]{2,}?)(?:的)?(?:前提|条件)下"
    r"|(?:但|惟|只|仅|须|需)(?:仅)?限(?:于)?(?P<only>[^，。；：]{2,})"
)
_HAN_OPEN = re.compile(
    "如果|假如|假若|倘|若(?!干)|只要|一旦|除非|前提|条件|情况下|限于?|须|需|才|万一|假设"
)
_OPEN = re.compile(
    r"\b(?:if|unless|provided|providing|only|condition\w*|assum\w+|as\s+long\s+as|so\s+long\s+as"
    r"|subject\s+to|contingent|depend\w*|once|when|limited|restricted|eligible"
    r"|except)\b",
    re.IGNORECASE,
)


def find_dropped_condition(grounds: Grounds) -> tuple[Passage, str] | None:
    """The passage that says what a claim does under a condition alone, and that condition."""
    claim, language = grounds.claim, grounds.index.page.language
    is_han = is_chinese(language)
    if not is_han and language[:2] != "en":
        return None
    ours = plain_in(claim.plain, claim.language)
    if (_HAN_OPEN if is_chinese(claim.language) else _OPEN).search(ours):
        return None
    for passage, places in _bearing_out(grounds):
        text = plain_in(passage.unit.text, language)
        for found in (_HAN_CONDITION if is_han else _CONDITION).finditer(text):
            if _is_condition_of_claim(found, text, places, grounds):
                return passage, passage.unit.text[found.start() : found.end()].strip(" ,;:(")
    return None


def _bearing_out(grounds: Grounds) -> Iterator[tuple[Passage, list[int]]]:
    """The sentences with the claim's numbers, and where; else those fullest of its words."""
    told: dict[Unit, tuple[Passage, list[int]]] = {}
    for _, found, passage in grounds.told_in_sentences():
        told.setdefault(passage.unit, (passage, []))[1].append(found.start)
    yield from told.values()
    for passage in () if told else grounds.fullest(_NEARLY_FULLEST):
        if passage.unit.row is None:
            yield passage, []


def _is_condition_of_claim(
    found: re.Match[str], text: str, places: Sequence[int], grounds: Grounds
) -> bool:
    """Whether what a condition is of is what the claim says, and the claim leaves it out.

    `places` are those of the claim's numbers in the text.
    """
    claim, language = grounds.claim, grounds.index.page.language
    if _NO_CONDITION.match(text, found.start()):
        return False
    begin, end = _segment(text, *found.span())
    # "If it rains, …" is of what follows; "…, provided that it rains" of what went before.
    told = found.groupdict()
    is_first = not text[begin : found.start()].strip() or (is_chinese(language) and told["what"])
    begin, end = (found.end(), end) if is_first else (begin, found.start())
    rest = text[begin:end]
    if told.get("first") and not _WOULD.search(rest):
        return False
    vocabulary = grounds.vocabulary
    terms = [one for one in terms_of(claim.plain, claim.language, vocabulary) if not one.is_number]
    said = count_held(terms, forms_of(rest, language, vocabulary))
    has_number = any(begin <= one < end for one in places)
    condition = terms_of(next(filter(None, told.values())), language, vocabulary)
    held = count_held(condition, forms_of(claim.plain, claim.language, vocabulary))
    is_on_the_same = has_number or said >= _ON_THE_SAME * len(terms)
    return is_on_the_same and held < _TOLD * len(condition)


def _segment(text: str, start: int, end: int) -> tuple[int, int]:
    """What of a sentence stands between semicolons around a place."""
    begin = max(text.rfind(mark, 0, start) for mark in ";；") + 1
    stops = [place for mark in ";；" if (place := text.find(mark, end)) >= 0]
    return begin, min(stops, default=len(text))
