"""Claims that something is not so, on pages that say that it is, or nothing of the kind."""

from __future__ import annotations

import pytest

from claims.unsaid_denials import find_unsaid_denial
from claims.values import Verdict
from tests.claims.makers import grounds_in, judged_on

FERRY = (
    "The old ferry to Karsk carried 410 passengers a day in 2022, and the harbour office paid for"
    " its repair. The crew lives on the island of Orrin. Two boats were sold to a firm in Melby."
)
ZH = "往卡斯克的舊渡輪2022年每天載客410人，維修費由港務局支付。船員住在奧林島上。"


@pytest.mark.parametrize(
    ("language", "page", "claim", "said"),
    [
        ("en", FERRY, "The harbour office did not pay for the repair of the old ferry.", "not"),
        ("en", FERRY, "The crew never lived on the island of Orrin.", "never"),
        ("en", FERRY, "None of the crew lives on the island of Orrin.", "None"),
        ("en", FERRY, "The old ferry did not carry 410 passengers a day in 2022.", "not"),
        ("en", FERRY, "The crew doesn't live on the island of Orrin.", "n't"),
        ("zh-Hant", ZH, "舊渡輪的維修費並非由港務局支付。", "並非"),
        ("zh-Hant", ZH, "船員不住在奧林島上。", "不"),
        (
            "de",
            "Die alte Fähre fährt nach Karsk.",
            "Die alte Fähre fährt nicht nach Karsk.",
            "nicht",
        ),
    ],
)
def test_a_denial_that_no_passage_makes(language: str, page: str, claim: str, said: str) -> None:
    grounds = grounds_in(language, claim, page)
    found = find_unsaid_denial(grounds)
    assert found is not None
    passage, opposition, share = found
    assert opposition.claimed == said
    assert opposition.reason == f"the claim says “{said}”, the source says nothing of the kind"
    assert passage.unit.text in page
    assert share > 0.5
    assert judged_on(grounds).verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("language", "page", "claim"),
    [
        ("en", FERRY, "The harbour office paid for the repair of the old ferry."),
        ("en", "The office refused to pay for the ferry.", "The office did not pay for the ferry."),
        ("en", "The pier is unlit, and so is the ferry.", "The pier is not lit."),
        ("en", "Visitors must not bring dogs. Boats are allowed.", "Dogs are not allowed."),
        # Who died may be told in the sentence behind that of the accident.
        ("en", "Two boats met off Karsk. Nobody was killed.", "Nobody died when two boats met."),
        # That not all are follows from how many are.
        ("en", "Of 180 buses 46 run on power.", "Not all of the 180 buses run on power."),
        ("zh-Hant", "港務局拒絕支付維修費。", "港務局沒有支付維修費。"),
        ("zh-Hant", "180輛公車中46輛是電動車。", "並非所有公車都是電動車。"),
        ("ja", "180台のバスのうち46台が電気バスだ。", "すべてのバスが電気バスではない。"),
        ("ko", "배는 카르스크로 간다.", "배는 카르스크로 가지 않는다."),
    ],
)
def test_a_denial_that_a_passage_may_make(language: str, page: str, claim: str) -> None:
    assert find_unsaid_denial(grounds_in(language, claim, page)) is None


def test_half_of_what_is_denied_makes_it_partial_and_no_contradiction() -> None:
    page = "The old ferry to Karsk sails at noon, and its crew of nine eats early in the morning."
    claim = "The old ferry to Karsk sails at noon, and its captain did not buy it for the crew."
    grounds = grounds_in("en", claim, page)
    found = find_unsaid_denial(grounds)
    assert found is not None
    assert found[2] < 0.6
    assert judged_on(grounds).verdict is not Verdict.CONTRADICTED
