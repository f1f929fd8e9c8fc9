"""Every way in which documents cite: a form, a document, and the URLs of each claim."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from claims.cited_places import cited_urls
from claims.extraction import find_claims
from claims.values import Via
from tests.claims.makers import a_document

A, B, C = "https://a.example/1", "https://b.example/2", "https://c.example/3"


@dataclass(frozen=True)
class Form:
    """A document and, for each claim in order, its URLs."""

    text: str
    claims: list[list[str]]
    via: Via = Via.INLINE
    path: str = "note.md"


FIRST = "Exports of steel rose by 5% last year"
SECOND = "Imports of coal fell by 3% last year"
THIRD = "Ports handled 40 million tonnes of ore"

NOTES = f"\n\n參考資料\n\n[1] 港口年報 {A}\n[2] 漁業統計 {B}\n"
CIRCLED_NOTES = f"\n\n參考資料：\n\n① 港口年報 {A}\n② 漁業統計 {B}\n"
PAPERS = (
    "\n\n## References\n\n"
    f"Hale, J., & Brand, I. (2021). Steel. {A}\n\nRehak, T. (2019). Coal. {B}\n"
)

FORMS = {
    "inline link": Form(f"[{FIRST}]({A}).", [[A]]),
    "link behind": Form(f"{FIRST} ([source]({A})).", [[A]]),
    "link behind the full stop": Form(f"{FIRST}. [Source]({A})", [[A]]),
    "sent to two sources": Form(f"{FIRST}. See [here]({A}) and [the report]({B}).", [[A, B]]),
    "sent to a source and a file": Form(f"{FIRST}. See [here]({A}) and [local](a.md).", [[A]]),
    "only sent to sources": Form(
        f"See [here]({A}) and [local](a.md).\n\n{SECOND} [b]({B}).", [[B]]
    ),
    "sent to a number": Form(
        f"{FIRST} [a]({A}).\n\nSee how [exports rose by 5% in 2020]({B}).", [[A], [B]]
    ),
    "reference link": Form(f"{FIRST} [there][x].\n\n[x]: {A}", [[A]], Via.REFERENCE),
    "shortcut reference": Form(f"{FIRST} [there].\n\n[there]: {A}", [[A]], Via.REFERENCE),
    "autolink": Form(f"{FIRST} <{A}>.", [[A]]),
    "bare URL": Form(f"{FIRST}, see {A}.", [[A]]),
    "bare URL in Chinese": Form(f"去年鋼鐵出口增加了5%，見{A}。", [[A]]),
    "source in brackets": Form(f"{FIRST} (Source: {A}).", [[A]]),
    "來源": Form(f"去年鋼鐵出口增加了5%（來源：{A}）。", [[A]]),
    "footnote": Form(
        f"{FIRST}.[^n] {SECOND}.[^2]\n\n[^n]: Office, {A}\n[^2]: See <{B}> and {C}.",
        [[A], [B, C]],
        Via.FOOTNOTE,
    ),
    "footnote with nothing but a URL": Form(f"{FIRST}.[^1]\n\n[^1]: {A}", [[A]], Via.FOOTNOTE),
    "footnote written in place": Form(f"{FIRST}.^[Office, {A}] {SECOND}.", [[A], []], Via.FOOTNOTE),
    "numbered": Form(
        f"{FIRST} [1]. {SECOND} [2].\n\n## References\n\n1. Steel, {A}\n2. [Coal]({B})\n",
        [[A], [B]],
        Via.NUMBERED,
    ),
    "numbered, several": Form(
        f"{FIRST} [1, 3]. {SECOND} [1-3].\n\n## Sources\n\n[1] {A}\n\n[2] {B}\n\n[3] {C}\n",
        [[A, C], [A, B, C]],
        Via.NUMBERED,
    ),
    "numbered by link definitions": Form(f"{FIRST} [1].\n\n[1]: {A}", [[A]], Via.REFERENCE),
    "number that links itself": Form(f"{FIRST}[[1]]({A}).", [[A]]),
    "lenticular brackets": Form(
        f"{FIRST}【1†source】。{SECOND}【2】。\n\n## References\n\n1. {A}\n2. {B}\n",
        [[A], [B]],
        Via.NUMBERED,
    ),
    "raised digits": Form(
        f"{FIRST}.¹ {SECOND}.²\n\n## Notes\n\n1. {A}\n2. {B}\n", [[A], [B]], Via.NUMBERED
    ),
    "author and year": Form(
        f"{FIRST} (Smith, 2020). Li and Roy (2021) found that imports fell by 3%.\n\n"
        f"## References\n\nSmith, J. (2020). Steel. {A}\n\nLi, W., & Roy, K. (2021). Coal. {B}\n",
        [[A], [B]],
        Via.AUTHOR_YEAR,
    ),
    "author and year, several": Form(
        f"{FIRST} (Smith et al., 2020; Li 2021b).\n\n## References\n\n"
        f"- Smith, J. (2020). Steel. {A}\n- Li, W. (2021b). Coal. {B}\n",
        [[A, B]],
        Via.AUTHOR_YEAR,
    ),
    "table cell": Form(
        "| Good | Change | Source |\n|---|---|---|\n"
        f"| Steel | [5%]({A}) | |\n| Coal | 3% | [x]({B}) |\n",
        [[A], [B]],
    ),
    "table header": Form(
        f"| Good | [Change]({A}) |\n|---|---|\n| Steel | 5% |\n| Coal | 3% |\n", [[A], [A]]
    ),
    "below a table": Form(
        f"| Good | Change |\n|---|---|\n| Steel | 5% |\n| Coal | 3% |\n\nSource: [Office]({A})\n",
        [[A], [A]],
    ),
    "behind a paragraph": Form(f"{FIRST}. {SECOND}. (Source: [x]({A}))", [[A], [A]]),
    "line that leads a list in": Form(
        f"The office [reports]({A}):\n\n- {FIRST}\n- {SECOND}\n", [[A], [A]]
    ),
    "one claim, many URLs": Form(f"{FIRST} [1]({A}) [2]({B}).", [[A, B]]),
    "one URL, many claims": Form(f"[{FIRST}]({A}). [{SECOND}]({A}).", [[A], [A]]),
    "a list without marks": Form(
        f"{FIRST}.\n\n## Sources\n\n- [Steel exports]({A})\n", [[A]], Via.LISTED
    ),
    "no source at all": Form(f"{FIRST}.", [[]]),
    "cited in the text, so not by the list": Form(
        f"[{FIRST}]({A}). {SECOND}.\n\n## Further reading\n\n- [Coal imports]({B})\n", [[A], []]
    ),
    "HTML link": Form(f"<p>{FIRST} <a href='{A}'>there</a>.</p>", [[A]], path="page.html"),
    "encyclopedia": Form(
        f"<p>{FIRST}.<sup id='r1' class='reference'><a href='#n1'>[1]</a></sup> {SECOND}."
        "<sup><a href='#n2'>[2]</a></sup></p><h2>References</h2><ol class='references'>"
        f"<li id='n1'><a href='#r1'>^</a> <cite><a href='{A}'>Steel</a></cite></li>"
        f"<li id='n2'><b><a href='#r2'>^</a></b> <a href='{B}'>Coal</a>, 2020</li></ol>",
        [[A], [B]],
        Via.NUMBERED,
        path="page.html",
    ),
    "reStructuredText link": Form(f"{FIRST} `there <{A}>`_.", [[A]], path="note.rst"),
    "reStructuredText reference": Form(
        f"{FIRST} `there`_.\n\n.. _there: {A}\n", [[A]], Via.REFERENCE, path="note.rst"
    ),
    "reStructuredText footnote": Form(
        f"{FIRST} [1]_. {SECOND} [#n]_.\n\n.. [1] Office, {A}\n.. [#n] `Coal <{B}>`_\n",
        [[A], [B]],
        Via.FOOTNOTE,
        path="note.rst",
    ),
    "reStructuredText citation": Form(
        f"{FIRST} [Li20]_.\n\n.. [Li20] Office, {A}\n", [[A]], Via.FOOTNOTE, path="note.rst"
    ),
    "plain text": Form(
        f"{FIRST} [1].\n{SECOND}: {B}\n\nReferences\n\n[1] {A}\n",
        [[A], [B]],
        path="note.txt",
    ),
    "HTML raised number": Form(
        f"<p>{FIRST}.<sup>1</sup> {SECOND}.<sup>2</sup></p><h2>Notes</h2>"
        f"<ol><li>{A}</li><li><a href='{B}'>Coal</a></li></ol>",
        [[A], [B]],
        Via.NUMBERED,
        path="page.html",
    ),
}


@pytest.mark.parametrize("name", FORMS)
def test_claims_are_tied_to_their_urls(name: str) -> None:
    form = FORMS[name]
    claims = find_claims(a_document(form.text, form.path))
    assert [[citation.url for citation in claim.citations] for claim in claims] == form.claims
    vias = {citation.via for claim in claims for citation in claim.citations}
    assert vias <= {form.via} or form.path == "note.txt"


@pytest.mark.parametrize("name", FORMS)
def test_marks_are_no_part_of_what_is_claimed(name: str) -> None:
    form = FORMS[name]
    for claim in find_claims(a_document(form.text, form.path)):
        assert "http" not in claim.plain
        assert not any(mark in claim.plain for mark in ("[1", "【", "¹", "[^"))
        assert all(quantity.value in {5, 3, 4e7} or quantity.kind in {"year", "duration"}
                   for quantity in claim.quantities)  # fmt: skip


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("<https://a.example/x_(y)>", "https://a.example/x_(y)"),
        ("https://a.example/x_(y)", "https://a.example/x_(y)"),
        ("(https://a.example/x)", "https://a.example/x"),
        ("[t](<https://a.example/a b>)", "https://a.example/a b"),
        ("[t](https://a.example/%E4%B8%AD)", "https://a.example/%E4%B8%AD"),
        ("https://a.example/?q=[1]&r=2", "https://a.example/?q=[1]&r=2"),
        ("[t](https://例子.example/路)", "https://例子.example/路"),
        ("https://a.example/x?utm_source=y#z", "https://a.example/x?utm_source=y#z"),
        ("**https://a.example/x**", "https://a.example/x"),
        ("「https://a.example/x」", "https://a.example/x"),
    ],
)
def test_urls_are_kept_as_they_are_spelled(written: str, url: str) -> None:
    assert cited_urls(a_document(f"{FIRST}, says {written}, and more.")) == (url,)


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST} ![chart]({A}) and so on.",
        f"{FIRST} `{A}` and so on.",
        f"```\n{A}\n```\n\n{FIRST}.",
        f"{FIRST}. <!-- {A} -->",
        f"{FIRST} [x](mailto:a@b.example) [y](javascript:alert(1)) [z](data:text/html,x).",
        f"{FIRST}, as [was said](#top) above.",
        f"{FIRST} <img src='{A}'> and so on.",
    ],
)
def test_what_is_no_citation_is_not_fetched(text: str) -> None:
    assert cited_urls(a_document(text)) == ()


def test_a_power_is_no_note() -> None:
    (claim,) = find_claims(
        a_document(
            "<p>The lake covers 12 km<sup>2</sup> of land in the north.</p><h2>Notes</h2>"
            f"<ol><li>x</li><li>{A}</li></ol>",
            "page.html",
        )
    )
    assert [citation.via for citation in claim.citations] == [Via.LISTED]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (f"# W\n\n{FIRST}. [s]({A})\n\n# Notes\n\n{SECOND}. [s]({A})", 2),
        (f"# Notes\n\n{FIRST}. [s]({A})\n\n{SECOND}.", 2),
        (f"# News\n\n- [{FIRST}]({A})\n- [{SECOND}]({B})\n", 2),
        (f"## 來源\n\n{FIRST}. [來源]({A})", 1),
        (f"{FIRST}.\n\n- [Steel exports]({A})\n- [Coal imports]({B})\n", 1),
        (f"{FIRST}.\n\n## References\n\nSmith, J. (2020). A book about steel. London.\n", 1),
        (f"{FIRST}.\n\n## References\n\n- [{SECOND}]({B})\n", 1),
    ],
)
def test_no_claim_is_lost_to_a_list_of_sources(text: str, count: int) -> None:
    assert len(find_claims(a_document(text))) == count


@pytest.mark.parametrize(
    "url", ["ftp://a.example/x", "file:///etc/passwd", "http:///x", "//a.example/"]
)
def test_an_address_that_cannot_be_fetched_is_cited_all_the_same(url: str) -> None:
    assert cited_urls(a_document(f"{FIRST}, as [was said]({url}).")) == (url,)


# What each claim says is looked at elsewhere.
OTHER_FORMS = {
    "Chinese brackets": Form(
        f"港口共有1,402個泊位〔1〕。漁獲為3萬公噸〔2〕。{NOTES}", [[A], [B]], Via.NUMBERED
    ),
    "notes by their word": Form(
        f"港口共有1,402個泊位（註1）。漁獲為3萬公噸（注2）。{NOTES}", [[A], [B]], Via.NUMBERED
    ),
    "circled numbers": Form(
        f"港口共有1,402個泊位①。漁獲為3萬公噸②，年增一成。{CIRCLED_NOTES}", [[A], [B]], Via.NUMBERED
    ),
    "a narrative citation behind one in brackets": Form(
        f"{FIRST} (Hale and Brand, 2021). Hale and Brand (2021) found that it fell again.{PAPERS}",
        [[A], [A]],
        Via.AUTHOR_YEAR,
    ),
    "a note behind a genitive": Form(
        f"Exports rose by 5%, and 56% of Norland's.[^1] Two thirds of it was steel.\n\n[^1]: {A}\n",
        [[A], []],
        Via.FOOTNOTE,
    ),
    "a note behind an abbreviation": Form(
        f"Exports rose by 5% in the U.S.[^1] Two thirds of it was steel.\n\n[^1]: {A}\n",
        [[A], []],
        Via.FOOTNOTE,
    ),
    "short sentences that cite": Form(
        f"Steel fell [3%]({A}).\n\n失業率升至3.2%（[統計處]({B})）。", [[A], [B]]
    ),
    "a table of claims": Form(
        "| No. | Claim | Status | Source |\n|---|---|---|---|\n"
        f"| 1 | {FIRST}. | open | [a]({A}) |\n| 2 | {SECOND}. | done | {B} |\n",
        [[A], [B]],
    ),
    "a table whose rows are numbered": Form(
        "| # | Port | Ore in tonnes | Source |\n|---|---|---|---|\n"
        f"| 1 | Melby | 4,031 | [a]({A}) |\n",
        [[A]],
    ),
}


@pytest.mark.parametrize("form", OTHER_FORMS.values(), ids=OTHER_FORMS)
def test_each_claim_of_other_forms_has_its_urls(form: Form) -> None:
    claims = find_claims(a_document(form.text, form.path))
    assert [[citation.url for citation in claim.citations] for claim in claims] == form.claims
    assert {one.via for claim in claims for one in claim.citations} == {form.via}
