from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from claims.values import (
    CheckedDocument,
    Citation,
    Flag,
    Outcome,
    Problem,
    Relation,
    Report,
    Verdict,
    Via,
)
from reports.webpage import render_html
from tests.reports.html_parsing import Element, parse, text_of
from tests.reports.makers import (
    a_block,
    a_claim,
    a_document,
    a_fact,
    a_finding,
    a_judgement,
    a_report,
    a_source,
    an_evidence,
    with_link,
)

PAYLOADS = [
    pytest.param("<script>alert(1)</script>", id="script element"),
    pytest.param("</script><script>alert(1)</script>", id="end of our script"),
    pytest.param("</style><style>*{display:none}</style>", id="end of our style"),
    pytest.param('"><img src=x onerror=alert(1)>', id="out of an attribute"),
    pytest.param("' onmouseover='alert(1)", id="single quotes"),
    pytest.param('" autofocus onfocus="alert(1)', id="event handler"),
    pytest.param("<svg/onload=alert(1)>", id="svg"),
    pytest.param("<iframe srcdoc='<script>alert(1)</script>'></iframe>", id="iframe"),
    pytest.param("<!-- --!><script>alert(1)</script> -->", id="comment"),
    pytest.param("<![CDATA[<script>alert(1)</script>]]>", id="cdata"),
    pytest.param("&lt;script&gt;alert(1)&lt;/script&gt;", id="escaped already"),
    pytest.param("&#x3c;script&#x3e;", id="character references"),
    pytest.param("{{ 7 * 7 }}{% raw %}{# #}", id="template syntax"),
    pytest.param("<a href='javascript:alert(1)'>x</a>", id="anchor"),
    pytest.param("</details></article></main></body></html>", id="end of everything"),
    pytest.param("<base href='https://evil.example/'>", id="base"),
    pytest.param("<meta http-equiv=refresh content='0;url=https://evil.example'>", id="refresh"),
    pytest.param("<form action=https://evil.example><button>x", id="form"),
    pytest.param("<plaintext>", id="plaintext"),
    pytest.param("</title><script>alert(1)</script>", id="end of our title"),
    pytest.param("<scr\x00ipt>alert(1)</scr\x00ipt>", id="NUL"),
    pytest.param("\u202egpj.exe\u2066", id="bidi"),
    pytest.param("\ud83d<\udc00>", id="lone surrogates"),
    pytest.param("\x1b[2J\x08\x7f\x85\ufffe", id="controls"),
    pytest.param("`${alert(1)}`", id="script template"),
    pytest.param("x" * 5000, id="long"),
]

URLS = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "blob:https://evil.example/1",
    "//evil.example/",
    "https:evil.example",
    'https://evil.example/" onclick="alert(1)',
    "https://evil.example/<script>",
    "https://evil.example/\u202egpj.exe",
    "ftp://evil.example/",
    "\ud83d",
]

_NAMES = {
    *("aria-haspopup", "aria-hidden", "aria-label", "aria-labelledby", "aria-live"),
    *("aria-pressed", "autocomplete", "charset", "class", "content", "data-choice", "data-claims"),
    *("data-filter", "data-flag", "data-label", "data-section", "data-source", "data-verdict"),
    *("data-words", "dir", "height", "hidden", "href", "http-equiv", "id", "lang", "name"),
    *("open", "preserveaspectratio", "rel", "role", "scope", "spellcheck", "tabindex", "target"),
    *("type", "value", "viewbox", "width", "x", "y"),
}


def a_report_full_of(text: str, *, url: str = "https://example.org/") -> Report:
    """A report with the same text wherever a text can come from outside, and one URL."""
    citation = Citation(url, Via.INLINE, 0.9, text)
    claim = a_claim(
        text, text, plain=text + text, citations=(citation,), section=text, language=text
    )
    evidence = an_evidence(
        f"a {text} b",
        a_fact(text, text, Relation.DIFFERS),
        a_fact(text, "", Relation.MISSING),
        url=url,
        link=url,
    )
    finding = a_finding(
        claim,
        a_judgement(
            citation,
            Verdict.CONTRADICTED,
            evidence,
            reason=text,
            outcome=Outcome.MOVED,
            flags=(Flag.OUTDATED,),
        ),
        reason=f"the source says {text}",
    )
    block = with_link(a_block(text, text), text, url)
    sources = [
        a_source(
            url,
            outcome,
            reason=text,
            final_url=url,
            title=text,
            published=text,
            language=text,
            archived_url=url,
        )
        for outcome in (Outcome.MOVED, Outcome.GONE)
    ]
    report = a_report(
        CheckedDocument(
            a_document(text, block, path=text, title=text, language=text), (finding, finding)
        ),
        CheckedDocument(replace(a_document("one", path=text, title=""), language=text), ()),
        sources=sources,
        problems=(Problem(text, text),),
    )
    return replace(report, run=replace(report.run, id=text, tool_version=text))


def shape(elements: list[Element]) -> list[tuple[str, tuple[str, ...], int]]:
    return [
        (each.tag, tuple(sorted(set(each.attributes) - {"lang"})), each.depth) for each in elements
    ]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_payload_changes_no_element_and_no_attribute(payload: str) -> None:
    page = render_html(a_report_full_of(payload))

    assert shape(parse(page)) == shape(parse(render_html(a_report_full_of("tides"))))
    page.encode("utf-8")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_page_has_only_attributes_of_ours(payload: str) -> None:
    for element in parse(render_html(a_report_full_of(payload))):
        assert set(element.attributes) <= _NAMES


def test_payload_is_shown_as_it_is_written() -> None:
    payload = "<script>alert('&amp;')</script>"
    elements = parse(render_html(a_report_full_of(payload)))
    titles = [text_of(each) for each in elements if each.tag == "h2"]

    assert payload in titles


@pytest.mark.parametrize("url", URLS)
def test_links_lead_to_web_pages_only(url: str) -> None:
    elements = parse(render_html(a_report_full_of("tides", url=url)))
    schemes = {
        urlsplit(each.attributes["href"]).scheme for each in elements if "href" in each.attributes
    }

    assert schemes <= {"", "http", "https"}
    assert all(
        each.attributes["href"].startswith("#") for each in elements if "href" in each.attributes
    )


@pytest.mark.parametrize("url", URLS[:3])
def test_address_that_is_no_link_is_still_shown(url: str) -> None:
    page = render_html(a_report_full_of("tides", url=url))

    assert any(url in text_of(each) for each in parse(page) if each.tag == "bdi")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_page_holds_no_character_that_html_forbids(payload: str) -> None:
    page = render_html(a_report_full_of(payload))

    assert not any(
        (ord(c) < 32 and c not in "\n\t") or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000
        for c in page
    )


def test_bidirectional_text_stays_in_its_own_element() -> None:
    elements = parse(render_html(a_report_full_of("\u202eabc")))
    own = [each for each in elements if "\u202e" in "".join(each.own_texts)]

    assert own
    for element in own:
        assert any(
            each.tag in {"bdi", "title"} or each.attributes.get("dir") == "auto"
            for each in (element, *element.ancestors)
        ), element.tag
