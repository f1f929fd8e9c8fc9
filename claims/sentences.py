"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re

from sentencex import segment

from claims.languages import is_han_written

Span = tuple[int, int]

_HAN_STOPS = "。！？!?"
_HAN_CLAUSE_STOPS = "；;"
_OPENING = "「『（《〈【(“"
_CLOSING = "」』）》〉】)”"
# Abbreviations that the segmenter ends a sentence at although a number or name follows.
_ABBREVIATION_TAIL = re.compile(
    r"(?:\b(?:approx|ca|est|max|min|avg|no|nos|mio|mrd|ggü|bzw|inkl|env|aprox)\.)\s*$",
    re.IGNORECASE,
)


def split_sentences(text: str, language: str, *, clauses: bool = False) -> tuple[Span, ...]:
    """Spans of the sentences, without surrounding white space, in order.

    With `clauses`, Chinese and Japanese sentences are also cut at semicolons, which join
    what English would write as sentences.
    """
    if is_han_written(language):
        spans = _split_han(text, _HAN_STOPS + (_HAN_CLAUSE_STOPS if clauses else ""))
    else:
        spans = _split_spaced(text, language)
    return tuple(trimmed for span in spans if (trimmed := _trim(text, span)))


def _split_spaced(text: str, language: str) -> list[Span]:
    spans: list[Span] = []
    start = 0
    for sentence in segment(language.split("-", maxsplit=1)[0], text):
        end = start + len(sentence)
        if spans and _ABBREVIATION_TAIL.search(text, spans[-1][0], spans[-1][1]):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        start = end
    return spans


def _split_han(text: str, stops: str) -> list[Span]:
    spans: list[Span] = []
    start, depth = 0, 0
    for index, character in enumerate(text):
        following = text[index + 1 : index + 2]
        if character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            depth = max(depth - 1, 0)
        # A bracket that is never closed must not swallow the rest of the text.
        elif character == "\n" or (
            character in stops and not depth and following not in stops + _CLOSING
        ):
            spans.append((start, index + 1))
            start, depth = index + 1, 0
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def _trim(text: str, span: Span) -> Span | None:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
