"""How sure a source is of what a claim says: may, suspected, linked to, is no proof.

"Coffee may protect the liver" is not "coffee protects the liver", and what is linked to something
need not cause it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.languages import is_chinese, plain_in
from claims.lexicon.stems import stems
from claims.lexicon.terms import count_held, forms_of, terms_of, vocabulary_for
from claims.polarity import clauses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.grounds import Grounds
    from claims.passages import Passage

# Of a claim's words, what a clause on the same must have; and of the coverage of the fullest.
_ON_THE_SAME = 0.4
_NEARLY_FULLEST = 0.7
# What makes what follows uncertain, with its verb.
_HEDGED = re.compile(
    r"\b(?P<hedge>(?-i:may)|might|could|possibly|perhaps|probably|reportedly|allegedly|apparently"
    r"|(?:(?:appears?|seems?|tends?)|(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:likely|thought|believed"
    r"|suspected|alleged|reported|understood|rumoured))\s+to|suspected\s+of"
    r"|(?:suggests?|suspects?|fears?|speculates?|assumes?)\s+that(?:\s+[\w'’-]+){1,4}?)\s+"
    r"(?:(?:not|also|well|even|be|have|been|\w+ly)\s+){0,3}(?P<verb>[a-z]{3,})",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(?:(?-i:may)|might|could|can|possib\w+|perhaps|maybe|probabl\w+|reported\w*|alleg\w+|apparent\w*"
    r"|likel\w+|unlikely|appear\w*|seem\w*|tend\w*|thought|believ\w+|suspect\w*|suggest\w*|hint\w*"
    r"|indicat\w+|potential\w*|would|should|if|consider\w*|weigh\w*|estimat\w+|uncertain|unclear"
    r"|expect\w*|plan\w*|propos\w+|hop(?:e|es|ed|ing)|fear\w*|chance\w*|link\w*|associat\w+"
    r"|correlat\w+|tied|connect\w+|relat(?:ed|ion\w*)|will|not|n['’]t|no|whether)\b",
    re.IGNORECASE,
)
_HAN_HEDGED = re.compile(
    "(?P<hedge>可能(?!性)|或许|也许|恐怕?|疑似|疑[因为]|不排除|研判|推测|据称|传出|有望|似乎)"
    "(?:[会将已是因为与有能被而让使令]){0,2}(?P<verb>[\u4e00-\u9fff]{2})"
)
_HAN_HEDGE = re.compile(
    "可能|或许?|也许|恐|疑|不排除|研判|推测|推估|据称|传出|有望|可望|似乎|预|估|拟|计划|希望|若|如果|是否"
    "|相关|关联|关系|认为|视为|据信|未|不|无|没|建议|考虑|评估|尚|应|初步|暂"
)
# A link, and what makes a cause of it.
_LINKED = re.compile(
    r"\b(?:linked\s+(?:[\w'’-]+\s+){0,8}?(?:to|with)|link\s+between|associated\s+with"
    r"|association\s+between|correlat\w+|tied\s+to|connect(?:ed|ion)\s+(?:to|with|between))\b"
    "|[与和跟同][^，。；]{1,20}(?:有关|相关|关联)|相关性|关联性",
    re.IGNORECASE,
)
_CAUSES = re.compile(
    r"\b(?:caus(?:es?|ed|ing)|prevents?|prevented|cures?|cured|leads?\s+to|led\s+to|results?\s+in"
    r"|resulted\s+in|because|due\s+to|thanks\s+to|protects?|protected|makes|made|lowers|reduces"
    r"|raises|increases|boosts|cuts)\b"
    "|导致|造成|引起|引发|致使|能[够]?(?:降|提|预|减|增|改|防)|会(?:降|提|预|减|增|改|防|使|让)"
    "|使得|令|预防|因为|由于",
    re.IGNORECASE,
)
_PROVES = re.compile(
    r"\b(?:prove[sdn]?|proof|confirm(?:s|ed)?|demonstrat\w+|establish(?:es|ed)|shown|showed|shows"
    r"|certain\w*|definitive\w*|found\s+that)\b|证实|证明|确认|确定|查明|认定",
    re.IGNORECASE,
)
_TENTATIVE = re.compile(
    r"\b(?:suspect\w*|hint\w*|suggest\w*|tentative\w*|preliminary|provisional\w*|unconfirmed"
    r"|suspicion|(?-i:may)|might|could|possib\w+|not\s+(?:yet\s+)?(?:been\s+)?(?:proved|proven|confirmed"
    r"|established)|cannot\s+yet|no\s+proof|whether)\b"
    "|疑似|怀疑|推测|研判|初步|暂[定时]|可能|未(?:能)?(?:证实|确认|确定|查明)|尚待|有待|无法(?:证[实明]|确[认定])|不能证明|线索",
    re.IGNORECASE,
)


def find_dropped_hedge(grounds: Grounds) -> tuple[Passage, str] | None:
    """The passage that is less sure of it than a claim is, and its words that say so."""
    claim, language = grounds.claim, grounds.index.page.language
    ours = plain_in(claim.plain, claim.language)
    if (_HAN_HEDGE if is_chinese(claim.language) else _HEDGE).search(ours):
        return None
    for passage, clause in _on_the_same(grounds):
        plain = plain_in(clause, language)
        if found := _hedged(plain, grounds):
            return passage, clause[found.start() : found.end()].strip()
        for strong, weak in ((_CAUSES, _LINKED), (_PROVES, _TENTATIVE)):
            instead = weak.search(plain)
            if instead and strong.search(ours) and not strong.search(plain):
                return passage, clause[instead.start() : instead.end()].strip()
    return None


def _hedged(clause: str, grounds: Grounds) -> re.Match[str] | None:
    """Where a clause says that something may be so which the claim says is so."""
    claim, language = grounds.claim, grounds.index.page.language
    vocabulary = vocabulary_for(claim.language, language)
    said = forms_of(claim.plain, claim.language, vocabulary)
    for found in (_HAN_HEDGED if is_chinese(language) else _HEDGED).finditer(clause):
        verb = found["verb"]
        forms = {verb} if is_chinese(language) else set(stems(verb, "en"))
        if forms and not forms.isdisjoint(said):
            return found
    return None


def _on_the_same(grounds: Grounds) -> Iterator[tuple[Passage, str]]:
    """The clauses that have much of what the claim says, each with its passage."""
    claim, language = grounds.claim, grounds.index.page.language
    vocabulary = vocabulary_for(claim.language, language)
    terms = [one for one in terms_of(claim.plain, claim.language, vocabulary) if not one.is_number]
    for passage in grounds.fullest(_NEARLY_FULLEST):
        for clause in clauses(passage.unit.text) if passage.unit.row is None else ():
            held = count_held(terms, forms_of(clause, language, vocabulary))
            if held >= _ON_THE_SAME * len(terms):
                yield passage, clause
