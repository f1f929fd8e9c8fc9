"""`Retry-After` (RFC 9110, 10.2.3): seconds or a date, as servers really write them."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

# A year: what is longer is a mistake, and adding it to a date may overflow.
_LONGEST_SECONDS = 366 * 24 * 3600.0


def seconds_to_wait(header: str, *, now: datetime) -> float | None:
    """Give how long the server wants to be left alone, None if it does not say."""
    text = header.strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:12]), _LONGEST_SECONDS)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return min(max((moment - now).total_seconds(), 0.0), _LONGEST_SECONDS)
