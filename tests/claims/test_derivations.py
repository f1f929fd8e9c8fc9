"""Numbers that follow from two numbers of one sentence."""

from __future__ import annotations

import pytest

from claims.derivations import derive, is_the_rest, remainder
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


@pytest.mark.parametrize(
    ("claim", "sentence", "how"),
    [
        ("Six have not signed.", "There are 23 states; 17 have signed.", "the rest of 23 and 17"),
        ("The remaining 6 are free.", "There are 23 rooms; 17 are taken.", "the rest of 23 and 17"),
        ("6 have signed.", "There are 23 states; 17 have signed.", ""),
        ("Seven have not signed.", "There are 23 states; 17 have signed.", ""),
        ("Nearly four in ten died.", "It had 340 patients, of whom 129 died.", "the share of"),
        (
            "Over half of the growers say that sales rose.",
            "There are 126 growers; 71 nodded.",
            "the share",
        ),
        ("It grew seventyfold.", "It went from 60 to 4,200 people.", "4,200 and 60, one 70.0"),
        ("By a margin of three it was kept.", "They voted by nine to six.", "the difference"),
    ],
)
def test_the_rest_a_part_and_a_multiple(claim: str, sentence: str, how: str) -> None:
    assert derived(claim, sentence).startswith(how)
    assert bool(derived(claim, sentence)) is bool(how)


def test_what_is_the_rest_is_told_by_how_it_was_reckoned() -> None:
    (claimed,) = find_quantities("Six have not signed.", "en")
    found = find_quantities("There are 23 states; 17 have signed.", "en")
    assert is_the_rest(derive(claimed, "Six have not signed.", "en", found))
    assert not is_the_rest(found[0])
    assert not is_the_rest(None)


def test_figures_of_two_years_are_no_parts_of_a_sum() -> None:
    (claimed,) = find_quantities("49% were late.", "en")
    found = find_quantities("409 boats, 394 boats", "en")
    assert derive(claimed, "49% were late.", "en", found)
    assert derive(claimed, "49% were late.", "en", found, are_parts=False) is None


@pytest.mark.parametrize(
    ("text", "language", "left"),
    [
        ("46% came from A, 31% from B and 18% from C; the rest is from D.", "en", 5),
        ("About 55% went to A, 30% to B, and the remainder to C.", "en", 15),
        ("六成來自甲地，25%來自乙地，其餘來自丙地。", "zh-Hant", 15),
        ("The rest came from A: 46% in all.", "en", None),
        ("46% came from A, and the rest, 31%, from B.", "en", None),
        ("Sales rose by 46%; the rest of the firm fared worse.", "en", None),
        ("Over 46% came from A, the rest from B.", "en", None),
        ("60% came from A and 50% from B, the rest from C.", "en", None),
        ("46 came from A, the rest from B.", "en", None),
    ],
)
def test_what_shares_leave_for_the_rest(text: str, language: str, left: float | None) -> None:
    found = remainder(text, language, find_quantities(text, language))
    assert (found.low if found else None) == left
    if found:
        assert found.low == found.high
        assert found.text.startswith("what ")
        assert text[found.start : found.end].removeprefix("the ") in {"rest", "remainder", "其餘"}
