"""Files of references, BibTeX and `.bbl`, to the sources that their entries name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.documents.latex_words import CHARACTERS, accented

if TYPE_CHECKING:
    from collections.abc import Mapping

_URL_COMMAND = re.compile(r"\\(?:url|path|nolinkurl|href)\s*\{([^{}]*)\}")
_BARE_URL = re.compile(r"https?://[^\s{}<>\"]+")
_ACCENT = re.compile(r"\{?\\([`'^\"~=.]|[uvHckrdb](?=[\s{]))\s*\{?\\?([A-Za-zı])\}?\}?")
_COMMAND = re.compile(r"\\([A-Za-z]+|.)\s*")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_ARXIV = re.compile(r"(?:arXiv:)?(\d{4}\.\d{4,5}|[a-z-]+/\d{7})", re.IGNORECASE)
_SHOWN_AUTHORS = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a bibliography: `url` is "" where it names none; `label` is "Smith and Lee"."""

    key: str
    url: str
    title: str
    label: str


def read_bibtex(text: str) -> dict[str, Entry]:
    """The entries of a `.bib` file by their keys; those that cannot be parsed are left out."""
    import bibtexparser  # noqa: PLC0415  # only for documents that cite by keys

    library = bibtexparser.parse_string(text)
    found: dict[str, dict[str, str]] = {}
    for entry in library.entries:
        fields = {field.key.lower(): str(field.value) for field in entry.fields}
        found.setdefault(entry.key, fields)
    # A paper of a volume has what its volume has and itself has not.
    return {
        key: _entry(key, found.get(fields.get("crossref", ""), {}) | fields)
        for key, fields in found.items()
    }


def plain_latex(text: str) -> str:
    """What a short piece of LaTeX, such as a title, prints."""
    text = _ACCENT.sub(lambda found: accented(found[1], found[2]) or found[2], text)
    text = _COMMAND.sub(lambda found: CHARACTERS.get(found[1], ""), text)
    return " ".join(re.sub(r"[{}$]", "", text).replace("~", " ").split())


def plain_url(text: str) -> str:
    """An address as LaTeX spells it, with its escapes undone."""
    return re.sub(r"\\([%#&_~{}])", r"\1", text).strip()


def _entry(key: str, fields: Mapping[str, str]) -> Entry:
    return Entry(key, _url(fields), plain_latex(fields.get("title", "")), _label(key, fields))


def _url(fields: Mapping[str, str]) -> str:
    """Where an entry can be read: its address, else one in its notes, else its DOI or eprint."""
    for name in ("url", "link", "howpublished", "note", "annote", "addendum"):
        value = fields.get(name, "")
        command = _URL_COMMAND.search(value)
        bare = _BARE_URL.search(value)
        if command:
            return plain_url(command[1])
        if bare:
            return plain_url(bare.group()).rstrip(".,;)")
    if doi := _DOI.search(fields.get("doi", "")):
        return f"https://doi.org/{plain_url(doi.group())}"
    eprint = _ARXIV.fullmatch(fields.get("eprint", ""))
    return f"https://arxiv.org/abs/{eprint[1]}" if eprint else ""


def _label(key: str, fields: Mapping[str, str]) -> str:
    """Whom a citation in the text names: "Smith and Lee"."""
    people = re.split(r"\s+and\s+", fields.get("author") or fields.get("editor") or "")
    names = [plain_latex(_surname(person)) for person in people if person.strip()]
    if not names:
        return plain_latex(fields.get("organization", "")) or key
    return " and ".join(names) if len(names) <= _SHOWN_AUTHORS else f"{names[0]} et al."


def _surname(person: str) -> str:
    person = person.strip()
    if person.startswith("{") and person.endswith("}"):
        return person  # an organisation
    return person.partition(",")[0] if "," in person else person.split()[-1]
