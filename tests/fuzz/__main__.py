"""Fuzz a target for some seconds, guided by coverage (Atheris); what is found is kept as a file.

`python -m tests.fuzz all 300` gives every target five minutes.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path


def main(arguments: list[str]) -> int:
    """Run one target here, or all of them as processes, one after the other."""
    name, seconds = arguments
    if name == "all":
        from tests.fuzz.targets import TARGETS  # only here: for Atheris it has to come later

        codes = {
            one: subprocess.run(
                [sys.executable, "-m", "tests.fuzz", one, seconds], check=False
            ).returncode
            for one in TARGETS
        }
        for one, code in codes.items():
            print(f"{one}: {'ok' if code == 0 else f'exit code {code}'}")
        return int(any(codes.values()))
    return fuzz(name, int(seconds))


def fuzz(name: str, seconds: int) -> int:
    """Feed a target until the time is over or it crashes."""
    import atheris

    with atheris.instrument_imports(include=["claims", "spiders", "pipeline"]):
        from tests.fuzz.targets import SLOW_SECONDS, feed, seeds_of

    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(seeds_of(name)):
            (Path(folder) / f"{number}").write_bytes(seed)
        findings = Path(__file__).parent / "findings" / name
        findings.mkdir(parents=True, exist_ok=True)
        atheris.Setup(
            [
                "fuzz",
                f"-max_total_time={seconds}",
                f"-timeout={SLOW_SECONDS:g}",
                "-rss_limit_mb=3000",
                "-max_len=30000",
                f"-artifact_prefix={findings}/",
                "-print_final_stats=1",
                folder,
            ],
            lambda data: feed(name, data),
        )
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
