"""Sentences that state nothing to be checked: of the text itself, of its author, of its page.

Patterns for each language that documents are read in; a text in Chinese is to be simplified.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.by_language import ByLanguage


class _Idle(NamedTuple):
    """How a language says what is no statement: regular expressions with space for reading.

    `of_text`: how a sentence begins that tells what comes, how the text is built, whom it thanks.
    `of_author`: what its author thinks, wishes, recommends. `of_page`: what stands there for
    visitors: subscriptions, rights, bylines.
    """

    of_text: str
    of_author: str
    of_page: str


class _Patterns(NamedTuple):
    of_text: re.Pattern[str]
    of_author: re.Pattern[str]
    of_page: re.Pattern[str]


# Whom to write to is said to readers.
_E_MAIL = r"[\w.+-]{1,64}@[\w-]{1,63}\.\w"


def _patterns(idle: _Idle) -> _Patterns:
    flags = re.IGNORECASE | re.VERBOSE
    return _Patterns(
        re.compile(rf"\W*(?:{idle.of_text})", flags),
        re.compile(idle.of_author, flags),
        re.compile(rf"{idle.of_page}|{_E_MAIL}", flags),
    )


_WORKS_EN = (
    r"(?:paper|article|post|note|report|brief(?:ing)?|memo|section|chapter|essay|blog|page|guide"
    r"|notebook|newsletter|bulletin|fact\s?sheet|overview|document|column|piece|summary|study"
    r"|appendix|table|thread|edition|issue|text|story|letter|dossier|profile|review|explainer)"
)
_WORKS_DE = (
    r"(?:Beitrag|Artikel|Text|Bericht|Abschnitt|Kapitel|Papier|Merkblatt|Überblick|Dossier"
    r"|Newsletter|Aufsatz|Studie|Notiz|Heft|Ausgabe|Teil|Dokument|Faktenblatt)"
)
_WORKS_FR = (
    r"(?:note|article|rapport|billet|texte|section|chapitre|étude|dossier|document|fiche|partie"
    r"|bulletin|lettre|mémo|synthèse|chronique)"
)
_WORKS_ES = (
    r"(?:informe|artículo|nota|boletín|documento|texto|sección|capítulo|estudio|resumen|apartado"
    r"|ficha|entrada|reportaje|dossier|memoria|guía)"
)

_IDLE_IN: dict[str, _Idle] = {
    "en": _Idle(
        of_text=rf"""
          (?:in\s+)?(?:this|the\s+present|the\s+next|the\s+(?:remainder|rest)\s+of\s+th(?:is|e))\s+
          (?:\w+\s+){{0,2}}{_WORKS_EN}(?:\s*,|\s+\w+ly|\s+first|\s+then|\s+also)*\s+
          (?:is\b(?!\s+\d)|was\s+(?:prepared|written|compiled|produced|first\s+published)|will\b|(?:I|we)\b
          |(?:examin|look|summari[sz]|review|discuss|explor|present|answer|collect|describ|explain|cover
          |turn|tak|trac|sum|gather|consider|set|ask|give|offer|aim|provid|outlin|address|deal|focus
          |introduc|compar|bring|bundl|walk|tell|trie|draw|analys|analyz|assess|survey|investigat
          |concern|attempt|seek|list|map|highlight|list)(?:e?s|ies|es)?\b)
          |(?:first(?:ly)?|then|next|now|finally|here|below|in\s+what\s+follows|in\s+the\s+following)?,?\s*
          (?:I|we)(?:\s+(?:then|now|first|also|will|shall|next|briefly))*\s+
          (?:begin|start|turn|proceed|conclude|study|examine|look|describe|discuss|review|present
          |summari[sz]e|outline|explore|consider|ask|focus|close|end|thank|acknowledge|gratefully
          |are\s+grateful|am\s+grateful|would\s+(?:like|be\s+happy)|have\s+collected|compiled)\b
          |let(?:['’]s|\s+us)\b|here(?:['’]s|\s+is|\s+are)\b|below\s+(?:is|are|we|you)\b
          |(?:the\s+)?(?:following|next)\s+(?:\w+\s+)?(?:{_WORKS_EN}|list|sections?|paragraphs?)\b
          |section(?:\s+\d+)?\s+(?:turns|reviews|discusses|describes|presents|concludes|\d+\s+\w+s)\b
          |(?:this|that|which)\s+(?:brings\s+us|concludes|leads\s+(?:us|to\s+the))\b
          |for\s+(?:the\s+)?(?:details?|more(?!\s+than)|further|questions|a\s+(?:full|complete|longer))\b
          |(?:see|read|refer|note\s+that\s+this|consult|scroll|skip|jump)\s+(?:also\b|below|above|our|my|the)
          |(?:the\s+)?(?:authors?|editors?)\s+(?:thanks?|declares?|would|is\s+grateful|are\s+grateful)\b
          |it\s+(?:does\s+not\s+(?:discuss|cover|deal)|was\s+(?:prepared|written|compiled)\s+for|is\s+free\s+to)
          |all\s+(?:figures|values|data|numbers|amounts)\s+(?:are|were)\s+(?:for|in|from|rounded)\b
          |as\s+of\s+my\s+last|as\s+(?:promised|requested|discussed|mentioned|usual)\b|(?:to\s+)?sum(?:ming)?\s+up|in\s+(?:summary|conclusion|short|sum)\b(?!.*\d)
          |{_WORKS_EN}\s+about\s+the|(?:prices|details|results|methods)\s+are\s+(?:discussed|described)\b
          |(?:correspondence|inquiries|enquiries|comments)\s+(?:should|can|may|to)\b
          |(?:run|execute)\s+(?:all|the|this)\b|you\s+can\s+(?:also\s+)?(?:call|run|find|download|read|see)\b
        """,
        of_author=r"""
          \b(?:I|we)\s+(?:\w+ly\s+|do\s+not\s+|don['’]t\s+|would\s+|can(?:not)?\s+|also\s+|still\s+)?
          (?:find|think|believe|feel|suspect|hope|recommend|suggest|say|argue|doubt|wonder|prefer|love
          |like|hate|want|wish|urge|expect|welcome|regret|consider|call\s+(?:for|on)|propose|guess)\b
          |\bin\s+(?:my|our)\s+(?:\w+\s+)?(?:view|opinion|experience|judge?ment|eyes|book)\b|\bto\s+my\s+mind\b
          |^\W*(?:honestly|frankly|hopefully|arguably|sadly|unfortunately|personally|admittedly|luckily
          |clearly|obviously|surely|perhaps|remarkably|hardly)\b
          |\b(?:should|ought\s+to|deserves?|let\s+us\s+hope|rightly\s+so|a\s+(?:shame|pity)|common\s+sense
          |more\s+research\s+is\s+needed|(?:is|are)\s+(?:\w+\s+)?(?:encouraging|sobering|remarkable
          |regrettable|disappointing|surprising|impressive|fascinating|overdue|welcome|unfair|fair))\b
          |\bit\s+(?:is|seems|remains)\s+(?:\w+\s+)?(?:time|worth|important|remarkable|surprising|clear|hard
          |easy|tempting|fair|safe|striking|likely|unlikely|obvious|too\s+early)\b
          |\b(?:looks?|seems?|feels?)\s+(?:like|to\s+me)\b|\bopinions\s+differ\b|\bleft\s+to\s+the\s+reader\b|\b(?:I|we)\s+(?:would|shall)\b|\bI['’]d\b
          |\bnobody\s+(?:knows|should|can)\b|\banyone\b.*\bwill\b
          |\bfor\s+(?:voters|readers|others|(?:a|the)\s+[\w ]+?)\s+to\s+(?:decide|say|judge)\b
        """,
        of_page=r"""
          ^\W*(?:read\s+more|posted\s+(?:on|by|in)\b|powered\s+by|take\s+all\s+of\s+this|draft\s+\d+\b|you\s+(?:get|got|are\s+receiving|received|can\s+unsubscribe)\b|cast\s+your|vote\s+(?:here|now)|fill\s+(?:in|out)\b|check\s+(?:out|our)\b|browse\s|visit\s+(?:us|our|the\s+website)|join\s+(?:us|our)\b|(?:register|apply|order|book|buy)\s+(?:now|here|yours?|a|online|today)\b|try\s+(?:it|our|the)\b|get\s+(?:your|the\s+app)\b|forward\s+(?:to|this)\b|compiled\s+by\b|this\s+article:|cite\s+(?:this|as)\b|dear\s+\w+,|yours?\s+\w+,|donate\b|media\s+contact|results\s+by\s+e-?mail|any\s+views\s+expressed|share\s+(?:this|on|via|it)\b|click|tap\s|skip\s+to|back\s+to|table\s+of\s+contents|advertisement\W*$|sponsored\s+(?:content|by)
          |copyright\s+(?:©|\(c\)|\d{4})|©|\(c\)|last\s+(?:updated|modified)|updated\s+on|filed\s+under|tags?:
          |follow\s+(?:us|me)|contact\s+(?:us|me)|write\s+to\s+(?:me|us)|send\s+(?:us|me|comments|feedback|your)
          |sign\s+(?:up|in)|log\s+in|donate|support\s+(?:us|our)|please\b|questions\?|thanks\s+(?:for|to)
          |photo(?:graph)?s?\b\s*(?:by|:|courtesy)|image\s*(?:by|:|credit)|credit:|(?-i:By\s+[A-Z][\w.]+\s+[A-Z][\w’'-]+(?:,|$|\s+and\s)(?!.*[.]\s*$))
          |comments\s+(?:are|\()|leave\s+a\s+(?:comment|reply)|related\s*(?:articles|stories|reading|posts|links|:)|you\s+(?:may|might)\s+also|also\s+read
          |from\s+\w+,\s+the\s+free\s+encyclopedia|this\s+article\s+is\s+about|for\s+the\s+\w+,\s+see\b
          |to\s+(?:unsubscribe|stop\s+receiving)|last\s+checked|view\s+(?:in|this)|print\s+this|download\s+(?:the|this|our)|watch\s+the|listen\s+to)
          |\b(?:unsubscribe|our\s+newsletter|all\s+rights\s+reserved|get\s+in\s+touch|open\s+an\s+issue
          |for\s+internal\s+use|free\s+to\s+copy|before\s+printing
          |would\s+you\s+like\s+me|hope\s+this\s+helps|feel\s+free|don['’]t\s+hesitate|drop\s+(?:us|me)\s+a\s+line
          |please\s+(?:do|say|note|see|contact|find|send|let|consider|cite|be)\b|if\s+you\s+(?:find|spot|notice|have)\s+(?:a|any|an)\b)
        """,
    ),
    "de": _Idle(
        of_text=rf"""
          (?:in|an)?\s*dies(?:e[mnrs]?|er)\s+(?:\w+\s+)?{_WORKS_DE}\s+(?!(?:ergab|zeigte|belegt)\b)
          |ein(?:e)?\s+{_WORKS_DE}\s+(?:aus|von|der|für|über)\b
          |im\s+(?:Folgenden|nächsten\s+{_WORKS_DE})|(?:zunächst|dann|anschließend|nun|jetzt)\s+(?:\w+\s+){{0,2}}wir\b
          |wir\s+(?:beginnen|betrachten|wenden|danken|fassen|schauen|blicken|werfen|zeigen|stellen|gehen)\b
          |(?:kommen|werfen|schauen|sehen|beginnen|blicken|wenden)\s+wir\b|hier\s+(?:ist|sind|folgt|finden)\b
          |alle\s+(?:Angaben|Zahlen|Werte)\b|(?:mehr|weiteres|näheres)\s+(?:dazu|hierzu)\b|zusammengefasst\b
        """,
        of_author=r"""
          \b(?:ich|wir)\s+(?:finden?|meinen?|glauben?|denken?|halten?|hoffen?|empfehlen?|würden?|wünschen?
          |fordern?|bedauern?|vermuten?|begrüßen?)\b|\b(?:finden?|meinen?|glauben?|denken?|halten?)\s+(?:ich|wir)\b
          |\b(?:aus|nach)\s+(?:meiner|unserer)\s+(?:Sicht|Meinung|Ansicht|Auffassung)\b|\b(?:meines|unseres)\s+Erachtens\b
          |\b(?:sollten?|hoffentlich|ehrlich\s+gesagt|zum\s+Glück|bedauerlich|wünschenswert|bemerkenswert
          |erfreulich|überfällig)\b
        """,
        of_page=r"""
          \b(?:abonnieren\s+Sie|newsletter\s+(?:abonnieren|bestellen|anmelden)|unseren\s+Newsletter|alle\s+Rechte\s+vorbehalten|Impressum|Datenschutz
          |schreiben\s+Sie\s+(?:uns|mir)|kontaktieren\s+Sie|weiterlesen|Rückfragen(?=:)|Ansprechpartner\w*|liebe[rn]?\s+(?:Mitglieder|Leser\w*|Freunde)|folgen\s+Sie|lesen\s+Sie|klicken\s+Sie|teilen\s+Sie|Stand:)
        """,
    ),
    "fr": _Idle(
        of_text=rf"""
          (?:dans\s+)?(?:cet(?:te)?|ce|le\s+présent|la\s+présente)\s+{_WORKS_FR}\b(?!\s+(?:montre|révèle|conclut))
          |nous\s+(?:commencerons|commençons|verrons|allons|examin(?:ons|erons)|abord(?:ons|erons)|parlerons
          |présentons|remercions|terminerons|reviendrons|passerons|ferons)\b
          |(?:passons|voyons|commençons|examinons|revenons|terminons|rappelons)\b
          |(?:voici|voilà)\b|ci-(?:dessous|après)\b|pour\s+(?:plus|en\s+savoir)\b|en\s+(?:résumé|conclusion)\b(?!.*\d)
        """,
        of_author=r"""
          \bà\s+(?:mon|notre)\s+(?:avis|sens)\b|\bselon\s+(?:moi|nous)\b|\b(?:je|nous)\s+(?:le\s+|la\s+|y\s+)?(?:pens|croy|croi|trouv
          |estim|dout|recommand|espér|souhait|regrett|préfér)\w+|\bil\s+(?:faut|faudrait|convient|est\s+(?:temps
          |dommage|regrettable|essentiel|important|urgent))\b|\bdevrai(?:t|ent)\b
          |^\W*(?:malheureusement|heureusement|honnêtement|franchement|peut-être|sans\s+doute)\b
        """,
        of_page=r"""
          \b(?:abonnez-vous|inscrivez-vous|partagez|tous\s+droits\s+réservés|lire\s+(?:la\s+suite|aussi)|cliquez|suivez-nous
          |contactez|écrivez-nous|mentions\s+légales|lettre\s+d['’]information)\b
        """,
    ),
    "es": _Idle(
        of_text=rf"""
          (?:en\s+)?(?:este|esta|el\s+presente|la\s+presente)\s+{_WORKS_ES}\b(?!\s+(?:reveló|mostró|concluyó))
          |(?:a\s+continuación|seguidamente|en\s+lo\s+que\s+sigue)\b
          |(?:veamos|pasemos|empecemos|empezamos|comenzamos|comencemos|agradecemos|repasamos|terminamos)\b
          |(?:he\s+aquí|aquí\s+(?:está|tiene|puede))\b|para\s+más\b|en\s+(?:resumen|conclusión)\b(?!.*\d)
        """,
        of_author=r"""
          \b(?:creemos|pensamos|opinamos|creo|pienso|opino|considero|consideramos|esperamos|espero|recomendamos
          |recomiendo|proponemos|nos\s+parece|me\s+parece|lamentamos)\b|\ben\s+(?:mi|nuestra)\s+opinión\b
          |\ba\s+(?:mi|nuestro)\s+(?:juicio|entender)\b|\b(?:debería[ns]?|hay\s+que|habría\s+que|ojalá
          |(?:es\s+)?una\s+lástima)\b|^\W*(?:lamentablemente|por\s+desgracia|afortunadamente|quizás?|sinceramente)\b
        """,
        of_page=r"""
          \b(?:suscr[ií]b\w+|comp[aá]rtelo|todos\s+los\s+derechos|leer\s+más|haga\s+clic|síga(?:nos|me)|contacte
          |escr[ií]ban(?:os|me)|aviso\s+legal|nuestra\s+web)\b
        """,
    ),
    # Of Italian only what stands there for visitors is known.
    "it": _Idle(
        of_text=r"(?!)",
        of_author=r"(?!)",
        of_page=r"""
          ^\W*(?:(?:le\s+)?foto(?:grafie)?\b|iscri(?:viti|vetevi)|abbona(?:ti|tevi)|condividi|segui(?:ci|teci)
          |contatt(?:i|aci|ateci)|leggi\s+(?:anche|tutto)|clicca|scarica|grazie|a\s+cura\s+di)\b
          |\b(?:newsletter|tutti\s+i\s+diritti|informativa|cookie)\b
        """,
    ),
    "zh": _Idle(
        of_text=r"""
          (?:本[文节章篇报刊期页稿]|本(?:报告|文章|简报|资料|笔记|页面)|这篇|该笔记)(?!科|土)
          |(?:以下|下面|下文|上文|接下来|随后|最后)(?:先|再|将|来|是|为|会|我们|谈|介绍|列出|列举|看|说|简|按|各|几|给出)
          |(?:首先|其次|然后)?(?:让)?我们?(?:先|再|来|将|接着|可以先)|先[谈看说讲].{0,20}再[谈看说讲]
          |(?:详见|详情|更多(?:信息|内容|详情)|参见|请见|请参)
          |(?:综上|总之|总的来说|总而言之|小结)(?!.*\d)
        """,
        of_author=r"""
          我们?(?:也|还|则|仍|很|都)?(?:认为|觉得|相信|希望|建议|以为|看来|怀疑|猜|不敢)|在我(?:们)?看来|(?:笔者|个人|小编)
          |敬请|说来|有待观察|还很长|更复杂了|见仁见智|留给读者|令人(?:惊讶|遗憾|欣慰|担忧|鼓舞|深思|印象)|值得(?:肯定|期待|深思|称赞|商榷|一读)
          |应(?:该|当|即|尽快|予以|加强|积极|优先)|请各|不妨|但愿|拭目以待|恐怕|可喜|可惜|未免|说实话|老实说|何乐而不为|相当中肯
        """,
        of_page=r"""
          (?:欢迎|敬请|请)(?:关注|订阅|来信|转载|留言|联系|指正|扫码|点击|分享|批评)|版权所有|未经许可|阅读(?:更多|原文|全文)|点击(?!率|量)|返回顶部|扫(?:码|一扫)
          |公众号|责任?编辑[：:]|转载请|联系我们|投稿|仅供.{0,6}(?:参考|讨论|使用)|不构成.{0,6}建议|(?:上|下)一篇|相关(?:阅读|文章|推荐)
        """,
    ),
    "ja": _Idle(
        of_text=r"""
          (?:本稿|本記事|本記事|この(?:記事|章|節|レポート|コラム|ノート|文書|ページ)|本(?:書|章|節|報告|調査ノート|コラム))(?:で|の|は)
          |(?:以下(?:で|に|は)|次(?:に|は|章)|続いて|それでは|では、|以上、?(?:簡単|見て|紹介|が)|ここ(?:で|から)は)
          |まず(?!.*\d).{0,40}(?:見|確認|整理|紹介)
        """,
        of_author=r"""
          (?:筆者|私(?:は|たち)|と思う|と思い|思われ|だろう|でしょう|べき|と考える|と考えます|と感じ|残念|期待した
          |望まれる|望ましい|かもしれない|かもしれません|必要がある|ではないか|興味深い|素晴らしい|驚くべき)
        """,
        of_page=r"""
          お寄せ|ご意見|お問い?合わせ|こちら(?:から|へ|。|$)|メールマガジン|メルマガ|ください|無断転載|フォロー|クリック|購読(?!者|料|数)
        """,
    ),
}
# What visitors are told of, and what figures are reported of as well: "43 million pull requests".
_OF_PAGES = re.compile(
    r"\b(?:subscribe(?!rs?\b|d\b)|terms\s+of\s+(?:use|service)|(?:privacy|cookie)\s+policy|uses?\s+cookies"
    r"|pull\s+requests?|creative\s+commons|licen[cs]ed\s+under)",
    re.IGNORECASE,
)
_IDLE = ByLanguage(_IDLE_IN, _patterns)
_DIGIT = re.compile(r"\d")
# A year, or a section's number, is no figure that such a sentence would report.
_MEASURE = re.compile(r"(?<![\d.,/])(?!(?:1[89]|20)\d\d(?![\d.,%]))(?<!section )\d", re.IGNORECASE)


def is_for_visitors(text: str, language: str) -> bool:
    """Whether a sentence speaks to a page's visitors: what it links to is no source."""
    is_of_page = _OF_PAGES.search(text) is not None and not _MEASURE.search(text)
    return is_of_page or bool(_IDLE.of(language).of_page.search(text))


def states_nothing(text: str, language: str, *, reports: bool) -> bool:
    """Whether a sentence speaks of its text, its author or its page instead of its subject.

    With a figure in it such a sentence can be checked all the same, and so can whether somebody
    holds an opinion: `reports` tells that the sentence names who does.
    """
    idle = _IDLE.of(language)
    if is_for_visitors(text, language) or (idle.of_text.match(text) and not _MEASURE.search(text)):
        return True
    is_opinion = not reports and not _DIGIT.search(text)
    return is_opinion and bool(idle.of_author.search(text))
