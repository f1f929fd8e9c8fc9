"""Who did it, and who it is, in Chinese: 由…修復, 第一作者是….

What stands by 由, or behind 是, tells; no capital letter does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.languages import is_chinese, simplified
from claims.polarity import Opposition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.grounds import Grounds
    from claims.passages import Passage

_DEED = (
    "完成|修复|修缮|设计|兴建|建造|打造|发起|创办|创立|成立|撰写|编写|执导|主演|绘制|制作|出版|发行|收购"
    "|赞助|负责|营运|运营|经营|管理|主持|发现|提出|承办|主办|补助|出资|资助|改编|翻译|担任|领导|率领|研发"
    "|开发|生产|供应|承建|施工|捐赠|拍摄|作曲|谱写|雕刻|起草|调查|审查|承担|支付"
)
_BY = re.compile(rf"由(?P<agent>[^，。；：、\d]{{2,16}}?)(?P<deed>{_DEED})")
_DONE = re.compile(_DEED)
_ROLE = (
    "作者|冠军|亚军|得主|首都|主角|导演|编剧|设计师|建筑师|创办人|创始人|负责人|第一名|股东|主编|馆长|院长"
    "|校长|董事长|执行长|总经理|秘书长|主席|发言人|队长|教练|主办单位|承办单位|主管机关|母公司|前身|主持人"
)
_HAN_PAIR = re.compile("[\u4e00-\u9fff]{2}")
_IS = re.compile(
    rf"(?P<what>[^，。；：、\s]{{0,6}}(?:{_ROLE}))(?:是|为|係|系)(?P<who>[^，。；：]{{2,14}})"
)
# What one does to another, in groups that say the same.
_DONE_TO = tuple(
    frozenset(words.split())
    for words in (
        "击败 打败 战胜 胜过 赢过 力克 逆转 险胜 大胜 力退 横扫",
        "收购 并购 买下 入主",
        "接替 取代 继任 接任 替换",
        "批评 指责 抨击 痛批",
        "超越 超过 领先",
        "控告 起诉 提告 状告",
        "赞助 资助 补助",
        "侵害 侵犯",
        "邀请",
        "聘请 雇用 聘用",
        "任命 提名",
        "推荐",
        "支持 力挺",
        "感谢",
        "攻击 袭击",
        "授权",
        "委托",
        "投资",
        "拥有",
    )
)
_TO = re.compile(
    rf"(?P<one>[^，。；：]+?)(?P<passive>[被遭获])?(?P<other>(?<=[被遭获])[^，。；：]{{2,12}}?)?"
    rf"(?P<deed>{'|'.join(word for group in _DONE_TO for word in sorted(group))})[了过]?"
    r"(?P<whom>[^，。；：、]{2,16})?"
)


def find_turned_deed(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The clause in which a did to b what a Chinese claim says that b did to a."""
    claim, language = grounds.claim, grounds.index.page.language
    if not (is_chinese(claim.language) and is_chinese(language)):
        return None
    ours = list(_deeds_to(simplified(claim.plain)))
    for passage in grounds.retrieval.chosen if ours else ():
        if passage.unit.row is not None:
            continue
        theirs = list(_deeds_to(simplified(passage.unit.text)))
        for mine in ours:
            alike = [one for one in theirs if one.deed == mine.deed]
            if alike and all(mine.is_reverse_of(one) for one in alike):
                said = passage.unit.text[alike[0].start : alike[0].end].strip()
                return passage, Opposition(claim.plain, said, f"the source says “{said}”")
    return None


@dataclass(frozen=True, slots=True)
class _DeedTo:
    """That one did something to another, at `[start, end)`: the pairs of characters of both.

    `deed` is the number of the group of words that say the same, `heads` what both begin with.
    """

    deed: int
    doer: frozenset[str]
    whom: frozenset[str]
    heads: tuple[str, str]
    start: int
    end: int

    def is_reverse_of(self, other: _DeedTo) -> bool:
        """Whether doer and done-to stand in each other's place."""
        crossed = len(self.doer & other.whom), len(self.whom & other.doer)
        straight = len(self.doer & other.doer) + len(self.whom & other.whom)
        # 美國女排, 中國女排: what they are called besides tells nothing.
        doer, whom = self.heads
        is_by_head = doer in other.whom - other.doer and whom in other.doer - other.whom
        return is_by_head or (all(crossed) and sum(crossed) > straight)


def _deeds_to(text: str) -> Iterator[_DeedTo]:
    for found in _TO.finditer(text):
        number = next(n for n, group in enumerate(_DONE_TO) if found["deed"] in group)
        doer, whom = found["one"], found["whom"] or ""
        if found["passive"]:
            doer, whom = found["other"] or "", found["one"]
        one, other = (frozenset(filter(_HAN_PAIR.match, _pairs(each))) for each in (doer, whom))
        if one and other:
            heads = doer[:2], whom[:2]
            yield _DeedTo(number, one, other, heads, found.start(), found.end())


def find_other_agent(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The clause by which somebody else did, or is, what a Chinese claim says of one."""
    claim, language = grounds.claim, grounds.index.page.language
    if not (is_chinese(claim.language) and is_chinese(language)):
        return None
    plain = simplified(claim.plain)
    for passage in grounds.retrieval.chosen:
        text = simplified(passage.unit.text)
        if passage.unit.row is not None:
            continue
        for start, end in (*_other_doers(plain, text), *_other_holders(plain, text)):
            said = passage.unit.text[start:end].strip()
            return passage, Opposition(claim.plain, said, f"the source says “{said}”")
    return None


def _other_doers(claim: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a text says by whom a deed of the claim was done, if by none that the claim names."""
    theirs = list(_BY.finditer(text))
    ours = {one["deed"]: one["agent"] for one in _BY.finditer(claim)}
    done = {one.group() for one in _DONE.finditer(claim)}
    known = _pairs(claim)
    for one in theirs:
        if one["deed"] not in done or _pairs(one["agent"]) & known:
            continue
        # Who did another thing there, 由甲建造, 由乙修復, is said to have done this.
        crossed = any(
            other["deed"] not in done and _pairs(other["agent"]) & known
            for other in theirs
            if other is not one
        )
        if one["deed"] in ours or crossed:
            yield one.span()


def _other_holders(claim: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a text says who it is that the claim says another is."""
    for mine in _IS.finditer(claim):
        role = mine["what"]
        same = [one for one in _IS.finditer(text) if _is_same_role(role, one["what"])]
        who = _pairs(mine["who"])
        if same and not any(_pairs(one["who"]) & who for one in same):
            yield same[0].span()


def _is_same_role(one: str, other: str) -> bool:
    """Whether two roles end alike: 論文的第一作者, 論文第一作者."""
    first, second = (role.replace("的", "") for role in (one, other))
    short, long = sorted((first, second), key=len)
    return long.endswith(short) or first[-4:] == second[-4:]


def _pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a text."""
    return frozenset(f"{one}{other}" for one, other in pairwise(text))
