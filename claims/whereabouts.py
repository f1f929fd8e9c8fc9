"""Where somebody was born or something has its seat: there is one such place.

In English. A claim that names another place than its page, which nowhere has the claim's, is not
only unsupported.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.lexicon.names import proper_names
from claims.lexicon.stems import stems
from claims.lexicon.territories import english_names
from claims.polarity import Opposition

if TYPE_CHECKING:
    from claims.grounds import Grounds
    from claims.passages import Passage

_PLACE = re.compile(
    r"\b(?i:(?P<what>born|died|buried|headquartered|headquarters|based))\b"
    r"[^.;:()]{0,40}?\b(?:in|at|near)\s+(?:the\s+(?:[a-z]+\s+){1,3}(?:of\s+)?)?"
    r"(?P<where>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,2})"
)


def find_other_place(grounds: Grounds) -> tuple[Passage, Opposition] | None:
    """The passage that gives another place of birth, death or seat than the claim's absent one."""
    claim, index = grounds.claim, grounds.index
    absent = frozenset(grounds.subjects.absent)
    for mine in _PLACE.finditer(claim.plain) if absent else ():
        if not absent & set(mine["where"].split()):
            continue
        ours = proper_names(claim.plain[: mine.start()], index.lower_case)
        for passage in grounds.retrieval.chosen:
            text = passage.unit.text
            for yours in _PLACE.finditer(text):
                before = proper_names(text[: yours.start()], index.lower_case)
                is_of_same = not before or ours & before
                is_country = english_names().keys() & frozenset(stems(yours["where"], "en"))
                if yours["what"].lower() != mine["what"].lower() or is_country or not is_of_same:
                    continue
                said = yours.group().strip()
                return passage, Opposition(mine.group(), said, f"the source says “{said}”")
    return None
