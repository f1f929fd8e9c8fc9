"""Pointers to the entries of a list of sources: "[1, 3-5]", "【2†source】", "(Li 2020)"."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from claims.references import CIRCLED, RAISED_DIGITS, author_key
from claims.values import Mark, Via

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claims.values import Block

_NUMBERS = re.compile(
    r"[\[［【〔]\s*(?P<list>\d{1,3}(?:\s*[-\u2013\u2014,，、;~]\s*\d{1,3}){0,20})\s*"
    r"(?:†[^\]］】\n]{0,60}|:\s*\d+\+?|,\s*pp?\.\s*[\d\u2013-]+)?[\]］】〕]"
)
# （註2）, (注 3、4)
_NOTES = re.compile(
    r"[(（]\s*[註注]\s?(?P<list>\d{1,3}(?:\s*[-\u2013,，、;~]\s*\d{1,3}){0,20})\s*[)）]"
)
# 機械人①。 and no ① that begins an item.
_CIRCLED = re.compile(r"(?<=[^\s，。；：、])[\u2460-\u2473]+(?=[\s，。；、,.;)）]|$)")
# "[1]–[3]", whose ends are marks of their own, and "(2)" where the list is numbered so.
_BRACKETED_RANGE = re.compile(r"\[(\d{1,3})\]\s*[–—-]\s*\[(\d{1,3})\]")
_ROUND = re.compile(r"\(\d{1,2}\)")
_SAME_AGAIN = re.compile(
    r"[(（\[]\s*(?:ibid(?:em)?|ebd|ebenda|a\.\s?a\.\s?O|id|同上|前掲)\b[^()（）\[\]]{0,40}[)）\]]",
    re.IGNORECASE,
)
_RAISED = re.compile(
    r"(?:(?<=[^\s\d\u2070-\u209f\u00b2\u00b3\u00b9])|(?<=\S\s))"
    r"[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+(?:[\u02d2,ʼ’᾽˒ ]?[⁻⁰¹²³⁴-⁹]+)*"
)
_RAISED_PART = re.compile(r"[⁰¹²³⁴-⁹]+")
_UNIT_BEFORE = re.compile(r"(?:\b[kcmdn]?m|\bft|\bin|\bs|\d)$")
_PART = re.compile(r"(\d{1,3})(?:\s*[-\u2013\u2014~]\s*(\d{1,3}))?")
_LONGEST_RANGE = 30

_BRACKETS = re.compile(r"[(（](?P<inside>[^()（）\n]{0,400})[)）]")
_YEAR = re.compile(
    r"(?<!\d)(?:1[89]|20)\d\d[a-z]?(?![\d-])|\b(?:n\.\s?d|s\.\s?f|s\.\s?d|o\.\s?J)\.", re.IGNORECASE
)
_BREAK = re.compile(r"[;；]|\bcf\.|\bvgl\.")
_AUTHOR_KEY = re.compile(r"(?P<name>.+) (?P<year>\d{4}[a-z]?|[a-z]\.[a-z]\.)")
# Between a name and the year in brackets behind it: more names, "et al.", 等.
_MORE_NAMES = re.compile(
    r"(?:[\s,&、]+|et\s+al\b\.?|等人?|and\b|und\b|et\b|y\b|(?:v[ao]n|de[rn]?|d[aeiu]s?|la|le)\b"
    r"|[A-Z\u00c0-\u024f][\w\u00c0-\u024f.'’-]*(?:\s?[’']s)?|[\u3400-\u9fff]{2,4})*[’']?s?\s*$"
)
_LONGEST_NAMES = 90


def marks_in(block: Block, known: frozenset[str]) -> tuple[Mark, ...]:
    """The marks of a block that point to a known key, in order, whoever found them."""
    found = [mark for mark in block.marks if mark.target in known]
    found.extend(mark for mark in _numbered(block.text, known) if mark.target in known)
    found.extend(_by_author(block.text, _names_by_year(known)))
    found.sort(key=lambda mark: mark.start)
    found.extend(list(_same_again(block.text, found)))
    return tuple(sorted(dict.fromkeys(found), key=lambda mark: mark.start))


def without_numbered_marks(text: str) -> str:
    """A text whose list of sources is elsewhere, without the marks that point there: "[5]"."""
    return _NUMBERS.sub("", text)


def _same_again(text: str, found: Sequence[Mark]) -> Iterator[Mark]:
    """What "(ibid., p. 91)" points to: what the mark before it pointed to."""
    for again in _SAME_AGAIN.finditer(text):
        before = [mark for mark in found if mark.end <= again.start()]
        for mark in before:
            if mark.start == before[-1].start:
                yield Mark(mark.target, again.start(), again.end(), mark.via)


def _numbered(text: str, known: frozenset[str]) -> Iterator[Mark]:
    for match in _BRACKETED_RANGE.finditer(text):
        for number in numbers_of(f"{match[1]}-{match[2]}"):
            yield Mark(number, match.start(), match.end(), Via.NUMBERED)
    for match in _ROUND.finditer(text):
        yield Mark(match.group(), match.start(), match.end(), Via.NUMBERED)
    for match in chain(_NUMBERS.finditer(text), _NOTES.finditer(text)):
        for number in numbers_of(match["list"]):
            yield Mark(number, match.start(), match.end(), Via.NUMBERED)
    for match in _CIRCLED.finditer(text):
        for one in match.group():
            yield Mark(CIRCLED[one], match.start(), match.end(), Via.NUMBERED)
    for match in _RAISED.finditer(text):
        if not _UNIT_BEFORE.search(text[max(match.start() - 4, 0) : match.start()]):
            for label in _raised_labels(match.group(), known):
                yield Mark(label, match.start(), match.end(), Via.NUMBERED)


def _raised_labels(raised: str, known: frozenset[str]) -> Iterator[str]:
    """What "²³" points to: note 23, or notes 2 and 3 where there is no 23rd.

    A list of notes numbered in raised digits is another than one numbered in plain ones.
    """
    for part in _RAISED_PART.findall(raised):
        whole = _known_label(part, known)
        yield from [whole] if whole else filter(None, (_known_label(one, known) for one in part))


def _known_label(digits: str, known: frozenset[str]) -> str:
    plain = digits.translate(RAISED_DIGITS)
    return digits if digits in known else plain if plain in known else ""


def _names_by_year(known: frozenset[str]) -> Mapping[str, list[str]]:
    names: dict[str, list[str]] = {}
    for key in known:
        match = _AUTHOR_KEY.fullmatch(key)
        if match:
            names.setdefault(match["year"], []).append(match["name"])
    return names


def _by_author(text: str, names: Mapping[str, list[str]]) -> Iterator[Mark]:
    """Years in brackets with the name of a known entry's author before them.

    The names come from the list of sources, so any way of writing them is found: "(see also
    Health Office, 2020, Table 3; cf. van der Meer et al. 2018)", "van der Meer (2018, p. 4)".
    """
    if not names:
        return
    for brackets in _BRACKETS.finditer(text):
        inside = brackets["inside"]
        author = ""
        position = 0
        for year in _YEAR.finditer(inside):
            known = names.get("".join(year.group().lower().split()), ())
            segment = inside[position : year.start()]
            position = year.end()
            breaks = list(_BREAK.finditer(segment))
            segment = segment[breaks[-1].end() :] if breaks else segment
            author = _first_name(segment, known) or ("" if breaks else author)
            if not author and not inside[: year.start()].strip():
                before = text[max(brackets.start() - _LONGEST_NAMES, 0) : brackets.start()]
                author = _last_name(before, known)
            if author in known:
                key = author_key(author, year.group())
                yield Mark(key, brackets.start(), brackets.end(), Via.AUTHOR_YEAR)


def _first_name(text: str, names: Iterable[str]) -> str:
    """Which of the names a text has first."""
    places = [(one.start(), -len(name), name) for name in names for one in _named(name, text)]
    return min(places)[2] if places else ""


def _last_name(text: str, names: Iterable[str]) -> str:
    """Which of the names a text ends with, apart from those of further authors."""
    places = [
        (found.start(), name)
        for name in names
        for found in _named(name, text)
        if _MORE_NAMES.match(text, found.end())
    ]
    return max(places)[1] if places else ""


def _named(name: str, text: str) -> Iterator[re.Match[str]]:
    boundary = r"(?<!\w)" if name[:1].isascii() else ""
    return re.finditer(f"{boundary}{re.escape(name)}", text, re.IGNORECASE)


def numbers_of(written: str) -> Iterator[str]:
    """The numbers of "1, 3-5" one by one."""
    for part in _PART.finditer(written):
        first = int(part.group(1))
        last = int(part.group(2) or first)
        if first <= last <= first + _LONGEST_RANGE:
            yield from map(str, range(first, last + 1))
