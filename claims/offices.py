"""Who holds an office: "council leader Finch" is not what "council leader Okafor" says.

Of offices that one person holds at a time, in English and Chinese, each in its own language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.languages import is_chinese, simplified
from claims.lexicon.stems import stems
from claims.lexicon.terms import vocabulary_for
from claims.passages import Passage
from claims.polarity import Opposition

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.grounds import Grounds

_OFFICE = (
    r"chief executive(?: officer)?|CEO|chief financial officer|CFO|finance (?:director|chief)"
    r"|chair(?:man|woman|person)?|vice[- ]president|president|managing director|director[- ]general"
    r"|director|mayor|prime minister|minister|leader|head coach|head|captain|coach"
    r"|editor(?:-in-chief)?|founder|spokes(?:man|woman|person)|secretary[- ]general|secretary"
    r"|governor|chancellor|principal|curator|treasurer|commissioner|ambassador|archbishop|bishop"
)
_NAME = (
    r"(?:(?:Sir|Dame|Lord|Lady|Dr\.?|Prof\.?|Mr\.?|Mrs\.?|Ms\.?)\s+)?"
    r"[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,2}"
)
_AN_OFFICE = rf"(?i:(?:\b(?P<kind>[\w'’-]+)\s+)?\b(?P<office>{_OFFICE})\b)"
_HELD = (
    # "Council leader Sam Okafor", "its leader, Marjorie Finch"
    re.compile(rf"{_AN_OFFICE},?\s+(?P<name>{_NAME})"),
    # "Sam Okafor, the council leader", "Sam Okafor is the leader"
    re.compile(
        rf"(?P<name>{_NAME})(?:,|\s+(?:is|was))\s+(?:(?i:the|its|their|our|his|her|an?)\s+)?"
        rf"(?:(?:[\w'’&-]+\s+){{0,3}}[\w'’-]+['’]s?\s+)?{_AN_OFFICE}"
    ),
    # "The chairman of Orsted Foods, Kari Lund"
    re.compile(
        rf"{_AN_OFFICE}\s+(?:of|at|for)\s+(?:the\s+)?[A-Z][\w'’&-]*(?:\s+[\w'’&-]+){{0,4}},\s+"
        rf"(?P<name>{_NAME})(?=[,.;]|\s+(?:said|told|says))"
    ),
    # "Ingrid Solheim, who runs the company as chief executive"
    re.compile(
        rf"(?P<name>{_NAME}),\s+who\b[^,.;:]{{0,40}}?\bas\s+(?:(?:the|its)\s+)?{_AN_OFFICE}"
    ),
)
_DETERMINERS = frozenset("the a an its his her their our my your this that".split())
_LINKS = frozenset("as and or by of to said".split())
_NO_KIND = _DETERMINERS | _LINKS
# Another may have held it before, or will.
_OTHER_TIME = re.compile(
    r"\b(?:former|ex|then|new|next|incoming|outgoing|acting|interim|first"
    r"|co|previous|late|senior|junior|founding)$",
    re.IGNORECASE,
)
_DEPUTY = re.compile(r"\b(?:deputy|vice|assistant)$", re.IGNORECASE)
_HAN_OFFICE = (
    "县长|市长|镇长|乡长|区长|省长|部长|次长|处长|局长|署长|院长|校长|馆长|董事长|执行长|总经理"
    "|首席执行官|秘书长|主席|发言人|所长|会长|理事长|总统|总理|首相|队长|总教练|教练|主编|总编辑"
    "|创办人|创始人|总裁|总监|站长|园长|团长|社长|司长|科长|主委|主任委员|召集人"
)
_HAN_HELD = re.compile(
    rf"(?P<of>[\u4e00-\u9fff]{{0,2}})(?P<office>{_HAN_OFFICE})(?P<name>[\u4e00-\u9fff]{{2,3}})"
    r"(?=表示|指出|说|认为|强调|透露|宣布|提醒|呼吁|提到|坦言|解释|补充|也|则|在|于|今|昨|[,，。、；：「“(（])"
)
_HAN_OTHER_TIME = frozenset("前代原新兼")
_HAN_DEPUTY = "副"
_ALIKE = (
    frozenset({"chief executive", "chief executive officer", "ceo", "head", "managing director"}),
    frozenset({"chief financial officer", "cfo", "finance director", "finance chief"}),
    frozenset({"chair", "chairman", "chairwoman", "chairperson", "president", "leader", "head"}),
    frozenset({"director", "head", "leader", "curator", "managing director", "director general"}),
    frozenset({"coach", "head coach", "manager"}),
    frozenset({"editor", "editor in chief"}),
    frozenset({"spokesman", "spokeswoman", "spokesperson"}),
    frozenset({"secretary", "secretary general"}),
    frozenset({"prime minister", "minister", "leader"}),
    *(frozenset({"founder", one}) for one in ("chief executive", "ceo", "chair", "chairman")),
    *(frozenset({"founder", one}) for one in ("president", "director")),
    *(frozenset({"president", one}) for one in ("chief executive", "ceo")),
    frozenset({"执行长", "首席执行官", "总裁", "总经理", "创办人", "创始人"}),
    frozenset({"董事长", "主席", "会长", "理事长", "创办人", "创始人", "总裁"}),
    frozenset({"总编辑", "主编"}),
    frozenset({"教练", "总教练"}),
    frozenset({"部长", "首长"}),
)
# Of what many are at a time, whose party it is.
_OF_PARTY = re.compile(
    r"\b(?P<party>(?:Social |Liberal |Christian )?Democrat(?:ic)?|Republican|Labour|Conservative"
    r"|Tory|Green|Liberal|Socialist|Communist|Independent|National|Labor)\s+(?:(?:U\.?S\.?\s+)?"
    r"(?:MP|MEP|senator|congress(?:man|woman)|representative|lawmaker|councillor|deputy|candidate"
    rf"|leader|politician))\s+(?P<name>{_NAME})"
)
_HAN_OF_PARTY = re.compile(
    r"(?P<party>[\u4e00-\u9fff]{2}党)(?:籍)?(?:立委|立法委员|市?议员|国会议员|[众参]议员|委员|党团\S{2,4})"
    r"(?P<name>[\u4e00-\u9fff]{2,3})(?=表示|指出|说|认为|质疑|批评|提案|主张|强调|要求|则|也|在|于|[,，。、；：「“])"
)
# Posts that many have at a time, of which one has one.
_HAN_POST = re.compile(
    r"(?P<post>(?:特聘|讲座|客座|名誉|助理|副|兼任)?(?:教授|研究员)|博士生|博士后|讲师|总工程师|工程师|医师|院士)"
    r"(?P<name>[\u4e00-\u9fff]{2,3})"
    r"(?=表示|指出|说|认为|主持|强调|发现|解释|带领|领导|则|也|在|于|[,，。、；：「“])"
)
_TITLES = frozenset("sir dame lord lady dr prof mr mrs ms".split())


@dataclass(frozen=True, slots=True)
class _Held:
    """That someone holds an office of a kind, "council" of "council leader", or of none told.

    `of` is what the office is of; in Chinese it is two characters, and the kind the last of them.
    `in_full` is what is said, with that.
    """

    office: str
    kind: str
    of: str
    names: frozenset[str]
    start: int
    said: str
    in_full: str


def find_other_holder(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The sentence in which somebody else holds the office that a claim gives somebody."""
    ours, theirs = _held_by_both(grounds)
    for mine in ours:
        alike = [one for one in theirs if one.office == mine.office]
        if mine.kind and any(one.kind == mine.kind for one in alike):
            alike = [one for one in alike if one.kind == mine.kind]
        if not alike or any(one.names & mine.names for one in alike):
            continue
        other = alike[0]
        # Two offices of the like, each of a kind of its own, are not the same.
        is_other_kind = mine.kind and other.kind and mine.kind != other.kind
        if is_other_kind or len({one.names for one in alike}) > 1:
            continue
        if found := _against(mine.said, other.said, other.start, grounds):
            return found
    return None


def find_other_office(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The sentence that gives whom a claim names another office, if none gives the claim's."""
    held, theirs = _held_by_both(grounds)
    for mine in held:
        same = [one for one in theirs if mine.names <= one.names or one.names <= mine.names]
        of_kind = [one for one in same if _is_same_office(one.office, mine.office)]
        if not same or (of_kind and not _is_unheard_of(mine, of_kind, grounds)):
            continue
        other = of_kind[0] if of_kind else same[0]
        claimed, said = (one.in_full if of_kind else one.said for one in (mine, other))
        if found := _against(claimed, said, other.start, grounds):
            return found
    return None


def find_other_party(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The sentence that gives whom a claim names another party, or another post, than it does."""
    claim, page = grounds.claim, grounds.index.page
    if claim.language[:2] != page.language[:2]:
        return None
    is_han = is_chinese(claim.language)
    ours, theirs = (simplified(text) if is_han else text for text in (claim.plain, page.text))
    for pattern in (_HAN_OF_PARTY, _HAN_POST) if is_han else (_OF_PARTY,):
        for mine in pattern.finditer(ours):
            told = [
                one
                for one in pattern.finditer(theirs)
                if _is_same_person(mine["name"], one["name"])
            ]
            if told and all(one[1].lower() != mine[1].lower() for one in told):
                first, last = told[0].span()
                claimed = claim.plain[mine.start() : mine.end()]
                return _against(claimed, page.text[first:last], first, grounds)
    return None


def _is_same_person(one: str, other: str) -> bool:
    """Whether two names may be of one: "Ruiz" and "Elena Ruiz"."""
    mine, yours = (set(name.lower().split()) for name in (one, other))
    return mine <= yours or yours <= mine


def _is_unheard_of(mine: _Held, same: Sequence[_Held], grounds: Grounds) -> bool:
    """Whether an office is of a kind that the page nowhere speaks of, and there of another.

    "Health minister Holm", where "finance minister Holm" spoke and health is no matter.
    """
    if not mine.of or any(not one.of or one.office != mine.office for one in same):
        return False
    page = grounds.index.page
    if is_chinese(page.language):
        return mine.of not in simplified(page.text)
    forms = grounds.index.forms(vocabulary_for(grounds.claim.language, page.language))
    return not any(form in forms for form in stems(mine.of, "en"))


def _held_by_both(grounds: Grounds) -> tuple[list[_Held], list[_Held]]:
    """Who holds which office by a claim, and by its page where the claim says so of any."""
    claim, page = grounds.claim, grounds.index.page
    if claim.language[:2] != page.language[:2]:
        return [], []
    ours = list(_held(claim.plain, claim.language))
    return ours, list(_held(page.text, page.language)) if ours else []


def _against(
    claimed: str, said: str, start: int, grounds: Grounds
) -> tuple[Passage, Opposition] | None:
    """The sentence that says otherwise at a place; None where it is left out of the index."""
    for unit in grounds.index.units:
        if unit.start <= start < unit.end:
            return Passage(unit, 0.0), Opposition(claimed, said, f"the source says “{said}”")
    return None


def _is_same_office(one: str, other: str) -> bool:
    """Whether two words are of one office: CEO and chief executive, 執行長 and 首席執行官."""
    return one == other or any({one, other} <= group for group in _ALIKE)


def _held(text: str, language: str) -> Iterator[_Held]:
    """Who holds which office, by a text; a deputy has an office of his own."""
    if is_chinese(language):
        for found in _HAN_HELD.finditer(simplified(text)):
            kind = found["of"][-1:]
            if kind not in _HAN_OTHER_TIME:
                deputy = kind if kind == _HAN_DEPUTY else ""
                start = found.start("office") - len(deputy)
                name = frozenset({found["name"]})
                office = f"{deputy}{found['office']}"
                said, in_full = text[start : found.end()], text[found.start() : found.end()]
                yield _Held(office, kind, found["of"], name, start, said, in_full)
        return
    if language[:2] != "en":
        return
    for pattern in _HELD:
        for found in pattern.finditer(text):
            before = text[: found.start("office")].rstrip(" -")
            if _OTHER_TIME.search(before):
                continue
            deputy = _DEPUTY.search(before)
            kind = (found["kind"] or "").lower()
            names = frozenset(re.findall(r"[\w'’-]+", found["name"].lower())) - _TITLES
            office = found["office"].lower().replace("-", " ")
            if deputy:
                office, kind = f"deputy {office}", ""
            is_led = kind in _LINKS and found.start("kind") == found.start()
            said = text[found.start("office") if is_led else found.start() : found.end()].strip()
            kind = "" if kind in _NO_KIND or kind in names else kind
            yield _Held(office, kind, kind, names, found.start("office"), said, said)
