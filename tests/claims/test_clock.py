"""Times without a year: what is read as one, and what another one does to a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.clock import ToldTime, hours_in, months_in, parts_of_years_in, seasons_in
from claims.languages import language_of
from claims.values import Verdict
from tests.claims.makers import a_page, judged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

SUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("It opens at 9:30 am.", {"9:30 am": 570}),
        ("It opens from 9 a.m. to 5 p.m. daily.", {"9 a.m.": 540, "5 p.m.": 1020}),
        ("It closes at 9.30PM sharp.", {"9.30PM": 1290}),
        ("Between 12 am and 12 pm.", {"12 am": 0, "12 pm": 720}),
        (
            "At 12:00, 09:15, 17:05 or 24:00.",
            {"12:00": 720, "09:15": 555, "17:05": 1025, "24:00": 0},
        ),
        ("At 0:30, 12:15 or 13:00.", {"0:30": 30, "12:15": 735, "13:00": 780}),
        ("At noon, midday or Midnight.", {"noon": 720, "midday": 720, "Midnight": 0}),
        ("The record is 1:30:15, and $9:30 is no price.", {}),
        ("Rates of 10.30% and 10.30 % pass.", {}),
        ("The ratio of 3:2, the 25:10 and the 9:60.", {}),
        ("Afternoon and 10 ammunition boxes.", {}),
    ],
)
def test_hours_in_english(text: str, minutes: dict[str, int]) -> None:
    assert read(hours_in, text, "en") == minutes
    assert not any(one.is_open for one in hours_in(text, "en"))


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("上午9點30分至下午5時", {"上午9點30分": 570, "下午5時": 1020}),
        ("早上八点半開門", {"早上八点半": 510}),
        ("晚上十一時關門", {"晚上十一時": 1380}),
        ("中午十二點", {"中午十二點": 720}),
        ("下午12時", {"下午12時": 720}),
        ("晚上12點", {"晚上12點": 0}),
        ("凌晨十二点", {"凌晨十二点": 0}),
        ("凌晨2時", {"凌晨2時": 120}),
        ("傍晚6時半", {"傍晚6時半": 1110}),
        ("十二点二十分", {"十二点二十分": 740}),
        ("13：45開車", {"13：45": 825}),
        ("21時", {"21時": 1260}),
        ("三小時、5時間、兩點間、5時候、3點光", {}),
        ("比數3:2，成績1:30:15", {}),
    ],
)
def test_hours_in_chinese(text: str, minutes: dict[str, int]) -> None:
    assert read(hours_in, text, "zh-Hant") == minutes
    assert not any(one.is_open for one in hours_in(text, "zh-Hant"))


@pytest.mark.parametrize(
    ("text", "language"),
    [("at 9:15", "en"), ("at 1:00", "en"), ("9:15", "zh-Hant"), ("八點", "zh-Hant")],
)
def test_an_hour_below_noon_may_be_of_either_half_day(text: str, language: str) -> None:
    (told,) = hours_in(text, language)
    assert told.is_open


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("9:15", "9:15 am", True),
        ("9:15", "9:15 pm", True),
        ("9:15", "21:15", True),
        ("9:15 am", "21:15", False),
        ("9:15 am", "09:15", True),
        ("9:15", "9:16 am", False),
        ("24:00", "midnight", True),
        ("midnight", "noon", False),
    ],
)
def test_when_two_times_may_be_the_same(one: str, other: str, *, expected: bool) -> None:
    (first,), (second,) = hours_in(one, "en"), hours_in(other, "en")
    assert first.agrees(second) is second.agrees(first) is expected


@pytest.mark.parametrize(
    ("text", "language", "months"),
    [
        ("In May and in March it rose.", "en", {"May": 5, "March": 3}),
        ("September 2023, 5 July", "en", {"September": 9, "July": 7}),
        ("It may march on May Day, says March North.", "en", {}),
        ("Im Mai", "de", {}),
        ("一月至十二月", "zh-Hant", {"一月": 1, "十二月": 12}),
        ("3月、11月、十月底", "zh-Hant", {"3月": 3, "11月": 11, "十月": 10}),
        ("13月、21月、二十月、0月", "zh-Hant", {}),
    ],
)
def test_months(text: str, language: str, months: dict[str, int]) -> None:
    assert read(months_in, text, language) == months


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("In the first quarter of the year", "en", {"first quarter": 1}),
        (
            "Second half, third-quarter, 4th Quarter",
            "en",
            {"Second half": 12, "third-quarter": 3, "4th Quarter": 4},
        ),
        ("Q3 and q1, but not Q5 or Q12", "en", {"Q3": 3, "q1": 1}),
        ("The 1st half and the 2nd quarter", "en", {"1st half": 11, "2nd quarter": 2}),
        ("The first half of the match, the second half of the century, a fourth half", "en", {}),
        (
            "第一季度、第3季、上半年、下半年",
            "zh-Hant",
            {"第一季度": 1, "第3季": 3, "上半年": 11, "下半年": 12},
        ),
        ("前半年、第五季", "zh-Hant", {}),
        ("Q1", "de", {}),
    ],
)
def test_quarters_and_halves(text: str, language: str, parts: dict[str, int]) -> None:
    assert read(parts_of_years_in, text, language) == parts


@pytest.mark.parametrize(
    ("text", "language", "seasons"),
    [
        (
            "In spring, Summer, autumn and winter",
            "en",
            {"spring": 0, "Summer": 1, "autumn": 2, "winter": 3},
        ),
        ("Prices fell last fall and fall this fall", "en", {"last fall": 2, "this fall": 2}),
        ("A spring of water and the offspring", "en", {}),
        (
            "春天、夏季、秋天、冬季、今春",
            "zh-Hant",
            {"春天": 0, "夏季": 1, "秋天": 2, "冬季": 3, "今春": 0},
        ),
        ("春節在長春，千秋大業", "zh-Hant", {}),
        ("winter", "de", {}),
    ],
)
def test_seasons(text: str, language: str, seasons: dict[str, int]) -> None:
    assert read(seasons_in, text, language) == seasons


MUSEUM = "The museum opens at 9:30 am and closes at 5 pm."
MUSEUM_ZH = "博物館上午9時30分開門，下午5時關門。"
HARVEST = "The harvest of the valley begins in May and ends before the rain."
QUARTER = "The harbour moved 410 containers in the third quarter."
HALF = "The harbour moved 410 containers in the first half."
QUARTER_ZH = "港口第三季裝卸410個貨櫃。"


@pytest.mark.parametrize(
    ("page", "claim", "reason"),
    [
        (MUSEUM, "The museum opens at 10:30 am.", "the source says 9:30 am, not 10:30 am"),
        (MUSEUM, "The museum opens at 21:30.", "the source says 9:30 am, not 21:30"),
        (MUSEUM, "The museum opens at 5 pm.", "the source says 9:30 am, not 5 pm"),
        (MUSEUM, "The museum closes at 9:30 am.", "the source says 5 pm, not 9:30 am"),
        (MUSEUM_ZH, "博物館上午10時開門。", "the source says 上午9時30分, not 上午10時"),
        (MUSEUM_ZH, "博物館下午5時開門。", "the source says 上午9時30分, not 下午5時"),
        (HARVEST, "The harvest of the valley begins in June.", "the source says May, not June"),
        ("山谷的採收在三月開始。", "山谷的採收在四月開始。", "the source says 三月, not 四月"),
        (
            "The harvest of the valley begins in spring.",
            "The harvest of the valley begins in autumn.",
            "the source says spring, not autumn",
        ),
        (
            QUARTER,
            "The harbour moved 410 containers in the fourth quarter.",
            "the source says third quarter, not fourth quarter",
        ),
        (QUARTER_ZH, "港口第四季裝卸410個貨櫃。", "the source says 第三季, not 第四季"),
    ],
)
def test_another_time_contradicts(page: str, claim: str, reason: str) -> None:
    judgement = judged(claim, page, language=language_of(page))
    assert (judgement.verdict, judgement.reason) == (CONTRADICTED, reason)
    assert [one.quote for one in judgement.evidence] == [page]


@pytest.mark.parametrize(
    ("page", "claim"),
    [
        (MUSEUM, "The museum opens at 9:30 am."),
        (MUSEUM, "The museum opens at 9:30."),
        (MUSEUM, "The museum closes at 5 pm."),
        (MUSEUM_ZH, "博物館17:00關門。"),
        (MUSEUM_ZH, "博物館上午9時半開門。"),
        (HARVEST, "The harvest of the valley begins in May."),
        ("山谷的採收在三月開始。", "山谷的採收在3月開始。"),
        (QUARTER, "The harbour moved 410 containers in Q3."),
        (QUARTER_ZH, "港口第三季度裝卸410個貨櫃。"),
    ],
)
def test_the_same_time_bears_out(page: str, claim: str) -> None:
    judgement = judged(claim, page, language=language_of(page))
    assert judgement.verdict is SUPPORTED, judgement.reason


@pytest.mark.parametrize(
    ("page", "claim"),
    [
        # Of a half another passage may give the quarters.
        (QUARTER, "The harbour moved 410 containers in the second half."),
        (HALF, "The harbour moved 410 containers in the second quarter."),
        (QUARTER_ZH, "港口下半年裝卸410個貨櫃。"),
        # A month with its day or year is a date, and compared as one.
        (HARVEST, "The harvest of the valley begins on 5 June."),
        (HARVEST, "The harvest of the valley begins in June 2023."),
    ],
)
def test_a_time_of_another_kind_is_only_not_borne_out(page: str, claim: str) -> None:
    judgement = judged(claim, page, language=language_of(page))
    assert judgement.verdict is Verdict.PARTIAL, judgement.reason


def test_the_title_may_say_which_quarter_a_page_is_of() -> None:
    page = "The harbour moved 410 containers in all, after a weak third quarter."
    claim = "The harbour moved 410 containers in the fourth quarter."
    assert judged(claim, page).verdict is CONTRADICTED
    titled = judged(claim, a_page(page, title="The fourth quarter at the harbour"))
    assert titled.verdict is not CONTRADICTED


def read(
    reader: Callable[[str, str], Iterable[ToldTime]], text: str, language: str
) -> dict[str, int]:
    """Each time as written, and its number; hours within a day."""
    return {text[one.start : one.end]: one.value % 1440 for one in reader(text, language)}
