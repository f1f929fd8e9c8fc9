"""Plans and forecasts that a claim tells as facts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.languages import is_chinese, is_han_written, plain_in
from claims.lexicon.stems import stem
from claims.lexicon.terms import count_held, forms_of, terms_of, vocabulary_for
from claims.polarity import (
    HAN_DONE,
    Opposition,
    clause_around,
    clauses,
    is_told_as_done,
    is_told_as_plan,
    says_what_is_not,
)
from claims.quantities.compare import is_calendar
from claims.values import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.grounds import Grounds
    from claims.matches import Match
    from claims.passages import Passage

# A clause of no more words than these tells nothing by itself.
_FEW_WORDS = 6
_TO_THE_NUMBER = r"(?:[^,;:.]|[,.](?=\d))*$"
# What a number stands behind in its clause where it is only forecast.
_FORECAST = re.compile(
    r"\b(?:(?:is|are|was|were|been)\s+(?:\w+\s+)?(?:expected|forecast|projected|predicted|likely"
    r"|estimated)\s+to|(?:expect|forecast|project|predict|anticipat|foresee)(?:s|ed|es)?"
    rf"|(?:target|goal|forecast)\s+of|on\s+(?:course|track)\s+(?:to|for))\s{_TO_THE_NUMBER}",
    re.IGNORECASE,
)
# Or where it is only planned: of what was announced for a day, that it then took place.
_PLANNED = re.compile(
    r"\b(?:will|would(?!\s+have\b)|(?:is|are)\s+to|(?:is|are|was|were)\s+(?:\w+\s+)?(?:due|set"
    r"|scheduled|planned)\s+to|plans?\s+to|plans|aim(?:s|ed|ing)?\s+to|intend(?:s|ed)?\s+to"
    rf"|hop(?:es|ed)\s+to|wants\s+to|pledged|promised|proposes?\s+to)\s{_TO_THE_NUMBER}",
    re.IGNORECASE,
)
_HAN_FORECAST = re.compile("预[计估期测料]|推估|可望|有望|目标|上看|力[拼争]")
_HAN_PLANNED = re.compile("(?<!已)将(?![军领士近])|计划|规划|打算|拟(?!定)")
_HAN_GOES_ON = re.compile(
    "[年季月][产增减]|产能|同比|环比|[增涨]幅|增加|减少|成长|增长|总?投资额?|工期"
)
_HAN_CLAUSES = re.compile("[，。；：]")
# "Above the 38 million that was expected" tells of what came about.
_BESIDE_FORECAST = re.compile(
    r"\b(?:than|above|below|under|over|beat\w*|exceed\w*|surpass\w*|miss\w*|against|compared\s+with"
    r"|versus|short\s+of|despite)\s+(?:\w+\s+){0,4}$",
    re.IGNORECASE,
)
_HAN_HAPPENED = re.compile("已(?!知)|目前|现有|去年|截至|过去|曾")
# A claim that says itself that something is not certain.
_IS_UNCERTAIN = re.compile(
    r"\b(?:expect\w*|forecast\w*|project(?:ed|ions?)|predict\w*|plan(?:s|ned|ning)?|target\w*|goals?"
    r"|aim\w*|outlook|likely|due|set\s+to|propos\w*|can|could|may|might|would|will|estimat\w*"
    r"|intend\w*|wants?|seeks?|pledg\w*|promis\w*|vow\w*|meant|designed|hop(?:es?|ed)|potential\w*|if|(?:is|are)\s+to|to\s+be)\b"
    r"|预|估|目标|计划|规划|可[望能]|有望|将|拟|展望|力[拼争]|上看|若|如果",
    re.IGNORECASE,
)
_HAPPENED = re.compile(
    r"\b(?:rose|fell|grew|cut|reached|hit|dropped|declined|increased|decreased|climbed|jumped|slid"
    r"|slipped|shrank|contracted|expanded|doubled|tripled|halved|gained|lost|opened|began|started"
    r"|closed|ended|launched|produced|sold|built|spent|raised|lowered|delivered|created|hired"
    r"|earned|made|paid|was|were|(?<!be )(?<!to )(?<!been )[a-z]{3,}ed"
    r"|ha(?:s|ve)\s+(?:\w+ly\s+|already\s+|now\s+)?\w+(?:ed|en|own|un|old|uilt))\b",
    re.IGNORECASE,
)
# What a text says is still to be done, and what another says was.
_TO_DO = re.compile(
    r"\b(?:will|would|shall|(?:plans?|planned|intends?|aims?|hopes?|wants?|proposes?|on\s+course|on\s+track)\s+to"
    r"|(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:due|set|scheduled|expected|likely|planning|hoping)\s+to"
    r"|consider(?:s|ing)?|weigh(?:s|ing)|mull(?:s|ing))\s+(?:\w+ly\s+)?(?P<verb>[a-z]{3,})",
    re.IGNORECASE,
)
_DID = re.compile(
    r"\b(?<!be )(?<!to )(?<!been )(?<!was )(?<!were )(?P<verb>[a-z]{2,}ed|met|won|sold"
    r"|bought|left|built|began|held|made|took|gave|went|led|paid|sent|spent|lost|became|withdrew|chose"
    r"|wrote|rose|fell|cut)\b",
    re.IGNORECASE,
)
_BASES = dict(
    pair.split("/")
    for pair in "met/meet won/win sold/sell bought/buy left/leave built/build began/begin held/hold"
    " made/make took/take gave/give went/go led/lead paid/pay sent/send spent/spend lost/lose"
    " became/become withdrew/withdraw chose/choose wrote/write rose/rise fell/fall".split()
)
_ON_THE_SAME = 0.5


def find_plan(agreeing: Sequence[Match], grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The clause that only plans what a claim says has come about.

    It is that of the claim's number or date, or else the one with most of its words.
    """
    claim, language = grounds.claim, grounds.index.page.language
    is_late = says_what_is_not(claim.plain, claim.language)
    is_dated = any(is_calendar(match.claimed) for match in agreeing)
    if is_late or not is_told_as_done(claim.plain, claim.language, is_dated=is_dated):
        return None
    told: list[tuple[Passage, str]] = []
    for match in agreeing:
        passage, found = match.passage, match.found
        if passage and found and passage.unit.row is None:
            told.append((passage, clause_around(passage.unit.text, found.start, found.end)))
    is_in_row = any(one.passage and one.passage.unit.row for one in agreeing)
    if not (told or is_in_row) and grounds.retrieval.chosen[0].unit.row is None:
        vocabulary = vocabulary_for(claim.language, language)
        ours = [term.forms for term in terms_of(claim.plain, claim.language, vocabulary)]
        best = grounds.retrieval.chosen[0]
        held = [(one, forms_of(one, language, vocabulary)) for one in clauses(best.unit.text)]
        fullest, _ = max(held, key=lambda one: sum(not form.isdisjoint(one[1]) for form in ours))
        told.append((best, fullest))
    for passage, clause in told:
        # "A second station, on Gull Island, has been proposed": some clauses tell nothing.
        is_slight = not is_han_written(language) and len(clause.split()) <= _FEW_WORDS
        whole = passage.unit.text if is_slight else clause
        if is_told_as_plan(whole, language):
            plan = whole.strip()
            return passage, Opposition(claim.plain, plan, f"the source tells a plan: “{plan}”")
    return None


def find_forecast(
    agreeing: Sequence[Match], grounds: Grounds
) -> tuple[Passage, Opposition, bool] | None:
    """The clause that only forecasts, or plans, the numbers that a claim tells as facts.

    And whether the claim says that they have come about, without a date: of one that gives a date
    the source may not have known yet.
    """
    claim, language = grounds.claim, grounds.index.page.language
    plain = plain_in(claim.plain, claim.language)
    told = [
        (passage, found)
        for one in agreeing
        if one.claimed.kind is not Kind.RANK and (passage := one.passage) and (found := one.found)
    ]
    if not told or _IS_UNCERTAIN.search(plain) or says_what_is_not(claim.plain, claim.language):
        return None
    happened = (HAN_DONE if is_chinese(claim.language) else _HAPPENED).search(plain)
    is_past = happened is not None and not any(map(is_calendar, claim.quantities))
    for passage, found in told:
        text = "" if passage.unit.row is not None else passage.unit.text
        if not _is_expected(plain_in(text[: found.start], language), language, or_planned=is_past):
            return None
    passage, found = told[0]
    clause = clause_around(passage.unit.text, found.start, found.end).strip()
    reason = f"the source only expects it: “{clause}”"
    return passage, Opposition(claim.plain, clause, reason), is_past


def _is_expected(before: str, language: str, *, or_planned: bool) -> bool:
    """Whether a number behind some text, in English or simplified Chinese, is only forecast."""
    if is_chinese(language):
        *earlier, own = _HAN_CLAUSES.split(before)
        previous = earlier[-1] if earlier else ""
        if _HAN_HAPPENED.search(own):
            return False
        if _HAN_FORECAST.search(own) or (or_planned and _HAN_PLANNED.search(own)):
            return True
        goes_on = _HAN_PLANNED.search(own) or _HAN_GOES_ON.match(own)
        # 預估，2026年將達5.2兆元，年增8%
        forecast = _HAN_FORECAST.search("".join(earlier[-2:]))
        return bool(goes_on and forecast and not _HAN_HAPPENED.search(previous))
    if language[:2] != "en":
        return False
    told = _FORECAST.search(before) or (_PLANNED.search(before) if or_planned else None)
    return told is not None and not _BESIDE_FORECAST.search(before, 0, told.start())


def find_planned_deed(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The clause by which something is still to be done that an English claim says was done.

    Not where the claim says when, nor where the page has it done anywhere.
    """
    claim, page = grounds.claim, grounds.index.page
    if not claim.language[:2] == page.language[:2] == "en":
        return None
    is_dated = any(map(is_calendar, claim.quantities))
    if is_dated or _IS_UNCERTAIN.search(claim.plain) or says_what_is_not(claim.plain, "en"):
        return None
    did = {
        stem(_BASES.get(verb := one["verb"].lower(), verb), "en"): verb
        for one in _DID.finditer(claim.plain)
        if not re.search(rf"\b{one['verb']}\b", page.text, re.IGNORECASE)
    }
    vocabulary = vocabulary_for("en", "en")
    terms = terms_of(claim.plain, "en", vocabulary)
    for passage in grounds.retrieval.chosen if did else ():
        for clause in clauses(passage.unit.text) if passage.unit.row is None else ():
            to_do = {stem(one["verb"].lower(), "en") for one in _TO_DO.finditer(clause)}
            held = count_held(terms, forms_of(clause, "en", vocabulary))
            if to_do & did.keys() and held >= _ON_THE_SAME * len(terms):
                plan = clause.strip()
                return passage, Opposition(claim.plain, plan, f"the source tells a plan: “{plan}”")
    return None
