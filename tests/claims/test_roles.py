"""Who did it and to whom, in English and in Chinese."""

from __future__ import annotations

import pytest

from claims.han_roles import find_other_agent
from claims.roles import find_other_doer
from tests.claims.makers import an_html_page, grounds_in

TOWN = (
    "Corran Marine sued Melby Steel in 2021. The ferry was built by Rask Yards, and the bell was"
    " paid for by the Crown. The old mill was restored jointly by Ada Lund, Carl Dunn and Vera"
    " Holm in 1998."
)
FINAL = "Ada Lund beat Vera Holm in the final, and Vera Holm beat Ina Moss before."


@pytest.mark.parametrize(
    ("page", "claim", "said"),
    [
        (TOWN, "Melby Steel sued Corran Marine in 2021.", "sued Melby Steel in 2021"),
        (TOWN, "Melby Steel was sued by Orrin Works.", "sued Melby Steel in 2021"),
        (TOWN, "The ferry was built by Orrin Works.", "built by Rask Yards"),
        (TOWN, "The ferry was later constructed by Orrin Works.", "built by Rask Yards"),
        (TOWN, "Orrin Works built the ferry.", "built by Rask Yards"),
        (TOWN, "Orrin Works constructed the ferry.", "built by Rask Yards"),
        (TOWN, "A merchant paid for the bell.", "paid for by the Crown"),
        (
            TOWN,
            "The mill was restored by Orrin Works.",
            "restored jointly by Ada Lund, Carl Dunn and Vera Holm",
        ),
        (FINAL, "Vera Holm beat Ada Lund in the final.", "beat Vera Holm in the final"),
        (FINAL, "Ina Moss beat Vera Holm.", "beat Ina Moss before"),
    ],
)
def test_another_did_it(page: str, claim: str, said: str) -> None:
    found = find_other_doer(grounds_in("en", claim, page))
    assert found is not None
    passage, opposition = found
    assert opposition.found == said
    assert opposition.reason == f"the source says “{said}”"
    assert said in passage.unit.text
    assert opposition.claimed in claim


@pytest.mark.parametrize(
    ("page", "claim"),
    [
        (TOWN, "Corran Marine sued Melby Steel in 2021."),
        (TOWN, "Melby Steel was sued by Corran Marine."),
        (TOWN, "Rask Yards built the ferry."),
        (TOWN, "The mill was restored by Vera Holm."),
        (TOWN, "The mill was restored by Carl Dunn and others."),
        # A time or a way is nobody, and another deed is another's.
        (TOWN, "The ferry was built by May."),
        (TOWN, "The ferry was designed by Orrin Works."),
        (FINAL, "Ada Lund beat Vera Holm."),
        (FINAL, "Vera Holm was beaten by Ada Lund."),
        (FINAL, "Vera Holm beat Ina Moss."),
        # One who did it may have done it to one more.
        ("Ada Lund beat Vera Holm. Vera Holm beat Ada Lund.", "Vera Holm beat Ada Lund."),
    ],
)
def test_none_other_did_it(page: str, claim: str) -> None:
    assert find_other_doer(grounds_in("en", claim, page)) is None


def test_who_did_it_is_told_by_order_in_english_only() -> None:
    assert find_other_doer(grounds_in("de", "Melby Steel sued Corran Marine.", TOWN)) is None


BRIDGE = "大橋由林大同設計，由陳美華修復。這本書的第一作者是王小明，計畫的負責人為高文遠。"


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("大橋由王小明設計。", "由林大同設計"),
        ("大橋由李四光修復。", "由陳美華修復"),
        ("這本書第一作者是李四光。", "這本書的第一作者是王小明"),
        ("計畫的負責人是李四光。", "計畫的負責人為高文遠"),
    ],
)
def test_another_did_it_in_chinese(claim: str, said: str) -> None:
    found = find_other_agent(grounds_in("zh-Hant", claim, BRIDGE))
    assert found is not None
    passage, opposition = found
    assert (opposition.claimed, opposition.found) == (claim, said)
    assert opposition.reason == f"the source says “{said}”"
    assert passage.unit.text in BRIDGE


@pytest.mark.parametrize(
    "claim",
    [
        "大橋由林大同設計。",
        "大橋由陳美華修復。",
        "陳美華修復大橋。",
        "這本書的第一作者為王小明。",
        "計畫負責人是高文遠。",
        "大橋由李四光收購。",
    ],
)
def test_none_other_did_it_in_chinese(claim: str) -> None:
    assert find_other_agent(grounds_in("zh-Hant", claim, BRIDGE)) is None


def test_who_did_another_thing_there_is_said_to_have_done_this() -> None:
    found = find_other_agent(grounds_in("zh-Hant", "大橋的設計者陳美華很有名。", BRIDGE))
    assert found is not None
    assert found[1].found == "由林大同設計"


def test_a_row_says_nothing_of_who_did_it() -> None:
    page = an_html_page(
        "<article><h1>大橋</h1><table><tr><th>大橋</th><th>說明</th></tr>"
        "<tr><td>設計</td><td>大橋由林大同設計</td></tr></table></article>"
    )
    assert find_other_agent(grounds_in("zh-Hant", "大橋由王小明設計。", page)) is None
