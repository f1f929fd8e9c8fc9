"""The words that join or part clauses in German, French and Spanish, beside those of English.

"In Kassel 8 Euro und in Gera 9": what is said of one is not said of the other.
"""

from __future__ import annotations

import re
from functools import cache

# German sets a comma before "aber", or the word stands within its clause: "ging dagegen zurück".
_JOINTS = {
    "de": r"und|sowie|während|gegenüber|verglichen",
    "fr": r"et|tandis\s+qu(?:e|['’])|alors\s+qu(?:e|['’])|mais|contre|puis|suivie?s?\s+(?:de|par)",
    "es": r"y|e|mientras(?:\s+que)?|pero|frente\s+a|contra|seguid[oa]s?\s+(?:de|por)",
}


@cache
def with_joints(parting: re.Pattern[str], language: str) -> re.Pattern[str]:
    """A pattern of what parts clauses, with the joining words of a language, a BCP 47 tag."""
    words = _JOINTS.get(language.partition("-")[0])
    if words is None:
        return parting
    return re.compile(rf"{parting.pattern}|\b(?:{words})\b", parting.flags)
