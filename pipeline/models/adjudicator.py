"""The adviser of the extra `adjudicator`: a language model behind an OpenAI-compatible address.

It is sent the claim and the passages, nothing else. Its key is in no message, and what it
answers is read by `pipeline.models.adjudication`.
"""

from __future__ import annotations

import json
import socket
import ssl
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from claims.errors import BadUsage
from pipeline.models.adjudication import UnusableAnswer, question, read_answer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.tiers import Opinion

_MOST_BYTES = 1_000_000
_MOST_FAILURES = 3
_CAUSES: tuple[tuple[type[BaseException], str], ...] = (
    (ConnectionRefusedError, "connection refused"),
    (socket.gaierror, "its host name was not found"),
    (ssl.SSLError, "no secure connection could be made"),
)


class _NotAsked(Exception):
    pass


class Adjudicator:
    """Asks a model for a verdict with a quote; three failures in a row and it asks no more.

    Raises BadUsage where the address, the model or the key cannot be right.
    """

    name = "adjudicator"

    def __init__(self, url: str, model: str, key: str = "", timeout: float = 30.0) -> None:
        _expect_package()
        self.failures = 0
        self._url = _checked_url(url)
        if not model.strip():
            raise BadUsage("adjudicator: no model is named; name one that the endpoint offers")
        self._model = model.strip()
        self._key = _checked_key(key)
        self._timeout_seconds = timeout
        self._in_a_row = 0
        self._first_failure = ""

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._url!r}, {self._model!r})"

    @property
    def problem(self) -> str:
        """The first failure in words, and whether more were to be expected; "" if none."""
        if self._has_given_up:
            return f"{self._first_failure}; after three failures in a row it was asked no more"
        return self._first_failure

    def advise(self, claim: str, passages: Sequence[str]) -> Opinion | None:
        """The model's opinion; None for every failure, which is counted."""
        if self._has_given_up or not claim.strip() or not passages:
            return None
        try:
            opinion = read_answer(self._ask(claim, passages), passages)
        except _NotAsked as error:
            self._count(f"could not be asked ({error})")
            return None
        except UnusableAnswer as error:
            self._count(f"gave no answer that can be used ({error})")
            return None
        self._in_a_row = 0
        return opinion

    @property
    def _has_given_up(self) -> bool:
        return self._in_a_row >= _MOST_FAILURES

    def _count(self, failure: str) -> None:
        self.failures += 1
        self._in_a_row += 1
        self._first_failure = self._first_failure or f"the adjudicator at {self._url} {failure}"

    def _ask(self, claim: str, passages: Sequence[str]) -> bytes:
        """The body of the response; raises _NotAsked."""
        import httpx  # noqa: PLC0415

        order = {"model": self._model, "temperature": 0, "messages": question(claim, passages)}
        # What is compressed could be far larger than what is counted.
        headers = {"Content-Type": "application/json", "Accept-Encoding": "identity"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        timed_out = f"no answer within {self._timeout_seconds:g} s"
        ends = time.monotonic() + self._timeout_seconds
        body = bytearray()
        try:
            with (
                httpx.Client(
                    timeout=self._timeout_seconds, trust_env=False, follow_redirects=False
                ) as client,
                client.stream(
                    "POST",
                    f"{self._url}/chat/completions",
                    content=json.dumps(order).encode("ascii"),
                    headers=headers,
                ) as response,
            ):
                _expect_plain_success(response)
                for part in response.iter_raw():
                    body += part
                    if len(body) > _MOST_BYTES:
                        raise _NotAsked(f"its answer is larger than {_MOST_BYTES // 1000} kB")
                    # The client's own limit is on each part, and a drip has many.
                    if time.monotonic() > ends:
                        raise _NotAsked(timed_out)
        except httpx.TimeoutException as error:
            raise _NotAsked(timed_out) from error
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            # Its own words may hold the headers that were sent.
            raise _NotAsked(_cause_of(error)) from error
        return bytes(body)


def _expect_plain_success(response: Any) -> None:
    if not response.is_success:
        raise _NotAsked(f"HTTP status {response.status_code}")
    if response.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise _NotAsked("its answer is compressed, unasked")


def _cause_of(error: BaseException) -> str:
    cause: BaseException | None = error
    while cause is not None:
        for kind, words in _CAUSES:
            if isinstance(cause, kind):
                return words
        cause = cause.__cause__ or cause.__context__
    return "the connection failed"


def _expect_package() -> None:
    try:
        import httpx  # noqa: F401, PLC0415
    except ImportError as error:
        raise BadUsage(
            "adjudicator: httpx is not installed; pip install 'citewatch[adjudicator]'"
        ) from error


def _checked_url(url: str) -> str:
    # It is not repeated in the message: it may hold a password, or be the key by mistake.
    import httpx  # noqa: PLC0415

    try:
        httpx.URL(url.strip())
        parts = urlsplit(url.strip())
        is_usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except (ValueError, httpx.InvalidURL):
        is_usable = False
    if not is_usable:
        raise BadUsage(
            "adjudicator: its address must begin with http:// or https:// and name a host, as in"
            " http://127.0.0.1:8080/v1"
        )
    if parts.username is not None or parts.query or parts.fragment:
        raise BadUsage(
            "adjudicator: its address must hold no password, question mark or fragment; the key is"
            " given apart from it"
        )
    return url.strip().rstrip("/")


def _checked_key(key: str) -> str:
    stripped = key.strip()
    if not all("!" <= sign <= "~" for sign in stripped):
        raise BadUsage(
            "adjudicator: its key holds a space, a line break or a sign beyond ASCII; copy it again"
        )
    return stripped
