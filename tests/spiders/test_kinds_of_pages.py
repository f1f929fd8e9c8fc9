"""Pages of every kind in the words of many sites, each as it was first thought of."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from spiders.outcomes import Done, Follow, decide
from spiders.settings import CrawlSettings
from tests.spiders.makers import a_visit, an_answer

ARTICLE = (
    "<p>"
    + "Officials in the coastal district said on Tuesday that the number of visitors rose by 12"
    " percent last year, as new ferry lines opened and hotels reported a record season. "
    * 4
    + "</p>"
)
NAV = (
    "<header><nav><a href=/>Home</a> <a href=/news>News</a> <a href=/about>About</a>"
    " <a href=/contact>Contact</a></nav></header>"
)
FOOT = "<footer>© 2025 Example Ltd. <a href=/privacy>Privacy</a></footer>"

# In a body, ART, NAV and FOOT in braces stand for those above.
PAGES: list[dict[str, str]] = [
    json.loads(line)
    for line in (Path(__file__).parent / "kinds_of_pages.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("case", PAGES, ids=[f"{one['outcome']}: {one['title']}" for one in PAGES])
def test_a_page_is_what_it_is(case: dict[str, str]) -> None:
    written = case["body"].replace("{NAV}", NAV).replace("{FOOT}", FOOT).replace("{ART}", ARTICLE)
    markup = (
        f"<!doctype html><html><head><meta charset=utf-8><title>{case['title']}</title>"
        f"{case['head']}</head>"
        f"<body>{written}</body></html>"
    )
    answer = an_answer(200, markup.encode(), content_type="text/html")
    intent = decide(answer, visit=a_visit(), settings=CrawlSettings(max_retries=0))
    if isinstance(intent, Follow) and intent.visit.compared_with:
        # Odd, but fine unless the site shows the same for any address.
        intent = intent.visit.compared_with.done

    assert isinstance(intent, Done)
    assert intent.outcome == case["outcome"], intent.reason
