"""All pages of a run together: which of them speak of a claim's subject at all."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

from claims.lexicon.terms import terms_of, vocabulary_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claims.lexicon.terms import Vocabulary
    from claims.passages import PageIndex

# Pages that hold less of a claim's term weight than this cannot have a passage on its subject.
_LEAST_SHARE = 0.3


class Library:
    """Indexed pages by URL; asked which of them to look into, without looking into each."""

    def __init__(self, indexes: Mapping[str, PageIndex]) -> None:
        self._indexes = dict(indexes)
        self._holders: dict[tuple[Vocabulary, str], dict[str, list[str]]] = {}

    def __getitem__(self, url: str) -> PageIndex:
        return self._indexes[url]

    def __contains__(self, url: str) -> bool:
        return url in self._indexes

    def likely(self, plain: str, language: str, urls: Iterable[str], *, most: int) -> list[str]:
        """At most so many of the URLs, the page that holds most of the claim's words first."""
        wanted = {url for url in urls if url in self._indexes}
        shares: dict[str, float] = defaultdict(float)
        for page_language in sorted({self._indexes[url].page.language for url in wanted}):
            vocabulary = vocabulary_for(language, page_language)
            holders = self._holders_in(vocabulary, page_language)
            terms = [t for t in terms_of(plain, language, vocabulary) if not t.is_number]
            found = [
                {url for form in term.forms for url in holders.get(form, ())} for term in terms
            ]
            weights = [
                term.weight * math.log(1 + (len(wanted) + 1) / (len(urls_with) + 0.5))
                for term, urls_with in zip(terms, found, strict=True)
            ]
            total = sum(weights) or 1.0
            for weight, urls_with in zip(weights, found, strict=True):
                for url in urls_with & wanted:
                    shares[url] += weight / total
        ranked = sorted(shares, key=lambda url: (-shares[url], url))
        return [url for url in ranked if shares[url] >= _LEAST_SHARE][:most]

    def _holders_in(self, vocabulary: Vocabulary, page_language: str) -> dict[str, list[str]]:
        """The pages in one language that hold each form of one vocabulary."""
        key = vocabulary, page_language
        if key not in self._holders:
            holders: dict[str, list[str]] = defaultdict(list)
            for url, index in self._indexes.items():
                if index.page.language == page_language:
                    for form in index.forms(vocabulary):
                        holders[form].append(url)
            self._holders[key] = dict(holders)
        return self._holders[key]
