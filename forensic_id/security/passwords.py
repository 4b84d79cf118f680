"""Passwords hashed with Argon2id (RFC 9106)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import argon2
from argon2.exceptions import InvalidHashError, VerificationError

from forensic_id.core.passwords import normal_password


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one guess takes. The defaults are RFC 9106's second recommendation, above OWASP's lowest."""

    passes: int = 3
    kibibytes: int = 64 * 1024
    lanes: int = 4


MOST = Cost(passes=32, kibibytes=1024 * 1024, lanes=32)
"""A stored hash that asks for more was not made here: whoever planted it wants the computer to stand still."""


class Argon2Hasher:
    """The port PasswordHasher. A hash carries its salt and cost, so that either can change later."""

    def __init__(self, cost: Cost | None = None) -> None:
        used = cost or Cost()
        self._argon2 = argon2.PasswordHasher(
            time_cost=used.passes, memory_cost=used.kibibytes, parallelism=used.lanes, type=argon2.Type.ID
        )

    @cached_property
    def _nobodys(self) -> str:
        """A hash for which no password is known."""
        return self._argon2.hash("")

    def hashed(self, password: str) -> str:
        """A hash with its salt and parameters in it."""
        return self._argon2.hash(normal_password(password))

    def is_password(self, password: str, stored: str | None) -> bool:
        """Whether it is the one that was hashed; None takes the same time and is never right."""
        nobodys = self._nobodys  # made before the first answer of either kind, so that both take the same time
        usable = stored is not None and _affordable(stored)
        try:
            return self._argon2.verify(stored if stored and usable else nobodys, normal_password(password)) and usable
        except (VerificationError, InvalidHashError):
            return False

    def outdated(self, stored: str) -> bool:
        """Whether the hash was made with other parameters than those used now."""
        return self._argon2.check_needs_rehash(stored)


def _affordable(stored: str) -> bool:
    try:
        cost = argon2.extract_parameters(stored)
    except (InvalidHashError, ValueError):
        return False
    return cost.time_cost <= MOST.passes and cost.memory_cost <= MOST.kibibytes and cost.parallelism <= MOST.lanes
