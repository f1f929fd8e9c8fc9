"""The language of each block of a document, and of sentences in another script within a block.

A block that is clearly in another language than the document is read by that. Where it says too
little, its neighbours decide if they agree, else the document. Blocks in the document's own
language are left as they are.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.languages import HAN, is_chinese, is_han_written, language_of
from claims.links import text_without
from claims.short_texts import (
    CHINESE,
    could_mix_scripts,
    has_small_words,
    is_free_of_han,
    is_sentence_in_han,
    language_of_words,
)
from claims.source_words import POINTER
from claims.values import BlockKind, LanguageSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.values import Block, Document

_HAN = re.compile(f"[{HAN}]")
_BARE_URL = re.compile(
    r"https?://[^\s<>\"'\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]{1,4000}", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_BORDER = re.compile(r"(?:[。！？]+[」』）)”\"’]*|[.!?]{1,3}[)”\"’]{0,3}(?=\s)|\n)\s*")
_ENDS_LATIN = re.compile(r"[.!?][)”\"’]*\s+$")
# No quotation marks: one that opens here closes there.
_BRACKETS = re.compile(r"[「『（《〈【(」』）》〉】)]")
_OPENING = "「『（《〈【("
_STOP_AND_SPACE = 8
_IN_SENTENCES = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION})


def with_languages(document: Document) -> Document:
    """The document, with the languages of the blocks that are not, or not all, in its own."""
    own = document.language
    texts = [_words_of(block) for block in document.blocks]
    languages = _with_neighbours(
        [
            language_of_words(_with_headers(block, text), own)
            for block, text in zip(document.blocks, texts, strict=True)
        ],
        own,
    )
    spans = [
        tuple(_spans(block, text, language))
        for block, text, language in zip(document.blocks, texts, languages, strict=True)
    ]
    chinese = own if is_chinese(own) else _chinese_in(texts, spans)
    return replace(
        document,
        blocks=tuple(
            _in_languages(block, each, chinese, own)
            for block, each in zip(document.blocks, spans, strict=True)
        ),
    )


def _words_of(block: Block) -> str:
    """A block's text with addresses, code and words that only point blanked: of the same length."""
    text = block.text
    spans = [
        *block.code,
        *(
            (link.start, link.end)
            for link in block.links
            if POINTER.match(text, link.start, link.end)
        ),
        *(url.span() for url in (_BARE_URL.finditer(text) if "://" in text else ())),
    ]
    return text_without(text, sorted(spans)) if spans else text


def _with_headers(block: Block, text: str) -> str:
    """A row's words behind its headers': one name in another script is no other language."""
    headers = [cell.header for cell in block.cells if cell.header]
    return " ".join((*headers, text))


def _with_neighbours(told: Sequence[str], own: str) -> list[str]:
    """The language of each block, where "" stands for too little to tell."""
    before = _last_told(told)
    after = reversed(_last_told(told[::-1]))
    return [
        here or (one if one and one == other else own)
        for here, one, other in zip(told, before, after, strict=True)
    ]


def _last_told(told: Sequence[str]) -> list[str]:
    found, last = [], ""
    for one in told:
        last = one or last
        found.append(last)
    return found


def _spans(block: Block, text: str, language: str) -> Iterator[LanguageSpan]:
    """The stretches of a block's text in one language each, which cover it."""
    parts = [(0, language)]
    if block.kind is BlockKind.TABLE_ROW:
        parts = [
            (cell.start, _of_cell(text[cell.start : cell.end], language)) for cell in block.cells
        ]
    elif block.kind in _IN_SENTENCES and could_mix_scripts(text):
        parts = list(_of_sentences(text, language))
    changes = [
        part for number, part in enumerate(parts) if not number or part[1] != parts[number - 1][1]
    ]
    ends = [start for start, _ in changes[1:]]
    for number, ((start, told), end) in enumerate(zip(changes, (*ends, len(text)), strict=True)):
        yield LanguageSpan(start if number else 0, end, told)


def _of_cell(text: str, language: str) -> str:
    """A cell's language; without a number it is a name and has that of its row."""
    told = language_of_words(text, language) if _DIGIT.search(text) else ""
    return told or language


def _of_sentences(text: str, language: str) -> Iterator[tuple[int, str]]:
    """Where the sentences of a block begin, each with its language: its script may be another.

    What is quoted or stands in brackets is in that of the sentence around it.
    """
    of_sentence = _in_han if is_han_written(language) else _around_han
    cuts = [0, *(border.end() for border in _BORDER.finditer(text)), len(text)]
    depth, told = 0, language
    for start, end in pairwise(cuts):
        if not depth:
            told = of_sentence(text, start, end, told, language)
        yield start, told
        for bracket in _BRACKETS.findall(text, start, end):
            depth = max(depth + (1 if bracket in _OPENING else -1), 0)


def _around_han(text: str, start: int, end: int, _before: str, language: str) -> str:
    """The language of a sentence in a block in Latin letters."""
    sentence = text[start:end]
    told = language_of_words(sentence, language) if is_sentence_in_han(sentence) else ""
    return told or language


def _in_han(text: str, start: int, end: int, before: str, language: str) -> str:
    """The language of a sentence in a block in Chinese or Japanese, and of what goes on from it."""
    sentence = text[start:end]
    if not is_free_of_han(sentence):
        return language
    if before != language:
        return before
    # A full stop in Latin ends no Chinese sentence: "Acme Inc. 在2023年…", "參見 Acme Inc. The …".
    goes_on = bool(_ENDS_LATIN.search(text, max(start - _STOP_AND_SPACE, 0), start))
    stands_alone = end == len(text) or has_small_words(sentence)
    if goes_on or not stands_alone:
        return language
    return language_of_words(sentence, language) or language


def _chinese_in(texts: Sequence[str], spans: Sequence[Sequence[LanguageSpan]]) -> str:
    """Whether all the Chinese in a document is in traditional or in simplified characters."""
    chinese = (
        text[one.start : one.end]
        for text, each in zip(texts, spans, strict=True)
        for one in each
        if one.language == CHINESE
    )
    han = "".join(character for text in chinese for character in _HAN.findall(text))
    return language_of(han) if han else CHINESE


def _in_languages(block: Block, spans: Sequence[LanguageSpan], chinese: str, own: str) -> Block:
    named = tuple(
        replace(one, language=chinese) if one.language == CHINESE else one for one in spans
    )
    if all(one.language == own for one in named):
        return block
    return replace(block, languages=named)
