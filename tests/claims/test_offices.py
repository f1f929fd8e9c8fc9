"""Who holds an office, and which office somebody holds: another one than a claim says."""

from __future__ import annotations

import pytest

from claims.offices import find_other_holder, find_other_office, find_other_party
from tests.claims.makers import grounds_in

COUNCIL = "Council leader Sam Okafor opened the bridge. The mayor, Rita Lowe, thanked the builders."
COMPANY = (
    "Ingrid Solheim, who runs the company as chief executive, spoke. Party leader Ann Gray and"
    " council leader Bo Reed did not."
)
CABINET = (
    "Finance minister Ada Holm spoke. Sir Ian Cole, the chair, was silent. Deputy mayor Eva Lind"
    " left. Former director-general Jo Frey came with Kim Ash, its spokeswoman."
)
COUNTY = "縣長林大同表示，橋已經完工。副縣長陳美華指出，預算不足。前局長吳志明說，他不知情。"
MUSEUM = "館長林大同表示，橋已經完工。執行長陳美華指出，預算不足。經濟部長高文遠說，錢不夠。"


@pytest.mark.parametrize(
    ("language", "page", "claim", "said"),
    [
        ("en", COUNCIL, "Council leader Joan Finch opened it.", "Council leader Sam Okafor"),
        ("en", COUNCIL, "Leader Joan Finch opened it.", "Council leader Sam Okafor"),
        ("en", COUNCIL, "The mayor, Joan Finch, thanked them.", "The mayor, Rita Lowe"),
        ("en", COUNCIL, "Joan Finch, the mayor, thanked them.", "The mayor, Rita Lowe"),
        ("en", COUNCIL, "Joan Finch was the city's mayor.", "The mayor, Rita Lowe"),
        (
            "en",
            COMPANY,
            "Chief executive Tor Berg spoke.",
            "Ingrid Solheim, who runs the company as chief executive",
        ),
        ("en", COMPANY, "Council leader Tor Berg spoke.", "council leader Bo Reed"),
        ("en", CABINET, "Deputy mayor Tor Berg left.", "Deputy mayor Eva Lind"),
        ("zh-Hant", COUNTY, "縣長王小明表示，橋已經完工。", "縣長林大同"),
        ("zh-Hant", COUNTY, "副縣長王小明指出，預算不足。", "副縣長陳美華"),
    ],
)
def test_another_holds_the_office(language: str, page: str, claim: str, said: str) -> None:
    found = find_other_holder(grounds_in(language, claim, page))
    assert found is not None
    passage, opposition = found
    assert opposition.found == said
    assert opposition.reason == f"the source says “{said}”"
    assert said in passage.unit.text


@pytest.mark.parametrize(
    ("language", "page", "claim"),
    [
        ("en", COUNCIL, "Council leader Sam Okafor opened it."),
        ("en", COUNCIL, "Mayor Lowe thanked them."),
        ("en", COUNCIL, "Mayor Dr Rita Lowe thanked them."),
        # Another may have held it before, and a deputy holds another.
        ("en", COUNCIL, "Former mayor Joan Finch thanked them."),
        ("en", COUNCIL, "Deputy mayor Joan Finch thanked them."),
        ("en", COUNCIL, "Party leader Joan Finch opened it."),
        ("en", CABINET, "Director-general Tor Berg came."),
        # Two lead, each something of his own.
        ("en", COMPANY, "Leader Tor Berg spoke."),
        ("en", COMPANY, "Solheim is the chief executive."),
        ("zh-Hant", COUNTY, "縣長林大同表示，橋已經完工。"),
        ("zh-Hant", COUNTY, "前縣長王小明表示，橋已經完工。"),
        ("zh-Hant", COUNTY, "局長王小明說，他不知情。"),
        ("de", COUNCIL, "Council leader Joan Finch opened it."),
    ],
)
def test_none_else_holds_it(language: str, page: str, claim: str) -> None:
    assert find_other_holder(grounds_in(language, claim, page)) is None


@pytest.mark.parametrize(
    ("language", "page", "claim", "claimed", "said"),
    [
        ("en", CABINET, "Mayor Ada Holm spoke.", "Mayor Ada Holm", "Finance minister Ada Holm"),
        (
            "en",
            CABINET,
            "Health minister Holm spoke.",
            "Health minister Holm",
            "Finance minister Ada Holm",
        ),
        (
            "en",
            CABINET,
            "Ian Cole, the treasurer, was silent.",
            "Ian Cole, the treasurer",
            "Sir Ian Cole, the chair",
        ),
        (
            "en",
            CABINET,
            "Prime minister Ada Holm spoke.",
            "Prime minister Ada Holm",
            "Finance minister Ada Holm",
        ),
        ("en", CABINET, "Mayor Eva Lind left.", "Mayor Eva Lind", "Deputy mayor Eva Lind"),
        ("en", CABINET, "Editor Eva Lind left.", "Editor Eva Lind", "Deputy mayor Eva Lind"),
        ("zh-Hant", MUSEUM, "院長林大同表示，橋已經完工。", "院長林大同", "館長林大同"),
        ("zh-Hant", MUSEUM, "局長陳美華指出，預算不足。", "局長陳美華", "執行長陳美華"),
        ("zh-Hant", MUSEUM, "勞動部長高文遠說，錢不夠。", "勞動部長高文遠", "經濟部長高文遠"),
        ("zh-Hant", COUNTY, "縣長陳美華指出，預算不足。", "縣長陳美華", "副縣長陳美華"),
    ],
)
def test_whom_a_claim_names_holds_another_office(
    language: str, page: str, claim: str, claimed: str, said: str
) -> None:
    found = find_other_office(grounds_in(language, claim, page))
    assert found is not None
    passage, opposition = found
    assert (opposition.claimed, opposition.found) == (claimed, said)
    assert said in passage.unit.text


@pytest.mark.parametrize(
    ("language", "page", "claim"),
    [
        ("en", CABINET, "Finance minister Ada Holm spoke."),
        ("en", CABINET, "Minister Ada Holm spoke."),
        ("en", f"{CABINET} The talk was on health.", "Health minister Ada Holm spoke."),
        ("en", CABINET, "President Ian Cole was silent."),
        ("en", CABINET, "Deputy mayor Eva Lind left."),
        ("en", CABINET, "Spokesperson Kim Ash came."),
        ("en", CABINET, "Mayor Tor Berg spoke, and Editor Ann Gray did."),
        ("zh-Hant", MUSEUM, "首席執行官陳美華指出，預算不足。"),
        ("zh-Hant", MUSEUM, "部長高文遠說，錢不夠。"),
        ("zh-Hant", f"{MUSEUM}勞動者很多。", "勞動部長高文遠說，錢不夠。"),
    ],
)
def test_nobody_holds_another_office(language: str, page: str, claim: str) -> None:
    assert find_other_office(grounds_in(language, claim, page)) is None


def test_a_claim_that_is_borne_out_does_not_hide_the_next() -> None:
    claim = "Finance minister Ada Holm spoke, and Editor Eva Lind left."
    found = find_other_office(grounds_in("en", claim, CABINET))
    assert found is not None
    assert found[1].claimed == "Editor Eva Lind"


HOUSE = "Labour MP Joan Reed asked for an inquiry. Republican senator Al Bose was against it."
HAN_HOUSE = "民眾黨立委高以蓁質疑，超徵應還稅於民。研究由助理研究員陳怡君主持。"
MERGER = (
    "The chairman of Orsted Foods, Kari Lund, said the merger was near. Its chief executive, Tomas"
    " Reyes, will leave in July."
)


@pytest.mark.parametrize(
    ("language", "page", "claim", "said"),
    [
        ("en", HOUSE, "Conservative MP Joan Reed asked for it.", "Labour MP Joan Reed"),
        ("en", HOUSE, "Democratic senator Bose was against it.", "Republican senator Al Bose"),
        ("zh-Hant", HAN_HOUSE, "國民黨立委高以蓁質疑超徵。", "民眾黨立委高以蓁"),
        ("zh-Hant", HAN_HOUSE, "研究由助理教授陳怡君主持。", "助理研究員陳怡君"),
    ],
)
def test_another_party_or_post(language: str, page: str, claim: str, said: str) -> None:
    found = find_other_party(grounds_in(language, claim, page))
    assert found is not None
    assert found[1].found == said


@pytest.mark.parametrize(
    ("language", "page", "claim"),
    [
        ("en", HOUSE, "Labour MP Joan Reed asked for it."),
        ("en", HOUSE, "Conservative MP Ann Holt asked for it."),
        ("zh-Hant", HAN_HOUSE, "民眾黨立委高以蓁質疑超徵。"),
        ("zh-Hant", HAN_HOUSE, "國民黨立委王大明質疑超徵。"),
    ],
)
def test_the_same_party_or_somebody_else(language: str, page: str, claim: str) -> None:
    assert find_other_party(grounds_in(language, claim, page)) is None


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        (
            "The chief executive of Orsted Foods, Kari Lund, spoke.",
            "Its chief executive, Tomas Reyes",
        ),
        ("Chairman Tomas Reyes will leave.", "The chairman of Orsted Foods, Kari Lund"),
    ],
)
def test_the_office_of_a_firm_before_a_name(claim: str, said: str) -> None:
    grounds = grounds_in("en", claim, MERGER)
    found = find_other_holder(grounds) or find_other_office(grounds)
    assert found is not None
    assert found[1].found == said
