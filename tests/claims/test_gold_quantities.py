"""What texts in six languages hold, line by line: kind, value, unit, written step and place.

A line reads `text => quantity; quantity`; a quantity reads `kind [comparator] value[..value][/of]
unit ±step “where it stands”`, its unit `-` where none is told. Written by hand for this project.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.quantities import chinese, european, find_quantities, japanese
from claims.values import Comparator, Quantity

FILES = sorted((Path(__file__).parent / "quantities").glob("*.txt"))


@pytest.fixture(autouse=True)
def _built_anew() -> None:
    """A grammar that was built before a change to its builder would hide it."""
    for built in (european.translator, japanese.translator, chinese._unspaced):
        built.cache_clear()


def described(quantity: Quantity) -> str:
    bound = "" if quantity.comparator is Comparator.EQUAL else f"{quantity.comparator.value} "
    value = f"{quantity.low:.10g}"
    if quantity.high != quantity.low:
        value += f"..{quantity.high:.10g}"
    if quantity.denominator is not None:
        value += f"/{quantity.denominator:.10g}"
    return (
        f"{quantity.kind.value} {bound}{value} {quantity.unit or '-'}"
        f" ±{quantity.step:.10g} “{quantity.text}”"
    )


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_texts_hold_these_quantities(file: Path) -> None:
    lines = file.read_text("utf-8").splitlines()
    texts = [line.split(" => ")[0] for line in lines]
    found = [find_quantities(text, file.stem) for text in texts]
    read = [
        f"{text} => {'; '.join(map(described, here)) or 'nothing'}"
        for text, here in zip(texts, found, strict=True)
    ]
    assert [*read] == [*lines]
    for text, here in zip(texts, found, strict=True):
        assert all(text[one.start : one.end] == one.text for one in here)


def test_each_grammar_has_lines() -> None:
    assert {file.stem for file in FILES} == {"de", "en", "es", "fr", "ja", "zh-Hans", "zh-Hant"}
