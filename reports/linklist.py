"""The report of a link check for a terminal: what is wrong with which source, and who cites it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.values import OutcomeClass
from reports.alerts import count_words, is_news, own_alerts, own_sentence
from reports.characters import on_one_line
from reports.display_width import pad
from reports.priorities import needs_attention, urgency
from reports.summary import summarise
from reports.wording import counted, coverage_counts, outcome_words, source_remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claims.values import Alert, CitedSource, Report

_MOST_PLACES = 5
_RESET = "\x1b[0m"
_DIM = "\x1b[2m"
_COLOURS = {
    OutcomeClass.OK: "\x1b[32m",
    OutcomeClass.BROKEN: "\x1b[1;31m",
    OutcomeClass.BLOCKED: "\x1b[36m",
    OutcomeClass.TRANSIENT: "\x1b[33m",
    OutcomeClass.LIMITS: "\x1b[35m",
    OutcomeClass.REFUSED: "\x1b[33m",
}


def render_links(report: Report, *, colour: bool = False, verbose: bool = False) -> str:
    """Render what became of the sources; those that are fine are only counted unless `verbose`."""
    alerts: dict[str, list[Alert]] = {}
    for alert in report.alerts:
        alerts.setdefault(alert.url, []).append(alert)
    own = {id(cited): _alerts_of(cited, alerts) for cited in report.sources}
    shown = [
        cited
        for cited in report.sources
        if verbose or (needs_attention(cited) and is_news(own[id(cited)]))
    ]
    shown.sort(key=urgency)
    columns = max((len(outcome_words(cited.source.outcome)) for cited in shown), default=0)
    lines = [
        line
        for cited in shown
        for line in _source(cited, own[id(cited)], columns, has_colour=colour)
    ]
    lines += [own_sentence(alert) for alert in own_alerts(report, verbose=verbose)]
    lines += [""] if lines else []
    lines += [on_one_line(problem.message) for problem in report.problems]
    summary = summarise(report)
    links = counted(len(report.sources), "source")
    told = f": {coverage_counts(summary)}" if report.sources else ""
    lines.append(f"{counted(len(report.documents), 'document')}, {links}{told}")
    if report.alerts:
        lines.append(f"Alerts: {count_words(report.alerts)}")
    return "\n".join(lines) + "\n"


def _alerts_of(cited: CitedSource, alerts: Mapping[str, list[Alert]]) -> list[Alert]:
    urls = dict.fromkeys(place.url for place in cited.cited_by)
    return [alert for url in urls for alert in alerts.get(url, ())]


def _source(
    cited: CitedSource, alerts: Sequence[Alert], columns: int, *, has_colour: bool
) -> Iterator[str]:
    source = cited.source
    paint = _COLOURS[source.outcome.outcome_class] if has_colour else ""
    word = pad(outcome_words(source.outcome), columns)
    codes = "".join(f" [{code}]" for code in dict.fromkeys(alert.code for alert in alerts))
    yield f"{paint}{word}{_RESET if paint else ''}  {on_one_line(source.url)}{codes}"
    if remark := source_remark(source):
        yield f"{' ' * columns}  {on_one_line(remark)}"
    for said in dict.fromkeys(f"{one.state.value}: {one.because}" for one in alerts if one.because):
        yield f"{' ' * columns}  {on_one_line(said)}"
    places = list(dict.fromkeys(f"{place.path}:{place.line}" for place in cited.cited_by))
    more = f" and {len(places) - _MOST_PLACES:,} more" if len(places) > _MOST_PLACES else ""
    told = on_one_line(", ".join(places[:_MOST_PLACES])) + more
    yield f"{' ' * columns}  {_DIM if paint else ''}{told}{_RESET if paint else ''}"
