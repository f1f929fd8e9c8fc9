"""Another hour, month, season, quarter or half of the year than a claim gives for the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.clock import HALVES, hours_in, months_in, parts_of_years_in, seasons_in
from claims.languages import is_han_written
from claims.lexicon.terms import placed_forms, vocabulary_for
from claims.polarity import Opposition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.clock import ToldTime
    from claims.grounds import Grounds
    from claims.lexicon.terms import Vocabulary
    from claims.passages import Passage

_DATED_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?(?: of)?\s*$|年\s*$")
_DATED_BEHIND = re.compile(r"\s*(?:,\s*|of\s+)?\d")
# "In May from April", 比九月少3%: that with which another month is compared.
_COMPARED_WITH = re.compile(
    r"(?:\b(?:from|than(?: in)?|compared with|on)\s|[比较較])$", re.IGNORECASE
)
# From which, with the day that a page is of, a month may follow; or that months stand as numbers.
_MAY_BE_MEANT = re.compile(
    r"\b(?:last|this|next|previous|following|past|recent)\s+(?:\w+\s+){0,2}?(?:month|week|year)s?\b"
    r"|\b(?:months?|weeks?|days?)\s+(?:ago|later|earlier|before|after)\b|\b(?:yester|to)day\b"
    r"|\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b|[本上下當当][個个]?[月週周]|[今昨明]天|[個个]月[後后前]",
    re.IGNORECASE,
)
_ISO_DAY = re.compile(r"\d{4}-\d\d")
_READ = frozenset({"en", "zh"})
_WINDOW = 24


def find_other_hour(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The passage that gives another time of day for what a claim says happens then."""
    claim, language = grounds.claim, grounds.index.page.language
    ours = list(hours_in(claim.plain, claim.language))
    for passage in _on_the_same(grounds) if ours else ():
        text = passage.unit.text
        theirs = list(hours_in(text, language))
        for mine in ours if theirs else ():
            meant = _said_of(claim.plain, mine, text, theirs, grounds)
            other = theirs[max(meant, 0)]
            is_same = any(one.agrees(mine) for one in theirs)
            if other.agrees(mine) or (is_same and meant < 0):
                continue
            told = text[other.start : other.end]
            return passage, _against(claim.plain[mine.start : mine.end], told)
    return None


def find_other_month(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The passage that gives another month or season, where the page nowhere has the claim's."""
    claim, page = grounds.claim, grounds.index.page
    passages = _on_the_same(grounds)
    for find in (months_in, seasons_in):
        ours = list(find(claim.plain, claim.language))
        if find is months_in:
            ours = [one for one in ours if _is_bare(one, claim.plain)]
        for passage in passages[:1] if ours else ():
            text = passage.unit.text
            theirs = list(find(text, page.language))
            if not theirs or len(theirs) > len(ours):
                continue
            known = {one.value for one in theirs}
            missing = [one for one in ours if one.value not in known]
            if len(missing) < len(ours):
                continue  # "from July to September", "in the three months to September"
            # The whole page is read only then.
            if missing:
                known = {one.value for one in find(page.text, page.language)}
            for mine in missing:
                if mine.value not in known:
                    told = text[theirs[0].start : theirs[0].end]
                    return passage, _against(claim.plain[mine.start : mine.end], told)
    return None


def find_unsaid_month(grounds: Grounds) -> str:
    """The claim's month or season, where nothing on the page tells of any that it may be; or ""."""
    claim, page = grounds.claim, grounds.index.page
    if claim.language[:2] not in _READ or page.language[:2] not in _READ:
        return ""
    months = [one for one in months_in(claim.plain, claim.language) if _is_bare(one, claim.plain)]
    seasons = list(seasons_in(claim.plain, claim.language))
    text = f"{page.title}\n{page.text}"
    if not (months or seasons) or _MAY_BE_MEANT.search(text):
        return ""
    known = {one.value for one in months_in(text, page.language)}
    if _ISO_DAY.match(page.published):
        # What a page tells of is of its month or of the one before.
        month = int(page.published[5:7])
        known |= {month, month - 1 or 12}
    unsaid = [one for one in months if one.value not in known]
    if not known:
        known = {one.value for one in seasons_in(text, page.language)}
        unsaid += [one for one in seasons if one.value not in known]
    return claim.plain[unsaid[0].start : unsaid[0].end].strip() if unsaid else ""


def _is_bare(time: ToldTime, text: str) -> bool:
    """Whether a month has neither day nor year, with which it would be compared as a date.

    One with which another is compared, "than in April", is not when it was.
    """
    is_compared = _COMPARED_WITH.search(text, 0, time.start) is not None
    is_dated = _DATED_BEFORE.search(text, 0, time.start) or _DATED_BEHIND.match(text, time.end)
    return not (is_compared or is_dated)


def find_other_part_of_year(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The passage that tells of another quarter or half of a year than a claim does.

    None where its title, or any other that the claim rests on, tells of the claim's.
    """
    claim, page = grounds.claim, grounds.index.page
    ours = {one.value: one for one in parts_of_years_in(claim.plain, claim.language)}
    if len(ours) != 1:
        return None
    [mine] = ours.values()
    told = [one.passage for one in grounds.numbers if one.passage and one.passage.unit.row is None]
    passages = [*told, *_on_the_same(grounds)]
    around = "\n".join([page.title, *(grounds.index.around(one.unit) for one in passages)])
    if any(one.value == mine.value for one in parts_of_years_in(around, page.language)):
        return None
    for passage in passages:
        text = passage.unit.text
        theirs = {one.value: one for one in parts_of_years_in(text, page.language)}
        for value, other in theirs.items() if len(theirs) == 1 else ():
            # Of a half another passage may give the quarters.
            if (value > HALVES) is (mine.value > HALVES):
                said = text[other.start : other.end]
                return passage, _against(claim.plain[mine.start : mine.end], said)
    return None


def _against(ours: str, theirs: str) -> Opposition:
    return Opposition(ours, theirs, f"the source says {theirs.strip()}, not {ours.strip()}")


def _on_the_same(grounds: Grounds) -> list[Passage]:
    """The passages that speak of the claim's matter, or have its numbers; rows left out."""
    chosen = grounds.retrieval.chosen
    least = grounds.weights.opposes
    found = [one for one in chosen if one.coverage >= least or one is chosen[0]]
    return [one for one in found if one.unit.row is None]


def _said_of(
    claim: str, mine: ToldTime, text: str, theirs: Sequence[ToldTime], grounds: Grounds
) -> int:
    """Which one of a text's times stands by the word that the claim's stands by; -1 for none.

    "Opens at 9:30 and closes at 17:00": in Chinese that word stands behind.
    """
    language = grounds.index.page.language
    vocabulary = vocabulary_for(grounds.claim.language, language)
    word = _word_by(claim, mine, grounds.claim.language, vocabulary)
    held = [bool(word & _word_by(text, one, language, vocabulary)) for one in theirs]
    return held.index(True) if held.count(True) == 1 else -1


def _word_by(text: str, time: ToldTime, language: str, vocabulary: Vocabulary) -> frozenset[str]:
    """The word nearest to a time, before it or in Chinese behind it, in all its forms."""
    if is_han_written(language):
        behind = text[time.end : time.end + _WINDOW]
        placed = placed_forms(behind, language, vocabulary)
        return min(placed, key=lambda one: one[0])[1] if placed else frozenset()
    placed = placed_forms(text[max(time.start - _WINDOW, 0) : time.start], language, vocabulary)
    return max(placed, key=lambda one: one[0])[1] if placed else frozenset()
