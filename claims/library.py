"""All pages of a run together: which of them speak of a claim's subject at all."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

from claims.lexicon.terms import terms_of, vocabulary_for
from claims.passages import PageIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claims.lexicon.terms import Vocabulary
    from claims.tiers import Encoder
    from claims.values import Page

# Pages that hold less of a claim's term weight than this cannot have a passage on its subject.
_LEAST_SHARE = 0.3


class Library:
    """Pages by URL, each indexed when first asked; tells which of them to look into at all."""

    def __init__(self, pages: Mapping[str, Page], encoder: Encoder | None = None) -> None:
        self._pages = dict(pages)
        self._encoder = encoder
        self._indexes: dict[str, PageIndex] = {}
        self._holders: dict[tuple[Vocabulary, str], _Holders] = {}

    def __getitem__(self, url: str) -> PageIndex:
        index = self._indexes.get(url)
        if index is None:
            index = self._indexes[url] = PageIndex(self._pages[url], self._encoder)
        return index

    def __contains__(self, url: str) -> bool:
        return url in self._pages

    def likely(self, plain: str, language: str, urls: Iterable[str], *, most: int) -> list[str]:
        """At most so many of the URLs, the page that holds most of the claim's words first."""
        by_language: dict[str, set[str]] = defaultdict(set)
        for url in urls:
            if url in self._pages:
                by_language[self._pages[url].language].add(url)
        count = sum(map(len, by_language.values()))
        shares: dict[str, float] = defaultdict(float)
        for page_language, wanted in sorted(by_language.items()):
            vocabulary = vocabulary_for(language, page_language)
            holders = self._holders_in(vocabulary, page_language, wanted)
            terms = [t for t in terms_of(plain, language, vocabulary) if not t.is_number]
            found = [
                {url for form in term.forms for url in holders.get(form, ())} & wanted
                for term in terms
            ]
            weights = [
                term.weight * math.log(1 + (count + 1) / (len(urls_with) + 0.5))
                for term, urls_with in zip(terms, found, strict=True)
            ]
            total = sum(weights) or 1.0
            for weight, urls_with in zip(weights, found, strict=True):
                for url in urls_with:
                    shares[url] += weight / total
        ranked = sorted(shares, key=lambda url: (-shares[url], url))
        return [url for url in ranked if shares[url] >= _LEAST_SHARE][:most]

    def _holders_in(
        self, vocabulary: Vocabulary, page_language: str, wanted: set[str]
    ) -> Mapping[str, list[str]]:
        """Of pages in one language, at least the wanted ones, those that hold each form."""
        holders = self._holders.setdefault((vocabulary, page_language), _Holders())
        for url in sorted(wanted - holders.entered):
            holders.entered.add(url)
            for form in self[url].forms(vocabulary):
                holders.urls[form].append(url)
        return holders.urls


class _Holders:
    """The pages entered so far, and by the forms of a vocabulary which of them hold each."""

    def __init__(self) -> None:
        self.entered: set[str] = set()
        self.urls: defaultdict[str, list[str]] = defaultdict(list)
