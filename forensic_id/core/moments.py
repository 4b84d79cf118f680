"""Points in time as people read them."""

from __future__ import annotations

from datetime import UTC, datetime


def shown_time(moment: str) -> str:
    """An ISO 8601 time with its zone, in UTC and to the second."""
    return f"{datetime.fromisoformat(moment).astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
