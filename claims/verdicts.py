"""From the judgements of a claim's citations to the finding on the claim: pure policy."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.matches import are_hardly_by_chance
from claims.values import (
    Citation,
    Claim,
    Finding,
    Flag,
    Judgement,
    Kind,
    Relation,
    Source,
    Verdict,
    Via,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# The best-supported citation stands for the claim; a refusal tells more than a half answer.
_PRECEDENCE = (
    Verdict.SUPPORTED,
    Verdict.CONTRADICTED,
    Verdict.PARTIAL,
    Verdict.NOT_FOUND,
    Verdict.UNVERIFIABLE,
)
# How well a listed source's passage must fit a claim that does not name it.
_LEAST_INFERRED_FIT = {
    Verdict.SUPPORTED: 0.3,
    Verdict.PARTIAL: 0.4,
    Verdict.CONTRADICTED: 0.5,
}
_SURE = 0.85
_TELLING_DIGITS = 2
_YEAR = re.compile(r"(?:19|20)\d\d\s*年?|[前去上]一?年")
_KEPT_CANDIDATES = 3
_LEAST_LATER_FIT = 0.7
_MOST_CHANGE = 2.5


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What another source of the document says about a claim that does not cite it."""

    source: Source
    judgement: Judgement


def conclude(claim: Claim, judgements: Sequence[Judgement]) -> Finding:
    """The finding on a claim from the judgement of each of its citations."""
    if not claim.citations:
        return _uncited(claim, "the document names no source for this")
    if all(citation.via is Via.LISTED for citation in claim.citations):
        return _conclude_inferred(claim, judgements)
    return _conclude_cited(claim, judgements)


def dated_rivals(finding: Finding, sources: Mapping[str, Source]) -> frozenset[str]:
    """The sources whose date lets them show that a claim was overtaken.

    Newer ones where the claim's source bears it out, older ones where its source has moved on.
    A source without a date decides nothing.
    """
    own = _published(finding, sources)
    if not own or not finding.claim.quantities:
        return frozenset()
    match finding.verdict:
        case Verdict.SUPPORTED:
            return frozenset(url for url, other in sources.items() if other.published > own)
        case Verdict.CONTRADICTED:
            return frozenset(url for url, other in sources.items() if "" < other.published < own)
        case _:
            return frozenset()


def with_other_sources(
    finding: Finding, sources: Mapping[str, Source], elsewhere: Sequence[Elsewhere]
) -> Finding:
    """Flag a finding as outdated where a rival of the document gives another value."""
    known = {**sources, **{one.source.url: one.source for one in elsewhere}}
    rivals = dated_rivals(finding, known)
    for other in elsewhere:
        if other.source.url not in rivals:
            continue
        is_supported = finding.verdict is Verdict.SUPPORTED
        wanted = Verdict.CONTRADICTED if is_supported else Verdict.SUPPORTED
        if other.judgement.verdict is wanted and (
            not is_supported or _is_later_value(finding, other.judgement)
        ):
            return _outdated(finding, other, is_newer=is_supported)
    return finding


def _outdated(finding: Finding, other: Elsewhere, *, is_newer: bool) -> Finding:
    name = other.source.title or other.source.url
    if is_newer:
        said = f"a newer source ({name}, {other.source.published}): {other.judgement.reason}"
        evidence = finding.evidence + other.judgement.evidence[:1]
    else:
        said = f"true of an older source ({name}, {other.source.published})"
        evidence = finding.evidence
    return replace(
        finding,
        flags=_flags(finding.flags, (Flag.OUTDATED,)),
        reason=f"{finding.reason}; {said}",
        evidence=evidence,
    )


def _is_later_value(finding: Finding, newer: Judgement) -> bool:
    """Whether a newer source's other value is of the same thing.

    It then speaks of the subject nearly as fully, and values seldom change by a large factor.
    """
    own = max((item.score for item in finding.evidence), default=0.0)
    theirs = _fit(newer)
    # What a source says of another year overtakes nothing that is said of this one.
    years = {f"{one.low:.0f}" for one in finding.claim.quantities if one.kind is Kind.YEAR}
    quotes = "\n".join(item.quote for item in newer.evidence)
    if years and not any(year in quotes for year in years):
        return False
    changes = [
        fact.change
        for item in newer.evidence
        for fact in item.facts
        if fact.relation is Relation.DIFFERS and fact.change is not None
    ]
    return theirs >= own * _LEAST_LATER_FIT and all(
        1 / _MOST_CHANGE <= change <= _MOST_CHANGE for change in changes
    )


def _published(finding: Finding, sources: Mapping[str, Source]) -> str:
    if not finding.evidence:
        return ""
    source = sources.get(finding.evidence[0].url)
    return source.published if source else ""


def _uncited(claim: Claim, reason: str) -> Finding:
    return Finding(
        claim=claim,
        verdict=Verdict.UNCITED,
        score=0.0,
        flags=(),
        reason=reason,
        evidence=(),
        judgements=(),
    )


def _conclude_cited(claim: Claim, judgements: Sequence[Judgement]) -> Finding:
    verdicts = {judgement.verdict for judgement in judgements}
    best = _best(judgements)
    if best.verdict is Verdict.NOT_FOUND and Verdict.UNVERIFIABLE in verdicts:
        best = next(j for j in judgements if j.verdict is Verdict.UNVERIFIABLE)
    conflict = {Verdict.SUPPORTED, Verdict.CONTRADICTED} <= verdicts
    against = next((j for j in judgements if j.verdict is Verdict.CONTRADICTED), None)
    reason = best.reason
    if conflict and against:
        reason += f"; another of its sources disagrees: {against.reason}"
    reason += _of_the_others(best, judgements)
    return Finding(
        claim=claim,
        verdict=best.verdict,
        score=best.score,
        flags=_flags(best.flags, (Flag.CONFLICTING_SOURCES,) if conflict else ()),
        reason=reason,
        evidence=best.evidence + (against.evidence if conflict and against else ()),
        judgements=tuple(judgements),
    )


def _of_the_others(best: Judgement, judgements: Sequence[Judgement]) -> str:
    """What became of the other cited sources, where the verdict leaves a doubt.

    A source that bears the claim out needs no other.
    """
    if best.verdict is Verdict.SUPPORTED:
        return ""
    others = [one for one in judgements if one is not best]
    unread = [one for one in others if one.verdict is Verdict.UNVERIFIABLE]
    read, told = len(others) - len(unread), ""
    if best.verdict is Verdict.UNVERIFIABLE and read:
        told = f"; not in {_other_sources(read)} that could be read"
    if unread:
        told += f"; {_other_sources(len(unread))} could not be read ({_outcomes(unread)})"
    return told


def _other_sources(count: int) -> str:
    return "another cited source" if count == 1 else f"{count} other cited sources"


def _conclude_inferred(claim: Claim, judgements: Sequence[Judgement]) -> Finding:
    """The document lists its sources and does not say which: the one that fits best is meant."""
    fitting = [judgement for judgement in judgements if _fits(judgement)]
    read = [judgement for judgement in judgements if judgement.verdict is not Verdict.UNVERIFIABLE]
    unread = [judgement for judgement in judgements if judgement.verdict is Verdict.UNVERIFIABLE]
    ordered = _ordered(judgements, fitting)
    kept = replace(claim, citations=tuple(judgement.citation for judgement in ordered))
    if fitting:
        best = ordered[0]
        return Finding(
            claim=kept,
            verdict=best.verdict,
            score=best.score,
            flags=best.flags,
            reason=best.reason,
            evidence=best.evidence,
            judgements=ordered,
        )
    if unread:
        return Finding(
            claim=kept,
            verdict=Verdict.UNVERIFIABLE,
            score=0.0,
            flags=(Flag.INFERRED_CITATION,),
            reason=_unread_reason(len(read), unread),
            evidence=(),
            judgements=ordered,
        )
    said = {judgement.verdict for judgement in read} - {Verdict.NOT_FOUND}
    surely = "surely " if said else ""
    reason = f"none of the {len(read)} listed sources {surely}speaks of this"
    return _uncited(replace(claim, citations=()), reason)


def _ordered(
    judgements: Sequence[Judgement], fitting: Sequence[Judgement]
) -> tuple[Judgement, ...]:
    """The likeliest sources of the claim, by what they say and then by their titles."""
    rest = [judgement for judgement in judgements if judgement not in fitting]
    sure = [_with_confidence_of_fit(judgement) for judgement in fitting]
    by_fit = sorted(sure, key=lambda j: (_PRECEDENCE.index(j.verdict), -j.score, -_fit(j)))
    by_title = sorted(rest, key=lambda j: -j.citation.confidence)
    return tuple((by_fit + by_title)[:_KEPT_CANDIDATES])


def _with_confidence_of_fit(judgement: Judgement) -> Judgement:
    """Titles gave the first guess at the source; what its page says is the better one."""
    citation = judgement.citation
    confidence = round(max(citation.confidence, _fit(judgement)), 2)
    return replace(judgement, citation=replace(citation, confidence=confidence))


def _fits(judgement: Judgement) -> bool:
    least = _LEAST_INFERRED_FIT.get(judgement.verdict)
    return least is not None and (
        _fit(judgement) >= least
        or _is_told_by_figures(judgement)
        or _has_figures_together(judgement)
    )


def _has_figures_together(judgement: Judgement) -> bool:
    """Whether one of its passages has so many figures of a claim that it is hardly by chance.

    Which source is meant they tell as well where another figure of the claim is wrong.
    """
    for item in judgement.evidence:
        told = [
            sum(map(str.isdigit, fact.claim))
            for fact in item.facts
            if fact.relation is Relation.AGREES and not _YEAR.fullmatch(fact.claim.strip())
        ]
        if are_hardly_by_chance(told):
            return True
    return False


def _is_told_by_figures(judgement: Judgement) -> bool:
    """Whether a source surely bears a claim out, with a figure that is seldom the same by chance.

    Across languages a dictionary lacks too many words for these alone to tell the source.
    """
    return (
        judgement.verdict is Verdict.SUPPORTED
        and judgement.score >= _SURE
        and any(
            fact.relation is Relation.AGREES
            and sum(map(str.isdigit, fact.claim)) >= _TELLING_DIGITS
            for item in judgement.evidence
            for fact in item.facts
        )
    )


def _fit(judgement: Judgement) -> float:
    """How fully its best passage speaks of what the claim speaks of."""
    return max((item.score for item in judgement.evidence), default=0.0)


def _unread_reason(read: int, unread: Sequence[Judgement]) -> str:
    told = _outcomes(unread)
    if not read:
        return f"none of the {len(unread)} listed sources could be read ({told})"
    return f"not in the {read} listed sources that could be read; {len(unread)} could not ({told})"


def _outcomes(unread: Sequence[Judgement]) -> str:
    outcomes = Counter(judgement.outcome.value for judgement in unread)
    return ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items()))


def _best(judgements: Sequence[Judgement]) -> Judgement:
    return min(judgements, key=lambda j: (_PRECEDENCE.index(j.verdict), -j.score, -_fit(j)))


def _flags(*groups: Sequence[Flag]) -> tuple[Flag, ...]:
    return tuple(dict.fromkeys(flag for group in groups for flag in group))


def candidates_to_show(claim: Claim) -> Claim:
    """A claim with only its likeliest listed sources, for when nothing has been fetched."""
    listed: list[Citation] = [c for c in claim.citations if c.via is Via.LISTED]
    if not listed:
        return claim
    return replace(claim, citations=tuple(listed[:_KEPT_CANDIDATES]))
