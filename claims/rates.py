"""What a number is measured against: "$640 a month", "per kilogram", 每月."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.languages import is_han_written, simplified
from claims.objections import is_of_change
from claims.polarity import Opposition
from claims.quantities.compare import SHARES, compare
from claims.values import Kind, Relation

if TYPE_CHECKING:
    from claims.grounds import Grounds
    from claims.passages import Passage
    from claims.values import Quantity

_UNITS = {
    "hour": ("hour", "hours", "hourly", "stunde", "stündlich", "heure", "hora", "小时"),
    "day": ("day", "days", "daily", "tag", "täglich", "jour", "día", "日", "天"),
    "week": ("week", "weeks", "weekly", "woche", "wöchentlich", "semaine", "semana", "周", "星期"),
    "month": ("month", "months", "monthly", "monat", "monatlich", "mois", "mes", "月", "个月"),
    "quarter": ("quarterly", "quartal", "季"),
    "year": ("year", "years", "yearly", "annual", "annually", "jahr", "jährlich", "año", "年"),
    "person": ("person", "head", "inhabitant", "capita", "kopf", "einwohner", "人"),
    "kilogram": ("kilogram", "kilogramme", "kilo", "kg", "kilogramm", "公斤", "千克"),
    "tonne": ("tonne", "ton", "tonnes", "吨", "公吨"),
    "litre": ("litre", "liter", "公升"),
}  # fmt: skip
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words}
_TIMES = frozenset({"hour", "day", "week", "month", "quarter", "year"})
_LATIN = "|".join(
    sorted((word for word in _UNIT_OF if word[0].isascii() or word == "día"), key=len, reverse=True)
)
_BEHIND = re.compile(
    rf"(?:\s+[^\W\d_]+){{0,2}}?\s*(?:(?:\b(?:a|an|per|each|every|pro|je|par|por|al|a\s+la)\s+"
    rf"|\bl['’]|/\s?)(?P<unit>{_LATIN})\b"
    # "30 Euro im Monat", but of one month "30 Euro im Monat Mai"
    r"|\b(?:im|am|in\s+der|die)\s+(?P<german>stunde|tag|woche|monat|jahr)\b(?!\s+(?:(?-i:[A-Z])|\d))"
    r"|\b(?P<adverb>hourly|daily|weekly|monthly|quarterly|yearly|annually)\b)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?P<unit>hourly|daily|weekly|monthly|quarterly|yearly|annual)\s+(?:[^\W\d_]+\s+){1,4}$",
    re.IGNORECASE,
)
_HAN = "|".join(
    sorted(
        (word for word in _UNIT_OF if not word.isascii() and word != "día"), key=len, reverse=True
    )
)
_HAN_BEFORE = re.compile(
    rf"每(?P<unit>{_HAN})[^，。；、\d]{{0,6}}$|(?P<wage>[时日周月年])[薪租费][^，。；、\d]{{0,4}}$"
)
_HAN_BEHIND = re.compile(rf"\s*/\s?(?P<unit>{_HAN})")
_WAGES = {"时": "hour", "日": "day", "周": "week", "月": "month", "年": "year"}
_REACH = 40
_MAKES_UP = re.compile(
    r"\b(?:ma[dk]es?|making)\s+up\s+(?:\w+\s+){0,3}$|\baccount(?:s|ed|ing)?\s+for\s+(?:\w+\s+){0,3}$"
    r"|\b(?:represent(?:s|ed)?|constitut(?:es|ed))\s+(?:\w+\s+){0,3}$|[占佔][^，。；、\d]{0,8}$",
    re.IGNORECASE,
)
_MEASURED = {Kind.COUNT, Kind.MONEY, Kind.PHYSICAL, Kind.DURATION}


def find_other_rate(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The passage that measures a number of the claim against another unit than the claim does."""
    claim, language = grounds.claim, grounds.index.page.language
    for claimed, found, passage in grounds.told_in_sentences():
        if claimed.kind not in _MEASURED:
            continue
        ours = _measured_against(claimed, claim.plain, claim.language)
        theirs = _measured_against(found, passage.unit.text, language)
        are_times = ours in _TIMES and theirs in _TIMES
        if ours and theirs and ours != theirs and are_times is (theirs in _TIMES):
            mine, yours = (
                f"{one.text.strip()} per {unit}" for one, unit in ((claimed, ours), (found, theirs))
            )
            return passage, Opposition(mine, yours, f"the source says {yours}, not {mine}")
    return None


def find_other_role(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The passage that gives as a share what a claim gives as a change, or the reverse."""
    claim = grounds.claim
    for claimed, found, passage in grounds.told_in_sentences():
        is_main = passage.unit == grounds.retrieval.chosen[0].unit
        if not is_main or claimed.kind not in SHARES:
            continue
        sides = (claimed, claim.plain), (found, passage.unit.text)
        ours, theirs = (
            (is_of_change(number, text), _is_share(number, text)) for number, text in sides
        )
        is_other = {ours, theirs} == {(True, False), (False, True)}
        if is_other and not _is_given_so(claimed, ours, grounds):
            said = passage.unit.text[: found.end].rsplit(",", 1)[-1].strip()
            return passage, Opposition(claimed.text, said, f"the source says “{said}”")
    return None


def _is_given_so(claimed: Quantity, role: tuple[bool, bool], grounds: Grounds) -> bool:
    """Whether the page anywhere gives a number in the role that it has in a claim."""
    return any(
        (is_of_change(other, unit.text), _is_share(other, unit.text)) == role
        and compare(claimed, other) is Relation.AGREES
        for unit, given in grounds.index.quantities
        for other in given
    )


def _is_share(quantity: Quantity, text: str) -> bool:
    """Whether a text says that something makes up so much of a whole."""
    return bool(_MAKES_UP.search(text[max(quantity.start - _REACH, 0) : quantity.start]))


def _measured_against(quantity: Quantity, text: str, language: str) -> str:
    """The unit that a number of a text is measured against, or ""."""
    before = text[max(quantity.start - _REACH, 0) : quantity.start]
    if is_han_written(language):
        before = simplified(before)
        told = _HAN_BEFORE.search(before) or _HAN_BEHIND.match(simplified(text), quantity.end)
        if told is None:
            return ""
        groups = told.groupdict()
        return _WAGES.get(groups.get("wage") or "") or _UNIT_OF.get(groups["unit"] or "", "")
    found = _BEHIND.match(text, quantity.end) or _BEFORE.search(before)
    written = next(filter(None, found.groups())) if found else ""
    return _UNIT_OF.get(written.lower(), "")
