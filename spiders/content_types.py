"""Which bodies can hold a text that a claim is checked against, told from type and first bytes."""

from __future__ import annotations

import re

_READABLE = re.compile(
    r"text/.+"
    r"|application/(?:pdf|x-pdf|xhtml\+xml|xml|json|ld\+json|csv|x-tex|x-latex|rtf|x-ndjson)"
    r"|application/[\w.-]+\+(?:xml|json)"
    r"|application/vnd\.openxmlformats-officedocument\.wordprocessingml\.document"
)
_NOT_READABLE_TEXT = re.compile(r"text/(?:css|javascript|calendar|vcard)")
# Types that servers send when they do not know.
_SAYS_NOTHING = frozenset(
    {"", "application/octet-stream", "binary/octet-stream", "application/force-download"}
    | {"application/download", "application/x-download", "content/unknown", "unknown/unknown"}
)
_HTML_START = re.compile(
    rb"(?>\s+|<!--.*?-->)*+<(?:!doctype html|html|head|body|title)", re.IGNORECASE | re.DOTALL
)
_SNIFFED_BYTES = 1024
_MOSTLY = 0.97
_TEXT_BYTES = (
    frozenset(range(0x20, 0x7F)) | {0x09, 0x0A, 0x0C, 0x0D} | frozenset(range(0x80, 0x100))
)


def media_type(content_type: str) -> str:
    """Give the bare media type of a Content-Type header, in lower case."""
    return content_type.partition(";")[0].partition(",")[0].strip().lower()


def is_supported(content_type: str, body: bytes) -> bool:
    """Whether some reader of ours may find text in it."""
    kind = media_type(content_type)
    if kind in _SAYS_NOTHING:
        return _looks_readable(body)
    if _NOT_READABLE_TEXT.fullmatch(kind):
        return False
    if kind == "application/zip":
        return _is_docx(body)
    # A type that is no type at all ("html", "utf-8") is a server's mistake, not the page's.
    return bool(_READABLE.fullmatch(kind)) or ("/" not in kind and _looks_readable(body))


def is_html(content_type: str, body: bytes) -> bool:
    """Whether a browser would show it as a web page."""
    kind = media_type(content_type)
    if kind in {"text/html", "application/xhtml+xml"}:
        return True
    return (kind in _SAYS_NOTHING or "/" not in kind) and bool(
        _HTML_START.match(body[:_SNIFFED_BYTES])
    )


def _looks_readable(body: bytes) -> bool:
    if body.startswith((b"%PDF-", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return True
    return _is_docx(body) or _looks_like_text(body[:_SNIFFED_BYTES])


def _is_docx(body: bytes) -> bool:
    return body.startswith(b"PK\x03\x04") and b"word/" in body


def _looks_like_text(start: bytes) -> bool:
    return (
        bool(start)
        and sum(byte in _TEXT_BYTES for byte in start) >= _MOSTLY * len(start)
        and (b"\x00" not in start)
    )
