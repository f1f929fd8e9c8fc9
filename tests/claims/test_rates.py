"""What a number is measured against, and shares that are told as changes."""

from __future__ import annotations

import pytest

from claims.rates import find_other_rate, find_other_role
from tests.claims.makers import grounds_in

EN = (
    "Rent is $640 a month. The mill sells flour at 3 euros per kilogram and grinds 40 tonnes an"
    " hour. Guides earn 18 euros hourly. Keepers earn 900 euros annually. The fund pays annual"
    " grants of 500 euros. Visitors number 70 per head."
)
DE = "Der Strom kostet 30 Euro im Monat. Die Miete lag im Monat Mai bei 700 Euro."
FR = "Le guide gagne 18 euros de l'heure et loue 300 euros par mois."
ES = "El guía gana 18 euros a la semana."
ZH = "房租每月640元。麵粉每公斤30元，磨坊每小時磨40噸。店員時薪190元，年薪沒有公布。"


@pytest.mark.parametrize(
    ("language", "page", "claim", "mine", "yours"),
    [
        ("en", EN, "Rent is $640 a week.", "$640 per week", "$640 per month"),
        ("en", EN, "Weekly rent is $640.", "$640 per week", "$640 per month"),
        (
            "en",
            EN,
            "Flour is sold at 3 euros per litre.",
            "3 euros per litre",
            "3 euros per kilogram",
        ),
        (
            "en",
            EN,
            "Flour is sold at 3 euros a month.",
            "3 euros per month",
            "3 euros per kilogram",
        ),
        ("en", EN, "The mill grinds 40 tonnes/day.", "40 tonnes per day", "40 tonnes per hour"),
        ("en", EN, "Guides earn 18 euros daily.", "18 euros per day", "18 euros per hour"),
        (
            "en",
            EN,
            "Keepers earn 900 euros each month.",
            "900 euros per month",
            "900 euros per year",
        ),
        (
            "en",
            EN,
            "The fund pays weekly grants of 500 euros.",
            "500 euros per week",
            "500 euros per year",
        ),
        ("de", DE, "Der Strom kostet 30 Euro pro Jahr.", "30 Euro per year", "30 Euro per month"),
        ("de", DE, "Der Strom kostet 30 Euro die Woche.", "30 Euro per week", "30 Euro per month"),
        ("fr", FR, "Le guide gagne 18 euros par jour.", "18 euros per day", "18 euros per hour"),
        ("es", ES, "El guía gana 18 euros al mes.", "18 euros per month", "18 euros per week"),
        ("zh-Hant", ZH, "房租每週640元。", "640元 per week", "640元 per month"),
        ("zh-Hant", ZH, "麵粉30元/公升。", "30元 per litre", "30元 per kilogram"),
        ("zh-Hant", ZH, "磨坊每天磨40噸。", "40噸 per day", "40噸 per hour"),
        ("zh-Hant", ZH, "店員日薪190元。", "190元 per day", "190元 per hour"),
        ("zh-Hant", ZH, "店員月薪190元。", "190元 per month", "190元 per hour"),
    ],
)
def test_another_rate(language: str, page: str, claim: str, mine: str, yours: str) -> None:
    found = find_other_rate(grounds_in(language, claim, page))
    assert found is not None
    passage, opposition = found
    assert (opposition.claimed, opposition.found) == (mine, yours)
    assert opposition.reason == f"the source says {yours}, not {mine}"
    assert yours.partition(" per ")[0] in passage.unit.text


@pytest.mark.parametrize(
    ("language", "page", "claim"),
    [
        ("en", EN, "Rent is $640 per month."),
        ("en", EN, "Monthly rent is $640."),
        ("en", EN, "Rent is $640."),
        ("en", EN, "Guides earn 18 euros an hour."),
        ("en", EN, "Keepers earn 900 euros a year."),
        ("en", EN, "The fund pays grants of 500 euros per year."),
        # Of a head and of a month it may be both.
        ("en", EN, "Visitors number 70 a month."),
        ("de", DE, "Der Strom kostet 30 Euro monatlich."),
        ("de", "Es kostete 30 Euro im Jahr 2020.", "Es kostete 30 Euro pro Monat."),
        ("fr", FR, "Le guide gagne 18 euros par heure."),
        ("es", ES, "El guía gana 18 euros por semana."),
        ("zh-Hant", ZH, "房租每月640元。"),
        ("zh-Hant", ZH, "麵粉30元/公斤。"),
        ("zh-Hant", ZH, "店員190元。"),
    ],
)
def test_no_other_rate(language: str, page: str, claim: str) -> None:
    assert find_other_rate(grounds_in(language, claim, page)) is None


TRADE = "Imports of the port account for 25% of its trade, and exports grew by 40%."
TRADE_ZH = "該港的進口占貿易的25%。"


@pytest.mark.parametrize(
    ("language", "page", "claim", "said"),
    [
        ("en", TRADE, "Imports of the port rose by 25%.", "Imports of the port account for 25%"),
        ("en", "Imports make up 25% of trade.", "Imports rose by 25%.", "Imports make up 25%"),
        ("en", "Imports constituted 25% of it.", "Imports fell by 25%.", "Imports constituted 25%"),
        ("en", "Imports grew by 25% in May.", "Imports make up 25% in May.", "Imports grew by 25%"),
        ("zh-Hant", TRADE_ZH, "該港的進口增加25%。", "該港的進口占貿易的25%"),
    ],
)
def test_a_share_that_is_told_as_a_change(language: str, page: str, claim: str, said: str) -> None:
    found = find_other_role(grounds_in(language, claim, page))
    assert found is not None
    assert found[1].found == said
    assert found[1].reason == f"the source says “{said}”"


@pytest.mark.parametrize(
    ("language", "page", "claim"),
    [
        ("en", TRADE, "Imports of the port account for 25% of its trade."),
        ("en", TRADE, "Exports of the port grew by 40%."),
        ("en", f"{TRADE} Its imports rose by 25%.", "Imports of the port rose by 25%."),
        ("en", "Imports account for 25 ships.", "Imports rose by 25 ships."),
        ("zh-Hant", TRADE_ZH, "該港的進口占貿易的25%。"),
    ],
)
def test_a_share_in_its_own_role(language: str, page: str, claim: str) -> None:
    assert find_other_role(grounds_in(language, claim, page)) is None
