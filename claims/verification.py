"""A claim held against one text, without a document or a fetch: the door for measurements."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from claims.extraction import stated_claim
from claims.judge import judge
from claims.languages import language_of
from claims.passages import PageIndex
from claims.values import Citation, Origin, Outcome, Page, Source, Via

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.values import Judgement

_NOWHERE = ""
_SOURCE = Source(
    url=_NOWHERE,
    final_url=_NOWHERE,
    outcome=Outcome.OK,
    reason="",
    http_status=None,
    redirects=(),
    fetched_at=datetime.fromtimestamp(0, UTC),
    origin=Origin.REPLAY,
    content_type="text/plain",
    text_sha256="",
    title="",
    published="",
    language="",
)


def verify(claim: str, source_text: str | Sequence[str], language: str = "") -> Judgement:
    """What a text, or a list of its sentences, says of a claim.

    `language` is the claim's BCP 47 tag; "" where it is to be told from the words.
    """
    text = source_text if isinstance(source_text, str) else "\n".join(source_text)
    page = Page(
        title="",
        language=language_of(text),
        published="",
        text=text,
        main=((0, len(text)),),
        rows=(),
    )
    return judge(
        stated_claim(claim, language), Citation(_NOWHERE, Via.INLINE, 1.0), _SOURCE, PageIndex(page)
    )
