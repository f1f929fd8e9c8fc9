"""Quotations: somebody's words must be on the page as they are quoted."""

from __future__ import annotations

import pytest

from claims.extraction import stated_claim
from claims.passages import PageIndex
from claims.quotations import find_alteration
from claims.values import Flag, Verdict
from tests.claims.makers import a_page, judged

PAGE = """The strike at the docks
"Our crews are tired, and a tired crew is not a safe crew," the union's Mara Dunn said on Friday.
「我們寧可少賣，也要把品質守住，」廠長說。"""


@pytest.mark.parametrize(
    ("claim", "quoted", "found"),
    [
        ("“Our crews are angry, and a tired crew is not a safe crew,” she said.", "angry", "tired"),
        ('Dunn: "Our crews are tired, and a tired crew is a safe crew."', "", "not"),
    ],
)
def test_a_changed_word_is_told(claim: str, quoted: str, found: str) -> None:
    altered = find_alteration(stated_claim(claim, "en"), PageIndex(a_page(PAGE)))
    assert altered
    assert quoted in altered.quoted
    assert found in altered.found


@pytest.mark.parametrize(
    "claim",
    [
        "“Our crews are tired, and a tired crew is not a safe crew,” she said.",
        "She said: “our crews are tired and a tired crew is not a safe crew!”",
        "She said “a tired crew is not a safe crew ... ”.",
        "“Our crews are tired … a tired crew is not [she said] a safe crew.”",
        "The “tired crew” was not safe.",
        "“Nobody here has ever seen a ship like that one before,” he said.",
    ],
)
def test_the_same_words_or_quite_others_are_no_alteration(claim: str) -> None:
    assert find_alteration(stated_claim(claim, "en"), PageIndex(a_page(PAGE))) is None


@pytest.mark.parametrize(
    ("claim", "quoted", "found"),
    [
        ("“The plan means closures, cuts and no further layoffs”", "layoffs", "redundancies"),
        (
            "“The plan means closures, cuts and no further sackings”, she said",
            "sackings",
            "redundancies",
        ),
        (
            "“Unworkable it said, and the plan means closures, cuts”",
            "unworkable",
            "disproportionately",
        ),
    ],
)
def test_the_words_that_differ_are_told_whole(claim: str, quoted: str, found: str) -> None:
    page = (
        "Disproportionately, it said, and the plan means closures, cuts and no further redundancies"
        " at the docks."
    )
    altered = find_alteration(stated_claim(claim, "en"), PageIndex(a_page(page)))
    assert altered
    assert (altered.quoted, altered.found) == (quoted, found)


def test_chinese_quotations_are_compared_in_either_script() -> None:
    index = PageIndex(a_page(PAGE, language="zh-Hant"))
    same = stated_claim("厂长说：「我们宁可少卖，也要把品质守住」", "zh-Hans")
    other = stated_claim("廠長說：「我們寧可少賺，也要把品質守住」", "zh-Hant")
    assert find_alteration(same, index) is None
    altered = find_alteration(other, index)
    assert altered
    assert (altered.quoted, altered.found) == ("赚", "卖")


def test_an_altered_quotation_does_not_pass() -> None:
    claim = '"Our crews are angry, and a tired crew is not a safe crew," Mara Dunn said on Friday.'
    judgement = judged(claim, PAGE)
    assert judgement.verdict is Verdict.PARTIAL
    assert Flag.QUOTE_ALTERED in judgement.flags
    assert "angry" in judgement.reason
