from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.values import Relation
from reports.marking import mark_facts
from tests.reports.makers import a_fact, an_evidence


def marked(quote: str, *facts: str) -> list[str]:
    evidence = an_evidence(quote, *(a_fact("x", fact) for fact in facts))
    return [words.text for words in mark_facts(evidence) if words.relation]


@pytest.mark.parametrize(
    ("quote", "facts", "expected"),
    [
        ("It rose by 4% in 2024.", ("4%", "2024"), ["4%", "2024"]),
        ("It rose by 64 to 4.", ("4",), ["4"]),
        ("佔全球40%的份額", ("40%",), ["40%"]),
        ("3 of 3", ("3", "3"), ["3"]),
        ("45 million passengers", ("45 million", "45"), ["45 million"]),
        ("nothing here", ("64%", ""), []),
    ],
    ids=["in order", "whole words", "beside Chinese", "once", "longest first", "absent"],
)
def test_facts_are_marked_where_they_stand_whole(
    quote: str, facts: tuple[str, ...], expected: list[str]
) -> None:
    assert marked(quote, *facts) == expected


def test_mark_tells_how_the_fact_stands_to_the_claim() -> None:
    evidence = an_evidence("It fell by 4%.", a_fact("6%", "4%", Relation.DIFFERS))

    assert [words.relation for words in mark_facts(evidence)] == [None, Relation.DIFFERS, None]


@given(st.text(alphabet="4 %a份"), st.lists(st.text(alphabet="4 %a份", max_size=3)))
def test_no_word_of_a_quote_is_lost(quote: str, facts: list[str]) -> None:
    evidence = an_evidence(quote, *(a_fact("x", fact) for fact in facts))

    assert "".join(words.text for words in mark_facts(evidence)) == quote
