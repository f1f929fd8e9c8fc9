"""A claim held against one text, without a document or a fetch: the door for measurements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from claims.extraction import stated_claim
from claims.grounds import grounds_of
from claims.judge import judge_on
from claims.languages import language_of
from claims.passages import PageIndex
from claims.short_texts import language_beside
from claims.tiers import NO_MORE, Tiers
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


@dataclass(frozen=True, slots=True)
class Verified:
    """A judgement, and the passages that were looked at: those that decided, then the nearest."""

    judgement: Judgement
    passages: tuple[str, ...]


def verify(
    claim: str,
    source_text: str | Sequence[str],
    language: str = "",
    tiers: Tiers = NO_MORE,
) -> Verified:
    """What a text, or a list of its sentences, says of a claim.

    `language` is the claim's BCP 47 tag; "" where it is to be told from the words.
    """
    text = source_text if isinstance(source_text, str) else "\n".join(source_text)
    stated = stated_claim(claim, language)
    page = Page(
        title="",
        language=language_beside(language_of(text), text, stated.language),
        published="",
        text=text,
        main=((0, len(text)),),
        rows=(),
    )
    index = PageIndex(page, tiers.encoder)
    grounds = grounds_of(stated, index)
    judgement = judge_on(grounds, Citation(_NOWHERE, Via.INLINE, 1.0), _SOURCE, tiers.advisers)
    retrieval = grounds.retrieval
    decisive = (evidence.quote for evidence in judgement.evidence)
    nearest = (passage.unit.text for passage in (*retrieval.chosen, *retrieval.others))
    return Verified(judgement, tuple(dict.fromkeys((*decisive, *nearest))))
