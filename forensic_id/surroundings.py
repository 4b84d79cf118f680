"""Where and when the program runs: its version, the clock, who is logged in at which computer."""

from __future__ import annotations

import getpass
import platform
import sys
from collections.abc import MutableMapping
from datetime import UTC, date, datetime
from importlib import metadata

_OWN_LIBRARIES = "LD_LIBRARY_PATH"
_OWN_PLUGINS = ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH")


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


def present_computer() -> str:
    """The name of the computer in its network, as signatures name it."""
    return platform.node() or "an unnamed computer"


def spare_other_programs(environment: MutableMapping[str, str]) -> None:
    """Take out of the environment what the start of a frozen application put there for itself alone.

    PDF viewers and the trainer's Python are started with this environment; they would load libraries from here.
    PyInstaller keeps the value from before under a name that ends in _ORIG.
    """
    if not getattr(sys, "frozen", False):
        return
    before = environment.pop(f"{_OWN_LIBRARIES}_ORIG", "")
    for name in (_OWN_LIBRARIES, *_OWN_PLUGINS):
        environment.pop(name, None)
    if before:
        environment[_OWN_LIBRARIES] = before
