"""The parts of a sentence that give one number each, and whose number a claim gives."""

from __future__ import annotations

import pytest

from claims.lexicon.terms import vocabulary_for
from claims.parallels import Part, groups_of, part_with, parts_of
from claims.quantities import find_quantities
from claims.values import Verdict
from tests.claims.makers import judged

SUPPORTED, CONTRADICTED = Verdict.SUPPORTED, Verdict.CONTRADICTED


def parts(text: str, language: str = "en") -> tuple[Part, ...]:
    numbers = find_quantities(text, language)
    return parts_of(text, numbers, language, vocabulary_for(language, language))


@pytest.mark.parametrize(
    ("text", "language", "spans"),
    [
        (
            "79 years for men and 84 years for women",
            "en",
            ["79 years for men", "84 years for women"],
        ),
        (
            "71% in Norway but only 9% in Germany, which is less",
            "en",
            ["71% in Norway", "only 9% in Germany, which is less"],
        ),
        ("農地其中稻田占六成，茶園占三成", "zh-Hant", ["農地其中稻田占六成", "茶園占三成"]),
        (
            "海岬港為540萬噸，其次是松嶺港，為380萬噸",
            "zh-Hant",
            ["海岬港為540萬噸", "其次是松嶺港，為380萬噸"],
        ),
    ],
)
def test_a_sentence_falls_into_parts(text: str, language: str, spans: list[str]) -> None:
    found = parts(text, language)
    assert [text[one.start : one.end].strip() for one in found] == spans


def test_a_single_number_has_no_part() -> None:
    assert parts("It cost 40 pounds for boats, and much for barges.") == ()


def test_numbers_that_nothing_parts_are_in_one_part() -> None:
    found = parts("waits fell from 9.3 to 1.7 weeks in Sellby and from 8.0 to 2.2 weeks in Melby")
    assert [[one.low for one in part.quantities] for part in found] == [[9.3, 1.7], [8.0, 2.2]]


def test_a_part_has_the_words_and_the_names_that_no_other_has() -> None:
    first, second = parts("71% of homes in Norway but only 9% of homes in Germany")
    assert "norway" in first.own
    assert "norway" not in second.own
    assert "home" not in first.own | second.own
    assert first.names == {"norway", "norwegian"}
    assert second.names == {"german", "germani"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("農地中，其中稻田占六成，茶園占三成", ["稻田", "茶园"]),
        ("市場占六成，其次是茶園，為三成", ["市场", "茶园"]),
        ("北線占六成，南線僅占三成", ["北线", "南线"]),
    ],
)
def test_a_chinese_label_is_what_stands_before_the_verb(text: str, names: list[str]) -> None:
    assert [one.names for one in parts(text, "zh-Hant")] == [{name} for name in names]


def test_a_clause_that_goes_on_has_no_label() -> None:
    first, second, third = parts(
        "北線載客312萬人次，較前一年增加12萬人次，南線載客90萬人次", "zh-Hant"
    )
    assert "北线" in first.names
    assert second.names == frozenset()
    assert "南线" in third.names


def test_the_part_of_a_number() -> None:
    text = "79 years for men and 84 years for women"
    first, second = find_quantities(text, "en")
    found = parts(text)
    assert part_with(found, first) is found[0]
    assert part_with(found, second) is found[1]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("61 models, China 24 and France 5", [[61, 24, 5]]),
        ("wind gave 21.3 terawatt-hours, followed by hydropower at 14.2", [[21.3, 14.2]]),
        ("40 boats, 30 barges, £20 and 5%", [[40], [30], [20], [5]]),
        ("$40 and £30 and $50", [[40, 50], [30]]),
        ("40 and 50", [[40, 50]]),
    ],
)
def test_numbers_that_can_be_held_against_each_other(text: str, groups: list[list[float]]) -> None:
    found = groups_of(find_quantities(text, "en"))
    assert [[one.low for one in group] for group in found if group] == groups


PUMPS = """Homes with heat pumps
In 2023 heat pumps stood in 71% of homes in Norway but only 9% of homes in Germany.
Sellby counted 310 herons in May while Brandholm counted 140 herons."""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Heat pumps stood in 71% of homes in Norway.", SUPPORTED),
        ("In 2023 heat pumps stood in 9% of homes in Germany.", SUPPORTED),
        ("Heat pumps stood in 71% of homes in Germany.", CONTRADICTED),
        ("Heat pumps stood in 9% of homes in Norway.", CONTRADICTED),
        ("Heat pumps stood in 71% of German homes.", CONTRADICTED),
        ("Heat pumps stood in 9% of Norwegian homes.", CONTRADICTED),
        ("Heat pumps stood in 71% of homes in Norway and in 9% of homes in Germany.", SUPPORTED),
        ("Heat pumps stood in 9% of homes in Norway and in 71% of homes in Germany.", CONTRADICTED),
        ("Sellby counted 310 herons in May and Brandholm 140.", SUPPORTED),
        ("Sellby counted 140 herons in May.", CONTRADICTED),
        ("Brandholm counted 310 herons.", CONTRADICTED),
        ("德國71%的住宅裝有熱泵。", CONTRADICTED),
        ("德國9%的住宅裝有熱泵。", SUPPORTED),
        ("挪威9%的住宅裝有熱泵。", CONTRADICTED),
    ],
)
def test_a_number_of_another_part_is_contradicted(claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, PUMPS)
    assert judgement.verdict is verdict, judgement.reason


def test_the_reason_gives_the_number_of_the_right_part() -> None:
    judgement = judged("Heat pumps stood in 71% of German homes.", PUMPS)
    assert judgement.reason == "the source says 9%, not 71%"


FARMERS = """海岬縣農民的年齡
海岬縣農民65歲以上占38.5%，40歲以下僅占9.2%。
海岬縣農地126公頃，其中稻田占六成，茶園占三成。"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("海岬縣農民65歲以上占38.5%，40歲以下占9.2%。", SUPPORTED),
        ("海岬縣農民65歲以上占38.5%。", SUPPORTED),
        ("海岬縣農民40歲以下占9.2%。", SUPPORTED),
        ("海岬縣農民65歲以上占9.2%。", CONTRADICTED),
        ("海岬縣農民40歲以下占38.5%。", CONTRADICTED),
        ("海岬縣農民40歲以下占38.5%，65歲以上占9.2%。", CONTRADICTED),
        ("海岬縣農地中稻田占六成。", SUPPORTED),
        ("海岬縣農地中稻田占三成。", CONTRADICTED),
        ("海岬縣農地中茶園占六成。", CONTRADICTED),
    ],
)
def test_in_chinese(claim: str, verdict: Verdict) -> None:
    judgement = judged(claim, FARMERS, language="zh-Hant")
    assert judgement.verdict is verdict, judgement.reason
