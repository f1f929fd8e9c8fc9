"""Whether a passage says the opposite of a claim: negation, direction, words of opposite meaning.

Looked at clause by clause: in "the state gave nothing, but the bank lent 740 million" the bank's
clause is not negated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claims.by_language import ByLanguage
from claims.languages import COMMA, is_chinese, is_han_written, plain_in, simplified
from claims.lexicon.denials import DENIALS
from claims.lexicon.opposites import PAIRS
from claims.lexicon.stems import stem
from claims.values import FactComparison, Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

AFFIRMED = "not negated"
# German sets a comma there; in Japanese a clause goes on about the same until it has a topic.
_CLAUSE_END = re.compile(
    rf"[;；。，：]|{COMMA}|\s(?:while|whereas|but|although|though|mais|tandis\s+que|alors\s+que|pero"
    r"|mientras(?:\s+que)?|aunque)\s|而|但|(?<=が)、|(?<=[\u3041-\u3096])、(?=[^、。]{1,15}?[はも])"
)

# "Not only", "not limited to", "may not be the most fun part" deny nothing of what follows.
_DENIES_NOTHING = (
    r"only|just|merely|simply|limited to|least|(?:be|been) (?:as|so|the (?:most|best|\w+est))"
)
_NEGATION = re.compile(
    rf"\b(?:not(?! (?:(?:\w+ )?(?:before|until)|{_DENIES_NOTHING})\b)"
    r"(?![^.;,]{0,60}\b(?:before|until) (?:(?:early|late|mid|the end of)[ -])?(?:19|20)\d\d\b)"
    r"|never|neither|nor|none|nobody|no[ -]one|nothing|hardly|seldom|rarely|scarcely|denied|denies"
    r"|cannot(?! be over(?:stat|estimat|emphasi))"
    r"|failed to|fails to|yet to|still (?:needs?|awaits?|requires?)"
    r"|turned down|passed over|without success|in vain|unsuccessful(?:ly)?|to no avail"
    r"|no(?! (?:doubt|(?:fewer|less|more|later|earlier) than|other)\b|\.? \d))\b|n['’]t\b",
    re.IGNORECASE,
)
# Says in other words that something is not so; the rest of what implies it may itself be denied:
# "there was no lack of it".
_SAYS_NOT = (
    r"outside|exempt\w*|omit\w*|left out|turn(?:s|ed|ing)? down|ineligible|wai[vw]e[sd]?"
    r"|forgo(?:es|ne)?|forwent|spared|unaffected|declin(?:es|ed) (?:the|an?|his|her|its|their|to)"
)
_IMPLIES_NOT = re.compile(
    rf"\b(?:{_SAYS_NOT}"
    r"|cancel\w+|called off|scrapp\w+|abandon\w+|bann\w+|barr(?:ed|ing|s)|exclu\w+|refus\w+|lack\w*"
    r"|without|fail\w*|free of|prevent\w*|stopp\w+|ruled out|reject\w*|declin\w+|unable"
    r"|too \w+ to|avoid\w*|absen\w+|withdr[ae]w\w*)\b"
    r"|取消|停办|停辦|禁止|拒绝|拒絕|排除|缺乏|停止|免除",
    re.IGNORECASE,
)
_SAYS_NOT_IN = re.compile(rf"\b(?:{_SAYS_NOT})\b|谢绝|婉拒|拒绝|排除在外", re.IGNORECASE)
_UNCHANGED = re.compile(
    r"\b(?:the same|unchanged|stable|steady|frozen|constant|flat)\b|不变|持平|冻结|不變|凍結",
    re.IGNORECASE,
)
# Of whom something is more than of those who drink none: that denies nothing of it.
_COMPARED_GROUP = re.compile(
    r"\b(?:than|compared with|compared to|against|versus)\s+(?:those|people|men|women|adults"
    r"|children|patients|participants|users|households|workers|firms|companies)\s+"
    r"(?:who|that|which)\s+(?:\w+\s+){0,3}?(?:no|not|never|none)\b[^,.;]*",
    re.IGNORECASE,
)
_HAN_NEGATION = re.compile(
    "若无|如无|倘无|而非|并未|并非|并无|没有|尚未|从未|未能|无法|否认|毫无|尚待|有待|仍需|未(?!来|必)|没(?!收)"
    "|(?<!睡)不(?!少|过|同|断|仅|只|但|足|到|久|论|管|如|超过|低于|高于|少于|得不|锈钢|来梅|足为奇|顺|佳|良|振|易|利|错|明|满|动产|断|得已)"
)


_CAUSE = re.compile(
    r"\b(?:because(?:\s+of)?|due\s+to|owing\s+to|thanks\s+to|as\s+a\s+result\s+of|caused\s+by"
    r"|driven\s+by|blamed\s+on|attributed\s+to)\s+(?P<cause>[^,;.:]+)",
    re.IGNORECASE,
)
_HAN_CAUSE = re.compile("(?:因为|由于|归因于|归咎于|主因是|原因是|起因于)(?P<cause>[^，。；：]+)")
# What a text says has come about, and what it says is still to come.
_DONE = re.compile(
    r"\b(?:already|ha(?:s|ve)\s+(?:\w+ly\s+|now\s+|since\s+)?(?!to\b|plans\b)"
    r"(?!(?:been )?(?:planned|proposed|expected|scheduled|pledged|promised|announced|agreed)\b)"
    r"(?:\w+(?:ed|en|ought|aught|ung|old|uilt|ade|ent|aid|ept|one|et|eft|ost)|become|begun|won|run"
    r"|come|overcome|overtaken|met))\b",
    re.IGNORECASE,
)
# What came about once, told in the past: of a claim only, since a plan tells of the past as well.
_CAME_ABOUT = re.compile(
    r"\b(?:began|started|opened|launched|completed|finished|introduced|implemented|built|delivered"
    r"|entered|closed|acquired|bought|signed|installed|reached|met|achieved|renewed"
    r"|stopped|ended|ceased|halted|abolished|joined|moved|became|switched|replaced|merged|rebuilt"
    r"|renovated|adopted|ratified|banned|hired|sold|doubled|created|added|removed)\b"
    # What is under way, or so by now.
    r"|\bnow\s+(?:holds?|has|have|stands?|owns?|runs?|operates?|houses?|serves?|occup(?:y|ies)"
    r"|controls?|offers?|hosts?|covers?|uses?|lies?|forms?|belongs?|employs?|makes?|produces?"
    r"|requires?|bans?|allows?|sells?|pays?)\b"
    r"|\b(?:is|are|was|were)\s+(?:(?:now|currently|already)\s+)?(?:building|constructing|opening"
    r"|expanding|launching|replacing|installing|named after|called after|used as|open|in force)\b",
    re.IGNORECASE,
)
# What is due to open is planned; what is due to deliveries has them for a cause.
_DUE = (
    r"due to(?= (?:be|begin|start|open|close|end|finish|launch|take|come|go|run|arrive|leave|return"
    r"|expire|retire|complete|enter|move|join|meet|publish|appear|speak|step|stand|face|receive"
    r"|rise|fall|hold|make|become|have|replace|build|deliver|play|vote|visit|sign|decide|pay"
    r"|conclude|follow|reopen|resume|cease|happen|land|sail|depart|release|report|present)\b)"
)
_ANNOUNCED = re.compile(r"\bannounc\w+\b|宣布", re.IGNORECASE)
_PLANNED = re.compile(
    r"(?<!than )\b(?:plans? (?:to|for)|planned|intends?|aim(?:s|ing)?|hopes?|wants? to|expects?"
    rf"|expected|{_DUE}|scheduled|will|would|targets?|goals?|ambition|propos\w+|consider(?:s|ing)?"
    r"|(?:is|are) to be \w+(?:ed|en|ilt|own|old|ung|ade|eld|id)\b"
    r"|(?:is|are) (?:reviewing|studying|examining|exploring|assessing)|no decision"
    r"|has yet to decide"
    r"|(?-i:may)|possible|letter of intent|call(?:s|ed|ing)? (?:on|for)|urg(?:es?|ed|ing)"
    r"|might|could|by 20[2-9]\d|forecast\w*|promised|pledged|seeks? to)\b",
    re.IGNORECASE,
)
HAN_DONE = re.compile("已(?!知)")
# "Above the 38 million that the bank had expected" tells of what came about.
_MEASURED_BY_PLAN = re.compile(
    r"\b(?:than|above|below|over|under|beat\w*|exceed\w*|surpass\w*|miss\w*|against|versus|short of"
    r"|compared (?:with|to))\s(?:[\w.,$€£%’'-]+\s){0,8}?"
    r"(?:expect\w*|forecast\w*|planned|targets?)\b",
    re.IGNORECASE,
)
# A target that is met is none any more, and a plan that has been carried out.
_FULFILLED = re.compile(
    r"\b(?:me(?:e)?t|reach\w*|achiev\w*|hit|fulfill?\w*)\s+(?:(?:its|their|the|his|her|a)\s+)?"
    r"(?:\w+\s+){0,3}?(?:targets?|goals?|ambitions?)\b"
    r"|(?:达成|达到|实现|完成)[^，。；]{0,10}?目标|(?:计划|规划)(?=[^，。；]{0,6}已)",
    re.IGNORECASE,
)
_HAN_PLANNED = re.compile(
    "计划|拟(?!定)|预计|预期|预估|目标|希望|(?<!已)将(?![军领士])|打算|有望|原[定订]|力争|争取|考虑|规划|可望|评估|研[拟议]|呼吁|建议|敦促"
)
# What is denied goes on to the end of its clause.
_DENIAL = re.compile(
    r"(?:\b(?:(?:not (?:true|correct|the case)|untrue|false|incorrect|wrong|a myth) that"
    r"|no (?:evidence|proof|sign|indication|suggestion|guarantee) that"
    r"|(?:dismissed|rejected|denied) (?:\w+ )?(?:claims|reports|rumou?rs|suggestions) that"
    r"|not|never|seldom|rarely|scarcely|rather than|instead of"
    r"|reject(?:s|ed)?(?! by)|rul(?:es|ed) out"
    r"|denie[sd] (?:that|having|\w+ing)|no|neither|nor|without(?! \w+ing\b)"
    r"|originally (?:planned|scheduled|due|expected|meant|set)"
    rf"|(?:was|were) (?:supposed to|meant to|{_DUE}))\b|n['’]t\b)"
    r"(?! (?:the only|other|fewer|less|more|later|earlier|until|necessarily|need|have"
    rf"|{_DENIES_NOTHING})\b)",
    re.IGNORECASE,
)
# "A plan to name a school after her was dropped": what was planned did not come about.
_FAILED = re.compile(
    r"\b(?:plans?|proposals?|bids?|applications?|attempts?|requests?|motions?|bills?|efforts?|offers?)"
    r"\b(?P<what>[^,.;:]{6,120}?)\s(?:was|were|has been|have been|had been|is|got)\s+(?:\w+ly\s+)?"
    r"(?:dropped|rejected|refused|turned down|abandoned|shelved|withdrawn|voted down|defeated"
    r"|blocked|declined|thrown out|scrapped|denied|unsuccessful)\b"
    r"|\b(?:dropped|rejected|refused|turned down|abandoned|shelved|withdrew|voted down|blocked"
    r"|scrapped)\s+(?:an?|the|its|their|his|her)\s+(?:\w+\s+)?(?:plans?|proposals?|bids?"
    r"|applications?|requests?|motions?|offers?)\s+"
    r"(?P<also>(?:to|for|that)\b(?:(?! and )[^,.;:]){4,120})",
    re.IGNORECASE,
)
_IN_THE_END = re.compile(
    r"\b(?:accepted|approved|granted|passed|agreed|succeeded|eventually|finally)\b", re.IGNORECASE
)
# "Fees had played no role": what stands before is denied.
_NO_PART = re.compile(
    r"(?P<what>[^,.;:]+?)\s+(?:play(?:ed|s)?|had|has|have)\s+no\s+(?:\w+\s+)?"
    r"(?:role|part|effect|influence|impact)\b",
    re.IGNORECASE,
)
_NOR_RULED_OUT = re.compile(
    r"\s*(?:\w+ly\s+)?(?:rul(?:e|ed|ing)\s+out|exclude[ds]?|den(?:y|ied|ying)|preclude[ds]?)\b|\s*排除",
    re.IGNORECASE,
)
_DENIES_MORE = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing)\b.{0,80}?"
    r"\b(?:since|before|(?:as|so)\s+\w+|more|less|fewer|\w{2,}er)\b"
    r"|(?:从未|不曾|未曾|没有任何|从来没)",
    re.IGNORECASE,
)
_MOST_OF_ALL = re.compile(
    r"\b(?:\w{2,}est|worst|most|least|first|last|latest|record)\b|最|首|第一|新[高低]|上次|纪录|唯一",
    re.IGNORECASE,
)
_SCOPE_END = re.compile(
    rf"[;:.!?]|{COMMA}|\band (?=(?:the|an?|its?|he|she|they|their)\b"
    r"|[$€£]?\d[\d.,]*\s?(?:%|per\s?cent))"
    r"|\b(?:but|though|although|since|because|until|while|which|who|that|after|before|when|as"
    # "We do not know if it has one" leaves it open.
    r"|(?<!know )(?<!known )(?<!clear )(?<!sure )if)\b",
    re.IGNORECASE,
)
_HAN_DENIAL = re.compile(f"而不是|(?<!无)不是|(?<![比较早晚])原[定订计]|{_HAN_NEGATION.pattern}")
# A claim that says so itself, or that it came later, is not denied by it.
_POSTPONED = re.compile(
    r"\b(?:delay\w*|postpone\w*|pushed back|put (?:back|off)|late|later|behind schedule|originally"
    r"|(?:voted|turned|shot) down|thr(?:ew|own) out|blocked|against|ruled out|rather than"
    r"|on hold|shelv\w+|suspend\w*|dropped|abandon\w*|scrapp\w+|reject\w*|refus\w*"
    r"|withdr[ae]w\w*|once thought|(?:long|previously|formerly) (?:believed|thought))\b"
    r"|(?:过去|原先|曾经?|一度|长期)(?:被|都)?(?:误?认为|以为)|误以为|误认|延后|延迟|推迟|延误|延宕|拖延|展延|延[至到]|顺延|原本|原先|原定|排除|否决|拒绝|驳回|取消|反对|而非|而不是",
    re.IGNORECASE,
)
_HAN_SCOPE_END = re.compile("[，。；：]|而是|但")

_NOTHING = re.compile("(?!)")
# The sides of telling pairs, each pair's two side by side.
_TELLING = [number for number in range(2 * len(PAIRS)) if PAIRS[number // 2].is_telling]


@dataclass(frozen=True, slots=True)
class _Words:
    """What of a language tells opposites, denials and plans.

    `sides` are those of all pairs, `idle` what only looks like a denial; the rest is told in
    `claims.lexicon.denials`.
    """

    sides: tuple[re.Pattern[str], ...]
    negation: re.Pattern[str]
    denial: re.Pattern[str]
    scope_end: re.Pattern[str]
    done: re.Pattern[str]
    planned: re.Pattern[str]
    came_about: re.Pattern[str] = _NOTHING
    idle: re.Pattern[str] = _NOTHING
    is_denied_before: bool = False


def _sides(language: str) -> tuple[re.Pattern[str], ...]:
    form = "(?:{})" if is_han_written(language) else r"\b(?:{})\b"
    return tuple(
        re.compile(form.format(side), re.IGNORECASE) if side else _NOTHING
        for pair in PAIRS
        for side in pair.sides(language)
    )


def _words_of(language: str) -> _Words:
    match language:
        case "en":
            return _Words(
                _sides("en"),
                _NEGATION,
                _DENIAL,
                _SCOPE_END,
                _DONE,
                _PLANNED,
                _CAME_ABOUT,
                _COMPARED_GROUP,
            )
        case "zh":
            return _Words(
                _sides("zh"), _HAN_NEGATION, _HAN_DENIAL, _HAN_SCOPE_END, HAN_DONE, _HAN_PLANNED
            )
    denials = DENIALS[language]
    negation, denial, scope_end, done, planned, came_about, idle = (
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            denials.negation,
            denials.denial,
            denials.scope_end,
            denials.done,
            denials.planned,
            denials.came_about,
            denials.idle,
        )
    )
    return _Words(
        _sides(language),
        negation,
        denial,
        scope_end,
        done,
        planned,
        came_about,
        idle,
        denials.is_denied_before,
    )


_WORDS_IN = ByLanguage({one: one for one in ("en", "zh", *DENIALS)}, _words_of)


def _read(text: str, language: str) -> tuple[_Words, str]:
    """The words of a language, and a text of it as they are looked for in, of the same length."""
    words = _WORDS_IN.of(language)
    plain = plain_in(text, language)
    return words, words.idle.sub(lambda idle: " " * len(idle.group()), plain)


# "a non-renewable term" beside "can be renewed"; "in" and "dis" deny some words and begin others.
_DENYING_PREFIX = re.compile(
    r"\b(?:(?:non|un)-?(?=[a-z]{6})"
    r"|in(?=effective|efficient|adequate|sufficient|accurate|complete|consistent|correct|visible"
    r"|active|secure|stable|capable|eligible|accessible|significant|appropriate|valid|tolerant)"
    r"|im(?=possible|probable|perfect|proper|mature|moral)|ir(?=regular|relevant|responsible)"
    r"|il(?=legal|legible|literate|legitimate)"
    r"|dis(?=agree|approv|continu|appear|honest|similar|satisf|qualif|allow|proportion|connect"
    r"|advantage|loyal))(?P<rest>[a-z]+)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_NOUN_BEHIND = re.compile(r"\s+(?P<noun>[a-z]{4,})")


@dataclass(frozen=True, slots=True)
class Opposition:
    """In what a passage says the opposite of the claim: the words of both, and a sentence."""

    claimed: str
    found: str
    reason: str

    def as_fact(self) -> FactComparison:
        """The comparison as reports show it."""
        return FactComparison(self.claimed, self.found, Relation.DIFFERS)


def clause_around(text: str, start: int, end: int) -> str:
    """The clause of a text that holds `[start, end)`."""
    first = 0
    for match in _CLAUSE_END.finditer(text):
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end:
            return text[first : match.start()]
    return text[first:]


def end_of_last(pattern: re.Pattern[str], text: str, end: int) -> int:
    """Where the last match of a pattern before a place of a text ends, 0 where there is none."""
    return max((one.end() for one in pattern.finditer(text, 0, end)), default=0)


def clauses(text: str) -> list[str]:
    """All clauses of a text."""
    return [clause for clause in _CLAUSE_END.split(text) if clause.strip()]


def find_cause(text: str, language: str) -> str:
    """What a text gives as the cause of what it says, "" if it gives none."""
    plain = plain_in(text, language)
    found = (_HAN_CAUSE if is_chinese(language) else _CAUSE).search(plain)
    return text[found.start("cause") : found.end("cause")].strip() if found else ""


def find_opposition(
    ours: str, our_language: str, theirs: str, their_language: str, *, with_negation: bool = True
) -> Opposition | None:
    """Whether one clause says the other with an opposite word, or negates what it affirms."""
    our_words, their_words = _polar(ours, our_language), _polar(theirs, their_language)
    # "Is not closing" and "is growing" say the same.
    is_turned = has_negation(ours, our_language) != has_negation(theirs, their_language)
    for number, (mine, yours) in enumerate(zip(our_words, their_words, strict=True)):
        if is_turned and with_negation:
            break
        against = number ^ 1  # the other of the pair
        if mine and their_words[against] and not yours and not our_words[against]:
            return _opposite(mine, their_words[against])
    if not is_turned and (denied := _denied_by_prefix(ours, theirs)):
        return denied
    if not with_negation:
        return None
    negated, also = _negations(ours, our_language), _negations(theirs, their_language)
    denying, other = (ours, theirs) if negated else (theirs, ours)
    if (negated or also) and _UNCHANGED.search(other) and any(_polar(denying, "en")[:2]):
        return None  # "will not rise", "stays the same"
    if negated and _denies_opposite(ours, our_language, their_words):
        return None
    if also and _denies_opposite(theirs, their_language, our_words):
        return None
    if bool(negated) != bool(also):
        # "The race was cancelled" is what "they did not race" says.
        affirming, its_language = (theirs, their_language) if negated else (ours, our_language)
        if its_language[:2] in {"en", "zh"} and _IMPLIES_NOT.search(affirming):
            return None
        if is_superlative_by_denial(denying, affirming):
            return None
        if its_language[:2] == "en":
            # "Is not polluting" and "is non-polluting".
            part = negated_part(denying, "en")
            if _has_denied_word(affirming, part) or is_double_denial(denying, affirming):
                return None
        who = "claim" if negated else "source"
        return Opposition(
            " ".join(negated) or AFFIRMED, " ".join(also) or AFFIRMED, f"the {who} negates it"
        )
    return None


def is_superlative_by_denial(denying: str, affirming: str) -> bool:
    """Whether a text denies that anything is more of it, which another says is the most of it.

    "No July has been wetter", "the wettest July"; 從未有女性奪冠, 首位奪冠的女性.
    """
    ours, theirs = simplified(denying), simplified(affirming)
    # "It was not the wettest since 1904" denies just that.
    is_denied_most = _MOST_OF_ALL.search(ours) is not None
    return not is_denied_most and bool(_DENIES_MORE.search(ours) and _MOST_OF_ALL.search(theirs))


def is_double_denial(denying: str, affirming: str) -> bool:
    """Whether an English text denies by two words what another affirms: "none disagreed"."""
    return _has_denied_word(negated_part(denying, "en"), affirming)


def _denies_opposite(text: str, language: str, words: Sequence[str]) -> bool:
    """Whether what a text negates is the opposite of some words: "not approved" and "rejected"."""
    denied = _polar(negated_part(text, language), language)
    return any(one and words[number ^ 1] and not words[number] for number, one in enumerate(denied))


def find_opposite_of_noun(ours: str, theirs: str) -> Opposition | None:
    """Words of opposite meaning before the same noun: "the shortest route", "the longest route".

    In English alone. Neither text may have both.
    """
    mine = _before_nouns(ours)
    for side, word, noun in mine:
        others = _before_nouns(theirs)
        found = _of_side(others, side ^ 1, noun)
        if found and not (_of_side(others, side, noun) or _of_side(mine, side ^ 1, noun)):
            return _opposite(f"{word} {noun}", found)
    return None


@lru_cache(maxsize=1024)
def _before_nouns(text: str) -> tuple[tuple[int, str, str], ...]:
    """Each word of an English text that is of a pair and has a noun behind it.

    The number of its side, the word, and the noun, by sides.
    """
    return tuple(
        (number, found.group(), behind["noun"])
        for number, pattern in enumerate(_WORDS_IN.of("en").sides)
        for found in pattern.finditer(text)
        if (behind := _NOUN_BEHIND.match(text, found.end()))
    )


def _of_side(words: Sequence[tuple[int, str, str]], side: int, noun: str) -> str:
    """The first of some words of a side with a noun, in the singular or the plural: both."""
    wanted = stem(noun, "en")
    return next(
        (
            f"{word} {behind}"
            for one, word, behind in words
            if one == side and stem(behind, "en") == wanted
        ),
        "",
    )


def say_the_same(one: str, other: str, language: str) -> bool:
    """Whether two words are of the same side of a pair: "rose" and "grew"."""
    return any(
        mine and yours
        for mine, yours in zip(_polar(one, language), _polar(other, language), strict=True)
    )


def told_sides(text: str, language: str) -> dict[int, str]:
    """The words of telling pairs that a text has, by the number of their side.

    `number ^ 1` is the side opposite.
    """
    words, plain = _read(text, language)
    found = {number: words.sides[number].search(plain) for number in _TELLING}
    return {number: text[one.start() : one.end()] for number, one in found.items() if one}


def direction_of(text: str, language: str) -> tuple[int, str]:
    """Whether a text says that something rose (1) or fell (-1), and its word for it; or (0, "")."""
    words, plain = _read(text, language)
    rises, falls = (
        text[found.start() : found.end()] if found else ""
        for found in (pattern.search(plain) for pattern in words.sides[:2])
    )
    if bool(rises) == bool(falls):
        return 0, ""
    return (1, rises) if rises else (-1, falls)


def places_of_change(text: str, language: str) -> list[tuple[int, int]]:
    """Where a text says that something rose or fell: `[start, end)` of each word."""
    words, plain = _read(text, language)
    return [match.span() for pattern in words.sides[:2] for match in pattern.finditer(plain)]


def stands_instead(mine: str, theirs: str) -> Opposition:
    """That a source has other words in the place of a claim's."""
    return Opposition(mine, theirs, f"the source has “{theirs}” where the claim has “{mine}”")


def _opposite(mine: str, theirs: str) -> Opposition:
    return Opposition(mine, theirs, f"the claim says “{mine}”, the source “{theirs}”")


def _denied_by_prefix(ours: str, theirs: str) -> Opposition | None:
    """Whether one of two clauses has a word of the other with "non-" or "un" before it."""
    for text, other in ((ours, theirs), (theirs, ours)):
        words = {word.lower() for word in _WORD.findall(other)}
        for match in _DENYING_PREFIX.finditer(text):
            rest, whole = match["rest"].lower(), match.group().lower()
            if whole.startswith("non"):  # "non-polluting" is against "pollutes" as well
                rest = next((one for one in words if stem(one, "en") == stem(rest, "en")), rest)
            denied = (
                rf"\b(?:non|un|i[mnlr]|dis)-?{re.escape(rest)}|\bnot (?:\w+ )?{re.escape(rest)}"
            )
            is_there = re.search(denied, other, re.IGNORECASE)
            # "A citizen who is deported in some non-citizen status" is told of as either.
            is_either = rest in _WORD.findall(_DENYING_PREFIX.sub(" ", text).lower())
            if is_either:
                continue
            if rest in words and not is_there and not words & set(_WORD.findall(whole)) - {rest}:
                mine, yours = (match.group(), rest) if text is ours else (rest, match.group())
                return _opposite(mine, yours)
    return None


def _has_denied_word(text: str, denied: str) -> bool:
    """Whether a text denies by a prefix what another does by "not": "non-polluting"."""
    words = {stem(word.lower(), "en") for word in _WORD.findall(denied)}
    return any(
        stem(match["rest"].lower(), "en") in words for match in _DENYING_PREFIX.finditer(text)
    )


@lru_cache(maxsize=1024)
def _polar(text: str, language: str) -> tuple[str, ...]:
    """For each side of each pair the first word of it in a text, "" if there is none."""
    # Kept, since each clause of a claim is held against many passages.
    words, plain = _read(text, language)
    found = [pattern.search(plain) for pattern in words.sides]
    return tuple(text[match.start() : match.end()] if match else "" for match in found)


def _negations(text: str, language: str) -> list[str]:
    words, plain = _read(text, language)
    return words.negation.findall(plain)


def denied_parts(text: str, language: str) -> tuple[list[str], str]:
    """What a text says is not so, or was only meant to be, each up to its clause's end; the rest.

    "It came from stocks, not from a shortage" denies "from a shortage".
    """
    words, plain = _read(text, language)
    spans = [match.span("what") for match in _NO_PART.finditer(plain)]
    spans += [
        failed.span("what" if failed["what"] else "also")
        for failed in _FAILED.finditer(plain)
        if not _IN_THE_END.search(plain, failed.end())
    ]
    spans += [_scope(denial, plain, words) for denial in words.denial.finditer(plain)]
    # What is not ruled out is not denied.
    spans = [span for span in spans if not _NOR_RULED_OUT.match(plain, *span)]
    parts, rest, last = [], "", 0
    for start, until in sorted(spans):
        if until > last:
            parts.append(text[max(start, last) : until])
            rest, last = f"{rest}{text[last:start]}\n", until
    return parts, rest + text[last:]


def negated_part(text: str, language: str) -> str:
    """What the first negation of a text negates, to its clause's end; "" without one."""
    words, plain = _read(text, language)
    found = words.negation.search(plain)
    if found is None:
        return ""
    start, end = _scope(found, plain, words)
    return text[start:end]


_ASIDE = re.compile(r"\s*,\s*(?:as|however|contrary|despite)\b[^,;.]{2,40},\s*", re.IGNORECASE)


def _scope(denial: re.Match[str], plain: str, words: _Words) -> tuple[int, int]:
    """The part of a text that a denial is of, as `[start, end)`."""
    if words.is_denied_before:
        return end_of_last(words.scope_end, plain, denial.start()), denial.start()
    begin = denial.end()
    if aside := _ASIDE.match(plain, begin):
        begin = aside.end()  # "and not, as first reported, the opening of the sluices"
    end = words.scope_end.search(plain, begin)
    return begin, end.start() if end else len(plain)


def says_what_is_not(text: str, language: str) -> bool:
    """Whether a text itself denies something, or says that it came later than it was to."""
    words, plain = _read(text, language)
    is_denied = words.denial.search(plain) or _POSTPONED.search(plain)
    return bool(is_denied) or has_negation(text, language)


def implies_not(text: str, language: str) -> bool:
    """Whether a text says in any way that something is not so: "lacks", "failed to", "no"."""
    return says_what_is_not(text, language) or bool(_IMPLIES_NOT.search(_read(text, language)[1]))


def says_not(text: str, language: str) -> bool:
    """Whether a text says without a negation that something is not so: "is outside the scope"."""
    return language[:2] in {"en", "zh"} and bool(_SAYS_NOT_IN.search(_read(text, language)[1]))


def is_told_as_done(text: str, language: str, *, is_dated: bool = False) -> bool:
    """Whether a text says that something has come about, and nothing of a plan.

    What is told of a day in the past, "launched on 6 March", may rest on what was planned for it.
    """
    words, plain = _read(text, language)
    is_done = words.done.search(plain) or (not is_dated and words.came_about.search(plain))
    open_ = _FULFILLED.sub(" ", plain)
    return bool(is_done) and not (words.planned.search(open_) or _ANNOUNCED.search(open_))


def is_told_as_plan(text: str, language: str) -> bool:
    """Whether a text says that something is meant to come about, and nothing that has."""
    words, plain = _read(text, language)
    plain = _MEASURED_BY_PLAN.sub(" ", plain)
    return words.planned.search(plain) is not None and words.done.search(plain) is None


def negated_words(text: str, language: str) -> list[str]:
    """Each negation of a text with the word before it and the word after, as they stand there."""
    if is_han_written(language):
        return []
    return [match.group() for match in _negated_words_in(language).finditer(text)]


@cache
def _negated_words_in(language: str) -> re.Pattern[str]:
    negation = _WORDS_IN.of(language).negation.pattern
    return re.compile(rf"\w+\s+(?:\w*(?:{negation}))\s+\w+", re.IGNORECASE)


def first_negation(text: str, language: str) -> tuple[int, int] | None:
    """Where the first word of a text stands that negates anything: `[start, end)`, or None."""
    words, plain = _read(text, language)
    found = words.negation.search(plain)
    return found.span() if found else None


def has_negation(text: str, language: str) -> bool:
    """Whether a text negates anything."""
    return bool(_negations(text, language))
