"""Whether a passage says the opposite of a claim: negation, direction, words of opposite meaning.

Looked at clause by clause: in "the state gave nothing, but the bank lent 740 million" the bank's
clause is not negated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from claims.by_language import ByLanguage
from claims.languages import COMMA, is_chinese, is_han_written, simplified
from claims.lexicon.denials import DENIALS
from claims.values import FactComparison, Relation

_AFFIRMED = "not negated"
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
    r"|never|neither|nor|none|nobody|no[ -]one|nothing|hardly|seldom|rarely|scarcely|denied|denies"
    r"|cannot(?! be over(?:stat|estimat|emphasi))"
    r"|failed to|fails to|yet to|still (?:needs?|awaits?|requires?)"
    r"|turned down|passed over|without success|in vain|unsuccessful(?:ly)?|to no avail"
    r"|no(?! (?:doubt|(?:fewer|less|more|later|earlier) than|other)\b|\.? \d))\b|n['’]t\b",
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
    r"|entered|closed|acquired|bought|signed|installed|reached|met|achieved|renewed)\b",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(r"\bannounc\w+\b|宣布", re.IGNORECASE)
_PLANNED = re.compile(
    r"(?<!than )\b(?:plans? (?:to|for)|planned|intends?|aim(?:s|ing)?|hopes?|wants? to|expects?"
    r"|expected|due to|scheduled|will|would|targets?|goals?|ambition|propos\w+|consider(?:s|ing)?"
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
    r"(?:\b(?:not|never|seldom|rarely|scarcely|rather than|instead of"
    r"|reject(?:s|ed)?(?! by)|rul(?:es|ed) out"
    r"|denie[sd] (?:that|having|\w+ing)|no|neither|nor|without(?! \w+ing\b)"
    r"|originally (?:planned|scheduled|due|expected|meant|set)"
    r"|(?:was|were) (?:supposed|meant|due) to)\b|n['’]t\b)"
    r"(?! (?:the only|fewer|less|more|later|earlier|until|necessarily|need|have"
    rf"|{_DENIES_NOTHING})\b)",
    re.IGNORECASE,
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
    r"|(?:voted|turned|shot) down|thr(?:ew|own) out|blocked|against|ruled out|rather than)\b"
    r"|延后|延迟|推迟|延误|延[至到]|顺延|原本|原先|原定|排除|否决|拒绝|驳回|取消|反对|而非|而不是",
    re.IGNORECASE,
)
_HAN_SCOPE_END = re.compile("[，。；：]|而是|但")


class _Sides(NamedTuple):
    """The words of both sides of a pair in one language, as patterns."""

    one: str
    other: str


_NONE = _Sides("", "")


@dataclass(frozen=True, slots=True)
class _Pair:
    """Words that cannot both be said of the same thing at once, in each language; "" for none.

    `one` and `other` are English, `han_one` and `han_other` Chinese in simplified characters.
    """

    one: str
    other: str
    han_one: str = ""
    han_other: str = ""
    de: _Sides = _NONE
    fr: _Sides = _NONE
    es: _Sides = _NONE
    ja: _Sides = _NONE

    def sides(self, language: str) -> _Sides:
        """The words of both sides in a language of the table."""
        match language:
            case "en":
                return _Sides(self.one, self.other)
            case "zh":
                return _Sides(self.han_one, self.han_other)
            case _:
                found: _Sides = getattr(self, language)
                return found


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
        r"fell|falls?|fallen|falling|declin\w+|decreas\w+|dropp?\w*|shr[aiu]nk\w*|plung\w+"
        r"|slump\w+|reduc\w+|cuts?|narrow\w*|lower(?:ed|s|ing)?|halved|unchanged"
        r"|weaken\w*|shorten\w*|curtail\w*|(?:is|are|was|were|been) frozen"
        r"|fewer than(?! [\d$€£])|less than(?! [\d$€£])|shorter|slip(?:s|ped|ping)?|slid|sank"
        rf"|dwindl\w+|tumbl\w+|dipp?(?:s|ed|ing)?|went down|edged down|down{_BY_NUMBER}"
        r"|[\d.,]+ fewer(?= than)",
        "增加|增长|成长|上升|上涨|提高|攀升|扩大|飙升|增至|升至|增|上调|翻番|延长"
        "|回升|反弹|走高|[涨升增][至到]|上修|多了|贵了",
        "减少|下降|下跌|降低|缩小|萎缩|减至|降至|跌至|下滑|衰退|减|下调|持平|缩短|冻结"
        "|回落|走低|跌破|微降|下修|[跌降减]到|少了|便宜了",
        de=_Sides(
            r"st[ei]{1,2}g\w*|stieg\w*|gestiegen\w*|Anstieg\w*|an(?:gestiegen|steig)\w*|wuchs\w*"
            r"|wachs\w*|wächst|gewachsen\w*|Wachstum\w*|kletter\w*|geklettert|erhöh\w*"
            r"|vergrößer\w*|verteuer\w*|höher\w*|Zuwachs\w*|Zunahme\w*"
            r"|zu(?:genommen|nehmen|nimmt|nahm)\w*|zulegen|zugelegt|Plus"
            r"|n(?:ahm|ahmen|immt|ehmen)\b[^;]*?\bzu(?=\s*(?:[.,;!?)]|$))"
            r"|leg(?:t|te|ten|en)\b[^;]*?\bzu(?=\s*(?:[.,;!?)]|$))|verdoppel\w*|verdreifach\w*"
            r"|ausgeweitet|verläng\w+|\d[\d.,]*\s*(?:%|\w+)?\s+mehr"
            r"|mehr(?=\s+als\s+(?:im|in|vor|zuvor|noch|bisher|ein\s+Jahr)\b)",
            r"sank\w*|sink\w*|gesunken\w*|senk\w*|gesenkt\w*|Senkung\w*"
            r"|fiel(?:en)?(?![^;]*\baus\b)|fällt|gefallen|rückläufig\w*|Rückgang\w*|Rückgänge\w*"
            r"|zurück(?:gegangen|ging|gehen|geh)\w*|g(?:ing|ingen|eht|ehen)\b[^;]*?\bzurück"
            r"|schrumpf\w*|geschrumpft|verringer\w*|reduzier\w*|verkleiner\w*|verkürz\w*"
            r"|niedriger\w*|Abnahme|ab(?:genommen|nehmen|nimmt|nahm)\w*"
            r"|n(?:ahm|ahmen|immt|ehmen)\b[^;]*?\bab(?=\s*(?:[.,;!?)]|$))|Minus|eingebrochen"
            r"|br(?:ach|achen|icht)\b[^;]*?\bein(?=\s*(?:[.,;!?)]|$))|halbier\w*|gekürzt\w*"
            r"|Kürzung\w*|verbillig\w*|unverändert\w*|\d[\d.,]*\s*(?:%|\w+)?\s+weniger"
            r"|weniger(?=\s+als\s+(?:im|in|vor|zuvor|noch|bisher|ein\s+Jahr)\b)",
        ),
        fr=_Sides(
            r"augment\w+|progress(?:e|é|ent|er|ion|ait|aient|èrent)\w*|hausses?|crû"
            r"|croî(?:t|tre)|croissance|croissant|accr\w+|accroiss\w+|grimp\w+|bondi\w*"
            r"|bond(?=\s+de)|montée?s?|monte(?:nt|r)?|s['’]envol\w+|relev(?:é|e|ent|er)\w*"
            r"|doublé\w*|triplé\w*|renchéri\w*|allong\w+|élargi\w*|gonfl\w+"
            r"|gagn(?:é|e|ent)(?=\s+\d)|\d[\d.,]*\s*(?:%|\w+)?\s+de\s+plus|plus\s+élevée?s?"
            r"|supérieure?s?\s+(?:de|à\s+celui|à\s+l['’]an)",
            r"baiss\w+|diminu\w+|recul(?:e|é|s|er|ent|ait|aient|èrent)?"
            r"|chut(?:e|é|es|er|ent|ait)?|rédui\w+|réduction\w*|tombée?s?|décr\w+|déclin\w*"
            r"|repli\w*|fléchi\w*|régress\w+|effondr\w+|descend\w+|rétréci\w*|abaiss\w+"
            r"|raccourci\w*|perdu(?=\s+\d)|inchangée?s?|plong\w+|dégringol\w+"
            r"|\d[\d.,]*\s*(?:%|\w+)?\s+de\s+moins|moins\s+élevée?s?"
            r"|inférieure?s?\s+(?:de|à\s+celui|à\s+l['’]an)",
        ),
        es=_Sides(
            r"sub(?:e|en|ió|ieron|ido|idas?|ir|ía|ían|iendo|irá)|aument\w+"
            r"|crec(?:e|en|er|ió|ieron|ido|ía|imiento|iente)\w*|increment\w+|repunt\w+|alzas?"
            r"|elev(?:ó|aron|arse|ado)|eleva(?=\s)|ascen(?:so|dió|dieron)|avanz(?:ó|aron)"
            r"|dispar(?:ó|aron|ado)|duplic\w+|triplic\w+|encarec\w+|ampli(?:ó|aron|ado)|alarg\w+"
            r"|\d[\d.,]*\s*(?:%|\w+)?\s+más|más(?=\s+que\s+(?:el|en|hace|un)\b)",
            r"baj(?:a|an|ó|aron|ado|adas?|ar|aba|ará)|ca(?:e|en|yó|yeron|ído|ídas?|er|yendo|ía)"
            r"|descen(?:so|sos|dió|dieron|der|dido|diendo)|descien\w+|disminu\w+|redu[cj]\w+"
            r"|retroce\w+|ced(?:ió|ieron)|recort\w+|rebaj\w+|desplom\w+|mengu\w+|encog\w+|abarat\w+|acort\w+"
            r"|perd(?:ió|ieron)(?=\s+(?:un\s+)?\d)|sin\s+cambios"
            r"|\d[\d.,]*\s*(?:%|\w+)?\s+menos|menos(?=\s+que\s+(?:el|en|hace|un)\b)",
        ),
        ja=_Sides(
            r"増加|増え|増や|増し|増(?=、|。|の|と|で|だ|$)|増収|増益|伸び|伸ば|上昇|上が"
            r"|引き?上げ|拡大|成長|プラス|高ま|高まり|急増|急騰|値上|倍増|多かった|多くな|上向"
            r"|延長|広が",
            r"減少|減っ|減り|減る|減ら|減(?=、|。|の|と|で|だ|$)|減収|減益|低下|下落|下が"
            r"|引き?下げ|縮小|落ち込|マイナス|急減|急落|値下|半減|少なかった|少なくな|短縮|縮ま"
            r"|削減|後退|横ばい|下降",
        ),
    ),
    # Shorter waits are an improvement.
    _Pair(
        r"improv\w+|better",
        r"worsen\w*|worse|deteriorat\w*",
        "改善|好转",
        "恶化|变差",
        de=_Sides(
            r"verbesser\w*|besser\w*",
            r"verschlechter\w*|schlechter\w*|schlimmer\w*",
        ),
        fr=_Sides(
            r"amélior\w+|meilleure?s?",
            r"détérior\w+|empir\w+|aggrav\w+|pires?|dégrad\w+",
        ),
        es=_Sides(
            r"mejor\w*",
            r"empeor\w*|peor(?:es)?|deterior\w+|agrav\w+",
        ),
        ja=_Sides(
            r"改善|好転|良くな",
            r"悪化|悪くな",
        ),
    ),
    _Pair(
        r"satisf\w+|pleased|happy",
        r"dissatisf\w+|unsatisf\w+|unhappy",
        "(?<!不)(?<!未)满意",
        "不满",
        de=_Sides(
            r"zufrieden\w*",
            r"unzufrieden\w*",
        ),
        fr=_Sides(
            r"satisfaits?|satisfaites?|contente?s?",
            r"insatisfaits?|insatisfaites?|mécontente?s?",
        ),
        es=_Sides(
            r"satisfech\w+|content[oa]s?",
            r"insatisfech\w+|descontent[oa]s?",
        ),
        ja=_Sides(
            r"(?<!不)満足",
            r"不満",
        ),
    ),
    _Pair(
        r"ahead of schedule|earlier than planned|ahead of time|early completion|on schedule"
        r"|on time",
        r"delayed|behind schedule|later than planned|postponed|overdue|(?:months|weeks|years) late",
        "提早|提前|如期|准时|按时",
        "延后|延迟|推迟|延误|落后|延至|原定",
        de=_Sides(
            r"vorzeitig\w*|früher\s+als\s+(?:geplant|erwartet)|pünktlich\w*|termingerecht\w*"
            r"|fristgerecht\w*",
            r"verspätet\w*|verzöger\w*|später\s+als\s+(?:geplant|erwartet)|verschoben",
        ),
        fr=_Sides(
            r"en\s+avance|plus\s+tôt\s+que\s+prévu|à\s+temps|dans\s+les\s+délais",
            r"en\s+retard|retardée?s?|plus\s+tard\s+que\s+prévu|reportée?s?",
        ),
        es=_Sides(
            r"antes\s+de\s+lo\s+previsto|a\s+tiempo|según\s+lo\s+previsto|puntual\w*",
            r"con\s+retraso|retrasad[oa]s?|retras(?:ó|aron)|más\s+tarde\s+de\s+lo\s+previsto"
            r"|aplazad[oa]s?|aplaz(?:ó|aron)",
        ),
        ja=_Sides(
            r"前倒し|予定通り|予定どおり|早まっ",
            r"遅れ|延期|先送り",
        ),
    ),
    _Pair(
        r"cheaper|inexpensive",
        r"dearer|more expensive|costlier",
        "便宜",
        "昂贵|[更较了约]贵|贵[了约上出]",
        de=_Sides(
            r"billiger\w*|günstiger\w*|preiswerter\w*",
            r"teurer\w*|kostspieliger\w*",
        ),
        fr=_Sides(
            r"moins\s+ch(?:er|ère)s?|bon\s+marché",
            r"plus\s+ch(?:er|ère)s?|plus\s+coûteu\w+",
        ),
        es=_Sides(
            r"más\s+barat[oa]s?|menos\s+car[oa]s?",
            r"más\s+car[oa]s?|más\s+costos[oa]s?",
        ),
        ja=_Sides(
            r"安い|安く|安価|割安",
            r"高い値段|高価|割高",
        ),
    ),
    _Pair(
        r"privately (?:held|owned)|private(?:ly)? company",
        r"state-owned|publicly owned|owned by the (?:state|government)|nationali[sz]ed",
        "民营|私营|私有",
        "国营|国有|公营",
        de=_Sides(
            r"privat(?:wirtschaftlich|e[nrs]?)?(?=\s+(?:\w+\s+)?(?:Besitz|Hand|Unternehmen|Betreiber|Träger))"
            r"|Privatunternehmen",
            r"staatlich\w*|verstaatlicht\w*|in\s+Staatsbesitz|staatseigen\w*",
        ),
        fr=_Sides(
            r"entreprise\s+privée|société\s+privée|privatisée?s?",
            r"publique\s+d['’]État|étatique|nationalisée?s?|entreprise\s+publique",
        ),
        es=_Sides(
            r"empresa\s+privada|privatizad[oa]s?",
            r"empresa\s+(?:pública|estatal)|nacionalizad[oa]s?|estatal(?:es)?",
        ),
        ja=_Sides(
            r"民営|民間企業|私有",
            r"国営|国有|公営",
        ),
    ),
    _Pair(
        r"majority|most of",
        r"minority|few of",
        "多数",
        "少数",
        de=_Sides(
            r"Mehrheit|die\s+meisten",
            r"Minderheit|die\s+wenigsten",
        ),
        fr=_Sides(
            r"majorité|la\s+plupart",
            r"minorité",
        ),
        es=_Sides(
            r"mayoría",
            r"minoría",
        ),
        ja=_Sides(
            r"大多数|過半数|多数派|大半|大部分",
            r"少数派|ごく一部|少数(?!点)",
        ),
    ),
    _Pair(
        r"start(?:s|ed)|began|begun|launch(?:es|ed)|resum\w+|introduc(?:es|ed)",
        r"ended|stopped|ceased|halted|discontinued|abolished|suspended|scrapped",
        "开始|启动|恢复|增开|增设|开通|开办",
        "结束|停止|终止|废除|取消|中止|停驶|停办|停产|停工",
        de=_Sides(
            r"begann\w*|beginn(?:t|en)|begonnen\w*|gestartet\w*|starte(?:t|te|ten|n)|aufgenommen"
            r"|eingeführt\w*|führt\w*\b[^;]*?\bein(?=\s*(?:[.,;!?)]|$))",
            r"endet\w*|beendet\w*|eingestellt|gestoppt\w*|stopp(?:t|te|ten)|abgeschafft\w*"
            r"|ausgesetzt|schaff\w*\b[^;]*?\bab(?=\s*(?:[.,;!?)]|$))"
            r"|stell(?:t|te|ten)\b[^;]*?\bein(?=\s*(?:[.,;!?)]|$))",
        ),
        fr=_Sides(
            r"commenc\w+|débuté?\w*|lancée?s?|lance(?:nt)?|démarr\w+|introduit\w*|repris\w*"
            r"|instaur\w+",
            r"cess\w+|arrêt\w+|termin\w+|supprim\w+|abol\w+|interromp\w+|suspend\w+|met\w*\s+fin"
            r"|a\s+mis\s+fin",
        ),
        es=_Sides(
            r"empez\w+|empiez\w+|comenz\w+|comienz\w+|inici(?:ó|a|aron|ado)|lanz(?:ó|a|aron|ado)"
            r"|reanud\w+|introdu[cj]\w+|implant\w+",
            r"termin(?:ó|aron)(?=\s+(?:con|el\s+servicio))|ces(?:ó|aron|a)|detuv\w+|deten\w+"
            r"|suspend\w+|suprimi\w+|aboli\w+|interrump\w+|puso\s+fin",
        ),
        ja=_Sides(
            r"開始|始ま|始め|導入|再開|着手",
            r"終了|停止|中止|廃止|打ち切|休止|取りやめ",
        ),
    ),
    _Pair(
        r"complet(?:e|es|ed|ing|ion)|finished|carried out in full",
        r"suspend(?:s|ed)?|abandon(?:s|ed)?|shelved|cancell?ed|scrapped|halted|put on hold",
        "完成|完毕|完工|竣工",
        "暂停|中止|搁置|取消|停工",
        de=_Sides(
            r"abgeschlossen\w*|fertiggestellt\w*|vollendet\w*|Fertigstellung",
            r"abgebrochen\w*|aufgegeben\w*|eingestellt|gestoppt|auf\s+Eis|unterbrochen\w*",
        ),
        fr=_Sides(
            r"achev\w+|terminée?s?|achèvement|finalisée?s?",
            r"suspendue?s?|abandonn\w+|annul\w+|interrompue?s?|inachevée?s?",
        ),
        es=_Sides(
            r"complet(?:ó|aron|ad[oa]s?)|termin(?:ó|aron|ad[oa]s?)|finaliz\w+|concluy\w+"
            r"|concluid[oa]s?",
            r"suspend\w+|abandon\w+|cancel\w+|paraliz\w+|interrump\w+",
        ),
        ja=_Sides(
            r"完成|完了|竣工|終わっ",
            r"中断|中止|断念|取りやめ|白紙撤回|凍結",
        ),
    ),
    _Pair(
        r"upheld|uphold\w*|accept\w*|approv\w*|grant(?:s|ed)?|agreed to|support(?:s|ed|ing)?"
        r"|in favou?r|voted for|prais(?:e|es|ed|ing)|welcom(?:e|es|ed|ing)|hail(?:s|ed|ing)"
        r"|applaud\w*|back(?:s|ed)",
        r"reject\w*|dismiss\w*|refus\w*|overturn\w*|vetoed|denied|denies|deny|str(?:uck|ikes?|iking) down|quash\w*"
        r"|oppos\w+|voted against|critici[sz]\w+|condemn\w*|denounc\w*|appealed",
        "批准|通过|接受|核准|同意|支持|赞成|称赞|赞扬|欢迎",
        "驳回|否决|拒绝|反对|批评|谴责|抨击|上诉",
        de=_Sides(
            r"genehmig(?:t|te|ten)\b|bewillig\w*|angenommen\w*|zugestimmt"
            r"|stimm(?:t|te|ten|en)\b[^;]*?\bzu(?=\s*(?:[.,;!?)]|$))"
            r"|n(?:ahm|ahmen|immt|ehmen)\b[^;]*?\ban(?=\s*(?:[.,;!?)]|$))|befürwort\w*"
            r"|unterstütz\w*|begrüß\w*|billig(?:t|te|ten)|gebilligt\w*|akzeptier\w*|bestätig\w*"
            r"|lob(?:t|te|ten)|gelobt|verabschiedet\w*",
            r"abgelehnt\w*|ablehn\w*|Ablehnung\w*"
            r"|lehn(?:t|te|ten|en)\b[^;]*?\bab(?=\s*(?:[.,;!?)]|$))|zurückgewiesen\w*"
            r"|w(?:ies|iesen|eist|eisen)\b[^;]*?\bzurück|verworfen\w*|aufgehoben\w*|kritisier\w*"
            r"|verurteil\w*|verweiger\w*|stimm(?:t|te|ten|en)\b[^;]*?\bdagegen|abgewiesen\w*",
        ),
        fr=_Sides(
            r"approuv\w+|adopt\w+|accept\w+|accord(?:é|e|ent)\w*|soutien\w*|soutenu\w*"
            r"|salu(?:é|e|ent)\w*|validée?s?|valide(?:nt)?|confirm\w+|votée?s?\s+pour"
            r"|favorables?",
            r"rejet\w+|refus\w+|repouss\w+|critiqu\w+|condamn\w+|dénonc\w+|oppos\w+|annul\w+"
            r"|votée?s?\s+contre|défavorables?",
        ),
        es=_Sides(
            r"aprob\w+|aprueb\w+|acept\w+|concedi\w+|apoy\w+|respald\w+|avald?\w+|acogi\w+"
            r"|confirm\w+|adopt\w+|a\s+favor",
            r"rechaz\w+|deneg\w+|denieg\w+|desestim\w+|critic\w+|conden\w+|denunci\w+"
            r"|se\s+opon\w+|se\s+opus\w+|anul\w+|en\s+contra|tumb(?:ó|aron)",
        ),
        ja=_Sides(
            r"可決|承認|認可|採択|受け入れ|賛成|支持|歓迎|称賛|評価し",
            r"否決|却下|棄却|拒否|拒ん|反対|批判|非難|不承認|退け",
        ),
    ),
    _Pair(
        r"allow\w*|permit\w*|legali[sz]\w+",
        r"bann?(?:s|ed|ing)?|prohibit\w*|forb[aio]d\w*",
        "允许|准许|开放",
        "禁止|取缔",
        de=_Sides(
            r"erlaub\w*|gestatte\w*|zugelassen\w*|zulässig\w*|legalisier\w*",
            r"verboten\w*|verbiet\w*|verbot(?:en)?|untersag\w*|unzulässig\w*",
        ),
        fr=_Sides(
            r"autoris\w+|(?:est|sont|était)\s+permis\w*|permet\w*|légalis\w+",
            r"interdi\w+|prohib\w+",
        ),
        es=_Sides(
            r"permit\w+|autoriz\w+|legaliz\w+",
            r"prohib\w+|prohíb\w+|vet(?:ó|ad[oa]s?)",
        ),
        ja=_Sides(
            r"許可|認めら|解禁|容認|合法化",
            r"禁止|禁じ|違法化",
        ),
    ),
    _Pair(
        r"open(?:s|ed|ing)?",
        r"clos(?:e|es|ed|ing|ure)|shut\w*",
        "开放|开幕|开业|启用",
        "关闭|关停|停业",
        de=_Sides(
            r"geöffnet\w*|öffne\w*|eröffne\w*|offen",
            r"geschlossen\w*|schließ\w*|Schließung\w*|dichtgemacht|stillgelegt\w*",
        ),
        fr=_Sides(
            r"ouver(?:te?s?|ture)|ouvr\w+|inaugur\w+",
            r"ferm(?:ée?s?|e|ent|er|eture)",
        ),
        es=_Sides(
            r"abiert[oa]s?|abr(?:e|en|ió|ieron|ir|irá)|apertura|inaugur\w+",
            r"cerrad[oa]s?|cerr(?:ó|aron|ar|ará)|cierr\w+|clausur\w+",
        ),
        ja=_Sides(
            r"開放|開館|開店|開業|開園|オープン|営業中",
            r"閉鎖|閉館|閉店|閉園|休業|閉まっ|閉じ",
        ),
    ),
    _Pair(
        r"imports?|imported",
        r"exports?|exported",
        "进口",
        "出口",
        de=_Sides(
            r"Importe?n?s?|importier\w*|Einfuhr\w*|eingeführt\w*",
            r"Exporte?n?s?|exportier\w*|Ausfuhr\w*|ausgeführt\w*",
        ),
        fr=_Sides(
            r"import(?:ations?|ée?s?|e|ent)",
            r"export(?:ations?|ée?s?|e|ent)",
        ),
        es=_Sides(
            r"import(?:ación|aciones|ó|aron|ad[oa]s?)",
            r"export(?:ación|aciones|ó|aron|ad[oa]s?)",
        ),
        ja=_Sides(
            r"輸入",
            r"輸出",
        ),
    ),
    _Pair(
        r"profits?",
        r"loss(?:es)?",
        "盈利|获利",
        "亏损",
        de=_Sides(
            r"Gewinn\w*|Überschuss\w*",
            r"Verlust\w*|Fehlbetrag\w*",
        ),
        fr=_Sides(
            r"bénéfices?(?!\s+d['’]une?\s)|profits?",
            r"pertes?",
        ),
        es=_Sides(
            r"beneficios?|ganancias?",
            r"pérdidas?",
        ),
        ja=_Sides(
            r"黒字|利益",
            r"赤字|損失",
        ),
    ),
    _Pair(
        r"succe\w+",
        r"fail\w*",
        "成功",
        "失败",
        de=_Sides(
            r"erfolgreich\w*|Erfolge?s?|gelang\w*|gelungen",
            r"gescheitert\w*|scheiter\w*|misslang\w*|misslungen|Misserfolge?",
        ),
        fr=_Sides(
            r"réuss\w+|succès",
            r"éch(?:oué?|ouent|ec)\w*",
        ),
        es=_Sides(
            r"éxitos?|logr(?:ó|aron)|exitos[oa]s?",
            r"fracas\w+|fall(?:ó|aron)",
        ),
        ja=_Sides(
            r"成功",
            r"失敗",
        ),
    ),
    _Pair(
        r"largest|biggest|highest|most|best|record high|all-time high",
        r"smallest|lowest|least|fewest|worst|record low|all-time low",
        "最大|最高|最多|新高",
        "最小|最低|最少|新低",
        de=_Sides(
            r"größte\w*|höchste\w*|meiste\w*|beste\w*|Höchststand|Rekordhoch|Höchstwert",
            r"kleinste\w*|niedrigste\w*|geringste\w*|wenigste\w*|schlechteste\w*|Tiefststand"
            r"|Rekordtief|Tiefstwert",
        ),
        fr=_Sides(
            r"(?:le|la|les)\s+plus\s+(?:grande?|hau|élevé|important|fort|nombreu)\w*|plus\s+haut"
            r"|maximum",
            r"(?:le|la|les)\s+(?:plus\s+(?:petite?|bas|faible)|moins\s+(?:élevé|important|nombreu))\w*"
            r"|plus\s+bas|minimum",
        ),
        es=_Sides(
            r"(?:el|la|los|las)\s+(?:más\s+(?:grande|alt|elevad|numeros)|mayor)\w*|máxim[oa]s?",
            r"(?:el|la|los|las)\s+(?:más\s+(?:pequeñ|baj)|menor)\w*|mínim[oa]s?",
        ),
        ja=_Sides(
            r"最大|最高|最多|過去最[多高大]",
            r"最小|最低|最少|過去最[少低小]",
        ),
    ),
    _Pair(
        r"hir(?:e|es|ed|ing)|recruit\w*",
        r"la(?:id|ys?|ying) off|layoffs?|sack(?:s|ed|ing)?",
        "聘|招聘|雇用",
        "裁员|解雇",
        de=_Sides(
            r"eingestellt\w*(?=[^;]*(?:Mitarbeiter|Beschäftigte))|Neueinstellung\w*"
            r"|stellt\w*\b[^;]*(?:Mitarbeiter|Beschäftigte)\w*\s+ein",
            r"entlassen\w*|entließ\w*|Entlassung\w*|Stellenabbau\w*|gekündigt",
        ),
        fr=_Sides(
            r"embauch\w+|recrut\w+",
            r"licenci\w+|supprim\w+(?=[^;]*(?:emplois|postes))",
        ),
        es=_Sides(
            r"contrat(?:ó|aron|ará|ad[oa]s)|recluta\w*",
            r"desp(?:id|ed)i\w+|despid\w+",
        ),
        ja=_Sides(
            r"採用|雇用を増",
            r"解雇|リストラ|人員削減",
        ),
    ),
    _Pair(
        r"wins?|won",
        r"los(?:e|es|ing)|lost|defeated",
        "获胜|赢得",
        "落败|输给",
        de=_Sides(
            r"gewann\w*|gewinn(?:t|en)|gewonnen\w*|sieg(?:t|te|ten|en)|besieg(?:t|te|ten)|Sieg",
            r"verlor\w*|verlier\w*|unterlag\w*|unterlegen|Niederlage",
        ),
        fr=_Sides(
            r"gagn(?:é|e|ent|ant)(?!\s+\d)\w*|remport\w+|vainqu\w+|victoire",
            r"perd(?:u|ent|ait)?(?!\s+\d)|défaite|battue?s?|s['’]incline",
        ),
        es=_Sides(
            r"gan(?:ó|aron|a|an|ado)(?!\s+(?:un\s+)?\d)|venci(?:ó|eron)|victoria",
            r"perd(?:ió|ieron|ido)(?!\s+(?:un\s+)?\d)|derrota\w*",
        ),
        ja=_Sides(
            r"勝利|勝っ|優勝|当選",
            r"敗れ|敗北|負け|落選",
        ),
    ),
    _Pair(
        r"includ\w+",
        r"exclud\w+",
        de=_Sides(
            r"einschließlich|inbegriffen|enthalten|inklusive|einbezogen",
            r"ausgenommen|ausgeschlossen|ohne\s+Berücksichtigung|exklusive|nicht\s+enthalten",
        ),
        fr=_Sides(
            r"y\s+compris|comprise?s?|inclu\w+",
            r"exclu\w+|hors(?=\s)|non\s+compris\w*",
        ),
        es=_Sides(
            r"inclu\w+",
            r"exclu\w+|sin\s+contar",
        ),
        ja=_Sides(
            r"含む|含め|含まれ",
            r"除く|除い|除外",
        ),
    ),
    _Pair(
        r"alive",
        r"dead|died|deceased",
        "在世",
        "去世|逝世|死亡",
        de=_Sides(
            r"am\s+Leben|lebt(?:e)?\s+noch",
            r"tot|gestorben|starb\w*|verstorben\w*|verstarb",
        ),
        fr=_Sides(
            r"en\s+vie|vivante?s?",
            r"morte?s?|décédée?s?|décède",
        ),
        es=_Sides(
            r"con\s+vida|viv[oa]s?",
            r"muert[oa]s?|murió|murieron|falleci\w+",
        ),
        ja=_Sides(
            r"存命|生存",
            r"死亡|死去|亡くな|死ん",
        ),
    ),
    _Pair(
        r"guilty|convicted",
        r"acquitted|innocent|cleared of",
        "有罪|定罪",
        "无罪",
        de=_Sides(
            r"schuldig(?:\s+gesprochen)?|verurteilt\w*",
            r"freigesprochen\w*|unschuldig|Freispruch",
        ),
        fr=_Sides(
            r"coupables?|condamnée?s?",
            r"acquitt\w+|innocent\w*|relaxée?s?",
        ),
        es=_Sides(
            r"culpables?|condenad[oa]s?",
            r"absuelt[oa]s?|absolvi\w+|inocentes?",
        ),
        ja=_Sides(
            r"有罪",
            r"無罪",
        ),
    ),
    _Pair(
        r"reach(?:es|ed)|met|meets|achiev\w+",
        r"short of|miss(?:es|ed)|fell short|below target",
        "达成|达标",
        "未达|差一点|落空",
        de=_Sides(
            r"erreicht\w*|übertroffen\w*|übertraf\w*",
            r"verfehl\w*|unterschritten|blieb\w*\b[^;]*\b(?:hinter|unter)",
        ),
        fr=_Sides(
            r"atteint\w*|dépass\w+",
            r"manqu(?:é|e|ent)|en\s+deçà",
        ),
        es=_Sides(
            r"alcanz(?:ó|a|an|aron|ado)|super(?:ó|a|aron|ado)",
            r"incumpl\w+|se\s+qued(?:ó|aron)\s+(?:por\s+debajo|cort[oa]s?|lejos)",
        ),
        ja=_Sides(
            r"達成|到達",
            r"未達|届か|及ばな",
        ),
    ),
    _Pair(
        r"in a row|consecutive|successive|running",
        r"first\b.{0,40}?\bin \w+ (?:years|months|decades)",
        "连续|连年",
        "年来首[次度]|年来第一次|年来头一",
        de=_Sides(
            r"in\s+Folge|aufeinanderfolgende\w*|hintereinander",
            r"erstmals\s+seit|zum\s+ersten\s+Mal\s+seit",
        ),
        fr=_Sides(
            r"consécuti\w+|d['’]affilée|de\s+suite",
            r"première\s+fois\s+depuis",
        ),
        es=_Sides(
            r"consecutiv[oa]s?|seguid[oa]s?",
            r"(?:por\s+)?primera\s+vez\s+(?:en|desde)",
        ),
        ja=_Sides(
            r"連続|続けて",
            r"ぶりに|ぶりの",
        ),
    ),
    _Pair(
        r"won|win(?:s|ning)?|receiv(?:es|ed|ing)(?! (?:[\w'’-]+ ){0,7}nominat)|awarded|earned|collected|took home|winners?",
        r"nominat\w+|shortlist\w*|longlist\w*|runners?-up|finalists?",
        "获奖|获颁|荣获|夺得|得主|获得",
        "入围|提名|亚军",
        de=_Sides(
            r"gewann\w*|gewonnen\w*|ausgezeichnet\w*|erhielt\w*\b[^;]*?(?:preis|Auszeichnung)\w*"
            r"|Preisträger\w*|Gewinner\w*",
            r"nominier\w*|Nominierung\w*|Finalist\w*",
        ),
        fr=_Sides(
            r"remport\w+|lauréat\w*|primée?s?|obtenu\b[^;]*?prix",
            r"nommée?s?\s+(?:pour|au|à)|nominé\w*|finalistes?|sélectionnée?s?",
        ),
        es=_Sides(
            r"gan(?:ó|aron|ador\w*)|premiad[oa]s?|galardonad[oa]s?",
            r"nominad[oa]s?|finalistas?|candidat[oa]s?",
        ),
        ja=_Sides(
            r"受賞|優勝|獲得",
            r"候補|ノミネート|準優勝",
        ),
    ),
    _Pair(
        r"mandatory|compulsory|obligatory|oblig(?:es|ed)|must|requir(?:es|ed)|forc(?:es|ed)",
        r"voluntary|voluntarily|optional(?:ly)?|discretionary",
        "强制|必须|必修|义务性",
        "自愿|选修|自主决定|非强制",
        de=_Sides(
            r"verpflichtend\w*|obligatorisch\w*|vorgeschrieben\w*|Pflicht|pflichtig\w*|muss"
            r"|müssen",
            r"freiwillig\w*|optional\w*|fakultativ\w*",
        ),
        fr=_Sides(
            r"obligatoires?|imposée?s?|doi(?:t|vent)\s+obligatoirement",
            r"volontaires?|facultati\w+|optionnel\w*|bénévole\w*",
        ),
        es=_Sides(
            r"obligatori[oa]s?|obligad[oa]s?",
            r"voluntari[oa]s?|opcional(?:es)?|facultativ[oa]s?",
        ),
        ja=_Sides(
            r"義務|必修|強制",
            r"任意|自主的|選択制",
        ),
    ),
    _Pair(
        r"permanent(?:ly)?|indefinite(?:ly)?|for good",
        r"temporar(?:y|ily)|interim|provisional(?:ly)?",
        "永久|无限期|常设",
        "暂时|临时|短期|过渡",
        de=_Sides(
            r"dauerhaft\w*|unbefristet\w*|ständig\w*",
            r"vorübergehend\w*|befristet\w*|zeitweilig\w*|vorläufig\w*|provisorisch\w*",
        ),
        fr=_Sides(
            r"permanente?s?|définiti\w+|durablement",
            r"temporaire\w*|provisoire\w*|intérim\w*",
        ),
        es=_Sides(
            r"permanentes?|definitiv\w+|indefinid\w+",
            r"temporal(?:es|mente)?|provisional\w*|interin[oa]s?",
        ),
        ja=_Sides(
            r"恒久|永久|常設|無期限",
            r"一時的|臨時|暫定|仮設",
        ),
    ),
    _Pair(
        r"full-time",
        r"part-time",
        "全职|专任",
        "兼职|兼任",
        de=_Sides(
            r"Vollzeit\w*|vollzeitbeschäftigt\w*",
            r"Teilzeit\w*|teilzeitbeschäftigt\w*",
        ),
        fr=_Sides(
            r"(?:à\s+)?temps\s+plein",
            r"(?:à\s+)?temps\s+partiel",
        ),
        es=_Sides(
            r"(?:a\s+)?(?:jornada|tiempo)\s+complet[oa]",
            r"(?:a\s+)?(?:jornada|tiempo)\s+parcial",
        ),
        ja=_Sides(
            r"常勤|フルタイム|正社員",
            r"非常勤|パートタイム|パート(?!ナー)",
        ),
    ),
    _Pair(
        r"domestic(?:ally)?|home-?grown|local(?:ly)?",
        r"foreign|overseas|abroad|imported",
        "国内|本土|本国|内销",
        "国外|海外|外国|进口|外销",
        de=_Sides(
            r"inländisch\w*|einheimisch\w*|heimisch\w*|Inland\w*",
            r"ausländisch\w*|Ausland\w*",
        ),
        fr=_Sides(
            r"nationale?s?|locale?s?|locaux|domestiques?",
            r"étrang\w+|à\s+l['’]étranger",
        ),
        es=_Sides(
            r"nacional(?:es)?|local(?:es)?|doméstic[oa]s?",
            r"extranjer[oa]s?|exterior(?:es)?",
        ),
        ja=_Sides(
            r"国内|国産|地元",
            r"海外|国外|外国",
        ),
    ),
    _Pair(
        r"onshore",
        r"offshore",
        "陆上|陆域",
        "离岸|海上",
        de=_Sides(
            r"an\s+Land|Onshore\w*",
            r"auf\s+See|Offshore\w*",
        ),
        fr=_Sides(
            r"terrestres?",
            r"en\s+mer|offshore|marins?",
        ),
        es=_Sides(
            r"terrestres?",
            r"marin[oa]s?|offshore",
        ),
        ja=_Sides(
            r"陸上",
            r"洋上|海上",
        ),
    ),
    _Pair(
        r"indoors?",
        r"outdoors?|open-air",
        "室内",
        "室外|户外|露天",
        de=_Sides(
            r"Hallen\w*|drinnen|in\s+Innenräumen",
            r"Freibad\w*|draußen|im\s+Freien",
        ),
        fr=_Sides(
            r"en\s+salle|à\s+l['’]intérieur|couverte?s?",
            r"en\s+plein\s+air|à\s+l['’]extérieur",
        ),
        es=_Sides(
            r"cubiert[oa]s?|bajo\s+techo|en\s+interiores",
            r"al\s+aire\s+libre|en\s+exteriores",
        ),
        ja=_Sides(
            r"屋内|室内",
            r"屋外|野外",
        ),
    ),
    _Pair(
        r"join(?:s|ed|ing)?",
        r"left|leaves|quit(?:s|ting)?|withdr[ae]w\w*",
        "加入",
        "退出|脱离",
        de=_Sides(
            r"beigetreten|tr(?:at|aten|itt|eten)\b[^;]*?\b(?:bei|ein)(?=\s*(?:[.,;!?)]|$))"
            r"|Beitritt\w*|eingetreten",
            r"ausgetreten|tr(?:at|aten|itt|eten)\b[^;]*?\baus(?=\s*(?:[.,;!?)]|$))|Austritt\w*"
            r"|verlassen|verließ\w*|zurückgezogen",
        ),
        fr=_Sides(
            r"rejoint\w*|adhér\w+|adhésion\w*|intégr(?:é|e|ent)",
            r"quitt\w+|se\s+retir\w+|s['’]est\s+retir\w+|retrait",
        ),
        es=_Sides(
            r"se\s+uni(?:ó|eron)|se\s+incorpor(?:ó|aron)|adhesión|ingres(?:ó|aron)"
            r"|se\s+adhiri\w+",
            r"abandon(?:ó|aron)|dej(?:ó|aron)|se\s+retir(?:ó|aron)|sali(?:ó|eron)\s+de",
        ),
        ja=_Sides(
            r"加入|加盟|参加|加わっ",
            r"脱退|離脱|退会|撤退",
        ),
    ),
    _Pair(
        r"appoint(?:s|ed|ment)|promot(?:es|ed|ion)|elected|took office",
        r"dismissed|resign(?:s|ed|ation)?|stepp?(?:s|ed|ing)? down|removed|demoted|ousted|retired",
        "任命|获任|当选|上任|就任|升任",
        "辞职|免职|卸任|下台|解职|请辞",
        de=_Sides(
            r"ernannt\w*|ernenn\w*|gewählt\w*|berufen|befördert",
            r"entlassen\w*|zurückgetreten|tr(?:at|aten|itt|eten)\b[^;]*?\bzurück|Rücktritt\w*"
            r"|abberufen|abgesetzt|abgewählt",
        ),
        fr=_Sides(
            r"nommée?s?|nomm(?:e|ent)|élue?s?|promue?s?|désignée?s?",
            r"démission\w*|limogé\w*|révoqué\w*|destitué\w*|licenciée?s?",
        ),
        es=_Sides(
            r"nombr(?:ó|ad[oa]s?|aron|amiento)|elegid[oa]s?|designad[oa]s?",
            r"dimi(?:tió|sión|tieron)|destituid[oa]s?|cesad[oa]s?|renunci(?:ó|a)",
        ),
        ja=_Sides(
            r"任命|就任|選出|当選|昇格",
            r"辞任|退任|解任|罷免|辞職",
        ),
    ),
    _Pair(
        r"tighten\w*|stricter|toughen\w*",
        r"relax\w*|loosen\w*|eas(?:e|es|ed|ing)",
        "收紧|趋严|加严",
        "放宽|放松|松绑",
        de=_Sides(
            r"verschärf\w*|strenger\w*",
            r"gelockert\w*|lockern?|lockert\w*|Lockerung\w*",
        ),
        fr=_Sides(
            r"durci\w*|renforc(?:é|e|ent)\w*|plus\s+stricte?s?|resserr\w+",
            r"assoupli\w*|allég\w+|relâch\w+",
        ),
        es=_Sides(
            r"endurec\w+|más\s+estrict[oa]s?",
            r"relaj\w+|flexibiliz\w+|suaviz\w+",
        ),
        ja=_Sides(
            r"厳格化|強化|引き締め",
            r"緩和|緩め",
        ),
    ),
    _Pair(
        r"encourag\w+",
        r"discourag\w+|deter(?:s|red|ring)?",
        "鼓励",
        "劝阻|不鼓励",
        de=_Sides(
            r"ermutig\w*|ermunter\w*",
            r"entmutig\w*|abgeraten|rät\b[^;]*?\bab(?=\s*(?:[.,;!?)]|$))",
        ),
        fr=_Sides(
            r"encourag\w+",
            r"décourag\w+|dissuad\w+",
        ),
        es=_Sides(
            r"anim(?:ó|aron|a\s+a)|alent\w+",
            r"desalent\w+|disuad\w+|desaconsej\w+",
        ),
        ja=_Sides(
            r"奨励|推奨",
            r"抑制を呼びかけ|非推奨|控えるよう",
        ),
    ),
    _Pair(
        r"positive(?:ly)?",
        r"negative(?:ly)?",
        "阳性|正面|积极",
        "阴性|负面|消极",
        de=_Sides(
            r"positiv\w*",
            r"negativ\w*",
        ),
        fr=_Sides(
            r"positi(?:f|ve)s?|positivement",
            r"négati(?:f|ve)s?|négativement",
        ),
        es=_Sides(
            r"positiv\w+",
            r"negativ\w+",
        ),
        ja=_Sides(
            r"陽性|肯定的|積極的",
            r"陰性|否定的|消極的",
        ),
    ),
    _Pair(
        r"optimis\w+",
        r"pessimis\w+",
        "乐观",
        "悲观",
        de=_Sides(
            r"optimis\w*|zuversichtlich\w*",
            r"pessimis\w*",
        ),
        fr=_Sides(
            r"optimis\w+",
            r"pessimis\w+",
        ),
        es=_Sides(
            r"optimis\w+",
            r"pesimis\w+",
        ),
        ja=_Sides(
            r"楽観",
            r"悲観",
        ),
    ),
    _Pair(
        r"over-?(?:estimat|stat|valu|rat)\w+",
        r"under-?(?:estimat|stat|valu|rat)\w+",
        "高估",
        "低估",
        de=_Sides(
            r"überschätz\w*|überbewert\w*",
            r"unterschätz\w*|unterbewert\w*",
        ),
        fr=_Sides(
            r"surestim\w+|surévalu\w+",
            r"sous-estim\w+|sous-évalu\w+",
        ),
        es=_Sides(
            r"sobr[ae]stim\w+|sobrevalor\w+",
            r"subestim\w+|infravalor\w+",
        ),
        ja=_Sides(
            r"過大評価",
            r"過小評価",
        ),
    ),
    _Pair(
        r"appreciat\w+",
        r"depreciat\w+",
        "升值",
        "贬值",
        de=_Sides(
            r"aufgewertet\w*|Aufwertung\w*",
            r"abgewertet\w*|Abwertung\w*",
        ),
        fr=_Sides(
            r"s['’]appréci\w+|appréciation",
            r"se\s+dépréci\w+|dépréciation|dévalu\w+",
        ),
        es=_Sides(
            r"se\s+apreci\w+|apreciación",
            r"se\s+depreci\w+|depreciación|devalu\w+",
        ),
        ja=_Sides(
            r"円高|切り上げ",
            r"円安|切り下げ",
        ),
    ),
    _Pair(
        r"inflation",
        r"deflation",
        "通胀|通货膨胀",
        "通缩|通货紧缩",
        de=_Sides(
            r"Inflation\w*|Teuerung\w*",
            r"Deflation\w*",
        ),
        fr=_Sides(
            r"inflation",
            r"déflation",
        ),
        es=_Sides(
            r"inflación",
            r"deflación",
        ),
        ja=_Sides(
            r"インフレ",
            r"デフレ",
        ),
    ),
    _Pair(
        r"(?:above|better than|ahead of|beat\w*|exceed\w*|surpass\w*)(?= (?:\w+ ){0,2}(?:average|expectations?|forecasts?))",
        r"(?:below|worse than|short of|behind|miss\w*|under)(?= (?:\w+ ){0,2}(?:average|expectations?|forecasts?))",
        "[高优]于(?:市场|平均|预期|全国)|超[出过]?预期",
        "[低劣]于(?:市场|平均|预期|全国)|不如预期|不及预期",
        de=_Sides(
            r"über(?=\s+(?:den?m?\s+)?(?:Erwartung|Durchschnitt|Prognose))"
            r"|(?:größer|besser|höher|mehr|stärker)(?=\b[^;]*\bals\s+erwartet)|übertraf\w*"
            r"|übertroffen|überdurchschnittlich\w*",
            r"unter(?=\s+(?:den?m?\s+)?(?:Erwartung|Durchschnitt|Prognose))"
            r"|(?:kleiner|schlechter|niedriger|weniger|schwächer|geringer)(?=\b[^;]*\bals\s+erwartet)"
            r"|unterdurchschnittlich\w*",
        ),
        fr=_Sides(
            r"(?:meilleure?s?|mieux|plus\s+\w+)(?=\s+que\s+prévu)"
            r"|supérieure?s?(?=\s+aux?\s+(?:attentes|prévisions|moyenne))"
            r"|dépass\w+(?=\s+les\s+(?:attentes|prévisions))|au-dessus",
            r"(?:pires?|moins\s+\w+)(?=\s+que\s+prévu)"
            r"|inférieure?s?(?=\s+aux?\s+(?:attentes|prévisions|moyenne))|au-dessous"
            r"|en\s+dessous",
        ),
        es=_Sides(
            r"(?:mejor(?:es)?|mayor(?:es)?|más\s+\w+)(?=\s+de\s+lo\s+(?:esperado|previsto))"
            r"|super\w+(?=\s+(?:lo\s+|las\s+)?(?:esperado|previsto|expectativas|previsiones))"
            r"|por\s+encima",
            r"(?:peor(?:es)?|menor(?:es)?|menos\s+\w+)(?=\s+de\s+lo\s+(?:esperado|previsto))"
            r"|por\s+debajo",
        ),
        ja=_Sides(
            r"(?:予想|平均|期待|見通し)を(?:大きく)?上回|予想以上|平均より高",
            r"(?:予想|平均|期待|見通し)を(?:大きく)?下回|予想以下|期待外れ|平均より低",
        ),
    ),
    _Pair(
        r"urban",
        r"rural",
        "城镇|都会",
        "农村|乡村|偏乡",
        de=_Sides(
            r"städtisch\w*|Stadtgebiet\w*",
            r"ländlich\w*|Landkreis\w*",
        ),
        fr=_Sides(
            r"urbaine?s?|citadin\w*",
            r"rura(?:l|le|les|ux)",
        ),
        es=_Sides(
            r"urban[oa]s?",
            r"rural(?:es)?",
        ),
        ja=_Sides(
            r"都市部|市街地",
            r"農村|地方部|田舎",
        ),
    ),
    _Pair(
        r"north(?:ern)?",
        r"south(?:ern)?",
        de=_Sides(
            r"Norden|nördlich\w*",
            r"Süden|südlich\w*",
        ),
        fr=_Sides(
            r"nord",
            r"sud",
        ),
        es=_Sides(
            r"norte",
            r"sur",
        ),
        ja=_Sides(
            r"北部|北側",
            r"南部|南側",
        ),
    ),
    _Pair(
        r"east(?:ern)?",
        r"west(?:ern)?",
        de=_Sides(
            r"Osten|östlich\w*",
            r"Westen|westlich\w*",
        ),
        fr=_Sides(
            r"est(?=\s+d[eu])|l['’]est",
            r"ouest",
        ),
        es=_Sides(
            r"este\s+de(?=\s)|oriental(?:es)?",
            r"oeste|occidental(?:es)?",
        ),
        ja=_Sides(
            r"東部|東側",
            r"西部|西側",
        ),
    ),
    _Pair(
        r"daytime|by day",
        r"night-?time|by night|overnight",
        "白天|日间",
        "夜间|夜晚|晚上",
        de=_Sides(
            r"tagsüber|bei\s+Tag",
            r"nachts|bei\s+Nacht|über\s+Nacht",
        ),
        fr=_Sides(
            r"de\s+jour|en\s+journée|diurnes?",
            r"de\s+nuit|la\s+nuit|nocturnes?",
        ),
        es=_Sides(
            r"de\s+día|diurn[oa]s?",
            r"de\s+noche|nocturn[oa]s?",
        ),
        ja=_Sides(
            r"昼間|日中",
            r"夜間|深夜",
        ),
    ),
    _Pair(
        r"males?|men|boys",
        r"females?|women|girls",
        "男性|男生|男童",
        "女性|女生|女童",
        de=_Sides(
            r"Männer\w*|männlich\w*|Jungen",
            r"Frauen|weiblich\w*|Mädchen",
        ),
        fr=_Sides(
            r"hommes?|garçons?|masculin\w*",
            r"femmes?|filles?|féminin\w*",
        ),
        es=_Sides(
            r"hombres?|varones|niños|masculin[oa]s?",
            r"mujer(?:es)?|niñas|femenin[oa]s?",
        ),
        ja=_Sides(
            r"男性|男子|男児",
            r"女性|女子|女児",
        ),
    ),
    _Pair(
        r"surplus",
        r"deficit",
        "顺差|盈余",
        "逆差|赤字",
        de=_Sides(
            r"Überschuss\w*|Überschüsse\w*",
            r"Defizit\w*|Fehlbetrag\w*",
        ),
        fr=_Sides(
            r"excédents?|excédentaires?",
            r"déficits?|déficitaires?",
        ),
        es=_Sides(
            r"superávits?",
            r"déficits?",
        ),
        ja=_Sides(
            r"黒字|余剰",
            r"赤字|不足額",
        ),
    ),
    _Pair(
        r"constitutional|legal|lawful",
        r"unconstitutional|illegal|unlawful|str(?:uck|ikes?) down|violat\w+ the",
        "合法|合宪",
        "违法|违宪",
        de=_Sides(
            r"verfassungsgemäß\w*|verfassungskonform\w*|rechtmäßig\w*|legal\w*",
            r"verfassungswidrig\w*|rechtswidrig\w*|illegal\w*|unrechtmäßig\w*|unzulässig\w*",
        ),
        fr=_Sides(
            r"conformes?\s+à\s+la\s+(?:Constitution|loi)|légale?s?|légaux|licites?",
            r"inconstitutionnel\w*|illégale?s?|illégaux|illicites?",
        ),
        es=_Sides(
            r"constitucional(?:es)?|legal(?:es)?|lícit[oa]s?",
            r"inconstitucional(?:es)?|ilegal(?:es)?|ilícit[oa]s?",
        ),
        ja=_Sides(
            r"合憲|合法",
            r"違憲|違法",
        ),
    ),
)
_NOTHING = re.compile("(?!)")


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
        for pair in _PAIRS
        for side in pair.sides(language)
    )


def _words_of(language: str) -> _Words:
    match language:
        case "en":
            return _Words(
                _sides("en"), _NEGATION, _DENIAL, _SCOPE_END, _DONE, _PLANNED, _CAME_ABOUT
            )
        case "zh":
            return _Words(
                _sides("zh"), _HAN_NEGATION, _HAN_DENIAL, _HAN_SCOPE_END, _HAN_DONE, _HAN_PLANNED
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
    plain = simplified(text) if is_chinese(language) else text
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
    if negated and _denies_opposite(ours, our_language, their_words):
        return None
    if also and _denies_opposite(theirs, their_language, our_words):
        return None
    if bool(negated) != bool(also):
        who = "claim" if negated else "source"
        return Opposition(
            " ".join(negated) or _AFFIRMED, " ".join(also) or _AFFIRMED, f"the {who} negates it"
        )
    return None


def _denies_opposite(text: str, language: str, words: list[str]) -> bool:
    """Whether what a text negates is the opposite of some words: "not approved" and "rejected"."""
    denied = _polar(negated_part(text, language), language)
    return any(one and words[number ^ 1] and not words[number] for number, one in enumerate(denied))


def direction_of(text: str, language: str) -> tuple[int, str]:
    """Whether a text says that something rose (1) or fell (-1), and its word for it; or (0, "")."""
    rises, falls = _polar(text, language)[:2]
    if bool(rises) == bool(falls):
        return 0, ""
    return (1, rises) if rises else (-1, falls)


def places_of_change(text: str, language: str) -> list[tuple[int, int]]:
    """Where a text says that something rose or fell: `[start, end)` of each word."""
    words, plain = _read(text, language)
    return [match.span() for pattern in words.sides[:2] for match in pattern.finditer(plain)]


def _opposite(mine: str, theirs: str) -> Opposition:
    return Opposition(mine, theirs, f"the claim says “{mine}”, the source “{theirs}”")


def _denied_by_prefix(ours: str, theirs: str) -> Opposition | None:
    """Whether one of two clauses has a word of the other with "non-" or "un" before it."""
    for text, other in ((ours, theirs), (theirs, ours)):
        words = {word.lower() for word in _WORD.findall(other)}
        for match in _DENYING_PREFIX.finditer(text):
            rest, whole = match["rest"].lower(), match.group().lower()
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


def _polar(text: str, language: str) -> list[str]:
    """For each side of each pair the first word of it in a text, "" if there is none."""
    words, plain = _read(text, language)
    found = [pattern.search(plain) for pattern in words.sides]
    return [text[match.start() : match.end()] if match else "" for match in found]


def _negations(text: str, language: str) -> list[str]:
    words, plain = _read(text, language)
    return words.negation.findall(plain)


def denied_parts(text: str, language: str) -> tuple[list[str], str]:
    """What a text says is not so, or was only meant to be, each up to its clause's end; the rest.

    "It came from stocks, not from a shortage" denies "from a shortage".
    """
    words, plain = _read(text, language)
    spans = [match.span("what") for match in _NO_PART.finditer(plain)]
    spans += [_scope(denial, plain, words) for denial in words.denial.finditer(plain)]
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


def _scope(denial: re.Match[str], plain: str, words: _Words) -> tuple[int, int]:
    """The part of a text that a denial is of, as `[start, end)`."""
    if words.is_denied_before:
        ends = [end.end() for end in words.scope_end.finditer(plain, 0, denial.start())]
        return (ends[-1] if ends else 0), denial.start()
    end = words.scope_end.search(plain, denial.end())
    return denial.end(), end.start() if end else len(plain)


def says_what_is_not(text: str, language: str) -> bool:
    """Whether a text itself denies something, or says that it came later than it was to."""
    words, plain = _read(text, language)
    is_denied = words.denial.search(plain) or _POSTPONED.search(plain)
    return bool(is_denied) or has_negation(text, language)


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


def has_negation(text: str, language: str) -> bool:
    """Whether a text negates anything."""
    return bool(_negations(text, language))
