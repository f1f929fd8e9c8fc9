"""Where somebody was born, or a firm has its seat: another place than a claim says."""

from __future__ import annotations

import pytest

from claims.whereabouts import find_other_place
from tests.claims.makers import grounds_in

HOLT = "Mira Holt was born in Karsk and died in Orrin. Her firm is based in Melby."


@pytest.mark.parametrize(
    ("page", "claim", "said"),
    [
        (HOLT, "Mira Holt was born in Tarvik.", "born in Karsk"),
        (HOLT, "Mira Holt died near Tarvik.", "died in Orrin"),
        (HOLT, "The firm is based in Tarvik.", "based in Melby"),
        (HOLT, "Mira Holt was born in Karsk and died in Tarvik.", "died in Orrin"),
        (
            "She was born in the old town of Karsk.",
            "Mira Holt was born in Tarvik, says she.",
            "born in the old town of Karsk",
        ),
        (
            "Holt was Born to a smith at Karsk.",
            "Mira Holt was born in Tarvik.",
            "Born to a smith at Karsk",
        ),
    ],
)
def test_another_place(page: str, claim: str, said: str) -> None:
    found = find_other_place(grounds_in("en", claim, page))
    assert found is not None
    passage, opposition = found
    assert opposition.found == said
    assert opposition.reason == f"the source says “{said}”"
    assert said in passage.unit.text


@pytest.mark.parametrize(
    ("page", "claim"),
    [
        (HOLT, "Mira Holt was born in Karsk."),
        # The page has the place, so something of it is said.
        (HOLT, "Mira Holt was born in Orrin."),
        (HOLT, "Mira Holt is buried at Tarvik."),
        (HOLT, "Jon Ferris was born in Tarvik."),
        (HOLT, "Mira Tarvik was born in Karsk."),
        # A town may lie in the country.
        ("Mira Holt was born in France.", "Mira Holt was born in Tarvik."),
    ],
)
def test_no_other_place(page: str, claim: str) -> None:
    assert find_other_place(grounds_in("en", claim, page)) is None
