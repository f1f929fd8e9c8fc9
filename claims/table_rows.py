"""Which rows of a page's tables a claim is of: that it names, of its years, or of all together."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.columns import first_cell, forms_of_claim
from claims.languages import plain_in
from claims.lexicon.terms import Vocabulary, forms_of, terms_of, vocabulary_for
from claims.passages import headers_over
from claims.quantities.compare import years_named
from claims.quantities.dates import years_written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.lexicon.terms import Term
    from claims.passages import PageIndex, Unit
    from claims.values import Claim

    Rows = Sequence[tuple[Unit, str]]

TOTAL = re.compile(
    r"\b(?:sub-?totals?|totals?|all|sum|average|overall|world|group)\b|[合总共总總]计|[合總共]計|平均"
    r"|小[计計]|全[国國省市球縣县部體体校臺台港院]|[总總][数數]",
    re.IGNORECASE,
)
# What a claim says of all together.
_IN_ALL = re.compile(
    r"\b(?:total\w*|in\s+all|all|altogether|together|combined|between\s+them|overall|sum)\b"
    r"|合计|总|共|全[国省市县部体校台]|一共",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d年?")
_CELLS = " | "
# How many rows of tables that a claim asks for are looked at.
_MOST = 8
# "2024", "FY2023/24": a key that is nothing but a year.
_WORDS = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class RowsOfClaim:
    """The rows of a page's tables as a claim sees them.

    `others` have fewer of its words in their keys than another row of the table; `named` is the one
    of a table whose key it has; `nameless` are those of tables of which it names no row. `asked`
    are the rows it may take numbers from: all that it names, those of its years, and the total of
    a table whose rows it does not name.
    """

    others: frozenset[Unit]
    named: frozenset[Unit]
    nameless: frozenset[Unit]
    asked: frozenset[Unit]


def rows_of_claim(claim: Claim, index: PageIndex) -> RowsOfClaim:
    """The rows of all tables of a page that a claim is of, and is not of."""
    vocabulary = vocabulary_for(claim.language, index.page.language)
    rarity = index.rarity_for(claim.language)
    terms = [
        (term, rarity(term.forms)) for term in terms_of(claim.plain, claim.language, vocabulary)
    ]
    ours = forms_of_claim(claim, vocabulary)
    timeless = [(term, weight) for term, weight in terms if not _is_year(term)]
    plain = plain_in(claim.plain, claim.language)
    others: set[Unit] = set()
    named: set[Unit] = set()
    nameless: set[Unit] = set()
    asked: list[Unit] = []
    by_name = [rows_named(rows, ours, index, vocabulary) for rows in index.tables]
    for rows, of_claim in zip(index.tables, by_name, strict=True):
        keys = [forms_of(key, index.page.language, vocabulary) for _, key in rows]
        weights, of_thing = (
            [
                sum(weight for term, weight in some if not forms.isdisjoint(term.forms))
                for forms in keys
            ]
            for some in (terms, timeless)
        )
        most = max(weights)
        if not most and len(rows) > 1:
            nameless.update(unit for unit, _ in rows)
        named.update(
            unit
            for (unit, _), weight in zip(rows, weights, strict=True)
            if unit in of_claim and weight == most and weights.count(most) == 1
        )
        wanted = of_claim or rows_of_years(rows, claim, index)
        # Of a claim that names a row of one table no other is asked for its total.
        if not any(by_name):
            named.update(wanted if len(wanted) == 1 else ())
            if not wanted:
                above = _forms_above(rows[0][0], index, vocabulary)
                # A word that stands over the table names no row of it: "city museums".
                is_of_part = any(
                    not term.forms.isdisjoint(key - above) for key in keys for term, _ in timeless
                )
                if _IN_ALL.search(plain) or not is_of_part:
                    wanted = _total(rows, ours | above, index, vocabulary)
        asked += wanted
        # The rows of one thing in several years are no rows of others.
        most_of_thing = max(of_thing)
        others.update(
            unit
            for (unit, _), weight in zip(rows, of_thing, strict=True)
            if weight < most_of_thing and unit not in wanted
        )
    return RowsOfClaim(
        frozenset(others), frozenset(named), frozenset(nameless), frozenset(asked[:_MOST])
    )


def rows_named(
    rows: Rows, words: frozenset[str], index: PageIndex, vocabulary: Vocabulary
) -> list[Unit]:
    """The rows of a table that have a cell of their own all whose words are among some.

    Of "Sule" and "Great Sule" the second alone, where both are.
    """
    cells = [_cells_of(key) for _, key in rows]
    counted = Counter(cell for row in cells for cell in set(row))
    found: list[tuple[Unit, frozenset[str]]] = []
    for (unit, _), row in zip(rows, cells, strict=True):
        for cell in row:
            bare = TOTAL.sub(" ", cell)
            terms = [
                one.forms
                for one in terms_of(bare, index.page.language, vocabulary)
                if not one.is_number
            ]
            missing = [one for one in terms if one.isdisjoint(words)]
            # 國內旅客 in 國內住宿旅客: of pairs that overlap one may be torn.
            is_torn = vocabulary is Vocabulary.PAIRS and len(terms) > 2 * len(missing)
            if counted[cell] == 1 and terms and (not missing or (is_torn and len(missing) == 1)):
                found.append((unit, frozenset().union(*terms)))
                break
    return [
        unit
        for unit, forms in found
        if not any(forms < others for other, others in found if other != unit)
    ]


def _cells_of(key: str) -> list[str]:
    first, *others = key.split(_CELLS)
    return [first, *(cell for cell in others if _WORDS.search(cell) or not cell.isascii())]


def rows_of_years(rows: Rows, claim: Claim, index: PageIndex) -> list[Unit]:
    """The rows of a table of years of the claim, where its rows have nothing else for a name."""
    years = {str(int(year)) for year in years_named(claim.quantities)}
    if not years or any(_WORDS.search(first_cell(key)) for _, key in rows):
        return []
    language = index.page.language
    return [
        unit for unit, key in rows if not years.isdisjoint(years_written(first_cell(key), language))
    ]


def _total(
    rows: Rows, words: frozenset[str], index: PageIndex, vocabulary: Vocabulary
) -> list[Unit]:
    """The row of all that some words name, "all ports", or of all together; of several the last."""
    found = []
    for unit, key in rows:
        label = first_cell(key)
        if TOTAL.search(label):
            rest = terms_of(TOTAL.sub(" ", label), index.page.language, vocabulary)
            if all(not one.forms.isdisjoint(words) for one in rest):
                found.append(unit)
    return found[-1:]


def _is_year(term: Term) -> bool:
    return all(_YEAR.fullmatch(form) for form in term.forms)


def has_heading_in(unit: Unit, words: frozenset[str], index: PageIndex, language: str) -> bool:
    """Whether what stands above a row, its caption or the headers of its columns, has some words.

    `language` is that of the words.
    """
    vocabulary = vocabulary_for(language, index.page.language)
    return not words.isdisjoint(_forms_above(unit, index, vocabulary))


def _forms_above(unit: Unit, index: PageIndex, vocabulary: Vocabulary) -> frozenset[str]:
    row = unit.row
    assert row is not None
    above = f"{headers_over(row)} {index.lead_in(unit)} {index.page.title}"
    return forms_of(above, index.page.language, vocabulary)
