"""Which addresses may be dialled: documents are hostile input and must not lead us inside.

Checked just before a socket is made, so that no spelling of an address, no name that resolves
to one, no redirect and no second look-up gets around it.
"""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
# What `getaddrinfo` gives and sockets are made from.
AddressInfo = tuple[int, int, int, str, tuple[Any, ...]]

# Spelled out, for `is_global` has changed its mind between versions of Python: the IANA
# special-purpose registry, multicast, and the one global address that is a cloud's inside.
_REFUSED_IPV4 = tuple(
    map(
        IPv4Network,
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12"
        " 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15"
        " 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 168.63.129.16/32".split(),
    )
)
_GLOBAL_IPV6 = IPv6Network("2000::/3")
_REFUSED_IPV6 = tuple(
    map(IPv6Network, "2001::/23 2001:db8::/32 3fff::/20 5f00::/16 64:ff9b:1::/48".split())
)
_TEREDO = IPv6Network("2001::/32")
_6TO4 = IPv6Network("2002::/16")
# IPv4 in the last 32 bits: compatible, mapped, translated (SIIT), and NAT64.
_IPV4_AT_THE_END = tuple(
    map(IPv6Network, ("::/96", "::ffff:0:0/96", "::ffff:0:0:0/96", "64:ff9b::/96"))
)
_TRANSLATED = _IPV4_AT_THE_END[1:]
_ISATAP = (0x00005EFE, 0x02005EFE)


class BlockedAddressError(OSError):
    """An address that must not be dialled; the text says which and how to allow it."""


class AddressGuard:
    """Refuses every address that is not globally routable unicast, but for opened networks."""

    def __init__(self, allowed: Iterable[Network] = ()) -> None:
        self._allowed = tuple(allowed)

    def permits(self, address: Address) -> bool:
        """Whether an address, and every one that packets to it end at, may be dialled."""
        if any(address in network for network in self._allowed):
            return True
        if isinstance(address, IPv4Address):
            return not any(address in network for network in _REFUSED_IPV4)
        inner = tuple(_embedded(address))
        if any(address in network for network in _TRANSLATED):
            return all(map(self.permits, inner))
        if not all(map(self.permits, inner)):
            return False
        is_tunnel = address in _TEREDO
        return address in _GLOBAL_IPV6 and (
            is_tunnel or not any(address in network for network in _REFUSED_IPV6)
        )

    def check(self, text: str) -> None:
        """Raise BlockedAddressError unless the numeric address may be dialled."""
        address = read_address(text)
        if address is None or not self.permits(address):
            raise BlockedAddressError(
                f"{text} is not a public address (--allow-private-net opens a network)"
            )

    def check_host(self, host: str) -> None:
        """Raise BlockedAddressError for a host that is a refused address in any spelling."""
        if read_address(host) is not None:
            self.check(host)

    def make_socket(self, info: AddressInfo) -> socket.socket:
        """Make the socket for an address: the last word before anything is dialled."""
        family, kind, protocol, _, endpoint = info
        self.check(str(endpoint[0]))
        return socket.socket(family, kind, protocol)

    def permitted(self, infos: Iterable[AddressInfo], *, host: str) -> list[AddressInfo]:
        """Keep what may be dialled; raises BlockedAddressError where nothing is left."""
        found = list(infos)
        kept = [info for info in found if self._is_permitted(info)]
        if found and not kept:
            raise BlockedAddressError(
                f"{host} resolves to {found[0][4][0]}, which is not a public address"
                " (--allow-private-net opens a network)"
            )
        return kept

    def _is_permitted(self, info: AddressInfo) -> bool:
        address = read_address(str(info[4][0]))
        return address is not None and self.permits(address)


def read_address(text: str) -> Address | None:
    """Read a numeric address as the dialler would, with "127.1", "0x7f000001" and "[::1]"."""
    bare = text.strip("[]").partition("%")[0]
    try:
        return ip_address(bare)
    except ValueError:
        pass
    # inet_aton ignores what follows a space.
    if not bare[:1].isdigit() or not bare.isascii() or any(map(str.isspace, bare)):
        return None
    try:
        return IPv4Address(socket.inet_aton(bare))
    except OSError:
        return None


def _embedded(address: IPv6Address) -> list[IPv4Address]:
    """Give the IPv4 addresses that routers on the way may unpack from an IPv6 one."""
    bits = int(address)
    last = IPv4Address(bits & 0xFFFFFFFF)
    if any(address in network for network in _IPV4_AT_THE_END):
        return [last]
    if address in _6TO4:
        return [IPv4Address(bits >> 80 & 0xFFFFFFFF)]
    if address in _TEREDO:
        # The server in the clear, the client with its bits turned.
        return [IPv4Address(bits >> 64 & 0xFFFFFFFF), IPv4Address(~bits & 0xFFFFFFFF)]
    if bits >> 32 & 0xFFFFFFFF in _ISATAP:
        return [last]
    return []
