"""Who said it: what a claim has one person say, and the source another.

"Half a pool is better than none, Stanton argued" is not what the page says where councillor Anand
says so. Of pages in English and Chinese; names in Latin letters are known in claims of either. Of
persons only: whoever speaks for an organisation says what it says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from claims.languages import is_chinese, is_han_written, simplified
from claims.lexicon.names import proper_names
from claims.lexicon.terms import count_held, forms_of, terms_of, vocabulary_for
from claims.polarity import Opposition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.grounds import Grounds
    from claims.passages import Passage, Unit

_WORD = r"[A-Z\u00c0-\u00de][\w'’-]+"
_NAME = rf"{_WORD}(?:\s+(?:(?:de|del|van|von|der|den|la|bin|al)\s+)*{_WORD}){{0,3}}"
_SAYS = (
    r"said|says|say|saying|tells?|told|argue[sd]?|warn(?:s|ed)|note[sd]|explain(?:s|ed)"
    r"|claim(?:s|ed)|state[sd]|add(?:s|ed)|describe[sd]|call(?:s|ed)|believe[sd]?|think(?:s)?"
    r"|thought|predict(?:s|ed)|stress(?:es|ed)|emphasi[sz]e[sd]|insist(?:s|ed)|acknowledge[sd]"
    r"|admit(?:s|ted)|complain(?:s|ed)|urge[sd]|suggest(?:s|ed)|comment(?:s|ed)|remark(?:s|ed)"
    r"|conced(?:es|ed)|points? out|pointed out|maintain(?:s|ed)|fear(?:s|ed)|hope[sd]"
    r"|expect(?:s|ed)|reckon(?:s|ed)|wr(?:ites|ote)|recall(?:s|ed)|replie[sd]|likened"
    r"|(?:dis)?agree[sd]?|counter(?:s|ed)|object(?:s|ed)|joke[sd]|wonder(?:s|ed)|asks|asked"
    r"|blame[sd]|critici[sz]e[sd]|praise[sd]|doubt(?:s|ed)|question(?:s|ed)|estimate[sd]"
)
_BETWEEN = r"(?:\w+ly\s+|also\s+|has\s+|had\s+|then\s+|later\s+|once\s+)?"
# "Marit Oslund, the council's president, said"
_BEFORE = re.compile(
    rf"(?P<name>{_NAME})(?:,[^,.;“”\"]{{2,80}},|\s+(?:of|from|at)\s+[^,.;:“”\"]{{3,60}}?)?"
    rf"\s+{_BETWEEN}(?:{_SAYS})\b"
)
# "…," said Ines Valdoro; "…," said chief statistician Kenji Arahata
_BEHIND = re.compile(
    rf"[,.?!]?[”\"’']\s*(?:{_SAYS})\s+(?:[a-z’'-]+\s+){{0,4}}?(?P<name>{_NAME})"
    rf"|\b[Aa]ccording to (?:[a-z’'-]+\s+){{0,4}}?(?P<named>{_NAME})"
)
_ORGANISATION = re.compile(
    r"\b(?:Agency|Association|Authority|Bank|Board|Bureau|Cent(?:er|re)|Chamber|College|Commission"
    r"|Committee|Company|Corporation|Council|Court|Department|Federation|Foundation|Fund"
    r"|Government|Group|Institut(?:e|ion)|Laborator(?:y|ies)|League|Ministry|Network|Office"
    r"|Organi[sz]ation|Parliament|Party|Police|School|Senate|Services?|Society|Times|Trust|Union"
    r"|University|Post|News|Inc|Corp|Ltd|Co|AG|GmbH|SE|PLC|NGO|House|Club|Museum|Hospital"
    r"|Research|Energy|Industries|Technologies|Holdings|Partners|Nations|States|Kingdom)\b"
)
_SOMEBODY = re.compile(rf"{_WORD}\s+{_WORD}")
_HAN_SAYS = (
    "形容|表示|指出|认为|强调|警告|坦言|透露|主张|批评|补充|解释|提醒|直言|担心|预测|估计|相信"
    "|质疑|痛批|抨击|驳斥|称赞|盼|回忆|承认|抱怨|呼吁|(?<![小学传再虽])说(?![明法服唱])|(?<![职名简号俗通别又人统尊昵宣堪])称(?![职号呼为作霸])"
)
_HAN_BEFORE = re.compile(
    rf"(?P<name>{_NAME}|[\u4e00-\u9fff·]{{2,16}}?)\s*(?:则|也|还|并|曾|接着)?(?:{_HAN_SAYS})"
)
# Of whom a text in Chinese speaks by name and not by an office, nothing tells where a name begins.
_HAN_TITLE = re.compile(
    "[\u4e00-\u9fff]长(?=[\u4e00-\u9fff]{2,3}$)"
    "|总经理|首席执行官|主席|发言人|总统|总理|首相|教练|主编|总编辑|创办人|创始人|总裁|总监|主任|召集人|研究员|教授"
    "|学者|博士|医师|律师|议员|委员|分析师|专家|工程师|代表"
)
_STARTS_ON = re.compile(r"\s*(?:[“\"「『]|(?:He|She|They)\b|[他她])")
# Of the words of what a claim has somebody say, and how many, the source's sentence has to have.
_LEAST_SAID = 0.3
_FEWEST_SAID = 2
_PERSON = 2
# How many sentences back somebody may have begun to speak.
_FURTHEST = 8
_FIRST_HAN = "\u2e80"
_HAN_NAME = 2
_LONGEST_HAN_NAME = 3


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Who speaks: the words of a name, how it is written, and what follows on the verb."""

    name: frozenset[str]
    written: str
    said: str = ""


def find_other_speaker(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The passage that has somebody else say what a claim has one person say."""
    claim, index = grounds.claim, grounds.index
    speakers = [*_speakers_in(claim.plain, claim.language)]
    if len(speakers) != 1:
        return None
    ours = speakers[0]
    if not _is_person(ours, f"{claim.plain}\n{index.page.text}"):
        return None
    vocabulary = vocabulary_for(claim.language, index.page.language)
    names = proper_names(claim.plain, index.lower_case)
    said = [
        term
        for term in terms_of(ours.said, claim.language, vocabulary)
        if not (term.is_number or term.forms & names)
    ]
    held = {
        one.unit: count_held(said, forms_of(one.unit.text, index.page.language, vocabulary))
        for one in grounds.retrieval.chosen
        if one.unit.row is None
    }
    if not held:
        return None
    most = max(held.values())
    # Each sentence that has the most of what is said, with who says it.
    told = [
        (one, _speaker_of(one.unit, grounds))
        for one in grounds.retrieval.chosen
        if held.get(one.unit) == most
    ]
    is_own = any(_is_in(ours, one.unit.text) or (by and _are_one(ours, by)) for one, by in told)
    if is_own or most < max(_FEWEST_SAID, _LEAST_SAID * len(said)):
        return None
    for passage, theirs in told:
        if theirs is None or _is_latin(theirs) is not _is_latin(ours):
            continue
        if _is_person(theirs, index.page.text) and not _are_named_together(ours, theirs, grounds):
            reason = f"the source has {theirs.written} say so, not {ours.written}"
            return passage, Opposition(ours.written, theirs.written, reason)
    return None


def _speakers_in(text: str, language: str) -> Iterator[_Speaker]:
    """Who a text says says something."""
    if is_han_written(language):
        plain = simplified(text)
        for match in _HAN_BEFORE.finditer(plain):
            written = text[match.start("name") : match.end("name")]
            yield _speaker(written, text[match.end() :])
        return
    for match in _BEHIND.finditer(text):
        written = match["name"] or match["named"]
        yield _speaker(written, text[: match.start()] or text[match.end() :])
    for match in _BEFORE.finditer(text):
        yield _speaker(match["name"], text[match.end() :])


def _speaker(written: str, said: str) -> _Speaker:
    words = frozenset(
        word.lower().removesuffix("'s").removesuffix("’s") for word in re.findall(_WORD, written)
    )
    return _Speaker(words or frozenset({written}), written, said)


def _is_person(speaker: _Speaker, text: str) -> bool:
    """Whether somebody has two names at least, in a text too, and none of an organisation."""
    if not _is_latin(speaker):
        return _HAN_TITLE.search(simplified(speaker.written)) is not None
    if _ORGANISATION.search(speaker.written):
        return False
    if len(speaker.name) >= _PERSON:
        return True
    return bool(re.search(rf"(?<=[a-z,] ){_WORD}\s+{re.escape(speaker.written)}\b", text))


def _are_named_together(ours: _Speaker, theirs: _Speaker, grounds: Grounds) -> bool:
    """Whether a sentence names both: "Oliver Stanton, director of Blue Lantern, says"."""
    units = grounds.index.units
    return any(_is_in(ours, one.text) and _is_in(theirs, one.text) for one in units)


def _is_latin(speaker: _Speaker) -> bool:
    return any(word[0] < _FIRST_HAN for word in speaker.name)


def _are_one(one: _Speaker, other: _Speaker) -> bool:
    if _is_latin(one) or _is_latin(other):
        return bool(one.name & other.name)
    return _has_name_of(one, other.written)


def _is_in(speaker: _Speaker, text: str) -> bool:
    if _is_latin(speaker):
        return bool(speaker.name & {word.lower() for word in re.findall(r"[^\W\d_]+", text)})
    return _has_name_of(speaker, text)


def _has_name_of(speaker: _Speaker, text: str) -> bool:
    """Whether a text in Chinese has two characters in a row of how somebody is written."""
    plain, name = simplified(text), _without_title(simplified(speaker.written))
    return any(name[at : at + _HAN_NAME] in plain for at in range(len(name) - _HAN_NAME + 1))


def _without_title(name: str) -> str:
    """The name behind an office, or before it: of 知识产权研究院教授苏念慈 the last three."""
    titles = list(_HAN_TITLE.finditer(name))
    if not titles:
        return name
    behind = name[titles[-1].end() :]
    return behind if len(behind) >= _HAN_NAME else name[: titles[-1].start()][-_LONGEST_HAN_NAME:]


def _speaker_of(unit: Unit, grounds: Grounds) -> _Speaker | None:
    """Who says what a sentence says: as it tells, or the one before that it goes on from."""
    language = grounds.index.page.language
    if not (is_chinese(language) or language.startswith("en")):
        return None
    found = _last(_speakers_in(unit.text, language))
    if found:
        return found
    if not _STARTS_ON.match(unit.text):
        return None
    for one in islice(grounds.index.before(unit), _FURTHEST):
        if found := _last(_speakers_in(one.text, language)):
            return found
        if _SOMEBODY.search(one.text):
            return None  # whom "he said" may be of
    return None


def _last(speakers: Iterator[_Speaker]) -> _Speaker | None:
    return next(reversed([*speakers]), None)
