"""JSON of others as text: halves of surrogate pairs are none."""

from __future__ import annotations

import pytest

from claims.json_text import json_value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            r'{"a": ["5 \ud800 %", {"\udfff": 1.5}], "b": null}',
            {"a": ["5 � %", {"�": 1.5}], "b": None},
        ),
        (rb'["\uD83D\uDE00", "\ude00\ud83d"]', ["😀", "��"]),
        (b'["\xed\xa0\x80", true]', ["�", True]),
        (r'["\\ud800"]', [r"\ud800"]),
        ('"\ud800"', "�"),
        ("5", 5),
    ],
)
def test_halves_of_pairs_are_replaced(text: str | bytes, value: object) -> None:
    assert json_value(text) == value


@pytest.mark.parametrize(("text", "error"), [("{", ValueError), ("[" * 10**5, RecursionError)])
def test_what_is_no_json(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        json_value(text)
