"""How German, French, Spanish and Japanese deny and plan: patterns as text.

The verdicts on what is denied are in `claims.polarity`, with the same of English and Chinese.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Denials:
    """The words of one language that deny or plan, and those that end what is denied.

    `negation` is any word that negates, `idle` what has such a word and negates nothing ("without
    it this would not be"); it is left out before anything is looked for. `denial` begins what is
    denied, or ends it where `is_denied_before`, as in Japanese, whose verbs come last; `scope_end`
    is where that ends. `done` tells what has come about, `came_about` what did at some time,
    `planned` what is still to come.
    """

    negation: str
    denial: str
    idle: str
    scope_end: str
    done: str
    came_about: str
    planned: str
    is_denied_before: bool = False


_STOP = r"[;:!?]|(?:(?<!\d)[.,]|[.,](?!\d))"

_NEGATION_DE = (
    r"\b(?:nicht|nichts|kein(?:e[nmrs]?)?|nie|niemals|niemand\w*|weder|kaum|nirgends"
    r"|vergeblich|erfolglos)\b"
)
_NEGATION_FR = (
    r"(?:\bne\s|\bn['’])[^,;.]{0,40}?\b(?:pas|plus|jamais|aucune?|guère|rien|personne|ni"
    r"|nullement)\b"
    r"|\baucune?\b|\bni\b|\b(?:personne|rien)\s+(?:ne\b|n['’])|^\W*pas\s+d[e'’]|\bnon\b"
)
_NEGATION_ES = r"\b(?:no|ni|nunca|jamás|ning[uú]n[ao]?s?|nadie|nada|tampoco|apenas)\b"
_NEGATION_JA = (
    "(?<![少危切幼汚])(?:な(?:い|かった|く(?=[、。て]|なった))|ません|ぬまま)|ず(?=に|、|。|$)"
    "|できな|否定|未(?:定|完|だ|着)|欠席"
)

DENIALS = {
    "de": Denials(
        negation=_NEGATION_DE,
        denial=rf"{_NEGATION_DE}|\b(?:ohne|statt|anstelle|anstatt)\b|\bursprünglich\s+(?:geplant|vorgesehen)\b",
        idle=(
            r"\bohne\b[^;.]*?\b(?:wär|hätt)\w*(?:[^;.]*?\bnicht\b)?"
            r"|\b(?:wär|hätt)\w*\b[^;.,]*?\bnicht\b"
            r"|\bnicht\s+(?:alle[nrs]?|jede[nrs]?|immer|überall|nur|allein|bloß|zuletzt|unbedingt|zwingend|mehr\s+als|weniger\s+als)\b"
            r"|\b(?:wie|als)\s+(?:noch\s+)?nie(?:\s+zuvor)?\b|\bohne\s+(?:Zweifel|Weiteres)\b"
            r"|\bnichts\s+anderes\b|\bkeine?\s+(?:Zweifel|Frage)\b|\bnicht\s+ohne\b"
        ),
        scope_end=rf"{_STOP}|\b(?:sondern|aber|doch|jedoch|weil|obwohl|während|bevor|bis|als|wenn|dass)\b",
        done=r"\b(?:bereits|schon|inzwischen|mittlerweile)\b[^;]*\b(?:ge\w+(?:t|en)|\w*ge\w+(?:t|en)|eröffnet|begonnen|\w+iert|in\s+Betrieb)\b",
        came_about=(
            r"\b(?:wurden?|ha(?:t|ben)|worden)\b[^;]*\b(?:eröffnet|fertiggestellt|abgeschlossen|gebaut"
            r"|errichtet|eingeführt|gestartet|begonnen|beendet|vollendet|unterzeichnet|gekauft|übernommen"
            r"|geschlossen|erreicht|umgesetzt|erneuert|verkauft|geliefert|gegründet)\b"
            r"|\b(?:eröffnete|startete|begann)n?\b"
        ),
        planned=(
            r"\b(?:soll(?:en|ten?)?|will|wollen|geplant\w*|plan(?:t|en|te)|Pläne?|beabsichtig\w*|vorgesehen"
            r"|voraussichtlich|könnten?|möglicherweise|erwartet|angekündigt|strebt|angestrebt\w*|vorgeschlagen"
            r"|(?:wird|werden)\b[^;]*\bwerden|bis\s+20[2-9]\d|Ziel|hoff(?:t|en)|erwägt|prüft)\b"
        ),
    ),
    "fr": Denials(
        negation=_NEGATION_FR,
        denial=rf"{_NEGATION_FR}|\b(?:sans|plutôt\s+que|au\s+lieu\s+de|initialement\s+prévue?s?)\b",
        idle=(
            r"(?:\bsans\b[^;.]*?)?\bn['’]aurai(?:t|ent)\s+(?:pas|jamais)\b"
            r"|\bsans\b[^;.]*?\bne\s+serai(?:t|ent)\s+(?:pas|jamais)\b"
            r"|\bnon\s+(?:seulement|plus\s+seulement)\b|\bpas\s+(?:tous|toutes|toujours|seulement|uniquement|moins\s+de)\b"
            r"|\bsans\s+(?:doute|précédent|cesse)\b|\bnon-\w+|\bni\s+plus\s+ni\s+moins\b"
            r"|(?:\bne\s|\bn['’])(?:(?!pas\b|plus\b|jamais\b)\w+\s+){1,3}?que\b|\bsinon\b|\btou(?:te)?s\s+les\s[^,;.]{0,40}?(?:\bne\s|\bn['’])\w+\s+pas\b"
            r"|(?:\bne\s|\bn['’])\w+\s+pas\s+seulement\b"
        ),
        scope_end=rf"{_STOP}|\b(?:mais|car|parce\s+que|tandis\s+que|alors\s+que|bien\s+que|avant|après|quand|lorsque|qui)\b",
        done=r"\b(?:déjà|désormais)\b",
        came_about=(
            r"\b(?:a|ont|s['’]est|se\s+sont)\s+(?:été\s+|enfin\s+|officiellement\s+)?(?:ouverte?s?|achevée?s?|inaugurée?s?"
            r"|terminée?s?|lancée?s?|commencé\w*|construite?s?|signée?s?|achetée?s?|rachetée?s?|livrée?s?|fermée?s?"
            r"|atteint\w*|introduite?s?|rénovée?s?|mise?s?\s+en)(?!\w)"
        ),
        planned=(
            r"\b(?:devrai(?:t|ent)|doi(?:t|vent)|prévoi(?:t|ent)|prévue?s?|projet\w*|envisag\w+|compte(?:nt)?(?=\s+\w+(?:er|ir|re)\b)"
            r"|espèr\w+|souhait\w+|objectif|proposée?s?|pourrai(?:t|ent)|ser(?:a|ont)|ouvrir(?:a|ont)|d['’]ici\s+(?:à\s+)?20[2-9]\d"
            r"|annonc\w+|étudi(?:e|ent)|vise(?:nt)?|va|vont|\w{3,}er(?:a|ont))(?!\w)"
        ),
    ),
    "es": Denials(
        negation=_NEGATION_ES,
        denial=rf"{_NEGATION_ES}|\b(?:sin|en\s+(?:lugar|vez)\s+de|inicialmente\s+previst[ao]s?)\b",
        idle=(
            r"(?:\bsin\b[^;.]*?)?\bno\s+(?:habría|hubiera|hubiese)n?\b"
            r"|\bno\s+(?:tod[oa]s?|siempre|s[oó]lo|solamente|únicamente|obstante|menos\s+de|más\s+de|necesariamente)\b"
            r"|\bsin\s+(?:embargo|duda|precedentes?|cesar)\b|\bque\s+nunca\b|\bnada\s+menos\b|\bsin\s+más\b"
        ),
        scope_end=rf"{_STOP}|\b(?:pero|sino|porque|mientras|aunque|antes|después|cuando|que)\b",
        done=r"\bya\b",
        came_about=(
            r"\b(?:(?:ha|han|fue|fueron)\s+(?:sido\s+)?(?:abiert|inaugurad|terminad|completad|construid|lanzad|firmad|comprad"
            r"|entregad|cerrad|alcanzad|renovad|introducid|acabad)[oa]s?|(?:abri|inaugur|termin|complet|construy|empez|comenz|firm"
            r"|compr|entreg|concluy)(?:ó|aron|eron|ieron))(?!\w)"
        ),
        planned=(
            r"\b(?:prev[eé]n?|previst[oa]s?|planea\w*|planes?|proyect\w+|pretend\w+|espera\w*|quieren?|objetivo|propuest\w+|propon\w+"
            r"|podría\w*|debería\w*|será\w*|abrirá\w*|contempla\w*|baraja\w*|estudia\w*|anunci\w+|para\s+20[2-9]\d"
            r"|(?:va|van)\s+a|tiene\w*\s+previsto|\w{3,}(?:ará|erá|irá)n?)(?!\w)"
        ),
    ),
    "ja": Denials(
        negation=_NEGATION_JA,
        denial=rf"{_NEGATION_JA}|(?:では|で)なく|ではない",
        idle=(
            "(?:だけ|のみ|ばかり)(?:で(?:は)?なく|ならず)|かもしれ(?:ない|ません)|に(?:も)?かかわらず|少なくない|少なくありません"
            "|なけれ?ば(?:なら|いけ)(?:ない|なかった|ません)|なくては(?:なら|いけ)(?:ない|ません)|ざるを得な(?:い|かった)|に(?:違い|ちがい)ない"
            "|しか[^。、]{0,8}(?:な(?:い|かった)|ません)|(?:問|とわ)わ?ず|限らず|相変わらず|必ず|まず|わずか|絶えず|思わず|やむを得ず|過去に(?:例の)?ない|間違いな[くい]"
        ),
        scope_end="[。；;]|(?<=が)、|一方",
        done="(?:すでに|既に|もう)",
        came_about="(?:開業|開通|開館|開設|完成|完了|終了|開始|導入|締結|買収|建設|竣工|達成|発足|オープン)(?:し(?:た|ました|ている)|された|されました)",
        planned=(
            "予定|計画|見込|見通し|方針|目指|目標|検討|提案|する意向|したい考え|見られる|予想|予測|期待|だろう|可能性|構想|つもり"
        ),
        is_denied_before=True,
    ),
}
