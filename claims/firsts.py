"""What is the first of a kind, where a claim has it the first of a wider kind.

"The first woman from Oceania to win" is not the first woman to win, nor 首位台灣女作家 the first
女作家.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from claims.languages import is_chinese, simplified
from claims.lexicon.names import find_names
from claims.lexicon.stems import stems
from claims.lexicon.terms import Vocabulary, forms_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.grounds import Grounds

# Of a claim's words, what a sentence on the same must have.
_ON_THE_SAME = 0.4
_FIRST = re.compile(
    # "In the first count Ahlberg had more": when, and not of what kind he was.
    r"\b(?<!in the )(?<!at the )(?<!on the )(?<!after the )(?<!during the )"
    r"(?P<first>first(?!\s+(?:half|quarter|time|day|week|month|year|two|three|few|of|and|in|to|"
    r"place|round|half-year|six|nine|name|minister|lady|class))|only|sole|youngest|oldest)\s+"
    r"(?P<kind>[^,.;:]*?)(?=\s+(?:to|who|that|which|whose|since|ever|was|were|is|are|has|had|with"
    r"|for|by|when|while|and|but|until|after|before)\b|[,.;:]|$)",
    re.IGNORECASE,
)
# One word for all of a kind.
_ANYBODY = frozenset("person people one human individual winner".split())
_HAN_FIRST = re.compile(
    "(?P<first>首[位个家座名]|第一[位个家座名]|唯一(?:的)?(?:一?[位个家座名])?|最年[轻长]的?)"
    "(?P<kind>[^，。；：]{2,24})"
)
# What makes a kind narrower, beside the names of countries.
_HAN_NARROWER = re.compile(
    r"[女男]|[东西南北中]部|[亚欧非美]洲|[亚华][裔人]|外籍|本土|本地|民间|民营|公立|私立|国立"
    r"|\d+月|[上中下]旬|\d+岁|未成年|身障|原住民"
)
_LONGEST_KIND = 8


def find_narrower_first(grounds: Grounds) -> tuple[str, str] | None:
    """What a source calls the first, and the claim's wider kind; None where there is none."""
    claim, language = grounds.claim, grounds.index.page.language
    if claim.language[:2] != language[:2]:
        return None
    if is_chinese(language):
        return _in_chinese(grounds)
    return _in_english(grounds) if language[:2] == "en" else None


def _in_english(grounds: Grounds) -> tuple[str, str] | None:
    claim, index = grounds.claim, grounds.index
    said = frozenset(stems(claim.plain, "en"))
    ours = [(one["first"].lower(), one) for one in _FIRST.finditer(claim.plain)]
    topic = forms_of(index.page.title, "en", Vocabulary.STEMS)
    for word, mine in ours:
        kind = frozenset(stems(mine["kind"], "en"))
        for passage in grounds.on_the_same(_ON_THE_SAME):
            alike = [
                (one, frozenset(stems(one["kind"], "en")))
                for one in _FIRST.finditer(passage.unit.text)
                if one["first"].lower() == word and len(one["kind"].split()) <= _LONGEST_KIND
            ]
            if not alike or any(not _narrower(there, kind, said, topic) for _, there in alike):
                continue
            return alike[0][0].group().strip(), mine.group().strip()
    return None


def _narrower(
    theirs: frozenset[str], ours: frozenset[str], said: frozenset[str], topic: frozenset[str]
) -> bool:
    """Whether a kind of a source has words that the claim has nowhere, and all of the claim's."""
    is_of_kind = bool(ours) and (ours - _ANYBODY) <= theirs
    more = {one for one in theirs - said - topic if not any(one[:5] == other[:5] for other in said)}
    return is_of_kind and bool(more)


def _in_chinese(grounds: Grounds) -> tuple[str, str] | None:
    claim = grounds.claim
    for mine in _HAN_FIRST.finditer(simplified(claim.plain)):
        for passage in grounds.on_the_same(_ON_THE_SAME):
            text = simplified(passage.unit.text)
            alike = [
                one for one in _HAN_FIRST.finditer(text) if one["first"][:1] == mine["first"][:1]
            ]
            left_out = [list(_left_out(one["kind"], mine["kind"])) for one in alike]
            if alike and all(any(map(_makes_narrower, parts)) for parts in left_out):
                first, last = alike[0].span()
                ours = claim.plain[mine.start() : mine.end()]
                return passage.unit.text[first:last], ours
    return None


def _left_out(theirs: str, ours: str) -> Iterator[str]:
    """What of a text another leaves out, where it is else the same; nothing of one that is not."""
    codes = SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes()
    if any(code[0] in {"replace", "insert"} for code in codes):
        return
    for name, first, last, _, _ in codes:
        if name == "delete":
            yield theirs[first:last]


def _makes_narrower(part: str) -> bool:
    return _HAN_NARROWER.search(part) is not None or bool(find_names(part, "zh"))
