"""Years that a number is compared with, years that several numbers share, years told by others."""

from __future__ import annotations

import pytest

from claims.quantities import find_quantities
from claims.quantities.dates import without_years, years_written
from claims.values import Kind, Verdict
from claims.years_told import is_only_compared
from tests.claims.makers import a_page, an_html_page, judged

SUPPORTED, PARTIAL, CONTRADICTED = Verdict.SUPPORTED, Verdict.PARTIAL, Verdict.CONTRADICTED
LANDED = "Landings at Orvik came to 2.6 million tonnes, down from 3.8 million in 2023."
CORRA = (
    "Since the club at Corra did not admit women before 1908, she moved to Melby in 1907, where she"
    " began to row that autumn."
)
QUAYS = "At the end of December 2024 the port had 1,402 berths, 53% more than the year before."


@pytest.mark.parametrize(
    ("claim", "page", "verdict"),
    [
        ("Landings fell to 2.6 million tonnes, from 3.8 million in 2023.", LANDED, SUPPORTED),
        ("Landings fell from 3.8 million tonnes in 2023 to 2.6 million.", LANDED, SUPPORTED),
        ("Landings at Orvik came to 2.6 million tonnes in 2023.", LANDED, CONTRADICTED),
        # "The year before" is before the day that the sentence names, not before the page's own.
        ("At the end of 2024 the port had 1,402 berths.", QUAYS, SUPPORTED),
        (
            "In 2023 18% of trips were made by boat; ten years earlier it was 11%.",
            "18% of all trips were made by boat in 2023, up from 11% in 2013.",
            SUPPORTED,
        ),
        # What is more than in 2023 may be of 2024.
        (
            "Orvik spent 54.2 million crowns on its lighthouses in 2024.",
            "Spending of Orvik on lighthouses came to 54.2 million crowns, 36% more than in 2023.",
            SUPPORTED,
        ),
        (
            "Orvik spent 54.2 million crowns on its lighthouses in 2021.",
            "Spending of Orvik on lighthouses came to 54.2 million crowns, 36% more than in 2023.",
            PARTIAL,
        ),
        # What several years make together is of none of them.
        (
            "The coast is expected to gain 187 new berths in 2025.",
            "We expect the coast to gain 187 new berths over 2025-2030, some 31 a year.",
            CONTRADICTED,
        ),
        (
            "The coast is expected to gain 187 new berths from 2025 to 2030.",
            "We expect the coast to gain 187 new berths over 2025-2030, some 31 a year.",
            SUPPORTED,
        ),
        # By its end it is so much all the same.
        (
            "The coast will have gained 187 new berths by 2030.",
            "We expect the coast to gain 187 new berths over 2025-2030, some 31 a year.",
            SUPPORTED,
        ),
        # So many years before one that the sentence names.
        (
            "In 2023 18% of trips were made by boat, up from 11% five years earlier.",
            "18% of all trips were made by boat in 2023, up from 11% in 2013.",
            CONTRADICTED,
        ),
        (
            "18% of all trips were made by boat in 2023, up from 11% in 2013.",
            "Of all trips 18% were made by boat in 2023, up from 11% ten years earlier.",
            SUPPORTED,
        ),
        # A change since another year is another change.
        (
            "There were 11 million more landings than in 2022.",
            "In 2022 there were 249 million landings, an increase of 5 million compared with 2021.",
            Verdict.NOT_FOUND,
        ),
        # A day is that of whom its part of the sentence names.
        (
            "Norland was declared free of the fever in January 2024.",
            "Norland was declared free of the fever in October 2024, Westmark in January 2024.",
            CONTRADICTED,
        ),
        (
            "Westmark was declared free of the fever in January 2024.",
            "Norland was declared free of the fever in October 2024, Westmark in January 2024.",
            SUPPORTED,
        ),
        # Another clause of the claim names who has the other day.
        (
            "She began to row in 1907, before the club at Corra admitted women.",
            CORRA,
            SUPPORTED,
        ),
    ],
)  # fmt: skip
def test_each_number_has_its_own_year(claim: str, page: str, verdict: Verdict) -> None:
    assert judged(claim, a_page(page, published="2025-02-03")).verdict is verdict


@pytest.mark.parametrize(
    ("text", "is_compared"),
    [
        ("12% more than in 2023", True),
        ("0.3 hours less than in the previous survey in 2023", True),
        ("較2023年增加12%", True),
        ("比2023年的362艘增加12%", False),
        ("12% in 2023", False),
    ],
)
def test_a_year_that_is_only_compared_with(text: str, is_compared: bool) -> None:  # noqa: FBT001
    quantities = find_quantities(text, "zh-Hant" if "年" in text else "en")
    (year,) = (one for one in quantities if one.kind is Kind.YEAR)
    assert is_only_compared(year, quantities, text) is is_compared


@pytest.mark.parametrize(
    ("text", "years", "rest"),
    [
        ("113年占比(%)", ["2024"], "占比(%)"),
        ("民國 98年", ["2009"], "年"),
        ("2024年的113艘", ["2024"], "年的113艘"),
        ("已有110年歷史", [], "已有110年歷史"),
        ("航行113年來", [], "航行113年來"),
    ],
)
def test_years_of_taiwan(text: str, years: list[str], rest: str) -> None:
    assert years_written(text, "zh-Hant") == years
    assert without_years(text, "zh-Hant").replace(" ", "").replace("年占", "占") == rest


def test_years_of_taiwan_are_no_years_elsewhere() -> None:
    assert years_written("113年", "zh-Hans") == []


TABLE = """<html><body><article><h1>Ferries of the six islands</h1>
<p>Traffic grew on all of the islands. It is to reach 40.2 billion passenger miles one day.</p>
<table><tr><th>Island</th><th>Passengers 2024 (m)</th><th>Growth on 2023 (%)</th></tr>
<tr><td>Orvik</td><td>7.2</td><td>14.3</td></tr><tr><td>Sellby</td><td>15.9</td><td>1.4</td></tr>
<tr><td>Melby</td><td>1.9</td><td>9.5</td></tr></table></article></body></html>"""


@pytest.mark.parametrize(
    ("claim", "is_said"),
    [
        ("Orvik was the fastest-growing of the islands, with traffic up 14.3 per cent.", True),
        ("Traffic on Sellby grew by 1.4 per cent in 2024.", True),
        ("Traffic on Sellby grew by 9.5 per cent in 2024.", False),
    ],
)
def test_a_column_says_what_it_is_compared_with(
    claim: str,
    is_said: bool,  # noqa: FBT001
) -> None:
    """And a sentence above a table scales none of its columns."""
    assert (judged(claim, an_html_page(TABLE)).verdict is SUPPORTED) is is_said
