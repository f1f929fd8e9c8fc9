"""Short pages, what is true of each, and what differs from that by a slip that people make.

A block of `told_apart.txt` is a page on a line of its own and its claims, each behind the first
letter of what it deserves: S for supported, C for contradicted, P for partial, N for not found.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.languages import language_of
from claims.page_files import read_csv, read_json
from claims.values import Page, Verdict
from tests.claims.each_rule import what_each_rule_says
from tests.claims.makers import (
    a_page,
    an_html_page,
    claims_of,
    judged,
    judged_on,
    the_grounds,
    what_is_told,
)
from tests.golden_files import assert_golden

BLOCKS = Path(__file__).with_name("told_apart.txt").read_text("utf-8").strip().split("\n\n")
DESERVED = {
    "S": Verdict.SUPPORTED,
    "C": Verdict.CONTRADICTED,
    "P": Verdict.PARTIAL,
    "N": Verdict.NOT_FOUND,
}
ROUTES = (
    "<article><h1>The port in figures</h1><p>Figures of the port for three years.</p><table>"
    "<caption>Passengers by route (thousands)</caption>"
    "<tr><th>Route</th><th>2021</th><th>2022</th><th>2023</th></tr>"
    "<tr><td>Lindhaven–Karsk</td><td>415</td><td>688</td><td>731</td></tr>"
    "<tr><td>Lindhaven–Brenna</td><td>600</td><td>675</td><td>657</td></tr>"
    "<tr><td>Total</td><td>1,405</td><td>1,800</td><td>1,950</td></tr></table></article>"
)
RESULTS = (
    "<article><h1>Results of Corran Marine</h1><p>The table gives all divisions.</p><table>"
    "<tr><th>Division</th><th>Revenue 2024 (£m)</th><th>Revenue 2023 (£m)</th>"
    "<th>Operating profit 2024 (£m)</th><th>Operating profit 2023 (£m)</th></tr>"
    "<tr><td>Cranes</td><td>171.4</td><td>132.9</td><td>24.8</td><td>16.1</td></tr>"
    "<tr><td>Winches</td><td>66.5</td><td>64.3</td><td>9.2</td><td>9.0</td></tr>"
    "<tr><td>Group</td><td>412.6</td><td>378.5</td><td>49.5</td><td>41.6</td></tr></table>"
    "</article>"
)
BREWERIES = (
    "<article><h1>Beer of the region</h1><p>Figures of the towns for two years.</p><table>"
    "<tr><th>Town</th><th>Year</th><th>Beer (hectolitres)</th></tr>"
    "<tr><td>Orrin</td><td>2021</td><td>48,300</td></tr>"
    "<tr><td>Orrin</td><td>2022</td><td>51,900</td></tr>"
    "<tr><td>Melby</td><td>2021</td><td>12,000</td></tr>"
    "<tr><td>Melby</td><td>2022</td><td>11,000</td></tr></table></article>"
)
CAPACITY = b"""Country,Year,Wind capacity (MW),Solar capacity (MW)
Norland,2022,5400,2100
Norland,2023,6150,2800
Sudland,2022,3100,4100
Sudland,2023,3300,5200
"""
TOWNS = b"""[{"city": "Orrin", "year": 2021, "population": 48300},
 {"city": "Orrin", "year": 2022, "population": 51900}]"""
TABLES: list[tuple[str | bytes, str]] = [
    (ROUTES, "C Lindhaven–Karsk: 2022 = 731"),
    (ROUTES, "S Lindhaven–Karsk: 2022 = 688"),
    (ROUTES, "C Lindhaven–Brenna: 2023 = 675"),
    (ROUTES, "S Passengers on the Lindhaven–Karsk route in 2022 (thousands): 688"),
    (ROUTES, "S 688,000 passengers travelled between Lindhaven and Karsk in 2022."),
    (ROUTES, "S In 2021 the port had 1.4 million passengers."),
    (ROUTES, "C Passenger traffic to Karsk fell between 2022 and 2023."),
    (ROUTES, "S Passenger traffic to Karsk rose between 2022 and 2023."),
    (ROUTES, "C Passenger traffic between Lindhaven and Brenna has grown."),
    (RESULTS, "C Winches generated revenue of £9.2 million in 2024."),
    (RESULTS, "S Winches generated revenue of £66.5 million in 2024."),
    (RESULTS, "S The operating profit of cranes rose in 2024."),
    (RESULTS, "C The operating profit of winches fell in 2024."),
    (BREWERIES, "C Orrin produced 48,300 hectolitres of beer in 2022."),
    (BREWERIES, "S Orrin produced 51,900 hectolitres of beer in 2022."),
    (BREWERIES, "S Orrin's beer output rose by 3,600 hectolitres between 2021 and 2022."),
    (BREWERIES, "N The town of Melby produced nearly five times as much beer in 2022 as Orrin."),
    (CAPACITY, "C Norland had 5,400 MW of wind capacity in 2023."),
    (CAPACITY, "S Norland had 6,150 MW of wind capacity in 2023."),
    (CAPACITY, "S In 2022 Norland's wind capacity was 5,400 MW."),
    (CAPACITY, "C Sudland had 4,100 MW of solar capacity in 2023."),
    (CAPACITY, "C Sudland had 5,200 MW of wind capacity in 2023."),
    (CAPACITY, "S Norland's wind capacity grew by 750 MW in 2023."),
    (CAPACITY, "C Norland's wind capacity fell between 2022 and 2023."),
    (TOWNS, "S The population of Orrin was 51,900 in 2022."),
    (TOWNS, "C Orrin had 48,300 inhabitants in 2022."),
]


def the_page(source: str | bytes) -> Page:
    """The page of a table in HTML, CSV or JSON."""
    if isinstance(source, str):
        return an_html_page(f"<html><body>{source}</body></html>")
    read = read_json if source.startswith(b"[") else read_csv
    page = read(source, "")
    assert isinstance(page, Page)
    return page


@pytest.mark.parametrize("block", BLOCKS, ids=[f"block{n}" for n in range(len(BLOCKS))])
def test_each_claim_gets_what_it_deserves(block: str) -> None:
    page, *lines = block.split("\n")
    told = {line: judged(line[2:], page, language=language_of(page)) for line in lines}
    assert len(told) == len(lines) > 0
    wrong = {line: one.reason for line, one in told.items() if one.verdict is not DESERVED[line[0]]}
    assert not wrong


@pytest.mark.parametrize(("source", "line"), TABLES, ids=[f"row{n}" for n in range(len(TABLES))])
def test_a_cell_counts_for_its_row_its_column_and_its_year(source: str | bytes, line: str) -> None:
    judgement = judged(line[2:], the_page(source))
    assert judgement.verdict is DESERVED[line[0]], judgement.reason


def test_all_that_is_told_of_these_is_as_before() -> None:
    pages = [
        (a_page(page, language=language_of(page)), line)
        for page, *lines in (block.split("\n") for block in BLOCKS)
        for line in lines
    ] + [(the_page(source), line) for source, line in TABLES]
    grounds = [(line, the_grounds(line[2:], page)) for page, line in pages]
    told = [what_is_told(line, judged_on(of_line)) for line, of_line in grounds]
    rules = [what_each_rule_says(line, of_line) for line, of_line in grounds]
    folder = Path(__file__).parent / "told"
    assert_golden("\n\n".join(told) + "\n", "told_apart.told", folder)
    assert_golden("\n".join(rules) + "\n", "told_apart.rules", folder)


def test_a_table_with_a_column_of_years_states_each_cell_of_its_year() -> None:
    table = (
        "| Town | Year | Beer (hl) |\n|---|---|---|\n| Orrin | 2021 | 48,300 |\n"
        "| Orrin | 2022 | 51,900 |\n\nSource: [the office](https://beer.example/towns)\n"
    )
    assert [claim.plain for claim in claims_of(table)] == [
        "Orrin, 2021: Beer (hl) = 48,300",
        "Orrin, 2022: Beer (hl) = 51,900",
    ]
