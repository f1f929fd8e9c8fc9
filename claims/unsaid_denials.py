"""Claims that something is not so, on pages that say nothing of the kind.

A denial has all the words of what it denies. So of a claim that denies something, the passages
must not only have the words: one that speaks of what is denied must deny, refuse or lack something
as well.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.languages import is_chinese, simplified
from claims.lexicon.denials import DENIALS
from claims.lexicon.terms import count_held, forms_of, terms_of, vocabulary_for
from claims.polarity import (
    Opposition,
    clause_around,
    first_negation,
    is_double_denial,
    is_superlative_by_denial,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.grounds import Grounds
    from claims.lexicon.terms import Term
    from claims.passages import Passage, Unit

# What may stand in a source where a claim has "not": more than negates, since much implies it.
_MAY_DENY = {
    "en": re.compile(
        r"\b(?:not|never|neither|nor|none|nobody|nothing|nowhere|no|without|cannot|hardly|barely"
        r"|seldom|rarely|scarcely|instead|rather than|except\w*|exclu\w+|other than|short of"
        r"|missing|lack\w*|empty|vacan\w+|unfilled|lost|miss(?:es|ed)|los[et]s?|yet|still|until|refus\w+"
        r"|reject\w+|den(?:y|ied|ies)|fail\w*|against|stop\w*|halt\w*|abandon\w*|cancel\w*|scrap\w*"
        r"|drop\w*|bann?\w*|prohibit\w*|forb[ia]d\w*|prevent\w*|ruled? out|rules out|unable"
        r"|impossible|un(?!der|til|i[fotvq])\w{3,}|in(?:complete|sufficient|adequate|effective"
        r"|eligible|accurate|visible|solvent|solvency|dependent)|dis(?!eases?|tricts?|tan|cuss|play|cover|tribut|aster|tinct|patch|ciplin|tress|cret|pos|count"
        r"|solv|semin|cipl|turb|tort|pens)\w{4,}|\w+less|free of"
        r"|opposed?|nil|too \w+ to|remain\w*"
        r"|unchanged|avoid\w*|absen\w+|declin\w*|withdr\w+|suspend\w*|delay\w*|postpone\w*|second"
        r"|far from|former\w*|used to|bankrupt\w*|restrict\w*|resist\w*|surviv\w*)\b|n['’]t\b"
        r"|\bnon-",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "未(?!来)|无|没|不(?![过同断少])|非(?!常|经常|洲)|否|拒|缺|免|禁|停|取消|尚|仍|驳回|反对"
        "|失败|落空"
    ),
} | {
    name: re.compile(
        rf"{one.negation}|{one.denial}|\bun\w{{4,}}|\w+l(?:os|ess)\b|だけ|のみ|しか|一部",
        re.IGNORECASE,
    )
    for name, one in DENIALS.items()
}


# What a passage must have to be one that may bear the denial out: of what the fullest one has of
# the clause, and of the words before the denial.
_OF_FULLEST = 0.7
_OF_SUBJECT = 0.5
# "Not all buses are electric" follows from how many are.
_NOT_ALL = re.compile(
    r"\bnot\s+(?:all|every\w*|always|entirely|fully|wholly)\b|非(?:所有|全部|全)|不是(?:所有|全部|每)"
    r"|(?:すべて|全て|全部)[^。]*(?:ではない|とは限らない)",
    re.IGNORECASE,
)
# "Nobody died" may stand beside what it is said of.
_NOBODY = re.compile(r"nobody|no[ -]one|none|nothing", re.IGNORECASE)


def find_unsaid_denial(grounds: Grounds) -> tuple[Passage, Opposition, float] | None:
    """The passage that says most of what a claim denies, if nothing in it can deny anything.

    With the share of the words of the claim's denying clause that it has, from 0 to 1.
    """
    claim, language = grounds.claim, grounds.index.page.language
    denial = first_negation(claim.plain, claim.language)
    may_deny = _MAY_DENY.get(language[:2])
    if denial is None or may_deny is None or _NOT_ALL.search(claim.plain):
        return None
    passages = grounds.passages
    vocabulary = vocabulary_for(claim.language, language)
    there = {unit: forms_of(unit.text, language, vocabulary) for unit in passages}
    said = claim.plain[slice(*denial)]
    clause = clause_around(claim.plain, *denial)
    before, _, denied = clause.partition(said)
    # Of the whole clause, of whom or what it denies something, and of what it denies.
    whole, subject, what = (
        _held(terms_of(part, claim.language, vocabulary), there)
        for part in (clause, before, denied)
    )
    fullest = [
        unit
        for unit in passages
        if whole[unit] >= _OF_FULLEST * max(whole.values())
        or (subject[unit] and subject[unit] >= _OF_SUBJECT)
        or (what[unit] and what[unit] == max(what.values()))
    ]
    beside = grounds.index.beside(fullest[0]) if _NOBODY.fullmatch(said) else ()
    texts = [unit.text for unit in fullest]
    texts += [unit.text for unit in beside if _NOBODY.match(unit.text)]
    if any(map(may_deny.search, map(simplified, texts) if is_chinese(language) else texts)):
        return None
    if any(said.lower() in text.lower() for text in texts):
        return None  # "turned down"
    if any(is_superlative_by_denial(clause, text) for text in texts):
        return None
    if claim.language[:2] == "en" and any(is_double_denial(clause, text) for text in texts):
        return None
    best = max(fullest, key=lambda unit: whole[unit])
    reason = f"the claim says “{said}”, the source says nothing of the kind"
    return passages[best], Opposition(said, "not denied", reason), whole[best]


def _held(terms: Sequence[Term], there: Mapping[Unit, frozenset[str]]) -> Mapping[Unit, float]:
    """For each unit the share of some terms that it has, from 0 to 1."""
    return {unit: count_held(terms, forms) / max(len(terms), 1) for unit, forms in there.items()}
