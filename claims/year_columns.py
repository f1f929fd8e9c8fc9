"""Columns of tables that say of which year each row is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.values import Cell

_HEADER = re.compile(
    r"\W*(?:(?:(?:fiscal|financial|calendar|reporting|survey|accounting|business|school|academic)"
    r"\s+)?years?|fy|season|period|date|time|census|survey|wave|election|edition|(?:geschäfts|kalender|berichts)?jahr|zeitraum"
    r"|ann[ée]es?|exercice|años?|ejercicio|per[ií]odo|年|年份|年度|年次|年月|時間|时间|期間|期间|普查|[調调]查|[選选][舉举])\W*",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"\W*(?:FY\s?)?(?:(?:1[5-9]|20)\d\d(?:\s?[-/\u2013]\s?\d{2,4})?|民[國国]\s?\d{2,3}|1[0-3]\d(?=年))"
    r"\s?(?:年度?)?\W*"
)


def year_cell(cells: Iterable[Cell], text: str) -> Cell | None:
    """The cell of a row over `text` that stands in a column of years, and names one."""
    for cell in cells:
        if _HEADER.fullmatch(cell.header) and _YEAR.fullmatch(text[cell.start : cell.end]):
            return cell
    return None
