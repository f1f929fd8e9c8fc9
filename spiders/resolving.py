"""Names to addresses, through the guard.

Not by the event loop's thread pool: a look-up that hangs in there for half a minute would
keep an interrupted crawl, and then the interpreter, from ending.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Awaitable, Callable
from threading import Thread
from typing import TYPE_CHECKING, cast

from aiohttp.abc import AbstractResolver, ResolveResult

if TYPE_CHECKING:
    from spiders.address_guard import AddressGuard, AddressInfo

LookUp = Callable[[str, int], Awaitable["list[AddressInfo]"]]


async def look_up(host: str, port: int) -> list[AddressInfo]:
    """Ask the system's resolver, in a thread that nobody waits for; raises socket.gaierror."""
    loop = asyncio.get_running_loop()
    found: asyncio.Future[list[AddressInfo]] = loop.create_future()

    def tell(answer: list[AddressInfo] | OSError) -> None:
        if found.done():
            return
        if isinstance(answer, OSError):
            found.set_exception(answer)
        else:
            found.set_result(answer)

    def work() -> None:
        answer: list[AddressInfo] | OSError
        try:
            answer = cast(
                "list[AddressInfo]", socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            )
        except (OSError, UnicodeError) as error:
            answer = error if isinstance(error, OSError) else socket.gaierror(str(error))
        # The loop may be gone by now.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(tell, answer)

    Thread(target=work, name=f"look-up {host}", daemon=True).start()
    return await found


class GuardedResolver(AbstractResolver):
    """Gives aiohttp only addresses that may be dialled."""

    def __init__(self, guard: AddressGuard, look_up: LookUp) -> None:
        self._guard = guard
        self._look_up = look_up

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Resolve and filter; raises BlockedAddressError where nothing is left."""
        infos = self._guard.permitted(await self._look_up(host, port), host=host)
        return [
            ResolveResult(
                hostname=host,
                host=str(endpoint[0]),
                port=port,
                family=int(found_family),
                proto=protocol,
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
            for found_family, _, protocol, _, endpoint in infos
            if family in {socket.AF_UNSPEC, found_family}
        ]

    async def close(self) -> None:
        """Do nothing: there is nothing to close."""
