"""Scores extracted claims against a document's gold: what was found, and tied to which URLs."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz

from claims.cited_places import cited_urls
from claims.documents import companions_of, read_document
from claims.extraction import find_claims
from claims.verdicts import candidates_to_show

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

# Of the same claim in other words: brackets and marks that the one has and the other has not.
_SAME = 85.0


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one document; gold claims without a partner and the reverse are told in words."""

    found: int
    gold: int
    extracted: int
    tied: int
    urls_found: int
    urls: int
    forbidden: tuple[str, ...]
    missed: tuple[str, ...]
    invented: tuple[str, ...]
    mistied: tuple[str, ...]


def score(path: Path) -> Score:
    """Read a document, find its claims and hold them against `<name>.gold.json` beside it."""
    gold = json.loads(gold_of(path).read_text("utf-8"))
    data = path.read_bytes()
    companions = {
        file.name: file.read_bytes()
        for pattern in companions_of(data, str(path))
        for file in sorted(path.parent.glob(pattern))
    }
    document = read_document(data, str(path), None, companions)
    claims = [
        (claim.plain, [citation.url for citation in candidates_to_show(claim).citations])
        for claim in find_claims(document)
    ]
    cited = {*cited_urls(document), *(url for _, urls in claims for url in urls)}
    pairs = _pairs([one["text"] for one in gold["claims"]], [text for text, _ in claims])
    ties = {
        number: _is_tied(gold["claims"][number]["urls"], claims[partner][1], gold["urls"])
        for number, partner in pairs.items()
    }
    return Score(
        found=len(pairs),
        gold=len(gold["claims"]),
        extracted=len(claims),
        tied=sum(ties.values()),
        urls_found=sum(url in cited for url in gold["urls"]),
        urls=len(gold["urls"]),
        forbidden=tuple(url for url in gold["forbidden_urls"] if url in cited),
        missed=tuple(
            one["text"] for number, one in enumerate(gold["claims"]) if number not in pairs
        ),
        invented=tuple(
            text for number, (text, _) in enumerate(claims) if number not in pairs.values()
        ),
        mistied=tuple(
            f"{claims[pairs[number]]} for {gold['claims'][number]['urls']}"
            for number, is_tied in ties.items()
            if not is_tied
        ),
    )


def gold_of(path: Path) -> Path:
    """Where a document's gold stands."""
    beside = path.with_name(f"{path.name}.gold.json")
    return beside if beside.exists() else path.with_name(f"{path.stem}.gold.json")


def _is_tied(gold: Any, urls: Sequence[str], listed: Sequence[str]) -> bool:
    if gold == "listed":
        return bool(urls) and set(urls) <= set(listed)
    return set(urls) == set(gold)


def _pairs(gold: Sequence[str], found: Sequence[str]) -> dict[int, int]:
    """Each gold claim's number with that of its partner, the likest pairs first."""
    wanted, given = list(map(_words, gold)), list(map(_words, found))
    likeness = sorted(
        (
            (fuzz.ratio(one, other), number, partner)
            for number, one in enumerate(wanted)
            for partner, other in enumerate(given)
        ),
        key=lambda each: (-each[0], each[1], each[2]),
    )
    pairs: dict[int, int] = {}
    for likely, number, partner in likeness:
        if likely >= _SAME and number not in pairs and partner not in pairs.values():
            pairs[number] = partner
    return pairs


def _words(text: str) -> str:
    normal = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.sub(r"[^\w%$€£]+", " ", normal).split())
