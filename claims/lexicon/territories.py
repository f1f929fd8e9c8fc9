"""Countries and other territories: their names in many languages, and whose people are called what.

The words of people and things ("Syrian") are listed in `demonyms.tsv`; names in other languages
than English are those of the Unicode CLDR, by way of Babel.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from claims.languages import simplified
from claims.lexicon.stems import stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_CODE_LENGTH = 2
_SHORTEST_NAME = 2
_CHINESE = ("zh_Hant", "zh_Hans", "zh_Hant_HK")
_LOCALES = {"de": "de", "fr": "fr", "es": "es", "ja": "ja"}
# CLDR's codes for what is no territory of anybody.
_NO_TERRITORIES = frozenset({"XA", "XB", "ZZ", "UN", "EZ", "QO"})
# Those of several words in English that have no word of their own among their stems.
_WRITTEN_OUT = {
    "AE": ("United Arab Emirates",),
    "CD": ("Democratic Republic of the Congo", "Democratic Republic of Congo", "DR Congo"),
    "CI": ("Ivory Coast", "Côte d'Ivoire", "Côte d’Ivoire", "Cote d'Ivoire"),
    "CV": ("Cabo Verde", "Cape Verde"),
    "CZ": ("Czech Republic",),
    "KP": ("North Korea", "DPRK"),
    "SZ": ("Swaziland",),
    "GB": ("United Kingdom", "U.K.", "Great Britain"),
    "US": ("United States", "U.S.", "U.S.A."),
}
# What CLDR adds in brackets, or for administrative regions.
_ASIDE = re.compile(r"\s*[(（][^)）]*[)）]|\s*(?:SAR|RAS|Sonderverwaltungsregion)\b.*|特别行政区")


@cache
def english_names() -> Mapping[str, frozenset[str]]:
    """Each English stem that names a territory or its people, to all that name the same."""
    groups: dict[str, frozenset[str]] = {}
    for forms in _demonyms().values():
        for form in forms:
            groups[form] = groups.get(form, frozenset()) | forms
    return groups


@cache
def english_languages() -> frozenset[str]:
    """The English names of languages; many are those of a people as well."""
    from babel import Locale  # noqa: PLC0415  # most passages name no country

    return frozenset(Locale.parse("en").languages.values())


@cache
def chinese_names() -> Mapping[str, frozenset[str]]:
    """Each simplified Chinese name of a territory to the English stems that name the same."""
    found: dict[str, frozenset[str]] = {}
    for locale in _CHINESE:
        for code, name, forms in _names_in(locale):
            # Two characters that sound like an islet stand in other names as well.
            if len(name) > _SHORTEST_NAME or code in _demonyms():
                found[simplified(name)] = forms
    return found


def named_in(text: str, language: str) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Where a text names a territory, and its English stems.

    In German, French, Spanish and Japanese any; in English those whose words do not tell it.
    """
    locale = _LOCALES.get(language[:2])
    if locale or language[:2] == "en":
        names, pattern = _local(locale) if locale else _written_out()
        for match in pattern.finditer(text):
            yield match.start(), match.end(), names[match.group()]


@cache
def _written_out() -> tuple[Mapping[str, frozenset[str]], re.Pattern[str]]:
    names = {name: _demonyms()[code] for code, all_ in _WRITTEN_OUT.items() for name in all_}
    together = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return names, re.compile(rf"(?<!\w)(?:{together})(?!\w)")


@cache
def _local(locale: str) -> tuple[Mapping[str, frozenset[str]], re.Pattern[str]]:
    names = {name: forms for _, name, forms in _names_in(locale)}
    longest_first = sorted(names, key=len, reverse=True)
    together = "|".join(map(re.escape, longest_first))
    # No spaces part words in Japanese.
    return names, re.compile(together if locale == "ja" else rf"\b(?:{together})\b")


@cache
def _names_in(locale: str) -> tuple[tuple[str, str, frozenset[str]], ...]:
    from babel import Locale  # noqa: PLC0415  # most runs are of one language and need no names

    english = Locale.parse("en").territories
    found = []
    for code, name in Locale.parse(locale).territories.items():
        if len(code) == _CODE_LENGTH and code.isalpha() and code not in _NO_TERRITORIES:
            same = _demonyms().get(code) or frozenset(stems(_ASIDE.sub("", english[code]), "en"))
            found.append((code, _ASIDE.sub("", name), same))
    return tuple(found)


@cache
def _demonyms() -> Mapping[str, frozenset[str]]:
    lines = files("claims.lexicon").joinpath("demonyms.tsv").read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and line[0] != "#")
    return {
        code: frozenset(form for word in words.split() for form in stems(word, "en"))
        for code, words in pairs
    }
