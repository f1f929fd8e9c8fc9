"""The pictures of the documentation, as SVG: `docs/_static/*.svg`, from what was just measured."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
from verdicts import OURS  # beside this file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from growth import Growth
    from verdicts import Judged

FOLDER = Path(__file__).parent.parent / "docs" / "_static"
# Legible on white and on the dark page alike.
_INK = "#808080"
_COLOURS = ("#2b7fd4", "#d9822b", "#8a6fc9", "#3f9e5a")
_SIZE = (6.4, 3.4)
# Of the first few claims the share of false ones jumps about.
_LEAST_POINTS = 10


def _figure() -> tuple[Any, Any]:
    mpl.use("svg")
    mpl.rcParams.update(
        {
            "svg.fonttype": "none",
            "svg.hashsalt": "citewatch",
            "font.family": "sans-serif",
            "text.color": _INK,
            "axes.labelcolor": _INK,
            "axes.edgecolor": _INK,
            "xtick.color": _INK,
            "ytick.color": _INK,
            "axes.spines.top": False,
            "axes.spines.right": False,
        }
    )
    from matplotlib import pyplot as plt  # noqa: PLC0415  # only with the backend above

    return plt.subplots(figsize=_SIZE, layout="constrained")


def _save(figure: Any, name: str) -> None:
    FOLDER.mkdir(exist_ok=True)
    # Without a date the same figures give the same file.
    figure.savefig(FOLDER / name, transparent=True, metadata={"Date": None})


def plot_growth(measured: Growth) -> None:
    """Milliseconds a claim by the sentences of its page, both axes by powers of ten."""
    figure, axes = _figure()
    for number, (name, by_size) in enumerate(
        {
            "citewatch, a verdict": measured.judged,
            "token_set_ratio, a score": measured.liked,
        }.items()
    ):
        axes.plot(list(by_size), list(by_size.values()), "o-", color=_COLOURS[number], label=name)
    axes.set(
        xscale="log", yscale="log", xlabel="sentences on the page", ylabel="milliseconds a claim"
    )
    axes.legend(frameon=False)
    _save(figure, "growth.svg")


def plot_risk(is_true: Sequence[bool], by_name: dict[str, Judged]) -> None:
    """Of what passes, how much is false, by how much of all passes."""
    figure, axes = _figure()
    for number, (name, one) in enumerate(by_name.items()):
        order = sorted(
            (n for n in range(len(is_true)) if name != OURS or one.passed[n]),
            key=lambda n: -one.scores[n],
        )
        false, points = 0, []
        for count, place in enumerate(order, start=1):
            false += not is_true[place]
            if count >= _LEAST_POINTS:
                points.append((100 * count / len(is_true), 100 * false / count))
        coverage, risk = zip(*points, strict=True)
        axes.plot(coverage, risk, color=_COLOURS[number], label=name)
    axes.set(
        xlabel="claims that pass, %", ylabel="false among these, %", xlim=(0, 100), ylim=(0, 70)
    )
    axes.legend(frameon=False)
    _save(figure, "risk.svg")


def plot_links(rates: dict[str, tuple[float, ...]]) -> None:
    """Links a second of each checker, by the server's delay of 0 and of 50 ms."""
    figure, axes = _figure()
    names = list(rates)
    for number, delay in enumerate(("server at once", "server after 50 ms")):
        places = [row + (0.2 if number else -0.2) for row in range(len(names))]
        axes.barh(
            places, [rates[name][number] for name in names], 0.36,
            color=_COLOURS[number], label=delay,
        )  # fmt: skip
    axes.set_yticks(range(len(names)), names)
    axes.invert_yaxis()
    axes.set(xscale="log", xlabel="links a second, limits lifted")
    axes.legend(frameon=False)
    _save(figure, "links.svg")
