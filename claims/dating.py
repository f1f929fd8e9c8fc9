"""When a document was written, as it says itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.quantities import find_quantities
from claims.values import BlockKind, Kind

if TYPE_CHECKING:
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
    labelled = (
        next(filter(None, match.groupdict().values()))
        for match in _LABELLED.finditer(document.source[:_LOOKED_AT])
    )
    names = _IN_NAME.findall(document.path)[-1:]
    bylines = (
        block.text
        for block in document.blocks[:_FIRST_BLOCKS]
        if block.kind is BlockKind.PARAGRAPH and len(block.text) < _LONGEST_BYLINE
    )
    for text in (*labelled, *names, *bylines):
        for quantity in find_quantities(text, document.language):
            if quantity.kind is Kind.DATE and quantity.low >= _FIRST_DAY:
                digits = f"{int(quantity.low)}"
                return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    return ""
