"""Claims that one thing is first, second or last among others, beside the numbers of them all."""

from __future__ import annotations

import pytest

from claims.rankings import find_ranking
from claims.values import Verdict
from tests.claims.makers import an_html_page, judged

SUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("text", "place", "by_more"),
    [
        ("Sellby is the largest port.", 1, True),
        ("Sellby is the second largest port.", 2, True),
        ("Sellby is the country's third-busiest port.", 3, True),
        ("Sellby had the lowest rent.", 1, False),
        ("Sellby had the second-lowest rent.", 2, False),
        ("Sellby has the fewest bakeries.", 1, False),
        ("Sellby handled more cargo than any other port.", 1, True),
        ("Sellby ranked third in cargo.", 3, True),
        ("Sellby came second in cargo.", 2, True),
    ],
)
def test_an_english_claim_gives_a_place(text: str, place: int, *, by_more: bool) -> None:
    ranking = find_ranking(text, "en")
    assert ranking is not None
    assert (ranking.place, ranking.by_more) == (place, by_more)
    assert ranking.subjects[0].startswith("Sellby")


@pytest.mark.parametrize(
    ("text", "place", "by_more"),
    [
        ("海岬港是最大的港口。", 1, True),
        ("海岬港是第二大港口。", 2, True),
        ("海岬港的貨量居首。", 1, True),
        ("海岬港的貨量居次。", 2, True),
        ("海岬港的租金最低。", 1, False),
        ("海岬港的貨量排名第三。", 3, True),
    ],
)
def test_a_chinese_claim_gives_a_place(text: str, place: int, *, by_more: bool) -> None:
    ranking = find_ranking(text, "zh-Hant")
    assert ranking is not None
    assert (ranking.place, ranking.by_more) == (place, by_more)
    assert ranking.subjects[0].startswith("海岬港")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Rents in Sellby were the highest since 2016.", "en"),
        ("Rents in Sellby were the highest on record.", "en"),
        ("Rents in Sellby were the lowest in ten years.", "en"),
        ("Sellby is among the largest ports.", "en"),
        ("Sellby is one of the largest ports.", "en"),
        ("Rents in Sellby rose in the third quarter.", "en"),
        ("海岬港的貨量創歷年最高。", "zh-Hant"),
        ("海岬港的貨量是十年來最高。", "zh-Hant"),
        ("海岬港第二季的貨量增加。", "zh-Hant"),
        # So many of each lead, and the customers of the port are ranked, not the port.
        ("漁業上，兩地各有四項居首。", "zh-Hant"),
        ("海岬港的最大客戶是一家紙廠。", "zh-Hant"),
    ],
)
def test_first_among_years_and_one_of_several_are_no_places(text: str, language: str) -> None:
    assert find_ranking(text, language) is None


POWER = """Power in Norland in 2023
Wind was the largest source at 21.3 terawatt-hours, followed by hydropower at 14.2 and coal at 9.6.
The main dish of the power workers is soup."""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Wind was the largest source of power in Norland.", SUPPORTED),
        ("Hydropower was the largest source of power in Norland.", CONTRADICTED),
        ("Coal was the second largest source of power in Norland.", CONTRADICTED),
        ("Wind was the second largest source of power in Norland.", CONTRADICTED),
        ("Hydropower gave more power than any other source in Norland.", CONTRADICTED),
    ],
)
def test_a_sentence_that_gives_several_in_their_order(claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, POWER)
    assert judgement.verdict is verdict, judgement.reason
    assert judgement.reason.startswith("the source gives")


def test_the_reason_gives_the_number_of_the_one_that_is_first() -> None:
    judgement = judged("Hydropower was the largest source of power in Norland.", POWER)
    assert "14.2 and 21.3" in judgement.reason


@pytest.mark.parametrize(
    ("told", "is_ranked"),
    [
        ("In May wind gave 21.3 gigawatt-hours of power and hydropower gave 14.2.", False),
        ("In May wind gave most power at 21.3 gigawatt-hours and hydropower gave 14.2.", True),
    ],
)
def test_a_sentence_that_gives_no_order_ranks_nothing(told: str, *, is_ranked: bool) -> None:
    judgement = judged("Hydropower was the largest source of power.", f"Power\n{told}")
    assert (judgement.verdict is CONTRADICTED) is is_ranked, judgement.reason


MOVED = """The league of Norland
Goals were most for the leading club Sellby at 71, followed by Brandholm at 64 and Melby at 58."""


def test_a_move_between_two_places_is_no_place() -> None:
    told = "Melby went from sixth to second in goals."
    assert "other way round" in judged("Melby came second in goals.", MOVED).reason
    judgement = judged(told, f"{MOVED}\n{told}")
    assert judgement.verdict is SUPPORTED, judgement.reason


CHINESE = """海岬縣港口2023年貨量
2023年港口貨量以海岬港居首，達540萬噸，其次是松嶺港，為380萬噸，北灣港為120萬噸。
港口的天氣很好。"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("松嶺港的貨量居首。", CONTRADICTED),
        ("松嶺港的貨量居次。", SUPPORTED),
        ("北灣港的貨量居次。", CONTRADICTED),
        ("北灣港是貨量最大的港口。", CONTRADICTED),
    ],
)
def test_a_chinese_sentence_that_gives_several_in_their_order(claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, CHINESE, language="zh-Hant")
    assert judgement.verdict is verdict, judgement.reason
    assert judgement.reason.startswith("the source gives")


TABLE = """<html lang="en"><title>Ports</title><body><article>
<p>The guild of ports counts ships.</p>
<table><caption>Ships in the ports by year</caption>
<tr><th>Port</th><th>Ships 2022</th><th>Ships 2023</th></tr>
<tr><td>Sellby</td><td>4,210</td><td>3,890</td></tr>
<tr><td>Brandholm</td><td>3,150</td><td>4,310</td></tr>
<tr><td>Melby</td><td>2,240</td><td>2,980</td></tr>
<tr><td>Total</td><td>9,600</td><td>11,180</td></tr></table>
</article></body></html>"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Brandholm was the busiest port for ships in 2023.", SUPPORTED),
        ("Sellby was the busiest port for ships in 2023.", CONTRADICTED),
        ("Sellby was the busiest port for ships in 2022.", SUPPORTED),
        ("Brandholm was the busiest port for ships in 2022.", CONTRADICTED),
        ("Melby was the second busiest port for ships in 2023.", CONTRADICTED),
        ("Sellby was the second busiest port for ships in 2023.", SUPPORTED),
        ("Melby was the third busiest port for ships in 2023.", SUPPORTED),
        ("Melby was the port with the fewest ships in 2023.", SUPPORTED),
        ("Sellby was the port with the fewest ships in 2023.", CONTRADICTED),
        ("Sellby had more ships than any other port in 2023.", CONTRADICTED),
    ],
)
def test_the_rows_of_a_table_without_its_total(claim: str, verdict: Verdict) -> None:
    page = an_html_page(TABLE)
    judgement = judged(claim, page)
    assert judgement.verdict is verdict, judgement.reason
    assert judgement.reason.startswith("the source gives")


def test_a_place_behind_the_last_row_is_told_of_by_nothing() -> None:
    page = an_html_page(TABLE)
    judgement = judged("Melby was the fifth busiest port for ships in 2023.", page)
    assert judgement.verdict is not SUPPORTED
    assert not judgement.reason.startswith("the source gives 2,980")
