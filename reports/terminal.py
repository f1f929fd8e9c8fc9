"""The report for a terminal: what needs an eye, in the order of the text, then the totals."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claims.values import Verdict
from reports.alerts import count_words, is_news, own_alerts, own_sentence
from reports.characters import on_one_line
from reports.display_width import display_width, pad, shorten
from reports.priorities import claim_count, is_settled, needs_attention, urgency
from reports.summary import summarise
from reports.wording import (
    conclusion,
    counted,
    coverage_counts,
    decision_words,
    flag_words,
    outcome_words,
    source_remark,
    verdict_counts,
    verdict_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.values import (
        Alert,
        CheckedDocument,
        CitedSource,
        Claim,
        Evidence,
        Finding,
        Report,
    )

_COLUMNS = 100
_CLAIM_COLUMNS = 72
_VERDICT_COLUMNS = max(len(verdict_words(verdict)) for verdict in Verdict)
_INDENT = "    "
_MOST_URLS = 3

_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_DIM = "\x1b[2m"
_COLOURS = {
    Verdict.SUPPORTED: "\x1b[32m",
    Verdict.PARTIAL: "\x1b[33m",
    Verdict.CONTRADICTED: "\x1b[1;31m",
    Verdict.NOT_FOUND: "\x1b[35m",
    Verdict.UNVERIFIABLE: "\x1b[36m",
    Verdict.UNCITED: "\x1b[34m",
}


def render_text(report: Report, *, colour: bool = False, verbose: bool = False) -> str:
    """Render a report for a terminal; supported claims are only counted unless `verbose`."""
    terminal = _Terminal(report, colour=colour, verbose=verbose)
    sections = [
        *(list(terminal.document(checked)) for checked in report.documents),
        list(terminal.comments(report)),
        list(terminal.sources(report)),
        list(terminal.problems(report)),
        list(terminal.summary(report)),
    ]
    return "\n\n".join("\n".join(lines) for lines in sections if lines) + "\n"


class _Terminal:
    """The lines of each section, with or without colour."""

    def __init__(self, report: Report, *, colour: bool, verbose: bool) -> None:
        self._has_colour = colour
        self._is_verbose = verbose
        self._alerts: dict[tuple[str, str, str], list[Alert]] = {}
        self._decided = {(one.path, one.claim_id): one for one in report.decided}
        for alert in report.alerts:
            url = "" if alert.claim_id else alert.url
            self._alerts.setdefault((alert.spot.path, alert.claim_id, url), []).append(alert)

    def document(self, checked: CheckedDocument) -> Iterator[str]:
        path = checked.document.path
        hidden: Counter[str] = Counter()
        for finding in checked.findings:
            alerts = self._alerts.get((path, finding.claim.id, ""), [])
            is_told = alerts or not is_settled(finding)
            if self._is_verbose or (is_told and is_news(alerts)):
                yield from self._finding(path, finding, alerts)
            elif is_settled(finding):
                hidden["supported claim"] += 1
            else:
                hidden["known or ignored claim"] += 1
        if hidden or not checked.findings:
            said = ", ".join(counted(count, what) for what, count in hidden.items())
            told = f"{said} not shown" if hidden else "no claims"
            yield self._painted(f"{on_one_line(path)}: {told}", _DIM)

    def comments(self, report: Report) -> Iterator[str]:
        alerts = own_alerts(report, verbose=self._is_verbose)
        if alerts:
            yield self._painted("Comments that silence nothing", _BOLD)
        for alert in alerts:
            yield f"  {own_sentence(alert)}"

    def sources(self, report: Report) -> Iterator[str]:
        troubled = [
            cited
            for cited in report.sources
            if needs_attention(cited) and (self._is_verbose or self._is_news(cited))
        ]
        if not troubled:
            return
        troubled.sort(key=urgency)
        words = [outcome_words(cited.source.outcome) for cited in troubled]
        counts = [counted(claim_count(cited), "claim") for cited in troubled]
        word_columns, count_columns = max(map(len, words)), max(map(len, counts))
        yield self._painted("Sources that were not read, or have moved", _BOLD)
        for cited, word, count in zip(troubled, words, counts, strict=True):
            lead = f"  {pad(word, word_columns)}  {pad(count, count_columns)}  "
            yield lead + on_one_line(cited.source.url)
            if remark := source_remark(cited.source):
                yield " " * display_width(lead) + self._painted(on_one_line(remark), _DIM)

    def problems(self, report: Report) -> Iterator[str]:
        if report.problems:
            yield self._painted("Problems", _BOLD)
        for problem in report.problems:
            yield f"  {on_one_line(problem.message)}"

    def summary(self, report: Report) -> Iterator[str]:
        summary = summarise(report)
        documents = counted(summary.documents, "document")
        claims = counted(summary.claims, "claim")
        yield f"{documents}, {claims}, {summary.checkworthy_claims:,} of them worth checking"
        if summary.claims:
            yield f"Claims:  {verdict_counts(summary)}"
        flags = [f"{count:,} {flag_words(flag)}" for flag, count in summary.flags.items() if count]
        if flags:
            yield f"Flags:   {', '.join(flags)}"
        if report.alerts:
            yield f"Alerts:  {count_words(report.alerts)}"
        if summary.coverage.sources:
            yield f"Sources: {coverage_counts(summary)}, of {summary.coverage.sources:,}"
        yield self._painted(conclusion(summary), _BOLD)

    def _is_news(self, cited: CitedSource) -> bool:
        alerts = [
            alert
            for place in cited.cited_by
            for alert in self._alerts.get((place.path, "", place.url), [])
        ]
        return is_news(alerts)

    def _finding(self, path: str, finding: Finding, alerts: Sequence[Alert]) -> Iterator[str]:
        claim = finding.claim
        place = f"{on_one_line(path)}:{claim.line}:{claim.column}"
        verdict = pad(verdict_words(finding.verdict), _VERDICT_COLUMNS)
        text = shorten(on_one_line(claim.plain), _CLAIM_COLUMNS)
        yield f"{place}  {self._painted(verdict, _COLOURS[finding.verdict])}  {text}"
        remarks = [flag_words(flag) for flag in finding.flags]
        remarks += [alert.code for alert in alerts]
        told = f" [{', '.join(remarks)}]" if remarks else ""
        yield _INDENT + on_one_line(finding.reason) + told
        for alert in alerts:
            if alert.because:
                yield f"{_INDENT}{alert.code} {alert.state.value}: {on_one_line(alert.because)}"
        if decided := self._decided.get((path, claim.id)):
            again = f"; look again: {decided.look_again}" if decided.look_again else ""
            yield _INDENT + on_one_line(decision_words(decided.decision)) + again
        for evidence in finding.evidence:
            yield from self._quote(evidence)
        if not finding.evidence:
            yield from self._cited(claim)

    def _quote(self, evidence: Evidence) -> Iterator[str]:
        yield f"{_INDENT}“{shorten(on_one_line(evidence.quote), _COLUMNS - len(_INDENT) - 2)}”"
        yield _INDENT + self._painted(on_one_line(evidence.url), _DIM)

    def _cited(self, claim: Claim) -> Iterator[str]:
        for citation in claim.citations[:_MOST_URLS]:
            yield _INDENT + self._painted(on_one_line(citation.url), _DIM)
        if len(claim.citations) > _MOST_URLS:
            yield f"{_INDENT}and {len(claim.citations) - _MOST_URLS:,} more"

    def _painted(self, text: str, code: str) -> str:
        return f"{code}{text}{_RESET}" if self._has_colour else text
