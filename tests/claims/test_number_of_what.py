"""Whose number it is, and what follows from numbers: verdicts on small pages."""

from __future__ import annotations

import pytest

from claims.derivations import is_reckoned
from claims.extraction import stated_claim
from claims.judge import judge
from claims.lexicon.glosses import explains
from claims.passages import PageIndex
from claims.quantities import find_quantities
from claims.values import Citation, Kind, Verdict, Via
from tests.claims.makers import URL, a_source, an_html_page

SUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.CONTRADICTED
PARTIAL, NOT_FOUND = Verdict.PARTIAL, Verdict.NOT_FOUND

HARBOUR = """<html lang="en"><title>The harbours in 2023</title><body><article>
<h1>The harbours in 2023</h1>
<p>Container traffic in the port of Brandholm fell from 18 to 12 million tonnes because of a long
strike of the crane drivers. Sellby handled 9.4 million tonnes, up from 8.1 million in 2022.</p>
<p>Brandholm earned £64 million and Sellby £31 million. The new quay, begun in 2011 and opened in
2023, is 840 metres long. The Norvik Fund will pay for a second one.</p>
<table><tr><th>Quay</th><th>Ships 2022</th><th>Ships 2023</th></tr>
<tr><td>North quay</td><td>4,210</td><td>3,890</td></tr>
<tr><td>Timber quay</td><td>1,150</td><td>1,310</td></tr></table>
</article></body></html>"""
FERRIES = """<html lang="zh-Hant"><title>海岬縣渡輪</title><body><article>
<p>海岬縣渡輪2023年載客312萬人次，比2022年的280萬人次增加。北線占載客量的六成，南線占四成。</p>
<p>對離島的航班減少一成，對本島的航班則增加一成五。</p>
</article></body></html>"""


def verdict_on(html: str, claim: str, language: str = "en") -> Verdict:
    page = an_html_page(html)
    stated = stated_claim(claim, language)
    citation = Citation(URL, Via.INLINE, 1.0)
    return judge(stated, citation, a_source(), PageIndex(page)).verdict


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Container traffic in Brandholm fell from 18 to 12 million tonnes.", SUPPORTED),
        ("Container traffic in Brandholm fell to 18 million tonnes in 2023.", CONTRADICTED),
        ("Sellby handled 9.4 million tonnes in 2023.", SUPPORTED),
        ("The North quay had 3,890 ships in 2023.", SUPPORTED),
        ("The North quay had 1,310 ships in 2023.", CONTRADICTED),
        ("The Timber quay had 1,150 ships in 2023.", CONTRADICTED),
        ("The Timber quay took twelve years to build.", NOT_FOUND),
        ("Container traffic in Brandholm fell because of a silted channel.", CONTRADICTED),
        ("Container traffic in Brandholm fell because of a long strike.", SUPPORTED),
        ("Sellby earned £64 million.", CONTRADICTED),
    ],
)
def test_a_number_counts_for_what_it_is_of(claim: str, verdict: Verdict) -> None:
    assert verdict_on(HARBOUR, claim) is verdict


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("北線占載客量的四成，南線占六成。", CONTRADICTED),
        ("海岬縣渡輪2023年至少有300萬人次搭乘。", SUPPORTED),
        ("Passenger traffic of the ferries (海岬縣渡輪) came to 3.12 million in 2023.", SUPPORTED),
    ],
)
def test_in_chinese_and_across(claim: str, verdict: Verdict) -> None:
    language = "en" if claim.isascii() or claim[0] == "P" else "zh-Hant"
    assert verdict_on(FERRIES, claim, language) is verdict


def test_a_name_that_is_on_no_page_is_missed_in_the_other_language() -> None:
    claim = "The ferries (海岬縣渡輪) carried 3.12 million passengers to Kyoto in 2023."
    assert verdict_on(FERRIES, claim) is PARTIAL


@pytest.mark.parametrize(("word", "expected"), [("Kyoto", True), ("Conference", False)])
def test_what_a_dictionary_has_as_a_name(word: str, *, expected: bool) -> None:
    assert explains(word) is expected


@pytest.mark.parametrize(
    ("claim", "sentence", "expected"),
    [
        ("It rose by 60 tonnes.", "It was 520 tonnes.", True),
        ("It rose by 60 tonnes.", "It rose by 80 tonnes.", False),
        ("Together they carried 600 tonnes.", "One carried 320 tonnes.", True),
        ("Together they carried 600 tonnes.", "Together they carried 500 tonnes.", False),
        ("It rose by 12%.", "It was 15% of all.", False),
        ("It weighs 600 tonnes.", "It weighs 320 tonnes.", False),
    ],
)
def test_a_sum_or_difference_is_not_what_it_is_of(
    claim: str, sentence: str, *, expected: bool
) -> None:
    (claimed,) = find_quantities(claim, "en")
    (found,) = find_quantities(sentence, "en")
    assert is_reckoned(claimed, claim, "en", found, sentence, "en") is expected


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("It fell from 18 to 12 kilograms.", Kind.PHYSICAL, 18, 12),
        ("It rose from £35 to £48 million.", Kind.MONEY, 35e6, 48e6),
        ("It rose from £35 million to 48 million.", Kind.MONEY, 35e6, 48e6),
        ("It rose from 5.4 to 6.2 million.", Kind.COUNT, 5.4e6, 6.2e6),
    ],
)
def test_a_unit_is_written_once(text: str, kind: Kind, low: float, high: float) -> None:
    first, second = find_quantities(text, "en")
    assert (first.kind, second.kind) == (kind, kind)
    assert (first.low, second.low) == (low, high)


@pytest.mark.parametrize(
    ("text", "language", "first", "last"),
    [
        ("a dream of the '80s", "en", 1980, 1989),
        ("since the late 90s", "en", 1995, 1999),
        ("在2030年前減半", "zh-Hant", 2030, 2030),
    ],
)
def test_years_that_were_taken_for_counts(text: str, language: str, first: int, last: int) -> None:
    years = [one for one in find_quantities(text, language) if one.kind is Kind.YEAR]
    assert [(year.low, year.high) for year in years] == [(first, last)]


def test_ages_and_months_are_no_years_or_counts() -> None:
    assert all(one.kind is not Kind.YEAR for one in find_quantities("in her 80s", "en"))
    assert find_quantities("去年10月啟用", "zh-Hant") == ()
    assert find_quantities("比前一年增加", "zh-Hant") == ()
