"""Bytes to text, or one sentence that says where they stop being text."""

from __future__ import annotations

from claims.errors import UnreadableDocument

_PROBE_BYTES = 8192
# Control bytes that no text has, tabs, line ends and escapes excepted.
_CONTROLS = frozenset({*range(9), *range(14, 27)})
_RARE = 50


def decode(data: bytes, path: str) -> str:
    """Decode UTF-8, keeping a byte order mark and line endings, so that offsets stay true."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        raise UnreadableDocument(f"{path}: is UTF-16 text; save it as UTF-8")
    if _is_binary(data[:_PROBE_BYTES]):
        raise UnreadableDocument(f"{path}: is a binary file, not a text document")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableDocument(
            f"{path}: line {line} is not valid UTF-8 (byte 0x{data[error.start]:02x} at offset"
            f" {error.start}); save it as UTF-8"
        ) from error


def _is_binary(head: bytes) -> bool:
    # A stray NUL happens in text that went through broken tools; several control bytes do not.
    controls = sum(byte in _CONTROLS for byte in head)
    return controls > max(len(head) // _RARE, 1)
