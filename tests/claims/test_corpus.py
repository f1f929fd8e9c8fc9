"""The corpus: documents in every style with what an editor would find in them, counted."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.claims.gold import Score, gold_of, score

CORPUS = Path(__file__).parent / "corpus"
DOCUMENTS = sorted(
    path
    for path in CORPUS.rglob("*")
    if path.is_file() and path.suffix not in {".json", ".bib", ".bbl"} and gold_of(path).exists()
)


def named(path: Path) -> str:
    return str(path.relative_to(CORPUS))


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return {named(path): score(path) for path in DOCUMENTS}


def test_the_corpus_has_every_format_and_many_styles() -> None:
    suffixes = Counter(path.suffix for path in DOCUMENTS)
    assert set(suffixes) == {
        ".md", ".html", ".rst", ".tex", ".docx", ".pdf", ".ipynb", ".txt", ".csv", ".jsonl",
    }  # fmt: skip
    assert len(DOCUMENTS) >= 60


def test_nearly_every_claim_is_found_and_hardly_anything_else(scores: dict[str, Score]) -> None:
    found = sum(one.found for one in scores.values())
    assert found >= 0.98 * sum(one.gold for one in scores.values()), all_of(scores, "missed")
    assert found >= 0.95 * sum(one.extracted for one in scores.values()), all_of(scores, "invented")


def test_claims_are_tied_to_just_the_urls_they_cite(scores: dict[str, Score]) -> None:
    found = sum(one.found for one in scores.values())
    assert sum(one.tied for one in scores.values()) >= 0.98 * found, all_of(scores, "mistied")


def test_hardly_a_url_is_lost(scores: dict[str, Score]) -> None:
    urls = sum(one.urls for one in scores.values())
    assert sum(one.urls_found for one in scores.values()) >= 0.99 * urls


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_each_document_is_read_well(path: Path, scores: dict[str, Score]) -> None:
    one = scores[named(path)]
    assert one.found >= 0.75 * one.gold, one.missed
    assert one.found >= 0.70 * one.extracted, one.invented
    assert one.tied >= 0.80 * one.found, one.mistied
    assert one.forbidden == ()


def all_of(scores: dict[str, Score], what: str) -> str:
    return "\n".join(
        f"{name}: {text}" for name, one in scores.items() for text in getattr(one, what)
    )
