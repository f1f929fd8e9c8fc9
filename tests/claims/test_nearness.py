"""How closely the words of a text are bound to a number of it."""

from __future__ import annotations

import pytest

from claims.nearness import Surroundings, agreement
from claims.quantities import find_quantities
from claims.values import Verdict
from tests.claims.makers import judged

TEXTS = [
    "Trams and buses, buses and trams: 41 trams, and trams again, but buses last.",
    "Buses carry 41 people. Trams, which are longer, carry more people; buses do not.",
    "The 41 trams of the city, the trams of the port and those trams beyond it.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_of_many_places_of_a_word_the_one_bound_most_counts(text: str) -> None:
    (number,) = find_quantities(text, "en")
    around = Surroundings(text, "en", "en")
    everywhere = [(forms, around.bond(place, number)) for place, forms in around.words]
    for forms, _ in everywhere:
        bonds = [bond for others, bond in everywhere if not forms.isdisjoint(others)]
        assert around.closest_bond(forms, number) == max(bonds)


def test_a_word_that_stands_nowhere_is_bound_to_nothing() -> None:
    text = "The city has 41 trams."
    (number,) = find_quantities(text, "en")
    assert Surroundings(text, "en", "en").closest_bond(frozenset({"ferri"}), number) == 0


def test_agreement_is_the_weighed_share_of_the_words_that_both_bind() -> None:
    text = "The city has 41 trams."
    (number,) = find_quantities(text, "en")
    passage = Surroundings(text, "en", "en")
    place, forms = passage.words[-1]
    bond = passage.bond(place, number)
    bound = [(forms, 3.0), (frozenset({"ferri"}), 1.0)]
    assert agreement(bound, passage, number) == pytest.approx(0.75 * bond)
    assert agreement([], passage, number) == 0


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("電動機車貸款的違約率為6%，燃油機車則為11%。", Verdict.SUPPORTED),
        ("電動機車貸款的違約率為11%，燃油機車則為6%。", Verdict.CONTRADICTED),
    ],
)
def test_two_numbers_in_each_others_place_across_languages(claim: str, verdict: Verdict) -> None:
    # The dictionary knows 電動, and not what people fill in.
    page = (
        "Only 6% of the loans on electric bikes go bad, the lender says, compared with 11% of those"
        " on petrol ones. The lender has four offices."
    )
    assert judged(claim, page).verdict is verdict
