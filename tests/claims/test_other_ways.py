"""Changes the other way, told at the number itself, and shares of other parts of the world."""

from __future__ import annotations

import pytest

from claims.other_regions import find_other_region
from claims.other_ways import find_other_way
from claims.values import Verdict
from tests.claims.makers import grounds_in, judged_on, the_grounds

GREW = "Hanmark itself grew by a mere 2 per cent because its main customer cut production."
MORE = "The rate stood at 5.3 per cent in July, 0.4 percentage points more than a year earlier."


@pytest.mark.parametrize(
    ("claim", "page", "words"),
    [
        ("Hanmark fell by 2 per cent.", GREW, ("fell by", "grew by a mere")),
        ("Hanmark 上半年的裝車量比去年同期衰退2%。", GREW, ("衰退", "grew by a mere")),
        ("Hanmark 上半年的裝車量比去年同期成長2%。", GREW, None),
        ("7月的比率為5.3%，比一年前減少0.4個百分點。", MORE, ("減少", "more")),
        ("The rate was 0.4 percentage points lower than a year earlier.", MORE, ("lower", "more")),
        ("The rate was 0.4 percentage points higher than in 2023.", MORE, None),
        # Of two things one has more and the other less.
        ("Orvik has 12 boats fewer than Melby.", "Melby has 12 boats more than Orvik.", None),
        # What did not rise by so much; and what rose to it.
        ("Landings did not rise by 12%.", "Landings fell by 12%.", None),
        ("Landings rose to 12%.", "Landings fell by 12%.", None),
        ("An increase of 12% was seen.", "A 12% decrease was seen.", ("increase of", "decrease")),
    ],
)
def test_by_how_much_something_rose(claim: str, page: str, words: tuple[str, str] | None) -> None:
    grounds = the_grounds(claim, page)
    found = find_other_way(grounds)
    if words is None:
        assert found is None
    else:
        assert found is not None
        assert (found[1].claimed, found[1].found) == words
        assert judged_on(grounds).verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("claim", "page", "words"),
    [
        (
            "Norland has a quarter of all robots in the world.",
            "Norland accounted for roughly a quarter of all European robots.",
            ("world", "European"),
        ),
        (
            "Norland has a quarter of all European robots.",
            "Norland accounted for roughly a quarter of the robots worldwide.",
            ("European", "worldwide"),
        ),
        (
            "Norland has a quarter of all European robots.",
            "Norland accounted for roughly a quarter of all robots in Europe.",
            None,
        ),
        (
            "Norland has a quarter of all robots.",
            "Norland accounted for roughly a quarter of all European robots.",
            None,
        ),
        # Another clause has another region.
        (
            "Norland has a quarter of all European robots.",
            "Worldwide robots are many; Norland accounted for a quarter of all European robots.",
            None,
        ),
    ],
)
def test_of_what_part_of_the_world(claim: str, page: str, words: tuple[str, str] | None) -> None:
    found = find_other_region(grounds_in("en", claim, page))
    assert (found and (found[1].claimed, found[1].found)) == words
