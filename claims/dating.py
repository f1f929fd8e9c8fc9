"""When a document or a page was written, as it says itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.quantities import find_quantities
from claims.values import BlockKind, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.values import Document

_LOOKED_AT = 4000
# Front matter, a line of its own, or an HTML <meta>; each leaves the date to what follows it.
_LABELLED = re.compile(
    r"""^\s{0,3}[*_>]{0,2}
        (?:date|published(?:\ on)?|updated|last\ ?(?:mod|modified|updated)|as\ of
        |datum|stand|fecha|publié\ le|公開日|更新日
        |更新(?:日期|时间|時間)?|日期|(?:发布|發布|發佈)(?:日期|时间|時間)?)
        \W{0,4}(?P<line>\S.{3,80})$
    |<meta\b[^>]{0,200}?\b
        (?:article:(?:published|modified)_time|dc\.date|date|datepublished)\b["']
        [^>]{0,100}?\bcontent\s*=\s*["'](?P<meta>[^"'>]{4,40})
    |<time\b[^>]{0,200}?\bdatetime\s*=\s*["'](?P<time>[^"'>]{4,40})""",
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
# "By A. Writer, 3 May 2024", "3 May 2024 | Ports", "文／林某 2024年5月3日"
_BYLINE = re.compile(
    r"^(?:by\b|von\b|par\b|por\b|文[／/:：]|記者|记者|作者)"
    r"|^\W{0,3}[\w.,]{1,12}(?:\s[\w.,]{1,12}){0,3}\s*(?:$|[|·•—–])"
    r"|[|·•]\s*[\w.,]{1,12}(?:\s[\w.,]{1,12}){0,3}$",
    re.IGNORECASE,
)
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d-[01]\d-[0-3]\d)(?!\d)")
# Nobody cited web pages before.
_FIRST_DAY = 19950101
_FIRST_BLOCKS = 6
_LONGEST_BYLINE = 100


def document_date(document: Document) -> str:
    """The ISO date that a document gives itself, "" if it gives none.

    A labelled date near its beginning, else the date in its file's name, else one in a byline. Of
    a month it is the first day.
    """
    bylines = (
        block.text
        for block in document.blocks[:_FIRST_BLOCKS]
        if block.kind is BlockKind.PARAGRAPH and len(block.text) < _LONGEST_BYLINE
    )
    names = _IN_NAME.findall(document.path)[-1:]
    return _first_date((*_labelled(document.source), *names, *bylines), document.language)


def stated_date(text: str, language: str) -> str:
    """The ISO date that a page's text gives itself near its beginning, labelled or in a byline."""
    lines = text[:_LOOKED_AT].split("\n")
    bylines = [line for line in lines if len(line) < _LONGEST_BYLINE and _BYLINE.search(line)]
    return _first_date((*_labelled(text), *bylines), language)


def _labelled(source: str) -> tuple[str, ...]:
    matches = _LABELLED.finditer(source[:_LOOKED_AT])
    return tuple(next(filter(None, match.groupdict().values())) for match in matches)


def _first_date(texts: Iterable[str], language: str) -> str:
    for text in texts:
        for quantity in find_quantities(text, language):
            if quantity.kind is Kind.DATE and quantity.low >= _FIRST_DAY:
                digits = f"{int(quantity.low)}"
                return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    return ""
