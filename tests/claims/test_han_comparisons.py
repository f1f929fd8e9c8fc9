"""Chinese comparisons with one and the same thing, told the other way round."""

from __future__ import annotations

import pytest

from claims.han_comparisons import find_compared_otherwise
from claims.values import Verdict
from tests.claims.makers import judged, the_grounds

EVACUATED = "縣府10日撤離三個鄉共860人，比去年8月颱風時的1,120人少。"
MARGIN = "第三季毛利率24.1%，高於第二季的22.8%，但不及去年同期的25.6%。"
WEDDINGS = "去年結婚對數為3,061對，較前年減少131對；離婚對數1,469對，增加84對。"


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("縣府這次撤離的人數比去年8月颱風時更多。", EVACUATED),
        ("第三季毛利率低於第二季。", MARGIN),
        ("第三季毛利率比去年同期高。", MARGIN),
    ],
)
def test_the_other_way_round_is_no_support(claim: str, page: str) -> None:
    assert judged(claim, page, language="zh-Hant").verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("縣府這次撤離的人數比去年8月颱風時少。", EVACUATED),
        ("第三季毛利率高於第二季。", MARGIN),
        ("第三季毛利率不及去年同期。", MARGIN),
        # What the sentence compares first is something else.
        ("去年離婚對數較前年增加。", WEDDINGS),
    ],
)
def test_the_same_way_is_not_objected_to(claim: str, page: str) -> None:
    assert find_compared_otherwise(the_grounds(claim, page, language="zh-Hant")) is None
