"""One request and what came of it: the boundary between the spider and the world.

The spider asks an `Exchange`; whether that is the network, the network with a recorder, or an
archive makes no difference to redirects, retries and outcomes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from claims.values import Origin


class Fault(StrEnum):
    """Why there is no answer."""

    DNS = "dns"
    REFUSED = "refused"
    RESET = "reset"
    TIMEOUT = "timeout"
    TLS = "tls"
    TRUNCATED = "truncated"
    TOO_LARGE = "too_large"
    BOMB = "bomb"
    GARBLED = "garbled"
    BLOCKED_ADDRESS = "blocked_address"
    NOT_RUN = "not_run"


@dataclass(frozen=True, slots=True)
class Answer:
    """A complete HTTP answer, its body decoded of transfer and content encodings."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    at: datetime

    def header(self, name: str) -> str:
        """The first header of a name, "" if there is none."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), "")


@dataclass(frozen=True, slots=True)
class Failure:
    """No answer: the fault, and a sentence on it."""

    url: str
    fault: Fault
    reason: str
    at: datetime


class Exchange(Protocol):
    """Something that can be asked for a URL."""

    origin: Origin
    is_instant: bool  # answers without a network: nobody is spared by waiting

    async def fetch(self, url: str, *, timeout_seconds: float) -> Answer | Failure:
        """Ask once, following nothing; never raises for what a server or network does."""

    async def close(self) -> None:
        """Let go of connections and files."""
