"""What each rule that can speak against a claim says by itself, whichever the judge asks first.

A verdict shows only the first rule that speaks; what the others would have said of the same claim
is looked at here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.causes import find_other_cause, find_unsaid_cause
from claims.certainty import find_dropped_hedge
from claims.extent import find_minority, find_unsaid_extent
from claims.firsts import find_narrower_first
from claims.judge import AGAINST
from claims.measures import find_core
from claims.named_elsewhere import find_named_elsewhere
from claims.objections import (
    against_its_numbers,
    against_the_ends,
    contradicts,
    is_amiss,
    is_lacking,
    is_stray,
    named_later,
    said_by_contrast,
    said_in_words_of_another,
    said_of_another,
    stands_apart,
    tells_other_time,
)
from claims.opposition import (
    find_denied,
    find_only_opposite,
    find_opposed,
    find_opposed_in_words,
)
from claims.passages import Passage
from claims.plans import find_forecast, find_plan
from claims.polarity import Opposition
from claims.records import find_unsaid_record
from claims.replaced import find_replaced
from claims.unsaid import find_unsaid, find_unsaid_name, share_said
from claims.unsaid_denials import find_unsaid_denial
from claims.values import Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claims.grounds import Grounds
    from claims.matches import Match

_OF_GROUNDS: tuple[Callable[[Grounds], object], ...] = (
    *AGAINST,
    find_opposed_in_words,
    find_only_opposite,
    find_minority,
    find_other_cause,
    find_unsaid_cause,
    find_unsaid_extent,
    find_dropped_hedge,
    find_narrower_first,
    find_unsaid_record,
    find_core,
    find_unsaid_name,
    find_unsaid,
    find_unsaid_denial,
    find_named_elsewhere,
    find_replaced,
    said_in_words_of_another,
)
_OF_AGREEING: tuple[Callable[[list[Match], Grounds], object], ...] = (
    find_opposed,
    find_denied,
    find_plan,
    find_forecast,
    against_its_numbers,
    against_the_ends,
    said_of_another,
    said_by_contrast,
    named_later,
)
_OF_A_NUMBER: tuple[Callable[[Match, Grounds], bool], ...] = (is_stray, stands_apart)
_OF_A_TIME: tuple[Callable[[Match, Grounds], bool], ...] = (tells_other_time, is_amiss)


def what_each_rule_says(claim: str, grounds: Grounds) -> str:
    """The claim and, a line each, the rules that have something to say, with what they say."""
    return "\n  ".join([claim, *_said(grounds)]) if grounds.retrieval.chosen else claim


def _said(grounds: Grounds) -> Iterator[str]:
    for rule in _OF_GROUNDS:
        if said := _told(rule(grounds)):
            yield f"{rule.__name__}: {said}"
    agreeing = [one for one in grounds.numbers if one.relation is Relation.AGREES]
    for of_agreeing in _OF_AGREEING:
        if said := _told(of_agreeing(agreeing, grounds)):
            yield f"{of_agreeing.__name__}: {said}"
    for match in grounds.numbers:
        rules = [rule.__name__ for rule in _OF_A_NUMBER if rule(match, grounds)]
        rules += ["contradicts"] * contradicts(match, agreeing, grounds)
        rules += ["is_lacking"] * is_lacking(match, grounds.claim)
        if rules:
            yield f"{match.claimed.text.strip()}: {', '.join(rules)}"
    for match in grounds.times:
        if rules := [rule.__name__ for rule in _OF_A_TIME if rule(match, grounds)]:
            yield f"{match.claimed.text.strip()}: {', '.join(rules)}"
    if grounds.ordered:
        yield f"ordered: {grounds.ordered.relation.value} {grounds.ordered.said}"
    yield f"share_said: {share_said(grounds):.2f}"


def _told(found: object) -> str:
    """A finding in words; an opposition with where its passage begins."""
    match found:
        case None | "":
            return ""
        case (Passage() as passage, Opposition() as opposition):
            words = f"[{opposition.claimed} / {opposition.found}]"
            return f"at {passage.unit.start} {words} {opposition.reason}"
        case (Passage() as passage, Opposition() as opposition, float() as share):
            return f"at {passage.unit.start} [{opposition.claimed}] {share:.2f} {opposition.reason}"
        case (Passage() as passage, Opposition() as opposition, bool() as is_past):
            return f"at {passage.unit.start} {opposition.reason} {is_past}"
        case (Passage() as passage, str(theirs)):
            return f"at {passage.unit.start} {theirs}"
        case (str(ours), str(theirs)):
            return f"{ours} / {theirs}"
        case (str(every), some):
            return f"{every} {_told(some)}".strip()
        case _:
            return str(found)
