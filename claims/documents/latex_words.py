"""What LaTeX commands stand for in running text: tables for the LaTeX reader."""

from __future__ import annotations

import unicodedata

# Commands whose arguments are no text of the document, by the number of arguments in braces.
DROPPED: dict[str, int] = {
    name: count
    for count, names in {
        0: "maketitle tableofcontents listoffigures listoftables appendix clearpage newpage"
        " pagebreak noindent centering raggedright hline toprule midrule bottomrule endhead"
        " endfirsthead endfoot endlastfoot small footnotesize scriptsize large Large LARGE huge"
        " normalsize tiny bfseries itshape ttfamily par@ hfill vfill smallskip medskip bigskip"
        " printbibliography makeatletter makeatother frontmatter mainmatter backmatter nolinebreak"
        " allowbreak protect relax item@ displaystyle left right limits sloppy",
        1: "title documentclass usepackage RequirePackage label ref eqref pageref autoref cref Cref"
        " nameref vref includegraphics bibliographystyle bibliography addbibresource vspace"
        " hspace input include subfile import pagestyle thispagestyle pagenumbering hypersetup"
        " graphicspath cmidrule cline newlength index glsadd geometry date author affiliation email"
        " orcid thanks institute keywords nocite phantom hphantom vphantom urlstyle captionsetup"
        " theoremstyle tikzset lstset sisetup DeclareMathOperator cellcolor rowcolor color"
        " linespread setcitestyle ExecuteBibliographyOptions includepdf pdfinfo",
        2: "setlength addtolength setcounter addtocounter newcommand renewcommand providecommand"
        " newtheorem definecolor rule raisebox@ newenvironment@ def@ let@ resizebox@ titleformat"
        " fancyhead@ DeclareRobustCommand newcolumntype",
        3: "newenvironment renewenvironment",
    }.items()
    for name in names.split()
}

# Commands of which the last argument is text, by the number of arguments before it.
LAST_IS_TEXT: dict[str, int] = {
    "multicolumn": 2,
    "multirow": 2,
    "textcolor": 1,
    "colorbox": 1,
    "resizebox": 2,
    "scalebox": 1,
    "raisebox": 1,
    "parbox": 1,
    "foreignlanguage": 1,
    "hyperref": 0,
    "hyperlink": 1,
    "hypertarget": 1,
}

# Environments whose content is kept out of the text, read up to their end as they stand.
RAW_ENVIRONMENTS = frozenset(
    "verbatim Verbatim lstlisting minted comment filecontents tikzpicture equation align alignat"
    " gather multline eqnarray displaymath math flalign algorithm algorithmic forest".split()
)
TABLE_ENVIRONMENTS = frozenset("tabular tabularx tabulary longtable tblr xltabular".split())
LIST_ENVIRONMENTS = frozenset("itemize enumerate description compactitem compactenum".split())

HEADINGS: dict[str, int] = {
    "part": 1,
    "chapter": 1,
    "section": 2,
    "subsection": 3,
    "subsubsection": 4,
    "paragraph": 5,
    "subparagraph": 6,
    "frametitle": 2,
}

# Commands and control symbols that print a character, or nothing.
CHARACTERS: dict[str, str] = {
    "%": "%", "&": "&", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ", ",": " ",
    ";": " ", ":": " ", "!": "", "/": "", "-": "", "@": "", "\n": " ", ">": " ",
    "textdollar": "$", "pounds": "£", "textsterling": "£", "texteuro": "€", "euro": "€",
    "EUR": "€", "yen": "¥", "textyen": "¥", "textpercent": "%", "percent": "%", "S": "§",
    "copyright": "©", "textdegree": "°", "degree": "°", "textendash": "–", "textemdash": "—",
    "ldots": "…", "dots": "…", "textellipsis": "…", "ss": "ß", "o": "ø", "O": "Ø", "ae": "æ",
    "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ",
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textunderscore": "_",
    "textquotesingle": "'", "quad": " ", "qquad": " ", "newline": " ", "linebreak": " ",
    "enspace": " ", "thinspace": " ", "space": " ", "times": "×", "approx": "≈", "sim": "~",
    "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "pm": "±", "cdot": "·", "to": "→",
    "rightarrow": "→", "mu": "µ", "LaTeX": "LaTeX", "TeX": "TeX", "lt": "<", "gt": ">",
}  # fmt: skip

_COMBINING: dict[str, str] = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304",
    ".": "\u0307", "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328",
    "r": "\u030a", "d": "\u0323", "b": "\u0331",
}  # fmt: skip

UNITS: dict[str, str] = {
    "kilo": "k", "mega": "M", "giga": "G", "tera": "T", "milli": "m", "micro": "µ", "nano": "n",
    "centi": "c", "metre": "m", "meter": "m", "gram": "g", "second": "s", "hour": "h", "watt": "W",
    "hertz": "Hz", "litre": "L", "liter": "L", "tonne": "t", "volt": "V", "ampere": "A",
    "kelvin": "K", "celsius": "°C", "degreeCelsius": "°C", "joule": "J", "pascal": "Pa",
    "per": "/", "percent": "%", "square": "", "squared": "²", "cubic": "", "cubed": "³",
    "kilogram": "kg", "kilometre": "km", "kilometer": "km", "minute": "min", "day": "d",
}  # fmt: skip


def accented(accent: str, letter: str) -> str | None:
    """A letter with what the accent command puts on it; None for what is no accent."""
    mark = _COMBINING.get(accent)
    if mark is None:
        return None
    letter = {"ı": "i", "ȷ": "j"}.get(letter, letter)
    return unicodedata.normalize("NFC", letter + mark)
