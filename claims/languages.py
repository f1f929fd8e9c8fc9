"""Which language a text is in, told by its script, its commonest words and what it declares."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HAN = re.compile(f"[{HAN}]")
_KANA = re.compile(r"[\u3041-\u30ff]")
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 10_000

# A dozen of each language's commonest words, mostly those that its neighbours do not share.
_COMMON_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset("the of and to is that was for with are this by from which has".split()),
    "de": frozenset("der die und das ist den nicht von mit dem eine auf wird sich auch".split()),
    "fr": frozenset("les des est et dans une du pour que qui sur au pas par sont".split()),
    "es": frozenset("el los las y del que por con una para como es más su fue".split()),
    # Languages that are only told, not read: for one of the above they would be taken.
    "it": frozenset("il che di gli della nel con per sono una più anche dal alla è ha non".split()),
    "pt": frozenset("os não uma para com do da em por mais foi ao pela são dos das que".split()),
    "nl": frozenset("het een van dat zijn met voor niet aan ook werd worden deze naar op".split()),
    "sv": frozenset("och att det som för är med inte den ett av till har om var".split()),
    "pl": frozenset("się nie że jest na do oraz przez są jako był dla roku po od".split()),
    "tr": frozenset(
        "ve bir bu için ile olarak olan daha çok gibi sonra kadar olduğu da de".split()
    ),
    "id": frozenset(
        "yang dan di dengan untuk dari ini pada tidak dalam adalah oleh akan ke".split()
    ),
}
_FOREIGN_SCRIPTS = (
    ("ko", re.compile(r"[\uac00-\ud7a3]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
)


# The tag of a text in which there is no telling.
UNTOLD = "und"


def language_of(text: str, declared: str = "") -> str:
    """The BCP 47 tag of a text's language; `UNTOLD` where there is no telling.

    A declared language is believed only where the text does not speak against it: templates
    declare "en" for every page. `declared` may be any spelling, "zh_TW" or "hant" included.
    """
    sample = text[:_SAMPLE]
    han, kana = len(_HAN.findall(sample)), len(_KANA.findall(sample))
    words = Counter(_WORD.findall(sample.lower()))
    latin = sum(count for word, count in words.items() if word.isascii())
    if kana * 10 > han and kana > latin / 4:
        return "ja"
    if han and han > latin:
        return _chinese_of(sample, declared)
    if foreign := foreign_script_of(sample):
        return foreign
    votes = Counter(
        {name: sum(map(words.__getitem__, common)) for name, common in _COMMON_WORDS.items()}
    )
    best, count = votes.most_common(1)[0]
    primary = declared.lower().replace("_", "-").split("-")[0]
    if count and 2 * votes[primary] < count:
        return best
    return primary if re.fullmatch(r"[a-z]{2,3}", primary) else UNTOLD


def foreign_script_of(text: str) -> str:
    """The language whose script more than a fifth of a text is in, of those only told; else ""."""
    return next(
        (
            language
            for language, script in _FOREIGN_SCRIPTS
            if len(script.findall(text)) > len(text) / 5
        ),
        "",
    )


def is_chinese(language: str) -> bool:
    """Whether a tag names Chinese in either script."""
    return language.split("-", maxsplit=1)[0] == "zh"


def is_han_written(language: str) -> bool:
    """Whether a language is written without spaces between words."""
    return language.split("-", maxsplit=1)[0] in {"zh", "ja"}


# A comma that parts clauses, and not the thousands of a number; Chinese may write it so as well.
COMMA = r"(?:(?<!\d),|,(?!\d))"
_COMMA = re.compile(COMMA)


def simplified(text: str) -> str:
    """Chinese text in simplified characters and full-width commas; of the same length.

    Character by character, so that what is found in one has its place in the other.
    """
    # Of other scripts the dictionaries need not even be loaded.
    converted = _converter("t2s").convert(text) if _HAN.search(text) else text
    # A phrase rule that changes the length would move every offset behind it.
    same = converted if len(converted) == len(text) else "".join(map(_simplified_one, text))
    return _COMMA.sub("，", same).replace(";", "；")


def plain_in(text: str, language: str) -> str:
    """A text as its patterns are written: Chinese as `simplified` has it, else as it is."""
    return simplified(text) if is_chinese(language) else text


def _simplified_one(character: str) -> str:
    converted = str(_converter("t2s").convert(character))
    return converted if len(converted) == 1 else character


def _chinese_of(sample: str, declared: str) -> str:
    traditional = _converter("s2t").convert(sample)
    simple = _converter("t2s").convert(sample)
    is_traditional = sum(a != b for a, b in zip(sample, simple, strict=False))
    is_simplified = sum(a != b for a, b in zip(sample, traditional, strict=False))
    if is_traditional == is_simplified:
        tags = declared.lower()
        return "zh-Hant" if any(tag in tags for tag in ("hant", "tw", "hk", "mo")) else "zh-Hans"
    return "zh-Hant" if is_traditional > is_simplified else "zh-Hans"


@cache
def _converter(name: str) -> OpenCC:
    import opencc  # noqa: PLC0415  # loads its dictionaries: only where there is Chinese

    return opencc.OpenCC(name)
