"""A page on something else says nothing of a claim, though it has the same month or number."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from claims.extraction import stated_claim
from claims.judge import judge
from claims.languages import language_of
from claims.passages import PageIndex
from claims.values import Citation, Verdict, Via
from tests.claims.makers import URL, a_page, a_source, an_html_page, judged

HERE = Path(__file__).parent
# Of claims such as "the company employs 176 people" some are of any company; so much may pass, and
# so much be anything but not found.
MOST_SUPPORTED = 0.0105
MOST_FOUND = 0.03


def an_index(file: Path) -> PageIndex:
    """The page of a file of `pages/` or of `truths/`."""
    text = file.read_text("utf-8")
    if file.suffix == ".html":
        page = an_html_page(text)
        return PageIndex(page)
    language = file.stem.partition(".")[2]
    return PageIndex(a_page(text.partition("\n---\n")[0], language=language))


@pytest.fixture(scope="module")
def claims() -> dict[str, list[str]]:
    """By the name of its page, each claim that was written for one."""
    found: dict[str, list[str]] = {}
    for line in (HERE / "pages" / "claims.jsonl").read_text("utf-8").splitlines():
        claim = json.loads(line)
        found.setdefault(claim["page"], []).append(claim["claim"])
    for file in (HERE / "truths").glob("*.txt"):
        lines = file.read_text("utf-8").partition("\n---\n")[2].splitlines()
        found[file.stem] = [line[2:] for line in lines]
    return found


def test_claims_beside_each_page_that_they_are_not_of(claims: dict[str, list[str]]) -> None:
    files = sorted([*(HERE / "pages").glob("*.html"), *(HERE / "truths").glob("*.txt")])
    told: Counter[Verdict] = Counter()
    found: list[tuple[str, str, str]] = []
    for file in files:
        index = an_index(file)
        for claim in (one for name, ours in claims.items() if name != file.stem for one in ours):
            judgement = judge(
                stated_claim(claim, language_of(claim)),
                Citation(URL, Via.INLINE, 1.0),
                a_source(),
                index,
            )
            told[judgement.verdict] += 1
            if judgement.verdict is not Verdict.NOT_FOUND:
                found.append((file.stem, claim, judgement.reason))
    assert len(claims) == len(files)
    assert told.total() > 1_500
    assert told[Verdict.SUPPORTED] <= MOST_SUPPORTED * told.total(), found
    assert len(found) <= MOST_FOUND * told.total(), found


def test_the_month_of_another_year_on_a_page_on_something_else() -> None:
    page = (
        "Sellby opened its ferry port in December 2023. The port has two piers and a customs house."
    )
    claim = "The couple married in New York in December 2012, and their son was born in Melby."
    assert judged(claim, page).verdict is Verdict.NOT_FOUND


def test_a_small_number_on_a_page_on_something_else() -> None:
    page = "Sellby opened its ferry port in 2023. The port has two piers and a customs house."
    claim = "The waves released from the merging of two black holes are ripples in space."
    assert judged(claim, page).verdict is Verdict.NOT_FOUND
