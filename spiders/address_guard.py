"""Which addresses may be dialled: documents are hostile input and must not reach inside.

Checked where a socket is about to be made, so that no spelling of an address, no name that
resolves to one, and no redirect gets around it.
"""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING, Any

from aiohttp.abc import AbstractResolver, ResolveResult

if TYPE_CHECKING:
    from collections.abc import Sequence

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_NAT64 = (
    ipaddress.IPv6Network("64:ff9b::/96"),
    ipaddress.IPv6Network("64:ff9b:1::/48"),
)
_COMPATIBLE = ipaddress.IPv6Network("::/96")


class BlockedAddressError(OSError):
    """An address that must not be dialled."""


class AddressGuard:
    """Refuses every address that is not public, but for the networks that the user opens."""

    def __init__(self, allowed: Sequence[Network] = ()) -> None:
        self._allowed = tuple(allowed)

    def check(self, text: str) -> None:
        """Raise BlockedAddressError unless the numeric address may be dialled."""
        try:
            address = ipaddress.ip_address(text.partition("%")[0])
        except ValueError as error:
            raise BlockedAddressError(f"{text!r} is no numeric address") from error
        if not self.permits(address):
            raise BlockedAddressError(f"{text} is not a public address (see --allow-private-net)")

    def permits(self, address: Address) -> bool:
        """Whether an address, and every address embedded in it, is public or was opened."""
        if any(address in network for network in self._allowed):
            return True
        embedded = _embedded(address)
        if embedded is not None:
            return self.permits(embedded)
        return address.is_global and not address.is_multicast

    def make_socket(self, address_info: tuple[Any, ...]) -> socket.socket:
        """The connector's socket factory: the last word before anything is dialled."""
        family, kind, protocol, _, endpoint = address_info
        self.check(str(endpoint[0]))
        return socket.socket(family, kind, protocol)


class GuardedResolver(AbstractResolver):
    """Gives back only addresses that may be dialled, so that a refusal is told from a failure."""

    def __init__(self, guard: AddressGuard, inner: AbstractResolver) -> None:
        self._guard = guard
        self._inner = inner

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Resolve and filter; raises BlockedAddressError where nothing is left."""
        found = await self._inner.resolve(host, port, family)
        permitted = [result for result in found if self._is_permitted(result["host"])]
        if found and not permitted:
            raise BlockedAddressError(
                f"{host} resolves to {found[0]['host']}, which is not a public address"
                " (see --allow-private-net)"
            )
        return permitted

    async def close(self) -> None:
        """Close the inner resolver."""
        await self._inner.close()

    def _is_permitted(self, text: str) -> bool:
        try:
            self._guard.check(text)
        except BlockedAddressError:
            return False
        return True


def _embedded(address: Address) -> Address | None:
    """The IPv4 address that an IPv6 one leads to: mapped, 6to4, Teredo, NAT64, compatible."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address.ipv4_mapped:
        return address.ipv4_mapped
    if address.sixtofour:
        return address.sixtofour
    if address.teredo:
        return address.teredo[1]
    if any(address in network for network in _NAT64) or (
        address in _COMPATIBLE and int(address) > 1
    ):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None


