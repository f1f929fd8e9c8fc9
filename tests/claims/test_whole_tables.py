"""What is said of a whole table: what it is written in, what its totals are of, who leads it."""

from __future__ import annotations

import pytest

from claims.languages import language_of
from claims.values import Verdict
from tests.claims.makers import an_html_page, judged

S, C, P, N = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.PARTIAL, Verdict.NOT_FOUND
HEAD = ("Line", "2021", "2022", "Total")
ROWS = (
    ("North line", "120", "145", "265"),
    ("South line", "80", "76", "156"),
    ("Island line", "31", "44", "75"),
    ("Total", "231", "265", "496"),
)
HAN_HEAD = ("航線", "2021年", "2022年", "合計")
HAN_ROWS = (("北線", "120", "145", "265"), ("南線", "80", "76", "156"))
ABOVE = "Passengers by line. The figures come from the harbour office."


def a_table(
    head: tuple[str, ...], rows: tuple[tuple[str, ...], ...], above: str, below: str
) -> str:
    told = "".join(f"<th>{cell}</th>" for cell in head)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<h1>Ferries</h1><p>{above}</p><table><tr>{told}</tr>{body}</table><p>{below}</p>"


def verdict_on(claim: str, above: str, below: str = "Ferries run daily.") -> Verdict:
    is_han = language_of(claim) == "zh-Hant"
    table = a_table(HAN_HEAD if is_han else HEAD, HAN_ROWS if is_han else ROWS, above, below)
    return judged(claim, an_html_page(table), language=language_of(claim)).verdict


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Passengers by line, in thousands.", "Ferries run daily."),
        ("Passengers by line, in thousands. The figures are the harbour office's.", "See map."),
        (ABOVE, "Note: all figures are in thousands."),
        (ABOVE, "All figures in thousands of passengers."),
    ],
)
def test_what_a_table_is_written_in_may_be_said_near_it(above: str, below: str) -> None:
    assert verdict_on("The North line carried 145,000 passengers in 2022.", above, below) is S
    assert verdict_on("The North line carried 145 passengers in 2022.", above, below) is not S
    swapped = "The North line carried 145,000 passengers in 2022 and the Island line 31,000."
    assert verdict_on(swapped, above, below) is C
    right = swapped.replace("31,000", "44,000")
    assert verdict_on(right, above, below) is S


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("各航線營收。單位：億元", "資料來自港務局。"),
        ("各航線營收（單位：億元）。資料來自港務局。", "渡輪每日開航。"),
        ("各航線營收。資料來自港務局。", "單位：億元"),
        ("各航線營收。資料來自港務局。", "註：金額單位為億元。"),
    ],
)
def test_a_chinese_table_says_its_unit_near_it(above: str, below: str) -> None:
    assert verdict_on("北線2022年營收145億元。", above, below) is S
    assert verdict_on("北線2022年營收120億元。", above, below) is C


@pytest.mark.parametrize(
    ("above", "claim"),
    [
        # What is no unit of the table scales nothing.
        ("Passengers by line. In thousands of homes the news was read.", "145 passengers"),
        ("Ferries by line. They earn $40 billion.", "145 passengers"),
    ],
)
def test_a_sentence_near_a_table_need_not_be_of_its_unit(above: str, claim: str) -> None:
    above = f"{above} The figures come from the harbour office."
    assert verdict_on(f"The North line carried {claim} in 2022.", above) is S


def test_a_total_is_of_none_of_the_years_beside_it() -> None:
    above = "Passengers by line, in thousands."
    assert verdict_on("The Island line carried 75,000 passengers in 2022.", above) is not S
    assert verdict_on("The Island line carried 75,000 passengers.", above) is S
    assert verdict_on("The Island line carried 44,000 passengers in 2022.", above) is S


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("The North line carried the most passengers in 2022.", S),
        ("The South line carried the most passengers in 2022.", C),
        ("The Island line carried the most people in 2021.", C),
        # What is most so is another matter.
        ("The South line had the most serious delays in 2022.", N),
    ],
)
def test_who_has_the_most_is_told_by_the_rows(claim: str, verdict: Verdict) -> None:
    assert verdict_on(claim, "Passengers by line, in thousands.") is verdict
