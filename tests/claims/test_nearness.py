"""How closely the words of a text are bound to a number of it."""

from __future__ import annotations

import pytest

from claims.nearness import Surroundings, agreement
from claims.quantities import find_quantities

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
