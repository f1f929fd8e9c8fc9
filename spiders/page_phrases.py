"""The words by which a page tells that what was cited is not there: tables that grow.

`*_TITLES` match a whole title, heading or part of a title between separators, never words
inside one: an article about error 404 has the words too. `*_SENTENCES` are looked for in the
text of pages that have hardly any. `*_MARKS` are bytes of the markup, in lower case.
"""

from __future__ import annotations

import re
from functools import cached_property


class AnyOf:
    """A table of regular expressions in which repeats are bounded, one a row, in any case.

    It is compiled when first asked: most pages are told to be good without most tables.
    """

    def __init__(self, *rows: str) -> None:
        """Take the rows."""
        self._rows = rows

    def search(self, text: str) -> re.Match[str] | None:
        """Find the first place where a row matches."""
        return self._pattern.search(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Match a whole text by a row."""
        return self._pattern.fullmatch(text)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(self._rows), re.IGNORECASE)


_EXCUSE = r"(?:(?:oops|sorry|whoops|uh[- ]oh|error|http|status)[!.,:…]{0,3} ){0,3}"
_THING = r"(?:page|site|file|document|article|content|resource|url|story|post|item)s?"
_IS_MISSING = (
    r"(?:(?:is |was |has )?(?:not|never) (?:be )?(?:found|available)"
    r"|(?:can ?not|can['’]t|could not|couldn['’]t) be (?:found|located|displayed)"
    r"|(?:does not|doesn['’]t|did not|no longer) exists?|(?:is )?(?:missing|unavailable|gone)"
    r"|(?:is not|isn['’]t) (?:here(?: any ?more)?|available(?: right now| any ?more)?)"
    r"|(?:is not|isn['’]t) (?:there|around) any ?more"
    r"|(?:has been |was |is )?(?:removed|deleted)|(?:is )?no longer (?:available|here))"
)
_WANTED = r"(?:look(?:ing|ed)? for|request(?:ing|ed)?|after|trying to \w{3,8}|tried to \w{3,8})"
_ZH_THING = r"(?:页面|頁面|网页|網頁|内容|內容|文章|信息|资源|資源|文件|新闻|新聞|链接|連結|地址)"
_ZH_THIS = r"(?:您|你)?(?:要|所)?(?:访问|訪問|浏览|瀏覽|查看|请求|請求|查找|寻找|尋找|找)的"
_ZH_IS_MISSING = (
    r"(?:已经|已經|已|可能|并|並|暂时)?"
    r"(?:不存在|未找到|找不到|没有找到|沒有找到|无法找到|無法找到|不见了|走丢了|失效|下架"
    r"|(?:被)?(?:作者|发布者|發佈者|管理员)?(?:删除|刪除|移除))"
)

NOT_FOUND_TITLES = AnyOf(
    _EXCUSE + r"(?:404|410)(?:[ :,.–-]{0,3}(?:error|gone|not found|oops))?[!.]?",
    _EXCUSE + r"(?:(?:404|410)[ :,.–-]{1,3})?(?:the |this |that |your )?(?:requested |web ?)?"
    rf"{_THING} (?:you (?:are |were |have )?{_WANTED} )?{_IS_MISSING}[!.]?(?: ?\(?404\)?)?",
    _EXCUSE + r"(?:404[ :,.–-]{1,3})?(?:object |error )?not found[!.]?",
    r"file or directory not found[.]?|http status 404.{0,20}",
    r"we (?:can ?not|can['’]t|couldn['’]t) find (?:that|the|this) page[!.]?",
    r"seite (?:wurde )?nicht gefunden|fehler 404|seite existiert nicht(?: mehr)?",
    r"(?:artikel|beitrag|seite|inhalt) (?:wurde )?(?:gelöscht|entfernt|nicht (?:mehr )?verfügbar)",
    r"page (?:non trouvée|introuvable)|erreur 404|cette page n['’]existe (?:pas|plus)",
    r"página no encontrada|la página no existe|pagina non trovata|página não encontrada",
    rf"404 ?(?:错误|錯誤|エラー)?[ ,，：:-]{{0,3}}{_ZH_THING}?(?:{_ZH_IS_MISSING})?[！!。.]?",
    rf"(?:很?抱歉|对不起|對不起|出错了)?[，,！! ]{{0,2}}(?:{_ZH_THIS})?(?:该|該|此|这个|這個|本)?"
    rf"{_ZH_THING}{_ZH_IS_MISSING}(?:了|或.{{1,12}})?[！!。.]?",
    rf"(?:找不到|没有找到|未找到|無法找到|无法找到)(?:该|該|此|您要的|相关|相關)?{_ZH_THING}[！!。.]?",
    r"(?:お探しの|指定された|ご指定の)?ページ(?:が|は)(?:見つかりません(?:でした)?|存在しません)[。！]?",
)

NOT_FOUND_SENTENCES = AnyOf(
    rf"{_THING} (?:that )?you(?:['’]re|['’]ve| are| were| have)? ?{_WANTED}"
    rf"(?: (?:for|has|have|may|might|this))?.{{0,40}}?{_IS_MISSING}",
    rf"{_THING} (?:that )?you(?:['’]re|['’]ve| are| were| have)? ?{_WANTED}"
    r".{0,40}?(?:moved|renamed|expired|isn['’]t (?:here|available)|changed)",
    rf"(?:the requested|the|this|that) {_THING} (?:/[^ ]{{0,200}} )?"
    r"(?:was not found on this server|could ?n[o'’]t be (?:found|located)|can ?n?[o'’]t be found"
    r"|could not be found|cannot be found|does not exist|doesn['’]t exist|no longer exists)",
    rf"this {_THING} (?:is no longer available|has been (?:removed|deleted|taken down))",
    r"we (?:can ?not|can['’]t|couldn['’]t|could not) (?:seem to )?find (?:the|that|this|a) page",
    r"nothing (?:was|could be) found (?:at|on) this (?:location|address|page)",
    r"we can ?(?:no|['’])t (?:seem to )?find what you(?:['’]re| are) looking for",
    rf"link you (?:followed|clicked).{{0,30}}(?:broken|expired).{{0,20}}{_THING}.{{0,20}}removed",
    r"(?:diese[nr]?|der|die|das) (?:artikel|beitrag|seite|inhalt) (?:gibt es nicht"
    r"|ist nicht (?:mehr )?(?:verfügbar|vorhanden)|existiert nicht|wurde (?:gelöscht|entfernt))",
    r"cette page n['’](?:existe (?:pas|plus)|est (?:pas|plus) disponible)",
    r"(?:指定的|您请求的|所请求的)(?:主题|帖子|页面|内容)(?:不存在|已被删除)",
    r"(?:diese|die (?:angeforderte|gewünschte|gesuchte)) seite (?:wurde nicht gefunden"
    r"|konnte nicht gefunden werden|existiert nicht)",
    r"page (?:que vous (?:re)?cherchez|demandée).{0,30}(?:n['’]existe|introuvable)",
    r"la página (?:que (?:está )?busca\w*|solicitada).{0,30}(?:no existe|no se encuentra)",
    rf"{_ZH_THIS}{_ZH_THING}.{{0,6}}{_ZH_IS_MISSING}",
    rf"(?:该|該|此|这篇|這篇|抱歉[，,]|对不起[，,]|對不起[，,]){_ZH_THING}.{{0,4}}{_ZH_IS_MISSING}",
    r"(?:お探しの|指定された)ページ.{0,12}(?:見つかりません|存在しま?せ?ん?|存在しない|削除)",
)

# Of a page that may be an error page; that it is one takes more than such a word.
MAYBE_NOT_FOUND_WORDS = AnyOf(
    r"\b(?:oops|whoops|uh[- ]oh|sorry|404|error|lost|missing|unavailable|expired|moved)\b",
    r"\b(?:not|never|nothing|can ?not|can['’]t|couldn['’]t|no longer|no such) (?:be )?"
    r"(?:find|found|here|there|exist|available|locate)",
    r"\b(?:home|start|front) ?page|\bsite ?map|\btry (?:a |our |the )?search"
    r"|\bsearch (?:our|the|this)",
    r"startseite|zur suche|leider|nicht gefunden|page d['’]accueil|désolés?",
    r"página de inicio|lo sentimos|申し訳|トップページ|見つかり",
    r"抱歉|对不起|對不起|首页|首頁|主页|主頁|返回|找不到|不存在|错误|錯誤|失效",
)

PARKED_SENTENCES = AnyOf(
    r"(?:this|the) domain(?: name)?(?: [\w.-]{3,80})? (?:is|may be|might be)"
    r" (?:for sale|available for purchase|parked)",
    r"[\w-]{1,63}\.[a-z]{2,24} is (?:for sale|parked|available for purchase)",
    r"(?:buy|purchase|acquire) this domain|domain(?: name)? parking",
    r"this domain(?: name)? (?:has expired|is parked)",
    r"(?:make an offer on|inquire about|the owner of) this domain",
    r"(?:此|该|該|本)?(?:域名|網域|网域)(?:正在|可以|可|现在|現在)?(?:出售|转让|轉讓|待售)",
    r"(?:购买|購買)(?:此|该|該)(?:域名|網域)|(?:此|该|該)(?:域名|網域)(?:已经|已經|已)?(?:过期|過期|到期)",
    r"diese domain (?:steht|ist) (?:zum verkauf|zu verkaufen|geparkt)",
    r"ce (?:nom de )?domaine est à vendre",
)
PARKED_MARKS = (
    b"sedoparking.com",
    b"parkingcrew.net",
    b"bodis.com",
    b"hugedomains.com/domain_profile",
    b"dan.com/buy-domain",
    b"afternic.com/forsale",
    b"parklogic.com",
    b"above.com/marketplace",
    b"/parking-lander/",
    b"d38psrni17bvxu.cloudfront.net",
    b"domainmarket.com/buynow",
    b"uniregistry.com/buy-domain",
)

# What a server shows that nobody has put a site on.
DEFAULT_PAGE_TITLES = AnyOf(
    r"welcome to (?:nginx|openresty|caddy)[!.]?",
    r"iis windows(?: server)?|internet information services",
    r"apache2? (?:\w+ )?default page(?:: it works)?|it works[!.]?|test page for .{0,60}",
    r"domain default page|default (?:web ?site|plesk|server) page|web server's default page",
)
