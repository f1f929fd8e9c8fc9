"""The numbers and years of passages, each with the sentence or the cell that it is said in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.columns import MINUS, counted_in_cell
from claims.derivations import earlier_values, remainder
from claims.ellipsis import with_units_understood
from claims.quantities import find_quantities
from claims.quantities.compare import is_calendar
from claims.quantities.times import relative_years
from claims.values import Kind, Quantity
from claims.year_columns import year_cell
from claims.years_told import is_compared, nearest_year

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claims.passages import PageIndex, Passage, Unit
    from claims.values import Cell, TableRow

_SINCE = re.compile(
    r"(?P<first>\b(?:\w+est|most|least|first|worst|best|record\w*)\b[^.;]{0,40}?\s)?"
    r"\bsince\s+(?:\w+\s+){0,3}?(?:in\s+)?$",
    re.IGNORECASE,
)
_HAN_SINCE = re.compile(r"\s*以?[來来][^，。；,;]{0,6}?(?:首|第一|[頭头]一|最|新[高低])")
# "(MW)", "in %", "capacity, GW": what a table's numbers are measured in.
_UNIT_IN_HEADING = re.compile(
    r"[%％]|\bpercent\b|(?<=\bin )(?![A-Z][a-z])[^\W\d]{1,12}(?:-hours)?"
    r"|(?<=[(（])[^\W\d]{1,12}(?=[)）]|\s+(?:of|per)\s)"
    r"|(?<=, )[^\W\d]{1,12}(?=[)）]|$)"
)
# "In thousands", "thousands of units": what a table's counts are multiplied by.
_SCALE_IN_HEADING = re.compile(
    # "$40 billion" in the sentence above it scales no table.
    r"(?<!\d )\b(?:thousand|million|billion)s?\b"
    r"|(?<=[(（])(?:[百千]?[万萬]|[亿億千])(?![元圆圓美欧歐日港噸吨瓦])",
    re.IGNORECASE,
)
_MEASURE_IN_HEADING = re.compile(
    r"(?:\b(?:in|of)\s+|[(（,]\s*)(?P<measure>(?:thousand|million|billion)s?\s+(?:of\s+)?[^\W\d]+)",
    re.IGNORECASE,
)
# "Figures are in thousands.", 單位：億元: what all of a table is written in, said near it.
_SCALE_OF_TABLE = re.compile(
    r"\b(?P<scale>in\s+(?:thousand|million|billion)s(?:\s+of(?:\s+[a-z]+){1,3})?)(?=\s*(?:[.,;:)]|$))"
    r"|[單单]位\s*[:：為为]\s*(?P<unit>[^\W\d]{1,8})",
    re.IGNORECASE,
)
# "Revenue (NOK million)", "in € bn", "US$ m": what a column of money is written in.
_MONEY_IN_HEADING = re.compile(
    r"(?<![\w$€£¥])(?P<currency>(?:[A-Z]{1,2})?[$€£¥]|[A-Z]{3})\s?"
    r"(?P<scale>thousands?|millions?|billions?|mn|bn|m|k|000s?)?(?![\w])"
)
# 新台幣百萬元, 億元, (萬美元): what a column of money is written in.
_HAN_MONEY_IN_HEADING = re.compile(
    # 152億元 in the sentence above it scales no table.
    r"(?<![\d.,一二三四五六七八九兩两幾几數数])(?<!\d\s)(?P<scale>[十百千]?[万萬]|[十百千]?[亿億]|百[萬万]|千)"
    r"(?P<currency>[元圓圆]|[美日歐欧港英韓韩]元|英[鎊镑]|日[圓圆])"
)
_WRITTEN_SCALES = {
    "m": "million",
    "mn": "million",
    "bn": "billion",
    "k": "thousand",
    "000": "thousand",
}
# "Change on 2023", "vs 2023", 較2023年增減: what a column's numbers are compared with.
_COMPARED_WITH = re.compile(
    r"(?:\b(?:on|vs\.?|versus|against|over|than|compared\s+(?:with|to))\s+|[較较比]\s?)$",
    re.IGNORECASE,
)
_PAIR = 2
# Of how many columns a row may be the sum, of what, and in which its sum stands.
_MOST_PARTS = 6
_ADDED = {Kind.PHYSICAL, Kind.MONEY}
_TOTAL = re.compile(
    r"\b(?:total|all|sum|overall|average|mean|share|rate|per|price|rank)\b|[合總总]|平均|每|率",
    re.IGNORECASE,
)
_OF_ALL_YEARS = re.compile(
    r"\b(?:totals?|all|sum|overall|average|mean)\b|[合總总][計计]|平均", re.IGNORECASE
)
_SCALES = {
    "th": 1e3, "mi": 1e6, "bi": 1e9, "千": 1e3, "万": 1e4, "萬": 1e4, "百万": 1e6, "百萬": 1e6,
    "千万": 1e7, "千萬": 1e7, "亿": 1e8, "億": 1e8,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number or year of a passage that a claim's may be held against."""

    quantity: Quantity
    passage: Passage
    years: tuple[Quantity, ...]
    # What the quantity stands in: the sentence, or a cell with its header and the row's key.
    text: str
    # The years that another number of the sentence has, with which this one is compared.
    compared: tuple[Quantity, ...] = ()
    # That it is a share whose whole and part are said of two things, and stand beside it.
    is_parted: bool = False
    # The share of the words beside the claim's number that its passage has anywhere.
    share: float = 0.0
    # How many other numbers of the claim stand in the same unit.
    company: int = 0
    # Of a table's row, that the claim names it, that it is one that it asks for, or that it has no
    # word of its key.
    is_named: bool = False
    is_asked: bool = False
    # That the sentence does not give it but tells it by another: "nine fewer than in 2022".
    is_reckoned: bool = False
    is_of_nobody: bool = False
    # Of a table's cell, that a minus stands before it: "-2.5" is a fall; the header of its column
    # (of a sum those of all, a line each);
    # and that it is as written, though the table says that it is in thousands.
    is_below_zero: bool = False
    column: str = ""
    is_as_written: bool = False


def is_first_since(text: str, year: Quantity) -> bool:
    """Whether a year is that since which something is the most: it was not in that year."""
    since = _SINCE.search(text, 0, year.start)
    told = since is not None and since["first"] is not None
    return told or _HAN_SINCE.match(text, year.end) is not None


def key_of(candidate: Candidate) -> tuple[int, int, str]:
    """What tells one candidate from another: its unit, its place there, its context."""
    return candidate.passage.unit.start, candidate.quantity.start, candidate.text


def candidates_of(passage: Passage, index: PageIndex) -> Iterable[Candidate]:
    """The numbers and years of a sentence or a row, each with the years that it is said of."""
    row = passage.unit.row
    return _in_row(passage, row, index) if row else _in_sentence(passage, index)


def _in_sentence(passage: Passage, index: PageIndex) -> Iterator[Candidate]:
    unit, page = passage.unit, index.page
    quantities = index.quantities_in(unit)
    years = [quantity for quantity in quantities if quantity.kind is Kind.YEAR]
    times = [quantity for quantity in quantities if is_calendar(quantity)]
    told = relative_years(unit.text, times, index.year_told_of, index.page.published[:4])
    years += told
    years = [year for year in years if not is_first_since(unit.text, year)]
    several = len({year.low for year in years}) > 1
    understood = dict(with_units_understood(quantities, unit.text))
    for quantity in (*quantities, *told):
        own = [year for year in years if not is_compared(quantity, year, quantities, unit.text)]
        near = nearest_year(quantity, own, unit.text, page.language) if several else own
        if near and _SINCE.search(unit.text, 0, near[0].start):
            # "12 pounds since 2016" are so in that year, and in those that follow.
            later = [year for year in years if year.low >= near[0].low]
            near = later if len(later) > 1 else []
        compared = () if own else tuple(years)
        parts = _whole_and_part(quantity, page.language)
        with_unit = [understood[quantity]] if quantity in understood else []
        for one in (quantity, *with_unit, *parts):
            yield Candidate(
                one,
                passage,
                tuple(near),
                unit.text,
                compared,
                is_parted=one is quantity and bool(parts),
            )
    measured = [one for one in quantities if not is_calendar(one)]
    for earlier, year in earlier_values(unit.text, page.language, measured, years):
        yield Candidate(earlier, passage, (year,), unit.text, is_reckoned=True)
    if rest := remainder(unit.text, page.language, quantities):
        yield Candidate(rest, passage, tuple(years), unit.text, is_reckoned=True)


def _in_row(passage: Passage, row: TableRow, index: PageIndex) -> Iterator[Candidate]:
    unit, page = passage.unit, index.page
    key = index.keys[unit]
    when = year_cell(row.cells, page.text)
    key_years = _years_in(key, page.language)
    if when and not key_years:
        key_years = _years_in(page.text[when.start : when.end], page.language)
    of_row: list[tuple[Quantity, str]] = []
    of_years = _years_of_row(row.cells, page.language)
    # What is said of the whole table, as part of every heading.
    of_table = _scale_of_table(row.caption, index.around_table(unit))
    above = index.lead_in(unit)
    # One that names several units does not say which column has which.
    if len(_UNIT_IN_HEADING.findall(above)) + len(_SCALE_IN_HEADING.findall(above)) <= _PAIR:
        of_table = f"{above} {of_table}"
    # "£m | 2025 | 2024": what stands over the names goes for all.
    of_table = f"{row.caption} {row.cells[0].header} {of_table}"
    for cell in row.cells:
        text = page.text[cell.start : min(cell.end, unit.end)]
        heading = f"{cell.header} {of_table}"
        cell_years, compared = _years_of_column(cell.header, page.language)
        cell_years = cell_years or key_years
        if not (cell_years or compared) and _OF_ALL_YEARS.search(cell.header):
            compared = of_years
        is_below_zero = MINUS.match(text) is not None
        # A column's own unit goes before that of the caption.
        plain = list(_cell_quantities(text, cell.header, page.language))
        is_told = any(one.kind is not Kind.COUNT for one in plain)
        given = plain if is_told else list(_cell_quantities(text, heading, page.language))
        if any(one.kind is Kind.MONEY for one in given):
            # A caption's currency need not be that of the column of employees.
            given += [one for one in plain if one.kind is Kind.COUNT]
        read = find_quantities(text, page.language)
        given += [
            counted
            for one in read
            if cell is not row.cells[0]
            and (counted := counted_in_cell(one, text, cell.header)) is not one
        ]
        written = [
            one
            for one in read
            if one.kind is Kind.COUNT and all(one.value != other.value for other in given)
        ]
        for quantity in (*given, *written):
            shown = f"-{quantity.text.strip()}" if is_below_zero else quantity.text
            yield Candidate(
                replace(quantity, text=shown),
                passage,
                cell_years,
                f"{text} {cell.header} {key} {heading}",
                compared,
                is_below_zero=is_below_zero,
                column=cell.header,
                is_as_written=quantity in written,
            )
        for year in cell_years:
            yield Candidate(year, passage, (), text)
        of_row += [(one, cell.header) for one in given if not (cell_years or is_below_zero)]
    if total := _total_of(of_row):
        columns = "\n".join(header for _, header in of_row)
        yield Candidate(
            total, passage, key_years, f"{total.text} {key}", is_reckoned=True, column=columns
        )


def _scale_of_table(caption: str, around: Iterable[Unit]) -> str:
    """What all numbers of a table are written in, as a header would say it, or ""."""
    for text in (caption, *(unit.text for unit in around)):
        if told := _SCALE_OF_TABLE.search(text):
            return told["scale"] or f"({told['unit']})"
    return ""


def _total_of(cells: Sequence[tuple[Quantity, str]]) -> Quantity | None:
    """What the numbers of a row make together, if all are of one measure and none is the total."""
    numbers = [one for one, _ in cells]
    if not _PAIR <= len(numbers) <= _MOST_PARTS or any(
        _TOTAL.search(header) for _, header in cells
    ):
        return None
    first = numbers[0]
    is_alike = all((one.kind, one.unit) == (first.kind, first.unit) for one in numbers)
    is_exact = all(one.low == one.high for one in numbers)
    if not (is_alike and is_exact and first.kind in _ADDED):
        return None
    total = sum(one.low for one in numbers)
    words = " and ".join(one.text.strip() for one in numbers)
    return replace(first, low=total, high=total, text=f"the sum of {words}")


def _years_of_column(
    header: str, language: str
) -> tuple[tuple[Quantity, ...], tuple[Quantity, ...]]:
    """The years that a column's header says it is of, and those that it is compared with."""
    years = _years_in(header, language)
    compared = tuple(one for one in years if _COMPARED_WITH.search(header, 0, one.start))
    return tuple(one for one in years if one not in compared), compared


def _years_of_row(cells: Sequence[Cell], language: str) -> tuple[Quantity, ...]:
    """The years that have a column each, where several have: a total beside them is of none."""
    years = {
        year.low: year for cell in cells for year in _years_of_column(cell.header, language)[0]
    }
    return tuple(years.values()) if len(years) >= _PAIR else ()


def _whole_and_part(share: Quantity, language: str) -> list[Quantity]:
    """The two counts of "126條路線，其中38條": what follows is said of the part alone."""
    place = share.text.find("其中")
    if share.kind is not Kind.RATIO or place < 0:
        return []
    found = []
    for start, text in ((0, share.text[:place]), (place, share.text[place:])):
        found += [
            replace(one, start=share.start + start + one.start, end=share.start + start + one.end)
            for one in find_quantities(text, language)
            if one.kind is Kind.COUNT
        ]
    return found


def _cell_quantities(text: str, heading: str, language: str) -> Iterable[Quantity]:
    """A cell's numbers; the unit may stand in the column's header or the caption ("share, %")."""
    quantities = find_quantities(text, language)
    if not quantities or any(quantity.kind is not Kind.COUNT for quantity in quantities):
        return quantities
    for money in _MONEY_IN_HEADING.finditer(heading):
        written = (money["scale"] or "").lower().removesuffix("s")
        scale = _WRITTEN_SCALES.get(written, written)
        measured = find_quantities(f"{money['currency']} {text.strip()} {scale}".rstrip(), "en")
        if len(measured) == 1 and measured[0].kind is Kind.MONEY:
            return measured
    if told := _HAN_MONEY_IN_HEADING.search(heading):
        measured = find_quantities(f"{text.strip()}{told['scale']}{told['currency']}", "zh-Hant")
        if len(measured) == 1 and measured[0].kind is Kind.MONEY:
            return measured
    if told := _MEASURE_IN_HEADING.search(heading):
        measured = find_quantities(f"{text} {told['measure']}", language)
        if measured and measured[0].kind is not Kind.COUNT:
            return measured
    if scaled := _SCALE_IN_HEADING.search(heading):
        factor = _SCALES[scaled.group().lower()[:2]]
        return [
            replace(one, low=one.low * factor, high=one.high * factor, step=one.step * factor)
            for one in quantities
        ]
    for unit in _UNIT_IN_HEADING.findall(heading):
        measured = find_quantities(f"{text}{unit}" if unit in "%％" else f"{text} {unit}", language)
        if measured and measured[0].kind is not Kind.COUNT:
            return measured
    return quantities


def _years_in(text: str, language: str) -> tuple[Quantity, ...]:
    return tuple(
        quantity for quantity in find_quantities(text, language) if quantity.kind is Kind.YEAR
    )
