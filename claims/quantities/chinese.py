"""The Chinese grammar of quantities, for both scripts.

The text is read in simplified characters of the same length, so that offsets stay true.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, partial
from itertools import pairwise

from claims.languages import simplified
from claims.quantities.dates import (
    BARE_ROC_YEAR,
    ROC_EPOCH,
    date_quantity,
    days_of,
    years_quantity,
)
from claims.quantities.han_numerals import NUMERAL, read_numeral
from claims.quantities.masks import mask
from claims.quantities.shares import with_shares
from claims.quantities.translation import Rules, Translator
from claims.quantities.units import FAHRENHEIT, SIGNS, told_in
from claims.values import Comparator, Kind, Quantity

_C = Comparator
_BEFORE = {
    "不少于": _C.AT_LEAST, "不低于": _C.AT_LEAST, "至少": _C.AT_LEAST, "起码": _C.AT_LEAST,
    "不超过": _C.AT_MOST, "不高于": _C.AT_MOST, "至多": _C.AT_MOST, "最多": _C.AT_MOST,
    "高达": _C.EQUAL, "多达": _C.EQUAL,
    "超过": _C.MORE, "超出": _C.MORE, "突破": _C.MORE, "多于": _C.MORE, "高于": _C.MORE,
    "大于": _C.MORE, "逾": _C.MORE, "超": _C.MORE, "过": _C.MORE, "＞": _C.MORE, ">": _C.MORE,
    "不到": _C.LESS, "不足": _C.LESS, "少于": _C.LESS, "低于": _C.LESS, "小于": _C.LESS,
    "未满": _C.LESS, "<": _C.LESS,
    "大约": _C.ABOUT, "大概": _C.ABOUT, "接近": _C.ABOUT, "将近": _C.ABOUT, "约": _C.ABOUT,
    "近": _C.ABOUT, "～": _C.ABOUT, "几乎": _C.ABOUT, "差不多": _C.ABOUT,
}  # fmt: skip
_AFTER = {
    "以上": _C.AT_LEAST, "以下": _C.AT_MOST, "左右": _C.ABOUT, "上下": _C.ABOUT,
    "出头": _C.MORE, "多": _C.MORE, "余": _C.MORE, "+": _C.AT_LEAST, "未满": _C.LESS,
}  # fmt: skip
_BEFORE_PATTERN = (
    "(?:(?P<before>"
    + "|".join(sorted(_BEFORE, key=len, reverse=True))
    + r")(?:有|共|达|占|为)?\s*)?"
)
_AFTER_PATTERN = "(?P<after>" + "|".join(map(re.escape, _AFTER)) + ")?"

_CURRENCIES = {
    "人民币": "CNY", "美元": "USD", "美金": "USD", "欧元": "EUR", "英镑": "GBP", "日元": "JPY",
    "日圆": "JPY", "港元": "HKD", "港币": "HKD", "新台币": "TWD", "台币": "TWD", "韩元": "KRW",
    "澳元": "AUD", "澳币": "AUD", "加元": "CAD", "加币": "CAD", "纽元": "NZD", "纽币": "NZD",
    "新加坡元": "SGD", "新元": "SGD", "新币": "SGD", "坡币": "SGD", "韩圜": "KRW", "卢比": "INR",
    "卢布": "RUB", "瑞士法郎": "CHF", "瑞郎": "CHF", "瑞典克朗": "SEK", "挪威克朗": "NOK",
    "丹麦克朗": "DKK", "泰铢": "THB", "令吉": "MYR", "林吉特": "MYR", "印尼盾": "IDR",
    "越南盾": "VND", "越盾": "VND", "兰特": "ZAR", "雷亚尔": "BRL", "兹罗提": "PLN",
    "迪拉姆": "AED", "里亚尔": "SAR", "谢克尔": "ILS", "奈拉": "NGN",
    "元人民币": "CNY", "元": "CNY", "块": "CNY",
}  # fmt: skip
_SIGNS = {"US$": "USD", "HK$": "HKD", "NT$": "TWD", "$": "USD", "€": "EUR", "£": "GBP",
          "¥": "CNY", "￥": "CNY"}  # fmt: skip
_PHYSICAL = {
    "平方公里": "km2", "公里": "km", "千米": "km", "英里": "mile", "英哩": "mile", "哩": "mile",
    "海里": "nmi", "英尺": "ft", "呎": "ft", "英寸": "inch", "英吋": "inch", "吋": "inch",
    "英镑重": "lb", "磅": "lb", "加仑": "gallon", "英亩": "acre", "平方米": "m2",
    "平方公尺": "m2", "公尺": "m", "米": "m",
    "厘米": "cm", "公分": "cm", "毫米": "mm", "公厘": "mm", "纳米": "nm", "奈米": "nm",
    "立方米": "m3", "立方公尺": "m3", "平方英尺": "ft2", "英呎": "ft", "公克": "g", "克": "g",
    "克拉": "carat", "公里/小时": "km/h", "兆赫": "MHz", "吉赫": "GHz",
    "兆瓦时": "MWh", "吉瓦时": "GWh", "太瓦时": "TWh",
    "公斤": "kg", "千克": "kg", "吨": "tonne",
    "公吨": "tonne", "公升": "litre",
    "公顷": "ha", "吉瓦": "GW", "兆瓦": "MW", "千瓦时": "kWh", "千瓦": "kW", "瓩": "kW",
    "瓦": "W", "瓦时": "Wh",
    "摄氏度": "degree", "℃": "degree", "°C": "degree", "度电": "kWh", "度": "degree",
    "坪": "ping", "亩": "mu", "微米": "µm", "海浬": "nmi", "浬": "nmi",
    "平方英里": "mile2", "平方英哩": "mile2", "立方英尺": "ft3", "平方呎": "ft2",
    "盎司": "ounce", "千卡": "kcal", "大卡": "kcal", "太瓦": "TW", "分贝": "dB",
    "马力": "hp", "伏特": "V",
    "桶": "barrel", "升": "litre", "毫升": "ml", "毫克": "mg", "微克": "µg",
}  # fmt: skip
_MEASURES = _PHYSICAL | SIGNS
# A number of these is a speed behind 時速.
_SPEEDS = {"km": "km/h", "mile": "mph"}
_DURATIONS = {
    "个月": "month", "小时": "hour", "分钟": "minute", "秒": "second", "星期": "week",
    "周": "week", "岁": "year", "天": "day", "日": "day", "年": "year", "钟头": "hour",
    "个世纪": "century",
}  # fmt: skip
# 半年, 半個月, 半世紀
_HALVED = _DURATIONS | {"月": "month", "世纪": "century"}
_CLASSIFIERS = (
    "人次|个|项|名|位|人|家|台|辆|座|款|种|件|艘|架|篇|次|所|间|场|条|部|支|颗|枚|株|户|门|套|批|组|类|"
    "班|趟|封|笔|盒|袋|箱|棵|大|周年|国|省|州|市|县|倍|只|头|匹|册|本|张|份|起|例|处|届|枝|层|页"
)

_UNITS = (
    "(?P<percent>%|％|个百分点|百分点)|(?P<tenths>成(?P<tenth>[一二三四五六七八九1-9])?)|(?P<multiple>倍)"
    f"|(?P<currency>{'|'.join(sorted(_CURRENCIES, key=len, reverse=True))})"
    f"|(?P<physical>{'|'.join(sorted(_PHYSICAL, key=len, reverse=True))}"
    rf"|(?:{'|'.join(sorted(map(re.escape, SIGNS), key=len, reverse=True))})(?![A-Za-z\d²³/]))"
    f"|(?P<duration>(?!周年)(?:{'|'.join(sorted(_DURATIONS, key=len, reverse=True))}))"
    f"|(?P<classifier>{_CLASSIFIERS})"
)
_MEASURE = re.compile(
    rf"{_BEFORE_PATTERN}(?P<sign>US\$|HK\$|NT\$|[$€£¥￥])?(?P<low>{NUMERAL})"
    # 27%至30% is a range; 增長27%至4.6億 tells by how much, and to what.
    rf"(?:(?:[%％](?=\s*[-~\u2013\u2014至到]\s*(?:{NUMERAL})\s*[%％]))?"
    rf"\s*[-~\u2013\u2014至到]\s*(?P<high>{NUMERAL}))?\s*{_AFTER_PATTERN}"
    r"(?P<magnitude>(?<=[多余])[万亿]+)?\s*"
    rf"(?:{_UNITS})?(?P<half>(?<=[年天])半(?!数))?(?P<late>[及或]?以[上下]|左右|上下|未满|出头|多|余)?"
)
_LATE = "(?P<late>[及或]?以[上下]|左右)?"
_HUNDREDTHS = re.compile(
    rf"{_BEFORE_PATTERN}百分之 ?(?P<low>{NUMERAL}(?:点[零〇一二三四五六七八九]+)?){_LATE}"
)
_FRACTION = re.compile(
    rf"{_BEFORE_PATTERN}(?P<total>{NUMERAL}|[万亿])分之(?P<part>{NUMERAL}){_LATE}"
)
# 3/10 may be a day.
_SLASH = re.compile(
    r"(?<![\d/.])(?P<part>\d{1,4})/(?P<total>(?:3[2-9]|[4-9]\d|\d{3,4})(?![\d/.])|\d(?=的|以上|左右))"
    rf"{_LATE}"
)
# 半年, 三個半月
_HALF_TIME = re.compile(
    rf"{_BEFORE_PATTERN}(?:(?P<low>{NUMERAL})个)?(?<![上下前后头每])半个?"
    r"(?P<duration>年|月|小时|天|钟头|世纪)(?!数)"
)
# What a central bank of Taiwan moves its rate by: 1碼 is a quarter point.
_RATE_STEP = re.compile(
    rf"(?:[升降加减]息|[升降]|利率[^，。；,;\d]{{0,8}}?)\s*(?P<low>{NUMERAL}|半)码(?!头)"
)
# 用电310度; of heat nobody tells by the ten thousand.
_POWER = re.compile(r"[发用耗售购省供输]电|电[量力费价]|度电")
_POWER_REACH = 8
_HOTTEST = 1e4
# 五度 with a verb behind is how often; 五度 is how warm, else.
_OFTEN = re.compile(
    r"(?<![\d零〇一二三四五六七八九十百千万下温度约近])(?P<low>[二两三四五六七八九])度"
    r"(?=[被获得访当入出参率登夺称挑拒提连任蝉造赴来回重代主担])"
)
_EVERY = re.compile(
    rf"每(?P<total>{NUMERAL})\s*(?:[个人名位家户]|{_CLASSIFIERS})[^，。；,;\d]{{0,8}}?(?:就|便|中|里|之中)?"
    rf"{_BEFORE_PATTERN}有(?:超过|逾|近|约)?(?P<part>{NUMERAL})"
)
_HALF = re.compile(
    r"(?P<before>至少|超过|逾|近|约|过|不到|不足)?(?:一半|半数)(?P<late>以上)?"
    r"|(?P<over>过)半|(?P<beside>至少|超过?|逾|将?近|约|不到)半(?![年月天日小个钟数径导岛夜场])"
)
_GROWN = re.compile(
    r"(?:增加|增长|成长|提高|上升|上涨|扩大|增|涨|多|高)[了出]?(?:至少|超过|逾|近|约|将近|接近)?$"
)
_DOUBLED = re.compile(
    rf"{_BEFORE_PATTERN}"
    r"(?:翻了?(?P<times>[一二两三四1-4])番|翻了?一?[番倍]|(?P<halved>减半|(?:减少|下降)了?一半))"
)
_DATE = re.compile(
    r"(?<!\d)(?P<year>(?:1[4-9]|20)\d\d)年(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})[日号])?"
)
_DAY = re.compile(r"(?<![\d年])(?P<month>1[0-2]|[1-9])月(?P<day>[12]\d|3[01]|[1-9])[日号]")
_YEAR = re.compile(
    r"(?<!\d)(?P<year>(?:1[4-9]|20)\d\d)(?:年(?!代|后|来(?!自)|前)|年(?=前)(?<!\d00年)|(?=[-\u2013至到]\d{4}年))"
)
# 西元前221年, 公元前500年至300年
_BEFORE_CHRIST = re.compile(
    r"(?:公元|西元|纪元)前(?P<first>\d{1,4})年?(?:[至到\-–~](?:(?:公元|西元|纪元)?前)?(?P<last>\d{1,4}))?年"
)
# 2026到2030年, whose first year is told without 年, is a span; 由2026年到2030年 are two years.
_YEARS = re.compile(
    r"(?<!\d)(?P<year>(?:1[4-9]|20)\d\d)\s?[-~\u2013\u2014至到]\s?(?P<last>(?:1[4-9]|20)\d\d)年"
)
# 2023/24年度
_SEASON = re.compile(
    r"(?<![\d/])(?P<year>(?:1[4-9]|20)\d\d)/(?P<next>\d\d)(?!\d)(?:财?年度?|会计年度|产?季|学年度?)?"
)
# Of Taiwan's own years, told without 民国 those of three digits: 113年 is 2024.
_ROC_YEAR = re.compile(
    rf"(?:民国(?P<year>\d{{1,3}})|{BARE_ROC_YEAR})(?:学|会计)?年"
    r"(?:(?P<month>1[0-2]|[1-9])月(?:(?P<day>[12]\d|3[01]|[1-9])[日号])?)?"
)
_DECADE = re.compile(
    r"(?:(?P<century>\d\d|上|二?十[一二三四五六七八九]?)世纪)?(?P<tens>\d0|[二三四五六七八九]十)年代"
    r"|(?P<first>(?:1[4-9]|20)\d0)年代"
)
_CENTURY = re.compile(
    r"(?<!\d)(?P<number>1?\d|2[01]|[一二三四五六七八九]|二?十[一二三四五六七八九]?)世纪(?!\d\d年代)"
)
# 第三章 names a part of a text.
_RANK = re.compile(
    rf"(?:排名)?第(?P<place>{NUMERAL})(?![零〇一二两三四五六七八九十百\d章节页款卷])(?:大|名|位|高|多|届|次)?"
)
# Who comes first, and second, where no number says so.
_AT_TOP = re.compile(
    r"(?:居|列|占|坐|拿下|登上?|夺下?)[^，。；,;\d第]{0,4}(?P<first>首位?|冠军?|榜首|头名)"
    r"(?=[，。；,;！、（(]|$)|(?P<second>次之|居次)(?=[，。；,;（(]|$)"
)
_TOLD_CURRENCY = re.compile(
    rf"(?P<currency>{'|'.join(sorted(_CURRENCIES, key=len, reverse=True))})\s*"
    r"(?:大约|超过|达到|约|近|逾|达|共|计)?$"
)
_WHICH = ("前", "后", "上", "下", "同", "每", "这", "那", "第", "哪")
_NUMERALS = "一二三四五六七八九十百千万萬亿億"
# A comma may stand before 其中, or behind 中; before 臺中 it begins something else.
_SHARE = re.compile(
    r"^(?P<gap>(?:[^，,。；;！？\n]{0,24}?|[^。；;！？\n]{0,23}?(?=其))其?[中裡里內内](?![心央国國华華])[,，、]?\s*[^。；;\n\d]{0,8})$"
)

_COMPARED = frozenset("多少高低")
_IS_LESS = re.compile(r"[^，,。；;]{0,3}[多少高低](?=[，,])")

# Words that hold a numeral and count nothing.
_IDIOMS = re.compile(
    "一带一路|第[一二]次世界大战|[一二]战|三星|百度|十分(?!之)|统一|一些|一样|一起|一直|一路|进一步|(?<!分)之一|唯一|万一|"
    "一方面|一旦|一般|一定|一致|一向|不一|单一|一体|一线|一流|一切|一同|一时|[一二]度|一系列|四大发明|四川|三峡|"
    "九龙|万达|万科|百货|千万别|七夕|三明治|五金|八卦|百姓|百科|千禧|双十一|三维|二维|三农|四季|五官|一次性|"
    "(?:九二一|九一一|三一一|二二八|九一八|五四|六四|八八)(?=大?(?:地震|震灾|事件|事变|水灾|风灾|运动|恐攻|恐怖))|"
    "第[一二三四1-4](?=季)|"
    "一站式|一对一|一视同仁|逐一|第三方|第一手|两岸|两会|双一流|二手|二元|三角|三方|多元|"
    # 數百人, 幾十萬人 and 上千人 are not counted.
    "零(?:组件|部件|件|售|食|星|散|碎|用|钱|时差|排放|碳|和博弈|信任|废弃|关税|容忍|距离|工经济)|"
    "(?:好?几|数)[十百千万亿]+|(?<!以)上[百千万亿]+(?=[人名家个位间场条辆艘吨元公只户])"
)


def find_chinese(text: str, language: str) -> tuple[Quantity, ...]:
    """The quantities of a Chinese text; `language` decides what 兆 stands for.

    Many set a space between digits and characters; it is read as if it were not there.
    """
    return _unspaced(language).find(text)


@cache
def _unspaced(language: str) -> Translator:
    han = r"[\u4e00-\u9fff%％]"
    spaces = rf"(?<=[\d%％])[ \u00a0\u2009](?={han})|(?<=[\u4e00-\u9fff])[ \u00a0\u2009](?=\d)"
    pairs = "|".join(f"{one}、?{other}" for one, other in pairwise("一二三四五六七八九"))
    after = rf"[十百千](?![{_NUMERALS[:9]}])|(?=[万萬亿億成年天月个個人家名位])"
    either = rf"(?<![{_NUMERALS}])(?:{pairs})(?:{after})"
    return Translator(
        Rules(phrases={}, patterns=((spaces, lambda _: ""), (either, _as_range)), has_spaces=False),
        lambda text: _find_compact(text, language),
    )


def _as_range(match: re.Match[str]) -> str:
    """Of "四、五百" the range "四百至五百"."""
    written = match.group().replace("、", "")
    return f"{written[0]}{written[2:]}至{written[1:]}"


def _find_compact(text: str, language: str) -> tuple[Quantity, ...]:
    reader = _Reader(text, language)
    for pattern, read in (
        (_DATE, reader.date), (_YEARS, reader.years), (_DAY, reader.day), (_SEASON, reader.season),
        (_ROC_YEAR, reader.roc_year), (_BEFORE_CHRIST, reader.before_christ),
        (_DECADE, reader.decade),
        (_CENTURY, reader.century), (_YEAR, reader.year), (_HUNDREDTHS, reader.hundredths),
        (_FRACTION, reader.fraction), (_EVERY, reader.fraction), (_SLASH, reader.fraction),
        (_DOUBLED, reader.doubled), (_HALF, reader.half), (_HALF_TIME, reader.half_time),
        (_RANK, reader.rank), (_OFTEN, reader.often), (_AT_TOP, reader.top),
        (_RATE_STEP, reader.rate_step),
        (_MEASURE, reader.measure),
    ):  # fmt: skip
        reader.read_all(pattern, read)
    found = sorted(reader.found, key=lambda quantity: quantity.start)
    return with_shares(text, found, partial(_is_part_of, text))


class _Reader:
    """Applies one pattern after another; what one has read, the next do not see."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._language = language
        self._rest = _IDIOMS.sub(lambda match: " " * len(match.group()), mask(simplified(text)))
        self.found: list[Quantity] = []

    def read_all(self, pattern: re.Pattern[str], read: object) -> None:
        assert callable(read)
        spent: list[tuple[int, int]] = []
        for match in pattern.finditer(self._rest):
            quantity = read(match)
            if quantity is not None:
                self.found.append(quantity)
                spent.append(match.span())
        for start, end in spent:
            self._rest = self._rest[:start] + "\n" * (end - start) + self._rest[end:]

    def date(self, match: re.Match[str]) -> Quantity | None:
        day = match["day"]
        days = days_of(int(match["year"]), int(match["month"]), int(day) if day else None)
        return date_quantity(self._written(match), match.start(), *days) if days else None

    def day(self, match: re.Match[str]) -> Quantity | None:
        days = days_of(0, int(match["month"]), int(match["day"]))
        return date_quantity(self._written(match), match.start(), *days) if days else None

    def year(self, match: re.Match[str]) -> Quantity:
        year = int(match["year"])
        return years_quantity(self._written(match), match.start(), year, year)

    def before_christ(self, match: re.Match[str]) -> Quantity:
        years = [-int(year) for year in (match["first"], match["last"]) if year]
        return years_quantity(self._written(match), match.start(), years[0], years[-1])

    def years(self, match: re.Match[str]) -> Quantity | None:
        first, last = int(match["year"]), int(match["last"])
        return (
            years_quantity(self._written(match), match.start(), first, last)
            if first < last
            else None
        )

    def season(self, match: re.Match[str]) -> Quantity | None:
        year = int(match["year"])
        if (year + 1) % 100 != int(match["next"]):
            return None
        return years_quantity(self._written(match), match.start(), year, year + 1)

    def roc_year(self, match: re.Match[str]) -> Quantity | None:
        if match["bare"] and self._language != "zh-Hant":
            return None
        year = int(match["year"] or match["bare"]) + ROC_EPOCH
        if not match["month"]:
            return years_quantity(self._written(match), match.start(), year, year)
        days = days_of(year, int(match["month"]), int(match["day"]) if match["day"] else None)
        return date_quantity(self._written(match), match.start(), *days) if days else None

    def decade(self, match: re.Match[str]) -> Quantity:
        if match["first"]:
            first = int(match["first"])
        else:
            tens = match["tens"]
            decade = int(tens) if tens.isdigit() else int(read_numeral(tens, self._language)[0])
            century = match["century"]
            is_last = century in {None, "上"}
            hundreds = 19 if is_last else int(read_numeral(century, self._language)[0]) - 1
            first = hundreds * 100 + decade
        return years_quantity(self._written(match), match.start(), first, first + 9)

    def century(self, match: re.Match[str]) -> Quantity:
        last = int(read_numeral(match["number"], self._language)[0]) * 100
        return years_quantity(self._written(match), match.start(), last - 99, last)

    def hundredths(self, match: re.Match[str]) -> Quantity:
        value, step = read_numeral(match["low"], self._language)
        quantity = self._quantity(match, Kind.PERCENT, value, value, min(step, 1.0), "%")
        return replace(quantity, comparator=_comparator(match))

    def fraction(self, match: re.Match[str]) -> Quantity | None:
        part, step = read_numeral(match["part"], self._language)
        total, _ = read_numeral(match["total"], self._language)
        if match.re is _SLASH and part >= total:
            return None
        quantity = self._quantity(match, Kind.RATIO, part, part, step, self._noun(match.end()))
        return replace(quantity, denominator=total, comparator=_comparator(match))

    def half(self, match: re.Match[str]) -> Quantity:
        comparator = _C.MORE if match["over"] else _comparator(match)
        if match["beside"]:
            comparator = _BEFORE[match["beside"]]
        quantity = self._quantity(match, Kind.RATIO, 1.0, 1.0, 1.0, self._noun(match.end()))
        return replace(quantity, denominator=2.0, comparator=comparator)

    def doubled(self, match: re.Match[str]) -> Quantity:
        times = read_numeral(match["times"], self._language)[0] if match["times"] else 1.0
        value = 0.5 if match["halved"] else 2.0**times
        quantity = self._quantity(match, Kind.MULTIPLE, value, value, 0.1, "x")
        return replace(quantity, comparator=_comparator(match))

    def half_time(self, match: re.Match[str]) -> Quantity:
        whole = read_numeral(match["low"], self._language)[0] if match["low"] else 0.0
        unit, factor = told_in(_HALVED[match["duration"]])
        half = (whole + 0.5) * factor
        quantity = self._quantity(match, Kind.DURATION, half, half, 0.1 * factor, unit)
        return replace(quantity, comparator=_comparator(match))

    def rank(self, match: re.Match[str]) -> Quantity:
        place, _ = read_numeral(match["place"], self._language)
        return self._quantity(match, Kind.RANK, place, place, 1.0, "rank")

    def top(self, match: re.Match[str]) -> Quantity:
        start, end = match.span("first" if match["first"] else "second")
        place = 1.0 if match["first"] else 2.0
        written = self._text[start:end]
        return Quantity(start, end, written, Kind.RANK, place, place, _C.EQUAL, "rank", 1.0)

    def rate_step(self, match: re.Match[str]) -> Quantity:
        steps = 0.5 if match["low"] == "半" else read_numeral(match["low"], self._language)[0]
        start = match.start("low")
        written = self._text[start : match.end()]
        points = steps / 4
        return Quantity(
            start, match.end(), written, Kind.PERCENT, points, points, _C.EQUAL, "pp", 0.01
        )

    def _is_power(self, match: re.Match[str], value: float) -> bool:
        """Whether 度 is a kilowatt-hour: of so many, or where power is spoken of."""
        before = self._rest[max(match.start() - _POWER_REACH, 0) : match.start()]
        return value >= _HOTTEST or bool(_POWER.search(before))

    def often(self, match: re.Match[str]) -> Quantity:
        times, _ = read_numeral(match["low"], self._language)
        return self._quantity(match, Kind.COUNT, times, times, 1.0, "次")

    def measure(self, match: re.Match[str]) -> Quantity | None:
        amount = self._amount(match)
        if amount is None:
            return None
        low, high, step = amount
        if self._rest[: match.start()].endswith("第"):
            return None  # 第3章
        if self._rest.startswith("月", match.end()) and not match["classifier"]:
            return None  # 10月 is a month of some year
        if match["duration"] and low == 1 and self._rest[: match.start("low")].endswith(_WHICH):
            return None  # 前一年 is a year, not how long
        kind, unit, factor = self._kind(match)
        if unit == "degree" and self._is_power(match, low * factor):
            unit = "kWh"
        if kind is Kind.MULTIPLE and low == high:
            low = high = self._grown(low, match)
        if kind is None or (kind is Kind.COUNT and self._rest[: match.start()].endswith("每")):
            return None  # 每萬名: what is measured against, not a measure
        if kind is Kind.COUNT and _is_bare_year(match):
            return years_quantity(self._written(match), match.start(), int(low), int(low))
        quantity = self._quantity(
            match, kind, low * factor, high * factor, step * abs(factor), unit
        )
        quantity = replace(quantity, comparator=_comparator(match))
        told = self._told_currency(match) if kind is Kind.MONEY else None
        if told and not match["before"]:
            start = told.start("currency")
            quantity = replace(quantity, start=start, text=self._text[start : quantity.end])
        return quantity

    def _amount(self, match: re.Match[str]) -> tuple[float, float, float] | None:
        """The least and the most that a number says, and the step it is written in."""
        low, step = read_numeral(match["low"], self._language)
        high = low
        if match["high"]:
            high, step = read_numeral(match["high"], self._language)
            scale = _scale_of(match["high"], high)
            if scale > _scale_of(match["low"], low) and low * scale < high:
                low *= scale  # "3至5萬", "1.2至1.5億": the magnitude is written once
            if high <= low:
                return None  # the score of a game, the numbers of a list
        if match["magnitude"]:
            scale = read_numeral(match["magnitude"], self._language)[0]
            low, high, step = low * scale, high * scale, step * scale  # 一百多萬
        if match["half"]:
            low, high, step = low + 0.5, high + 0.5, 0.1
        if match["tenths"]:
            step /= 2  # 三成 is said of 32% and not of a quarter
        if match["tenth"]:
            # 兩成三 is 23%.
            low, step = low + read_numeral(match["tenth"], self._language)[0] / 10, 0.1
            high = max(low, high)
        return low, high, step

    def _grown(self, times: float, match: re.Match[str]) -> float:
        """How many times as much: 增加一倍 is twice; 增加五倍 is said of five times and of six."""
        is_plain = times != 1 and not times % 1
        is_more = _GROWN.search(self._rest, 0, match.start("low")) is not None
        return times + 1 if is_more and not is_plain else times

    def _told_currency(self, match: re.Match[str]) -> re.Match[str] | None:
        """The currency that stands before a number: 新台幣50億元."""
        return _TOLD_CURRENCY.search(self._rest, max(match.start("low") - 8, 0), match.start("low"))

    def _kind(self, match: re.Match[str]) -> tuple[Kind | None, str, float]:
        written = match["low"]
        if match["percent"]:
            return Kind.PERCENT, "%" if match["percent"] in "%％" else "pp", 1.0
        if match["tenths"] and len(written) <= 3:
            return Kind.PERCENT, "%", 10.0
        if match["multiple"]:
            return Kind.MULTIPLE, "x", 1.0
        if match["currency"]:
            return Kind.MONEY, self._currency(match), 1.0
        if match["sign"]:
            return Kind.MONEY, _SIGNS[match["sign"]], 1.0
        if match["physical"]:
            unit = _MEASURES[match["physical"]]
            before = self._rest[: match.start("low")][-6:]
            if unit == "degree" and before.endswith("华氏"):
                return Kind.PHYSICAL, FAHRENHEIT, 1.0
            if unit == "degree" and before.endswith("零下"):
                return Kind.PHYSICAL, unit, -1.0
            is_speed = "时速" in before or before.endswith("每小时")
            return Kind.PHYSICAL, _SPEEDS.get(unit, unit) if is_speed else unit, 1.0
        if match["duration"]:
            return Kind.DURATION, *told_in(_DURATIONS[match["duration"]])
        if not _counts(written, match["classifier"]):
            return None, "", 1.0
        if match["classifier"] == "周年":
            return Kind.COUNT, "周年", 1.0
        return Kind.COUNT, self._noun(match.end()) or (match["classifier"] or ""), 1.0

    def _currency(self, match: re.Match[str]) -> str:
        """The currency of a sum; 元 may have its country before the number or after it."""
        unit = _CURRENCIES[match["currency"]]
        if match["currency"] not in {"元", "块"}:
            return unit
        told = self._told_currency(match)
        following = self._rest[match.end() : match.end() + 3]
        after = next((one for one in _CURRENCIES if following.startswith(one)), None)
        return _CURRENCIES[told["currency"]] if told else _CURRENCIES[after or "元"]

    def _noun(self, start: int) -> str:
        """What is counted, in simplified characters: the words up to a stop or a function word."""
        following = self._rest[start : start + 12].lstrip("的之")
        noun = re.split(r"[^\u4e00-\u9fff]|[的中在是有为和与及被将已达占来均都等居创]", following)[
            0
        ]
        # "Seventeen of them say so" counts no sayings.
        noun = re.sub("^(?:说|表示|认为|回答|反映).*", "", noun)
        return re.sub("[里内当之其]$", "", noun[:8])

    def _written(self, match: re.Match[str]) -> str:
        return self._text[match.start() : match.end()]

    def _quantity(
        self, match: re.Match[str], kind: Kind, low: float, high: float, step: float, unit: str
    ) -> Quantity:
        start, end = match.start(), match.start() + len(match.group().rstrip())
        return Quantity(start, end, self._text[start:end], kind, low, high, _C.EQUAL, unit, step)


def _scale_of(written: str, value: float) -> float:
    """The magnitude in words of a number: 1e8 of 1.5億, 1e4 of 五萬."""
    digits = re.match(r"\d[\d,]*(?:\.\d+)?", written)
    if digits:
        return value / (float(digits.group().replace(",", "")) or 1.0)
    large = re.search("[万亿兆]+$", written)
    return read_numeral(large.group(), "zh-Hant")[0] if large else 1.0


def _counts(written: str, classifier: str | None) -> bool:
    """Whether a numeral counts something: 一 before a classifier is an article more often."""
    if any(character.isdigit() and character.isascii() for character in written):
        return True
    if written == "一":
        return False
    return classifier is not None or len(written) > 1


def _is_bare_year(match: re.Match[str]) -> bool:
    """Four digits in the range of years that count nothing: 2025世界大會."""
    return match.group() == match["low"] and bool(re.fullmatch(r"(?:19|20)\d\d", match["low"]))


def _comparator(match: re.Match[str]) -> Comparator:
    groups = match.groupdict()
    late = (groups.get("late") or groups.get("after") or "").lstrip("及或")
    if late:
        return _AFTER[late]
    return _BEFORE.get(groups.get("before") or "", _C.EQUAL)


def _is_part_of(text: str, part: Quantity, whole: Quantity) -> bool:
    """Whether a count is told as a part of the one before: 44項技術中，有37項."""
    between = text[whole.end : part.start]
    # 比去年的1,655人少，其中702人: those are of the number before it.
    is_compared = _IS_LESS.match(between) or whole.unit in _COMPARED
    return whole.low > part.low and not is_compared and _SHARE.match(between) is not None
