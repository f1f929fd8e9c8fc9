"""What of a report breaks a rule, and where in which document."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.documents.building import LINE_END, line_starts
from claims.rules import (
    LOOK_AGAIN,
    REJECTED,
    SOURCE_DEAD,
    rule_of_flag,
    rule_of_outcome,
    rule_of_verdict,
)
from claims.values import Alert, Outcome, OutcomeClass, Relation, Ruling, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.rules import Rule
    from claims.values import (
        CheckedDocument,
        CitedSource,
        Decided,
        Document,
        Finding,
        Place,
        Report,
        Source,
    )

# What may stand before and after a URL in a text, so that none is found inside a longer one.
_IN_A_URL = re.compile(r"[\w\-./?=&%#~:]")


class Places:
    """Lines and columns of a document's source."""

    def __init__(self, document: Document) -> None:
        self._path = document.path
        self._source = document.source
        self._starts = line_starts(document.source)

    def between(self, start: int, end: int) -> Spot:
        """The spot of `[start, end)` of the source."""
        return Spot(self._path, *self._at(start), *self._at(max(end, start)))

    def of_line(self, line: int) -> Spot:
        """The spot of a whole line, without what ends it."""
        line = min(max(line, 1), len(self._starts))
        start = self._starts[line - 1]
        text = LINE_END.split(self._source[start:], maxsplit=1)[0]
        return self.between(start, start + len(text))

    def of_url(self, url: str, line: int) -> Spot:
        """The spot of a URL as the document writes it; the line that cites it if it is not found.

        It is looked for in its line first: a list of sources may have it again.
        """
        begin = self._starts[min(max(line, 1), len(self._starts)) - 1]
        for start in (begin, 0):
            at = self._source.find(url, start)
            while at >= 0 and self._is_cut(at + len(url)):
                at = self._source.find(url, at + 1)
            if at >= 0:
                return self.between(at, at + len(url))
        return self.of_line(line)

    def _is_cut(self, end: int) -> bool:
        """Whether a longer URL goes on there; a dot or comma at its end belongs to the sentence."""
        rest = self._source[end : end + 2]
        return bool(_IN_A_URL.match(rest)) and not re.match(r"[.,:;?](?!\w)", rest)

    def _at(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def alerts_of(report: Report) -> tuple[Alert, ...]:
    """Every alert of a report, document by document in the order of the text.

    Levels are those of the rules.
    """
    found: list[Alert] = []
    cited = sources_by_path(report.sources)
    decided: dict[str, list[Decided]] = {}
    for one in report.decided:
        decided.setdefault(one.path, []).append(one)
    for checked in report.documents:
        places, path = Places(checked.document), checked.document.path
        own = [
            *_source_alerts(checked, cited.get(path, ()), places),
            *_claim_alerts(checked, places),
            *_decision_alerts(checked, decided.get(path, ()), places),
        ]
        found.extend(sorted(own, key=lambda one: (one.spot.line, one.spot.column, one.code)))
    return _numbered(found)


def sources_by_path(
    sources: Sequence[CitedSource],
) -> dict[str, list[tuple[CitedSource, list[Place]]]]:
    """The sources that each document cites, each with the places where it does."""
    found: dict[str, list[tuple[CitedSource, list[Place]]]] = {}
    for cited in sources:
        places: dict[str, list[Place]] = {}
        for place in cited.cited_by:
            places.setdefault(place.path, []).append(place)
        for path, here in places.items():
            found.setdefault(path, []).append((cited, here))
    return found


def _claim_alerts(checked: CheckedDocument, places: Places) -> Iterator[Alert]:
    for finding in checked.findings:
        claim = finding.claim
        spot = places.between(claim.start, claim.end)
        for rule in _rules_broken(finding):
            evidence = finding.evidence[0] if finding.evidence else None
            yield Alert(
                code=rule.code,
                level=rule.level,
                spot=spot,
                subject=claim.plain,
                message=finding.reason,
                fingerprint=fingerprint_of_alert(rule, spot.path, claim.id),
                claim_id=claim.id,
                url=evidence.url if evidence else _only_url(finding),
                link=evidence.link if evidence else "",
            )


def _decision_alerts(
    checked: CheckedDocument, decided: Sequence[Decided], places: Places
) -> Iterator[Alert]:
    claims = {finding.claim.id: finding.claim for finding in checked.findings}
    for one in decided:
        if one.claim_id not in claims:
            continue
        claim, decision = claims[one.claim_id], one.decision
        said = f"{decision.ruling.value} by {decision.by} on {decision.at:%Y-%m-%d}"
        if one.look_again:
            rule, message = LOOK_AGAIN, f"{said}; {one.look_again} since"
        elif decision.ruling is Ruling.REJECTED:
            rule, message = REJECTED, said
        else:
            continue
        yield Alert(
            code=rule.code,
            level=rule.level,
            spot=places.between(claim.start, claim.end),
            subject=claim.plain,
            message=f"{message}: {decision.note}" if decision.note else message,
            fingerprint=fingerprint_of_alert(rule, checked.document.path, claim.id),
            claim_id=claim.id,
        )


def _rules_broken(finding: Finding) -> Iterator[Rule]:
    differing = [
        fact
        for evidence in finding.evidence
        for fact in evidence.facts
        if fact.relation is Relation.DIFFERS
    ]
    is_number = any(fact.change is not None for fact in differing)
    if rule := rule_of_verdict(finding.verdict, is_number=is_number):
        yield rule
    for flag in finding.flags:
        if rule := rule_of_flag(flag):
            yield rule


def _only_url(finding: Finding) -> str:
    urls = [citation.url for citation in finding.claim.citations]
    return urls[0] if len(urls) == 1 else ""


def _source_alerts(
    checked: CheckedDocument,
    sources: Sequence[tuple[CitedSource, Sequence[Place]]],
    places: Places,
) -> Iterator[Alert]:
    claims = {finding.claim.id: finding.claim for finding in checked.findings}
    for cited, here in sources:
        rule = _rule_of_source(cited.source)
        if rule is None:
            continue
        first = here[0]
        spot = places.of_url(first.url, first.line)
        citing = [claims[place.claim_id] for place in here if place.claim_id in claims]
        yield Alert(
            code=rule.code,
            level=rule.level,
            spot=spot,
            subject=first.url,
            message=_told(rule, cited),
            fingerprint=fingerprint_of_alert(rule, spot.path, cited.source.url),
            url=first.url,
            related=tuple(places.between(one.start, one.end) for one in citing),
        )


def _rule_of_source(source: Source) -> Rule | None:
    is_passing = source.outcome.outcome_class is OutcomeClass.TRANSIENT
    if is_passing and source.record and source.record.is_dead:
        return SOURCE_DEAD
    return rule_of_outcome(source.outcome)


def _told(rule: Rule, cited: CitedSource) -> str:
    source = cited.source
    if source.outcome is Outcome.MOVED:
        return f"the source has moved for good to {source.final_url}"
    told = source.reason or rule.summary.rstrip(".").lower()
    if rule is SOURCE_DEAD and source.record:
        told = (
            f"{told}, in {source.record.failures} runs since {source.record.failing_since:%Y-%m-%d}"
        )
    return f"{told}; an archived copy is at {source.archived_url}" if source.archived_url else told


def fingerprint_of_alert(rule: Rule, path: str, key: str) -> str:
    """What stays the same of an alert from run to run; `key` tells what broke the rule."""
    text = f"{rule.code}\0{path}\0{key}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _numbered(alerts: Sequence[Alert]) -> tuple[Alert, ...]:
    """Tell apart what a document says twice: the second has a fingerprint of its own."""
    seen: Counter[str] = Counter()
    told: list[Alert] = []
    for alert in alerts:
        seen[alert.fingerprint] += 1
        nth = seen[alert.fingerprint]
        own = alert.fingerprint if nth == 1 else f"{alert.fingerprint}-{nth}"
        told.append(replace(alert, fingerprint=own))
    return tuple(told)
