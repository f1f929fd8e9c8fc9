"""Names of a claim that its page has in another matter."""

from __future__ import annotations

import pytest

from claims.named_elsewhere import find_named_elsewhere
from claims.values import Page, Verdict
from tests.claims.makers import a_page, grounds_in, judged_on

LEAGUE = (
    "The league of the north ended its season on Sunday. It was the ninth since the war."
    " Grounds were fuller than ever, the league says. In the cup Ashby Town met the old rivals."
    " Tickets sold out. It rained. It was cold. Halden Rovers spent three million crowns on players"
    " and earned nine million from sales. The club's manager, Ruth Sandoval, has signed a contract"
    " until 2027. Kestrel City was fined for its pitch. The next season begins in August."
)


@pytest.mark.parametrize(
    ("claim", "names"),
    [
        ("Kestrel City earned nine million crowns from sales of players.", "Kestrel City"),
        ("Ashby Town spent three million crowns on players.", "Ashby Town"),
        ("Kestrel has signed a contract with its manager until 2027.", "Kestrel"),
        ("The Ashby Town club spent three million crowns on players.", "Ashby Town"),
    ],
)
def test_a_name_of_another_matter(claim: str, names: str) -> None:
    grounds = grounds_in("en", claim, LEAGUE)
    assert find_named_elsewhere(grounds) == names
    judgement = judged_on(grounds)
    assert judgement.verdict is not Verdict.SUPPORTED


def test_what_is_told_of_it() -> None:
    claim = "Ashby Town spent three million crowns on players."
    judgement = judged_on(grounds_in("en", claim, LEAGUE))
    assert judgement.verdict is Verdict.PARTIAL
    assert judgement.reason.endswith("; the page does not name Ashby Town where it says so")


@pytest.mark.parametrize(
    "claim",
    [
        "Halden Rovers earned nine million crowns from sales of players.",
        "Halden spent three million crowns on players.",
        # The sentence before tells whose manager she is.
        "Halden's manager Ruth Sandoval has signed a contract until 2027.",
        # A name that the page has nowhere is another rule's.
        "Orrin United earned nine million crowns from sales of players.",
        "The club earned nine million crowns from sales of players.",
        # Of a name in the middle the page may have spoken long before.
        "In the league of the north, Ashby Town spent three million crowns on players.",
    ],
)
def test_a_name_that_stands_there_or_nowhere(claim: str) -> None:
    assert find_named_elsewhere(grounds_in("en", claim, LEAGUE)) == ""


@pytest.mark.parametrize(
    "page",
    [
        # What a page is about it need not name again: by its title, its start, or all along.
        a_page(LEAGUE, title="Kestrel City and the others"),
        a_page(LEAGUE.replace("It was the ninth", "Kestrel City calls it the ninth")),
        a_page(f"{LEAGUE} Kestrel City has new seats. Kestrel City is for sale."),
    ],
)
def test_what_a_page_is_about(page: Page) -> None:
    claim = "Kestrel City earned nine million crowns from sales of players."
    assert find_named_elsewhere(grounds_in("en", claim, page)) == ""


def test_countries_and_other_languages_are_left_to_others() -> None:
    page = f"{LEAGUE} In Norway the cup is older."
    claim = "Norway earned nine million crowns from sales of players."
    assert find_named_elsewhere(grounds_in("en", claim, page)) == ""
    claim = "Kestrel City earned nine million crowns from sales of players."
    assert find_named_elsewhere(grounds_in("de", claim, LEAGUE)) == ""
