"""Who a text speaks of: countries by any of their words, and whoever has a capital letter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.languages import is_chinese, simplified
from claims.lexicon import german
from claims.lexicon.aliases import aliases
from claims.lexicon.glosses import words_of
from claims.lexicon.stems import stem, stems
from claims.lexicon.terms import Vocabulary, forms_of, vocabulary_for
from claims.lexicon.territories import chinese_names, english_names, named_in

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORTEST_HAN_NAME = 2
# In a Chinese or Japanese sentence nothing parts a name from what stands about it.
_LETTER = r"[^\W\u3040-\u30ff\u3400-\u9fff]"
_CAPITALISED = re.compile(rf"(?<!{_LETTER})[A-Z\u00c0-\u00de](?:{_LETTER}|['’&-])*")
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:]\s|[\"“(])\s*$")
# "Wuxi County (霧溪縣)": written out in the other script.
_GLOSSED = re.compile(r"(?:\s+\w+){0,3}\s*[(（][\u3400-\u9fff]")
_LOWER = re.compile(r"\b[a-z][a-z'’-]*")
# Capitalised, and no name of anybody.
_NO_NAMES = frozenset(
    "january february march april may june july august september october november december monday"
    " tuesday wednesday thursday friday saturday sunday i chief mr mrs ms dr lead"
    " also although additionally according another based because both consequently conversely"
    " currently despite during each even eventually finally first furthermore given generally"
    " hence historically however importantly indeed initially instead lastly later like likewise"
    " many meanwhile more moreover most nevertheless notably now often once only originally other"
    " others otherwise overall previously recently researchers scientists second several similarly"
    " since so some sometimes specifically subsequently such then there therefore these they third"
    " this those though through throughout thus today together traditionally typically ultimately"
    " unfortunately unlike usually when where whereas while with within without yet".split()
)
# A word that numbers what it names; a month before a number is a date.
_NUMBERED = re.compile(
    r"\b(?P<word>(?!(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|In|On|By|At|The|Of|From|To|About|Over|Nearly|Only|Some|All|And|But|Since|Until)\b)"
    r"[A-Z][A-Za-z]{2,}|(?:type|part|section|article|chapter|title|phase|tier|season|episode|volume"
    r"|class|category|grade|stage|group|model))"
    r"[\s\u2010\u2011-]+(?P<number>\d{1,3}[a-z]?|[IVX]+)\b(?!\s*(?:%|percent|million|billion|thousand)|[,.]\d)"
)
_WORD = re.compile(r"[^\W\d_]+")
_SCORE = re.compile(
    r"(?<![\d.,/\u2013-])(\d{1,3})\s?[-\u2013:\uff1a]\s?(\d{1,3})(?![\d.,%/\u2013-]\d|\d)"
)
_GAME = re.compile(
    r"\b(?:defeat\w*|beat\w*|wins?|won|lost|lose|loss|victory|dr[ae]wn?|scor\w+)\b|[勝胜負负輸输]|擊敗|击败|比[分數数]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the claim writes it, and the forms any of which names the same."""

    text: str
    forms: frozenset[str]


def find_names(text: str, language: str) -> tuple[Name, ...]:
    """The countries that a claim names, each once."""
    found = _han_names(text) if is_chinese(language) else _other_names(text, language)
    return tuple({name.forms: name for name in found}.values())


def proper_names(text: str, common: frozenset[str]) -> frozenset[str]:
    """The stems of the names in a text of a Latin script: capitalised words that are not `common`.

    The first word of a sentence has its capital anyway; it is a name unless the page, whose
    lower-case stems `common` are, has it without.
    """
    return frozenset(form for _, form in placed_names(text, common))


def placed_names(text: str, common: frozenset[str]) -> list[tuple[int, str]]:
    """The same with the place of each in the text, in its order."""
    found: list[tuple[int, str]] = []
    for match in _CAPITALISED.finditer(text):
        word = match.group().removesuffix("'s").removesuffix("’s")
        if word.lower() not in _NO_NAMES:
            found.extend((match.start(), form) for form in stems(word, "en") if form not in common)
    found.extend((start, form) for start, _, form in aliases().places(text))
    found.extend((start, form) for start, _, forms in named_in(text, "en") for form in forms)
    found.extend(
        (place, same) for place, form in tuple(found) for same in english_names().get(form, ())
    )
    return sorted(found)


def written_names(text: str, language: str = "en") -> list[str]:
    """The capitalised words of a text, but for a sentence's first and those written out in Han.

    Of a German text only those that are no common nouns.
    """
    return [
        match.group()
        for match in _CAPITALISED.finditer(text)
        if match.group().lower() not in _NO_NAMES
        and not _OPENS_SENTENCE.search(text, 0, match.start())
        and not _GLOSSED.match(text, match.end())
        and (language[:2] != "de" or german.is_name(text, match.start(), match.group()))
    ]


def common_stems(text: str, language: str) -> frozenset[str]:
    """The stems of the words of a text that are no names: those that it writes without a capital.

    Of a German text its common nouns as well, in the stems of either language.
    """
    common = {form for word in set(_LOWER.findall(text)) for form in stems(word, "en")}
    if language[:2] == "de":
        nouns = " ".join(german.nouns_of(text))
        common.update(stems(nouns, "en"), stems(nouns, "de"))
    return frozenset(common)


def numbered_otherwise(text: str, page_text: str) -> list[str]:
    """The numbered names of a text ("Part 4", "type 2") that a page has with other numbers only."""
    missing = []
    for name in _NUMBERED.finditer(text):
        word, number = name["word"], name["number"]
        beside = re.findall(
            rf"\b{re.escape(word)}s?[\s\u2010\u2011-]+(\d{{1,3}}[a-z]?|[IVX]+)\b",
            page_text,
            re.IGNORECASE,
        )
        if beside and number.lower() not in {other.lower() for other in beside}:
            missing.append(name.group())
    return missing


def scores_otherwise(text: str, page_text: str) -> list[str]:
    """The scores of games in a text ("won 5-4") that a page nowhere has, either way round."""
    if not _GAME.search(text):
        return []
    there = {frozenset(score.groups()) for score in _SCORE.finditer(page_text)}
    return [
        score.group() for score in _SCORE.finditer(text) if frozenset(score.groups()) not in there
    ]


def is_named(name: Name, text: str, text_language: str, claim_language: str) -> bool:
    """Whether a text speaks of a name of the claim."""
    if is_chinese(text_language) and is_chinese(claim_language):
        return simplified(name.text) in simplified(text)
    vocabulary = vocabulary_for(claim_language, text_language)
    if vocabulary is Vocabulary.PAIRS:
        return name.text in text
    return not name.forms.isdisjoint(forms_of(text, text_language, vocabulary))


def _other_names(text: str, language: str) -> Iterator[Name]:
    # An English page need not write out "the United States" of what is there.
    for start, end, forms in named_in(text, language) if language[:2] != "en" else ():
        yield Name(text[start:end], forms)
    for match in _WORD.finditer(text):
        same = english_names().get(stem(match.group().lower(), "en"))
        if same and match.group()[0].isupper() and len(match.group()) > 1:
            yield Name(match.group(), same)


def _han_names(text: str) -> Iterator[Name]:
    for place, word, forms in words_of(text):
        written = text[place : place + len(word)]
        if word in chinese_names():
            yield Name(written, forms)
            continue
        same = [english_names()[form] for form in forms if form in english_names()]
        if not same or len(word) < _SHORTEST_HAN_NAME:
            continue
        # 足協 is glossed "Chinese Football Association" and names an association, not China.
        is_country = 2 * len(forms & frozenset().union(*same)) > len(forms)
        if is_country or word.endswith("人"):
            yield Name(written, forms.union(*same))
