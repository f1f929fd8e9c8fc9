"""Whom a claim speaks of, named by its page, but not where it says what the claim says.

"Halden earned nine million" has all its words on a page that says it of Melby and names Halden in
another matter. In English, where capitals tell names. The name that a claim begins with has to
stand where the page says the like, or just before: of those in the middle a page often says what
they were some sentences earlier. But where all that a page says of a name is of another matter,
the claim has it from there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.lexicon.names import proper_names
from claims.lexicon.stems import stems
from claims.lexicon.terms import Vocabulary, count_held, forms_of, terms_of, vocabulary_for
from claims.lexicon.territories import english_names
from claims.replaced import is_short_for
from claims.values import Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.grounds import Grounds
    from claims.passages import PageIndex, Unit

_NAME = re.compile(r"[A-Z][\w'’-]+(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w'’-]+)*")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
# Of the claim's other words, as many as of the fullest sentence one needs that says the like; and
# for how many words a number of the claim counts.
_OF_FULLEST = 0.5
_FOR_A_NUMBER = 2
# How many words may stand before the name that a claim begins with: "The".
_BEFORE = 1
# Of what the fullest sentence has of a claim, weighed by rarity, how much one at least that speaks
# of a name must have. Of 862 names of true claims 6 have less, of 1,018 put in their place 392.
_OF_THE_MATTER = 0.3
# So few words are an item of a list, or a caption: of what, stands elsewhere.
_ITEM = 4
# A sentence that begins so goes on about whom the one before it named.
_GOES_ON = re.compile(
    r"\W*(?:(?:and|but)\s+)?(?:he|she|it|they|his|her|its|their|this|these|that|those|there|then|the)"
    r"\b",
    re.IGNORECASE,
)
# What a page names so early, or so often, it may be about all along.
_EARLY = 3
_OFTEN = 3


@dataclass(frozen=True, slots=True)
class _Named:
    """A name of a claim, where it begins, and the stems of its words."""

    text: str
    start: int
    forms: frozenset[str]


def find_named_elsewhere(grounds: Grounds) -> str:
    """A name of a claim that its page has, but in another matter; or ""."""
    claim, index = grounds.claim, grounds.index
    if claim.language[:2] not in {"en", "un"} or index.page.language[:2] != "en":
        return ""
    named = [
        one for one in _names_in(claim.plain, index) if not one.forms.isdisjoint(index.first_named)
    ]
    return _not_beside(named, grounds) or next(
        (one.text for one in named if _is_of_another_matter(one, grounds)), ""
    )


def find_named_instead(grounds: Grounds) -> tuple[str, str] | None:
    """The name a claim begins with and its page nowhere has, and that of the source's sentence.

    "Halden Lines carried 7 million", where the page says it of Melby Ferries and of no Halden.
    """
    claim, index = grounds.claim, grounds.index
    if claim.language[:2] not in {"en", "un"} or index.page.language[:2] != "en":
        return None
    told = [one.passage for one in grounds.numbers if one.relation is Relation.AGREES]
    passage = next(filter(None, told), grounds.retrieval.chosen[0])
    ours, theirs = _begins_with(claim.plain), _begins_with(passage.unit.text)
    if passage.unit.row is not None or not (ours and theirs) or not _is_written_name(theirs, index):
        return None
    title, spoken, mine, yours = (
        forms_of(text, "en", Vocabulary.STEMS)
        for text in (index.page.title, claim.plain, ours, theirs)
    )
    # "Stena Line" and "Halden Lines" share what both are.
    alone, other = mine - yours, yours - mine
    is_known = any(form in title or form in index.forms(Vocabulary.STEMS) for form in alone)
    is_theirs = not (alone and other and other.isdisjoint(spoken))
    words, others = (
        [word for word in name.lower().split() if not shared.issuperset(stems(word, "en"))]
        for name, shared in ((ours, yours), (theirs, mine))
    )
    is_short = is_short_for(words, theirs.lower().split()) or is_short_for(
        others, ours.lower().split()
    )
    return None if is_known or is_theirs or is_short else (ours, theirs)


def _begins_with(text: str) -> str:
    """The name that a text begins with, "Stena Line" or "NFL"; "" for one of a single word."""
    found = _NAME.search(text)
    if found is None or len(text[: found.start()].split()) > _BEFORE:
        return ""
    name = _POSSESSIVE.sub("", found.group().removeprefix("The "))
    return name if " " in name or (name.isupper() and len(name) > 1) else ""


def _is_written_name(name: str, index: PageIndex) -> bool:
    """Whether the words of what may be a name stand nowhere in lower case on its page."""
    return not frozenset(stems(name, "en")) & index.lower_case


def _not_beside(named: Sequence[_Named], grounds: Grounds) -> str:
    """The name a claim begins with, if it stands in no sentence that says the like, nor before."""
    claim, index = grounds.claim, grounds.index
    if not named or len(claim.plain[: named[0].start].split()) > _BEFORE:
        return ""
    first = named[0]
    units = _that_say_the_like(grounds)
    # In other words says it what names two of those that the claim names.
    for passage in grounds.retrieval.chosen:
        there = forms_of(passage.unit.text, "en", Vocabulary.STEMS)
        if sum(not one.forms.isdisjoint(there) for one in named) > 1:
            units.append(passage.unit)
    around = "\n".join([index.page.title, *map(index.around, units)])
    # The whole page is read only then.
    is_elsewhere = first.forms.isdisjoint(
        forms_of(around, "en", Vocabulary.STEMS)
    ) and not _is_topic(first.forms, index)
    return first.text if is_elsewhere else ""


def _is_of_another_matter(named: _Named, grounds: Grounds) -> bool:
    """Whether each sentence that has a name, and what goes on about it, has little else."""
    claim, index = grounds.claim, grounds.index
    vocabulary = vocabulary_for(claim.language, index.page.language)
    rarity = index.rarity_for(claim.language)
    weighted = [
        (one.forms, one.weight * rarity(one.forms))
        for one in terms_of(claim.plain, claim.language, vocabulary)
        if one.forms.isdisjoint(named.forms)
    ]
    if not weighted:
        return False
    told = {
        one.passage.unit
        for one in (*grounds.numbers, *grounds.times)
        if one.passage and one.relation is Relation.AGREES
    }
    held = index.shares(weighted, claim.language)
    least = _OF_THE_MATTER * max(held.values(), default=0.0)
    of_it = [index.unit_at(start) for start in index.shares([(named.forms, 1.0)], claim.language)]
    going_on = (index.after(unit) for unit in of_it)
    of_it_still = (unit for unit in going_on if unit and _GOES_ON.match(unit.text))
    return (
        told.isdisjoint(of_it)
        and all(held.get(unit.start, 0.0) < least for unit in (*of_it, *of_it_still))
        and all(len(unit.text.split()) > _ITEM for unit in of_it)
        and not _is_topic(named.forms, index)
    )


def _names_in(text: str, index: PageIndex) -> Iterator[_Named]:
    """The names of a text with their stems; those that the page's title has are left out."""
    for found in _NAME.finditer(text):
        forms = proper_names(found.group(), index.lower_case)
        # Whether a country is the claim's is asked of its subjects.
        told = frozenset(form for form in forms if index.first_named.get(form) != -1)
        if told := told.difference(english_names()):
            text = _POSSESSIVE.sub("", found.group().removeprefix("The "))
            yield _Named(text, found.start(), told)


def _is_topic(forms: frozenset[str], index: PageIndex) -> bool:
    """Whether a page names somebody at its start, often, or in a table."""
    named = [
        (number, unit)
        for number, unit in enumerate(index.units)
        if not forms.isdisjoint(forms_of(unit.text, "en", Vocabulary.STEMS))
    ]
    return len(named) >= _OFTEN or any(
        number < _EARLY or unit.row is not None for number, unit in named
    )


def _that_say_the_like(grounds: Grounds) -> list[Unit]:
    """The sentences and rows that have most of what a claim says besides its names."""
    claim, language = grounds.claim, grounds.index.page.language
    vocabulary = vocabulary_for(claim.language, language)
    names = proper_names(claim.plain, grounds.index.lower_case)
    terms = [
        one
        for one in terms_of(claim.plain, claim.language, vocabulary)
        if one.forms.isdisjoint(names)
    ]
    told = {
        one.passage.unit
        for one in grounds.numbers
        if one.passage and one.relation is Relation.AGREES
    }
    held = {
        unit: count_held(terms, forms_of(unit.text, language, vocabulary))
        + _FOR_A_NUMBER * (unit in told)
        for unit in {*grounds.passages, *(one.unit for one in grounds.retrieval.others)}
    }
    return [unit for unit, count in held.items() if count >= _OF_FULLEST * max(held.values())]
