"""A finding is taken over from an earlier run exactly while nothing has changed under it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from claims.extractor import EXTRACTOR_VERSION
from claims.judge import judge
from claims.tiers import NO_MORE, Opinion, Tiers
from claims.values import Flag, Outcome, Report, Run, Verdict
from pipeline.bases import bases_of
from pipeline.config import Config
from pipeline.job import Job
from pipeline.judging import judge_claims
from pipeline.steps import ReadDocument
from storage.store import open_store
from tests.claims.makers import a_document, a_page, a_source, claims_of
from tests.storage.makers import keep_report

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from claims.values import CheckedDocument, Finding, Page, Source

CRANES, FERRIES = "https://port.example/cranes", "https://port.example/ferries"
NOTE = (
    f"The harbour of Norvik has 37 cranes ([port]({CRANES})).\n\n"
    f"Its ferries carried 2,100 cars in 2023 ([ferries]({FERRIES})).\n"
)
PAGES = {
    CRANES: a_page("The harbour of Norvik has 37 cranes and a lighthouse."),
    FERRIES: a_page("The ferries of Norvik carried 2,100 cars in 2023."),
}


class Desk:
    """Runs judging on one store, and tells for how many claims a page was judged."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.store = open_store(f"sqlite:///{folder}/store.db")
        self.judged = 0
        self._runs = 0

        def counted(*arguments: object) -> object:
            self.judged += 1
            return judge(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr("pipeline.judging.judge", counted)

    def run(
        self,
        note: str = NOTE,
        pages: Mapping[str, Page] = PAGES,
        tiers: Tiers = NO_MORE,
        **sources: Source,
    ) -> tuple[Finding, ...]:
        """The findings of a run, which is kept."""
        self.judged = 0
        self._runs += 1
        job = Job(
            arguments=(), config=Config(), store=self.store, crawl=_nothing, reader=None,
            now=_now, tiers=tiers, began_at=_now(),
        )  # fmt: skip
        read = ReadDocument(a_document(note), claims_of(note))
        found = {url: _source(url, page) for url, page in pages.items()}
        found.update({source.url: source for source in sources.values()})
        kept = {found[url].content_key: page for url, page in pages.items()}
        self.store.save_pages(kept, EXTRACTOR_VERSION)
        checked: list[CheckedDocument] = []
        judge_claims([read], found, job, checked.extend)
        keep_report(self.store, _report(f"run-{self._runs}", checked[0]))
        return checked[0].findings


def _nothing(_wanted: Sequence[object], _keep: object) -> None:
    raise AssertionError


def _now() -> datetime:
    return datetime(2026, 11, 25, tzinfo=UTC)


def _source(url: str, page: Page) -> Source:
    return replace(
        a_source(url, published=page.published),
        title=page.title,
        text_sha256="of the text",
        content_key=str(hash(page)),
    )


def _report(name: str, checked: CheckedDocument) -> Report:
    return Report(Run(name, "0", _now(), _now(), "", ()), (checked,), (), ())


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    made = Desk(tmp_path, monkeypatch)
    with closing(made.store):
        yield made


def verdicts(findings: Sequence[Finding]) -> list[Verdict]:
    return [finding.verdict for finding in findings]


def test_the_same_again_is_not_judged_again(desk: Desk) -> None:
    first = desk.run()
    assert desk.judged == 2
    assert verdicts(first) == [Verdict.SUPPORTED, Verdict.SUPPORTED]

    assert desk.run() == first
    assert desk.judged == 0


def test_a_changed_page_is_judged_again_and_only_that(desk: Desk) -> None:
    first = desk.run()
    pages = {**PAGES, CRANES: a_page("The harbour of Norvik has 41 cranes and a lighthouse.")}
    again = desk.run(pages=pages)

    assert desk.judged == 1
    assert verdicts(again) == [Verdict.CONTRADICTED, Verdict.SUPPORTED]
    assert again[1] == first[1]


def test_a_claim_that_only_moved_is_told_where_it_stands(desk: Desk) -> None:
    first = desk.run()
    above = "# On harbours\n\nSomething else.\n\n"
    moved = [one for one in desk.run(above + NOTE) if one.claim.citations]

    assert desk.judged == 0
    assert [one.claim.line - two.claim.line for one, two in zip(moved, first, strict=True)] == [
        4
    ] * 2
    assert all(
        one.claim.start == two.claim.start + len(above)
        for one, two in zip(moved, first, strict=True)
    )
    assert [one.reason for one in moved] == [one.reason for one in first]


def test_a_changed_claim_is_judged_again(desk: Desk) -> None:
    desk.run()
    again = desk.run(NOTE.replace("37", "38"))

    assert desk.judged == 1
    assert verdicts(again) == [Verdict.CONTRADICTED, Verdict.SUPPORTED]


def test_how_a_source_was_fetched_is_told_anew(desk: Desk) -> None:
    desk.run()
    not_modified = replace(_source(CRANES, PAGES[CRANES]), outcome=Outcome.NOT_MODIFIED)
    again = desk.run(cranes=not_modified)

    assert desk.judged == 0
    assert again[0].judgements[0].outcome is Outcome.NOT_MODIFIED
    assert again[1].judgements[0].outcome is Outcome.OK


def test_a_source_that_fails_now_is_told(desk: Desk) -> None:
    desk.run()
    gone = a_source(CRANES, outcome=Outcome.NOT_FOUND)
    again = desk.run(pages={FERRIES: PAGES[FERRIES]}, cranes=gone)

    assert verdicts(again) == [Verdict.UNVERIFIABLE, Verdict.SUPPORTED]
    assert "it is broken" in again[0].reason
    assert verdicts(desk.run()) == [Verdict.SUPPORTED, Verdict.SUPPORTED]


def test_a_newer_source_of_the_document_is_heard(desk: Desk) -> None:
    """It may have overtaken what the claim's own source still says."""
    other = "https://port.example/news"
    note = f"{NOTE}\nNorvik has a new quay ([news]({other})).\n"
    pages = {
        CRANES: a_page("The harbour of Norvik has 37 cranes.", published="2023-05-01"),
        FERRIES: PAGES[FERRIES],
        other: a_page("Norvik has a new quay.", published="2025-05-01"),
    }
    assert Flag.OUTDATED not in desk.run(note, pages)[0].flags

    text = "Norvik has a new quay. The harbour of Norvik has 41 cranes."
    pages[other] = a_page(text, published="2025-06-01")
    assert Flag.OUTDATED in desk.run(note, pages)[0].flags


def test_a_page_that_moved_gives_its_new_link(desk: Desk) -> None:
    desk.run()
    moved = replace(_source(CRANES, PAGES[CRANES]), final_url="https://port.example/all-cranes")
    again = desk.run(cranes=moved)

    assert again[0].evidence[0].link.startswith("https://port.example/all-cranes#")


def test_other_names_are_another_basis() -> None:
    read = ReadDocument(a_document(NOTE), claims_of(NOTE))
    sources = {url: _source(url, page) for url, page in PAGES.items()}
    own = bases_of(read, sources, NO_MORE)

    assert len(set(own)) == len(read.claims) == 2
    assert not set(own) & set(bases_of(read, sources, Tiers(aliases_sha256="of others")))


class Adviser:
    """One who says what he says today."""

    name = "adviser"
    problem = ""

    def advise(self, _claim: str, _passages: Sequence[str]) -> Opinion | None:
        """Nothing."""
        return None


def test_an_adviser_is_asked_each_time(desk: Desk) -> None:
    tiers = Tiers(advisers=(Adviser(),))
    first = desk.run(tiers=tiers)
    again = desk.run(tiers=tiers)

    assert desk.judged == 2
    assert [one.basis for one in (*first, *again)] == [""] * 4
