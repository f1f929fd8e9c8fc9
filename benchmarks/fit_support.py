"""Fits the weights of `claims/support.py` and says how well they do on what they have not seen.

    python benchmarks/fit_support.py FILE.jsonl... [--semantic] [--write]

Each file holds one item a line: {id, claim, source_text, lang?, label, pair?}. Two questions are
fitted: whether the passages bear the claim out, on all items, and whether they are about its matter
at all, on those files that tell "not supported" from "contradicted" or "partial". Files, and the
two answers within each, weigh the same. Items that belong together (the same `pair`, or copies of
one claim) are kept in one fold. With --semantic the weights for runs with the encoder are fitted.
Needs scikit-learn (`pip install '.[bench]'`).
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import balanced_accuracy_score, roc_auc_score

from claims.extraction import stated_claim
from claims.grounds import grounds_of
from claims.languages import language_of
from claims.passages import PageIndex
from claims.short_texts import language_beside
from claims.values import Page
from pipeline.models.encoder import SentenceEncoder

if TYPE_CHECKING:
    from claims.tiers import Encoder

FOLDS = 5
# "ns-o-X" and "ns-r-X" are copies of the item X.
_COPY = re.compile(r"^ns-\w-")
YES = 0.5
STRENGTH = 0.06
LABELS_THAT_TELL = 3
SUPPORT = (
    "share_of_terms share_of_terms_squared coverage coverage_of_next likeness likeness_together"
    " pairs pairs_by_size longest_run has_digits has_names lacks_names across_languages"
    " rarest_missing has_numbers numbers_agree all_numbers_agree number_differs number_share"
    " has_times time_differs time_missing"
).split()
# What says whether passages are about a claim's matter: its words, whatever its numbers.
ABOUT = (
    "share_of_terms share_of_terms_squared share_in_best coverage coverage_of_next likeness pairs"
    " longest_run claim_size page_size has_digits has_names names_shared across_languages"
    " rarest_missing"
).split()
WEIGHTS = Path(__file__).parent.parent / "claims" / "weights.json"


def counted(item: dict[str, Any], encoder: Encoder | None) -> dict[str, float]:
    """The features of one item."""
    source = item["source_text"]
    text = source if isinstance(source, str) else "\n".join(source)
    claim = stated_claim(item["claim"], item.get("lang") or "")
    language = language_beside(language_of(text), text, claim.language)
    index = PageIndex(Page("", language, "", text, ((0, len(text)),), ()), encoder)
    return dict(grounds_of(claim, index).counted)


def main(arguments: list[str]) -> None:
    """Fit, report by cross-validation, and with --write store the weights of all items."""
    items, rows, origins, folds = [], [], [], []
    encoder = SentenceEncoder() if "--semantic" in arguments else None
    added, suffix = (["meaning"], "_by_meaning") if encoder else ([], "")
    for path in (Path(one) for one in arguments if not one.startswith("--")):
        for line in path.read_text("utf-8").splitlines():
            item = json.loads(line)
            items.append(item)
            rows.append(counted(item, encoder))
            origins.append(path.stem)
            together = item.get("pair") or _COPY.sub("", item["id"])
            folds.append(int(hashlib.sha256(together.encode()).hexdigest(), 16) % FOLDS)
    of, fold = np.array(origins), np.array(folds)
    labels = np.array([item["label"] for item in items])
    telling = {one for one in origins if len(set(labels[of == one])) >= LABELS_THAT_TELL}
    everything = np.ones(len(items), bool)
    stored = json.loads(WEIGHTS.read_text("utf-8"))
    for question, names, answers, kept in (
        ("support", [*SUPPORT, *added], labels == "supported", everything),
        ("about", [*ABOUT, *added], labels != "not_supported", np.isin(of, list(telling))),
    ):
        x = np.array([[row[name] for name in names] for row in rows])[kept]
        measured = cross_validated(question + suffix, x, answers[kept], of[kept], fold[kept])
        mean, deviation, model = fitted(x, answers[kept], of[kept])
        stored[question + suffix] = {
            "provenance": "Logistic regression by benchmarks/fit_support.py; balanced accuracy of"
            f" this number alone, cross-validated in {FOLDS} folds: "
            + ", ".join(f"{origin} {value:.3f}" for origin, value in measured.items()),
            "intercept": round(float(model.intercept_[0]), 4),
            "features": {
                name: {
                    "weight": round(float(weight), 4),
                    "mean": round(float(mean[n]), 4),
                    "deviation": round(float(deviation[n]), 4),
                }
                for n, (name, weight) in enumerate(zip(names, model.coef_[0], strict=True))
            },
        }
    if "--write" in arguments:
        WEIGHTS.write_text(json.dumps(stored, indent=2) + "\n", "utf-8")


def cross_validated(question: str, x: Any, y: Any, of: Any, fold: Any) -> dict[str, float]:
    """Balanced accuracy on each file, every item judged by a model that has not seen it."""
    likely = np.zeros(len(y))
    for number in range(FOLDS):
        kept = fold != number
        mean, deviation, model = fitted(x[kept], y[kept], of[kept])
        likely[~kept] = model.predict_proba((x[~kept] - mean) / deviation)[:, 1]
    measured = {}
    for origin in dict.fromkeys(of):
        here = of == origin
        measured[str(origin)] = float(balanced_accuracy_score(y[here], likely[here] > YES))
        area = roc_auc_score(y[here], likely[here])
        print(
            f"{question} {origin}: balanced accuracy {measured[origin]:.3f}, AUROC {area:.3f},"
            f" {FOLDS} folds"
        )
    return measured


def fitted(x: Any, y: Any, of: Any) -> tuple[Any, Any, LogisticRegression]:
    """Mean and deviation of each feature, and the model fitted to them."""
    mean, deviation = x.mean(axis=0), x.std(axis=0)
    deviation[deviation == 0] = 1.0
    weights = np.ones(len(y))
    for origin in set(of):
        for answer in (True, False):
            those = (of == origin) & (y == answer)
            weights[those] = 1.0 / max(int(those.sum()), 1)
    model = LogisticRegression(C=STRENGTH, max_iter=5000)
    model.fit((x - mean) / deviation, y, sample_weight=weights / weights.mean())
    return mean, deviation, model


if __name__ == "__main__":
    main(sys.argv[1:])
