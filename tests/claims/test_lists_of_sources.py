"""Lists of sources as they stand at the end of documents that cite nothing in their text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.values import Verdict, Via
from claims.verdicts import conclude
from tests.claims.makers import a_judgement, a_page, claims_of, judged

TEXT = "環狀線全長15.4公里，共有14座車站。\n\n全年旅客為7.2億人次，較2022年增加三成。\n\n"
ONE, TWO = "https://metro.example/figures", "https://metro.example/yearbook"
LISTS = [
    f"來源：\nMetro in figures {ONE}\n捷運年報 {TWO}\n",
    f"資料來源：Metro in figures {ONE}；捷運年報 {TWO}\n",
    f"※ 參考資料：\n・Metro in figures {ONE}\n・捷運年報 {TWO}\n",
    f"## 資料來源與延伸閱讀\n\n1. Metro in figures {ONE}\n2. 捷運年報 {TWO}\n",
    f"## 註釋與出處\n\n- Metro in figures {ONE}\n- 捷運年報 {TWO}\n",
    f"## 本文引用的資料\n\n- Metro in figures {ONE}\n- 捷運年報 {TWO}\n",
]


@pytest.mark.parametrize("listed", LISTS)
def test_each_claim_has_all_that_is_listed_for_candidates(listed: str) -> None:
    claims = claims_of(TEXT + listed)
    assert len(claims) == 2
    for claim in claims:
        assert {citation.url for citation in claim.citations} == {ONE, TWO}
        assert {citation.via for citation in claim.citations} == {Via.LISTED}
        assert {citation.title for citation in claim.citations} == {"Metro in figures", "捷運年報"}


def test_a_line_of_sources_is_no_list_where_the_text_has_links() -> None:
    text = f"The ring line is 15.4 km long ([report]({ONE})).\n\nSources: A {ONE}; B {TWO}\n"
    (claim,) = claims_of(text)
    assert (claim.citations[0].url, claim.citations[0].via) == (ONE, Via.INLINE)


def test_a_source_that_surely_has_the_figure_is_the_claims() -> None:
    (claim, _) = claims_of(TEXT + LISTS[3])
    judgement = judged("環狀線全長15.4公里。", a_page("環狀線全長15.4公里。", language="zh-Hant"))
    assert judgement.verdict is Verdict.SUPPORTED
    other = a_judgement(Verdict.NOT_FOUND, url=TWO, via=Via.LISTED, score=0.1)
    finding = conclude(claim, [judgement, other])
    assert finding.verdict is Verdict.SUPPORTED


HARBOURS = (
    "Harbours of the north\nThe company sold 4.27 million boats last year, 41% more than the 3.02"
    " million of 2023.\nSales there climbed 40% to 11 million boats, helped by the state."
)


def test_figures_that_a_sentence_has_together_tell_the_source() -> None:
    """Across languages, where a dictionary lacks words; and with one of them wrong as well."""
    told = judged("其中西國售出1,100萬艘，增長四成。", a_page(HARBOURS))
    assert told.verdict is Verdict.SUPPORTED
    (claim, _) = claims_of(TEXT + LISTS[3])
    wrong = judged("全年售出427萬艘，較2023年的302萬艘增加31%。", a_page(HARBOURS))
    assert wrong.verdict in {Verdict.PARTIAL, Verdict.CONTRADICTED}
    listed = replace(wrong, citation=replace(wrong.citation, via=Via.LISTED))
    other = a_judgement(Verdict.NOT_FOUND, url=TWO, via=Via.LISTED, score=0.1)
    assert conclude(claim, [listed, other]).verdict is wrong.verdict
