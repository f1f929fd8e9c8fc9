"""What of a claim a page leaves unsaid: whole clauses, or all but whom it speaks of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.languages import COMMA, is_han_written, simplified
from claims.lexicon.names import proper_names
from claims.lexicon.stems import stems
from claims.lexicon.terms import count_held, forms_of, terms_of, vocabulary_for
from claims.passages import with_headers
from claims.polarity import clause_around, has_negation

if TYPE_CHECKING:
    from claims.grounds import Grounds
    from claims.matches import Match

# Where a claim goes on to say something else; and how many words, or pairs of characters, that
# takes, of which the page has at most so many.
_CLAUSE_BREAK = re.compile(
    r",\s+(?:and|which|who|where|with|but|while)\s+|,\s+|;\s+"
    r"|\s+and\s+(?=(?:later\s|then\s|also\s|now\s)?\w+(?:ed|s|was|were|is|has|had|will|won|made)\b)"
    r"(?!\w+s\s+(?:of|in|and|are|were|is|was|or|for)\b)"
    r"|\s+and\s+(?=(?:many|most|some|all|few|half)\s+of\b)",
    re.IGNORECASE,
)
_HAN_CLAUSE_BREAK = re.compile(rf"[，；;]|{COMMA}")
_EITHER = re.compile(r"or\b", re.IGNORECASE)
_FORMER = re.compile(
    r"(?:\b(?:a|an|the)\s+(?:former\s|onetime\s|ex-)|曾[任是为])"
    r"(?P<what>[a-z]+(?:\s(?!and\b|who\b|of\b)[a-z]+)?|[\u3400-\u9fff]{2,8}?(?=的))",
    re.IGNORECASE,
)
_ON = r"(?:in|of|by|for|and|because|since|after|from|on|at|to|with)"
# "Is known as standard air"
_CALLED = re.compile(
    r"\b(?:known as|(?:is|are|was|were|been|also|often|commonly|sometimes)\s+called|nicknamed"
    r"|named(?=\s+[A-Z\"'“‘])|referred to as|termed|dubbed)"
    rf"\s+(?:the\s+|an?\s+)?(?P<name>[\"'“‘]?[\w'’-]+(?:\s+(?!{_ON}\b)[\w'’-]+){{0,3}}[\"'”’]?)"
    rf"(?=[.,;:]|\s+{_ON}\b|$)"
)
_HAN_CALLED = re.compile(
    "(?:[又俗别简通统人]称|称为|称作|叫做|叫作|名为|取名|命名为)(?P<name>[^，。；：、]{2,12})"
)
_LEAST_TOLD = 3
_LEAST_PAIRS_TOLD = 5
_MOST_OF_UNSAID = 0.25
# What a claim goes on to say behind its first clause is most often what somebody has added.
_MOST_OF_ADDED = 0.34
_LEAST_OF_CLAUSE = 2
_LONG_CLAUSE = 8


def is_of_unsaid_clause(match: Match, grounds: Grounds) -> bool:
    """Whether a number's clause in the claim says something of which the passage has no word.

    "… grew by 6%, seven tenths of which went to teachers": the source speaks of growth alone.
    """
    claim, index = grounds.claim, grounds.index
    if match.passage is None or grounds.is_across:
        return False  # a dictionary lacks too many words to tell
    own = clause_around(claim.plain, match.claimed.start, match.claimed.end)
    if len(own) >= len(claim.plain.strip()) - 1:
        return False
    vocabulary = vocabulary_for(claim.language, index.page.language)
    there = forms_of(with_headers(match.passage.unit), index.page.language, vocabulary)
    terms = [
        term
        for term in terms_of(own.replace(match.claimed.text, " "), claim.language, vocabulary)
        if not term.is_number
    ]
    said = count_held(terms, there)
    return len(terms) >= _LEAST_OF_CLAUSE and said <= _MOST_OF_UNSAID * len(terms)


def share_said(grounds: Grounds) -> float:
    """Of the words that say something of the claim's subject, the share that the passages have.

    The subject itself is in the page's title, or has a name; 1.0 where a claim is mostly of names.
    """
    claim, index = grounds.claim, grounds.index
    language = index.page.language
    vocabulary = vocabulary_for(claim.language, language)
    known = forms_of(index.page.title, language, vocabulary) | proper_names(
        claim.plain, index.lower_case
    )
    words = [
        term for term in terms_of(claim.plain, claim.language, vocabulary) if not term.is_number
    ]
    terms = [term for term in words if term.forms.isdisjoint(known)]
    text = "\n".join(with_headers(one.unit) for one in grounds.retrieval.chosen)
    there = forms_of(text, language, vocabulary)
    said = count_held(terms, there)
    is_mostly_names = len(terms) < _LEAST_TOLD or 2 * len(terms) < len(words)
    if is_mostly_names and (said or len(terms) < _LEAST_OF_CLAUSE):
        return 1.0
    return said / len(terms)


def find_unsaid_name(grounds: Grounds) -> str:
    """What a claim says that something is called, where the page nowhere has those words, or ""."""
    claim, page = grounds.claim, grounds.index.page
    if claim.language[:2] != page.language[:2]:
        return ""
    is_han = is_han_written(claim.language)
    plain = simplified(claim.plain) if is_han else claim.plain
    called = (_HAN_CALLED if is_han else _CALLED).search(plain)
    if called is None:
        return ""
    there = simplified(page.text) if is_han else page.text
    name = called["name"].strip(" '’‘\"“”「」『』《》")
    if is_han:
        return "" if name in there else name
    known = f" {' '.join(stems(there, claim.language))} "
    return "" if f" {' '.join(stems(name, claim.language))} " in known else name


def find_unsaid(grounds: Grounds) -> str:
    """A clause of the claim, or what it says somebody was, that no sentence tells of, or "".

    Across languages the words that a dictionary lacks are too many to tell.
    """
    claim, index = grounds.claim, grounds.index
    is_han = is_han_written(claim.language)
    vocabulary = vocabulary_for(claim.language, index.page.language)
    there = index.forms(vocabulary)
    if former := _FORMER.search(simplified(claim.plain) if is_han else claim.plain):
        was = claim.plain[former.start("what") : former.end("what")]
        terms = terms_of(was, claim.language, vocabulary)
        lacking = [one for one in terms if not any(form in there for form in one.forms)]
        if 2 * len(lacking) >= len(terms) > 0:
            return claim.plain[former.start() : former.end()]
    if grounds.is_across:
        return ""
    parts = (_HAN_CLAUSE_BREAK if is_han else _CLAUSE_BREAK).split(claim.plain)
    for number, part in enumerate(parts if len(parts) > 1 else ()):
        terms = tuple(
            term
            for term in terms_of(part, claim.language, vocabulary)
            if max(map(len, term.forms)) > 1  # "Washington, D.C."
        )
        # A short clause is said in one sentence; a long one may be told in several.
        if len(terms) > _LONG_CLAUSE:
            said = sum(any(form in there for form in term.forms) for term in terms)
        else:
            said = index.most_said([term.forms for term in terms], claim.language)
        is_telling = len(terms) >= (_LEAST_PAIRS_TOLD if is_han else _LEAST_TOLD - (not said))
        has_number = any(term.is_number for term in terms) or any(
            one.text in part for one in claim.quantities
        )
        is_plain = not (
            has_number or has_negation(part, claim.language) or _EITHER.match(part.strip())
        )
        most = _MOST_OF_ADDED if number else _MOST_OF_UNSAID
        if is_telling and is_plain and said <= most * len(terms):
            return part.strip(" .。")
    return ""
