"""Points in time as people read them."""

from __future__ import annotations

from datetime import UTC, datetime

_MINUTE = 60


def shown_span(seconds: int) -> str:
    """A time to wait, rounded up: in seconds below two minutes, else in minutes."""
    if seconds < 2 * _MINUTE:
        return "1 second" if seconds == 1 else f"{seconds} seconds"
    return f"{-(-seconds // _MINUTE)} minutes"


def shown_time(moment: str) -> str:
    """An ISO 8601 time with its zone, in UTC and to the second."""
    return f"{datetime.fromisoformat(moment).astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
