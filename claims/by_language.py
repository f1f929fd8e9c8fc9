"""What depends on the language of a text, made when a text in it is first read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

S = TypeVar("S")
T = TypeVar("T")


class ByLanguage(Generic[S, T]):
    """One value for each language, made of its source by `make` and only once.

    Patterns of six languages take longer to compile than a document of one takes to read.
    """

    def __init__(self, sources: Mapping[str, S], make: Callable[[S], T]) -> None:
        """Take the sources by language, as two or three letters; one of them is "en"."""
        self._sources = sources
        self._make = make
        self._made: dict[str, T] = {}

    def __contains__(self, language: str) -> bool:
        """Whether there is a source for a language, given as a BCP 47 tag."""
        return language.partition("-")[0] in self._sources

    def of(self, language: str) -> T:
        """The value for a language, given as a BCP 47 tag; that of English for one not known."""
        made = self._made.get(language)
        if made is None:
            known = language.partition("-")[0]
            source = self._sources.get(known, self._sources["en"])
            made = self._made[language] = self._make(source)
        return made
