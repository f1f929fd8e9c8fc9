"""The report as one HTML file: for an editor with ten minutes, from a disk or an e-mail.

The page loads nothing and runs nothing but its own style and script. Every foreign text goes
through the template engine's escaping; nothing here may mark one as safe.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claims.values import Flag, OutcomeClass, Verdict
from reports import priorities, wording
from reports.alerts import own_alerts
from reports.bars import divide
from reports.cards import view_documents, view_sources
from reports.characters import language_tag, legal_in_html, visible, web_address
from reports.display_width import shorten
from reports.interface import ENGLISH, interface
from reports.summary import summarise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.values import Report
    from reports.cards import Card, DocumentView, SourceView
    from reports.interface import Interface

_OPTION_COLUMNS = 70


def render_html(report: Report, *, language: str = ENGLISH, is_review: bool = False) -> str:
    """Render a report as one self-contained HTML file, its own words in a language of ours.

    With `is_review` each claim can be decided on: the page then talks to `pipeline.review`.
    """
    words = interface(language)
    documents = view_documents(report)
    sources = _by_urgency(view_sources(report, documents))
    summary = summarise(report)
    style = _own_file("report.css")
    scripts = [_own_file("report.js"), *([_own_file("review.js")] if is_review else [])]
    page = (
        _environment(language, is_review=is_review)
        .get_template("report.html.j2")
        .render(
            title=_title(report, words),
            report=report,
            summary=summary,
            verdict_bars=divide({v.value: summary.verdicts[v] for v in priorities.BY_URGENCY}),
            source_bars=divide({c.value: summary.classes[c] for c in OutcomeClass}),
            to_settle=_to_settle(documents),
            comments=own_alerts(report),
            documents=documents,
            source_options=_source_options(report, documents),
            section_options=_section_options(documents),
            flag_options=[
                (flag.value, words.flag_words(flag)) for flag in Flag if summary.flags[flag]
            ],
            troubled_sources=[view for view in sources if priorities.needs_attention(view.cited)],
            read_sources=[view for view in sources if not priorities.needs_attention(view.cited)],
            style=style,
            scripts=scripts,
            style_hash=_hash(style),
            script_hashes=[_hash(script) for script in scripts],
        )
    )
    return legal_in_html(page)


@cache
def _environment(language: str, *, is_review: bool) -> Environment:
    words = interface(language)
    environment = Environment(
        loader=PackageLoader("reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        class_words=words.class_words,
        counted=words.counted,
        flag_words=words.flag_words,
        level_words=words.level_words,
        language_tag=language_tag,
        moment_words=wording.moment_words,
        outcome_words=words.outcome_words,
        pick=_pick,
        relation_words=words.relation_words,
        state_words=words.state_words,
        verdict_meaning=words.verdict_meaning,
        verdict_symbol=wording.verdict_symbol,
        verdict_words=words.verdict_words,
        via_words=words.via_words,
        visible=visible,
        web_address=web_address,
        worst_verdict=_worst_verdict,
    )
    environment.tests.update(warning=priorities.is_warning)
    environment.globals.update(
        BY_URGENCY=priorities.BY_URGENCY,
        CLASSES=tuple(OutcomeClass),
        conclusion=words.conclusion,
        is_review=is_review,
        is_settled=priorities.is_settled,
        language=words.language,
        listed=words.listed,
        say=words.say,
    )
    return environment


def _own_file(name: str) -> Markup:
    environment = _environment(ENGLISH, is_review=False)
    assert environment.loader is not None
    text, _, _ = environment.loader.get_source(environment, name)
    return Markup(text)  # noqa: S704 - our own file, the same in every report


def _hash(text: str) -> str:
    digest = sha256(text.encode("utf-8")).digest()
    return f"sha256-{b64encode(digest).decode('ascii')}"


def _source_options(report: Report, documents: Sequence[DocumentView]) -> list[tuple[int, str]]:
    used = {number for view in documents for card in view.cards for number in card.source_numbers}
    sources = [(number, report.sources[number].source) for number in sorted(used)]
    return [
        (number, shorten(visible(source.title or source.url), _OPTION_COLUMNS))
        for number, source in sources
    ]


def _section_options(documents: Sequence[DocumentView]) -> list[tuple[str, str]]:
    sections = (card.finding.claim.section for view in documents for card in view.cards)
    return [
        (section, shorten(visible(section), _OPTION_COLUMNS))
        for section in dict.fromkeys(sections)
        if section
    ]


def _title(report: Report, words: Interface) -> str:
    if len(report.documents) == 1:
        document = report.documents[0].document
        return document.title or document.path
    return words.counted(len(report.documents), "document")


def _to_settle(documents: Sequence[DocumentView]) -> list[Card]:
    """Choose the claims that an editor must decide on, the worst first."""
    cards = [
        card
        for view in documents
        for card in view.cards
        if card.finding.verdict in {Verdict.CONTRADICTED, Verdict.PARTIAL}
        or priorities.has_warning(card.finding)
    ]
    return sorted(cards, key=lambda card: priorities.BY_URGENCY.index(card.finding.verdict))


def _by_urgency(sources: Sequence[SourceView]) -> list[SourceView]:
    return sorted(sources, key=lambda view: priorities.urgency(view.cited))


def _worst_verdict(cards: Sequence[Card]) -> Verdict:
    verdicts = [card.finding.verdict for card in cards]
    return min(verdicts, key=priorities.BY_URGENCY.index)


def _pick(numbers: Sequence[int], cards: Sequence[Card]) -> list[Card]:
    return [cards[number] for number in numbers]
