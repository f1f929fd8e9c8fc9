"""Words of spaced languages to their stems, without the words that say nothing."""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

# The "c." of "c. 1850" is no word of its own; that of "vitamin C" is.
WORD = re.compile(r"\d+(?:[.,]\d+)*|(?!\bc\.\s?\d)[^\W\d_]+(?:['’][^\W\d_]+)*")
_STEMMERS = {"en": "english", "de": "german", "fr": "french", "es": "spanish"}
_STOP_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(
        "a an the of to in on at by for from with and or but as is are was were be been being it"
        " its this that these those than then there their they them he she his her him we our you"
        " your i not no nor so if into over under up down out off about more most less least very"
        " can could will would may might shall should do does did done has have had having which"
        " who whom whose what when where while why how all any both each few other some such only"
        " own same too just also because between through during before after above below again once"
        " here now per via among within without s t already still yet ago earlier later year years"
        " last next new newer well much many however although though since until among"
        # What stands before a number is a matter of numbers.
        " approx circa ca".split()
    ),
    "de": frozenset(
        "der die das den dem des ein eine einer eines einem einen und oder aber als ist sind war"
        " waren sein im in am an auf für von mit zu zum zur bei nach aus über unter es sie er wir"
        " ihr ich nicht kein auch noch nur so wie dass werden wird wurde haben hat hatte".split()
    ),
    "fr": frozenset(
        "le la les l un une des du de d et ou mais est sont était ce cette ces il elle ils elles"
        " on nous vous je ne pas en dans sur sous pour par avec sans au aux que qui se sa son ses"
        " leur leurs plus moins a ont été être avoir".split()
    ),
    "es": frozenset(
        "el la los las un una unos unas de del y o pero es son era fue en al a por para con sin"
        " se su sus que lo le les no más menos como ha han este esta estos estas".split()
    ),
}


def stems(text: str, language: str) -> Iterator[str]:
    """Stems of the words that carry meaning, in order; numbers without their separators."""
    primary = language.split("-", maxsplit=1)[0]
    return filter(None, (_form(word, primary) for word in WORD.findall(text)))


def placed_stems(text: str, language: str) -> Iterator[tuple[int, str]]:
    """The same with the place of each in the text."""
    primary = language.split("-", maxsplit=1)[0]
    for match in WORD.finditer(text):
        if form := _form(match.group(), primary):
            yield match.start(), form


@lru_cache(maxsize=200_000)
def _form(word: str, primary: str) -> str:
    """What a word is compared by, "" for one that carries no meaning."""
    plain = word.lower().replace("’", "'")
    if plain[0].isdigit():
        return plain.replace(",", "")
    if plain in _STOP_WORDS.get(primary, _STOP_WORDS["en"]):
        return ""
    return stem(plain.removesuffix("'s"), primary)


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """The stem of a lower-case word, accents removed."""
    name = _STEMMERS.get(language, "english")
    bare = unicodedata.normalize("NFKD", str(_stemmer(name).stemWord(word)))
    return "".join(character for character in bare if not unicodedata.combining(character))


class _Stemmers(threading.local):
    """Of each thread its own: a stemmer holds the word that it is at."""

    def __init__(self) -> None:
        self.by_name: dict[str, Any] = {}


_OWN = _Stemmers()


def _stemmer(name: str) -> Any:
    if name not in _OWN.by_name:
        import snowballstemmer  # noqa: PLC0415  # only where words are compared

        _OWN.by_name[name] = snowballstemmer.stemmer(name)
    return _OWN.by_name[name]
