"""Whether passages are of whom and what a claim is of: countries, numbered names, other names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claims.languages import is_chinese, is_han_written, simplified
from claims.lexicon.aliases import aliases
from claims.lexicon.glosses import explains, is_name, words_of
from claims.lexicon.names import (
    find_names,
    is_named,
    numbered_otherwise,
    proper_names,
    scores_otherwise,
    written_names,
)
from claims.lexicon.stems import stems
from claims.lexicon.terms import has_glosses, vocabulary_for
from claims.lexicon.territories import english_languages, english_names, named_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.lexicon.names import Name
    from claims.passages import PageIndex, Passage
    from claims.values import Claim

# The first units of a page say whom it is about.
_OPENING = 3
# "The", "Of" and "EU" are no names to miss.
_SHORTEST_NAME = 4
# What a title in title case may write without a capital.
_SMALL_WORDS = frozenset(
    "a an and as at but by en for from if in into nor of off on onto or out over per than that the"
    " to up upon via vs with".split()
)
_ROOT = 7
_LONG_NAME = 4
_RUN_OF_NAMES = re.compile(
    r"[A-Z\u00c0-\u00de][\w'’.-]*(?:[\s:]+(?:(?:of|the|and|for|in)\s+)*[A-Z\u00c0-\u00de][\w'’.-]*)+"
)
_WORD = re.compile(r"[^\W\d_]+")
_IN_GLOSSES = (
    "capital city county country town district township village province prefecture state island"
    " university college river lake mountain sea north northern south southern east eastern west"
    " western central in of the and a level special municipality name former ancient port region"
    " autonomous area place company group abbr for also known as"
)
_SOMEBODY = re.compile(r"\s+[A-Z][a-z]+\s+[A-Z][a-z]+")
_ON_LANGUAGES = re.compile(
    r"\b(?:translat\w+|languages?|speak\w*|spoken|dubbed|subtitl\w+)\b", re.IGNORECASE
)
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")


@dataclass(frozen=True, slots=True)
class Subjects:
    """What of a claim's names its passages lack.

    `countries` are named neither in the passages nor just before them, and `instead` are those
    that are; `numbered` ("Part 4") stand on the page with other numbers only; `others` are all
    the claim's other names where the passages are of somebody else. `named` is the share of the
    claim's names that are in the passages, the title or just before, in [0, 1]. `foreign` are
    those that a dictionary translates and that stand nowhere on a page in another script, `absent`
    those that stand nowhere on a page in the claim's own language.
    """

    countries: tuple[str, ...]
    instead: tuple[str, ...]
    numbered: tuple[str, ...]
    others: tuple[str, ...]
    named: float
    foreign: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()

    @property
    def lacking(self) -> tuple[str, ...]:
        """The names that must be there and are not."""
        return self.numbered or self.countries or self.foreign


def subjects_of(claim: Claim, passages: Sequence[Passage], index: PageIndex) -> Subjects:
    """What of a claim's names the passages that speak of its matter lack."""
    language = index.page.language
    context = " \n".join([index.page.title, *(index.around(one.unit) for one in passages)])
    # 美元 names no country.
    measures = " ".join(quantity.text for quantity in claim.quantities)
    written = find_names(claim.plain, claim.language)
    names = [one for one in written if one.text not in measures]
    # "The United States" need not be written out on a page, and is known all the same.
    told = [forms for _, _, forms in named_in(claim.plain, claim.language)]
    known = frozenset().union(*(name.forms for name in names), *told)
    instead = {
        name.text
        for passage in passages
        for name in find_names(passage.unit.text, language)
        if name.forms.isdisjoint(known) and not _is_language(name.text, passage.unit.text)
    }
    # Where the passages name no country, the one that the page is about goes without saying.
    countries = [name for name in names if not is_named(name, context, language, claim.language)]
    # "The Ethiopian Abera": of which country somebody is may be told elsewhere.
    countries = [
        name
        for name in countries
        if not ((not instead or _is_of_somebody(name, claim)) and index.names(name, claim.language))
    ]
    others, named = _others(claim, passages, index, context)
    return Subjects(
        countries=tuple(name.text for name in countries),
        instead=tuple(sorted(instead)),
        numbered=(
            *numbered_otherwise(claim.plain, index.page.text),
            *scores_otherwise(claim.plain, index.page.text),
        ),
        others=others,
        named=named,
        foreign=_foreign(claim, index),
        absent=_absent(claim, written, index),
    )


def _is_language(name: str, sentence: str) -> bool:
    """Whether "French" is a language there: "translated into French and Italian"."""
    return _ON_LANGUAGES.search(sentence) is not None and name in english_languages()


def _is_of_somebody(name: Name, claim: Claim) -> bool:
    """Whether a country's name stands before that of somebody: "the Ethiopian Abera"."""
    behind = claim.plain.partition(name.text)[2]
    return bool(_SOMEBODY.match(behind)) and not is_han_written(claim.language)


def _foreign(claim: Claim, index: PageIndex) -> tuple[str, ...]:
    """The names of a claim that a dictionary has in the page's Chinese, and the page has not."""
    if is_han_written(claim.language) or not is_chinese(index.page.language):
        return ()
    there = index.forms(vocabulary_for(claim.language, index.page.language))
    return tuple(
        name
        for name in written_names(claim.plain)
        if not any(form in there for form in stems(name, "en"))
        and name not in index.page.text
        and explains(name)
    )


def _absent(claim: Claim, named: Sequence[Name], index: PageIndex) -> tuple[str, ...]:
    """The names of a claim that its page nowhere has, in no form; `named` countries are no such.

    Of a text in title case no word is told to be a name.
    """
    language = index.page.language
    if is_chinese(claim.language) and is_chinese(language):
        return _absent_in_chinese(claim, named, index)
    if has_glosses(claim.language, language):
        return _absent_in_english(claim, index) if is_chinese(claim.language) else ()
    if is_han_written(claim.language) or claim.language[:2] != language[:2]:
        return ()
    if not any(
        word[0].islower() and word not in _SMALL_WORDS for word in _WORD.findall(claim.plain)
    ):
        return ()
    there = index.forms(vocabulary_for(claim.language, language))
    text = index.page.text.lower()
    # "The Czech Republic" is named whole, where the page has Czechia.
    whole = (
        claim.plain[start:end]
        for start, end, forms in named_in(claim.plain, claim.language)
        if any(form in there for form in forms)
    )
    countries = frozenset(" ".join([*(name.text for name in named), *whole]).split())
    absent = []
    for written in written_names(claim.plain, claim.language):
        name = written.removesuffix("'s").removesuffix("’s").strip("'’")
        forms = frozenset(stems(name, claim.language))
        # "Presidential" is known where the page speaks of a president.
        is_known = not forms or any(form in there for form in forms) or name[:_ROOT].lower() in text
        is_word = forms & index.lower_case or any(form in english_names() for form in forms)
        is_short = len(name) < _SHORTEST_NAME or name.isupper()
        if not (is_known or is_word or is_short or name in countries):
            absent.append(name)
    # Of a long name, "Master of Puppets Revisited", one word may be told in another way.
    long = [
        words
        for run in _RUN_OF_NAMES.finditer(claim.plain)
        if len(words := _WORD.findall(run.group())) >= _LONG_NAME
        and sum(word in absent or word in countries for word in words) * 2 < len(words)
    ]
    return tuple(name for name in dict.fromkeys(absent) if not any(name in words for words in long))


def _absent_in_chinese(claim: Claim, named: Sequence[Name], index: PageIndex) -> tuple[str, ...]:
    """The same of a Chinese claim on a Chinese page: names that a dictionary knows as such.

    One that the page writes in Latin letters, or by another name of the same, is known.
    """
    page = index.written
    plain = simplified(claim.plain)
    countries = " ".join(simplified(one.text) for one in named)
    absent = {
        claim.plain[place : place + len(word)]: forms
        for place, word, forms in words_of(claim.plain)
        if len(word) > 1
        and word not in page
        and word not in countries
        and is_name(word)
        # 高雄人 and 高雄市 speak of the same.
        and not any(plain[place : place + size] in page for size in range(2, len(word)))
        # Of 比亚军 the dictionary reads 比亚 first.
        and plain[place + len(word) - 1 : place + len(word) + 1] not in page
    }
    if not absent:
        return ()
    latin = frozenset(stems(" ".join(_LATIN_WORD.findall(page)), "en"))
    written = frozenset().union(*(forms for _, word, forms in words_of(page) if is_name(word)))
    known = (latin | written) - _generic()
    return tuple(name for name, forms in absent.items() if not forms & known)


def _absent_in_english(claim: Claim, index: PageIndex) -> tuple[str, ...]:
    """The same of a Chinese claim on an English page: names that the list of names has.

    A dictionary would find places in what is written by its sound.
    """
    listed = aliases().glosses
    there = index.forms(vocabulary_for(claim.language, index.page.language))
    return tuple(
        claim.plain[place : place + len(word)]
        for place, word, forms in words_of(claim.plain)
        if word in listed
        and is_name(word)
        and word not in index.written
        and not any(form in there for form in forms)
    )


@cache
def _generic() -> frozenset[str]:
    """What many glosses of places share and none is told by."""
    return frozenset(stems(_IN_GLOSSES, "en")) | english_names().keys()


def _others(
    claim: Claim, passages: Sequence[Passage], index: PageIndex, context: str
) -> tuple[tuple[str, ...], float]:
    """The claim's names where the passages have names and none of them, and the share they have.

    A passage that names nobody goes on about whom it spoke of before.
    """
    if is_han_written(claim.language) or is_han_written(index.page.language):
        return (), 1.0
    common = index.lower_case
    ours = proper_names(claim.plain, common)
    if not ours:
        return (), 1.0
    opening = " \n".join(unit.text for unit in index.units[:_OPENING])
    theirs = proper_names(f"{context} \n{opening}", common)
    named = len(ours & theirs) / len(ours)
    is_of_somebody = any(proper_names(one.unit.text, common) for one in passages)
    if named or not is_of_somebody:
        return (), named
    return tuple(word for word in claim.plain.split() if proper_names(word, common) & ours), 0.0
