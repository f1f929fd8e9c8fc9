"""The bytes of a web page to its text, whatever its headers say about their character set."""

from __future__ import annotations

import codecs
import re
from itertools import chain

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([a-zA-Z0-9_.:-]+)""", re.IGNORECASE)
_PROBE_BYTES = 4096
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What browsers read these labels as (WHATWG Encoding): pages use the larger set and name the
# smaller one.
_READ_AS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
}
# Of ASCII bytes alone: they would pass for UTF-8.
_SEVEN_BIT = re.compile(r"iso2022|hz|utf-7|utf-16|utf-32")
_MOST_WRONG = 0.002
_WRONG = "\ufffd"


def decode_text(body: bytes, content_type: str) -> str | None:
    """Decode a text body; None where its bytes are text in no known character set.

    By its byte order mark; else as UTF-8, which nothing else passes for; else by the charset of the
    header or of the markup's beginning; last by what the bytes look like.
    """
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body.removeprefix(codecs.BOM_UTF8).decode(name, "replace")
    declared = _declared(body, content_type)
    for name in chain(filter(_SEVEN_BIT.match, declared), ("utf-8",), declared):
        try:
            return body.decode(name)
        except (UnicodeError, ValueError):
            continue
    # A few bytes went wrong on the way; a page is not lost for them.
    for name in (*declared, "utf-8"):
        text = body.decode(name, "replace")
        if text.count(_WRONG) <= _MOST_WRONG * len(text):
            return text
    return _guessed(body)


def _declared(body: bytes, content_type: str) -> list[str]:
    places = (content_type.encode("ascii", "replace"), body[:_PROBE_BYTES])
    found = (_CHARSET.search(place) for place in places)
    names = (_known(match.group(1).decode("ascii")) for match in found if match)
    return list(dict.fromkeys(filter(None, names)))


def _known(label: str) -> str:
    """What Python calls a character set, as browsers read its label; "" for none of text."""
    try:
        codec = codecs.lookup(label)
    except LookupError:
        return ""
    # "rot13" and "base64" are codecs too.
    return _READ_AS.get(codec.name, codec.name) if getattr(codec, "_is_text_encoding", True) else ""


def _guessed(body: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415  # rarely needed

    best = from_bytes(body).best()
    return None if best is None else str(best)
