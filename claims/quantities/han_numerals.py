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

NUMERAL = (
    r"(?:(?:(?<![\d.])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\d.])\d+(?:\.\d+)?)"
    r"(?: (?=[万亿兆]))?[十百千万亿兆]*"
    r"(?:(?<=[千万亿兆])\d[\d,]*(?:\.\d+)?[千万亿]+)*"
    # 1萬8,600 ends in digits; 3萬2024年 does not.
    r"(?:(?<=[万亿兆])(?:\d,\d{3}|\d{1,4})(?![\d,.年月%％]))?|[零〇一二两三四五六七八九十百千]"
    r"[零〇一二两三四五六七八九十百千万亿兆]*)"
)
# 一萬五 and 1萬5 are 15,000.
_ELIDED = re.compile(r"[百千万亿兆][1-9一二三四五六七八九]$")
_PART = re.compile(r"\d[\d,]*(?:\.\d+)?|.")


def read_numeral(written: str, language: str) -> tuple[float, float]:
    """Value and written step of what `NUMERAL` matched, in simplified characters."""
    written = written.replace(" ", "")
    if len(written) > 1 and all(character in _DIGITS for character in written):
        return float("".join(str(_DIGITS[character]) for character in written)), 1.0
    total, section, number = 0.0, 0.0, 0.0
    step, last_unit, is_open = 1.0, 1.0, False
    for part in _PART.findall(written):
        if part in _SMALL:
            unit = _SMALL[part]
            section += (number if is_open else 1.0) * unit
            number, is_open, last_unit = 0.0, False, unit
            step = step * unit if step < 1 else unit
        elif part in _LARGE:
            unit = _large(part, language)
            if part == "万":
                total += (section + number) * unit
                section = 0.0
            else:
                total, section = (total + section + number) * unit, 0.0
            number, is_open, last_unit = 0.0, False, unit
            step *= unit
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
    return total + section + number, step


def _large(character: str, language: str) -> float:
    # 兆 is 10^12 in Taiwan and 10^6 on the mainland, where it measures only bytes and hertz.
    if character == "兆" and language == "zh-Hans":
        return _MEGA
    return _LARGE[character]
