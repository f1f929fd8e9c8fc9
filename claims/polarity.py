"""Whether a passage says the opposite of a claim: negation, direction, words of opposite meaning.

Looked at clause by clause: in "the state gave nothing, but the bank lent 740 million" the bank's
clause is not negated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.languages import COMMA, is_chinese, simplified
from claims.values import FactComparison, Relation

_AFFIRMED = "not negated"
_CLAUSE_END = re.compile(rf"[;；。，：]|{COMMA}|\s(?:while|whereas|but|although|though)\s|而|但")

# "Not only", "not limited to", "may not be the most fun part" deny nothing of what follows.
_DENIES_NOTHING = (
    r"only|just|merely|simply|limited to|least|(?:be|been) (?:as|so|the (?:most|best|\w+est))"
)
_NEGATION = re.compile(
    rf"\b(?:not(?! (?:(?:\w+ )?(?:before|until)|{_DENIES_NOTHING})\b)"
    r"|never|neither|nor|none|nobody|no[ -]one|nothing|hardly|seldom|rarely|scarcely|denied|denies"
    r"|cannot(?! be over(?:stat|estimat|emphasi))"
    r"|failed to|fails to|yet to|still (?:needs?|awaits?|requires?)"
    r"|turned down|passed over|without success|in vain|unsuccessful(?:ly)?|to no avail"
    r"|no(?! (?:doubt|(?:fewer|less|more|later|earlier) than|other)\b|\.? \d))\b|n['’]t\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(rf"\w+\s+(?:\w*(?:{_NEGATION.pattern}))\s+\w+", re.IGNORECASE)
_IMPLIES_NOT = re.compile(
    r"\b(?:cancel\w+|called off|scrapp\w+|abandon\w+|bann\w+|barr\w+|exclu\w+|refus\w+|lack\w*"
    r"|without|fail\w*|free of|prevent\w*|stopp\w+|ruled out|reject\w*|declin\w+|unable|too (?:\w+ )to"
    r"|avoid\w*|absen\w+|withdr[ae]w\w*|unaffected|spared)\b|取消|停办|停辦|禁止|拒绝|拒絕|排除|缺乏|停止|免除",
    re.IGNORECASE,
)
_UNCHANGED = re.compile(
    r"\b(?:the same|unchanged|stable|steady|frozen|constant|flat)\b|不变|持平|冻结|不變|凍結",
    re.IGNORECASE,
)
_HAN_NEGATION = re.compile(
    "而非|并未|并非|并无|没有|尚未|从未|未能|无法|否认|毫无|尚待|有待|仍需|未(?!来|必)|没(?!收)"
    "|不(?!少|过|同|断|仅|只|但|足|到|久|论|管|如|超过|低于|高于|少于|得不|锈钢|来梅|足为奇|顺|佳|良|振|易|利|错|明|满|动产|断|得已)"
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
    r"|entered|closed|acquired|bought|signed|installed|reached|met|achieved|renewed)\b"
    # What is under way, or so by now.
    r"|\b(?:is|are|was|were)\s+(?:(?:now|currently|already)\s+)?(?:building|constructing|opening"
    r"|expanding|launching|replacing|installing|named after|called after|used as|open|in force)\b",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(r"\bannounc\w+\b|宣布", re.IGNORECASE)
_PLANNED = re.compile(
    r"(?<!than )\b(?:plans? (?:to|for)|planned|intends?|aim(?:s|ing)?|hopes?|wants? to|expects?"
    r"|expected|due to|scheduled|will|would|targets?|goals?|ambition|propos\w+|consider(?:s|ing)?"
    r"|(?:is|are) (?:reviewing|studying|examining|exploring|assessing)|no decision|has yet to decide"
    r"|(?-i:may)|possible|letter of intent|call(?:s|ed|ing)? (?:on|for)|urg(?:es?|ed|ing)"
    r"|might|could|by 20[2-9]\d|forecast\w*|promised|pledged|seeks? to)\b",
    re.IGNORECASE,
)
_HAN_DONE = re.compile("已(?!知)")
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
    r"|(?:was|were) (?:supposed|meant|due) to)\b|n['’]t\b)"
    r"(?! (?:the only|fewer|less|more|later|earlier|until|necessarily|need|have"
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
    r"|applications?|requests?|motions?|offers?)\s+(?P<also>(?:to|for|that)\b(?:(?! and )[^,.;:]){4,120})",
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
_SCOPE_END = re.compile(
    rf"[;:.!?]|{COMMA}|\band (?=(?:the|an?|its?|he|she|they|their)\b)"
    r"|\b(?:but|though|although|since|because|until|while|which|who|that|after|before|when|as"
    # "We do not know if it has one" leaves it open.
    r"|(?<!know )(?<!known )(?<!clear )(?<!sure )if)\b",
    re.IGNORECASE,
)
_HAN_DENIAL = re.compile(f"而不是|(?<!无)不是|原[定订计]|{_HAN_NEGATION.pattern}")
# A claim that says so itself, or that it came later, is not denied by it.
_POSTPONED = re.compile(
    r"\b(?:delay\w*|postpone\w*|pushed back|put (?:back|off)|late|later|behind schedule|originally"
    r"|(?:voted|turned|shot) down|thr(?:ew|own) out|blocked|against|ruled out|rather than"
    r"|on hold|shelv\w+|suspend\w*|dropped|abandon\w*|scrapp\w+|reject\w*|refus\w*|withdr[ae]w\w*)\b"
    r"|延后|延迟|推迟|延误|延[至到]|顺延|原本|原先|原定|排除|否决|拒绝|驳回|取消|反对|而非|而不是",
    re.IGNORECASE,
)
_HAN_SCOPE_END = re.compile("[，。；：]|而是|但")


@dataclass(frozen=True, slots=True)
class _Pair:
    """Words that cannot both be said of the same thing at once, in both scripts; "" for none."""

    one: str
    other: str
    han_one: str = ""
    han_other: str = ""


# "Up 8%", "down from 15": what rose or fell, and not where something is.
_BY_NUMBER = r"(?= (?:(?:by|from|to|about|nearly|almost|some|over|more than) )?[\d$€£])"
_PAIRS = (
    _Pair(
        r"r[oi]se[sn]?|rising|grew|grow[sn]?|growing|growth|increas\w+|climb\w+|surg\w+|jump\w+"
        r"|gain(?:s|ed|ing)?|soar\w+|expand\w+|widen\w*|rais(?:e|es|ed|ing)|doubled"
        r"|tripled|higher|extend(?:s|ed|ing)?|lengthen\w*|strengthen\w*"
        r"|more than(?! (?:[\d$€£]|twice|half|double|an? |one|two|three|four|five|six|ten))"
        rf"|(?<!no )longer|recover(?:s|ed|ing)?|rebound\w*|went up|edged up|up{_BY_NUMBER}"
        r"|add(?:s|ed)(?= (?:[\d$€£]|between|about|nearly|almost|over|up to|another))"
        r"|[\d.,]+ more(?= than)",
        r"fell|falls?|fallen|falling|los(?:t|es|ing)(?= (?:\w+ ){0,2}[\d.]+ ?(?:%|per ?cent))|declin\w+|decreas\w+|dropp?\w*|shr[aiu]nk\w*|plung\w+"
        r"|slump\w+|reduc\w+|cuts?|narrow\w*|lower(?:ed|s|ing)?|halved|unchanged"
        r"|weaken\w*|shorten\w*|curtail\w*|(?:is|are|was|were|been) frozen"
        r"|fewer than(?! [\d$€£])|less than(?! [\d$€£])|shorter|slip(?:s|ped|ping)?|slid|sank"
        rf"|dwindl\w+|tumbl\w+|dipp?(?:s|ed|ing)?|went down|edged down|down{_BY_NUMBER}"
        r"|[\d.,]+ fewer(?= than)",
        "增加|增长|成长|上升|上涨|提高|攀升|扩大|飙升|增至|升至|增|上调|翻番|延长"
        "|回升|反弹|走高|[涨升增][至到]|上修|多了|贵了",
        "减少|下降|下跌|降低|缩小|萎缩|减至|降至|跌至|下滑|衰退|减|下调|持平|缩短|冻结"
        "|回落|走低|跌破|微降|下修|[跌降减]到|少了|便宜了",
    ),
    # Shorter waits are an improvement.
    _Pair(
        r"improv\w+|better",
        r"worsen\w*|worse|deteriorat\w*",
        "改善|好转",
        "恶化|变差",
    ),
    _Pair(
        r"satisf\w+|pleased|happy",
        r"dissatisf\w+|unsatisf\w+|unhappy",
        "(?<!不)(?<!未)满意",
        "不满",
    ),
    _Pair(
        r"ahead of schedule|earlier than planned|ahead of time|early completion|on schedule"
        r"|on time",
        r"delayed|behind schedule|later than planned|postponed|overdue|(?:months|weeks|years) late",
        "提早|提前|如期|准时|按时",
        "延后|延迟|推迟|延误|落后|延至|原定",
    ),
    _Pair(
        r"cheaper|inexpensive",
        r"dearer|more expensive|costlier",
        "便宜",
        "昂贵|[更较了约]贵|贵[了约上出]",
    ),
    _Pair(
        r"privately (?:held|owned)|private(?:ly)? company",
        r"state-owned|publicly owned|owned by the (?:state|government)|nationali[sz]ed",
        "民营|私营|私有",
        "国营|国有|公营",
    ),
    _Pair(r"majority|most of", r"minority|few of", "多数", "少数"),
    _Pair(
        r"start(?:s|ed)|began|begun|launch(?:es|ed)|resum\w+|introduc(?:es|ed)",
        r"ended|stopped|ceased|halted|discontinued|abolished|suspended|scrapped",
        "开始|启动|恢复|增开|增设|开通|开办",
        "结束|停止|终止|废除|取消|中止|停驶|停办|停产|停工",
    ),
    _Pair(
        r"complet(?:e|es|ed|ing|ion)|finished|carried out in full",
        r"suspend(?:s|ed)?|abandon(?:s|ed)?|shelved|cancell?ed|scrapped|halted|put on hold",
        "完成|完毕|完工|竣工",
        "暂停|中止|搁置|取消|停工",
    ),
    _Pair(
        r"upheld|uphold\w*|accept\w*|approv\w*|grant(?:s|ed)?|agreed to|support(?:s|ed|ing)?"
        r"|in favou?r|voted for|prais(?:e|es|ed|ing)|welcom(?:e|es|ed|ing)|hail(?:s|ed|ing)"
        r"|applaud\w*|back(?:s|ed)",
        r"reject\w*|dismiss\w*|refus\w*|overturn\w*|vetoed|denied|denies|deny|str(?:uck|ikes?|iking) down|quash\w*"
        r"|oppos\w+|voted against|critici[sz]\w+|condemn\w*|denounc\w*|appealed",
        "批准|通过|接受|核准|同意|支持|赞成|称赞|赞扬|欢迎",
        "驳回|否决|拒绝|反对|批评|谴责|抨击|上诉",
    ),
    _Pair(
        r"allow\w*|permit\w*|legali[sz]\w+",
        r"bann?(?:s|ed|ing)?|prohibit\w*|forb[aio]d\w*",
        "允许|准许|开放",
        "禁止|取缔",
    ),
    _Pair(
        r"open(?:s|ed|ing)?",
        r"clos(?:e|es|ed|ing|ure)|shut\w*",
        "开放|开幕|开业|启用",
        "关闭|关停|停业",
    ),
    _Pair(r"imports?|imported", r"exports?|exported", "进口", "出口"),
    _Pair(r"profits?", r"loss(?:es)?", "盈利|获利|盈余|净赚|转盈", "亏损|净损|转亏"),
    _Pair(r"succe\w+", r"fail\w*", "成功", "失败"),
    _Pair(
        r"largest|biggest|highest|most|best|record high|all-time high",
        r"smallest|lowest|least|fewest|worst|record low|all-time low",
        "最大|最高|最多|新高",
        "最小|最低|最少|新低",
    ),
    _Pair(
        r"hir(?:e|es|ed|ing)|recruit\w*",
        r"la(?:id|ys?|ying) off|layoffs?|sack(?:s|ed|ing)?",
        "聘|招聘|雇用",
        "裁员|解雇",
    ),
    _Pair(r"wins?|won", r"los(?:e|es|ing)|lost|defeated", "获胜|赢得", "落败|输给"),
    _Pair(r"includ\w+", r"exclud\w+"),
    _Pair(r"alive", r"dead|died|deceased", "在世", "去世|逝世|死亡"),
    _Pair(r"guilty|convicted", r"acquitted|innocent|cleared of", "有罪|定罪", "无罪"),
    _Pair(
        r"reach(?:es|ed)|met|meets|achiev\w+",
        r"short of|miss(?:es|ed)|fell short|below target",
        "达成|达标",
        "未达|差一点|落空",
    ),
    _Pair(
        r"in a row|consecutive|successive|running",
        r"first\b.{0,40}?\bin \w+ (?:years|months|decades)",
        "连续|连年",
        "年来首[次度]|年来第一次|年来头一",
    ),
    _Pair(
        r"won|win(?:s|ning)?|receiv(?:es|ed|ing)(?! (?:[\w'’-]+ ){0,7}nominat)|awarded|earned|collected|took home|winners?",
        r"nominat\w+|shortlist\w*|longlist\w*|runners?-up|finalists?",
        "获奖|获颁|荣获|夺得|得主|获得",
        "入围|提名|亚军",
    ),
    _Pair(
        r"mandatory|compulsory|obligatory|oblig(?:es|ed)|must|requir(?:es|ed)|forc(?:es|ed)",
        r"voluntary|voluntarily|optional(?:ly)?|discretionary",
        "强制|必须|必修|义务性",
        "自愿|选修|自主决定|非强制",
    ),
    _Pair(
        r"permanent(?:ly)?|indefinite(?:ly)?|for good",
        r"temporar(?:y|ily)|interim|provisional(?:ly)?",
        "永久|无限期|常设",
        "暂时|临时|短期|过渡",
    ),
    _Pair(r"full-time", r"part-time", "全职|专任", "兼职|兼任"),
    _Pair(
        r"domestic(?:ally)?|home-?grown|local(?:ly)?",
        r"foreign|overseas|abroad|imported",
        "国内|本土|本国|内销",
        "国外|海外|外国|进口|外销",
    ),
    _Pair(r"onshore", r"offshore", "陆上|陆域", "离岸|海上"),
    _Pair(r"indoors?", r"outdoors?|open-air", "室内", "室外|户外|露天"),
    _Pair(
        r"join(?:s|ed|ing)?", r"left|leaves|quit(?:s|ting)?|withdr[ae]w\w*", "加入", "退出|脱离"
    ),
    _Pair(
        r"appoint(?:s|ed|ment)|promot(?:es|ed|ion)|elected|took office",
        r"dismissed|resign(?:s|ed|ation)?|stepp?(?:s|ed|ing)? down|removed|demoted|ousted|retired",
        "任命|获任|当选|上任|就任|升任",
        "辞职|免职|卸任|下台|解职|请辞",
    ),
    _Pair(
        r"tighten\w*|stricter|toughen\w*",
        r"relax\w*|loosen\w*|eas(?:e|es|ed|ing)",
        "收紧|趋严|加严",
        "放宽|放松|松绑",
    ),
    _Pair(r"encourag\w+", r"discourag\w+|deter(?:s|red|ring)?", "鼓励", "劝阻|不鼓励"),
    _Pair(r"positive(?:ly)?", r"negative(?:ly)?", "阳性|正面|积极", "阴性|负面|消极"),
    _Pair(r"optimis\w+", r"pessimis\w+", "乐观", "悲观"),
    _Pair(r"over-?(?:estimat|stat|valu|rat)\w+", r"under-?(?:estimat|stat|valu|rat)\w+", "高估", "低估"),
    _Pair(r"appreciat\w+", r"depreciat\w+", "升值", "贬值"),
    _Pair(r"inflation", r"deflation", "通胀|通货膨胀", "通缩|通货紧缩"),
    _Pair(
        r"(?:above|better than|ahead of|beat\w*|exceed\w*|surpass\w*)(?= (?:\w+ ){0,2}(?:average|expectations?|forecasts?))",
        r"(?:below|worse than|short of|behind|miss\w*|under)(?= (?:\w+ ){0,2}(?:average|expectations?|forecasts?))",
        "[高优]于(?:市场|平均|预期|全国)|超[出过]?预期",
        "[低劣]于(?:市场|平均|预期|全国)|不如预期|不及预期",
    ),
    _Pair(r"urban", r"rural", "城镇|都会", "农村|乡村|偏乡"),
    _Pair(r"north(?:ern)?", r"south(?:ern)?"),
    _Pair(r"east(?:ern)?", r"west(?:ern)?"),
    _Pair(r"daytime|by day", r"night-?time|by night|overnight", "白天|日间", "夜间|夜晚|晚上"),
    _Pair(r"males?|men|boys", r"females?|women|girls", "男性|男生|男童", "女性|女生|女童"),
    _Pair(
        r"current|incumbent|present-day", r"former|founding|previous", "现任", "首任|前任|创[馆校院]"
    ),
    _Pair(r"longest", r"shortest", "最长", "最短"),
    _Pair(r"oldest", r"youngest|newest|most recent", "最老|最旧|最古老", "最年轻|最新"),
    _Pair(r"tallest", r"shortest"),
    _Pair(r"fastest|quickest", r"slowest", "最快", "最慢"),
    _Pair(r"heaviest", r"lightest", "最重(?!要)", "最轻"),
    _Pair(r"richest|wealthiest", r"poorest", "最富", "最贫|最穷"),
    _Pair(r"earliest|first", r"latest|last(?= (?:to|of|in)\b)", "最早|最先", "最晚|最迟"),
    _Pair(r"most expensive|costliest|dearest", r"cheapest|least expensive", "最贵", "最便宜"),
    _Pair(r"adults?|grown-ups", r"children|minors|teenagers|infants", "成人|成年", "儿童|未成年|幼儿"),
    _Pair(
        r"worldwide|global(?:ly)?|in the world",
        r"nationwide|national(?:ly)?|in the country",
        "全球|世界",
        "全国|国内",
    ),
    _Pair(r"surplus", r"deficit", "顺差|盈余", "逆差|赤字"),
    _Pair(
        r"constitutional|legal|lawful",
        r"unconstitutional|illegal|unlawful|str(?:uck|ikes?) down|violat\w+ the",
        "合法|合宪",
        "违法|违宪",
    ),
)
_EMPTY = "(?!)"


def _compiled(form: str, sides: list[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form.format(side or _EMPTY), re.IGNORECASE) for side in sides)


_LATIN = _compiled(r"\b(?:{0})\b", [side for pair in _PAIRS for side in (pair.one, pair.other)])
_HAN = _compiled("(?:{0})", [side for pair in _PAIRS for side in (pair.han_one, pair.han_other)])
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


def clauses(text: str) -> list[str]:
    """All clauses of a text."""
    return [clause for clause in _CLAUSE_END.split(text) if clause.strip()]


def find_cause(text: str, language: str) -> str:
    """What a text gives as the cause of what it says, "" if it gives none."""
    plain = simplified(text) if is_chinese(language) else text
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
    if denied := _denied_by_prefix(ours, theirs):
        return denied
    if not with_negation:
        return None
    negated, also = _negations(ours, our_language), _negations(theirs, their_language)
    denying, other = (ours, theirs) if negated else (theirs, ours)
    if (negated or also) and _UNCHANGED.search(other) and any(_polar(denying, "en")[:2]):
        return None  # "will not rise", "stays the same"
    if bool(negated) != bool(also):
        # "The race was cancelled" is what "they did not race" says.
        if _IMPLIES_NOT.search(theirs if negated else ours):
            return None
        who = "claim" if negated else "source"
        return Opposition(
            " ".join(negated) or _AFFIRMED, " ".join(also) or _AFFIRMED, f"the {who} negates it"
        )
    return None


def find_opposite_of_noun(ours: str, theirs: str) -> Opposition | None:
    """Words of opposite meaning before the same noun: "the shortest route", "the longest route".

    In English alone. Neither text may have both.
    """
    for number, pattern in enumerate(_LATIN):
        for mine in pattern.finditer(ours):
            noun = _NOUN_BEHIND.match(ours, mine.end())
            if noun is None:
                continue
            behind = rf"(?=\s+{re.escape(noun['noun'])})"
            own, other = (
                re.compile(f"{one.pattern}{behind}", re.IGNORECASE)
                for one in (pattern, _LATIN[number ^ 1])
            )
            found = other.search(theirs)
            if found and not own.search(theirs) and not other.search(ours):
                word = noun["noun"]
                return _opposite(f"{mine.group()} {word}", f"{found.group()} {word}")
    return None


def direction_of(text: str, language: str) -> tuple[int, str]:
    """Whether a text says that something rose (1) or fell (-1), and its word for it; or (0, "")."""
    rises, falls = _polar(text, language)[:2]
    if bool(rises) == bool(falls):
        return 0, ""
    return (1, rises) if rises else (-1, falls)


def places_of_change(text: str, language: str) -> list[tuple[int, int]]:
    """Where a text says that something rose or fell: `[start, end)` of each word."""
    patterns = (_HAN if is_chinese(language) else _LATIN)[:2]
    plain = simplified(text) if is_chinese(language) else text
    return [match.span() for pattern in patterns for match in pattern.finditer(plain)]


def _opposite(mine: str, theirs: str) -> Opposition:
    return Opposition(mine, theirs, f"the claim says “{mine}”, the source “{theirs}”")


def _denied_by_prefix(ours: str, theirs: str) -> Opposition | None:
    """Whether one of two clauses has a word of the other with "non-" or "un" before it."""
    for text, other in ((ours, theirs), (theirs, ours)):
        words = {word.lower() for word in _WORD.findall(other)}
        for match in _DENYING_PREFIX.finditer(text):
            rest, whole = match["rest"].lower(), match.group().lower()
            denied = rf"\b(?:non|un|i[mnlr]|dis)-?{re.escape(rest)}|\bnot (?:\w+ )?{re.escape(rest)}"
            is_there = re.search(denied, other, re.IGNORECASE)
            # "A citizen who is deported in some non-citizen status" is told of as either.
            is_either = rest in _WORD.findall(_DENYING_PREFIX.sub(" ", text).lower())
            if is_either:
                continue
            if rest in words and not is_there and not words & set(_WORD.findall(whole)) - {rest}:
                mine, yours = (match.group(), rest) if text is ours else (rest, match.group())
                return _opposite(mine, yours)
    return None


def _polar(text: str, language: str) -> list[str]:
    """For each side of each pair the first word of it in a text, "" if there is none."""
    patterns = _HAN if is_chinese(language) else _LATIN
    plain = simplified(text) if is_chinese(language) else text
    found = [pattern.search(plain) for pattern in patterns]
    return [text[match.start() : match.end()] if match else "" for match in found]


def _negations(text: str, language: str) -> list[str]:
    if is_chinese(language):
        return _HAN_NEGATION.findall(simplified(text))
    return _NEGATION.findall(text)


def denied_parts(text: str, language: str) -> tuple[list[str], str]:
    """What a text says is not so, or was only meant to be, each up to its clause's end; the rest.

    "It came from stocks, not from a shortage" denies "from a shortage".
    """
    plain = simplified(text) if is_chinese(language) else text
    denials, ends = (_HAN_DENIAL, _HAN_SCOPE_END) if is_chinese(language) else (_DENIAL, _SCOPE_END)
    spans = [match.span("what") for match in _NO_PART.finditer(plain)]
    for failed in _FAILED.finditer(plain):
        if _IN_THE_END.search(plain, failed.end()):
            continue
        spans.append(failed.span("what") if failed["what"] else failed.span("also"))
    for denial in denials.finditer(plain):
        end = ends.search(plain, denial.end())
        spans.append((denial.end(), end.start() if end else len(text)))
    parts, rest, last = [], "", 0
    for start, until in sorted(spans):
        if until > last:
            parts.append(text[max(start, last) : until])
            rest, last = f"{rest}{text[last:start]}\n", until
    return parts, rest + text[last:]


def negated_part(text: str, language: str) -> str:
    """What follows the first negation of a text, to its clause's end; "" without one."""
    is_han = is_chinese(language)
    plain = simplified(text) if is_han else text
    found = (_HAN_NEGATION if is_han else _NEGATION).search(plain)
    if found is None:
        return ""
    end = (_HAN_SCOPE_END if is_han else _SCOPE_END).search(plain, found.end())
    return text[found.end() : end.start() if end else len(text)]


def says_what_is_not(text: str, language: str) -> bool:
    """Whether a text itself denies something, or says that it came later than it was to."""
    plain = simplified(text) if is_chinese(language) else text
    denials = _HAN_DENIAL if is_chinese(language) else _DENIAL
    return bool(denials.search(plain) or _POSTPONED.search(plain)) or has_negation(text, language)


def is_told_as_done(text: str, language: str, *, is_dated: bool = False) -> bool:
    """Whether a text says that something has come about, and nothing of a plan.

    What is told of a day in the past, "launched on 6 March", may rest on what was planned for it.
    """
    plain = simplified(text) if is_chinese(language) else text
    done, planned = (_HAN_DONE, _HAN_PLANNED) if is_chinese(language) else (_DONE, _PLANNED)
    may_be_past = not is_dated and not is_chinese(language)
    is_done = done.search(plain) or (may_be_past and _CAME_ABOUT.search(plain))
    open_ = _FULFILLED.sub(" ", plain)
    return bool(is_done) and not (planned.search(open_) or _ANNOUNCED.search(open_))


def is_told_as_plan(text: str, language: str) -> bool:
    """Whether a text says that something is meant to come about, and nothing that has."""
    plain = simplified(text) if is_chinese(language) else text
    done, planned = (_HAN_DONE, _HAN_PLANNED) if is_chinese(language) else (_DONE, _PLANNED)
    return planned.search(plain) is not None and done.search(plain) is None


def negated_words(text: str, language: str) -> list[str]:
    """Each negation of a text with the word before it and the word after, as they stand there."""
    if is_chinese(language):
        return []
    words = list(_NEGATED.finditer(text))
    return [match.group() for match in words]


def has_negation(text: str, language: str) -> bool:
    """Whether a text negates anything."""
    return bool(_negations(text, language))
