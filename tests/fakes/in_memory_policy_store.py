"""A policy store for tests, kept in memory."""

from __future__ import annotations

from forensic_id.core.policy import DEFAULT_POLICY, Policy
from tests.fakes.in_memory_audit_log import AT


class InMemoryPolicyStore:
    """Choices with their time."""

    def __init__(self) -> None:
        self.choices: tuple[tuple[str, Policy], ...] = ()

    def current(self) -> Policy:
        """The last choice."""
        return self.choices[-1][1] if self.choices else DEFAULT_POLICY

    def at(self, moment: str) -> Policy:
        """The last choice until then."""
        until = [policy for chosen_at, policy in self.choices if chosen_at <= moment]
        return until[-1] if until else DEFAULT_POLICY

    def choose(self, policy: Policy) -> None:
        """Add one."""
        self.choices = (*self.choices, (AT, policy))
