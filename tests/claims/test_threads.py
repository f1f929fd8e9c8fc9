"""Parts of a run may be judged in threads of one process: they think what one would alone."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from claims.lexicon.stems import stem
from tests.claims.makers import judged

WORDS = [
    f"{word}{ending}"
    for word in ("nation", "organ", "relat", "condit", "happen", "measur", "install", "generat")
    for ending in ("al", "ization", "ational", "ing", "ed", "s", "ness", "fulness", "iveness")
]


@pytest.fixture(autouse=True)
def often_switching() -> object:
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_threads_find_the_stems_of_one(language: str) -> None:
    uncached = stem.__wrapped__
    alone = [uncached(word, language) for word in WORDS]

    def all_of_them(_number: int) -> list[str]:
        return [uncached(word, language) for _ in range(20) for word in WORDS]

    with ThreadPoolExecutor(8) as pool:
        for found in pool.map(all_of_them, range(16)):
            assert found == alone * 20


def test_threads_come_to_the_verdicts_of_one() -> None:
    cases = [
        (
            f"The town number {n} counted {n}00 bicycles.",
            f"In 2024 town {n} counted {m}00 bicycles.",
        )
        for n in range(1, 40)
        for m in (n, n + 1)
    ]
    alone = [judged(claim, page) for claim, page in cases]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda case: judged(*case), cases)) == alone
