"""Pointers to the entries of a list of sources: "[1, 3-5]", "【2†source】", "(Li 2020)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.references import author_key
from claims.values import Mark, Via

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.values import Block

_NUMBERS = re.compile(
    r"[\[［【]\s*(?P<list>\d{1,3}(?:\s*[-\u2013\u2014,，、;~]\s*\d{1,3}){0,20})\s*"
    r"(?:†[^\]］】\n]{0,60}|:\s*\d+\+?)?[\]］】]"
)
_SUPERSCRIPT = re.compile(
    r"(?<=[^\s\d\u2070-\u209f\u00b2\u00b3\u00b9])[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+"
)
_UNIT_BEFORE = re.compile(r"(?:\b[kcmdn]?m|\bft|\bin|\bs|\d)$")
_SUPERSCRIPT_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_PART = re.compile(r"(\d{1,3})(?:\s*[-\u2013\u2014~]\s*(\d{1,3}))?")
_LONGEST_RANGE = 30

_NAME = r"[A-Z\u00c0-\u024f][\w\u00c0-\u024f'’-]{1,40}"
_HAN_NAME = r"[\u3400-\u9fff]{2,4}?"
_AND = r"(?:\s+(?:and|&|und|et|y)\s+)"
_OTHERS = rf"(?:{_AND}{_NAME}|,\s+{_NAME}(?:,?{_AND}{_NAME})?|\s+et\s+al\.?)?"
_YEAR = r"(?:1[89]|20)\d\d[a-z]?"
_PAGES = r"(?:[,:]\s*(?:pp?\.\s*)?\d[\d\u2013-]*)?"
_CITE = rf"(?:{_NAME}{_OTHERS},?\s+|{_HAN_NAME}等?[,，]?\s*){_YEAR}{_PAGES}"
_IN_BRACKETS = re.compile(
    rf"[(（](?:see\s+|e\.g\.,?\s+|cf\.\s+)?(?P<cites>{_CITE}(?:\s*[;；]\s*{_CITE}){{0,8}})[)）]"
)
_NARRATIVE = re.compile(rf"(?P<name>{_NAME}){_OTHERS}\s+\((?P<year>{_YEAR}){_PAGES}\)")
_ONE_CITE = re.compile(rf"(?P<name>{_NAME}|{_HAN_NAME})(?:等|{_OTHERS})[,，]?\s*(?P<year>{_YEAR})")


def marks_in(block: Block, known: frozenset[str]) -> tuple[Mark, ...]:
    """The marks of a block that point to a known key, in order, whoever found them."""
    found = [mark for mark in block.marks if mark.target in known]
    found.extend(mark for mark in _written(block.text) if mark.target in known)
    return tuple(sorted(dict.fromkeys(found), key=lambda mark: mark.start))


def _written(text: str) -> Iterator[Mark]:
    for match in _NUMBERS.finditer(text):
        for number in _numbers(match["list"]):
            yield Mark(number, match.start(), match.end(), Via.NUMBERED)
    for match in _SUPERSCRIPT.finditer(text):
        if not _UNIT_BEFORE.search(text[max(match.start() - 4, 0) : match.start()]):
            label = match.group().translate(_SUPERSCRIPT_DIGITS)
            yield Mark(label, match.start(), match.end(), Via.NUMBERED)
    for match in _IN_BRACKETS.finditer(text):
        for cite in _ONE_CITE.finditer(match["cites"]):
            key = author_key(cite["name"], cite["year"])
            yield Mark(key, match.start(), match.end(), Via.AUTHOR_YEAR)
    for match in _NARRATIVE.finditer(text):
        # The name is a part of the sentence; only the year in brackets is not.
        key = author_key(match["name"], match["year"])
        yield Mark(key, text.rindex("(", match.start(), match.end()), match.end(), Via.AUTHOR_YEAR)


def _numbers(written: str) -> Iterator[str]:
    """The numbers of "1, 3-5" one by one."""
    for part in _PART.finditer(written):
        first = int(part.group(1))
        last = int(part.group(2) or first)
        if first <= last <= first + _LONGEST_RANGE:
            yield from map(str, range(first, last + 1))
