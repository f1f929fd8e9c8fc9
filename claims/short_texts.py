"""The language of a few words: of a block, a table's cell or a sentence of a document.

The document's language stands unless the words speak clearly against it: names, titles, quotations
and what stands in brackets may be in any language.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from claims.language_signs import is_told_by_signs, signs_of
from claims.languages import HAN, UNTOLD, foreign_script_of, is_han_written

# Chinese whose characters, traditional or simplified, are not asked: short texts cannot tell.
CHINESE = "zh"
_HAN = re.compile(f"[{HAN}]")
_KANA = re.compile(r"[\u3041-\u30ff]")
_HAN_OR_KANA = re.compile(f"[{HAN}\u3041-\u30ff]")
_HIRAGANA = re.compile(r"[\u3041-\u309f]")
_LATIN = r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_WORD = re.compile(f"[{_LATIN}]+")
# What names and units are not written in.
_SMALL_WORD = re.compile(rf"(?<![{_LATIN}])[a-z\u00df-\u00f6\u00f8-\u00ff]{{3,}}(?![{_LATIN}])")
# Titles, names in another script, what somebody said.
_ASIDE = re.compile(
    r"\([^()]{0,200}\)|（[^（）]{0,200}）|\[[^\[\]]{0,200}\]|《[^《》]{0,200}》|「[^「」]{0,200}」"
    r"|『[^『』]{0,200}』|“[^“”]{0,400}”|„[^„“”]{0,400}[“”]|«[^«»]{0,400}»|\"[^\"]{0,400}\""
)
# "[1] Smith, ...": an entry of a list of sources.
_ENTRY = re.compile(r"\s*(?:\[\d{1,3}\]|[【〔]\d{1,3}[】〕]|[\u2460-\u2473])")
_STOP_AT_END = re.compile(r"[.!?。！？][\W_]*$")
_HAN_PUNCTUATION = re.compile(r"[，。、；：？！]")
# Characters that a Chinese sentence can hardly do without, and a Japanese one can.
_OF_CHINESE = re.compile(r"[的了是也這这們们為从從與与於他她它沒没還还嗎吗並并]")
_DIGIT = re.compile(r"\d")

_LONGEST_TAIL = 60
_FEWEST_WORDS = 4
_FEWEST_SMALL_WORDS = 3
_FEWEST_WORDS_AROUND_HAN = 8
_WORDS_TO_A_HAN = 4
_FEWEST_HAN = 6
_FEWEST_HAN_ALONE = 2
_HAN_TO_A_WORD = 2
_FEWEST_HIRAGANA = 3
_HAN_TO_A_KANA = 5
_FEWEST_HAN_WITHOUT_KANA = 12
_FEWEST_OF_CHINESE = 2
_ENOUGH = 1.0
_SOME = 0.5
_CLEARLY = 2.0


class _Scripts(NamedTuple):
    """How many characters of Chinese or Japanese a text has, words in Latin letters, small ones."""

    han: int
    kana: int
    words: int
    small_words: int


def language_of_words(text: str, document_language: str) -> str:
    """The language of a few words as a BCP 47 tag; "" where they say too little to tell.

    That of the document where it is Chinese or Japanese itself and so are the words, else plain
    "zh" for Chinese.
    """
    if text.isascii():
        return _of_latin(text, document_language)
    if foreign := foreign_script_of(text):
        return foreign
    core = without_asides(text)
    if not _HAN_OR_KANA.search(core):
        return _of_latin(core, document_language)
    scripts = _scripts_of(core)
    if _is_japanese(core, scripts, document_language):
        return "ja"
    if _is_written_in_han(scripts):
        return _of_han(core, scripts, document_language)
    if _is_around_han(core, scripts):
        return _of_latin(core, document_language)
    return document_language if is_han_written(document_language) else ""


def language_beside(told: str, text: str, other: str) -> str:
    """The language `told` of a text, or where none is what it may be beside one in `other`."""
    if told != UNTOLD or is_han_written(other):
        return told
    return language_of_words(text, other) or other


def could_mix_scripts(text: str) -> bool:
    """Whether a text has enough of both scripts for a sentence in each; quick to tell."""
    if text.isascii() or not _HAN_OR_KANA.search(text):
        return False
    return sum(1 for _ in islice(_WORD.finditer(text), _FEWEST_SMALL_WORDS)) == _FEWEST_SMALL_WORDS


def is_sentence_in_han(text: str) -> bool:
    """Whether words are a sentence in Chinese or Japanese, with no more than names in Latin."""
    scripts = _scripts_of(without_asides(text))
    return scripts.han + scripts.kana >= _FEWEST_HAN and _is_written_in_han(scripts)


def is_free_of_han(text: str) -> bool:
    """Whether a text has no character of Chinese or Japanese, but in brackets or quotations."""
    return not _HAN_OR_KANA.search(without_asides(text))


def has_small_words(text: str) -> bool:
    """Whether a text has more in Latin letters than names and units."""
    return len(_SMALL_WORD.findall(text)) >= _FEWEST_SMALL_WORDS


def without_asides(text: str) -> str:
    """A text without what stands in brackets or is quoted, if there is anything else."""
    rest = _ASIDE.sub(" ", text)
    return rest if len(_WORD.findall(rest)) > 1 or _HAN.search(rest) else text


def _scripts_of(text: str) -> _Scripts:
    return _Scripts(
        len(_HAN.findall(text)),
        len(_KANA.findall(text)),
        len(_WORD.findall(text)),
        len(_SMALL_WORD.findall(text)),
    )


def _is_japanese(text: str, scripts: _Scripts, document_language: str) -> bool:
    """Whether kana are what a text is written in, and not a brand's name in it."""
    if not scripts.kana or scripts.kana * 4 <= scripts.words:
        return False
    if document_language == "ja":
        return True
    has_grammar = len(_HIRAGANA.findall(text)) >= _FEWEST_HIRAGANA
    return has_grammar and scripts.kana * _HAN_TO_A_KANA > scripts.han


def _is_written_in_han(scripts: _Scripts) -> bool:
    han = scripts.han + scripts.kana
    if not scripts.words:
        return han >= _FEWEST_HAN_ALONE
    has_only_names = not scripts.small_words and han >= _FEWEST_HAN
    return has_only_names or han > _HAN_TO_A_WORD * scripts.words


def _of_han(text: str, scripts: _Scripts, document_language: str) -> str:
    if document_language != "ja":
        return document_language if is_han_written(document_language) else CHINESE
    # A heading or a row in Japanese has no kana as often as not.
    is_chinese = (
        not scripts.kana
        and scripts.han >= _FEWEST_HAN_WITHOUT_KANA
        and len(_OF_CHINESE.findall(text)) >= _FEWEST_OF_CHINESE
    )
    return CHINESE if is_chinese else "ja"


def _is_around_han(text: str, scripts: _Scripts) -> bool:
    """Whether a text in Latin letters only has names in Chinese or Japanese."""
    return (
        scripts.words >= _FEWEST_WORDS_AROUND_HAN
        and (scripts.han + scripts.kana) * _WORDS_TO_A_HAN <= scripts.words
        and not _HAN_PUNCTUATION.search(text)
    )


def _of_latin(text: str, document_language: str) -> str:
    is_in_han = is_han_written(document_language)
    if not (is_in_han or is_told_by_signs(document_language)) or _ENTRY.match(text):
        return ""
    core = text if is_in_han else without_asides(text)
    if len(_WORD.findall(core)) < _FEWEST_WORDS:
        return ""
    signs = signs_of(core)
    own = document_language.partition("-")[0]
    best, most = max(signs.items(), key=lambda sign: (sign[1], sign[0] == own), default=("", 0.0))
    if best == own:
        return document_language if most >= _SOME else ""
    if _STOP_AT_END.search(text[-_LONGEST_TAIL:]):
        if is_in_han and most < _ENOUGH and has_small_words(core):
            return best or "en"
        return best if most >= _ENOUGH and most > _CLEARLY * signs[own] else ""
    # What has no full stop may be a title.
    enough = _ENOUGH if is_in_han else _CLEARLY
    is_stated = bool(_DIGIT.search(core)) and has_small_words(core)
    return best if is_stated and most >= enough and not signs[own] else ""
