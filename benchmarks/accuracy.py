"""How often verdicts are right on labelled data, with 95% intervals: `accuracy.py FILE.jsonl...`.

A line is an item: `{id, claim, source_text, label}`, where the label is supported, partial,
contradicted or not_supported. Such data is not part of the project. Items that share a `pair` are
drawn together by the bootstrap. The floor is what whoever passes nothing gets.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.tiers import NO_MORE
from pipeline.verifying import verify_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

DRAWS = 2_000
_SUPPORTED = "supported"
_AS_LABELLED = {"not_found": "not_supported", "unverifiable": "not_supported"}

# An item's label, what was found, and what it is drawn with.
Row = tuple[str, str, str]


def rows_of(file: Path) -> list[Row]:
    """Judge every item of a file."""
    items = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out:
        verify_lines(str(file), out, lambda message: print(message, file=sys.stderr), NO_MORE)
        out.seek(0)
        found: dict[str, str] = {}
        for line in out:
            told: dict[str, Any] = json.loads(line)
            found[told["id"]] = _AS_LABELLED.get(told["verdict"], told["verdict"])
    return [(one["label"], found[one["id"]], str(one.get("pair", one["id"]))) for one in items]


def balanced_accuracy(rows: Sequence[Row]) -> float:
    """Of the supported and of the others, the mean of the shares told right."""
    return statistics.fmean(
        sum((found == _SUPPORTED) is wanted for label, found, _ in rows if is_of(label, wanted))
        / max(1, sum(is_of(label, wanted) for label, _, _ in rows))
        for wanted in (True, False)
    )


def is_of(label: str, wanted: bool) -> bool:  # noqa: FBT001  # a filter
    """Whether a label is the supported one, or is not."""
    return (label == _SUPPORTED) is wanted


def precision(rows: Sequence[Row]) -> float:
    """Of what was called supported, the share that is."""
    passed = [label for label, found, _ in rows if found == _SUPPORTED]
    return sum(label == _SUPPORTED for label in passed) / len(passed) if passed else 1.0


def recall(rows: Sequence[Row]) -> float:
    """Of what is supported, the share that was called so."""
    true = [found for label, found, _ in rows if label == _SUPPORTED]
    return sum(found == _SUPPORTED for found in true) / len(true) if true else 1.0


def macro_f1(rows: Sequence[Row]) -> float:
    """The mean of F1 over the labels that there are."""
    scores = []
    for wanted in sorted({label for label, _, _ in rows}):
        hits = sum(label == found == wanted for label, found, _ in rows)
        off = sum((label == wanted) != (found == wanted) for label, found, _ in rows)
        scores.append(2 * hits / (2 * hits + off) if hits or off else 0.0)
    return statistics.fmean(scores)


MEASURES: dict[str, Callable[[Sequence[Row]], float]] = {
    "balanced accuracy": balanced_accuracy,
    "precision of supported": precision,
    "recall of supported": recall,
    "macro-F1": macro_f1,
}


def interval(rows: Sequence[Row], measure: Callable[[Sequence[Row]], float]) -> tuple[float, float]:
    """The middle 95% over data sets drawn from this one with replacement."""
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[2]].append(row)
    drawn, chance = list(groups.values()), random.Random(7)  # noqa: S311  # no secret
    values = sorted(
        measure([row for group in chance.choices(drawn, k=len(drawn)) for row in group])
        for _ in range(DRAWS)
    )
    return values[int(DRAWS * 0.025)], values[int(DRAWS * 0.975)]


def main(arguments: list[str]) -> None:
    """Print the table."""
    print(f"| data | items | {' | '.join(MEASURES)} | floor: balanced accuracy, macro-F1 |")
    print(f"|---|---|{'---|' * len(MEASURES)}---|")
    for name in arguments:
        rows = rows_of(Path(name))
        cells = []
        for measure in MEASURES.values():
            low, high = interval(rows, measure)
            cells.append(f"{measure(rows):.3f} ({low:.3f} to {high:.3f})")
        floor = [(label, "not_supported", group) for label, _, group in rows]
        cells.append(f"{balanced_accuracy(floor):.3f}, {macro_f1(floor):.3f}")
        print(f"| {Path(name).stem} | {len(rows)} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
