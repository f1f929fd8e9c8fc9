"""Two runs held against each other: what has changed, and whether claim or source changed it.

A source changes every day in its menus and dates. What counts is whether the passages that carried
the evidence are still there; where one is not, the words that took its place are shown.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING

from claims.passages import wording_like
from claims.values import OutcomeClass, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from claims.values import (
        CheckedDocument,
        CitedSource,
        Evidence,
        Finding,
        Page,
        Report,
        Run,
        Source,
    )

# A claim whose words are less alike than this is another claim.
_LEAST_LIKENESS = 0.5
_LONGEST_COMPARED = 1_000
# Per cent of likeness from which a passage is held to be what became of another.
_SAME_PASSAGE = 60.0
# With more changes than these a passage was written anew, and is shown whole.
_MOST_CHANGES = 6
# What was quoted for the other verdicts bore nothing out.
_ON_EVIDENCE = frozenset({Verdict.SUPPORTED, Verdict.PARTIAL, Verdict.CONTRADICTED})
_HAN = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_TOKEN = re.compile(rf"[+\-−]?\d[\d.,:/]*\d?%?|[{_HAN}]|[^\W\d_{_HAN}]+|[^\w\s]")


class Cause(StrEnum):
    """What made a finding another one."""

    CLAIM = "claim_changed"
    SOURCE = "source_changed"
    TOOL = "citewatch_changed"


class ClaimChange(StrEnum):
    """How a claim of the later run stands to the earlier one."""

    NEW = "new"
    REMOVED = "removed"
    VERDICT = "verdict"
    PASSAGE = "passage"


@dataclass(frozen=True, slots=True)
class PassageChange:
    """A passage that carried evidence, and what stands in its place ("" if nothing does).

    `words` are the changes one by one, (before, after), where they are few.
    """

    url: str
    before: str
    after: str
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ChangedClaim:
    """A claim on which the two runs differ; `before` or `after` is None where it is not there."""

    change: ClaimChange
    path: str
    before: Finding | None
    after: Finding | None
    causes: tuple[Cause, ...]
    passages: tuple[PassageChange, ...]

    @property
    def finding(self) -> Finding:
        """The later finding, or the earlier one of a claim that was removed."""
        finding = self.after or self.before
        assert finding is not None
        return finding

    @property
    def verdicts(self) -> tuple[Verdict | None, Verdict | None]:
        """The verdict before and after."""
        return (
            self.before.verdict if self.before else None,
            self.after.verdict if self.after else None,
        )


@dataclass(frozen=True, slots=True)
class ChangedSource:
    """A source that both runs know and whose outcome has changed its class, or is new or gone."""

    url: str
    before: Source | None
    after: Source | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a later run found that an earlier one did not; `same` counts the claims as before."""

    before: Run
    after: Run
    claims: tuple[ChangedClaim, ...]
    sources: tuple[ChangedSource, ...]
    same: int


def compare(before: Report, after: Report, page_of: Callable[[str], Page | None]) -> Comparison:
    """Hold a run against an earlier one, by the documents that both have checked.

    `page_of` gives the page of a content key, None where it is no longer kept.
    """
    earlier = {checked.document.path: checked for checked in before.documents}
    shared = [one for one in after.documents if one.document.path in earlier]
    paths = {one.document.path for one in shared}
    held = _Held(before, after, page_of)
    changed: list[ChangedClaim] = []
    same = 0
    for checked in shared:
        for pair in _pairs(earlier[checked.document.path], checked):
            change = held.change(checked.document.path, *pair)
            if change is None:
                same += 1
            else:
                changed.append(change)
    return Comparison(
        before.run, after.run, tuple(changed), tuple(_changed_sources(before, after, paths)), same
    )


class _Held:
    """Both runs, with their sources by the claims that cite them."""

    def __init__(
        self, before: Report, after: Report, page_of: Callable[[str], Page | None]
    ) -> None:
        self._before = _sources_by_claim(before.sources)
        self._after = _sources_by_claim(after.sources)
        self._page_of = page_of

    def change(
        self, path: str, before: Finding | None, after: Finding | None
    ) -> ChangedClaim | None:
        """What has changed on a claim, None if nothing has."""
        if after is None or before is None:
            kind = ClaimChange.NEW if before is None else ClaimChange.REMOVED
            return ChangedClaim(kind, path, before, after, (Cause.CLAIM,), ())
        sources_before = self._before.get((path, before.claim.id), {})
        sources_after = self._after.get((path, after.claim.id), {})
        passages = tuple(self._passages(before, after, sources_before, sources_after))
        if before.verdict is after.verdict and not passages:
            return None
        kind = ClaimChange.PASSAGE if before.verdict is after.verdict else ClaimChange.VERDICT
        causes = []
        if before.claim.plain != after.claim.plain or set(sources_before) != set(sources_after):
            causes.append(Cause.CLAIM)
        if any(
            _state(source) != _state(sources_after[url])
            for url, source in sources_before.items()
            if url in sources_after
        ):
            causes.append(Cause.SOURCE)
        if not causes:
            causes.append(Cause.TOOL)
        return ChangedClaim(kind, path, before, after, tuple(causes), passages)

    def _passages(
        self,
        before: Finding,
        after: Finding,
        sources_before: Mapping[str, Source],
        sources_after: Mapping[str, Source],
    ) -> Iterator[PassageChange]:
        if before.verdict not in _ON_EVIDENCE:
            return
        for evidence in before.evidence:
            former, source = sources_before.get(evidence.url), sources_after.get(evidence.url)
            if former is None or source is None or former.text_sha256 == source.text_sha256:
                continue
            page = self._page_of(source.content_key) if source.text_sha256 else None
            change = passage_change(evidence, page, after.evidence) if page else None
            if change:
                yield change


def passage_change(
    evidence: Evidence, page: Page, now: Sequence[Evidence] = ()
) -> PassageChange | None:
    """What became of a quoted passage on its page as it is now; None while its words are there.

    `now` are the passages that are quoted from it today: what took the old one's place is most
    likely among them.
    """
    if _flat(evidence.quote) in _flat(page.text):
        return None
    candidates = [one.quote for one in now if one.url == evidence.url]
    likeness, start, end = wording_like(evidence.quote, page.text)
    if likeness >= _SAME_PASSAGE:
        candidates.append(_whole(page.text, start, end))
    old = _TOKEN.findall(evidence.quote)
    best = max(candidates, key=lambda one: _likeness(old, _TOKEN.findall(one)), default="")
    if _likeness(old, _TOKEN.findall(best)) * 100 < _SAME_PASSAGE:
        best = ""
    if best and _flat(best) == _flat(evidence.quote):
        return None
    return PassageChange(evidence.url, evidence.quote, best, _word_changes(evidence.quote, best))


def _sources_by_claim(
    cited: Sequence[CitedSource],
) -> dict[tuple[str, str], dict[str, Source]]:
    """The sources that each claim cites, by their URLs."""
    found: dict[tuple[str, str], dict[str, Source]] = defaultdict(dict)
    for one in cited:
        for place in one.cited_by:
            found[place.path, place.claim_id][one.source.url] = one.source
    return found


def _state(source: Source) -> tuple[str, str]:
    return source.outcome.outcome_class.value, source.text_sha256


def _pairs(
    before: CheckedDocument, after: CheckedDocument
) -> Iterator[tuple[Finding | None, Finding | None]]:
    """The findings of both on the same claim, in the order of the later document.

    Claims that are not there to the letter are paired where one stands in the other's place and
    shares most of its words.
    """
    matcher = SequenceMatcher(
        None,
        [one.claim.id for one in before.findings],
        [one.claim.id for one in after.findings],
        autojunk=False,
    )
    moved = {one.claim.id: one for one in before.findings}
    there = {one.claim.id for one in after.findings}
    for kind, i, i_end, j, j_end in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(before.findings[i:i_end], after.findings[j:j_end], strict=True)
            continue
        left = [one for one in before.findings[i:i_end] if one.claim.id not in there]
        for finding in after.findings[j:j_end]:
            if finding.claim.id in moved:
                yield moved[finding.claim.id], finding
                continue
            former = _likest(finding, left)
            if former:
                left.remove(former)
            yield former, finding
        for finding in left:
            yield finding, None


def _likest(finding: Finding, others: Sequence[Finding]) -> Finding | None:
    words = _TOKEN.findall(finding.claim.plain[:_LONGEST_COMPARED])

    def likeness(other: Finding) -> float:
        return _likeness(words, _TOKEN.findall(other.claim.plain[:_LONGEST_COMPARED]))

    best = max(others, key=likeness, default=None)
    return best if best and likeness(best) >= _LEAST_LIKENESS else None


def _likeness(words: Sequence[str], others: Sequence[str]) -> float:
    return SequenceMatcher(None, words, others, autojunk=False).ratio()


def _word_changes(before: str, after: str) -> tuple[tuple[str, str], ...]:
    if not after:
        return ()
    old, new = list(_TOKEN.finditer(before)), list(_TOKEN.finditer(after))
    matcher = SequenceMatcher(
        None, [one[0].casefold() for one in old], [one[0].casefold() for one in new], autojunk=False
    )
    changes = [
        (_slice(before, old[i:i_end]), _slice(after, new[j:j_end]))
        for kind, i, i_end, j, j_end in matcher.get_opcodes()
        if kind != "equal"
    ]
    told = tuple(one for one in changes if any(map(_has_words, one)))
    return told if len(told) <= _MOST_CHANGES else ()


def _slice(text: str, tokens: Sequence[re.Match[str]]) -> str:
    return text[tokens[0].start() : tokens[-1].end()] if tokens else ""


def _has_words(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _flat(text: str) -> str:
    """The words alone: neither spaces nor punctuation make a passage another one."""
    return " ".join(token for token in _TOKEN.findall(text.casefold()) if _has_words(token))


def _whole(text: str, start: int, end: int) -> str:
    """The words that a span begins or ends in the middle of, taken in whole."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return text[start:end].strip()


def _changed_sources(before: Report, after: Report, paths: set[str]) -> Iterator[ChangedSource]:
    earlier, later = _cited_by(before, paths), _cited_by(after, paths)
    for url, source in later.items():
        former = earlier.get(url)
        if former is None or _kind(former) != _kind(source):
            yield ChangedSource(url, former, source)
    for url, source in earlier.items():
        if url not in later:
            yield ChangedSource(url, source, None)


def _cited_by(report: Report, paths: set[str]) -> dict[str, Source]:
    return {
        one.source.url: one.source
        for one in report.sources
        if any(place.path in paths for place in one.cited_by)
    }


def _kind(source: Source) -> str:
    """What of an outcome is news: a timeout that becomes a reset is none."""
    outcome_class = source.outcome.outcome_class
    if outcome_class is OutcomeClass.BROKEN:
        return source.outcome.value
    return outcome_class.value
