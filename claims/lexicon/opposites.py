"""Words of opposite meaning in the languages that are read: a pair an entry, a column a language.

Nothing here says what follows where two texts have one side each; `claims.polarity` does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Sides(NamedTuple):
    """The words of both sides of a pair in one language, as patterns."""

    one: str
    other: str


_NONE = Sides("", "")


@dataclass(frozen=True, slots=True)
class Pair:
    """Words that cannot both be said of the same thing at once, in each language; "" for none.

    `one` and `other` are English, `han_one` and `han_other` Chinese in simplified characters. Of
    a pair that `is_telling` a source that has but the other side bears nothing out: "rose" where
    it has "fell" alone, in whatever clause.
    """

    one: str
    other: str
    han_one: str = ""
    han_other: str = ""
    de: Sides = _NONE
    fr: Sides = _NONE
    es: Sides = _NONE
    ja: Sides = _NONE
    is_telling: bool = False

    def sides(self, language: str) -> Sides:
        """The words of both sides in a language of the table."""
        match language:
            case "en":
                return Sides(self.one, self.other)
            case "zh":
                return Sides(self.han_one, self.han_other)
            case _:
                found: Sides = getattr(self, language)
                return found


# "Up 8%", "down from 15": what rose or fell, and not where something is.
_BY_NUMBER = r"(?= (?:(?:by|from|to|on|about|nearly|almost|some|over|more than) )?[\d$€£])"
_A_NUMBER = (
    r"(?:[\d$€£]|half|an? |one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
)
# "Above average", "below the market's expectations"
_MEASURE = r"(?= (?:\w+ ){0,2}(?:average|expectations?|forecasts?))"
PAIRS = (
    Pair(
        r"r[oi]se[sn]?|rising|grew|grow[sn]?|growing|growth|increas\w+|climb\w+|surg\w+|jump\w+"
        r"|gain(?:s|ed|ing)?|soar\w+|expand\w+|widen\w*|rais(?:e|es|ed|ing)|doubled"
        r"|tripled|higher|extend(?:s|ed|ing)?|lengthen\w*|strengthen\w*"
        rf"|(?<!no )(?<!not )more than(?! (?:twice|double|{_A_NUMBER}))"
        rf"|(?<!no )longer|recover(?:s|ed|ing)?|rebound\w*|went up|edged up|up{_BY_NUMBER}"
        r"|add(?:s|ed)(?= (?:[\d$€£]|between|about|nearly|almost|over|up to|another))"
        r"|[\d.,]+ more(?= than)",
        r"fell|falls?|fallen|falling|los(?:t|es|ing)(?= (?:\w+ ){0,2}[\d.]+ ?(?:%|per ?cent))"
        r"|declin\w+|decreas\w+|dropp?\w*|shr[aiu]nk\w*|plung\w+"
        r"|slump\w+|reduc\w+|cuts?|narrow\w*|lower(?:ed|s|ing)?|halved|unchanged"
        r"|weaken\w*|shorten\w*|curtail\w*|(?:is|are|was|were|been) frozen"
        rf"|(?<!no )(?<!not )(?:fewer|less) than(?! {_A_NUMBER})|shorter"
        r"|slip(?:s|ped|ping)?|slid|sank"
        rf"|dwindl\w+|tumbl\w+|dipp?(?:s|ed|ing)?|went down|edged down|down{_BY_NUMBER}"
        r"|[\d.,]+ fewer(?= than)",
        "增加|增长|成长|上升|上涨|提高|攀升|扩大|飙升|增至|升至|增|上调|翻番|延长"
        "|回升|反弹|走高|[涨升增][至到]|上修|多了|贵了",
        "减少|下降|下跌|降低|缩小|萎缩|减至|降至|跌至|下滑|衰退|减|下调|持平|缩短|冻结"
        "|回落|走低|跌破|微降|下修|[跌降减]到|少了|便宜了",
        de=Sides(
            r"st[ei]{1,2}g\w*|stieg\w*|gestiegen\w*|Anstieg\w*|an(?:gestiegen|steig)\w*|wuchs\w*"
            r"|wachs\w*|wächst|gewachsen\w*|Wachstum\w*|kletter\w*|geklettert|erhöh\w*"
            r"|vergrößer\w*|verteuer\w*|höher\w*|Zuwachs\w*|Zunahme\w*"
            r"|zu(?:genommen|nehmen|nimmt|nahm)\w*|zulegen|zugelegt|Plus"
            r"|n(?:ahm|ahmen|immt|ehmen)\b[^;]*?\bzu(?=\s*(?:[.,;!?)]|$))"
            r"|leg(?:t|te|ten|en)\b[^;]*?\bzu(?=\s*(?:[.,;!?)]|$))|verdoppel\w*|verdreifach\w*"
            r"|ausgeweitet|verläng\w+"
            r"|(?!(?:19|20)\d\d\s+mehr\s+als\s+\d)\d[\d.,]*\s*(?:%|\w+)?\s+mehr"
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
        fr=Sides(
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
        es=Sides(
            r"sub(?:e|en|ió|ieron|ido|idas?|ir|ía|ían|iendo|irá)|aument\w+"
            r"|crec(?:e|en|er|ió|ieron|ido|ía|imiento|iente)\w*|increment\w+|repunt\w+|alzas?"
            r"|elev(?:ó|aron|arse|ado)|eleva(?=\s)|ascen(?:so|dió|dieron)|avanz(?:ó|aron)"
            r"|dispar(?:ó|aron|ado)|duplic\w+|triplic\w+|encarec\w+|ampli(?:ó|aron|ado)|alarg\w+"
            r"|\d[\d.,]*\s*(?:%|\w+)?\s+más|más(?=\s+que\s+(?:el|en|hace|un)\b)",
            r"baj(?:a|an|ó|aron|ado|adas?|ar|aba|ará)|ca(?:e|en|yó|yeron|ído|ídas?|er|yendo|ía)"
            r"|descen(?:so|sos|dió|dieron|der|dido|diendo)|descien\w+|disminu\w+|redu[cj]\w+"
            r"|retroce\w+|ced(?:ió|ieron)|hund(?:e|ió|ieron)|recort\w+|rebaj\w+|desplom\w+|mengu\w+|encog\w+|abarat\w+|acort\w+"
            r"|perd(?:ió|ieron)(?=\s+(?:un\s+)?\d)|sin\s+cambios"
            r"|\d[\d.,]*\s*(?:%|\w+)?\s+menos|menos(?=\s+que\s+(?:el|en|hace|un)\b)",
        ),
        ja=Sides(
            r"増加|増え|増や|増し|増(?=、|。|の|と|で|だ|$)|増収|増益|伸び|伸ば|上昇|上が"
            r"|引き?上げ|拡大|成長|プラス|高ま|高まり|急増|急騰|値上|倍増|多かった|多くな|上向"
            r"|延長|広が",
            r"減少|減っ|減り|減る|減ら|減(?=、|。|の|と|で|だ|$)|減収|減益|低下|下落|下が"
            r"|引き?下げ|縮小|落ち込|マイナス|急減|急落|値下|半減|少なかった|少なくな|短縮|縮ま"
            r"|削減|後退|横ばい|下降",
        ),
        is_telling=True,
    ),
    # Shorter waits are an improvement.
    Pair(
        r"improv\w+|better",
        r"worsen\w*|worse|deteriorat\w*",
        "改善|好转",
        "恶化|变差",
        de=Sides(
            r"verbesser\w*|besser\w*",
            r"verschlechter\w*|schlechter\w*|schlimmer\w*",
        ),
        fr=Sides(
            r"amélior\w+|meilleure?s?",
            r"détérior\w+|empir\w+|aggrav\w+|pires?|dégrad\w+",
        ),
        es=Sides(
            r"mejor\w*",
            r"empeor\w*|peor(?:es)?|deterior\w+|agrav\w+",
        ),
        ja=Sides(
            r"改善|好転|良くな",
            r"悪化|悪くな",
        ),
    ),
    Pair(
        r"satisf\w+|pleased|happy",
        r"dissatisf\w+|unsatisf\w+|unhappy",
        "(?<!不)(?<!未)满意",
        "不满",
        de=Sides(
            r"zufrieden\w*",
            r"unzufrieden\w*",
        ),
        fr=Sides(
            r"satisfaits?|satisfaites?|contente?s?",
            r"insatisfaits?|insatisfaites?|mécontente?s?",
        ),
        es=Sides(
            r"satisfech\w+|content[oa]s?",
            r"insatisfech\w+|descontent[oa]s?",
        ),
        ja=Sides(
            r"(?<!不)満足",
            r"不満",
        ),
    ),
    Pair(
        r"ahead of schedule|earlier than planned|ahead of time|early completion|on schedule"
        r"|on time|(?:minutes|hours|days|months|weeks|years?) early\b",
        r"delayed|behind schedule|later than planned|postponed|overdue"
        r"|(?:minutes|hours|days|months|weeks|years?) late\b",
        "提早|提前|如期|准时|按时",
        "延后|延迟|推迟|延误|落后|延至|(?<![比较早晚])原定",
        de=Sides(
            r"vorzeitig\w*|früher\s+als\s+(?:geplant|erwartet)|pünktlich\w*|termingerecht\w*"
            r"|fristgerecht\w*",
            r"verspätet\w*|verzöger\w*|später\s+als\s+(?:geplant|erwartet)|verschoben",
        ),
        fr=Sides(
            r"en\s+avance|plus\s+tôt\s+que\s+prévu|à\s+temps|dans\s+les\s+délais",
            r"en\s+retard|retardée?s?|plus\s+tard\s+que\s+prévu|reportée?s?",
        ),
        es=Sides(
            r"antes\s+de\s+lo\s+previsto|a\s+tiempo|según\s+lo\s+previsto|puntual\w*",
            r"con\s+retraso|retrasad[oa]s?|retras(?:ó|aron)|más\s+tarde\s+de\s+lo\s+previsto"
            r"|aplazad[oa]s?|aplaz(?:ó|aron)",
        ),
        ja=Sides(
            r"前倒し|予定通り|予定どおり|早まっ",
            r"遅れ|延期|先送り",
        ),
    ),
    Pair(
        r"cheaper|inexpensive",
        r"dearer|more expensive|costlier",
        "便宜",
        "昂贵|[更较了约]贵|贵[了约上出]",
        de=Sides(
            r"billiger\w*|günstiger\w*|preiswerter\w*",
            r"teurer\w*|kostspieliger\w*",
        ),
        fr=Sides(
            r"moins\s+ch(?:er|ère)s?|bon\s+marché",
            r"plus\s+ch(?:er|ère)s?|plus\s+coûteu\w+",
        ),
        es=Sides(
            r"más\s+barat[oa]s?|menos\s+car[oa]s?",
            r"más\s+car[oa]s?|más\s+costos[oa]s?",
        ),
        ja=Sides(
            r"安い|安く|安価|割安",
            r"高い値段|高価|割高",
        ),
    ),
    Pair(
        r"privately (?:held|owned)|private(?:ly)? company",
        r"state-owned|publicly owned|owned by the (?:state|government)|nationali[sz]ed",
        "民营|私营|私有",
        "国营|国有|公营",
        de=Sides(
            r"privat(?:wirtschaftlich|e[nrs]?)?(?=\s+(?:\w+\s+)?(?:Besitz|Hand|Unternehmen|Betreiber|Träger))"
            r"|Privatunternehmen",
            r"staatlich\w*|verstaatlicht\w*|in\s+Staatsbesitz|staatseigen\w*",
        ),
        fr=Sides(
            r"entreprise\s+privée|société\s+privée|privatisée?s?",
            r"publique\s+d['’]État|étatique|nationalisée?s?|entreprise\s+publique",
        ),
        es=Sides(
            r"empresa\s+privada|privatizad[oa]s?",
            r"empresa\s+(?:pública|estatal)|nacionalizad[oa]s?|estatal(?:es)?",
        ),
        ja=Sides(
            r"民営|民間企業|私有",
            r"国営|国有|公営",
        ),
    ),
    Pair(
        r"majority|most of",
        r"minority|few of",
        "多数",
        "少数",
        de=Sides(
            r"Mehrheit|die\s+meisten",
            r"Minderheit|die\s+wenigsten",
        ),
        fr=Sides(
            r"majorité|la\s+plupart",
            r"minorité",
        ),
        es=Sides(
            r"mayoría",
            r"minoría",
        ),
        ja=Sides(
            r"大多数|過半数|多数派|大半|大部分",
            r"少数派|ごく一部|少数(?!点)",
        ),
    ),
    Pair(
        r"start(?:s|ed)|began|begun|launch(?:es|ed)|resum\w+|introduc(?:es|ed)",
        r"ended|stopped|ceased|halted|discontinued|abolished|suspended|scrapped",
        "开始|启动|恢复|增开|增设|开通|开办",
        "结束|停止|终止|废除|取消|中止|停驶|停办|停产|停工",
        de=Sides(
            r"begann\w*|beginn(?:t|en)|begonnen\w*|gestartet\w*|starte(?:t|te|ten|n)|aufgenommen"
            r"|eingeführt\w*|führt\w*\b[^;]*?\bein(?=\s*(?:[.,;!?)]|$))",
            r"endet\w*|beendet\w*|eingestellt|gestoppt\w*|stopp(?:t|te|ten)|abgeschafft\w*"
            r"|ausgesetzt|schaff\w*\b[^;]*?\bab(?=\s*(?:[.,;!?)]|$))"
            r"|stell(?:t|te|ten)\b[^;]*?\bein(?=\s*(?:[.,;!?)]|$))",
        ),
        fr=Sides(
            r"commenc\w+|débuté?\w*|lancée?s?|lance(?:nt)?|démarr\w+|introduit\w*|repris\w*"
            r"|instaur\w+",
            r"cess\w+|arrêt\w+|termin\w+|supprim\w+|abol\w+|interromp\w+|suspend\w+|met\w*\s+fin"
            r"|a\s+mis\s+fin",
        ),
        es=Sides(
            r"empez\w+|empiez\w+|comenz\w+|comienz\w+|inici(?:ó|a|aron|ado)|lanz(?:ó|a|aron|ado)"
            r"|reanud\w+|introdu[cj]\w+|implant\w+",
            r"termin(?:ó|aron)(?=\s+(?:con|el\s+servicio))|ces(?:ó|aron|a)|detuv\w+|deten\w+"
            r"|suspend\w+|suprimi\w+|aboli\w+|interrump\w+|puso\s+fin",
        ),
        ja=Sides(
            r"開始|始ま|始め|導入|再開|着手",
            r"終了|停止|中止|廃止|打ち切|休止|取りやめ",
        ),
    ),
    Pair(
        r"complet(?:e|es|ed|ing|ion)|finished|carried out in full",
        r"suspend(?:s|ed)?|abandon(?:s|ed)?|shelved|cancell?ed|scrapped|halted|put on hold",
        "完成|完毕|完工|竣工",
        "暂停|中止|搁置|取消|停工",
        de=Sides(
            r"abgeschlossen\w*|fertiggestellt\w*|vollendet\w*|Fertigstellung",
            r"abgebrochen\w*|aufgegeben\w*|eingestellt|gestoppt|auf\s+Eis|unterbrochen\w*",
        ),
        fr=Sides(
            r"achev\w+|terminée?s?|achèvement|finalisée?s?",
            r"suspendue?s?|abandonn\w+|annul\w+|interrompue?s?|inachevée?s?",
        ),
        es=Sides(
            r"complet(?:ó|aron|ad[oa]s?)|termin(?:ó|aron|ad[oa]s?)|finaliz\w+|concluy\w+"
            r"|concluid[oa]s?",
            r"suspend\w+|abandon\w+|cancel\w+|paraliz\w+|interrump\w+",
        ),
        ja=Sides(
            r"完成|完了|竣工|終わっ",
            r"中断|中止|断念|取りやめ|白紙撤回|凍結",
        ),
    ),
    Pair(
        r"upheld|uphold\w*|accept\w*|approv\w*|grant(?:s|ed)?|agreed to|support(?:s|ed|ing)?"
        r"|in favou?r|voted for|prais(?:e|es|ed|ing)|welcom(?:e|es|ed|ing)|hail(?:s|ed|ing)"
        r"|applaud\w*|back(?:s|ed)",
        r"reject\w*|dismiss\w*|refus\w*|overturn\w*|vetoed|denied|denies|deny"
        r"|str(?:uck|ikes?|iking) down|quash\w*"
        r"|oppos\w+|voted against|critici[sz]\w+|condemn\w*|denounc\w*|appealed",
        "批准|通过|接受|核准|同意|支持|赞成|称赞|赞扬|欢迎",
        "驳回|否决|拒绝|反对|批评|谴责|抨击|上诉",
        de=Sides(
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
        fr=Sides(
            r"approuv\w+|adopt\w+|accept\w+|accord(?:é|e|ent)\w*|soutien\w*|soutenu\w*"
            r"|salu(?:é|e|ent)\w*|validée?s?|valide(?:nt)?|confirm\w+|votée?s?\s+pour"
            r"|favorables?",
            r"rejet\w+|refus\w+|repouss\w+|critiqu\w+|condamn\w+|dénonc\w+|oppos\w+|annul\w+"
            r"|votée?s?\s+contre|défavorables?",
        ),
        es=Sides(
            r"aprob\w+|aprueb\w+|acept\w+|concedi\w+|apoy\w+|respald\w+|avald?\w+|acogi\w+"
            r"|confirm\w+|adopt\w+|a\s+favor",
            r"rechaz\w+|deneg\w+|denieg\w+|desestim\w+|critic\w+|conden\w+|denunci\w+"
            r"|se\s+opon\w+|se\s+opus\w+|anul\w+|en\s+contra|tumb(?:ó|aron)",
        ),
        ja=Sides(
            r"可決|承認|認可|採択|受け入れ|賛成|支持|歓迎|称賛|評価し",
            r"否決|却下|棄却|拒否|拒ん|反対|批判|非難|不承認|退け",
        ),
    ),
    Pair(
        r"allow\w*|permit\w*|legali[sz]\w+",
        r"bann?(?:s|ed|ing)?|prohibit\w*|forb[aio]d\w*",
        "允许|准许|开放",
        "禁止|取缔",
        de=Sides(
            r"erlaub\w*|gestatte\w*|zugelassen\w*|zulässig\w*|legalisier\w*",
            r"verboten\w*|verbiet\w*|verbot(?:en)?|untersag\w*|unzulässig\w*",
        ),
        fr=Sides(
            r"autoris\w+|(?:est|sont|était)\s+permis\w*|permet\w*|légalis\w+",
            r"interdi\w+|prohib\w+",
        ),
        es=Sides(
            r"permit\w+|autoriz\w+|legaliz\w+",
            r"prohib\w+|prohíb\w+|vet(?:ó|ad[oa]s?)",
        ),
        ja=Sides(
            r"許可|認めら|解禁|容認|合法化",
            r"禁止|禁じ|違法化",
        ),
    ),
    Pair(
        r"open(?:s|ed|ing)?",
        r"clos(?:e|es|ed|ing|ure)|shut\w*",
        "开放|开幕|开业|启用",
        "关闭|关停|停业",
        de=Sides(
            r"geöffnet\w*|öffne\w*|eröffne\w*|offen",
            r"geschlossen\w*|schließ\w*|Schließung\w*|dichtgemacht|stillgelegt\w*",
        ),
        fr=Sides(
            r"ouver(?:te?s?|ture)|ouvr\w+|inaugur\w+",
            r"ferm(?:ée?s?|e|ent|er|eture)",
        ),
        es=Sides(
            r"abiert[oa]s?|abr(?:e|en|ió|ieron|ir|irá)|apertura|inaugur\w+",
            r"cerrad[oa]s?|cerr(?:ó|aron|ar|ará)|cierr\w+|clausur\w+",
        ),
        ja=Sides(
            r"開放|開館|開店|開業|開園|オープン|営業中",
            r"閉鎖|閉館|閉店|閉園|休業|閉まっ|閉じ",
        ),
    ),
    Pair(
        r"imports?|imported",
        r"exports?|exported",
        "进口",
        "出口",
        de=Sides(
            r"Importe?n?s?|importier\w*|Einfuhr\w*|eingeführt\w*",
            r"Exporte?n?s?|exportier\w*|Ausfuhr\w*|ausgeführt\w*",
        ),
        fr=Sides(
            r"import(?:ations?|ée?s?|e|ent)",
            r"export(?:ations?|ée?s?|e|ent)",
        ),
        es=Sides(
            r"import(?:ación|aciones|ó|aron|ad[oa]s?)",
            r"export(?:ación|aciones|ó|aron|ad[oa]s?)",
        ),
        ja=Sides(
            r"輸入",
            r"輸出",
        ),
    ),
    Pair(
        r"profits?",
        r"loss(?:es)?",
        "盈利|获利|盈余|净赚|转盈",
        "亏损|净损|转亏",
        de=Sides(
            r"Gewinn\w*|Überschuss\w*",
            r"Verlust\w*|Fehlbetrag\w*",
        ),
        fr=Sides(
            r"bénéfices?(?!\s+d['’]une?\s)|profits?",
            r"pertes?",
        ),
        es=Sides(
            r"beneficios?|ganancias?",
            r"pérdidas?",
        ),
        ja=Sides(
            r"黒字|利益",
            r"赤字|損失",
        ),
    ),
    Pair(
        r"succe\w+",
        r"fail\w*",
        "成功",
        "失败",
        de=Sides(
            r"erfolgreich\w*|Erfolge?s?|gelang\w*|gelungen",
            r"gescheitert\w*|scheiter\w*|misslang\w*|misslungen|Misserfolge?",
        ),
        fr=Sides(
            r"réuss\w+|succès",
            r"éch(?:oué?|ouent|ec)\w*",
        ),
        es=Sides(
            r"éxitos?|logr(?:ó|aron)|exitos[oa]s?",
            r"fracas\w+|fall(?:ó|aron)",
        ),
        ja=Sides(
            r"成功",
            r"失敗",
        ),
    ),
    Pair(
        r"largest|biggest|highest|(?<!at )most|best|record high|all-time high",
        r"smallest|lowest|(?<!at )least|fewest|worst|record low|all-time low",
        "最大|最高(?!法院|法|检)|最多|新高",
        "最小|最低|最少|新低",
        de=Sides(
            r"größte\w*|höchste\w*|meiste\w*|beste\w*|Höchststand|Rekordhoch|Höchstwert",
            r"kleinste\w*|niedrigste\w*|geringste\w*|wenigste\w*|schlechteste\w*|Tiefststand"
            r"|Rekordtief|Tiefstwert",
        ),
        fr=Sides(
            r"(?:le|la|les)\s+plus\s+(?:grande?|hau|élevé|important|fort|nombreu)\w*|plus\s+haut"
            r"|maximum",
            r"(?:le|la|les)\s+(?:plus\s+(?:petite?|bas|faible)|moins\s+(?:élevé|important|nombreu))\w*"
            r"|plus\s+bas|minimum",
        ),
        es=Sides(
            r"(?:el|la|los|las)\s+(?:más\s+(?:grande|alt|elevad|numeros)|mayor)\w*|máxim[oa]s?",
            r"(?:el|la|los|las)\s+(?:más\s+(?:pequeñ|baj)|menor)\w*|mínim[oa]s?",
        ),
        ja=Sides(
            r"最大|最高|最多|過去最[多高大]",
            r"最小|最低|最少|過去最[少低小]",
        ),
        is_telling=True,
    ),
    Pair(
        r"hir(?:e|es|ed|ing)|recruit\w*",
        r"la(?:id|ys?|ying) off|layoffs?|sack(?:s|ed|ing)?",
        "聘|招聘|雇用",
        "裁员|解雇",
        de=Sides(
            r"eingestellt\w*(?=[^;]*(?:Mitarbeiter|Beschäftigte))|Neueinstellung\w*"
            r"|stellt\w*\b[^;]*(?:Mitarbeiter|Beschäftigte)\w*\s+ein",
            r"entlassen\w*|entließ\w*|Entlassung\w*|Stellenabbau\w*|gekündigt",
        ),
        fr=Sides(
            r"embauch\w+|recrut\w+",
            r"licenci\w+|supprim\w+(?=[^;]*(?:emplois|postes))",
        ),
        es=Sides(
            r"contrat(?:ó|aron|ará|ad[oa]s)|recluta\w*",
            r"desp(?:id|ed)i\w+|despid\w+",
        ),
        ja=Sides(
            r"採用|雇用を増",
            r"解雇|リストラ|人員削減",
        ),
    ),
    Pair(
        r"wins?|won",
        r"los(?:e|es|ing)|lost|defeated",
        "获胜|赢得",
        "落败|输给",
        de=Sides(
            r"gewann\w*|gewinn(?:t|en)|gewonnen\w*|sieg(?:t|te|ten|en)|besieg(?:t|te|ten)|Sieg",
            r"verlor\w*|verlier\w*|unterlag\w*|unterlegen|Niederlage",
        ),
        fr=Sides(
            r"gagn(?:é|e|ent|ant)(?!\s+\d)\w*|remport\w+|vainqu\w+|victoire",
            r"perd(?:u|ent|ait)?(?!\s+\d)|défaite|battue?s?|s['’]incline",
        ),
        es=Sides(
            r"gan(?:ó|aron|a|an|ado)(?!\s+(?:un\s+)?\d)|venci(?:ó|eron)|victoria",
            r"perd(?:ió|ieron|ido)(?!\s+(?:un\s+)?\d)|derrota\w*",
        ),
        ja=Sides(
            r"勝利|勝っ|優勝|当選",
            r"敗れ|敗北|負け|落選",
        ),
    ),
    Pair(
        r"includ\w+",
        r"exclud\w+",
        de=Sides(
            r"einschließlich|inbegriffen|enthalten|inklusive|einbezogen",
            r"ausgenommen|ausgeschlossen|ohne\s+Berücksichtigung|exklusive|nicht\s+enthalten",
        ),
        fr=Sides(
            r"y\s+compris|comprise?s?|inclu\w+",
            r"exclu\w+|hors(?=\s)|non\s+compris\w*",
        ),
        es=Sides(
            r"inclu\w+",
            r"exclu\w+|sin\s+contar",
        ),
        ja=Sides(
            r"含む|含め|含まれ",
            r"除く|除い|除外",
        ),
    ),
    Pair(
        r"alive",
        r"dead|died|deceased",
        "在世",
        "去世|逝世|死亡",
        de=Sides(
            r"am\s+Leben|lebt(?:e)?\s+noch",
            r"tot|gestorben|starb\w*|verstorben\w*|verstarb",
        ),
        fr=Sides(
            r"en\s+vie|vivante?s?",
            r"morte?s?|décédée?s?|décède",
        ),
        es=Sides(
            r"con\s+vida|viv[oa]s?",
            r"muert[oa]s?|murió|murieron|falleci\w+",
        ),
        ja=Sides(
            r"存命|生存",
            r"死亡|死去|亡くな|死ん",
        ),
    ),
    Pair(
        r"guilty|convicted",
        r"acquitted|innocent|cleared of",
        "有罪|定罪",
        "无罪",
        de=Sides(
            r"schuldig(?:\s+gesprochen)?|verurteilt\w*",
            r"freigesprochen\w*|unschuldig|Freispruch",
        ),
        fr=Sides(
            r"coupables?|condamnée?s?",
            r"acquitt\w+|innocent\w*|relaxée?s?",
        ),
        es=Sides(
            r"culpables?|condenad[oa]s?",
            r"absuelt[oa]s?|absolvi\w+|inocentes?",
        ),
        ja=Sides(
            r"有罪",
            r"無罪",
        ),
    ),
    Pair(
        r"reach(?:es|ed)|met|meets|achiev\w+",
        r"short of|miss(?:es|ed)|fell short|below target",
        "达成|达标",
        "未达|差一点|落空",
        de=Sides(
            r"erreicht\w*|übertroffen\w*|übertraf\w*",
            r"verfehl\w*|unterschritten|blieb\w*\b[^;]*\b(?:hinter|unter)",
        ),
        fr=Sides(
            r"atteint\w*|dépass\w+",
            r"manqu(?:é|e|ent)|en\s+deçà",
        ),
        es=Sides(
            r"alcanz(?:ó|a|an|aron|ado)|super(?:ó|a|aron|ado)",
            r"incumpl\w+|se\s+qued(?:ó|aron)\s+(?:por\s+debajo|cort[oa]s?|lejos)",
        ),
        ja=Sides(
            r"達成|到達",
            r"未達|届か|及ばな",
        ),
    ),
    Pair(
        r"in a row|consecutive|successive|running",
        r"first\b.{0,40}?\bin \w+ (?:years|months|decades)",
        "连续|连年",
        "年来首[次度]|年来第一次|年来头一",
        de=Sides(
            r"in\s+Folge|aufeinanderfolgende\w*|hintereinander",
            r"erstmals\s+seit|zum\s+ersten\s+Mal\s+seit",
        ),
        fr=Sides(
            r"consécuti\w+|d['’]affilée|de\s+suite",
            r"première\s+fois\s+depuis",
        ),
        es=Sides(
            r"consecutiv[oa]s?|seguid[oa]s?",
            r"(?:por\s+)?primera\s+vez\s+(?:en|desde)",
        ),
        ja=Sides(
            r"連続|続けて",
            r"ぶりに|ぶりの",
        ),
    ),
    Pair(
        r"won|win(?:s|ning)?|receiv(?:es|ed|ing)(?! (?:[\w'’-]+ ){0,7}nominat)|awarded"
        r"|earned|collected|took home|winners?",
        r"nominat\w+|shortlist\w*|longlist\w*|runners?-up|finalists?",
        "获奖|获颁|荣获|夺得|得主|获得",
        "入围|提名|亚军",
        de=Sides(
            r"gewann\w*|gewonnen\w*|ausgezeichnet\w*|erhielt\w*\b[^;]*?(?:preis|Auszeichnung)\w*"
            r"|Preisträger\w*|Gewinner\w*",
            r"nominier\w*|Nominierung\w*|Finalist\w*",
        ),
        fr=Sides(
            r"remport\w+|lauréat\w*|primée?s?|obtenu\b[^;]*?prix",
            r"nommée?s?\s+(?:pour|au|à)|nominé\w*|finalistes?|sélectionnée?s?",
        ),
        es=Sides(
            r"gan(?:ó|aron|ador\w*)|premiad[oa]s?|galardonad[oa]s?",
            r"nominad[oa]s?|finalistas?|candidat[oa]s?",
        ),
        ja=Sides(
            r"受賞|優勝|獲得",
            r"候補|ノミネート|準優勝",
        ),
    ),
    Pair(
        r"mandatory|compulsory|obligatory|oblig(?:es|ed)|must|requir(?:es|ed)|forc(?:es|ed)",
        r"voluntary|voluntarily|optional(?:ly)?|discretionary",
        "强制|必须|必修|义务性",
        "自愿|选修|自主决定|非强制",
        de=Sides(
            r"verpflichtend\w*|obligatorisch\w*|vorgeschrieben\w*|Pflicht|pflichtig\w*|muss"
            r"|müssen",
            r"freiwillig\w*|optional\w*|fakultativ\w*",
        ),
        fr=Sides(
            r"obligatoires?|imposée?s?|doi(?:t|vent)\s+obligatoirement",
            r"volontaires?|facultati\w+|optionnel\w*|bénévole\w*",
        ),
        es=Sides(
            r"obligatori[oa]s?|obligad[oa]s?",
            r"voluntari[oa]s?|opcional(?:es)?|facultativ[oa]s?",
        ),
        ja=Sides(
            r"義務|必修|強制",
            r"任意|自主的|選択制",
        ),
    ),
    Pair(
        r"permanent(?:ly)?|indefinite(?:ly)?|for good",
        r"temporar(?:y|ily)|interim|provisional(?:ly)?",
        "永久|无限期|常设",
        "暂时|临时|短期|过渡",
        de=Sides(
            r"dauerhaft\w*|unbefristet\w*|ständig\w*",
            r"vorübergehend\w*|befristet\w*|zeitweilig\w*|vorläufig\w*|provisorisch\w*",
        ),
        fr=Sides(
            r"permanente?s?|définiti\w+|durablement",
            r"temporaire\w*|provisoire\w*|intérim\w*",
        ),
        es=Sides(
            r"permanentes?|definitiv\w+|indefinid\w+",
            r"temporal(?:es|mente)?|provisional\w*|interin[oa]s?",
        ),
        ja=Sides(
            r"恒久|永久|常設|無期限",
            r"一時的|臨時|暫定|仮設",
        ),
    ),
    Pair(
        r"full-time",
        r"part-time",
        "全职|专任",
        "兼职|兼任",
        de=Sides(
            r"Vollzeit\w*|vollzeitbeschäftigt\w*",
            r"Teilzeit\w*|teilzeitbeschäftigt\w*",
        ),
        fr=Sides(
            r"(?:à\s+)?temps\s+plein",
            r"(?:à\s+)?temps\s+partiel",
        ),
        es=Sides(
            r"(?:a\s+)?(?:jornada|tiempo)\s+complet[oa]",
            r"(?:a\s+)?(?:jornada|tiempo)\s+parcial",
        ),
        ja=Sides(
            r"常勤|フルタイム|正社員",
            r"非常勤|パートタイム|パート(?!ナー)",
        ),
    ),
    Pair(
        r"domestic(?:ally)?|home-?grown|local(?:ly)?",
        r"foreign|overseas|abroad|imported",
        "国内|本土|本国|内销",
        "国外|海外|外国|进口|外销",
        de=Sides(
            r"inländisch\w*|einheimisch\w*|heimisch\w*|Inland\w*",
            r"ausländisch\w*|Ausland\w*",
        ),
        fr=Sides(
            r"nationale?s?|locale?s?|locaux|domestiques?",
            r"étrang\w+|à\s+l['’]étranger",
        ),
        es=Sides(
            r"nacional(?:es)?|local(?:es)?|doméstic[oa]s?",
            r"extranjer[oa]s?|exterior(?:es)?",
        ),
        ja=Sides(
            r"国内|国産|地元",
            r"海外|国外|外国",
        ),
    ),
    Pair(
        r"onshore",
        r"offshore",
        "陆上|陆域",
        "离岸|海上",
        de=Sides(
            r"an\s+Land|Onshore\w*",
            r"auf\s+See|Offshore\w*",
        ),
        fr=Sides(
            r"terrestres?",
            r"en\s+mer|offshore|marins?",
        ),
        es=Sides(
            r"terrestres?",
            r"marin[oa]s?|offshore",
        ),
        ja=Sides(
            r"陸上",
            r"洋上|海上",
        ),
    ),
    Pair(
        r"indoors?",
        r"outdoors?|open-air",
        "室内",
        "室外|户外|露天",
        de=Sides(
            r"Hallen\w*|drinnen|in\s+Innenräumen",
            r"Freibad\w*|draußen|im\s+Freien",
        ),
        fr=Sides(
            r"en\s+salle|à\s+l['’]intérieur|couverte?s?",
            r"en\s+plein\s+air|à\s+l['’]extérieur",
        ),
        es=Sides(
            r"cubiert[oa]s?|bajo\s+techo|en\s+interiores",
            r"al\s+aire\s+libre|en\s+exteriores",
        ),
        ja=Sides(
            r"屋内|室内",
            r"屋外|野外",
        ),
    ),
    Pair(
        r"join(?:s|ed|ing)?",
        r"left|leaves|quit(?:s|ting)?|withdr[ae]w\w*",
        "加入",
        "退出|脱离",
        de=Sides(
            r"beigetreten|tr(?:at|aten|itt|eten)\b[^;]*?\b(?:bei|ein)(?=\s*(?:[.,;!?)]|$))"
            r"|Beitritt\w*|eingetreten",
            r"ausgetreten|tr(?:at|aten|itt|eten)\b[^;]*?\baus(?=\s*(?:[.,;!?)]|$))|Austritt\w*"
            r"|verlassen|verließ\w*|zurückgezogen",
        ),
        fr=Sides(
            r"rejoint\w*|adhér\w+|adhésion\w*|intégr(?:é|e|ent)",
            r"quitt\w+|se\s+retir\w+|s['’]est\s+retir\w+|retrait",
        ),
        es=Sides(
            r"se\s+uni(?:ó|eron)|se\s+incorpor(?:ó|aron)|adhesión|ingres(?:ó|aron)"
            r"|se\s+adhiri\w+",
            r"abandon(?:ó|aron)|dej(?:ó|aron)|se\s+retir(?:ó|aron)|sali(?:ó|eron)\s+de",
        ),
        ja=Sides(
            r"加入|加盟|参加|加わっ",
            r"脱退|離脱|退会|撤退",
        ),
    ),
    Pair(
        r"appoint(?:s|ed|ment)|promot(?:es|ed|ion)|elected|took office",
        r"dismissed|resign(?:s|ed|ation)?|stepp?(?:s|ed|ing)? down|removed|demoted|ousted|retired",
        "任命|获任|当选|上任|就任|升任",
        "辞职|免职|卸任|下台|解职|请辞",
        de=Sides(
            r"ernannt\w*|ernenn\w*|gewählt\w*|berufen|befördert",
            r"entlassen\w*|zurückgetreten|tr(?:at|aten|itt|eten)\b[^;]*?\bzurück|Rücktritt\w*"
            r"|abberufen|abgesetzt|abgewählt",
        ),
        fr=Sides(
            r"nommée?s?|nomm(?:e|ent)|élue?s?|promue?s?|désignée?s?",
            r"démission\w*|limogé\w*|révoqué\w*|destitué\w*|licenciée?s?",
        ),
        es=Sides(
            r"nombr(?:ó|ad[oa]s?|aron|amiento)|elegid[oa]s?|designad[oa]s?",
            r"dimi(?:tió|sión|tieron)|destituid[oa]s?|cesad[oa]s?|renunci(?:ó|a)",
        ),
        ja=Sides(
            r"任命|就任|選出|当選|昇格",
            r"辞任|退任|解任|罷免|辞職",
        ),
    ),
    Pair(
        r"tighten\w*|stricter|toughen\w*",
        r"relax\w*|loosen\w*|eas(?:e|es|ed|ing)",
        "收紧|趋严|加严",
        "放宽|放松|松绑",
        de=Sides(
            r"verschärf\w*|strenger\w*",
            r"gelockert\w*|lockern?|lockert\w*|Lockerung\w*",
        ),
        fr=Sides(
            r"durci\w*|renforc(?:é|e|ent)\w*|plus\s+stricte?s?|resserr\w+",
            r"assoupli\w*|allég\w+|relâch\w+",
        ),
        es=Sides(
            r"endurec\w+|más\s+estrict[oa]s?",
            r"relaj\w+|flexibiliz\w+|suaviz\w+",
        ),
        ja=Sides(
            r"厳格化|強化|引き締め",
            r"緩和|緩め",
        ),
    ),
    Pair(
        r"encourag\w+",
        r"discourag\w+|deter(?:s|red|ring)?",
        "鼓励",
        "劝阻|不鼓励",
        de=Sides(
            r"ermutig\w*|ermunter\w*",
            r"entmutig\w*|abgeraten|rät\b[^;]*?\bab(?=\s*(?:[.,;!?)]|$))",
        ),
        fr=Sides(
            r"encourag\w+",
            r"décourag\w+|dissuad\w+",
        ),
        es=Sides(
            r"anim(?:ó|aron|a\s+a)|alent\w+",
            r"desalent\w+|disuad\w+|desaconsej\w+",
        ),
        ja=Sides(
            r"奨励|推奨",
            r"抑制を呼びかけ|非推奨|控えるよう",
        ),
    ),
    Pair(
        r"positive(?:ly)?",
        r"negative(?:ly)?",
        "阳性|正面|积极",
        "阴性|负面|消极",
        de=Sides(
            r"positiv\w*",
            r"negativ\w*",
        ),
        fr=Sides(
            r"positi(?:f|ve)s?|positivement",
            r"négati(?:f|ve)s?|négativement",
        ),
        es=Sides(
            r"positiv\w+",
            r"negativ\w+",
        ),
        ja=Sides(
            r"陽性|肯定的|積極的",
            r"陰性|否定的|消極的",
        ),
    ),
    Pair(
        r"optimis\w+",
        r"pessimis\w+",
        "乐观",
        "悲观",
        de=Sides(
            r"optimis\w*|zuversichtlich\w*",
            r"pessimis\w*",
        ),
        fr=Sides(
            r"optimis\w+",
            r"pessimis\w+",
        ),
        es=Sides(
            r"optimis\w+",
            r"pesimis\w+",
        ),
        ja=Sides(
            r"楽観",
            r"悲観",
        ),
    ),
    Pair(
        r"over-?(?:estimat|stat|valu|rat)\w+",
        r"under-?(?:estimat|stat|valu|rat)\w+",
        "高估",
        "低估",
        de=Sides(
            r"überschätz\w*|überbewert\w*",
            r"unterschätz\w*|unterbewert\w*",
        ),
        fr=Sides(
            r"surestim\w+|surévalu\w+",
            r"sous-estim\w+|sous-évalu\w+",
        ),
        es=Sides(
            r"sobr[ae]stim\w+|sobrevalor\w+",
            r"subestim\w+|infravalor\w+",
        ),
        ja=Sides(
            r"過大評価",
            r"過小評価",
        ),
    ),
    Pair(
        r"appreciat\w+",
        r"depreciat\w+",
        "升值",
        "贬值",
        de=Sides(
            r"aufgewertet\w*|Aufwertung\w*",
            r"abgewertet\w*|Abwertung\w*",
        ),
        fr=Sides(
            r"s['’]appréci\w+|appréciation",
            r"se\s+dépréci\w+|dépréciation|dévalu\w+",
        ),
        es=Sides(
            r"se\s+apreci\w+|apreciación",
            r"se\s+depreci\w+|depreciación|devalu\w+",
        ),
        ja=Sides(
            r"円高|切り上げ",
            r"円安|切り下げ",
        ),
    ),
    Pair(
        r"inflation",
        r"deflation",
        "通胀|通货膨胀",
        "通缩|通货紧缩",
        de=Sides(
            r"Inflation\w*|Teuerung\w*",
            r"Deflation\w*",
        ),
        fr=Sides(
            r"inflation",
            r"déflation",
        ),
        es=Sides(
            r"inflación",
            r"deflación",
        ),
        ja=Sides(
            r"インフレ",
            r"デフレ",
        ),
    ),
    Pair(
        rf"(?:above|better than|ahead of|beat\w*|exceed\w*|surpass\w*){_MEASURE}",
        rf"(?:below|worse than|short of|behind|miss\w*|under){_MEASURE}",
        "[高优]于(?:市场|平均|预期|全国)|超[出过]?预期",
        "[低劣]于(?:市场|平均|预期|全国)|不如预期|不及预期",
        de=Sides(
            r"über(?=\s+(?:den?m?\s+)?(?:Erwartung|\w*[Dd]urchschnitt|Prognose))"
            r"|(?:größer|besser|höher|mehr|stärker)(?=\b[^;]*\bals\s+erwartet)|übertraf\w*"
            r"|übertroffen|überdurchschnittlich\w*",
            r"unter(?=\s+(?:den?m?\s+)?(?:Erwartung|\w*[Dd]urchschnitt|Prognose))"
            r"|(?:kleiner|schlechter|niedriger|weniger|schwächer|geringer)(?=\b[^;]*\bals\s+erwartet)"
            r"|unterdurchschnittlich\w*",
        ),
        fr=Sides(
            r"(?:meilleure?s?|mieux|plus\s+\w+)(?=\s+que\s+prévu)"
            r"|supérieure?s?(?=\s+(?:aux?|à\s+la)\s+(?:attentes|prévisions|moyenne))"
            r"|dépass\w+(?=\s+les\s+(?:attentes|prévisions))|au-dessus",
            r"(?:pires?|moins\s+\w+)(?=\s+que\s+prévu)"
            r"|inférieure?s?(?=\s+(?:aux?|à\s+la)\s+(?:attentes|prévisions|moyenne))|au-dessous"
            r"|en\s+dessous",
        ),
        es=Sides(
            r"(?:mejor(?:es)?|mayor(?:es)?|más\s+\w+)(?=\s+de\s+lo\s+(?:esperado|previsto))"
            r"|super\w+(?=\s+(?:lo\s+|las\s+)?(?:esperado|previsto|expectativas|previsiones))"
            r"|por\s+encima",
            r"(?:peor(?:es)?|menor(?:es)?|menos\s+\w+)(?=\s+de\s+lo\s+(?:esperado|previsto))"
            r"|por\s+debajo",
        ),
        ja=Sides(
            r"(?:予想|平均|期待|見通し)を(?:大きく)?上回|予想以上|平均より高",
            r"(?:予想|平均|期待|見通し)を(?:大きく)?下回|予想以下|期待外れ|平均より低",
        ),
    ),
    Pair(
        r"urban",
        r"rural",
        "城镇|都会",
        "农村|乡村|偏乡",
        de=Sides(
            r"städtisch\w*|Stadtgebiet\w*",
            r"ländlich\w*|Landkreis\w*",
        ),
        fr=Sides(
            r"urbaine?s?|citadin\w*",
            r"rura(?:l|le|les|ux)",
        ),
        es=Sides(
            r"urban[oa]s?",
            r"rural(?:es)?",
        ),
        ja=Sides(
            r"都市部|市街地",
            r"農村|地方部|田舎",
        ),
    ),
    Pair(
        r"north(?:ern)?",
        r"south(?:ern)?",
        de=Sides(
            r"Norden|nördlich\w*",
            r"Süden|südlich\w*",
        ),
        fr=Sides(
            r"nord",
            r"sud",
        ),
        es=Sides(
            r"norte",
            r"sur",
        ),
        ja=Sides(
            r"北部|北側",
            r"南部|南側",
        ),
    ),
    Pair(
        r"east(?:ern)?",
        r"west(?:ern)?",
        de=Sides(
            r"Osten|östlich\w*",
            r"Westen|westlich\w*",
        ),
        fr=Sides(
            r"est(?=\s+d[eu])|l['’]est",
            r"ouest",
        ),
        es=Sides(
            r"este\s+de(?=\s)|oriental(?:es)?",
            r"oeste|occidental(?:es)?",
        ),
        ja=Sides(
            r"東部|東側",
            r"西部|西側",
        ),
    ),
    Pair(
        r"daytime|by day",
        r"night-?time|by night|overnight",
        "白天|日间",
        "夜间|夜晚|晚上",
        de=Sides(
            r"tagsüber|bei\s+Tag",
            r"nachts|bei\s+Nacht|über\s+Nacht",
        ),
        fr=Sides(
            r"de\s+jour|en\s+journée|diurnes?",
            r"de\s+nuit|la\s+nuit|nocturnes?",
        ),
        es=Sides(
            r"de\s+día|diurn[oa]s?",
            r"de\s+noche|nocturn[oa]s?",
        ),
        ja=Sides(
            r"昼間|日中",
            r"夜間|深夜",
        ),
    ),
    Pair(
        r"males?|men|boys",
        r"females?|women|girls",
        "男性|男生|男童",
        "女性|女生|女童",
        de=Sides(
            r"Männer\w*|männlich\w*|Jungen",
            r"Frauen|weiblich\w*|Mädchen",
        ),
        fr=Sides(
            r"hommes?|garçons?|masculin\w*",
            r"femmes?|filles?|féminin\w*",
        ),
        es=Sides(
            r"hombres?|varones|niños|masculin[oa]s?",
            r"mujer(?:es)?|niñas|femenin[oa]s?",
        ),
        ja=Sides(
            r"男性|男子|男児",
            r"女性|女子|女児",
        ),
    ),
    Pair(
        r"created|added(?= (?:[\w,.]+ ){0,3}jobs)",
        r"cut|axed|shed|lost|eliminated",
        "创造",
        "裁撤|削减",
    ),
    Pair(r"near side", r"far side|dark side", "正面", "背面"),
    Pair(r"stronger", r"weaker", "强于|较强|更强", "弱于|较弱|更弱"),
    Pair(r"most common", r"rarest|least common", "最常见", "最少见|最罕见"),
    Pair(
        "",
        "",
        "[高多][出了]?(?=[约近逾]?[\\d一二三四五六七八九])",
        "[低少][了]?(?=[约近逾]?[\\d一二三四五六七八九])",
    ),
    Pair("", "", "升息", "降息"),
    Pair(r"first half", r"second half", "上半年", "下半年"),
    Pair("", "", "开工|动工", "完工|竣工"),
    Pair("", "", "女婴", "男婴"),
    Pair("", "", "受惠|受益", "受害|受损"),
    Pair("", "", "击败|战胜", "败给|不敌|输给"),
    Pair(
        r"current|incumbent|present-day",
        r"former|founding|previous",
        "现任",
        "首任|前任|创[馆校院]",
    ),
    Pair(r"longest", r"shortest", "最长", "最短"),
    Pair(r"oldest", r"youngest|newest|most recent", "最老|最旧|最古老", "最年轻|最新"),
    Pair(r"tallest", r"shortest"),
    Pair(r"fastest|quickest", r"slowest", "最快", "最慢"),
    Pair(r"heaviest", r"lightest", "最重(?!要)", "最轻"),
    Pair(r"richest|wealthiest", r"poorest", "最富", "最贫|最穷"),
    Pair(r"earliest|first", r"latest|last(?= (?:to|of|in)\b)", "最早|最先", "最晚|最迟"),
    Pair(r"most expensive|costliest|dearest", r"cheapest|least expensive", "最贵", "最便宜"),
    Pair(
        r"adults?|grown-ups", r"children|minors|teenagers|infants", "成人|成年", "儿童|未成年|幼儿"
    ),
    Pair(
        r"worldwide|global(?:ly)?|in the world",
        r"nationwide|national(?:ly)?|in the country",
        "全球|世界",
        "全国|国内",
    ),
    Pair(
        r"surplus",
        r"deficit",
        "顺差|盈余",
        "逆差|赤字",
        de=Sides(
            r"Überschuss\w*|Überschüsse\w*",
            r"Defizit\w*|Fehlbetrag\w*",
        ),
        fr=Sides(
            r"excédents?|excédentaires?",
            r"déficits?|déficitaires?",
        ),
        es=Sides(
            r"superávits?",
            r"déficits?",
        ),
        ja=Sides(
            r"黒字|余剰",
            r"赤字|不足額",
        ),
    ),
    Pair(
        r"constitutional|legal|lawful",
        r"unconstitutional|illegal|unlawful|str(?:uck|ikes?) down|violat\w+ the",
        "合法|合宪",
        "违法|违宪",
        de=Sides(
            r"verfassungsgemäß\w*|verfassungskonform\w*|rechtmäßig\w*|legal\w*",
            r"verfassungswidrig\w*|rechtswidrig\w*|illegal\w*|unrechtmäßig\w*|unzulässig\w*",
        ),
        fr=Sides(
            r"conformes?\s+à\s+la\s+(?:Constitution|loi)|légale?s?|légaux|licites?",
            r"inconstitutionnel\w*|illégale?s?|illégaux|illicites?",
        ),
        es=Sides(
            r"constitucional(?:es)?|legal(?:es)?|lícit[oa]s?",
            r"inconstitucional(?:es)?|ilegal(?:es)?|ilícit[oa]s?",
        ),
        ja=Sides(
            r"合憲|合法",
            r"違憲|違法",
        ),
    ),
    Pair(
        r"permanent(?:ly)?|indefinitely|for good",
        r"temporar(?:y|ily)|trial period|on trial|as a trial|pilot (?:scheme|project|phase)",
        "永久|常设|无限期",
        "暂时|临时|试办|试行|试运行|试营运",
    ),
    Pair(
        r"final (?:figures?|results?|data|count|tally|report|version|estimate|decision)"
        r"|(?:is|are|was|were) final",
        r"provisional(?:ly)?|preliminary|interim|tentative(?:ly)?",
        "最终(?:数据|结果|报告|版本)|已?定案|确定版",
        "初步|暂定|期中|暂行",
    ),
    Pair(
        r"(?:broke|broken|breaks|beat|beats|bettered|smashed|surpassed) (?:\w+[ -]){0,4}?record",
        r"(?:outside|short of|shy of|off|missed|missing|behind) (?:\w+[ -]){0,4}?record",
        "[打刷]破[^，。；]{0,12}纪录",
        "[未没][^，。；]{0,6}[打刷]破|[差距离][^，。；]{0,10}纪录",
    ),
    Pair(
        r"kept|keeps?|retain(?:s|ed|ing)?|preserv(?:es|ed)|will (?:stay|remain)",
        r"abolish(?:es|ed|ing)?|scrapp(?:ed|ing)|axed|phas(?:ed|ing) out|do away with|discontinued"
        r"|demolish(?:ed|ing)?",
        "保留",
        "废除|取消|拆除",
    ),
)
