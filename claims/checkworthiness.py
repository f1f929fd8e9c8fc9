"""How much of a statement a source can be held to, and which sentences state nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.languages import HAN, is_han_written, simplified
from claims.quantities.compare import is_calendar
from claims.values import Checkworthiness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.values import Quantity

_QUESTION = re.compile(r"[?？]\W*$")
_LEAD_IN = re.compile(r"[:：]\s*$")
_RANKING = re.compile(
    r"\b(?:first|largest|biggest|fastest|highest|lowest|smallest|most|best|top|leading|leader|leads?"
    r"|only|record|world's|dominat\w+|ahead of|outpac\w+|surpass\w+|exceed\w+|more than|less than"
    r"|number one)\b"
    r"|最|首[个次款位家]|第一|领先|主导|榜首|全球|超越|居首|多于|少于|高于|低于|顶尖|唯一|前沿",
    re.IGNORECASE,
)
_ATTRIBUTION = re.compile(
    r"\b(?:according to|said|says|reported|reports|found|finds|estimat\w+|announced|concluded"
    r"|showed)\b"
    r"|根据|据|表示|指出|宣布|报告|认为|发现|估计|显示|称",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\b(?:I think|we believe|in my opinion|arguably|should|must|hopefully|let's|imagine)\b"
    r"|我认为|我们认为|应该|希望|或许",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(
    r"^(?:read more|share|subscribe|sign up|click here|back to top|all rights reserved|copyright"
    r"|©|last updated|table of contents|advertisement|skip to)\b|版权所有|阅读更多|点击|返回顶部",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"(?<=[a-z,;] )[A-Z][A-Za-z]+")
_HAN_CHARACTER = re.compile(f"[{HAN}\u3041-\u30ff]")
_FEWEST_WORDS = 4
_FEWEST_HAN = 6


def is_statement(plain: str, language: str) -> bool:
    """Whether a sentence says something that could be true or false."""
    text = plain.strip()
    if _QUESTION.search(text) or _LEAD_IN.search(text) or _BOILERPLATE.search(simplified(text)):
        return False
    if is_han_written(language):
        return len(_HAN_CHARACTER.findall(text)) >= _FEWEST_HAN
    return len(re.findall(r"[^\W_]+", text)) >= _FEWEST_WORDS


def assess(
    plain: str, language: str, quantities: Sequence[Quantity]
) -> tuple[Checkworthiness, str]:
    """The checkworthiness of a statement and the reason for it in words."""
    text = simplified(plain) if is_han_written(language) else plain
    if any(not is_calendar(quantity) for quantity in quantities):
        return Checkworthiness.HIGH, "states a quantity"
    if _OPINION.search(text):
        return Checkworthiness.LOW, "reads as an opinion"
    if quantities:
        return Checkworthiness.MEDIUM, "states a date"
    if _RANKING.search(text):
        return Checkworthiness.MEDIUM, "ranks or compares"
    if _ATTRIBUTION.search(text):
        return Checkworthiness.MEDIUM, "reports what somebody said"
    if len(_CAPITALISED.findall(text)) > 1:
        return Checkworthiness.MEDIUM, "names who or what"
    return Checkworthiness.LOW, "general statement"
