"""Where on a page a claim's subject is spoken of: retrieval by words, the only user of rapidfuzz.

Each sentence and table row is a unit. A claim's terms are weighed by how rare they are on the
page; up to three units are chosen so that together they cover as much of that weight as they
can. Nothing here says whether the claim is true.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from claims.languages import is_han_written, simplified
from claims.lexicon.names import common_stems, is_named, placed_names
from claims.lexicon.terms import Term, Vocabulary, forms_of, terms_of, vocabulary_for
from claims.nearness import Surroundings
from claims.quantities import find_quantities
from claims.quantities.dates import years_written
from claims.sentences import split_sentences
from claims.year_columns import year_cell

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from claims.lexicon.names import Name
    from claims.tiers import Embedded, Encoder
    from claims.values import Page, Quantity, TableRow

_MOST_UNITS = 3
_CANDIDATES = 50
_MOST_OTHERS = 8
_CONTEXT_UNITS = 3
_LEAST_GAIN = 0.06
_IMPLIED = 0.6
_UNSEEN = 2
_SPELLING_CUTOFF = 87.0
# What likeness of meaning counts beside the coverage of words, and how many units it may add.
_MEANING = 0.5
_MEANT = 5
_SHORTEST_SPELLING = 5
_LONGEST_UNIT = 1200
_PLAIN_MARKS = str.maketrans("‘’“”「」『』", '\'\'""""""')
_NUMERIC = re.compile(r"\d")
_INITIALS = re.compile(r"(?<![\w-])[A-Z]{3,8}(?=s?(?![\w-]))")
# "EU" and "Fed" are names as they are written only.
_LONGEST_OF_CASE = 4
# "[5] https://..." says nothing; the words of its path are no evidence.
_ADDRESS = re.compile(r"\W{0,3}(?:\d{1,3}\W{1,3})?(?:https?://|www\.)\S+\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence or a table row: `[start, end)` of the page's text."""

    start: int
    end: int
    text: str
    row: TableRow | None
    is_main: bool

    def __hash__(self) -> int:
        # Its place tells it from all others of its page; the rest takes long to hash.
        return self.start


@dataclass(frozen=True, slots=True)
class Passage:
    """A unit with the share of the claim's term weight that it covers, in [0, 1]."""

    unit: Unit
    coverage: float


@dataclass(frozen=True, slots=True)
class Retrieval:
    """The passages chosen, best first, what they cover together, and the runners-up.

    Whatever the order of words, in [0, 1]: `likeness` is how much the best is written like the
    claim (token sort ratio), `likeness_together` how much all of them hold it (token set ratio).
    `meaning` is the greatest cosine of the claim with a chosen unit; None without an encoder.
    """

    chosen: tuple[Passage, ...]
    coverage: float
    others: tuple[Passage, ...]
    likeness: float
    likeness_together: float
    meaning: float | None = None


class PageIndex:
    """A page cut into units and indexed once; asked by any number of claims."""

    def __init__(self, page: Page, encoder: Encoder | None = None) -> None:
        self.page = page
        self._encoder = encoder
        self.units = _units(page)
        self._vocabularies: dict[Vocabulary, _Postings] = {}
        self._quantities: dict[int, tuple[Quantity, ...]] = {}
        self._surroundings: dict[tuple[str, str], Surroundings] = {}
        self._has_written: dict[str, bool] = {}

    def retrieve(
        self, text: str, language: str, anchors: Mapping[Unit, float] | None = None
    ) -> Retrieval:
        """The passages that speak of what a claim in `language` speaks of.

        `anchors` are units that have something else of the claim, and what that is worth beside
        the share of its words.
        """
        vocabulary = vocabulary_for(language, self.page.language)
        postings = self._postings(vocabulary)
        terms = postings.with_spellings(terms_of(text, language, vocabulary))
        if not terms:
            return Retrieval((), 0.0, (), 0.0, 0.0)
        meanings = self._embedded.likeness(text) if self._embedded else ()
        weights = [postings.weight(term) for term in terms]
        ranked = self._ranked(text, terms, weights, postings, meanings)
        # Numbers help to find the place; they count nothing towards how well it fits, since
        # the claim's may be false. A claim of numbers alone has nothing else to go by.
        has_words = not all(term.is_number for term in terms)
        weights = [0.0 if has_words and term.is_number else postings.weight(term) for term in terms]
        # What the page's title says, every passage of it speaks of, if less plainly.
        implied = frozenset(
            number for number, term in enumerate(terms) if term.forms & postings.title
        )
        liking = [_MEANING * meaning for meaning in meanings] or [0.0] * len(self.units)
        for unit, worth in (anchors or {}).items():
            liking[self._number_at[unit.start]] += worth
        return self._choose(text, ranked, weights, implied, meanings, liking)

    @cached_property
    def _embedded(self) -> Embedded | None:
        if not self._encoder or not self.units:
            return None
        return self._encoder.embed([with_headers(unit) for unit in self.units])

    @cached_property
    def quantities(self) -> tuple[tuple[Unit, tuple[Quantity, ...]], ...]:
        """The units that have quantities, and these."""
        found = [(unit, self.quantities_in(unit)) for unit in self.units]
        return tuple((unit, quantities) for unit, quantities in found if quantities)

    def quantities_in(self, unit: Unit) -> tuple[Quantity, ...]:
        """The quantities of a unit's text, read once."""
        if unit.start not in self._quantities:
            self._quantities[unit.start] = find_quantities(unit.text, self.page.language)
        return self._quantities[unit.start]

    def surroundings(self, text: str, claim_language: str) -> Surroundings:
        """A text of the page as words with their places, for claims in a language; made once."""
        asked = text, claim_language
        if asked not in self._surroundings:
            self._surroundings[asked] = Surroundings(text, self.page.language, claim_language)
        return self._surroundings[asked]

    def names(self, name: Name, claim_language: str) -> bool:
        """Whether the page anywhere speaks of a name of a claim."""
        if vocabulary_for(claim_language, self.page.language) is Vocabulary.STEMS:
            forms = self._postings(Vocabulary.STEMS).forms
            return any(form in forms for form in name.forms)
        return is_named(name, self.page.text, self.page.language, claim_language)

    @cached_property
    def _number_at(self) -> dict[int, int]:
        return {start: number for number, start in enumerate(self._starts)}

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(unit.start for unit in self.units)

    @cached_property
    def tables(self) -> tuple[tuple[tuple[Unit, str], ...], ...]:
        """The rows of each table, each with the text of those cells that say what it is of.

        First the one that tells most rows apart: behind a rank the name.
        """
        tables: dict[tuple[str, ...], list[tuple[Unit, TableRow]]] = {}
        for unit in self.units:
            if unit.row is not None:
                headers = (unit.row.caption, *(cell.header for cell in unit.row.cells))
                tables.setdefault(headers, []).append((unit, unit.row))
        return tuple(self._with_keys(rows) for rows in tables.values())

    def _with_keys(self, rows: Sequence[tuple[Unit, TableRow]]) -> tuple[tuple[Unit, str], ...]:
        written = [[self.page.text[one.start : one.end] for one in row.cells] for _, row in rows]
        label = _label_column(written)
        keys = []
        for (unit, row), cells in zip(rows, written, strict=True):
            when = year_cell(row.cells, self.page.text)
            others = [
                text
                for number, (text, cell) in enumerate(zip(cells, row.cells, strict=True))
                if number != label and (number == 0 or cell is when or not _NUMERIC.search(text))
            ]
            keys.append((unit, " | ".join([cells[label], *others])))
        return tuple(keys)

    @cached_property
    def keys(self) -> Mapping[Unit, str]:
        """What says of what each row of a table is, by the row."""
        return {unit: key for rows in self.tables for unit, key in rows}

    def table_of(self, row: Unit) -> tuple[tuple[Unit, str], ...]:
        """The rows of the table that a row stands in, as `tables` has them."""
        return self._table_of[row]

    @cached_property
    def _table_of(self) -> Mapping[Unit, tuple[tuple[Unit, str], ...]]:
        return {unit: rows for rows in self.tables for unit, _ in rows}

    @cached_property
    def written(self) -> str:
        """The page's title and text, in simplified characters where it is in Chinese."""
        whole = f"{self.page.title}\n{self.page.text}"
        return simplified(whole) if is_han_written(self.page.language) else whole

    @cached_property
    def in_small_letters(self) -> str:
        """The same in small letters, with a space for each hyphen."""
        return self.written.lower().replace("-", " ")

    @cached_property
    def initials(self) -> frozenset[str]:
        """What the page writes in three capitals or more: IEA of "the IEA's"."""
        return frozenset(_INITIALS.findall(self.written))

    def has_written(self, name: str) -> bool:
        """Whether the page has a name in simplified characters, or in a plural.

        Short ones and those in capitals are told by their letters' case, others in any.
        """
        if name not in self._has_written:
            there, sought = self.written, name
            if not is_of_case(name):
                there, sought = self.in_small_letters, name.lower().replace("-", " ")
            self._has_written[name] = sought in there and (
                not name[0].isascii()
                or re.search(rf"(?<![\w-]){re.escape(sought)}s?(?![\w-])", there) is not None
            )
        return self._has_written[name]

    @cached_property
    def lower_case(self) -> frozenset[str]:
        """The stems of the words that the page writes without a capital."""
        return common_stems(self.page.text, self.page.language)

    @cached_property
    def first_named(self) -> Mapping[str, int]:
        """Where the page's text first has each name; before it, -1, where its title has it."""
        found = {form: -1 for _, form in placed_names(self.page.title, self.lower_case)}
        for place, form in placed_names(self.page.text, self.lower_case):
            found.setdefault(form, place)
        return found

    @cached_property
    def year(self) -> str:
        """The year the page is of: that of its date, or the one it names most often; or ""."""
        if self.page.published:
            return self.page.published[:4]
        named = Counter(years_written(self.page.text, self.page.language)).most_common(1)
        return named[0][0] if named else ""

    @cached_property
    def year_told_of(self) -> str:
        """The year that "the year before" is before: the title's, else that of the page.

        A report on 2023 comes out in 2024.
        """
        named = self.years_of_title
        return next(iter(named)) if len(named) == 1 else self.year

    @cached_property
    def years_of_title(self) -> frozenset[str]:
        """The years that the page's title names."""
        return frozenset(years_written(self.page.title, self.page.language))

    def rarity_for(self, language: str) -> Callable[[frozenset[str]], float]:
        """How rare on the page are the forms of a term of a claim in a language."""
        postings = self._postings(vocabulary_for(language, self.page.language))
        return lambda forms: postings.weight(Term(forms, 1.0, is_number=False))

    def shares(
        self, weighted: Sequence[tuple[frozenset[str], float]], language: str
    ) -> dict[int, float]:
        """The share of the weight of some forms that each unit holds, by its start.

        Asked for the words that stand beside one number of a claim, whose place need not be among
        the passages chosen for the claim as a whole.
        """
        postings = self._postings(vocabulary_for(language, self.page.language))
        total = sum(weight for _, weight in weighted)
        held: dict[int, float] = {}
        for forms, weight in weighted:
            for number in postings.units_with_any(forms):
                held[number] = held.get(number, 0.0) + weight
        starts = self._starts
        return {starts[number]: weight / total for number, weight in held.items()}

    def unit_at(self, start: int) -> Unit:
        """The unit that starts at a place of the page's text."""
        return self.units[self._number_at[start]]

    def has_any(self, unit: Unit, words: Sequence[frozenset[str]], language: str) -> bool:
        """Whether a unit has any of some words of a claim in a language."""
        postings = self._postings(vocabulary_for(language, self.page.language))
        number = self._number_at[unit.start]
        return any(number in postings.units_with_any(forms) for forms in words)

    def most_said(self, words: Sequence[frozenset[str]], language: str) -> int:
        """How many of some words of a claim in a language any one unit has."""
        postings = self._postings(vocabulary_for(language, self.page.language))
        held = Counter(unit for forms in words for unit in postings.units_with_any(forms))
        return max(held.values(), default=0)

    def around(self, unit: Unit) -> str:
        """A unit with what its pronouns may stand for: the units before it, a row's headers."""
        number = self._number_at[unit.start]
        before = self.units[max(number - _CONTEXT_UNITS, 0) : number]
        return "\n".join([*(one.text for one in before), with_headers(unit)])

    def lead_in(self, unit: Unit) -> str:
        """The sentence before a table, which may say what its numbers are; of a row of it."""
        number = self._before_table(unit)
        return self.units[number].text if number >= 0 else ""

    def in_table(self, row: Unit) -> str:
        """A row with its headers and the sentence before its table."""
        return f"{with_headers(row)} {self.lead_in(row)}"

    def around_table(self, unit: Unit) -> tuple[Unit, ...]:
        """The sentences of the paragraph before a table, and the one after it; of a row of it."""
        number, below = self._before_table(unit), self._number_at[unit.start]
        while below < len(self.units) and self.units[below].row:
            below += 1
        last = self.units[max(number, 0) : number + 1]
        above = [one for unit in last for one in (unit, *self.before(unit))]
        return (*above, *self.units[below : below + 1])

    def _before_table(self, unit: Unit) -> int:
        number = self._number_at[unit.start]
        # A line of headers, or what an abbreviation has cut off it.
        while number >= 0 and (self.units[number].row or "| " in self.units[number].text):
            number -= 1
        return number

    def beside(self, unit: Unit) -> tuple[Unit, ...]:
        """The units before and after one that may go on about the same."""
        number = self._number_at[unit.start]
        return self.units[max(number - _CONTEXT_UNITS, 0) : number + _CONTEXT_UNITS + 1]

    def before(self, unit: Unit) -> Iterator[Unit]:
        """The units of its paragraph that stand before one, the nearest first."""
        first = self.page.text.rfind("\n", 0, unit.start) + 1
        for number in range(self._number_at[unit.start] - 1, -1, -1):
            if self.units[number].start < first:
                return
            yield self.units[number]

    def saying(self, text: str) -> Unit | None:
        """The sentence that is a text word for word, whatever its case, quotation marks and end."""
        return self._by_wording.get(_wording(text, self.page.language))

    @cached_property
    def _by_wording(self) -> Mapping[str, Unit]:
        language = self.page.language
        units = [unit for unit in self.units if unit.row is None]
        # Of sentences that stand twice the first is told.
        return {_wording(unit.text, language): unit for unit in reversed(units)}

    def after(self, unit: Unit) -> Unit | None:
        """The unit after one, if any."""
        return next(iter(self.units[self._number_at[unit.start] + 1 :][:1]), None)

    def forms(self, vocabulary: Vocabulary) -> Collection[str]:
        """Every form that occurs on the page."""
        return self._postings(vocabulary).forms

    def _postings(self, vocabulary: Vocabulary) -> _Postings:
        if vocabulary not in self._vocabularies:
            self._vocabularies[vocabulary] = _Postings(self.units, self.page, vocabulary)
        return self._vocabularies[vocabulary]

    def _ranked(
        self,
        text: str,
        terms: tuple[Term, ...],
        weights: list[float],
        postings: _Postings,
        meanings: Sequence[float],
    ) -> list[tuple[int, frozenset[int]]]:
        """Units that hold any term, with the numbers of the terms they hold, best first."""
        places = [postings.units_with(term) for term in terms]
        held: dict[int, float] = {}
        for weight, units in zip(weights, places, strict=True):
            for unit in units:
                held[unit] = held.get(unit, 0.0) + weight
        best = sorted((-weight, unit) for unit, weight in held.items())[:_CANDIDATES]
        scored = [(-weight, unit) for weight, unit in best]
        # Among equals by words, the one that is spelled most like the claim.
        resorted = sorted(
            scored,
            key=lambda pair: (
                -round(pair[0], 3),
                -fuzz.token_set_ratio(text, self.units[pair[1]].text),
                pair[1],
            ),
        )
        ranked = [unit for _, unit in resorted]
        nearest = heapq.nlargest(_MEANT, range(len(meanings)), key=meanings.__getitem__)
        ranked += [unit for unit in nearest if unit not in set(ranked)]
        terms_held: dict[int, set[int]] = {unit: set() for unit in ranked}
        for number, units in enumerate(places):
            for unit in terms_held.keys() & units:
                terms_held[unit].add(number)
        return [(unit, frozenset(terms_held[unit])) for unit in ranked]

    def _choose(
        self,
        text: str,
        ranked: list[tuple[int, frozenset[int]]],
        weights: list[float],
        implied: frozenset[int],
        meanings: Sequence[float],
        liking: Sequence[float],
    ) -> Retrieval:
        total = sum(weights)

        def coverage(held: frozenset[int]) -> float:
            stated = sum(weights[number] for number in held)
            return (stated + _IMPLIED * sum(weights[n] for n in implied - held)) / total

        chosen: list[Passage] = []
        numbers: list[int] = []
        covered: frozenset[int] = frozenset()
        rest = list(ranked)
        while rest and len(chosen) < _MOST_UNITS:
            gains = [coverage(covered | held) for _, held in rest]
            worth = gains
            if not chosen:
                worth = [gain + liking[unit] for gain, (unit, _) in zip(gains, rest, strict=True)]
            best = max(range(len(rest)), key=worth.__getitem__)
            if chosen and gains[best] - coverage(covered) < _LEAST_GAIN:
                break
            unit, held = rest.pop(best)
            numbers.append(unit)
            covered |= held
            chosen.append(Passage(self.units[unit], coverage(held)))
        others = tuple(
            Passage(self.units[unit], coverage(held)) for unit, held in rest[:_MOST_OTHERS]
        )
        if not chosen:
            return Retrieval((), 0.0, others, 0.0, 0.0)
        together = " ".join(with_headers(one.unit) for one in chosen).lower()
        return Retrieval(
            chosen=tuple(chosen),
            coverage=coverage(covered),
            others=others,
            likeness=fuzz.token_sort_ratio(text, chosen[0].unit.text) / 100,
            likeness_together=fuzz.token_set_ratio(text.lower(), together) / 100,
            meaning=max(meanings[number] for number in numbers) if meanings else None,
        )


class _Postings:
    """Which units hold which form, in one vocabulary."""

    def __init__(self, units: tuple[Unit, ...], page: Page, vocabulary: Vocabulary) -> None:
        language = page.language
        self.title = forms_of(page.title, language, vocabulary)
        self._units: dict[str, list[int]] = {}
        for number, unit in enumerate(units):
            for form in forms_of(with_headers(unit), language, vocabulary):
                self._units.setdefault(form, []).append(number)
        self._count = len(units)
        self._rarities: dict[frozenset[str], float] = {}
        self._holders: dict[frozenset[str], Collection[int]] = {}
        self._words = sorted(
            form for form in self._units if len(form) >= _SHORTEST_SPELLING and form.isalpha()
        )

    @property
    def forms(self) -> Collection[str]:
        return self._units

    def units_with(self, term: Term) -> Collection[int]:
        return self.units_with_any(term.forms)

    def units_with_any(self, forms: frozenset[str]) -> Collection[int]:
        """The numbers of the units that hold any of some forms, in no order."""
        # Asked for the words of each claim and of each of its numbers anew.
        if forms not in self._holders:
            held = [units for form in forms if (units := self._units.get(form))]
            self._holders[forms] = held[0] if len(held) == 1 else frozenset().union(*held)
        return self._holders[forms]

    def weight(self, term: Term) -> float:
        """How much it tells that a unit holds this term.

        A term that no unit holds weighs as one that two do: were it weighed as the rarest, a
        paraphrase would sink the claim.
        """
        # Asked for each number of a claim anew; a common word stands in hundreds of units.
        if term.forms not in self._rarities:
            count = len(self.units_with(term)) or _UNSEEN
            self._rarities[term.forms] = math.log(1 + (self._count + 1) / (count + 0.5))
        return term.weight * self._rarities[term.forms]

    def with_spellings(self, terms: tuple[Term, ...]) -> tuple[Term, ...]:
        """Give each term that the page lacks the form on the page that is spelled most like it."""
        return tuple(
            term if any(form in self._units for form in term.forms) else self._respelled(term)
            for term in terms
        )

    def _respelled(self, term: Term) -> Term:
        for form in sorted(term.forms):
            if len(form) >= _SHORTEST_SPELLING and form.isalpha() and form.isascii():
                found = process.extractOne(
                    form, self._words, scorer=fuzz.ratio, score_cutoff=_SPELLING_CUTOFF
                )
                if found:
                    return Term(term.forms | {found[0]}, term.weight * 0.9, term.is_number)
        return term


# "Yes.", "No, they may not", 可以，但須持證
_ANSWERS = re.compile(
    r"[\s“\"「]*(?:(?:yes|no)(?=[,.!;:—–]|$)|not\s+(?:really|at\s+all|necessarily|quite|yet)\b"
    r"|[并並]?不(?:是|[会會]|能|可以|可|行)?[，,。]|否[，,。]|[并並]非|是的|[会會]的?[，,。]|可以?[，,。]|有的?[，,。])",
    re.IGNORECASE,
)


def _units(page: Page) -> tuple[Unit, ...]:
    units: list[Unit] = []
    rows = {row.start: row for row in page.rows}
    start, asked = 0, -1
    for line in page.text.split("\n"):
        if line.strip():
            if row := rows.get(start):
                units.append(_unit(page, row.start, row.end, row))
            else:
                for first, last in split_sentences(line, page.language):
                    # A question says nothing that could bear a claim out, but with its answer.
                    if line[last - 1] in "?？":
                        asked = start + first
                        continue
                    if _ADDRESS.fullmatch(line, first, last):
                        continue
                    is_answer = asked >= 0 and _ANSWERS.match(line, first)
                    begin = asked if is_answer else start + first
                    units.append(_unit(page, begin, start + last, None))
                    asked = -1
        start += len(line) + 1
    return tuple(units)


def _unit(page: Page, start: int, end: int, row: TableRow | None) -> Unit:
    # A "sentence" without an end is a dump of something; its beginning is what can be quoted.
    end = min(end, start + _LONGEST_UNIT)
    is_main = any(first <= start and end <= last for first, last in page.main)
    return Unit(start, end, page.text[start:end], row, is_main)


def _label_column(rows: Sequence[Sequence[str]]) -> int:
    """The column whose words tell most rows apart; the first where none has mostly words."""
    width = min(map(len, rows))
    apart = [len({row[n] for row in rows if _has_words(row[n])}) for n in range(width)]
    most = max(apart, default=0)
    return apart.index(most) if 2 * most > len(rows) else 0


def _has_words(cell: str) -> bool:
    return not _NUMERIC.search(cell) and any(map(str.isalpha, cell))


def _wording(text: str, language: str) -> str:
    plain = simplified(text) if is_han_written(language) else text
    return " ".join(plain.casefold().translate(_PLAIN_MARKS).split()).rstrip(" .!。！")


def is_of_case(name: str) -> bool:
    """Whether a name is told by its letters' case: EU, Fed, and not "electric vehicle"."""
    return len(name) <= _LONGEST_OF_CASE or name.isupper()


def wording_like(wanted: str, text: str) -> tuple[float, int, int]:
    """Where a text reads most like some words: likeness from 0 to 100, and `[start, end)`."""
    found = fuzz.partial_ratio_alignment(wanted, text)
    return (found.score, found.dest_start, found.dest_end) if found else (0.0, 0, 0)


def with_headers(unit: Unit) -> str:
    """A unit's text; of a table row with its caption and the headers of its columns."""
    return unit.text if unit.row is None else f"{headers_over(unit.row)} {unit.text}"


def headers_over(row: TableRow) -> str:
    """The caption of a row's table and the headers of its columns."""
    return f"{row.caption} {' '.join(cell.header for cell in row.cells)}"
