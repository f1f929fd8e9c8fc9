"""Which of several measures of the like: core inflation or all of it, net or gross, median or mean.

"Net sales of 3.2 billion" are no gross sales of 3.2 billion, and 稅前 is not 稅後.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claims.languages import is_chinese, plain_in, simplified
from claims.lexicon.stems import stem
from claims.polarity import Opposition, clause_around
from claims.values import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.grounds import Grounds
    from claims.passages import Passage
    from claims.values import Quantity

# What tells the measures of each kind apart, in English before their noun and in Chinese.
_KINDS = {
    "prices": {
        "core": ("core|underlying", "核心"),
        "headline": ("headline|overall", "整体|总体"),
    },
    "profit": {
        "gross": ("gross", "毛利"),
        "operating": ("operating|underlying operating", "营业利[益润]|营益|本业"),
        "net": ("net", "净利(?!差|息)|纯益|净益|净损"),
    },
    "tax": {
        "before tax": ("pre-?tax", "税前"),
        "after tax": ("after-tax|post-tax", "税后"),
    },
    "average": {
        "median": ("median", "中位"),
        "mean": ("average|mean", "平均(?!每)"),
    },
    "value": {
        "real": ("real|inflation-adjusted", "实质"),
        "nominal": ("nominal", "名目|名义"),
    },
    "extent": {
        "for each": ("per-capita", "人均|每人"),
        "in all": (
            "total|combined|aggregate",
            "合计|共计|总(?=[消支花收产金投销营额量值])",
        ),
    },
    "time": {
        "of the month": ("monthly", "单月|当月"),
        "so far": ("cumulative", "累计"),
    },
    "dividend": {
        "in cash": ("cash", "现金股利"),
        "in shares": ("stock|scrip", "股票股利"),
    },
}
_NOUNS = {
    "prices": "inflation|CPI|consumer prices|prices|price index",
    "profit": "profits?|income|earnings|margins?|loss(?:es)?|sales|revenues?|results?|interest",
    "tax": "profits?|income|earnings|loss(?:es)?|results?",
    "average": r"(?:\w+ ){0,2}?\w+",
    "value": r"(?:\w+ )?(?:GDP|wages?|pay|incomes?|earnings|terms|output|growth|rates?|prices?)",
    "extent": r"(?:\w+ )?(?:spending|income|consumption|output|emissions|GDP|sales|cost)",
    "time": "sales|revenues?|output|exports?|imports?|production|total",
    "dividend": "dividends?",
}
_ALIKE = {"income": "profit", "earnings": "profit", "revenue": "sales", "result": "profit"}
_ENGLISH = {
    kind: re.compile(
        rf"\b(?:{'|'.join(f'(?P<m{n}>{told[0]})' for n, told in enumerate(names.values()))})"
        rf"\s+(?P<noun>{_NOUNS[kind]})\b",
        re.IGNORECASE,
    )
    for kind, names in _KINDS.items()
}
_HAN = {
    kind: re.compile("|".join(f"(?P<m{n}>{told[1]})" for n, told in enumerate(names.values())))
    for kind, names in _KINDS.items()
}
_HAN_CLAUSE = re.compile("[，。；：]")
# What an amount is of, told by the noun nearest before it, or else behind it: in both languages.
_AMOUNTS = "amount"
_BEHIND = re.compile(r"\s+(?:in|of|as)\s+(?:(?:net|gross|total|annual)\s+)?|的", re.IGNORECASE)
_OF_AMOUNTS = {Kind.MONEY, Kind.PERCENT}
_OF_WHAT = re.compile(
    r"\b(?:(?P<revenue>revenues?|sales|turnover)|(?P<loss>loss(?:es)?)"
    r"|(?P<profit>profits?|earnings|(?:net|operating)\s+income)"
    r"|(?P<cost>costs?|expenses|expenditure|spending)|(?P<order>orders|order\s+(?:book|backlog))"
    r"|(?P<debt>debts?|borrowings?))\b",
    re.IGNORECASE,
)
_HAN_OF_WHAT = re.compile(
    "(?P<revenue>营收|营业收入|销售额|营业额)|(?P<loss>亏损|净损)"
    "|(?P<profit>获利|纯益|净利(?!差|息)|盈余|营业利[益润]|利润)"
    "|(?P<cost>成本|支出|费用|花费)|(?P<order>订单)|(?P<debt>负债|债务|借款)"
)
_BARE_PRICES = re.compile(
    r"(?<!core )(?<!underlying )\b(?:inflation|consumer prices)\b", re.IGNORECASE
)
_HAN_BARE_PRICES = re.compile("(?<!核心)(?:通膨|通胀|物价|CPI)")


class _Told(NamedTuple):
    """What a clause says that a number measures: its kind, which, the English noun, the words."""

    kind: str
    name: str
    noun: str
    said: str


def find_other_measure(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The sentence that has a number of the claim, but of another measure of the like."""
    claim, language = grounds.claim, grounds.index.page.language
    for claimed, found, passage in grounds.told_in_sentences():
        ours = list(_measures(claim.plain, claimed, claim.language))
        theirs = list(_measures(passage.unit.text, found, language)) if ours else []
        for mine in ours:
            alike = [one for one in theirs if _is_alike(one, mine)]
            if alike and all(one.name != mine.name for one in alike):
                reason = f"the source says it of “{alike[0].said}”, not of “{mine.said}”"
                return passage, Opposition(mine.said, alike[0].said, reason)
    return None


def find_core(grounds: Grounds) -> str:
    """The words for core inflation where a claim says a number of it of all inflation; or ""."""
    claim, language = grounds.claim, grounds.index.page.language
    bare = _HAN_BARE_PRICES if is_chinese(claim.language) else _BARE_PRICES
    if not bare.search(plain_in(claim.plain, claim.language)):
        return ""
    for claimed, found, passage in grounds.told_in_sentences():
        ours = {one.kind for one in _measures(claim.plain, claimed, claim.language)}
        for one in _measures(passage.unit.text, found, language):
            if one.name == "core" and one.kind not in ours:
                return one.said
    return ""


def _is_alike(one: _Told, other: _Told) -> bool:
    """Whether two measures are of one kind, and of one noun where both tell it."""
    is_same_noun = not (one.noun and other.noun) or one.noun == other.noun
    return one.kind == other.kind and is_same_noun


def _measures(text: str, number: Quantity, language: str) -> Iterator[_Told]:
    """What the clause of a number says that it measures; in Chinese also the clause before."""
    if amount := _amount(text, number, language):
        yield amount
    if is_chinese(language):
        plain = simplified(text)
        starts = [0, *(one.end() for one in _HAN_CLAUSE.finditer(plain, 0, number.start))]
        for kind, pattern in _HAN.items():
            for start in starts[:-3:-1]:
                if every := list(pattern.finditer(plain, start, number.start)):
                    last = every[-1]
                    yield _Told(kind, _name(kind, last), "", text[last.start() : last.end()])
                    break
        return
    if language[:2] != "en":
        return
    clause = clause_around(text, number.start, number.end)
    for kind, pattern in _ENGLISH.items():
        for found in pattern.finditer(clause):
            noun = stem(found["noun"].split()[-1].lower(), "en")
            yield _Told(kind, _name(kind, found), _ALIKE_STEMS.get(noun, noun), found.group())


def amount_of(text: str, number: Quantity, language: str) -> str:
    """What a clause tells a sum or a share of: "revenue", "profit", "loss", "cost" ...; or ""."""
    told = _amount(text, number, language)
    return told.name if told else ""


@lru_cache(maxsize=2_000)
def _amount(text: str, number: Quantity, language: str) -> _Told | None:
    """The same with the words that say so."""
    if not (is_chinese(language) or language[:2] == "en") or number.kind not in _OF_AMOUNTS:
        return None
    plain = plain_in(text, language)
    clause = clause_around(plain, number.start, number.end)
    start = plain.rfind(clause, 0, number.start + len(clause))
    pattern = _HAN_OF_WHAT if is_chinese(language) else _OF_WHAT
    before = [*pattern.finditer(plain, max(start, 0), number.start)]
    # "3.2 billion in sales", 52億元的獲利
    behind = None if before else _BEHIND.match(plain, number.end)
    told = before[-1] if before else behind and pattern.match(plain, behind.end())
    name = told.lastgroup if told else None
    return _Told(_AMOUNTS, name, "", text[told.start() : told.end()]) if told and name else None


def _name(kind: str, found: re.Match[str]) -> str:
    names = list(_KINDS[kind])
    return next(name for n, name in enumerate(names) if found[f"m{n}"])


_ALIKE_STEMS = {stem(one, "en"): stem(other, "en") for one, other in _ALIKE.items()}
