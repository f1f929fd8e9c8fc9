"""How far a claim reaches, and its source does not: most, all, the first of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.languages import is_han_written, simplified
from claims.lexicon.terms import count_held, forms_of, terms_of, vocabulary_for
from claims.objections import is_of_change
from claims.opposition import EXCEPT
from claims.polarity import Opposition, says_what_is_not
from claims.quantities.compare import SHARES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.grounds import Grounds
    from claims.passages import Passage
    from claims.values import Quantity

# Of a claim's words, what a sentence on the same must have.
_ON_THE_SAME = 0.4
# Of the coverage at which a passage is on the same matter, what one with a share needs; and of
# that of the fullest.
_NEARLY_SAME = 0.8
_NEARLY_FULLEST = 0.8
_MOST_OF = re.compile(
    r"\b(?:most of|(?:the|a) majority of|mostly"
    r"|most (?!\w*(?:ly|ed|ive|ant|ent|al|ar|ous|ible|able)\b)[a-z]+s\b)"
    r"|大多数|大部分|大多(?!伦)|过半|多数",
    re.IGNORECASE,
)
_HALF = 45.0
_CHIEF = re.compile(
    r"\b(?:main|chief|primary|principal|biggest|top|leading|most (?:common|frequent))\b"
    r"|主要|主因|首要|最常见",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"\b(?:only|just|merely|no more than|fewer than|less than)\s+$|[仅只]\w{0,2}$", re.IGNORECASE
)
_MOST = re.compile(
    r"\b(?P<most>[a-z]{2,}est|(?:most|least) [a-z]{4,})\b|最(?P<han>[大高多长快重小低少贵老热冷])"
)
_HAN_OF_HEAT = {"热": "高", "冷": "低"}
_SECOND = re.compile(
    r"\b(?:followed by|ahead of|second (?:was|is)|then (?:came|comes))\s+(?:the\s+)?"
    r"(?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*)"
)
_HAN_SECOND = re.compile(
    r"其次[是为]?(?P<name>[^，。；、与和及]{2,8})|(?<=[，。；、])(?P<before>[^，。；、]{2,8}?)(?:次之|居次)"
)
_PLACED_BEHIND = "second third fourth fifth sixth seventh eighth ninth tenth 2nd 3rd 4th 5th next"
_EVERY = re.compile(
    r"\b(?:all|every|each|both|everyone|always|entire)\b|全部|所有|一律|[都皆均]", re.IGNORECASE
)
# "All shops", and not "of all shops", "in all", "above all".
_CLAIMS_ALL = re.compile(
    r"(?<!\bof )(?<!\babove )(?<!\bafter )(?<!\bnearly )(?<!\balmost )"
    r"(?<!\bnot )(?<!\bat )(?<!\bfor )(?<!\bthan )"
    r"\b(?:(?<!\bin )all(?! (?:about|over|time|kinds|sorts|day|year|night|along|but)\b)"
    r"|(?<=\bin )all(?= (?:the |of (?:the|its|their) )?[a-z]+)(?! likelihood| probability)"
    r"|(?<!\bin )every(?! (?:\w+ )?(?:day|night|morning|evening|hour|minute|week|month|year"
    r"|season|spring|summer|autumn|winter|time|few|other)s?\b)|both(?![^.,;]* and )"
    r"|everyone|everybody)\b"
    r"|全部|所有(?![权人制者])|一律|全[体数]|全都|全是|完全是|每一[个所家名位座项件间]",
    re.IGNORECASE,
)
_SAYS_ALL = re.compile(
    r"\b(?:all|every\w*|each|both|always|entire(?:ly)?|whole|none|no|throughout|fully|100|any\w*"
    r"|complete(?:ly)?|total(?:ly)?|universal(?:ly)?|the two|neither|across|nobody|respectively)\b"
    r"|全(?![省国球市县台岛民年])|所有|[各每皆两]|(?<![首京])都(?![市会])|(?<!平)均(?!价|值)",
    re.IGNORECASE,
)
_SAYS_SOME = re.compile(
    r"\bonly\b|\b(?:some|most|many|several|part|half|few|majority|minority) of\b"
    r"|[仅只](?!要)|部分|大多(?!伦)|[多少]数",
    re.IGNORECASE,
)


def find_minority(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The share of less than a half that the fullest passage gives of what a claim says of most.

    Of several it is that whose clause has more of the claim's words than any other's. "Only 6%"
    is also not what is said of the chief one.
    """
    claim = grounds.claim
    plain = simplified(claim.plain) if is_han_written(claim.language) else claim.plain
    most, chief = _MOST_OF.search(plain), _CHIEF.search(plain)
    told = most or chief
    if told is None or any(one.kind in SHARES for one in claim.quantities):
        return None
    # "It means that 41% do" may stand beside the sentence that is the fullest.
    fullest = grounds.fullest(_NEARLY_FULLEST)
    for passage in fullest if most else fullest[:1]:
        is_same = passage.coverage >= grounds.weights.opposes * _NEARLY_SAME
        is_same = is_same or (
            chief is not None and _has_all(plain[: chief.start()], passage, grounds)
        )
        share = _share_in(passage, grounds) if is_same and passage.unit.row is None else None
        if share is None or _in_points(share) >= _HALF:
            continue
        if most or _ONLY.search(passage.unit.text, 0, share.start):
            said = share.text.strip()
            reason = f"the claim says “{told.group().strip()}”, the source “{said}”"
            return passage, Opposition(told.group(), said, reason)
    return None


def _share_in(passage: Passage, grounds: Grounds) -> Quantity | None:
    """The share that a sentence gives of what the claim speaks of; None for a change."""
    text = passage.unit.text
    shares = [
        one
        for one in grounds.index.quantities_in(passage.unit)
        if one.kind in SHARES and one.unit != "pp" and not is_of_change(one, text)
    ]
    return shares[0] if len(shares) == 1 else _share_of_it(shares, passage, grounds)


def _has_all(words: str, passage: Passage, grounds: Grounds) -> bool:
    """Whether a passage has all of some words of a claim, of which there are two or more."""
    claim, language = grounds.claim, grounds.index.page.language
    vocabulary = vocabulary_for(claim.language, language)
    there = forms_of(passage.unit.text, language, vocabulary)
    terms = terms_of(words, claim.language, vocabulary)
    return len(terms) > 1 and all(not term.forms.isdisjoint(there) for term in terms)


def _share_of_it(shares: Sequence[Quantity], passage: Passage, grounds: Grounds) -> Quantity | None:
    """The share whose clause has words of the claim that no other share's clause has."""
    claim, language = grounds.claim, grounds.index.page.language
    vocabulary = vocabulary_for(claim.language, language)
    text = passage.unit.text
    parts = [forms_of(_part_of(text, one, shares), language, vocabulary) for one in shares]
    terms = [one.forms for one in terms_of(claim.plain, claim.language, vocabulary)]
    counted = [sum(not forms.isdisjoint(part) for forms in terms) for part in parts]
    most = max(counted, default=0)
    return shares[counted.index(most)] if counted.count(most) == 1 else None


def _part_of(text: str, share: Quantity, shares: Sequence[Quantity]) -> str:
    """What of a text stands nearer to a share, behind it, than to the next."""
    following = min((one.start for one in shares if one.start > share.start), default=len(text))
    return text[share.start : following]


def _in_points(share: Quantity) -> float:
    return 100 * share.high / share.denominator if share.denominator else share.high


def find_exception(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The sentence that makes an exception where a claim says that it is so of all."""
    claim = grounds.claim
    every = _EVERY.search(claim.plain)
    if every is None or EXCEPT.search(claim.plain) or says_what_is_not(claim.plain, claim.language):
        return None
    for passage in grounds.retrieval.chosen:
        text = passage.unit.text
        made = EXCEPT.search(text) if passage.unit.row is None else None
        if made and _EVERY.search(text) and _is_on_the_same(text, grounds):
            exception = text[made.start() :].strip()
            reason = f"the claim says “{every.group()}”, the source “{exception}”"
            return passage, Opposition(every.group(), exception, reason)
    return None


def find_unsaid_extent(grounds: Grounds) -> tuple[str, tuple[Passage, Opposition] | None]:
    """What a claim says of all and no passage does, and the one that says it of some only."""
    claim, language = grounds.claim, grounds.index.page.language
    plain = simplified(claim.plain) if is_han_written(claim.language) else claim.plain
    every = _CLAIMS_ALL.search(plain)
    if every is None:
        return "", None
    chosen = [one for one in grounds.retrieval.chosen if one.unit.row is None]
    chosen += [one.passage for one in grounds.numbers if one.passage]
    texts = [
        simplified(one.unit.text) if is_han_written(language) else one.unit.text for one in chosen
    ]
    if any(_SAYS_ALL.search(text) for text in texts):
        return "", None
    for passage, text in zip(chosen, texts, strict=True):
        some = _SAYS_SOME.search(text)
        if some and _is_on_the_same(passage.unit.text, grounds):
            reason = f"the claim says “{every.group()}”, the source “{some.group()}”"
            return every.group(), (passage, Opposition(every.group(), some.group(), reason))
    return every.group(), None


def find_lower_place(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The sentence that calls second-longest what a claim calls the longest."""
    is_han = is_han_written(grounds.claim.language)
    ours = simplified(grounds.claim.plain) if is_han else grounds.claim.plain
    most = _MOST.search(ours)
    if most is None or grounds.is_across:
        return None
    word = most["most"] or most["han"]
    # 最熱 is the highest of temperatures.
    word = f"(?:{word}|{_HAN_OF_HEAT[word]})" if word in _HAN_OF_HEAT else word
    behind = "|".join(_PLACED_BEHIND.split())
    lower = re.compile(
        rf"第[二三四五六七八九十]{word}" if is_han else rf"\b(?:{behind})[- ]{word}\b",
        re.IGNORECASE,
    )
    if lower.search(ours):
        return None
    for passage in grounds.retrieval.chosen:
        text = passage.unit.text
        plain = simplified(text) if is_han else text
        found = None if _has_plain_most(plain, lower, word) else lower.search(plain)
        if found and _is_on_the_same(text, grounds):
            there = text[found.start() : found.end()]
            reason = f"the claim says “{most.group()}”, the source “{there}”"
            return passage, Opposition(most.group(), there, reason)
    return None


def find_second(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The sentence that puts second what a claim calls the largest: "ahead of", 其次是, 次之."""
    claim, language = grounds.claim, grounds.index.page.language
    is_han = is_han_written(claim.language)
    if grounds.is_across or is_han is not is_han_written(language):
        return None
    ours = simplified(claim.plain) if is_han else claim.plain
    most = _MOST.search(ours)
    # A claim that puts it second itself has the largest of another.
    if most is None or (_HAN_SECOND if is_han else _SECOND).search(ours):
        return None
    for passage in grounds.retrieval.chosen:
        text = passage.unit.text
        plain = simplified(text) if is_han else text
        for second in (_HAN_SECOND if is_han else _SECOND).finditer(plain):
            name = (second["name"] or second.groupdict().get("before") or "").strip()
            is_named = name and name in ours[: most.start()]
            if is_named and passage.unit.row is None and _is_on_the_same(text, grounds):
                said = text[second.start() : second.end()]
                reason = f"the claim says “{most.group()}”, the source “{said}”"
                return passage, Opposition(most.group(), said, reason)
    return None


def _is_on_the_same(text: str, grounds: Grounds) -> bool:
    """Whether a sentence has so many of the claim's words that it speaks of the same."""
    claim, language = grounds.claim, grounds.index.page.language
    vocabulary = vocabulary_for(claim.language, language)
    terms = terms_of(claim.plain, claim.language, vocabulary)
    said = count_held(terms, forms_of(text, language, vocabulary))
    return said >= _ON_THE_SAME * len(terms)


def _has_plain_most(text: str, lower: re.Pattern[str], word: str) -> bool:
    """Whether a text calls something the longest as well as something the second-longest."""
    return word in lower.sub(" ", text)
