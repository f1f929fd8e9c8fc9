"""The English grammar of quantities.

Reads tokens from left to right; at each number it looks at what stands before it (comparator,
currency) and after it (scale, percent, "of M", unit, noun). Values come in the base unit.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claims.quantities.dates import MONTHS, find_dates
from claims.quantities.english_words import (
    ABBREVIATIONS_BEFORE,
    BEFORE_VERBS,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    DURATIONS,
    FRACTIONS,
    MORE_AFTER,
    MULTIPLES,
    MULTIPLYING,
    NOUN_STOPS,
    NUMERALS,
    ORDINALS,
    PHYSICAL_UNITS,
    SCALES,
    SCALES_OF_MONEY,
    WORDS_BEFORE,
)
from claims.quantities.masks import mask
from claims.quantities.shares import with_shares
from claims.quantities.units import FAHRENHEIT, SIGNS, told_in
from claims.values import Comparator, Kind, Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

_SPACE = "\u00a0\u202f\u2009"
_TOKEN = re.compile(
    rf"(?P<digits>\d{{1,3}}(?:[,{_SPACE}]\d{{3}})+(?:\.\d+)?(?!\d)"
    # "597 000", "1 312 450", "54 321 people", as international bodies write.
    r"|(?<![\d.,-])[1-9]\d{0,2}(?:(?: \d{3}){2,}|(?: \d{3})*? 000|(?: \d{3})(?= [a-z]))"
    r"(?![\d.,-]?\d)"
    r"|\d+(?:\.\d+)?[eE][+-]?\d{1,2}(?!\w)"
    r"|\d+(?:\.\d+)?|(?<![\w.])\.\d+|[½¼¾⅓⅔⅕⅛])"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)|(?P<mark>\S)"
)
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅛": 0.125}
_YEARS = range(1400, 2101)
# "One vacant post in five is": how many words the noun has, and the greatest total.
_SHARED_NOUN = 2
_MOST_SHARED = 1000
_BRINGS = frozenset(
    "add adds added adding sum sums summed summing went go goes going gone rose come comes came"
    " climbed moved total totals".split()
)
_BEFORE_TOTAL = frozenset("the every all its their our some a total of".split())
# "Of the 148 talks only 22 survive".
_OF_WHOLE = re.compile(
    r"(?:^|[.;,:(\u2013\u2014]\s*|\band\s+)of\s+(?:the|its|their|our|all|these|those)?\s*$",
    re.IGNORECASE,
)
_PART_BEHIND = re.compile(
    r"[^\d.;:()]{0,40}?(?:,\s*|\s+(?=only|just|some|about|around|nearly|almost|over|at least))"
    r"(?:(?:only|just|some|about|around|nearly|almost|over|at least|fewer than|more than)\s+)*",
    re.IGNORECASE,
)
_VERBS = frozenset(
    "is are was were has have had do does did can could will would may might said says now lives"
    " live lacks lack".split()
)
_FROM_REACH = 20
_FROM = re.compile(r"\bfrom\s+(?:[A-Z]{0,3}[$£€¥])?$")
_EITHER = re.compile(r",?\s+(?:or|and)\s+")
# "430,000 tonnes, up from 365,000", "from 3.8 million tonnes in 2023 to 2.6 million"
_UP_FROM = re.compile(
    r"(?:\s+of\s+[a-z ]{2,30})?(?:(?:\s+in\s+\S{2,8})?,?\s+(?:(?:up|down)\s+from|from|against"
    r"|compared\s+(?:with|to))|\s+in\s+\d{4}(?:/\d\d)?\s+to)"
    r"\s+(?:(?:about|around|nearly|just|over|under)\s+)?",
    re.IGNORECASE,
)
_TO = re.compile(r"\s+(?:up\s+|down\s+)?to\s+(?:(?:about|around|nearly|over|just)\s+)?")
_MEASURED = {Kind.COUNT, Kind.PHYSICAL, Kind.MONEY, Kind.DURATION, Kind.PERCENT}
# "The first recorded case" is the first, "it was first recorded in May" is not.
_BEFORE_NOUNS = frozenset("the a an its his her their our my your this that and s".split())
_IRREGULAR = frozenset(
    "put began begun built seen sold held used made came took went got found told known born met"
    " shown written wrote spoke brought taught gave given drew drawn flew flown sung sang won ran"
    " became saw came".split()
)
_DASHES = frozenset("-\u2013\u2014\u2010\u2011~")
_AGES = range(1, 121)
# "The third quarter", "second-half profit": places in a year.
_PARTS_OF_YEARS = frozenset(["quarter", "half", "trimester", "semester"])
_NOUN_WORDS = 5
_LONGEST_POINTS = 5
_REPLIED = re.compile(r"\w{2,}[^\We]ed")
_CODE = 3
# "Half a metre" is written out; "half a t" and "half a c" are no measures.
_SHORT_UNIT = 3
_POINT_SIGNS = {"pp": 1.0, "ppt": 1.0, "ppts": 1.0, "pps": 1.0, "bp": 0.01, "bps": 0.01}
# "A book of 220 pp"
_MOST_POINTS = 100
_BEHIND_HOW_OFTEN = frozenset(
    "in during since a per each every at on before after until without between within".split()
)
_BEFORE_HOW_OFTEN = frozenset(
    "at least most about around nearly almost roughly some only just more fewer less than over him"
    " her it them us".split()
)
_DONE = _IRREGULAR | frozenset("hit beaten struck stood fallen".split())
_GROWN = frozenset("increased jumped multiplied expanded surged climbed soared".split())
# "A decade ago" is a number, "a year ago" an expression.
_LONG_TIMES = frozenset({"decade", "century", "fortnight"})
# Signs that mean something else where they stand apart from a number: 20C, 2in.
_TOUCHING_SIGNS = {"C": "degree", "F": FAHRENHEIT, "in": "inch"}
# "1080p" is no sum of pence.
_RESOLUTIONS = frozenset("144 240 360 480 540 576 720 1080 1440 2160 4320".split())
_COMPARED = frozenset("fewer higher lower larger smaller bigger faster slower cheaper each".split())
_FIRST_WORDS = frozenset(
    {*NUMERALS, *ORDINALS, *MULTIPLES, *MULTIPLYING, "a", "an", "one", "half", "quarter"}
)
_BESIDE_HALF = frozenset("nearly almost about around roughly over than least under only".split())


class _Token(NamedTuple):
    text: str
    lower: str
    start: int
    end: int
    is_digits: bool
    is_word: bool


@dataclass(frozen=True, slots=True)
class _Number:
    """A number read at tokens `[first, after)`; `is_plain` has neither comma, point nor scale.

    `scale` is the last magnitude in words: 1e6 of "6.2 million".
    """

    value: float
    step: float
    first: int
    after: int
    is_plain: bool
    scale: float = 1.0


def find_english(text: str) -> tuple[Quantity, ...]:
    """The quantities of an English text."""
    masked = mask(text)
    dates = find_dates(masked)
    for date in dates:
        masked = masked[: date.start] + " " * (date.end - date.start) + masked[date.end :]
    tokens = _tokens(masked)
    found = list(dates)
    index = 0
    while index < len(tokens):
        if not _may_begin(tokens[index]):
            index += 1
            continue
        quantity, after = _read_quantity(text, tokens, index)
        if quantity:
            found.append(quantity)
        index = max(after, index + 1)
    found.sort(key=lambda quantity: quantity.start)
    return with_shares(text, _with_shared_units(text, found), partial(_is_part_of, text))


def _is_part_of(text: str, part: Quantity, whole: Quantity) -> bool:
    """Whether a count is told as a part of the one before: "of the 148 talks only 22"."""
    return (
        whole.low == whole.high > part.high
        and bool(whole.unit)
        and bool(_OF_WHOLE.search(text, 0, whole.start))
        and (
            _PART_BEHIND.fullmatch(text, whole.end, part.start) is not None
            or text[whole.end : part.start].strip().lower() == whole.unit
        )
    )


def _with_shared_units(text: str, found: list[Quantity]) -> tuple[Quantity, ...]:
    """Written once is the unit of "from 18 to 12 kilograms", "from £35 million to 48 million"."""
    shared = list(found)
    for number in range(len(shared) - 1):
        one, other = shared[number : number + 2]
        before = text[max(one.start - _FROM_REACH, 0) : one.start]
        if not (_FROM.search(before) and _TO.fullmatch(text[one.end : other.start])):
            continue
        is_bare = one.kind is Kind.COUNT and not one.unit
        if other.kind in _MEASURED and (is_bare or one.kind is other.kind is Kind.MONEY):
            scale = _scale_of(other.text) if _scale_of(one.text) == 1.0 else 1.0
            scale = scale if one.high < other.low else 1.0
            shared[number] = _in_unit_of(other, one, scale)
        elif one.kind is Kind.MONEY and other.kind is Kind.COUNT and not other.unit:
            shared[number + 1] = replace(other, kind=one.kind, unit=one.unit)
    return _with_units_from_behind(text, _with_units_from_before(text, shared))


def _in_unit_of(other: Quantity, one: Quantity, scale: float) -> Quantity:
    low, high, step = (written * scale for written in (one.low, one.high, one.step))
    return replace(one, kind=other.kind, unit=other.unit, low=low, high=high, step=step)


def _with_units_from_behind(text: str, found: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The same of "0, 3 or 6 hours"."""
    shared = list(found)
    is_listed = False
    for number in range(len(shared) - 2, -1, -1):
        one, other = shared[number : number + 2]
        between = text[one.end : other.start]
        is_bare = one.kind is Kind.COUNT and not one.unit and one.text.strip().isdigit()
        is_measured = other.kind in {Kind.DURATION, Kind.PHYSICAL} and other.low == other.high
        is_joined = bool(_EITHER.fullmatch(between)) or (is_listed and between == ", ")
        is_listed = is_bare and is_measured and is_joined
        if is_listed:
            scale = other.low / float(digits) if (digits := _leading_digits(other.text)) else 1.0
            shared[number] = _in_unit_of(other, one, scale)
    return tuple(shared)


def _leading_digits(written: str) -> str:
    """The number that a quantity's text begins with, where it is one in digits and not 0."""
    found = re.match(r"[1-9]\d*(?:\.\d+)?(?![\d,])", written)
    return found.group() if found else ""


def _with_units_from_before(text: str, found: list[Quantity]) -> tuple[Quantity, ...]:
    """The same of "430,000 tonnes in 2023/24, up from 365,000 in 2021/22"."""
    shared = list(found)
    measured = [n for n, one in enumerate(shared) if one.kind not in {Kind.YEAR, Kind.DATE}]
    for first, last in pairwise(measured):
        one, other = shared[first], shared[last]
        is_bare = other.kind is Kind.COUNT and not other.unit
        is_shared = is_bare and one.kind in {Kind.PHYSICAL, Kind.MONEY}
        if is_shared and _UP_FROM.fullmatch(text, one.end, other.start):
            shared[last] = replace(other, kind=one.kind, unit=one.unit)
    return tuple(shared)


def _scale_of(written: str) -> float:
    """The last scale word of a number: 1e6 of "6.2 million"."""
    words = re.findall(r"[a-z]+", written.lower())
    return next((SCALES[word] for word in reversed(words) if word in SCALES), 1.0)


def _tokens(masked: str) -> list[_Token]:
    return [
        _Token(
            text=match.group(),
            lower=match.group().lower(),
            start=match.start(),
            end=match.end(),
            is_digits=match.lastgroup == "digits",
            is_word=match.lastgroup == "word",
        )
        for match in _TOKEN.finditer(masked)
    ]


# ---------------------------------------------------------------------- one quantity


def _may_begin(token: _Token) -> bool:
    """Whether a quantity may begin with a token; most words of a text cannot."""
    return token.is_digits or token.lower in _FIRST_WORDS or token.lower.endswith("fold")


def _read_quantity(text: str, tokens: Sequence[_Token], index: int) -> tuple[Quantity | None, int]:
    if points := _read_points(text, tokens, index):
        return points
    fraction = _read_fraction(tokens, index)
    if (
        fraction
        and not _is_of_magnitude(tokens, fraction[2])
        and not _is_of_time(tokens, fraction[2])
        and not _is_half_time(tokens, fraction[2])
    ):
        numerator, denominator, after = fraction
        quantity = _quantity(text, tokens, index, after, Kind.RATIO, numerator, numerator, 1.0)
        unit, after_noun = _noun(tokens, after)
        comparator, _ = _comparator(tokens, index, after_noun)
        return replace(quantity, denominator=denominator, unit=unit, comparator=comparator), after
    if ranked := _read_rank(text, tokens, index):
        return ranked
    if factor := _multiple(tokens, index):
        quantity = _quantity(text, tokens, index, index + 1, Kind.MULTIPLE, factor, factor, 0.1)
        comparator, _ = _comparator(tokens, index, index + 1)
        return replace(quantity, unit="x", comparator=comparator), index + 1
    number = _read_number(tokens, index)
    if number is None:
        return None, index + 1
    return _read_measure(text, tokens, number)


def _read_points(text: str, tokens: Sequence[_Token], index: int) -> tuple[Quantity, int] | None:
    """Of "a quarter point", "half a point", "a quarter of a percentage point"."""
    after = index + (_lower(tokens, index) in {"a", "one"})
    share = {"half": 0.5, "quarter": 0.25}.get(_lower(tokens, after))
    if share is None:
        return None
    after += 1
    while _lower(tokens, after) in {"of", "a", "percentage", "-"}:
        after += 1
    if _lower(tokens, after) not in {"point", "points"} or after > index + _LONGEST_POINTS:
        return None
    quantity = _quantity(text, tokens, index, after + 1, Kind.PERCENT, share, share, 0.01)
    return replace(quantity, unit="pp"), after + 1


def _read_measure(
    text: str, tokens: Sequence[_Token], number: _Number
) -> tuple[Quantity | None, int]:
    low, high, step, after = number.value, number.value, number.step, number.after
    is_plain = number.is_plain
    if second := _read_range_end(tokens, number):
        high, step = second.value, second.step
        if second.scale > number.scale == 1.0 and low * second.scale < high:
            low *= second.scale  # "$1.2 to 1.5 billion": the magnitude is written once
        after, is_plain = second.after, is_plain and second.is_plain
    kind, unit, scale, after_unit = _unit(tokens, number.first, after)
    denominator = None
    total = _read_total(tokens, number.first, after) if kind is Kind.COUNT and not unit else None
    after_noun = after_unit
    if kind is Kind.COUNT and not (unit or total) and (share := _read_one_in(tokens, number)):
        total, noun = share
        whole = _quantity(text, tokens, number.first, total.after, Kind.RATIO, low, high, step)
        comparator, _ = _comparator(tokens, number.first, total.after)
        return replace(
            whole, denominator=total.value, unit=noun, comparator=comparator
        ), total.after
    if total and total.value >= high:
        kind, denominator, after_unit = Kind.RATIO, total.value, total.after
        unit, after_unit = _noun(tokens, total.after)
        after_unit = total.after
    elif kind is Kind.COUNT and not unit:
        if _is_apposed_age(tokens, number):
            kind, unit = Kind.DURATION, "year"
        elif is_plain and _is_year(tokens, number, low, high, after):
            kind, unit = Kind.YEAR, "year"
        else:
            is_open = _text(tokens, after) == "+" and _touches(tokens, after)
            unit, after_noun = _noun(tokens, after + is_open)
            if _is_part_named_before(tokens, number.first) and not _looks_plural(unit):
                unit = ""  # "of whom 129 died"
    comparator, after_unit = _comparator(tokens, number.first, after_unit, after_noun)
    is_over = kind is Kind.DURATION and _lower(tokens, number.first - 1) == "over"
    if is_over and _lower(tokens, number.first - 2) != "for":
        comparator = Comparator.EQUAL  # "over five years" is through them more often than beyond
    quantity = replace(
        _quantity(
            text,
            tokens,
            number.first,
            after_unit,
            kind,
            low * scale,
            high * scale,
            step * abs(scale),
        ),
        comparator=comparator,
        unit=unit,
        denominator=denominator,
    )
    if kind is Kind.COUNT and low == high == 1 and not tokens[number.first].is_digits:
        return None, after  # "one of the", "one day": a pronoun more often than a count
    if kind is Kind.COUNT and _lower(tokens, number.first - 1) in {"per", "every"}:
        return None, after  # "per 10,000 employees": what is measured against, not a measure
    return quantity, after_unit


def _quantity(
    text: str,
    tokens: Sequence[_Token],
    first: int,
    after: int,
    kind: Kind,
    low: float,
    high: float,
    step: float,
) -> Quantity:
    start, end = tokens[_before_currency(tokens, first)].start, tokens[after - 1].end
    return Quantity(
        start=start,
        end=end,
        text=text[start:end],
        kind=kind,
        low=low,
        high=high,
        comparator=Comparator.EQUAL,
        unit="",
        step=step,
    )


def _before_currency(tokens: Sequence[_Token], first: int) -> int:
    """The first token of the currency before a number ("NT$", "€", "EUR"), or the number's own."""
    if not first:
        return first
    if tokens[first - 1].text in CURRENCY_SIGNS:
        is_told = first > 1 and _touches(tokens, first - 1)
        return (
            first
            - 1
            - (is_told and tokens[first - 2].text + tokens[first - 1].text in CURRENCY_SIGNS)
        )
    return first - _is_currency_code(tokens[first - 1])


def _is_currency_code(token: _Token) -> bool:
    return token.lower in CURRENCY_WORDS and token.text.isupper() and len(token.text) == _CODE


# ------------------------------------------------------------------------ numbers


def _read_number(tokens: Sequence[_Token], index: int) -> _Number | None:
    token = tokens[index]
    fraction = _read_fraction(tokens, index)
    if fraction and _is_of_magnitude(tokens, fraction[2]):
        scale = SCALES[_lower(tokens, fraction[2] + 2)]
        value = fraction[0] / fraction[1] * scale
        return _Number(value, scale / 100, index, fraction[2] + 3, is_plain=False)
    if fraction and _is_of_time(tokens, fraction[2]):
        return _Number(fraction[0] / fraction[1], 0.05, index, fraction[2] + 2, is_plain=False)
    if token.is_digits:
        return _scaled(tokens, index, *_literal(token.text), index + 1)
    if token.lower in NUMERALS:
        return _read_numeral_words(tokens, index)
    article = token.lower in {"a", "an"}
    head = tokens[index + article].lower if index + article < len(tokens) else ""
    if head == "half" and (half := _read_half(tokens, index, index + article + 1)):
        return half
    if head == "quarter" and _is_half_time(tokens, index + article + 1):
        return _Number(0.25, 0.05, index, index + article + 1, is_plain=False)
    if article and head in DURATIONS and _follows(tokens, index + 2, "and", "a", "half"):
        return _Number(1.5, 0.1, index, index + 1, is_plain=False)
    if article and head in _LONG_TIMES:
        return _Number(1.0, 0.2, index, index + 1, is_plain=False)
    if article and head in {"dozen", "hundred", "thousand", "million", "billion", "trillion"}:
        return _read_numeral_words(tokens, index)
    return None


def _read_half(tokens: Sequence[_Token], first: int, after: int) -> _Number | None:
    """Of "half a million", "half-million", "half an hour" or "half a mile".

    `after` follows the half.
    """
    is_of = _lower(tokens, after) in {"a", "an"} or _text(tokens, after) in _DASHES
    word = _lower(tokens, after + is_of)
    if word in SCALES and len(word) > len("bn"):
        scale = SCALES[word]
        return _Number(scale / 2, scale / 10, first, after + is_of + 1, is_plain=False)
    is_measured = len(word) > _SHORT_UNIT and word in PHYSICAL_UNITS
    if is_of and (word in DURATIONS or is_measured):
        return _Number(0.5, 0.1, first, after + is_of, is_plain=False)
    return None


def _literal(text: str) -> tuple[float, float]:
    if text in _VULGAR:
        return _VULGAR[text], 0.01
    if "e" in text.lower():
        return float(text), 10.0 ** (math.floor(math.log10(float(text) or 1.0)) - 1)
    digits = re.sub(rf"[,{_SPACE} ]", "", text)
    decimals = len(digits.partition(".")[2])
    return float(digits), 10.0**-decimals


def _scaled(tokens: Sequence[_Token], first: int, value: float, step: float, after: int) -> _Number:
    is_plain = tokens[first].text.isdigit()
    scale = 1.0
    is_money = first > 0 and tokens[first - 1].text in CURRENCY_SIGNS
    if is_plain and _touches(tokens, after) and _text(tokens, after) in _VULGAR:
        value, step, after, is_plain = value + _VULGAR[_text(tokens, after)], 0.01, after + 1, False
    if [_text(tokens, after + offset) for offset in range(3)] == ["1", "/", "2"] and is_plain:
        value, step, after, is_plain = value + 0.5, 0.1, after + 3, False  # "2 1/2 years"
    while True:
        hyphen = _text(tokens, after) in _DASHES and _lower(tokens, after + 1) in SCALES
        word = _lower(tokens, after + hyphen)
        is_metre = word == "m" and not _touches(tokens, after) and not is_money
        if is_money and _text(tokens, after) in SCALES_OF_MONEY:
            scale *= SCALES_OF_MONEY[_text(tokens, after)]
            return _Number(
                value * scale, step * scale, first, after + 1, is_plain=False, scale=scale
            )
        if word not in SCALES or is_metre:
            return _Number(value, step, first, after, is_plain=is_plain, scale=scale)
        scale *= SCALES[word]
        value, step = value * SCALES[word], step * SCALES[word]
        after, is_plain = after + hyphen + 1, False


def _read_numeral_words(tokens: Sequence[_Token], index: int) -> _Number | None:
    total, group, after, last = 0.0, 0.0, index, 1.0
    if _lower(tokens, index) in {"a", "an"}:
        group, after = 1.0, index + 1
    while True:
        word = _lower(tokens, after)
        if word in NUMERALS:
            group, last, after = group + NUMERALS[word], 1.0, after + 1
        elif word in {"hundred", "dozen"} and group:
            group, last, after = group * SCALES[word], SCALES[word], after + 1
        elif word in SCALES and len(word) > 2 and group:
            total, group = total + group * SCALES[word], 0.0
            last, after = SCALES[word], after + 1
        elif (
            word == "and"
            and _lower(tokens, after + 1) == "a"
            and (_lower(tokens, after + 2) == "half" and _lower(tokens, after + 3) in SCALES)
        ):
            scale = SCALES[_lower(tokens, after + 3)]
            total, group = total + (group + 0.5) * scale, 0.0
            last, after = scale / 10, after + 4
        elif [_lower(tokens, after + offset) for offset in range(3)] == ["and", "a", "half"]:
            if total and not group:
                total, last = total + last / 2, last / 10  # "a million and a half"
            else:
                group, last = group + 0.5, 0.1
            after += 3
        elif (_text(tokens, after) in _DASHES or word == "and") and (
            _lower(tokens, after + 1) in NUMERALS and _joins(tokens, after, group or total)
        ):
            after += 1
        else:
            break
    if after == index:
        return None
    scale = SCALES.get(_lower(tokens, after - 1), 1.0)
    return _Number(total + group, last, index, after, is_plain=False, scale=scale)


def _joins(tokens: Sequence[_Token], after: int, so_far: float) -> bool:
    """Whether "-" or "and" goes on with the same number: "twenty-one", "hundred and five"."""
    following = NUMERALS[_lower(tokens, after + 1)]
    if _text(tokens, after) in _DASHES:
        return so_far % 100 >= 20 and so_far % 10 == 0 and following < 10
    return so_far >= 100 and so_far % 100 == 0 and following < 100


def _read_range_end(tokens: Sequence[_Token], number: _Number) -> _Number | None:
    after = number.after
    # "30% to 43%", "$5 to $10": the sign may stand at both ends
    is_percent = _text(tokens, after) == "%"
    after += is_percent
    joins = _text(tokens, after) in _DASHES or _lower(tokens, after) == "to"
    first = _before_currency(tokens, number.first)
    between = first and _lower(tokens, first - 1) == "between"
    joins = joins or (bool(between) and _lower(tokens, after) == "and")
    is_open = _text(tokens, after) == "-" and _lower(tokens, after + 1) in {"and", "or", "to"}
    after += is_open  # "one- and two-room flats"
    is_either = _lower(tokens, after) == "or"  # "three or four"
    if not (joins or is_either):
        return None
    after += 1
    if _text(tokens, after) + _text(tokens, after + 1) in CURRENCY_SIGNS:
        after += 2  # "US$1 million to US$3 million"
    else:
        after += _text(tokens, after) in CURRENCY_SIGNS or _lower(tokens, after) in CURRENCY_WORDS
    if after >= len(tokens):
        return None
    second = _read_number(tokens, after)
    if second is None or second.value <= number.value:
        return None
    if is_either and second.value != number.value + 1:
        return None
    was_year = number.is_plain and int(number.value) in _YEARS
    if was_year and not (second.is_plain and int(second.value) in _YEARS):
        return None  # "in 2024 to 26,982 units", "2023-24"
    if is_percent and _lower(tokens, second.after) not in {"%", "percent", "per", "pct"}:
        return None  # "fell by 5% to 26,982 units"
    if not was_year and first and _lower(tokens, first - 1) == "from":
        return None  # "rose from 30% to 43%" tells two values, not a range
    return second


def _read_total(tokens: Sequence[_Token], first: int, after: int) -> _Number | None:
    """The M of "N of M", "N out of M", "N of the M", "N in M", "N/M"."""
    word = _lower(tokens, after)
    if word == "in" and _lower(tokens, first - 1) in {"top", "first", "last", "bottom"}:
        return None  # "among the top five in 45 fields"
    if word == "out" and _lower(tokens, after + 1) == "of":
        after += 2
    elif (
        word == "of"
        or _text(tokens, after) == "/"
        or (
            word == "in"
            and not (
                after + 1 < len(tokens)
                and tokens[after + 1].is_digits
                and int(_literal(tokens[after + 1].text)[0]) in _YEARS
            )
        )
    ):
        after += 1
    else:
        return None
    if word == "of" and _is_of_year(tokens, after):
        return None
    while _leads_to_total(tokens, after):
        after += 1
    if after >= len(tokens):
        return None
    return _read_number(tokens, after)


def _is_of_year(tokens: Sequence[_Token], index: int) -> bool:
    """Whether a year stands there, of which nothing is counted: "weeks 1 to 24 of 2024"."""
    if index >= len(tokens) or not tokens[index].text.isdigit():
        return False
    is_year = int(tokens[index].text) in _YEARS
    return is_year and not _looks_plural(_noun(tokens, index + 1)[0])


def _leads_to_total(tokens: Sequence[_Token], index: int) -> bool:
    """Whether a word may stand before the M of "N of M": "214 of the country's 702 branches"."""
    word = _lower(tokens, index)
    is_whose = word.endswith(("'s", "’s")) or _lower(tokens, index + 1).endswith(("'s", "’s"))
    return word in _BEFORE_TOTAL or is_whose


def _read_one_in(tokens: Sequence[_Token], number: _Number) -> tuple[_Number, str] | None:
    """The total of "one post in five is empty", "four patients in every ten", and the noun.

    "Two goals in five games" is no share.
    """
    noun, after = _noun(tokens, number.after)
    if not noun or after > number.after + _SHARED_NOUN or _lower(tokens, after) != "in":
        return None
    is_every = _lower(tokens, after + 1) == "every"
    first = after + 1 + is_every
    total = _read_number(tokens, first) if first < len(tokens) else None
    if total is None or not number.value < total.value <= _MOST_SHARED:
        return None
    following = _lower(tokens, total.after)
    is_word = total.after < len(tokens) and tokens[total.after].is_word
    is_share = is_every or not is_word or following in _VERBS
    return (total, noun) if is_share and int(total.value) not in _YEARS else None


def _read_fraction(tokens: Sequence[_Token], index: int) -> tuple[float, float, int] | None:
    """Numerator, denominator and token after of "two-thirds", "a quarter", "half of"."""
    word = _lower(tokens, index)
    if (
        word == "half"
        and _lower(tokens, index + 1) != "a"
        and _lower(tokens, index + 1) not in SCALES
    ):
        if _lower(tokens, index - 1) in {*ORDINALS, "latter", "former", "other"}:
            return None  # "in the first half of 2024"
        is_share = _lower(tokens, index + 1) in {"of", "the", "its", "their", "all"} or (
            _lower(tokens, index - 1) in _BESIDE_HALF
            and not {_lower(tokens, index + 1), _text(tokens, index + 1)} & {*DURATIONS, *_DASHES}
        )
        return (1.0, 2.0, index + 1) if is_share else None
    numerator = {"a": 1.0, "an": 1.0, "one": 1.0}.get(word, NUMERALS.get(word, 0.0))
    after = index + 1 + (_text(tokens, index + 1) in _DASHES)
    if numerator and _lower(tokens, after) in FRACTIONS:
        if _lower(tokens, after) == "half" and _lower(tokens, after + 1) in {"a", *SCALES}:
            return None
        if numerator == 1.0 and _lower(tokens, after) in ORDINALS and _names(tokens, after + 1):
            return None  # "a fifth season"
        return numerator, FRACTIONS[_lower(tokens, after)], after + 1
    return None


def _names(tokens: Sequence[_Token], index: int) -> bool:
    """Whether a word stands there that an ordinal may go with, as "of" and "more" may not."""
    word = _lower(tokens, index)
    return index < len(tokens) and tokens[index].is_word and word not in {*NOUN_STOPS, *_COMPARED}


def _is_of_magnitude(tokens: Sequence[_Token], after: int) -> bool:
    """Whether "of a million" follows: "a quarter of a million" is a number."""
    words = [_lower(tokens, after + offset) for offset in range(3)]
    return words[:2] == ["of", "a"] and words[2] in SCALES and len(words[2]) > len("bn")


def _is_of_time(tokens: Sequence[_Token], after: int) -> bool:
    """Whether "of an hour" follows: "three-quarters of an hour" is a time."""
    words = [_lower(tokens, after + offset) for offset in range(3)]
    return words[0] == "of" and words[1] in {"a", "an"} and words[2] in DURATIONS


def _is_half_time(tokens: Sequence[_Token], after: int) -> bool:
    """Whether a half just read is one of a time: "a half-hour ride", "a quarter-century"."""
    part, word = _lower(tokens, after - 1), _lower(tokens, after + 1)
    is_told = (part == "half" and word in DURATIONS) or (part, word) == ("quarter", "century")
    return is_told and _text(tokens, after) in _DASHES


def _multiple(tokens: Sequence[_Token], index: int) -> float | None:
    """The factor of "doubled", "to double" and "threefold"."""
    word = tokens[index].lower
    if word in MULTIPLYING and _lower(tokens, index - 1) in BEFORE_VERBS:
        return MULTIPLYING[word]
    return MULTIPLES.get(word) or (
        NUMERALS.get(word.removesuffix("fold")) if word.endswith("fold") else None
    )


def _read_rank(text: str, tokens: Sequence[_Token], index: int) -> tuple[Quantity, int] | None:
    token = tokens[index]
    place, after = 0.0, index + 1
    if token.is_digits and token.text.isdigit() and _text(tokens, index - 1) == "#":
        place = float(token.text)  # "is #7 on the list"
    elif (
        token.is_digits
        and _touches(tokens, after)
        and (_lower(tokens, after) in {"st", "nd", "rd", "th"})
    ):
        place, after = _literal(token.text)[0], after + 1
        if _lower(tokens, after) in {"century", "centuries", "anniversary"}:
            return None
    elif (
        token.lower in ORDINALS
        and not (token.lower == "second" and _lower(tokens, index - 1) in {"a", "per", "each"})
        and _lower(tokens, index + 1 + (_text(tokens, index + 1) in _DASHES)) not in _PARTS_OF_YEARS
        and not (token.lower == "first" and _is_when(tokens, index))
    ):
        place = ORDINALS[token.lower]
    if not place:
        return None
    quantity = _quantity(text, tokens, index, after, Kind.RANK, place, place, 1.0)
    return replace(quantity, unit="rank"), after


def _is_when(tokens: Sequence[_Token], index: int) -> bool:
    """Whether "first" tells when: "at first", "first of all", "it was first put forward"."""
    before, behind = _lower(tokens, index - 1), _lower(tokens, index + 1)
    if before == "at" and not _names(tokens, index + 1):
        return True
    if _follows(tokens, index + 1, "of", "all"):
        return True
    return (
        before not in _BEFORE_NOUNS
        and (
            behind in _IRREGULAR or (behind.endswith(("ed", "ing")) and len(behind) > len("thing"))
        )
        and not _names(tokens, index + 2)
    )


# ------------------------------------------------------- what stands before and after


def _unit(tokens: Sequence[_Token], first: int, after: int) -> tuple[Kind, str, float, int]:
    """Kind, unit, factor to the base unit, and the token after the unit."""
    word, text = _lower(tokens, after), _text(tokens, after)
    before = tokens[first - 1].text if first else ""
    if text in {"%", "％"}:
        return _percent(tokens, after + 1)
    if word in {"percent", "pct"}:
        return _percent(tokens, after + 1)
    if word == "per" and _lower(tokens, after + 1) == "cent":
        return _percent(tokens, after + 2)
    if word == "percentage" and _lower(tokens, after + 1) in {"point", "points"}:
        return Kind.PERCENT, "pp", 1.0, after + 2
    is_pages = (
        word == "pp" and tokens[first].is_digits and _literal(tokens[first].text)[0] > _MOST_POINTS
    )
    if word in _POINT_SIGNS and text.islower() and not is_pages:
        return Kind.PERCENT, "pp", _POINT_SIGNS[word], after + 1
    if word == "basis" and _lower(tokens, after + 1) in {"point", "points"}:
        return Kind.PERCENT, "pp", 0.01, after + 2
    if before in CURRENCY_SIGNS:
        return Kind.MONEY, _currency(tokens, first), 1.0, after
    if first and _is_currency_code(tokens[first - 1]):
        return Kind.MONEY, CURRENCY_WORDS[before.lower()], 1.0, after
    is_pence = word == "p" and _touches(tokens, after) and tokens[first].text not in _RESOLUTIONS
    if is_pence or word == "pence":
        return Kind.MONEY, "GBP", 0.01, after + 1
    for length in (5, 3, 2, 1):
        words = " ".join(_lower(tokens, after + offset) for offset in range(length))
        if words in CURRENCY_WORDS:
            return Kind.MONEY, CURRENCY_WORDS[words], 1.0, after + length
    return _measure(tokens, first, after)


def _measure(tokens: Sequence[_Token], first: int, after: int) -> tuple[Kind, str, float, int]:
    word, text = _lower(tokens, after), _text(tokens, after)
    if word == "times" and _tells_how_often(tokens, first, after):
        return Kind.COUNT, "times", 1.0, after + 1
    if word in {"times", "fold", "x"} and (word != "x" or _touches(tokens, after)):
        return Kind.MULTIPLE, "x", 1.0, after + 1
    if text in _DASHES and _lower(tokens, after + 1) == "fold":
        return Kind.MULTIPLE, "x", 1.0, after + 2
    hyphened = after + (text in _DASHES)
    word = _lower(tokens, hyphened)
    if word in DURATIONS:
        is_half_more = tokens[first].lower in {"a", "an"} and _follows(
            tokens, hyphened + 1, "and", "a", "half"
        )
        return Kind.DURATION, *told_in(DURATIONS[word]), hyphened + 1 + 3 * is_half_more
    measured = _physical(tokens, hyphened)
    if measured[0] is Kind.PHYSICAL:
        is_below = measured[1] == "degree" and _is_negative(tokens, first)
        return (*measured[:2], -measured[2], measured[3]) if is_below else measured
    if _tells_age(tokens, first):
        return Kind.DURATION, "year", 1.0, after
    return Kind.COUNT, "", 1.0, after


def _tells_how_often(tokens: Sequence[_Token], first: int, after: int) -> bool:
    """Whether "three times" tells how often something was done: "flew three times in 2024".

    What grew three times is so many times as great.
    """
    following = tokens[after + 1] if after + 1 < len(tokens) else None
    is_ended = following is None or not following.is_word or following.lower in _BEHIND_HOW_OFTEN
    while _lower(tokens, first - 1) in _BEFORE_HOW_OFTEN:
        first -= 1
    done = _lower(tokens, first - 1)
    is_done = done in _DONE or (done.endswith("ed") and done not in _GROWN)
    return is_ended and is_done


def _is_negative(tokens: Sequence[_Token], first: int) -> bool:
    """Whether a minus stands before a number, and not the dash of a range."""
    if _lower(tokens, first - 1) == "minus":
        return True
    is_dash = _text(tokens, first - 1) in {*_DASHES, "−"} and _touches(tokens, first)
    return is_dash and not _touches(tokens, first - 1)


_OF_AN_AGE = frozenset(
    f"{joined} {than}" for joined in ("or", "and") for than in ("older", "younger")
)


def _tells_age(tokens: Sequence[_Token], first: int) -> bool:
    """Whether "aged", "age" or "as young as" stands before a number, or "or older" behind it."""
    following = " ".join(_lower(tokens, first + ahead) for ahead in (1, 2))
    return (
        _lower(tokens, first - 1) in {"aged", "age", "ages"}
        or following in _OF_AN_AGE
        or [_lower(tokens, first - back) for back in (3, 2, 1)]
        in (["as", "young", "as"], ["as", "old", "as"])
    )


def _is_apposed_age(tokens: Sequence[_Token], number: _Number) -> bool:
    """Whether a number stands alone between commas after a word: "the actor, 31, said"."""
    first, after = number.first, number.after
    return (
        number.is_plain
        and after == first + 1
        and number.value in _AGES
        and first > 1
        and tokens[first - 2].is_word
        and tokens[first - 2].lower not in MONTHS
        and _text(tokens, first - 1) == _text(tokens, after) == ","
    )


def _percent(tokens: Sequence[_Token], after: int) -> tuple[Kind, str, float, int]:
    if _lower(tokens, after) in {"point", "points"}:
        return Kind.PERCENT, "pp", 1.0, after + 1
    return Kind.PERCENT, "%", 1.0, after


def _physical(tokens: Sequence[_Token], after: int) -> tuple[Kind, str, float, int]:
    if _text(tokens, after) in _TOUCHING_SIGNS and _touches(tokens, after):
        return Kind.PHYSICAL, _TOUCHING_SIGNS[_text(tokens, after)], 1.0, after + 1
    for length in (3, 2, 1):
        if after + length <= len(tokens):
            words = "".join(
                (
                    " "
                    if offset
                    and tokens[after + offset].is_word
                    and not _touches(tokens, after + offset)
                    else ""
                )
                + tokens[after + offset].text
                for offset in range(length)
            )
            if words == "Mt" and _text(tokens, after + 1).istitle():
                continue  # "11 Mt Everest climbers"
            if measured := SIGNS.get(words) or PHYSICAL_UNITS.get(words.lower()):
                return Kind.PHYSICAL, measured, 1.0, after + length
    return Kind.COUNT, "", 1.0, after


def _currency(tokens: Sequence[_Token], first: int) -> str:
    sign = tokens[first - 1].text
    prefix = tokens[first - 2].text if first > 1 and _touches(tokens, first - 1) else ""
    return CURRENCY_SIGNS.get(prefix + sign, CURRENCY_SIGNS[sign])


def _is_year(
    tokens: Sequence[_Token], number: _Number, low: float, high: float, after: int
) -> bool:
    if not (int(low) in _YEARS and int(high) in _YEARS and len(tokens[number.first].text) == 4):
        return False
    before = tokens[number.first - 1].lower if number.first else ""
    if before in {
        "in",
        "since",
        "by",
        "of",
        "from",
        "until",
        "during",
        "year",
        "to",
        "before",
        "after",
        "between",
        "and",
        "early",
        "late",
        "mid",
        "(",
        ",",
        "-",
        "–",
        "",
    }:
        return True
    if _text(tokens, after)[:1].isupper() or before.endswith(("'s", "’s")):
        return True  # "the London 2012 Olympics", "the industry's 2023 sales"
    noun, _ = _noun(tokens, after)
    # "a 2016 report" is of that year, "2016 reports" are so many.
    return not _looks_plural(noun) or before in {"the", "a", "its", "their"}


def _noun(tokens: Sequence[_Token], after: int) -> tuple[str, int]:
    """The head noun of what is counted: the last word before the phrase ends, lower case."""
    words: list[str] = []
    index = after
    if _lower(tokens, index) == "of":
        index += 1
    while _lower(tokens, index) in {"the", "all", "its", "their", "these", "those", "our"}:
        index += 1
    while index < len(tokens) and len(words) < _NOUN_WORDS:
        token = tokens[index]
        if not token.is_word or token.lower in NOUN_STOPS:
            break
        words.append(token.lower)
        index += 1
        if _looks_plural(token.lower) and not _goes_on(tokens, index):
            break
    # "Of whom 1,300 replied"
    if len(words) == 1 and _REPLIED.fullmatch(words[0]):
        return "", index
    return (words[-1] if words else ""), index


def _is_part_named_before(tokens: Sequence[_Token], first: int) -> bool:
    """Whether "of whom", "of which" or "of them" stands before a number, or before its "about"."""
    before = [token.lower for token in tokens[max(first - 4, 0) : first]]
    parts = ("whom", "which", "them")
    return any(pair[0] == "of" and pair[1] in parts for pair in pairwise(before))


def _looks_plural(word: str) -> bool:
    return (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))) or word in {
        "people",
        "children",
        "women",
        "men",
        "staff",
        "police",
    }


def _goes_on(tokens: Sequence[_Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].is_word and _looks_plural(tokens[index].lower)


def _comparator(
    tokens: Sequence[_Token], first: int, after: int, after_noun: int = 0
) -> tuple[Comparator, int]:
    """The comparator of what stands at `[first, after)`, and the token after a trailing one.

    "Or more" may stand before what is counted, or after it, from the token `after_noun`.
    """
    first = _before_currency(tokens, first)
    for length in (3, 2, 1):
        if first >= length:
            before = tokens[first - length : first]
            words = " ".join(token.lower for token in before)
            if words == "up to" and _lower(tokens, first - length - 1) in _BRINGS:
                continue  # "which adds up to 89%", "took the total up to 40"
            if words in WORDS_BEFORE:
                return WORDS_BEFORE[words], after
            # As written: "vitamin C. 300 people" is no "c. 300".
            if "".join(token.text for token in before) in ABBREVIATIONS_BEFORE:
                return Comparator.ABOUT, after
    if _text(tokens, after) == "+" and _touches(tokens, after):
        return Comparator.AT_LEAST, after + 1
    for place in dict.fromkeys((after, max(after, after_noun))):
        words = f"{_lower(tokens, place)} {_lower(tokens, place + 1)}"
        if words in MORE_AFTER:
            return MORE_AFTER[words], place + 2
    return Comparator.EQUAL, after


def _lower(tokens: Sequence[_Token], index: int) -> str:
    return tokens[index].lower if 0 <= index < len(tokens) else ""


def _text(tokens: Sequence[_Token], index: int) -> str:
    return tokens[index].text if 0 <= index < len(tokens) else ""


def _follows(tokens: Sequence[_Token], index: int, *words: str) -> bool:
    """Whether some words stand from a token on."""
    return all(_lower(tokens, index + offset) == word for offset, word in enumerate(words))


def _touches(tokens: Sequence[_Token], index: int) -> bool:
    """Whether a token follows the one before it without white space."""
    return 0 < index < len(tokens) and tokens[index - 1].end == tokens[index].start
