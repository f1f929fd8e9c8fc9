"""One word in the place of another: a claim that is else written as its source is.

"A physicist at the University of Lisbon", where the source has "a biologist at …" and nowhere a
physicist; or the name of somebody of whom the page speaks elsewhere.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from claims.languages import is_chinese, simplified
from claims.lexicon.glosses import is_verb, words_of
from claims.lexicon.names import proper_names
from claims.lexicon.stems import stems
from claims.lexicon.terms import vocabulary_for
from claims.lexicon.territories import english_names
from claims.polarity import say_the_same, stands_instead
from claims.wordings import single_gaps

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from claims.grounds import Grounds
    from claims.passages import Passage
    from claims.polarity import Opposition

_WORD = re.compile(r"[\w’'-]+")
_HAN = re.compile(r"[\u4e00-\u9fff]")
# What stands before a noun or a name.
_LEADS = frozenset(
    "a an the of in by to from for on at with as its his her their this that and".split()
)
_PRONOUNS = frozenset("he she it they them him her those these that this who one ones".split())
# Of the words of a claim, how many have to stand in the source in the same order.
_MOST = 0.7
_LONGEST = 2
_LONGEST_HAN = 4
_BESIDE_HAN = 2
_LONGEST_NAME = 5
# What somebody is called beside his name or in place of it: "President Ruiz", "the Council".
_TITLES = frozenset(
    "president vice prime minister chancellor senator governor deputy secretary mayor king queen"
    " prince princess pope bishop judge justice general colonel captain sir dame lord lady dr prof"
    " professor mr mrs ms chief executive operating financial officer chair chairman chairwoman"
    " director head coach manager congressman congresswoman representative ambassador commissioner"
    " company group corporation firm university college school institute government administration"
    " council committee commission court department ministry agency authority board parliament"
    " congress house senate bank city county state province party church club league team museum"
    " hospital report study survey bill act law treaty fund foundation association union army navy"
    " the of and for a".split()
)
_SHORTEST_ROOT = 3
_ROOT = 4


def find_replaced(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The passage that has another word where a claim has one, else the same.

    One that the page nowhere has, or a name, or the only word that differs.
    """
    claim, page = grounds.claim, grounds.index.page
    if grounds.is_across or claim.language[:2] != page.language[:2]:
        return None
    if claim.language[:2] == "en":
        find = _in_english
    elif is_chinese(claim.language):
        find = _in_chinese
    else:
        return None
    for passage in grounds.retrieval.chosen:
        if passage.unit.row is not None:
            continue
        for ours, theirs in find(grounds, passage.unit.text):
            return passage, stands_instead(ours, theirs)
    return None


def _in_english(grounds: Grounds, text: str) -> Iterator[tuple[str, str]]:
    claim, index = grounds.claim, grounds.index
    there = index.forms(vocabulary_for(claim.language, index.page.language))
    ours, theirs = _WORD.findall(claim.plain), _WORD.findall(text)
    mine, yours = [word.lower() for word in ours], [word.lower() for word in theirs]
    for i1, i2, j1, j2 in single_gaps(mine, yours, _LONGEST_NAME):
        gap, instead = " ".join(ours[j1:j2]), " ".join(theirs[i1:i2])
        is_name = _is_name(ours[j1:j2]) and _is_name(theirs[i1:i2])
        if (is_name and _is_another_name(gap, instead, text, grounds)) or _is_another_word(
            gap, instead, there
        ):
            yield gap, instead
    for i1, i2, j1, j2 in _replaced(yours, mine):
        gap, instead = " ".join(ours[j1:j2]), " ".join(theirs[i1:i2])
        is_name = _is_name(ours[j1:j2]) and _is_name(theirs[i1:i2])
        # Of a longer sentence the claim may have another part.
        is_whole = is_name and len(ours) >= _MOST * len(theirs)
        if is_whole and _is_another_name(gap, instead, text, grounds):
            yield gap, instead
        # "60% of the world's coffee", where it goes on behind "60% of the world's cocoa".
        is_last = j2 == len(mine) and j2 - j1 == 1 < i2 - i1
        if is_last and _has_all(mine[:j1], yours[:i1]) and _is_another_word(gap, theirs[i1], there):
            yield gap, theirs[i1]
        if i2 - i1 > _LONGEST or j2 - j1 > _LONGEST or not j1:
            continue
        before = mine[j1 - 1]
        is_noun = before in _LEADS
        forms = list(stems(gap, "en"))
        is_new = forms and not any(form in there for form in forms)
        # "412 gigawatt-hours" and "412 GWh" are for the numbers.
        is_unit = any(map(str.isdigit, gap)) or any(gap in one.text for one in claim.quantities)
        is_told = not _PRONOUNS.isdisjoint(yours[i1:i2])
        if is_noun and is_new and not (is_unit or is_told or gap.endswith(("ed", "ing"))):
            yield gap, instead


def _has_all(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether all of some words stand in others in the same order."""
    rest = iter(theirs)
    return all(word in rest for word in ours)


def _is_another_word(ours: str, theirs: str, there: Collection[str]) -> bool:
    """Whether two single words that say something are of two matters, as far as spelling tells.

    `there` are the forms of the page: one that it has elsewhere is hardly another word for it.
    """
    mine, yours = set(stems(ours, "en")), set(stems(theirs, "en"))
    if len(mine) != 1 or len(yours) != 1 or " " in f"{ours}{theirs}" or mine == yours:
        return False
    if theirs.lower() in _PRONOUNS:
        return False
    is_called = not f"{ours}{theirs}".islower()
    if is_called and {ours.lower(), theirs.lower()} & _TITLES:
        return False  # "Mayor Falk" and "Una Falk"
    is_known = all(form in there for form in mine) and not any(
        form[0].isdigit() for form in mine | yours
    )
    is_alike = ours[:_ROOT].lower() == theirs[:_ROOT].lower()
    return is_known and not (is_alike or say_the_same(ours, theirs, "en"))


def _is_name(words: Sequence[str]) -> bool:
    """Whether some words are a name as it is written, without what stands before it."""
    return len(words) <= _LONGEST_NAME and all(
        word[0].isupper() or word in _LEADS for word in words
    )


def _is_another_name(ours: str, theirs: str, text: str, grounds: Grounds) -> bool:
    """Whether two names are of two, and a sentence that has the one does not name the other."""
    common = grounds.index.lower_case
    mine, yours = proper_names(ours, common), proper_names(theirs, common)
    if not (mine and yours) or mine & (yours | proper_names(text, common)):
        return False
    if english_names().keys() >= yours:
        return False  # "the Hungarian" may be somebody who is named
    words, others = (re.findall(r"[^\W\d_]+", one.lower()) for one in (ours, theirs))
    if not (_TITLES.issuperset(words) or _TITLES.issuperset(others)):
        return not any(
            is_short_for(one, other) for one, other in ((words, others), (others, words))
        )
    return False


def is_short_for(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether a word is made of the initials of some others, or begins one of them."""
    initials = "".join(word[0] for word in long)
    without = "".join(word[0] for word in long if word not in _LEADS)
    return any(
        word in {initials, without}
        or (len(word) >= _SHORTEST_ROOT and any(one.startswith(word) for one in long))
        for word in short
    )


def _in_chinese(grounds: Grounds, text: str) -> Iterator[tuple[str, str]]:
    mine, yours = simplified(grounds.claim.plain), simplified(text)
    page = simplified(grounds.index.page.text)
    for i1, i2, j1, j2 in _replaced(yours, mine):
        gap, theirs = mine[j1:j2], yours[i1:i2]
        is_alike = i2 - i1 == j2 - j1 <= _LONGEST_HAN
        is_han = all(map(_HAN.match, gap)) and all(map(_HAN.match, theirs))
        if not (is_alike and is_han and not _is_synonym(mine, yours, (i1, i2, j1, j2))):
            continue
        around = mine[max(j1 - 1, 0) : j2 + 1]
        is_only = mine[:j1] == yours[:i1] and mine[j2:] == yours[i2:]
        if (is_only and gap in page) or (around not in page and gap not in page):
            yield grounds.claim.plain[j1:j2], text[i1:i2]


def _is_synonym(mine: str, yours: str, place: tuple[int, int, int, int]) -> bool:
    """Whether the words that hold two stretches share a gloss, or one has none, or is a verb."""
    i1, i2, j1, j2 = place
    ours, theirs = _words_at(mine, j1, j2), _words_at(yours, i1, i2)
    if any(is_verb(word) for word in (*ours, *theirs)):
        return True
    glosses, others = (frozenset().union(*words.values()) for words in (ours, theirs))
    return not (glosses and others) or bool(glosses & others)


def _words_at(text: str, first: int, last: int) -> dict[str, frozenset[str]]:
    """The words of a text that lie in a stretch of it, with their glosses."""
    return {
        word: forms
        for place, word, forms in words_of(text)
        if place < last and place + len(word) > first
    }


def _replaced(
    theirs: list[str] | str, ours: list[str] | str
) -> Iterator[tuple[int, int, int, int]]:
    """Where one text has other words than another, equal ones on both sides of them."""
    matcher = SequenceMatcher(None, theirs, ours, autojunk=False)
    codes = matcher.get_opcodes()
    same = sum(j2 - j1 for tag, _, _, j1, j2 in codes if tag == "equal")
    if same < _MOST * len(ours):
        return
    least = _BESIDE_HAN if isinstance(ours, str) else 1
    for number, (tag, i1, i2, j1, j2) in enumerate(codes):
        if tag != "replace":
            continue
        before = codes[number - 1] if number else None
        after = codes[number + 1] if number + 1 < len(codes) else None
        sides = [
            code is None or (code[0] == "equal" and code[4] - code[3] >= least)
            for code in (before, after)
        ]
        if all(sides) and (before or after):
            yield i1, i2, j1, j2
