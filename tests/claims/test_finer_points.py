"""Short pages and claims on the finer points of denials, doers, causes, shares and changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.values import Verdict
from tests.claims.makers import judged, what_is_told
from tests.golden_files import assert_golden

SUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.CONTRADICTED
PARTIAL, NOT_FOUND = Verdict.PARTIAL, Verdict.NOT_FOUND

POINTS = [
    (
        "Only 6% of the keepers named storms at night.",
        "en",
        "Storms and fires at night are the chief fear of the keepers.",
        CONTRADICTED,
    ),
    (
        "Only 6% of the keepers named storms.",
        "en",
        "Storms are the chief fear of the keepers.",
        CONTRADICTED,
    ),
    (
        "Output of the closed mills fell by 20% in May.",
        "en",
        "Most of the closed mills fell silent in May.",
        SUPPORTED,
    ),
    (
        "Of the closed mills, 71% named the cost of coal and 23% a lack of carters.",
        "en",
        "Most of the closed mills named the cost of coal.",
        SUPPORTED,
    ),
    (
        "Less than 3% of the bricks of the county come from abroad.",
        "en",
        "Most of the bricks of the county come from abroad.",
        CONTRADICTED,
    ),
    (
        "Corran Shipping sued Melby Docks over the broken crane.",
        "en",
        "Corran Shipping was sued by Melby Docks over the broken crane.",
        CONTRADICTED,
    ),
    (
        "The pier was built by Lund Works and opened by the mayor Ida Brandt.",
        "en",
        "The pier was built by Lund Works.",
        SUPPORTED,
    ),
    (
        "The pier was built by Lund Works and opened by the mayor Ida Brandt.",
        "en",
        "The pier was opened by Lund Works.",
        CONTRADICTED,
    ),
    (
        "The pier was closed in May. Rask Motors sued Lund Works over the crane.",
        "en",
        "Lund Works sued Rask Motors over the crane.",
        CONTRADICTED,
    ),
    (
        "The pier was closed in May. Rask Motors sued Lund Works over the crane.",
        "en",
        "Rask Motors sued Lund Works over the crane.",
        SUPPORTED,
    ),
    (
        "The board proposes a dividend of 2.40 crowns a share, unchanged from the year before.",
        "en",
        "The board did not raise the dividend of 2.40 crowns a share.",
        SUPPORTED,
    ),
    (
        "The board proposes a dividend of 2.40 crowns a share, up from 2.10.",
        "en",
        "The board proposes to cut the dividend to 2.40 crowns a share.",
        CONTRADICTED,
    ),
    (
        "Twelve firms have announced new cells, but none sells them yet.",
        "en",
        "Twelve firms have announced new cells and sell them.",
        CONTRADICTED,
    ),
    (
        "Twelve firms have announced new cells, but none sells them yet.",
        "en",
        "Twelve firms have announced new cells.",
        SUPPORTED,
    ),
    (
        "In 2019 the school had 640 pupils. In 2023 the school had 720 pupils.",
        "en",
        "The school had 12.5% more pupils in 2023 than in 2019.",
        SUPPORTED,
    ),
    (
        "In 2019 the school had 640 pupils. In 2023 the school had 720 pupils.",
        "en",
        "The school had 25% more pupils in 2023 than in 2019.",
        NOT_FOUND,
    ),
    (
        "Spending of the county grew by 6% in 2023.",
        "en",
        "Spending of the county grew by 6%, of which seven tenths went to teachers.",
        PARTIAL,
    ),
    (
        "Ada Lund was a weaver. She taught weaving in Melby for years.",
        "en",
        "Ada Lund invented a loom for silk.",
        NOT_FOUND,
    ),
    ("麵包店增加，咖啡館減少。", "zh-Hant", "咖啡館增加。", CONTRADICTED),
    ("麵包店增加，咖啡館減少。", "zh-Hant", "麵包店增加。", SUPPORTED),
    ("港務局計畫興建新碼頭，但尚未取得許可。", "zh-Hant", "港務局已取得新碼頭許可。", CONTRADICTED),
    (
        "The council plans a new pier, but no permit has been granted.",
        "en",
        "A permit for a new pier has been granted by the council.",
        CONTRADICTED,
    ),
    (
        "He hasn't finished the pier, the mayor said of the builder.",
        "en",
        "The builder hasn't finished the pier.",
        SUPPORTED,
    ),
    (
        "Melby lies on the river. ORRIS-3 did not test the small dose of the drug.",
        "en",
        "ORRIS-2 tested the small dose of the drug.",
        PARTIAL,
    ),
    (
        "The wells of Corra and the wells of Belden ran dry in 1990 and in 1995.",
        "en",
        "The wells of Belden ran dry in 1995.",
        SUPPORTED,
    ),
    (
        "Fares rose by 4% because fuel became dearer.",
        "en",
        "Fares rose by 4% because wages of drivers rose.",
        CONTRADICTED,
    ),
    (
        "Fares rose by 4% because fuel became dearer.",
        "en",
        "Fares rose by 4% because fuel became dearer.",
        SUPPORTED,
    ),
    (
        "Fares rose by 4%. The mayor blamed dear fuel.",
        "en",
        "Fares rose by 4% because wages of drivers rose.",
        PARTIAL,
    ),
    ("票價上漲4%，因為燃料變貴。", "zh-Hant", "票價上漲4%，因為司機薪資上漲。", CONTRADICTED),
]


@pytest.mark.parametrize(("page", "language", "claim", "verdict"), POINTS)
def test_each_is_told_from_its_twin(page: str, language: str, claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, page, language=language)
    assert judgement.verdict is verdict, judgement.reason


def test_all_that_is_told_of_these_is_as_before() -> None:
    told = [
        what_is_told(claim, judged(claim, page, language=lang)) for page, lang, claim, _ in POINTS
    ]
    assert_golden("\n\n".join(told) + "\n", "finer_points.told", Path(__file__).parent / "told")
