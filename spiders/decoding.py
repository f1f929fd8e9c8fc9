"""Content codings undone piece by piece, never more at a time than there is room for.

A few kilobytes can hold gigabytes; whoever decodes first and measures then has lost.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, Protocol

import zstandard

if TYPE_CHECKING:
    from collections.abc import Iterator

ACCEPT_ENCODING = "gzip, deflate, zstd"

_PIECE_BYTES = 256 * 1024
# A zstd block of 4 bytes can hold 128 KB, and its decoder has no limit: 128 bytes are 4 MB.
_ZSTD_SLICE_BYTES = 128
# RFC 9659: more than 8 MB must not be asked of a client.
_ZSTD_WINDOW_BYTES = 8 * 2**20


class UndecodableError(Exception):
    """A body that is not coded as its header says."""


class Decoder(Protocol):
    """A content coding that is being undone."""

    taken_bytes: int
    """How much of what was given has been decoded so far."""

    def pieces(self, chunk: bytes) -> Iterator[bytes]:
        """Decode a chunk lazily, in pieces of a few megabytes at most."""
        ...

    @property
    def is_complete(self) -> bool:
        """Whether the coded stream has come to its end."""
        ...


def decoder_for(content_encoding: str) -> Decoder:
    """Give the decoder for a Content-Encoding header; raises UndecodableError if there is none."""
    match content_encoding.strip().lower():
        case "" | "identity" | "none" | "utf-8" | "binary":
            return _Plain()
        case "gzip" | "x-gzip":
            return _Gzip()
        case "deflate":
            return _Deflate()
        case "zstd":
            return _Zstd()
        case other:
            raise UndecodableError(f"the body is coded as {other!r}, which we did not ask for")


class _Plain:
    is_complete = True

    def __init__(self) -> None:
        self.taken_bytes = 0

    def pieces(self, chunk: bytes) -> Iterator[bytes]:
        self.taken_bytes += len(chunk)
        yield chunk


class _Gzip:
    """gzip of any number of members; what follows that is none is ignored, as browsers do."""

    def __init__(self) -> None:
        self.taken_bytes = 0
        self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._has_begun = False

    @property
    def is_complete(self) -> bool:
        return self._member.eof or not self._has_begun

    def pieces(self, chunk: bytes) -> Iterator[bytes]:
        rest = chunk
        while rest:
            if self._member.eof:
                if not rest.startswith(b"\x1f\x8b"):
                    return
                self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
            self._has_begun = True
            piece = _inflated(self._member, rest)
            left = self._member.unused_data or self._member.unconsumed_tail
            self.taken_bytes += len(rest) - len(left)
            yield piece
            rest = left


class _Deflate:
    """deflate in zlib's wrapping (RFC 9110) or, as some servers have it, without any."""

    def __init__(self) -> None:
        self.taken_bytes = 0
        self._stream: Any = None

    @property
    def is_complete(self) -> bool:
        return self._stream is None or bool(self._stream.eof)

    def pieces(self, chunk: bytes) -> Iterator[bytes]:
        if self._stream is None and chunk:
            is_wrapped = chunk[0] & 0x0F == zlib.DEFLATED and chunk[0] >> 4 <= 7  # noqa: PLR2004
            self._stream = zlib.decompressobj(zlib.MAX_WBITS if is_wrapped else -zlib.MAX_WBITS)
        rest = chunk
        while rest and not self._stream.eof:
            piece = _inflated(self._stream, rest)
            left = self._stream.unconsumed_tail
            self.taken_bytes += len(rest) - len(left)
            yield piece
            rest = left


class _Zstd:
    def __init__(self) -> None:
        self.taken_bytes = 0
        self._frame: Any = None

    @property
    def is_complete(self) -> bool:
        return self._frame is None or bool(self._frame.eof)

    def pieces(self, chunk: bytes) -> Iterator[bytes]:
        for start in range(0, len(chunk), _ZSTD_SLICE_BYTES):
            rest = chunk[start : start + _ZSTD_SLICE_BYTES]
            self.taken_bytes += len(rest)
            while rest:
                if self._frame is None or self._frame.eof:
                    self._frame = zstandard.ZstdDecompressor(
                        max_window_size=_ZSTD_WINDOW_BYTES
                    ).decompressobj()
                try:
                    yield self._frame.decompress(rest)
                except zstandard.ZstdError as error:
                    raise UndecodableError("the body is not coded as its header says") from error
                rest = self._frame.unused_data


def _inflated(stream: Any, data: bytes) -> bytes:
    try:
        piece: bytes = stream.decompress(data, _PIECE_BYTES)
    except zlib.error as error:
        raise UndecodableError("the body is not coded as its header says") from error
    return piece
