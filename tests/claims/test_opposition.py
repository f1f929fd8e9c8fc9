"""What a page denies, only planned or leaves unsaid, and a claim that says it all the same."""

from __future__ import annotations

import pytest

from claims.opposition import find_only_opposite
from claims.polarity import (
    denied_parts,
    is_told_as_done,
    is_told_as_plan,
    says_not,
    says_what_is_not,
)
from claims.values import Verdict
from tests.claims.makers import grounds_in, judged, judged_on

SUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.CONTRADICTED
PARTIAL, NOT_FOUND = Verdict.PARTIAL, Verdict.NOT_FOUND


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("It came from stocks, not from a shortage.", "en", ["from a shortage"]),
        ("It came from stocks rather than from imports.", "en", ["from imports"]),
        (
            "It was not a fire but a flood, and the town paid.",
            "en",
            ["a fire"],
        ),
        ("Fees had played no role.", "en", ["Fees had", "role"]),
        ("Higher fares had no effect, said the mayor.", "en", ["Higher fares", "effect"]),
        ("It was originally planned for Melby, but Sellby got it.", "en", ["for Melby"]),
        ("It was supposed to open in May.", "en", ["open in May"]),
        ("The council rejected a toll.", "en", ["a toll"]),
        ("The ferry was due to open in May.", "en", ["open in May"]),
        ("停電是因水管破裂，而非人手不足。", "zh-Hant", ["人手不足"]),
        ("碼頭原訂於松嶺縣興建，後來改址。", "zh-Hant", ["於松嶺縣興建"]),
        ("並未關閉，但減班。", "zh-Hant", ["關閉"]),
    ],
)
def test_what_is_denied_goes_to_the_end_of_its_clause(
    text: str, language: str, parts: list[str]
) -> None:
    found, rest = denied_parts(text, language)
    assert [part.strip() for part in found] == parts
    assert not any(part in rest for part in parts)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It came not only from stocks.", "en"),
        ("No fewer than 40 boats sailed.", "en"),
        ("The toll was rejected by the council.", "en"),
        ("The pier was closed without warning the crews.", "en"),
        ("麵包店不斷增加。", "zh-Hant"),
        ("The rise was due to deliveries to Norland.", "en"),
        ("No other firm grew faster.", "en"),
    ],
)
def test_these_deny_nothing(text: str, language: str) -> None:
    assert denied_parts(text, language) == ([], text)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The pier did not close.", "en", True),
        ("The pier was opened two years late.", "en", True),
        ("Councillors voted down the toll.", "en", True),
        ("The pier was opened in May.", "en", False),
        ("通車延後兩年。", "zh-Hant", True),
        ("停電而非停水。", "zh-Hant", True),
        ("通車延宕兩年。", "zh-Hant", True),
        ("碼頭五月啟用。", "zh-Hant", False),
    ],
)
def test_whether_a_claim_itself_says_what_is_not(
    text: str, language: str, *, expected: bool
) -> None:
    assert says_what_is_not(text, language) is expected


@pytest.mark.parametrize(
    ("text", "language", "is_done", "is_plan"),
    [
        ("The tram has already reached Melby.", "en", True, False),
        ("The tram has opened.", "en", True, False),
        ("The tram opened with a feast.", "en", True, False),
        ("The tram will open with a feast.", "en", False, True),
        ("The tram has been planned for years.", "en", False, True),
        ("The town announced that the tram opened.", "en", False, False),
        ("The tram is yellow.", "en", False, False),
        ("The firm now holds a lease.", "en", True, False),
        ("A gallery now stands there.", "en", True, False),
        ("A law now requires a permit.", "en", True, False),
        ("The firm wants to hold a lease.", "en", False, True),
        # What is due to open is planned; what is due to rain has a cause.
        ("The tram was due to open.", "en", False, True),
        ("The delay was due to rain.", "en", False, False),
        ("電車已通車。", "zh-Hant", True, False),
        ("電車預計通車。", "zh-Hant", False, True),
        ("電車已知很慢。", "zh-Hant", False, False),
    ],
)
def test_what_is_told_as_done_and_what_as_a_plan(
    text: str, language: str, *, is_done: bool, is_plan: bool
) -> None:
    assert is_told_as_done(text, language) is is_done
    assert is_told_as_plan(text, language) is is_plan


def test_what_is_told_of_a_day_may_rest_on_a_plan() -> None:
    assert is_told_as_done("The tram opened on 6 March.", "en")
    assert not is_told_as_done("The tram opened on 6 March.", "en", is_dated=True)
    assert is_told_as_done("The tram has opened on 6 March.", "en", is_dated=True)


TOWN = """News of Sellby
The outage in Sellby came from a burst pipe, not from a shortage of staff.
The rise in bread prices came from higher wages; fees for parking had played no role in it.
The new ferry terminal was originally planned to stand in Melby.
The tram to Brandholm is expected to open in 2027.
About a fifth of the shops in Quarrytown accept cards.
The council rejected a toll on the bridge."""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("The outage in Sellby came from a shortage of staff.", CONTRADICTED),
        ("The outage in Sellby came from a burst pipe.", SUPPORTED),
        ("The outage in Sellby did not come from a shortage of staff.", SUPPORTED),
        ("Fees for parking drove the rise in bread prices.", CONTRADICTED),
        ("The rise in bread prices came from higher wages.", SUPPORTED),
        ("Fees for parking played no role in the rise in bread prices.", SUPPORTED),
        ("The new ferry terminal stands in Melby.", CONTRADICTED),
        ("The new ferry terminal was originally to stand in Melby.", SUPPORTED),
        ("The council approved a toll on the bridge.", CONTRADICTED),
    ],
)
def test_what_a_page_denies_is_no_support(claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, TOWN)
    assert judgement.verdict is verdict, judgement.reason


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("The tram to Brandholm has opened.", CONTRADICTED),
        ("The tram to Brandholm will open in 2027.", SUPPORTED),
        ("The tram to Brandholm is expected to open in 2027.", SUPPORTED),
    ],
)
def test_a_plan_is_nothing_done(claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, TOWN)
    assert judgement.verdict is verdict, judgement.reason
    assert ("tells a plan" in judgement.reason) is (verdict is CONTRADICTED)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Most of the shops in Quarrytown accept cards.", CONTRADICTED),
        ("A majority of the shops in Quarrytown accept cards.", CONTRADICTED),
        ("A fifth of the shops in Quarrytown accept cards.", SUPPORTED),
    ],
)
def test_a_fifth_is_not_most(claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, TOWN)
    assert judgement.verdict is verdict, judgement.reason


def test_four_fifths_are_most() -> None:
    page = TOWN.replace("a fifth", "four fifths")
    assert judged("Most of the shops in Quarrytown accept cards.", page).verdict is SUPPORTED


TOWN_ZH = """海岬縣新聞
海岬縣停電是因水管破裂，而非人手不足。
新渡輪碼頭原訂於松嶺縣興建。
北灣電車預計於2027年通車。
松嶺縣商店約兩成接受刷卡。"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("海岬縣停電是因人手不足。", CONTRADICTED),
        ("海岬縣停電是因水管破裂。", SUPPORTED),
        ("新渡輪碼頭於松嶺縣興建。", CONTRADICTED),
        ("北灣電車已於2027年通車。", CONTRADICTED),
        ("北灣電車已通車。", CONTRADICTED),
        ("北灣電車預計於2027年通車。", SUPPORTED),
        ("松嶺縣大多數商店接受刷卡。", CONTRADICTED),
        ("松嶺縣商店約兩成接受刷卡。", SUPPORTED),
    ],
)
def test_in_chinese(claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, TOWN_ZH, language="zh-Hant")
    assert judgement.verdict is verdict, judgement.reason


FUND = """The Sellby harbour fund
Maria Holt heads the Sellby harbour fund, which lends money to small fishing crews.
The fund lent 12 million pounds in 2023.
Sellby has a school, a church and a park."""


@pytest.mark.parametrize(
    ("claim", "unsaid"),
    [
        ("Maria Holt, a former banker, heads the Sellby harbour fund.", "a former banker"),
        (
            "Maria Holt heads the Sellby harbour fund, and her brother paints watercolours.",
            "her brother paints watercolours",
        ),
        (
            "The fund lent 12 million pounds in 2023, and critics called the terms unfair.",
            "critics called the terms unfair",
        ),
    ],
)
def test_a_clause_that_the_page_has_no_word_of_is_named(claim: str, unsaid: str) -> None:
    judgement = judged(claim, FUND)
    assert judgement.verdict is PARTIAL, judgement.reason
    assert judgement.reason.endswith(f"no sentence of the page tells of “{unsaid}”")


@pytest.mark.parametrize(
    "claim",
    [
        "Maria Holt heads the harbour fund, which lends money to small fishing crews.",
        "The fund lent 12 million pounds in 2023, and Sellby has a school.",
    ],
)
def test_what_the_page_speaks_of_is_not_missed(claim: str) -> None:
    judgement = judged(claim, FUND)
    assert judgement.verdict is SUPPORTED, judgement.reason


def test_what_somebody_was_need_not_be_told_as_former() -> None:
    claim = "Maria Holt, a former banker, heads the Sellby harbour fund."
    page = f"{FUND}\nShe had been a banker in Melby."
    assert judged(claim, page).verdict is SUPPORTED


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Maria Holt of the Norvik Fund collects wooden toy trains in Sellby.", NOT_FOUND),
        ("Maria Holt of the Norvik Fund sold wooden toys in Sellby.", NOT_FOUND),
        ("Maria Holt of the Norvik Fund lives near the harbour in Sellby.", SUPPORTED),
    ],
)
def test_names_alone_bear_out_nothing(claim: str, verdict: Verdict) -> None:
    page = "A fund\nMaria Holt of the Norvik Fund lives in Sellby near the harbour of Melby."
    judgement = judged(claim, page)
    assert judgement.verdict is verdict, judgement.reason


VACANCIES = "Nurse vacancies at the hospital fell in the year the council raised wages for nights."


@pytest.mark.parametrize(
    ("language", "page", "claim", "said"),
    [
        (
            "en",
            "Nurse vacancies at the hospital fell after free childcare for the night shift began.",
            "Nurse vacancies rose after free childcare for the night shift.",
            "the claim says “rose”, the source only “fell”",
        ),
        (
            "en",
            "The nurse vacancy rate of the hospital is now the lowest since 2016.",
            "The nurse vacancy rate is the highest since 2016.",
            "the claim says “highest”, the source only “lowest”",
        ),
        (
            "zh-Hant",
            "公車載客量創下新高。",
            "公車載客量創下新低。",
            "the claim says “新低”, the source only “新高”",
        ),
    ],
)
def test_the_opposite_alone(language: str, page: str, claim: str, said: str) -> None:
    grounds = grounds_in(language, claim, page)
    found = find_only_opposite(grounds)
    assert found is not None
    passage, opposition = found
    assert opposition.reason == said
    assert passage.unit.text == page
    assert judged_on(grounds).verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        # Another part of it, or another sentence, says what the claim says.
        "The council raised wages for nights at the hospital.",
        "Nurse vacancies at the hospital fell.",
        # What did not rise may have fallen, and "at least" is no lowest.
        "Nurse vacancies at the hospital did not rise in the year.",
        "Nurse vacancies at the hospital were at least known to the council in the year.",
    ],
)
def test_both_sides_or_neither(claim: str) -> None:
    assert find_only_opposite(grounds_in("en", claim, VACANCIES)) is None


LAW = """The battery law of Norland
Batteries from phones and laptops are not covered by the law.
In 2005 the inventor turned down the national order in protest at cuts to science teaching.
The power of the wind ferry is renewable and largely non-polluting.
Bakers are a small customer, but no other trade bought more robots.
The toll is to rise by 3%, but the rise still needs the approval of the council.
Of the rise in exports 3.9 million was due to deliveries to Westmark."""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Batteries from phones and laptops are outside the law.", SUPPORTED),
        ("Batteries from phones and laptops are covered by the law.", CONTRADICTED),
        ("In protest at cuts to science teaching, the inventor declined the order.", SUPPORTED),
        ("The wind ferry, whose power is renewable, does not pollute.", SUPPORTED),
        ("The wind ferry pollutes and is renewable.", CONTRADICTED),
        ("Bakers bought more robots than any other trade.", SUPPORTED),
        ("A rise of the toll by 3% had not been approved by the council.", SUPPORTED),
        ("Deliveries to Westmark made up 3.9 million of the rise in exports.", SUPPORTED),
    ],
)
def test_a_denial_in_other_words(claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, LAW)
    assert judgement.verdict is verdict, judgement.reason


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Phones are outside the scope of the law.", "en", True),
        ("Phones are exempt.", "en", True),
        ("She turned down the order.", "en", True),
        ("她婉拒勳章。", "zh-Hant", True),
        ("Phones lack a charger.", "en", False),
        ("The barrier is long.", "en", False),
        ("Telefone sind outside.", "de", False),
    ],
)
def test_what_says_not_without_a_negation(text: str, language: str, *, expected: bool) -> None:
    assert says_not(text, language) is expected


WELLS = """Wells and rights in Norland
This is the summary of a two-year inquiry of the Wells Network into drilling and new wells.
The report does not recommend a halt to the drilling of new wells.
In 2022 about 418 children in the towns of the coast had a meal a day at school.
It means that 41 per cent of all pupils of the coast now get such meals at school."""
WELLS_ZH = """北嶺水庫
早年庫區有民間業者經營遊艇，後來為維護水質，自2009年起全面禁止。
環湖公路設有三處觀景台。"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        # Not the fullest sentence, but most of what it denies is the claim's.
        ("The Wells Network calls for a halt to drilling new wells.", CONTRADICTED),
        ("The Wells Network held an inquiry into drilling new wells.", SUPPORTED),
        ("Most pupils in the towns of the coast now get a meal a day at school.", CONTRADICTED),
    ],
)
def test_the_second_fullest_sentence_is_heard(claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, WELLS)
    assert judgement.verdict is verdict, judgement.reason


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("北嶺水庫自2009年起開放民間業者經營遊艇。", CONTRADICTED),
        ("北嶺水庫早年有民間業者經營遊艇。", SUPPORTED),
    ],
)
def test_what_a_sentence_says_of_the_year_of_the_claim(claim: str, verdict: Verdict) -> None:
    grounds = grounds_in("zh-Hant", claim, WELLS_ZH)
    judgement = judged_on(grounds)
    assert judgement.verdict is verdict, judgement.reason


def test_an_aside_parts_no_denial_from_what_is_denied() -> None:
    page = (
        "The flood followed the failure of the dyke at Suro and not, as first reported, the opening"
        " of the sluices at Lake Ambo. The flood killed nobody."
    )
    claim = "The flood was brought about by the opening of the sluices at Lake Ambo."
    assert judged(claim, page).verdict is Verdict.CONTRADICTED


def test_a_number_ends_what_is_denied() -> None:
    page = "Of the 340 nurses 64% said care was safer, 21% saw no change and 15% thought it worse."
    assert judged("64% of the nurses said care was safer.", page).verdict is Verdict.SUPPORTED
