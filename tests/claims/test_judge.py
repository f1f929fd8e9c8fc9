"""Verdicts: what one source says about one claim."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from claims.judge import judge_unread
from claims.pages import read_page
from claims.tiers import Opinion
from claims.values import Citation, Flag, Judgement, Outcome, Page, Relation, Verdict, Via
from tests.claims.makers import URL, a_page, a_source, judged, judged_on, the_grounds

if TYPE_CHECKING:
    from collections.abc import Sequence

SUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.CONTRADICTED
PARTIAL, NOT_FOUND = Verdict.PARTIAL, Verdict.NOT_FOUND

REPORT = """The annual report of the federation
Factories put 542,000 industrial robots to work in 2024.
China installed 295,000 industrial robots in 2024 and accounted for 54% of all installations.
Japan installed 44,500 industrial robots in 2024, a fall of 4%.
Installations in Germany fell by 5% to 26,982 units.
China leads in 57 of 64 critical technologies, up from three in 2007.
The tracker was not paid for by any company.
Seven out of every ten new robots went to Asia.
The market was worth $2.4 billion, and service robots cost 30% to 40% less than before."""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("China installed 295,000 industrial robots in 2024.", SUPPORTED),
        ("China accounted for 54% of all installations in 2024.", SUPPORTED),
        ("China accounted for over 50% of all installations in 2024.", SUPPORTED),
        ("China accounted for 64% of all installations in 2024.", CONTRADICTED),
        ("China installed 395,000 industrial robots in 2024.", CONTRADICTED),
        ("Japan installed 44,500 industrial robots in 2024.", SUPPORTED),
        ("Japan installed 295,000 industrial robots in 2024.", CONTRADICTED),
        ("Installations in Germany fell by 5%.", SUPPORTED),
        ("Installations in Germany rose by 5%.", CONTRADICTED),
        ("China leads in 57 of 64 critical technologies.", SUPPORTED),
        ("China leads in 37 of 44 critical technologies.", CONTRADICTED),
        ("China leads in 89% of the critical technologies.", SUPPORTED),
        ("70% of the new robots went to Asia.", SUPPORTED),
        ("The tracker was paid for by a company.", CONTRADICTED),
        ("The market was worth $2,412 million.", SUPPORTED),
        ("The market was worth $3.4 billion.", CONTRADICTED),
        ("Factories put 0.54 million industrial robots to work in 2024.", SUPPORTED),
        ("Brazil installed 44,500 industrial robots in 2024.", CONTRADICTED),
        ("Japanese factories installed 44,500 industrial robots in 2024.", SUPPORTED),
        ("德國安裝了295,000台工業機械人。", CONTRADICTED),
        ("Whales were counted by 300 volunteers in the bay.", NOT_FOUND),
        ("中國安裝了295,000台工業機械人。", SUPPORTED),
        ("2024年中國佔全球安裝量逾50%。", SUPPORTED),
        ("日本安裝了64,500台工業機械人。", CONTRADICTED),
        ("中國在64項關鍵技術中有57項領先。", SUPPORTED),
        ("中國在44項關鍵技術中有37項領先。", CONTRADICTED),
        ("志願者在海灣數到300條鯨魚。", NOT_FOUND),
    ],
)
def test_verdict(claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, REPORT)
    assert judgement.verdict is verdict, judgement.reason


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("More than 200 companies took part in the conference.", SUPPORTED),
        ("More than 300 companies took part in the conference.", CONTRADICTED),
        ("逾200家企業參加了大會。", SUPPORTED),
        ("有320家企業參加了大會。", CONTRADICTED),
    ],
)
def test_a_chinese_source_bears_on_claims_in_either_language(claim: str, verdict: Verdict) -> None:
    page = "大会在北京闭幕。\n共有220家企业参加了这次大会。\n天气很好。"
    assert judged(claim, page, language="zh-Hans").verdict is verdict


TABLE = """<html lang="en"><title>Density</title><body><p>Robots per 10,000 workers are counted.</p>
<table><caption>Robot density</caption><tr><th>Country</th><th>2022</th><th>2023</th></tr>
<tr><td>Germany</td><td>415</td><td>429</td></tr><tr><td>Japan</td><td>397</td><td>419</td></tr>
</table></body></html>"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("The robot density of Germany was 429 in 2023.", SUPPORTED),
        ("The robot density of Germany was 429 in 2022.", CONTRADICTED),
        ("The robot density of Germany was 419 in 2023.", CONTRADICTED),
        ("2023年德國的機械人密度為429。", SUPPORTED),
        ("2022年德國的機械人密度為429。", CONTRADICTED),
    ],
)
def test_a_table_cell_counts_for_its_row_and_its_year(claim: str, verdict: Verdict) -> None:
    page = read_page(TABLE.encode(), "text/html")
    assert isinstance(page, Page)
    judgement = judged(claim, page)
    assert judgement.verdict is verdict, judgement.reason


def test_a_quote_is_a_verbatim_slice_of_the_page() -> None:
    judgement = judged("China installed 395,000 industrial robots in 2024.", REPORT)
    assert judgement.evidence
    for evidence in judgement.evidence:
        assert REPORT[evidence.start : evidence.end] == evidence.quote


def test_a_contradiction_says_what_the_source_says() -> None:
    judgement = judged("China leads in 37 of 44 critical technologies.", REPORT)
    assert judgement.reason == "the source says 57 of 64, not 37 of 44"
    facts = [(f.claim, f.source, f.relation) for e in judgement.evidence for f in e.facts]
    assert ("37 of 44", "57 of 64", Relation.DIFFERS) in facts


def test_a_number_of_another_country_says_so() -> None:
    judgement = judged("Brazil installed 44,500 industrial robots in 2024.", REPORT)
    assert judgement.reason == "the source speaks of Japan, not of Brazil"


def test_a_partial_verdict_names_what_is_missing() -> None:
    judgement = judged(
        "China installed 295,000 industrial robots worth $9 billion in 2024.",
        "China installed 295,000 industrial robots in 2024.",
    )
    assert judgement.verdict is PARTIAL
    assert "$9 billion" in judgement.reason


def test_an_answer_across_languages_is_flagged() -> None:
    assert Flag.CROSS_LANGUAGE in judged("中國安裝了295,000台工業機械人。", REPORT).flags
    assert Flag.CROSS_LANGUAGE not in judged("China installed 295,000 robots.", REPORT).flags


def test_a_quote_from_outside_the_article_is_flagged() -> None:
    page = a_page("China installed 295,000 industrial robots in 2024.")
    outside = Page(page.title, page.language, "", page.text, (), ())
    claim = "China installed 295,000 industrial robots in 2024."
    assert Flag.ONLY_IN_UNFILTERED_TEXT in judged(claim, outside).flags
    assert Flag.ONLY_IN_UNFILTERED_TEXT not in judged(claim, page).flags


def test_a_link_opens_the_source_at_the_quote() -> None:
    (evidence,) = judged("Installations in Germany fell by 5%.", REPORT).evidence
    assert evidence.link == (
        "https://source.example/page"
        "#:~:text=Installations%20in%20Germany%20fell%20by%205%25%20to%2026%2C982%20units."
    )


SALES = """Sales in the harbour towns
Norvalt sold 430 boats and Kestrel 290 in 2023; prices rose by 9%, and wages fell by 4%.
There were 14 fires in the harbours in 2023, compared with 22 the year before.
The dean said: "Our crews are tired, and a tired crew is not a safe crew."
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Norvalt sold 430 boats and Kestrel 290.", SUPPORTED),
        ("There were 14 fires in the harbours in 2023.", SUPPORTED),
        ("There were 22 fires in the harbours in 2022.", SUPPORTED),
    ],
)
def test_numbers_on_their_side_of_a_sentence(claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, SALES)
    assert judgement.verdict is verdict, judgement.reason


@pytest.mark.parametrize(
    "claim",
    [
        "Norvalt sold 290 boats and Kestrel 430.",
        "There were 22 fires in the harbours in 2023.",
        "There were 14 fires in the harbours in 2022.",
        "Prices fell by 9%.",
    ],
)
def test_a_number_of_the_other_thing_or_year_does_not_pass(claim: str) -> None:
    judgement = judged(claim, SALES)
    assert judgement.verdict is not SUPPORTED, judgement.reason


@dataclass(frozen=True)
class Says:
    """An adviser with one opinion."""

    opinion: Opinion | None
    name: str = "test"
    problem: str = ""

    def advise(self, claim: str, passages: Sequence[str]) -> Opinion | None:
        """The opinion, whatever is asked."""
        assert claim
        assert passages
        return self.opinion


def advised(claim: str, verdict: Verdict, quote: str, page: str = REPORT) -> Judgement:
    adviser = Says(Opinion(verdict, 0.95, quote, "a model says so"))
    return judged_on(the_grounds(claim, page), [adviser])


def test_an_opinion_never_overrules_a_number() -> None:
    claim = "China accounted for 64% of all installations in 2024."
    quote = "accounted for 54% of all installations"
    assert advised(claim, SUPPORTED, quote).verdict is CONTRADICTED


@pytest.mark.parametrize(
    ("page", "claim", "reason"),
    [
        (
            "The port had 41 accidents in May 2023, says the office of the port.",
            "The port had 43 accidents in May 2023.",
            "the source says 41, not 43",
        ),
        (
            "The old bridge of the port was opened in May 2019 by the mayor.",
            "The old bridge of the port was opened in May 2017 by the mayor.",
            "the source says May 2019, not May 2017",
        ),
        (
            "Fares of the ferry were 28 euros in 2022 and 31 euros in 2023.",
            "Fares of the ferry fell from 28 euros in 2022 to 31 euros in 2023.",
            "the claim says “fell”, against the numbers that it gives with the source",
        ),
        (
            "The fares of the ferry were changed from 31 euros to 28 euros in the year 2023.",
            "The fares of the ferry were raised to 28 euros in the year 2023.",
            "the source tells a change from 31 euros to 28 euros",
        ),
        (
            "Corran sold 430 boats in 2023, and Melby sold 290 boats in 2023.",
            "Melby sold more boats than Corran in 2023.",
            "the source gives 290 and 430, the other way round",
        ),
    ],
)
def test_no_ruling_by_numbers_is_overruled(page: str, claim: str, reason: str) -> None:
    for judgement in (judged(claim, page), advised(claim, SUPPORTED, page, page)):
        assert (judgement.verdict, judgement.reason) == (CONTRADICTED, reason)


def test_an_order_that_numbers_bear_out_is_not_denied() -> None:
    page = "Corran sold 430 boats in 2023, and Melby sold 290 boats in 2023."
    claim = "Corran sold more boats than Melby in 2023."
    assert judged(claim, page).verdict is SUPPORTED
    assert advised(claim, CONTRADICTED, page, page).verdict is SUPPORTED


def test_an_opinion_counts_where_no_number_decides() -> None:
    claim = "The tracker was funded independently by readers of the federation."
    quote = "The tracker was not paid for by any company."
    judgement = advised(claim, SUPPORTED, quote)
    assert judgement.verdict is SUPPORTED
    assert "(test)" in judgement.reason
    assert quote in {item.quote for item in judgement.evidence}


@pytest.mark.parametrize("quote", ["", "The", "The tracker was never paid for by a company."])
def test_an_opinion_without_a_quote_of_the_page_counts_nothing(quote: str) -> None:
    claim = "The tracker was funded independently by readers of the federation."
    assert advised(claim, CONTRADICTED, quote).verdict is not CONTRADICTED


def test_a_word_of_the_claim_is_nobody_elses_name() -> None:
    page = (
        "The Norvalt bridge\nKestrel built the Norvalt bridge for $310,000 in 1908.\n"
        "Construction of it took nine years and cost $250,000.\n"
    )
    judgement = judged("The construction of the Norvalt bridge cost $250,000.", page)
    assert judgement.verdict is SUPPORTED


def test_a_source_without_text_proves_nothing() -> None:
    citation = Citation(URL, Via.LISTED, 0.8)
    source = replace(a_source(outcome=Outcome.NOT_FOUND), reason="the server says 404")
    judgement = judge_unread(citation, source)
    assert judgement == Judgement(
        citation=citation,
        outcome=Outcome.NOT_FOUND,
        verdict=Verdict.UNVERIFIABLE,
        score=0.0,
        reason="the source could not be read: the server says 404 (not_found)",
        flags=(Flag.INFERRED_CITATION,),
        evidence=(),
    )
    inline = judge_unread(Citation(URL, Via.INLINE, 1.0), source)
    assert inline.flags == ()
