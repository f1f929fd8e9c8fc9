"""Which URLs still lack their outcome, and the one door through which outcomes leave the crawl."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claims.values import Fetched, Missed
    from spiders.wanted import Wanted


class Ledger:
    """Delivers one result for each URL; none once it is closed."""

    def __init__(
        self, wanted: Iterable[Wanted], *, on_result: Callable[[Fetched | Missed], None]
    ) -> None:
        self._open = {one.url: one for one in wanted}
        self._on_result = on_result
        self._is_closed = False

    @property
    def open(self) -> tuple[Wanted, ...]:
        """What has no outcome yet, in the order given."""
        return tuple(self._open.values())

    @property
    def is_closed(self) -> bool:
        """Whether anything is still wanted."""
        return self._is_closed

    def settle(self, result: Fetched | Missed) -> None:
        """Deliver a final result; what the receiver raises passes through and is the end."""
        if self._is_closed:
            return
        del self._open[result.url]
        try:
            self._on_result(result)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let nothing more out."""
        self._is_closed = True
