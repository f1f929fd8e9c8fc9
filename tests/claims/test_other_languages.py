"""Claims in German, French, Spanish and Japanese, on pages in them, and across languages.

A file of `other_languages/` has pages, each its language, its title and its text, a line `---` and
claims: `+` for what
the page says, `-` for what it says the opposite of or does not say.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from claims.extraction import stated_claim
from claims.grounds import Grounds, grounds_of
from claims.lexicon.names import written_names
from claims.passages import PageIndex
from claims.polarity import (
    denied_parts,
    direction_of,
    has_negation,
    is_told_as_done,
    is_told_as_plan,
)
from claims.quantities import find_quantities
from claims.values import Claim, Judgement, Verdict
from tests.claims.each_rule import what_each_rule_says
from tests.claims.makers import a_page, judged_on, what_is_told
from tests.golden_files import assert_golden

SUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.CONTRADICTED
FOLDER = Path(__file__).parent / "other_languages"


@dataclass(frozen=True)
class Told:
    """A claim, whether its page says so, and what was said of it."""

    claim: str
    is_true: bool
    grounds: Grounds
    judgement: Judgement

    @property
    def verdict(self) -> Verdict:
        return self.judgement.verdict


@cache
def told_of(name: str) -> list[Told]:
    """What is said of the claims of a file."""
    return [
        told
        for block in (FOLDER / f"{name}.txt").read_text("utf-8").split("\n===\n")
        for told in _told_on(*block.split("\n---\n"))
    ]


def _told_on(text: str, claims: str) -> list[Told]:
    language, _, page = text.partition("\n")
    index = PageIndex(a_page(page, language=language, title=page.partition("\n")[0]))
    told = []
    for line in claims.strip().splitlines():
        sign, _, text = line.partition(" ")
        claim = _claim(text, sign[1:] or language)
        grounds = grounds_of(claim, index)
        told.append(Told(text, sign[0] == "+", grounds, judged_on(grounds)))
    return told


def _claim(text: str, language: str) -> Claim:
    """A claim of a document in a language: of one sentence alone it cannot always be told."""
    claim = stated_claim(text, language)
    return replace(claim, language=language, quantities=find_quantities(text, language))


# What is still wrong: bounds behind a Japanese number, names of Japanese and Chinese, which have no
# capital, and a number that stands behind a colon.
WRONG = {
    "2023年に県内で8400戸以上の住宅が完成した。",
    "谷原乳業は大浜町で240人を雇用している。",
    "La ponctualité s'est améliorée, à 84 %.",
    "La puntualidad mejoró hasta el 84 %.",
    "2023年縣內完成住宅8412戶，較前年多11.3%。",
}


@pytest.mark.parametrize("name", ["de", "fr", "es", "ja", "across"])
def test_what_a_page_says_is_not_contradicted(name: str) -> None:
    alarms = [one for one in told_of(name) if one.is_true and one.verdict is CONTRADICTED]
    assert {one.claim for one in alarms} <= WRONG


@pytest.mark.parametrize("name", ["de", "fr", "es", "ja", "across"])
def test_the_opposite_of_what_a_page_says_does_not_pass(name: str) -> None:
    passed = [one for one in told_of(name) if not one.is_true and one.verdict is SUPPORTED]
    assert {one.claim for one in passed} <= WRONG


@pytest.mark.parametrize(
    ("name", "supported", "contradicted"),
    [("de", 40, 33), ("fr", 41, 31), ("es", 41, 31), ("ja", 40, 33), ("across", 17, 16)],
)
def test_what_is_reached_is_kept(name: str, supported: int, contradicted: int) -> None:
    told = told_of(name)
    assert sum(one.is_true and one.verdict is SUPPORTED for one in told) >= supported
    assert sum(not one.is_true and one.verdict is CONTRADICTED for one in told) >= contradicted


@pytest.mark.parametrize("name", ["de", "fr", "es", "ja", "across"])
def test_what_is_told_of_each_claim_is_as_before(name: str) -> None:
    lines = [what_is_told(one.claim, one.judgement) for one in told_of(name)]
    assert_golden("\n\n".join(lines) + "\n", f"{name}.told", FOLDER)


@pytest.mark.parametrize("name", ["de", "fr", "es", "ja", "across"])
def test_what_each_rule_says_by_itself_is_as_before(name: str) -> None:
    lines = [what_each_rule_says(one.claim, one.grounds) for one in told_of(name)]
    assert_golden("\n".join(lines) + "\n", f"{name}.rules", FOLDER)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Es gibt keine Zuschüsse.", "de", True),
        ("Weder Müller noch Maier kam.", "de", True),
        ("Nicht nur Pendler nutzen die Linie.", "de", False),
        ("Es waren so viele wie noch nie.", "de", False),
        ("Nicht alle Busse fahren.", "de", False),
        ("Ohne Hilfe wäre der Bau nicht möglich gewesen.", "de", False),
        ("Sans aide, le chantier n'aurait pas été possible.", "fr", False),
        ("Sin ayuda la obra no habría sido posible.", "es", False),
        ("La ville n'a pas payé.", "fr", True),
        ("Aucun bus ne roule.", "fr", True),
        ("La ville ne compte que trois gares.", "fr", False),
        ("La ville ne dit pas que le pont ferme.", "fr", True),
        ("Non seulement les bus, mais aussi les trams roulent.", "fr", False),
        ("La ville compte plus de trois gares.", "fr", False),
        ("No hay ninguna ayuda.", "es", True),
        ("Ni la alcaldesa ni el tesorero asistieron.", "es", True),
        ("No solo los trabajadores usan la línea.", "es", False),
        ("Sin embargo, la línea abrió.", "es", False),
        ("市長は出席しなかった。", "ja", True),
        ("補助金はありません。", "ja", True),
        ("許可を得ずに建てた。", "ja", True),
        ("通勤客だけでなく高校生も使う。", "ja", False),
        ("値上げするかもしれない。", "ja", False),
        ("猛暑にもかかわらず伸びた。", "ja", False),
        ("乗客は少ない。", "ja", False),
        ("乗客は3人しかいない。", "ja", False),
        ("必ず改修しなければならない。", "ja", False),
    ],
)
def test_what_negates_and_what_only_looks_so(text: str, language: str, *, expected: bool) -> None:
    assert has_negation(text, language) is expected


@pytest.mark.parametrize(
    ("text", "language", "way"),
    [
        ("Die Kosten nahmen um 6,5 Prozent zu", "de", 1),
        ("Die Kosten gingen leicht zurück", "de", -1),
        ("Der Rat nahm den Antrag an", "de", 0),
        ("Die Ernte fiel besser aus", "de", 0),
        ("Mehr als 300 Menschen kamen", "de", 0),
        ("11,3 Prozent weniger als im Vorjahr", "de", -1),
        ("soit 11,3 % de moins qu'en 2022", "fr", -1),
        ("Les ventes ont bondi", "fr", 1),
        ("un 11,3 % menos que en 2022", "es", -1),
        ("Las ventas se dispararon", "es", 1),
        ("輸出は伸びた", "ja", 1),
        ("輸出は落ち込んだ", "ja", -1),
    ],
)
def test_whether_something_rose_or_fell(text: str, language: str, way: int) -> None:
    assert direction_of(text, language)[0] == way


@pytest.mark.parametrize(
    ("text", "language", "is_done", "is_plan"),
    [
        ("Das Bad wurde eröffnet.", "de", True, False),
        ("Das Bad soll im Mai eröffnet werden.", "de", False, True),
        ("La piscine a été inaugurée.", "fr", True, False),
        ("La piscine devrait ouvrir en mai.", "fr", False, True),
        ("La piscina ya abrió.", "es", True, False),
        ("Está previsto abrir la piscina.", "es", False, True),
        ("プールは開業した。", "ja", True, False),
        ("プールは5月に開業する予定だ。", "ja", False, True),
    ],
)
def test_plans_and_what_has_come_about(
    text: str, language: str, *, is_done: bool, is_plan: bool
) -> None:
    assert is_told_as_done(text, language) is is_done
    assert is_told_as_plan(text, language) is is_plan


def test_what_is_denied_stands_before_a_japanese_verb() -> None:
    assert denied_parts("雨は降ったが、船は出なかった。", "ja")[0] == ["船は出"]
    assert denied_parts("Der Zug kam, aber nicht das Schiff.", "de")[0] == [" das Schiff"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Die Zahl der Häuser in Gera stieg um 3 Prozent.", ["Gera"]),
        ("Für neue Wohnungen gibt die Käserei Brandner kein Geld.", ["Brandner"]),
        ("Nach Angaben von Anke Wollmar fehlen Wohnungen.", ["Anke", "Wollmar"]),
        ("Mit großer Mehrheit stimmte der Rat für drei Schulen.", []),
    ],
)
def test_german_nouns_are_no_names(text: str, names: list[str]) -> None:
    assert written_names(text, "de") == names
