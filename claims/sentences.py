"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sentencex import segment

from claims.languages import is_han_written

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]
# The segmenter panics at "vitamin C ." with a space of several bytes.
_WIDE_BEFORE_STOP = re.compile(r"[^\S\x00-\x7f](?=\.)")
_LONGEST_TAIL = 40
# Of more bytes the segmenter loses white space between paragraphs, and all behind it is misplaced.
_WINDOW = 8_000
_BYTES = 10_000
_WINDOW_STOPS = (". ", "! ", "? ", "\n")

_HAN_STOPS = "。！？!?"
_HAN_CLAUSE_STOPS = "；;"
_OPENING = "「『（《〈【(“"
_CLOSING = "」』）》〉】)”"
# Abbreviations that the segmenter ends a sentence at although a number or name follows.
_BEFORE_ANYTHING = re.compile(
    r"\b(?:approx|ca|est|max|min|avg|no|nos|nr|n|núm|mio|mrd|ggü|bzw|inkl|env|aprox|vgl|cf|viz"
    r"|mr|mrs|ms|dr|drs|prof|st|hr|fr|sr|sra|srta|dra|dña|d|lic|ing|mme|mlle|joh|wm|chr|rev|hon"
    r"|gen|col|capt|lt|sgt|gov|sen|rep|fig|abb|tab|art|pág|págs|vol|ed|eds|hg|hrsg)\.\s*$"
    # "am 3. Oktober", "die 1.000. Pumpe", "im 19. Jahrhundert"
    r"|\b(?:der|die|das|den|dem|des|am|im|zum|zur|vom|beim|seit|bis|ein\w*|jede\w*|ihr\w*|sein\w*)"
    r"\s+(?!(?:1\d|20)\d\d\.)\d[\d.]*\.\s*$|\bEE\.\s*$|(?<![\w.'’])(?:n|s)\.º?\s*$",
    re.IGNORECASE,
)
# What goes on in the middle of a sentence, whatever stood before it.
# "— Prof. Lee, in a lecture" behind a quotation says whose it is.
_NAMES_SPEAKER = re.compile(r"\s*[—–-]{1,2}\s?[A-Z\u00c0-\u00de]")
_CLOSES_QUOTATION = re.compile(r"[”\"»’'」]\W*$")
_GOES_ON = re.compile(r"\s*[,;:)\]–—-](?!\d)|\s*[a-zß-öø-ÿ]")
_INITIAL = re.compile(r"[^\W\d_]\s[A-Z\u00c0-\u00de]\.\s*$")
_ANY_ABBREVIATION = re.compile(r"\w\.\W*$")
# A unit ends a sentence that it closes: "It cost 5.21 €/kg. In other shops ...".
_AFTER_UNIT = re.compile(
    r"(?:\d\s?|/)(?:[kmcµn]?[gmlsWVAJN]|[kMGT]W(?:h|p)?|[kMGT]?Hz|[kMGT](?:B|bit|b)|k?m/h|[kc]?m[²³23]|t|ha|h|min"
    r"|°[CF]|K|Pa|bar|dB|ppm|l|L|%|€|USD|EUR|CHF|GBP)\s*\.\s+(?=[\"“„«¿¡]?[A-Z\u00c0-\u00de])"
    # May is no abbreviation, though the segmenter takes it for one.
    r"|\b(?:in|of|on|by|until|till|since|from|to|for|early|late|mid|last|this|next|and|\d{1,2}(?:st|nd|rd|th)?)"
    r"\s+May\.\s+(?=[\"“]?[A-Z\u00c0-\u00de])"
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
    for sentence in _segmented(text, language.split("-", maxsplit=1)[0]):
        end = start + len(sentence)
        if spans and _is_cut_off(text, spans[-1], start, language):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        start = end
    return [part for span in spans for part in _cut_after_units(text, span)]


def _segmented(text: str, language: str) -> Iterator[str]:
    """The segmenter's pieces; its time grows with the square of their number, so by windows.

    They are as long as the text's, character by character, but may have other white space.
    """
    text = _WIDE_BEFORE_STOP.sub(" ", text)
    start = 0
    while start < len(text):
        window = text[start : start + _WINDOW].encode()[:_BYTES]
        end = start + len(window.decode(errors="ignore"))
        if end < len(text):
            found = ((text.rfind(stop, start + 1, end), len(stop)) for stop in _WINDOW_STOPS)
            end = max((at + size for at, size in found if at > start), default=end)
        yield from segment(language, text[start:end])
        start = end


def _is_cut_off(text: str, before: Span, start: int, language: str) -> bool:
    """Whether a piece that the segmenter ended is no whole sentence."""
    tail = text[max(before[0], before[1] - _LONGEST_TAIL) : before[1]]
    if "\n\n" in tail[-3:]:
        return False
    # It looks at two words at most; to search a whole line takes four times as long.
    if _BEFORE_ANYTHING.search(" ".join(tail.rsplit(None, 2)[-2:])):
        return True
    if not language.startswith("en") and _INITIAL.search(tail):
        return True  # of English the segmenter knows "U. Ferri"
    if _NAMES_SPEAKER.match(text, start) and _CLOSES_QUOTATION.search(tail):
        return True
    return bool(_GOES_ON.match(text, start)) and bool(_ANY_ABBREVIATION.search(tail))


def _cut_after_units(text: str, span: Span) -> Iterator[Span]:
    start = span[0]
    for unit in _AFTER_UNIT.finditer(text, *span):
        # Case was ignored for the unit; the sentence behind it begins with a capital.
        if text[unit.end() : unit.end() + 2].lstrip('"“„«¿¡')[:1].isupper():
            yield start, unit.end()
            start = unit.end()
    yield start, span[1]


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
