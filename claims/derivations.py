"""Numbers that a sentence does not give but holds: a sum, a difference, a share, a change.

"From 460 to 520" is a rise of 60, of "29, and the other 8" the first is 78%, and from 2001 to 2013
are 12 years. Only what the claim's own words ask for is reckoned, from two numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import permutations, product
from typing import TYPE_CHECKING

from claims.languages import is_han_written, simplified
from claims.polarity import clause_around
from claims.quantities.compare import SHARES, compare, digits_of, same_measure
from claims.values import Comparator, Kind, Quantity, Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_SUM = re.compile(
    r"\b(?:together|combined|in total|altogether|in all|sum|both)\b|合计|总计|共计|总共|加起来"
    r"|两[者家县国地]",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:r[io]se[sn]?|rising|grew|grow[sn]?|growth|increas\w+|gain\w*|improv\w+|climb\w+|jump\w+"
    r"|fell|fall(?:s|en)?|declin\w+|decreas\w+|drop\w*|shr[aiu]nk\w*|reduc\w+|cut|lost|worsen\w*"
    r"|margin of|ahead of|behind|trail\w*|gap|apart|added|short of"
    r"|more|fewer|less|higher|lower|above|below|doubled|halved|than|went (?:up|down)"
    r"|go(?:es|ing)? (?:up|down)|(?:up|down) by|sav(?:e|es|ed|ing|ings)|cheaper|dearer|costlier"
    r"|discount(?:ed)?)\b"
    r"|增|减|相差|落后|领先|缩短|延长|上升|上涨|上调|提高|成长|下降|下跌|降低|多出|少了|高出|低于|高于|涨|跌|比|便宜|节省|省下|优惠",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:\b(?:by|(?:rise|increase|growth|gain|fall|drop|decline|decrease|difference)\s+of)"
    r"\s+(?:(?:about|around|nearly|almost|over|roughly|some)\s+)?"
    r"|(?:多出|多了|少了|增加|减少|高出|低了|相差|增|减|缩短|延长)了?(?:约|近|逾)?)$",
    re.IGNORECASE,
)
# How many characters before a number tell that it is a difference.
_REACH = 40
_BOUND = re.compile(
    r"\b(?:more|fewer|less|higher|lower|above|below)(?:\s+than)?\s*$|[高低]于$", re.IGNORECASE
)
_MORE_THAN = re.compile(r"\s+(?:\w+\s+)?(?:more|fewer|less|higher|lower)\b", re.IGNORECASE)
_FEWER_THAN = re.compile(
    r"\s*(?:\w+\s+){0,2}?(?:(?P<more>more|higher|up)|fewer|less|lower|down)\s+(?:than|on)\s+"
    r"(?:in\s+|during\s+)?(?:the\s+)?[\w\s]{0,16}",
    re.IGNORECASE,
)
_THAN_EARLIER = re.compile(
    r"[比较][^，。；]{0,12}?(?:(?P<more>多|增加|增长|成长|上升|高)|少|减少|下降|降低|低)[了出]?$"
)
# How many characters before a difference say from which year.
_THAN_REACH = 40
_PAIR = 2
_OF_WHOLE = "the share of"
_REST_OF = "the rest of"
_TWO_NUMBERS = re.compile(r"\s+(?:of|in|out\s+of)\s+|[中裡里][^，。]{0,4}有?|[/／]")
# "One in five" and "three in ten" are shares as per cents are.
_ROUND = frozenset({2.0, 3.0, 4.0, 5.0, 10.0, 100.0, 1000.0})
_IN_SUM = "the share in the sum of"
_BY_WHOLE = (_OF_WHOLE, _REST_OF)
_THE_REST = re.compile(
    r"\b(?:the|its|their)\s+(?:rest|remainder)\b|\bthe\s+remaining\s+\w+|其余|剩下的?|剩余的?",
    re.IGNORECASE,
)
_ADDED = frozenset({Kind.COUNT, Kind.MONEY, Kind.PHYSICAL})
OF_WHICH = re.compile(r"其中|\bof\s+(?:which|whom|them|these|those)\b", re.IGNORECASE)
_OF_THEM = re.compile(r"\s*(?:of\s+(?:the|all|its|those|them|these)\b|表示|说|认为|称|回答)")
# Of "17 of 23 have signed" six have not.
_IS_REST = re.compile(
    r"\b(?:not|never|remaining|rest|others?|left|without|fail(?:s|ed)? to|yet to|still"
    r"|outstanding|unpaid|missing)\b|n['’]t\b|未|没|其余|其他|其它|剩",
    re.IGNORECASE,
)
# What is added to or taken from a number many times as large leaves it as it is.
_FAR = 50
_NEAR = 0.15
_NEAR_IN_SUM = 0.05
_NEAR_MULTIPLE = 0.1
# What something was before it rose or fell.
_FROM = re.compile(r"(?:\bfrom\s+(?:\w+\s+)?|[从由自])$", re.IGNORECASE)
# "Melby and Karsk brewed": what both did may be told of each.
_BOTH_NAMED = re.compile(r"\b[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*\s+and\s+(?:the\s+)?[A-Z]")
_BOUNDS = {Comparator.MORE, Comparator.AT_LEAST, Comparator.LESS, Comparator.AT_MOST}
# Of so many numbers in one passage, as in a dump of data, nothing is reckoned.
_MOST = 60
_KINDS = {Kind.COUNT, Kind.MONEY, Kind.PHYSICAL, Kind.PERCENT, Kind.DURATION}


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the words of a claim ask for beside a number of it, and which way it went (1, -1, 0)."""

    is_sum: bool
    is_of_both: bool
    is_change: bool
    is_rest: bool
    are_parts: bool
    way: int


def derive(
    claimed: Quantity,
    claim: str,
    language: str,
    found: Sequence[Quantity],
    nearest: Sequence[Quantity] = (),
    may_change: Callable[[Quantity, Quantity], bool] = lambda _great, _small: True,
    *,
    are_parts: bool = True,
    way: int = 0,
) -> Quantity | None:
    """A claim's number as it follows from two of those found; its text says how.

    `nearest` are those found, the one that stands nearest to the claim's words first, where that
    is known; `may_change` is asked whether what lies between two, the greater first, may be the
    claim's. `are_parts` is whether they may be parts of one whole: those of two years are not.
    `way` is whether the claim says that it grew (1) or fell (-1) by its number, 0 if neither.
    """
    if claimed.kind is Kind.RATIO and (both := _whole_and_part(claimed, found)):
        return both
    if claimed.kind is Kind.RATIO and _is_written(claimed):
        return None  # of "47 of 60" both numbers have to be there
    if claimed.kind is Kind.DURATION and (years := _between_years(claimed, found)):
        return years
    asked = _asked(claimed, _plain(claim, language), are_parts=are_parts, way=way)
    plain = [one for one in found if one.low == one.high and one.low > 0 and one.kind in _KINDS]
    # Among many numbers some two are in any proportion.
    if len(plain) > _MOST:
        return _product(claimed, found)
    for one, other in permutations(plain, 2):
        if not other.low <= one.low or not _are_alike(one, other):
            continue
        alike = [third for third in plain if _are_alike(one, third)]
        greatest = max(third.low for third in alike)
        parts = (third for third in nearest if third in alike and third.low < greatest)
        is_of_whole = one.low == greatest and other is next(parts, None)
        are_two = len(alike) == _PAIR or is_of_whole
        may_add = asked.is_sum or (asked.is_of_both and are_two)
        is_between = asked.is_change and may_change(one, other)
        if asked.is_change and not is_between and not may_add:
            continue
        made = _derived(one, other, replace(asked, is_sum=may_add, is_change=is_between))
        for derived in made:
            if one.low > other.low * _FAR and derived.kind is not Kind.MULTIPLE:
                continue
            is_exact = derived.kind is not Kind.MULTIPLE and (
                derived.kind is not Kind.PERCENT or derived.unit == "pp"
            )
            is_told = are_two or (is_exact and digits_of(claimed) > 1)
            if is_of_whole and len(alike) > _PAIR and not derived.text.startswith(_BY_WHOLE):
                continue
            if is_told and _bears_out(derived, claimed):
                return derived
    return _product(claimed, found)


def _asked(claimed: Quantity, text: str, *, are_parts: bool, way: int) -> _Asked:
    is_bound = claimed.comparator in _BOUNDS
    # "Fewer than 200" is a bound and no change, and what something rose from is none.
    own = clause_around(text, claimed.start, claimed.end)
    first = text.rfind(own, 0, claimed.start + len(own))
    before = _BOUND.sub("", text[first : claimed.start])
    is_change = bool(_CHANGE.search(f"{before}{text[claimed.start : first + len(own)]}"))
    # "Over half of the growers say that sales rose": half of the growers.
    is_change = is_change and not _OF_THEM.match(text, claimed.end) and not _FROM.search(before)
    return _Asked(
        # Some two numbers add up to more than any bound.
        is_sum=_SUM.search(text) is not None and not is_bound,
        is_of_both=_BOTH_NAMED.search(text, 0, claimed.start) is not None and not is_bound,
        is_change=is_change,
        is_rest=not is_change and _IS_REST.search(own) is not None,
        are_parts=are_parts,
        way=way,
    )


def _bears_out(derived: Quantity, claimed: Quantity) -> bool:
    """Whether what is reckoned is what a claim says, and near enough to be no chance.

    "Over 200" is said of no 20,000, and some two numbers of a page make nearly any share of their
    sum.
    """
    if compare(claimed, derived) is not Relation.AGREES:
        return False
    wanted = 100 * claimed.value / (claimed.denominator or 100)
    off = abs(derived.value - wanted)
    if claimed.comparator in _BOUNDS:
        return off <= _NEAR * abs(wanted)
    if derived.kind is Kind.MULTIPLE and claimed.comparator is Comparator.EQUAL:
        return off <= _NEAR_MULTIPLE * abs(wanted)
    is_about_a_sum = derived.text.startswith(_IN_SUM) and claimed.comparator is Comparator.ABOUT
    return not is_about_a_sum or off <= _NEAR_IN_SUM * abs(wanted)


def _may_differ_by(number: Quantity, difference: Quantity) -> bool:
    return number.kind is difference.kind and _are_alike(number, difference)


def remainder(text: str, language: str, numbers: Sequence[Quantity]) -> Quantity | None:
    """What a sentence calls the rest: "46% from A, 31% from B, the rest from C".

    Of counts and sums too, where it gives the whole: "of 40 boats 22 are Danish, the rest Dutch".
    """
    plain = _plain(text, language)
    if of_whole := _rest_of_whole(plain, numbers):
        return of_whole
    shares = [
        one
        for one in numbers
        if one.kind in SHARES
        and one.unit != "pp"
        and one.low == one.high
        and one.comparator not in _BOUNDS
        and not _is_difference(one, plain)
    ]
    shares = [_in_percent(one) for one in shares]
    rest = _THE_REST.search(plain, shares[0].end) if shares else None
    told = [one for one in shares if rest and one.end <= rest.start()]
    left = 100.0 - sum(one.low for one in told)
    if rest is None or len(told) < len(shares) or left <= 0:
        return None
    words = " and ".join(one.text.strip() for one in told)
    # As much about so many as the one that is told the least exactly.
    vaguest = max(told, key=lambda one: (one.comparator is Comparator.ABOUT, one.step))
    return replace(
        vaguest, start=rest.start(), end=rest.end(), low=left, high=left, text=f"what {words} leave"
    )


def _in_percent(share: Quantity) -> Quantity:
    """A share as a percentage: 66.7 of "two-thirds"."""
    if share.denominator is None:
        return share
    points = 100 * share.low / share.denominator
    return replace(
        share, kind=Kind.PERCENT, unit="%", low=points, high=points, denominator=None, step=0.0
    )


def _rest_of_whole(plain: str, numbers: Sequence[Quantity]) -> Quantity | None:
    """What is left of the first number of a sentence by all those before "the rest"."""
    rest = _THE_REST.search(plain)
    counted = [part for one in numbers for part in _told_apart(one)]
    told = [one for one in counted if rest and one.end <= rest.start() and one.kind in _ADDED]
    if rest is None or not told or any(one.kind in SHARES for one in counted):
        return None
    # "1,274, fewer than the 1,655 of last year; of these 702 from A": what follows is the parts.
    of_which = OF_WHICH.search(plain, told[0].end, rest.start())
    begin = of_which.start() if of_which else told[0].end
    parts = [one for one in told if one.start >= begin]
    summed = sum(one.low for one in parts)
    whole = next((one for one in told if one.end <= begin and one.low > summed), None)
    if whole is None:
        return None
    # "22 Danish, 9 Swedish": what follows a count need not be what is counted.
    are_alike = all(one.kind is whole.kind is Kind.COUNT or _are_alike(whole, one) for one in parts)
    is_exact = all(one.low == one.high and one.comparator not in _BOUNDS for one in (whole, *parts))
    left = whole.low - summed
    if len(parts) < _PAIR or not (are_alike and is_exact):
        return None
    words = f"{whole.text.strip()} without {' and '.join(one.text.strip() for one in parts)}"
    step = max(one.step for one in (whole, *parts))
    return replace(
        whole, start=rest.start(), end=rest.end(), low=left, high=left, step=step, text=words
    )


def _told_apart(share: Quantity) -> tuple[Quantity, ...]:
    """The whole and the part of 1,274人，其中702人, which is read as a share; else the number."""
    place = share.text.find("其中")
    if share.kind is not Kind.RATIO or share.denominator is None or place < 0:
        return (share,)
    count = replace(share, kind=Kind.COUNT, denominator=None, step=1.0)
    cut = share.start + place
    whole, part = share.denominator, share.low
    return (
        replace(count, end=cut, text=share.text[:place].rstrip("，, "), low=whole, high=whole),
        replace(count, start=cut, text=share.text[place:], low=part, high=part),
    )


def rest_of_share(share: Quantity) -> Quantity | None:
    """What a share leaves of its whole; None of a change, or of all."""
    whole = 100.0 if share.denominator is None else share.denominator
    is_share = share.kind in SHARES and share.unit != "pp" and share.low == share.high < whole
    if not is_share or share.comparator in _BOUNDS:
        return None
    left = whole - share.low
    return replace(share, low=left, high=left, text=f"{_REST_OF} {share.text.strip()}")


def is_the_rest(found: Quantity | None) -> bool:
    """Whether a number was reckoned as what is left of a whole: those that did not."""
    return found is not None and found.text.startswith(_REST_OF)


def earlier_values(
    text: str, language: str, numbers: Sequence[Quantity], years: Sequence[Quantity]
) -> Iterator[tuple[Quantity, Quantity]]:
    """What a number was in a year that a sentence compares it with, and that year.

    "41 accidents, nine fewer than the year before": 50 the year before.
    """
    plain = _plain(text, language)
    exact = [one for one in numbers if one.low == one.high and one.kind in _KINDS]
    is_han = is_han_written(language)
    for place, difference in enumerate(exact):
        way = _FEWER_THAN.match(plain, difference.end)
        if is_han:
            near = max(difference.start - _THAN_REACH, 0)
            way = _THAN_EARLIER.search(plain, near, difference.start)
        told = [year for year in years if way and way.start() <= year.start < way.end()]
        if way is None or not told:
            continue
        # Past numbers of something else: "214 deals worth $31 billion, 46 fewer than in 2022".
        before = (
            one
            for one in reversed(exact[:place])
            if _may_differ_by(one, difference) and not (is_han and one.end > way.start())
        )
        number = next(before, None)
        if number is None:
            continue
        grown = 1 if way["more"] else -1
        value = number.low - grown * difference.low
        words = f"{number.text.strip()} and {difference.text.strip()}"
        words = f"the {'difference' if grown > 0 else 'sum'} of {words}"
        yield replace(number, low=value, high=value, text=words), told[0]


def _product(claimed: Quantity, found: Sequence[Quantity]) -> Quantity | None:
    """A claim's number as the share of another: 78 tonnes are 40% of 195."""
    shares = [one for one in found if one.kind is Kind.PERCENT and one.unit != "pp"]
    wholes = [
        one for one in found if one.kind is claimed.kind and one.kind in _KINDS - {Kind.PERCENT}
    ]
    if len(shares) > 1 or len(wholes) > 1:
        return None
    for share, whole in product(shares, wholes):
        if share.low != share.high or not same_measure(claimed, whole):
            continue
        value = whole.low * share.low / 100
        words = f"{share.text.strip()} of {whole.text.strip()}"
        part = replace(whole, low=value, high=value, step=whole.step * share.low / 100, text=words)
        if compare(claimed, part) is Relation.AGREES:
            return part
    return None


def is_reckoned(
    claimed: Quantity, claim: str, language: str, found: Quantity, sentence: str, other: str
) -> bool:
    """Whether a claim gives a sum or a difference where a sentence gives a number, or the reverse.

    The two then differ and do not contradict each other. `other` is the sentence's language.
    """
    if claimed.kind is Kind.PERCENT and claimed.unit != "pp":
        return False  # a change in percent is told as such
    ours, theirs = _plain(claim, language), _plain(sentence, other)
    if _SUM.search(ours) and not _SUM.search(theirs) and found.value < claimed.value:
        return True
    return _is_difference(claimed, ours) is not _is_difference(found, theirs)


def _plain(text: str, language: str) -> str:
    return simplified(text) if is_han_written(language) else text


def _is_difference(quantity: Quantity, text: str) -> bool:
    """Whether a number of a text says by how much something differs."""
    before = text[max(quantity.start - _REACH, 0) : quantity.start]
    return bool(_BY.search(before) or _MORE_THAN.match(text, quantity.end))


def _whole_and_part(claimed: Quantity, found: Sequence[Quantity]) -> Quantity | None:
    """A share that a claim writes as "11 of 26", where a sentence gives both numbers apart."""
    counts = {one.low: one for one in found if one.kind is Kind.COUNT and one.low == one.high}
    part, whole = counts.get(claimed.low), counts.get(claimed.denominator or 0.0)
    if part is None or whole is None or part is whole or not _is_written(claimed):
        return None
    words = f"{part.text.strip()} and {whole.text.strip()}"
    return replace(claimed, start=part.start, end=part.end, text=words)


def is_written_out(ratio: Quantity) -> bool:
    """Whether a share is written as two counts: "six of the nine members", 九人中有六人."""
    return (
        ratio.kind is Kind.RATIO
        and ratio.denominator is not None
        and bool(_TWO_NUMBERS.search(ratio.text))
        and ratio.denominator not in _ROUND
    )


def _is_written(ratio: Quantity) -> bool:
    """Whether a share is written as two numbers in digits: "11 of 26"."""
    return sum(map(str.isdigit, ratio.text)) > 1


def _between_years(claimed: Quantity, found: Sequence[Quantity]) -> Quantity | None:
    """The years from one to another, where a sentence names two."""
    spans = [one for one in found if one.kind is Kind.YEAR and one.low < one.high]
    named = {one.low: one for one in found if one.kind is Kind.YEAR and one.low == one.high}
    if len(spans) == 1 and not named:
        # "From 2005 to 2016"
        named = {year: replace(spans[0], low=year) for year in (spans[0].low, spans[0].high)}
    if claimed.unit == "decade":
        claimed = replace(
            claimed,
            unit="year",
            low=10 * claimed.low,
            high=10 * claimed.high,
            step=10 * claimed.step,
        )
    if len(named) != _PAIR or claimed.unit != "year":
        return None
    first, last = (named[year] for year in sorted(named))
    told = f"from {first.text.strip()} to {last.text.strip()}"
    years = replace(
        claimed,
        low=last.low - first.low,
        high=last.low - first.low,
        comparator=Comparator.EQUAL,
        step=1.0,
        start=first.start,
        end=first.end,
        text=f"the years {spans[0].text.strip() if spans else told}",
    )
    return years if compare(claimed, years) is Relation.AGREES else None


def _are_alike(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers measure the same; a count's noun may be said once for both."""
    if one.kind is other.kind is Kind.COUNT:
        return one.unit == other.unit or _is_bare(one) or _is_bare(other)
    if (one.unit == "pp") is not (other.unit == "pp"):
        return False
    return one.kind is other.kind and same_measure(one, other)


def _is_bare(count: Quantity) -> bool:
    """Whether a count names nothing that it counts; a Chinese classifier is no name: 15批."""
    return len(count.unit) <= 1


def _derived(great: Quantity, small: Quantity, asked: _Asked) -> Iterator[Quantity]:
    pair = f"{great.text.strip()} and {small.text.strip()}"
    difference = great.low - small.low
    if asked.is_sum:
        total = _like(great, great.low + small.low, small, f"the sum of {pair}")
        yield replace(total, unit=great.unit)
    if asked.is_change:
        yield _like(great, difference, small, f"the difference of {pair}")
    if asked.is_rest:
        yield _like(great, difference, small, f"{_REST_OF} {pair}")
    times = great.low / small.low
    words = f"{pair}, one {times:.1f} times the other"
    yield replace(great, kind=Kind.MULTIPLE, unit="x", low=times, high=times, step=0.0, text=words)
    if asked.is_change:
        yield replace(
            great, kind=Kind.MULTIPLE, unit="x", low=1 / times, high=1 / times, step=0.0, text=words
        )
    if great.kind is Kind.PERCENT:
        return
    if asked.is_change:
        # What grew did so from the smaller, and what fell from the greater.
        bases = {1: (small.low,), -1: (great.low,)}.get(asked.way, (great.low, small.low))
        for base in bases:
            yield _percent(great, difference / base, f"the change between {pair}")
        return
    yield share_of(great, small)
    if asked.are_parts:
        for part in (small.low, great.low):
            yield _percent(great, part / (great.low + small.low), f"{_IN_SUM} {pair}")


def share_of(whole: Quantity, part: Quantity) -> Quantity:
    """What share one number is of another, as a percentage."""
    words = f"{_OF_WHOLE} {whole.text.strip()} and {part.text.strip()}"
    return _percent(whole, part.low / whole.low, words)


def _like(great: Quantity, value: float, small: Quantity, words: str) -> Quantity:
    unit = "pp" if great.kind is Kind.PERCENT else great.unit
    step = max(great.step, small.step)
    return replace(great, low=value, high=value, unit=unit, step=step, text=words)


def _percent(great: Quantity, share: float, words: str) -> Quantity:
    points = 100 * share
    return replace(
        great, kind=Kind.PERCENT, low=points, high=points, unit="%", step=0.0, text=words
    )
