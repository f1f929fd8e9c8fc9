"""Links that open a page at a passage (URL text fragments, `#:~:text=`)."""

from __future__ import annotations

from urllib.parse import quote, urldefrag

_SHORT = 80
_EDGE_WORDS = 5
_EDGE_CHARACTERS = 14


def passage_link(url: str, passage: str, *, is_row: bool = False) -> str:
    """`url` with a fragment that selects the passage.

    A long passage is named by its first and last words, a table row by its outer cells, and one
    of two blocks by both: in the page, they are not parted by what parts them in our text.
    """
    base = urldefrag(url).url
    blocks = passage.split("\n")
    if len(blocks) > 1:
        start, end = (
            block if len(block) <= _SHORT else _edges(block)[number]
            for number, block in enumerate((blocks[0], blocks[-1]))
        )
    elif is_row:
        cells = [cell for cell in passage.split(" | ") if cell]
        start, end = cells[0], cells[-1] if len(cells) > 1 else ""
    elif len(passage) <= _SHORT:
        start, end = passage, ""
    else:
        start, end = _edges(passage)
    return f"{base}#:~:text={_escaped(start)}" + (f",{_escaped(end)}" if end else "")


def _edges(passage: str) -> tuple[str, str]:
    words = passage.split(" ")
    if len(words) >= 3 * _EDGE_WORDS:
        return " ".join(words[:_EDGE_WORDS]), " ".join(words[-_EDGE_WORDS:])
    return passage[:_EDGE_CHARACTERS], passage[-_EDGE_CHARACTERS:]


def _escaped(text: str) -> str:
    # Commas, hyphens and ampersands are syntax in a text directive.
    return quote(text.encode("utf-8", "replace"), safe="").replace("-", "%2D")
