"""DOCX to blocks, by way of HTML: mammoth reads the file, our reader of HTML its result.

The text of a DOCX stands in no one place of the file, so the document's `source` is its text as
it was read, a line for each block.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from claims.documents.building import on_own_text
from claims.documents.html import read_html
from claims.errors import UnreadableDocument

if TYPE_CHECKING:
    from claims.values import Document

# A DOCX is a ZIP file; what would unpack to more than this is no document.
_MOST_UNPACKED_BYTES = 50_000_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLES = """\
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
comment-reference => !
"""


def read_docx(data: bytes, path: str) -> Document:
    """Read a DOCX: deletions, comments, headers and footers are left out.

    Raises UnreadableDocument for bytes that are none, or would unpack to more than 50 MB.
    """
    return on_own_text(read_html(docx_as_html(data, path), path), "docx")


def docx_as_html(data: bytes, path: str) -> str:
    """The text and tables of a DOCX as HTML; raises as `read_docx` does."""
    import mammoth  # noqa: PLC0415  # only for this format

    _check_archive(data, path)
    try:
        result = mammoth.convert_to_html(
            io.BytesIO(_without_hidden(data)),
            style_map=_STYLES,
            # What a file says of its own styles is not asked: documents are hostile input.
            include_embedded_style_map=False,
            convert_image=_no_image,
            external_file_access=False,
        )
    except RecursionError as error:
        raise UnreadableDocument(f"{path}: is nested too deeply to be read") from error
    # The parser stops at broken XML, missing parts and bad references with errors of many kinds.
    except Exception as error:
        told = " ".join(str(error).split())
        raise UnreadableDocument(f"{path}: is no readable DOCX ({told})") from error
    return str(result.value)


def _check_archive(data: bytes, path: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        # The last is for a ZIP file of a version that is still to come.
        raise UnreadableDocument(f"{path}: is no DOCX; save it again as .docx") from error
    if "word/document.xml" not in {part.filename for part in parts}:
        raise UnreadableDocument(f"{path}: is a ZIP file, but holds no Word document")
    if (
        sum(part.file_size for part in parts if not part.filename.startswith("word/media/"))
        > _MOST_UNPACKED_BYTES
    ):
        raise UnreadableDocument(f"{path}: would unpack to more than 50 MB")


def _without_hidden(data: bytes) -> bytes:
    """The same file less the text that its author has hidden, which mammoth shows."""
    from lxml import etree  # noqa: PLC0415  # only for this format

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {part: archive.read(part) for part in archive.infolist()}
    if not any(b"w:vanish" in content for content in parts.values()):
        return data
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part, content in parts.items():
            shown = content
            if part.filename.endswith(".xml") and b"w:vanish" in content:
                tree = etree.fromstring(content, parser)
                for run in tree.findall(f".//{_W}r"):
                    vanish = run.find(f"{_W}rPr/{_W}vanish")
                    if vanish is not None and vanish.get(f"{_W}val") not in {"0", "false"}:
                        run.getparent().remove(run)
                shown = etree.tostring(tree)
            archive.writestr(part, shown)
    return out.getvalue()


def _no_image(_image: Any) -> list[Any]:
    return []
