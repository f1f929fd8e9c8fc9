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
    " Orla Park, for once, had four in ten.\n"
    "Una Finch\nJo Marsh\n"
)


@pytest.mark.parametrize(
    ("claim", "names"),
    [
        ("Kestrel City earned nine million crowns from sales of players.", "Kestrel City"),
        ("Ashby Town spent three million crowns on players.", "Ashby Town"),
        ("Kestrel has signed a contract with its manager until 2027.", "Kestrel"),
        ("The Ashby Town club spent three million crowns on players.", "Ashby Town"),
        # In the middle, and all that the page says of it is another matter.
        (
            "In the league of the north, Ashby Town spent three million crowns on players.",
            "Ashby Town",
        ),
        # "Pitch" is all that its sentence has of the claim.
        (
            "A contract until 2027 was signed on the pitch by Kestrel City's manager.",
            "Kestrel City",
        ),
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
        # In the middle: "the club's manager" goes on about whom the sentence before named.
        "The manager whom Halden Rovers signed until 2027 is Ruth Sandoval.",
        # A number of the claim stands where the name does.
        "Grounds were fuller than ever in the league, and 40% of all came to Orla Park.",
        # Items of a list are of what stands above them.
        "A contract until 2027 was signed by Una Finch.",
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
