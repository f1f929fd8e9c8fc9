"""Years and days: those a sentence tells by another, and the same day in any year."""

from __future__ import annotations

import pytest

from claims.quantities import find_quantities
from claims.quantities.times import relative_years, same_day, tells_no_year
from claims.values import Kind, Verdict
from tests.claims.makers import judged
from tests.claims.test_compare import quantity


@pytest.mark.parametrize(
    ("text", "year", "published", "expected"),
    [
        ("Loans rose to 12 in 2023 from 9 the year before.", "2020", "2024", [2022]),
        ("Loans rose to 12 from 9 a year earlier.", "2020", "2024", [2019]),
        ("Loans rose to 12 from 9 in the previous year.", "", "2024", []),
        ("Loans rose last year.", "2020", "2024", [2023]),
        ("Loans rose last year.", "2020", "", []),
        ("From 2018 to 2023, and then the year before.", "2020", "2024", [2019]),
        ("Compared with the year before, loans rose in 2023.", "2020", "2024", [2019]),
        ("2023年為12萬，前一年為9萬。", "2020", "2024", [2022]),
        ("去年為12萬。", "2020", "2024", [2023]),
        ("上年同期為12萬。", "2020", "2024", [2019]),
    ],
)
def test_years_told_by_another(text: str, year: str, published: str, expected: list[int]) -> None:
    language = "zh-Hant" if any(character > "\u3000" for character in text) else "en"
    named = [one for one in find_quantities(text, language) if one.kind is Kind.YEAR]
    told = relative_years(text, named, year, published)
    assert [one.low for one in told] == [one.high for one in told] == expected
    assert all(one.kind is Kind.YEAR and one.unit == "year" for one in told)
    assert all(text[one.start : one.end] == one.text for one in told)


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        ("28 August 2024", "28 August 2023", True),
        ("28 August 2024", "29 August 2024", False),
        ("28 August", "28 August 2023", True),
        ("in August 2024", "28 August 2023", True),
        ("28 August 2024", "in August 2024", False),
        ("in 2024", "in 2024", False),
    ],
)
def test_the_same_day_whatever_the_year(claim: str, source: str, expected: bool) -> None:  # noqa: FBT001
    assert same_day(quantity(claim), quantity(source)) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("28 August", True), ("28 August 2024", False), ("in 2024", False)]
)
def test_a_day_may_tell_no_year(text: str, expected: bool) -> None:  # noqa: FBT001
    assert tells_no_year(quantity(text)) is expected


MONTHS_ALONE = (
    "In August of 1865 Ada Wells moved to Corra. By December she had finished her book on the"
    " lighthouse keepers. It was reprinted in December 1911."
)


@pytest.mark.parametrize(
    ("month", "verdict"),
    [
        ("December 1865", Verdict.SUPPORTED),
        ("December 1866", Verdict.PARTIAL),
        ("November 1865", Verdict.PARTIAL),
    ],
)
def test_a_month_alone_is_of_the_year_told_before_it(month: str, verdict: Verdict) -> None:
    claim = f"Ada Wells finished her book on the lighthouse keepers in {month}."
    assert judged(claim, MONTHS_ALONE).verdict is verdict
