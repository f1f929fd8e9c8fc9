"""Peers that go by likeness alone: `likeness.py METHOD < cases.json`, by the Python of the peers.

Reads {"pages": {name: [sentence, ...]}, "claims": [[name, claim], ...]} and prints, as JSON, the
score of each claim's best sentence and the seconds that took.
"""

from __future__ import annotations

import json
import re
import sys
import time
from typing import TYPE_CHECKING

from rank_bm25 import BM25Okapi
from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+|[\u3400-\u9fff]")


def token_set(pages: dict[str, list[str]], claims: Sequence[tuple[str, str]]) -> list[float]:
    """The greatest token set ratio of a claim with a sentence."""
    return [max(fuzz.token_set_ratio(claim, one) for one in pages[name]) for name, claim in claims]


def bm25(pages: dict[str, list[str]], claims: Sequence[tuple[str, str]]) -> list[float]:
    """The greatest BM25 score by the claim's length, or one threshold would not do for all."""
    indexes = {name: BM25Okapi([_words(one) for one in texts]) for name, texts in pages.items()}
    return [
        float(max(indexes[name].get_scores(_words(claim)))) / len(_words(claim))
        for name, claim in claims
    ]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


if __name__ == "__main__":
    cases = json.load(sys.stdin)
    start = time.perf_counter()
    scores = {"token_set": token_set, "bm25": bm25}[sys.argv[1]](cases["pages"], cases["claims"])
    json.dump({"scores": scores, "seconds": time.perf_counter() - start}, sys.stdout)
