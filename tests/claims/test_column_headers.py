"""Headers of columns that name no two columns alike."""

from __future__ import annotations

import pytest

from claims.column_headers import told_apart, without_brackets
from claims.values import Verdict
from tests.claims.makers import an_html_page, judged


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
