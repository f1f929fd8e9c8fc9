"""Words that exclude each other where they stand in the same place: "before" and "after".

More than the opposites of `claims.lexicon.opposites`, which tell wherever they stand: these do in
a sentence that is else the same. A line is a set, and what `|` does not part says the same.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claims.languages import is_chinese

if TYPE_CHECKING:
    from collections.abc import Mapping

_ENGLISH = """
before prior_to|after following|during|until till|since
all every each both|most|many several some numerous|few|no none
always|often frequently|sometimes|rarely seldom|never
first|second|third|fourth|fifth|last final
largest biggest|second-largest second-biggest|smallest
over above exceeding|under below
more_than over|less_than fewer_than under|exactly
more|less fewer
at_least|at_most
only solely|also
mainly mostly chiefly largely|partly partially|entirely wholly fully|hardly
because since as|although though|despite
because_of due_to|despite in_spite_of
with|without
for in_favour_of in_favor_of|against
in_favour in_favor|against
inside|outside
indoor|outdoor
early earlier|late later
beginning start|middle|end
birth|death
born|died
son|daughter
brother|sister
husband|wife
father|mother
uncle|aunt
his|her
he|she
man|woman
men|women
boys|girls
boy|girl
male|female
imports|exports
import|export
imported|exported
bought purchased acquired|sold
buy purchase|sell
buyer|seller
won|lost
win|lose
winner|loser
joined|left
hired|dismissed
lent|borrowed
income revenue revenues|expenditure spending|profit|loss|debt
gross|net
core|headline
median|average mean
pre-tax|after-tax
real|nominal
supply|demand
urban|rural
public state-owned|private
domestic|foreign
national|local|regional|international|global
northern|southern|eastern|western
north|south|east|west|north-east northeast|north-west northwest|south-east southeast|south-west
left-hand|right-hand
spring|summer|autumn fall|winter
morning|afternoon|evening|night
monday|tuesday|wednesday|thursday|friday|saturday|sunday
january|february|march|april|may|june|july|august|september|october|november|december
hourly|daily|weekly|fortnightly|monthly|quarterly|annual yearly annually
day|week|month|quarter|year|decade|century
hours|days|weeks|months|quarters|years|decades|centuries
day's|week's|month's|quarter's|year's
half halves|third thirds|quarter quarters|fifth fifths
double doubled|triple tripled|halve halved
twice|half
old older|new newer|young younger
oldest|newest|youngest
cheap cheaper|expensive dearer
fast faster|slow slower
warm warmer hot hotter|cold colder cool cooler
wet wetter|dry drier
strong stronger|weak weaker
primary|secondary|tertiary
pupils students|teachers
patients|doctors|nurses
employees workers|employers
planned|completed finished
proposed|approved adopted|rejected
expected|confirmed
will|did has have had
may might could|must
temporary temporarily|permanent permanently
voluntary|mandatory compulsory
legal|illegal
guilty|innocent
dead killed|injured hurt wounded|missing
kilometres kilometers|metres meters|miles|feet
tonnes tons|kilograms kilos
white|black|red|green|blue|yellow|brown|grey gray
"""
_CHINESE = """
前|后|中
上|下
所有 全部 全体|大多数 多数|部分|少数|半数
多|少
首|再|末
最大|第二大|第三大|最小
至少|至多
以上|以下
超过 高于 逾|低于 不足
因为 由于|尽管 虽然
男|女
进口|出口
进|出
买|卖
赢|输
南|北|东|西
春|夏|秋|冬
早上|中午|下午|晚上
年|季|月|周|日|天
城市 城镇|农村 乡村
城|乡
公立 公营|私立 民营 私营
公|私
国内|国外 海外
收入 营收|支出|利润 获利|亏损
将|已 已经
计划 拟|完成 已经
赞成|反对
通过|否决
旧|新
学生|教师
医师 医生|护理师 护士
死亡|受伤|失踪
一半|三分之一|四分之一
红|绿|蓝|白|黑|黄
"""


def exclude_each_other(one: str, other: str, language: str) -> bool:
    """Whether two lower-case words or phrases, in Chinese simplified, are of one set and differ."""
    sets = _sets(is_chinese(language)) if is_chinese(language) or language[:2] == "en" else {}
    return any(
        number in sets.get(other, {}) and sets[other][number] != group
        for number, group in sets.get(one, {}).items()
    )


@cache
def _sets(is_han: bool) -> Mapping[str, Mapping[int, int]]:  # noqa: FBT001  # the key of a cache
    """Each word to the sets it is in, and to what it says in each."""
    found: dict[str, dict[int, int]] = {}
    for number, line in enumerate((_CHINESE if is_han else _ENGLISH).strip().splitlines()):
        for group, words in enumerate(line.split("|")):
            for word in words.split():
                found.setdefault(word.replace("_", " "), {})[number] = group
    return found
