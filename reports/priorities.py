"""What a reader must see first, and what needs no eye at all; the same in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.values import Flag, Outcome, OutcomeClass, Verdict

if TYPE_CHECKING:
    from claims.values import CitedSource, Finding

# From what an editor must settle to what needs no eye.
BY_URGENCY: tuple[Verdict, ...] = (
    Verdict.CONTRADICTED,
    Verdict.PARTIAL,
    Verdict.NOT_FOUND,
    Verdict.UNVERIFIABLE,
    Verdict.UNCITED,
    Verdict.SUPPORTED,
)

# Dead first, then what may come back, then what was our own choice.
CLASSES_BY_URGENCY: tuple[OutcomeClass, ...] = (
    OutcomeClass.BROKEN,
    OutcomeClass.BLOCKED,
    OutcomeClass.TRANSIENT,
    OutcomeClass.LIMITS,
    OutcomeClass.REFUSED,
    OutcomeClass.OK,
)


# Remarks that call for a second look even where a source supports the claim.
_WARNING_FLAGS = frozenset({Flag.OUTDATED, Flag.CONFLICTING_SOURCES, Flag.QUOTE_ALTERED})


def is_warning(flag: Flag) -> bool:
    """Whether a remark speaks against the verdict that it stands beside."""
    return flag in _WARNING_FLAGS


def has_warning(finding: Finding) -> bool:
    """Whether a remark beside the verdict calls for a second look."""
    return any(is_warning(flag) for flag in finding.flags)


def is_settled(finding: Finding) -> bool:
    """Whether a finding needs nobody's eye: supported, and nothing speaks against it."""
    return finding.verdict is Verdict.SUPPORTED and not has_warning(finding)


def needs_attention(cited: CitedSource) -> bool:
    """Whether a source was not read, or has an address that the document ought to change."""
    outcome = cited.source.outcome
    return outcome.outcome_class is not OutcomeClass.OK or outcome is Outcome.MOVED


def urgency(cited: CitedSource) -> tuple[int, int]:
    """Order sources by what befell them, and then by how many claims rest on them."""
    outcome_class = cited.source.outcome.outcome_class
    return CLASSES_BY_URGENCY.index(outcome_class), -claim_count(cited)


def claim_count(cited: CitedSource) -> int:
    """Count the claims that cite a source."""
    return len({(place.path, place.claim_id) for place in cited.cited_by})
