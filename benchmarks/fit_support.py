"""Fits the weights of `claims/support.py` and says how well they do on what they have not seen.

    python benchmarks/fit_support.py FILE.jsonl... [--write]

Each file holds one item a line: {id, claim, source_text, lang?, label, pair?}. Files, and the two
answers within each, weigh the same. Items that belong together (the same `pair`, or copies of one
claim) are kept in one fold. Needs scikit-learn (`pip install '.[bench]'`).
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import balanced_accuracy_score, roc_auc_score

from claims.extraction import stated_claim
from claims.facts import match_quantities
from claims.languages import language_of
from claims.passages import PageIndex
from claims.support import features
from claims.values import Page

FOLDS = 5
SUPPORTED = 0.5
STRENGTH = 0.3
WEIGHTS = Path(__file__).parent.parent / "claims" / "weights.json"


def counted(item: dict[str, Any]) -> dict[str, float]:
    """The features of one item."""
    source = item["source_text"]
    text = source if isinstance(source, str) else "\n".join(source)
    index = PageIndex(Page("", language_of(text), "", text, ((0, len(text)),), ()))
    claim = stated_claim(item["claim"], item.get("lang") or "")
    retrieval = index.retrieve(claim.plain, claim.language)
    matches = match_quantities(claim, (*retrieval.chosen, *retrieval.others), index)
    return features(claim, retrieval, matches, index)


def main(arguments: list[str]) -> None:
    """Fit, report by cross-validation, and with --write store the weights of all items."""
    rows, labels, origins, folds = [], [], [], []
    for path in (Path(one) for one in arguments if one != "--write"):
        for line in path.read_text("utf-8").splitlines():
            item = json.loads(line)
            rows.append(counted(item))
            labels.append(item["label"] == "supported")
            origins.append(path.stem)
            together = f"{path.stem} {item.get('pair') or item['id'].removeprefix('ns-')[2:]}"
            folds.append(int(hashlib.sha256(together.encode()).hexdigest(), 16) % FOLDS)
    names = list(rows[0])
    x = np.array([[row[name] for name in names] for row in rows])
    y, of, fold = np.array(labels), np.array(origins), np.array(folds)
    likely = np.zeros(len(y))
    for number in range(FOLDS):
        kept = fold != number
        mean, deviation, model = fitted(x[kept], y[kept], of[kept])
        likely[~kept] = model.predict_proba((x[~kept] - mean) / deviation)[:, 1]
    measured = {}
    for origin in dict.fromkeys(origins):
        here = of == origin
        measured[origin] = round(
            float(balanced_accuracy_score(y[here], likely[here] > SUPPORTED)), 3
        )
        area = roc_auc_score(y[here], likely[here])
        print(
            f"{origin}: balanced accuracy {measured[origin]:.3f}, AUROC {area:.3f}, {FOLDS} folds"
        )
    if "--write" in arguments:
        mean, deviation, model = fitted(x, y, of)
        stored = json.loads(WEIGHTS.read_text("utf-8"))
        stored["support"] = {
            "provenance": "Logistic regression by benchmarks/fit_support.py; balanced accuracy of"
            f" words alone, cross-validated in {FOLDS} folds: "
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
        WEIGHTS.write_text(json.dumps(stored, indent=2) + "\n", "utf-8")


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
