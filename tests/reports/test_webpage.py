from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

import pytest

from claims.values import BlockKind, CheckedDocument, CitedSource, Flag, Place, Report
from reports.webpage import render_html
from tests.golden_files import assert_golden
from tests.reports.html_parsing import Element, parse, text_of
from tests.reports.makers import (
    a_block,
    a_citation,
    a_claim,
    a_document,
    a_finding,
    a_judgement,
    a_report,
    a_rich_report,
    a_source,
    an_evidence,
)


@pytest.fixture(scope="module")
def page() -> str:
    return render_html(a_rich_report())


@pytest.fixture(scope="module")
def elements(page: str) -> list[Element]:
    return parse(page)


def of_class(elements: list[Element], name: str) -> list[Element]:
    return [each for each in elements if name in each.attributes.get("class", "").split()]


def test_rich_report_is_as_the_golden_file(page: str) -> None:
    # Style and script are files of their own; a change in them is no change of the report.
    bare = re.sub(r"<(style|script)>.*?</\1>", r"<\1></\1>", page, flags=re.DOTALL)
    assert_golden(re.sub(r"sha256-[\w+/=]+", "sha256-…", bare), "report.html")


# ------------------------------------------------------------------- one file, no network


def test_page_loads_nothing(elements: list[Element]) -> None:
    assert not {"link", "img", "iframe", "object", "embed", "video", "base", "form"} & {
        element.tag for element in elements
    }
    assert not any({"src", "style", "onclick"} & set(element.attributes) for element in elements)


def test_policy_allows_only_the_page_s_own_style_and_script(elements: list[Element]) -> None:
    policy = next(each for each in elements if "http-equiv" in each.attributes)
    content = policy.attributes["content"]

    assert content.startswith("default-src 'none';")
    assert "unsafe" not in content
    for tag in ("style", "script"):
        (own,) = [each for each in elements if each.tag == tag]
        digest = b64encode(sha256(text_of(own).encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in content


def test_style_asks_for_nothing(elements: list[Element]) -> None:
    style = next(text_of(each) for each in elements if each.tag == "style")

    assert "url(" not in style
    assert "@import" not in style


# ------------------------------------------------------------------------------ the text


def test_every_block_is_shown_in_full(elements: list[Element]) -> None:
    texts = [text_of(each) for each in elements if "text" in each.attributes.get("class", "")]
    shown = "\n".join(re.sub("[✓½✗?–○]\u202f[0-9]+", "", text) for text in texts)

    assert "Ridership on the night lines rose by 64% in 2024, the operator says. The net" in shown
    assert "2024年渡輪載客量達4,500萬人次,較前一年增加12%。目前共有十八條航線往來離島," in shown
    assert "運輸署年報 https://ferries.example/annual" in shown


def test_claims_are_marked_with_verdict_and_number(elements: list[Element]) -> None:
    marks = of_class(elements, "claim")
    refs = [each for each in of_class(elements, "ref") if "aria-label" in each.attributes]

    assert text_of(marks[0]).startswith("Ridership on the night lines rose by 64% in 2024")
    assert marks[0].attributes["class"] == "claim contradicted"
    assert "contradicted, claim 1" in {each.attributes["aria-label"] for each in refs}


def test_every_deep_link_has_its_target(elements: list[Element]) -> None:
    ids = [each.attributes["id"] for each in elements if "id" in each.attributes]
    targets = {
        each.attributes["href"][1:]
        for each in elements
        if each.attributes.get("href", "").startswith("#")
    }

    assert len(ids) == len(set(ids))
    assert targets <= set(ids)


def test_deep_link_is_named_after_the_claim(elements: list[Element]) -> None:
    claim = a_rich_report().documents[0].findings[0].claim

    assert any(each.attributes.get("id") == f"claim-{claim.id}" for each in elements)


def test_same_claim_in_two_documents_has_two_anchors() -> None:
    finding = a_finding(a_claim(claim_id="same"))
    documents = [
        CheckedDocument(a_document(path=path), (finding,)) for path in ("one.md", "two.md")
    ]
    cards = of_class(parse(render_html(a_report(*documents))), "card")

    assert [card.attributes["id"] for card in cards] == ["claim-same", "claim-same.2"]


def test_languages_are_declared(elements: list[Element]) -> None:
    chinese = [each for each in elements if each.attributes.get("lang") == "zh-Hant"]

    assert {"p", "h2", "div"} <= {each.tag for each in chinese}
    assert elements[0].attributes["lang"] == "en"


def test_headings_skip_no_level() -> None:
    source = "# A\n### B\n#### C\n### D\n# E"
    blocks = [
        a_block(source, name, kind=BlockKind.HEADING, level=level)
        for name, level in zip("ABCDE", (1, 3, 4, 3, 1), strict=True)
    ]
    rendered = render_html(a_report(CheckedDocument(a_document(source, *blocks), ())))
    headings = [each for each in parse(rendered) if re.fullmatch(r"h[1-6]", each.tag)]

    assert [each.tag for each in headings if len(text_of(each)) == 1] == [
        *("h3", "h4", "h5", "h4", "h3")
    ]


def test_outline_of_a_rich_report_skips_no_level(elements: list[Element]) -> None:
    headings = [each for each in elements if re.fullmatch(r"h[1-6]", each.tag)]

    for previous, following in pairwise(headings):
        assert int(following.tag[1]) <= int(previous.tag[1]) + 1


def test_title_is_not_said_twice(elements: list[Element]) -> None:
    headings = [text_of(each) for each in elements if re.fullmatch(r"h[1-6]", each.tag)]

    assert headings.count("Night trams & the city") == 1


def test_claim_outside_the_blocks_has_its_card() -> None:
    source = "<!-- Tides turn. --> shown"
    document = a_document(source, a_block(source, "shown"))
    rendered = render_html(
        a_report(CheckedDocument(document, (a_finding(a_claim(source, "Tides turn.")),)))
    )

    assert "Claims outside the text above" in rendered
    assert len(of_class(parse(rendered), "card")) == 1


# ----------------------------------------------------------------------------- the cards


def test_card_shows_the_facts_in_the_quote(elements: list[Element]) -> None:
    facts = [
        (each.attributes["class"], text_of(each))
        for each in elements
        if each.tag == "mark" and "fact" in each.attributes["class"].split()
    ]

    assert ("fact differs", "46%") in facts
    assert ("fact agrees", "45 million passengers") in facts


def test_links_out_say_nothing_of_where_they_come_from(elements: list[Element]) -> None:
    out = [each for each in elements if each.attributes.get("href", "#")[0] != "#"]

    assert out
    for each in out:
        assert each.attributes["rel"] == "noopener noreferrer"
        assert each.attributes["target"] == "_blank"


def test_table_claim_tells_how_it_was_read(elements: list[Element]) -> None:
    assert [text_of(each) for each in of_class(elements, "read-as")] == ["Read as Red: Stops = 14"]


def test_warning_stands_in_the_first_line_of_a_card() -> None:
    citation = a_citation()
    finding = a_finding(
        a_claim(citations=(citation,)),
        a_judgement(citation, flags=(Flag.OUTDATED, Flag.CROSS_LANGUAGE)),
    )
    parsed = parse(render_html(a_report(CheckedDocument(a_document(), (finding,)))))

    assert [text_of(each) for each in of_class(parsed, "flag")] == ["outdated"]
    assert [text_of(each) for each in of_class(parsed, "remarks")] == ["source in another language"]


def test_evidence_of_another_source_is_shown() -> None:
    citation = a_citation()
    finding = a_finding(a_claim(citations=(citation,)), a_judgement(citation))
    newer = an_evidence("Tides no longer turn.", url="https://newer.example/")
    rendered = render_html(
        a_report(CheckedDocument(a_document(), (replace(finding, evidence=(newer,)),)))
    )

    assert "Tides no longer turn." in rendered
    assert 'href="https://newer.example/"' in rendered


def test_source_is_found_by_the_url_as_the_document_spells_it() -> None:
    citation = a_citation("https://EXAMPLE.org/tides")
    finding = a_finding(a_claim(citations=(citation,)), a_judgement(citation))
    source = a_source("https://example.org/tides", title="Tide tables")
    place = Place("notes/tides.md", finding.claim.id, 1, citation.url)
    report = Report(
        a_report().run,
        (CheckedDocument(a_document(), (finding,)),),
        (CitedSource(source, (place,)),),
        (),
    )
    shown = [text_of(each) for each in of_class(parse(render_html(report)), "source")]

    assert shown == ["Tide tables"]


def test_what_must_be_settled_is_listed_worst_first(elements: list[Element]) -> None:
    (settle,) = of_class(elements, "to-settle")
    start = elements.index(settle)
    following = elements[start + 1 :]
    inside = following[: next(i for i, e in enumerate(following) if e.depth <= settle.depth)]

    assert [each.attributes["class"] for each in inside if each.tag == "strong"] == [
        "verdict contradicted",
        "verdict contradicted",
        "verdict partial",
    ]


# ------------------------------------------------------------------------------- its size
