"""Numbers that a page does not give but holds, and the years that its numbers are of."""

from __future__ import annotations

import pytest

from claims.candidates import candidates_of
from claims.derivations import derive, earlier_values
from claims.passages import PageIndex, Passage
from claims.quantities import find_quantities
from claims.values import Kind, Page, Verdict
from tests.claims.makers import a_page, an_html_page, grounds_in, judged, judged_on
from tests.claims.test_derivations import derived

SUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.CONTRADICTED
PARTIAL, NOT_FOUND = Verdict.PARTIAL, Verdict.NOT_FOUND


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("In 2023 it caught 310 tonnes, 25 tonnes less than in 2022.", "en", [(335, 2022)]),
        ("In 2023 it had 41 fires, nine more than in 2022.", "en", [(32, 2022)]),
        ("2023年發生41件事故，比2022年少9件。", "zh-Hant", [(50, 2022)]),
        ("2023年發生41件事故，比2022年增加9件。", "zh-Hant", [(32, 2022)]),
        # Past a number of something else.
        ("In 2023 it had 41 fires on 300 days, nine more than in 2022.", "en", [(32, 2022)]),
        ("2023年發生41件事故，損失30億元，比2022年少了9件。", "zh-Hant", [(50, 2022)]),
        ("In 2023 it had 41 fires, more than in 2022.", "en", []),
        ("In 2023 it had 41 fires, £9 more than in 2022.", "en", []),
        ("In 2023 it had 41 fires and 9 floods, in 2022 none.", "en", []),
    ],
)
def test_what_was_before_is_told_by_the_difference(
    text: str, language: str, expected: list[tuple[float, float]]
) -> None:
    found = find_quantities(text, language)
    years = [one for one in found if one.kind is Kind.YEAR]
    numbers = [one for one in found if one.kind is not Kind.YEAR]
    earlier = earlier_values(text, language, numbers, years)
    assert [(value.low, year.low) for value, year in earlier] == expected


@pytest.mark.parametrize(
    ("claim", "sentence", "how"),
    [
        ("78 tonnes went to Melby.", "Of 195 tonnes 40% went to Melby.", "40% of 195 tonnes"),
        ("£78 was for Melby.", "Of £195 some 40% was for Melby.", "40% of £195"),
        ("88 tonnes went to Melby.", "Of 195 tonnes 40% went to Melby.", ""),
        ("£78 was for Melby.", "Of 195 tonnes 40% went to Melby.", ""),
        ("78 tonnes went to Melby.", "Of 195 tonnes 40% or 50% went to Melby.", ""),
        (
            "It has 2.5 times as many shops.",
            "It has 61 shops and the other has 24 shops.",
            "61 and 24, one 2.5 times the other",
        ),
        ("It has 3.5 times as many shops.", "It has 61 shops and the other has 24 shops.", ""),
        ("Sales doubled.", "It sold 480 boats, after 240 boats.", "480 and 240, one 2.0 times"),
        ("Sales halved.", "It sold 240 boats, after 480 boats.", "480 and 240, one 2.0 times"),
        ("Sales halved.", "It sold 240 boats, after 300 boats.", ""),
    ],
)
def test_products_and_multiples(claim: str, sentence: str, how: str) -> None:
    found = derived(claim, sentence)
    assert found.startswith(how)
    assert bool(found) is bool(how)


PORT = """The port of Sellby in 2023
The port had 41 accidents, nine more than the year before.
The fleet caught 310 tonnes of herring, 25 tonnes less than in 2022.
The crews landed 195 tonnes of cod, of which 40% went to Melby.
Brandholm has 61 bakeries against 24 in Quarrytown.
In 2019 the school had 640 pupils.
In 2023 the school had 720 pupils."""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("The port had 32 accidents in 2022.", SUPPORTED),
        ("The port had 32 accidents the year before.", SUPPORTED),
        ("The port had 50 accidents in 2022.", CONTRADICTED),
        ("The fleet caught 335 tonnes of herring in 2022.", SUPPORTED),
        ("The fleet caught 285 tonnes of herring in 2022.", CONTRADICTED),
        ("The fleet caught 310 tonnes of herring in 2022.", CONTRADICTED),
        ("Of the cod 78 tonnes went to Melby.", SUPPORTED),
        ("Of the cod 88 tonnes went to Melby.", CONTRADICTED),
        ("Brandholm has 2.5 times as many bakeries as Quarrytown.", SUPPORTED),
        ("Brandholm has 3.5 times as many bakeries as Quarrytown.", NOT_FOUND),
    ],
)
def test_what_follows_from_a_sentence(claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, PORT)
    assert judgement.verdict is verdict, judgement.reason


CALLS = """The port had 123,061 calls in 2023, down by 2,131, and no fires.
The yard had 3.9 million visitors, 40% more. Sales were 80 boats, 4 more, at 90 pounds."""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        # Which of the two it was before is not told by the numbers alone.
        ("The port had 125,192 calls before.", NOT_FOUND),
        ("The port had 120,930 calls the year before.", NOT_FOUND),
        ("The yard had 2.8 million visitors before.", NOT_FOUND),
        ("The yard had 6.5 million visitors a year earlier.", NOT_FOUND),
        ("Sales were 76 boats the year before.", NOT_FOUND),
        ("Sales were 84 boats the year before.", NOT_FOUND),
        # What neither makes is contradicted, and so is what is not said of before.
        ("The port had 125,292 calls before.", CONTRADICTED),
        ("The yard had 2.1 million visitors before.", CONTRADICTED),
        ("Sales were 71 boats the year before.", CONTRADICTED),
        ("The port had 125,192 calls.", CONTRADICTED),
        ("The yard had 2.8 million visitors.", CONTRADICTED),
        ("Sales were 76 boats.", CONTRADICTED),
    ],
)
def test_what_follows_from_a_change_may_have_been_before(claim: str, verdict: Verdict) -> None:
    judgement = judged_on(grounds_in("en", claim, CALLS))
    assert judgement.verdict is verdict, judgement.reason


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Between 2019 and 2023 the number of pupils at the school rose by 80.", SUPPORTED),
        ("Between 2019 and 2023 the number of pupils at the school rose by 90.", NOT_FOUND),
        ("The school had 80 more pupils in 2023 than in 2019.", SUPPORTED),
        ("The school had 60 more pupils in 2023 than in 2019.", NOT_FOUND),
    ],
)
def test_the_difference_over_the_two_years_of_a_claim(claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, PORT)
    assert judgement.verdict is verdict, judgement.reason
    is_reckoned = judgement.reason == "the source gives the difference of 720 and 640"
    assert is_reckoned is (verdict is SUPPORTED)


PORT_ZH = """海岬縣港口報告
2023年海岬港發生41件事故，比2022年少9件。
海岬港2023年營收386億元，較2022年的362億元成長6.6%。"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("2022年海岬港發生50件事故。", SUPPORTED),
        ("2022年海岬港發生32件事故。", CONTRADICTED),
        ("2023年海岬港發生41件事故。", SUPPORTED),
        ("海岬港2022年營收362億元。", SUPPORTED),
        ("海岬港2023年營收362億元。", CONTRADICTED),
        ("海岬港2023年營收386億元。", SUPPORTED),
        ("海岬港2022年營收386億元。", CONTRADICTED),
        ("海岬港2023年營收成長6.6%。", SUPPORTED),
        ("海岬港2022年營收成長6.6%。", CONTRADICTED),
    ],
)
def test_a_year_that_is_compared_with_binds_what_follows_at_once(
    claim: str, verdict: Verdict
) -> None:
    judgement = judged(claim, PORT_ZH, language="zh-Hant")
    assert judgement.verdict is verdict, judgement.reason


def a_table(lead: str, caption: str) -> Page:
    html = f"""<html lang="en"><title>Sales</title><body><article><p>{lead}</p>
<table>{caption and f"<caption>{caption}</caption>"}
<tr><th>Town</th><th>2022</th><th>2023</th></tr>
<tr><td>Sellby</td><td>41</td><td>52</td></tr>
<tr><td>Brandholm</td><td>38</td><td>44</td></tr></table></article></body></html>"""
    return an_html_page(html)


THOUSANDS = [
    ("In Sellby 52,000 bicycles were sold in 2023.", SUPPORTED),
    ("In Sellby 41,000 bicycles were sold in 2022.", SUPPORTED),
    ("In Sellby 41,000 bicycles were sold in 2023.", CONTRADICTED),
    ("In Brandholm 44,000 bicycles were sold in 2023.", SUPPORTED),
    ("Bicycles sold in Sellby rose by 11,000 in 2023.", SUPPORTED),
]


@pytest.mark.parametrize(
    ("lead", "caption"),
    [
        ("Bicycles sold by town, in thousands of units:", ""),
        ("The guild counts.", "Bicycles sold, thousands"),
        ("The guild counts.", "Thousands of bicycles sold"),
    ],
)
@pytest.mark.parametrize(("claim", "verdict"), THOUSANDS)
def test_a_table_in_thousands(lead: str, caption: str, claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, a_table(lead, caption))
    assert judgement.verdict is verdict, judgement.reason


@pytest.mark.parametrize(("claim", "verdict"), THOUSANDS)
def test_a_table_that_does_not_say_thousands(claim: str, verdict: Verdict) -> None:
    assert verdict in {SUPPORTED, CONTRADICTED}
    judgement = judged(claim, a_table("The guild counts.", "Bicycles sold"))
    assert judgement.verdict in {CONTRADICTED, NOT_FOUND}, judgement.reason


GRAIN = "Grain handled, in million tonnes"


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Sellby handled 52 million tonnes of grain in 2023.", SUPPORTED),
        ("Sellby handled 41 million tonnes of grain in 2023.", CONTRADICTED),
        ("Sellby handled 52 tonnes of grain in 2023.", CONTRADICTED),
        ("Grain handled in Brandholm grew by 16% in 2023.", SUPPORTED),
        ("Grain handled in Brandholm grew by 26% in 2023.", NOT_FOUND),
    ],
)
def test_a_table_in_million_tonnes_and_growth_between_columns(claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, a_table("The guild counts.", GRAIN))
    assert judgement.verdict is verdict, judgement.reason


SINCE = """Fishing at Sellby
The catch of 2024 was 310 tonnes, the most since records began in 1978.
The season's 2023 sales came to £41 million."""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("The catch of 2024 was 310 tonnes.", SUPPORTED),
        ("The catch of 1978 was 310 tonnes.", CONTRADICTED),
        ("The season's 2023 sales came to £41 million.", SUPPORTED),
        ("Sales of the season came to £41 million in 2023.", SUPPORTED),
        ("The season's 2022 sales came to £41 million.", CONTRADICTED),
    ],
)
def test_a_year_since_which_something_is_so_is_of_no_number(claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, SINCE)
    assert judgement.verdict is verdict, judgement.reason


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Rents of 310 pounds, the highest since 1978, were asked.", []),
        ("Rents of 310 pounds were the most since records began in 1978.", []),
        ("Rents of 310 pounds were asked in 1978.", [1978]),
        ("Rents of 310 pounds in 2024 were the highest since 1978.", [2024]),
    ],
)
def test_the_years_that_a_number_is_of(text: str, years: list[float]) -> None:
    index = PageIndex(a_page(text))
    (rents,) = [
        one
        for one in candidates_of(Passage(index.units[0], 1.0), index)
        if one.quantity.kind is Kind.MONEY
    ]
    assert [one.low for one in rents.years] == years


BEER = an_html_page(
    "<article><h1>Beer of the region</h1><p>Figures of the towns, for two years.</p><table>"
    "<tr><th>Town</th><th>Beer 2022 (hl)</th><th>Beer 2023 (hl)</th></tr>"
    "<tr><td>Orrin</td><td>20,000</td><td>21,000</td></tr>"
    "<tr><td>Melby</td><td>60,000</td><td>63,000</td></tr>"
    "<tr><td>Karsk</td><td>40,000</td><td>41,000</td></tr>"
    "<tr><td>Total</td><td>120,000</td><td>125,000</td></tr></table></article>"
)
TIMES = "the source gives 60,000 hl and 20,000 hl, one 3.0 times the other"


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        ("Melby brewed three times as much beer as Orrin in 2022.", TIMES),
        (
            "Orrin's beer was a third of that of Melby in 2022.",
            "the share of 60,000 hl and 20,000 hl",
        ),
        ("Melby brewed 40,000 hl more beer than Orrin in 2022.", "the difference of 60,000 hl and"),
        ("Melby brewed 42,000 hl more beer than Orrin in 2023.", "the difference of 63,000 hl and"),
        ("Orrin brewed 42,000 hl less beer than Melby in 2023.", "the difference of 63,000 hl and"),
        ("In 2022 Melby brewed half of all beer.", "the share of 120,000 hl and 60,000 hl"),
        ("Karsk brewed a third of all beer in 2022.", "the share of 120,000 hl and 40,000 hl"),
        (
            "Melby and Karsk brewed 100,000 hl of beer in 2022.",
            "the sum of 60,000 hl and 40,000 hl",
        ),
        ("Together Melby and Karsk brewed 104,000 hl of beer in 2023.", "the sum of 63,000 hl and"),
        ("Melby's beer rose by 3,000 hl in 2023.", "the difference of 63,000 hl and 60,000 hl"),
        ("Melby's beer rose by 5% in 2023.", "the change between 63,000 hl and 60,000 hl"),
    ],
)
def test_what_two_rows_or_two_years_of_a_table_make(claim: str, reason: str) -> None:
    judgement = judged_on(grounds_in("en", claim, BEER))
    assert judgement.verdict is SUPPORTED, judgement.reason
    assert reason in judgement.reason


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Orrin brewed three times as much beer as Melby in 2022.", CONTRADICTED),
        ("Melby brewed 40,000 hl more beer than Orrin in 2023.", CONTRADICTED),
        ("Melby and Karsk brewed 100,000 hl of beer in 2023.", CONTRADICTED),
        ("Melby and Karsk brewed 110,000 hl of beer in 2022.", CONTRADICTED),
        ("Melby brewed 100,000 hl of beer in 2022.", CONTRADICTED),
        ("Melby and Karsk brewed over 90,000 hl of beer in 2022.", CONTRADICTED),
        ("In 2022 Melby brewed a quarter of all beer.", NOT_FOUND),
        ("Melby's beer rose by 4,000 hl in 2023.", CONTRADICTED),
    ],
)
def test_what_they_do_not_make(claim: str, verdict: Verdict) -> None:
    judgement = judged_on(grounds_in("en", claim, BEER))
    assert judgement.verdict is verdict, judgement.reason


@pytest.mark.parametrize(
    ("claim", "sum_of"),
    [
        ("Melby and Karsk brewed 100,000 hl.", True),
        ("Melby Steel and the Karsk Works brewed 100,000 hl.", True),
        ("Melby and others brewed 100,000 hl.", False),
        ("Melby brewed 100,000 hl, Karsk and Orrin less.", False),
        ("Melby and Karsk brewed over 90,000 hl.", False),
    ],
)
def test_what_two_did_may_be_told_of_both(claim: str, *, sum_of: bool) -> None:
    (claimed, *_) = find_quantities(claim, "en")
    two = find_quantities("60,000 hl and 40,000 hl", "en")
    assert (derive(claimed, claim, "en", two) is not None) is sum_of
    # Of three numbers some two add up to many things.
    three = find_quantities("60,000 hl, 40,000 hl and 35,000 hl", "en")
    assert derive(claimed, claim, "en", three) is None


SPENT = (
    "Capital spending was $21.4 billion in 2023, slightly below the $22.6 billion of 2022."
    " Coal's share dropped to 14% in 2024 from 21% in 2023."
)
SPENT_ZH = "海瀾縣2023年農漁業總產值為386億元，較2022年的362億元成長6.6%。"
LESS = "Capital spending was $1.2 billion less"


@pytest.mark.parametrize(
    ("language", "page", "claim", "expected"),
    [
        ("en", SPENT, "Capital spending fell by $1.2 billion in 2023.", True),
        ("en", SPENT, "Capital spending rose by $1.2 billion in 2023.", False),
        ("en", SPENT, "Capital spending fell by $1.2 billion in 2022.", False),
        ("en", SPENT, "Capital spending fell by $1.2 billion.", True),
        ("en", SPENT, "Capital spending rose by $1.2 billion.", False),
        ("en", SPENT, f"{LESS} in 2023 than in 2022.", True),
        ("en", SPENT, f"{LESS} in 2022 than in 2023.", False),
        ("en", SPENT, f"{LESS} in 2023 than in 2021.", False),
        ("en", SPENT, "Capital spending was $1.2 billion more in 2022 than in 2023.", True),
        ("en", SPENT, "Coal's share fell by seven percentage points from 2023 to 2024.", True),
        ("en", SPENT, "Coal's share rose by seven percentage points from 2023 to 2024.", False),
        ("en", SPENT, "Coal's share fell by seven percentage points since 2023.", True),
        ("en", SPENT, "Coal's share fell by seven percentage points since 2024.", False),
        ("zh-Hant", SPENT_ZH, "海瀾縣農漁業總產值2023年比前一年增加24億元。", True),
        ("zh-Hant", SPENT_ZH, "海瀾縣農漁業總產值2023年比前一年減少24億元。", False),
        ("zh-Hant", SPENT_ZH, "海瀾縣農漁業總產值2022年比前一年增加24億元。", False),
        ("zh-Hant", SPENT_ZH, "海瀾縣農漁業總產值2023年比2022年多24億元。", True),
        ("zh-Hant", SPENT_ZH, "海瀾縣農漁業總產值2022年比2023年多24億元。", False),
    ],
)
def test_a_change_has_a_way_and_its_years(
    language: str, page: str, claim: str, *, expected: bool
) -> None:
    judgement = judged_on(grounds_in(language, claim, page))
    assert (judgement.verdict is SUPPORTED) is expected, judgement.reason


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Melby brewed more beer than Orrin in 2022.", SUPPORTED),
        ("Orrin brewed more beer than Melby in 2022.", CONTRADICTED),
        ("Melby brewed more beer than Orrin in 2019.", PARTIAL),
    ],
)
def test_what_comes_first_does_so_in_its_year(claim: str, verdict: Verdict) -> None:
    judgement = judged_on(grounds_in("en", claim, BEER))
    assert judgement.verdict is verdict, judgement.reason


COMPACT = """The Southern Meals Compact
Of the council's 23 member states, 17 have signed the Compact and 14 have ratified it.
So far $420 million has been pledged to its fund, of which $265 million has been paid in.
In 2023, 31 million of the 48 million primary pupils received a meal, up from 24 million in 2019.
In the cholera year 340 patients were taken in, of whom 129 died.
Norland grew 46 percent of the rice, Westmark 31 percent; the rest came from Eastmark.
The harbour lights were repaired in May."""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Six member states of the council have not signed the Compact.", SUPPORTED),
        ("17 member states of the council have not signed the Compact.", CONTRADICTED),
        # What 14 leave is not told of those who signed; no number of the page speaks against it.
        ("Nine member states of the council have not signed the Compact.", NOT_FOUND),
        ("Some $155 million pledged to the fund has not yet been paid in.", SUPPORTED),
        ("Some $265 million pledged to the fund has not yet been paid in.", CONTRADICTED),
        ("Seven million more primary pupils received a meal in 2023 than in 2019.", SUPPORTED),
        ("Nine million more primary pupils received a meal in 2023 than in 2019.", NOT_FOUND),
        ("In 2023, 17 million primary pupils did not receive a meal.", SUPPORTED),
        ("Close to two-thirds of primary pupils received a meal in 2023.", SUPPORTED),
        ("Nearly four in ten of the cholera patients died.", SUPPORTED),
        ("31 million of the 48 million primary pupils, about 65%, received a meal.", SUPPORTED),
        ("Eastmark grew 23 percent of the rice.", SUPPORTED),
        ("Eastmark grew 31 percent of the rice.", CONTRADICTED),
    ],
)
def test_wholes_parts_and_what_they_leave(claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, COMPACT)
    assert judgement.verdict is verdict, judgement.reason


TWO_SENTENCES = """Ports of Norland
The port of Melby handled 50.4 million tonnes in 2024.
The weather was mild and the harbour lights were repaired.
The port of Corran handled 40.9 million tonnes in 2024."""


def test_what_two_sentences_make_is_quoted_where_the_greater_number_stands() -> None:
    judgement = judged(
        "The port of Melby handled 9.5 million tonnes more than the port of Corran in 2024.",
        TWO_SENTENCES,
    )
    assert judgement.verdict is SUPPORTED, judgement.reason
    told = [one.quote for one in judgement.evidence if any("9.5" in f.claim for f in one.facts)]
    assert told == ["The port of Melby handled 50.4 million tonnes in 2024."]


LEAGUE = "Halden won the league with 78 points, four ahead of Kestrel, who had won it in 2023."
FORECAST = (
    "The bank expects growth of 1.8 percent, half a percentage point more than in its April report."
)


@pytest.mark.parametrize(
    ("page", "claim", "verdict"),
    [
        (LEAGUE, "Kestrel ended the league with 74 points.", NOT_FOUND),
        (LEAGUE, "Kestrel ended the league with 82 points.", CONTRADICTED),
        (LEAGUE, "Halden won the league with 72 points.", CONTRADICTED),
        (FORECAST, "In its April report the bank expected growth of 1.3 percent.", NOT_FOUND),
        (FORECAST, "The bank expects growth of 2.3 percent.", CONTRADICTED),
    ],
)
def test_a_number_as_far_off_as_the_sentence_says_is_not_against_it(
    page: str, claim: str, verdict: Verdict
) -> None:
    judgement = judged(claim, page)
    assert judgement.verdict is verdict, judgement.reason


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("該公司的出口量一年增加8%。", SUPPORTED),
        ("該公司一年的出口量增加8%。", SUPPORTED),
        ("該公司簽下為期一年的合約，出口量增加8%。", PARTIAL),
    ],
)
def test_in_a_year_is_no_length_that_a_page_has_to_give(claim: str, verdict: Verdict) -> None:
    page = a_page("該公司今年的出口量增加8%。公司簽下合約。", language="zh-Hant")
    judgement = judged(claim, page)
    assert judgement.verdict is verdict, judgement.reason


RICE = (
    "Of the rice Norland grew 46 percent, Westmark 27 percent and Eastmark 15 percent; the rest"
    " came from abroad."
)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("As reported, of the rice Norland grew 46 percent and Eastmark 15 percent.", SUPPORTED),
        ("Of the rice 12 percent came from abroad.", SUPPORTED),
    ],
)
def test_what_is_left_to_be_reckoned_is_no_rival_of_what_is_given(
    claim: str, verdict: Verdict
) -> None:
    judgement = judged(claim, RICE)
    assert judgement.verdict is verdict, judgement.reason
