"""What fuzzing has found stays mended; and each target is fed a little by every run of tests."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from tests.fuzz.targets import SLOW_SECONDS, TARGETS, feed, seeds_of

FOUND = sorted((Path(__file__).parent / "findings").glob("*/*"))
ROUNDS = 30


@pytest.mark.parametrize("file", FOUND, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_what_was_found_is_mended(file: Path) -> None:
    began = time.monotonic()
    feed(file.parent.name, file.read_bytes())
    assert time.monotonic() - began < SLOW_SECONDS


@pytest.mark.parametrize("name", TARGETS)
def test_what_is_broken_is_read_or_refused(name: str) -> None:
    chance = random.Random(name)
    seeds = seeds_of(name)
    for seed in seeds:
        feed(name, seed)
    for _ in range(ROUNDS):
        feed(name, broken(chance.choice(seeds), chance))


def broken(data: bytes, chance: random.Random) -> bytes:
    """The same with some bytes changed, doubled, dropped or moved."""
    mutable = bytearray(data[:5_000])
    for _ in range(chance.randint(1, 12)):
        at = chance.randint(0, len(mutable))
        match chance.randint(0, 3):
            case 0:
                mutable[at:at] = bytes(chance.choices(range(256), k=chance.randint(1, 8)))
            case 1:
                del mutable[at : at + chance.randint(1, 40)]
            case 2:
                mutable[at:at] = mutable[at : at + chance.randint(1, 200)] * chance.randint(1, 9)
            case _:
                to = chance.randint(0, len(mutable))
                mutable[at:at] = mutable[to : to + chance.randint(1, 60)]
    return bytes(mutable)
