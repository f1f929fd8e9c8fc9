"""What users have been told, so that they are told once, and what waits to be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select, update

from claims.values import Notice
from storage.database import portions
from storage.rows import from_plain, to_plain
from storage.tables import notices

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from storage.database import Database


class Notices:
    """What was to be told, by the fingerprint of each; a thing is told once until it is over."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, run_id: str, made: Sequence[Notice], now: datetime) -> int:
        """Have notices wait to be sent unless they do or were sent; gives how many do now."""
        statement = self._database.insert(notices).on_conflict_do_nothing()
        rows = [
            {
                "fingerprint": one.fingerprint,
                "run_id": run_id,
                "made_at": now,
                "sent_at": None,
                "notice": to_plain(one),
            }
            for one in made
        ]
        with self._database.begin() as connection:
            return sum(connection.execute(statement, row).rowcount for row in rows)

    def waiting(self) -> list[Notice]:
        """What is still to be sent, in the order in which it was noticed."""
        query = select(notices.c.notice).where(notices.c.sent_at.is_(None))
        with self._database.begin() as connection:
            rows = connection.execute(query.order_by(notices.c.made_at, notices.c.fingerprint))
            return [from_plain(Notice, data) for data in rows.scalars()]

    def claim(self, made: Sequence[Notice], now: datetime) -> list[Notice]:
        """Mark notices as sent, and give those that no other run has marked in the meantime."""
        claimed: set[str] = set()
        with self._database.begin() as connection:
            for one in made:
                marked = connection.execute(
                    update(notices)
                    .where(notices.c.fingerprint == one.fingerprint, notices.c.sent_at.is_(None))
                    .values(sent_at=now)
                )
                if marked.rowcount:
                    claimed.add(one.fingerprint)
        return [one for one in made if one.fingerprint in claimed]

    def put_back(self, made: Sequence[Notice]) -> None:
        """Have what could not be sent wait again."""
        fingerprints = [one.fingerprint for one in made]
        with self._database.begin() as connection:
            for some in portions(fingerprints):
                connection.execute(
                    update(notices).where(notices.c.fingerprint.in_(some)).values(sent_at=None)
                )

    def forget(self, fingerprints: Sequence[str]) -> None:
        """Let what is over be told again when it comes back."""
        with self._database.begin() as connection:
            for some in portions(fingerprints):
                connection.execute(delete(notices).where(notices.c.fingerprint.in_(some)))

    def fingerprints(self) -> list[str]:
        """What was told or waits."""
        with self._database.begin() as connection:
            return list(connection.execute(select(notices.c.fingerprint)).scalars())
