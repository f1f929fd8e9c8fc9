"""Claims written in good faith that were once called contradicted, beside the same with a slip."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.values import Verdict
from tests.claims.makers import an_html_page, judged, what_is_told
from tests.golden_files import assert_golden

SUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.CONTRADICTED
PARTIAL, NOT_FOUND = Verdict.PARTIAL, Verdict.NOT_FOUND

FUND = (
    "The fund fell from 267 million pounds in 2020 to 214 million pounds in 2022, the board said."
)
WAITS = (
    "In Sellby the average wait fell from 21 days to 11 after the forms were changed in 2023, which"
    " three captains called a relief."
)
OUTLAY = "Outlay for 2024 is now put at about £700 million rather than the £900 million of May."
COST = (
    "The scheme of 2017 would have raised both walls and was costed at £52m. The flood of February"
    " 2020, when the river Orr came over both walls, had cost the town an estimated £19m."
)
PEOPLE = "2024年底，全縣人口667萬人，其中60歲以上168萬人，占25.2%。"
REPAIR = "修復工程總經費1億8,600萬元，其中文化局補助1億1,000萬元，其餘由縣府分攤。"
COLLEGE = (
    "Since the college at Corra did not admit women as students before 1908, she moved to Melby in"
    " 1907, where she began to study that autumn."
)
ACT = "The act was passed in 1932 with the support of all parties except the Farmers."
TRIAL = "In ORRIS-2 a new inhaler was tested against a placebo. No small dose is tested in ORRIS-3."
DIVIDEND = "The board proposes a dividend of 2.40 crowns a share, unchanged from the year before."
LISTING = "In 2016 the heritage board turned down an application to list the baths of Corra."
LETTER = "In May the company signed a letter of intent on a possible plant in Penryn."
STOCK = "The target is to bring the stock down to 110 days, which the board hopes to reach in 2025."
BUYBACK = "A buyback of £500 million launched last year has been suspended."
BLAME = "Falling groundwater was seldom to blame for the dry wells of the county."
CREW = "The fleet has 40 ships, and one ship in ten is older than 30 years."
SHIFT = "Dr Ruth Amsel warned against reading too much into a trial of eight weeks."
TAUGHT = "From 2005 to 2016 Ada Lund taught weaving at a school in Melby."
CABLES = "The islands with one cable fell from 34 in 2019 to 26 in 2024, and 11 lie in the south."
CALL = "The chairman Olav Ness called on the council to extend the grant to 2028."
RATES = "The rate was lowest in Tarvik county, at 5.2%, and highest in Orrin county, at 12.1%."
OPENED = "The pier was opened in May by the mayor."
PLANT = "發電所於1923年動工。總督府並未出資，只協助開路。"
YEARS = "The survey of 2011 and 2016 counted the mills of the county on paper."


SLIPS = [
    # Each of two numbers has the year behind it.
    (FUND, "The fund dropped to 214 million pounds in 2022.", SUPPORTED),
    (FUND, "The fund stood at 267 million pounds in 2020.", SUPPORTED),
    (FUND, "The fund dropped to 267 million pounds in 2022.", CONTRADICTED),
    # A number of another clause is not what a year before it is compared with.
    (WAITS, "After a change in 2023 the wait in Sellby fell from 21 days to 11.", SUPPORTED),
    (WAITS, "After a change in 2023 the wait in Sellby fell from 31 days to 11.", CONTRADICTED),
    # The first word of a sentence names nobody.
    (OUTLAY, "The port cut its outlay for 2024 from £900 million to £700 million.", SUPPORTED),
    # The sentence with the claim's date tells what it cost then.
    (COST, "The flood of February 2020 cost the town about £19m.", SUPPORTED),
    (COST, "The flood of February 2020 cost the town about £52m.", CONTRADICTED),
    # A wish for something before it was so says that it was not.
    (COLLEGE, "She began to study in 1907, before the college at Corra admitted women.",
     SUPPORTED),
    # All but one is one that did not.
    (ACT, "The Farmers were the only party that did not support the act of 1932.", SUPPORTED),
    # What is said of the third of a series is not against the second.
    (TRIAL, "ORRIS-2 tested a new inhaler against a placebo.", SUPPORTED),
    # A few words behind a number tell that it did not change.
    (DIVIDEND, "The board proposed a dividend of 2.40 crowns a share.", SUPPORTED),
    (DIVIDEND, "The board proposed raising the dividend to 2.40 crowns a share.", CONTRADICTED),
    # What was tried and did not succeed.
    (LISTING, "The heritage board granted an application to list the baths of Corra in 2016.",
     CONTRADICTED),
    # A plan, a hope, a stop.
    (LETTER, "The company has signed and decided on a plant in Penryn.", CONTRADICTED),
    (STOCK, "The board has met its target: the stock is down to 110 days.", CONTRADICTED),
    (BUYBACK, "The buyback of £500 million has been completed.", CONTRADICTED),
    (BLAME, "Falling groundwater was to blame for the dry wells of the county.", CONTRADICTED),
    # What a claim warns of need not be denied by the page.
    (SHIFT, "Ruth Amsel said that a trial of eight weeks should not be overstated.", SUPPORTED),
    # Years that stand together are said of the same.
    (YEARS, "The survey of 2011 counted the mills of the county on paper.", SUPPORTED),
    (YEARS, "The survey of 2014 counted the mills of the county on paper.", CONTRADICTED),
    # A span of years, and two numbers apart that a claim writes as a share.
    (TAUGHT, "Ada Lund taught weaving in Melby for eleven years.", SUPPORTED),
    (TAUGHT, "Ada Lund taught weaving in Melby for nine years.", NOT_FOUND),
    (CABLES, "Of the islands with one cable, 11 of 26 lie in the south.", SUPPORTED),
    # What another calls for is not decided; what is said beside a name of the page's own.
    (CALL, "The council has extended the grant to 2028.", CONTRADICTED),
    # The place of the one that is named behind its number's own words.
    (RATES, "Orrin county had the highest rate, which later fell.", SUPPORTED),
    (RATES, "Tarvik county had the highest rate, which later fell.", CONTRADICTED),
    # May is a month.
    (OPENED, "The mayor opened the pier in May.", SUPPORTED),
]  # fmt: skip


@pytest.mark.parametrize(("page", "claim", "verdict"), SLIPS)
def test_one_that_is_true_and_one_with_a_slip(page: str, claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, page)
    assert judgement.verdict is verdict, judgement.reason


SLIPS_ZH = [
    # The whole, the part and the share of both.
    (REPAIR, "修復工程花費1.86億元，約六成由文化局補助。", SUPPORTED),
    (REPAIR, "修復工程花費1.86億元，約三成由文化局補助。", CONTRADICTED),
    # A number beside another of the claim is of the same part.
    (PEOPLE, "The county had about 1.68 million people aged 60 or over, a quarter of all.",
     SUPPORTED),
    (PEOPLE, "The county had about 6.67 million people aged 60 or over, a quarter of all.",
     CONTRADICTED),
    # A sentence tells of no other time than its own.
    ("2025年5月，柔嶺機房洩漏，12座機櫃停機31小時。",
     "柔嶺機房2025年5月的漏液事故造成12座機櫃停擺31小時。", SUPPORTED),
    # Some more than three tenths is less than four; 2021 is when it was so last.
    ("液冷的滲透率2025年為31%。", "液冷的滲透率2025年為三成多。", SUPPORTED),
    ("液冷的滲透率2025年為45%。", "液冷的滲透率2025年為三成多。", CONTRADICTED),
    ("2024年註冊數下降4.9%，為2021年以來首次下滑。", "註冊數下滑4.9%，是2021年以來頭一次。",
     SUPPORTED),
    ("機房用電405百萬瓦。", "機房用電約400百萬瓦。", SUPPORTED),
    # Two years later is another year.
    ("監察院在1994年糾正該府。該府於1996年補發差額3.2億元。",
     "監察院1994年糾正該府，兩年後該府補發差額3.2億元。", SUPPORTED),
    # A short sentence that says the very opposite.
    (PLANT, "發電所最初由總督府出資。", CONTRADICTED),
]  # fmt: skip


@pytest.mark.parametrize(("page", "claim", "verdict"), SLIPS_ZH)
def test_the_same_in_chinese(page: str, claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, page, language="zh-Hant")
    assert judgement.verdict is verdict, judgement.reason


def test_a_column_of_money_has_its_currency_and_scale_in_the_header() -> None:
    page = an_html_page(
        "<html lang=en><title>Results</title><body><article><h1>Results of Corran Shipping</h1>"
        "<p>The company published its results for the year on Tuesday in Melby.</p><table>"
        "<tr><th>Segment</th><th>Revenue 2023 (NOK million)</th><th>Revenue 2022 (NOK million)</th>"
        "<th>Employees</th></tr>"
        "<tr><td>Tugs</td><td>1,987</td><td>1,390</td><td>604</td></tr>"
        "<tr><td>Ferries</td><td>842</td><td>905</td><td>311</td></tr>"
        "</table></article></body></html>"
    )
    right = (
        "Revenue of the tugs climbed from NOK 1,390 million in 2022 to NOK 1,987 million in 2023."
    )
    assert judged(right, page).verdict is SUPPORTED
    assert judged("Revenue of the tugs was NOK 1.99 billion in 2023.", page).verdict is SUPPORTED
    assert judged("Revenue of the tugs was NOK 842 million in 2023.", page).verdict is CONTRADICTED
    assert judged("Revenue of the ferries was NOK 8.42 billion in 2023.", page).verdict is (
        CONTRADICTED
    )
    assert judged("The ferries have 311 employees.", page).verdict is SUPPORTED


def test_the_currency_of_a_caption_need_not_be_that_of_each_column() -> None:
    page = an_html_page(
        "<html lang=en><title>Results</title><body><article><h1>Results of Corran Shipping</h1>"
        "<p>The company published its results for the year on Tuesday in Melby.</p><table>"
        "<caption>Results in 2023, NOK million</caption>"
        "<tr><th>Segment</th><th>Revenue</th><th>Employees</th></tr>"
        "<tr><td>Tugs</td><td>1,987</td><td>604</td></tr>"
        "<tr><td>Ferries</td><td>842</td><td>311</td></tr>"
        "</table></article></body></html>"
    )
    assert judged("Revenue of the tugs was NOK 1,987 million.", page).verdict is SUPPORTED
    assert judged("The ferries have 311 employees.", page).verdict is SUPPORTED
    assert judged("The ferries have 604 employees.", page).verdict is CONTRADICTED


def test_a_minus_in_a_cell_is_a_fall() -> None:
    page = an_html_page(
        "<html lang=en><title>Outlay</title><body><article><h1>Outlay of the towns</h1>"
        "<p>The county published the outlay of its towns for the year on Tuesday.</p><table>"
        "<tr><th>Town</th><th>Outlay in 2024</th><th>Change, %</th></tr>"
        "<tr><td>Melby</td><td>19.8</td><td>-2.5</td></tr>"
        "<tr><td>Corra</td><td>14.2</td><td>3.1</td></tr>"
        "</table></article></body></html>"
    )
    assert judged("The outlay of Melby fell by 2.5%.", page).verdict is SUPPORTED
    assert judged("The outlay of Corra rose by 3.1%.", page).verdict is SUPPORTED
    wrong = judged("The outlay of Melby rose by 2.5%.", page)
    assert wrong.verdict is CONTRADICTED
    assert wrong.reason == "the source says -2.5%, not 2.5%"


def test_the_header_tells_which_cell_of_a_row_is_meant() -> None:
    page = an_html_page(
        "<html lang=en><title>Corra</title><body><article><h1>People of Corra</h1>"
        "<p>Corra was counted every ten years, and the counts were published in Melby.</p><table>"
        "<tr><th>Census</th><th>Port</th><th>District</th></tr>"
        "<tr><td>1991</td><td>73,060</td><td>90,440</td></tr>"
        "<tr><td>2001</td><td>69,210</td><td>88,150</td></tr>"
        "</table></article></body></html>"
    )
    assert judged("The port of Corra had 73,060 people in 1991.", page).verdict is SUPPORTED
    assert judged("The district of Corra had 90,440 people in 1991.", page).verdict is SUPPORTED
    assert judged("The district of Corra had 73,060 people in 1991.", page).verdict is CONTRADICTED


def test_a_country_that_the_claim_writes_out_is_not_named_instead_of_another() -> None:
    page = "Sunny beaches for people of the east coast: the US has many of them in every state."
    claim = "Sunny beaches for people of the east coast of the United States include Mexico."
    assert judged(claim, page).verdict is not CONTRADICTED


def test_all_that_is_told_of_these_is_as_before() -> None:
    told = [what_is_told(claim, judged(claim, page)) for page, claim, _ in SLIPS] + [
        what_is_told(claim, judged(claim, page, language="zh-Hant")) for page, claim, _ in SLIPS_ZH
    ]
    assert_golden("\n\n".join(told) + "\n", "good_faith.told", Path(__file__).parent / "told")
