"""A claim read with the names that its page uses: the IEA for the International Energy Agency.

A short list joins what no letters do (GDP, the Oscars, 人工智慧 and 人工智能); initials of a name
with capitals are told by their letters. A name that the page has stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from claims.languages import HAN, is_han_written, plain_in, simplified
from claims.lexicon.aliases import parse_aliases
from claims.lexicon.terms import Vocabulary, vocabulary_for
from claims.passages import is_of_case
from claims.quantities import find_quantities

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claims.passages import PageIndex
    from claims.values import Claim

_HAN = re.compile(f"[{HAN}]")
_QUOTED = re.compile(r"[\"“「『《][^\"”」』》\n]{0,300}[\"”」』》]")
# Of so many letters initials are hardly by chance, and no more are read.
_FEWEST, _MOST = 3, 8
_INITIALS = re.compile(rf"(?<![\w-])[A-Z]{{{_FEWEST},{_MOST}}}(?![\w-])")
_LONGEST_WORD = 30
_SMALL = r"(?:(?:of|the|and|for|in|on|to|de|du|des|la)\s+)*"
_NAME = rf"(?<!\w)[A-Z][\w'’-]{{0,{_LONGEST_WORD}}}"
_RUN = re.compile(rf"{_NAME}(?:,?\s+{_SMALL}{_NAME})+")
_WORD = re.compile(_NAME)


def in_words_of(index: PageIndex, claim: Claim) -> Claim:
    """The claim with each name that its page lacks in the form that the page has it in."""
    if vocabulary_for(claim.language, index.page.language) is Vocabulary.STEMS and (
        claim.language[:2] != index.page.language[:2]
    ):
        return claim  # a dictionary and a list of its own join two languages
    quoted = [one.span() for one in _QUOTED.finditer(claim.plain)]
    changes = [
        (start, end, name)
        for start, end, name in (*_listed(claim, index), *_by_initials(claim, index))
        if not any(first <= start and end <= last for first, last in quoted)
    ]
    if not changes:
        return claim
    plain, done = [], 0
    for start, end, name in sorted(changes, key=lambda one: (one[0], -one[1])):
        if start >= done:
            plain += [claim.plain[done:start], name]
            done = end
    text = "".join([*plain, claim.plain[done:]])
    return replace(claim, plain=text, quantities=find_quantities(text, claim.language))


def _listed(claim: Claim, index: PageIndex) -> Iterator[tuple[int, int, str]]:
    """Names of the list that the page lacks: their places, and what it has instead."""
    is_han = is_han_written(index.page.language)
    groups = _groups(is_han=is_han)
    for match in _listed_names(is_han=is_han).finditer(plain_in(claim.plain, claim.language)):
        name, plural = match["name"], match["plural"] or ""
        group = groups[name] if name in groups else groups[name.lower()]
        if index.has_written(name):
            continue
        if other := next((each for each in group if index.has_written(each)), None):
            yield match.start(), match.end(), f"{other}{plural}"


def _by_initials(claim: Claim, index: PageIndex) -> Iterator[tuple[int, int, str]]:
    """Initials in the claim of a name that the page has, and names of which it has initials."""
    # Of initials that the list has nothing else is told: the White House Office is no WHO.
    listed = _groups(is_han=is_han_written(index.page.language))
    for match in _INITIALS.finditer(claim.plain):
        if not (match.group() in listed or match.group() in index.initials) and (
            name := _spelt_out(match.group()).search(index.page.text)
        ):
            yield match.start(), match.end(), name.group()
    for run in _RUN.finditer(claim.plain):
        words = list(_WORD.finditer(claim.plain, run.start(), run.end()))
        if found := _initialled(words, claim.plain, index, listed):
            yield found


def _initialled(
    words: Sequence[re.Match[str]],
    text: str,
    index: PageIndex,
    listed: Mapping[str, Sequence[str]],
) -> tuple[int, int, str] | None:
    """The longest part of a name of which a page has the initials, and not the name itself.

    With the initials in brackets behind it, as a claim may write them too.
    """
    for size in range(min(len(words), _MOST), _FEWEST - 1, -1):
        for first in range(len(words) - size + 1):
            part = words[first : first + size]
            start, end = part[0].start(), part[-1].end()
            initials = "".join(word.group()[0] for word in part)
            name = text[start:end]
            if initials not in index.initials or index.has_written(name):
                continue
            if name not in listed.get(initials, (name,)):
                continue
            bracketed = f" ({initials})"
            end += len(bracketed) * text.startswith(bracketed, end)
            if initials not in text[:start] + text[end:]:
                return start, end, initials
    return None


@lru_cache(maxsize=500)
def _spelt_out(initials: str) -> re.Pattern[str]:
    """What some letters may be the initials of: words with capitals, and small ones between."""
    first, *others = (rf"{letter}[a-z][\w'’-]{{0,{_LONGEST_WORD}}}" for letter in initials)
    return re.compile(rf"\b{first}" + "".join(rf",?\s+{_SMALL}{word}" for word in others))


@cache
def _groups(*, is_han: bool) -> Mapping[str, tuple[str, ...]]:
    """The names of the list to all of their line; long ones in small letters too.

    All names, those in Chinese simplified, for a text in Chinese; else those in letters.
    """
    text = files("claims.lexicon").joinpath("same_names.tsv").read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for line in parse_aliases(text):
        group = tuple(
            simplified(name) if _HAN.search(name) else name
            for name in line
            if is_han or not _HAN.search(name)
        )
        for name in group if len(group) > 1 else ():
            found[name] = group
            found.setdefault(name.lower(), group)
    return found


@cache
def _listed_names(*, is_han: bool) -> re.Pattern[str]:
    """Any name of the list; short ones as they are written only, others in any letters."""
    groups = _groups(is_han=is_han)
    names = sorted({one for group in groups.values() for one in group}, key=len, reverse=True)
    written = "|".join(name for name in names if _HAN.search(name))
    letters = "|".join(
        re.escape(name) if is_of_case(name) else f"(?ai:{re.escape(name)})"
        for name in names
        if not _HAN.search(name)
    )
    letters = rf"(?<![\w-])(?:{letters})(?=s?(?![\w-]))"
    either = f"{written}|{letters}" if written else letters
    return re.compile(rf"(?P<name>{either})(?P<plural>s(?![\w-]))?")
