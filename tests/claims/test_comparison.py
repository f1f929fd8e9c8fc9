"""What has changed between two runs, and which of claim, source and tool changed it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from claims.comparison import (
    Cause,
    ClaimChange,
    Comparison,
    PassageChange,
    compare,
    passage_change,
)
from claims.values import (
    CheckedDocument,
    Citation,
    CitedSource,
    Evidence,
    Outcome,
    Place,
    Report,
    Run,
    Verdict,
    Via,
)
from tests.claims.makers import URL, a_document, a_finding, a_page, a_source, claims_of

if TYPE_CHECKING:
    from claims.values import Page

OLD = "The harbour of Norvik has 37 cranes and a lighthouse."


def an_evidence(quote: str) -> Evidence:
    return Evidence(URL, quote, 0, len(quote), 1.0, URL, ())


def changed(quote: str, page: str) -> PassageChange | None:
    return passage_change(an_evidence(quote), a_page(page))


@pytest.mark.parametrize(
    "page",
    [
        OLD,
        f"Menu Login\n{OLD} More on cranes.",
        "The  harbour of\nNorvik has 37 cranes, and a lighthouse!",
        "THE HARBOUR OF NORVIK HAS 37 CRANES AND A LIGHTHOUSE",
    ],
)
def test_a_passage_whose_words_stand_has_not_changed(page: str) -> None:
    assert changed(OLD, page) is None


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (OLD.replace("37", "41"), (("37", "41"),)),
        (OLD.replace("has 37", "no longer has 37"), (("", "no longer"),)),
        (OLD.replace(" and a lighthouse", ""), (("and a lighthouse", ""),)),
        (
            f"Norvik is a town.\n{OLD.replace('37 cranes', '37.5 cranes')}\nIt rains.",
            (("37", "37.5"),),
        ),
    ],
)
def test_the_words_that_changed_are_told(page: str, words: tuple[tuple[str, str], ...]) -> None:
    change = changed(OLD, page)
    assert change is not None
    assert change.words == words
    assert change.before == OLD


def test_chinese_is_compared_sign_by_sign() -> None:
    change = passage_change(
        an_evidence("該港口共有37座起重機。"),
        a_page("諾維克港。該港口共有41座起重機。", language="zh"),
    )
    assert change is not None
    assert change.words == (("37", "41"),)


def test_a_passage_that_is_gone_has_nothing_in_its_place() -> None:
    change = changed(OLD, "Our cookies are delicious, and we value your privacy very much.")
    assert change is not None
    assert (change.after, change.words) == ("", ())


def test_a_passage_written_anew_is_shown_whole() -> None:
    old = "In 2023 the ferries of Norvik carried 2,100 cars and 50,000 people across the sound."
    new = (
        "The 2024 ferry report counts 2,900 cars, 81,000 people across the Norvik sound, a record."
    )
    change = passage_change(an_evidence(old), a_page(new), [an_evidence(new)])
    assert change is not None
    assert change.words == ()


# -- whole runs


def a_run(number: int, *, version: str = "1") -> Run:
    at = datetime(2026, 11, number, tzinfo=UTC)
    return Run(f"run-{number}", version, at, at, "", ("words",))


def a_report(
    number: int,
    note: str,
    page: str | None,
    verdict: Verdict = Verdict.SUPPORTED,
    *,
    version: str = "1",
) -> Report:
    claims = claims_of(note)
    source = replace(
        a_source(outcome=Outcome.OK if page else Outcome.TIMEOUT),
        text_sha256=f"of {page}" if page else "",
        content_key=page or "",
    )
    findings = tuple(
        replace(
            a_finding(replace(claim, citations=(Citation(URL, Via.INLINE, 1.0),)), verdict),
            evidence=(an_evidence(page),) if page else (),
        )
        for claim in claims
    )
    places = tuple(Place("note.md", claim.id, claim.line, URL) for claim in claims)
    return Report(
        run=a_run(number, version=version),
        documents=(CheckedDocument(a_document(note), findings),),
        sources=(CitedSource(source, places),),
        problems=(),
    )


def compared(before: Report, after: Report) -> Comparison:
    def page_of(key: str) -> Page | None:
        return a_page(key)

    return compare(before, after, page_of)


NOTE = f"The harbour of Norvik has [37 cranes]({URL}).\n"


def test_two_runs_that_are_the_same() -> None:
    told = compared(a_report(1, NOTE, OLD), a_report(2, NOTE, OLD))
    assert (told.claims, told.sources, told.same) == ((), (), 1)


def test_a_verdict_that_changed_with_the_source() -> None:
    after = a_report(2, NOTE, OLD.replace("37", "41"), Verdict.CONTRADICTED)
    (one,) = compared(a_report(1, NOTE, OLD), after).claims
    assert (one.change, one.causes) == (ClaimChange.VERDICT, (Cause.SOURCE,))
    assert one.verdicts == (Verdict.SUPPORTED, Verdict.CONTRADICTED)
    assert one.passages[0].words == (("37", "41"),)


def test_a_verdict_that_changed_with_the_claim() -> None:
    edited = NOTE.replace("37", "41")
    after = a_report(2, edited, OLD, Verdict.CONTRADICTED)
    (one,) = compared(a_report(1, NOTE, OLD), after).claims
    assert (one.change, one.causes) == (ClaimChange.VERDICT, (Cause.CLAIM,))
    assert one.before is not None
    assert "37" in one.before.claim.plain


def test_a_verdict_that_changed_with_both() -> None:
    after = a_report(2, NOTE.replace("37", "39"), OLD.replace("37", "41"), Verdict.CONTRADICTED)
    (one,) = compared(a_report(1, NOTE, OLD), after).claims
    assert one.causes == (Cause.CLAIM, Cause.SOURCE)


def test_a_verdict_that_changed_with_citewatch() -> None:
    after = a_report(2, NOTE, OLD, Verdict.PARTIAL, version="2")
    (one,) = compared(a_report(1, NOTE, OLD), after).claims
    assert one.causes == (Cause.TOOL,)


def test_a_source_that_cannot_be_read_today_is_the_cause() -> None:
    told = compared(a_report(1, NOTE, OLD), a_report(2, NOTE, None, Verdict.UNVERIFIABLE))
    (one,) = told.claims
    assert (one.causes, one.passages) == ((Cause.SOURCE,), ())
    (source,) = told.sources
    assert source.before is not None
    assert source.after is not None
    assert (source.before.outcome, source.after.outcome) == (Outcome.OK, Outcome.TIMEOUT)


def test_claims_that_came_and_went() -> None:
    more = f"{NOTE}\nThe town of Arvik has [12 bakeries on its market square]({URL}).\n"
    came = compared(a_report(1, NOTE, OLD), a_report(2, more, OLD))
    assert [one.change for one in came.claims] == [ClaimChange.NEW]
    went = compared(a_report(1, more, OLD), a_report(2, NOTE, OLD))
    assert [one.change for one in went.claims] == [ClaimChange.REMOVED]
    assert (came.same, went.same) == (1, 1)


def test_a_claim_that_moved_is_the_same() -> None:
    other = f"The town of Arvik has [12 bakeries]({URL}).\n"
    before, after = f"{NOTE}\n{other}", f"{other}\n{NOTE}"
    told = compared(a_report(1, before, OLD), a_report(2, after, OLD))
    assert (told.claims, told.same) == ((), 2)


def test_documents_that_only_one_run_has_are_no_change() -> None:
    before = a_report(1, NOTE, OLD)
    other = replace(
        before,
        documents=(CheckedDocument(a_document(NOTE, "other.md"), before.documents[0].findings),),
    )
    told = compared(other, a_report(2, NOTE, OLD))
    assert (told.claims, told.sources, told.same) == ((), (), 0)
