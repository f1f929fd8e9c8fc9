"""`citewatch verify`: claims and texts in, verdicts out, a line at a time."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TextIO

from claims.errors import BadUsage, UnreadableDocument
from claims.json_text import json_value
from claims.verification import verify
from pipeline.exits import COULD_NOT_RUN
from pipeline.inputs import STDIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claims.tiers import Tiers

_MOST_EVIDENCE = 1000


def verify_lines(file: str, out: TextIO, complain: Callable[[str], None], tiers: Tiers) -> int:
    """Judge every line of a JSON Lines file; returns the exit code.

    Lines are read and written one by one, so any number of them takes the same memory. A line
    that is no item gets one sentence and the others go on. Raises BadUsage for a file that
    cannot be read.
    """
    has_failed = False
    with _opened(file) as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                result = _judged(line, tiers)
            except UnreadableDocument as error:
                has_failed = True
                complain(f"{file}: line {number} {error}")
                continue
            out.write(json.dumps(result, ensure_ascii=False) + "\n")
    return COULD_NOT_RUN if has_failed else 0


@contextmanager
def _opened(file: str) -> Iterator[IO[bytes]]:
    if file == STDIN:
        yield sys.stdin.buffer
        return
    try:
        with Path(file).open("rb") as lines:
            yield lines
    except OSError as error:
        raise BadUsage(f"{file}: cannot be read ({error.strerror})") from error


def _judged(line: bytes, tiers: Tiers) -> dict[str, Any]:
    item = _item(line)
    verified = verify(item["claim"], item["source_text"], item.get("lang") or "", tiers)
    judgement = verified.judgement
    return {
        "id": item.get("id"),
        "verdict": judgement.verdict.value,
        "score": judgement.score,
        "evidence_text": _shortened(verified.passages),
        "reason": judgement.reason,
    }


def _shortened(passages: Sequence[str]) -> str:
    """As many whole passages as there is room for; of a first one that is too long, its start."""
    kept = ""
    for passage in passages:
        if len(kept) + len(passage) < _MOST_EVIDENCE:
            kept += f"\n{passage}" if kept else passage
    return kept or "".join(passages[:1])[:_MOST_EVIDENCE]


def _item(line: bytes) -> dict[str, Any]:
    try:
        item = json_value(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableDocument(f"is no JSON ({error})") from error
    if not isinstance(item, dict):
        raise UnreadableDocument("is no JSON object")
    if not isinstance(item.get("claim"), str):
        raise UnreadableDocument('has no "claim" string')
    text = item.get("source_text")
    is_list = isinstance(text, list) and all(isinstance(one, str) for one in text)
    if not (isinstance(text, str) or is_list):
        raise UnreadableDocument('has no "source_text" string or list of strings')
    if not isinstance(item.get("lang", ""), str | None):
        raise UnreadableDocument('has a "lang" that is no string')
    return item
