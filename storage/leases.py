"""Hosts that one run has to itself for a while, so that two runs ask no host faster than one."""

from __future__ import annotations

import os
import platform
import uuid
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, or_, select, update

from storage.database import execute_all, portions
from storage.tables import leases

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from storage.database import Database

# A machine that was lost keeps its hosts for so long; whoever lives renews well before.
LEASE = timedelta(seconds=60)
_LONGEST = timedelta(hours=1)
_NOBODY = ""


class Leases:
    """The leases of one holder, which is this object."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._holder = f"{_here()}/{os.getpid()}/{uuid.uuid4().hex}"

    @property
    def are_needed(self) -> bool:
        """Whether another run may use the same database."""
        return self._database.is_shared

    def take(self, hosts: Collection[str], now: datetime) -> set[str]:
        """Those of the hosts that are this holder's now; the others are somebody else's."""
        wanted = sorted(hosts)
        until = now + LEASE
        statement = self._database.insert(leases)
        taking = statement.on_conflict_do_update(
            index_elements=["host"],
            set_={"holder": statement.excluded.holder, "until": statement.excluded.until},
            where=or_(
                leases.c.until <= now,
                leases.c.holder == self._holder,
                # Given by a clock that was wrong, then or now.
                leases.c.until > now + _LONGEST,
            ),
        )
        mine: set[str] = set()
        with self._database.begin() as connection:
            self._free_those_of_the_dead(connection, wanted)
            # Rows of others are only read: a lock on them could wait for one that waits for us.
            held = self._held_by_others(connection, wanted, now)
            wanted = [host for host in wanted if host not in held]
            rows = [{"host": host, "holder": self._holder, "until": until} for host in wanted]
            execute_all(connection, taking, rows)
            for some in portions(wanted):
                query = select(leases.c.host).where(
                    leases.c.host.in_(some), leases.c.holder == self._holder
                )
                mine.update(connection.execute(query).scalars())
        return mine

    def renew(self, now: datetime) -> None:
        """Keep what this holder has."""
        with self._database.begin() as connection:
            connection.execute(
                update(leases).where(leases.c.holder == self._holder).values(until=now + LEASE)
            )

    def release(self, free_at: Mapping[str, datetime]) -> None:
        """Let the next run have hosts, each from a time on."""
        letting_go = (
            update(leases)
            .where(leases.c.holder == self._holder, leases.c.host == bindparam("of"))
            .values(holder=_NOBODY, until=bindparam("at"))
        )
        rows = [{"of": host, "at": at} for host, at in sorted(free_at.items())]
        with self._database.begin() as connection:
            execute_all(connection, letting_go, rows)

    def _held_by_others(
        self, connection: Connection, hosts: Sequence[str], now: datetime
    ) -> set[str]:
        held: set[str] = set()
        for some in portions(hosts):
            query = select(leases.c.host).where(
                leases.c.host.in_(some),
                leases.c.holder != self._holder,
                leases.c.until > now,
                leases.c.until <= now + _LONGEST,
            )
            held.update(connection.execute(query).scalars())
        return held

    def _free_those_of_the_dead(self, connection: Connection, hosts: Sequence[str]) -> None:
        """End the leases of processes of this machine that are no more."""
        for some in portions(hosts):
            query = select(leases.c.holder).where(
                leases.c.host.in_(some), leases.c.holder.startswith(f"{_here()}/", autoescape=True)
            )
            dead = [one for one in set(connection.execute(query).scalars()) if not _lives(one)]
            if dead:
                connection.execute(delete(leases).where(leases.c.holder.in_(dead)))


def _here() -> str:
    return platform.node() or "unnamed"


def _lives(holder: str) -> bool:
    if os.name == "nt":
        # Asking Windows for signal 0 would end the process; the lease ends by itself.
        return True
    try:
        os.kill(int(holder.split("/")[1]), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass  # it is there, and somebody else's
    return True
