"""Changes the grammars and the judge in thousands of small ways, and counts what no test notices.

    python benchmarks/mutation.py [quantities | judge] [--sample N] [--survivors]

Works on a copy of the files that git knows. Prints for each module how many mutants the tests
killed and how many survived; `--survivors` shows each of these as a diff. With `--sample` only so
many are tried, drawn evenly with a fixed seed. Needs mutmut (`pip install '.[mutation]'`). Some
hours for all.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
SEED = 20_261_127
_SURVIVED, _NO_TEST = 0, 33


@dataclass(frozen=True, slots=True)
class Part:
    """What is changed, and the tests that are to notice, the quickest first."""

    modules: tuple[str, ...]
    tests: tuple[str, ...]


_QUANTITIES = (
    "gold_quantities",
    "gold_comparisons",
    "quantities",
    "compare",
    "times",
    "derivations",
)
PARTS = {
    "quantities": Part(("claims/quantities/*.py",), _QUANTITIES),
    "judge": Part(
        (
            "claims/judge.py",
            "claims/grounds.py",
            "claims/objections.py",
            "claims/opposition.py",
            "claims/extent.py",
            "claims/plans.py",
            "claims/causes.py",
            "claims/crossings.py",
            "claims/roles.py",
            "claims/named_elsewhere.py",
            "claims/unsaid.py",
            "claims/unsaid_denials.py",
            "claims/orderings.py",
            "claims/rankings.py",
            "claims/parallels.py",
            "claims/rivals.py",
            "claims/reckoning.py",
            "claims/clock.py",
            "claims/han_roles.py",
            "claims/offices.py",
            "claims/other_times.py",
            "claims/rates.py",
            "claims/replaced.py",
            "claims/trends.py",
            "claims/whereabouts.py",
            "claims/year_columns.py",
            "claims/years_told.py",
        ),
        (
            "told_apart",
            "near_misses",
            "good_faith",
            "finer_points",
            "orderings",
            "rankings",
            "parallels",
            "opposition",
            "crossings",
            "extent",
            "reckoning",
            "verdict_pages",
            "true_and_false",
            "judge",
            "verdicts",
            "number_of_what",
            "quotations",
            "derivations",
            "clock",
            "offices",
            "rates",
            "replaced",
            "roles",
            "trends",
            "whereabouts",
            "named_elsewhere",
            "unsaid_denials",
            "slips",
            "times",
            "nearness",
            "other_languages",
            "one_slip",
            "unseen_pages",
        ),
    ),
}


def main(arguments: list[str]) -> None:
    """Run the parts that are named, or both."""
    names = [one for one in arguments if one in PARTS] or list(PARTS)
    print("| module | mutants | killed | survived | share |\n|---|---|---|---|---|")
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "citewatch"
            _copy_tree(copy)
            _mutate(copy, PARTS[name], _sample(arguments))
            survivors = _tell(copy)
            if "--survivors" in arguments:
                _show(copy, survivors)


def _copy_tree(copy: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607  # whichever git made the tree
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        target = copy / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)


def _sample(arguments: list[str]) -> int | None:
    if "--sample" not in arguments:
        return None
    return int(arguments[arguments.index("--sample") + 1])


def _mutate(copy: Path, part: Part, sample: int | None) -> None:
    tests = [f"tests/claims/test_{name}.py" for name in part.tests]
    rooms = ["spiders", "storage", "reports", "pipeline", "README.md"]
    with (copy / "pyproject.toml").open("a", encoding="utf-8") as config:
        config.write(
            "\n[tool.mutmut]\n"
            'source_paths = ["claims"]\n'
            f"only_mutate = {json.dumps(part.modules)}\n"
            f"also_copy = {json.dumps(rooms)}\n"
            f"pytest_add_cli_args_test_selection = {json.dumps(tests)}\n"
            'pytest_add_cli_args = ["-p", "no:cacheprovider", "-x"]\n'
        )
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", str(os.cpu_count() or 1)]
    names: list[str] = []
    if sample is not None:
        # Asked for a mutant that there is not, mutmut makes them all and tries none.
        subprocess.run(
            [*command, "none"], check=False, cwd=copy, env=environment, capture_output=True
        )
        every = sorted(name for file in _metas(copy) for name in _ends(file))
        if not every:
            sys.exit("mutmut has made no mutants; run it without --sample to see why")
        names = random.Random(SEED).sample(every, min(sample, len(every)))  # noqa: S311
    subprocess.run(
        [*command, *names], cwd=copy, env=environment, check=True, stdout=subprocess.DEVNULL
    )


def _tell(copy: Path) -> list[str]:
    """Print a line for each module and one for all; the names of the survivors."""
    survivors: list[str] = []
    total: Counter[str] = Counter()
    for file in _metas(copy):
        ends = {name: code for name, code in _ends(file).items() if code is not None}
        if not ends:
            continue
        lived = [name for name, code in ends.items() if code in {_SURVIVED, _NO_TEST}]
        counted = Counter(all=len(ends), survived=len(lived))
        total += counted
        survivors += lived
        module = file.relative_to(copy / "mutants").with_suffix("")
        print(_line(str(module), counted))
    print(_line("all", total))
    return survivors


def _show(copy: Path, survivors: list[str]) -> None:
    """Print what each survivor changed."""
    for name in survivors:
        command = [sys.executable, "-m", "mutmut", "show", name]
        shown = subprocess.run(command, cwd=copy, check=True, capture_output=True, text=True)
        print(shown.stdout, file=sys.stderr)


def _metas(copy: Path) -> list[Path]:
    return sorted((copy / "mutants" / "claims").rglob("*.meta"))


def _ends(file: Path) -> dict[str, int | None]:
    """The mutants of a module by name, each with how its tests ended; None where not tried."""
    ends: dict[str, int | None] = json.loads(file.read_text("utf-8"))["exit_code_by_key"]
    return ends


def _line(name: str, counted: Counter[str]) -> str:
    every, lived = counted["all"], counted["survived"]
    return f"| {name} | {every} | {every - lived} | {lived} | {lived / every:.1%} |"


if __name__ == "__main__":
    main(sys.argv[1:])
