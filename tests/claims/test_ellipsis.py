"""A unit that is said once for several numbers."""

from __future__ import annotations

import pytest

from claims.ellipsis import with_units_understood
from claims.quantities import find_quantities
from claims.values import Kind, Verdict
from tests.claims.makers import judged

SUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.CONTRADICTED
FARES = "Crossing costs 62 kroner for vans and 190 for coaches; pedestrians cross free."
VOTES = "In the first count Ahlberg had 41.3 per cent, Brandt 30.8 and Clara Dahl of the Left 15.6."


@pytest.mark.parametrize(
    ("text", "bare", "kind", "unit"),
    [
        (FARES, "190", Kind.MONEY, "NOK"),
        (VOTES, "15.6", Kind.PERCENT, "%"),
        ("A tour takes 96 minutes, against 88 in winter.", "88", Kind.DURATION, "minute"),
        ("It shipped 3,100 tonnes in May, and 2,700 in June.", "2,700", Kind.PHYSICAL, "tonne"),
    ],
)
def test_a_bare_number_has_the_unit_of_another(text: str, bare: str, kind: Kind, unit: str) -> None:
    understood = dict(with_units_understood(find_quantities(text, "en"), text))
    (read,) = (measured for one, measured in understood.items() if one.text == bare)
    assert (read.kind, read.unit) == (kind, unit)


@pytest.mark.parametrize(
    "text",
    [
        "It costs 62 million euros to launch a Harrier 9.",
        "They raised 40 euros and won 3-1.",
        "It rained for 12 hours on 30 more days than usual.",
        "Article 14 sets a fine of 900 euros.",
        "Of the cases 48.4% were confirmed and 8,960 were severe.",
        "The store was full in seven months (we now have 5.4).",
    ],
)
def test_a_number_that_names_or_counts_something_has_none(text: str) -> None:
    assert not list(with_units_understood(find_quantities(text, "en"), text))


@pytest.mark.parametrize(
    ("claim", "page", "verdict"),
    [
        ("A coach pays 190 kroner to cross.", FARES, SUPPORTED),
        ("A coach pays 62 kroner to cross.", FARES, CONTRADICTED),
        ("Clara Dahl had 15.6 per cent in the first count.", VOTES, SUPPORTED),
        ("Clara Dahl had 30.8 per cent in the first count.", VOTES, CONTRADICTED),
    ],
)
def test_it_is_told_whose_number_is_whose(claim: str, page: str, verdict: Verdict) -> None:
    assert judged(claim, page).verdict is verdict
