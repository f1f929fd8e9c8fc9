"""Numbers written in Chinese characters, in digits, or in both (3.2萬億, 三億二千萬, 一萬五)."""

from __future__ import annotations

import re

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
}
_SMALL = {"十": 10.0, "百": 100.0, "千": 1000.0}
_LARGE = {"万": 1e4, "亿": 1e8, "兆": 1e12}
_MEGA = 1e6

# No numeral is longer; a page of nothing but numerals must not take for ever.
_LONGEST = 24
# 千瓦, 千米 and 兆赫 are units; so is 千 of 12萬千瓦時.
_THOUSAND, _TERA = "千(?![瓦米克卡伏赫])", "兆(?![瓦赫位帕欧])"
_MAGNITUDE = f"(?:[十百万亿]|{_THOUSAND}|{_TERA})"
# 三點五億, 一點五倍; 三點五分 tells the time.
_POINT = "[点][零〇一二三四五六七八九]+(?=[万亿兆倍成个%％]|$)"
NUMERAL = (
    r"(?:(?:(?<![\d.])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\d.])\d+(?:\.\d+)?)"
    rf"(?: (?=[万亿兆]))?{_MAGNITUDE}{{0,{_LONGEST}}}"
    rf"(?:(?<=[百千万亿兆])\d[\d,]*(?:\.\d+)?(?:[百万亿]|{_THOUSAND}){{1,3}}){{0,4}}"
    # 1萬8,600 ends in digits; 3萬2024年 does not.
    r"(?:(?<=[万亿兆])(?:\d,\d{3}|\d{1,4})(?![\d,.年月%％]))?"
    rf"|(?:[零〇一二两三四五六七八九十百]|{_THOUSAND})"
    rf"(?:[零〇一二两三四五六七八九]|{_MAGNITUDE}){{0,{_LONGEST}}}"
    rf"(?:{_POINT}{_MAGNITUDE}{{0,{_LONGEST}}})?)"
)
# 一萬五 and 1萬5 are 15,000.
_ELIDED = re.compile(r"[百千万亿兆][1-9一二三四五六七八九]$")
_PART = re.compile(r"\d[\d,]*(?:\.\d+)?|[点].+?(?=[万亿兆]|$)|.")


def read_numeral(written: str, language: str) -> tuple[float, float]:
    """Value and written step of what `NUMERAL` matched, in simplified characters."""
    written = written.replace(" ", "")
    if len(written) > 1 and all(character in _DIGITS for character in written):
        return float("".join(str(_DIGITS[character]) for character in written)), 1.0
    total, below, section, number = 0.0, 0.0, 0.0, 0.0
    step, last_unit, is_open = 1.0, 1.0, False
    for part in _PART.findall(written):
        if part in _SMALL:
            unit = _SMALL[part]
            section += (number if is_open else 1.0) * unit
            number, is_open, last_unit = 0.0, False, unit
            # 二十 is as exact as 20; 二百 may be about 200.
            step = step * unit if step < 1 else unit if unit > _SMALL["十"] else 1.0
        elif part in _LARGE:
            unit = _large(part, language)
            if part == "万":
                below += (section + number or 1.0) * unit
            else:  # 一萬二千億 are 12,000 times 億
                total, below = total + (below + section + number or 1.0) * unit, 0.0
            section = 0.0
            number, is_open, last_unit = 0.0, False, unit
            step *= unit
        elif part[0] == "点":
            decimals = "".join(str(_DIGITS[one]) for one in part[1:])
            number, step = number + float(f"0.{decimals}"), 10.0 ** -len(decimals)
        elif part in _DIGITS:
            number, is_open = float(_DIGITS[part]), True
            step = 1.0
            if not number:
                last_unit = 1.0  # 一萬零五 is 10,005: the zero takes the elision away
        else:
            number, is_open = float(part.replace(",", "")), True
            step = 10.0 ** -len(part.partition(".")[2])
    if is_open and last_unit > 10 and _ELIDED.search(written):
        number, step = number * last_unit / 10, last_unit / 10
    return total + below + section + number, step


def _large(character: str, language: str) -> float:
    # 兆 is 10^12 in Taiwan and 10^6 on the mainland, where it measures only bytes and hertz.
    if character == "兆" and language == "zh-Hans":
        return _MEGA
    return _LARGE[character]
