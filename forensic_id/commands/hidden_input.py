"""Secrets are typed unseen, or held by a variable for scripts; they are never options, which other users can list."""

from __future__ import annotations

import os
import sys
from getpass import getpass

from forensic_id.core.errors import InvalidInputError


def asked(prompt: str, variable: str) -> str:
    """What the variable holds, else what somebody types unseen. Raises InvalidInputError without both."""
    if given := os.environ.get(variable):
        return given
    if not _somebody_is_there():
        raise InvalidInputError(f"{prompt} is needed, and nobody can be asked here: set the variable {variable}.")
    return getpass(f"{prompt}: ")


def asked_twice(prompt: str, variable: str) -> str:
    """A new secret: what the variable holds, else what somebody types twice. Raises InvalidInputError."""
    if given := os.environ.get(variable):
        return given
    first = asked(prompt, variable)
    if getpass("The same again: ") != first:
        raise InvalidInputError(f"{prompt}: the two differ, so nothing was changed.")
    return first


def _somebody_is_there() -> bool:
    return sys.stdin.isatty()
