"""Claims that differ from their page by a hair, or seem to: each beside one that does the other."""

from __future__ import annotations

import pytest

from claims.values import Verdict
from tests.claims.makers import an_html_page, judged

SUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.CONTRADICTED

HEAT = "In 2023 heat pumps stood in 71% of homes in Norway but only 9% of homes in Germany."
DISTRICTS = "人口最多的是海灣區，有121.3萬人，其次是高新區，為98.6萬人。"
ACCIDENTS = "There were 41 accidents in 2023, nine fewer than the year before."
LEAGUE = "Melby climbed from sixth to second in the league."
TOLLS = "Grain prices reached 88 pounds in 2024, and tolls have been 12 pounds since 2016."
WAITS = "2024年，海岬縣等候期從34週降至31週。"
OUTAGE = "停電是因水管破裂，而非人手不足。"
HIPS = "Patients in Sellby waited 31 weeks for a new hip in 2024, against 26 weeks in 2023."
LIVES = "Life expectancy in the county is 79.3 years for men and 83.6 years for women."
CRANES = "Applications of the cranes are not limited to harbours and scheduling of trains."
DOSE = "The daily allowance for adult women is 310-320 mg."
STAFF = "The service employs 214 people, 36 fewer than ten years ago."


@pytest.mark.parametrize(
    ("page", "language", "claim", "verdict"),
    [
        # The second part of a sentence, whose name is another's or an adjective.
        (HEAT, "en", "Heat pumps stood in 9% of German homes.", SUPPORTED),
        (HEAT, "en", "Heat pumps stood in 9% of homes in Germany.", SUPPORTED),
        (HEAT, "en", "Heat pumps stood in 71% of homes in Germany.", CONTRADICTED),
        (DISTRICTS, "zh-Hant", "高新區人口為98.6萬人。", SUPPORTED),
        (DISTRICTS, "zh-Hant", "高新區人口為121.3萬人。", CONTRADICTED),
        # What was in the year before, told by how much less there is now.
        (ACCIDENTS, "en", "There were 50 accidents in 2022.", SUPPORTED),
        (ACCIDENTS, "en", "There were 46 accidents in 2022.", CONTRADICTED),
        # A bound is no change.
        (STAFF, "en", "The service employs fewer than 200 people.", CONTRADICTED),
        (STAFF, "en", "The service employs more than 200 people.", SUPPORTED),
        # To climb is to come to a smaller rank.
        (LEAGUE, "en", "Melby climbed from sixth to second in the league.", SUPPORTED),
        (LEAGUE, "en", "Melby fell from sixth to second in the league.", CONTRADICTED),
        # What is so since a year is so in that year, and later.
        (TOLLS, "en", "Tolls were 12 pounds in 2016.", SUPPORTED),
        (TOLLS, "en", "Tolls were 12 pounds in 2024.", SUPPORTED),
        (TOLLS, "en", "Tolls were 88 pounds in 2024.", CONTRADICTED),
        # The ends of a change.
        (WAITS, "zh-Hant", "海岬縣等候期降至31週。", SUPPORTED),
        (WAITS, "zh-Hant", "海岬縣等候期降至34週。", CONTRADICTED),
        ("Waits fell from 34 weeks to 31 weeks.", "en", "Waits fell to 31 weeks.", SUPPORTED),
        ("Waits fell from 34 weeks to 31 weeks.", "en", "Waits fell from 31 weeks.", CONTRADICTED),
        # Negations of nothing that the claim says.
        (CRANES, "en", "Applications of the cranes include scheduling of trains.", SUPPORTED),
        (CRANES, "en", "The cranes are not used in harbours.", CONTRADICTED),
        ("The archive is not indexed.", "en", "The non-indexed archive is not indexed.", SUPPORTED),
        ("The archive is indexed by name.", "en", "The archive is non-indexed.", CONTRADICTED),
        ("The ruling cannot be overturned.", "en", "The ruling can be overturned.", CONTRADICTED),
        ("Her part cannot be overstated.", "en", "Her part cannot be overstated.", SUPPORTED),
        # A unit that is written beside its number.
        (DOSE, "en", "The daily allowance for adult women is 310-320mg.", SUPPORTED),
        (DOSE, "en", "The daily allowance for adult women is 210-220mg.", CONTRADICTED),
        ("The bottle holds 0.5 litres.", "en", "The bottle holds 500ml.", SUPPORTED),
        ("The bottle holds 0.5 litres.", "en", "The bottle holds 50ml.", CONTRADICTED),
        # Both deny the same.
        (OUTAGE, "zh-Hant", "停電並非因人手不足。", SUPPORTED),
        (OUTAGE, "zh-Hant", "停電是因人手不足。", CONTRADICTED),
        # A year that is only compared with; and whom a comparison is told of.
        (HIPS, "en", "Patients in Sellby waited longer for a new hip than in 2023.", SUPPORTED),
        (HIPS, "en", "Patients in Sellby had a shorter wait for a hip than in 2023.", CONTRADICTED),
        (LIVES, "en", "Life expectancy was higher for women than for men.", SUPPORTED),
        (LIVES, "en", "Life expectancy was lower for women than for men.", CONTRADICTED),
    ],
)
def test_a_hair(page: str, language: str, claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, page, language=language)
    assert judgement.verdict is verdict, judgement.reason


def test_names_alone_bear_nothing_out() -> None:
    page = "Maria Holt of the Norvik Fund met Jonas Weck of the Sellby Guild in Melby."
    sued = (
        "Maria Holt of the Norvik Fund sued Jonas Weck of the Sellby Guild over stolen paintings."
    )
    assert judged(sued, page).verdict is Verdict.NOT_FOUND
    met = "Maria Holt of the Norvik Fund met Jonas Weck of the Sellby Guild."
    assert judged(met, page).verdict is SUPPORTED


def test_the_year_since_which_something_is_the_most_is_not_its_year() -> None:
    page = "Rents of 310 pounds a month, the highest since 1978, were asked in the town."
    judgement = judged("Rents of 310 pounds a month were asked in the town in 2024.", page)
    assert judgement.verdict is Verdict.PARTIAL


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Bicycles sold in Sellby rose between 2022 and 2024.", SUPPORTED),
        ("Bicycles sold in Sellby fell between 2022 and 2024.", CONTRADICTED),
    ],
)
def test_a_span_of_years_in_a_row(claim: str, verdict: Verdict) -> None:
    page = (
        "<table><tr><th>City</th><th>2021</th><th>2022</th><th>2024</th></tr>"
        "<tr><td>Bicycles sold in Sellby</td><td>1,450</td><td>1,270</td><td>1,410</td></tr>"
        "<tr><td>Bicycles sold in Melby</td><td>950</td><td>870</td><td>710</td></tr></table>"
    )
    read = an_html_page(f"<p>Sales.</p>{page}")
    assert judged(claim, read).verdict is verdict
