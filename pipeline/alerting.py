"""Which alerts are to be dealt with: the settings, comments and baseline of the user."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.alerts import Places, alerts_of, fingerprint_of_alert
from claims.ignores import ignores_in
from claims.rules import IGNORE_UNUSED, IGNORE_WITHOUT_REASON, RULES
from claims.urls import parts_of
from claims.values import Alert, AlertState, Level, Ruling
from pipeline.baseline import stale_entries
from pipeline.orders import EVERY_RULE
from reports.wording import decision_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from claims.ignores import Ignore
    from claims.rules import Rule
    from claims.values import Decided, Document, Report
    from pipeline.baseline import Baseline
    from pipeline.config import Config


_IN_ORDER = frozenset({Ruling.ACCEPTED, Ruling.ASSIGNED})


@dataclass(frozen=True, slots=True)
class Settled:
    """A report with its alerts, and what the user should know of the baseline.

    `listed` are the same alerts, in the same order, as the baseline names them.
    """

    report: Report
    listed: tuple[Alert, ...]
    remarks: tuple[str, ...]

    @property
    def failing(self) -> tuple[Alert, ...]:
        """The alerts that fail the run."""
        return tuple(
            one
            for one in self.report.alerts
            if one.level is Level.ERROR and one.state is AlertState.OPEN
        )


def settle(
    report: Report,
    config: Config,
    baseline: Baseline | None,
    today: date,
    *,
    looked_for: tuple[str, ...] = EVERY_RULE,
) -> Settled:
    """The report with its alerts.

    `looked_for` are the beginnings of the codes by which all of every document was checked: what is
    not found of these is not there.
    """
    told = _found(report, config, looked_for)
    listed = told
    remarks: list[str] = []
    if baseline:
        named = _named_by(baseline, report)
        if named.documents != report.documents:
            listed = _found(named, config, looked_for)
        pairs = list(zip(told, listed, strict=True))
        told = [_known(alert, key.fingerprint, baseline, today, remarks) for alert, key in pairs]
        listed = [replace(key, state=alert.state) for alert, key in zip(told, listed, strict=True)]
        paths = {checked.document.path for checked in named.documents}
        stale = stale_entries(baseline, listed, paths, looked_for)
        remarks += [
            f"{baseline.file}: {entry.code} of {entry.path} ({entry.subject}) is no longer found;"
            " --update-baseline removes it"
            for entry in stale
        ]
    return Settled(replace(report, alerts=tuple(told)), tuple(listed), tuple(remarks))


def _found(report: Report, config: Config, looked_for: tuple[str, ...]) -> list[Alert]:
    """The alerts of a report in the order of its text, before any baseline is asked."""
    found = [_levelled(alert, config) for alert in alerts_of(report) if _is_wanted(alert, config)]
    told = [_of_host(alert, config) for alert in found]
    told = _with_decisions(told, report.decided)
    for checked in report.documents:
        told = _with_comments(told, checked.document, config, looked_for)
    positions: dict[str, int] = {}
    for checked in report.documents:
        positions.setdefault(checked.document.path, len(positions))
    return sorted(
        told,
        key=lambda one: (positions[one.spot.path], one.spot.line, one.spot.column, one.code),
    )


def _named_by(baseline: Baseline, report: Report) -> Report:
    """The report with its documents under the names that a baseline has for them."""
    return replace(
        report,
        documents=tuple(
            replace(one, document=replace(one.document, path=baseline.name_of(one.document.path)))
            for one in report.documents
        ),
        sources=tuple(
            replace(
                cited,
                cited_by=tuple(
                    replace(place, path=baseline.name_of(place.path)) for place in cited.cited_by
                ),
            )
            for cited in report.sources
        ),
        decided=tuple(replace(one, path=baseline.name_of(one.path)) for one in report.decided),
    )


def _is_wanted(alert: Alert, config: Config) -> bool:
    if config.select and not alert.code.startswith(config.select):
        return False
    return not (config.ignore and alert.code.startswith(config.ignore))


def _levelled(alert: Alert, config: Config) -> Alert:
    rule = RULES[alert.code]
    fails = any(name == rule.kind or alert.code.startswith(name) for name in config.fail_on)
    return replace(alert, level=Level.ERROR) if fails else alert


def _with_decisions(alerts: Sequence[Alert], decided: Sequence[Decided]) -> list[Alert]:
    """What an editor has found in order is known, as long as the decision stands."""
    settled = {
        (one.path, one.claim_id): one.decision
        for one in decided
        if not one.look_again and one.decision.ruling in _IN_ORDER
    }
    told = []
    for alert in alerts:
        decision = settled.get((alert.spot.path, alert.claim_id)) if alert.claim_id else None
        if decision and alert.state is AlertState.OPEN:
            told.append(replace(alert, state=AlertState.KNOWN, because=decision_words(decision)))
        else:
            told.append(alert)
    return told


def _of_host(alert: Alert, config: Config) -> Alert:
    for host in config.hosts:
        if host.covers(parts_of(alert.url).hostname or "") and alert.code.startswith(host.ignore):
            said = f"ignored for {host.name} by the configuration"
            return replace(alert, state=AlertState.IGNORED, because=said)
    return alert


def _with_comments(
    alerts: Sequence[Alert], document: Document, config: Config, looked_for: tuple[str, ...]
) -> list[Alert]:
    comments = ignores_in(document.source)
    if not comments:
        return list(alerts)
    used: set[Ignore] = set()
    told = []
    for alert in alerts:
        comment = next((one for one in comments if _means(one, alert, document)), None)
        if comment:
            used.add(comment)
            told.append(replace(alert, state=AlertState.IGNORED, because=comment.reason))
        else:
            told.append(alert)
    places = Places(document)
    own = []
    for comment in comments:
        if not comment.codes:
            own.append(_of_comment(IGNORE_WITHOUT_REASON, comment, places))
        elif comment not in used and all(code.startswith(looked_for) for code in comment.codes):
            own.append(_of_comment(IGNORE_UNUSED, comment, places))
    return told + [_levelled(one, config) for one in own if _is_wanted(one, config)]


def _means(comment: Ignore, alert: Alert, document: Document) -> bool:
    spots = (alert.spot, *alert.related)
    return alert.spot.path == document.path and any(
        comment.covers(alert.code, spot.line, spot.end_line) for spot in spots
    )


def _of_comment(rule: Rule, comment: Ignore, places: Places) -> Alert:
    spot = places.of_line(comment.line)
    subject = f"citewatch-ignore on line {comment.line}"
    key = f"{','.join(comment.codes)}\0{comment.reason}"
    return Alert(
        code=rule.code,
        level=rule.level,
        spot=spot,
        subject=subject,
        message=rule.summary[0].lower() + rule.summary[1:].rstrip("."),
        fingerprint=fingerprint_of_alert(rule, spot.path, key),
    )


def _known(
    alert: Alert, fingerprint: str, baseline: Baseline, today: date, remarks: list[str]
) -> Alert:
    entry = baseline.entries.get(fingerprint)
    if entry is None or alert.state is not AlertState.OPEN:
        return alert
    if entry.has_expired(today):
        remarks.append(
            f"{baseline.file}: {entry.code} of {entry.path} ({entry.subject}) was known until"
            f" {entry.expires} and counts again"
        )
        return alert
    return replace(alert, state=AlertState.KNOWN, because=entry.reason or "in the baseline")


def explained() -> Iterator[str]:
    """Every rule in a line."""
    for rule in RULES.values():
        yield f"{rule.code}  {rule.name}: {rule.summary}"
