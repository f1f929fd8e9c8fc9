"""Claims that something rose or fell, beside what a table gives for two years."""

from __future__ import annotations

import pytest

from claims.trends import find_trend
from claims.values import Cell, Relation
from claims.year_columns import year_cell
from tests.claims.makers import an_html_page, grounds_in

AGREES, DIFFERS = Relation.AGREES, Relation.DIFFERS


def a_table(*rows: str) -> str:
    """A page with a table: its header first, cells parted by bars."""
    header, *others = (row.split("|") for row in rows)
    head = "".join(f"<th>{cell}</th>" for cell in header)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in others)
    return (
        "<article><h1>Trade of the port</h1><p>What the port takes in and sends out, by good.</p>"
        f"<table><tr>{head}</tr>{body}</table></article>"
    )


TRADE = a_table(
    "Good|Exports 2021|Exports 2022|Exports 2023|Imports 2022|Imports 2023",
    "Timber|16|10|14|9|7",
    "Fish|22|20|20|5|6",
)
LONG = a_table(
    "Town|Year|Beer (hl)|Bread (t)",
    "Orrin|2021|48,300|70",
    "Orrin|2022|51,900|60",
    "Orrin|2023|50,100|65",
    "Melby|2021|12,000|10",
    "Melby|2022|11,000|10",
)
ONE = a_table("Good|2022|2023", "Timber|10|14", "Fish|20|15")
ZH = a_table("貨物|2022年|2023年", "木材|10|14", "魚|20|15")


@pytest.mark.parametrize(
    ("language", "table", "claim", "relation", "said"),
    [
        ("en", TRADE, "Timber exports fell in 2023.", DIFFERS, "14 and 10"),
        ("en", TRADE, "Timber exports rose in 2023.", AGREES, "14 and 10"),
        # Of one year that is named, it is the year before that it changed from.
        ("en", TRADE, "Timber exports fell in 2022.", AGREES, "10 and 16"),
        ("en", TRADE, "Timber exports fell between 2021 and 2023.", AGREES, "14 and 16"),
        ("en", TRADE, "Timber imports rose between 2022 and 2023.", DIFFERS, "7 and 9"),
        # Of none, it is the last two of the table.
        ("en", TRADE, "Timber imports fell.", AGREES, "7 and 9"),
        ("en", TRADE, "Imports of fish declined.", DIFFERS, "6 and 5"),
        ("en", ONE, "Timber increased in 2023.", AGREES, "14 and 10"),
        ("en", ONE, "The fish that came fell in 2023.", AGREES, "15 and 20"),
        ("en", LONG, "Beer output of Orrin rose in 2022.", AGREES, "51,900 and 48,300"),
        ("en", LONG, "Beer output of Orrin rose in 2023.", DIFFERS, "50,100 and 51,900"),
        ("en", LONG, "Bread output of Orrin rose.", AGREES, "65 and 60"),
        ("en", LONG, "The fair led to a fall in bread in Orrin.", DIFFERS, "65 and 60"),
        ("en", LONG, "Beer output of Melby grew in 2022.", DIFFERS, "11,000 and 12,000"),
        ("zh-Hant", ZH, "木材2023年增加。", AGREES, "14 and 10"),
        ("zh-Hant", ZH, "木材2023年減少。", DIFFERS, "14 and 10"),
    ],
)
def test_a_table_tells_whether_it_rose(
    language: str, table: str, claim: str, relation: Relation, said: str
) -> None:
    grounds = grounds_in(language, claim, an_html_page(table))
    found = find_trend(grounds.claim, grounds.index)
    assert found is not None
    assert (found.relation, found.said) == (relation, said)
    assert found.passage.unit.row is not None


@pytest.mark.parametrize(
    ("language", "table", "claim"),
    [
        # What is neither more nor less speaks for neither.
        ("en", TRADE, "Fish exports rose in 2023."),
        ("en", LONG, "Bread output of Melby rose in 2022."),
        # A number of its own is held against the cells, and a denial is none of a trend.
        ("en", TRADE, "Fish imports rose to 6 in 2023."),
        ("en", TRADE, "Fish imports did not rise in 2023."),
        ("en", TRADE, "Timber exports fell in 2021."),
        ("en", TRADE, "Timber exports fell in 2021, 2022 and 2023."),
        # What fell are bakers, of whom the table tells nothing.
        ("en", LONG, "Bread led to a fall in the number of bakers in Orrin."),
        # Of which of two measures, or of two rows, is not told.
        ("en", TRADE, "Timber rose in 2023."),
        ("en", TRADE, "Exports rose in 2023."),
        ("en", TRADE, "The port sends timber in 2023."),
        ("en", a_table("Good|2023|Note", "Timber|14|old"), "Timber rose in 2023."),
        ("en", a_table("Good|Share|Rank", "Timber|14|1"), "Timber rose in 2023."),
    ],
)
def test_a_table_that_does_not_tell(language: str, table: str, claim: str) -> None:
    grounds = grounds_in(language, claim, an_html_page(table))
    assert find_trend(grounds.claim, grounds.index) is None


@pytest.mark.parametrize(
    ("header", "text", "expected"),
    [
        ("Year", "2021", True),
        ("Fiscal year", "FY 2021/22", True),
        ("FY", "FY2021", True),
        ("Season", "2021–22", True),
        ("Geschäftsjahr", "2021", True),
        ("Année", "1998", True),
        ("Año", "2021", True),
        ("年度", "2021年度", True),
        ("年份", "民國110年", True),
        ("(Year)", "2021*", True),
        ("Year of birth", "2021", False),
        ("Town", "2021", False),
        ("Year", "20211", False),
        ("Year", "1421", False),
        ("Year", "May 2021", False),
        ("", "2021", False),
    ],
)
def test_the_cell_that_says_of_which_year_a_row_is(
    header: str, text: str, *, expected: bool
) -> None:
    before = "Orrin "
    row = (Cell("Town", 0, 5), Cell(header, len(before), len(before) + len(text)))
    found = year_cell(row, before + text)
    assert found == (row[1] if expected else None)
