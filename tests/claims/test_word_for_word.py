"""A page's own sentences: borne out as they stand, and not with one thing in them changed."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import TYPE_CHECKING

import pytest

from claims.languages import is_han_written
from claims.other_numbers import find_other_number
from claims.replaced import find_replaced
from claims.turned import find_swapped_words, find_turned_word
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
INSTEAD = "the source has “{}” where the claim has “{}”"
SHEEP = "In the hills of Karsk, sheep are painted white to prevent sunburn."
TEA = "Serve black tea at 90 degrees for its flavour, or iced tea at 6 degrees for refreshment."
SWAPPED_TEA = TEA.replace("90", "x").replace("6", "90").replace("x", "6")
RENT = "The rent of a flat in Melby rose by 12 euros in 2022, to 640 euros a month."
BOATS = "該縣2023年有漁船36艘，另有渡輪12艘。"
TAX = "The tax of the town covers only 2011 and 2012."
SALES = "In 2022 the Orrin Mill sold 5 boats."
DEPOTS = "The depot of Melby employs 320 people and that of Orrin 210."
LICENCE = "Sheep cannot be painted in Karsk without a licence."
PORT = "Karsk is the third largest town on the river, and the largest port."
WAGES = "All nurses of the hospital got their wages before the end of June."
WOOD = "Ohne Regen wuchs der Wald am Fluss im Jahr 2020 schneller."
PLANT = "該公司缺乏資金，南部的工廠已經停工。"
PLAN = "The plan for a line to Orrin was {}."
SMOKE = "Two firefighters were treated for smoke."
FERRY = "The ferry sails from {} to {} at noon."
PLACES = "First is {}, followed by Barrin and {}."
MILL = "The Orrin Mill was bought by Una Falk in the spring from the town of Karsk."
SWAPPED_MILL = MILL.replace("Orrin", "x").replace("Karsk", "Orrin").replace("x", "Karsk")


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
    ("language", "page", "claim", "ours", "theirs"),
    [
        ("en", TEA, SWAPPED_TEA, "6 degrees", "90 degrees"),
        ("en", RENT, RENT.replace("12", "14"), "14 euros", "12 euros"),
        ("en", RENT, RENT.replace("2022", "2021"), "2021", "2022"),
        ("zh-Hant", BOATS, "該縣2023年有漁船12艘，另有渡輪36艘。", "12艘", "36艘"),
    ],
)
def test_another_number_there(language: str, page: str, claim: str, ours: str, theirs: str) -> None:
    found = find_other_number(grounds_in(language, claim, page))
    assert found is not None
    passage, opposition = found
    assert (opposition.claimed.strip(), opposition.found.strip()) == (ours, theirs)
    assert opposition.reason == INSTEAD.format(opposition.found, opposition.claimed)
    assert passage.unit.text == page


@pytest.mark.parametrize(
    ("page", "claim"),
    [
        (TEA, TEA),
        # A list says nothing by its order.
        (TAX, TAX.replace("2011 and 2012", "2012 and 2011")),
        ("The survey of 2011 and 2016 found mills.", "The survey of 2011 found mills."),
        # Of two sentences that are alike it is the other one's.
        (f"{SALES} {SALES.replace('2022', '2023').replace('5', '7')}", SALES),
        # Two things differ: it may be of another year.
        (SALES, SALES.replace("2022", "2023").replace("5", "7")),
        # The rest of the sentence says whose the number is.
        (DEPOTS, "The depot of Orrin employs 210 people."),
        (RENT, "Rents went up to 640 euros."),
        # What is counted differs too.
        ("The harbour of Orrin has 37 cranes.", "The harbour of Orrin has 12 ferries."),
    ],
)
def test_no_other_number_there(page: str, claim: str) -> None:
    assert find_other_number(grounds_in("en", claim, page)) is None


@pytest.mark.parametrize(
    ("language", "page", "claim", "reason"),
    [
        ("en", SHEEP, SHEEP.replace("are", "are not"), "the claim negates it"),
        ("en", SHEEP, SHEEP.replace("sheep are", "sheep aren't"), "the claim negates it"),
        ("en", SHEEP.replace("are", "are not"), SHEEP, "the source negates it"),
        ("en", LICENCE, LICENCE.replace("cannot", "can"), "the source negates it"),
        ("en", PORT, PORT.replace("d largest", "d smallest"), ("largest", "smallest")),
        ("en", WAGES, WAGES.replace("before", "after"), ("before", "after")),
        ("en", WAGES, WAGES.replace("All", "Some"), ("All", "Some")),
        ("en", WAGES, WAGES.replace("June", "July"), ("June", "July")),
        ("de", WOOD, WOOD.replace("schneller", "nicht schneller"), "the claim negates it"),
        ("zh-Hant", PLANT, PLANT.replace("已經", "並未"), "the claim negates it"),
        ("zh-Hant", PLANT, PLANT.replace("南部", "北部"), ("南", "北")),
    ],
)
def test_a_word_that_turns_it_round(
    language: str, page: str, claim: str, reason: str | tuple[str, str]
) -> None:
    grounds = grounds_in(language, claim, page)
    found = find_turned_word(grounds)
    assert found is not None
    assert found[1].reason == (reason if isinstance(reason, str) else INSTEAD.format(*reason))
    assert judged_on(grounds).verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("language", "page", "claim"),
    [
        ("en", SHEEP, SHEEP.replace("are", "are not only")),
        # What differs turns it back.
        ("en", PLAN.format("not approved"), PLAN.format("rejected")),
        ("en", LICENCE, LICENCE.replace("cannot", "can't")),
        ("en", WAGES, WAGES.replace("All", "Each of the")),
        # What is left out is another thing.
        ("en", f"{SMOKE[:-1]}, and nobody was killed.", SMOKE),
        ("de", SHEEP, "Auf den Hügeln werden Schafe nicht bemalt."),
    ],
)
def test_no_word_that_turns_it_round(language: str, page: str, claim: str) -> None:
    assert find_turned_word(grounds_in(language, claim, page)) is None


@pytest.mark.parametrize(
    ("language", "page", "claim", "ours", "theirs"),
    [
        ("en", "Women earn more than men.", "Men earn more than women.", "Men", "women"),
        ("en", MILL, SWAPPED_MILL, "Karsk", "Orrin"),
        (
            "en",
            FERRY.format("Melby", "Rum Bay"),
            FERRY.format("Rum Bay", "Melby"),
            "Rum Bay",
            "Melby",
        ),
        (
            "en",
            PLACES.format("Arrin", "Corrin"),
            PLACES.format("Corrin", "Arrin"),
            "Corrin",
            "Arrin",
        ),
        ("zh-Hant", "台電向海能購買電力。", "海能向台電購買電力。", "海能", "台電"),
    ],
)
def test_two_in_each_others_place(
    language: str, page: str, claim: str, ours: str, theirs: str
) -> None:
    grounds = grounds_in(language, claim, page)
    found = find_swapped_words(grounds)
    assert found is not None
    assert (found[1].claimed.lower(), found[1].found.lower()) == (ours.lower(), theirs.lower())
    assert judged_on(grounds).verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("page", "claim"),
    [
        ("Melby, Karsk and Orrin have a port.", "Orrin, Karsk and Melby have a port."),
        ("Una Falk met Jo Marsh there.", "Jo Marsh met Una Falk there."),
        ("In the spring the mill was sold.", "The mill was sold in the spring."),
        (MILL, MILL),
        ("It was as it is.", "It is as it was."),
    ],
)
def test_none_in_each_others_place(page: str, claim: str) -> None:
    assert find_swapped_words(grounds_in("en", claim, page)) is None


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
