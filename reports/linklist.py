"""The report of a link check for a terminal: what is wrong with which source, and who cites it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.values import OutcomeClass
from reports.characters import on_one_line
from reports.display_width import pad
from reports.priorities import needs_attention, urgency
from reports.summary import summarise
from reports.wording import counted, coverage_counts, outcome_words, source_remark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.values import CitedSource, Report

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
    shown = [cited for cited in report.sources if verbose or needs_attention(cited)]
    shown.sort(key=urgency)
    columns = max((len(outcome_words(cited.source.outcome)) for cited in shown), default=0)
    lines = [line for cited in shown for line in _source(cited, columns, has_colour=colour)]
    lines += [""] if lines else []
    lines += [
        f"{on_one_line(problem.subject)}: {on_one_line(problem.message)}"
        for problem in report.problems
    ]
    summary = summarise(report)
    links = counted(len(report.sources), "source")
    told = f": {coverage_counts(summary)}" if report.sources else ""
    lines.append(f"{counted(len(report.documents), 'document')}, {links}{told}")
    return "\n".join(lines) + "\n"


def _source(cited: CitedSource, columns: int, *, has_colour: bool) -> Iterator[str]:
    source = cited.source
    paint = _COLOURS[source.outcome.outcome_class] if has_colour else ""
    word = pad(outcome_words(source.outcome), columns)
    yield f"{paint}{word}{_RESET if paint else ''}  {on_one_line(source.url)}"
    if remark := source_remark(source):
        yield f"{' ' * columns}  {on_one_line(remark)}"
    places = list(dict.fromkeys(f"{place.path}:{place.line}" for place in cited.cited_by))
    more = f" and {len(places) - _MOST_PLACES:,} more" if len(places) > _MOST_PLACES else ""
    told = on_one_line(", ".join(places[:_MOST_PLACES])) + more
    yield f"{' ' * columns}  {_DIM if paint else ''}{told}{_RESET if paint else ''}"
