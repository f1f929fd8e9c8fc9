"""A quantity of a claim beside the one of a source that it was held against."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.quantities.compare import digits_of, is_calendar
from claims.values import FactComparison, Kind, Quantity, Relation

if TYPE_CHECKING:
    from collections.abc import Collection

    from claims.passages import Passage

COUNTED = {Kind.COUNT, Kind.RATIO, Kind.RANK}


# A number of so few digits is there by chance where so little of what the claim says is: of the
# words beside it, of all its words, and of those that the fullest passage has.
_FEW_DIGITS = 2
_LEAST_BESIDE = 0.15
_LEAST_COVERED = 0.2
_OF_FULLEST = 0.75
# How many figures of a claim, of how many digits together, one passage hardly has by chance.
_TOGETHER = 2
_HARDLY_BY_CHANCE = 3


@dataclass(frozen=True, slots=True)
class Match:
    """One quantity of the claim and the passage's quantity that it was held against."""

    claimed: Quantity
    found: Quantity | None
    relation: Relation
    passage: Passage | None
    # The sentence, or the cell with its header and key, that `found` has its place in.
    context: str = ""
    # Of the words beside the claim's number, the share that the passage has, and the share that
    # stands beside this number too.
    share: float = 0.0
    nearness: float = 0.0
    # That the passage's number is the one of what the claim speaks of: of the table row that it
    # names, or of the two that it has the other way round.
    is_sure: bool = False
    # That another passage, nearly as full of the claim's words, bears the number out.
    is_disputed: bool = False
    # That it stands in a row of a table that the claim asks for.
    is_asked: bool = False
    # The years that the passage's number is said of.
    years: tuple[Quantity, ...] = ()

    def as_fact(self) -> FactComparison:
        """The comparison as reports show it."""
        if self.found is None:
            return FactComparison(self.claimed.text, "", self.relation)
        change = self.found.value / self.claimed.value if self.claimed.value else None
        return FactComparison(self.claimed.text, self.found.text, self.relation, change)


def is_by_chance(match: Match, most: float) -> bool:
    """Whether a number of a digit or two stands where little of what the claim says of it does.

    `most` is how much of the claim the fullest passage covers.
    """
    return (
        match.passage is not None
        and digits_of(match.claimed) <= _FEW_DIGITS
        and match.share < _LEAST_BESIDE
        and match.passage.coverage < min(_LEAST_COVERED, _OF_FULLEST * most)
    )


def are_hardly_by_chance(digits: Collection[int]) -> bool:
    """Whether figures of so many digits each are one passage's own where it has them all."""
    return len(digits) >= _TOGETHER and sum(digits) >= _HARDLY_BY_CHANCE


def place_of(match: Match) -> tuple[int, int, str] | None:
    """The key of the candidate that a number was held against; None for times, and for none."""
    if match.found is None or match.passage is None or is_calendar(match.claimed):
        return None
    return match.passage.unit.start, match.found.start, match.context
