"""How wide a text is in a terminal, where Chinese characters take two columns."""

from __future__ import annotations

import unicodedata

_ELLIPSIS = "…"


def display_width(text: str) -> int:
    """Return the columns that a text takes in a terminal with a fixed-width font."""
    return sum(map(_width, text))


def shorten(text: str, columns: int) -> str:
    """Cut a text to so many columns, with an ellipsis where something was cut."""
    if display_width(text) <= columns:
        return text
    room = columns - display_width(_ELLIPSIS)
    for position, character in enumerate(text):
        room -= _width(character)
        if room < 0:
            return text[:position].rstrip() + _ELLIPSIS
    return text


def pad(text: str, columns: int) -> str:
    """Fill a text with spaces to so many columns."""
    return text + " " * (columns - display_width(text))


def _width(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Me", "Mn"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"F", "W"} else 1
