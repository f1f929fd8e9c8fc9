"""Whether a source's number bears out a claim's: interval logic at written precision."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.quantities.times import compare_times
from claims.quantities.units import BASE_UNITS, CUSTOMARY, FAHRENHEIT, celsius
from claims.values import Comparator, Kind, Quantity, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable

# "About 50%" and "nearly 250" are taken to hold within a tenth, "about 41" within one of the last
# digit, "about 253" within a fiftieth.
_ABOUT = 0.1
_ABOUT_EXACTLY = 0.02
# "Nearly two-thirds" is said of 64% too: a fraction in words is as coarse as its denominator.
_ABOUT_FRACTION = 0.08
_GREATEST_FRACTION = 10
_ROUND_DIGITS = 2
# "Over 500,000" is said of numbers near it: of ten times as many it would be another thing.
_NEAR_BOUND = 2.0
_NEAR_BOUND_OF_SHARES = 1.75
_HALF = 50.0
# And a bound is said of a nearby stronger one, if it is the rounder of the two.
_NEAR_WEAKER = 1.25
_SLACK = 1e-9
# By how much of it a number may have been rounded when it was led into another unit, by how many of
# its digits count: 5 miles are 8 km, 60 miles 97, 26.2 miles 42.2.
_CONVERTED = {1: 0.06, 2: 0.025}
_CONVERTED_EXACTLY = 0.01
# How long these are by the calendar, in days, and by how much of it that may be told otherwise:
# 90 days are three months.
_DAYS = {
    "day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.44, "year": 365.25, "decade": 3652.5,
}  # fmt: skip
_CALENDAR_SLACK = 0.03
_NEAR_TIMES = 3.0
# 0.7 is not what "1" says, though that may have been rounded from it.
_COARSE = 0.06
# "2 million" is said of 1.6 million, and not of 1.5: of whole numbers of something so great as much
# of it may be rounded away.
_GREAT_STEP = 1e3
_ROUNDED = 0.2
_FRACTION = re.compile(r"\bhal(?:f|ves)\b|\bquarters?\b|分之|半|\w(?:ths?|rds?)\b", re.IGNORECASE)
# From so much on a number without a unit may be a sum of money.
_LEAST_SUM = 1e6
_YUAN = {"CNY", "TWD", "HKD"}
_BARE_YUAN = re.compile(r"(?!人民[币幣]|[¥￥]).*[\d十百千萬万億亿兆多餘余]\s*元$", re.DOTALL)
# 三成多, 50餘艘, 三成出頭
_SOME_MORE = re.compile(r"(?<!至)[多餘余](?!于)|出[頭头]")
_CELSIUS = re.compile(r"C\b|℃|celsius|centigrade|centígrados|度", re.IGNORECASE)
_NEAR_DEGREES = 0.6
# Of money or of a weight.
_POUNDS = re.compile(r"\bpounds?$|磅$", re.IGNORECASE)
_CALENDAR = {Kind.YEAR, Kind.DATE}
SHARES = {Kind.PERCENT, Kind.RATIO}
_MORE = {Comparator.MORE, Comparator.AT_LEAST}
_LESS = {Comparator.LESS, Comparator.AT_MOST}


def compare(claim: Quantity, source: Quantity) -> Relation | None:
    """AGREES or DIFFERS, or None where the two do not measure the same sort of thing.

    Nouns are not looked at here: that two counts count the same is for the caller to say.
    """
    if claim.kind in _CALENDAR and source.kind in _CALENDAR:
        is_of_era = is_calendar(claim) is is_calendar(source)
        return compare_times(claim, source) if is_of_era else None
    claim, source = _points_of(claim, source), _points_of(source, claim)
    claim, source = _weight_of(claim, source), _weight_of(source, claim)
    if claim.kind in SHARES and source.kind in SHARES:
        is_past = claim.kind is source.kind and _is_past_next(claim, source)
        return Relation.DIFFERS if is_past else _compare_shares(claim, source)
    if claim.kind is Kind.COUNT and source.kind is Kind.RATIO:
        # "57 of them" beside "57 of 64"; "a half" and 三分之一 are of no two.
        if claim.unit == "次" or _FRACTION.search(source.text):
            return None
        return Relation.AGREES if claim.low in {source.low, source.denominator} else None
    if {claim.kind, source.kind} == {Kind.COUNT, Kind.DURATION}:
        # "He is 21", "aged 21" beside "21 years old"
        bare = claim if claim.kind is Kind.COUNT else source
        same = not bare.unit and (claim.low, claim.high) == (source.low, source.high)
        return Relation.AGREES if same else None
    if {claim.kind, source.kind} == {Kind.COUNT, Kind.MULTIPLE}:
        # 發射68次 beside "launched 68 times"
        count, times = (claim, source) if claim.kind is Kind.COUNT else (source, claim)
        same = count.low == count.high == times.low == times.high
        is_often = "次" in {count.text[-1:], count.unit} and "times" in times.text
        # "It was 2.5 times, and our ceiling is 3.25"
        is_bare = not count.unit and digits_of(count) > _ROUND_DIGITS
        return Relation.AGREES if same and (is_often or is_bare) else None
    if {claim.kind, source.kind} == {Kind.COUNT, Kind.MONEY}:
        # "It costs 2.7 billion" beside "2.7 billion dollars"
        bare = claim if claim.kind is Kind.COUNT else source
        same = not bare.unit and math.isclose(claim.low, source.low) and claim.high == source.high
        return Relation.AGREES if same and bare.high >= _LEAST_SUM else None
    if claim.kind is not source.kind:
        return None
    if _is_past_next(claim, source):
        return Relation.DIFFERS
    if _are_of_calendar(claim, source):
        claim, source = _in_days(claim), _in_days(source)
        if not 1 / _NEAR_TIMES <= (claim.high or 1.0) / (source.high or 1.0) <= _NEAR_TIMES:
            return None
    claim, source = _converted(claim, source), _converted(source, claim)
    claim, source = _in_base(claim), _in_base(source)
    if not same_measure(claim, source):
        return None
    return _relation(claim, source.low, source.high, source.step, source.comparator)


def _points_of(number: Quantity, other: Quantity) -> Quantity:
    """Bare points as percentage points where they are held against some: "4.9 points less"."""
    is_bare = number.kind is Kind.COUNT and number.unit in {"point", "points"}
    if is_bare and other.kind is Kind.PERCENT and other.unit == "pp":
        return replace(number, kind=Kind.PERCENT, unit="pp")
    return number


def _weight_of(number: Quantity, other: Quantity) -> Quantity:
    """Pounds as a weight where they are held against one: "weighs 50 pounds"."""
    is_weight = other.kind is Kind.PHYSICAL and BASE_UNITS.get(other.unit, ("",))[0] == "g"
    if is_weight and number.kind is Kind.MONEY and _POUNDS.search(number.text):
        return replace(number, kind=Kind.PHYSICAL, unit="lb")
    return number


def _is_past_next(claim: Quantity, source: Quantity) -> bool:
    """Whether a number is too great for "some more than" another: 一成多 is less than 20%.

    It reaches to the next number that is written with as many digits: 3,100多 to 3,200.
    """
    is_some_more = claim.comparator is Comparator.MORE and _SOME_MORE.search(claim.text)
    if not is_some_more or claim.unit != source.unit or claim.low <= 0:
        return False
    place = 10.0 ** math.floor(math.log10(claim.low))
    while place > _SLACK and not math.isclose(claim.low / place, round(claim.low / place)):
        place /= 10
    return source.low >= claim.low + place


def _are_of_calendar(one: Quantity, other: Quantity) -> bool:
    """Whether two times are in units that differ by the calendar: months and days, or years."""
    units = {one.unit, other.unit}
    return (
        one.kind is other.kind is Kind.DURATION
        and units <= _DAYS.keys()
        and len(units) > 1
        and not (units <= {"day", "week", "fortnight"} or units <= {"year", "decade"})
    )


def _in_days(time: Quantity) -> Quantity:
    days = _DAYS[time.unit]
    step = _CALENDAR_SLACK * time.high * days
    return replace(time, low=time.low * days, high=time.high * days, step=step, unit="day")


def _converted(number: Quantity, other: Quantity) -> Quantity:
    """A number with the room that leading it into another system's unit takes: miles beside km.

    Of bare degrees none says which they are: those that are the same are.
    """
    if number.kind is not Kind.PHYSICAL or other.kind is not Kind.PHYSICAL:
        return number
    units = {number.unit, other.unit}
    if _is_of_fahrenheit(number, other):
        low, high, step = celsius(number.low), celsius(number.high), number.step / 1.8
        return replace(number, low=low, high=high, step=max(step, 1.0), unit="degree")
    if units == {FAHRENHEIT, "degree"}:
        return replace(number, unit="degree")
    if not (len(units) > 1 and len(units & CUSTOMARY) == 1):
        return number
    rate = _CONVERTED.get(digits_of(number), _CONVERTED_EXACTLY)
    return replace(number, step=max(number.step, 2 * rate * number.high))


def _is_of_fahrenheit(number: Quantity, other: Quantity) -> bool:
    """Whether a temperature is in Fahrenheit beside one that is in Celsius, or may be.

    In America 104 degrees are 40 °C.
    """
    if number.low == other.low or other.unit != "degree":
        return False
    if number.unit == FAHRENHEIT:
        return True
    is_bare = number.unit == "degree" and not _CELSIUS.search(number.text)
    is_same = abs(celsius(number.low) - other.low) <= _NEAR_DEGREES
    return is_bare and is_same and bool(_CELSIUS.search(other.text))


def _in_base(quantity: Quantity) -> Quantity:
    """A physical quantity in its base unit: 30.6 GW and 30,568 MW both in watts."""
    if quantity.unit not in BASE_UNITS or quantity.kind not in {Kind.PHYSICAL, Kind.DURATION}:
        return quantity
    unit, factor = BASE_UNITS[quantity.unit]
    return replace(
        quantity,
        low=quantity.low * factor,
        high=quantity.high * factor,
        step=quantity.step * factor,
        unit=unit,
    )


def years_named(quantities: Iterable[Quantity]) -> list[float]:
    """The years that quantities name, in order; of a span of years the first and the last."""
    spans = [(one.low, one.high) for one in quantities if one.kind is Kind.YEAR]
    return sorted({year for span in spans for year in span})


def is_calendar(quantity: Quantity) -> bool:
    """Whether a quantity says when rather than how much.

    Years before Christ are told apart as numbers are: a page is of none of them.
    """
    return quantity.kind in _CALENDAR and quantity.high >= 0


def same_measure(claim: Quantity, source: Quantity) -> bool:
    """Whether two quantities of one kind are in the same unit; 元 may be of any country's."""
    if claim.kind is Kind.MONEY and (_is_bare_yuan(claim) or _is_bare_yuan(source)):
        return {claim.unit, source.unit} <= _YUAN
    if claim.kind in {Kind.MONEY, Kind.PHYSICAL, Kind.DURATION}:
        return claim.unit == source.unit
    return True


def _is_bare_yuan(quantity: Quantity) -> bool:
    """Whether a sum is in 元 and does not say of which country."""
    return quantity.unit == "CNY" and _BARE_YUAN.match(quantity.text) is not None


def _compare_shares(claim: Quantity, source: Quantity) -> Relation | None:
    if claim.unit == "pp" or source.unit == "pp":
        if claim.unit != source.unit:
            return None
        return _relation(claim, source.low, source.high, source.step, source.comparator)
    both_ratios = claim.kind is source.kind is Kind.RATIO
    if both_ratios and claim.comparator is Comparator.EQUAL is source.comparator:
        same = (claim.low, claim.denominator) == (source.low, source.denominator)
        equal = math.isclose(_points(claim, claim.low), _points(source, source.low))
        return Relation.AGREES if same or equal else Relation.DIFFERS
    if claim.kind is Kind.PERCENT and source.kind is Kind.PERCENT:
        return _relation(claim, source.low, source.high, source.step, source.comparator)
    low, high = _points(source, source.low), _points(source, source.high)
    # "37 of 44" is exact; "half" and "a third" are said of numbers near them.
    step = source.step if source.kind is Kind.PERCENT else _ratio_step(source)
    points = _in_points(claim)
    relation = _relation(points, low, high, step, source.comparator)
    is_exact = claim.kind is Kind.PERCENT and claim.comparator is Comparator.EQUAL
    if relation is Relation.AGREES and is_exact and source.comparator is Comparator.ABOUT:
        # "About a third" does not say that it is 31%.
        return relation if abs(points.value - (low + high) / 2) <= 1.0 else None
    return relation


def _points(quantity: Quantity, value: float) -> float:
    return 100.0 * value / quantity.denominator if quantity.denominator else value


def _ratio_step(ratio: Quantity) -> float:
    if (ratio.denominator or 0) > _GREATEST_FRACTION:
        return 1.0
    is_about = ratio.comparator is Comparator.ABOUT
    return max(2.0, 2 * _ABOUT_FRACTION * _points(ratio, ratio.high) if is_about else 0.0)


def _in_points(claim: Quantity) -> Quantity:
    if claim.kind is Kind.PERCENT:
        return claim
    return Quantity(
        claim.start,
        claim.end,
        claim.text,
        Kind.PERCENT,
        _points(claim, claim.low),
        _points(claim, claim.high),
        claim.comparator,
        "%",
        _ratio_step(claim),
    )


def _relation(
    claim: Quantity, low: float, high: float, step: float, comparator: Comparator
) -> Relation | None:
    is_exact = step <= claim.step or claim.kind is Kind.DURATION
    coarse = step if is_exact else min(step, 2 * _COARSE * max(abs(low), abs(high)))
    own = claim.step
    if own >= _GREAT_STEP:
        own = min(own, 2 * _ROUNDED * abs(claim.high))
    tolerance = max(own, coarse) / 2 + _SLACK * max(abs(claim.high), abs(high), 1.0)
    if claim.low == claim.high == low == high:
        return _same_number(claim, comparator)
    if {claim.comparator, comparator} <= _MORE or {claim.comparator, comparator} <= _LESS:
        return _two_bounds(claim, low, high, min(claim.step, step) / 2)
    if claim.comparator in _MORE | _LESS and not _is_near(claim, low, high):
        return None
    match claim.comparator:
        case Comparator.MORE | Comparator.AT_LEAST:
            return _bounded(high - claim.low)
        case Comparator.LESS | Comparator.AT_MOST:
            return _bounded(claim.high - low)
        case Comparator.ABOUT if comparator in _MORE | _LESS:
            # "Over a decade" does not say "nearly 13 years".
            beyond = claim.value > high if comparator in _MORE else claim.value < low
            return None if beyond else Relation.DIFFERS
        case Comparator.ABOUT:
            room = max(_room_about(claim.high), tolerance)
            inside = claim.low - room <= high and low <= claim.high + room
            return Relation.AGREES if inside else Relation.DIFFERS
        case Comparator.EQUAL:
            return _equal(claim, low, high, tolerance, comparator)


def _two_bounds(claim: Quantity, low: float, high: float, room: float) -> Relation:
    """Two bounds of the same thing: "over 7.5 million" says "over 7 million", not "over 8"."""
    is_more = claim.comparator in _MORE
    weaker, stronger = (claim.low, high) if is_more else (low, claim.high)
    is_same = abs(stronger - weaker) <= room
    is_rounded = digits_of(claim) < digits_of(replace(claim, high=high if is_more else low))
    is_weaker = weaker <= stronger <= weaker * _NEAR_WEAKER
    return Relation.AGREES if is_same or (is_weaker and is_rounded) else Relation.DIFFERS


def _same_number(claim: Quantity, found: Comparator) -> Relation:
    """The same number, both sides with their words: "over 50%" is not borne out by "under 50%".

    A number as round as "100 million" was rounded, so "over 100 million" may be true of it.
    """
    claimed = claim.comparator
    opposed = (claimed in _MORE and found in _LESS) or (claimed in _LESS and found in _MORE)
    strict = claimed in {Comparator.MORE, Comparator.LESS} and found is Comparator.EQUAL
    is_rounded = digits_of(claim) == 1 and claim.kind not in SHARES
    return Relation.DIFFERS if opposed or (strict and not is_rounded) else Relation.AGREES


def _is_near(claim: Quantity, low: float, high: float) -> bool:
    """Whether a number is of the order of a bound; shares of a whole are below any."""
    if not claim.low or not claim.high:
        return True
    if claim.kind in SHARES:
        # Two thirds are not told as "over a third".
        is_fraction = claim.text[-1].isalpha() and claim.low < _HALF
        is_bound = claim.comparator in _MORE and is_fraction
        return not is_bound or high <= claim.low * _NEAR_BOUND_OF_SHARES
    ratio = high / claim.low if claim.comparator in _MORE else claim.high / (low or 1e-9)
    return ratio <= _NEAR_BOUND


def digits_of(quantity: Quantity) -> int:
    """How many digits of a number count: 2 of 250,000 and 3 of 253."""
    return len(_digits(quantity.high)) or 1


def _digits(value: float) -> str:
    """The digits of a number that count: 25 of 250,000."""
    return f"{abs(value):.6g}".partition("e")[0].replace(".", "").strip("0")


def _room_about(value: float) -> float:
    """How far a number may be from "about" another one."""
    digits = _digits(value)
    if len(digits) > _ROUND_DIGITS:
        return abs(value) * _ABOUT_EXACTLY
    is_round = len(digits) < _ROUND_DIGITS or digits.endswith("5")
    return abs(value) * _ABOUT if is_round else abs(value) / int(digits)


def _bounded(room: float) -> Relation:
    return Relation.AGREES if room > 0 else Relation.DIFFERS


def _equal(
    claim: Quantity, low: float, high: float, tolerance: float, comparator: Comparator
) -> Relation | None:
    if abs(claim.low - low) <= tolerance and abs(claim.high - high) <= tolerance:
        return Relation.AGREES
    match comparator:
        case Comparator.MORE | Comparator.AT_LEAST:
            return None if claim.low >= low else Relation.DIFFERS
        case Comparator.LESS | Comparator.AT_MOST:
            return None if claim.high <= high else Relation.DIFFERS
        case Comparator.ABOUT:
            room = max(_room_about(high), tolerance)
            if not low - room <= claim.value <= high + room:
                return Relation.DIFFERS
            # "About 40" does not say that it is 37.
            return Relation.AGREES if digits_of(claim) <= len(_digits(high)) else None
        case Comparator.EQUAL:
            inside = low < high and low <= claim.low and claim.high <= high
            # "One or two" says nothing against two, nor "two" against "one or two".
            is_either = claim.high == claim.low + 1 and claim.low <= low == high <= claim.high
            return None if inside or is_either else Relation.DIFFERS
