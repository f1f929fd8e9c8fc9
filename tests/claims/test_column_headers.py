"""Headers of columns that name no two columns alike."""

from __future__ import annotations

import pytest

from claims.column_headers import (
    Grid,
    PlacedCell,
    is_over_all,
    span_of,
    stacked,
    told_apart,
    without_brackets,
)
from claims.values import Verdict
from tests.claims.makers import an_html_page, claims_of, judged


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (["Port", "Catch"], ["Port", "Catch"]),
        (
            ["Port", "Catch (t)", "Change", "Sales (m)", "Change"],
            ["Port", "Catch (t)", "Catch Change", "Sales (m)", "Sales Change"],
        ),
        # One that spans two columns stands beside itself.
        (["Port", "2023", "2023", "2024"], ["Port", "2023", "2023", "2024"]),
        (["Change", "Catch", "Change"], ["Change", "Catch", "Catch Change"]),
        # Two tables side by side are not told apart so.
        (
            ["Place", "Player", "Goals", "Player", "Goals"],
            ["Place", "Player", "Goals", "Player", "Goals"],
        ),
        ([], []),
    ],
)
def test_one_that_comes_again_has_the_one_before_in_front(
    headers: list[str], expected: list[str]
) -> None:
    assert told_apart(headers) == expected


@pytest.mark.parametrize(
    ("header", "bare"), [("Catch (t)", "Catch"), ("漁獲（噸）", "漁獲"), ("Catch", "Catch")]
)
def test_what_stands_in_brackets_is_left_out(header: str, bare: str) -> None:
    assert without_brackets(header) == bare


TABLE = """<html><body><article><h1>Trade of Sellby</h1>
<p>The table gives the exports and imports of the port and how they changed in a year.</p>
<table><tr><th>Partner</th><th>Exports (m)</th><th>Change</th><th>Imports (m)</th><th>Change</th>
</tr><tr><td>Norland</td><td>39</td><td>+27%</td><td>88</td><td>+12%</td></tr>
<tr><td>Westmark</td><td>51</td><td>-3%</td><td>60</td><td>+8%</td></tr></table>
</article></body></html>"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Exports to Norland grew by 27%.", Verdict.SUPPORTED),
        ("Imports from Norland grew by 12%.", Verdict.SUPPORTED),
        ("Exports to Norland grew by 12%.", Verdict.CONTRADICTED),
        ("Imports from Norland grew by 27%.", Verdict.CONTRADICTED),
    ],
)
def test_a_change_is_of_the_column_before_it(claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, an_html_page(TABLE))
    assert judgement.verdict is verdict, judgement.reason


def test_a_cell_that_spans_rows_stands_in_each_of_them() -> None:
    grid = Grid()
    assert grid.key_from_above == ""
    first = grid.placed([("Port", 1, 2), ("Season", 2, 1), ("Note", 1, 3)])
    assert first == [PlacedCell(0, 1, "Port"), PlacedCell(1, 2, "Season"), PlacedCell(3, 1, "Note")]
    assert grid.key_from_above == "Port"
    second = grid.placed([("2022", 1, 1), ("2023", 1, 1)])
    assert second == [
        PlacedCell(0, 1, "Port", is_own=False),
        PlacedCell(1, 1, "2022"),
        PlacedCell(2, 1, "2023"),
        PlacedCell(3, 1, "Note", is_own=False),
    ]
    third = grid.placed([("Melby", 1, 1), ("3", 1, 1), ("4", 1, 1)])
    assert [one.text for one in third] == ["Melby", "3", "4", "Note"]
    assert [one.text for one in grid.placed([("Orvik", 1, 1)])] == ["Orvik"]


def test_what_stands_over_a_column_is_part_of_its_header() -> None:
    grid = Grid()
    above = stacked([], grid.placed([("Port", 1, 2), ("Catch", 2, 1)]))
    assert above == ["Port", "Catch", "Catch"]
    rows = grid.placed([("2022", 1, 1), ("2023", 1, 1), ("Boats", 1, 1)])
    assert stacked(above, rows) == ["Port", "Catch 2022", "Catch 2023", "Boats"]


@pytest.mark.parametrize(
    ("cells", "headers", "is_over"),
    [
        ([("Catches by port", 3, 1)], ["", "", ""], True),
        ([("Catches by port", 3, 1)], [], True),
        ([("Catches by port", 2, 1)], ["", "", ""], False),
        ([("Port", 1, 1)], [], False),
        ([("Port", 1, 1), ("Catch", 2, 1)], [], False),
    ],
)
def test_a_heading_over_all_columns(
    cells: list[tuple[str, int, int]],
    headers: list[str],
    is_over: bool,  # noqa: FBT001
) -> None:
    assert is_over_all(Grid().placed(cells), headers) is is_over


@pytest.mark.parametrize(
    ("told", "span"),
    [(None, 1), ("", 1), ("3", 3), (" 2 ", 2), ("0", 1), ("-1", 1), ("many", 1), ("999", 100),
     ("9" * 5_000, 1), ("²", 1)],
)  # fmt: skip
def test_how_many_a_cell_spans(told: str | None, span: int) -> None:
    assert span_of(told) == span


SEASONS = """<html><body><article><h1>Cod by season</h1>
<p>Many boats go out for cod in the north, and the season ends in May.</p>
<table><tr><th colspan="4">Catches of cod (thousand tonnes)</th></tr>
<tr><th rowspan="2">Country</th><th colspan="3">Season</th></tr>
<tr><th>2021/22</th><th>2022/23</th><th>2023/24</th></tr>
<tr><td>Norland</td><td>365</td><td>454</td><td>430</td></tr>
<tr><th colspan="4">South</th></tr>
<tr><td>Westmark</td><td>295</td><td>290</td><td>300</td></tr></table></article></body></html>"""
BY_YEAR = """<html><body><article><h1>Boats by country</h1>
<p>How many boats go out for cod, and how many nets they have, by country and year.</p>
<table><tr><th>Country</th><th>Year</th><th>Boats</th><th>Nets</th></tr>
<tr><td rowspan="2">Norland</td><td>2022</td><td>310</td><td>1,200</td></tr>
<tr><td>2023</td><td>345</td><td>1,430</td></tr>
<tr><td rowspan="2">Westmark</td><td>2022</td><td>120</td><td>610</td></tr>
<tr><td>2023</td><td>97</td><td>580</td></tr></table></article></body></html>"""


@pytest.mark.parametrize(
    ("page", "claim", "verdict"),
    [
        (SEASONS, "Norland caught 430 thousand tonnes of cod in 2023/24.", Verdict.SUPPORTED),
        (SEASONS, "Norland caught 454 thousand tonnes of cod in 2023/24.", Verdict.CONTRADICTED),
        (SEASONS, "Westmark caught 300 thousand tonnes of cod in 2023/24.", Verdict.SUPPORTED),
        (SEASONS, "Westmark caught 290 thousand tonnes of cod in 2023/24.", Verdict.CONTRADICTED),
        (BY_YEAR, "Norland had 345 boats in 2023.", Verdict.SUPPORTED),
        (BY_YEAR, "Norland had 97 boats in 2023.", Verdict.CONTRADICTED),
        (BY_YEAR, "Westmark had 580 nets in 2023.", Verdict.SUPPORTED),
    ],
)
def test_headers_and_keys_that_span_count_for_all_they_span(
    page: str, claim: str, verdict: Verdict
) -> None:
    assert judged(claim, an_html_page(page)).verdict is verdict


def test_the_same_in_documents() -> None:
    told = [claim.plain for claim in claims_of(SEASONS, "note.html")]
    assert "Norland: Season 2023/24 = 430" in told
    assert "Westmark: Season 2021/22 = 295" in told
    told = [claim.plain for claim in claims_of(BY_YEAR, "note.html")]
    assert "Westmark, 2023: Nets = 580" in told
