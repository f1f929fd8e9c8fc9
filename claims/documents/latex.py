"""LaTeX to blocks: one pass over the source, which every text is traced back to.

Nothing is expanded or executed; commands that are not known are left out and their arguments
are read as text. Deep nesting and missing braces are no errors: a document that does not compile
is read as far as it goes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.documents.bibliography import Entry, plain_latex, read_bibtex
from claims.documents.building import first_heading, whole_text, with_sections
from claims.documents.decoding import decode
from claims.documents.latex_reader import LatexReader
from claims.languages import language_of
from claims.references import references_in
from claims.values import Document, Reference

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.values import Block

_SHOWN_NAMES = 5
_BODY = re.compile(r"^[^%\n]*\\begin\{document\}", re.MULTILINE)
_TITLE = re.compile(r"\\title\s*(?:\[[^\]]*\]\s*)?(?=\{)")
_BABEL = re.compile(
    r"\\(?:usepackage\[(?P<babel>[^\]]*)\]\{babel\}|setdefaultlanguage(?:\[[^\]]*\])?\{(?P<main>\w+)\})"
)
_LANGUAGES = {
    "german": "de", "ngerman": "de", "french": "fr", "spanish": "es", "english": "en",
    "american": "en", "british": "en", "japanese": "ja",
}  # fmt: skip
_INCLUDED = re.compile(r"^[^%\n]*?\\(?:input|include|subfile)\s*\{([^{}\n]+)\}", re.MULTILINE)
_FILES = re.compile(r"\\(?:bibliography|addbibresource(?:\[[^\]]*\])?)\s*\{([^{}]{1,1000})\}")
_NO_CITE = re.compile(r"\\nocite\s*\{([^{}]{1,5000})\}")
_FILE_CONTENTS = re.compile(
    r"\\begin\{filecontents\*?\}(?:\[[^\]]*\])?\{[^{}]*\.bib\}(.*?)\\end\{filecontents\*?\}",
    re.DOTALL,
)
# A file without `\bibliography` is a chapter; its thesis keeps the references beside or above it.
_CHAPTER_FILES = ("*.bib", "*.bbl", "../*.bib", "../*.bbl")


def latex_companions(source: str) -> tuple[str, ...]:
    """The files of references that a document reads, as patterns relative to its folder."""
    names = [name.strip() for found in _FILES.findall(source) for name in found.split(",")]
    wanted = [name if name.endswith(".bib") else f"{name}.bib" for name in names if name]
    return (*wanted, "*.bbl") if wanted else _CHAPTER_FILES


def read_latex(source: str, path: str, companions: Mapping[str, bytes]) -> Document:
    """Read LaTeX; never raises, whatever the text. `companions` are `.bib` and `.bbl` files.

    Raises UnreadableDocument for a companion that is no text.
    """
    body = _BODY.search(source)
    entries = _entries(source, companions)
    listed, labels = _listed(companions)
    reader = LatexReader(
        source,
        body.end() if body else 0,
        {**_labels(entries), **{key: label for key, label in labels.items() if label}},
    )
    blocks = with_sections(reader.builders())
    cited = {mark.target[1:] for block in blocks for mark in block.marks if mark.target[:1] == "@"}
    cited |= _keys_of(_NO_CITE.findall(source), entries)
    return Document(
        path=path,
        format="latex",
        title=_title(source, reader) or first_heading(blocks),
        language=language_of(whole_text(blocks), _declared_language(source)),
        source=source,
        blocks=blocks,
        references=(
            *(
                Reference(entry.url, entry.title, (f"@{key}",))
                for key, entry in entries.items()
                if entry.url and key in cited
            ),
            *(one for one in listed if not cited.isdisjoint(key[1:] for key in one.keys)),
        ),
        warnings=_warnings(source, path, cited, blocks, entries, listed, labels),
    )


def _entries(source: str, companions: Mapping[str, bytes]) -> dict[str, Entry]:
    """The entries of all `.bib` files, and of those that the source itself contains."""
    texts = [decode(data, name) for name, data in companions.items() if name.endswith(".bib")]
    texts.extend(_FILE_CONTENTS.findall(source))
    entries: dict[str, Entry] = {}
    for text in texts:
        entries = read_bibtex(text) | entries
    return entries


def _listed(companions: Mapping[str, bytes]) -> tuple[tuple[Reference, ...], dict[str, str]]:
    """The sources of the lists that BibTeX made, and whom each key names."""
    found: list[Reference] = []
    labels: dict[str, str] = {}
    for name, data in companions.items():
        if name.endswith(".bbl"):
            reader = LatexReader(decode(data, name), 0, {})
            for block in with_sections(reader.builders()):
                found.extend(references_in(block))
                labels |= dict.fromkeys((anchor[1:] for anchor in block.anchors), "")
            labels |= reader.labels
    return tuple(found), labels


def _labels(entries: Mapping[str, Entry]) -> dict[str, str]:
    return {key: entry.label for key, entry in entries.items()}


def _keys_of(written: Sequence[str], entries: Mapping[str, Entry]) -> set[str]:
    keys = {key.strip() for names in written for key in names.split(",")}
    return set(entries) if "*" in keys else keys


def _title(source: str, reader: LatexReader) -> str:
    command = _TITLE.search(source)
    if command is None or command.end() not in reader.closing:
        return ""
    return plain_latex(source[command.end() : reader.closing[command.end()]])


def _declared_language(source: str) -> str:
    found = _BABEL.search(source)
    # Of several languages babel takes the last for the main one.
    name = (found["main"] or (found["babel"] or "").split(",")[-1]) if found else ""
    return _LANGUAGES.get(name.strip().rpartition("=")[2], "")


def _warnings(
    source: str,
    path: str,
    cited: set[str],
    blocks: Sequence[Block],
    entries: Mapping[str, Entry],
    listed: Sequence[Reference],
    in_lists: Mapping[str, str],
) -> tuple[str, ...]:
    warnings = [
        f"{path}: what it includes from {name.strip()} is not read; name that file too"
        for name in dict.fromkeys(_INCLUDED.findall(source))
    ]
    known = {anchor[1:] for block in blocks for anchor in block.anchors}
    known |= {key[1:] for reference in listed for key in reference.keys}
    without = sorted(cited - known - {key for key, entry in entries.items() if entry.url})
    unknown = [key for key in without if key not in entries and key not in in_lists]
    without = [key for key in without if key not in unknown]
    if without:
        warnings.append(f"{path}: its bibliography names no address for {_several(without)}")
    if unknown:
        warnings.append(
            f"{path}: no bibliography beside it has a readable entry for {_several(unknown)}"
        )
    return tuple(warnings)


def _several(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_SHOWN_NAMES])
    return f"{shown} and {len(names) - _SHOWN_NAMES} more" if len(names) > _SHOWN_NAMES else shown
