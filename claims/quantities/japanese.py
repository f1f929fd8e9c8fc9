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
_COUNTED = "人|校|社|世帯|軒|国"
_NUMBER = r"(?<![\d,.])[\d,.]{1,20}|(?<![一二三四五六七八九十百])[一二三四五六七八九十百]{1,20}"


@cache
def translator() -> Translator:
    """The reader of quantities in Japanese."""
    return Translator(
        Rules(
            phrases={
                "億": "亿", "約": "约", "氷点下": "零下", "円": "日元", "ドル": "美元",
                "香港ドル": "港元", "豪ドル": "澳元", "人民元": "元人民币",
                "ユーロ": "欧元", "ポンド": "英镑", "パーセント": "%", "ポイント": "个百分点",
                "キロメートル": "公里", "キロ": "公里", "メートル": "米", "トン": "吨",
                "ヘクタール": "公顷", "センチメートル": "厘米", "センチ": "厘米",
                "ミリメートル": "毫米", "ミリ": "毫米", "ナノメートル": "纳米",
                "キログラム": "公斤", "グラム": "克", "リットル": "升", "バレル": "桶",
                "メガワット": "兆瓦", "ギガワット": "吉瓦", "キロワット": "千瓦",
                "キロワット時": "千瓦时", "メガワット時": "兆瓦时", "ギガワット時": "吉瓦时",
                "テラワット時": "太瓦时", "ヘルツ": "Hz", "マイル": "英里", "フィート": "英尺",
                "インチ": "英寸", "エーカー": "英亩", "半世紀": "半个世纪",
                "マイクロメートル": "微米", "ミクロン": "微米", "ミリグラム": "毫克",
                "ルーブル": "卢布", "ルピー": "卢比", "スイスフラン": "瑞士法郎", "ウォン": "韩元",
                "時間": "小时", "分間": "分钟", "歳": "岁",
                "項目": "项", "校": "所", "社": "家", "店舗": "家", "軒": "家", "冊": "册",
                "回": "次", "世帯": "户", "か月": "个月", "ヶ月": "个月",
                "カ月": "个月", "週間": "周", "日間": "天", "年間": "年间", "割": "成",
                "およそ": "约", "ほぼ": "约", "最大": "最多", "少なくとも": "至少",
                "を超える": "多", "を超えた": "多", "を上回る": "多", "を上回った": "多",
                "未満": "未满", "のうち": "中",
                "か国": "个国家", "カ国": "个国家", "か所": "处", "カ所": "处", "名": "人",
                "半数": "一半", "過半数": "过半", "倍増": "翻番", "半減": "减半",
            },
            patterns=(
                (rf"(?:{'|'.join(_ERAS)})(?:\d{{1,2}}|元)年", _era_year),
                (rf"(?:{_NUMBER})割(?:{_NUMBER})分", _tenths_and_hundredths),
                (rf"(?:{_NUMBER})割[弱強]", _about_tenths),
                (rf"(?:{_NUMBER})分の(?:{_NUMBER})", lambda one: one.group().replace("の", "之")),
                (rf"(?:{_NUMBER})(?:{_COUNTED})に(?:{_NUMBER})(?={_COUNTED})", _of),
                (r"1日に(?=\d)", lambda _: "每天"),
                (r"[一二三四五六七八九]つ(?=の)", lambda one: f"{one.group()[0]}个"),
                (rf"(?:{_NUMBER})番目", lambda one: f"第{one.group()[:-2]}位"),
                (rf"(?:{_NUMBER})[万億]?人(?:当たり|あたり)", lambda one: f"每{one.group()}"),
                (r"(?<=[\d%％])[〜～](?=\d)", lambda _: "-"),
                (r"(?<=[人円台件社校個年%％トンロル])超(?![^\Wの、。に])", lambda _: "多"),
                (r"\d{1,2}時(?!間)(?:\d{1,2}分|半)?", lambda _: "、"),
                (r"(?<![\d.,])\d[\d,.]{0,9}(?:ベーシスポイント|bp)", _basis_points),
                (r"半数以上", lambda _: "至少一半"),
                (r"の(?=[\d一二三四五六七八九])", lambda _: "的"),
            ),
            has_spaces=False,
        ),
        # 兆 is 10^12, as in Taiwan.
        lambda text: find_chinese(text, "zh-Hant"),
    )  # fmt: skip


def _era_year(match: re.Match[str]) -> str:
    written = match.group()
    count = written[2:-1]
    return f"{_ERAS[written[:2]] + (1 if count == '元' else int(count))}年"


def _basis_points(match: re.Match[str]) -> str:
    points = float(match.group().rstrip("ベーシスポイントbp").replace(",", ""))
    return f"{points / 100:g}个百分点"


def _tenths_and_hundredths(match: re.Match[str]) -> str:
    tenths, hundredths = match.group().rstrip("分").split("割")
    digits = "〇一二三四五六七八九"
    values = [int(one) if one.isdigit() else digits.find(one) for one in (tenths, hundredths)]
    return f"{values[0] * 10 + values[1]}%"


def _of(match: re.Match[str]) -> str:
    """Seven out of every ten: "10人に7人"."""
    written = match.group()
    total, part = written.split("に")
    return (
        f"每{total[:-1]}人有{part}"
        if total[-1] == "人"
        else f"每{total.rstrip('校社世帯軒国')}家有{part}"
    )


def _about_tenths(match: re.Match[str]) -> str:
    written = match.group()
    before = "不到" if written.endswith("弱") else "超过"
    return f"{before}{written[:-2]}成"
