"""A progress bar on stderr, where stderr is a terminal."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

_BAR_WIDTH = 24
_REDRAW_SECONDS = 0.1


class Progress:
    """Called with what is being done, how much of it is done, and how much there is."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._drawn_at = 0.0
        self._is_drawn = False

    def __call__(self, what: str, done: int, total: int) -> None:
        """Draw, unless the last drawing is too fresh."""
        now = time.monotonic()
        if done < total and now - self._drawn_at < _REDRAW_SECONDS:
            return
        self._drawn_at = now
        filled = _BAR_WIDTH * done // max(total, 1)
        bar = "#" * filled + "." * (_BAR_WIDTH - filled)
        line = f"{what:<17} [{bar}] {done}/{total}"
        width = shutil.get_terminal_size().columns - 1
        self._stream.write(f"\r\x1b[K{line[:width]}")
        self._stream.flush()
        self._is_drawn = True

    def clear(self) -> None:
        """Leave the line as if nothing had been drawn."""
        if self._is_drawn:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._is_drawn = False


def silent(what: str, done: int, total: int) -> None:
    """Draw nothing."""
    del what, done, total
