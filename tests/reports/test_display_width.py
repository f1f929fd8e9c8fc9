from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.display_width import display_width, pad, shorten


@pytest.mark.parametrize(
    ("text", "columns"),
    [("tides", 5), ("潮汐", 4), ("ｔｉｄｅ", 8), ("e\u0301", 1), ("a\u200db", 2), ("", 0)],
)
def test_width_is_in_columns(text: str, columns: int) -> None:
    assert display_width(text) == columns


@pytest.mark.parametrize(
    ("text", "columns", "shortened"),
    [
        ("tides turn", 10, "tides turn"),
        ("tides turn", 9, "tides tu…"),
        ("tides turn", 7, "tides…"),
        ("潮汐漲落", 6, "潮汐…"),
        ("潮汐漲落", 5, "潮汐…"),
    ],
)
def test_cut_text_ends_in_an_ellipsis(text: str, columns: int, shortened: str) -> None:
    assert shorten(text, columns) == shortened


@given(st.text(), st.integers(1, 40))
def test_shortened_text_fits(text: str, columns: int) -> None:
    assert display_width(shorten(text, columns)) <= columns


def test_padded_text_fills_its_columns() -> None:
    assert pad("潮汐", 6) == "潮汐  "
