"""The entries of a document's list of sources and its notes, and how the text points to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.links import links_of, spans_of, text_without
from claims.values import Reference

if TYPE_CHECKING:
    from claims.values import Block

_LABEL = re.compile(
    r"\s*(?:[\[［]\s*(\d{1,3})\s*[\]］]|[【〔]\s*(\d{1,3})\s*[】〕]|([\u2460-\u2473])\s*|(\d{1,3})[.、)]\s|([⁰¹²³⁴-⁹]{1,3})\s*|(\(\d{1,2}\))\s)"
)
# ① to ⑳
CIRCLED = {chr(0x2460 + number): str(number + 1) for number in range(20)}
RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARKS_AROUND = " .,;:：，。*-–—|()（）[]^↑"
# As in: Smith, J., & Lee, K. (2020). Or: Smith J, Lee K. 2020. Or: 王小明（2020）.
_AUTHORS = re.compile(
    r"^(?P<names>(?:[^\W\d_][^()（）\d]{1,200}?))(?:\([^()\d]{1,40}\)|\[[^\[\]\d]{1,40}\])?"
    r"[\s,.(（:]*(?P<year>(?:1[89]|20)\d\d[a-z]?\b|n\.\s?d\.|s\.\s?f\.|s\.\s?d\.|o\.\s?J\.)"
)
_LIST_LABEL = re.compile(r"^\W*[^\s:：]{1,12}\s*[:：]")
_ACRONYM = re.compile(r"[(\[（]\s*([A-Z][A-Za-z]{1,9})\s*[)\]）]")
_PARTICLES = r"(?:(?:v[ao]n|de[rn]?|d[aeiu]s?|la|le|el|al|bin|ten|ter)\s+){0,3}"
_UPPER = r"A-Z\u00c0-\u00de\u0100-\u017f"
# "Smith, J.", "van der Meer, A. B.", "Smith J,", "Smith, John": one person, surname first.
_PERSON = re.compile(
    rf"(?P<surname>{_PARTICLES}[{_UPPER}][\w'’\u2010-]{{1,40}}(?:\s[{_UPPER}][\w'’-]{{1,40}})?)"
    rf"(?:,\s*(?:[{_UPPER}][\w'’-]*\.?[\s-]?){{1,3}}(?=[,.;&]|\s|$)|\s+[{_UPPER}]{{1,3}}\b)"
)
_GIVEN_FIRST = re.compile(
    rf"(?:[{_UPPER}][\w.'’-]*\s+){{1,3}}(?P<surname>{_PARTICLES}[{_UPPER}][\w'’-]+)$"
)
_HAN_NAME = re.compile(r"[\u3400-\u9fff]{2,}")
_LONGEST_ACRONYM = 8


def references_in(block: Block) -> tuple[Reference, ...]:
    """The sources that an entry names; they share its label, its anchors and its authors."""
    links = links_of(block)
    around = text_without(block.text, spans_of(links))
    title_around = " ".join(around.split()).strip(_MARKS_AROUND)
    keys = keys_of(block)
    found = []
    end = 0
    for link in links:
        anchor = block.text[link.start : link.end].strip()
        is_bare = anchor.lower().startswith(("http://", "https://"))
        title = title_around if is_bare or not anchor else anchor
        if is_bare and len(links) > 1:
            # "Sources: A https://…; B https://…": each address behind its title.
            before = _LIST_LABEL.sub("", block.text[end : link.start])
            title = before.strip(_MARKS_AROUND + "；・※\n") or title_around
        end = link.end
        found.append(Reference(link.url, " ".join(title.split()), keys))
    return tuple(found)


def keys_of(block: Block) -> tuple[str, ...]:
    """What marks may point to an entry by, whether it names an address or not."""
    around = text_without(block.text, spans_of(links_of(block)))
    label = _LABEL.match(around)
    number = next(filter(None, label.groups()), "") if label else ""
    number = CIRCLED.get(number, number)
    if not number and block.ordinal is not None:
        number = str(block.ordinal)
    return (*((number,) if number else ()), *block.anchors, *_author_keys(block.text, label))


def author_key(surname: str, year: str) -> str:
    """The key under which "Smith (2020)" finds its entry."""
    return f"{surname.casefold()} {''.join(year.lower().split())}"


def _author_keys(text: str, label: re.Match[str] | None) -> tuple[str, ...]:
    entry = text[label.end() :] if label else text
    match = _AUTHORS.match(entry.strip())
    if not match:
        return ()
    names = match["names"].strip(_MARKS_AROUND)
    acronym = _ACRONYM.search(entry[: match.start("year")])
    found = [*_first_author(names), *([acronym[1]] if acronym else [])]
    return tuple(author_key(name, match["year"]) for name in dict.fromkeys(found))


def _first_author(names: str) -> list[str]:
    """The ways to write the first author: a surname, or an organisation and its initials."""
    person = _PERSON.match(names)
    if person:
        surname = person["surname"]
        # "van der Meer" is listed so and cited so, or as "Meer".
        return [surname, surname.split()[-1]] if " " in surname else [surname]
    han = _HAN_NAME.match(names)
    if han:
        return [han.group()]
    first = re.split(r"\s*(?:[;&]|,|\band\b|\bund\b)\s+", names)[0]
    written = [names, first]
    given_first = _GIVEN_FIRST.match(first)
    if given_first:
        written.append(given_first["surname"])
    capitals = "".join(word[0] for word in names.split() if word[0].isupper())
    if 1 < len(capitals) <= _LONGEST_ACRONYM:
        written.append(capitals)
    return written
