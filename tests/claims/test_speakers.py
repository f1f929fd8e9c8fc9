"""Who says it on the page, where a claim has somebody else say so."""

from __future__ import annotations

import pytest

from claims.speakers import find_other_speaker
from claims.values import Verdict
from tests.claims.makers import grounds_in, judged, the_grounds

PIER = """The council voted on Monday. "The pier is the heart of this town," said Maria Lopez, who \
runs a café on the front. Mayor John Hale disagreed. "It costs us £2m a year to keep a ruin \
standing," he said.
Anna Berg, an engineer at the university, warned that the piles could fail within five years. \
"I would not walk on it."
According to harbour master Tom Reed, two boats were damaged. The firm Sellby Piers was silent.
"It was quiet," said nobody in particular. The fog was thick. Eva Lind left. "It may rain," she \
said."""
POOL = """Blue Lantern presented its plan. Oliver Stanton, director of Blue Lantern, spoke first. \
"The scheme drew 90,000 visitors in a year," Stanton said. The Environment Agency objected. \
"The walls would push floodwater upstream," said Eva Lind, its regional head. Apple was silent. \
However Apple may reply. "Sales of phones fell in March," said Tom Reed."""
FIRM = (
    "董事長簡慕淵表示，去年部分訂單報價偏低，是公司刻意的選擇。「寧可少賺一點，也要留住客戶。」"
    "財務長蘇以寧則說，公司已針對今年六成的用銅量進行避險。"
)

PROFESSOR = "局长周慕白认为，高校专利沉睡的根源在于职称评定只看数量。"
PATENTS = (
    "省专利局局长周慕白说，申请人正在从要数量转向要质量。\n"
    "澜江大学专利研究院教授苏念慈认为，高校专利大量沉睡，根子在于职称评定只看数量。"
)


@pytest.mark.parametrize(
    ("language", "page", "claim", "theirs"),
    [
        ("en", PIER, "John Hale called the pier the heart of the town.", "Maria Lopez"),
        ("en", PIER, "Maria Lopez said that a ruin costs £2m to keep standing.", "Mayor John Hale"),
        ("en", PIER, "According to Anna Berg, a ruin costs £2m a year to keep.", "Mayor John Hale"),
        ("en", PIER, "Mayor Hale warned that the piles could fail in five years.", "Anna Berg"),
        ("en", POOL, "Oliver Stanton said the walls would push floodwater upstream.", "Eva Lind"),
        ("en", PIER, "Maria Lopez of the Lopez café said two boats were damaged.", "Tom Reed"),
        ("zh-Hant", FIRM, "財務長蘇以寧說，部分訂單報價偏低是刻意的選擇。", "董事長簡慕淵"),
        ("zh-Hant", FIRM, "董事長簡慕淵說，公司已針對六成用銅量避險。", "財務長蘇以寧"),
        # 職稱 says nothing, and an office shares its words with others.
        ("zh-Hans", PATENTS, PROFESSOR, "澜江大学专利研究院教授苏念慈"),
    ],
)
def test_another_says_so(language: str, page: str, claim: str, theirs: str) -> None:
    found = find_other_speaker(grounds_in(language, claim, page))
    assert found is not None
    _, opposition = found
    assert opposition.found == theirs
    assert opposition.reason == f"the source has {theirs} say so, not {opposition.claimed}"


@pytest.mark.parametrize(
    ("language", "page", "claim"),
    [
        ("en", PIER, "Maria Lopez called the pier the heart of the town."),
        ("en", PIER, "Lopez called the pier the heart of the town."),
        ("en", PIER, "Anna Berg fears that the piles could fail within five years."),
        ("en", PIER, "The piles could fail within five years."),
        # An office is no name, and a firm no person.
        ("en", PIER, "The engineer warned that the piles could fail within five years."),
        ("en", PIER, "Sellby warned that the piles could fail within five years."),
        # Whom "she" stands for is not told, where another is named between.
        ("en", PIER, "Tom Reed said that it may rain."),
        # Whoever speaks for an organisation says what it says.
        ("en", POOL, "Blue Lantern said that the scheme drew 90,000 visitors in a year."),
        ("en", POOL, "The Environment Agency said the walls would push floodwater upstream."),
        ("en", POOL, "Apple said that sales of phones fell in March."),
        # Two who speak say nothing of which of them said it.
        ("en", PIER, "John Hale said and Tom Reed added that the piles could fail."),
        ("en", PIER, "John Hale said that the lights are on."),
        # One word in common is none.
        ("en", PIER, "John Hale said that he would not walk on the stairs."),
        ("zh-Hant", FIRM, "簡慕淵說，部分訂單報價偏低是刻意的選擇。"),
        ("zh-Hant", FIRM, "董事長簡慕淵說，部分訂單報價偏低是刻意的選擇。"),
        # A name in other letters may be the same.
        ("en", FIRM, "Chairman Chien Mu-yuan said some orders were quoted low on purpose."),
    ],
)
def test_nobody_else_does(language: str, page: str, claim: str) -> None:
    assert find_other_speaker(grounds_in(language, claim, page)) is None


def test_across_languages_by_names_in_latin_letters() -> None:
    found = find_other_speaker(the_grounds("市長 John Hale 形容碼頭是這座城鎮的心臟。", PIER))
    assert found is not None
    assert found[1].found == "Maria Lopez"


def test_the_verdict_says_who() -> None:
    judgement = judged("John Hale called the pier the heart of this town.", PIER)
    assert judgement.verdict is Verdict.CONTRADICTED
    assert judgement.reason == "the source has Maria Lopez say so, not John Hale"
    assert "said Maria Lopez" in judgement.evidence[0].quote
