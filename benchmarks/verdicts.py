"""Verdicts beside what finds passages by likeness alone, on the project's own pages and claims.

A peer passes a claim where the sentence it likes best reaches a threshold, which is the best there
is for these very claims, found afterwards: in use a peer would not do as well. Ours has the
weights that it ships with.
"""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from peers import peer  # beside this file

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from claims.extraction import stated_claim  # noqa: E402
from claims.judge import judge  # noqa: E402
from claims.pages import read_page  # noqa: E402
from claims.passages import PageIndex  # noqa: E402
from claims.sentences import split_sentences  # noqa: E402
from claims.values import Citation, Page, Verdict, Via  # noqa: E402
from tests.claims.makers import URL, a_source  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FOLDER = ROOT / "tests" / "claims" / "pages"
PEERS = {"token_set": "rapidfuzz token_set_ratio", "bm25": "BM25"}
OURS = "citewatch"


@dataclass(frozen=True, slots=True)
class Judged:
    """Scores of claims by one tool, which of them pass, and seconds a claim."""

    scores: list[float]
    passed: list[bool]
    seconds: float


def judged() -> tuple[list[bool], dict[str, Judged]]:
    """Which of the claims are true, and what each tool says of them all."""
    items = [json.loads(line) for line in (FOLDER / "claims.jsonl").read_text("utf-8").splitlines()]
    pages = {}
    for name in sorted({item["page"] for item in items}):
        page = read_page((FOLDER / f"{name}.html").read_bytes(), "text/html; charset=utf-8")
        assert isinstance(page, Page)
        pages[name] = page
    is_true = ["supported" in item["accept"] for item in items]
    cases = {
        "pages": {name: _sentences(page) for name, page in pages.items()},
        "claims": [(item["page"], item["claim"]) for item in items],
    }
    by_name = {}
    for method, name in PEERS.items():
        ran = subprocess.run(
            [peer("python"), str(Path(__file__).parent / "likeness.py"), method],
            input=json.dumps(cases), check=True, capture_output=True, text=True,
        )  # fmt: skip
        told = json.loads(ran.stdout)
        scores = told["scores"]
        best = max(set(scores), key=lambda one: _balanced([s >= one for s in scores], is_true))
        by_name[name] = Judged(
            scores, [one >= best for one in scores], told["seconds"] / len(items)
        )
    by_name[OURS] = _ours(items, pages)
    return is_true, by_name


def verdict_rows(is_true: Sequence[bool], by_name: dict[str, Judged]) -> Iterator[str]:
    """The table: of false claims how many pass, of true ones how many do, and time a claim."""
    yield f"## {len(is_true)} claims on three pages of the tests, in English and Chinese, both ways"
    yield ""
    yield "| who | true claims that pass | false claims that pass | balanced accuracy | a claim |"
    yield "|---|---|---|---|---|"
    for name, one in by_name.items():
        told = name if name == OURS else f"{name}, best threshold"
        yield _row(told, one.passed, is_true, one.seconds)
    yield ""


def _ours(items: Sequence[dict[str, Any]], pages: dict[str, Page]) -> Judged:
    start = time.perf_counter()
    indexes = {name: PageIndex(page) for name, page in pages.items()}
    citation = Citation(URL, Via.INLINE, 1.0)
    judgements = [
        judge(
            stated_claim(item["claim"], item["language"]),
            citation,
            a_source(),
            indexes[item["page"]],
        )
        for item in items
    ]
    seconds = (time.perf_counter() - start) / len(items)
    return Judged(
        [one.score for one in judgements],
        [one.verdict is Verdict.SUPPORTED for one in judgements],
        seconds,
    )


def _sentences(page: Page) -> list[str]:
    return [
        page.text[start:end]
        for line in re.finditer(r"[^\n]+", page.text)
        for start, end in (
            (line.start() + a, line.start() + b) for a, b in split_sentences(line[0], page.language)
        )
    ]


def _balanced(passed: Sequence[bool], is_true: Sequence[bool]) -> float:
    return statistics.fmean(
        statistics.fmean(p is wanted for p, t in zip(passed, is_true, strict=True) if t is wanted)
        for wanted in (True, False)
    )


def _row(name: str, passed: Sequence[bool], is_true: Sequence[bool], seconds: float) -> str:
    pairs = list(zip(passed, is_true, strict=True))
    true, false = sum(is_true), len(is_true) - sum(is_true)
    return (
        f"| {name} | {sum(p and t for p, t in pairs)} of {true} |"
        f" {sum(p and not t for p, t in pairs)} of {false} |"
        f" {_balanced(passed, is_true):.3f} | {seconds * 1000:.1f} ms |"
    )


if __name__ == "__main__":
    for line in verdict_rows(*judged()):
        print(line)
