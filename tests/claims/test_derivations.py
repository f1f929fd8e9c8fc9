"""Numbers that follow from two numbers of one sentence."""

from __future__ import annotations

import pytest

from claims.derivations import derive
from claims.quantities import find_quantities


def derived(claim: str, sentence: str, language: str = "en") -> str:
    (claimed, *_) = find_quantities(claim, language)
    found = derive(claimed, claim, language, find_quantities(sentence, language))
    return found.text if found else ""


@pytest.mark.parametrize(
    ("claim", "sentence", "how"),
    [
        ("The price rose by $60.", "It cost $520, after $460.", "the difference"),
        ("It improved by five percentage points.", "It went from 86% to 91%.", "the difference"),
        ("Together they carried 6.0 million.", "One 3.9 million and one 2.1 million.", "the sum"),
        ("The price rose by 13%.", "It cost $520, after $460.", "the change"),
        ("78% of them were late.", "29 ships were late, the other 8 were not.", "the share"),
    ],
)
def test_what_the_words_ask_for_is_reckoned(claim: str, sentence: str, how: str) -> None:
    assert derived(claim, sentence).startswith(how)


def test_in_chinese() -> None:
    assert derived("上漲60元", "每公斤520元，高於460元", "zh-Hant").startswith("the difference")


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("The price was $60.", "It cost $520, after $460."),
        ("The price rose by $70.", "It cost $520, after $460."),
        ("They carried 6.0 million.", "One carried 3.9 million and one 2.1 million."),
        ("The price rose by $520.", "It cost $520, after $0.13."),
        ("It rose by 60 tonnes.", "It cost $520, after $460."),
        ("56% of them were late.", "Of 40 ships 13 sailed, 9 waited, 11 sank and 25 came."),
    ],
)
def test_nothing_else_is(claim: str, sentence: str) -> None:
    assert derived(claim, sentence) == ""


def test_a_dump_of_data_says_nothing_of_any_two_of_its_numbers() -> None:
    told = "It cost $520, after $456"
    few, many = (f"{told}, {', '.join(f'${n}' for n in range(1000, 1000 + k))}." for k in (5, 900))
    assert derived("The price rose by $64.", few).startswith("the difference")
    assert not derived("The price rose by $64.", many)
