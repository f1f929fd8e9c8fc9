"""Who did it, and to whom: a claim with the page's own words and others in the parts.

"Melby sued Corran" is not what "Corran sued Melby" says, nor "Melby was sued by Rask" that Corran
sued it. Of English only, where the order of words tells who does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claims.lexicon.names import placed_names
from claims.lexicon.stems import placed_stems, stems
from claims.polarity import Opposition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.grounds import Grounds
    from claims.passages import Passage

_IRREGULAR = (
    "beat|bought|sold|won|lost|paid|gave|given|sent|led|taught|wrote|written|built|made|told|left"
    "|hit|shot|chose|chosen|drew|drawn|lent|taken|took|beaten|found|brought|struck|cut|hired"
)
_VERB = re.compile(rf"\b(?:[a-z]{{2,}}ed|{_IRREGULAR})\b")
_IS_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|get|got|gets)\s+(?:\w+ly\s+|then\s+|later\s+|also\s+)?$"
)
# "Was paid for by", "designed jointly by", "disproved in 1948 by".
_BY = re.compile(
    r"(?:\s+(?:\w+ly|for|to|(?:in|on)\s+\w+(?:\s+\d{4})?)){0,3}\s+by\s+(?=(?:the\s|an?\s|her\s|his\s|its\s|their\s|own\s|former\s|[a-z]+\s){0,5}[A-Z])"
)
# A list of names goes on behind its commas.
_AGENT_END = re.compile(
    r"[;:.()]|,(?!\s+(?:and\s+)?[A-Z])|\band\b(?!\s+[A-Z])|\b(?:in|on|at|from|to|after|before|when|while|who|which|for|as|with)\b"
)
# A by-phrase of a time or a way: "by May", "by Monday".
_NO_AGENT = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Q[1-4])\b"
)
_ALIKE = (
    "launched started founded established created initiated",
    "refuted disproved debunked",
    "paid funded financed sponsored",
    "built constructed erected",
    "wrote written authored composed",
    "bought acquired purchased",
    "supplied provided delivered furnished",
    "led headed chaired directed",
    "discovered found identified",
    "proposed suggested",
    "approved endorsed backed",
    "designed planned",
)
_CLAUSE_END = re.compile(r"[;:.]|,\s+(?:and|but|while|whereas)\b")


@dataclass(frozen=True, slots=True)
class _Deed:
    """A verb of a text, by its stem, with the names before it and behind it, and who it is by.

    `subject` and `object` are all words before and behind it.
    """

    verb: str
    before: frozenset[str]
    behind: frozenset[str]
    agent: frozenset[str]
    subject: frozenset[str]
    object: frozenset[str]
    said: str


def find_other_doer(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The sentence in which another than the claim's does the same, or the two stand reversed."""
    claim, index = grounds.claim, grounds.index
    if claim.language[:2] != "en" or index.page.language[:2] != "en":
        return None
    common = index.lower_case
    ours = list(_deeds(claim.plain, common))
    if not ours:
        return None
    told = [
        passage
        for passage in (*grounds.retrieval.chosen, *(one.passage for one in grounds.numbers))
        if passage is not None and passage.unit.row is None
    ]
    deeds = {passage.unit: list(_deeds(passage.unit.text, common)) for passage in told}
    every = [yours for one in deeds.values() for yours in one]
    ours = [mine for mine in ours if not any(_bears_out(mine, yours) for yours in every)]
    for passage in told:
        theirs = deeds[passage.unit]
        named = frozenset(form for _, form in placed_names(passage.unit.text, common))
        for mine in ours:
            for yours in theirs:
                if _are_alike(mine.verb, yours.verb) and _are_against(mine, yours, named):
                    reason = f"the source says “{yours.said}”"
                    return passage, Opposition(mine.said, yours.said, reason)
    return None


def _bears_out(mine: _Deed, yours: _Deed) -> bool:
    """Whether another sentence says the deed of a claim's own doer, to none other than the claim's.

    Then what a sentence says of somebody else is said of one more.
    """
    if not _are_alike(mine.verb, yours.verb):
        return False
    if mine.agent:
        return not mine.agent.isdisjoint(yours.agent or yours.before)
    is_of_others = bool(mine.behind and yours.behind) and mine.behind.isdisjoint(yours.behind)
    return not yours.agent and not mine.before.isdisjoint(yours.before) and not is_of_others


def _are_against(mine: _Deed, yours: _Deed, named: frozenset[str]) -> bool:
    """Whether one deed has another doer than the other, or doer and done-to in each other's place.

    `named` are all the names of the sentence of the second.
    """
    if mine.agent and yours.agent:
        # "The steel was supplied by Rask": whoever else the sentence names supplied other things.
        is_of_same = not mine.subject.isdisjoint(yours.subject - named)
        is_other = mine.agent.isdisjoint(yours.agent)
        return is_other and (is_of_same or mine.agent.isdisjoint(named))
    doer, done_to = (mine.agent, mine.before) if mine.agent else (mine.before, mine.behind)
    their_doer, their_done_to = (
        (yours.agent, yours.before) if yours.agent else (yours.before, yours.behind)
    )
    if yours.agent and not (mine.agent or mine.before):
        # "A firm paid for the study", "the study was paid for by the Crown".
        is_nobody = bool(mine.subject) and mine.subject.isdisjoint(
            yours.subject | yours.object | yours.agent
        )
        return is_nobody and not mine.object.isdisjoint(yours.subject)
    if not (doer and their_doer) or doer & their_doer:
        return False
    if mine.agent and mine.agent.isdisjoint(named):
        # "Melby was sued by Rask", "Corran sued Melby"
        return not mine.before.isdisjoint(yours.behind)
    if yours.agent and not mine.agent and mine.object:
        # "FNV paid for the study", "the study was funded by the ministry"
        is_of_same = not mine.object.isdisjoint(yours.subject - named)
        if is_of_same and yours.agent.isdisjoint(mine.before | mine.behind):
            return True
    return bool(doer & their_done_to) and bool(done_to & their_doer)


def _are_alike(one: str, other: str) -> bool:
    """Whether two verbs, by their stems, are the same or say the same of who did it."""
    return one == other or any({one, other} <= group for group in _alike_verbs())


@cache
def _alike_verbs() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(stems(group, "en")) for group in _ALIKE)


def _deeds(text: str, common: frozenset[str]) -> Iterator[_Deed]:
    names = placed_names(text, common)
    stemmed = dict(placed_stems(text, "en"))
    for verb in _VERB.finditer(text):
        stem = stemmed.get(verb.start())
        if stem is None:
            continue
        first = max((end.end() for end in _CLAUSE_END.finditer(text, 0, verb.start())), default=0)
        stop = _CLAUSE_END.search(text, verb.end())
        last = stop.start() if stop else len(text)
        by = _BY.match(text, verb.end())
        is_passive = _IS_PASSIVE.search(text, first, verb.start()) is not None or by is not None
        agent: frozenset[str] = frozenset()
        said = text[verb.start() : last].strip()
        if by and not _NO_AGENT.match(text, by.end()):
            end = _AGENT_END.search(text, by.end())
            agent = _named(names, by.end(), end.start() if end else len(text))
            said = text[verb.start() : end.start() if end else len(text)].strip()
        if is_passive and not agent:
            continue
        words = [(place, form) for place, form in stemmed.items() if place != verb.start()]
        yield _Deed(
            stem,
            _named(names, first, verb.start()),
            _named(names, verb.end(), last),
            agent,
            _named(words, first, verb.start()),
            _named(words, verb.end(), last),
            said,
        )


def _named(names: list[tuple[int, str]], first: int, last: int) -> frozenset[str]:
    return frozenset(form for place, form in names if first <= place < last)
