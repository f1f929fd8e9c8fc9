"""Which rows and columns of tables a claim is of, and what is told by several of them."""

from __future__ import annotations

import pytest

from claims.passages import PageIndex
from claims.table_rows import rows_of_claim
from claims.values import Verdict
from tests.claims.makers import a_stated_claim, an_html_page, judged

SUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.CONTRADICTED


def _table(caption: str, *rows: str) -> str:
    head, *body = (row.split("|") for row in rows)
    headers = "".join(f"<th>{cell.strip()}</th>" for cell in head)
    lines = "".join(
        f"<tr>{''.join(f'<td>{cell.strip()}</td>' for cell in row)}</tr>" for row in body
    )
    return f"<table><caption>{caption}</caption><tr>{headers}</tr>{lines}</table>"


def _page(title: str, *parts: str) -> str:
    body = f"<h1>{title}</h1>{''.join(parts)}"
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>"


PORTS = _page(
    "Sea freight in Ostrava Bay",
    "<p>Freight rose again last year. A new quay was opened in May.</p>",
    _table(
        "Freight by port (thousand tonnes)",
        "Port | 2021 | 2022 | 2023",
        "Lunde | 8,410 | 8,905 | 9,120",
        "Great Lunde | 4,215 | 4,020 | 3,870",
        "Marrow | 1,930 | 2,044 | 2,310",
        "All ports | 14,555 | 14,969 | 15,300",
    ),
    "<p>Eleven pilots serve the bay.</p>",
)
LEAGUE = _page(
    "Northern League 2023",
    "<p>The season ended in October.</p>",
    _table(
        "Final table",
        "Rank | Club | Won | Goals | Attendance",
        "1 | Harfield | 14 | 41 | 2,914",
        "2 | Osby Town | 11 | 38 | 1937",
        "3 | Tarn | 9 | 44 | 2,105",
    ),
)
AIRPORT = _page(
    "Velden airport in figures",
    "<p>The airport lies north of the town.</p>",
    _table(
        "Passengers since 2021 (thousand)",
        "Year | Domestic | International | Total",
        "2021 | 612 | 204 | 816",
        "2022 | 655 | 391 | 1,046",
        "2023 | 640 | 560 | 1,200",
    ),
)
SCHOOLS = _page(
    "東嶺大學學生人數",
    "<p>東嶺大學於十月統計在籍學生。</p>",
    _table(
        "各學院學生人數",
        "學院 | 112學年度 | 113學年度 男 | 113學年度 女",
        "工學院 | 1,874 | 1,420 | 512",
        "文學院 | 905 | 301 | 588",
        "合計 | 2,779 | 1,721 | 1,100",
    ),
)
GUESTS = _page(
    "Guests of Sund in 2023",
    "<p>Sund has nine hotels.</p>",
    _table(
        "Overnight guests (thousand)",
        "From | Q1 2023 | Q2 2023 | Q3 2023 | Q4 2023",
        "Home | 612.4 | 548.9 | 731.6 | 590.3",
        "Abroad | 88.7 | 91.5 | 203.1 | 120.8",
    ),
)
SHOPS = _page(
    "穗谷餐飲2023年營運概況",
    "<p>集團全年營收152億元，各品牌如下表。</p>",
    _table(
        "各品牌門店數與營業收入",
        "品牌 | 門店數(家) | 營業收入(新台幣百萬元) | 年增率",
        "鼎禾 | 141 | 7,391 | +8.0%",
        "葉坊 | 358 | 2,714 | +19.8%",
        "晨屋 | 23 | 186 | 不適用",
    ),
)


@pytest.mark.parametrize(
    ("claim", "html", "asked"),
    [
        ("Marrow handled 2.3 million tonnes in 2023.", PORTS, ["Marrow"]),
        ("Great Lunde handled 3.9 million tonnes.", PORTS, ["Great Lunde"]),
        ("The ports handled 15.3 million tonnes in all.", PORTS, ["All ports"]),
        ("Osby Town won eleven games.", LEAGUE, ["2"]),
        ("In 2022 there were 391,000 international passengers.", AIRPORT, ["2022"]),
    ],
)
def test_the_rows_that_a_claim_asks_for(claim: str, html: str, asked: list[str]) -> None:
    rows = rows_of_claim(a_stated_claim(claim), PageIndex(an_html_page(html)))
    assert [unit.text.partition(" | ")[0] for unit in rows.asked] == asked


@pytest.mark.parametrize(
    ("claim", "html", "verdict"),
    [
        # Of the cell, at the table's scale, in the claim's words.
        (
            "Volumes at Marrow grew from 1.9 million tonnes in 2021 to 2.3 million.",
            PORTS,
            SUPPORTED,
        ),
        (
            "Volumes at Marrow grew from 1.9 million tonnes in 2021 to 2.8 million.",
            PORTS,
            CONTRADICTED,
        ),
        ("Over two years Marrow grew from 1.93 million tonnes to 2.31 million.", PORTS, SUPPORTED),
        ("The three ports moved 15.3 million tonnes in 2023.", PORTS, SUPPORTED),
        # By two cells of a column, or of a row.
        ("In 2023 Marrow trailed Lunde by 6.81 million tonnes.", PORTS, SUPPORTED),
        ("Great Lunde lost 345,000 tonnes in two years.", PORTS, SUPPORTED),
        ("Some 47 per cent of the passengers of 2023 were international.", AIRPORT, SUPPORTED),
        ("Some 47 per cent of the passengers of 2023 were domestic.", AIRPORT, Verdict.NOT_FOUND),
        # Of two years.
        ("Domestic traffic at Velden airport grew in 2023.", AIRPORT, CONTRADICTED),
        ("International traffic at Velden airport grew in 2023.", AIRPORT, SUPPORTED),
        ("Great Lunde handled more freight in 2023 than in 2021.", PORTS, CONTRADICTED),
        ("Freight at Marrow was up on 2021.", PORTS, SUPPORTED),
        # Of who has most; 1937 is no year there.
        ("Tarn scored the most goals of the league.", LEAGUE, SUPPORTED),
        ("Harfield scored the most goals of the league.", LEAGUE, CONTRADICTED),
        ("Osby Town had the lowest attendance of the league.", LEAGUE, SUPPORTED),
        # Of the quarter that it says.
        ("In the third quarter of 2023 Sund had 203,100 guests from abroad.", GUESTS, SUPPORTED),
        (
            "In the fourth quarter of 2023 Sund had 203,100 guests from abroad.",
            GUESTS,
            CONTRADICTED,
        ),
        ("2023年第四季，Sund有12.08萬名國外旅客（Abroad）。", GUESTS, SUPPORTED),
        # What a column is written in; what the sentence above says of money is of no shops.
        ("鼎禾的營業收入為73.9億元。", SHOPS, SUPPORTED),
        ("鼎禾的營業收入為7.39億元。", SHOPS, CONTRADICTED),
        ("葉坊有358家門店。", SHOPS, SUPPORTED),
        ("鼎禾是營收最高的品牌。", SHOPS, SUPPORTED),
        ("葉坊是營收最高的品牌。", SHOPS, CONTRADICTED),
        ("各品牌中，葉坊的營業收入成長幅度最大。", SHOPS, SUPPORTED),
        # Years of Taiwan's schools, and headers of one character.
        ("112學年度，東嶺大學工學院有1,874名學生。", SCHOOLS, SUPPORTED),
        ("113學年度，文學院的女學生有588人。", SCHOOLS, SUPPORTED),
        ("113學年度，文學院的女學生有301人。", SCHOOLS, CONTRADICTED),
    ],
)
def test_what_a_table_says(claim: str, html: str, verdict: Verdict) -> None:
    assert judged(claim, an_html_page(html)).verdict is verdict


@pytest.mark.parametrize(
    ("claim", "html"),
    [
        ("Lunde and Marrow handled 2.31 and 9.12 million tonnes respectively in 2023.", PORTS),
        ("Harfield won 11 games, and Osby Town 14.", LEAGUE),
        ("Velden had 640,000 international and 560,000 domestic passengers in 2023.", AIRPORT),
        ("113學年度，工學院有512名男學生、1,420名女學生。", SCHOOLS),
    ],
)
def test_numbers_in_each_others_place(claim: str, html: str) -> None:
    judgement = judged(claim, an_html_page(html))
    assert judgement.verdict is CONTRADICTED
    assert "the source gives" in judgement.reason or "the source says" in judgement.reason
