"""Numbers in a text as typed quantities: one grammar for each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.quantities import european, japanese
from claims.quantities.chinese import find_chinese
from claims.quantities.compounds import with_compounds
from claims.quantities.english import find_english

if TYPE_CHECKING:
    from claims.values import Quantity


def find_quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """The quantities of a text in the order of their places.

    A language that is not known is read by the English grammar, which knows digits, percent signs
    and currency signs whatever the words around them.
    """
    return with_compounds(text, _read(text, language))


def _read(text: str, language: str) -> tuple[Quantity, ...]:
    match language.split("-", maxsplit=1)[0]:
        case "zh":
            return find_chinese(text, language)
        case "ja":
            return japanese.translator().find(text)
        case "de" | "fr" | "es" as european_language:
            return european.translator(european_language).find(text)
        case _:
            return find_english(text)
