"""The cause that a claim gives, beside those that its source gives of the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.languages import is_chinese, simplified
from claims.lexicon.terms import forms_of, terms_of, vocabulary_for
from claims.polarity import Opposition, find_cause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.grounds import Grounds
    from claims.lexicon.terms import Term
    from claims.passages import Passage

_WHAT = r"(?:[^,;:.]|[,.](?=\d)){6,}?"
# What led to what, either way round.
_LED_TO = (
    re.compile(
        rf"(?P<effect>{_WHAT})\s+(?:because(?:\s+of)?|due\s+to|owing\s+to|thanks\s+to"
        r"|(?:is|are|was|were|been|as)\s+(?:partly\s+|largely\s+|mainly\s+)?(?:a|the)\s+(?:direct\s+)?"
        r"(?:result|consequence)\s+of|result(?:s|ed)\s+from|stem(?:s|med)\s+from"
        r"|(?:is|are|was|were|been)\s+(?:\w+ly\s+)?(?:caused|triggered|prompted|driven)\s+by)\s+"
        rf"(?P<cause>{_WHAT})(?=[,;:.]|$)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<cause>{_WHAT})\s+(?:caused(?!\s+by)|causes|led\s+to|leads\s+to|resulted\s+in|results\s+in"
        rf"|(?:triggered|prompted|forced)(?!\s+by)|brought\s+about)\s+(?P<effect>{_WHAT})(?=[,;:.]|$)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bblame[sd]?\s+(?P<effect>{_WHAT})\s+on\s+(?P<cause>{_WHAT})(?=[,;:.]|$)", re.IGNORECASE
    ),
)
_HAN_WHAT = "[^，。；：]{2,}?"
_HAN_LED_TO = (
    re.compile(
        rf"(?P<effect>{_HAN_WHAT})(?:是|主要)?(?:因为|由于|起因于|归因于|肇因于|源于|是因)"
        r"(?P<cause>[^，。；：]{2,}?)(?:而|才|所致|造成的?)?(?=[，。；：]|$)"
    ),
    re.compile(
        rf"(?:因为?|由于)(?P<cause>{_HAN_WHAT})(?:，|而|才|致|，因此|，所以)(?P<effect>[^，。；：]{{2,}})"
    ),
    re.compile(
        rf"(?P<cause>{_HAN_WHAT})，?(?:导致|造成|引发|引起|致使|使得|迫使|带动)(?P<effect>[^，。；：]{{2,}})"
    ),
)
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
    plain = simplified(text) if is_han else text
    for pattern in _HAN_LED_TO if is_han else _LED_TO:
        for found in pattern.finditer(plain):
            cause, effect = (
                forms_of(found[name], language, vocabulary) for name in ("cause", "effect")
            )
            yield cause - effect, effect - cause, text[found.start() : found.end()].strip()


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
