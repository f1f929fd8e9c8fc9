"""Of what part of the world a share is: of the world, where the source has it of Europe."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.languages import plain_in
from claims.polarity import Opposition, clause_around
from claims.quantities.compare import SHARES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.grounds import Grounds
    from claims.passages import Passage

_REGIONS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        "world": r"\b(?:[Ww]orld(?:wide)?|[Gg]lobal(?:ly)?)\b|全球|全?世界",
        "Europe": r"\bEuropean?\b|欧洲",
        "Asia": r"\bAsian?\b|亚洲",
        "Africa": r"\bAfrican?\b|非洲",
        "North America": r"\bNorth(?:ern)? American?\b|北美",
        "Latin America": r"\bLatin American?\b|拉丁美洲|拉美",
        "South America": r"\bSouth American?\b|南美",
        "the Middle East": r"\bMiddle East(?:ern)?\b|中东",
        "Oceania": r"\bOceanian?\b|大洋洲",
    }.items()
}


def find_other_region(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The passage that has a share of the claim, but of another part of the world."""
    claim, language = grounds.claim, grounds.index.page.language
    for claimed, found, passage in grounds.told_in_sentences():
        if claimed.kind not in SHARES:
            continue
        ours = _regions(clause_around(claim.plain, claimed.start, claimed.end), claim.language)
        theirs = _regions(clause_around(passage.unit.text, found.start, found.end), language)
        if ours and theirs and ours.keys().isdisjoint(theirs):
            mine, other = next(iter(ours.values())), next(iter(theirs.values()))
            reason = f"the claim says it of “{mine}”, the source of “{other}”"
            return passage, Opposition(mine, other, reason)
    return None


def _regions(text: str, language: str) -> Mapping[str, str]:
    """The parts of the world that a text names, each as it is written there."""
    plain = plain_in(text, language)
    found = {name: pattern.search(plain) for name, pattern in _REGIONS.items()}
    return {name: text[one.start() : one.end()] for name, one in found.items() if one}
