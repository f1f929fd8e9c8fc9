"""From passages and facts to a verdict: pure policy, its thresholds in `weights.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from claims.facts import Match, match_quantities
from claims.languages import is_han_written
from claims.lexicon.names import find_names, is_named, numbered_otherwise, proper_names
from claims.lexicon.terms import Vocabulary, forms_of, vocabulary_for
from claims.polarity import Opposition, clause_around, clauses, find_opposition
from claims.quantities.compare import is_calendar
from claims.support import support_of
from claims.text_fragments import passage_link
from claims.values import (
    Citation,
    Claim,
    Evidence,
    Flag,
    Judgement,
    Relation,
    Source,
    Verdict,
    Via,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.passages import PageIndex, Passage, Retrieval


# What words must be worth (see `claims.support`) to bear a claim out, or a part of it.
_SUPPORTED = 0.5
_IN_PART = 0.3
# Of the usual coverage, what a passage needs that has another number of the claim.
_ANCHORED = 0.6
# Or of the words beside the number: the share that the passage has, and has beside its own.
_SURE_SHARE = 0.6
_SURE_NEARNESS = 0.35
_SILENT = "no passage on the page speaks of what the claim says"


@dataclass(frozen=True, slots=True)
class Weights:
    """Shares of a claim's term weight that a passage must cover; see `weights.json`."""

    on_subject: float
    covers_with_numbers: float
    partial_without_numbers: float
    passage_supports: float
    contradicts: float
    opposes: float


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


def judge(claim: Claim, citation: Citation, source: Source, index: PageIndex) -> Judgement:
    """What one readable source says about a claim, with the quotes that say it."""
    page = index.page
    retrieval = index.retrieve(claim.plain, claim.language)
    is_across = _is_across(claim.language, page.language)
    weights = _weights("across_languages" if is_across else "same_language")
    flags = list(_flags_of(citation))
    if is_across:
        flags.append(Flag.CROSS_LANGUAGE)
    matches = match_quantities(claim, (*retrieval.chosen, *retrieval.others), index)
    ruling = _rule(claim, retrieval, matches, index, weights)
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


def _is_across(claim_language: str, page_language: str) -> bool:
    primary = {claim_language.split("-", maxsplit=1)[0], page_language.split("-", maxsplit=1)[0]}
    return len(primary - {"und"}) > 1 and (
        vocabulary_for(claim_language, page_language) is Vocabulary.STEMS
    )


@dataclass(frozen=True, slots=True)
class _Ruling:
    verdict: Verdict
    score: float
    reason: str
    opposition: tuple[Passage, Opposition] | None = None


def _rule(
    claim: Claim,
    retrieval: Retrieval,
    matches: Sequence[Match],
    index: PageIndex,
    weights: Weights,
) -> _Ruling:
    if not retrieval.chosen:
        return _Ruling(Verdict.NOT_FOUND, 0.0, _SILENT)
    support = support_of(claim, retrieval, matches, index)
    if retrieval.coverage < weights.on_subject and support < _SUPPORTED:
        return _Ruling(Verdict.NOT_FOUND, support / 2, _SILENT)
    numbers = [match for match in matches if not is_calendar(match.claimed)]
    times = [match for match in matches if is_calendar(match.claimed)]
    anchored = [one.passage for one in numbers if one.relation is Relation.AGREES]
    differing = [match for match in numbers if _contradicts(match, weights, anchored)]
    if differing:
        return _Ruling(Verdict.CONTRADICTED, support / 4, _says_instead(differing))
    if not numbers:
        return _rule_by_words(claim, retrieval, times, index, weights, support)
    agreeing = [match for match in numbers if match.relation is Relation.AGREES]
    lacking = [match for match in numbers if match.relation is not Relation.AGREES]
    if not agreeing:
        return _Ruling(
            Verdict.NOT_FOUND,
            support / 3,
            f"the page speaks of the subject but gives no {_listed(lacking)}",
        )
    opposed = _opposed(claim, agreeing, index, weights)
    if opposed:
        reason = f"the same numbers, but {opposed[1].reason}"
        return _Ruling(Verdict.CONTRADICTED, support / 4, reason, opposed)
    wrong_time = [match for match in times if match.relation is Relation.DIFFERS]
    unnamed = _unnamed(claim, [m.passage for m in agreeing if m.passage], index)
    fit = max((match.passage.coverage for match in agreeing if match.passage), default=0.0)
    # A row or a sentence with the claim's very numbers needs to speak of less of the rest.
    is_on_it = support >= _SUPPORTED or retrieval.coverage >= weights.covers_with_numbers
    is_thin = not is_on_it or fit < weights.passage_supports
    if unnamed and not lacking:
        reason = f"{_found(agreeing)} stands there, but not of {', '.join(unnamed)}"
        return _Ruling(Verdict.PARTIAL, _in_part(support), reason)
    if lacking or wrong_time or is_thin:
        return _Ruling(
            Verdict.PARTIAL, _in_part(support), _only_in_part(agreeing, lacking, wrong_time)
        )
    score = max(support, _SUPPORTED)
    return _Ruling(Verdict.SUPPORTED, score, f"the source gives {_found(agreeing)}")


def _rule_by_words(
    claim: Claim,
    retrieval: Retrieval,
    times: Sequence[Match],
    index: PageIndex,
    weights: Weights,
    support: float,
) -> _Ruling:
    best = retrieval.chosen[0]
    if best.coverage >= weights.opposes and (opposed := _opposed_in_words(claim, best, index)):
        reason = f"the passage is on the same, but {opposed.reason}"
        return _Ruling(Verdict.CONTRADICTED, support / 4, reason, (best, opposed))
    wrong_time = [match for match in times if match.relation is not Relation.AGREES]
    if support >= _SUPPORTED:
        if wrong_time:
            reason = _only_in_part([], [], wrong_time)
            return _Ruling(Verdict.PARTIAL, _in_part(support), reason)
        if unnamed := _unnamed(claim, retrieval.chosen[:1], index):
            reason = f"the passage says the like, but not of {', '.join(unnamed)}"
            return _Ruling(Verdict.PARTIAL, _in_part(support), reason)
        return _Ruling(Verdict.SUPPORTED, support, "the passage says the same in its words")
    if support >= _IN_PART and retrieval.coverage >= weights.partial_without_numbers:
        return _Ruling(
            Verdict.PARTIAL, _in_part(support), "the passage says a part of what the claim says"
        )
    return _Ruling(
        Verdict.NOT_FOUND, support / 2, "the page speaks of the subject but does not say this"
    )


def _in_part(support: float) -> float:
    return min(support, _SUPPORTED - 0.01)


def _unnamed(claim: Claim, passages: Sequence[Passage], index: PageIndex) -> list[str]:
    """The names of the claim that its passages are not about.

    A country must be named in a passage or just before it. Of other names one is enough, and a
    passage that names nobody goes on about whom it spoke of before.
    """
    language = index.page.language
    if numbered := numbered_otherwise(claim.plain, index.page.text):
        return numbered
    context = " \n".join([index.page.title, *(index.around(p.unit) for p in passages)])
    countries = [
        name.text
        for name in find_names(claim.plain, claim.language)
        if not is_named(name, context, language, claim.language)
    ]
    if countries or is_han_written(claim.language) or is_han_written(language):
        return countries
    common = index.lower_case
    ours = proper_names(claim.plain, common)
    for passage in passages:
        theirs = proper_names(passage.unit.text, common)
        if ours and theirs and ours.isdisjoint(theirs | proper_names(index.page.title, common)):
            return [word for word in claim.plain.split() if proper_names(word, common) & ours]
    return []


def _contradicts(match: Match, weights: Weights, anchored: Sequence[Passage | None]) -> bool:
    """Whether another value stands where the passage is surely about the claim's matter.

    One that has another number of the claim right is about it with fewer of its words.
    """
    if match.relation is not Relation.DIFFERS or match.passage is None:
        return False
    is_anchored = any(one and one.unit == match.passage.unit for one in anchored)
    needed = weights.contradicts * (_ANCHORED if is_anchored else 1.0)
    return match.passage.coverage >= needed or (
        match.share >= _SURE_SHARE and match.nearness >= _SURE_NEARNESS
    )


def _opposed(
    claim: Claim, agreeing: Sequence[Match], index: PageIndex, weights: Weights
) -> tuple[Passage, Opposition] | None:
    """The first clause with the claim's number that says the opposite of the claim's clause."""
    for match in agreeing:
        passage, found = match.passage, match.found
        if passage is None or found is None or passage.unit.row is not None:
            continue
        if passage.coverage < weights.opposes:
            continue
        opposition = find_opposition(
            clause_around(claim.plain, match.claimed.start, match.claimed.end),
            claim.language,
            clause_around(passage.unit.text, found.start, found.end),
            index.page.language,
        )
        if opposition:
            return passage, opposition
    return None


def _opposed_in_words(claim: Claim, passage: Passage, index: PageIndex) -> Opposition | None:
    """How the clause that has most of the claim's words says the opposite."""
    language = index.page.language
    vocabulary = vocabulary_for(claim.language, language)
    ours = forms_of(claim.plain, claim.language, vocabulary)
    nearest = max(
        clauses(passage.unit.text),
        key=lambda clause: len(ours & forms_of(clause, language, vocabulary)),
        default="",
    )
    return find_opposition(claim.plain, claim.language, nearest, language)


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
    return "; ".join(parts) if lacking or wrong_time else f"{parts[0]}, and little of the rest"


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
    if ruling.opposition:
        passage = ruling.opposition[0]
        decisive.setdefault((passage.unit.start, passage.unit.end), passage)
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


@cache
def _weights(name: str) -> Weights:
    stored = json.loads(files("claims").joinpath("weights.json").read_text(encoding="utf-8"))
    return Weights(**stored[name])
