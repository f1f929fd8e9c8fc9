"""The words and marks of what stands between a reader and a page: tables that grow.

The kinds of tables are those of `page_phrases`.
"""

from __future__ import annotations

from spiders.page_phrases import AnyOf

CONSENT_TITLES = AnyOf(
    r"before you continue(?: to [\w .]{1,40})?|consent(?: required)?|cookies? (?:wall|consent)",
    r"we (?:value|care about|respect) your privacy|your privacy (?:choices|matters|settings)",
    r"privacy (?:settings|preference cent(?:er|re)|gate)|cookies? (?:settings|preferences|notice)",
    r"bevor sie (?:zu [\w .]{1,40} )?(?:weitergehen|fortfahren)",
    r"datenschutzeinstellungen|zustimmung",
    r"avant de continuer|votre vie privée|隐私设置",
    r"隱私設定|(?:请|請)?同意(?:我们的)?(?:cookie|隐私).{0,10}",
    r"zustimmung (?:erforderlich|notwendig)|(?:mit|ohne) werbung (?:weiter)?lesen",
    r"avec publicité|continuer avec publicité",
)
CONSENT_SENTENCES = AnyOf(
    r"(?:accept|agree to|consent to) (?:all |our |the use of )?"
    r"(?:cookies|tracking|personali[sz]ed)",
    r"(?:accept|reject|decline) all|manage (?:options|preferences|cookies|settings)",
    r"with advertising and tracking|mit werbung und tracking",
    r"alle (?:akzeptieren|ablehnen)|tout (?:accepter|refuser)",
    r"aceptar todo|全部接受|接受所有|全部拒[绝絕]",
)

_READ_ON = (
    r"(?:to (?:continue|keep|finish) reading|to read (?:the (?:full|rest)|this|more)|to unlock)"
)
PAYWALL_SENTENCES = AnyOf(
    rf"(?:subscribe|subscription|register|log ?in|sign (?:in|up))[^.]{{0,30}}? {_READ_ON}",
    r"(?:this|the) (?:article|content|story) is (?:only |exclusively |reserved )?"
    r"(?:for|available to) (?:our )?(?:paid |paying |premium |registered )?(?:subscribers|members)",
    r"(?:subscriber|member)s?[- ](?:only|exclusive) (?:content|article|story)",
    r"you(?:['’]ve| have) (?:reached|used|read) (?:your|all|the)[^.]{0,30}(?:free articles?|limit)",
    r"(?:订阅|訂閱|付费|付費|会员|會員|登录|登錄)"
    r"(?:后|後|即可|以)?[^。]{0,8}(?:继续阅读|繼續閱讀|阅读全文|閱讀全文)",
    r"(?:本文|此文|该文章|全文)(?:为|為|仅限|僅限|需)[^。]{0,6}(?:付费|付費|会员|會員|订阅|訂閱)",
    r"réservée? (?:aux|à nos) abonnés|(?:nur|exklusiv) für abonnenten|solo para suscriptores",
)

# What many pages that are read in full have too: it counts where there is next to no text.
PAYWALL_OFFERS = AnyOf(
    r"already (?:a subscriber|subscribed|a member)\?",
    r"subscribe (?:now|today) for (?:full|unlimited)",
    r"become a (?:member|subscriber) to (?:read|continue)|(?:for|to) (?:members|subscribers) only",
    r"(?:jetzt )?abo abschließen|weiterlesen mit|bereits abonnent|déjà abonné",
    r"¿ya (?:eres|es) suscriptor",
    r"(?:本文|此文)(?:为|為)(?:付费|付費)|订阅后可|訂閱後可",
)

CHALLENGE_TITLES = AnyOf(
    r"just a moment|attention required!?|one more step|checking your browser.{0,40}",
    r"(?:please )?verify(?:ing)? (?:that )?you are (?:a )?human.{0,20}|(?:bot|human) verification",
    r"are you (?:a )?(?:human|robot)\??|security check(?: required)?|ddos-guard|robot check",
    r"pardon our interruption|access to this page has been denied|captcha(?: challenge)?",
    r"(?:图形|圖形)?(?:验证码|驗證碼)|(?:请|請)稍候|(?:安全|人机|人機|访问|訪問|滑动|滑動)(?:验证|驗證|检查)",
)
CHALLENGE_SENTENCES = AnyOf(
    r"(?:enable|turn on) (?:javascript|js) and cookies to continue",
    r"complete the (?:captcha|security)",
    r"(?:verify(?:ing)?|prove|confirm)(?: that)? you(?:['’]re| are)"
    r" (?:a |not a )?(?:human|(?:ro)?bot)",
    r"checking (?:your browser|if the site connection is secure)",
    r"(?:unusual|suspicious|automated) (?:traffic|activity|requests?)",
    r"made us think (?:that )?you (?:are|were) a (?:ro)?bot|拖动滑块|訪問過於頻繁|访问过于频繁",
    r"(?:请|請)(?:完成|进行|進行)(?:安全|人机|人機)?(?:验证|驗證)",
    r"(?:请|請)?(?:输入|輸入)(?:验证码|驗證碼)",
    r"(?:验证|驗證|确认|確認)(?:您|你)(?:是|不是)(?:真人|机器人|機器人)",
)
# Marks of a challenge itself. What the same services add to the pages that they let through
# (`/cdn-cgi/challenge-platform/scripts/jsd/`) is not in here.
CHALLENGE_MARKS = (
    b"_cf_chl_opt",
    b"cf-browser-verification",
    b'id="challenge-form"',
    b'id="challenge-running"',
    b"challenges.cloudflare.com",
    b"captcha-delivery.com",
    b"px-captcha",
    b"incapsula incident id",
    b"_incapsula_resource",
    b"awswafintegration",
    b"sucuri_cloudproxy_js",
    b"distil_r_captcha",
    b"/_sec/cp_challenge/",
    b"g-recaptcha",
    b"h-captcha",
    b"geetest",
    b"tencentcaptcha",
    b"__jsl_clearance",
    b"acw_sc__v2",
)

DENIED_TITLES = AnyOf(
    r"(?:error )?403[ :–-]{0,3}forbidden",
    r"(?:error )?(?:403[ :–-]{0,3})?access (?:to this page )?(?:is |has been )?denied",
    r"(?:sorry, )?you (?:have been|are) blocked|zugriff verweigert|accès refusé|acceso denegado",
    r"(?:403[ :–-]{0,3})?(?:禁止访问|禁止訪問|拒绝访问|拒絕存取|访问被拒绝)",
)

LOGIN_TITLES = AnyOf(
    r"(?:please )?(?:log|sign)[ -]?in(?: (?:to|with|required|page)\b.{0,40})?",
    r"(?:member|user|account|customer|subscriber) (?:log|sign) ?in",
    r"(?:login|authentication) required",
    r"(?:用户|用戶|會員|会员|账号|帳號)?(?:登录|登錄|登入)(?:页面|頁面)?|ログイン",
    r"anmelden|anmeldung|se connecter|connexion|iniciar sesión",
)

SCRIPTS_NEEDED_SENTENCES = AnyOf(
    r"(?:enable|turn on|activate|requires?|needs?|without) (?:your )?javascript",
    r"javascript (?:is|must be|has to be|to be) (?:required|enabled|disabled|not enabled|turned)",
    r"(?:启用|啟用|开启|開啟|打开|允许)[^。]{0,6}javascript",
    r"javascript[^。]{0,6}(?:启用|啟用|开启|開啟)",
    r"javascript (?:aktivieren|muss aktiviert)|activer javascript|habilit[ae]r? javascript",
)
# All that a page says while its scripts are on their way.
LOADING_TEXTS = AnyOf(
    r"(?:(?:now |still )?loading|please wait|one moment|(?:wird )?geladen|laden|bitte warten)"
    r"[.… ]{0,6}(?:please wait)?[.… ]{0,6}",
    r"chargement(?: en cours)?[.… ]{0,6}|cargando[.… ]{0,6}",
    r"(?:正在)?(?:加载|載入|载入)中?[.…。 ]{0,6}",
    r"読み込み中[.…。 ]{0,6}",
)
APPLICATION_ROOTS = frozenset(
    "root app __next __nuxt react-root main-app svelte ember-app app-root application mount"
    " q-app ___gatsby react-app page-root".split()
)
