"""What a number says: a level or by how much it changed, of each or of all, of those who do not.

"Cut to eighteen months" is not cut by eighteen months, and 60,000 for three cars not 60,000 each.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from claims.derivations import is_the_rest
from claims.languages import is_chinese, plain_in
from claims.polarity import Opposition, clause_around, has_negation, implies_not
from claims.quantities.compare import SHARES
from claims.values import Kind

if TYPE_CHECKING:
    from claims.grounds import Grounds
    from claims.passages import Passage
    from claims.values import Quantity

_ABOUT = (
    r"(?:\s+(?:about|around|roughly|nearly|almost|over|only|just|some|more\s+than|less\s+than"
    r"|at\s+least|an?|another|a\s+further|a\s+record)){0,3}\s+(?:[A-Z]{0,3}[$€£¥]\s?)?$"
)
_BY = re.compile(
    r"\b(?:(?:rose|risen|ris(?:e|es|ing)|grew|grow(?:s|n|ing)?|increas(?:e|es|ed|ing)"
    r"|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e|es|ed|ing)|fell|fall(?:s|en|ing)?"
    r"|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|drop(?:s|ped|ping)?|slid|slipped|shr[au]nk)"
    r"(?:\s+by)?|(?:cut|reduced|raised|narrowed|lowered|shortened|lengthened|extended|up|down"
    rf"|ahead|won|lost)\s+by){_ABOUT}",
    re.IGNORECASE,
)
_BY_BEHIND = re.compile(
    r"\s+(?:[a-z]+\s+){0,1}?(?:more|fewer|less|higher|lower|warmer|colder|cooler|hotter|longer"
    r"|shorter|heavier|lighter|dearer|cheaper|faster|slower|older|younger|larger|smaller)\b",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"\b(?:(?:was|were|is|are|stood|stands|stand|remained|been|averaged|totalled|totaled|reached"
    r"|hit|worth|came\s+to|amounted\s+to|put)(?:\s+at)?"
    r"|(?P<to>(?:from\s[^,;.]{2,40}?|rose|risen|rises?|grew|increased|climbed|jumped|fell|fallen"
    r"|falls?|declined|decreased|dropped|slid|cut|reduced|raised|lowered|narrowed|doubled|tripled"
    rf"|halved|up|down|brought)\s+to)){_ABOUT}",
    re.IGNORECASE,
)
_HAN_BY = re.compile(
    "(?:增加|减少|上升|下降|下跌|成长|增长|提高|降低|缩短|延长|(?:高|低|多|少|长|短|快|慢|贵)出?)"
    "[了约近逾达]{0,2}$"
)
_HAN_LEVEL = re.compile(
    "(?:(?P<to>(?:减|降|升|增|缩短|提高|调高|调降|调升)(?:少|低|加|高)?[至到为][^，。；\\d]{0,8}的?"
    "|[仅只][有为][^，。；\\d]{0,6}的?)|[为是达有])[了约近逾]{0,2}$"
)
# At which something was before and is now.
_STAYED = re.compile(
    r"\b(?:unchanged|steady|flat|stable|stayed|stays|remained|remains|held|holds|kept|keeps|left|stuck)"
    rf"(?:\s+(?:\w+\s+){{0,4}}?at){_ABOUT}|(?:维持|持平|不变)[在于于為为]?[^，。；\d]{{0,6}}$",
    re.IGNORECASE,
)
# What is itself a change has a level that is by how much: "growth was 3%".
_CHANGE = re.compile(
    r"\b(?:growth|increas\w+|ris(?:e|es|ing)|rose|grew|gain\w*|declin\w+|decreas\w+|drop\w*|fall\w*"
    r"|fell|chang\w+|differ\w+|gap|margin|inflation|pace|surplus|lead|swing|cut|cuts|reduc\w+"
    r"|expan\w+|addition\w*|add(?:s|ed|ing)?|new|extra|more|less|fewer|than|sav\w+|up|down|lost"
    r"|loss\w*|(?:high|low|larg|small|great|long|short|old|young|warm|cold|cool|hott|heavi|light"
    r"|cheap|fast|slow|strong|weak|few)er)\b|增|减|成长|涨|跌|幅|差|比|较|变|通膨|通胀|多|少|新|升|降|高|低|缩|延",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\b(?:each|every|apiece|per(?!\s+cent\b))\b|[每各](?![国國地界位種种自類类])|每位|各自",
    re.IGNORECASE,
)
_SPREAD = re.compile(
    r"\b(?:each|every|apiece|per|individual\w*|average\w*|typical\w*|a\s+(?:head|piece|year|month"
    r"|week|day|person)|annual\w*|yearly|monthly|daily|respectively)\b|[每各]|平均|人均|分别",
    re.IGNORECASE,
)
_IN_ALL = re.compile(
    r"\b(?:total\w*|in\s+all|altogether|together|combined|between\s+them|overall|jointly)\b"
    r"|合计|共|总|全体|连带",
    re.IGNORECASE,
)
_YEARS_OF = re.compile(
    r"\b(?:over|in|during|within|across|after)\s+(?:the\s+)?(?:past|last|first|next|following)?\s*$",
    re.IGNORECASE,
)
# "40 per cent fewer than last year"; "more than" before a number is another matter.
_MORE_OR_FEWER = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:(?P<more>more|higher|larger|longer|greater)|fewer|less|lower|smaller|shorter)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+of\s+(?:the\s+|its\s+|their\s+|all\s+)?(?:[\w'’-]+\s+){0,2}")
_OF_THEM = re.compile(r"\s+of\s|的")
# What is counted by more than one.
_GROUPS = re.compile(
    r"pairs|couples|families|households|teams|boxes|crates|bottles|sets|groups", re.IGNORECASE
)
_SPREAD_KINDS = {Kind.COUNT, Kind.MONEY, Kind.PHYSICAL}
_CHANGING = {*_SPREAD_KINDS, Kind.DURATION, Kind.PERCENT}


class _Role(StrEnum):
    BY = "by"
    TO = "to"
    AT = "at"


def find_other_end(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The sentence that has as a level what a claim has as a change: "cut to", and not "cut by"."""
    claim, language = grounds.claim, grounds.index.page.language
    for claimed, found, passage in grounds.told_in_sentences():
        text = passage.unit.text
        # What two numbers make is no level that stands there.
        is_given = text[found.start : found.end] == found.text
        if not is_given or claimed.kind not in _CHANGING:
            continue
        ours, theirs = _role(claimed, claim.plain, claim.language), _role(found, text, language)
        is_change = ours is _Role.BY and theirs in {_Role.TO, _Role.AT}
        if is_change or (ours is _Role.TO and theirs is _Role.BY):
            said = clause_around(text, found.start, found.end).strip()
            told, instead = ("a change", "the level") if is_change else ("the level", "a change")
            reason = f"the claim has {claimed.text.strip()} for {told}, the source for {instead}"
            return passage, Opposition(claimed.text.strip(), said, f"{reason}: “{said}”")
    return None


def find_unchanged(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The sentence that has a number stay where it was, to which a claim has it change."""
    claim, language = grounds.claim, grounds.index.page.language
    for claimed, found, passage in grounds.told_in_sentences():
        before = plain_in(passage.unit.text[: found.start], language)
        own = plain_in(claim.plain[: claimed.start], claim.language)
        stayed = _STAYED.search(before)
        changed = (_HAN_LEVEL if is_chinese(claim.language) else _LEVEL).search(own)
        if stayed and changed and changed["to"] and claimed.kind in _CHANGING:
            said = clause_around(passage.unit.text, found.start, found.end).strip()
            reason = f"the claim says “{changed.group().strip()}”, the source “{said}”"
            return passage, Opposition(changed.group().strip(), said, reason)
    return None


def _role(number: Quantity, text: str, language: str) -> _Role | None:
    """Whether a text gives a number as a change or as a level; None where it does not tell."""
    is_han = is_chinese(language)
    if not is_han and language[:2] != "en":
        return None
    plain = plain_in(text, language)
    if not is_han and _BY_BEHIND.match(plain, number.end):
        return _Role.BY
    level = (_HAN_LEVEL if is_han else _LEVEL).search(plain, 0, number.start)
    if level is None:
        return _Role.BY if (_HAN_BY if is_han else _BY).search(plain, 0, number.start) else None
    if level["to"]:
        return _Role.TO
    clause = clause_around(plain, number.start, number.end)
    return None if _CHANGE.search(clause.replace(level.group().strip(), " ")) else _Role.AT


def find_spread(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The sentence that has of all together, or over years, what a claim has of each."""
    claim, index = grounds.claim, grounds.index
    for claimed, found, passage in grounds.told_in_sentences():
        ours = clause_around(claim.plain, claimed.start, claimed.end)
        each = _EACH.search(ours)
        text = plain_in(passage.unit.text, index.page.language)
        if each is None or claimed.kind not in _SPREAD_KINDS or _SPREAD.search(text):
            continue
        clause = clause_around(text, found.start, found.end)
        others = [one for one in index.quantities_in(passage.unit) if one != found]
        is_of_several = any(
            one.kind is Kind.COUNT and one.low > 1 and one.text in clause for one in others
        )
        is_over_years = any(
            one.kind is Kind.DURATION and _YEARS_OF.search(text, 0, one.start) for one in others
        )
        if is_of_several or is_over_years or _IN_ALL.search(clause):
            said = clause_around(passage.unit.text, found.start, found.end).strip()
            reason = f"the claim says “{each.group()}”, the source “{said}”"
            return passage, Opposition(each.group(), said, reason)
    return None


def find_other_whole(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The sentence that has "11 of 26", where a claim has that share of another number."""
    claim = grounds.claim
    for claimed, found, passage in grounds.told_in_sentences():
        if claimed.kind is not Kind.PERCENT or not found.denominator:
            continue
        for whole in claim.quantities:
            is_whole = whole.kind is Kind.COUNT and _OF.fullmatch(
                claim.plain[claimed.end : max(whole.start, claimed.end)]
            )
            if is_whole and whole.low == whole.high != found.denominator:
                reason = f"the source says “{found.text}”, not of {whole.text.strip()}"
                return passage, Opposition(whole.text, found.text, reason)
    return None


def find_more_or_fewer(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The sentence that has so many fewer of something, where a claim has so many more."""
    claim, language = grounds.claim, grounds.index.page.language
    if not claim.language[:2] == language[:2] == "en":
        return None
    for claimed, found, passage in grounds.told_in_sentences():
        ours = _MORE_OR_FEWER.match(claim.plain, claimed.end)
        theirs = _MORE_OR_FEWER.match(passage.unit.text, found.end)
        if ours and theirs and bool(ours["more"]) is not bool(theirs["more"]):
            told, said = ours.group().strip(), theirs.group().strip()
            reason = f"the claim says “{told}”, the source “{said}”"
            return passage, Opposition(told, said, reason)
    return None


def find_groups_counted(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The sentence that counts pairs, or households, where a claim counts what they are of."""
    claim = grounds.claim
    for claimed, found, passage in grounds.told_in_sentences():
        if not claimed.kind is found.kind is Kind.COUNT or grounds.is_across:
            continue
        told = _GROUPS.fullmatch(found.unit)
        if told and claimed.unit and told.group().rstrip("s") not in claim.plain.lower():
            reason = f"the source counts {found.unit}, not {claimed.unit}"
            return passage, Opposition(claimed.unit, found.unit, reason)
    return None


def find_denied_share(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The clause that has of those who do the share that a claim has of those who do not.

    Where another clause of its sentence denies: "35% have one, and 12% have none at all".
    """
    claim, language = grounds.claim, grounds.index.page.language
    if grounds.is_across:
        return None
    for claimed, found, passage in grounds.told_in_sentences():
        text = passage.unit.text
        if claimed.kind not in SHARES or claimed.unit == "pp" or is_the_rest(found):
            continue
        if not (_OF_THEM.match(claim.plain, claimed.end) and _OF_THEM.match(text, found.end)):
            continue
        own = clause_around(claim.plain, claimed.start, claimed.end)
        there = clause_around(text, found.start, found.end)
        is_denied_elsewhere = has_negation(text, language) and not implies_not(there, language)
        if has_negation(own, claim.language) and is_denied_elsewhere:
            reason = f"the source says it of those who do: “{there.strip()}”"
            return passage, Opposition(own.strip(), there.strip(), reason)
    return None
