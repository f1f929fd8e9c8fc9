"""A page's own sentences: borne out as they stand, and not with one thing in them changed."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import TYPE_CHECKING

import pytest

from claims.aligned import find_other_number, find_turned_word
from claims.languages import is_han_written
from claims.replaced import find_replaced
from claims.values import Verdict
from tests.claims.makers import an_html_page, grounds_in, judged_on
from tests.claims.one_change import changes_of, verdict_on
from tests.claims.unseen_pages import pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.passages import PageIndex

# Each so many sentences one, for time.
_STEP = 8
_SHORTEST, _SHORTEST_HAN = 40, 15
# The most that may pass of a kind.
MOST = {
    "digit": 0.01,
    "year": 0.01,
    "unit": 0.02,
    "swapped numbers": 0.02,
    "swapped years": 0.06,
    "not": 0.01,
    "way": 0.03,
    "name": 0.16,
}
MOST_ALARMS = 0.005
REPORTED = {"en": "As reported, ", "zh": "據報導，"}

WORD_FOR_WORD = "the source says so word for word"
SHEEP = "In the hills of Karsk, sheep are painted white to prevent sunburn."
TEA = "Serve black tea at 90 degrees for its flavour, or iced tea at 6 degrees for refreshment."
SWAPPED_TEA = TEA.replace("90", "x").replace("6", "90").replace("x", "6")
RENT = "The rent of a flat in Melby rose by 12 euros in 2022, to 640 euros a month."
BOATS = "該縣2023年有漁船36艘，另有渡輪12艘。"
TAX = "The tax of the town covers only 2011 and 2012."
YEARS = "In 2022 the Orrin Mill sold 5 boats. In 2023 the Orrin Mill sold 7 boats."
DEPOTS = "The depot of Melby employs 320 people and that of Orrin 210."
LICENCE = "Sheep cannot be painted in Karsk without a licence."
PORT = "Karsk is the third largest town on the river, and the largest port."
WOOD = "Ohne Regen wuchs der Wald am Fluss im Jahr 2020 schneller."
PLANT = "該公司缺乏資金，台南的工廠已經停工。"
SMOKE = "Two firefighters were treated for smoke, and nobody was killed."
SMALLEST = "the claim says “smallest”, the source “largest”"
MILL = "The Orrin Mill was bought by Una Falk in the spring from the town of Karsk."


def sentences() -> Iterator[tuple[PageIndex, str]]:
    """Some of the sentences of the unseen pages, each with its page."""
    for index in pages():
        is_han = is_han_written(index.page.language)
        least = _SHORTEST_HAN if is_han else _SHORTEST
        for number, unit in enumerate(index.units):
            is_whole = unit.row is None and len(unit.text) >= least and unit.text[-1] in ".!。"
            if is_whole and number % _STEP == 0:
                yield index, unit.text


def test_what_stands_there_is_borne_out() -> None:
    each = [(text, verdict_on(text, index)) for index, text in sentences()]
    assert len(each) >= 250
    assert [text for text, verdict in each if verdict is not Verdict.SUPPORTED] == []


def test_what_stands_there_is_seldom_contradicted_for_a_word_more() -> None:
    counted = Counter(
        verdict_on(f"{REPORTED[index.page.language[:2]]}{text}", index)
        for index, text in sentences()
    )
    assert counted[Verdict.CONTRADICTED] <= MOST_ALARMS * counted.total()
    assert counted[Verdict.SUPPORTED] >= 0.99 * counted.total()


@pytest.fixture(scope="module")
def changed() -> dict[str, Counter[Verdict]]:
    """What is said of sentences with one thing changed, by its kind."""
    random = Random(8)
    told: dict[str, Counter[Verdict]] = {kind: Counter() for kind in MOST}
    for index, text in sentences():
        for kind, other in changes_of(text, index, random):
            if other != text:
                told[kind][verdict_on(other, index)] += 1
    return told


@pytest.mark.parametrize("kind", MOST)
def test_what_is_changed_does_not_pass(changed: dict[str, Counter[Verdict]], kind: str) -> None:
    counted = changed[kind]
    assert counted.total() >= 20
    assert counted[Verdict.SUPPORTED] <= MOST[kind] * counted.total()


@pytest.mark.parametrize(
    ("language", "page", "claim"),
    [
        ("en", SHEEP, SHEEP.upper()),
        ("en", f"They say “so”. {SHEEP}", SHEEP.removesuffix(".")),
        (
            "en",
            'The mayor said "no" to the plan of the Orrin Mill.',
            "The mayor said “no” to the plan of the Orrin Mill.",
        ),
        ("zh-Hant", "該廠因缺水而停工。", "该厂因缺水而停工。"),
    ],
)
def test_word_for_word_whatever_its_marks(language: str, page: str, claim: str) -> None:
    judgement = judged_on(grounds_in(language, claim, page))
    assert judgement.verdict is Verdict.SUPPORTED
    assert judgement.score >= 0.97
    assert judgement.reason == WORD_FOR_WORD
    assert judgement.evidence[0].quote.rstrip(".。") in page
    assert all(fact.relation.value == "agrees" for one in judgement.evidence for fact in one.facts)


def test_the_row_of_a_table_is_no_sentence() -> None:
    page = an_html_page("<table><tr><th>Town<th>Rent<tr><td>Melby<td>640 euros</table>")
    judgement = judged_on(grounds_in("en", "Melby | 640 euros", page))
    assert judgement.verdict is Verdict.SUPPORTED
    assert judgement.reason != WORD_FOR_WORD


@pytest.mark.parametrize(
    ("language", "page", "claim", "said"),
    [
        (
            "en",
            TEA,
            TEA.replace("90", "6").replace("at 6 degrees for r", "at 90 degrees for r"),
            ("6", "90"),
        ),
        ("en", RENT, RENT.replace("12", "14"), ("14 euros", "12 euros")),
        ("en", RENT, RENT.replace("2022", "2021"), ("2021", "2022")),
        (
            "zh-Hant",
            "該縣2023年有漁船36艘，另有渡輪12艘。",
            "該縣2023年有漁船12艘，另有渡輪36艘。",
            ("12艘", "36艘"),
        ),
    ],
)
def test_another_number_there(language: str, page: str, claim: str, said: tuple[str, str]) -> None:
    found = find_other_number(grounds_in(language, claim, page))
    assert found is not None
    passage, opposition = found
    assert (opposition.claimed.split()[0], opposition.found.split()[0]) == tuple(
        one.split()[0] for one in said
    )
    assert passage.unit.text == page


@pytest.mark.parametrize(
    ("language", "page", "claim"),
    [
        ("en", TEA, TEA),
        # A list says nothing by its order.
        (
            "en",
            "The tax of the town covers only 2011 and 2012.",
            "The tax of the town covers only 2012 and 2011.",
        ),
        (
            "en",
            "The survey of 2011 and 2016 counted the mills.",
            "The survey of 2011 counted the mills.",
        ),
        # Of two sentences that are alike it is the other one's.
        (
            "en",
            "In 2022 the Orrin Mill sold 5 boats. In 2023 the Orrin Mill sold 7 boats.",
            "In 2023 the Orrin Mill sold 7 boats.",
        ),
        # Two things differ: it may be of another year.
        ("en", "In 2022 the Orrin Mill sold 5 boats.", "In 2023 the Orrin Mill sold 7 boats."),
        # The rest of the sentence says whose the number is.
        (
            "en",
            "The depot of Melby employs 320 people and that of Orrin 210.",
            "The depot of Orrin employs 210 people.",
        ),
        ("en", RENT, "Rents went up to 640 euros."),
    ],
)
def test_no_other_number_there(language: str, page: str, claim: str) -> None:
    assert find_other_number(grounds_in(language, claim, page)) is None


@pytest.mark.parametrize(
    ("language", "page", "claim", "reason"),
    [
        ("en", SHEEP, SHEEP.replace("are", "are not"), "the claim negates it"),
        ("en", SHEEP, SHEEP.replace("sheep are", "sheep aren't"), "the claim negates it"),
        ("en", SHEEP.replace("are", "are not"), SHEEP, "the source negates it"),
        (
            "en",
            "Sheep cannot be painted in Karsk without a licence.",
            "Sheep can be painted in Karsk without a licence.",
            "the source negates it",
        ),
        (
            "en",
            "Karsk is the third largest town on the river, and the largest port.",
            "Karsk is the third smallest town on the river, and the largest port.",
            "the claim says “smallest”, the source “largest”",
        ),
        (
            "de",
            "Ohne Regen wuchs der Wald am Fluss im Jahr 2020 schneller.",
            "Ohne Regen wuchs der Wald am Fluss im Jahr 2020 nicht schneller.",
            "the claim negates it",
        ),
        (
            "zh-Hant",
            "該公司缺乏資金，台南的工廠已經停工。",
            "該公司缺乏資金，台南的工廠並未停工。",
            "the claim negates it",
        ),
    ],
)
def test_a_word_that_turns_it_round(language: str, page: str, claim: str, reason: str) -> None:
    grounds = grounds_in(language, claim, page)
    found = find_turned_word(grounds)
    assert found is not None
    assert found[1].reason == reason
    assert judged_on(grounds).verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("language", "page", "claim"),
    [
        ("en", SHEEP, SHEEP.replace("are", "are not only")),
        # What differs turns it back.
        (
            "en",
            "The plan for line 3 to Orrin was not approved.",
            "The plan for line 3 to Orrin was rejected.",
        ),
        # What is left out is another thing.
        (
            "en",
            "Two firefighters were treated for smoke, and nobody was killed.",
            "Two firefighters were treated for smoke.",
        ),
        ("de", SHEEP, "Auf den Hügeln werden Schafe nicht bemalt."),
    ],
)
def test_no_word_that_turns_it_round(language: str, page: str, claim: str) -> None:
    assert find_turned_word(grounds_in(language, claim, page)) is None


@pytest.mark.parametrize(
    ("claim", "ours", "theirs"),
    [
        (MILL.replace("Una Falk", "Jo Marsh"), "Jo Marsh", "Una Falk"),
        (MILL.replace("Orrin", "Melby"), "Melby", "Orrin"),
        (MILL.replace("Karsk", "Melby"), "Melby", "Karsk"),
    ],
)
def test_the_name_of_another_of_the_page(claim: str, ours: str, theirs: str) -> None:
    page = f"{MILL} Jo Marsh lives in Melby. She was the mayor of Melby until the summer."
    found = find_replaced(grounds_in("en", claim, page))
    assert found is not None
    assert (found[1].claimed, found[1].found) == (ours, theirs)


@pytest.mark.parametrize(
    "claim",
    [
        MILL,
        MILL.replace("Una Falk", "Falk"),
        MILL.replace("Una Falk", "Mayor Falk"),
        MILL.replace("Una Falk", "the Company"),
        MILL.replace("Una Falk", "UF"),
        MILL.replace("Karsk", "the Karsk Council"),
    ],
)
def test_the_same_in_another_name(claim: str) -> None:
    page = f"{MILL} The Company of Mayor UF sits in Melby. The Karsk Council met there."
    assert find_replaced(grounds_in("en", claim, page)) is None
