"""Numbers, places and names that a source gives, but of others than the claim's."""

from __future__ import annotations

import pytest

from claims.named_elsewhere import find_named_instead
from claims.values import Verdict
from tests.claims.makers import an_html_page, grounds_in, judged

SUPPORTED, PARTIAL, CONTRADICTED = Verdict.SUPPORTED, Verdict.PARTIAL, Verdict.CONTRADICTED
NOT_FOUND = Verdict.NOT_FOUND
FERRIES = (
    "Ferry traffic in the region grew. Norvik Ferries carried 3.1 million passengers and employs"
    " 1,250 people. Sella Line, the largest operator, carried 7.2 million passengers."
)
COD_AND_HERRING = (
    "Norland and Westmark, which together bring in about 60% of the world’s cod, had storms."
    " Herring was scarce in the south."
)
RANKS = "新港市居冠，灣城市次之，北岸市排名第三。"


@pytest.mark.parametrize(
    ("claim", "names"),
    [
        ("Halden Lines carried 7.2 million passengers.", ("Halden Lines", "Sella Line")),
        ("HFL carried 7.2 million passengers.", ("HFL", "Sella Line")),
        # The page has it, or it may be short for what the page has; or it is no name.
        ("Sella Line carried 7.2 million passengers.", None),
        ("Norvik Ferries carried 7.2 million passengers.", None),
        ("NF carried 3.1 million passengers.", None),
        ("The company carried 3.1 million passengers.", None),
    ],
)
def test_a_name_that_the_page_nowhere_has(claim: str, names: tuple[str, str] | None) -> None:
    grounds = grounds_in("en", claim, FERRIES)
    assert find_named_instead(grounds) == names
    if names:
        told = judged(claim, FERRIES)
        assert told.verdict is PARTIAL
        assert told.reason.endswith(
            f"the source says it of {names[1]}; nothing on the page names {names[0]}"
        )


@pytest.mark.parametrize(
    ("claim", "page", "verdict"),
    [
        # Several together, and one of them.
        (
            "The metro carried 201 million passengers in 2024.",
            "The trams, buses and metro of Melby carried 412 million passengers in 2024.",
            NOT_FOUND,
        ),
        (
            "The trams, buses and metro of Melby carried 214 million passengers in 2024.",
            "The trams, buses and metro of Melby carried 412 million passengers in 2024.",
            CONTRADICTED,
        ),
        # Who is third is no word against another's second place.
        ("Orvik ranks second.", "Melby leads, followed by Orvik; Sellby ranks third.", NOT_FOUND),
        ("灣城市排名第二。", RANKS, SUPPORTED),
        ("北岸市排名第二。", RANKS, CONTRADICTED),
        ("新港市的充電樁數量居全國第三。", "新港市的充電樁數量居全國首位。", CONTRADICTED),
        ("新港市的充電樁數量居全國首位。", "新港市的充電樁數量居全國第三。", CONTRADICTED),
        # Who overtook whom.
        ("Orvik overtook Melby in landings.", "Melby overtakes Orvik in landings.", CONTRADICTED),
        ("Melby overtook Orvik in landings.", "Melby overtakes Orvik in landings.", SUPPORTED),
        (
            "Melby was overtaken by Orvik in landings.",
            "Melby overtakes Orvik in landings.",
            CONTRADICTED,
        ),
        # The highest fifth and the lowest give the same number.
        (
            "所得最高的兩成家庭，平均所得是最低兩成家庭的6.03倍。",
            "將家庭分為五等分，最高20%家庭平均為234.5萬元，最低20%家庭為38.9萬元，相差6.03倍。",
            SUPPORTED,
        ),
        # Two of seven members, and a rate of interest.
        (
            "Two of the seven members of the board preferred to keep the rate.",
            "Ms Brand and Mr Rehak of the board preferred to keep the rate at 4.75 per cent.",
            NOT_FOUND,
        ),
        # Of those who drink none nothing is denied.
        (
            "The risk of death was 12% lower among men who drank most coffee.",
            "Men who drank most had a 12% lower risk of death than those who drank no coffee.",
            SUPPORTED,
        ),
        # A number of many digits is that of the claim, whatever stands nearer to its words.
        (
            "Sella exported 417,204 boats in 2024, up 72%.",
            "Sella sold 4.27 million boats in 2024. Exports reached 417,204 units, up 72%.",
            SUPPORTED,
        ),
        # The last word is another.
        (
            "Norland and Westmark bring in about 60% of the world’s herring.",
            COD_AND_HERRING,
            PARTIAL,
        ),
        ("Cod was found in all northern ports.", "Cod was found in four northern ports.", PARTIAL),
    ],
)  # fmt: skip
def test_whose_a_number_or_a_place_is(claim: str, page: str, verdict: Verdict) -> None:
    language = "zh-Hant" if "，" in claim + page or "。" in claim else "en"
    assert judged(claim, page, language=language).verdict is verdict


WIND = """<html><body><article><h1>New wind power in 2024</h1>
<p>New wind power was built in all of these countries in 2024.</p>
<table><caption>New wind power in 2024 (MW)</caption>
<tr><th>Country</th><th>Onshore</th><th>Offshore</th></tr>
<tr><td>Norland</td><td>3,247</td><td>743</td></tr>
<tr><td>Westmark</td><td>705</td><td>1,180</td></tr></table></article></body></html>"""
COD = """<html><body><article><h1>Cod: who catches it</h1>
<p>Many boats go out for cod in the north, and many towns live from it.</p>
<table><caption>Catches of cod (thousand tonnes)</caption>
<tr><th>Country</th><th>2022</th><th>2023</th></tr>
<tr><td>Norland</td><td>365</td><td>430</td></tr>
<tr><td>Westmark</td><td>290</td><td>300</td></tr></table></article></body></html>"""
RANKED = """<html><body><article><h1>Index of harbours 2025</h1>
<p>The index ranks the harbours of eight countries by what ships say of them.</p>
<table><tr><th>Country</th><th>Rank 2025</th><th>Rank 2023</th></tr>
<tr><td>Norland</td><td>3</td><td>4</td></tr><tr><td>Westmark</td><td>4</td><td>3</td></tr>
<tr><td>Sudmark</td><td>5</td><td>6</td></tr></table></article></body></html>"""


@pytest.mark.parametrize(
    ("page", "claim", "verdict"),
    [
        (WIND, "Westmark added 1,885 MW of wind power in 2024.", SUPPORTED),
        (WIND, "Norland added almost 4 GW of wind power in 2024.", SUPPORTED),
        # The sum of two columns is none of either.
        (WIND, "Westmark added 1,885 MW of offshore wind power in 2024.", CONTRADICTED),
        (COD, "Westmark caught 300,000 tonnes of cod in 2023.", SUPPORTED),
        (COD, "Westmark caught 290,000 tonnes of cod in 2023.", CONTRADICTED),
        (COD, "Norland caught 430,000 tonnes of cod in 2023, up from 365,000 in 2022.", SUPPORTED),
        # The better place is the lower number.
        (RANKED, "Norland's rank in the index of harbours rose from 2023 to 2025.", SUPPORTED),
        (RANKED, "Norland's rank in the index of harbours fell from 2023 to 2025.", CONTRADICTED),
    ],
)
def test_rows_of_a_table(page: str, claim: str, verdict: Verdict) -> None:
    assert judged(claim, an_html_page(page)).verdict is verdict
