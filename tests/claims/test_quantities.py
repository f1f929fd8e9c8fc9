"""Quantities: tables of texts and what they say, English and Chinese."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.quantities import find_quantities
from claims.values import Kind

Row = tuple[str, float, float, str, float | None]


def read(text: str, language: str) -> list[Row]:
    return [
        (q.kind.value, round(q.low, 6), round(q.high, 6), q.comparator.value, q.denominator)
        for q in find_quantities(text, language)
    ]


def one(kind: str, value: float, comparator: str = "=", of: float | None = None) -> list[Row]:
    return [(kind, value, value, comparator, of)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("54% of all sales", one("percent", 54)),
        ("more than 50 percent of sales", one("percent", 50, ">")),
        ("nearly 9.5 per cent", one("percent", 9.5, "~")),
        ("up 3 percentage points", one("percent", 3)),
        ("30% to 43% of firms", [("percent", 30, 43, "=", None)]),
        ("fell by 5% to 26 units", [*one("percent", 5), *one("count", 26)]),
        ("from 30% to 43% of firms", [*one("percent", 30), *one("percent", 43)]),
        ("37 of 44 technologies", one("ratio", 37, "=", 44)),
        ("37 out of the 44 technologies", one("ratio", 37, "=", 44)),
        ("seven out of every ten robots", one("ratio", 7, "=", 10)),
        ("two-thirds of voters", one("ratio", 2, "=", 3)),
        ("at least half of the towns", one("ratio", 1, ">=", 2)),
        ("4,281,585 robots", one("count", 4281585)),
        ("4.28 million robots", one("count", 4.28e6)),
        ("two dozen people", one("count", 24)),
        ("a hundred and five houses", one("count", 105)),
        ("half a million users", one("count", 5e5)),
        ("twenty-one states", one("count", 21)),
        ("some 300 ships", one("count", 300, "~")),
        ("500 or more ships", one("count", 500, ">=")),
        ("$2.4 billion in sales", one("money", 2.4e9)),
        ("€3bn", one("money", 3e9)),
        ("US$16.5 billion", one("money", 16.5e9)),
        ("300 yuan", one("money", 300)),
        ("five times as many", one("multiple", 5)),
        ("in 2024", one("year", 2024)),
        ("from 2003 to 2007", [("year", 2003, 2007, "=", None)]),
        ("in the 1990s", [("year", 1990, 1999, "=", None)]),
        ("around 500 BCE", one("year", -500)),
        ("between 3,800-3,700 BC.", [("year", -3800, -3700, "=", None)]),
        ("63 B.C. to AD 14", [*one("year", -63), *one("year", 14)]),
        ("on 28 August 2024", one("date", 20240828)),
        ("August 28, 2024", one("date", 20240828)),
        ("2024-08-28", one("date", 20240828)),
        ("in August 2024", [("date", 20240801, 20240831, "=", None)]),
        ("within 3 years", one("duration", 3)),
        ("1,000 km/h", one("physical", 1000)),
        ("the third-largest market", one("rank", 3)),
        ("ranked 5th", one("rank", 5)),
    ],
)
def test_english(text: str, expected: list[Row]) -> None:
    assert read(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("佔全球逾50%", one("percent", 50, ">")),
        ("百分之三十二", one("percent", 32)),
        ("近九成受訪者", one("percent", 90, "~")),
        ("提高3個百分點", one("percent", 3)),
        ("44項關鍵技術中，有37項領先", one("ratio", 37, "=", 44)),
        ("三分之二的席位", one("ratio", 2, "=", 3)),
        ("過半數選民", one("ratio", 1, ">", 2)),
        ("安裝了64,500台機械人", one("count", 64500)),
        ("產能達1,000萬輛", one("count", 1e7)),
        ("一萬五千人", one("count", 15000)),
        ("三億二千萬噸", one("physical", 3.2e8)),
        ("兩千三百多家企業", one("count", 2300, ">")),
        ("超過150萬項申請", one("count", 1.5e6, ">")),
        ("30多人", one("count", 30, ">")),
        ("至少12個城市", one("count", 12, ">=")),
        ("約2萬億美元", one("money", 2e12, "~")),
        ("3.2萬億元", one("money", 3.2e12)),
        ("音速5倍", one("multiple", 5)),
        ("翻了一番", one("multiple", 2)),
        ("2024年", one("year", 2024)),
        ("民國113年", one("year", 2024)),
        ("西元前221年", one("year", -221)),
        ("公元前500年至300年", [("year", -500, -300, "=", None)]),
        ("上世紀八十年代", [("year", 1980, 1989, "=", None)]),
        ("2024年8月28日", one("date", 20240828)),
        ("三個月", one("duration", 3)),
        ("時速達1,000公里", one("physical", 1000)),
        ("排名第三", one("rank", 3)),
    ],
)
def test_chinese(text: str, expected: list[Row]) -> None:
    assert read(text, "zh-Hant") == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the F-35 and the A320 use 5G", "en"),
        ("as COVID-19 spread [1], see Table 2 and Figure 3.1", "en"),
        ("at 10:30, version 2.1.3 of https://a.example/2024/37-of-44", "en"),
        ("one of the reasons", "en"),
        ("the song “Two Hearts” and the film 'Seven Years'", "en"),
        ("per 10,000 employees", "en"),
        ("一帶一路與二戰後的三星", "zh-Hant"),
        ("十分統一的四川百度", "zh-Hant"),
        ("宇樹Go2與5G/6G", "zh-Hant"),
        ("每萬名員工", "zh-Hant"),
    ],
)
def test_what_looks_like_a_number_and_counts_nothing(text: str, language: str) -> None:
    assert read(text, language) == []


ALPHABET = st.sampled_from("0123456789,.-% $€of in to and年月日萬億兆一二十百千分之成倍多約近 a")


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans"])
@given(text=st.text(alphabet=ALPHABET, max_size=60))
def test_a_quantity_slices_back_to_its_text(language: str, text: str) -> None:
    for quantity in find_quantities(text, language):
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.low <= quantity.high or quantity.kind is Kind.DATE
        assert quantity.step > 0


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("總產量為1萬8,600公噸", 18600, "tonne"),
        ("營收12億6,000萬元", 1.26e9, "CNY"),
        ("補助2億4,000萬元", 2.4e8, "CNY"),
        ("占兩成三", 23, "%"),
        ("共1萬5元", 15000, "CNY"),
        ("128萬人次", 1.28e6, "人次"),
    ],
)
def test_digits_between_chinese_magnitudes(text: str, value: float, unit: str) -> None:
    (quantity,) = find_quantities(text, "zh-Hant")
    assert quantity.low == pytest.approx(value)
    assert quantity.unit == unit


def test_out_of_every_ten_in_chinese() -> None:
    (quantity,) = find_quantities("每十戶農家就有七戶", "zh-Hant")
    assert (quantity.low, quantity.denominator) == (7, 10)


@pytest.mark.parametrize("text", ["周五大地震", "星期三開會", "禮拜六一起"])
def test_days_of_the_week_are_no_numbers(text: str) -> None:
    assert find_quantities(text, "zh-Hant") == ()


def _told(text: str, language: str) -> list[tuple[str, float, str, str]]:
    return [
        (one.kind.value, one.low, one.unit, one.comparator.value)
        for one in find_quantities(text, language)
    ]


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        # What is added up to is no bound, and of a year nothing is counted.
        ("It all adds up to 89% of supply.", "en", [("percent", 89.0, "%", "=")]),
        ("It can carry up to 40 people.", "en", [("count", 40.0, "people", "<=")]),
        ("In week 24 of 2024 it rained.", "en", [("count", 24.0, ""), ("year", 2024.0, "year")]),
        ("It rained on 12 of 2000 roofs.", "en", [("ratio", 12.0)]),
        # Taiwan's school and budget years.
        ("113學年度有2,932名學生", "zh-Hant", [("year", 2024.0), ("count", 2932.0)]),
        ("110會計年度", "zh-Hant", [("year", 2021.0, "year")]),
        # 度 of power, and of heat.
        ("每月用電310度", "zh-Hant", [("physical", 310.0, "kWh")]),
        ("今年發電46億度", "zh-Hant", [("physical", 4.6e9, "kWh")]),
        ("氣溫達36度", "zh-Hant", [("physical", 36.0, "degree")]),
        # What is less than that of last year is no whole of what follows.
        (
            "比去年的1,655人少，其中702人",
            "zh-Hant",
            [("count", 1655.0), ("count", 702.0)],
        ),
    ],
)
def test_what_words_beside_it_make_of_a_number(
    text: str, language: str, told: list[tuple[str | float, ...]]
) -> None:
    found = [one for one in _told(text, language) if one[0] != "rank"]
    assert [one[: len(wanted)] for one, wanted in zip(found, told, strict=True)] == told
