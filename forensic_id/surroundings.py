"""Where and when the program runs: its version, the clock, who is logged in at the computer."""

from __future__ import annotations

import getpass
from datetime import UTC, date, datetime
from importlib import metadata


def app_version() -> str:
    """The installed version of the program."""
    return metadata.version("forensic-id")


def present_time() -> datetime:
    """The time by the computer's clock, in UTC."""
    return datetime.now(UTC)


def present_day() -> date:
    """The day by the computer's clock, where the computer stands."""
    return datetime.now().astimezone().date()


def present_user() -> str:
    """Who works here, for the audit log: the login name."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a process without a login, such as a bare container user
        return "unknown user"
