"""The words of the web page around the texts: English, or Traditional Chinese as used in Taiwan.

English is what the templates say; another language is a table from it, which has to be complete.
What a verdict rests on (its reason) is told in English in either.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from claims.values import Verdict
from reports import wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.values import AlertState, Flag, Level, Outcome, OutcomeClass, Relation, Via
    from reports.summary import Summary

ENGLISH, CHINESE = "en", "zh-Hant"
LANGUAGES = (ENGLISH, CHINESE)


@dataclass(frozen=True, slots=True)
class Interface:
    """The words in one language, by those in English; `table` is empty for English itself."""

    language: str
    table: Mapping[str, str]

    def say(self, text: str, **values: object) -> str:
        """A text in the language, with its values put in."""
        return (self.table[text] if self.table else text).format(**values)

    def counted(self, count: int, noun: str) -> str:
        """A count with its noun."""
        if not self.table:
            return wording.counted(count, noun)
        return f"{count:,} {self.table[noun]}"

    def listed(self, items: list[str]) -> str:
        """Things one after the other."""
        return (", " if not self.table else "、").join(items)

    def verdict_words(self, verdict: Verdict) -> str:
        """A verdict as a reader would say it."""
        return self.say(wording.verdict_words(verdict))

    def verdict_meaning(self, verdict: Verdict) -> str:
        """What a verdict means, and what it does not mean."""
        return self.say(wording.verdict_meaning(verdict))

    def flag_words(self, flag: Flag) -> str:
        """A flag as a reader would say it."""
        return self.say(wording.flag_words(flag))

    def via_words(self, via: Via) -> str:
        """How a document ties a claim to a URL."""
        return self.say(wording.via_words(via))

    def relation_words(self, relation: Relation) -> str:
        """How a fact of the claim stands to the source."""
        return self.say(wording.relation_words(relation))

    def class_words(self, outcome_class: OutcomeClass) -> str:
        """What a class of outcomes means for a source."""
        return self.say(wording.class_words(outcome_class))

    def outcome_words(self, outcome: Outcome) -> str:
        """An outcome as a reader would say it."""
        words = wording.outcome_words(outcome)
        # "Not found" is said of claims too, and in Chinese by other words.
        return self.table.get(f"outcome: {words}") or self.say(words)

    def level_words(self, level: Level) -> str:
        """How much an alert matters."""
        return self.say(level.value)

    def state_words(self, state: AlertState) -> str:
        """Whether an alert is to be dealt with."""
        return self.say(state.value)

    def conclusion(self, summary: Summary) -> str:
        """What the report comes to, in one sentence."""
        return _conclusion_in_chinese(summary) if self.table else wording.conclusion(summary)


@cache
def interface(language: str) -> Interface:
    """The words in a language of LANGUAGES."""
    if language == ENGLISH:
        return Interface(ENGLISH, {})
    if language not in LANGUAGES:
        raise ValueError(f"{language!r} is no language of the report; known are en and zh-Hant")
    text = (
        files("reports")
        .joinpath("interface_tables", f"{language}.json")
        .read_text(encoding="utf-8")
    )
    table: dict[str, str] = json.loads(text)
    return Interface(language, table)


def _conclusion_in_chinese(summary: Summary) -> str:
    told = _claims_in_chinese(summary)
    if not summary.unread:
        return told
    names = "、".join(wording.first_unread(summary))
    more = len(summary.unread) - len(wording.first_unread(summary))
    which = f"{names}及另外 {more:,} 項" if more else names
    return f"無法讀取{which}；{told}"


def _claims_in_chinese(summary: Summary) -> str:
    if not summary.claims:
        # The page is not made of a link check.
        return "沒有找到任何主張，因此什麼也沒有查核。"
    contradicted = summary.verdicts[Verdict.CONTRADICTED]
    broken = summary.coverage.broken
    unsettled = summary.claims - summary.verdicts[Verdict.SUPPORTED] - contradicted
    if not (contradicted or broken or unsettled):
        which = "其餘每則" if summary.unread else "每則"
        return f"{which}主張都有讀得到的來源支持。"
    parts = [f"{contradicted:,} 則主張與來源牴觸" if contradicted else "沒有主張與來源牴觸"]
    if broken:
        parts.append(f"{broken:,} 個來源已失效")
    if unsettled:
        parts.append(f"{unsettled:,} 則主張尚無定論")
    return "，".join(parts) + "。"
