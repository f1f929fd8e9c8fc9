"""One pass over LaTeX source to builders of blocks, with what is open around each token."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from claims.documents.bibliography import plain_latex, plain_url
from claims.documents.building import BlockBuilder
from claims.documents.latex_words import (
    CHARACTERS,
    DROPPED,
    HEADINGS,
    LAST_IS_TEXT,
    LIST_ENVIRONMENTS,
    RAW_ENVIRONMENTS,
    TABLE_ENVIRONMENTS,
    UNITS,
    accented,
)
from claims.values import BlockKind, Via

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_TOKEN = re.compile(
    r"""(?P<comment>%[^\n]*(?:\n[ \t]*)?)
    |(?P<command>\\[A-Za-z@]+\*?)
    |(?P<symbol>\\(?s:.))
    |(?P<math>\$\$(?:[^$\\]|\\(?s:.)){0,5000}?\$\$|\$(?:[^$\\\n]|\\.|\n(?!\s*\n)){1,400}?\$)
    |(?P<open>\{)|(?P<close>\})|(?P<cell>&)
    |(?P<paragraph>\r?\n[ \t]*\r?\n\s*)
    |(?P<line>\r?\n[ \t]*)
    |(?P<dash>---?|``|''|~)
    |(?P<text>[^%\\{}$&~`'\r\n-]+|(?s:.))""",
    re.VERBOSE,
)
_TYPESET = {"---": "—", "--": "–", "``": "“", "''": "”", "~": " "}
_BRACES = re.compile(r"\\(?s:.)|%[^\n]*|[\[\]{}]")
_SPACES = re.compile(r"[ \t]*(?:\r?\n[ \t]*(?!\r?\n))?")
_LONGEST_OPTIONAL = 400
_CITE = re.compile(
    r"(?:foot|footfull|paren|text|auto|smart|super|full|no)?cite"
    r"(?:[tp]|al[tp]|author|year|yearpar|num|text|title|url)?s?",
    re.IGNORECASE,
)
_NAMES_ITS_AUTHOR = re.compile(r"(?:textcite|citet|citeauthor|citealt)s?", re.IGNORECASE)
_BY_AUTHOR = re.compile(
    r"(?:paren|text)cites?|cite(?:[tp]|al[tp]|author|year|yearpar)", re.IGNORECASE
)
_VERBATIM = re.compile(r"([^\sA-Za-z*\\])([^\n]*?)\1")
_RAW_ARGUMENT = re.compile(r"\{(?:[^{}]|\\[{}]|\{[^{}]*\}){0,4000}?\}")
_CONTINUED = re.compile(r"%?\r?\n\s*")
_BIB_LABEL = re.compile(
    r"\\bibitem\s*\[\{?(?P<names>[^(){}\[\]]{2,200}?)\s*\(\d{4}[^\[\]]{0,200}\]"
    r"\s*\{(?P<key>[^{}]+)\}"
)
_POWER = re.compile(r"\^\{?\s*([0-9+-]+)\s*\}?")
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_ENVIRONMENT_ARGUMENTS = {
    "tabular*": 2, "tabularx": 2, "tabulary": 2, "xltabular": 2, "tabular": 1, "longtable": 1,
    "tblr": 1, "minipage": 1, "multicols": 1, "wrapfigure": 2, "thebibliography": 1, "spacing": 1,
    "subfigure": 1, "CJK": 2, "CJK*": 2, "otherlanguage": 1, "otherlanguage*": 1, "adjustbox": 1,
}  # fmt: skip


class LatexReader:
    """Goes through the tokens once, with what is open around them."""

    def __init__(self, source: str, start: int, labels: Mapping[str, str]) -> None:
        self._source = source
        self._at = start
        # Where each brace that is closed is closed.
        self.closing = _closing_braces(source)
        # Whom the keys of citations name, those of the list of references here included.
        self.labels = {**_bib_labels(source), **labels}
        self._builders: list[BlockBuilder] = []
        self._builder = BlockBuilder(BlockKind.PARAGRAPH)
        self._groups: list[Callable[[], None]] = []
        self._environments: list[str] = []
        # The blocks that notes interrupt, and how many notes there were.
        self._interrupted: list[BlockBuilder] = []
        self._notes = 0
        self._ended_notes: list[BlockBuilder] = []
        self._row: BlockBuilder | None = None
        self._headers: list[str] | None = None

    def builders(self) -> list[BlockBuilder]:
        """All blocks in order, notes behind the block that has their mark."""
        end = len(self._source)
        while self._at < end:
            token = _TOKEN.match(self._source, self._at)
            assert token is not None
            self._at = token.end()
            self._read(token)
        while self._interrupted:
            self._end_note()
        self._break()
        return self._builders

    def _read(self, token: re.Match[str]) -> None:
        start, end = token.span()
        text = token.group()
        match token.lastgroup:
            case "text":
                self._target.add_collapsed(text, start)
            case "dash":
                self._target.add(_TYPESET.get(text, text), start, end)
            case "line":
                self._target.add_line_break(start, end, self._source[end : end + 1])
            case "paragraph":
                self._end_paragraph(start, end)
            case "command":
                self._command(text[1:].rstrip("*"), start)
            case "symbol":
                self._symbol(text[1:], start)
            case "math":
                self._add_math(start, end)
            case "open":
                self._groups.append(_nothing)
            case "close":
                if self._groups:
                    self._groups.pop()()
            case "cell":
                if self._row:
                    self._open_cell()

    @property
    def _target(self) -> BlockBuilder:
        return self._builder if self._interrupted else self._row or self._builder

    # -- commands

    def _command(self, name: str, start: int) -> None:
        if name in self._HANDLERS:
            self._HANDLERS[name](self, name, start)
        elif _CITE.fullmatch(name):
            self._cite(name, start)
        elif name in DROPPED:
            self._skip_arguments(DROPPED[name])
        elif name in LAST_IS_TEXT:
            self._skip_arguments(LAST_IS_TEXT[name])
        else:
            self._character(name, start)

    def _character(self, name: str, start: int) -> None:
        """A command that prints a character; of any other the arguments alone are text."""
        if name in CHARACTERS:
            spaces = _SPACES.match(self._source, self._at)
            if name.isalpha() and spaces:
                self._at = spaces.end()
            if self._source.startswith("{}", self._at):
                self._at += 2
            self._add_printed(CHARACTERS[name], start)
        elif not self._accent(name, start) and self._source.startswith("[", self._at):
            self._skip_optional()

    def _symbol(self, character: str, start: int) -> None:
        if character == "\\":
            self._skip_optional()
            if self._row:
                self._end_row()
            else:
                self._target.add_space(start, self._at)
        elif character in "([":
            self._math_to(")" if character == "(" else "]")
        elif not self._accent(character, start):
            self._add_printed(CHARACTERS.get(character, ""), start)

    def _add_printed(self, text: str, start: int) -> None:
        if text == " ":
            self._target.add_space(start, self._at)
        else:
            self._target.add(text, start, self._at)

    def _accent(self, accent: str, start: int) -> bool:
        letter = re.compile(r"[ \t]*\{?\\?([A-Za-z\u00c0-\u024f])\}?").match(self._source, self._at)
        printed = accented(accent, letter[1]) if letter else None
        if letter is None or printed is None:
            return False
        self._at = letter.end()
        self._target.add(printed, start, self._at)
        return True

    def _add_verbatim(self, _name: str, _start: int) -> None:
        code = _VERBATIM.match(self._source, self._at)
        if code:
            self._target.open_code()
            self._target.add_collapsed(code[2], code.start(2))
            self._target.close_code()
            self._at = code.end()

    def _link(self, name: str, _start: int) -> None:
        self._skip_optional()
        opening = self._brace(is_raw=True)
        if opening is None:
            return
        # In an address a per cent sign is no comment.
        raw = _RAW_ARGUMENT.match(self._source, opening)
        close = raw.end() - 1 if raw else self.closing[opening]
        url = plain_url(_CONTINUED.sub("", self._source[opening + 1 : close]))
        self._at = close + 1
        if name == "doi" and not url.startswith("http"):
            url = f"https://doi.org/{url}"
        self._target.open_link(url, Via.INLINE)
        if name != "href":
            self._target.add_collapsed(self._source[opening + 1 : close], opening + 1)
            self._target.close_link()
            return
        text = self._brace()
        if text is None:
            self._target.close_link()
        else:
            self._at = text + 1
            self._groups.append(self._target.close_link)

    def _cite(self, name: str, start: int) -> None:
        takes_several = name.endswith("s") and not name.endswith("us")
        keys: list[str] = []
        while True:
            self._skip_optional()
            self._skip_optional()
            if self._brace() is None:
                break
            keys += [key.strip() for key in self._argument().split(",")]
            if not takes_several:
                break
        if name.lower() == "nocite" or not keys:
            return
        if _NAMES_ITS_AUTHOR.fullmatch(name):
            labels = [self.labels[key] for key in keys if key in self.labels]
            self._target.add(", ".join(labels) or keys[0], start, self._at)
        via = Via.AUTHOR_YEAR if _BY_AUTHOR.fullmatch(name) else Via.NUMBERED
        if name.startswith("foot"):
            via = Via.FOOTNOTE
        for key in keys:
            self._target.add_mark(f"@{key}", self._target.length, via)

    def _heading(self, name: str, _start: int) -> None:
        self._skip_optional()
        self._break()
        self._enter_block(BlockBuilder(BlockKind.HEADING, level=HEADINGS[name]))

    def _caption(self, _name: str, _start: int) -> None:
        self._skip_optional()
        self._enter_block(BlockBuilder(BlockKind.CAPTION))

    def _item(self, name: str, _start: int) -> None:
        self._break()
        label_start = self._at
        label = self._skip_optional()
        if name == "bibitem":
            self._builder = BlockBuilder(BlockKind.REFERENCE, level=1)
            self._builder.anchors.append(f"@{self._argument().strip()}")
            return
        self._builder = self._fresh_builder()
        if label.strip():
            self._builder.add(f"{plain_latex(label).rstrip(':')}: ", label_start, self._at)

    def _note(self, name: str, _start: int) -> None:
        number = self._skip_optional().strip()
        if name in {"footnote", "endnote"}:
            self._notes += 1
            anchor = f"^{self._notes}"
        else:
            anchor = f"^mark {number}"
        if name != "footnotetext":
            self._target.add_mark(anchor, self._target.length, Via.FOOTNOTE)
        opening = None if name == "footnotemark" else self._brace()
        if opening is not None:
            self._at = opening + 1
            self._interrupted.append(self._builder)
            self._builder = BlockBuilder(BlockKind.REFERENCE, level=1)
            self._builder.anchors.append(anchor)
            self._groups.append(self._end_note)

    def _end_note(self) -> None:
        if self._interrupted:
            note, self._builder = self._builder, self._interrupted.pop()
            self._ended_notes.append(note)

    def _quantity(self, name: str, start: int) -> None:
        self._skip_optional()
        numbers = self._argument()
        if name.endswith("range"):
            numbers = f"{numbers}–{self._argument()}"
        unit = "" if name.startswith("num") else self._argument()
        unit = re.sub(r"\\([A-Za-z]+)", lambda found: UNITS.get(found[1], found[1]), unit)
        text = f"{numbers} {unit}".strip().replace(" %", "%")
        self._target.add(text, start, self._at)

    def _definition(self, _name: str, _start: int) -> None:
        opening = self._source.find("{", self._at, self._at + _LONGEST_OPTIONAL)
        if opening >= 0 and opening in self.closing:
            self._at = self.closing[opening] + 1

    # -- mathematics

    def _add_math(self, start: int, end: int) -> None:
        if self._source.startswith("$$", start):
            return  # a displayed formula states nothing in words
        self._add_formula(start + 1, end - 1)

    def _math_to(self, closer: str) -> None:
        end = self._source.find(f"\\{closer}", self._at, self._at + 10 * _LONGEST_OPTIONAL)
        if end < 0:
            return
        if closer == ")":
            self._add_formula(self._at, end)
        self._at = end + 2

    def _add_formula(self, start: int, end: int) -> None:
        """The numbers and signs of a formula within a sentence."""
        formula = self._source[start:end]
        text = _POWER.sub(lambda found: found[1].translate(_RAISED), formula)
        text = plain_latex(text.replace("{,}", ",").replace("\\,", ""))
        if text == formula:
            self._target.add(text, start, end)
        else:
            self._target.add(text, start - 1, end + 1)

    # -- environments

    def _begin(self, _command: str, _start: int) -> None:
        name = self._argument().rstrip("*")
        if name in RAW_ENVIRONMENTS:
            found = re.compile(rf"\\end\s*\{{{re.escape(name)}\*?\}}").search(
                self._source, self._at
            )
            self._at = found.end() if found else len(self._source)
            return
        self._environments.append(name)
        self._skip_arguments(_ENVIRONMENT_ARGUMENTS.get(name, 0))
        if name in TABLE_ENVIRONMENTS:
            self._break()
            self._headers = None
            self._start_row()
        elif name not in {"center", "tabular"}:
            self._break()

    def _end(self, _command: str, _start: int) -> None:
        name = self._argument().rstrip("*")
        if name in self._environments:
            while self._environments.pop() != name:
                pass
        if name in TABLE_ENVIRONMENTS and self._row:
            self._end_row()
            self._row = None
        if name == "document":
            self._at = len(self._source)
        self._break()

    def _start_row(self) -> None:
        self._row = BlockBuilder(BlockKind.TABLE_ROW)
        self._cells = 0
        self._open_cell()

    def _open_cell(self) -> None:
        assert self._row is not None
        header = (
            self._headers[self._cells] if self._headers and self._cells < len(self._headers) else ""
        )
        self._row.open_cell(header, self._at)
        self._cells += 1

    def _end_row(self) -> None:
        row = self._row
        assert row is not None
        row.close_cell()
        if any(row.cell_texts()):
            if self._headers is None:
                row.kind = BlockKind.TABLE_HEADER
                self._headers = row.cell_texts()
            self._builders.append(row)
        self._start_row()

    # -- blocks

    def _paragraph(self, _name: str, start: int) -> None:
        self._end_paragraph(start, self._at)

    def _end_paragraph(self, start: int, end: int) -> None:
        if self._interrupted or self._row:
            self._target.add_space(start, end)
        else:
            self._break()

    def _break(self) -> None:
        if self._interrupted:
            return
        if self._builder.length:
            self._builders.append(self._builder)
        if not self._row:
            self._builders += self._ended_notes
            self._ended_notes = []
        self._builder = self._fresh_builder()

    def _fresh_builder(self) -> BlockBuilder:
        depth = sum(name in LIST_ENVIRONMENTS for name in self._environments)
        if "thebibliography" in self._environments:
            return BlockBuilder(BlockKind.REFERENCE, level=1)
        if depth:
            return BlockBuilder(BlockKind.LIST_ITEM, level=depth)
        return BlockBuilder(BlockKind.PARAGRAPH)

    def _enter_block(self, builder: BlockBuilder) -> None:
        """Read the argument that follows as a block of its own."""
        opening = self._brace()
        if opening is None:
            return
        self._at = opening + 1
        row, self._row = self._row, None
        self._break()
        self._builder = builder

        def leave() -> None:
            self._break()
            self._row = row

        self._groups.append(leave)

    # -- arguments

    def _brace(self, *, is_raw: bool = False) -> int | None:
        """Where the brace of an argument stands that follows here, if one does and is closed."""
        spaces = _SPACES.match(self._source, self._at)
        at = spaces.end() if spaces else self._at
        is_closed = at in self.closing or (is_raw and _RAW_ARGUMENT.match(self._source, at))
        return at if is_closed else None

    def _argument(self) -> str:
        """Pass over an argument and give its source; "" where none follows."""
        opening = self._brace()
        if opening is None:
            control = re.compile(r"\s*\\[A-Za-z@]+").match(self._source, self._at)
            if control:
                self._at = control.end()
            return ""
        self._at = self.closing[opening] + 1
        return self._source[opening + 1 : self._at - 1]

    def _skip_arguments(self, count: int) -> None:
        for _ in range(count):
            self._skip_optional()
            self._argument()
        self._skip_optional()

    def _skip_optional(self) -> str:
        """Pass over an argument in brackets and give its source; "" where none follows."""
        spaces = _SPACES.match(self._source, self._at)
        start = at = spaces.end() if spaces else self._at
        if not self._source.startswith("[", at):
            return ""
        if at not in self.closing:
            return ""
        self._at = self.closing[at] + 1
        return self._source[start + 1 : self._at - 1]

    _HANDLERS: ClassVar[dict[str, Callable[[LatexReader, str, int], None]]] = {
        "begin": _begin,
        "end": _end,
        "caption": _caption,
        "par": _paragraph,
        **dict.fromkeys(HEADINGS, _heading),
        **dict.fromkeys(("verb", "lstinline"), _add_verbatim),
        **dict.fromkeys(("url", "path", "nolinkurl", "href", "doi"), _link),
        **dict.fromkeys(("item", "bibitem"), _item),
        **dict.fromkeys(("footnote", "footnotetext", "footnotemark", "endnote"), _note),
        **dict.fromkeys(("num", "SI", "qty", "SIrange", "numrange", "qtyrange"), _quantity),
        **dict.fromkeys(("def", "gdef", "edef"), _definition),
    }


def _nothing() -> None:
    """What the end of a plain group does."""


def _bib_labels(source: str) -> dict[str, str]:
    """Whom the items of a list of references name, "[Orr and Li(2018)]", by their keys."""
    return {item["key"].strip(): plain_latex(item["names"]) for item in _BIB_LABEL.finditer(source)}


def _closing_braces(source: str) -> dict[int, int]:
    """Where each brace, and each bracket within the same braces, that is closed is closed."""
    closing: dict[int, int] = {}
    opened: list[tuple[str, int]] = []
    for found in _BRACES.finditer(source):
        mark = found.group()
        if mark in "{[":
            opened.append((mark, found.start()))
        elif mark == "]" and opened and opened[-1][0] == "[":
            closing[opened.pop()[1]] = found.start()
        elif mark == "}":
            while opened and opened[-1][0] == "[":
                opened.pop()  # a bracket that is never closed is only a bracket
            if opened:
                closing[opened.pop()[1]] = found.start()
    return closing
