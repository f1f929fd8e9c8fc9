"""Pages and claims written by readers who had not seen the rules, and what is said of them.

A file of `unseen/` is a page, its title first and cells of tables parted by ` | `, a line `---`,
and claims: S for what the page supports, C for what it contradicts, P for what it says a part of,
N for what it does not say. The number before a file's name is that of the set; they were written
one after the other, each to measure on what had been mended in sight of those before.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from claims.extraction import stated_claim
from claims.grounds import Grounds, grounds_of
from claims.languages import language_of
from claims.passages import PageIndex
from claims.values import Judgement, Verdict
from tests.claims.makers import an_html_page, judged_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FOLDER = Path(__file__).parent / "unseen"
LABELS = {
    "S": Verdict.SUPPORTED,
    "C": Verdict.CONTRADICTED,
    "P": Verdict.PARTIAL,
    "N": Verdict.NOT_FOUND,
}
_CELLS = " | "


@dataclass(frozen=True)
class Told:
    """A claim of a page of a set, what it deserves, and what was said of it."""

    file: str
    claim: str
    deserved: Verdict
    grounds: Grounds
    judgement: Judgement

    @property
    def said(self) -> Verdict:
        return self.judgement.verdict


@dataclass(frozen=True)
class Tally:
    """How many claims there are, how many verdicts are exact, and the two errors that hurt."""

    claims: int
    exact: int
    false: int
    false_passes: int
    not_contradicted: int
    false_alarms: int


def sets() -> list[str]:
    """The numbers of the sets, in the order they were written in."""
    return sorted({file.name.partition("-")[0] for file in FOLDER.glob("*.txt")}, key=int)


def told_of(number: str) -> Iterator[Told]:
    """What is said of all the claims of a set."""
    for name, index, deserved, claim in _claims_of(f"{number}-*.txt"):
        grounds = grounds_of(stated_claim(claim, language_of(claim)), index)
        yield Told(name, claim, deserved, grounds, judged_on(grounds))


def pages() -> Iterator[PageIndex]:
    """The pages of all sets."""
    for file in sorted(FOLDER.glob("*.txt")):
        yield _page_of(file)[0]


def true_claims() -> Iterator[tuple[PageIndex, str]]:
    """The claims of all sets that are true of their page, each with it."""
    for _, index, deserved, claim in _claims_of("*.txt"):
        if deserved is Verdict.SUPPORTED:
            yield index, claim


def _claims_of(files: str) -> Iterator[tuple[str, PageIndex, Verdict, str]]:
    """Each claim of some files with the file's name, its page, and what it deserves."""
    for file in sorted(FOLDER.glob(files)):
        index, claims = _page_of(file)
        for line in claims.splitlines():
            label, _, claim = line.partition(" ")
            yield file.stem, index, LABELS[label], claim


def _page_of(file: Path) -> tuple[PageIndex, str]:
    """The page of a file, and the lines of its claims."""
    text, _, claims = file.read_text("utf-8").partition("\n---\n")
    return PageIndex(an_html_page(_as_html(text))), claims


def tally(told: Iterable[Told]) -> Tally:
    """The figures of some claims."""
    each = list(told)
    false = [one for one in each if one.deserved is not Verdict.SUPPORTED]
    other = [one for one in each if one.deserved is not Verdict.CONTRADICTED]
    return Tally(
        claims=len(each),
        exact=sum(one.said is one.deserved for one in each),
        false=len(false),
        false_passes=sum(one.said is Verdict.SUPPORTED for one in false),
        not_contradicted=len(other),
        false_alarms=sum(one.said is Verdict.CONTRADICTED for one in other),
    )


def _as_html(text: str) -> str:
    """The page of a file as a browser would get it."""
    title, *lines = text.split("\n")
    parts = []
    for is_table, group in groupby(filter(str.strip, lines), key=lambda line: _CELLS in line):
        here = list(group)
        parts.append(_table(here) if is_table else "".join(map(_paragraph, here)))
    head = f"<title>{html.escape(title)}</title>"
    body = f"<article><h1>{html.escape(title)}</h1>{''.join(parts)}</article>"
    return f"<html><head>{head}</head><body>{body}</body></html>"


def _paragraph(line: str) -> str:
    return f"<p>{html.escape(line)}</p>"


def _table(lines: list[str]) -> str:
    rows = []
    for number, line in enumerate(lines):
        tag = "td" if number else "th"
        cells = (f"<{tag}>{html.escape(cell)}</{tag}>" for cell in line.split(_CELLS))
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(rows)}</table>"
