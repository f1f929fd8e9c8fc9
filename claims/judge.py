"""From the grounds to a verdict: pure policy, with a reason in words and the quotes."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.before_after import find_other_order, find_other_side
from claims.causes import find_other_cause, find_turned_cause, find_unsaid_cause
from claims.certainty import find_dropped_hedge
from claims.conditions import find_dropped_condition
from claims.crossings import find_crossed, find_turned_round
from claims.extent import (
    find_exception,
    find_lower_place,
    find_minority,
    find_second,
    find_unsaid_extent,
)
from claims.firsts import find_narrower_first
from claims.grounds import Grounds, grounds_of
from claims.han_comparisons import find_compared_otherwise
from claims.han_roles import find_other_agent, find_turned_deed
from claims.measures import find_core, find_other_measure
from claims.named_elsewhere import find_named_elsewhere, find_named_instead
from claims.number_roles import (
    find_denied_share,
    find_groups_counted,
    find_more_or_fewer,
    find_other_end,
    find_other_whole,
    find_spread,
    find_unchanged,
)
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
from claims.offices import find_other_holder, find_other_office, find_other_party
from claims.opposition import (
    find_denied,
    find_flatly_denied,
    find_only_opposite,
    find_opposed,
    find_opposed_in_words,
    find_opposite_noun,
)
from claims.other_numbers import find_other_number
from claims.other_regions import find_other_region
from claims.other_times import (
    find_other_hour,
    find_other_month,
    find_other_part_of_year,
    find_unsaid_month,
)
from claims.other_ways import find_other_way
from claims.passages import Passage
from claims.periods import find_other_period
from claims.plans import find_forecast, find_plan, find_planned_deed
from claims.quantities.compare import digits_of, is_calendar
from claims.quantities.dates import years_written
from claims.quantities.times import year_named
from claims.quotations import Alteration, find_alteration
from claims.rates import find_other_rate, find_other_role
from claims.records import find_lesser_record, find_unsaid_record
from claims.replaced import find_replaced
from claims.roles import find_other_doer
from claims.row_owners import find_other_column, find_other_row
from claims.speakers import find_other_speaker
from claims.text_fragments import passage_link
from claims.turned import find_swapped_words, find_turned_word
from claims.unsaid import find_unsaid, find_unsaid_name, share_said
from claims.unsaid_denials import find_unsaid_denial
from claims.values import (
    Citation,
    Claim,
    Evidence,
    Flag,
    Judgement,
    Kind,
    Relation,
    Source,
    Verdict,
    Via,
)
from claims.whereabouts import find_other_place
from claims.years_told import REFERENCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.matches import Match
    from claims.orderings import Ordered
    from claims.passages import PageIndex, Retrieval, Unit
    from claims.polarity import Opposition
    from claims.tiers import Adviser


# How likely it must be that the passages bear the claim out, or a part of it.
_SUPPORTED = 0.5
# How likely the passages must at least be about the claim's matter for them to say anything of it.
# A page on something else has the same month, the same small number; the scores were fitted on
# pages that are cited for what they are about.
_LEAST_ABOUT = 0.3
_LEAST_ABOUT_ACROSS = 0.2
_GREAT = 1_000
_IN_PART = 0.3
# How sure it is that a source which has the very sentence says so.
_WORD_FOR_WORD = 0.97
# An opinion rests on more than a word or two.
_SHORTEST_QUOTE = 12
# Of a claim without a number, what must stand on a page in another language.
_LEAST_ACROSS = 0.6
_FEW_HELD = 6
# Of the words that say something of a claim's subject, what the passages must have.
_LEAST_SAID = 0.34
# What is asked of grounds that bear a claim out, in this order.
AGAINST = (
    find_crossed,
    find_other_row,
    find_other_column,
    find_other_doer,
    find_flatly_denied,
    find_opposite_noun,
    find_exception,
    find_lower_place,
    find_second,
    find_lesser_record,
    find_other_hour,
    find_other_month,
    find_other_part_of_year,
    find_other_rate,
    find_planned_deed,
    find_other_period,
    find_other_measure,
    find_other_role,
    find_other_end,
    find_unchanged,
    find_spread,
    find_other_whole,
    find_groups_counted,
    find_more_or_fewer,
    find_other_side,
    find_other_order,
    find_denied_share,
    find_other_holder,
    find_other_office,
    find_other_party,
    find_other_agent,
    find_turned_deed,
    find_turned_cause,
    find_turned_round,
    find_compared_otherwise,
    find_other_place,
    find_other_number,
    find_swapped_words,
    find_turned_word,
    find_other_speaker,
    find_other_way,
    find_other_region,
)
# Of the words of a clause that denies, what a source has that says the opposite.
_FLATLY = 0.6
_HELD = frozenset({Verdict.SUPPORTED, Verdict.PARTIAL})
_SAME_WORDS = "the passage says the same in its words"
_ONLY_SUBJECT = "the page speaks of the subject but does not say this"
_SILENT = "no passage on the page speaks of what the claim says"


def judge_unread(citation: Citation, source: Source) -> Judgement:
    """The judgement where the source gave no text: it proves nothing either way."""
    return Judgement(
        citation=citation,
        outcome=source.outcome,
        verdict=Verdict.UNVERIFIABLE,
        score=0.0,
        reason=f"the source could not be read: {source.reason} ({source.outcome.value})",
        flags=_flags_of(citation),
        evidence=(),
    )


def judge(
    claim: Claim,
    citation: Citation,
    source: Source,
    index: PageIndex,
    advisers: Sequence[Adviser] = (),
) -> Judgement:
    """What one readable source says about a claim, with the quotes that say it."""
    return judge_on(grounds_of(claim, index), citation, source, advisers)


def judge_on(
    grounds: Grounds, citation: Citation, source: Source, advisers: Sequence[Adviser] = ()
) -> Judgement:
    """The judgement that grounds lead to."""
    flags = list(_flags_of(citation))
    if grounds.is_across:
        flags.append(Flag.CROSS_LANGUAGE)
    retrieval, matches = grounds.retrieval, (*grounds.numbers, *grounds.times)
    if said := grounds.index.saying(grounds.claim.plain):
        ruling = _Ruling(
            Verdict.SUPPORTED,
            max(grounds.support, _WORD_FOR_WORD),
            "the source says so word for word",
            rests_on=Passage(said, 1.0),
        )
        matches = tuple(one for one in matches if _is_borne_out_by(said, one))
    else:
        ruling = _ruled(grounds, advisers)
    if altered := find_alteration(grounds.claim, grounds.index):
        flags.append(Flag.QUOTE_ALTERED)
        ruling = _with_alteration(ruling, altered)
    evidence = _evidence(source, retrieval, matches, ruling)
    if evidence and not any(_is_main(item, retrieval) for item in evidence):
        flags.append(Flag.ONLY_IN_UNFILTERED_TEXT)
    return Judgement(
        citation=citation,
        outcome=source.outcome,
        verdict=ruling.verdict,
        score=round(ruling.score, 3),
        reason=ruling.reason,
        flags=tuple(flags),
        evidence=evidence,
    )


def _ruled(grounds: Grounds, advisers: Sequence[Adviser]) -> _Ruling:
    ruling = _unless_planned(_rule(grounds), grounds)
    ruling = _unless_of_another(ruling, grounds)
    for complete in _COMPLETIONS:
        if ruling.verdict is Verdict.SUPPORTED:
            ruling = complete(ruling, grounds)
    return _advised(ruling, grounds, advisers)


def _is_borne_out_by(unit: Unit, match: Match) -> bool:
    is_there = match.passage is not None and match.passage.unit == unit
    return is_there and match.relation is Relation.AGREES


@dataclass(frozen=True, slots=True)
class _Ruling:
    verdict: Verdict
    score: float
    reason: str
    opposition: tuple[Passage, Opposition] | None = None
    rests_on: Passage | None = None
    is_by_number: bool = False


def _rule(grounds: Grounds) -> _Ruling:
    if not grounds.retrieval.chosen:
        return _Ruling(Verdict.NOT_FOUND, 0.0, _SILENT)
    support, numbers = grounds.support, grounds.numbers
    if _is_of_something_else(grounds):
        return _Ruling(Verdict.NOT_FOUND, support / 3, _SILENT)
    agreeing = [
        match
        for match in numbers
        if match.relation is Relation.AGREES and not is_stray(match, grounds)
    ]
    differing = [match for match in numbers if contradicts(match, agreeing, grounds)]
    differing += [match for match in grounds.times if tells_other_time(match, grounds)]
    if differing:
        said = _says_instead(differing)
        return _Ruling(Verdict.CONTRADICTED, support / 4, said, is_by_number=True)
    if grounds.ordered and (ruling := _rule_on_order(grounds.ordered, support, grounds)):
        return ruling
    together = grounds.told_together
    is_told = grounds.is_told_in_rows or (
        together and all(one.passage and one.passage.unit in together for one in agreeing)
    )
    if is_told:
        support = max(support, _SUPPORTED)
    if not (grounds.is_about or together or (numbers and support >= _SUPPORTED)):
        return _Ruling(Verdict.NOT_FOUND, support / 2, _SILENT)
    if numbers:
        return _rule_by_numbers(grounds, agreeing, support)
    return _rule_by_words(grounds, support)


def _is_of_something_else(grounds: Grounds) -> bool:
    """Whether the page is so unlikely to be about the claim's matter that it says nothing of it.

    Across languages, where a dictionary lacks words, a great number that is the same tells more.
    """
    is_told = grounds.is_across and any(
        one.relation is Relation.AGREES
        and digits_of(one.claimed) > 1
        and one.claimed.value >= _GREAT
        for one in grounds.numbers
    )
    least = _LEAST_ABOUT_ACROSS if grounds.is_across else _LEAST_ABOUT
    return grounds.about < least and not (
        is_told or grounds.told_together or grounds.is_told_in_rows
    )


def _rule_by_numbers(grounds: Grounds, agreeing: Sequence[Match], support: float) -> _Ruling:
    """The ruling on a claim with numbers that no other number of the source contradicts."""
    numbers = grounds.numbers
    lacking = [
        match for match in numbers if is_lacking(match, grounds.claim) or is_stray(match, grounds)
    ]
    if lacking and not agreeing:
        return _Ruling(
            Verdict.NOT_FOUND,
            support / 3,
            f"the page speaks of the subject but gives no {_listed(lacking)}",
        )
    if not grounds.tells_the_rest and (
        opposed := find_opposed(agreeing, grounds) or find_denied(agreeing, grounds)
    ):
        reason = f"the same numbers, but {opposed[1].reason}"
        return _Ruling(Verdict.CONTRADICTED, support / 4, reason, opposed)
    if against := against_its_numbers(agreeing, grounds):
        reason = f"the claim says “{against}”, against the numbers that it gives with the source"
        return _Ruling(Verdict.CONTRADICTED, support / 4, reason, is_by_number=True)
    if ends := against_the_ends(agreeing, grounds):
        reason = f"the source tells a change from {ends}"
        return _Ruling(Verdict.CONTRADICTED, support / 4, reason, is_by_number=True)
    if ruling := _rule_on_subjects(grounds, support):
        return ruling
    if another := said_of_another(agreeing, grounds):
        reason = f"the source says {_found(agreeing)} of {another}"
        return _Ruling(Verdict.CONTRADICTED, support / 4, reason)
    if contrast := said_by_contrast(agreeing, grounds):
        reason = f"the source gives {_found(agreeing)} of something else (“{contrast}”)"
        return _Ruling(Verdict.CONTRADICTED, support / 4, reason)
    if late := named_later(agreeing, grounds):
        reason = f"the source gives {_found(agreeing)} before it first speaks of {late}"
        return _Ruling(Verdict.PARTIAL, _in_part(support), reason)
    # A dictionary joins unlike words to a number more easily.
    if agreeing and grounds.is_across and all(stands_apart(match, grounds) for match in agreeing):
        reason = f"the source gives {_found(agreeing)}, but not of what the claim speaks of"
        return _Ruling(Verdict.PARTIAL, _in_part(support), reason)
    wrong_time = _wrong_times(grounds)
    if lacking or wrong_time or support < _SUPPORTED:
        reason = _only_in_part(agreeing, lacking, wrong_time)
        return _Ruling(Verdict.PARTIAL, _in_part(support), reason)
    if not agreeing:
        return _Ruling(Verdict.SUPPORTED, support, _SAME_WORDS)
    return _Ruling(Verdict.SUPPORTED, support, f"the source gives {_found(agreeing)}")


def _unless_planned(ruling: _Ruling, grounds: Grounds) -> _Ruling:
    """The ruling, or a contradiction where the source only plans what a claim says is done."""
    matches = (*grounds.numbers, *grounds.times)
    agreeing = [match for match in matches if match.relation is Relation.AGREES]
    if ruling.verdict not in _HELD or not (planned := find_plan(agreeing, grounds)):
        return ruling
    if ruling.verdict is Verdict.PARTIAL and not _is_planned_for_another_year(planned[1], grounds):
        return ruling
    return _contradicted(ruling, planned)


def _is_planned_for_another_year(plan: Opposition, grounds: Grounds) -> bool:
    """Whether a claim without numbers is of a year, and the plan for what it tells of another."""
    years = set(years_written(plan.found, grounds.index.page.language))
    ours = {year_named(one.claimed) for one in grounds.times}
    return bool(years and ours) and not grounds.numbers and years.isdisjoint(ours)


def _unless_of_another(ruling: _Ruling, grounds: Grounds) -> _Ruling:
    """The ruling, or a contradiction where the source says that of another year, name or doer."""
    if ruling.verdict not in _HELD:
        return ruling
    another = next(filter(None, (find(grounds) for find in AGAINST)), None)
    return _contradicted(ruling, another) if another else ruling


def _with_forecast(ruling: _Ruling, grounds: Grounds) -> _Ruling:
    """The ruling, but where the source only expects the numbers that a claim tells as facts."""
    agreeing = [match for match in grounds.numbers if match.relation is Relation.AGREES]
    if not (found := find_forecast(agreeing, grounds)):
        return ruling
    passage, expected, is_told_as_past = found
    if is_told_as_past:
        return _contradicted(ruling, (passage, expected))
    return _partly(ruling, expected.reason)


def _with_hedge(ruling: _Ruling, grounds: Grounds) -> _Ruling:
    """The ruling, in part only where the source is less sure of it than the claim."""
    if not (found := find_dropped_hedge(grounds)):
        return ruling
    passage, hedged = found
    return replace(_partly(ruling, f"the source says “{hedged}” only"), rests_on=passage)


def _with_condition(ruling: _Ruling, grounds: Grounds) -> _Ruling:
    """The ruling, in part only where the source says so under a condition that a claim drops."""
    if not (found := find_dropped_condition(grounds)):
        return ruling
    passage, condition = found
    return replace(_partly(ruling, f"the source says so “{condition}”"), rests_on=passage)


def _with_denial(ruling: _Ruling, grounds: Grounds) -> _Ruling:
    """The ruling, but where a claim denies what the source tells without any denial."""
    if grounds.tells_the_rest or not (unsaid := find_unsaid_denial(grounds)):
        return ruling
    passage, opposition, share = unsaid
    if share >= _FLATLY and not grounds.is_across:
        return _contradicted(ruling, (passage, opposition))
    return _partly(ruling, opposition.reason)


def _with_its_way(ruling: _Ruling, grounds: Grounds) -> _Ruling:
    """The ruling, in part only where a claim says "rose" and the source has "fell" alone."""
    if ruling.is_by_number or not (opposed := find_only_opposite(grounds)):
        return ruling
    return replace(_partly(ruling, opposed[1].reason), opposition=opposed)


def _with_cause(ruling: _Ruling, grounds: Grounds) -> _Ruling:
    """The ruling, but where the source gives another cause than the claim; or gives none."""
    if another := find_other_cause(grounds):
        return _contradicted(ruling, another)
    cause = find_unsaid_cause(grounds)
    return _partly(ruling, f"nothing in it speaks of “{cause}”") if cause else ruling


def _with_extent(ruling: _Ruling, grounds: Grounds) -> _Ruling:
    """The ruling, but where a claim says of all what the source says of some; or not of all."""
    every, some = find_unsaid_extent(grounds)
    if some:
        return _contradicted(ruling, some)
    if narrower := find_narrower_first(grounds):
        theirs, ours = narrower
        return _partly(ruling, f"the source says “{theirs}”, the claim “{ours}”")
    unsaid = every or find_unsaid_record(grounds) or find_unsaid_month(grounds)
    return _partly(ruling, f"nothing in it says “{unsaid}”") if unsaid else ruling


def _with_names(ruling: _Ruling, grounds: Grounds) -> _Ruling:
    """The ruling, in part only where the page nowhere has a name of the claim, or not for this."""
    if absent := ", ".join(grounds.subjects.absent) or find_unsaid_name(grounds):
        return _partly(ruling, f"nothing on the page names {absent}")
    if named := find_named_instead(grounds):
        ours, theirs = named
        return _partly(ruling, f"the source says it of {theirs}; nothing on the page names {ours}")
    if core := find_core(grounds):
        return _partly(ruling, f"the source says it of “{core}”")
    if elsewhere := find_named_elsewhere(grounds):
        return _partly(ruling, f"the page does not name {elsewhere} where it says so")
    return ruling


def _with_its_words(ruling: _Ruling, grounds: Grounds) -> _Ruling:
    """The ruling, in part only where one word stands in the place of the source's."""
    if not (replaced := find_replaced(grounds)):
        return ruling
    passage, opposition = replaced
    # What an order of numbers bore out is no matter of numbers then: an opinion may differ.
    return replace(_partly(ruling, opposition.reason), rests_on=passage, is_by_number=False)


def _with_all_said(ruling: _Ruling, grounds: Grounds) -> _Ruling:
    """The ruling, in part only where no sentence tells of one of the claim's clauses."""
    unsaid = find_unsaid(grounds)
    return _partly(ruling, f"no sentence of the page tells of “{unsaid}”") if unsaid else ruling


# What is asked of a ruling while it bears a claim out, in this order.
_COMPLETIONS = (
    _with_forecast,
    _with_hedge,
    _with_condition,
    _with_denial,
    _with_its_way,
    _with_cause,
    _with_extent,
    _with_names,
    _with_its_words,
    _with_all_said,
)


def _contradicted(ruling: _Ruling, found: tuple[Passage, Opposition]) -> _Ruling:
    """The ruling where a passage speaks against a claim that would else be borne out."""
    return _Ruling(Verdict.CONTRADICTED, ruling.score / 4, found[1].reason, found)


def _partly(ruling: _Ruling, said: str) -> _Ruling:
    """The ruling where something of a claim that would else be borne out is not."""
    return replace(
        ruling,
        verdict=Verdict.PARTIAL,
        score=_in_part(ruling.score),
        reason=f"{ruling.reason}; {said}",
    )


def _advised(ruling: _Ruling, grounds: Grounds, advisers: Sequence[Adviser]) -> _Ruling:
    """The ruling, or the first opinion that may take its place.

    No opinion overrules a number: what another number contradicts stays so, and what lacks one of
    the claim's numbers or dates is not supported. Nor does one without a passage of the page.
    """
    retrieval = grounds.retrieval
    passages = {one.unit.text: one for one in (*retrieval.chosen, *retrieval.others)}
    if not passages or ruling.is_by_number:
        return ruling
    is_borne_out = all(
        match.relation is Relation.AGREES for match in (*grounds.numbers, *grounds.times)
    )
    for adviser in advisers:
        opinion = adviser.advise(grounds.claim.plain, tuple(passages))
        if opinion is None or opinion.verdict is ruling.verdict:
            continue
        passage = next((one for text, one in passages.items() if opinion.quote in text), None)
        has_quote = passage is not None and len(opinion.quote) >= _SHORTEST_QUOTE
        if not (has_quote or opinion.verdict is Verdict.NOT_FOUND):
            continue
        if opinion.verdict is Verdict.SUPPORTED and not is_borne_out:
            continue
        score = opinion.confidence if opinion.verdict is Verdict.SUPPORTED else ruling.score
        reason = f"{opinion.reason} ({adviser.name}); by the words alone: {ruling.reason}"
        return _Ruling(opinion.verdict, score, reason, rests_on=passage)
    return ruling


def _rule_by_words(grounds: Grounds, support: float) -> _Ruling:
    if opposed := (
        find_opposed_in_words(grounds) or find_denied((), grounds) or find_minority(grounds)
    ):
        reason = f"the passage is on the same, but {opposed[1].reason}"
        return _Ruling(Verdict.CONTRADICTED, support / 4, reason, opposed)
    if ruling := _rule_on_subjects(grounds, support):
        return ruling
    wrong_time = _wrong_times(grounds)
    # A dictionary joins words that have little to do with each other.
    if grounds.is_across and _is_slight(grounds):
        support = _in_part(support)
    if not grounds.is_across and support >= _SUPPORTED and share_said(grounds) < _LEAST_SAID:
        return _Ruling(Verdict.NOT_FOUND, _in_part(support) / 2, _ONLY_SUBJECT)
    if support >= _SUPPORTED:
        if wrong_time:
            reason = _only_in_part([], [], wrong_time)
            return _Ruling(Verdict.PARTIAL, _in_part(support), reason)
        if another := said_in_words_of_another(grounds):
            reason = f"the passage that says the like speaks of {another}"
            return _Ruling(Verdict.PARTIAL, _in_part(support), reason)
        return _Ruling(Verdict.SUPPORTED, support, _SAME_WORDS)
    if support >= _IN_PART:
        return _Ruling(
            Verdict.PARTIAL, _in_part(support), "the passage says a part of what the claim says"
        )
    return _Ruling(Verdict.NOT_FOUND, support / 2, _ONLY_SUBJECT)


def _rule_on_order(ordered: Ordered, support: float, grounds: Grounds) -> _Ruling | None:
    """The ruling where the source gives a number of both things that a claim orders."""
    reason = f"the source gives {ordered.said}"
    passage = ordered.passage
    if ordered.relation is Relation.DIFFERS:
        reason = f"{reason}, the other way round"
        return _Ruling(
            Verdict.CONTRADICTED, support / 4, reason, rests_on=passage, is_by_number=True
        )
    # "The second largest" is the place that the order bears out.
    if any(one.claimed.kind is not Kind.RANK for one in grounds.numbers):
        return None
    # Of the year that it is compared with, "than in 2023", there need be no number.
    wrong_time = [
        match
        for match in _wrong_times(grounds)
        if not REFERENCE.search(grounds.claim.plain, 0, match.claimed.start)
    ]
    if wrong_time:
        reason = f"{reason}; {_only_in_part([], [], wrong_time)}"
        return _Ruling(Verdict.PARTIAL, _in_part(support), reason, rests_on=passage)
    score = max(support, _SUPPORTED)
    return _Ruling(Verdict.SUPPORTED, score, reason, rests_on=passage, is_by_number=True)


def _is_slight(grounds: Grounds) -> bool:
    """Whether few of a claim's words stand in the passages, and little of its weight."""
    counted = grounds.counted
    held = counted["share_of_terms"] * math.expm1(counted["claim_size"])
    return held < _FEW_HELD and grounds.retrieval.coverage < _LEAST_ACROSS


def _with_alteration(ruling: _Ruling, altered: Alteration) -> _Ruling:
    """The ruling on a claim whose quotation the source has with other words."""
    said = f"the quotation has “{altered.quoted}” where the source has “{altered.found}”"
    if ruling.verdict is not Verdict.SUPPORTED:
        return replace(ruling, reason=f"{ruling.reason}; {said}")
    return replace(ruling, verdict=Verdict.PARTIAL, score=_in_part(ruling.score), reason=said)


def _rule_on_subjects(grounds: Grounds, support: float) -> _Ruling | None:
    """The ruling where the passages are of another country, part or version than the claim."""
    subjects = grounds.subjects
    if not subjects.lacking:
        return None
    names = ", ".join(subjects.lacking)
    # Of a page on several countries a sentence may name one more.
    if len(subjects.countries) == 1 and subjects.instead and grounds.is_about:
        reason = f"the source speaks of {', '.join(subjects.instead)}, not of {names}"
        return _Ruling(Verdict.CONTRADICTED, support / 4, reason)
    return _Ruling(
        Verdict.PARTIAL, _in_part(support), f"the passage says the like, but not of {names}"
    )


def _wrong_times(grounds: Grounds) -> list[Match]:
    return [match for match in grounds.times if is_amiss(match, grounds)]


def _in_part(support: float) -> float:
    return min(support, _SUPPORTED - 0.01)


# ------------------------------------------------------------------------------- words


def _says_instead(differing: Sequence[Match]) -> str:
    pairs = [
        f"the source says {match.found.text.strip()}, not {match.claimed.text.strip()}"
        if match.found.text.strip() != match.claimed.text.strip()
        else f"the source says {match.found.text.strip()} of another year"
        for match in differing
        if match.found
    ]
    return "; ".join(dict.fromkeys(pairs))


def _only_in_part(
    agreeing: Sequence[Match], lacking: Sequence[Match], wrong_time: Sequence[Match]
) -> str:
    parts = []
    if agreeing:
        parts.append(f"the source gives {_found(agreeing)}")
    if lacking:
        parts.append(f"nothing in it gives {_listed(lacking)}")
    for match in wrong_time:
        said = f"it speaks of {match.found.text.strip()}" if match.found else "it does not say when"
        parts.append(f"{said}, not of {match.claimed.text.strip()}" if match.found else said)
    if lacking or wrong_time:
        return "; ".join(parts)
    return f"{parts[0]}, and little of the rest" if parts else "little of it stands there"


def _found(matches: Sequence[Match]) -> str:
    return ", ".join(dict.fromkeys(match.found.text.strip() for match in matches if match.found))


def _listed(matches: Sequence[Match]) -> str:
    return ", ".join(dict.fromkeys(match.claimed.text.strip() for match in matches))


# ---------------------------------------------------------------------------- evidence


def _evidence(
    source: Source, retrieval: Retrieval, matches: Sequence[Match], ruling: _Ruling
) -> tuple[Evidence, ...]:
    """The passages that decided, or else the best one; each with the facts that lie in it."""
    if not retrieval.chosen:
        return ()
    decisive: dict[tuple[int, int], Passage] = {}
    for match in matches:
        if match.passage and not is_calendar(match.claimed):
            decisive[match.passage.unit.start, match.passage.unit.end] = match.passage
    if not decisive or ruling.verdict is Verdict.NOT_FOUND:
        count = 1 if ruling.verdict is Verdict.NOT_FOUND else len(retrieval.chosen)
        for passage in retrieval.chosen[:count]:
            decisive[passage.unit.start, passage.unit.end] = passage
    also = ruling.opposition[0] if ruling.opposition else ruling.rests_on
    if also:
        decisive.setdefault((also.unit.start, also.unit.end), also)
    missing = tuple(match.as_fact() for match in matches if match.passage is None)
    items = []
    for number, (place, passage) in enumerate(decisive.items()):
        facts = tuple(
            match.as_fact()
            for match in matches
            if match.passage and (match.passage.unit.start, match.passage.unit.end) == place
        )
        if ruling.opposition and ruling.opposition[0].unit == passage.unit:
            facts += (ruling.opposition[1].as_fact(),)
        quote = passage.unit.text
        items.append(
            Evidence(
                url=source.url,
                quote=quote,
                start=passage.unit.start,
                end=passage.unit.end,
                score=round(passage.coverage, 3),
                link=passage_link(source.final_url, quote, is_row=passage.unit.row is not None),
                facts=facts + (missing if number == 0 else ()),
            )
        )
    return tuple(items)


def _is_main(evidence: Evidence, retrieval: Retrieval) -> bool:
    passages = (*retrieval.chosen, *retrieval.others)
    return any(
        passage.unit.start == evidence.start and passage.unit.is_main for passage in passages
    )


def _flags_of(citation: Citation) -> tuple[Flag, ...]:
    return (Flag.INFERRED_CITATION,) if citation.via is Via.LISTED else ()
