"""Japanese number words, for the Chinese grammar, with which it shares most numerals."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claims.quantities.chinese import find_chinese
from claims.quantities.translation import Rules, Translator

if TYPE_CHECKING:
    import re

# The first year of an era is its founder's plus one.
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_NUMBER = r"[\d,.]+|[一二三四五六七八九十百]+"


@cache
def translator() -> Translator:
    """The reader of quantities in Japanese."""
    return Translator(
        Rules(
            phrases={
                "億": "亿", "兆": "万亿", "約": "约", "円": "日元", "ドル": "美元",
                "ユーロ": "欧元", "ポンド": "英镑", "パーセント": "%", "ポイント": "个百分点",
                "キロメートル": "公里", "キロ": "公里", "メートル": "米", "トン": "吨",
                "ヘクタール": "公顷", "時間": "小时", "か月": "个月", "ヶ月": "个月",
                "カ月": "个月", "週間": "周", "日間": "天", "年間": "年间", "割": "成",
                "およそ": "约", "ほぼ": "约", "最大": "最多", "少なくとも": "至少", "超": "以上",
                "を超える": "以上", "を上回る": "以上", "未満": "以下", "番目": "位",
                "か国": "个国家", "カ国": "个国家", "か所": "处", "カ所": "处", "名": "人",
                "半数": "一半", "過半数": "过半", "倍増": "翻番", "半減": "减半",
            },
            patterns=(
                (rf"(?:{'|'.join(_ERAS)})(?:\d{{1,2}}|元)年", _era_year),
                (rf"(?:{_NUMBER})割(?:{_NUMBER})分", _tenths_and_hundredths),
                (rf"(?:{_NUMBER})割[弱強]", _about_tenths),
                (rf"(?:{_NUMBER})分の(?:{_NUMBER})", lambda one: one.group().replace("の", "之")),
                (r"半数以上", lambda _: "至少一半"),
                (r"の(?=[\d一二三四五六七八九])", lambda _: "的"),
            ),
            has_spaces=False,
        ),
        lambda text: find_chinese(text, "zh-Hans"),
    )  # fmt: skip


def _era_year(match: re.Match[str]) -> str:
    written = match.group()
    count = written[2:-1]
    return f"{_ERAS[written[:2]] + (1 if count == '元' else int(count))}年"


def _tenths_and_hundredths(match: re.Match[str]) -> str:
    tenths, hundredths = match.group().rstrip("分").split("割")
    digits = "〇一二三四五六七八九"
    values = [int(one) if one.isdigit() else digits.find(one) for one in (tenths, hundredths)]
    return f"{values[0] * 10 + values[1]}%"


def _about_tenths(match: re.Match[str]) -> str:
    written = match.group()
    before = "不到" if written.endswith("弱") else "超过"
    return f"{before}{written[:-2]}成"
