"""The cause that a claim gives, beside those that its source gives of the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.languages import COMMA, is_chinese, simplified
from claims.lexicon.terms import forms_of, terms_of, vocabulary_for
from claims.polarity import Opposition, end_of_last, find_cause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.grounds import Grounds
    from claims.lexicon.terms import Term
    from claims.passages import Passage

# Words between an effect and its cause, and between a cause and its effect.
_BECAUSE = re.compile(
    r"\b(?:because(?:\s+of)?|due\s+to|owing\s+to|thanks\s+to|result(?:s|ed)\s+from|stem(?:s|med)\s+from"
    r"|(?:is|are|was|were|been|as)\s+(?:\w+ly\s+)?(?:(?:a|the)\s+(?:direct\s+)?(?:result|consequence)"
    r"\s+of|(?:caused|triggered|prompted|driven)\s+by))\b",
    re.IGNORECASE,
)
_LED = re.compile(
    r"\b(?:causes|leads\s+to|led\s+to|result(?:s|ed)\s+in|brought\s+about"
    r"|(?:caused|triggered|prompted|forced)(?!\s+by\b))\b",
    re.IGNORECASE,
)
_BLAMED = re.compile(r"\bblame[sd]?\s+(?P<effect>[^,;:.]{3,120}?)\s+on\s", re.IGNORECASE)
_CLAUSE_END = re.compile(rf"[;:]|\.(?!\d)|{COMMA}")
_HAN_BECAUSE = re.compile("(?:是|主要)?(?:因为|由于|起因于|归因于|肇因于|源于|是因)")
_HAN_THEREFORE = re.compile("，(?:因此|所以|以致|致使?|使得?)?|而|才")
_HAN_LED = re.compile("，?(?:导致|造成|引发|引起|致使|使得|迫使|带动)")
_HAN_CLAUSE_END = re.compile("[，。；：]")
# Words without which a cause is too short to be missed.
_LEAST_OF_CAUSE = 2


def find_unsaid_cause(grounds: Grounds) -> str:
    """The cause that a claim gives, and nothing by the passages on its effect does, or ""."""
    around = "\n".join(grounds.index.around(one.unit) for one in _on_effect(grounds))
    terms = _terms_of_cause(grounds)
    if not terms or _has_any(terms, around, grounds):
        return ""
    return find_cause(grounds.claim.plain, grounds.claim.language)


def find_other_cause(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The passage that tells the effect and gives a cause with none of the words of the claim's."""
    claim, language = grounds.claim, grounds.index.page.language
    terms = _terms_of_cause(grounds)
    if not terms or grounds.is_across:
        return None
    told = [find_cause(one.unit.text, language) for one in grounds.retrieval.chosen]
    if any(_has_any(terms, one, grounds) for one in told):
        return None
    for passage in _on_effect(grounds):
        cause = find_cause(passage.unit.text, language)
        if cause and not _has_any(terms, passage.unit.text, grounds):
            claimed = find_cause(claim.plain, claim.language)
            reason = f"the source gives “{cause}” as the cause, not “{claimed}”"
            return passage, Opposition(claimed, cause, reason)
    return None


def find_turned_cause(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The passage that has as the effect what a claim has as the cause, and the reverse."""
    claim, language = grounds.claim, grounds.index.page.language
    if grounds.is_across or claim.language[:2] != language[:2]:
        return None
    ours = list(_led_to(claim.plain, grounds))
    if not ours:
        return None
    for passage in grounds.passages.values():
        theirs = list(_led_to(passage.unit.text, grounds)) if passage.unit.row is None else []
        for cause, effect, _ in ours:
            crossed = [
                said
                for other_cause, other_effect, said in theirs
                if all(pair := (len(cause & other_effect), len(effect & other_cause)))
                and sum(pair) > len(cause & other_cause) + len(effect & other_effect)
            ]
            if crossed and len(crossed) == len(theirs):
                reason = f"the source says “{crossed[0]}”"
                return passage, Opposition(claim.plain, crossed[0], reason)
    return None


def _led_to(text: str, grounds: Grounds) -> Iterator[tuple[frozenset[str], frozenset[str], str]]:
    """What a text says led to what: the forms of the cause, those of the effect, the words."""
    language = grounds.index.page.language
    is_han = is_chinese(language)
    vocabulary = vocabulary_for(language, language)
    for start, cause, effect, end in (
        _spans_in_chinese(simplified(text)) if is_han else _spans(text)
    ):
        of_cause, of_effect = (
            forms_of(text[first:last], language, vocabulary) for first, last in (cause, effect)
        )
        yield of_cause - of_effect, of_effect - of_cause, text[start:end].strip()


def _spans(text: str) -> Iterator[tuple[int, tuple[int, int], tuple[int, int], int]]:
    """Where an English text has a cause and its effect, within where it says so."""
    for word in _BLAMED.finditer(text):
        end = _next(_CLAUSE_END, text, word.end())
        yield word.start(), (word.end(), end), word.span("effect"), end
    for pattern, is_effect_first in ((_BECAUSE, True), (_LED, False)):
        for word in pattern.finditer(text):
            start = end_of_last(_CLAUSE_END, text, word.start())
            end = _next(_CLAUSE_END, text, word.end())
            before, behind = (start, word.start()), (word.end(), end)
            cause, effect = (behind, before) if is_effect_first else (before, behind)
            yield start, cause, effect, end


def _spans_in_chinese(text: str) -> Iterator[tuple[int, tuple[int, int], tuple[int, int], int]]:
    """The same of a text in simplified Chinese, where the cause may stand first: 因為…，…."""
    for word in _HAN_LED.finditer(text):
        start = end_of_last(_HAN_CLAUSE_END, text, word.start())
        end = _next(_HAN_CLAUSE_END, text, word.end())
        yield start, (start, word.start()), (word.end(), end), end
    for word in _HAN_BECAUSE.finditer(text):
        start = end_of_last(_HAN_CLAUSE_END, text, word.start())
        end = _next(_HAN_CLAUSE_END, text, word.end())
        if word.start() > start:
            yield start, (word.end(), end), (start, word.start()), end
        elif then := _HAN_THEREFORE.search(text, word.end()):
            end = _next(_HAN_CLAUSE_END, text, then.end())
            yield start, (word.end(), then.start()), (then.end(), end), end


def _next(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.search(text, start)
    return found.start() if found else len(text)


def _on_effect(grounds: Grounds) -> list[Passage]:
    """The passage that is fullest of the claim, and those that have its numbers."""
    return [
        *grounds.retrieval.chosen[:1],
        *(one.passage for one in grounds.numbers if one.passage),
    ]


def _terms_of_cause(grounds: Grounds) -> list[Term]:
    claim = grounds.claim
    vocabulary = vocabulary_for(claim.language, grounds.index.page.language)
    cause = find_cause(claim.plain, claim.language)
    # "Fares rose because wages rose": what the effect has too tells no cause.
    rest = "" if grounds.is_across else claim.plain.replace(cause, " ")
    effect = forms_of(rest, claim.language, vocabulary)
    terms = [
        one
        for one in terms_of(cause, claim.language, vocabulary)
        if not (one.is_number or one.forms & effect)
    ]
    return terms if len(terms) >= _LEAST_OF_CAUSE else []


def _has_any(terms: list[Term], text: str, grounds: Grounds) -> bool:
    language = grounds.index.page.language
    held = forms_of(text, language, vocabulary_for(grounds.claim.language, language))
    return any(not held.isdisjoint(term.forms) for term in terms)
