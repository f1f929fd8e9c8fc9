"""What a claim gives as somebody's words, and whether a page has these words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from claims.languages import HAN, is_han_written, simplified
from claims.passages import wording_like

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.passages import PageIndex
    from claims.values import Claim

_QUOTED = re.compile(
    r"\u201c([^\u201c\u201d]+)\u201d|\"([^\"]+)\"|「([^「」]+)」|『([^『』]+)』|«([^«»]+)»|„([^„“”]+)[“”]"
)
# Where the writer left something out or put something in.
_CUT = re.compile(r"\.\.\.|…+|\[[^\]]*\]|\([^)]*\)")
_TOKEN = re.compile(f"[{HAN}]|[^\\W{HAN}]+(?:['’][^\\W\\d_]+)*")
# Shorter ones are titles and terms.
_LEAST_TOKENS = 6
# How alike another wording must be to be the one that was altered.
_ALIKE = 80.0


@dataclass(frozen=True, slots=True)
class Alteration:
    """A quotation that the page has in other words: what differs, as quoted and as it stands."""

    quoted: str
    found: str


def find_alteration(claim: Claim, index: PageIndex) -> Alteration | None:
    """The first quotation of a claim that its page has with other words; None across languages."""
    if claim.language[:2] != index.page.language[:2]:
        return None
    quotations = list(_quotations(claim.plain))
    text = " ".join(_tokens(index.page.text, index.page.language)) if quotations else ""
    for quotation in quotations:
        ours = _tokens(quotation, claim.language)
        wanted = " ".join(ours)
        if f" {wanted} " in f" {text} ":
            continue
        likeness, start, end = wording_like(wanted, text)
        if likeness >= _ALIKE and (altered := _difference(ours, _whole(text, start, end))):
            return altered
    return None


def _whole(text: str, start: int, end: int) -> list[str]:
    """The tokens of `[start, end)`, also those that it begins or ends in the middle of."""
    first = text.rfind(" ", 0, start + 1) + 1
    last = text.find(" ", max(end - 1, start))
    return text[first : last if last >= 0 else len(text)].split()


def _quotations(text: str) -> Iterator[str]:
    for match in _QUOTED.finditer(text):
        whole = next(part for part in match.groups() if part)
        for part in _CUT.split(whole):
            if len(_TOKEN.findall(part)) >= _LEAST_TOKENS:
                yield part


def _tokens(text: str, language: str) -> list[str]:
    plain = simplified(text) if is_han_written(language) else text
    return [token.replace("’", "'") for token in _TOKEN.findall(plain.casefold())]


def _difference(ours: list[str], theirs: list[str]) -> Alteration | None:
    """The first words within a quotation for which others stand; not those cut off at its ends."""
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        is_within = first > 0 and last < len(ours)
        if kind == "replace" or (kind != "equal" and is_within):
            quoted, found = " ".join(ours[first:last]), " ".join(theirs[start:end])
            is_a_part = not is_within and (found in quoted or quoted in found)
            if not is_a_part:
                return Alteration(quoted, found)
    return None
