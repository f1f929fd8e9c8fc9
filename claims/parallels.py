"""The parts of a sentence that give one number each: "79 years for men and 84 for women".

What a number is said of is told by the words of its part that no other part has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.lexicon.terms import forms_of
from claims.values import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.lexicon.terms import Vocabulary
    from claims.values import Quantity

_PARTING = re.compile(
    r"[;；。，、：|]|,(?=\s)|\b(?:and|while|whereas|but|against|compared|ahead of|followed by"
    r"|versus|than|then)\b|[与與和及而但]|[高低多少][于於]",
    re.IGNORECASE,
)
_END = re.compile(r"[;；。]")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Part:
    """Numbers and the part of their sentence; `own` are the forms that no other part has.

    More than one where nothing parts them: "from 9.3 to 1.7".
    """

    quantities: tuple[Quantity, ...]
    text: str
    forms: frozenset[str]
    own: frozenset[str]


def parts_of(
    text: str, numbers: Sequence[Quantity], language: str, vocabulary: Vocabulary
) -> tuple[Part, ...]:
    """The parts of a sentence about some of its numbers, in order; none if it has only one."""
    partings = list(_PARTING.finditer(text))
    groups: list[list[Quantity]] = []
    starts, ends = [], []
    for number in sorted(numbers, key=lambda one: one.start):
        last = groups[-1][-1].end if groups else 0
        between = [one for one in partings if last <= one.start() and one.end() <= number.start]
        if groups and not between:
            groups[-1].append(number)
            continue
        if groups:
            ends.append(between[0].start())
        groups.append([number])
        starts.append(between[-1].end() if between else 0)
    if len(groups) < _FEWEST:
        return ()
    end = _END.search(text, groups[-1][-1].end)
    ends.append(end.start() if end else len(text))
    texts = [text[first:last] for first, last in zip(starts, ends, strict=True)]
    held = [forms_of(one, language, vocabulary) for one in texts]
    return tuple(
        Part(
            tuple(group),
            texts[number],
            held[number],
            held[number].difference(*(one for other, one in enumerate(held) if other != number)),
        )
        for number, group in enumerate(groups)
    )


def measure_of(quantity: Quantity) -> tuple[Kind, str]:
    """What two numbers share that can be held against each other; nouns are left out."""
    return quantity.kind, "" if quantity.kind is Kind.COUNT else quantity.unit
