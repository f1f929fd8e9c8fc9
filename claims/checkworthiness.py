"""How much of a statement a source can be held to, and which sentences state nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.by_language import ByLanguage
from claims.discourse import states_nothing
from claims.languages import HAN, is_han_written, plain_in
from claims.values import Checkworthiness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.values import Quantity


def _patterns(of_languages: dict[str, str]) -> ByLanguage[str, re.Pattern[str]]:
    return ByLanguage(of_languages, lambda pattern: re.compile(pattern, re.IGNORECASE))


_QUESTION = re.compile(r"[?？][\"”’」』)\]）]*\W*$|(?:でしょうか|だろうか|のか)。?\W*$")
LEAD_IN = re.compile(
    r"[:：]\W*$|(?:(?:次|以下)の(?:とおり|通り)|如下)(?:である|です|だ)?[。\W]*$", re.IGNORECASE
)
# "Table 3. Sales by region" names what is shown.
_CAPTION = re.compile(
    r"\W*(?:table|figure|fig\.|chart|box|exhibit|tabelle|abbildung|abb\.|tableau|graphique|tabla"
    r"|gráfico|cuadro"
    r"|[表图圖](?=\s*[\d一二三四五六七八九十]))\s*[\dIVX一二三四五六七八九十]+[a-z]?\s*[.:：、\s—–-]",
    re.IGNORECASE,
)
_RANKING = _patterns(
    {
        "en": r"\b(?:first|last|most|least|best|worst|top|leading|leaders?|leads?|only|sole"
        r"|record|half"
        r"|world's|dominat\w+|outpac\w+|surpass\w+|exceed\w+|overt(?:ook|aken)|majority|minority"
        r"|than|unlike|ahead\s+of|behind|twice|double[ds]?|tripled?|halved|number\s+one|ranks?"
        r"|ranked"
        r"|(?:larg|bigg|great|fast|high|low|small|old|young|long|short|strong|weak|earli|lat"
        r"|rich|poor"
        r"|cheap|wid|deep|steep|busi|hott|cold|dri|wett|clean|dens|safe|hard|near|few|new)est"
        r"|increas\w+|decreas\w+|declin\w+|rose|risen|fell|fallen|grew|grown|shrank|dropped"
        r"|all|none"
        r"|neither|every|never)\b",
        "zh": r"最|首[个次款位家]|第[一二三四五六七八九十]|领先|主导|榜首|全球|超越|居首|多于"
        r"|少于|高于|低于|顶尖"
        r"|唯一|前沿|不同|相[比较]|比较|增[加长]|减少|下降|上升|提高|降低|翻番|一半|大多数|所有|均|从未|首先",
        "ja": r"最[大小高低多少古新長短]|初(?:めて|の)|唯一|一位|第一|全国|世界|上回|下回|増加"
        r"|減少|上昇|低下"
        r"|より(?:も)?(?:多|少|高|低|大|小)|過半|半数|すべて|全て|いずれも|トップ",
        "de": r"\b(?:\w+ste[nrsm]?|erste[nrsm]?|letzte[nrsm]?|einzige[nrsm]?|meisten"
        r"|führend\w*|Rekord\w*"
        r"|mehr\s+als|weniger|höher|niedriger|größer|kleiner|älter|als|überhol\w+|übertr\w+"
        r"|stieg\w*"
        r"|sank\w*|fiel\w*|wuchs\w*|nahm\w*|verdoppel\w+|halbier\w+|Hälfte|Mehrheit|alle|keine?)\b",
        "fr": r"\b(?:plus|moins|premi(?:er|ère)s?|derni(?:er|ère)s?|seule?s?|unique"
        r"|meilleure?s?|record"
        r"|leader|dépass\w+|majorité|moitié|doubl\w+|tripl\w+|augment\w+|baiss\w+|diminu\w+"
        r"|recul\w+"
        r"|progress\w+|hausse|que|tous|toutes|aucune?|pire)\b",
        "es": r"\b(?:más|menos|primer[ao]?s?|últim[ao]s?|únic[ao]s?|mejor(?:es)?|peor(?:es)?"
        r"|mayor(?:es)?"
        r"|menor(?:es)?|récord|líder|super\w+|mayoría|mitad|duplic\w+|tripl\w+|aument\w+"
        r"|cay\w+|baj\w+"
        r"|subi\w+|disminuy\w+|crec\w+|que|tod[ao]s|ningun[ao]?)\b",
    }
)
_REPORT = _patterns(
    {
        "en": r"\b(?:according\s+to|said|says|told|tells|wrote|writes|reported|reports|found|finds"
        r"|estimat\w+|announced|concluded|concludes|showed|shows|argued|argues|claimed|claims"
        r"|warned|warns"
        r"|stated|states|noted|notes|denied|confirmed|rejected|called|calls|described|admitted"
        r"|promised"
        r"|accused|testified|quoted|attributes?d?|predict\w+|expects?|calculat\w+"
        r"|recommend(?:s|ed))\b",
        "zh": r"根据|据|表示|指出|宣布|报告|(?<!我们)(?<!我)(?<!笔者)认为|发现|估计|显示|称"
        r"|强调|预测|预计|承认|否认|警告|援引",
        "ja": r"によると|によれば|述べ|発表|報告|語っ|指摘|推計|予測|示し|示す|明らかに|認め|調査",
        "de": r"\b(?:laut|zufolge|sagt\w*|schreibt|schrieb|berichtet\w*|teilte\w*|ergab\w*|zeigt\w*"
        r"|schätz\w+|erklärt\w*|warnt\w*|gab\s+bekannt|nach\s+Angaben|betont\w*|kritisiert\w*"
        r"|nennt)\b",
        "fr": r"\b(?:selon|d['’]après|a\s+(?:déclaré|annoncé|indiqué|affirmé|écrit|estimé)"
        r"|déclar\w+|indique"
        r"|estime|annonc\w+|affirme|montre|révèle|conclut|souligne|constate|rapporte|écrit)\b",
        "es": r"\b(?:según|de\s+acuerdo\s+con|dijo|afirm\w+|declar\w+|anunci\w+|inform\w+"
        r"|estim\w+|señal\w+"
        r"|indic\w+|muestra|mostró|conclu\w+|reveló|advirti\w+|escribi\w+|asegur\w+)\b",
    }
)
# What happens once and can be looked up: founded, banned, signed.
_EVENT = _patterns(
    {
        "en": r"\b(?:founded|established|opened|reopened|closed|launched|banned|approved"
        r"|adopted|passed"
        r"|repealed|signed|won|lost|elected|appointed|resigned|died|born|acquired|merged"
        r"|bought|sold"
        r"|introduced|abolished|invented|discovered|published|released|completed|built|demolished"
        r"|destroyed|replaced|renamed|moved|joined|left|withdrew|expanded|halted|suspended"
        r"|cancelled"
        r"|started|began|begun|ended|awarded|ruled|sentenced|fined|sued|registered|retired"
        r"|crossed|landed)\b",
        "zh": r"成立|创[立办建]|设立|开[业放通工幕]|关闭|启[动用]|发布|推出|通过|批准|签署"
        r"|收购|合并|当选|任命|辞职"
        r"|逝世|出生|禁止|取消|发明|建成|竣工|投产|上市|获[得奖]|入选|迁|实施|生效|完成|覆盖"
        r"|出口|进口",
        "ja": r"設立|創[立業設]|開[館業設始]|閉[館鎖店]|導入|発売|公開|可決|承認|署名|買収"
        r"|合併|当選|任命|辞任|死去"
        r"|禁止|廃止|発明|完成|受賞|施行|実施|移転|開催",
        "de": r"\b(?:gegründet|eröffnet\w*|geschlossen|eingeführt|verboten|beschloss\w*|beschlossen"
        r"|verabschiedet\w*|unterzeichnet\w*|gewann\w*|gewählt|ernannt|starb\w*|geboren|übernahm\w*"
        r"|verkauft\w*|gebaut|abgeschafft|veröffentlicht\w*|startete\w*|begann\w*|endete\w*"
        r"|trat\w*)\b",
        "fr": r"\b(?:fondée?s?|créée?s?|ouverte?s?|ouvert|fermée?s?|lancée?s?|interdite?s?"
        r"|adoptée?s?|votée?s?"
        r"|signée?s?|élue?s?|nommée?s?|mort|née?s?|rachetée?s?|vendue?s?|construite?s?"
        r"|publiée?s?|supprimée?s?"
        r"|inaugurée?s?|entr(?:ée?|er)\s+en\s+vigueur)\b",
        "es": r"\b(?:fund\w+|cre(?:ó|ad[ao])|abri(?:ó|eron)|abiert[ao]|cerr(?:ó|ad[ao])"
        r"|lanz(?:ó|ad[ao])|prohib\w+"
        r"|aprob\w+|firm(?:ó|ad[ao])|elegid[ao]|nombr\w+|muri(?:ó|eron)|naci(?:ó|eron)"
        r"|compr(?:ó|ad[ao])"
        r"|vendi\w+|construy\w+|construid[ao]|public\w+|suprimi\w+|inaugur\w+|entr(?:ó"
        r"|ar)\s+en\s+vigor)\b",
    }
)
_NAME = re.compile(r"(?<=[a-zß-ÿ,;] )[A-Z\u00c0-\u00de][\w'’-]+|\b[A-Z]{2,}\b")
# Institutions, books and names in Latin letters: Chinese and Japanese mark no names by capitals.
_HAN_NAMED = re.compile(
    r"《[^》]+》|[A-Za-z][A-Za-z0-9]+|公司|集团|大学|学院|银行|政府|法院|议会|委员会"
    r"|研究[院所]|协会|[部局省市县区](?![分门])"
    r"|教授|博士|部长|总统|总理|主席|会社|株式|[都道府県庁]|大臣|知事"
)
_HAN_CHARACTER = re.compile(f"[{HAN}\u3041-\u30ff]")
_LONGEST_SENTENCE = 3_000
_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(r"\d[\d.,]*")
_WORD = re.compile(r"[^\W_]+")
_FEWEST_NAMES = 2
_FEWEST_WORDS = 3
_FEWEST_HAN = 6


def is_statement(plain: str, language: str, *, fewest: int | None = None) -> bool:
    """Whether a sentence says something that could be true or false.

    `fewest` is how many words, or Chinese or Japanese characters and figures, it needs to have.
    """
    text = plain.strip()
    if len(text) > _LONGEST_SENTENCE:
        return False  # data, or text in a language that ends sentences in ways not known here
    characters = len(_HAN_CHARACTER.findall(text)) if is_han_written(language) else 0
    if characters:
        is_too_short = characters + len(_FIGURE.findall(text)) < (fewest or _FEWEST_HAN)
    else:
        is_too_short = len(_WORD.findall(text)) < (fewest or _FEWEST_WORDS)
    if is_too_short or _QUESTION.search(text) or LEAD_IN.search(text) or _CAPTION.match(text):
        return False
    same_script = plain_in(text, language)
    reports = bool(_REPORT.of(language).search(same_script))
    return not states_nothing(same_script, language, reports=reports)


def assess(
    plain: str, language: str, quantities: Sequence[Quantity]
) -> tuple[Checkworthiness, str]:
    """The checkworthiness of a statement and the reason for it in words."""
    text = plain_in(plain, language)
    # Where only links are looked at, no grammar of numbers is wanted.
    from claims.quantities.compare import is_calendar  # noqa: PLC0415

    if any(not is_calendar(quantity) for quantity in quantities):
        return Checkworthiness.HIGH, "states a quantity"
    if quantities:
        return Checkworthiness.MEDIUM, "states a date"
    if _RANKING.of(language).search(text):
        return Checkworthiness.MEDIUM, "ranks or compares"
    if _REPORT.of(language).search(text):
        return Checkworthiness.MEDIUM, "reports what somebody said"
    if _EVENT.of(language).search(text):
        return Checkworthiness.MEDIUM, "reports an event"
    names = _HAN_NAMED if is_han_written(language) else _NAME
    if len(names.findall(text)) >= _FEWEST_NAMES:
        return Checkworthiness.MEDIUM, "names who or what"
    if _DIGIT.search(text):
        return Checkworthiness.MEDIUM, "holds a figure"
    return Checkworthiness.LOW, "general statement"


def has_words_of(language: str) -> bool:
    """Whether the words that tell claims apart are known for a language."""
    return language in _RANKING
