"""How sure a source is of what a claim says; and what it asks and answers."""

from __future__ import annotations

import pytest

from claims.languages import language_of
from claims.values import Verdict
from tests.claims.makers import an_html_page, judged

S, C, P, N = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.PARTIAL, Verdict.NOT_FOUND
STUDY = (
    "A study of 4,200 adults linked drinking coffee to a 12% lower risk of liver disease. The"
    " authors said coffee may protect the liver, but that the study could not prove it."
    " Investigators suspect that a faulty valve caused the leak. The valve was replaced in May."
)
HAN_STUDY = (
    "研究指出，多喝咖啡可能降低肝病風險，但無法證明因果。調查人員研判漏水疑因閥門故障。"
    "初步比對顯示這種管蟲疑似新種。閥門五月已更換。"
)
QUESTIONS = (
    "Does coffee cause liver cancer? Researchers are divided. Is the planet solid enough to walk"
    " on? No. It is made of gas. Can the new visa be extended? Yes, once, by six months."
)
HAN_QUESTIONS = (
    "多喝咖啡會導致肝癌嗎？專家看法分歧。長者可以免費搭乘地鐵嗎？可以，但須持證。"
    "寵物能上車嗎？不能。"
)


@pytest.mark.parametrize(
    ("page", "claim", "verdict"),
    [
        (STUDY, "People who drank coffee had a 12% lower risk of liver disease.", S),
        (STUDY, "Coffee protects the liver, the authors said.", P),
        (STUDY, "Coffee may protect the liver, the authors said.", S),
        (STUDY, "Drinking coffee lowers the risk of liver disease by 12%.", P),
        (STUDY, "The study proved that coffee protects the liver.", C),
        (STUDY, "A faulty valve caused the leak.", P),
        (STUDY, "Investigators suspect a faulty valve.", S),
        (STUDY, "The valve was replaced in May.", S),
        (HAN_STUDY, "多喝咖啡會降低肝病風險。", P),
        (HAN_STUDY, "多喝咖啡可能降低肝病風險。", S),
        (HAN_STUDY, "比對確認這種管蟲是新種。", P),
        (HAN_STUDY, "這種管蟲可能是新種。", S),
        (HAN_STUDY, "閥門五月已更換。", S),
    ],
)
def test_what_may_be_so_is_not_so(page: str, claim: str, verdict: Verdict) -> None:
    assert judged(claim, page, language=language_of(page)).verdict is verdict


def test_may_is_also_a_month() -> None:
    claim = "Sales jumped 5% to 40 million boats."
    assert judged(claim, "In May sales jumped 5% to 40 million boats.").verdict is S
    assert judged(claim, "By May sales may have jumped 5% to 40 million boats.").verdict is P


def test_the_reason_quotes_the_hedge() -> None:
    told = judged("Coffee protects the liver, the authors said.", STUDY)
    assert told.reason.endswith("the source says “may protect” only")


@pytest.mark.parametrize(
    ("page", "claim", "verdict"),
    [
        # What is but asked bears nothing out.
        (QUESTIONS, "Coffee causes liver cancer.", N),
        (QUESTIONS, "The planet is solid enough to walk on.", C),
        (QUESTIONS, "The planet is not solid enough to walk on.", S),
        (QUESTIONS, "The new visa can be extended.", S),
        (QUESTIONS, "The new visa cannot be extended.", C),
        (HAN_QUESTIONS, "多喝咖啡會導致肝癌。", N),
        (HAN_QUESTIONS, "長者可以免費搭乘地鐵。", S),
        (HAN_QUESTIONS, "寵物能上車。", C),
    ],
)
def test_a_question_says_what_its_answer_says(page: str, claim: str, verdict: Verdict) -> None:
    assert judged(claim, page, language=language_of(page)).verdict is verdict


def test_an_answer_may_stand_in_the_next_block() -> None:
    page = an_html_page(
        "<main><h1>Visitors</h1><h3>Can I bring a dog?</h3><p>No. Dogs stay outside.</p>"
        "<h3>Is there parking?</h3><p>Yes, for 200 cars behind the hall.</p><p>The museum on the"
        " north bank of the river has been open since 1998 for all who like boats.</p></main>"
    )
    assert judged("Visitors can bring a dog.", page).verdict is C
    told = judged("There is parking for 200 cars.", page)
    assert told.verdict is S
    assert told.evidence[0].quote == "Is there parking?\nYes, for 200 cars behind the hall."
    assert told.evidence[0].link.endswith(
        "#:~:text=Is%20there%20parking%3F,Yes%2C%20for%20200%20cars%20behind%20the%20hall."
    )


TRIAL = (
    "Members voted to close Larch Street to through traffic for a trial period of six months. The"
    " figures for 2023 are provisional. Of the schools that were asked, 35% have a librarian."
)
HAN_TRIAL = "本次調查結果為初步數據。35%的受訪學校設有專任圖書教師。"


@pytest.mark.parametrize(
    ("page", "claim", "verdict"),
    [
        (TRIAL, "Members voted to close Larch Street to through traffic for six months.", S),
        (TRIAL, "Members voted to close Larch Street permanently to through traffic.", C),
        (TRIAL, "The figures for 2023 are final.", C),
        (TRIAL, "The figures for 2023 are only provisional.", S),
        (HAN_TRIAL, "本次調查結果為最終數據。", C),
        (HAN_TRIAL, "每一所受訪學校都設有專任圖書教師。", P),
    ],
)
def test_a_trial_is_not_for_good_nor_some_all(page: str, claim: str, verdict: Verdict) -> None:
    assert judged(claim, page, language=language_of(page)).verdict is verdict
