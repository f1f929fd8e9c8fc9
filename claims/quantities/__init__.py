"""Numbers in a text as typed quantities: one grammar for each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.languages import is_chinese
from claims.quantities.chinese import find_chinese
from claims.quantities.english import find_english

if TYPE_CHECKING:
    from claims.values import Quantity


def find_quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """The quantities of a text in the order of their places.

    A language without a grammar of its own is read by the English one, which knows digits,
    percent signs and currency signs whatever the words around them.
    """
    if is_chinese(language):
        return find_chinese(text, language)
    return find_english(text)
