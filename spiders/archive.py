"""A crawl as a WARC file: everything asked and answered is written, and answers from it again."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from typing import IO, TYPE_CHECKING, Literal

from claims.errors import UnusableArchive
from claims.values import Outcome
from spiders.exchange import Answer, Failed
from spiders.warc_records import Damage, find_records, packed, packed_beginning, read_record

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from io import FileIO

    from spiders.exchange import Exchange, Sent


class RecordingExchange:
    """Asks another exchange and writes down what was asked and what came of it.

    The file is begun anew. Each record is a gzip member of its own and written at once, so
    that a killed crawl leaves a file that can be read.
    """

    def __init__(self, inner: Exchange, path: str | Path, now: Callable[[], datetime]) -> None:
        self._inner = inner
        self._path = Path(path)
        _refuse_other_file(self._path)
        self._file = self._opened("wb")
        self._store(packed_beginning(self._path.name, now()))

    @property
    def recorded_at(self) -> datetime | None:
        """The time that the inner exchange speaks for."""
        return self._inner.recorded_at

    async def fetch(self, sent: Sent) -> Answer | Failed:
        """Ask the inner exchange and write down what came of it."""
        result = await self._inner.fetch(sent)
        self._store(packed(sent, result))
        return result

    async def close(self) -> None:
        """Close the file and the inner exchange; another request goes on with both."""
        self._file.close()
        await self._inner.close()

    def _store(self, records: bytes) -> None:
        if self._file.closed:
            self._file = self._opened("ab")
        left = memoryview(records)
        try:
            while left:
                left = left[self._file.write(left) :]
        except OSError as error:
            self._file.close()
            raise _unwritable(self._path, error) from error

    def _opened(self, mode: Literal["wb", "ab"]) -> FileIO:
        try:
            # Without a buffer: what is written is in the file, and closing it cannot fail.
            return self._path.open(mode, buffering=0)
        except OSError as error:
            raise _unwritable(self._path, error) from error


class ReplayExchange:
    """Answers from a WARC file: the n-th request for a URL gets its n-th record, the last repeats.

    Counted are the records that were made for the same cited URL, or all of the URL if there
    are none. Only the records' places are kept in memory. `damage` says what is wrong with the
    file, "" where nothing is; what of it is whole is answered from.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._places: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._asked: Counter[tuple[str, str]] = Counter()
        self.recorded_at: datetime | None = None
        self.damage = ""
        try:
            with self.path.open("rb") as file:
                self._read_places(file)
        except OSError as error:
            raise UnusableArchive(
                f"{self.path} cannot be read ({error.strerror or error}); name a WARC file"
            ) from error
        if self.recorded_at is None:
            raise UnusableArchive(f"{self.path} is not a WARC file; record one with --record")

    async def fetch(self, sent: Sent) -> Answer | Failed:
        """Give the next record of a URL; one that the archive lacks was not run."""
        key = (sent.url, sent.purpose)
        places = self._places.get(key) or self._places.get((sent.url, ""))
        if not places:
            name = self.path.name
            reason = f"not in the archive {name}" + (
                f", which {self.damage}" if self.damage else ""
            )
            return Failed(Outcome.NOT_RUN, reason, self.recorded_at or sent.at)
        place = places[min(self._asked[key], len(places) - 1)]
        self._asked[key] += 1
        with self.path.open("rb") as file:
            return read_record(file, place)

    async def close(self) -> None:
        """Begin again with the first record of each URL."""
        self._asked.clear()

    def _read_places(self, file: IO[bytes]) -> None:
        for found in find_records(file):
            if isinstance(found, Damage):
                self.damage = f"is damaged from byte {found.place} on"
                continue
            # The first record's time stands for the archive.
            self.recorded_at = self.recorded_at or found.at
            url, purpose = found.url, found.purpose
            for key in {(url, purpose), (url, "")} if url else ():
                self._places[key].append(found.place)


def _refuse_other_file(path: Path) -> None:
    """A mistyped name must not cost anybody a file: only archives are begun anew."""
    if not path.is_file():
        return
    try:
        with path.open("rb") as file:
            head = file.read(5)
    except OSError as error:
        raise _unwritable(path, error) from error
    if head and not head.startswith((b"\x1f\x8b", b"WARC/")):
        raise UnusableArchive(
            f"{path} exists and is no WARC file; choose another file for --record"
        )


def _unwritable(path: Path, error: OSError) -> UnusableArchive:
    return UnusableArchive(
        f"{path} cannot be written ({error.strerror or error}); choose another file for --record"
    )
