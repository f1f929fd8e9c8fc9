"""The page's own words: complete in Chinese, and none of them left from another time."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from claims.values import (
    AlertState,
    Flag,
    Level,
    Outcome,
    OutcomeClass,
    Relation,
    Ruling,
    Verdict,
    Via,
)
from reports import wording
from reports.interface import CHINESE, ENGLISH, interface
from reports.summary import summarise
from tests.conftest import ROOT
from tests.reports.makers import a_report, a_rich_report

CHINESE_WORDS = interface(CHINESE)
SAID = re.compile(r"say\(\s*\"((?:[^\"\\]|\\.)*)\"|\|counted\(\"([^\"]+)\"\)")


def said_in_templates() -> set[str]:
    folder = ROOT / "reports" / "templates"
    texts = (path.read_text("utf-8") for path in sorted(Path(folder).glob("*.j2")))
    return {first or second for text in texts for first, second in SAID.findall(text)}


def test_every_word_of_a_value_is_known() -> None:
    for verdict in Verdict:
        assert CHINESE_WORDS.verdict_words(verdict)
        assert CHINESE_WORDS.verdict_meaning(verdict)
    for flag in Flag:
        assert CHINESE_WORDS.flag_words(flag)
    for via in Via:
        assert CHINESE_WORDS.via_words(via)
    for relation in Relation:
        assert CHINESE_WORDS.relation_words(relation)
    for outcome_class in OutcomeClass:
        assert CHINESE_WORDS.class_words(outcome_class)
    for outcome in Outcome:
        assert CHINESE_WORDS.outcome_words(outcome)
    for value in (*Level, *AlertState, *Ruling):
        assert CHINESE_WORDS.say(value.value)


def test_every_word_of_the_templates_is_known() -> None:
    said = said_in_templates()
    assert len(said) > 50
    assert said <= set(CHINESE_WORDS.table)


def test_values_stand_where_they_belong_in_both() -> None:
    for english, chinese in CHINESE_WORDS.table.items():
        names = re.findall(r"\{(\w+)\}", english)
        assert sorted(names) == sorted(re.findall(r"\{(\w+)\}", chinese)), english


def test_a_404_is_told_from_a_claim_that_is_not_found() -> None:
    assert CHINESE_WORDS.outcome_words(Outcome.NOT_FOUND) == "找不到網頁"
    assert CHINESE_WORDS.verdict_words(Verdict.NOT_FOUND) == "查無此說"


def test_the_conclusion_counts_the_same_in_both() -> None:
    summary = summarise(a_rich_report())
    numbers = re.compile(r"\d+")
    chinese = CHINESE_WORDS.conclusion(summary)

    assert interface(ENGLISH).conclusion(summary) == wording.conclusion(summary)
    assert numbers.findall(chinese) == numbers.findall(wording.conclusion(summary))
    assert CHINESE_WORDS.conclusion(summarise(a_report())).startswith("沒有找到任何主張")


def test_the_conclusion_of_a_clean_report_is_one() -> None:
    rich = a_rich_report()
    supported = tuple(
        replace(
            checked,
            findings=tuple(one for one in checked.findings if one.verdict is Verdict.SUPPORTED),
        )
        for checked in rich.documents
    )
    clean = replace(rich, documents=supported, sources=(), problems=())
    assert CHINESE_WORDS.conclusion(summarise(clean)) == "每則主張都有讀得到的來源支持。"
    summary = summarise(replace(clean, problems=rich.problems))
    assert CHINESE_WORDS.conclusion(summary) == (
        "無法讀取notes/old.docx；其餘每則主張都有讀得到的來源支持。"
    )


def test_a_language_that_is_none_is_told() -> None:
    with pytest.raises(ValueError, match="'tlh' is no language of the report"):
        interface("tlh")
