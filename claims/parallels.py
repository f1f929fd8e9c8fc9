"""The parts of a sentence that give one number each: "79 years for men and 84 for women".

What a number is said of is told by the words of its part that no other part has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.languages import COMMA, is_han_written
from claims.lexicon.joints import with_joints
from claims.lexicon.names import placed_names
from claims.lexicon.terms import forms_of
from claims.quantities.compare import SHARES
from claims.values import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.lexicon.terms import Vocabulary
    from claims.values import Quantity

# What parts the things that two numbers are said of; a comma within 1,000 parts nothing.
PARTING = re.compile(
    rf"[;；。，、：|]|{COMMA}(?!\s+(?:which|who|whose|where|making|bringing|taking)\b)|\b(?:and|while|whereas|but|against"
    r"|compared|ahead of|followed by|versus|than|then)\b|[与與和及而但]|[高低多少][于於]",
    re.IGNORECASE,
)
_FEWEST = 2
_SAYS_WHAT = re.compile(r"[^\W\d_]{4,}|[A-Z]|[\u3040-\u30ff\u3400-\u9fff]")
# A clause that goes on about what the one before spoke of.
_SAME_SUBJECT = re.compile(
    r"\s*(?:[並并且又還还也亦更仍卻却較较比約约達达增減减升降占佔至到由從从]|同比|年[減减增]|去年|前一?年|上年|其餘|其余)"
)


# 其次是高新區，為98.6萬人
_FOLLOWING = re.compile(r"(?<=[；;。，,])\s*(?:其次|再次|其後|其后)[是為为]?")
_BESIDE_LABEL = re.compile(r"^\s*(?:其中|其次[是為为]?)|(?:[則则]?[為为占佔達达有是僅仅約约以]+)$")


@dataclass(frozen=True, slots=True)
class Part:
    """Numbers and the part `[start, end)` of their sentence; `own` are forms no other part has.

    More than one number where nothing parts them: "from 9.3 to 1.7". `names` are those own forms
    that name somebody: in Chinese and Japanese all before the first number, which begins a part.
    """

    quantities: tuple[Quantity, ...]
    start: int
    end: int
    own: frozenset[str]
    names: frozenset[str]


def parts_of(
    text: str,
    numbers: Sequence[Quantity],
    language: str,
    vocabulary: Vocabulary,
    common: frozenset[str] = frozenset(),
) -> tuple[Part, ...]:
    """The parts of a sentence about some of its numbers, in order; none if it has only one.

    `common` are the stems that are no names though they may have a capital letter.
    """
    partings = list(with_joints(PARTING, language).finditer(text))
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
        starts.append(_start_of_part(text, number, between))
    if len(groups) < _FEWEST:
        return ()
    end = next((one for one in partings if one.start() >= groups[-1][-1].end), None)
    ends.append(end.start() if end else len(text))
    is_han = is_han_written(language)
    starts[0] = 0
    if is_han:
        starts[0] = _where_named(text, groups[0][0].start, partings)
        for n, (before, group) in enumerate(pairwise(groups), start=1):
            if following := _FOLLOWING.search(text, before[-1].end, group[0].start):
                starts[n] = following.start()
    spans = list(zip(starts, ends, strict=True))
    held = [forms_of(text[first:last], language, vocabulary) for first, last in spans]
    names = []
    for (first, last), group in zip(spans, groups, strict=True):
        if is_han:
            label = _label(text[first : max(group[0].start, first)])
            forms = forms_of(label, language, vocabulary)
            names.append(frozenset(form for form in forms if not form[0].isdigit()))
        else:
            named = placed_names(text, common)
            names.append(frozenset(form for place, form in named if first <= place < last))
    return tuple(
        Part(tuple(group), *spans[n], _only_of(held, n), _only_of(names, n))
        for n, group in enumerate(groups)
    )


def _start_of_part(text: str, number: Quantity, between: Sequence[re.Match[str]]) -> int:
    """Where a number's part begins: at the last parting behind which something is said of it.

    "…, and highest in Melby, at 12 per cent": "at" alone says nothing.
    """
    starts = [one.end() for one in between]
    said = [
        start
        for start in starts
        if _SAYS_WHAT.search(text, start, number.start)
        # 稅後純益314億元，年增97%: what grew stands a clause before.
        and not (number.kind in SHARES and _SAME_SUBJECT.match(text, start, number.start))
    ]
    return max(said or starts, default=0)


def _where_named(text: str, end: int, partings: Sequence[re.Match[str]]) -> int:
    """Where the last clause begins that names what the number behind it is said of."""
    starts = [one.end() for one in reversed(partings) if one.end() <= end]
    return next((start for start in starts if len(_label(text[start:end])) > 1), 0)


def _label(before: str) -> str:
    """What stands before a number but for "of which" and a verb; "" where it goes on."""
    return "" if _SAME_SUBJECT.match(before) else _BESIDE_LABEL.sub("", before)


def _only_of(held: Sequence[frozenset[str]], number: int) -> frozenset[str]:
    return held[number].difference(*(one for n, one in enumerate(held) if n != number))


def part_with(parts: Sequence[Part], quantity: Quantity) -> Part | None:
    """The part that a quantity of the same sentence stands in."""
    return next((one for one in parts if one.start <= quantity.start < one.end), None)


def groups_of(quantities: Sequence[Quantity]) -> list[list[Quantity]]:
    """Numbers that can be held against each other; of counts, those that do not count other things.

    "61 models, China 24 and France 5": a noun may be said once for all.
    """
    groups: dict[tuple[Kind, str], list[Quantity]] = {}
    for one in quantities:
        groups.setdefault((one.kind, one.unit), []).append(one)
    bare = groups.pop((Kind.COUNT, ""), [])
    others = [group for (kind, _), group in groups.items() if kind is Kind.COUNT]
    # "21.3 terawatt-hours, followed by hydropower at 14.2": so may a unit.
    others = others or [
        group for (kind, _), group in groups.items() if kind in {Kind.MONEY, Kind.PHYSICAL}
    ]
    for group in others:
        group.extend(bare)
    return [*groups.values(), *([] if others else [bare])]


def measure_of(quantity: Quantity) -> tuple[Kind, str]:
    """What two numbers share that can be held against each other; nouns are left out."""
    return quantity.kind, "" if quantity.kind is Kind.COUNT else quantity.unit


def measures_alike(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are of one measure; "52 of the 60" and "the other eight" are."""
    counts = {Kind.COUNT, Kind.RATIO}
    return measure_of(one) == measure_of(other) or {one.kind, other.kind} == counts
