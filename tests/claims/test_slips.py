"""Slips: a digit too many, another year of the same month, a change from its end to its start."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.match_numbers import is_far
from claims.quantities import find_quantities
from claims.quantities.times import same_month_of_another_year
from claims.values import Kind, Verdict
from claims.years_told import claimed_years
from tests.claims.makers import a_stated_claim, grounds_in, judged, judged_on

SUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("18,600 boats", "186,000 boats", False),
        ("18,600 boats", "1,860,000 boats", False),
        ("18,600 boats", "93,000 boats", False),
        ("18,600 boats", "931,000 boats", True),
        ("931,000 boats", "18,600 boats", True),
    ],
)
def test_a_slip_of_magnitude_is_not_too_far(one: str, other: str, *, expected: bool) -> None:
    (claimed,), (found,) = find_quantities(one, "en"), find_quantities(other, "en")
    assert is_far(claimed, found) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("May 2021", "May 2023", True),
        ("12 May 2021", "12 May 2023", True),
        ("May 2023", "May 2023", False),
        ("May 2021", "June 2023", False),
    ],
)
def test_the_same_month_of_another_year(one: str, other: str, *, expected: bool) -> None:
    (claimed,), (found,) = find_quantities(one, "en"), find_quantities(other, "en")
    assert same_month_of_another_year(claimed, found) is expected


CATCH = """The catch of Sellby
The catch of 2024 was 18,600 tonnes and was worth £4.2 million.
The new quay opened in May 2023 with a feast.
Waits in Sellby fell from 34 weeks to 31 weeks."""


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (
            "The catch of 2024 was 186,000 tonnes.",
            "the source says 18,600 tonnes, not 186,000 tonnes",
        ),
        ("The catch of 2024 was 1,860 tonnes.", "the source says 18,600 tonnes, not 1,860 tonnes"),
        (
            "The catch of 2024 was 1.86 million tonnes.",
            "the source says 18,600 tonnes, not 1.86 million tonnes",
        ),
        ("The catch was worth £42 million.", "the source says £4.2 million, not £42 million"),
        ("The catch was worth £4.2 billion.", "the source says £4.2 million, not £4.2 billion"),
        ("The new quay opened in May 2021.", "the source says May 2023, not May 2021"),
        ("Waits in Sellby fell to 34 weeks.", "the source says 31 weeks, not 34 weeks"),
        (
            "Waits in Sellby rose from 31 weeks to 34 weeks.",
            "the source says 34 weeks, not 31 weeks; the source says 31 weeks, not 34 weeks",
        ),
    ],
)
def test_a_slip_is_contradicted(claim: str, reason: str) -> None:
    judgement = judged(claim, CATCH)
    assert judgement.verdict is CONTRADICTED, judgement.reason
    assert judgement.reason == reason


@pytest.mark.parametrize(
    "claim",
    [
        "The catch of 2024 was 18,600 tonnes.",
        "The catch was worth £4.2 million.",
        "The new quay opened in May 2023.",
        "Waits in Sellby fell to 31 weeks.",
        "Waits in Sellby fell from 34 weeks.",
        "Waits in Sellby fell from 34 weeks to 31 weeks.",
    ],
)
def test_what_is_no_slip_is_supported(claim: str) -> None:
    judgement = judged(claim, CATCH)
    assert judgement.verdict is SUPPORTED, judgement.reason


CATCH_ZH = """海岬縣漁獲
2024年海岬縣漁獲18,600公噸，產值4.2億元。
新碼頭於2023年5月啟用。
海岬縣等候期從34週降至31週。"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("2024年海岬縣漁獲18.6萬公噸。", CONTRADICTED),
        ("2024年海岬縣漁獲1.86萬公噸。", SUPPORTED),
        ("2024年海岬縣漁獲產值42億元。", CONTRADICTED),
        ("2024年海岬縣漁獲產值4.2億元。", SUPPORTED),
        ("新碼頭於2021年5月啟用。", CONTRADICTED),
        ("新碼頭於2023年5月啟用。", SUPPORTED),
        ("海岬縣等候期降至34週。", CONTRADICTED),
        ("海岬縣等候期從34週降至31週。", SUPPORTED),
        ("海岬縣等候期從31週升至34週。", CONTRADICTED),
    ],
)
def test_in_chinese(claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, CATCH_ZH, language="zh-Hant")
    assert judgement.verdict is verdict, judgement.reason


LITTLE = """The catch of Sellby
The town has a large fleet of boats which catch herring by night and sell it by day.
Landings came to 18,600 tonnes.
Builders finished in May 2023."""


@pytest.mark.parametrize(
    "claim",
    [
        "The night fleet of boats in Sellby landed 186,000 tonnes of herring.",
        "The herring fleet of the large town landed 1,860 tonnes.",
        "The works of the builders came to an end in May 2021.",
    ],
)
def test_so_many_digits_or_the_same_month_need_few_words_beside_them(claim: str) -> None:
    judgement = judged(claim, LITTLE)
    assert judgement.verdict is CONTRADICTED, judgement.reason


@pytest.mark.parametrize(
    "claim",
    [
        "The night fleet of boats in Sellby landed 93,000 tonnes of herring.",
        "Work ended in June 2021 by builders from abroad.",
        "Work ended in May 2021 by builders from abroad.",
    ],
)
def test_others_need_more(claim: str) -> None:
    judgement = judged(claim, LITTLE)
    assert judgement.verdict is Verdict.NOT_FOUND, judgement.reason


FARES = "Fares of the ferry were 28 euros in 2022 and 31 euros in 2023."
SHIPS = "Melby had 31 ships in 2012 and 28 ships in 2011."
FARES_ZH = "渡輪票價2022年為28元，2023年為31元。"
FLEET = "The fleet had 410 boats in 2022, and 388 boats in 2023."


@pytest.mark.parametrize(
    ("language", "page", "claim", "verdict"),
    [
        ("en", FARES, "Fares were 28 euros in 2022 and 31 euros in 2023.", SUPPORTED),
        (
            "en",
            FARES,
            "Fares of the ferry were 31 euros in 2022 and 28 euros in 2023.",
            CONTRADICTED,
        ),
        ("en", FARES, "Fares rose from 28 euros in 2022 to 31 euros in 2023.", SUPPORTED),
        ("en", FARES, "Fares fell from 31 euros in 2022 to 28 euros in 2023.", CONTRADICTED),
        ("en", FARES, "Fares fell from 28 euros in 2022 to 31 euros in 2023.", CONTRADICTED),
        ("en", FARES, "In 2023 fares were 31 euros, and in 2022 they were 28 euros.", SUPPORTED),
        ("en", FARES, "In 2023 fares were 28 euros, and in 2022 they were 31 euros.", CONTRADICTED),
        ("en", FLEET, "The fleet shrank from 410 boats in 2022 to 388 boats in 2023.", SUPPORTED),
        ("en", FLEET, "The fleet grew from 388 boats in 2022 to 410 boats in 2023.", CONTRADICTED),
        ("zh-Hant", FARES_ZH, "渡輪票價從2022年的28元升至2023年的31元。", SUPPORTED),
        ("zh-Hant", FARES_ZH, "渡輪票價從2022年的31元降至2023年的28元。", CONTRADICTED),
        ("zh-Hant", FARES_ZH, "渡輪票價從2022年的28元下降到2023年的31元。", CONTRADICTED),
        ("zh-Hant", FARES_ZH, "渡輪票價2023年為28元，2022年為31元。", CONTRADICTED),
    ],
)
def test_two_numbers_do_not_change_their_years(
    language: str, page: str, claim: str, verdict: Verdict
) -> None:
    judgement = judged_on(grounds_in(language, claim, page))
    assert judgement.verdict is verdict, judgement.reason


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("From 31 euros in 2022 to 28 euros in 2023.", {"31 euros": [2022], "28 euros": [2023]}),
        ("In 2022 it had 31 ships, and in 2023 28 ships.", {"31": [2022], "28": [2023]}),
        ("It had 31 ships in 2012 and 28 ships in 2011.", {"31": [2012], "28": [2011]}),
        ("The 2013 study told of 31 in 2012 and 28 in 2011.", {"31": [2012], "28": [2011]}),
        # What is compared with a year, or is of two measures, is of either.
        ("In 2022 31 came, 3 more than in 2019.", {"31": [2022, 2019], "3": [2022, 2019]}),
        ("In 2022 31% came, 4 up from 2019.", {"31%": [2022, 2019], "4": [2022, 2019]}),
        ("In 2022 it had 31 ships.", {"31": [2022]}),
        # The year of a later clause is not that of a number before it.
        ("It had 31 ships, which it sold in 2023.", {"31": []}),
        ("It had 31 ships, and sold 28 in 2023.", {"31": [], "28": [2023]}),
        # Nor is a year what another number is said to have come years after.
        (
            "In 2019 it had 31 ships, and two years later 28 ships.",
            {"31": [2019], "two years": [2019], "28": []},
        ),
    ],
)
def test_which_number_is_of_which_year(text: str, years: dict[str, list[float]]) -> None:
    claim = replace(a_stated_claim(text), language="en", quantities=find_quantities(text, "en"))
    told = claimed_years(claim)
    numbers = [one for one in claim.quantities if one.kind is not Kind.YEAR]
    found = {one.text.strip(): [year.low for year in told.of(one)] for one in numbers}
    assert found == years


@pytest.mark.parametrize(
    ("language", "page", "claim", "verdict"),
    [
        ("en", "It has 612,400 pupils.", "It has just under 610,000 pupils.", CONTRADICTED),
        ("en", "It teaches 608,900 pupils.", "It teaches just under 610,000 pupils.", SUPPORTED),
        ("en", "It has 610,000 pupils.", "It has nearly 610,000 pupils.", SUPPORTED),
        ("en", "The fund holds $18.6 billion.", "The fund holds nearly $19 billion.", SUPPORTED),
        ("en", "The fund holds $19.2 billion.", "The fund holds nearly $19 billion.", CONTRADICTED),
        ("en", "It holds about $19.2 billion.", "It holds nearly $19 billion.", SUPPORTED),
        ("en", "The tour takes 59 minutes.", "The tour takes nearly an hour.", SUPPORTED),
        ("zh-Hant", "學校有學生198,000人。", "學校有學生近20萬人。", SUPPORTED),
        ("zh-Hant", "學校有學生203,000人。", "學校有學生近20萬人。", CONTRADICTED),
        ("zh-Hant", "學校有學生203,000人。", "學校有學生約20萬人。", SUPPORTED),
        ("zh-Hans", "镇上60岁及以上人口有1682人。", "镇上60岁及以上人口有1682人。", SUPPORTED),
        ("zh-Hans", "镇上60岁及以上人口有1682人。", "镇上60岁及以下人口有1682人。", CONTRADICTED),
    ],
)
def test_which_side_of_a_number_it_is(
    language: str, page: str, claim: str, verdict: Verdict
) -> None:
    judgement = judged_on(grounds_in(language, claim, page))
    assert judgement.verdict is verdict, judgement.reason
