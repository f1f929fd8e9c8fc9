"""The claims of a document, each with its place, its quantities and its citations."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from typing import TYPE_CHECKING

from claims.attribution import ReferenceRanking
from claims.checkworthiness import assess, has_words_of
from claims.citations import citations_of, map_citations
from claims.coverage import covered_statements
from claims.documents.building import line_starts
from claims.documents.markdown_marks import with_whole_marks
from claims.languages import is_han_written, language_of
from claims.marks import without_numbered_marks
from claims.quantities import find_quantities
from claims.values import BlockKind, Checkworthiness, Claim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.citations import CitationMap
    from claims.statements import Statement
    from claims.values import Citation, Document

_CITES_IN_TEXT = 0.2
_FEWEST_WORDS = 5
# What stands in a table is there for what it says.
_GIVEN = frozenset({BlockKind.TABLE_ROW, BlockKind.CLAIM})
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


def find_claims(document: Document) -> tuple[Claim, ...]:
    """All claims in the order of the text, each with its citations.

    A claim at which no URL stands gets every source of the document's list as a candidate
    (`Via.LISTED`), the likeliest first; where there is no list it has no citation.
    """
    citation_map = map_citations(document)
    statements = covered_statements(citation_map.body, document.language, citation_map.keys)
    citer = _Citer(citation_map, statements)
    starts = line_starts(document.source)
    seen: dict[str, int] = {}
    claims = [_claim(document, statement, citer, starts, seen) for statement in statements]
    return tuple(
        claim
        for claim, statement in zip(claims, statements, strict=True)
        if _is_checkworthy(claim, statement)
    )


def stated_claim(text: str, language: str = "") -> Claim:
    """A claim that stands by itself, taken as it is, without citations.

    `language` is a BCP 47 tag, "" where it is to be told from the words.
    """
    told = language_of(text, language)
    plain = " ".join(without_numbered_marks(text).split())
    quantities = find_quantities(plain, told)
    checkworthiness, reason = assess(plain, told, quantities)
    return Claim(
        id=_fingerprint(plain, {}),
        text=text,
        plain=plain,
        start=0,
        end=len(text),
        line=1,
        column=1,
        section="",
        language=told,
        checkworthiness=checkworthiness,
        reason=reason,
        quantities=quantities,
        citations=(),
    )


def _is_checkworthy(claim: Claim, statement: Statement) -> bool:
    """Whether a claim is worth a line: a general sentence that names no source is not.

    Of a language whose words are not known nothing is left out.
    """
    return (
        claim.checkworthiness is not Checkworthiness.LOW
        or statement.is_cited
        or statement.block.kind in _GIVEN
        or (statement.block.kind is BlockKind.LIST_ITEM and not _is_brief(claim))
        or not has_words_of(claim.language)
    )


def _is_brief(claim: Claim) -> bool:
    """Whether an item of a list is no more than a name or a heading."""
    return not is_han_written(claim.language) and len(claim.plain.split()) < _FEWEST_WORDS


def _claim(
    document: Document,
    statement: Statement,
    citer: _Citer,
    starts: list[int],
    seen: dict[str, int],
) -> Claim:
    block, language = statement.block, statement.language
    start, end = block.origin(statement.start, statement.end)
    if document.format == "markdown":
        start, end = with_whole_marks(document.source, start, end)
    line = bisect_right(starts, start)
    quantities = find_quantities(statement.plain, language)
    checkworthiness, reason = assess(statement.plain, language, quantities)
    return Claim(
        id=_fingerprint(statement.plain, seen),
        text=document.source[start:end],
        plain=statement.plain,
        start=start,
        end=end,
        line=line,
        column=start - starts[line - 1] + 1,
        section=block.section,
        language=language,
        checkworthiness=checkworthiness,
        reason=reason,
        quantities=quantities,
        citations=citer.citations(statement),
    )


class _Citer:
    """Ties statements to URLs, by what stands at them or by the document's list of sources.

    Where marks are how a document cites, what it leaves without one is uncited. Else the sources
    that nothing points to stand for all that names no source itself.
    """

    def __init__(self, citation_map: CitationMap, statements: Sequence[Statement]) -> None:
        self._map = citation_map
        self._unpointed = () if _cites_by_marks(statements) else citation_map.unpointed
        self._rankings: dict[str, ReferenceRanking] = {}

    def citations(self, statement: Statement) -> tuple[Citation, ...]:
        if statement.is_cited:
            return citations_of(statement, self._map)
        language = statement.language
        if language not in self._rankings:
            self._rankings[language] = ReferenceRanking(self._unpointed, language)
        return self._rankings[language].rank(statement.plain, statement.block.section)


def _cites_by_marks(statements: Sequence[Statement]) -> bool:
    """Whether marks are how a document cites, and not a slip or two."""
    cited = sum(bool(statement.marks) for statement in statements)
    return cited > len(statements) * _CITES_IN_TEXT


def _fingerprint(plain: str, seen: dict[str, int]) -> str:
    """An id from the words alone, so that edits elsewhere leave it; a repeat gets a number."""
    words = " ".join(plain.casefold().split())
    digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    seen[digest] = seen.get(digest, 0) + 1
    return digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"
