"""Runs over days, by a clock that is an argument: what counts as dead, as changed, as news."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from claims.values import Fetched, Level, Missed, Origin, Outcome, Verdict
from pipeline.alerting import settle
from pipeline.config import Config, NotifyRules
from pipeline.job import Job
from pipeline.notifying import is_quiet, note_changes, send_waiting
from pipeline.page_reader import PageReader
from pipeline.steps import Alone, check
from storage.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from claims.values import Report
    from spiders.wanted import Wanted

CRANES, FERRIES = "https://port.example/cranes", "https://port.example/ferries"
NOTE = (
    f"The harbour of Norvik has [37 cranes]({CRANES}).\n\n"
    f"Its ferries carried [2,100 cars in 2023]({FERRIES}).\n"
)
WELL = {
    CRANES: "The harbour of Norvik has 37 cranes and a lighthouse.",
    FERRIES: "The ferries of Norvik carried 2,100 cars in 2023.",
}
NETWORK = Origin.NETWORK
START = datetime(2026, 11, 2, 6, 0, tzinfo=UTC)


class Newsroom:
    """Checks one note day after day, tells of changes, and keeps what was told."""

    def __init__(self, url: str, folder: Path) -> None:
        self.now = START
        self.says: dict[str, str | Outcome] = dict(WELL)
        self.told: list[str] = []
        self.config = Config(max_age=0)
        self.store = open_store(url)
        self._note = folder / "note.md"
        self._reader = PageReader(workers=1)
        self.write(NOTE)

    def close(self) -> None:
        self._reader.close()
        self.store.close()

    def write(self, note: str) -> None:
        self._note.write_text(note)

    def check(self) -> Report:
        """A run, with its alerts."""
        job = Job(
            arguments=(str(self._note),), config=self.config, store=self.store,
            crawl=self._crawl, reader=self._reader, now=lambda: self.now, began_at=self.now,
        )  # fmt: skip
        report = check(Alone(job))
        return settle(report, self.config, None, self.now.date()).report

    def watch(self) -> list[str]:
        """A run that tells of what has changed; gives the lines of its digest."""
        note_changes(self.check(), self.store, self.config)
        return self.send()

    def send(self) -> list[str]:
        before = len(self.told)

        def take(address: str, title: str, body: str) -> bool:
            assert address == "json://somewhere"
            assert "change" in title
            self.told.append(body)
            return True

        assert send_waiting(self.store, self.config, lambda: self.now, take)
        new = self.told[before:]
        assert len(new) <= 1, "more than one digest"
        return [line for body in new for line in body.splitlines() if line.startswith("- ")]

    def pass_time(self, **time: float) -> None:
        self.now += timedelta(**time)

    def _crawl(self, wanted: Sequence[Wanted], keep: Callable[[Fetched | Missed], None]) -> None:
        for one in wanted:
            says = self.says[one.url]
            if isinstance(says, Outcome):
                keep(Missed(one.url, one.url, says, f"it is {says}", None, (), self.now, NETWORK))
                continue
            body = f"<html lang=en><title>Port</title><p>{says}</p></html>".encode()
            keep(
                Fetched(
                    url=one.url,
                    final_url=one.url,
                    outcome=Outcome.OK,
                    http_status=200,
                    redirects=(),
                    headers=(),
                    content_type="text/html",
                    body=body,
                    fetched_at=self.now,
                    origin=NETWORK,
                )
            )


@pytest.fixture
def newsroom(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Newsroom]:
    monkeypatch.setenv("CITEWATCH_NOTIFY_URLS", "json://somewhere")
    with closing(Newsroom(database_url, tmp_path)) as room:
        yield room


def verdicts(report: Report) -> list[Verdict]:
    return [one.verdict for checked in report.documents for one in checked.findings]


def alerts_on(report: Report, url: str) -> list[tuple[str, Level]]:
    return [(one.code, one.level) for one in report.alerts if one.url == url and not one.claim_id]


def test_nothing_is_told_while_nothing_changes(newsroom: Newsroom) -> None:
    for _ in range(3):
        assert newsroom.watch() == []
        newsroom.pass_time(days=1)


@pytest.mark.parametrize("failure", [Outcome.TIMEOUT, Outcome.NOT_FOUND])
def test_a_source_that_blinks_is_no_news(newsroom: Newsroom, failure: Outcome) -> None:
    for day in range(10):
        newsroom.says[CRANES] = failure if day % 2 else WELL[CRANES]
        assert newsroom.watch() == [], day
        newsroom.pass_time(days=1)


@pytest.mark.parametrize("failure", [Outcome.TIMEOUT, Outcome.NOT_FOUND])
def test_a_source_is_dead_after_three_runs_over_three_days_and_told_of_once(
    newsroom: Newsroom, failure: Outcome
) -> None:
    assert newsroom.watch() == []
    newsroom.says[CRANES] = failure
    told = []
    for _ in range(6):
        newsroom.pass_time(days=1)
        told.append(newsroom.watch())
    assert [len(lines) for lines in told] == [0, 0, 0, 1, 0, 0]
    assert told[3][0].endswith(
        f"{CRANES}: dead: {failure} in 4 runs since 2026-11-03, last good 2026-11-02"
    )

    newsroom.says[CRANES] = WELL[CRANES]
    newsroom.pass_time(days=1)
    assert [line.split(": ", 1)[1] for line in newsroom.watch()] == ["answers again"]
    newsroom.pass_time(days=1)
    assert newsroom.watch() == []

    newsroom.says[CRANES] = failure
    told = []
    for _ in range(5):
        newsroom.pass_time(days=1)
        told.append(newsroom.watch())
    assert [len(lines) for lines in told] == [0, 0, 0, 1, 0]


def test_many_failures_in_a_day_are_not_yet_death(newsroom: Newsroom) -> None:
    newsroom.says[CRANES] = Outcome.SERVER_ERROR
    for _ in range(20):
        report = newsroom.check()
        newsroom.pass_time(hours=1)
    assert alerts_on(report, CRANES) == [("CW135", Level.NOTE)]


def test_a_passing_failure_that_stays_fails_the_build(newsroom: Newsroom) -> None:
    newsroom.says[CRANES] = Outcome.TIMEOUT
    codes = []
    for _ in range(5):
        codes += alerts_on(newsroom.check(), CRANES)
        newsroom.pass_time(days=1)
    assert codes == [("CW131", Level.NOTE)] * 3 + [("CW111", Level.ERROR)] * 2


def test_a_wall_says_nothing_either_way(newsroom: Newsroom) -> None:
    answers = [Outcome.TIMEOUT, Outcome.FORBIDDEN, Outcome.TIMEOUT, Outcome.FORBIDDEN]
    for answer in answers:
        newsroom.says[CRANES] = answer
        report = newsroom.check()
        newsroom.pass_time(days=1)
    record = next(one.source.record for one in report.sources if one.source.url == CRANES)
    assert record is not None
    assert (record.failures, record.failing_since, record.last_ok) == (2, START, None)


def test_a_page_that_changes_around_the_evidence_is_no_news(newsroom: Newsroom) -> None:
    assert newsroom.watch() == []
    for day in range(3):
        newsroom.says[CRANES] = (
            f"Visitors today: {day * 31}. {WELL[CRANES]} Weather: {day} degrees."
        )
        newsroom.pass_time(days=1)
        assert newsroom.watch() == []


def test_a_number_that_changes_under_a_claim_is_told_with_its_cause(newsroom: Newsroom) -> None:
    newsroom.watch()
    newsroom.says[CRANES] = "The harbour of Norvik has 41 cranes and a lighthouse."
    newsroom.pass_time(days=1)
    (line,) = newsroom.watch()
    assert "supported became contradicted, as the source has changed" in line
    assert "“41” where it said “37”" in line
    newsroom.pass_time(days=1)
    assert newsroom.watch() == []


def test_words_that_change_in_the_evidence_are_told_though_the_verdict_stays(
    newsroom: Newsroom,
) -> None:
    newsroom.watch()
    newsroom.says[CRANES] = "The harbour of Norvik has 37 cranes and two lighthouses."
    newsroom.pass_time(days=1)
    (line,) = newsroom.watch()
    assert "still supported, and its passage has changed" in line
    assert "“two lighthouses” where it said “a lighthouse”" in line


def test_a_claim_that_was_edited_is_told_to_be_the_cause(newsroom: Newsroom) -> None:
    newsroom.watch()
    newsroom.write(NOTE.replace("37 cranes", "39 cranes"))
    newsroom.pass_time(days=1)
    (line,) = newsroom.watch()
    assert "supported became contradicted, as the claim has changed" in line


def test_a_verdict_is_held_against_the_last_time_the_source_could_be_read(
    newsroom: Newsroom,
) -> None:
    newsroom.watch()
    newsroom.says[CRANES] = Outcome.TIMEOUT
    newsroom.pass_time(days=1)
    assert newsroom.watch() == []
    newsroom.says[CRANES] = WELL[CRANES].replace("37", "41")
    newsroom.pass_time(days=1)
    (line,) = newsroom.watch()
    assert "supported became contradicted" in line


def test_a_new_claim_that_is_wrong_is_told(newsroom: Newsroom) -> None:
    newsroom.watch()
    newsroom.write(f"{NOTE}\nThe ferries of Norvik carried [3,000 cars in 2023]({FERRIES}).\n")
    newsroom.pass_time(days=1)
    (line,) = newsroom.watch()
    assert "new, contradicted" in line


def test_a_clock_that_goes_backwards_loses_nothing(newsroom: Newsroom) -> None:
    newsroom.config = replace(newsroom.config, max_age=86_400.0)
    newsroom.pass_time(days=365)
    newsroom.watch()
    # The clock was a year ahead, and is set right.
    newsroom.pass_time(days=-365)
    newsroom.says[CRANES] = WELL[CRANES].replace("37", "41")
    report = newsroom.check()
    # What was fetched by the wrong clock is not held for fresh.
    assert verdicts(report) == [Verdict.CONTRADICTED, Verdict.SUPPORTED]
    newsroom.pass_time(days=2)
    newsroom.says[CRANES] = WELL[CRANES]
    assert verdicts(newsroom.check()) == [Verdict.SUPPORTED, Verdict.SUPPORTED]
    assert len(newsroom.store.history.runs()) == 3


def test_quiet_hours_are_waited_for(newsroom: Newsroom) -> None:
    rules = NotifyRules(quiet_hours="22:00-07:30", timezone="Europe/Berlin")
    newsroom.config = replace(newsroom.config, notify=rules)
    newsroom.watch()
    newsroom.says[CRANES] = WELL[CRANES].replace("37", "41")
    # 06:00 UTC is 07:00 in Berlin in winter.
    newsroom.pass_time(days=1)
    assert newsroom.watch() == []
    newsroom.says[FERRIES] = WELL[FERRIES].replace("2,100", "2,700")
    newsroom.pass_time(minutes=10)
    assert newsroom.watch() == []
    newsroom.pass_time(hours=1)
    assert len(newsroom.send()) == 2
    assert newsroom.send() == []


def test_a_death_that_nobody_has_heard_of_is_not_told_to_be_over(newsroom: Newsroom) -> None:
    rules = NotifyRules(quiet_hours="05:00-07:00")
    newsroom.config = replace(newsroom.config, notify=rules)
    newsroom.watch()
    newsroom.says[CRANES] = Outcome.TIMEOUT
    for _ in range(5):
        newsroom.pass_time(days=1)
        assert newsroom.watch() == []
    newsroom.says[CRANES] = WELL[CRANES]
    newsroom.pass_time(days=1)
    assert newsroom.watch() == []
    newsroom.pass_time(hours=3)
    assert newsroom.send() == []


def test_what_nobody_takes_is_told_later(
    newsroom: Newsroom, capsys: pytest.CaptureFixture[str]
) -> None:
    newsroom.watch()
    newsroom.says[CRANES] = WELL[CRANES].replace("37", "41")
    newsroom.pass_time(days=1)
    note_changes(newsroom.check(), newsroom.store, newsroom.config)

    def refuse(address: str, title: str, body: str) -> bool:
        del address, title, body
        return False

    assert not send_waiting(newsroom.store, newsroom.config, lambda: newsroom.now, refuse)
    told = capsys.readouterr().err
    assert told == "citewatch: address 1 of CITEWATCH_NOTIFY_URLS did not take the digest\n"
    assert len(newsroom.send()) == 1


def test_only_what_is_wanted_is_told(newsroom: Newsroom) -> None:
    newsroom.config = replace(newsroom.config, notify=NotifyRules(on=("source_dead",)))
    newsroom.watch()
    newsroom.says[CRANES] = WELL[CRANES].replace("37", "41")
    newsroom.pass_time(days=1)
    assert newsroom.watch() == []


@pytest.mark.parametrize(
    ("hours", "at", "is_so"),
    [
        ("", "03:00", False),
        ("22:00-07:00", "03:00", True),
        ("22:00-07:00", "22:00", True),
        ("22:00-07:00", "07:00", False),
        ("22:00-07:00", "12:00", False),
        ("12:00-13:00", "12:30", True),
        ("12:00-13:00", "13:00", False),
    ],
)
def test_hours_that_are_quiet(hours: str, at: str, *, is_so: bool) -> None:
    now = datetime.fromisoformat(f"2026-11-02T{at}:00+00:00")
    assert is_quiet(NotifyRules(quiet_hours=hours), now) is is_so
