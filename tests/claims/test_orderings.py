"""Claims that put one thing before another, beside the numbers or the words of small pages."""

from __future__ import annotations

import pytest

from claims.orderings import find_ordering
from claims.values import Verdict
from tests.claims.makers import an_html_page, judged, the_grounds

SUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Sellby has more bakeries than Brandholm.", 1),
        ("Sellby has fewer bakeries than Brandholm.", -1),
        ("Ferries are cheaper than trains on the coast.", -1),
        ("Rainfall in Sellby exceeds rainfall in Brandholm.", 1),
        ("Sellby outnumbered Brandholm in bakeries.", 1),
        ("Sellby is ahead of Brandholm in baking.", 1),
        ("Sellby trails Brandholm in baking.", -1),
        ("Wages in Sellby were below wages in Brandholm.", -1),
    ],
)
def test_an_english_claim_puts_one_thing_before_another(text: str, direction: int) -> None:
    ordering = find_ordering(text, "en", "en")
    assert ordering is not None
    assert ordering.direction == direction


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("海岬縣的降雨高於松嶺縣。", 1),
        ("海岬縣的麵包店多於松嶺縣。", 1),
        ("海岬縣的渡輪超過松嶺縣的巴士。", 1),
        ("海岬縣的麵包店比松嶺縣多。", 1),
        ("海岬縣的麵包店比松嶺縣還少。", -1),
        ("海岬縣的降雨低於松嶺縣。", -1),
        ("海岬縣的產量不及松嶺縣。", -1),
    ],
)
def test_a_chinese_claim_puts_one_thing_before_another(text: str, direction: int) -> None:
    ordering = find_ordering(text, "zh-Hant", "zh-Hant")
    assert ordering is not None
    assert ordering.direction == direction


def test_what_both_things_have_in_common_tells_neither() -> None:
    ordering = find_ordering("Bakeries in Sellby outnumber bakeries in Brandholm.", "en", "en")
    assert ordering is not None
    assert [sorted(forms) for forms in ordering.first] == [["sellbi"]]
    assert [sorted(forms) for forms in ordering.second] == [["brandholm"]]


@pytest.mark.parametrize(
    "text",
    [
        "Sellby has more than 5 bakeries.",
        "Sellby has more than five bakeries.",
        "Sellby earned more than £40 million.",
        "Sales in Sellby more than doubled.",
        "The bridge took longer than expected.",
        "Sales in Sellby were higher than in 2023.",
        "Sales in Sellby were higher than the previous year.",
        "Sellby sells more bread than ever.",
        "Sellby sells more bread than any other town.",
    ],
)
def test_bounds_times_and_hopes_are_no_things(text: str) -> None:
    assert find_ordering(text, "en", "en") is None


@pytest.mark.parametrize(
    "text",
    [
        "比亞迪在海岬縣賣出電動車。",
        "海岬縣的通勤者超過六成搭渡輪。",
        "海岬縣的降雨高於平均。",
        "海岬縣的產量高於預期。",
        "海岬縣的麵包店超過50家。",
        "海岬縣的比賽很多。",
        "海岬縣的產量比前一年多。",
        "政府對比亞洲各國的麵包。",
    ],
)
def test_chinese_bounds_and_words_with_a_comparing_character_are_no_orders(text: str) -> None:
    assert find_ordering(text, "zh-Hant", "zh-Hant") is None


NUMBERS = """Life in Norland
Life expectancy was 79.3 years for men and 83.6 years for women.
Brandholm, ahead of Sellby, has the best port on the coast.
Farms in the south use 40 litres of fuel an hour against 55 litres for farms in the north."""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Women had a higher life expectancy than men.", SUPPORTED),
        ("Men had a higher life expectancy than women.", CONTRADICTED),
        ("Men had a lower life expectancy than women.", SUPPORTED),
        ("Women had a lower life expectancy than men.", CONTRADICTED),
        ("Farms in the north use more fuel an hour than farms in the south.", SUPPORTED),
        ("Farms in the south use more fuel an hour than farms in the north.", CONTRADICTED),
    ],
)
def test_the_numbers_of_both_in_one_sentence_decide(claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, NUMBERS)
    assert judgement.verdict is verdict, judgement.reason
    assert judgement.reason.startswith("the source gives")


def test_the_reason_gives_both_numbers() -> None:
    judgement = judged("Men had a higher life expectancy than women.", NUMBERS)
    assert "79.3 years and 83.6 years, the other way round" in judgement.reason


WORDS = """Ports of Norland
In exports of grain Brandholm is ahead of Sellby.
Salt sold better than grain, and the mines of Quarrytown are deeper than the mines of Melby.
Local makers sold more at home than foreign ones did: with 5 firms the local ones had 54 percent, \
and the 9 foreign ones 46 percent."""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Brandholm is ahead of Sellby in exports of grain.", SUPPORTED),
        ("Sellby is ahead of Brandholm in exports of grain.", CONTRADICTED),
        ("Sellby lags behind Brandholm in exports of grain.", SUPPORTED),
        ("Brandholm lags behind Sellby in exports of grain.", CONTRADICTED),
        ("The mines of Quarrytown are deeper than the mines of Melby.", SUPPORTED),
        # What a sentence says in words goes before its numbers.
        ("Local makers sold more at home than foreign makers did.", SUPPORTED),
        ("Foreign makers sold more at home than local makers did.", CONTRADICTED),
        ("The mines of Melby are deeper than the mines of Quarrytown.", CONTRADICTED),
        ("The mines of Melby are shallower than the mines of Quarrytown.", SUPPORTED),
    ],
)
def test_an_order_in_words_decides(claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, WORDS)
    assert judgement.verdict is verdict, judgement.reason
    assert judgement.reason.startswith("the source gives")


CHINESE = """海岬縣的健康
海岬縣男性平均壽命為76.1歲，女性為82.4歲。
海岬縣的天氣很好。"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("海岬縣女性的平均壽命高於男性。", SUPPORTED),
        ("海岬縣男性的平均壽命高於女性。", CONTRADICTED),
        ("海岬縣男性的平均壽命比女性短。", SUPPORTED),
        ("海岬縣女性的平均壽命比男性短。", CONTRADICTED),
    ],
)
def test_on_a_chinese_page(claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, CHINESE, language="zh-Hant")
    assert judgement.verdict is verdict, judgement.reason
    assert judgement.reason.startswith("the source gives")


FARMS = """Farms in Japan and Germany
Average farms have 1.8 hectares in Japan and 63 hectares in Germany.
Wages are paid by the month."""
FARMS_ZH = """日本和德國的農場
日本農場平均面積為1.8公頃，德國農場為63公頃。
工資按月支付。"""


@pytest.mark.parametrize(
    ("claim", "page", "language", "verdict"),
    [
        ("德國農場的平均面積大於日本。", FARMS, "en", SUPPORTED),
        ("日本農場的平均面積大於德國。", FARMS, "en", CONTRADICTED),
        ("日本的平均農場比德國大。", FARMS, "en", CONTRADICTED),
        ("Average farms in Germany are larger than in Japan.", FARMS_ZH, "zh-Hant", SUPPORTED),
        ("Average farms in Japan are larger than in Germany.", FARMS_ZH, "zh-Hant", CONTRADICTED),
    ],
)
def test_across_languages(claim: str, page: str, language: str, verdict: Verdict) -> None:
    judgement = judged(claim, page, language=language)
    assert judgement.verdict is verdict, judgement.reason
    assert judgement.reason.startswith("the source gives")


TABLE = """<html lang="en"><title>Bakeries</title><body><article>
<p>The guild of bakers counts its shops and its sales.</p>
<table><caption>Bakeries and sales of bread in the towns</caption>
<tr><th>Town</th><th>Bakeries 2022</th><th>Bakeries 2023</th><th>Loaves sold 2023</th></tr>
<tr><td>Sellby</td><td>41</td><td>36</td><td>8,100</td></tr>
<tr><td>Brandholm</td><td>38</td><td>44</td><td>5,900</td></tr></table>
</article></body></html>"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Brandholm had more bakeries than Sellby in 2023.", SUPPORTED),
        ("Sellby had more bakeries than Brandholm in 2023.", CONTRADICTED),
        ("Sellby had more bakeries than Brandholm in 2022.", SUPPORTED),
        ("Brandholm had more bakeries than Sellby in 2022.", CONTRADICTED),
        ("Sellby sold more loaves than Brandholm.", SUPPORTED),
        ("Brandholm sold more loaves than Sellby.", CONTRADICTED),
    ],
)
def test_two_rows_of_a_table_in_the_column_of_the_claim(claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, an_html_page(TABLE))
    assert judgement.verdict is verdict, judgement.reason
    assert judgement.reason.startswith("the source gives")


SALES = """<html lang="en"><title>Sales of bread</title><body><article>
<p>The guild of bakers counts what its shops sell.</p>
<table><caption>Sales of bread by town, loaves</caption>
<tr><th>Town</th><th>2022</th><th>2023</th><th>2024</th></tr>
<tr><td>Sellby</td><td>4,210</td><td>3,890</td><td>4,660</td></tr>
<tr><td>Brandholm</td><td>1,150</td><td>1,310</td><td>1,270</td></tr></table>
</article></body></html>"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Sales of bread in Sellby rose in 2024.", SUPPORTED),
        ("Sales of bread in Sellby fell in 2024.", CONTRADICTED),
        ("Sales of bread in Sellby fell in 2023.", SUPPORTED),
        ("Sales of bread in Sellby rose in 2023.", CONTRADICTED),
        ("Sales of bread in Brandholm rose in 2023.", SUPPORTED),
        ("Sales of bread in Brandholm rose in 2024.", CONTRADICTED),
    ],
)
def test_the_row_of_a_table_tells_how_it_changed(claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, an_html_page(SALES))
    assert judgement.verdict is verdict, judgement.reason
    assert judgement.reason.startswith("the source gives")


WAITING = """Waiting in the clinics of Sellby in 2024
Patients in Sellby waited 31 weeks for a new hip, against 26 weeks in 2023.
The clinics have a new roof."""
WAITING_ZH = """海岬縣診所2024年報告
海岬縣病患2024年等候手術31週，2023年為26週。
診所換了新屋頂。"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Patients in Sellby waited longer for a new hip in 2024 than in 2023.", SUPPORTED),
        ("Patients in Sellby waited longer for a new hip than in 2023.", SUPPORTED),
        ("Patients in Sellby waited longer for a new hip than a year earlier.", SUPPORTED),
        ("Patients in Sellby had shorter waits for a new hip than in 2023.", CONTRADICTED),
        ("Patients in Sellby had shorter waits for a new hip than a year earlier.", CONTRADICTED),
    ],
)
def test_one_year_before_another(claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, WAITING)
    assert judgement.verdict is verdict, judgement.reason
    assert judgement.reason.startswith("the source gives")


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("海岬縣病患等候手術的時間比前一年長。", SUPPORTED),
        ("海岬縣病患等候手術的時間比前一年短。", CONTRADICTED),
        ("海岬縣病患等候手術的時間較2023年縮短。", CONTRADICTED),
    ],
)
def test_one_year_before_another_in_chinese(claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, WAITING_ZH, language="zh-Hant")
    assert judgement.verdict is verdict, judgement.reason
    assert judgement.reason.startswith("the source gives")


DISAGREEING = """Fares on the coast
Fares cost 6.20 pounds for ferries and 4.80 pounds for trains.
Fares cost 5.10 pounds for ferries and 7.40 pounds for trains."""


@pytest.mark.parametrize(
    "claim",
    [
        "Fares for ferries were higher than fares for trains.",
        "Fares for trains were higher than fares for ferries.",
    ],
)
def test_two_sentences_that_disagree_decide_nothing(claim: str) -> None:
    first, _, second = DISAGREEING.rpartition("\n")
    assert "the source gives" in judged(claim, first).reason
    assert "the source gives" in judged(claim, f"Fares on the coast\n{second}").reason
    assert "the source gives" not in judged(claim, DISAGREEING).reason


def test_a_sentence_on_two_years_needs_a_word_of_the_claim() -> None:
    claim = "The bakeries sold fewer loaves than in 2023."
    assert judged(claim, WAITING).verdict is Verdict.NOT_FOUND


def test_a_number_of_how_much_less_is_held_against_numbers() -> None:
    grounds = the_grounds("Patients waited 19% longer than in 2023.", WAITING)
    assert grounds.ordered is None
