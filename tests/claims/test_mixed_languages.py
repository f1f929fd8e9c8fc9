"""Documents in more than one language: each claim is read in its own, and none is lost for it."""

from __future__ import annotations

import time

import pytest

from claims.cited_places import cited_urls
from claims.documents import read_document
from claims.extraction import find_claims
from claims.judge import judge
from claims.passages import PageIndex
from claims.values import Claim, Document, Verdict
from tests.claims.makers import a_document, a_page, a_source, claims_of
from tests.claims.test_binary_formats import a_docx, paragraph, run

URL = "https://a.example/"


def told(claims: tuple[Claim, ...]) -> list[tuple[str, str]]:
    return [(claim.language, claim.plain) for claim in claims]


def of_one_language(document: Document) -> bool:
    return not any(block.languages for block in document.blocks)


def cite(number: int, word: str = "s") -> str:
    return f"([{word}]({URL}{number}))"


def test_every_paragraph_is_read_in_its_own_language() -> None:
    claims = claims_of(
        f"文湖線全長25.1公里,共有24座車站{cite(1, '來源')}。\n\n"
        f"The average ride takes 37 minutes {cite(2)}.\n\n"
        f"Die Werft in Husum baute noch 17 Boote {cite(3)}.\n\n"
        f"Le pont de Tancarville a été ouvert en 1959 {cite(4)}.\n"
    )
    assert told(claims) == [
        ("zh-Hant", "文湖線全長25.1公里,共有24座車站。"),
        ("en", "The average ride takes 37 minutes."),
        ("de", "Die Werft in Husum baute noch 17 Boote."),
        ("fr", "Le pont de Tancarville a été ouvert en 1959."),
    ]
    assert [claim.citations[0].url for claim in claims] == [f"{URL}{n}" for n in (1, 2, 3, 4)]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("note.md", "{en}\n\n{zh} ([來源](https://a.example/1))。\n"),
        (
            "note.html",
            "<p>{en}</p><p>{zh}（<a href='https://a.example/1'>來源</a>）。</p>",
        ),
        ("note.rst", "{en}\n\n{zh}（`來源 <https://a.example/1>`_）。\n"),
        ("note.txt", "{en}\n\n{zh}（來源：https://a.example/1）。\n"),
        ("note.tex", "{en}\n\n{zh}（\\href{{https://a.example/1}}{{來源}}）。\n"),
        (
            "note.jsonl",
            '{{"claim": "{en}"}}\n{{"claim": "{zh}。", "url": "https://a.example/1"}}\n',
        ),
    ],
)
def test_a_chinese_sentence_in_an_english_document_is_a_claim(path: str, text: str) -> None:
    english = (
        "The company sold 1.7 million cars in 2022, which was more than in any year before it,"
        " and it has said that the plants in the north of the country are to be enlarged."
    )
    chinese = "去年全年銷量達302萬輛"
    claims = find_claims(read_document(text.format(en=english, zh=chinese).encode(), path))
    assert claims[-1].language == "zh-Hant"
    assert [quantity.low for quantity in claims[-1].quantities][-1] == 3_020_000
    assert [citation.url for citation in claims[-1].citations] == ["https://a.example/1"]
    assert claims[0].language == "en"


def test_a_word_document_is_read_paragraph_by_paragraph_too() -> None:
    link = f"<w:hyperlink r:id='l1'>{run('來源')}</w:hyperlink>"
    data = a_docx(
        paragraph(run("The yard was founded in 1908 and employs more than 400 of the town."))
        + paragraph(run("去年全年產量達302萬噸（"), link, run("）。")),
        {"l1": f"{URL}1"},
    )
    claims = find_claims(read_document(data, "note.docx"))
    assert [claim.language for claim in claims] == ["en", "zh-Hant"]
    assert claims[1].citations[0].url == f"{URL}1"


def test_a_german_sentence_is_read_by_the_german_grammar_wherever_the_document_ends() -> None:
    sentence = "Der Eintritt kostet 7,50 Euro"
    _, claim = claims_of(
        "The museum has been open since 1998 and is one of the most visited in the country.\n\n"
        f"{sentence} {cite(1)}.\n\n"
        "It was said to be the first of its kind when it was opened to the public.\n"
    )[:2]
    assert (claim.language, [quantity.low for quantity in claim.quantities]) == ("de", [7.5])
    page = PageIndex(a_page(f"Öffnungszeiten und Preise\n{sentence}.", language="de"))
    assert judge(claim, claim.citations[0], a_source(), page).verdict is Verdict.SUPPORTED


def test_a_sentence_wholly_in_another_script_is_judged_by_its_own() -> None:
    claims = claims_of(
        f"車站在1996年啟用。The line carried 41 million riders in 2019 {cite(1)}."
        f" It fell by 12% {cite(2)}. 2023年運量為958.7萬人次{cite(3, '來源')}。\n\n"
        f"The line was opened in 1996 and it is the oldest of the five. 全線共有24座車站"
        f"{cite(4, '來源')}。 It is run by the city, which has owned it from the start {cite(5)}.\n"
    )
    assert told(claims) == [
        ("zh-Hant", "車站在1996年啟用。"),
        ("en", "The line carried 41 million riders in 2019."),
        ("en", "It fell by 12%."),
        ("zh-Hant", "2023年運量為958.7萬人次。"),
        ("en", "The line was opened in 1996 and it is the oldest of the five."),
        ("zh-Hant", "全線共有24座車站。"),
        ("en", "It is run by the city, which has owned it from the start."),
    ]
    assert [one.url[-1] for claim in claims for one in claim.citations] == ["1", "2", "3", "4", "5"]
    assert claims[3].quantities[-1].low == 9_587_000


def test_a_cell_of_a_table_is_read_in_its_own_language() -> None:
    claims = claims_of(
        "The table has what the makers themselves have told of the year, as it was published.\n\n"
        "| Maker | Sales | Source |\n|---|---|---|\n"
        f"| BYD | 302萬輛 | [a]({URL}1) |\n| Other | 1.7 million | [b]({URL}2) |\n"
    )
    assert [(c.language, c.quantities[0].low) for c in claims if c.quantities] == [
        ("zh-Hant", 3_020_000),
        ("en", 1_700_000),
    ]


def test_what_is_too_short_to_tell_goes_with_its_neighbours() -> None:
    document = a_document(
        "The line was opened in 1996 and it is the oldest of the five.\n\n"
        "Die Werft wurde im Jahr 1908 gegründet und ist nicht die einzige.\n\n"
        f"- Umsatz: 7,5 Millionen {cite(1)}\n\n"
        "Sie beschäftigt mehr als 400 Menschen aus der Stadt.\n\n"
        "It has said that the plants in the north of the country are to be enlarged.\n\n"
        f"- Staff: 1,500 {cite(2)}\n"
    )
    claims = {claim.plain: claim for claim in find_claims(document)}
    assert claims["Umsatz: 7,5 Millionen"].language == "de"
    assert claims["Umsatz: 7,5 Millionen"].quantities[0].low == 7_500_000
    assert claims["Staff: 1,500"].quantities[0].low == 1_500


def test_the_characters_of_chinese_are_told_for_the_whole_document() -> None:
    english = "The line was opened in 1996 and it is the oldest of the five.\n\n"
    alike = f"全年共有24座工厂投产{cite(1)}。\n\n2023年人口共有24万{cite(2)}。\n"
    assert {claim.language for claim in claims_of(english * 3 + alike)} == {"en", "zh-Hans"}
    assert {claim.language for claim in claims_of(f"環狀線有14座車站。\n\n{alike}")} == {"zh-Hant"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "根據NVIDIA與Tesla Model 3的資料，2023年共售出12萬輛，較前一年增加三成，創下歷年新高。"
            "\n\n- NVIDIA Jetson AGX Orin\n"
            "- Tesla Model 3 Long Range\n- BYD Dolphin 與 Tesla Model Y\n",
            id="latin_names_in_chinese",
        ),
        pytest.param(
            "BYD (比亚迪股份有限公司) sold 3 million cars in 2023, which was more than before.\n\n"
            "The plant in Taoyuan (桃園) is to be enlarged by the company.\n\n"
            "The word 內捲 has been used for the price war.\n",
            id="chinese_names_in_english",
        ),
        pytest.param(
            "Der Bericht „The State of the Oceans and the Future of the Sea“ wurde 2020 gedruckt."
            "\n\n- The State of the Union\n- *The Lord of the Rings* von 1954\n\n"
            "Die Zeitschrift The Economist nennt ihn einen der besten, die von der Kommission und"
            " dem Rat nicht nur auf dem Papier, sondern auch mit Zahlen belegt worden sind. Das ist"
            " die Aufgabe, der sich die Staaten mit dem Vertrag gestellt haben.\n",
            id="english_titles_in_german",
        ),
        pytest.param(
            "# 東京都交通局\n\n## 運賃改定\n\n東京の地下鉄は2023年に約24億人を運びました。\n\n"
            "| 路線 | 駅数 |\n|---|---|\n| 浅草線 | 20 |\n| 三田線 | 27 |\n\n## 参考資料\n",
            id="kanji_only_in_japanese",
        ),
        pytest.param(
            "Der Spiegel reported 5 million readers in 1990.\n\n"
            "Los Angeles recorded 40 degrees.\n\n"
            "Les Misérables has been on the stage since 1985.\n\n"
            "It is of the kind that is known.\n",
            id="foreign_names_in_english",
        ),
        pytest.param(
            "資料以下列指令取得，共有24項。\n\n"
            "```\nfor the row in the table that is not empty.\n```\n\n"
            "以`the name of the file that is to be read.`為參數。\n",
            id="code_in_chinese",
        ),
    ],
)
def test_a_text_of_one_language_stays_in_it(text: str) -> None:
    assert of_one_language(a_document(text))


def test_english_references_at_the_end_of_a_chinese_note_make_no_claims() -> None:
    note = (
        "# 機器人產業\n\n2023年全球共裝設54萬台工業機器人。中國佔51%，日本居次。\n\n"
        "德國在2022年裝設2.5萬台，為歐洲最多。\n\n"
    )
    listed = (
        f"- [The state of robotics in the world]({URL}1)\n"
        f"- Federation of Robotics. The robots of the world are counted by it. {URL}2\n"
    )
    claims = claims_of(f"{note}## 參考資料\n\n{listed}")
    assert [claim.plain for claim in claims] == [claim.plain for claim in claims_of(note)]
    assert {claim.language for claim in claims} == {"zh-Hant"}
    assert all({one.url for one in claim.citations} == {f"{URL}1", f"{URL}2"} for claim in claims)


def test_a_listed_source_is_found_for_a_claim_in_either_language() -> None:
    claims = claims_of(
        "風力發電在2023年成長12%。\n\nSolar power in Spain grew by 28% in 2022.\n\n"
        f"## 參考資料\n\n- [Solar power in Spain]({URL}solar)\n- [風力發電的成長]({URL}wind)\n"
    )
    assert [claim.citations[0].url for claim in claims] == [f"{URL}wind", f"{URL}solar"]


def test_links_to_visitors_are_told_by_the_language_of_their_paragraph() -> None:
    document = a_document(
        "文湖線全長25.1公里,共有24座車站。高運量路線在1997年啟用。\n\n"
        f"Click [here]({URL}1) to subscribe to our newsletter, which is free for all.\n"
    )
    assert cited_urls(document) == ()


@pytest.mark.parametrize("piece", ["! ", ". ", "。", "(", "“", '"', "a。b. ", "漢. The ", "1. "])
def test_no_heap_of_stops_takes_long(piece: str) -> None:
    started = time.process_time()
    a_document(f"漢字漢字 the word of it {piece * 20_000} x", "note.txt")
    assert time.process_time() - started < 5
