"""What a user may add to the base tiers, opened as the configuration says; none loads unasked."""

from __future__ import annotations

import hashlib
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from claims.errors import BadUsage
from claims.lexicon.aliases import parse_aliases, use_aliases
from claims.tiers import Tiers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claims.lexicon.aliases import Group
    from claims.tiers import Adviser, Encoder
    from pipeline.config import Config

KEY_VARIABLE = "CITEWATCH_ADJUDICATOR_KEY"


@contextmanager
def open_tiers(config: Config, complain: Callable[[str], None]) -> Iterator[Tiers]:
    """The tiers of a run, with its aliases in use; tells at the end what could not be asked.

    Raises BadUsage for what is not installed, not there or not readable, before a run begins.
    """
    aliases = [group for path in config.aliases for group in _aliases_in(Path(path))]
    use_aliases(aliases)
    digest = hashlib.sha256(repr(aliases).encode("utf-8", "surrogatepass")).hexdigest()
    tiers = Tiers(_encoder(config), tuple(_advisers(config)), digest)
    try:
        yield tiers
    finally:
        use_aliases(())
        for adviser in tiers.advisers:
            if adviser.problem:
                complain(adviser.problem)


def _encoder(config: Config) -> Encoder | None:
    if not config.semantic:
        return None
    from pipeline.models.encoder import SentenceEncoder  # noqa: PLC0415

    return SentenceEncoder()


def _advisers(config: Config) -> Iterator[Adviser]:
    if config.nli:
        from pipeline.models.entailment import Entailment  # noqa: PLC0415

        yield Entailment(Path(config.nli))
    if config.adjudicator:
        from pipeline.models.adjudicator import Adjudicator  # noqa: PLC0415

        yield Adjudicator(
            config.adjudicator, config.adjudicator_model, key=os.environ.get(KEY_VARIABLE, "")
        )


def _aliases_in(path: Path) -> tuple[Group, ...]:
    try:
        return parse_aliases(path.read_text("utf-8-sig"))
    except OSError as error:
        raise BadUsage(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise BadUsage(f"{path}: is not UTF-8 (byte {error.start}); save it as UTF-8") from error
    except ValueError as error:
        raise BadUsage(f"{path}: {error}") from error
