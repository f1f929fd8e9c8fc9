"""How time grows with sentences and with claims: `growth_rows`, each size ten times the last."""

from __future__ import annotations

import json
import random
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from peers import peer  # beside this file

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from claims.documents import read_document  # noqa: E402
from claims.extraction import find_claims, stated_claim  # noqa: E402
from claims.judge import judge  # noqa: E402
from claims.passages import PageIndex  # noqa: E402
from claims.values import Citation, Via  # noqa: E402
from tests.claims.makers import URL, a_page, a_source  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = (100, 1_000, 10_000)
_CLAIMS = 50
_WORDS = (
    "harbour crane ferry cargo quay survey region output growth share panel report figure annual"
    " source market vehicle battery export industry council bridge library winter school river"
    " copper timber orchard signal valley mill"
).split()


@dataclass(frozen=True, slots=True)
class Growth:
    """Milliseconds a claim, ours and the peer's, for each number of sentences; and a claim read."""

    judged: dict[int, float]
    liked: dict[int, float]
    read: dict[int, float]


def growth() -> Growth:
    """Measure each size once; the sentences are prose with numbers, of some twelve words."""
    judged, liked = {}, {}
    for size in SIZES:
        sentences = _sentences(size)
        chosen = sentences[:: max(size // _CLAIMS, 1)][:_CLAIMS]
        # What stands there word for word is told from the rest at once.
        claims = [one.replace(" reached ", " came to ") for one in chosen]
        judged[size] = _judged(sentences, claims)
        liked[size] = _liked(sentences, claims)
    return Growth(judged, liked, {size: _read(size) for size in SIZES})


def growth_rows(measured: Growth) -> Iterator[str]:
    """Lines of Markdown."""
    yield f"## Growth: {_CLAIMS} claims on one page, by its sentences; a document, by its claims"
    yield ""
    yield (
        "| how many | a claim judged, the page indexed with it | token_set_ratio of the claim with"
        " each sentence | ratio | a claim found in a document |"
    )
    yield "|---|---|---|---|---|"
    for size in SIZES:
        ours, peers = measured.judged[size], measured.liked[size]
        yield (
            f"| {size:,} | {ours:.1f} ms | {peers:.2f} ms | {ours / peers:.2f} |"
            f" {measured.read[size]:.2f} ms |"
        )
    yield ""


def _sentences(count: int) -> list[str]:
    chance = random.Random(count)  # noqa: S311  # prose, not secrets
    return [
        f"{' '.join(chance.choices(_WORDS, k=9)).capitalize()} reached {chance.randint(2, 99)}% in"
        f" {chance.randint(1990, 2024)}."
        for _ in range(count)
    ]


def _judged(sentences: list[str], claims: list[str]) -> float:
    citation = Citation(URL, Via.INLINE, 1.0)
    stated = [stated_claim(one, "en") for one in claims]
    start = time.perf_counter()
    index = PageIndex(a_page("\n".join(sentences)))
    for claim in stated:
        judge(claim, citation, a_source(), index)
    return _milliseconds(start, len(claims))


def _liked(sentences: list[str], claims: list[str]) -> float:
    cases = {"pages": {"page": sentences}, "claims": [("page", one) for one in claims]}
    script = str(Path(__file__).parent / "likeness.py")
    ran = subprocess.run(
        [peer("python"), script, "token_set"],
        input=json.dumps(cases), check=True, capture_output=True, text=True,
    )  # fmt: skip
    return float(json.loads(ran.stdout)["seconds"]) * 1000 / len(claims)


def _read(count: int) -> float:
    text = "\n\n".join(
        f"{sentence[:-1]} ([source](https://source.example/{number}))."
        for number, sentence in enumerate(_sentences(count))
    )
    times = []
    for _ in range(3 if count < SIZES[-1] else 1):
        start = time.perf_counter()
        found = find_claims(read_document(text.encode(), "note.md"))
        assert len(found) == count
        times.append(_milliseconds(start, count))
    return statistics.median(times)


def _milliseconds(start: float, count: int) -> float:
    return (time.perf_counter() - start) * 1000 / count


if __name__ == "__main__":
    for line in growth_rows(growth()):
        print(line)
