"""True claims with one thing changed by a machine: a digit, a year, a name, a "not".

What a person writes wrongly is subtler; but a machine tries each kind on every claim, so what it
finds is the share of a kind that passes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from random import Random
from typing import TYPE_CHECKING

from claims.extraction import stated_claim
from claims.grounds import grounds_of
from claims.languages import language_of
from claims.polarity import has_negation
from claims.quantities import find_quantities
from claims.quantities.compare import is_calendar
from claims.values import Comparator, Kind, Verdict
from tests.claims.makers import judged_on
from tests.claims.unseen_pages import true_claims

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.passages import PageIndex
    from claims.values import Quantity

_SEED = 20_261_128
_DIGITS = re.compile(r"\d[\d,.]*\d|\d")
_UNITS = (
    *("million billion", "billion million", "thousand million", "km m", "hours days", "days weeks"),
    *("months years", "weeks months", "kilometres metres", "tonnes kilograms"),
    *("萬 億", "億 萬", "公里 公尺", "個月 年", "天 週", "万 亿", "亿 万"),
)
_WAYS = (
    *("rose fell", "fell rose", "increased decreased", "grew shrank", "higher lower"),
    *("lower higher", "largest smallest", "highest lowest", "lowest highest", "most least"),
    *(
        "增加 減少",
        "減少 增加",
        "上升 下降",
        "下降 上升",
        "成長 衰退",
        "最高 最低",
        "最低 最高",
        "最大 最小",
    ),
)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|can|could|would)\b(?! not)")
_HAN_VERB = re.compile(r"(?<=[\u4e00-\u9fff])(?:有|是|會|将|將|能)")
_NAME = re.compile(r"(?<![.!?] )\b[A-Z][a-z]+(?: [A-Z][a-z]+)+\b")


@dataclass(frozen=True)
class Changed:
    """A claim that is true of a page, what was made of it, and how."""

    kind: str
    index: PageIndex
    true: str
    text: str

    def passes(self) -> bool:
        """Whether the page is said to bear it out."""
        return verdict_on(self.text, self.index) is Verdict.SUPPORTED


def changed_claims() -> Iterator[Changed]:
    """All the true claims of the unseen pages that pass, each changed in every way it can be."""
    for index, claim in true_claims():
        if verdict_on(claim, index) is Verdict.SUPPORTED:
            # The same choices each time, whatever passes besides.
            random = Random(f"{_SEED} {claim}")
            for kind, text in changes_of(claim, index, random):
                if text != claim:
                    yield Changed(kind, index, claim, text)


def verdict_on(claim: str, index: PageIndex) -> Verdict:
    """What is said of a claim that cites a page."""
    return judged_on(grounds_of(stated_claim(claim, language_of(claim)), index)).verdict


def changes_of(claim: str, index: PageIndex, random: Random) -> Iterator[tuple[str, str]]:
    """A claim with one thing changed, in every way it can be, each with what kind of change."""
    language = language_of(claim)
    is_han = language[:2] == "zh"
    quantities = find_quantities(claim, language if is_han else "en")
    numbers = [one for one in quantities if not is_calendar(one) and one.kind is not Kind.RANK]
    years = [one for one in quantities if one.kind is Kind.YEAR and one.low == one.high]
    for name, group in (("swapped numbers", numbers), ("swapped years", years)):
        for one, other in combinations(group, 2):
            if one.kind is other.kind and one.value != other.value:
                yield name, _swapped(claim, one, other)
    for number in numbers:
        # What is told as about, or over, so much may be told by many numbers.
        if number.comparator is Comparator.EQUAL:
            yield "digit", _with_other_digit(claim, number, random)
    for year in years:
        if (place := _place(year)) and re.fullmatch(r"(?:19|20)\d\d", claim[slice(*place)]):
            wrong = str(int(claim[slice(*place)]) + random.choice([-2, -1, 1]))
            yield "year", claim[: place[0]] + wrong + claim[place[1] :]
    for pair in _UNITS:
        unit, wrong = pair.split()
        yield "unit", re.sub(rf"(\d\s?){unit}(?![a-z])", rf"\g<1>{wrong}", claim, count=1)
    for pair in _WAYS:
        way, wrong = pair.split()
        yield "way", re.sub(way if is_han else rf"\b{way}\b", wrong, claim, count=1)
    verb = (_HAN_VERB if is_han else _VERB).search(claim)
    if verb and not has_negation(claim, language):
        if is_han:
            denied = "沒有" if verb.group() == "有" else f"不{verb.group()}"
            yield "not", claim[: verb.start()] + denied + claim[verb.end() :]
        else:
            yield "not", f"{claim[: verb.end()]} not{claim[verb.end() :]}"
    for name in [] if is_han else _NAME.findall(claim)[:2]:
        others = sorted(
            one
            for one in set(_NAME.findall(index.page.text))
            if one not in claim and set(one.split()).isdisjoint(claim.split())
        )
        if others:
            yield "name", claim.replace(name, random.choice(others), 1)


def _place(quantity: Quantity) -> tuple[int, int] | None:
    found = _DIGITS.search(quantity.text)
    return (quantity.start + found.start(), quantity.start + found.end()) if found else None


def _swapped(claim: str, one: Quantity, other: Quantity) -> str:
    first, last = _place(one), _place(other)
    if first is None or last is None:
        return claim
    ours, theirs = claim[slice(*first)], claim[slice(*last)]
    return claim[: first[0]] + theirs + claim[first[1] : last[0]] + ours + claim[last[1] :]


def _with_other_digit(claim: str, number: Quantity, random: Random) -> str:
    place = _place(number)
    if place is None:
        return claim
    digits = claim[slice(*place)]
    at = random.choice([n for n, one in enumerate(digits) if one.isdigit()][:2])
    other = (int(digits[at]) + random.choice([1, 2, 3, 4])) % 10 or 7
    return claim[: place[0]] + digits[:at] + str(other) + digits[at + 1 :] + claim[place[1] :]
