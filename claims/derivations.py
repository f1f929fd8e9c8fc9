"""Numbers that a sentence does not give but holds: a sum, a difference, a share, a change.

"From 460 to 520" is a rise of 60, and of "29, and the other 8" the first is 78%. Only what the
claim's own words ask for is reckoned, from two numbers of one sentence.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING

from claims.languages import is_han_written, simplified
from claims.quantities.compare import compare, digits_of
from claims.values import Kind, Quantity, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SUM = re.compile(
    r"\b(?:together|combined|in total|altogether|in all|sum|both)\b|合计|总计|共计|总共|加起来"
    r"|两[者家县国地]",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:r[io]se[sn]?|rising|grew|grow[sn]?|growth|increas\w+|gain\w*|improv\w+|climb\w+|jump\w+"
    r"|fell|fall(?:s|en)?|declin\w+|decreas\w+|drop\w*|shr[aiu]nk\w*|reduc\w+|cut|lost|worsen\w*"
    r"|more|fewer|less|higher|lower|above|below|doubled|halved|than)\b"
    r"|增|减|上升|上涨|上调|提高|成长|下降|下跌|降低|多出|少了|高出|低于|高于|涨|跌|比",
    re.IGNORECASE,
)
_PAIR = 2
# What is added to or taken from a number many times as large leaves it as it is.
_FAR = 50
_KINDS = {Kind.COUNT, Kind.MONEY, Kind.PHYSICAL, Kind.PERCENT}


def derive(
    claimed: Quantity, claim: str, language: str, found: Sequence[Quantity]
) -> Quantity | None:
    """A claim's number as it follows from two numbers of a sentence; its text says how."""
    text = simplified(claim) if is_han_written(language) else claim
    is_sum, is_change = _SUM.search(text) is not None, _CHANGE.search(text) is not None
    plain = [one for one in found if one.low == one.high and one.low > 0 and one.kind in _KINDS]
    for one, other in permutations(plain, 2):
        if not other.low <= one.low <= other.low * _FAR or not _are_alike(one, other):
            continue
        # Among many numbers some two are in any proportion.
        are_two = sum(_are_alike(one, third) for third in plain) == _PAIR
        for derived in _derived(one, other, is_sum=is_sum, is_change=is_change):
            is_exact = derived.kind is not Kind.PERCENT or derived.unit == "pp"
            is_told = are_two or (is_exact and digits_of(claimed) > 1)
            if is_told and compare(claimed, derived) is Relation.AGREES:
                return derived
    return None


def _are_alike(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers measure the same; a count's noun may be said once for both."""
    if one.kind is other.kind is Kind.COUNT:
        return one.unit == other.unit or not (one.unit and other.unit)
    return (one.kind, one.unit) == (other.kind, other.unit)


def _derived(
    great: Quantity, small: Quantity, *, is_sum: bool, is_change: bool
) -> Iterator[Quantity]:
    pair = f"{great.text.strip()} and {small.text.strip()}"
    difference = great.low - small.low
    if is_sum:
        yield _like(great, great.low + small.low, small, f"the sum of {pair}")
    if is_change:
        yield _like(great, difference, small, f"the difference of {pair}")
    if great.kind is Kind.PERCENT:
        return
    if is_change:
        for base in (great.low, small.low):
            yield _percent(great, difference / base, f"the change between {pair}")
    else:
        for whole in (great.low, great.low + small.low):
            yield _percent(great, small.low / whole, f"the share of {pair}")
        yield _percent(great, great.low / (great.low + small.low), f"the share of {pair}")


def _like(great: Quantity, value: float, small: Quantity, words: str) -> Quantity:
    unit = "pp" if great.kind is Kind.PERCENT else great.unit
    step = max(great.step, small.step)
    return replace(great, low=value, high=value, unit=unit, step=step, text=words)


def _percent(great: Quantity, share: float, words: str) -> Quantity:
    points = 100 * share
    return replace(
        great, kind=Kind.PERCENT, low=points, high=points, unit="%", step=0.0, text=words
    )
