"""The page in a real browser: found one's way in, looked at, attacked. Nothing leaves it."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from dataclasses import replace
from importlib.resources import files
from time import perf_counter
from typing import TYPE_CHECKING, Any

import pytest

from pipeline.alerting import settle
from pipeline.cli import main
from pipeline.config import Config
from pipeline.stored import load_run
from reports.webpage import render_html
from storage.store import open_store
from tests.chromium import NO_NETWORK, PROGRAM, needs_chromium
from tests.conftest import ROOT
from tests.reports.large import a_large_report
from tests.reports.makers import a_settled_report
from tests.reports.payloads import BROWSER_PAYLOADS
from tests.reports.test_hostile_texts import a_report_full_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Dialog, Locator, Page

    from claims.values import Report

pytestmark = needs_chromium
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 375, "height": 800}
SECONDS_TO_OPEN = 2.0


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=PROGRAM, args=["--no-sandbox", *NO_NETWORK]
        )
        yield running
        running.close()


@pytest.fixture
def requests() -> list[str]:
    """What pages asked for, besides themselves."""
    return []


@pytest.fixture
def opened(browser: Browser, tmp_path: Path, requests: list[str]) -> Iterator[Callable[..., Page]]:
    contexts: list[BrowserContext] = []

    def open_page(
        report: Report, *, language: str = "en", fragment: str = "", **options: Any
    ) -> Page:
        file = tmp_path / f"report{len(contexts)}.html"
        file.write_text(render_html(report, language=language), encoding="utf-8")
        context = browser.new_context(**{"viewport": WIDE, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda asked: requests.append(asked.url))
        page.goto(f"{file.as_uri()}{fragment}")
        requests.remove(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert requests == []


@pytest.fixture
def page(opened: Callable[..., Page]) -> Page:
    return opened(a_settled_report())


def shown(page: Page) -> list[str]:
    """The numbers of the claims that are shown."""
    return page.locator(".card:not([hidden]) > summary .number").all_inner_texts()


def count(page: Page) -> int:
    found: int = page.evaluate("document.querySelectorAll('.card:not([hidden])').length")
    return found


def choice(page: Page, name: str) -> Locator:
    return page.locator(f"[data-choice={name}]")


def current(page: Page) -> str:
    return page.locator(".card.current > summary .number").inner_text()


def told(page: Page) -> str:
    return page.locator("#shown").inner_text()


# ------------------------------------------------------------------ finding one's way


def test_claims_are_chosen_by_verdict(page: Page) -> None:
    assert told(page) == "8 of 8 claims shown"
    page.get_by_role("button", name="contradicted 2").click()
    assert told(page) == "2 of 8 claims shown"
    page.get_by_role("button", name="partial 1").click()
    assert len(shown(page)) == 3
    page.get_by_role("button", name="all 8").click()
    assert told(page) == "8 of 8 claims shown"


def test_claims_are_chosen_by_source_section_and_remark(page: Page) -> None:
    choice(page, "source").select_option(label="Ferry services 2024")
    assert told(page) == "2 of 8 claims shown"
    choice(page, "flag").select_option(label="source inferred")
    page.get_by_role("button", name="contradicted 2").click()
    assert len(shown(page)) == 1
    page.get_by_role("button", name="reset").click()
    assert told(page) == "8 of 8 claims shown"
    assert page.get_by_role("button", name="reset").is_hidden()


def test_a_section_is_chosen_as_a_whole(opened: Callable[..., Page]) -> None:
    page = opened(a_large_report(claims=1_500))
    choice(page, "section").select_option("Ward 1")
    assert told(page) == "500 of 1,500 claims shown"
    choice(page, "source").select_option("7")
    assert 2 <= len(shown(page)) <= 3


def test_claims_are_searched_in_text_and_evidence(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("NETWORK GREW BY 46%")
    assert shown(page) == ["1"]
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert told(page) == "8 of 8 claims shown"


def test_keys_lead_through_the_claims(page: Page) -> None:
    for number in ("1", "2", "3"):
        page.keyboard.press("j")
        assert current(page) == number
    page.keyboard.press("k")
    assert current(page) == "2"
    card = page.locator(".card.current")
    assert card.get_attribute("open") is not None
    page.keyboard.press("Enter")
    assert card.get_attribute("open") is None
    page.keyboard.press("Enter")
    assert card.get_attribute("open") is not None


def test_keys_lead_through_what_is_shown_only(page: Page) -> None:
    page.get_by_role("button", name="contradicted 2").click()
    numbers = shown(page)
    for number in (*numbers, numbers[-1]):
        page.keyboard.press("j")
        assert current(page) == number


def test_help_tells_the_keys(page: Page) -> None:
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    assert dialog.is_visible()
    page.keyboard.press("j")
    assert page.locator(".card.current").count() == 0
    page.keyboard.press("Escape")
    assert dialog.is_hidden()
    page.get_by_role("button", name="keys").click()
    page.get_by_role("button", name="close").click()
    assert dialog.is_hidden()


def test_a_link_leads_to_its_claim_whatever_is_chosen(
    opened: Callable[..., Page], page: Page
) -> None:
    anchor = page.locator(".card.partial").get_attribute("id")
    page = opened(a_settled_report(), fragment=f"#{anchor}")
    assert current(page) == "2"
    page.get_by_role("button", name="contradicted 2").click()
    page.evaluate(f"location.hash = ''; location.hash = '{anchor}'")
    page.wait_for_function("document.querySelector('.card.current:not([hidden])') !== null")
    assert told(page) == "8 of 8 claims shown"


def test_the_text_leads_to_the_claim_and_back(page: Page) -> None:
    page.locator(".text .ref").first.click()
    assert current(page) == "1"
    page.locator(".card.current .place a").click()
    assert page.evaluate("location.hash").startswith("#text-")


# ------------------------------------------------------------------------- appearance


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
@pytest.mark.parametrize("width", [375, 560, 900, 1280])
def test_nothing_scrolls_sideways(opened: Callable[..., Page], language: str, width: int) -> None:
    page = opened(a_settled_report(), language=language, viewport={"width": width, "height": 800})
    for step in range(0, page.evaluate("document.body.scrollHeight"), 700):
        page.evaluate(f"scrollTo(0, {step})")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_page_is_dark_where_the_reader_wants_it(opened: Callable[..., Page]) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light = opened(a_settled_report(), color_scheme="light").evaluate(ground)
    dark = opened(a_settled_report(), color_scheme="dark").evaluate(ground)

    assert sum(map(int, light[4:-1].split(","))) > 600
    assert sum(map(int, dark[4:-1].split(","))) < 150


def test_print_shows_everything(opened: Callable[..., Page]) -> None:
    import pypdfium2  # noqa: PLC0415

    page = opened(a_settled_report())
    printed = pypdfium2.PdfDocument(page.pdf(format="A4"))
    text = "\n".join(sheet.get_textpage().get_text_range() for sheet in printed)

    assert "Ridership on the night network grew by 46%" in " ".join(text.split())
    assert "the fares page is being rewritten" in " ".join(text.split())
    assert "unfold all" not in text


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_everybody_can_use_it(
    opened: Callable[..., Page], language: str, scheme: str, viewport: dict[str, int]
) -> None:
    page = opened(a_settled_report(), language=language, color_scheme=scheme, viewport=viewport)
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    page.get_by_role("button", name="unfold" if language == "en" else "全部展開").click()
    for state in ("page", "help"):
        if state == "help":
            page.keyboard.press("?")
        found = page.evaluate("axe.run()")["violations"]
        worst = {
            one["id"]: [node["html"] for node in one["nodes"]][:3]
            for one in found
            if one["impact"] in {"serious", "critical"}
        }
        assert worst == {}


def test_all_words_are_chinese_where_the_page_is(opened: Callable[..., Page]) -> None:
    page = opened(a_settled_report(), language="zh-Hant")
    words = page.locator("button, label, th, h2, h3, dt, .relation, .outcome").all_inner_texts()
    ours = " ".join(words)

    assert page.evaluate("document.documentElement.lang") == "zh-Hant"
    for word in ("supported", "contradicted", "Source", "any", "unfold", "Outcome", "keys"):
        assert word not in ours
    assert "8 則主張" in ours
    assert told(page) == "顯示 8 則主張，共 8 則"


# ------------------------------------------------------------------------------- size


def test_a_large_report_opens_and_answers_at_once(
    opened: Callable[..., Page], record_property: Callable[[str, object], None]
) -> None:
    """The benchmark tells how fast; here it must not be a matter of patience."""
    report = a_large_report()
    start = perf_counter()
    page = opened(report)
    painted = page.evaluate(
        "new Promise(done => requestAnimationFrame(() => setTimeout(() => done("
        "performance.now()), 0)))"
    )
    record_property("opened_seconds", perf_counter() - start)
    assert painted / 1000 < 5 * SECONDS_TO_OPEN
    assert told(page) == "5,000 of 5,000 claims shown"
    page.get_by_role("button", name="contradicted 500").click()
    assert told(page) == "500 of 5,000 claims shown"
    page.get_by_role("button", name="all 5,000").click()
    page.locator("#search").fill("number 4002 ")
    assert shown(page) == ["4003"]


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report of the examples, checked from their archive."""
    folder = tmp_path_factory.mktemp("examples")
    database = f"sqlite:///{folder}/store.db"
    example = ROOT / "examples"
    code = main(
        [
            "check", str(example), "--replay", str(example / "demo.warc.gz"), "--db", database,
            "--fail-on", "none", "-q",
        ]
    )  # fmt: skip
    assert code == 0
    with closing(open_store(database)) as store:
        report = load_run(store, None, database)
    return settle(report, Config(), None, report.run.finished_at.date()).report


@pytest.mark.parametrize("which", ["examples", "large"])
def test_one_finds_ones_way_in_real_reports(
    opened: Callable[..., Page], examples: Report, which: str
) -> None:
    report = examples if which == "examples" else a_large_report()
    page = opened(report, color_scheme="dark")
    total = sum(len(checked.findings) for checked in report.documents)
    assert told(page) == f"{total:,} of {total:,} claims shown"

    page.locator("[data-filter=contradicted]").click()
    contradicted = count(page)
    assert 0 < contradicted < total
    page.locator("#search").fill("2024")
    assert 0 < count(page) <= contradicted
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert count(page) == total
    for _ in range(3):
        page.keyboard.press("j")
    anchor = page.locator(".card.current").get_attribute("id")

    linked = opened(report, fragment=f"#{anchor}", viewport=NARROW)
    assert current(linked) == current(page) == "3"
    assert linked.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    # A thousand pages take a minute to print; that they are printed whole is told by a small one.
    if which == "examples":
        assert page.pdf(format="A4").startswith(b"%PDF")


# ---------------------------------------------------------------------------- attacks


def test_there_are_payloads_enough() -> None:
    assert len(set(BROWSER_PAYLOADS)) >= 60


@pytest.mark.parametrize("payload", BROWSER_PAYLOADS)
def test_no_payload_does_anything(opened: Callable[..., Page], payload: str) -> None:
    report = a_report_full_of(payload, url=payload)
    page = opened(report)
    happened: Counter[str] = Counter()

    def dismiss(dialog: Dialog) -> None:
        happened.update(["dialog"])
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.on("popup", lambda _: happened.update(["popup"]))
    page.on("framenavigated", lambda _: happened.update(["navigation"]))
    page.evaluate("window.owned = undefined")
    page.get_by_role("button", name="unfold all").click()
    page.evaluate(
        "for (const element of document.querySelectorAll('*'))"
        " for (const name of ['mouseover', 'focus', 'toggle', 'error', 'load'])"
        " element.dispatchEvent(new Event(name))"
    )
    page.keyboard.press("j")
    page.locator("#search").fill(payload[:50])
    page.wait_for_timeout(20)

    assert page.evaluate("window.owned") is None
    assert happened == Counter()
    assert page.evaluate("document.querySelectorAll('script').length") == 1
    links = page.evaluate("[...document.querySelectorAll('a')].map(a => a.protocol)")
    assert set(links) <= {"file:", "http:", "https:"}


def test_the_same_report_is_the_same_page() -> None:
    for language in ("en", "zh-Hant"):
        report = a_settled_report()
        again = replace(report, documents=tuple(report.documents))
        assert render_html(report, language=language) == render_html(again, language=language)
