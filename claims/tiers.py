"""What may be added to words, glosses and typed facts: an encoder, and advisers.

None is needed. An encoder finds passages that say the same in other words; an adviser (a model of
entailment, a language model) gives its opinion where no number has decided. The protocols are
here, so that judging knows no model; what fulfils them lives in `pipeline.models`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.values import Verdict

BASE_TIERS = ("words", "glosses", "quantities")


class Embedded(Protocol):
    """Texts whose meanings have been taken down."""

    def likeness(self, text: str) -> Sequence[float]:
        """The cosine, in [-1, 1], of each of the texts with this one, in their order."""


class Encoder(Protocol):
    """Turns texts in any language into vectors that are near where their meanings are."""

    @property
    def name(self) -> str:
        """What a report calls it."""

    def embed(self, texts: Sequence[str]) -> Embedded:
        """Take down the meanings of some texts."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What an adviser holds of a claim, how surely in [0, 1], and the passage that it rests on."""

    verdict: Verdict
    confidence: float
    quote: str
    reason: str


class Adviser(Protocol):
    """Reads a claim and the passages found for it."""

    @property
    def name(self) -> str:
        """What a report calls it."""

    @property
    def problem(self) -> str:
        """A sentence on why it could not be asked, or ""."""

    def advise(self, claim: str, passages: Sequence[str]) -> Opinion | None:
        """Its opinion; None where it has none or could not be asked."""


@dataclass(frozen=True, slots=True)
class Tiers:
    """What runs beyond the base tiers; `aliases_sha256` is of the user's own names."""

    encoder: Encoder | None = None
    advisers: tuple[Adviser, ...] = ()
    aliases_sha256: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The tiers that run, base tiers first, as reports name them."""
        added = [self.encoder.name] if self.encoder else []
        return (*BASE_TIERS, *added, *(adviser.name for adviser in self.advisers))


NO_MORE = Tiers()
