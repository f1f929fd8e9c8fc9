"""From passages and facts to a verdict: pure policy, its thresholds in `weights.json`."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.derivations import is_reckoned
from claims.facts import Match, anchors, match_quantities
from claims.languages import is_han_written
from claims.lexicon.names import proper_names, written_names
from claims.lexicon.stems import stems
from claims.lexicon.terms import Vocabulary, forms_of, terms_of, vocabulary_for
from claims.lexicon.territories import english_names
from claims.nearness import Surroundings, change_against
from claims.polarity import (
    Opposition,
    clause_around,
    clauses,
    find_cause,
    find_opposition,
    has_negation,
    negated_words,
)
from claims.quantities.compare import digits_of, is_calendar
from claims.quantities.times import relative_years
from claims.quotations import Alteration, find_alteration
from claims.subjects import Subjects, subjects_of
from claims.support import features, likelihood
from claims.text_fragments import passage_link
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

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.passages import PageIndex, Passage, Retrieval, Unit
    from claims.tiers import Adviser
    from claims.values import Quantity


# How likely it must be that the passages bear the claim out, or a part of it, or are about it.
_SUPPORTED = 0.5
_IN_PART = 0.3
_ABOUT = 0.5
# Of the usual coverage, what a passage needs that has another number of the claim.
_ANCHORED = 0.6
# Or of the words beside the number: the share that the passage has, and has beside its own.
_SURE_SHARE = 0.6
_SURE_NEARNESS = 0.35
# Of the words beside a year, what must stand beside another one that is said to be meant.
_SAME_TIME = 0.1
# Of the words beside a number, what a clause with the same number must have for that.
_OPPOSED_SHARE = 0.15
# Of the coverage at which a passage is on the same matter, what its sentence needs for a clause.
_IN_CHOSEN = 0.8
# Of a claim's words but for those of change, what a passage on the same needs.
_BUT_CHANGE = 0.6
# Of a claim's words, how many a passage of somebody else needs to say the like.
_LEAST_SAID = 2
_ANY_YEAR = "2000"
_FEW_WORDS = 6
# Of a clause's words, what a clause of the source must have to be held against it.
_SAME_CLAUSE = 0.4
# An opinion rests on more than a word or two.
_SHORTEST_QUOTE = 12
# Of the words beside a number, what its passage has at most if it is of something else, and how
# many times as much of the claim another passage then has.
_APART_SHARE = 0.3
_STRAY_SHARE = 0.5
_APART = 1.5
# Words without which a cause is too short to be missed.
_LEAST_OF_CAUSE = 2
_SAME_WORDS = "the passage says the same in its words"
_SILENT = "no passage on the page speaks of what the claim says"
# "the first version" is a way of naming it; "ranked first" is said of it.
_RANKED = re.compile(
    r"\b(?:rank\w*|plac\w+|finish\w*|came|comes|is|was|are|were)\s+(?:in\s+|the\s+)?$",
    re.IGNORECASE,
)

# "Grew by 28%" is no share, and no share is growth.
_CHANGE_REACH = 30
_BY_PERCENT = re.compile(
    r"\b(?:r[io]se[sn]?|grew|grow[sn]?|growth|increas\w+|climb\w+|jump\w+|up|fell|falls?|fallen"
    r"|declin\w+|decreas\w+|dropp?\w*|down|shr[aiu]nk\w*)\s+(?:by|of)\s+(?:[a-z]+\s+){0,2}$",
    re.IGNORECASE,
)
_BUT = re.compile(r"\b(?:but|yet|although|though|however)\s*$|[但而]$", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[;:]|,(?=\s)|\b(?:even though|while|whereas|but|although|though|because|and)\b",
    re.IGNORECASE,
)
_WHOLE_CLAUSE = 3
_PLACED = re.compile(
    r"\b(?:rank\w*|placed|finish\w*|came|comes)\s+(?:in\s+|the\s+)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Weights:
    """Shares of a claim's term weight that a passage must cover; see `weights.json`."""

    contradicts: float
    opposes: float


@dataclass(frozen=True, slots=True)
class Grounds:
    """All that a verdict rests on; `about` and `support` are likelihoods (see `claims.support`)."""

    claim: Claim
    index: PageIndex
    retrieval: Retrieval
    numbers: tuple[Match, ...]
    times: tuple[Match, ...]
    subjects: Subjects
    counted: Mapping[str, float]
    is_across: bool

    @property
    def about(self) -> float:
        """How likely the passages are about the claim's matter."""
        return likelihood(f"about{self._by}", self.counted)

    @property
    def support(self) -> float:
        """How likely they bear the claim out."""
        return likelihood(f"support{self._by}", self.counted)

    @property
    def _by(self) -> str:
        return "" if self.retrieval.meaning is None else "_by_meaning"

    @property
    def is_negation_told(self) -> bool:
        """Whether clauses tell who negates; across languages it may stand in another clause."""
        claim = self.claim
        return not (self.is_across and has_negation(claim.plain, claim.language))

    @property
    def weights(self) -> Weights:
        """The thresholds for claims in the page's language, or in another."""
        return _weights("across_languages" if self.is_across else "same_language")


def grounds_of(claim: Claim, index: PageIndex) -> Grounds:
    """What of a page speaks for and against a claim."""
    is_across = _is_across(claim.language, index.page.language)
    places = anchors(claim, index) if is_across else None
    retrieval = index.retrieve(claim.plain, claim.language, places)
    matches = match_quantities(claim, (*retrieval.chosen, *retrieval.others), index)
    numbers = tuple(match for match in matches if not is_calendar(match.claimed))
    agreeing = [one.passage for one in numbers if one.passage and one.relation is Relation.AGREES]
    subjects = subjects_of(claim, agreeing or retrieval.chosen[:1], index)
    return Grounds(
        claim=claim,
        index=index,
        retrieval=retrieval,
        numbers=numbers,
        times=tuple(match for match in matches if is_calendar(match.claimed)),
        subjects=subjects,
        counted=features(claim, retrieval, matches, subjects, index),
        is_across=is_across,
    )


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
    ruling = _with_names(_with_cause(_rule(grounds), grounds), grounds)
    ruling = _advised(ruling, grounds, advisers)
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


def _is_across(claim_language: str, page_language: str) -> bool:
    # "und" is a language that could not be told.
    primary = {claim_language[:2], page_language[:2]} - {"un"}
    return len(primary) > 1 and (vocabulary_for(claim_language, page_language) is Vocabulary.STEMS)


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
    about, support, numbers = grounds.about, grounds.support, grounds.numbers
    agreeing = [
        match
        for match in numbers
        if match.relation is Relation.AGREES and not _is_stray(match, grounds)
    ]
    differing = [match for match in numbers if _contradicts(match, agreeing, grounds)]
    differing += [match for match in grounds.times if _tells_other_time(match, grounds)]
    if differing:
        said = _says_instead(differing)
        return _Ruling(Verdict.CONTRADICTED, support / 4, said, is_by_number=True)
    if max(about, support) < _ABOUT:
        return _Ruling(Verdict.NOT_FOUND, support / 2, _SILENT)
    if not numbers:
        return _rule_by_words(grounds, support)
    lacking = [
        match for match in numbers if _is_lacking(match, grounds.claim) or _is_stray(match, grounds)
    ]
    if lacking and not agreeing:
        return _Ruling(
            Verdict.NOT_FOUND,
            support / 3,
            f"the page speaks of the subject but gives no {_listed(lacking)}",
        )
    if opposed := _opposed(agreeing, grounds):
        reason = f"the same numbers, but {opposed[1].reason}"
        return _Ruling(Verdict.CONTRADICTED, support / 4, reason, opposed)
    if against := _against_its_numbers(agreeing, grounds):
        reason = f"the claim says “{against}”, against the numbers that it gives with the source"
        return _Ruling(Verdict.CONTRADICTED, support / 4, reason, is_by_number=True)
    if ruling := _rule_on_subjects(grounds, support):
        return ruling
    if another := _said_of_another(agreeing, grounds):
        reason = f"the source says {_found(agreeing)} of {another}"
        return _Ruling(Verdict.CONTRADICTED, support / 4, reason)
    if late := _named_later(agreeing, grounds):
        reason = f"the source gives {_found(agreeing)} before it first speaks of {late}"
        return _Ruling(Verdict.PARTIAL, _in_part(support), reason)
    # A dictionary joins unlike words to a number more easily.
    if agreeing and grounds.is_across and all(_stands_apart(match, grounds) for match in agreeing):
        reason = f"the source gives {_found(agreeing)}, but not of what the claim speaks of"
        return _Ruling(Verdict.PARTIAL, _in_part(support), reason)
    wrong_time = [match for match in grounds.times if match.relation is not Relation.AGREES]
    if lacking or wrong_time or support < _SUPPORTED:
        reason = _only_in_part(agreeing, lacking, wrong_time)
        return _Ruling(Verdict.PARTIAL, _in_part(support), reason)
    if not agreeing:
        return _Ruling(Verdict.SUPPORTED, support, _SAME_WORDS)
    return _Ruling(Verdict.SUPPORTED, support, f"the source gives {_found(agreeing)}")


def _with_cause(ruling: _Ruling, grounds: Grounds) -> _Ruling:
    """The ruling, in part only where the passages have nothing of the cause that a claim gives."""
    cause = find_cause(grounds.claim.plain, grounds.claim.language)
    if ruling.verdict is not Verdict.SUPPORTED or not cause:
        return ruling
    index, language = grounds.index, grounds.claim.language
    vocabulary = vocabulary_for(language, index.page.language)
    # Of the passages only the one that tells the effect.
    passages = [
        *grounds.retrieval.chosen[:1],
        *(one.passage for one in grounds.numbers if one.passage),
    ]
    there = forms_of(
        "\n".join(index.around(one.unit) for one in passages), index.page.language, vocabulary
    )
    ours = [term for term in terms_of(cause, language, vocabulary) if not term.is_number]
    if len(ours) < _LEAST_OF_CAUSE or any(not there.isdisjoint(term.forms) for term in ours):
        return ruling
    reason = f"{ruling.reason}; nothing in it speaks of “{cause}”"
    return replace(ruling, verdict=Verdict.PARTIAL, score=_in_part(ruling.score), reason=reason)


def _with_names(ruling: _Ruling, grounds: Grounds) -> _Ruling:
    """The ruling, in part only where the page nowhere has a name that the claim gives."""
    if ruling.verdict is not Verdict.SUPPORTED or not grounds.subjects.absent:
        return ruling
    reason = f"{ruling.reason}; nothing on the page names {', '.join(grounds.subjects.absent)}"
    return replace(ruling, verdict=Verdict.PARTIAL, score=_in_part(ruling.score), reason=reason)


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
    if opposed := _opposed_in_words(grounds):
        reason = f"the passage is on the same, but {opposed[1].reason}"
        return _Ruling(Verdict.CONTRADICTED, support / 4, reason, opposed)
    if ruling := _rule_on_subjects(grounds, support):
        return ruling
    wrong_time = [match for match in grounds.times if match.relation is not Relation.AGREES]
    if support >= _SUPPORTED:
        if wrong_time:
            reason = _only_in_part([], [], wrong_time)
            return _Ruling(Verdict.PARTIAL, _in_part(support), reason)
        if another := _said_in_words_of_another(grounds):
            reason = f"the passage that says the like speaks of {another}"
            return _Ruling(Verdict.PARTIAL, _in_part(support), reason)
        return _Ruling(Verdict.SUPPORTED, support, _SAME_WORDS)
    if support >= _IN_PART:
        return _Ruling(
            Verdict.PARTIAL, _in_part(support), "the passage says a part of what the claim says"
        )
    return _Ruling(
        Verdict.NOT_FOUND, support / 2, "the page speaks of the subject but does not say this"
    )


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
    if subjects.countries and subjects.instead and grounds.about >= _ABOUT:
        reason = f"the source speaks of {', '.join(subjects.instead)}, not of {names}"
        return _Ruling(Verdict.CONTRADICTED, support / 4, reason)
    return _Ruling(
        Verdict.PARTIAL, _in_part(support), f"the passage says the like, but not of {names}"
    )


def _said_of_another(agreeing: Sequence[Match], grounds: Grounds) -> str:
    """Who a sentence with the claim's number names in place of the claim's names, or "".

    Only where another sentence of the page gives the like of one that the claim names: else a
    person may stand for a company, and a company for a country.
    """
    index, common = grounds.index, grounds.index.lower_case
    ours = proper_names(grounds.claim.plain, common)
    another = ""
    for match in agreeing if ours else ():
        passage, found = match.passage, match.found
        is_bare = match.claimed.kind is not Kind.MONEY and digits_of(match.claimed) <= 1
        if found is None or match.claimed.kind is Kind.RANK or is_bare:
            continue  # "the second" and "five" are said of anybody
        if passage is None or passage.unit.row is not None:
            return ""
        # A word of the claim is of its subject, with or without a capital.
        spoken = frozenset(stems(grounds.claim.plain, "en"))
        theirs = proper_names(passage.unit.text, common) - english_names().keys() - spoken
        is_known = any(
            (one.kind, one.unit) == (found.kind, found.unit)
            and unit.row is None
            and ours & proper_names(unit.text, common)
            for unit, given in index.quantities
            for one in given
        )
        if not theirs or not is_known or ours & proper_names(passage.unit.text, common):
            return ""
        words = passage.unit.text.split()
        another = " ".join(word for word in words if proper_names(word, common) & theirs)
    return another


def _said_in_words_of_another(grounds: Grounds) -> str:
    """Who the passage with most of a claim's words names in place of the claim's names, or "".

    Only where no passage that has one of these names has half as many of the words.
    """
    claim, index, common = grounds.claim, grounds.index, grounds.index.lower_case
    ours = proper_names(claim.plain, common) & index.first_named.keys()
    if not ours or grounds.is_across:
        return ""
    language = index.page.language
    vocabulary = vocabulary_for(claim.language, language)
    words = [
        term.forms
        for term in terms_of(claim.plain, claim.language, vocabulary)
        if not (term.is_number or term.forms & ours)
    ]
    held: list[tuple[int, Passage, bool]] = []
    for passage in (*grounds.retrieval.chosen, *grounds.retrieval.others):
        there = forms_of(passage.unit.text, language, vocabulary)
        count = sum(not forms.isdisjoint(there) for forms in words)
        has_name = not ours.isdisjoint(proper_names(index.around(passage.unit), common))
        held.append((count, passage, has_name))
    most, fullest, has_name = max(held, key=lambda one: one[0])
    beside = max((count for count, _, is_ours in held if is_ours), default=0)
    if has_name or most < _LEAST_SAID or 2 * beside > most or fullest.unit.row is not None:
        return ""
    spoken = frozenset(stems(claim.plain, "en"))
    theirs = proper_names(fullest.unit.text, common) - english_names().keys() - spoken
    names = written_names(fullest.unit.text)
    return " ".join(name for name in names if proper_names(name, common) & theirs)


def _named_later(agreeing: Sequence[Match], grounds: Grounds) -> str:
    """The names before a claim's numbers, where the page has them only after those numbers.

    What stands before the first mention of a name is said of somebody else.
    """
    common = grounds.index.lower_case
    telling = [match for match in agreeing if match.claimed.kind is not Kind.RANK]
    units = [match.passage.unit for match in telling if match.passage]
    if not units or any(unit.row for unit in units) or grounds.is_across:
        return ""
    first = min(match.claimed.start for match in telling)
    last = max(unit.end for unit in units)
    ours = proper_names(grounds.claim.plain[:first], common)
    first_named = grounds.index.first_named
    places = [first_named[name] for name in ours if name in first_named]
    if not places or min(places) < last:
        return ""
    words = grounds.claim.plain[:first].split()
    return " ".join(word for word in words if proper_names(word, common) & ours)


def _stands_apart(match: Match, grounds: Grounds) -> bool:
    """Whether a number stands where little of what the claim says of it does, unlike elsewhere."""
    best = grounds.retrieval.chosen[0]
    return (
        match.passage is not None
        and match.passage.unit != best.unit
        and match.share < _APART_SHARE
        and best.coverage >= _APART * match.passage.coverage
    )


def _is_stray(match: Match, grounds: Grounds) -> bool:
    """Whether a rank that a claim tells stands in a passage on something else.

    "First" and "second" are on every page.
    """
    best = grounds.retrieval.chosen[0]
    return (
        match.relation is Relation.AGREES
        and match.claimed.kind is Kind.RANK
        and bool(_PLACED.search(grounds.claim.plain[: match.claimed.start]))
        and match.passage is not None
        and match.passage.unit != best.unit
        and match.share < _STRAY_SHARE
        and best.coverage >= _APART * match.passage.coverage
    )


def _is_lacking(match: Match, claim: Claim) -> bool:
    """Whether a number is not borne out; "the third album" need not be called so everywhere."""
    if match.relation is Relation.AGREES:
        return False
    is_a_way_of_naming = (
        match.claimed.kind is Kind.RANK
        and match.relation is Relation.MISSING
        and match.claimed.text.isalpha()
        and not _RANKED.search(claim.plain[: match.claimed.start])
    )
    return not is_a_way_of_naming


def _in_part(support: float) -> float:
    return min(support, _SUPPORTED - 0.01)


def _contradicts(match: Match, agreeing: Sequence[Match], grounds: Grounds) -> bool:
    """Whether another value stands where the passage is surely about the claim's matter.

    One that has another number of the claim right is about it with fewer of its words.
    """
    if match.relation is not Relation.DIFFERS or match.passage is None or match.found is None:
        return False
    if match.is_disputed and not match.is_sure:
        return False
    if _is_of_change(match.claimed, grounds.claim.plain) and not _is_of_change(
        match.found, match.passage.unit.text
    ):
        return False
    if not match.is_sure and _is_of_other_clause(match.found, match.passage.unit, grounds):
        return False
    claim, language = grounds.claim, grounds.index.page.language
    if match.passage.unit.row is None and is_reckoned(
        match.claimed,
        claim.plain,
        claim.language,
        match.found,
        match.passage.unit.text,
        language,
    ):
        return False
    is_anchored = any(one.passage and one.passage.unit == match.passage.unit for one in agreeing)
    needed = grounds.weights.contradicts * (_ANCHORED if is_anchored else 1.0)
    is_near = match.share >= _SURE_SHARE and match.nearness >= _SURE_NEARNESS
    is_sure = match.is_sure or is_near
    # A dictionary finds fewer of the words that stand about a number.
    is_best = match.passage.unit == grounds.retrieval.chosen[0].unit
    is_about = grounds.is_across and is_best and grounds.about >= _ABOUT
    return match.passage.coverage >= needed or is_sure or is_about


def _is_of_other_clause(found: Quantity, unit: Unit, grounds: Grounds) -> bool:
    """Whether a number's clause is a whole one and has none of the claim's words.

    Those that its sentence has are said in another: "fuel fell by 4% though sailings rose".
    """
    claim, language = grounds.claim, grounds.index.page.language
    if unit.row is not None or grounds.is_across or is_han_written(language):
        return False
    before = _CLAUSE.split(unit.text[: found.start])[-1]
    after = _CLAUSE.split(unit.text[found.end :])[0]
    vocabulary = vocabulary_for(claim.language, language)
    there = forms_of(f"{before}{after}", language, vocabulary)
    ours = [forms for _, forms in Surroundings(claim.plain, claim.language, language).steady]
    words = sum(not form[0].isdigit() for form in there)
    return words >= _WHOLE_CLAUSE and all(forms.isdisjoint(there) for forms in ours)


def _is_of_change(quantity: Quantity, text: str) -> bool:
    """Whether a percentage says by how much something changed, and not what share it is."""
    if quantity.kind is not Kind.PERCENT or quantity.unit == "pp":
        return False
    before = text[max(quantity.start - _CHANGE_REACH, 0) : quantity.start]
    return bool(_BY_PERCENT.search(before))


def _tells_other_time(match: Match, grounds: Grounds) -> bool:
    """Whether the passage that is most about the claim's matter says it was at another time."""
    return (
        match.relation is Relation.DIFFERS
        and match.passage is not None
        and match.passage.unit == grounds.retrieval.chosen[0].unit
        and match.nearness >= _SAME_TIME
        and grounds.about >= _ABOUT
    )


def _against_its_numbers(agreeing: Sequence[Match], grounds: Grounds) -> str:
    """The claim's word for a change that its own numbers, which the source gives, contradict."""
    claim = grounds.claim
    for first, second in pairwise(agreeing):
        if first.claimed.kind is second.claimed.kind and (
            word := change_against(claim.plain, claim.language, first.claimed, second.claimed)
        ):
            return word.strip()
    return ""


def _opposed(agreeing: Sequence[Match], grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The first clause with the claim's number that says the opposite of the claim's clause."""
    claim = grounds.claim
    for match in agreeing:
        passage, found = match.passage, match.found
        if passage is None or found is None or passage.unit.row is not None:
            continue
        is_same = passage.coverage >= grounds.weights.opposes
        if not is_same and match.share < _OPPOSED_SHARE:
            continue
        opposition = find_opposition(
            clause_around(claim.plain, match.claimed.start, match.claimed.end),
            claim.language,
            clause_around(passage.unit.text, found.start, found.end),
            grounds.index.page.language,
            with_negation=is_same and grounds.is_negation_told,
        )
        opposition = opposition or _denied_beside(claim, match, passage, grounds)
        if opposition:
            return passage, opposition
    return None


def _denied_beside(
    claim: Claim, match: Match, passage: Passage, grounds: Grounds
) -> Opposition | None:
    """How another clause of a number's sentence denies what the claim says beside the number.

    "Twelve firms have announced cells, but none sells them": that clause has words of the claim
    which the number's own has not.
    """
    language = grounds.index.page.language
    if match.found is None or has_negation(claim.plain, claim.language):
        return None
    vocabulary = vocabulary_for(claim.language, language)
    own = clause_around(passage.unit.text, match.found.start, match.found.end)
    held = forms_of(own, language, vocabulary)
    ours = [one.forms for one in terms_of(claim.plain, claim.language, vocabulary)]
    more = [forms for forms in ours if forms.isdisjoint(held)]
    for clause in clauses(passage.unit.text[passage.unit.text.index(own) + len(own) :]):
        there = forms_of(clause, language, vocabulary)
        is_more = any(not forms.isdisjoint(there) for forms in more)
        before = passage.unit.text[: passage.unit.text.index(clause)]
        if _BUT.search(before) and is_more and has_negation(clause, language):
            return find_opposition(claim.plain, claim.language, clause, language)
    return None


def _opposed_in_words(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    least = grounds.weights.opposes * _IN_CHOSEN
    for passage in grounds.retrieval.chosen:
        is_same = passage.coverage >= least or _has_all_but_change(grounds, passage)
        if is_same and (opposition := _opposed_by(grounds, passage)):
            return passage, opposition
    return None


def _has_all_but_change(grounds: Grounds, passage: Passage) -> bool:
    """Whether a passage has most of a claim's words but for those that say how it changed."""
    claim, language = grounds.claim, grounds.index.page.language
    vocabulary = vocabulary_for(claim.language, language)
    there = forms_of(passage.unit.text, language, vocabulary)
    # What is told by another year, "the year before", may be told there by its name.
    told = [(one.start, one.end) for one in relative_years(claim.plain, [], _ANY_YEAR, _ANY_YEAR)]
    steady = [
        (place, forms)
        for place, forms in Surroundings(claim.plain, claim.language, language).steady
        if not any(start - 1 <= place < end for start, end in told)
    ]
    held = sum(not forms.isdisjoint(there) for _, forms in steady)
    return held >= _BUT_CHANGE * len(steady) > 0


def _opposed_by(grounds: Grounds, passage: Passage) -> Opposition | None:
    """How the clause that has most words of one of the claim's clauses says the opposite of it."""
    claim, language = grounds.claim, grounds.index.page.language
    vocabulary = vocabulary_for(claim.language, language)
    theirs = [(one, forms_of(one, language, vocabulary)) for one in clauses(passage.unit.text)]
    for clause in clauses(claim.plain):
        ours = [term.forms for term in terms_of(clause, claim.language, vocabulary)]
        counted = [sum(not one.isdisjoint(forms) for one in ours) for _, forms in theirs]
        if not counted or max(counted) < _SAME_CLAUSE * len(ours):
            continue
        number = counted.index(max(counted))
        nearest, held = theirs[number]
        is_told = grounds.is_negation_told and not _says_negation(clause, grounds)
        if opposition := find_opposition(
            clause, claim.language, nearest, language, with_negation=is_told
        ):
            return opposition
        # A sentence goes on about its subject behind a comma: in Chinese in whole clauses, else in
        # a few words, or with what this clause has nothing of.
        for other, (text, forms) in enumerate(theirs):
            is_next = other == number + 1 and (
                is_han_written(language) or len(text.split()) <= _FEW_WORDS
            )
            is_more = counted[other] >= _SAME_CLAUSE * len(ours) and any(
                not one.isdisjoint(forms) and one.isdisjoint(held) for one in ours
            )
            if (is_next or is_more) and (
                opposition := find_opposition(
                    clause,
                    claim.language,
                    text if is_more else f"{nearest}, {text}",
                    language,
                    with_negation=False,
                )
            ):
                return opposition
    return None


def _says_negation(clause: str, grounds: Grounds) -> bool:
    """Whether the page negates in the very words of a clause: “he hasn't done”."""
    return any(
        words in grounds.index.page.text.lower()
        for words in negated_words(clause.lower(), grounds.claim.language)
    )


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


@cache
def _weights(name: str) -> Weights:
    stored = json.loads(files("claims").joinpath("weights.json").read_text(encoding="utf-8"))
    return Weights(**stored[name])
